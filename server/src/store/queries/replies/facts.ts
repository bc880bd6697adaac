import type { CaseFacts, DebtorFacts } from '@acquit/recovery';
import type { Tx } from '../../store.ts';
import { storedDay } from '../stored-day.ts';

/**
 * Puts into the facts of some cases what came back from their debtors: the answer that nobody has read, and the
 * addresses that take nothing, at which nobody is written to. Two questions for a whole batch; a company that reads no
 * replies has nothing for them to find.
 */
export async function addReplies(tx: Tx, facts: readonly CaseFacts[]): Promise<void> {
  if (facts.length === 0) return;
  const unread = new Map(
    await tx.arrays<[string, string]>(
      `select case_id, min(on_day)
         from (select case_id, on_day from reply
                where tenant_id = $1 and case_id = any($2::uuid[]) and state = 'to-read' and kind = 'human'
               union all
               -- What he says on his own page waits for an answer as a letter does.
               select case_id, on_day from portal_act where tenant_id = $1 and case_id = any($2::uuid[]) and read_at is null) waiting
        group by case_id`,
      [tx.tenantId, facts.map((one) => one.caseId)],
    ),
  );
  for (const one of facts) {
    const on = unread.get(one.caseId);
    if (on !== undefined) one.unreadReplyOn = storedDay(on);
  }
  const addresses = [...new Set(facts.flatMap(({ debtor }) => addressesOf(debtor)))];
  if (addresses.length === 0) return;
  const refused = new Map(
    await tx.arrays<[string, string]>(
      'select email_key, refused_on from refused_address where tenant_id = $1 and email_key = any($2::text[])',
      [tx.tenantId, addresses],
    ),
  );
  if (refused.size > 0) for (const { debtor } of facts) leaveOut(debtor, refused);
}

/** An open invoice of a case as the reader of a message wants it. */
export interface ClaimToRead {
  claimId: string;
  number: string;
  dueOn: string | null;
  openCents: number;
}

/** The open invoices of a case, the oldest due first, as the reader of a message and whoever decides on it want them. */
export async function openClaimsToRead(tx: Tx, caseId: string): Promise<ClaimToRead[]> {
  const rows = await tx.arrays<[string, string, string | null, bigint]>(
    `select claim_id, number, due_on, open_cents from claim
      where tenant_id = $1 and case_id = $2 and status = 'open' and kind <> 'credit-note' order by due_on, number limit ${CLAIMS_READ}`,
    [tx.tenantId, caseId],
  );
  return rows.map(([claimId, number, dueOn, cents]) => ({ claimId, number, dueOn, openCents: Number(cents) }));
}

const CLAIMS_READ = 1_000;

const keyOf = (email: string): string => email.toLowerCase();

function addressesOf({ email, contacts = [] }: DebtorFacts): string[] {
  return [email, ...contacts.map((contact) => contact.email)].flatMap((one) => (one === null ? [] : keyOf(one)));
}

function leaveOut(debtor: DebtorFacts, refused: ReadonlyMap<string, string>): void {
  const on = debtor.email === null ? undefined : refused.get(keyOf(debtor.email));
  if (debtor.email !== null && on !== undefined) {
    debtor.refusedEmail = { address: debtor.email, on: storedDay(on) };
    debtor.email = null;
  }
  for (const contact of debtor.contacts ?? [])
    if (contact.email !== null && refused.has(keyOf(contact.email))) contact.email = null;
}
