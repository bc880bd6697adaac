import type { Day } from '@acquit/law';
import { formatDay } from '@acquit/law';
import { askedByNotice, type ClaimStatementView, owedOn } from '@acquit/recovery';
import { claimsAskedByNotice, loadClaim, loadCompany, type Store } from '../store/index.ts';

/**
 * What each document of that number is worth on a day, with its whole explanation; several when companies or debtors
 * share a number, none when it is unknown.
 */
export async function statementsOf(
  store: Store,
  tenantId: string,
  companyIds: readonly string[],
  number: string,
  on: Day,
): Promise<ClaimStatementView[]> {
  return store.inTenant(tenantId, async (tx) => {
    const { rows } = await tx.query<{ claim_id: string }>(
      `select claim_id from claim where tenant_id = $1 and company_id = any($2) and number = $3 and kind <> 'credit-note' order by created_at, claim_id`,
      [tenantId, companyIds, number],
    );
    const statements: ClaimStatementView[] = [];
    for (const { claim_id } of rows) {
      const loaded = await loadClaim(tx, claim_id);
      const company = loaded && (await loadCompany(tx, loaded.companyId));
      if (!loaded || !company) continue;
      const due = owedOn(loaded.claim, on, { company, debtor: loaded.facts.debtor });
      const asked = await claimsAskedByNotice(tx, [loaded.facts.caseId]);
      const owed = asked.has(claim_id) ? askedByNotice(due, company.settings) : due;
      statements.push({
        claimId: claim_id,
        number,
        on: formatDay(on),
        principalLeftCents: owed.principalCents,
        penaltyCents: owed.penaltyCents,
        indemnityCents: owed.indemnityCents,
        totalDueCents: owed.totalDueCents,
        explanation: owed.explanation,
        refusal: owed.refusal && { code: owed.refusal.code, message: owed.refusal.message },
      });
    }
    return statements;
  });
}
