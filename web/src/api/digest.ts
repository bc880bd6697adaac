import type { DigestMessage, DigestView } from '@acquit/recovery';
import { queryOptions } from '@tanstack/react-query';
import { useCompany } from '../shell/session.tsx';
import { t } from '../texts/index.ts';
import { useSay } from '../ui/toasts.tsx';
import { useAct } from './act.ts';
import { change, read } from './client.ts';

/** One's own weekly digest of a company. */
export const digestQuery = (companyId: string) =>
  queryOptions({
    queryKey: ['digest', companyId],
    queryFn: ({ signal }) => read<DigestView>(`/companies/${companyId}/digest`, signal),
  });

/** What it would say today. */
export const digestPreviewQuery = (companyId: string) =>
  queryOptions({
    queryKey: ['digest', companyId, 'preview'],
    queryFn: ({ signal }) => read<DigestMessage>(`/companies/${companyId}/digest/preview`, signal),
  });

/** Chooses the day, or null for none, and says so. */
export function useDigestWish() {
  const { companyId } = useCompany();
  const say = useSay();
  return useAct(
    (weekday: number | null, key) => change<DigestView>('PUT', `/companies/${companyId}/digest`, { weekday }, key),
    (_, weekday) => say(weekday === null ? t.digest.ended : t.digest.saved(t.words.weekdays[weekday - 1] ?? '')),
  );
}
