import { randomUUID } from 'node:crypto';
import { plantLine } from '../../jobs/matching/fixture.ts';
import { matchByHand } from '../../jobs/matching/index.ts';
import { type Store, type Tx, touchCases } from '../../store/index.ts';
import { TODAY } from './app.ts';
import type { Book } from './book.ts';

/** Bank lines in every state that a route acts on, each with an invoice of its own. */
export interface BankRows {
  /** Waits for a decision; its invoice is to be chosen by hand. */
  lineId: string;
  claimToMatch: string;
  lineToRestore: string;
  matchToApply: string;
  matchToDecline: string;
  matchToUndo: string;
}

const CENTS = 1_000;

export function makeBankRows(store: Store, tenantId: string, book: Book, bankAccountId: string): Promise<BankRows> {
  return store.inTenant(tenantId, async (tx) => {
    const person = { today: TODAY, actor: 'user:claire' };
    const account = { tenantId, companyId: book.companyId, accountId: bankAccountId, importId: book.importId };
    const line = () => plantLine(tx, account, { cents: CENTS, label: 'VIR DE L’ESSAI' });
    const [toMatch, toUndo] = [await addClaim(tx, book, 1), await addClaim(tx, book, 2)];
    const lineToRestore = await line();
    await tx.query(
      `update bank_line set state = 'set-aside', set_aside_reason = 'apport' where tenant_id = $1 and line_id = $2`,
      [tenantId, lineToRestore],
    );
    const undone = await line();
    await matchByHand(tx, undone, [{ claimId: toUndo, amountCents: CENTS }], person);
    const { rows } = await tx.query<{ match_id: string }>(
      'select match_id from bank_match where tenant_id = $1 and line_id = $2',
      [tenantId, undone],
    );
    const propose = async (n: number) => addMatch(tx, book, await line(), await addClaim(tx, book, n));
    const made = {
      lineId: await line(),
      claimToMatch: toMatch,
      lineToRestore,
      matchToApply: await propose(3),
      matchToDecline: await propose(4),
      matchToUndo: rows[0]!.match_id,
    };
    await touchCases(tx, [book.caseId], TODAY);
    return made;
  });
}

async function addClaim(tx: Tx, { companyId, caseId }: Book, n: number): Promise<string> {
  const claimId = randomUUID();
  await tx.query(
    `insert into claim (tenant_id, claim_id, company_id, case_id, number, kind, issued_on, due_on, total_cents, amount_cents)
     values ($1, $2, $3, $4, $5, 'invoice', '2026-10-01', '2026-11-05', $6, $6)`,
    [tx.tenantId, claimId, companyId, caseId, `BANQUE-${n}`, CENTS],
  );
  return claimId;
}

async function addMatch(tx: Tx, { companyId, caseId }: Book, lineId: string, claimId: string): Promise<string> {
  const matchId = randomUUID();
  await tx.query(
    `insert into bank_match (tenant_id, match_id, company_id, line_id, state, rule, confidence, case_id) values ($1, $2, $3, $4, 'proposed', 'amount', 40, $5)`,
    [tx.tenantId, matchId, companyId, lineId, caseId],
  );
  await tx.query(`insert into bank_match_part (tenant_id, match_id, claim_id, amount_cents) values ($1, $2, $3, $4)`, [
    tx.tenantId,
    matchId,
    claimId,
    CENTS,
  ]);
  await tx.query(`update bank_line set state = 'proposed' where tenant_id = $1 and line_id = $2`, [
    tx.tenantId,
    lineId,
  ]);
  return matchId;
}
