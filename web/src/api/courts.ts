import type { CourtAnswerView, CourtsView } from '@acquit/recovery';
import { queryOptions } from '@tanstack/react-query';
import { query, read } from './client.ts';

/** The files of courts that are loaded. */
export const courtFilesQuery = () =>
  queryOptions({ queryKey: ['court-files'], queryFn: ({ signal }) => read<CourtsView>('/courts', signal) });

/** Where a debtor is, and before which kind of court. */
export interface CourtPlace {
  court: string;
  postcode?: string | null | undefined;
  city?: string | null | undefined;
  insee?: string | null | undefined;
  amountCents?: number | undefined;
}

/** The court of a place with its reason, or those to choose from. */
export const courtOfQuery = (place: CourtPlace) =>
  queryOptions({
    queryKey: ['court-of', place],
    queryFn: ({ signal }) => read<CourtAnswerView>(`/courts/find${query({ ...place })}`, signal),
    enabled: place.court !== '',
    retry: false,
  });
