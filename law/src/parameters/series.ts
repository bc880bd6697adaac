import { type Day, day, frenchDate, type IsoDate } from '../calendar/index.ts';
import { because, type Explanation, parameter, type Reference, type Unit } from '../explain/index.ts';
import { HOLIDAYS, SERIES } from './generated.ts';
import { ARTICLES } from './generated-articles.ts';
import type { RawSeries } from './shapes.ts';

export type SeriesName = keyof typeof SERIES;
export type ArticleKey = keyof typeof ARTICLES;

/** Later than every day: the end of what no text has ended yet. */
const NO_END = Number.POSITIVE_INFINITY as Day;

function lastDay(until: IsoDate | null): Day {
  return until === null ? NO_END : day(until);
}

/** A value of the law in force from a day until a day included. */
export interface DatedValue {
  readonly from: Day;
  readonly until: Day;
  readonly value: string;
  readonly reference: Reference;
}

function referenceText(text: string, jorf: IsoDate | null): string {
  return jorf === null ? text : `${text}, JORF du ${frenchDate(day(jorf))}`;
}

function readSeries(raw: RawSeries): readonly DatedValue[] {
  return raw.values.map(([from, until, value, text, article, jorf, confidence]) => ({
    from: day(from),
    until: lastDay(until),
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
    if (dated.from <= on) return on <= dated.until ? dated : null;
  }
  return null;
}

/** The value of a parameter that has never changed. Throws when a second value joins it: its users must then choose. */
export function soleValue(name: SeriesName): DatedValue {
  const [first, ...others] = valuesOf(name);
  if (first === undefined || others.length > 0) throw new Error(`The parameter ${name} has several values.`);
  return first;
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
  readonly until: Day;
}

export const datedHolidays: readonly DatedHoliday[] = HOLIDAYS.map(([name, rule, place, from, until]) => {
  const dates = { from: day(from), until: lastDay(until) };
  if ('easter' in rule) return { name, rule: { easter: rule.easter }, place, ...dates };
  const [month, dayOfMonth] = rule.fixed.split('-').map(Number);
  return { name, rule: { month: month!, dayOfMonth: dayOfMonth! }, place, ...dates };
});
