import { appendJournal } from '../journal/index.ts';
import type { Tx } from '../store.ts';
import { recountLevels } from './levels.ts';

export interface ActionUndone {
  caseId: string;
  step: string;
  /** What was taken back. */
  was: 'confirmed' | 'skipped' | 'done';
}

/** What may be answered to a task without leading to anything else: nothing has to be undone besides. */
const PLAIN_RESULTS = ['decided', 'sent', 'filled-in'];

/**
 * Takes back what a person last did with an act: a message confirmed that has not begun to leave, a step skipped, a task
 * marked as done. Null when it is too late: it is leaving or has left, something was decided in the case since, or it led
 * to something that has an undo of its own (a call with its promise). The case is not touched: what is prepared again must not be taken back as stale.
 */
export async function undoAction(tx: Tx, order: { actionId: string; by: string }): Promise<ActionUndone | null> {
  const { rows } = await tx.query<{
    case_id: string;
    step: string;
    channel: string;
    status: string;
    result: string | null;
    overtaken: boolean;
  }>(
    `select a.case_id, a.step, a.channel, a.status, a.result,
            exists (select from action l where l.tenant_id = a.tenant_id and l.case_id = a.case_id and l.action_id <> a.action_id
                     and l.created_at > coalesce(a.done_at, a.created_at) and l.status <> 'cancelled' and a.status <> 'queued') as overtaken
       from action a where a.tenant_id = $1 and a.action_id = $2 and a.done_by like 'user:%' for update`,
    [tx.tenantId, order.actionId],
  );
  const [row] = rows;
  if (!row || row.overtaken) return null;
  const written = row.channel !== 'phone' && row.channel !== 'task';
  const was = row.status === 'skipped' ? 'skipped' : row.result === null ? 'confirmed' : 'done';
  if (was === 'confirmed' && !(written && (await takeOut(tx, order.actionId)))) return null;
  if (was === 'done' && !PLAIN_RESULTS.includes(row.result ?? '')) return null;
  const { rowCount } = await tx.query(
    `update action set status = $3, done_at = null, done_by = null, result = null, note = null
      where tenant_id = $1 and action_id = $2 and status in ('queued', 'done', 'skipped')`,
    [tx.tenantId, order.actionId, written && was !== 'done' ? 'to-confirm' : 'to-do'],
  );
  if (rowCount !== 1) return null;
  if (was !== 'skipped' && row.channel !== 'task') {
    // The contact of its own day did not take place: the last one is again what the decisions say.
    await tx.query('update collection_case set last_contact_live = false where tenant_id = $1 and case_id = $2', [
      tx.tenantId,
      row.case_id,
    ]);
    await recountLevels(tx, { caseIds: [row.case_id] });
  }
  await appendJournal(tx, [
    {
      actor: order.by,
      action: 'action.undone',
      objectKind: 'action',
      objectId: order.actionId,
      payload: { caseId: row.case_id, step: row.step, channel: row.channel, was },
    },
  ]);
  return { caseId: row.case_id, step: row.step, was };
}

/** Takes a message out of the outbox; false when it is on its way. A row that a worker holds is not 'due' any more. */
async function takeOut(tx: Tx, actionId: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `delete from outbox where tenant_id = $1 and action_id = $2 and state in ('due', 'to-print', 'captured') and attempts = 0`,
    [tx.tenantId, actionId],
  );
  return rowCount === 1;
}
