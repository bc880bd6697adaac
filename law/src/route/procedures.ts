import { type CourtKind, isCommercial, type Procedure } from '../court-costs/index.ts';
import { type ArticleKey, type SeriesName, valueOn } from '../parameters/index.ts';
import { commercialCourt, type Hearing } from './court.ts';
import type { GateName } from './gates.ts';
import type { RouteCase } from './input.ts';
import { isDeclarationLate, type LastDayKind } from './last-day.ts';
import {
  amicableMissing,
  attachmentMissing,
  isAmicableDue,
  type Missing,
  noticeMissing,
  proofMissing,
} from './missing.ts';
import { isUrgent } from './situation.ts';

/** A case with the court that would hear it, and whether a protective attachment needs a judge's leave. */
export interface Heard {
  readonly routeCase: RouteCase;
  readonly hearing: Hearing;
  readonly leaveNeeded: boolean;
}

/** What a procedure asks, and what is said of it when it is open. */
export interface Definition {
  readonly gates: readonly GateName[];
  readonly why: (heard: Heard) => readonly ArticleKey[];
  /** Where it is brought; null when no court hears it. */
  readonly court: (heard: Heard) => CourtKind | null;
  /** Whether a hearing may call for a lawyer. */
  readonly lawyer: 'by-court' | 'never' | 'always';
  readonly missing: (heard: Heard) => readonly Missing[];
  readonly form?: (heard: Heard) => SeriesName;
  /** What sets its last day: a procedure that interrupts the limitation period has the end of it. */
  readonly deadline?: LastDayKind;
}

/** What lets anything be asked of the debtor at all. */
export const ALIVE = ['solvent', 'notOverindebted', 'registered', 'inTime'] as const;
/** What lets a claim for payment be brought before a French court. */
export const SUIT = [...ALIVE, 'notPublicBody', 'inFrance', 'withoutTitle'] as const;
const SEIZURE = [...ALIVE, 'withTitle', 'seizable', 'inFrance'] as const;
const ADMINISTRATIVE = [...ALIVE, 'publicBody', 'inFrance'] as const;
const EUROPE = [...ALIVE, 'notPublicBody', 'inUnion', 'boundByEurope', 'withoutTitle'] as const;

const nothing = () => [];
const noCourt = () => null;
const merits = ({ hearing }: Heard) => hearing.court;
const enforcement = () => 'enforcement' as const;
const administrative = () => 'administrative' as const;
const proof = ({ routeCase }: Heard) => proofMissing(routeCase);

/** What a file lacks for a claim before a judge. Near the end of the limitation period nothing amicable is awaited. */
function suitMissing({ routeCase, hearing }: Heard): readonly Missing[] {
  const notice = isUrgent(routeCase) ? [] : noticeMissing(routeCase);
  return [...proofMissing(routeCase), ...notice, ...amicableMissing(routeCase, hearing.court)];
}

function amicableWhy({ routeCase, hearing }: Heard, key: ArticleKey): readonly ArticleKey[] {
  return isAmicableDue(routeCase, hearing.court) ? [key] : [];
}

function urgentWhy({ routeCase }: Heard): readonly ArticleKey[] {
  return isUrgent(routeCase) ? ['route-serve-first'] : [];
}

function paymentOrderWhy(heard: Heard): readonly ArticleKey[] {
  const { routeCase, hearing } = heard;
  const isFirst = valueOn('court-payment-order-regime', routeCase.on)!.value === 'R1';
  const isFeeDue = hearing.court !== null && isCommercial(hearing.court);
  return [
    'route-injonction-de-payer',
    ...hearing.reasons,
    isFirst ? 'route-payment-order-r1' : 'route-payment-order-r2',
    ...(isFeeDue ? (['route-payment-order-fee'] as const) : []),
    ...amicableWhy(heard, 'route-payment-order-amicable'),
    ...urgentWhy(heard),
    'limitation-payment-order-filed',
  ];
}

function paymentOrderForm({ hearing: { court } }: Heard): SeriesName {
  if (court === 'protection') return 'court-payment-order-form/protection';
  const isCivil = court === 'judicial' || court === 'judicial-or-local';
  return isCivil ? 'court-payment-order-form/civil' : 'court-payment-order-form/commercial';
}

function suitWhy(key: ArticleKey) {
  return (heard: Heard): readonly ArticleKey[] => [
    key,
    ...heard.hearing.reasons,
    ...amicableWhy(heard, 'route-amicable'),
    ...urgentWhy(heard),
  ];
}

function assignationWhy(heard: Heard): readonly ArticleKey[] {
  const { amountCents, on } = heard.routeCase;
  const isLast = amountCents <= Number(valueOn('court-last-instance-limit', on)!.value);
  return [...suitWhy('route-assignation')(heard), ...(isLast ? (['route-last-instance'] as const) : [])];
}

function attachmentWhy({ leaveNeeded }: Heard): readonly ArticleKey[] {
  return [leaveNeeded ? 'route-attachment-leave' : 'route-attachment-free', 'route-attachment-next'];
}

function saleWhy({ routeCase }: Heard): readonly ArticleKey[] {
  const { amountCents, on } = routeCase;
  const isSmall = amountCents < Number(valueOn('court-home-seizure-limit', on)!.value);
  return ['route-saisie-vente', ...(isSmall ? (['route-home-seizure'] as const) : [])];
}

function europeanWhy(key: ArticleKey) {
  return ({ routeCase }: Heard): readonly ArticleKey[] =>
    routeCase.debtorKind === 'consumer' ? [key, 'route-european-consumer'] : [key];
}

function always(...keys: readonly ArticleKey[]) {
  return () => keys;
}

function simple(gates: readonly GateName[], key: ArticleKey): Definition {
  return { gates, why: always(key), court: noCourt, lawyer: 'never', missing: nothing };
}

/** Every procedure, in one table that the compiler wants complete. */
export const DEFINITIONS: Record<Procedure, Definition> = {
  'formal-notice': {
    ...simple(ALIVE, 'route-formal-notice'),
    why: ({ routeCase }) =>
      routeCase.evidence.includes('formal-notice')
        ? ['route-notice-on-file', 'route-formal-notice']
        : ['route-formal-notice'],
  },
  'instalment-plan': simple(['solvent', 'notOverindebted', 'registered'], 'route-instalment-plan'),
  'small-claims': {
    ...simple([...SUIT, 'notSerious', 'determined', 'withinSmallClaims', 'tradersAdmitted'], 'route-small-claims'),
    missing: proof,
  },
  conciliation: {
    ...simple(SUIT, 'route-conciliation'),
    why: (heard) => ['route-conciliation', ...amicableWhy(heard, 'route-amicable')],
  },
  mediation: {
    ...simple([...ALIVE, 'withoutTitle'], 'route-mediation'),
    why: (heard) =>
      heard.hearing.court === 'administrative'
        ? ['route-mediation-public']
        : ['route-mediation', ...amicableWhy(heard, 'route-amicable')],
  },
  'uncontested-commercial': {
    gates: [...SUIT, 'traders', 'uncontestedLaw', 'uncontestedDecree', 'uncontestedKind', 'unopposed'],
    why: always('route-uncontested-commercial'),
    court: ({ routeCase }) => commercialCourt(routeCase).court,
    lawyer: 'never',
    missing: proof,
  },
  'injonction-de-payer': {
    gates: [...SUIT, 'notSerious', 'determined'],
    why: paymentOrderWhy,
    court: merits,
    lawyer: 'never',
    missing: suitMissing,
    form: paymentOrderForm,
    deadline: 'limitation',
  },
  'refere-provision': {
    gates: SUIT,
    why: (heard) =>
      suitWhy(heard.routeCase.contested === 'serious' ? 'route-refere-part' : 'route-refere-provision')(heard),
    court: merits,
    lawyer: 'by-court',
    missing: suitMissing,
    deadline: 'limitation',
  },
  requete: {
    gates: [...SUIT, 'civilCourt', 'withinRequest'],
    why: suitWhy('route-requete'),
    court: merits,
    lawyer: 'by-court',
    missing: suitMissing,
    deadline: 'limitation',
  },
  assignation: {
    gates: [...ALIVE, 'notPublicBody', 'near', 'withoutTitle'],
    why: assignationWhy,
    court: merits,
    lawyer: 'by-court',
    missing: suitMissing,
    deadline: 'limitation',
  },
  'sommation-de-payer': simple([...ALIVE, 'notPublicBody', 'inFrance'], 'route-sommation-de-payer'),
  'saisie-conservatoire': {
    gates: [...ALIVE, 'seizable', 'inFrance'],
    why: attachmentWhy,
    court: enforcement,
    lawyer: 'never',
    missing: ({ routeCase, leaveNeeded }) => (leaveNeeded ? attachmentMissing(routeCase) : []),
    deadline: 'limitation',
  },
  'cheque-title': {
    ...simple([...SUIT, 'cheque'], 'route-cheque-title'),
    missing: ({ routeCase }) => (routeCase.evidence.includes('cheque-certificate') ? [] : ['cheque-certificate']),
  },
  'saisie-attribution': { ...simple(SEIZURE, 'route-saisie-attribution'), court: enforcement, deadline: 'limitation' },
  'saisie-des-remunerations': {
    ...simple([...SEIZURE, 'wageEarner', 'wageLaw'], 'route-saisie-des-remunerations'),
    court: enforcement,
    deadline: 'limitation',
  },
  'saisie-vente': {
    ...simple(SEIZURE, 'route-saisie-vente'),
    why: saleWhy,
    court: enforcement,
    deadline: 'limitation',
  },
  'european-payment-order': {
    ...simple([...EUROPE, 'notSerious', 'determined'], 'route-european-payment-order'),
    why: europeanWhy('route-european-payment-order'),
    court: merits,
    missing: proof,
    deadline: 'limitation',
  },
  'european-small-claims': {
    ...simple([...EUROPE, 'withinEurope'], 'route-european-small-claims'),
    why: europeanWhy('route-european-small-claims'),
    court: merits,
    missing: proof,
    deadline: 'limitation',
  },
  'foreign-lawyer': { ...simple([...ALIVE, 'far'], 'route-foreign-lawyer'), lawyer: 'always' },
  'administrative-claim': {
    ...simple(ADMINISTRATIVE, 'route-administrative-claim'),
    missing: proof,
    deadline: 'limitation',
  },
  'mandatement-d-office': {
    ...simple([...ADMINISTRATIVE, 'notSerious'], 'route-mandatement-d-office'),
    why: ({ routeCase: { evidence, claimKind } }) =>
      evidence.includes('judgment') || claimKind === 'judgment'
        ? ['route-mandatement-d-office', 'route-mandatement-title']
        : ['route-mandatement-d-office'],
    missing: ({ routeCase }) => noticeMissing(routeCase),
  },
  'administrative-refere': {
    gates: [...ADMINISTRATIVE, 'withoutTitle', 'notSerious'],
    why: always('route-administrative-refere'),
    court: administrative,
    lawyer: 'by-court',
    missing: proof,
    deadline: 'limitation',
  },
  'administrative-suit': {
    gates: [...ADMINISTRATIVE, 'withoutTitle'],
    why: always('route-administrative-suit'),
    court: administrative,
    lawyer: 'by-court',
    missing: proof,
    deadline: 'limitation',
  },
  'ad-hoc-representative': {
    ...simple(['solvent', 'notOverindebted', 'inTime', 'struckOff'], 'route-ad-hoc-representative'),
    court: ({ routeCase }) => commercialCourt(routeCase).court,
  },
  'insolvency-claim': {
    ...simple(['insolvent'], 'route-insolvency-claim'),
    missing: ({ routeCase }) => [
      ...(routeCase.insolvencyPublishedOn === null ? (['publication-date'] as const) : []),
      ...proofMissing(routeCase),
    ],
    why: ({ routeCase }) =>
      isDeclarationLate(routeCase) ? ['route-insolvency-claim', 'insolvency-claim-relief'] : ['route-insolvency-claim'],
    form: () => 'court-insolvency-form',
    deadline: 'declaration',
  },
  overindebtedness: { ...simple(['solvent', 'overindebted'], 'route-overindebtedness'), missing: proof },
};
