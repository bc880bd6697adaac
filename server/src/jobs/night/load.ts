import { type Day, formatDay } from '@acquit/law';
import type { CaseFacts, CompanyFacts, ScenarioBook } from '@acquit/recovery';
import { loadCases, loadCompany, loadScenarios, type Tx } from '../../store/index.ts';

/** Everything about one company that is the same for all its cases. */
export interface CompanyTerms {
  company: CompanyFacts;
  book: ScenarioBook;
}

export async function loadTerms(tx: Tx, companyId: string): Promise<CompanyTerms | null> {
  const company = await loadCompany(tx, companyId);
  return company && { company, book: await loadScenarios(tx, companyId) };
}

/** Where a stream of due cases stands: the key of the last one seen. */
export interface DueCursor {
  nextActionOn: string;
  caseId: string;
}

/**
 * The next cases due on `on` or before, in the order of the index `case_due`, locked until the end of the transaction:
 * another pass at the same moment waits, then finds them decided. `limit` bounds memory, not the pass.
 */
export async function loadDueCases(
  tx: Tx,
  companyId: string,
  on: Day,
  after: DueCursor | null,
  limit: number,
  lock: boolean,
): Promise<{ cases: CaseFacts[]; last: DueCursor | null }> {
  const rows = await tx.arrays<[caseId: string, nextActionOn: string]>(
    `select case_id, next_action_on from collection_case
      where tenant_id = $1 and company_id = $2 and status in ('open', 'paused') and next_action_on is not null
        and next_action_on <= $3 and (next_action_on, case_id) > ($4, $5)
      order by next_action_on, case_id limit $6 ${lock ? 'for update' : ''}`,
    [
      tx.tenantId,
      companyId,
      formatDay(on),
      after?.nextActionOn ?? '-infinity',
      after?.caseId ?? '00000000-0000-0000-0000-000000000000',
      limit,
    ],
  );
  const last = rows.at(-1);
  if (!last) return { cases: [], last: null };
  const loaded = await loadCases(
    tx,
    rows.map(([caseId]) => caseId),
  );
  return {
    cases: loaded.map(({ facts }) => facts),
    last: rows.length < limit ? null : { caseId: last[0], nextActionOn: last[1] },
  };
}
