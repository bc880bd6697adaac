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

interface Change {
  mail: DueMail;
  state: Settlement['state'] | 'ending';
  messageId: string | null;
  answer: string | null;
  delayMs: number;
  uncounted: boolean;
}

/** What may change, once the number it was taken with is found unchanged. */
const ALLOWED = `case excluded.state
  when 'ending' then o.state = 'reserved' and o.leased_by = $2 and o.lease_until > clock_timestamp()
    and (select c.mode from company c where c.tenant_id = o.tenant_id and c.company_id = o.company_id) = 'live'
    and (select a.status from action a where a.tenant_id = o.tenant_id and a.action_id = o.action_id) = 'queued'
  when 'due' then o.state in ('reserved', 'ending', 'in-doubt')
  when 'refused' then o.state in ('reserved', 'ending', 'in-doubt')
  else o.state in ('ending', 'in-doubt') end`;

/**
 * Writes that dots are about to leave, and what became of messages; gives the actions for which that held. The server's yes
 * is only noted here (the row stays `ending`, with `settled_at`): `closeAnswered` makes it `sent` together with its entry
 * in the journal, for many messages at once and without anybody waiting for it.
 *
 * The mark is the fence: the dot may leave only if the row is still reserved, by this worker, under the number it was taken
 * with, with a lease that runs by the database's clock, for an action still queued of a company still live.
 *
 * A message found in doubt meanwhile (its worker slept longer than its lease) is settled all the same when that worker
 * comes back with certain knowledge: the number tells that nobody took it since.
 */
export async function advance(
  tx: Tx,
  worker: string,
  leaseMs: number,
  marks: readonly EndingMark[],
  settlements: readonly Settlement[],
): Promise<Set<string>> {
  const changes: Change[] = [
    ...settlements,
    ...marks.map((mark) => ({ ...mark, state: 'ending' as const, answer: null, delayMs: 0, uncounted: false })),
  ];
  const rows = await tx.arrays<[string]>(
    `with changed as (
       insert into outbox as o (tenant_id, action_id, company_id, channel, state, fence, message_id, server_answer,
                                attempts, try_after)
       select $1, n.action_id, n.company_id, 'email', n.state, n.fence, n.message_id, n.answer,
              n.uncounted, clock_timestamp() + n.delay_ms * interval '1 millisecond'
         from unnest($5::uuid[], $6::uuid[], $7::text[], $8::bigint[], $9::text[], $10::text[], $11::int[], $12::float8[])
              as n (action_id, company_id, state, fence, message_id, answer, uncounted, delay_ms)
           on conflict (tenant_id, action_id, channel) do update
          set state = case excluded.state when 'sent' then 'ending' else excluded.state end,
              message_id = coalesce(o.message_id, excluded.message_id),
              server_answer = coalesce(excluded.server_answer, o.server_answer),
              leased_by = case when excluded.state in ('ending', 'sent') then $2 end,
              lease_until = case when excluded.state in ('ending', 'sent')
                                 then clock_timestamp() + $3 * interval '1 millisecond' end,
              attempts = o.attempts - excluded.attempts,
              try_after = case excluded.state when 'due' then excluded.try_after else o.try_after end,
              settled_at = case when excluded.state in ('sent', 'refused') then clock_timestamp() end,
              settled_by = case when excluded.state in ('sent', 'refused') then $4 end
        where o.fence = excluded.fence and ${ALLOWED}
    returning o.action_id, o.state),
     finished as (
       update action a set status = 'done', result = s.state, done_at = clock_timestamp(), done_by = $4
         from changed s
        where a.tenant_id = $1 and a.action_id = s.action_id and s.state = 'refused')
     select action_id from changed`,
    [
      tx.tenantId,
      worker,
      leaseMs,
      OUTBOX,
      changes.map((change) => change.mail.actionId),
      changes.map((change) => change.mail.companyId),
      changes.map((change) => change.state),
      changes.map((change) => change.mail.fence),
      changes.map((change) => change.messageId),
      changes.map((change) => change.answer),
      changes.map((change) => (change.uncounted ? 1 : 0)),
      changes.map((change) => change.delayMs),
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
