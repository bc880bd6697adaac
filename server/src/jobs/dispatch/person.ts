import { appendJournal, type JournalEvent, type Tx } from '../../store/index.ts';
import type { SendRefusal } from '../outbox/index.ts';

/** A person's act on one paid sending. */
export interface PaidAct {
  actionId: string;
  /** `user:<id>` */
  by: string;
}

interface Row {
  case_id: string;
  step: string;
  channel: string;
  via: string;
  was: string;
}

const told = (acts: PaidAct, row: Row, action: string): JournalEvent => ({
  actor: acts.by,
  action,
  objectKind: 'case',
  objectId: row.case_id,
  payload: { actionId: acts.actionId, channel: row.channel, step: row.step, via: row.via, was: row.was },
});

/** A person found out that a sending in doubt did leave: it counts as sent. Refuses `MessageNotInDoubt`. */
export async function paidArrived(tx: Tx, acts: PaidAct): Promise<{ refusal?: SendRefusal }> {
  const { rows } = await tx.query<Row>(
    `with settled as (
       update outbox set state = 'sent', settled_at = clock_timestamp(), settled_by = $3
        where tenant_id = $1 and action_id = $2 and via is not null and state = 'in-doubt' returning action_id, channel, via)
     update action a set status = 'done', result = 'sent', done_at = clock_timestamp(), done_by = $3
       from settled s where a.tenant_id = $1 and a.action_id = s.action_id
     returning a.case_id, a.step, s.channel, s.via, 'in-doubt' as was`,
    [tx.tenantId, acts.actionId, acts.by],
  );
  const [row] = rows;
  if (!row)
    return {
      refusal: {
        code: 'MessageNotInDoubt',
        message: 'Cet envoi n’est plus en doute. Rechargez la page pour voir où il en est.',
        facts: { actionId: acts.actionId },
      },
    };
  await appendJournal(tx, [told(acts, row, 'message-arrived')]);
  return {};
}

/**
 * A person has made sure that a sending in doubt did not leave, or put right what made one refused: it is handed over again
 * under the same name. The bill of a second one, should he be mistaken, is his. Refuses `MessageNotToSendAgain`.
 */
export async function paidAgain(tx: Tx, acts: PaidAct): Promise<{ refusal?: SendRefusal }> {
  const { rows } = await tx.query<Row>(
    `with before as (
       select action_id, channel, via, state from outbox
        where tenant_id = $1 and action_id = $2 and via is not null and state in ('in-doubt', 'refused') for update),
     again as (
       update outbox o set state = 'due', fence = o.fence + 1, attempts = 0, try_after = clock_timestamp(), settled_at = null, settled_by = null
         from before b where o.tenant_id = $1 and o.action_id = b.action_id and o.channel = b.channel
       returning o.action_id, o.channel, o.via, b.state),
     -- He is certain: a « no » to the next attempt is about that attempt and nothing else.
     forgotten as (delete from dispatch s using again g where s.tenant_id = $1 and s.action_id = g.action_id)
     update action a set status = 'queued', result = null, done_at = null, done_by = null
       from again s where a.tenant_id = $1 and a.action_id = s.action_id
     returning a.case_id, a.step, s.channel, s.via, s.state as was`,
    [tx.tenantId, acts.actionId],
  );
  const [row] = rows;
  if (!row)
    return {
      refusal: {
        code: 'MessageNotToSendAgain',
        message: 'Seul un envoi en doute ou refusé peut être redemandé. Rechargez la page pour voir où il en est.',
        facts: { actionId: acts.actionId },
      },
    };
  await appendJournal(tx, [told(acts, row, 'message-send-again')]);
  return {};
}

/** A letter that its provider refused goes back to the print queue, to be posted by the user. False in any other state. */
export async function backToPrint(tx: Tx, acts: PaidAct): Promise<boolean> {
  const { rows } = await tx.query<Row>(
    `with before as (
       select action_id, channel, via, state from outbox
        where tenant_id = $1 and action_id = $2 and via is not null and channel in ('letter', 'registered') and state in ('due', 'refused') for update),
     again as (
       update outbox o set state = 'to-print', via = null, fence = o.fence + 1, attempts = 0, server_answer = null, settled_at = null, settled_by = null
         from before b where o.tenant_id = $1 and o.action_id = b.action_id and o.channel = b.channel
       returning o.action_id, o.channel, b.via, b.state)
     update action a set status = 'queued', result = null, done_at = null, done_by = null
       from again s where a.tenant_id = $1 and a.action_id = s.action_id
     returning a.case_id, a.step, s.channel, s.via, s.state as was`,
    [tx.tenantId, acts.actionId],
  );
  const [row] = rows;
  if (!row) return false;
  await appendJournal(tx, [told(acts, row, 'dispatch.taken-back')]);
  return true;
}
