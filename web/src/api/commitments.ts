import type {
  CommitmentsView,
  CommitmentTotals,
  DisputeView,
  InstalmentPlanPreview,
  InstalmentPlanView,
  Page,
  PauseView,
  PromisePreview,
  PromiseView,
} from '@acquit/recovery';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { askSignedIn, query, read } from './client.ts';

/** One page of a list, with the sums of the whole of it. */
interface Listed<T> {
  page: Page<T>;
  totals: CommitmentTotals;
}

function listed<T>(name: string, companyId: string, filter: string) {
  return infiniteQueryOptions({
    queryKey: [name, companyId, filter],
    queryFn: ({ pageParam, signal }) =>
      read<Listed<T>>(`/companies/${companyId}/${name}${query({ filter, cursor: pageParam })}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last: Listed<T>) => last.page.nextCursor,
  });
}

export const promisesQuery = (companyId: string, filter: string) => listed<PromiseView>('promises', companyId, filter);
export const disputesQuery = (companyId: string, filter: string) => listed<DisputeView>('disputes', companyId, filter);
export const plansQuery = (companyId: string, filter: string) => listed<InstalmentPlanView>('plans', companyId, filter);

export const commitmentsQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['commitments', caseId],
    queryFn: ({ signal }) => read<CommitmentsView>(`/cases/${caseId}/commitments`, signal),
  });

/** What a promise or a plan would give, as it is typed; refused with the sentence that recording it would give. */
export const promisePreviewQuery = (caseId: string, body: object | null) =>
  queryOptions({
    queryKey: ['promise-preview', caseId, body],
    queryFn: ({ signal }) => askSignedIn<PromisePreview>(`/cases/${caseId}/promises/preview`, body, signal),
    enabled: body !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });

export const planPreviewQuery = (caseId: string, body: object | null) =>
  queryOptions({
    queryKey: ['plan-preview', caseId, body],
    queryFn: ({ signal }) => askSignedIn<InstalmentPlanPreview>(`/cases/${caseId}/plans/preview`, body, signal),
    enabled: body !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });

/** Closing days of a company, latest first. */
export const closingsQuery = (companyId: string) =>
  queryOptions({
    queryKey: ['closings', companyId],
    queryFn: async ({ signal }) =>
      (await read<{ closings: PauseView[] }>(`/companies/${companyId}/closings`, signal)).closings,
  });
