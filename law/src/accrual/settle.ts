import {
  addDays,
  addMonths,
  type Day,
  type HalfYear,
  halfYearEnd,
  halfYearOf,
  isLeapHalfYear,
} from '../calendar/index.ts';
import { type Accrued, accrue, nothing, roundHalfUp, scaleOf } from '../money/index.ts';
import { soleValue } from '../parameters/index.ts';
import type { Refusal } from '../refusal.ts';
import {
  type AccrualPlan,
  INDEMNITY,
  INTEREST,
  type Ledger,
  type Move,
  type Piece,
  type Share,
  type Step,
  type Tranche,
} from './ledger.ts';

const PERCENT = 100;
const YEAR_DAYS = Number(soleValue('year-length').value);
const LEAP_YEAR_DAYS = Number(soleValue('leap-year-length').value);

/** Shared by the accounts without history, which never write there. */
const NO_PIECES: Piece[] = [];
const NO_STEPS: Step[] = [];

/**
 * By how much a day of a half-year is multiplied so that all the days of a calculation have the same divisor: with the
 * leap years counted apart, the divisor holds both lengths, and each day carries the one that is not its own.
 */
function weightOf(half: HalfYear, countsLeapYears: boolean): number {
  if (!countsLeapYears) return 1;
  return isLeapHalfYear(half) ? YEAR_DAYS : LEAP_YEAR_DAYS;
}

/**
 * The account of a debt as the days pass. Interest is kept exact (a whole number of cents and a remainder); what is
 * owed on a day is the rounded total since the start less what was paid of it, so that receipts never add a second
 * rounding: the sum of what was paid and of what is left is always the one rounded total.
 */
class Account {
  readonly plan: AccrualPlan;
  readonly keepsHistory: boolean;
  readonly divisor: number;
  readonly principal: number[];
  readonly pieces: Piece[];
  readonly steps: Step[];
  readonly accrued: Accrued = nothing();
  readonly lateTranches: number[] = [];
  assessed = 0;
  countedTo: Day | null = null;
  interestPaid = 0;
  interestLevied = 0;
  interestOwedSince: Day;
  indemnity = 0;
  indemnityPaid = 0;
  overpaid = 0;
  waived = 0;

  constructor(plan: AccrualPlan, keepsHistory: boolean) {
    this.plan = plan;
    this.keepsHistory = keepsHistory;
    this.pieces = keepsHistory ? [] : NO_PIECES;
    this.steps = keepsHistory ? [] : NO_STEPS;
    const year = plan.countsLeapYears ? YEAR_DAYS * LEAP_YEAR_DAYS : YEAR_DAYS;
    this.divisor = PERCENT * scaleOf(plan.scheme.decimals) * year;
    this.principal = [];
    for (const { principalCents } of plan.tranches) this.principal.push(principalCents);
    this.interestOwedSince = addDays(plan.tranches[0]!.firstDay, -1);
  }

  /** Interest accrued since the start or the last capitalisation: the one rounding. */
  accruedCents(): number {
    return roundHalfUp(this.accrued.whole, this.accrued.rest, this.divisor);
  }

  interestDue(): number {
    return this.accruedCents() - this.interestPaid;
  }

  /** Counts the days up to one included, on the balances as they stand. */
  countTo(day: Day): Refusal | null {
    const { tranches, stopOn } = this.plan;
    const last = day < stopOn ? day : stopOn;
    for (let k = 0; k < tranches.length; k++) {
      const tranche = tranches[k]!;
      if (tranche.firstDay > day) break;
      if (k === this.assessed) this.assess(k, tranche);
      if (this.principal[k] === 0) continue;
      const counted = this.countedTo;
      const from = counted === null || counted < tranche.firstDay ? tranche.firstDay : addDays(counted, 1);
      const refusal = from <= last ? this.countTranche(k, tranche, from, last) : null;
      if (refusal !== null) return refusal;
    }
    this.countedTo = day;
    return null;
  }

  /** On its first late day, a tranche of which a part is unpaid owes its fixed indemnity, whole. */
  private assess(k: number, tranche: Tranche): void {
    this.assessed = k + 1;
    if (this.principal[k] === 0 || tranche.indemnityCents === 0) return;
    this.indemnity += tranche.indemnityCents;
    this.lateTranches.push(k);
  }

  private countTranche(k: number, tranche: Tranche, first: Day, last: Day): Refusal | null {
    const { scheme } = this.plan;
    const baseCents = this.principal[k]!;
    let half = halfYearOf(first);
    let halfEnd = halfYearEnd(half);
    // The base is the same all along: the runs are added before the one exact product and its division.
    let rateDays = 0;
    for (let from = first; from <= last; ) {
      if (from > halfEnd) {
        half = (half + 1) as HalfYear;
        halfEnd = halfYearEnd(half);
      }
      let to = last < halfEnd ? last : halfEnd;
      if (scheme.cutOn !== null && from < scheme.cutOn && scheme.cutOn <= to) to = addDays(scheme.cutOn, -1);
      const rate = scheme.rateOn(from, half, tranche);
      if (typeof rate !== 'number') return rate;
      const days = (to - from + 1) * weightOf(half, this.plan.countsLeapYears);
      rateDays += rate * days;
      if (this.keepsHistory) {
        const accrued = nothing();
        accrue(accrued, baseCents, rate, days, this.divisor);
        this.pieces.push({ tranche: k, half, from, to, baseCents, rate, accrued });
      }
      from = addDays(to, 1);
    }
    accrue(this.accrued, baseCents, rateDays, 1, this.divisor);
    return null;
  }

  settle(move: Move): void {
    const shares: Share[] | null = this.keepsHistory ? [] : null;
    const { whole, rest } = this.accrued;
    let capitalisedCents = 0;
    let leftoverCents = 0;
    if (move.kind === 'receipt') leftoverCents = this.receive(move, shares);
    else if (move.kind === 'reduction') leftoverCents = this.lower(move.amountCents, shares);
    else if (move.kind === 'capitalisation') capitalisedCents = this.capitalise(move.on);
    else this.waive(move, shares);
    this.overpaid += leftoverCents;
    if (shares === null) return;
    const accrued = { whole, rest };
    const { length: pieces } = this.pieces;
    const lateTranches = this.lateTranches.slice();
    this.steps.push({ move, pieces, accrued, shares, capitalisedCents, leftoverCents, lateTranches });
  }

  /** Gives a receipt to what it clears, in order. Returns what is left of the money. */
  private receive({ amountCents, on }: Move, shares: Share[] | null): number {
    if (this.plan.principalFirst) return this.payAccessories(this.lower(amountCents, shares), on, shares);
    return this.lower(this.payAccessories(amountCents, on, shares), shares);
  }

  /** Lowers the principal, the oldest due sum first. Returns what is left of the amount. */
  private lower(amountCents: number, shares: Share[] | null): number {
    let left = amountCents;
    for (let k = 0; k < this.principal.length && left > 0; k++) {
      const dueCents = this.principal[k]!;
      if (dueCents === 0) continue;
      const partCents = Math.min(left, dueCents);
      this.principal[k] = dueCents - partCents;
      left -= partCents;
      shares?.push({ target: k, dueCents, partCents });
    }
    return left;
  }

  /** Gives up interest or indemnity owed on that day, never more than what is left of it. */
  private waive({ kind, amountCents, on }: Move, shares: Share[] | null): void {
    const isInterest = kind === 'interest-waiver';
    const dueCents = isInterest ? this.interestDue() : this.indemnity - this.indemnityPaid;
    const partCents = Math.min(amountCents, dueCents);
    this.waived += partCents;
    if (isInterest) this.clearInterest(partCents, dueCents, on);
    else this.indemnityPaid += partCents;
    shares?.push({ target: isInterest ? INTEREST : INDEMNITY, dueCents, partCents });
  }

  private clearInterest(partCents: number, dueCents: number, on: Day): void {
    this.interestPaid += partCents;
    if (partCents === dueCents) this.interestOwedSince = on;
  }

  /** Interest first, then the fixed indemnity. Returns what is left of the money. */
  private payAccessories(money: number, on: Day, shares: Share[] | null): number {
    let left = money;
    const interestDue = this.interestDue();
    if (left > 0 && interestDue > 0) {
      const partCents = Math.min(left, interestDue);
      this.clearInterest(partCents, interestDue, on);
      left -= partCents;
      shares?.push({ target: INTEREST, dueCents: interestDue, partCents });
    }
    const indemnityDue = this.indemnity - this.indemnityPaid;
    if (left > 0 && indemnityDue > 0) {
      const partCents = Math.min(left, indemnityDue);
      this.indemnityPaid += partCents;
      left -= partCents;
      shares?.push({ target: INDEMNITY, dueCents: indemnityDue, partCents });
    }
    return left;
  }

  /**
   * Adds the interest owed to the principal when it has been owed for the whole interval (1343-2 C. civ.). The new
   * principal is a published sum: interest is rounded there, and counting starts again from zero.
   */
  private capitalise(on: Day): number {
    const dueCents = this.interestDue();
    if (dueCents === 0 || on < addMonths(this.interestOwedSince, this.plan.capitalisationMonths)) return 0;
    this.interestLevied += this.accruedCents();
    this.principal[0]! += dueCents;
    this.accrued.whole = 0;
    this.accrued.rest = 0;
    this.interestPaid = 0;
    this.interestOwedSince = on;
    return dueCents;
  }
}

/**
 * Runs a plan up to its last day. With `keepsHistory` the pieces and steps are recorded for the explanation; without
 * it the same arithmetic only keeps the totals. Refuses what the rate scheme refuses.
 */
export function settle(plan: AccrualPlan, keepsHistory: boolean): Ledger | Refusal {
  const account = new Account(plan, keepsHistory);
  for (const move of plan.moves) {
    if (move.on > plan.until) continue;
    const refusal = account.countTo(move.on);
    if (refusal !== null) return refusal;
    account.settle(move);
  }
  const refusal = account.countTo(plan.until);
  if (refusal !== null) return refusal;
  return {
    divisor: account.divisor,
    pieces: account.pieces,
    steps: account.steps,
    accrued: account.accrued,
    interestCents: account.interestLevied + account.accruedCents(),
    interestLeftCents: account.interestDue(),
    indemnityCents: account.indemnity,
    indemnityLeftCents: account.indemnity - account.indemnityPaid,
    principalLeftCents: account.principal,
    overpaidCents: account.overpaid,
    waivedCents: account.waived,
    lateTranches: account.lateTranches,
  };
}
