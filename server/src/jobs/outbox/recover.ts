import type { Tx } from '../../store/index.ts';
import { type Journal, OUTBOX, type OutboxEvent } from './model.ts';

export interface Recovered {
  /** Reserved by a worker that is gone: certainly not delivered, due again. */
  freed: number;
  /** Their dot may have left: shown to a person. */
  doubted: number;
  /** The server's yes was on record already: closed as sent. */
  closed: number;
}

const EVIDENCE =
  'L’envoi s’est interrompu au moment de remettre la fin du message, avant la réponse du serveur. Le message est peut-être parti.';

interface ExpiredRow {
  action_id: string;
  case_id: string;
  step: string;
  state: 'due' | 'in-doubt' | 'sent';
  answer: string | null;
  recipient: string | null;
  message_id: string | null;
  attempts: number;
  leased_by: string | null;
}

/** Puts in order what workers that died or slept have left, for one tenant; safe to run anywhere at any time. */
export async function recoverExpired(tx: Tx, journal: Journal): Promise<Recovered> {
  const { rows } = await tx.query<ExpiredRow>(
    `with expired as (
       select o.action_id, o.leased_by,
              case when o.state = 'reserved' then 'due' when o.settled_at is null then 'in-doubt' else 'sent' end as state
         from outbox o
        where o.tenant_id = $1 and o.channel = 'email' and o.state in ('reserved', 'ending')
          and o.lease_until < clock_timestamp()
          for update skip locked),
     changed as (
       update outbox o
          set state = e.state, server_answer = case e.state when 'in-doubt' then $2 else o.server_answer end,
              leased_by = null, lease_until = null
         from expired e
        where o.tenant_id = $1 and o.action_id = e.action_id and o.channel = 'email'
    returning o.action_id, e.state, o.server_answer as answer, o.recipient, o.message_id, o.attempts, e.leased_by),
     finished as (
       update action a set status = 'done', result = 'sent', done_at = clock_timestamp(), done_by = $3
         from changed s where a.tenant_id = $1 and a.action_id = s.action_id and s.state = 'sent')
     select s.*, a.case_id, a.step from changed s join action a on a.tenant_id = $1 and a.action_id = s.action_id`,
    [tx.tenantId, EVIDENCE, OUTBOX],
  );
  const events = rows.map(eventOf).filter((event) => event !== null);
  if (events.length > 0) await journal(tx, events);
  const count = (state: ExpiredRow['state']) => rows.filter((row) => row.state === state).length;
  return { freed: count('due'), doubted: count('in-doubt'), closed: count('sent') };
}

function eventOf(row: ExpiredRow): OutboxEvent | null {
  if (row.state === 'due') return null;
  return {
    actor: OUTBOX,
    action: `message-${row.state}`,
    objectKind: 'case',
    objectId: row.case_id,
    payload: {
      actionId: row.action_id,
      channel: 'email',
      step: row.step,
      recipient: row.recipient,
      messageId: row.message_id,
      attempt: row.attempts,
      worker: row.leased_by,
      answer: row.answer,
    },
  };
}
