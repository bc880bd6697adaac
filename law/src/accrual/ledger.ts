import type { Day, HalfYear } from '../calendar/index.ts';
import type { Accrued } from '../money/index.ts';
import type { Refusal } from '../refusal.ts';

/** One sum with its own due date: an invoice, or one agreed instalment of it. */
export interface Tranche {
  /** First day that bears interest. */
  readonly firstDay: Day;
  readonly principalCents: number;
  /** Fixed indemnity that becomes due when a part is still unpaid as the first day begins; zero when none. */
  readonly indemnityCents: number;
}

/**
 * What changes the balance. Interest of the day itself is counted first, on the old balance. A receipt is money; a
 * reduction lowers the principal; a waiver gives up interest or indemnity that is owed.
 */
export interface Move {
  readonly kind: 'reduction' | 'receipt' | 'interest-waiver' | 'indemnity-waiver' | 'capitalisation';
  readonly on: Day;
  /** Infinite for a waiver of all that is owed on its day. */
  readonly amountCents: number;
}

/** The rate of each day, in units of `10^-decimals` percent. */
export interface RateScheme {
  readonly decimals: number;
  /** A day on which the rate changes inside a half-year, or null. */
  readonly cutOn: Day | null;
  rateOn(on: Day, half: HalfYear, tranche: Tranche): number | Refusal;
}

/** Everything an accrual needs; `moves` are in the order of the days, `tranches` in the order of the due dates. */
export interface AccrualPlan {
  readonly tranches: readonly Tranche[];
  readonly moves: readonly Move[];
  readonly scheme: RateScheme;
  readonly until: Day;
  /** Last day that may bear interest: `until`, or earlier when an insolvency judgment stops the count. */
  readonly stopOn: Day;
  readonly principalFirst: boolean;
  /** Whether the days of a leap year are divided by its own length instead of the usual one. */
  readonly countsLeapYears: boolean;
  /** Months of interest that must be owed before it may be capitalised. */
  readonly capitalisationMonths: number;
}

/** A run of days of one tranche with one base and one rate, inside one half-year and between two moves. */
export interface Piece {
  readonly tranche: number;
  readonly half: HalfYear;
  readonly from: Day;
  readonly to: Day;
  readonly baseCents: number;
  readonly rate: number;
  readonly accrued: Accrued;
}

/** Targets of a move that are not a tranche: the interest and the fixed indemnity. */
export const INTEREST = -1;
export const INDEMNITY = -2;

/** What a move did to one target: interest, indemnity, or the principal of a tranche (its index). */
export interface Share {
  readonly target: number;
  readonly dueCents: number;
  readonly partCents: number;
}

/** A move once settled, with what was owed on its day. */
export interface Step {
  readonly move: Move;
  /** Number of pieces that were counted before this move. */
  readonly pieces: number;
  /** Exact interest since the start or the last capitalisation, before this move. */
  readonly accrued: Accrued;
  readonly shares: readonly Share[];
  /** Interest added to the principal, for a capitalisation. */
  readonly capitalisedCents: number;
  /** Money that nothing was left to take. */
  readonly leftoverCents: number;
  /** Indices of the tranches that were late by then and carry an indemnity. */
  readonly lateTranches: readonly number[];
}

/** The whole history: what accrued, what each move cleared, what is left. Amounts in cents. */
export interface Ledger {
  readonly divisor: number;
  readonly pieces: readonly Piece[];
  readonly steps: readonly Step[];
  readonly accrued: Accrued;
  /** All interest that accrued, capitalised interest included, each sum rounded once. */
  readonly interestCents: number;
  readonly interestLeftCents: number;
  readonly indemnityCents: number;
  readonly indemnityLeftCents: number;
  readonly principalLeftCents: readonly number[];
  readonly overpaidCents: number;
  /** Interest and indemnity that the creditor gave up. */
  readonly waivedCents: number;
  readonly lateTranches: readonly number[];
}
