import { useParams } from '@tanstack/react-router';
import { PlacePage } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/states.tsx';

/** The court file of a procedure: what is missing, and what it looks like. */
export function CourtFile() {
  const { procedureId } = useParams({ from: '/contentieux/dossier/$procedureId' });
  return (
    <PlacePage title="Dossier de procédure" narrow>
      <Skeleton key={procedureId} />
    </PlacePage>
  );
}
