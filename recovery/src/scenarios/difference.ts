import { formatDay } from '@acquit/law';
import type { CaseFacts } from '../model/facts.ts';
import type { AheadItem } from '../planner/ahead.ts';
import type { PlanChange, PlanDifference, PlannedSend } from '../views/scenarios.ts';

/** The contacts of a case's plan, as a comparison shows them. */
export function plannedSends(facts: CaseFacts, items: readonly AheadItem[]): PlannedSend[] {
  return items.map(({ on, action }) => ({
    on: formatDay(on),
    caseId: facts.caseId,
    debtorName: facts.debtor.name,
    step: action.step,
    stepName: action.facts.stepName,
    channel: action.channel,
    totalCents: action.totalCents,
  }));
}

export function noDifference(): PlanDifference {
  return { added: 0, removed: 0, moved: 0, changed: 0, same: 0, changes: [] };
}

/**
 * What becomes of each contact of one case from one plan to another, added to `total`. Contacts of the same step and
 * channel are the same one, in their order: on another day it is moved, on the same day with another sum it is changed.
 */
export function comparePlans(
  before: readonly PlannedSend[],
  after: readonly PlannedSend[],
  total: PlanDifference,
): PlanDifference {
  const left = [...after];
  const note = (change: PlanChange): void => {
    total[change.kind] += 1;
    total.changes.push(change);
  };
  for (const send of before) {
    const index = left.findIndex((other) => other.step === send.step && other.channel === send.channel);
    if (index === -1) {
      note({ kind: 'removed', before: send, after: null });
      continue;
    }
    const [other] = left.splice(index, 1) as [PlannedSend];
    if (other.on !== send.on) note({ kind: 'moved', before: send, after: other });
    else if (other.totalCents !== send.totalCents || other.stepName !== send.stepName)
      note({ kind: 'changed', before: send, after: other });
    else total.same += 1;
  }
  for (const send of left) note({ kind: 'added', before: null, after: send });
  return total;
}

/** In the order of the days on which something differs, then of the names. */
export function inOrder(changes: readonly PlanChange[]): PlanChange[] {
  const first = ({ before, after }: PlanChange): string =>
    [before?.on, after?.on].filter((day) => day !== undefined).sort()[0] ?? '';
  const name = ({ before, after }: PlanChange): string => (before ?? after)?.debtorName ?? '';
  return [...changes].sort((a, b) => first(a).localeCompare(first(b)) || name(a).localeCompare(name(b), 'fr'));
}
