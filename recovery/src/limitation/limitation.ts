import {
  type ClaimKind,
  type Day,
  type DebtorKind,
  formatDay,
  frenchDate,
  type LimitationEventKind,
  type LimitationInput,
  type LimitationValue,
  limitation,
  mayLimitationEventLast,
  type Outcome,
} from '@acquit/law';
import { fr } from '../texts/typography.ts';

/** Something that happened to a claim, as the rule of limitation names it. */
export interface LimitationFact {
  kind: LimitationEventKind;
  on: Day;
  /** Last day of what lasts; absent while it goes on. */
  until?: Day;
  /** Whether the letter was registered; absent: not known. */
  registered?: boolean;
}

/** What decides until when a claim may be sued for, or its title enforced. */
export interface LimitationFacts {
  claimKind: ClaimKind;
  /** Null: not known; every plausible period is shown and the shortest kept. */
  debtorKind: DebtorKind | null;
  dueOn: Day | null;
  issuedOn: Day | null;
  /** Day on which a title was both enforceable and served; null: none. */
  titleOn: Day | null;
  events: readonly LimitationFact[];
}

/** What happened up to a day, as the law's question. Facts of later days are not known yet. */
export function limitationInput(facts: LimitationFacts, on: Day): LimitationInput {
  const { claimKind, debtorKind, dueOn, issuedOn, titleOn } = facts;
  return {
    claimKind,
    ...(debtorKind !== null && { debtorKind }),
    ...(dueOn !== null && { dueOn: formatDay(dueOn) }),
    ...(issuedOn !== null && { issuedOn: formatDay(issuedOn) }),
    ...(titleOn !== null && titleOn <= on && { titleOn: formatDay(titleOn) }),
    events: facts.events
      .filter((event) => event.on <= on)
      .map(({ kind, on: happenedOn, until, registered }) => ({
        kind,
        on: formatDay(happenedOn),
        ...(until !== undefined && until <= on && mayLimitationEventLast(kind) && { until: formatDay(until) }),
        ...(registered !== undefined && { registered }),
      })),
    on: formatDay(on),
  };
}

/** The last day to act for a claim, with its tree (rule `limitation`). Refuses what the rule refuses. */
export function limitationOf(facts: LimitationFacts, on: Day): Outcome<LimitationValue> {
  return limitation(limitationInput(facts, on));
}

const MISSING_NAMES: Readonly<Record<LimitationValue['missing'][number], string>> = {
  claimKind: 'la nature de la créance',
  debtorKind: 'la nature du client',
  against: 'le signataire poursuivi',
  waterBilledBy: 'qui facture l’eau',
  publicAccountant: 'si l’entreprise publique a un comptable public',
};

/** What would settle which period it is, in French. */
export const missingNames = ({ missing }: Pick<LimitationValue, 'missing'>): string[] =>
  missing.map((name) => MISSING_NAMES[name]);

/**
 * Why an expired claim is asked of nobody: it ends the phrase « Facture F-1 : … ». A prudent reading says what would
 * settle it.
 */
export function expiredReason(
  value: Pick<LimitationValue, 'expiresOn' | 'article' | 'missing'>,
  expiresOn: Day,
): string {
  const missing = missingNames(value);
  const doubt =
    missing.length === 0 ? '' : fr` C’est la lecture la plus courte : renseignez ${missing.join(', ')} pour la lever.`;
  return fr`délai pour agir expiré le ${frenchDate(expiresOn)} (${value.article}) ; ni mise en demeure ni action ne sont plus annoncées. Notez un fait qui a interrompu le délai s’il y en a eu un.${doubt}`;
}
