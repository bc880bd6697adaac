import { frenchDate, type IsoDate } from '../calendar/index.ts';
import {
  carried,
  derived,
  type Explanation,
  flagValue,
  given,
  givenDay,
  numberValue,
  type Outcome,
} from '../explain/index.ts';
import { type ArticleKey, parameterNode, reason, valueOn } from '../parameters/index.ts';
import { quoted, type Refusal, refuse } from '../refusal.ts';
import { type Candidate, candidatesOf, type EventOutcome, type LimitationCandidate } from './candidates.ts';
import { type LimitationCase, type LimitationInput, readCase } from './input.ts';
import { type Length, lengthOf } from './lengths.ts';
import { isAdjustable, type MissingFact, type Plausible, plausibleRegimes } from './regimes.ts';

/** Value of `limitation`: the contract's four fields, then what explains them. */
export interface LimitationValue {
  /** Last day on which one may act, until midnight: the earliest candidate. Null while every candidate is pending. */
  readonly expiresOn: IsoDate | null;
  /** Null when the case gives no day `on` to look from. */
  readonly expired: boolean | null;
  /** Days after `on` until the last day, which is 0 on the last day and once expired; null without `on` or end. */
  readonly daysLeft: number | null;
  readonly candidates: readonly LimitationCandidate[];
  /** What each event did to the candidate that is kept. */
  readonly events: readonly EventOutcome[];
  /** Whether a case, an insolvency or a mediation going on keeps the period open. */
  readonly pending: boolean;
  /** While pending, the last day if what is going on came to nothing. */
  readonly fallbackOn: IsoDate | null;
  /** Text and confidence of the candidate that is kept. */
  readonly article: string;
  readonly confidence: 'A' | 'B' | 'C';
  /** Facts not given that would leave fewer candidates. */
  readonly missing: readonly MissingFact[];
  /** For a title: how far back the interest that accrued since may be claimed. */
  readonly titleInterest: Length | null;
}

/** Refuses a clause that the law does not admit, or that nothing proves it does; null when there is none. */
function clauseRefusal(limitationCase: LimitationCase, { regimes }: Plausible): Refusal | null {
  const { contractYears, contractCauses, claimKind, debtorKind } = limitationCase;
  if (contractYears === null && contractCauses.length === 0) return null;
  const field = contractYears === null ? 'contractInterruptedBy' : 'contractYears';
  for (const [name, fact] of Object.entries({ claimKind, debtorKind })) {
    if (fact !== null) continue;
    const message = `Le champ ${quoted(name)} manque\u00a0: sans lui, on ne sait pas si le contrat peut changer ce délai.`;
    return refuse('MissingField', message, { field: name, neededBy: field });
  }
  if (regimes.some((regime) => isAdjustable(regime, limitationCase))) return null;
  const message =
    'Le contrat ne peut pas changer ce délai (consommateur, loyer, somme périodique, personne publique, titre ou ' +
    `texte spécial)\u00a0: retirez ${quoted(field)}.`;
  return refuse('PeriodFixedByLaw', message, { field, claimKind, debtorKind });
}

const DOUBTS: Record<MissingFact, ArticleKey | null> = {
  claimKind: 'limitation-unknown-sector',
  debtorKind: 'limitation-unknown-debtor',
  against: 'limitation-unknown-action',
  // The candidate that depends on these two says so itself.
  waterBilledBy: null,
  publicAccountant: null,
};

/** The kept candidate: the earliest end, or the earliest fallback when every one is pending. */
function kept(candidates: readonly Candidate[]): Candidate {
  const closed = candidates.filter(({ value }) => !value.pending);
  const among = closed.length > 0 ? closed : candidates;
  const lastDay = ({ value }: Candidate) => (value.expiresOn ?? value.fallbackOn)!;
  return among.reduce((best, other) => (lastDay(other) < lastDay(best) ? other : best));
}

/** The node of the last day: the earliest end that is known, the pending candidates beside it. */
function lastDayNode(candidates: readonly Candidate[], reasons: readonly Explanation[]): Explanation {
  const closed = candidates.filter(({ value }) => !value.pending).map(({ node }) => node);
  const pending = candidates.filter(({ value }) => value.pending).map(({ node }) => node);
  if (closed.length === 0) return derived('list', 'Délai tenu ouvert', 'date', [...pending, ...reasons]);
  const choice = closed.length > 1 ? [reason('limitation-earliest')] : [];
  const earliest = derived('earliest', 'Dernier jour pour agir', 'date', [...closed, ...choice, ...reasons]);
  return pending.length === 0
    ? earliest
    : derived('detail', 'Dernier jour, délais ouverts montrés', 'date', [earliest, ...pending]);
}

interface Countdown {
  readonly expired: boolean | null;
  readonly daysLeft: number | null;
  readonly nodes: readonly Explanation[];
}

/** Whether the period is over on a day, and how many days are left after it. */
function countdown({ on }: LimitationCase, lastDay: Explanation): Countdown {
  if (on === null) return { expired: null, daysLeft: null, nodes: [] };
  if (lastDay.value === null) return { expired: false, daysLeft: null, nodes: [] };
  const day = givenDay('Jour d’examen', on);
  const expired = derived('before', `Délai expiré au ${frenchDate(on)}`, 'flag', [carried(lastDay), day]);
  const distance = derived('days-between', 'Jours jusqu’au dernier', 'days', [day, carried(lastDay)]);
  const daysLeft = derived('greatest', 'Jours restants', 'days', [distance, given('Aucun jour', 0, 'days')]);
  return { expired: flagValue(expired), daysLeft: numberValue(daysLeft), nodes: [expired, daysLeft] };
}

/** How far back the interest on a title may be claimed, or null without a title. An unknown debtor is a consumer. */
function interestNode({ titleOn, debtorKind }: LimitationCase): Explanation | null {
  if (titleOn === null) return null;
  const isConsumer = debtorKind === null || debtorKind === 'consumer';
  const length = valueOn(isConsumer ? 'limitation-consumer' : 'limitation-civil', titleOn)!;
  const node = parameterNode('Intérêts échus depuis le titre, remontée admise', length, 'years');
  return { ...node, inputs: [reason('limitation-interest')] };
}

/**
 * The last day on which a claim may be sued for, or a title enforced (2219 to 2254 C. civ. and special texts): every
 * plausible start and length side by side, the earliest kept, each event with what it did and why. Refuses a malformed
 * input (see `readCase`) and a clause that the law does not admit (`PeriodFixedByLaw`).
 */
export function limitation(input: LimitationInput): Outcome<LimitationValue> {
  const limitationCase = readCase(input);
  if ('code' in limitationCase) return { refusal: limitationCase };
  const plausible = plausibleRegimes(limitationCase);
  const refusal = clauseRefusal(limitationCase, plausible);
  if (refusal !== null) return { refusal };
  const candidates = candidatesOf(limitationCase, plausible.regimes);
  const doubts = plausible.missing.flatMap((fact) => DOUBTS[fact] ?? []).map((key) => reason(key));
  const lastDay = lastDayNode(candidates, [reason('limitation-no-extension'), ...doubts]);
  const { expired, daysLeft, nodes } = countdown(limitationCase, lastDay);
  const interest = interestNode(limitationCase);
  const workings = [...nodes, ...(interest === null ? [] : [interest])];
  const { value, events } = kept(candidates);
  const isPending = lastDay.value === null;
  return {
    value: {
      expiresOn: value.expiresOn,
      expired,
      daysLeft,
      candidates: candidates.map((candidate) => candidate.value),
      events,
      pending: isPending,
      fallbackOn: value.fallbackOn,
      article: value.article,
      confidence: value.confidence,
      missing: plausible.missing,
      titleInterest: interest === null ? null : lengthOf(interest),
    },
    explanation:
      workings.length === 0
        ? lastDay
        : derived(isPending ? 'list' : 'detail', 'Prescription de la créance', 'date', [lastDay, ...workings]),
  };
}
