import type { ComparisonView, HandOverList, HandOverRow, HandOverView, PartnerView } from '@acquit/recovery';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { query, read } from './client.ts';

/** Cases entrusted to professionals, as the app reads them. */

export const partnersQuery = queryOptions({
  queryKey: ['partners'],
  queryFn: ({ signal }) => read<{ items: PartnerView[] }>('/partners', signal),
});

export const handOversQuery = (companyId: string, filter: string) =>
  infiniteQueryOptions({
    queryKey: ['hand-overs', companyId, filter],
    queryFn: ({ pageParam, signal }) =>
      read<HandOverList>(`/companies/${companyId}/hand-overs${query({ filter, cursor: pageParam })}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.page.nextCursor,
  });

export const caseHandOversQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case-hand-overs', caseId],
    queryFn: ({ signal }) => read<{ items: HandOverRow[] }>(`/cases/${caseId}/hand-overs`, signal),
  });

export const handOverQuery = (handOverId: string) =>
  queryOptions({
    queryKey: ['hand-over', handOverId],
    queryFn: ({ signal }) => read<HandOverView>(`/hand-overs/${handOverId}`, signal),
  });

export const comparisonQuery = (companyId: string) =>
  queryOptions({
    queryKey: ['comparison', companyId],
    queryFn: ({ signal }) => read<ComparisonView>(`/litigation/comparison${query({ companyId })}`, signal),
  });
