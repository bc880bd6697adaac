import { useQuery } from '@tanstack/react-query';
import { todayQuery } from '../api/queries.ts';

/** How many things wait for a person today, for the count beside the place's name. */
export function useToDo(companyId: string | null): number {
  const today = useQuery({ ...todayQuery(companyId ?? ''), enabled: companyId !== null });
  return today.data?.groups.reduce((sum, group) => sum + (group.kind === 'coming' ? 0 : group.count), 0) ?? 0;
}
