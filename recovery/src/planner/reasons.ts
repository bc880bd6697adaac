import { type Day, frenchDate } from '@acquit/law';
import type { Reason, StatedClaim } from '../model/decision.ts';
import type { CaseFacts } from '../model/facts.ts';
import type { CountedFrom, Step } from '../model/scenario.ts';
import { levelIn, SCENARIO_STOP } from '../scenarios/level.ts';
import { days, enumerated, fr, s } from '../texts/typography.ts';
import type { Wait } from './due.ts';
import type { Context, Message } from './message.ts';
import { isBeforeDue, isTask } from './steps.ts';

const LISTED = 3;

/** « F-1, F-2, F-3 et 4 autres » */
function numbers(claims: StatedClaim[]): string {
  const shown = claims.slice(0, LISTED).map((claim) => claim.number);
  const rest = claims.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} et ${rest} autre${s(rest)}` : enumerated(shown);
}

function invoices(claims: StatedClaim[]): string {
  return `Facture${s(claims.length)} ${numbers(claims)}`;
}

/** Why a step is made today: what reached it, what was skipped on the way, what is listed beside it. */
export function reasonsOf(message: Message, step: Step, context: Context): Reason[] {
  const reasons: Reason[] = [];
  const main = message.facts.claims.filter((claim) => claim.group === 'main');
  const also = message.facts.claims.filter((claim) => claim.group === 'also');
  const upcoming = message.facts.claims.filter((claim) => claim.group === 'upcoming');
  reasons.push({ code: 'StepReached', message: reachedSentence(main, step, context) });
  const skipped = skippedSteps(main, step, context);
  if (skipped !== null) reasons.push(skipped);
  if (also.length > 0) {
    reasons.push({
      code: 'AlsoListed',
      message: fr`${invoices(also)} : également en retard, rappelée${s(also.length)} en même temps plutôt qu’à part.`,
    });
  }
  if (upcoming.length > 0) {
    reasons.push({
      code: 'UpcomingListed',
      message: fr`${invoices(upcoming)} : pas encore échue${s(upcoming.length)}, annoncée${s(upcoming.length)} en même temps.`,
    });
  }
  if (message.facts.creditCents > 0) {
    reasons.push({
      code: 'CreditsNetted',
      message: 'Les avoirs et sommes non affectées sont déduits de ce qui est demandé.',
    });
  }
  reasons.push(...message.reasons);
  return reasons;
}

function reachedSentence(main: StatedClaim[], step: Step, { facts, walk }: Context): string {
  const oldest = Math.max(...main.map((claim) => claim.daysLate));
  if (isBeforeDue(step)) return fr`${invoices(main)} : l’échéance approche, l’étape « ${step.name} » est atteinte.`;
  if (step.key === SCENARIO_STOP)
    return fr`${invoices(main)} : toujours sans règlement, et le scénario « ${walk.scenario.name} » s’arrête là ; à vous de décider de la suite.`;
  if (isTask(step) && step.countedFrom !== 'due-date') {
    return fr`${invoices(main)} : toujours sans règlement ${days(step.offsetDays)} après ${startName(main, step.countedFrom, facts)} ; à vous de décider de la suite.`;
  }
  return fr`${invoices(main)} : ${days(oldest)} de retard${main.length > 1 ? ' pour la plus ancienne' : ''}, l’étape « ${step.name} » est atteinte.`;
}

/** What the days of a step were counted from; an arrival that nobody has confirmed is said to be estimated. */
function startName(main: StatedClaim[], countedFrom: keyof typeof AFTER, { claims }: CaseFacts): string {
  const isKnown = main.every(({ claimId }) => claims.some((one) => one.claimId === claimId && one.noticeOn !== null));
  return countedFrom === 'notice' && !isKnown ? 'l’arrivée estimée de la mise en demeure' : AFTER[countedFrom];
}

const AFTER: Readonly<Record<Exclude<CountedFrom, 'due-date'>, string>> = {
  'previous-step': 'l’étape précédente',
  'last-contact': 'le dernier contact',
  notice: 'la présentation de la mise en demeure',
  promise: 'la promesse non tenue',
};

/** Says it when the right level is reached without the steps below, so that nobody wonders where they went. */
function skippedSteps(main: StatedClaim[], step: Step, { facts, terms, walk: { scenario } }: Context): Reason | null {
  let lowest = step.rank;
  for (const stated of main) {
    const claim = facts.claims.find((one) => one.claimId === stated.claimId);
    const before = claim === undefined ? step.rank : levelIn(terms.scenario, claim);
    if (before < lowest) lowest = before;
  }
  const skipped = scenario.steps.filter(
    (other) => other.rank > lowest && other.rank < step.rank && !isBeforeDue(other),
  );
  if (skipped.length === 0) return null;
  const names = skipped.map((other) => other.name.toLowerCase()).join(', ');
  if (lowest < 0) {
    return {
      code: 'RightLevelAtOnce',
      message: fr`Aucun contact antérieur pour cette dette : le niveau qui correspond à son retard est pris d’emblée. Étapes non rejouées : ${names}.`,
    };
  }
  return { code: 'StepsSkipped', message: fr`Étapes dépassées entre-temps, non rejouées : ${names}.` };
}

/** Why nothing is done on a day. */
export function waitReason(wait: Wait, facts: CaseFacts, next: Day | null): Reason {
  const step = wait.step === null ? '' : fr`« ${wait.step.name} »`;
  const then = next === null ? '' : fr` Prochaine date : ${frenchDate(next)}.`;
  switch (wait.code) {
    case 'NoStepReached':
      return { code: wait.code, message: fr`Aucune étape n’est atteinte aujourd’hui.${then}` };
    case 'MinimumGap':
      return {
        code: wait.code,
        message: fr`${step} attend : dernier contact le ${frenchDate(facts.lastContactOn!)}, un délai minimum sépare deux contacts.${then}`,
      };
    case 'NotAContactDay':
      return {
        code: wait.code,
        message: fr`${step} attend : rien ne part ce jour-là (repos ou férié).${then}`,
      };
    case 'UnderThreshold':
      return {
        code: wait.code,
        message: fr`${step} attend : le total en retard est inférieur au seuil de relance.${then}`,
      };
    case 'CreditsCover':
      return {
        code: wait.code,
        message: fr`Les avoirs et sommes non affectées couvrent ce qui est en retard : rien n’est demandé.${then}`,
      };
  }
}
