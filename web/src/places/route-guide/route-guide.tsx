import { useParams } from '@tanstack/react-router';
import { PlacePage } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/states.tsx';

/** The routes open to a case, and what each costs and may bring. */
export function RouteGuide() {
  const { caseId } = useParams({ from: '/contentieux/voie/$caseId' });
  return (
    <PlacePage title="Choisir la voie" narrow>
      <Skeleton key={caseId} />
    </PlacePage>
  );
}
