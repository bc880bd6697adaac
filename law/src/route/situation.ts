import { addMonths } from '../calendar/index.ts';
import type { Procedure } from '../court-costs/index.ts';
import { PROCEDURES } from '../court-costs/index.ts';
import { valueOn } from '../parameters/index.ts';
import type { Hearing } from './court.ts';
import { type Gates, passes } from './gates.ts';
import type { RouteCase } from './input.ts';
import { isListed } from './lists.ts';
import { amicableMissing } from './missing.ts';

/** Whether the limitation period ends so soon that an act that interrupts it goes first (gate d). */
export function isUrgent({ limitationExpiresOn, on }: RouteCase): boolean {
  if (limitationExpiresOn === null || limitationExpiresOn < on) return false;
  return limitationExpiresOn <= addMonths(on, Number(valueOn('court-limitation-margin', on)!.value));
}

const ENFORCEMENT = ['saisie-attribution', 'saisie-des-remunerations', 'saisie-vente'] as const;

/** The amicable steps in their order for this case: the mandatory attempt first, or after the payment order. */
function amicable(routeCase: RouteCase, hearing: Hearing): readonly Procedure[] {
  return amicableMissing(routeCase, hearing.court).length > 0 ? ['conciliation', 'mediation'] : [];
}

/** Rows 1 to 9 of the decision guide: a debt that nobody contests. */
function uncontested(routeCase: RouteCase, hearing: Hearing, gates: Gates): readonly Procedure[] {
  const { evidence } = routeCase;
  if (hearing.court === 'protection') return ['injonction-de-payer', 'saisie-conservatoire'];
  const isCooperative = evidence.includes('acknowledgement') && passes(gates.withinSmallClaims);
  const plan: readonly Procedure[] = isCooperative ? ['instalment-plan'] : [];
  const merits = [
    'injonction-de-payer',
    'uncontested-commercial',
    'refere-provision',
    'requete',
    'assignation',
  ] as const;
  // Row 6 names the amicable attempt before the simplified procedure, row 3 after it: both stand at equal rank.
  const attempt = amicable(routeCase, hearing);
  const before: readonly Procedure[] =
    routeCase.debtorKind === 'consumer' ? [...attempt, 'small-claims'] : ['small-claims', ...attempt];
  return ['formal-notice', ...plan, ...before, ...merits];
}

/** Rows 10 to 12: a debt that is contested, or where a minor point is raised to gain time. */
function contested(routeCase: RouteCase, hearing: Hearing): readonly Procedure[] {
  const first = amicable(routeCase, hearing);
  if (routeCase.contested === 'minor') {
    return [...first, 'refere-provision', 'injonction-de-payer', 'requete', 'assignation'];
  }
  return [...first, 'requete', 'assignation', 'refere-provision'];
}

function european({ contested: contest }: RouteCase): readonly Procedure[] {
  const small = ['european-small-claims', 'european-payment-order'] as const;
  const order = ['european-payment-order', 'european-small-claims'] as const;
  return [...(contest === 'no' || contest === 'silent' ? order : small), 'assignation'];
}

/** What goes first in this case: gates (a) to (g) of the decision guide, then its rows. */
function leads(routeCase: RouteCase, hearing: Hearing, gates: Gates): readonly Procedure[] {
  const { evidence, claimKind, recoveryAtRisk, contested: contest, debtorKind, on } = routeCase;
  if (passes(gates.far)) return ['foreign-lawyer'];
  if (passes(gates.publicBody)) {
    return [
      'administrative-claim',
      'mediation',
      'mandatement-d-office',
      'administrative-refere',
      'administrative-suit',
    ];
  }
  if (passes(gates.withTitle)) return ENFORCEMENT;
  if (passes(gates.inUnion)) return european(routeCase);
  if (isUrgent(routeCase)) return ['assignation', 'injonction-de-payer', 'refere-provision', 'requete'];
  const isContested = contest === 'minor' || contest === 'serious';
  const byParties = isContested ? contested(routeCase, hearing) : uncontested(routeCase, hearing, gates);
  if (passes(gates.cheque)) return ['cheque-title', 'saisie-conservatoire', ...byParties];
  const isBill = claimKind === 'bill-of-exchange' || evidence.includes('bill');
  const isAttached = isBill && !isListed('route-unseizable-debtors', debtorKind, on);
  // An attachment lapses without a suit within a month: the suit comes right after it, before anything amicable.
  const suit: readonly Procedure[] = isContested ? [] : ['injonction-de-payer', 'assignation'];
  if (recoveryAtRisk || isAttached) return ['saisie-conservatoire', ...suit, ...byParties];
  return byParties;
}

/**
 * The procedures in their order for a case: what the decision guide puts first, then the others in their usual order,
 * which begins with the formal notice. The guide puts it first where a debt is not contested and nothing presses (rows 1
 * to 7); elsewhere a suit whose file lacks it says so in `missing`. One that is on file gives way to the next step.
 */
export function orderOf(routeCase: RouteCase, hearing: Hearing, gates: Gates): readonly Procedure[] {
  const first = leads(routeCase, hearing, gates);
  const order = [...new Set([...first, ...PROCEDURES])];
  if (!routeCase.evidence.includes('formal-notice')) return order;
  return [...order.filter((procedure) => procedure !== 'formal-notice'), 'formal-notice'];
}
