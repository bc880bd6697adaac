import type { MessageFacts, MessageRow, MessageState, Page, Reason, WrittenChannel } from '@acquit/recovery';
import type { Tx } from '../store.ts';
import { RECIPIENT } from './actions.ts';
import { isInstantText, isUuidText, PAGE_SIZE, pageOf, readCursor } from './cursor.ts';

/** What the screen asks for; the three states of a message on its way are one to a person. */
export type MessageFilter = 'captured' | 'in-doubt' | 'sent' | 'refused' | 'to-print' | 'printed' | 'queued';

interface Row {
  action_id: string;
  case_id: string;
  debtor_name: string;
  channel: WrittenChannel;
  state: MessageState;
  step_name: string;
  recipient: string | null;
  decided_on: string;
  total_cents: bigint;
  settled_at: string | null;
  server_answer: string | null;
  attempts: number;
  created_at: string;
  message_id: string | null;
  reasons: Reason[];
  facts: MessageFacts;
}

const COLUMNS = `o.action_id, a.case_id, d.name as debtor_name, o.channel, o.state, coalesce(a.facts ->> 'stepName', a.step) as step_name,
  o.recipient, a.decided_on, a.total_cents, o.settled_at, o.server_answer, o.attempts, o.created_at, o.message_id`;
const FROM = `from outbox o join action a on a.tenant_id = o.tenant_id and a.action_id = o.action_id
  join collection_case c on c.tenant_id = a.tenant_id and c.case_id = a.case_id
  join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id where o.tenant_id = $1`;

/** One page of a company's messages in a state, latest first. */
export async function listMessages(
  tx: Tx,
  companyId: string,
  filter: MessageFilter,
  cursor: string | undefined,
): Promise<Page<MessageRow>> {
  const key = readCursor(cursor, 'ss');
  const valid = key !== null && isInstantText(key[0]) && isUuidText(key[1]);
  const states = filter === 'queued' ? ['due', 'reserved', 'ending'] : [filter];
  const after = valid ? 'and (o.created_at, o.action_id) < ($3::timestamptz, $4::uuid)' : '';
  const order = 'order by o.created_at desc, o.action_id desc';
  // One index walk per state, so that a page never sorts a whole state.
  const walks = states.map(
    (state) =>
      `(select ${COLUMNS} ${FROM} and o.company_id = $2 and o.state = '${state}' ${after} ${order} limit ${PAGE_SIZE + 1})`,
  );
  const { rows } = await tx.query<Row>(
    `select * from (${walks.join(' union all ')}) o ${order} limit ${PAGE_SIZE + 1}`,
    valid ? [tx.tenantId, companyId, key[0], key[1]] : [tx.tenantId, companyId],
  );
  return pageOf(rows, messageRow, (row) => [row.created_at, row.action_id]);
}

export interface StoredMessage {
  row: MessageRow;
  messageId: string | null;
  reasons: Reason[];
  facts: MessageFacts;
}

/** A message of an act in one channel, also before anybody has agreed that it may leave: it is read first. */
export async function findMessage(tx: Tx, actionId: string, channel: WrittenChannel): Promise<StoredMessage | null> {
  const { rows } = await tx.query<Row>(
    `select ${COLUMNS}, a.reasons, a.facts ${FROM} and o.action_id = $2 and o.channel = $3
     union all
     select a.action_id, a.case_id, d.name, a.channel, 'waiting', coalesce(a.facts ->> 'stepName', a.step), ${RECIPIENT},
            a.decided_on, a.total_cents, null, null, 0, null, null, a.reasons, a.facts
       from action a join collection_case c on c.tenant_id = a.tenant_id and c.case_id = a.case_id
       join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
      where a.tenant_id = $1 and a.action_id = $2 and a.channel = $3 and a.status in ('to-confirm', 'to-do')
        and not exists (select from outbox o where o.tenant_id = $1 and o.action_id = $2 and o.channel = $3)`,
    [tx.tenantId, actionId, channel],
  );
  const [row] = rows;
  return row ? { row: messageRow(row), messageId: row.message_id, reasons: row.reasons, facts: row.facts } : null;
}

/** Of the given actions, the letters of the company that wait to be printed, locked until the transaction ends. */
export async function lettersToPrint(tx: Tx, companyId: string, actionIds: readonly string[]): Promise<string[]> {
  const { rows } = await tx.query<{ action_id: string }>(
    `select action_id from outbox where tenant_id = $1 and company_id = $2 and action_id = any($3::uuid[])
        and state = 'to-print' and channel in ('letter', 'registered') order by action_id for update`,
    [tx.tenantId, companyId, actionIds],
  );
  return rows.map((row) => row.action_id);
}

/** Marks letters of the print queue as printed, and their actions as done; gives those that were still waiting. */
export async function markPrinted(
  tx: Tx,
  companyId: string,
  actionIds: readonly string[],
  by: string,
): Promise<{ actionId: string; caseId: string }[]> {
  const { rows } = await tx.query<{ action_id: string; case_id: string }>(
    `with printed as (
       update outbox set state = 'printed', settled_at = now(), settled_by = $4
        where tenant_id = $1 and company_id = $2 and action_id = any($3::uuid[]) and state = 'to-print' and channel in ('letter', 'registered')
        returning action_id, company_id, channel),
     -- Posted by the user, who will say what becomes of it.
     posted as (
       insert into dispatch (tenant_id, action_id, company_id, channel, our_ref)
       select $1, action_id, company_id, channel, replace(action_id::text, '-', '') from printed where channel = 'registered')
     update action a set status = 'done', done_at = now(), done_by = $4 from printed p
      where a.tenant_id = $1 and a.action_id = p.action_id returning a.action_id, a.case_id`,
    [tx.tenantId, companyId, actionIds, by],
  );
  return rows.map((row) => ({ actionId: row.action_id, caseId: row.case_id }));
}

function messageRow(row: Row): MessageRow {
  return {
    actionId: row.action_id,
    caseId: row.case_id,
    debtorName: row.debtor_name,
    channel: row.channel,
    state: row.state,
    stepName: row.step_name,
    recipient: row.recipient,
    decidedOn: row.decided_on,
    totalCents: Number(row.total_cents),
    settledAt: row.settled_at,
    serverAnswer: row.server_answer,
    attempts: row.attempts,
  };
}
