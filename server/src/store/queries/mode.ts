import type { Tx } from '../store.ts';
import { recountLevels } from './levels.ts';
import { LOOK_BACK_DAYS } from './touch.ts';

/**
 * Switches a company between test and live. Going live forgets what was only captured: levels and last contacts are
 * counted from what really left, open acts prepared in test mode are set aside, captured messages stay where they are
 * and never leave, and every case with something open is looked at again on `today`.
 */
export async function switchMode(tx: Tx, companyId: string, mode: 'test' | 'live', today: string): Promise<void> {
  await tx.query('update company set mode = $3 where tenant_id = $1 and company_id = $2', [
    tx.tenantId,
    companyId,
    mode,
  ]);
  await tx.query(
    `update action set status = 'cancelled', result = 'mode-switched', done_at = now(), done_by = 'acquit'
      where tenant_id = $1 and company_id = $2 and mode <> $3 and status in ('to-confirm', 'to-do')`,
    [tx.tenantId, companyId, mode],
  );
  // What waits to leave for real must not go on leaving once the user has stopped everything.
  if (mode === 'test') {
    await tx.query(
      `with held as (update outbox set state = 'cancelled', settled_at = now(), settled_by = 'acquit'
                      where tenant_id = $1 and company_id = $2 and state in ('due', 'to-print') returning action_id),
            stopped as (update action a set status = 'cancelled', result = 'mode-switched', done_at = now(), done_by = 'acquit'
                          from held h where a.tenant_id = $1 and a.action_id = h.action_id returning a.action_id)
       delete from action_claim m using stopped s where m.tenant_id = $1 and m.action_id = s.action_id`,
      [tx.tenantId, companyId],
    );
  }
  await recountLevels(tx, { companyId });
  await tx.query(
    `update collection_case set status = case when status = 'parked' then 'open' else status end,
            status_reason = case when status = 'parked' then null else status_reason end,
            next_action_on = least($3::date, oldest_due_on - ${LOOK_BACK_DAYS}), next_step = null
      where tenant_id = $1 and company_id = $2 and open_claims > 0 and status <> 'closed'`,
    [tx.tenantId, companyId, today],
  );
}
