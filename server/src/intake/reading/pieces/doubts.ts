import { type DoubtCode, doubt } from '../messages.ts';
import type { Doubt, Facts } from '../result.ts';

/** Doubts of one code that are told one by one. */
const TOLD = 20;

/** The doubts of one file: the first ones of each code in full, the others as a number. */
export class Doubts {
  private readonly told: Doubt[] = [];
  private readonly counts = new Map<DoubtCode, number>();

  add(code: DoubtCode, facts?: Facts): void {
    const count = (this.counts.get(code) ?? 0) + 1;
    this.counts.set(code, count);
    if (count <= TOLD) this.told.push(doubt(code, facts));
  }

  list(): Doubt[] {
    const more = [...this.counts].filter(([, count]) => count > TOLD);
    return [...this.told, ...more.map(([code, count]) => doubt('MoreOfTheSame', { of: code, count: count - TOLD }))];
  }
}
