import { type Day, day } from '@acquit/law';
import {
  type CaseFacts,
  type CompanySettings,
  type Decision,
  type Freshness,
  freshnessOf,
  isPostal,
} from '@acquit/recovery';

/** Bank statements, as a story tells them: imported on a day, they tell what came until another. */
export interface StoryStatements {
  statements?: { on: string; until: string }[];
}

/** A message that was prepared and has not left, with the facts as they stood before it was. */
export interface Waiting {
  since: Day;
  before: CaseFacts;
}

/** How recent the bank's data are on a day, by the real guard; null for a story without statements. */
export function bankOn(
  story: StoryStatements,
  { bankFreshnessWorkingDays }: CompanySettings,
  on: Day,
): Freshness | null {
  if (story.statements === undefined) return null;
  const until = story.statements.filter((told) => day(told.on) <= on).map((told) => day(told.until));
  return freshnessOf({
    accounts: [
      {
        bankAccountId: 'account',
        label: 'compte courant',
        coveredUntil: until.length === 0 ? null : (Math.max(...until) as Day),
        retired: false,
      },
    ],
    limitWorkingDays: bankFreshnessWorkingDays,
    failingSources: [],
    released: false,
    on,
  });
}

/**
 * A message that waited is taken back by the next pass, which prepares it again from the facts of its own day: the claims
 * fall back to the level they had. A letter waits for somebody's hand, not for the bank.
 */
export function takeBack(waiting: Waiting | null, facts: CaseFacts): CaseFacts {
  return waiting === null ? facts : asBefore(facts, waiting.before);
}

/** What waits once a day's decision is made: its message, when nothing may leave and no paper goes with it. */
export function waitingAfter(
  decision: Decision | null,
  heldBack: string | null,
  before: CaseFacts,
  on: Day,
): Waiting | null {
  const channels = decision?.actions.map(({ channel }) => channel) ?? [];
  const waits = heldBack !== null && channels.includes('email') && !channels.some(isPostal);
  return waits ? { since: on, before } : null;
}

function asBefore(facts: CaseFacts, before: CaseFacts): CaseFacts {
  const levels = new Map(before.claims.map((claim) => [claim.claimId, claim]));
  const claims = facts.claims.map((claim) => {
    const known = levels.get(claim.claimId);
    if (known === undefined) return claim;
    const { levelStep: _, ...rest } = claim;
    const step = known.levelStep === undefined ? {} : { levelStep: known.levelStep };
    return { ...rest, ...step, level: known.level, levelOn: known.levelOn };
  });
  return { ...facts, claims, lastContactOn: before.lastContactOn };
}
