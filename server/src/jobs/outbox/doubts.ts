import { RECIPIENT_EMAIL, type Tx } from '../../store/index.ts';
import type { Journal, OutboxEvent, SendRefusal } from './model.ts';

/** A person's act on one message. */
export interface PersonActs {
  actionId: string;
  /** The actor for the journal, `user:<id>`. */
  by: string;
  journal: Journal;
}

interface SettledRow {
  case_id: string;
  step: string;
  recipient: string | null;
  message_id: string | null;
  was: string;
}

async function record(tx: Tx, acts: PersonActs, action: OutboxEvent['action'], row: SettledRow): Promise<void> {
  await acts.journal(tx, [
    {
      actor: acts.by,
      action,
      objectKind: 'case',
      objectId: row.case_id,
      payload: {
        actionId: acts.actionId,
        channel: 'email',
        step: row.step,
        recipient: row.recipient,
        messageId: row.message_id,
        was: row.was,
      },
    },
  ]);
}

/**
 * A person found out that a message in doubt did arrive: it counts as sent. Refuses `MessageNotInDoubt` when it is in
 * another state, for instance because somebody else has just answered.
 */
export async function confirmArrived(tx: Tx, acts: PersonActs): Promise<{ refusal?: SendRefusal }> {
  const { rows } = await tx.query<SettledRow>(
    `with settled as (
       update outbox set state = 'sent', settled_at = clock_timestamp(), settled_by = $3
        where tenant_id = $1 and action_id = $2 and channel = 'email' and state = 'in-doubt'
    returning action_id, recipient, message_id)
     update action a set status = 'done', result = 'sent', done_at = clock_timestamp(), done_by = $3
       from settled s where a.tenant_id = $1 and a.action_id = s.action_id
  returning a.case_id, a.step, s.recipient, s.message_id, 'in-doubt' as was`,
    [tx.tenantId, acts.actionId, acts.by],
  );
  const [row] = rows;
  if (!row) {
    return {
      refusal: {
        code: 'MessageNotInDoubt',
        message: 'Ce message n’est plus en doute. Rechargez la page pour voir où il en est.',
        facts: { actionId: acts.actionId },
      },
    };
  }
  await record(tx, acts, 'message-arrived', row);
  return {};
}

/**
 * A person decides that a message in doubt, or one that was refused, is to be sent again, to the debtor's address of
 * today. It keeps its Message-ID: a mail system that did receive the first copy can recognise the second, and an answer
 * or a bounce still leads to this action. Refuses `MessageNotToSendAgain` in any other state.
 */
export async function sendAgain(tx: Tx, acts: PersonActs): Promise<{ refusal?: SendRefusal }> {
  const { rows } = await tx.query<SettledRow>(
    `with before as (
       select o.action_id, o.state, ${RECIPIENT_EMAIL} as email
         from outbox o
         join action a on a.tenant_id = o.tenant_id and a.action_id = o.action_id
         join collection_case k on k.tenant_id = a.tenant_id and k.case_id = a.case_id
         join debtor d on d.tenant_id = k.tenant_id and d.debtor_id = k.debtor_id
        where o.tenant_id = $1 and o.action_id = $2 and o.channel = 'email' and o.state in ('in-doubt', 'refused')
          for update of o),
     again as (
       update outbox o
          set state = 'due', fence = o.fence + 1, attempts = 0, try_after = clock_timestamp(),
              recipient = coalesce(b.email, o.recipient), settled_at = null, settled_by = null
         from before b where o.tenant_id = $1 and o.action_id = b.action_id and o.channel = 'email'
    returning o.action_id, o.recipient, o.message_id, b.state)
     update action a set status = 'queued', result = null, done_at = null, done_by = null
       from again s where a.tenant_id = $1 and a.action_id = s.action_id
  returning a.case_id, a.step, s.recipient, s.message_id, s.state as was`,
    [tx.tenantId, acts.actionId],
  );
  const [row] = rows;
  if (!row) {
    return {
      refusal: {
        code: 'MessageNotToSendAgain',
        message: 'Seul un message en doute ou refusé peut être renvoyé. Rechargez la page pour voir où il en est.',
        facts: { actionId: acts.actionId },
      },
    };
  }
  await record(tx, acts, 'message-send-again', row);
  return {};
}
