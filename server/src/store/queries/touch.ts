import { appendJournal, type JournalEvent, prepareEvents } from '../journal/index.ts';
import type { Tx } from '../store.ts';
import { applyCommitments } from './commitments/standing.ts';
import { refreshDeclared } from './einvoice-standing.ts';
import { applyHandOvers } from './hand-overs/holds.ts';
import { markPayersStale } from './payers/index.ts';
import { applyProcedures } from './procedures/standing.ts';
import { withdrawActions } from './withdraw.ts';

/** No scenario writes to a debtor earlier than this before his oldest due date. */
export const LOOK_BACK_DAYS = 60;

/**
 * Brings the sums of the given cases up to date with their claims, takes back what was prepared on facts that are no
 * longer true, and puts the cases before the next pass, which decides again. Everything that changes a claim, a
 * receipt or a debtor ends with this call, in the same transaction, with the events it has to journal: the journal's
 * lock is taken last, after the cases' own. `today` is `YYYY-MM-DD`.
 */
export async function touchCases(
  tx: Tx,
  caseIds: readonly string[],
  today: string,
  events: readonly JournalEvent[] = [],
): Promise<void> {
  const changed: JournalEvent[] = [];
  if (caseIds.length > 0) {
    await refreshDeclared(tx, caseIds);
    await applyCommitments(tx, caseIds, today);
    changed.push(...(await applyProcedures(tx, caseIds, today)));
    await applyHandOvers(tx, caseIds);
  }
  const withdrawn = caseIds.length === 0 ? [] : await withdrawActions(tx, caseIds, 'stale');
  const updating = tx.query(
    `update collection_case c
        set open_cents = s.open_cents,
            open_claims = s.open_claims,
            oldest_due_on = s.oldest_due_on,
            -- A closed case that owes again is open; one that waited for a person has nothing left to wait for.
            status = case when (c.status = 'closed' and s.open_claims > 0) or (c.status = 'parked' and s.open_claims = 0) then 'open' else c.status end,
            status_reason = case when c.status = 'parked' and s.open_claims = 0 then null else c.status_reason end,
            -- Before any day on which the planner could have acted: the next pass looks, whatever the day it is run for.
            next_action_on = case when s.open_claims = 0 then null else least($3::date, s.oldest_due_on - ${LOOK_BACK_DAYS}) end,
            next_step = case when s.open_claims = 0 then null else c.next_step end,
            limitation_stale = true
       from (select w.case_id,
                    coalesce(sum(k.open_cents) filter (where k.kind <> 'credit-note'), 0)
                      - coalesce(sum(k.open_cents) filter (where k.kind = 'credit-note'), 0) as open_cents,
                    count(k.claim_id) filter (where k.kind <> 'credit-note')::int as open_claims,
                    min(k.due_on) filter (where k.kind <> 'credit-note') as oldest_due_on
               from unnest($2::uuid[]) as w(case_id)
               left join claim k on k.tenant_id = $1 and k.case_id = w.case_id and k.status = 'open'
              group by w.case_id) s
      where c.tenant_id = $1 and c.case_id = s.case_id`,
    [tx.tenantId, caseIds, today],
  );
  // A failure is heard below, once what the database does meanwhile is ready.
  updating.catch(() => undefined);
  const prepared = prepareEvents([...events, ...changed, ...withdrawn]);
  await updating;
  await markPayersStale(tx, caseIds);
  if (prepared.events.length > 0) await appendJournal(tx, prepared);
}
