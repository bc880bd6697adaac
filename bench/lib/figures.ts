/** One measured thing beside what was promised and what the machine could do at best, in the same run. */
export interface Figure {
  section: string;
  what: string;
  unit: string;
  /** One number per repetition; the median is the figure. */
  values: number[];
  /** Whether less is better, or more. */
  kind: 'cost' | 'speed';
  /** What was promised: at most that cost, at least that speed. Absent when the figure only explains another. */
  budget?: number;
  /** What the machine can do when nothing but the bare work is done. */
  limit?: { what: string; value: number };
  /** Why it misses its budget, if it does: written once by whoever knows the code. */
  whenMissed?: string;
}

/** The middle one; the mean of the two middle ones when there are as many on either side. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error('A figure needs at least one measure.');
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The value below which a share (0 to 1) of the measures lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = Math.ceil(share * sorted.length) - 1;
  return sorted[Math.max(place, 0)]!;
}

/** Whether the median keeps its budget; null without one. */
export function isMet({ values, kind, budget }: Figure): boolean | null {
  if (budget === undefined) return null;
  const value = median(values);
  return kind === 'cost' ? value <= budget : value >= budget;
}

/** How many times the limit's cost (or the inverse of its speed) the figure is: 1 is the limit itself. */
export function ratioToLimit({ values, kind, limit }: Figure): number | null {
  if (!limit || limit.value === 0) return null;
  const ratio = median(values) / limit.value;
  return kind === 'speed' ? 1 / ratio : ratio;
}

/** Three figures that count, with thin thousands: 12 345, 1 230, 12.3, 0.0456. */
export function shown(value: number): string {
  if (value === 0) return '0';
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en-US');
  return Number(value.toPrecision(3)).toString();
}

/** A figure as the cells of a line: what, figure (with its spread), budget, limit, ratio, met. */
export function cellsOf(figure: Figure): string[] {
  const { what, unit, values, kind, budget, limit, whenMissed } = figure;
  const spread = values.length > 1 ? ` (${shown(Math.min(...values))}–${shown(Math.max(...values))})` : '';
  const ratio = ratioToLimit(figure);
  const met = isMet(figure);
  return [
    what,
    `${shown(median(values))} ${unit}${spread}`,
    budget === undefined ? '' : `${kind === 'cost' ? '≤' : '≥'} ${shown(budget)}`,
    limit ? `${shown(limit.value)} — ${limit.what}` : '',
    ratio === null ? '' : `×${shown(ratio)}`,
    met === null ? '' : met ? 'met' : `**missed**${whenMissed ? `: ${whenMissed}` : ''}`,
  ];
}
