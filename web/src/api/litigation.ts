import type {
  DeadlineListView,
  LimitationListView,
  LimitationView,
  ProcedureListView,
  ProcedureView,
  WriteOffPreview,
  WriteOffView,
} from '@acquit/recovery';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { askSignedIn, query, read } from './client.ts';

/** Procedures, their dates and the limitation of claims, as the app reads them. */

/** What of the procedures is asked: where they are, of which kind, and what was typed. */
export interface ProceduresAsked {
  filter: string;
  kind?: string | undefined;
  q?: string | undefined;
}

export const proceduresQuery = (companyId: string, asked: ProceduresAsked) =>
  infiniteQueryOptions({
    queryKey: ['procedures', companyId, asked],
    queryFn: ({ pageParam, signal }) =>
      read<ProcedureListView>(`/companies/${companyId}/procedures${query({ ...asked, cursor: pageParam })}`, signal),
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

export const caseWriteOffsQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case-write-offs', caseId],
    queryFn: ({ signal }) => read<{ writeOffs: WriteOffView[] }>(`/cases/${caseId}/write-offs`, signal),
  });

/** What giving claims up would do, as it is typed; nothing is recorded. */
export const writeOffPreviewQuery = (caseId: string, order: object | null) =>
  queryOptions({
    queryKey: ['write-off-preview', caseId, order],
    queryFn: ({ signal }) => askSignedIn<WriteOffPreview>(`/cases/${caseId}/write-offs/preview`, order, signal),
    enabled: order !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
