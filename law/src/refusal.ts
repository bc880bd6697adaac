/**
 * A refusal is a value: the law or the input does not allow an answer. `code` is stable and in English, `message` is a
 * French sentence that says what to do, `facts` carries what the message was made of (JSON values only).
 */
export interface Refusal {
  readonly code: RefusalCode;
  readonly message: string;
  readonly facts: Record<string, unknown>;
}

/** Every refusal that this package can give. */
export type RefusalCode =
  | 'CapitalisationNotAgainstConsumer'
  | 'DateNotServed'
  | 'DatesOutOfOrder'
  | 'DuplicateDebt'
  | 'EnforcementNeedsTitle'
  | 'EnforcementNotAgainstPublicBody'
  | 'FeeForbiddenBeforeTitle'
  | 'FeeForbiddenToConsumer'
  | 'FeeKeptByCreditor'
  | 'IndemnityFixedByLaw'
  | 'IndemnityNotInForce'
  | 'IndemnityNotOwedByConsumer'
  | 'IndemnityNotOwedUnderCivilLaw'
  | 'IndemnityStoppedByInsolvency'
  | 'InterestNotCumulative'
  | 'InterestStoppedByInsolvency'
  | 'InvalidAmount'
  | 'InvalidChoice'
  | 'InvalidDate'
  | 'InvalidInstallments'
  | 'InvalidLine'
  | 'InvalidRate'
  | 'InvalidValue'
  | 'JurisdictionClauseForbidden'
  | 'LawyerFeesNeedJudge'
  | 'LimitationClauseForbidden'
  | 'MissingField'
  | 'NotLateYet'
  | 'OneSidedPenalty'
  | 'PaymentOrderRegimeNotServed'
  | 'PenaltyClauseNotForPublicBuyer'
  | 'PenaltyNotOwedByConsumer'
  | 'PenaltyNotOwedUnderCivilLaw'
  | 'PeriodFixedByLaw'
  | 'ProcedureNotInForce'
  | 'RateBelowFloor'
  | 'RateFixedByLaw'
  | 'RateNotPublished'
  | 'RegimeDoesNotFitDebtor'
  | 'TariffNotPublished'
  | 'TermAboveCap'
  | 'UnknownDebt'
  | 'UnknownField'
  | 'UnknownRule';

/** A refusal from its three parts. */
export function refuse(code: RefusalCode, message: string, facts: Record<string, unknown>): Refusal {
  return { code, message, facts };
}

/** Writes a word between French quotation marks with their no-break spaces. */
export function quoted(text: string): string {
  return `«\u00a0${text}\u00a0»`;
}

/** The refusal of a question that lacks a fact; `why` is French and ends the sentence. */
export function missing(field: string, why: string): Refusal {
  return refuse('MissingField', `Le champ ${quoted(field)} manque\u00a0: ${why}.`, { field, value: null });
}
