import type { Tx } from '../../store/index.ts';
import { type Journal, OUTBOX } from './model.ts';

export interface Recovered {
  /** Reserved by a worker that is gone: certainly not delivered, due again. */
  freed: number;
  /** Their dot may have left: shown to a person. */
  doubted: number;
}

const EVIDENCE =
  'L’envoi s’est interrompu au moment de remettre la fin du message, avant la réponse du serveur. Le message est peut-être parti.';

interface ExpiredRow {
  action_id: string;
  case_id: string;
  step: string;
  state: 'reserved' | 'ending';
  recipient: string | null;
  message_id: string | null;
  attempts: number;
  leased_by: string | null;
}

/** Puts in order what workers that died or slept have left, for one tenant; safe to run anywhere at any time. */
export async function recoverExpired(tx: Tx, journal: Journal): Promise<Recovered> {
  const { rows } = await tx.query<ExpiredRow>(
    `with expired as (
       select o.action_id, o.state, o.leased_by from outbox o
        where o.tenant_id = $1 and o.channel = 'email' and o.state in ('reserved', 'ending')
          and o.lease_until < clock_timestamp()
          for update skip locked)
     update outbox o
        set state = case e.state when 'ending' then 'in-doubt' else 'due' end,
            server_answer = case e.state when 'ending' then $2 else o.server_answer end,
            leased_by = null, lease_until = null
       from expired e, action a
      where o.tenant_id = $1 and o.action_id = e.action_id and o.channel = 'email'
        and a.tenant_id = o.tenant_id and a.action_id = o.action_id
  returning o.action_id, a.case_id, a.step, e.state, o.recipient, o.message_id, o.attempts, e.leased_by`,
    [tx.tenantId, EVIDENCE],
  );
  const doubted = rows.filter((row) => row.state === 'ending');
  if (doubted.length > 0) {
    await journal(
      tx,
      doubted.map((row) => ({
        actor: OUTBOX,
        action: 'message-in-doubt',
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
          answer: EVIDENCE,
        },
      })),
    );
  }
  return { freed: rows.length - doubted.length, doubted: doubted.length };
}
