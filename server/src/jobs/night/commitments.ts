import { formatDay } from '@acquit/law';
import { applyCommitments, insertNotices, type Tx } from '../../store/index.ts';
import type { ActionRow, Decided } from './record.ts';

/**
 * What a night does to plans: the notices it decided are kept, and plans whose days have run out are marked, so that
 * lists say what the planner knows. Cases without a plan cost nothing.
 */
export async function recordPlans(tx: Tx, batch: readonly Decided[], written: readonly ActionRow[]): Promise<void> {
  const followed = batch.filter(({ facts }) => facts.plans !== undefined);
  const [first] = followed;
  if (first === undefined) return;
  const notices = new Map<string, Parameters<typeof insertNotices>[1][number]>();
  for (const { actionId, decided, action } of written) {
    const { plan } = action.facts;
    // A notice on two channels is one: its first act stands for both.
    if (plan !== undefined && !notices.has(plan.planId))
      notices.set(plan.planId, { ...plan, actionId, decidedOn: formatDay(decided.decision.on) });
  }
  await insertNotices(tx, [...notices.values()]);
  await applyCommitments(
    tx,
    followed.map(({ facts }) => facts.caseId),
    formatDay(first.decision.on),
  );
}
