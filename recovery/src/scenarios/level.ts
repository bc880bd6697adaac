import { addDays } from '@acquit/law';
import type { ClaimFacts } from '../model/facts.ts';
import type { Scenario, Step } from '../model/scenario.ts';

/** Key of the task that stands where a scenario was told to stop. */
export const SCENARIO_STOP = 'scenario-stop';

/** A formal notice (mise en demeure) is the step that leaves days to pay. */
export function isFormalNotice(step: Step): boolean {
  return step.graceDays !== null;
}

/**
 * The place a claim holds in a scenario: the rank of the last step it went through, found by its key, because ranks
 * change from one version or one scenario to the next. A step that the scenario does not have stands for the highest one
 * that the claim, as late as it then was, would have gone through; never for a formal notice, which is counted as made
 * only when one was: nobody is brought to a decision unwarned, and nobody is put in default twice.
 */
export function levelIn(scenario: Scenario, claim: ClaimFacts): number {
  const level = levelByStep(scenario, claim);
  if (claim.noticeOn === null && !claim.noticeSentOn) return level;
  const notice = scenario.steps.find(isFormalNotice);
  return notice === undefined ? level : Math.max(level, notice.rank);
}

function levelByStep(scenario: Scenario, claim: ClaimFacts): number {
  const { levelStep, levelOn, dueOn } = claim;
  if (!levelStep) return claim.level;
  const same = scenario.steps.find((step) => step.key === levelStep);
  if (same !== undefined) return same.rank;
  // Nothing comes after a stop as long as the scenario keeps it.
  if (levelStep === SCENARIO_STOP && scenario.stops?.afterStep !== undefined) return scenario.steps.at(-1)?.rank ?? -1;
  if (levelOn === null || dueOn === null) return -1;
  let level = -1;
  for (const step of scenario.steps) {
    if (isFormalNotice(step)) break;
    if (step.countedFrom === 'due-date' && addDays(dueOn, step.offsetDays) <= levelOn) level = step.rank;
  }
  return level;
}
