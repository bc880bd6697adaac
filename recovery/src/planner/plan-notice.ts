import { addDays, type Day, day, euros, formatDay, frenchDate } from '@acquit/law';
import { missedPlan } from '../commitments/plan-holds.ts';
import { addWorkingDays } from '../einvoice/standing.ts';
import type { MessageFacts, Reason } from '../model/decision.ts';
import type { CaseFacts, PlanFacts, PlanNotice } from '../model/facts.ts';
import type { Step } from '../model/scenario.ts';
import { fr } from '../texts/typography.ts';
import type { Position } from './book.ts';
import { contactGate, type Standing, type Terms } from './due.ts';
import { type Context, messageOnAll } from './message.ts';

export const PLAN_MISSED = 'plan-missed';

/**
 * The notice of a missed instalment belongs to no scenario: the plan's own clause makes it. It goes as a formal notice
 * does, by a letter that proves itself and by e-mail.
 */
export const planMissedStep: Step = {
  key: PLAN_MISSED,
  rank: -1,
  name: 'Mise en demeure de l’échéancier',
  offsetDays: 0,
  countedFrom: 'due-date',
  channels: ['registered', 'email'],
  tone: 'formal',
  objective: 'warn',
  accessories: 'none',
  release: 'automatic',
  graceDays: null,
};

/** The first day from `from` on which a plan that is missed then may be given its notice; null when none calls for one. */
export function planNoticeDue(terms: Terms, lastContactOn: Day | null, from: Day): { on: Day; step: Step } | null {
  if (missedPlan(terms.facts, from) === null) return null;
  for (let on = from; ; ) {
    const wait = contactGate(planMissedStep, lastContactOn, terms, on);
    if (wait === null) return { on, step: planMissedStep };
    on = wait.lookAgainOn!;
  }
}

/** What the notice of a day says, and why; null when no plan calls for one, or when it must wait for its turn. */
export function planNotice(context: Context, standing: Standing): { facts: MessageFacts; reason: Reason } | null {
  const { facts, terms, on } = context;
  const missed = missedPlan(facts, on);
  if (missed === null || contactGate(planMissedStep, standing.lastContactOn, terms, on) !== null) return null;
  const { plan } = missed;
  const { missingCents, missedUpTo, covered, receivedCents } = missed.standing;
  const first = plan.instalments[covered]!;
  const total = plan.instalments.reduce((sum, one) => sum + one.cents, 0);
  const step = { ...planMissedStep, graceDays: plan.clauseDays };
  const recalled = messageOnAll(step, { ...standing, ...recalledBy(plan, facts) }, context);
  return {
    facts: {
      ...recalled.facts,
      about: {
        kind: 'plan-missed',
        signedOn: formatDay(plan.signedOn),
        missedOn: formatDay(first.dueOn),
        missedCents: missingCents,
        balanceCents: total - receivedCents,
        noticeDays: plan.clauseDays,
      },
      plan: { planId: plan.planId, upTo: missedUpTo, expiresOn: formatDay(expiryOf(plan, context)) },
    },
    reason: {
      code: 'PlanMissed',
      message: fr`Échéancier signé le ${frenchDate(plan.signedOn)} : il manque ${euros(missingCents)} à l’échéance du ${frenchDate(first.dueOn)}. Une échéance manquée ne rend pas tout exigible (art. 1305-4 C. civ.) : la mise en demeure qui vise la clause part d’abord.`,
    },
  };
}

/** The invoices of a plan, recalled beside what was missed and asked of nobody. */
function recalledBy(plan: PlanFacts, facts: CaseFacts): Pick<Standing, 'positions' | 'book'> {
  const positions: Position[] = [];
  for (const claim of facts.claims) {
    if (claim.dueOn === null || !plan.claimIds.includes(claim.claimId)) continue;
    positions.push({ claim, dueOn: claim.dueOn, level: claim.level, levelOn: claim.levelOn, coveredCents: 0 });
  }
  return { positions, book: { positions, credits: [], creditCents: 0, exclusions: [], resumesOn: null } };
}

/** Last day to answer, counted from the day the post is taken to have brought the notice. */
function expiryOf(plan: PlanFacts, { on, company }: Context): Day {
  return addDays(addWorkingDays(on, company.settings.postalDelayWorkingDays), plan.clauseDays);
}

/** The plans of a case once a notice has been decided: that notice runs. */
export function withNotice(facts: CaseFacts, message: MessageFacts): PlanFacts[] {
  const { planId, upTo, expiresOn } = message.plan!;
  const notice: PlanNotice = { upTo, expiresOn: day(expiresOn) };
  return (facts.plans ?? []).map((plan) =>
    plan.planId === planId ? { ...plan, notices: [...plan.notices, notice] } : plan,
  );
}
