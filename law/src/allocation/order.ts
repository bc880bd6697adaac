import type { AllocationCase, Debt } from './input.ts';

/** A step of article 1342-10 that can put one debt before another. */
export type Criterion = 'debtor-choice' | 'due-first' | 'most-onerous' | 'oldest';

/** The criterion that each place of a rank stands for; the two last are the age by due date, then by issue. */
const CRITERIA: readonly Criterion[] = ['debtor-choice', 'due-first', 'most-onerous', 'oldest', 'oldest'];

/** Debts that no step of the law tells apart, and the step that puts them before the group that follows. */
export interface Group {
  readonly debts: readonly Debt[];
  readonly isDue: boolean;
  readonly isChosen: boolean;
  /** Null for the last group. */
  readonly before: Criterion | null;
}

/** After every day and every place: what is not named, and what has no date. */
const LAST = Number.POSITIVE_INFINITY;

function isDueOn(debt: Debt, on: number): boolean {
  return debt.dueOn !== null && debt.dueOn <= on;
}

type Places = ReadonlyMap<string, number>;

function placesOf(ids: readonly string[]): Places {
  return new Map(ids.map((id, place) => [id, place]));
}

function rankOf(debt: Debt, on: number, chosen: Places, onerous: Places): readonly number[] {
  return [
    chosen.get(debt.id) ?? LAST,
    isDueOn(debt, on) ? 0 : 1,
    onerous.get(debt.id) ?? LAST,
    debt.dueOn ?? LAST,
    debt.dueOn === null ? (debt.issuedOn ?? LAST) : 0,
  ];
}

/** Place of the first difference between two ranks, or -1. */
function firstDifference(a: readonly number[], b: readonly number[]): number {
  return a.findIndex((value, place) => value !== b[place]);
}

function compare(a: readonly number[], b: readonly number[]): number {
  const place = firstDifference(a, b);
  if (place < 0) return 0;
  return a[place]! < b[place]! ? -1 : 1;
}

/**
 * The debts in the order in which a receipt clears them (1342-10 C. civ.), in groups: those the debtor named, in the
 * order he named them; those due; those he had most interest in clearing, when the user says which; the oldest. Within a
 * group the debts stand as they were given.
 */
export function groupsOf({ debts, on, debtorChoice, mostOnerous }: AllocationCase): readonly Group[] {
  const [chosen, onerous] = [placesOf(debtorChoice), placesOf(mostOnerous)];
  const ranked = debts.map((debt) => ({ debt, rank: rankOf(debt, on, chosen, onerous) }));
  ranked.sort((a, b) => compare(a.rank, b.rank));
  const groups: Group[] = [];
  for (let start = 0; start < ranked.length; ) {
    const { debt, rank } = ranked[start]!;
    let end = start + 1;
    while (end < ranked.length && compare(rank, ranked[end]!.rank) === 0) end++;
    const next = ranked[end];
    groups.push({
      debts: ranked.slice(start, end).map((one) => one.debt),
      isDue: isDueOn(debt, on),
      isChosen: chosen.has(debt.id),
      before: next === undefined ? null : CRITERIA[firstDifference(rank, next.rank)]!,
    });
    start = end;
  }
  return groups;
}
