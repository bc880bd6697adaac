import { type Day, day, frenchDate, type IsoDate } from '../calendar/index.ts';
import { because, type Explanation, parameter, type Reference, type Unit } from '../explain/index.ts';
import { HOLIDAYS, SERIES } from './generated.ts';
import { ARTICLES } from './generated-articles.ts';
import type { RawSeries } from './shapes.ts';

export type SeriesName = keyof typeof SERIES;
export type ArticleKey = keyof typeof ARTICLES;

/** A value of the law in force from a day until a day included (null: until a later text changes it). */
export interface DatedValue {
  readonly from: Day;
  readonly until: Day | null;
  readonly value: string;
  readonly reference: Reference;
}

function referenceText(text: string, jorf: IsoDate | null): string {
  return jorf === null ? text : `${text}, JORF du ${frenchDate(day(jorf))}`;
}

function readSeries(raw: RawSeries): readonly DatedValue[] {
  return raw.values.map(([from, until, value, text, article, jorf, confidence]) => ({
    from: day(from),
    until: until === null ? null : day(until),
    value,
    reference: { text: referenceText(text, jorf), article: article ?? raw.article, from, until, confidence },
  }));
}

const tables = new Map<SeriesName, readonly DatedValue[]>(
  (Object.keys(SERIES) as SeriesName[]).map((name) => [name, readSeries(SERIES[name])]),
);

/** Every dated value of a parameter, oldest first. */
export function valuesOf(name: SeriesName): readonly DatedValue[] {
  return tables.get(name)!;
}

/** The value of a parameter in force on a day, or null when no text covers that day. */
export function valueOn(name: SeriesName, on: Day): DatedValue | null {
  const values = valuesOf(name);
  // From the newest: most questions are about today's law.
  for (let i = values.length - 1; i >= 0; i--) {
    const dated = values[i]!;
    if (dated.from <= on) return dated.until === null || on <= dated.until ? dated : null;
  }
  return null;
}

/** The value of a parameter that has never changed. Throws when a second value joins it: its users must then choose. */
export function soleValue(name: SeriesName): DatedValue {
  const [first, ...others] = valuesOf(name);
  if (first === undefined || others.length > 0) throw new Error(`The parameter ${name} has several values.`);
  return first;
}

/** When a missing period of this parameter should appear, in French; null for what does not change by period. */
export function expectedPublication(name: SeriesName): string | null {
  return SERIES[name].expected;
}

/** The leaf of explanation of a dated value. */
export function parameterNode(label: string, dated: DatedValue, unit: Unit): Explanation {
  const value = unit === 'percent' ? dated.value : Number(dated.value);
  return parameter(label, value, unit, dated.reference);
}

const reasons = new Map<ArticleKey, Explanation>(
  (Object.keys(ARTICLES) as ArticleKey[]).map((key) => {
    const [says, text, article, from, until, confidence] = ARTICLES[key];
    return [key, because(says, { text, article, from, until, confidence })];
  }),
);

/** The reason of a branch, with the article that commands it. Shared: the node is the same object each time. */
export function reason(key: ArticleKey): Explanation {
  return reasons.get(key)!;
}

/** A public holiday as data: a fixed day of the year, or a number of days from Easter Sunday. */
export interface DatedHoliday {
  readonly name: string;
  readonly rule: { readonly easter: number } | { readonly month: number; readonly dayOfMonth: number };
  readonly place: 'metropole' | 'alsace-moselle';
  readonly from: Day;
  readonly until: Day | null;
}

export const datedHolidays: readonly DatedHoliday[] = HOLIDAYS.map(([name, rule, place, from, until]) => {
  const start = day(from);
  const end = until === null ? null : day(until);
  if ('easter' in rule) return { name, rule: { easter: rule.easter }, place, from: start, until: end };
  const [month, dayOfMonth] = rule.fixed.split('-').map(Number);
  return { name, rule: { month: month!, dayOfMonth: dayOfMonth! }, place, from: start, until: end };
});
