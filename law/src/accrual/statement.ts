import { type Day, frenchDate, isLeapHalfYear } from '../calendar/index.ts';
import { carried, type Explanation, given, givenDay, made } from '../explain/index.ts';
import { exactEuros, roundHalfUp } from '../money/index.ts';
import { parameterNode, reason, soleValue } from '../parameters/index.ts';
import { INDEMNITY, INTEREST, type Ledger, type Move, type Piece, type Share, type Step } from './ledger.ts';

/** The French words for the interest of a rule, which differ in gender: « pénalités courues », « intérêts courus ». */
interface InterestWords {
  readonly name: string;
  readonly accrued: string;
  readonly paid: string;
  /** Instead of `paid` once something was given up. */
  readonly cleared: string;
  /** After « part » and after « reste après ». */
  readonly of: string;
  readonly after: string;
}

const INDEMNITY_WORDS = {
  paid: 'Indemnité forfaitaire déjà payée',
  cleared: 'Indemnité forfaitaire payée ou abandonnée',
  of: 'de l’indemnité forfaitaire',
  after: 'l’indemnité forfaitaire',
};
const PRINCIPAL_WORDS = { of: 'du principal', after: 'le principal' };

/** A label in the middle of a sentence. */
function inSentence(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}

/** The words and nodes that a rule puts around the common statement. */
export interface StatementWording {
  readonly interest: InterestWords;
  /** What tells one tranche from the others, in parentheses; empty when there is only one. */
  readonly trancheSuffix: (tranche: number) => string;
  readonly moveLabel: (move: Move) => string;
  /** Reasons that go with a move: the order of allocation, the effect of a credit note. */
  readonly moveReasons: (step: Step) => readonly Explanation[];
  readonly rateNode: (piece: Piece) => Explanation;
  readonly countsLeapYears: boolean;
  /** The fixed indemnity of a late tranche; absent when the rule knows none. */
  readonly indemnityNode?: (tranche: number) => Explanation;
}

const yearNode = parameterNode('Jours de l’année', soleValue('year-length'), 'days');
const leapYearNode = parameterNode('Jours de l’année bissextile', soleValue('leap-year-length'), 'days');

/**
 * Builds the tree of a ledger. Each value is defined once and carried where it is used again, so the tree grows with
 * the number of pieces and moves, never with their product.
 */
export class Statement {
  private readonly ledger: Ledger;
  private readonly wording: StatementWording;
  private readonly placed = new Set<Explanation>();
  private readonly principal: Explanation[];
  private readonly stepLabels = new Map<string, number>();
  private pending: Explanation[] = [];
  private nextPiece = 0;
  private accrued: Explanation | null = null;
  private interestPaid: Explanation | null = null;
  private indemnityPaid: Explanation | null = null;
  private readonly capitalised: Explanation[] = [];
  private hasWaived = false;

  constructor(ledger: Ledger, principal: readonly Explanation[], wording: StatementWording) {
    this.ledger = ledger;
    this.principal = [...principal];
    this.wording = wording;
  }

  /** The node itself the first time, then a leaf that carries its value. */
  private use(node: Explanation): Explanation {
    if (this.placed.has(node)) return carried(node);
    this.placed.add(node);
    return node;
  }

  private pieceNode(piece: Piece): Explanation {
    const from = givenDay('Premier jour compté', piece.from);
    const to = givenDay('Dernier jour compté', piece.to);
    const suffix = this.wording.trancheSuffix(piece.tranche);
    const label = `${this.wording.interest.name} du ${frenchDate(piece.from)} au ${frenchDate(piece.to)}${suffix}`;
    return made('interest', label, exactEuros(piece.accrued, this.ledger.divisor), 'euros', [
      this.use(this.principal[piece.tranche]!),
      this.wording.rateNode(piece),
      made('count-days', 'Jours comptés', piece.to - piece.from + 1, 'days', [from, to]),
      this.wording.countsLeapYears && isLeapHalfYear(piece.half) ? leapYearNode : yearNode,
    ]);
  }

  private countPieces(end: number): void {
    const { pieces } = this.ledger;
    for (; this.nextPiece < end; this.nextPiece++) this.pending.push(this.pieceNode(pieces[this.nextPiece]!));
  }

  /** Everything accrued and not yet summed, as one exact sum. */
  private sumAccrued(label: string, exact: { whole: number; rest: number }): Explanation {
    const before = this.accrued === null ? [] : [this.use(this.accrued)];
    this.accrued = made('sum', label, exactEuros(exact, this.ledger.divisor), 'euros', [...before, ...this.pending]);
    this.pending = [];
    return this.accrued;
  }

  /** Steps of one day and kind are told apart by a number, because labels are what carried values refer to. */
  private stepLabel(step: Step): string {
    const label = this.wording.moveLabel(step.move);
    const count = (this.stepLabels.get(label) ?? 0) + 1;
    this.stepLabels.set(label, count);
    return count === 1 ? label : `${label} (${count})`;
  }

  private interestDue(step: Step, after: string, dueCents: number): Explanation {
    const { divisor } = this.ledger;
    const { interest } = this.wording;
    const exact = this.sumAccrued(`${interest.accrued} au ${after}`, step.accrued);
    const cents = roundHalfUp(step.accrued.whole, step.accrued.rest, divisor);
    const rounded = made('round-half-up', `${interest.accrued} au ${after}, en centimes`, cents, 'cents', [
      this.use(exact),
    ]);
    if (step.move.kind === 'capitalisation') this.capitalised.push(rounded);
    if (this.interestPaid === null) return rounded;
    const label = `${interest.name} restant à payer au ${after}`;
    return made('subtract', label, dueCents, 'cents', [this.use(rounded), this.use(this.interestPaid)]);
  }

  private indemnityDue(step: Step, after: string, dueCents: number): Explanation {
    const nodes = step.lateTranches.map((tranche) => this.wording.indemnityNode!(tranche));
    const incurred = nodes.reduce((sum, node) => sum + Number(node.value), 0);
    const sum = made('sum', `Indemnité forfaitaire acquise au ${after}`, incurred, 'cents', nodes);
    if (this.indemnityPaid === null) return sum;
    const label = `Indemnité forfaitaire restant à payer au ${after}`;
    return made('subtract', label, dueCents, 'cents', [sum, this.use(this.indemnityPaid)]);
  }

  private dueNode(share: Share, step: Step, after: string): Explanation {
    if (share.target === INTEREST) return this.interestDue(step, after, share.dueCents);
    if (share.target === INDEMNITY) return this.indemnityDue(step, after, share.dueCents);
    return this.use(this.principal[share.target]!);
  }

  private targetWords(target: number): { readonly of: string; readonly after: string } {
    if (target === INTEREST) return this.wording.interest;
    if (target === INDEMNITY) return INDEMNITY_WORDS;
    const suffix = this.wording.trancheSuffix(target);
    return { of: `${PRINCIPAL_WORDS.of}${suffix}`, after: `${PRINCIPAL_WORDS.after}${suffix}` };
  }

  private recordPart(share: Share, part: Explanation, label: string, workings: Explanation[]): void {
    if (share.target === INTEREST || share.target === INDEMNITY) {
      const before = share.target === INTEREST ? this.interestPaid : this.indemnityPaid;
      const words = share.target === INTEREST ? this.wording.interest : INDEMNITY_WORDS;
      const paid = Number(part.value) + Number(before?.value ?? 0);
      const inputs = before === null ? [carried(part)] : [this.use(before), carried(part)];
      const total = made(
        'sum',
        `${this.hasWaived ? words.cleared : words.paid} après ${inSentence(label)}`,
        paid,
        'cents',
        inputs,
      );
      if (share.target === INTEREST) this.interestPaid = total;
      else this.indemnityPaid = total;
      return;
    }
    const left = share.dueCents - share.partCents;
    const name = `Principal restant dû après ${inSentence(label)}${this.wording.trancheSuffix(share.target)}`;
    const after = made('subtract', name, left, 'cents', [this.use(this.principal[share.target]!), carried(part)]);
    this.principal[share.target] = after;
    workings.push(this.use(after));
  }

  /** A receipt or a credit note, target by target, with the balances it leaves. */
  private spreadStep(step: Step, label: string): Explanation {
    const amountCents = step.move.amountCents;
    const after = `${frenchDate(step.move.on)}, avant ${inSentence(label)}`;
    const parts: Explanation[] = [];
    const workings: Explanation[] = [];
    let available: Explanation = given(`${label}, montant`, amountCents, 'cents');
    for (const share of step.shares) {
      const words = this.targetWords(share.target);
      const name = `${label}, part ${words.of}`;
      const part = made('least', name, share.partCents, 'cents', [
        this.use(available),
        this.dueNode(share, step, after),
      ]);
      parts.push(part);
      const left = Number(available.value) - share.partCents;
      const leftName = `${label}, reste après ${words.after}`;
      available = made('subtract', leftName, left, 'cents', [this.use(available), carried(part)]);
      this.recordPart(share, part, label, workings);
    }
    if (step.leftoverCents > 0) parts.push(this.use(available));
    const spread = made('sum', `${label}, répartition`, amountCents, 'cents', parts);
    return made('detail', label, amountCents, 'cents', [spread, ...workings, ...this.wording.moveReasons(step)]);
  }

  /** What the creditor gives up: at most what was owed that day, and none of what accrues later. */
  private waiverStep(step: Step, label: string): Explanation {
    this.hasWaived = true;
    const share = step.shares[0]!;
    const { amountCents, on } = step.move;
    const due = this.dueNode(share, step, `${frenchDate(on)}, avant ${inSentence(label)}`);
    const part = Number.isFinite(amountCents)
      ? made('least', `${label}, part abandonnée`, share.partCents, 'cents', [
          given(`${label}, montant`, amountCents, 'cents'),
          due,
        ])
      : made('detail', `${label}, tout ce qui était dû`, share.partCents, 'cents', [due]);
    this.recordPart(share, part, label, []);
    return made('detail', label, share.partCents, 'cents', [part, ...this.wording.moveReasons(step)]);
  }

  private capitalisationStep(step: Step, label: string): Explanation {
    const after = frenchDate(step.move.on);
    const due = this.interestDue(step, after, step.capitalisedCents);
    const capital = Number(this.principal[0]!.value) + step.capitalisedCents;
    const inputs = [this.use(this.principal[0]!), this.use(due)];
    this.principal[0] = made('sum', `Capital après ${inSentence(label)}`, capital, 'cents', inputs);
    this.accrued = null;
    this.interestPaid = null;
    const workings = [this.use(this.principal[0]), ...this.wording.moveReasons(step)];
    return made('detail', label, capital, 'cents', workings);
  }

  /** The moves in the order of the days. Call it once, before the totals. */
  steps(): Explanation[] {
    const nodes: Explanation[] = [];
    for (const step of this.ledger.steps) {
      this.countPieces(step.pieces);
      const label = this.stepLabel(step);
      const { kind } = step.move;
      if (kind === 'receipt' || kind === 'reduction') nodes.push(this.spreadStep(step, label));
      else if (kind !== 'capitalisation') nodes.push(this.waiverStep(step, label));
      else if (step.capitalisedCents > 0) nodes.push(this.capitalisationStep(step, label));
      else nodes.push(...this.wording.moveReasons(step));
    }
    this.countPieces(this.ledger.pieces.length);
    return nodes;
  }

  /** What is left of the principal of each tranche. */
  principalLeft(): Explanation[] {
    return this.principal.map((node) => this.use(node));
  }

  /** All the interest, rounded once, and what is left of it to pay. */
  interest(label: string, until: Day, reasons: readonly Explanation[]): { total: Explanation; left: Explanation } {
    const { ledger } = this;
    const exact = this.sumAccrued(`${label} au ${frenchDate(until)}, avant arrondi`, ledger.accrued);
    const cents = roundHalfUp(ledger.accrued.whole, ledger.accrued.rest, ledger.divisor);
    const name = this.capitalised.length === 0 ? label : `${label} depuis la dernière capitalisation`;
    const rounded = made('round-half-up', name, cents, 'cents', [this.use(exact), ...reasons]);
    const total =
      this.capitalised.length === 0
        ? rounded
        : made('sum', label, ledger.interestCents, 'cents', [...this.capitalised.map(carried), this.use(rounded)]);
    if (this.interestPaid === null) return { total, left: this.use(rounded) };
    const inputs = [this.use(rounded), this.use(this.interestPaid)];
    return { total, left: made('subtract', `${label} restant à payer`, ledger.interestLeftCents, 'cents', inputs) };
  }

  /** The indemnities acquired, and what is left of them to pay. */
  indemnity(label: string, reasons: readonly Explanation[]): Explanation {
    const { ledger } = this;
    const nodes = ledger.lateTranches.map((tranche) => this.wording.indemnityNode!(tranche));
    const total = made('sum', label, ledger.indemnityCents, 'cents', [...nodes, ...reasons]);
    if (this.indemnityPaid === null) return total;
    const inputs = [total, this.use(this.indemnityPaid)];
    return made('subtract', `${label} restant à payer`, ledger.indemnityLeftCents, 'cents', inputs);
  }
}

/** The reason that goes with a receipt of a day, by the order agreed for its allocation. */
export function allocationReason(principalFirst: boolean, on: Day): Explanation {
  return reason(principalFirst ? 'allocation-principal-first' : 'allocation-interest-first', on);
}

/** The reason of a setting that divides the days of a leap year by its own length; none when it is not asked. */
export function yearReasons(countsLeapYears: boolean): readonly Explanation[] {
  return countsLeapYears ? [reason('leap-year-counted')] : [];
}
