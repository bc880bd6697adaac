import type { JournalEvent } from '../journal/index.ts';
import type { Tx } from '../store.ts';
import { recountLevels } from './levels.ts';

/** A message or a call that has not left, and a task that has not been done. What a sender has reserved is on its way. */
const PENDING = `a.status in ('to-confirm', 'to-do', 'queued')
  and (a.status <> 'queued' or exists (select from outbox o where o.tenant_id = a.tenant_id and o.action_id = a.action_id
                                          and o.state in ('due', 'to-print')))`;

const STATED = `jsonb_to_recordset(a.facts -> 'claims') as f("claimId" uuid)
  join claim k on k.tenant_id = a.tenant_id and k.claim_id = f."claimId"`;

/** True in SQL when what an action says is no longer so: a claim it names is closed, or money moved since. */
const STALE = `case when a.channel = 'task'
  then not exists (select from ${STATED} where k.status = 'open')
  else exists (select from ${STATED} where k.status <> 'open')
    or exists (select from receipt r where r.tenant_id = a.tenant_id and r.case_id = a.case_id
                  and (r.entered_at > a.created_at or r.cancelled_at > a.created_at))
    or exists (select from claim n where n.tenant_id = a.tenant_id and n.case_id = a.case_id
                  and n.kind = 'credit-note' and n.created_at > a.created_at)
    or exists (select from claim_hold h where h.tenant_id = a.tenant_id and h.case_id = a.case_id and h.created_at > a.created_at) end`;

/**
 * Takes back what was prepared for these cases and has not left, so that the next pass prepares it again from the
 * facts: `stale` what no longer says the truth (a debtor who has just paid must not be asked again), `contacts` every
 * contact, because the debtor's address or kind has changed. The claims fall back to the level they had. Gives the
 * events to journal.
 */
export async function withdrawActions(
  tx: Tx,
  caseIds: readonly string[],
  which: 'stale' | 'contacts',
): Promise<JournalEvent[]> {
  const chosen = `a.case_id = any($2::uuid[]) and ${which === 'stale' ? STALE : `a.channel <> 'task'`}`;
  return eventsOf(await withdraw(tx, chosen, [caseIds]));
}

/**
 * Takes back what the pass of a day would have let leave by itself and has not left: by the companies' own will, not
 * because it was untrue. Gives the cases it was about, and the events to journal.
 */
export async function withdrawDay(
  tx: Tx,
  companyId: string,
  onDay: string,
): Promise<{ caseIds: string[]; events: JournalEvent[] }> {
  const rows = await withdraw(
    tx,
    `a.company_id = $2::uuid and a.decided_on = $3::date and a.mode = 'live' and a.status = 'queued' and a.done_by is null`,
    [companyId, onDay],
  );
  return { caseIds: casesOf(rows), events: eventsOf(rows) };
}

/**
 * True in SQL when an action `a` says the state of the day it was prepared for and nobody let it go: what is written once
 * for all (`about`), and the copy of a registered letter, are not so.
 */
export const WRITTEN_FOR_ITS_DAY = `a.done_by is null and not a.facts ? 'about'
  and not exists (select from action p where p.tenant_id = a.tenant_id and p.case_id = a.case_id and p.step = a.step
                     and p.decided_on = a.decided_on and p.channel in ('letter', 'registered') and p.status <> 'cancelled')`;

/**
 * The day before which messages wait for the pass of today to prepare them again; null when it has run, or when no pass ever
 * has. A machine that is switched on again after some days must not send first what it had prepared before.
 */
export async function passToCome(tx: Tx, companyId: string, today: string): Promise<string | null> {
  const rows = await tx.arrays<[boolean | null]>(
    'select max(on_day) < $3::date from pass where tenant_id = $1 and company_id = $2',
    [tx.tenantId, companyId, today],
  );
  return rows[0]?.[0] === true ? today : null;
}

/**
 * Takes back messages of a company that were to leave by themselves before `today` and were never tried, because the bank's
 * data were too old or the machine was off: the pass of the day prepares them again from the facts, so that what leaves
 * says the state of its own day, and two messages that waited do not reach one debtor together. What a person let go, a day
 * that waits for an answer, the copy of a registered letter and what is written once for all (`about`) stay as they are.
 */
export async function withdrawUnsent(
  tx: Tx,
  companyId: string,
  today: string,
): Promise<{ caseIds: string[]; events: JournalEvent[] }> {
  const rows = await withdraw(
    tx,
    `a.company_id = $2::uuid and a.decided_on < $3::date and a.mode = 'live' and a.status = 'queued' and ${WRITTEN_FOR_ITS_DAY}
       and a.action_id in (select o.action_id from outbox o
                            where o.tenant_id = $1 and o.company_id = $2::uuid and o.state = 'due' and o.attempts = 0
                              and o.channel in ('email', 'sms'))
       and not exists (select from volume_stop v where v.tenant_id = $1 and v.company_id = $2::uuid and v.on_day = a.decided_on
                          and v.state = 'waiting')`,
    [companyId, today],
  );
  return { caseIds: casesOf(rows), events: eventsOf(rows) };
}

interface Withdrawn {
  action_id: string;
  case_id: string;
  step: string;
  channel: string;
}

/** Withdraws the pending actions that a condition on `a` chooses; its parameters come after the tenant. */
async function withdraw(tx: Tx, condition: string, parameters: readonly unknown[]): Promise<Withdrawn[]> {
  const { rows } = await tx.query<Withdrawn>(
    `with chosen as (
       select a.tenant_id, a.action_id, a.status
         from action a
        where a.tenant_id = $1 and ${PENDING} and ${condition}
     ), stopped as (
       update outbox o set state = 'cancelled', settled_at = now(), settled_by = 'acquit'
         from chosen s
        where o.tenant_id = s.tenant_id and o.action_id = s.action_id and o.state in ('due', 'to-print')
        returning o.action_id
     )
     update action a set status = 'cancelled', result = 'withdrawn', done_at = now(), done_by = 'acquit'
       from chosen s
      where a.tenant_id = s.tenant_id and a.action_id = s.action_id
        and (s.status <> 'queued' or a.action_id in (select action_id from stopped))
     returning a.action_id, a.case_id, a.step, a.channel`,
    [tx.tenantId, ...parameters],
  );
  if (rows.length === 0) return rows;
  const actionIds = rows.map((row) => row.action_id);
  await tx.query('delete from action_claim where tenant_id = $1 and action_id = any($2::uuid[])', [
    tx.tenantId,
    actionIds,
  ]);
  await recountLevels(tx, { caseIds: casesOf(rows) });
  return rows;
}

const casesOf = (rows: readonly Withdrawn[]): string[] => [...new Set(rows.map((row) => row.case_id))];

const eventsOf = (rows: readonly Withdrawn[]): JournalEvent[] =>
  rows.map((row) => ({
    actor: 'acquit',
    action: 'action.cancelled',
    objectKind: 'action',
    objectId: row.action_id,
    payload: { caseId: row.case_id, step: row.step, channel: row.channel },
  }));
