import type { Tx } from '../../store/index.ts';
import { type DueMail, OUTBOX, type OutboxEvent } from './model.ts';

/** "The dot of this message is about to leave." */
export interface EndingMark {
  mail: DueMail;
  messageId: string;
}

/** What became of a message that was taken. */
export interface Settlement {
  mail: DueMail;
  state: 'sent' | 'refused' | 'in-doubt' | 'due';
  /** The server's words, or ours in French. */
  answer: string;
  /** For `due`: when to try again. */
  delayMs: number;
  /** For `due`: the message itself was not tried, so the attempt does not count. */
  uncounted: boolean;
  messageId: string | null;
}

/**
 * Writes that dots are about to leave and gives the actions for which they may. This is the fence: a row counts only if it
 * is still reserved, by this worker, under the number it was taken with, with a lease that runs by the database's clock,
 * for an action still queued of a company still live.
 */
export async function markEnding(
  tx: Tx,
  worker: string,
  leaseMs: number,
  marks: readonly EndingMark[],
): Promise<Set<string>> {
  const rows = await tx.arrays<[string]>(
    `update outbox o
        set state = 'ending', message_id = m.message_id,
            lease_until = clock_timestamp() + $3 * interval '1 millisecond'
       from unnest($4::uuid[], $5::bigint[], $6::text[]) as m (action_id, fence, message_id), company c, action a
      where o.tenant_id = $1 and o.action_id = m.action_id and o.channel = 'email' and o.fence = m.fence
        and o.state = 'reserved' and o.leased_by = $2 and o.lease_until > clock_timestamp()
        and c.tenant_id = o.tenant_id and c.company_id = o.company_id and c.mode = 'live'
        and a.tenant_id = o.tenant_id and a.action_id = o.action_id and a.status = 'queued'
  returning o.action_id`,
    [
      tx.tenantId,
      worker,
      leaseMs,
      marks.map((mark) => mark.mail.actionId),
      marks.map((mark) => mark.mail.fence),
      marks.map((mark) => mark.messageId),
    ],
  );
  return new Set(rows.map(([actionId]) => actionId));
}

/**
 * Writes what became of messages; gives the actions that changed. A message found in doubt meanwhile (its worker slept
 * longer than its lease) is settled too when that worker comes back with certain knowledge: the fence tells that nobody
 * took it since.
 */
export async function settle(tx: Tx, settlements: readonly Settlement[]): Promise<Set<string>> {
  const rows = await tx.arrays<[string]>(
    `with settled as (
       update outbox o
          set state = s.state, server_answer = s.answer, message_id = coalesce(o.message_id, s.message_id),
              leased_by = null, lease_until = null,
              attempts = o.attempts - s.uncounted,
              try_after = clock_timestamp() + s.delay_ms * interval '1 millisecond',
              settled_at = case when s.state in ('sent', 'refused') then clock_timestamp() end,
              settled_by = case when s.state in ('sent', 'refused') then $2 end
         from unnest($3::uuid[], $4::bigint[], $5::text[], $6::text[], $7::float8[], $8::int[], $9::text[])
              as s (action_id, fence, state, answer, delay_ms, uncounted, message_id)
        where o.tenant_id = $1 and o.action_id = s.action_id and o.channel = 'email' and o.fence = s.fence
          and (o.state in ('ending', 'in-doubt') or (o.state = 'reserved' and s.state in ('due', 'refused')))
    returning o.action_id, o.state),
     finished as (
       update action a set status = 'done', result = s.state, done_at = clock_timestamp(), done_by = $2
         from settled s
        where a.tenant_id = $1 and a.action_id = s.action_id and s.state in ('sent', 'refused'))
     select action_id from settled`,
    [
      tx.tenantId,
      OUTBOX,
      settlements.map((item) => item.mail.actionId),
      settlements.map((item) => item.mail.fence),
      settlements.map((item) => item.state),
      settlements.map((item) => item.answer),
      settlements.map((item) => item.delayMs),
      settlements.map((item) => (item.uncounted ? 1 : 0)),
      settlements.map((item) => item.messageId),
    ],
  );
  return new Set(rows.map(([actionId]) => actionId));
}

/** What the journal keeps of a settlement; a retry is not worth an entry, its outcome is. */
export function eventOf({ mail, state, answer, messageId }: Settlement): OutboxEvent | null {
  if (state === 'due') return null;
  return {
    actor: OUTBOX,
    action: `message-${state}`,
    objectKind: 'case',
    objectId: mail.caseId,
    payload: {
      actionId: mail.actionId,
      channel: 'email',
      step: mail.step,
      recipient: mail.recipient,
      messageId: messageId ?? mail.messageId,
      attempt: mail.attempts,
      answer,
    },
  };
}
