import type { AllocationCase, Debt } from './input.ts';
import { type Criterion, type Group, groupsOf } from './order.ts';
import { type Share, sharesOf } from './share.ts';

/** What a receipt clears of one debt, in whole cents. */
export interface AllocationPart {
  readonly id: string;
  readonly costsCents: number;
  readonly interestCents: number;
  readonly principalCents: number;
}

/**
 * The step that decided: the debtor's choice; sharing in proportion; else the first step of article 1342-10 that put a
 * debt cleared before another. `single` when only one debt was open, `none` when nothing was cleared.
 */
export type AllocationStep = Criterion | 'proportion' | 'single' | 'none';

/** A group that received money; `shares` is null when the money cleared it whole, or when it is one debt. */
export interface ClearedGroup {
  readonly group: Group;
  readonly shares: readonly Share[] | null;
}

/** What a receipt does, before it is published. */
export interface Imputation {
  readonly cleared: readonly ClearedGroup[];
  /** In the order in which the debts are cleared; every debt that receives a cent. */
  readonly parts: readonly AllocationPart[];
  readonly unallocatedCents: number;
  readonly step: AllocationStep;
  /** Every step used, in the order of the law. */
  readonly steps: readonly AllocationStep[];
  readonly needsUser: boolean;
}

export type Slice = 'interestCents' | 'costsCents' | 'principalCents';

/** What is cleared first within one debt (1343-1 C. civ.). */
export const LEGAL_ORDER: readonly Slice[] = ['interestCents', 'costsCents', 'principalCents'];
export const PRINCIPAL_FIRST: readonly Slice[] = ['principalCents', 'interestCents', 'costsCents'];

function partOf(debt: Debt, availableCents: number, order: readonly Slice[]): AllocationPart {
  const part = { id: debt.id, costsCents: 0, interestCents: 0, principalCents: 0 };
  let left = availableCents;
  for (const slice of order) {
    part[slice] = Math.min(left, debt[slice]);
    left -= part[slice];
  }
  return part;
}

const STEP_ORDER: readonly AllocationStep[] = ['debtor-choice', 'due-first', 'most-onerous', 'oldest', 'proportion'];

function stepsOf(allocationCase: AllocationCase, cleared: readonly ClearedGroup[]): readonly AllocationStep[] {
  if (cleared.length === 0) return ['none'];
  const used = new Set<AllocationStep>();
  for (const { group, shares } of cleared) {
    if (group.isChosen) used.add('debtor-choice');
    if (group.before !== null) used.add(group.before);
    if (shares !== null) used.add('proportion');
  }
  if (used.size === 0) return [allocationCase.debts.length === 1 ? 'single' : 'proportion'];
  return STEP_ORDER.filter((step) => used.has(step));
}

/** The step to record when only one may be: see `AllocationStep`. */
function decisive(steps: readonly AllocationStep[]): AllocationStep {
  const first = steps[0]!;
  return first !== 'debtor-choice' && steps.includes('proportion') ? 'proportion' : first;
}

/**
 * Whether the user must say which due debt was the most onerous: several compete for money that does not clear them all,
 * the debtor named none of them, the user neither, and they are not declared to be of one kind.
 */
function isOnerousUnknown(
  { mostOnerous }: AllocationCase,
  groups: readonly Group[],
  parts: readonly AllocationPart[],
): boolean {
  const rivals = groups.filter(({ isDue, isChosen }) => isDue && !isChosen).flatMap(({ debts }) => debts);
  if (mostOnerous.length > 0 || rivals.length < 2) return false;
  const paid = new Map(parts.map((part) => [part.id, part.costsCents + part.interestCents + part.principalCents]));
  const isTouched = rivals.some(({ id }) => paid.has(id));
  const isShort = rivals.some(({ id, totalCents }) => (paid.get(id) ?? 0) < totalCents);
  const kinds = new Set(rivals.map(({ kind }) => kind));
  return isTouched && isShort && (kinds.size > 1 || kinds.has(null));
}

/** Which debts a receipt clears, and how much of each. Sums of parts and of what is left are the receipt, to the cent. */
export function impute(allocationCase: AllocationCase): Imputation {
  const order = allocationCase.principalFirst ? PRINCIPAL_FIRST : LEGAL_ORDER;
  const groups = groupsOf(allocationCase);
  const cleared: ClearedGroup[] = [];
  const parts: AllocationPart[] = [];
  let left = allocationCase.receiptCents;
  for (const group of groups) {
    if (left === 0) break;
    const owedCents = group.debts.reduce((sum, { totalCents }) => sum + totalCents, 0);
    const isShort = left < owedCents;
    const shares = isShort && group.debts.length > 1 ? sharesOf(left, group.debts) : null;
    for (const [i, debt] of group.debts.entries()) {
      const availableCents = shares === null ? Math.min(left, debt.totalCents) : shares[i]!.cents;
      if (availableCents > 0) parts.push(partOf(debt, availableCents, order));
    }
    left = isShort ? 0 : left - owedCents;
    cleared.push({ group, shares });
  }
  const steps = stepsOf(allocationCase, cleared);
  return {
    cleared,
    parts,
    unallocatedCents: left,
    step: decisive(steps),
    steps,
    needsUser: isOnerousUnknown(allocationCase, groups, parts),
  };
}
