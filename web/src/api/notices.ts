import type { NoticeListView, NoticeView } from '@acquit/recovery';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { query, read } from './client.ts';

/** Notices about a company's customers, the last first. */
export const noticesQuery = (companyId: string, waiting: boolean) =>
  infiniteQueryOptions({
    queryKey: ['notices', companyId, waiting],
    queryFn: ({ pageParam, signal }) =>
      read<NoticeListView>(
        `/companies/${companyId}/notices${query({ waiting: waiting ? 'true' : null, cursor: pageParam })}`,
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });

/** Notices about one customer. */
export const caseNoticesQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case-notices', caseId],
    queryFn: ({ signal }) => read<NoticeView[]>(`/cases/${caseId}/notices`, signal),
  });
