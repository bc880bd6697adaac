import type { CompanySettings, CompanyView } from '@acquit/recovery';
import { useQueryClient } from '@tanstack/react-query';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { sessionQuery } from '../../api/queries.ts';
import { useCompany } from '../../shell/session.tsx';
import { useSay } from '../../ui/toasts.tsx';

export type CompanyChange = Partial<Omit<CompanyView, 'settings'>> & { settings?: Partial<CompanySettings> };

/** Saves part of the company and says so; the session carries the companies, so it is read again. */
export function useCompanyChange(saved: string) {
  const company = useCompany();
  const client = useQueryClient();
  const say = useSay();
  return useAct(
    (body: CompanyChange, key) => change<CompanyView>('PATCH', `/companies/${company.companyId}`, body, key),
    async () => {
      say(saved);
      await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
  );
}
