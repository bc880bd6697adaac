import type {
  DeadlineListView,
  LimitationListView,
  LimitationView,
  ProcedureListView,
  ProcedureView,
} from '@acquit/recovery';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { query, read } from './client.ts';

/** Procedures, their dates and the limitation of claims, as the app reads them. */

export const proceduresQuery = (companyId: string, filter: string) =>
  infiniteQueryOptions({
    queryKey: ['procedures', companyId, filter],
    queryFn: ({ pageParam, signal }) =>
      read<ProcedureListView>(`/companies/${companyId}/procedures${query({ filter, cursor: pageParam })}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.page.nextCursor,
  });

export const caseProceduresQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case-procedures', caseId],
    queryFn: ({ signal }) => read<{ procedures: ProcedureView[] }>(`/cases/${caseId}/procedures`, signal),
  });

export const procedureQuery = (procedureId: string) =>
  queryOptions({
    queryKey: ['procedure', procedureId],
    queryFn: ({ signal }) => read<ProcedureView>(`/procedures/${procedureId}`, signal),
  });

export const deadlinesQuery = (companyId: string, days: number) =>
  queryOptions({
    queryKey: ['deadlines', companyId, days],
    queryFn: ({ signal }) =>
      read<DeadlineListView>(`/companies/${companyId}/deadlines${query({ days, whose: 'all' })}`, signal),
  });

export const limitationsQuery = (companyId: string, within: string) =>
  infiniteQueryOptions({
    queryKey: ['limitations', companyId, within],
    queryFn: ({ pageParam, signal }) =>
      read<LimitationListView>(`/companies/${companyId}/limitation${query({ within, cursor: pageParam })}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.page.nextCursor,
  });

export const limitationQuery = (claimId: string) =>
  queryOptions({
    queryKey: ['limitation', claimId],
    queryFn: ({ signal }) => read<LimitationView>(`/claims/${claimId}/limitation`, signal),
  });
