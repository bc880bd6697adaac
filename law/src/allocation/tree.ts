import { type Day, frenchDate } from '../calendar/index.ts';
import { carried, derived, type Explanation, given, givenDay } from '../explain/index.ts';
import { type ArticleKey, reason } from '../parameters/index.ts';
import { type ClearedGroup, type Imputation, LEGAL_ORDER, PRINCIPAL_FIRST, type Slice } from './impute.ts';
import type { AllocationCase, Debt } from './input.ts';
import type { Criterion } from './order.ts';
import type { Share } from './share.ts';

const SLICE_WORDS: Record<Slice, { readonly owed: string; readonly part: string; readonly after: string }> = {
  interestCents: { owed: 'Intérêts', part: 'Payé sur les intérêts', after: 'Reste après les intérêts' },
  costsCents: {
    owed: 'Frais et indemnité',
    part: 'Payé sur les frais et l’indemnité',
    after: 'Reste après les frais et l’indemnité',
  },
  principalCents: { owed: 'Principal', part: 'Payé sur le principal', after: 'Reste après le principal' },
};

/** Why a group stands before the next one; a group that the debtor named says so itself. */
const CRITERION_REASONS: Record<Criterion, ArticleKey> = {
  'debtor-choice': 'allocation-debtor-choice',
  'due-first': 'allocation-due-first',
  'most-onerous': 'allocation-most-onerous',
  oldest: 'allocation-oldest',
};

const ONE_CENT = given('Un centime', 1, 'cents');
const NO_CENT = given('Aucun centime', 0, 'cents');

/** Builds the tree debt by debt: what is left of the receipt passes from one node to the next. */
class Builder {
  private readonly allocationCase: AllocationCase;
  private readonly on: Day;
  private readonly order: readonly Slice[];
  readonly receipt: Explanation;
  /** What is left of the receipt, and whether that node stands in the tree already. */
  private left: Explanation;
  private leftIsPlaced = true;

  constructor(allocationCase: AllocationCase) {
    this.allocationCase = allocationCase;
    this.on = allocationCase.on;
    this.order = allocationCase.principalFirst ? PRINCIPAL_FIRST : LEGAL_ORDER;
    this.receipt = given(`Règlement du ${frenchDate(this.on)}`, allocationCase.receiptCents, 'cents');
    this.left = this.receipt;
  }

  private because(key: ArticleKey): Explanation {
    return reason(key, this.on);
  }

  /** What is left, once as the node itself and then as a leaf that carries it. */
  private useLeft(): Explanation {
    if (this.leftIsPlaced) return carried(this.left);
    this.leftIsPlaced = true;
    return this.left;
  }

  private keepLeft(node: Explanation): void {
    this.left = node;
    this.leftIsPlaced = false;
  }

  /** The parts of one debt, in the order of article 1343-1; each is the least of what is left and of what is owed. */
  private slices(debt: Debt): Explanation[] {
    const parts: Explanation[] = [];
    for (const slice of this.order) {
      if (debt[slice] === 0) continue;
      if (parts.length > 0 && this.left.value === 0) break;
      const { owed, part, after } = SLICE_WORDS[slice];
      const name = `de la dette ${debt.id}`;
      const node = derived('least', `${part} ${name}`, 'cents', [
        this.useLeft(),
        given(`${owed} ${name}`, debt[slice], 'cents'),
      ]);
      parts.push(node);
      this.keepLeft(derived('subtract', `${after} ${name}`, 'cents', [carried(this.left), carried(node)]));
    }
    return parts;
  }

  private dueNode(debt: Debt): Explanation[] {
    if (debt.dueOn === null) return [this.because('allocation-undated-last')];
    const dueOn = givenDay(`Échéance de la dette ${debt.id}`, debt.dueOn);
    const on = givenDay('Date du règlement', this.on);
    return [derived('at-most', `Dette ${debt.id} échue au jour du règlement`, 'flag', [dueOn, on])];
  }

  private partReasons(debt: Debt, paidCents: number): Explanation[] {
    const hasAccessories = debt.interestCents + debt.costsCents > 0;
    const isPartial = paidCents < debt.totalCents;
    if (!isPartial) return [];
    const inside = this.allocationCase.principalFirst ? 'allocation-principal-first' : 'allocation-interest-first';
    return [...(hasAccessories ? [this.because(inside)] : []), this.because('allocation-partial-payment')];
  }

  private part(debt: Debt, workings: readonly Explanation[]): Explanation {
    const sum = derived('sum', `Total payé sur la dette ${debt.id}`, 'cents', this.slices(debt));
    const reasons = this.partReasons(debt, Number(sum.value));
    return derived('detail', `Imputé sur la dette ${debt.id}`, 'cents', [
      sum,
      ...this.dueNode(debt),
      ...workings,
      ...reasons,
    ]);
  }

  /** The parts of debts that nothing tells apart, in proportion of what each owes, to the largest remainders. */
  private sharedParts(
    debts: readonly Debt[],
    shares: readonly Share[],
    reasons: readonly Explanation[],
  ): Explanation[] {
    const sum = this.left;
    const owed = debts.map((debt) => given(`Total de la dette ${debt.id}`, debt.totalCents, 'cents'));
    const wanted = derived('sum', 'Total des dettes égales', 'cents', owed);
    const floors = debts.map((debt, i) => {
      const exact = derived('in-proportion', `Part exacte de la dette ${debt.id}`, 'euros', [
        i === 0 ? this.useLeft() : carried(sum),
        carried(owed[i]!),
        i === 0 ? wanted : carried(wanted),
      ]);
      return derived('round-down', `Part de la dette ${debt.id}, au centime inférieur`, 'cents', [exact]);
    });
    const missing = derived('subtract', 'Centimes restant à répartir', 'count', [carried(sum), ...floors.map(carried)]);
    return debts.map((debt, i) => {
      const rank = given(`Rang du reste de la dette ${debt.id}`, shares[i]!.remainderRank, 'count');
      const isServed = derived('at-most', `Reste de la dette ${debt.id} parmi les plus forts`, 'flag', [
        rank,
        i === 0 ? missing : carried(missing),
      ]);
      const cent = derived('choose', `Centime d’arrondi de la dette ${debt.id}`, 'cents', [
        isServed,
        ONE_CENT,
        NO_CENT,
      ]);
      const share = derived('sum', `Part de la dette ${debt.id}`, 'cents', [floors[i]!, cent]);
      this.keepLeft(share);
      const workings = i === 0 ? reasons : [];
      if (share.value !== 0) return this.part(debt, workings);
      return derived('detail', `Imputé sur la dette ${debt.id}`, 'cents', [share, ...this.dueNode(debt), ...workings]);
    });
  }

  /** The nodes of a group; the first one says why the group stands where it does. */
  group({ group, shares }: ClearedGroup): Explanation[] {
    const reasons: Explanation[] = [];
    if (group.isChosen) reasons.push(this.because('allocation-debtor-choice'));
    else if (group.before !== null) reasons.push(this.because(CRITERION_REASONS[group.before]));
    if (shares === null) return group.debts.map((debt, i) => this.part(debt, i === 0 ? reasons : []));
    reasons.push(this.because('allocation-proportion'), this.because('allocation-largest-remainder'));
    return this.sharedParts(group.debts, shares, reasons);
  }
}

/** The tree that made an imputation; its value is what is left unallocated. */
export function treeOf(allocationCase: AllocationCase, { cleared, needsUser }: Imputation): Explanation {
  const builder = new Builder(allocationCase);
  const parts = cleared.flatMap((one) => builder.group(one));
  const doubts = needsUser ? [reason('allocation-interest-unknown', allocationCase.on)] : [];
  return derived('subtract', 'Somme non imputée', 'cents', [builder.receipt, ...parts, ...doubts]);
}
