import type { RouteAnswers, RouteGuideView } from '@acquit/recovery';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { query, read } from './client.ts';

/** The guide of a case by answers being tried, or by those kept last; `explain` names the route whose tree is wanted. */
export const routeGuideQuery = (caseId: string, draft: RouteAnswers | null, explain: string | null = null) =>
  queryOptions({
    queryKey: ['route-guide', caseId, draft, explain],
    queryFn: ({ signal }) =>
      read<RouteGuideView>(
        `/cases/${caseId}/route${query({ answers: draft === null ? null : JSON.stringify(draft), explain })}`,
        signal,
      ),
    placeholderData: keepPreviousData,
    retry: false,
  });

export const routePaperAddress = (caseId: string) => `/api/cases/${caseId}/route/paper`;
