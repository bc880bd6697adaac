import { useParams } from '@tanstack/react-router';
import { PlacePage } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/states.tsx';

/** One procedure: what happened, what comes, and what missing it would cost. */
export function ProcedurePage() {
  const { procedureId } = useParams({ from: '/contentieux/procedures/$procedureId' });
  return (
    <PlacePage title="Procédure" narrow>
      <Skeleton key={procedureId} />
    </PlacePage>
  );
}
