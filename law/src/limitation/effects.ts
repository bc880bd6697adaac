import type { ArticleKey } from '../parameters/index.ts';
import type { LimitationCase, LimitationEvent } from './input.ts';
import type { ContractCause, LimitationEventKind } from './kinds.ts';
import { isAdjustable, type Regime } from './regimes.ts';

/** What an act does to a period, if it comes in time. `lifts`: the twenty years do not bind what it restarts (2232). */
export interface Power {
  readonly effect: 'interrupts' | 'suspends' | 'none';
  readonly why: ArticleKey;
  readonly lifts: boolean;
}

function interrupts(why: ArticleKey, lifts = false): Power {
  return { effect: 'interrupts', why, lifts };
}

function suspends(why: ArticleKey): Power {
  return { effect: 'suspends', why, lifts: false };
}

function nothing(why: ArticleKey): Power {
  return { effect: 'none', why, lifts: false };
}

type Powers = Record<LimitationEventKind, Power>;

/** 2238 to 2244 C. civ. and the decisions that say what does not interrupt. */
const ORDINARY: Powers = {
  'part-payment': interrupts('limitation-part-payment'),
  acknowledgement: interrupts('limitation-acknowledgement'),
  'plan-signed': interrupts('limitation-plan-signed'),
  'court-claim': interrupts('limitation-court-claim', true),
  'claim-withdrawn': nothing('limitation-nothing-withdrawn'),
  'payment-order-filed': nothing('limitation-payment-order-filed'),
  'payment-order-served': interrupts('limitation-payment-order-served', true),
  seizure: interrupts('limitation-seizure', true),
  'insolvency-filing': interrupts('limitation-insolvency', true),
  'formal-notice': nothing('limitation-formal-notice'),
  reminder: nothing('limitation-reminder'),
  'written-claim': nothing('limitation-written-claim'),
  mediation: suspends('limitation-mediation'),
  conciliation: suspends('limitation-conciliation'),
  'small-claims-consent': suspends('limitation-small-claims'),
  expertise: suspends('limitation-expertise'),
};

const untouched = nothing('limitation-forfeiture-none');

/** Forfeiture: only a claim in court and enforcement, the two articles that name it (2220, 2241, 2244 C. civ.). */
const FORFEITURE: Powers = {
  ...ORDINARY,
  'part-payment': untouched,
  acknowledgement: untouched,
  'plan-signed': nothing('limitation-forfeiture-plan'),
  'insolvency-filing': untouched,
  mediation: untouched,
  conciliation: untouched,
  'small-claims-consent': untouched,
  expertise: untouched,
};

const powerless = nothing('limitation-public-none');

/** The four years of public debtors have their own list (loi n° 68-1250, art. 2). */
const QUADRENNIAL: Powers = {
  ...ORDINARY,
  'part-payment': interrupts('limitation-public-recognition'),
  acknowledgement: interrupts('limitation-public-recognition'),
  'plan-signed': interrupts('limitation-public-recognition'),
  'court-claim': interrupts('limitation-public-suit'),
  'payment-order-served': interrupts('limitation-public-suit'),
  seizure: powerless,
  'insolvency-filing': powerless,
  'formal-notice': interrupts('limitation-public-claim'),
  'written-claim': interrupts('limitation-public-claim'),
  mediation: suspends('limitation-public-mediation'),
  conciliation: suspends('limitation-public-mediation'),
  'small-claims-consent': powerless,
  expertise: powerless,
};

const BY_NATURE: Record<Regime['nature'], Powers> = {
  prescription: ORDINARY,
  title: ORDINARY,
  forfeiture: FORFEITURE,
  quadrennial: QUADRENNIAL,
};

const LETTERS: readonly LimitationEventKind[] = ['formal-notice', 'reminder', 'written-claim'];

/** A notice for a premium is a registered letter unless the case says otherwise; other letters must be said to be. */
function isInsurersLetter({ kind, registered }: LimitationEvent): boolean {
  return LETTERS.includes(kind) && (registered ?? kind === 'formal-notice');
}

/** What an act does to a period by the law and by the contract, whatever its day. */
export function powerOf(event: LimitationEvent, regime: Regime, limitationCase: LimitationCase): Power {
  if (regime.isInsurance && isInsurersLetter(event)) return interrupts('limitation-insurance-letter');
  const isContractCause = limitationCase.contractCauses.includes(event.kind as ContractCause);
  if (isContractCause && isAdjustable(regime, limitationCase)) return interrupts('limitation-contract-cause');
  return BY_NATURE[regime.nature][event.kind];
}

/** The claim in court that each withdrawal erases: the latest before it, or else the latest payment order served. */
export function erasures(events: readonly LimitationEvent[]): Map<LimitationEvent, LimitationEvent> {
  const erasedBy = new Map<LimitationEvent, LimitationEvent>();
  for (const withdrawal of events.filter(({ kind }) => kind === 'claim-withdrawn')) {
    const before = events.filter((event) => event.on <= withdrawal.on && !erasedBy.has(event));
    const erased =
      before.findLast(({ kind }) => kind === 'court-claim') ??
      before.findLast(({ kind }) => kind === 'payment-order-served');
    if (erased !== undefined) erasedBy.set(erased, withdrawal);
  }
  return erasedBy;
}
