import type { Channel } from '@acquit/recovery';
import type { Tx } from '../store.ts';
import { RECIPIENT_EMAIL, RECIPIENT_PHONE } from './customers/contacts.ts';

/** Where the message of an act `a` goes, of its case `c` and debtor `d`: an address, a number, or the lines of an envelope. */
export const RECIPIENT = `case when a.channel = 'email' then ${RECIPIENT_EMAIL} when a.channel = 'sms' then ${RECIPIENT_PHONE}
  else nullif(concat_ws(', ', nullif(array_to_string(d.address_lines, ', '), ''), nullif(concat_ws(' ', d.postcode, d.city), '')), '') end`;

export interface OpenAction {
  actionId: string;
  caseId: string;
  companyId: string;
  channel: Channel;
  mode: 'test' | 'live';
  status: string;
  step: string;
  /** `YYYY-MM-DD` */
  decidedOn: string;
}

/** An action, locked for a decision; null when unknown. */
export async function lockAction(tx: Tx, actionId: string): Promise<OpenAction | null> {
  const { rows } = await tx.query<{
    action_id: string;
    case_id: string;
    company_id: string;
    channel: OpenAction['channel'];
    mode: OpenAction['mode'];
    status: string;
    step: string;
    decided_on: string;
  }>(
    `select action_id, case_id, company_id, channel, mode, status, step, decided_on from action where tenant_id = $1 and action_id = $2 for update`,
    [tx.tenantId, actionId],
  );
  const [row] = rows;
  if (!row) return null;
  return {
    actionId: row.action_id,
    caseId: row.case_id,
    companyId: row.company_id,
    channel: row.channel,
    mode: row.mode,
    status: row.status,
    step: row.step,
    decidedOn: row.decided_on,
  };
}

/**
 * True when a debtor was already contacted on a day by another decision than this one: a message that waited for a person
 * may not come on top of it. The other channel of the same decision is the same contact. Locks the case.
 */
export async function contactedBesides(tx: Tx, action: OpenAction, today: string): Promise<boolean> {
  if (action.mode !== 'live' || action.decidedOn === today) return false;
  const { rows } = await tx.query(
    `select from collection_case c
      where c.tenant_id = $1 and c.case_id = $2 and c.last_contact_on = $3 and c.last_contact_live
        and not exists (select from action b where b.tenant_id = $1 and b.case_id = $2 and b.action_id <> $4 and b.step = $5
                           and b.decided_on = $6 and b.status in ('queued', 'done'))
        for update`,
    [tx.tenantId, action.caseId, today, action.actionId, action.step, action.decidedOn],
  );
  return rows.length > 0;
}

/**
 * Notes that a debtor is contacted on a day by what a person lets go or does himself, so that the pass leaves its days
 * between this contact and the next. It was counted on the day it was prepared, which may be long past.
 */
export async function noteContact(tx: Tx, { caseId, mode }: OpenAction, today: string): Promise<void> {
  if (mode === 'live') await noteContacts(tx, [caseId], today);
}

/** Notes that the debtors of these cases are contacted on a day. */
export async function noteContacts(tx: Tx, caseIds: readonly string[], today: string): Promise<void> {
  await tx.query(
    `update collection_case set last_contact_on = $3, last_contact_live = true
      where tenant_id = $1 and case_id = any($2::uuid[]) and (last_contact_on is null or last_contact_on < $3::date)`,
    [tx.tenantId, caseIds, today],
  );
}

/**
 * Lets a confirmed message go: into the outbox for an e-mail, to the provider `via` for a text message, into the print
 * queue for a letter, and only onto the screen in test mode. The recipient is the debtor's address of this moment.
 */
export async function releaseAction(tx: Tx, action: OpenAction, by: string, via: string | null = null): Promise<void> {
  await tx.query(
    `insert into outbox (tenant_id, action_id, company_id, decided_on, total_cents, channel, via, state, recipient, send_window)
     select a.tenant_id, a.action_id, a.company_id, a.decided_on, a.total_cents, a.channel, case when a.mode = 'live' then $3 end,
            case when a.mode = 'test' then 'captured' when a.channel in ('letter', 'registered') then 'to-print' else 'due' end,
            ${RECIPIENT},
            case when a.channel in ('email', 'sms') then week_minutes(a.facts -> 'window') end
       from action a join collection_case c on c.tenant_id = a.tenant_id and c.case_id = a.case_id
       join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
      where a.tenant_id = $1 and a.action_id = $2`,
    [tx.tenantId, action.actionId, via],
  );
  // In test mode the captured message is all there will be, so the act is done; else its sending will say so.
  await tx.query(
    `update action set status = case when mode = 'test' then 'done' else 'queued' end, done_at = case when mode = 'test' then now() end, done_by = $3
      where tenant_id = $1 and action_id = $2`,
    [tx.tenantId, action.actionId, by],
  );
}

export async function closeAction(
  tx: Tx,
  actionId: string,
  status: 'done' | 'skipped',
  by: string,
  result: string | null,
  note: string | null,
): Promise<void> {
  await tx.query(
    `update action set status = $3, done_at = now(), done_by = $4, result = $5, note = $6 where tenant_id = $1 and action_id = $2`,
    [tx.tenantId, actionId, status, by, result, note],
  );
}

/**
 * Counts what is on its way to a debtor as a contact of this day: a message of an earlier day that a person let go, or that
 * is tried again, leaves as soon as it can, and nothing else may reach him together with it.
 */
export async function noteOnTheirWay(tx: Tx, companyId: string, today: string): Promise<void> {
  await tx.query(
    `update collection_case c set last_contact_on = $3, last_contact_live = true
       from (select distinct a.case_id from outbox o
               join action a on a.tenant_id = o.tenant_id and a.action_id = o.action_id
                            and a.mode = 'live' and a.status = 'queued' and a.decided_on < $3::date
              where o.tenant_id = $1 and o.company_id = $2 and o.state in ('due', 'reserved', 'ending') and o.channel in ('email', 'sms')) w
      where c.tenant_id = $1 and c.case_id = w.case_id and (c.last_contact_on is null or c.last_contact_on < $3::date)`,
    [tx.tenantId, companyId, today],
  );
}
