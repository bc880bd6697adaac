import { type Day, day, frenchDate, type IsoDate } from '../calendar/index.ts';
import { because, type Explanation, parameter, type Reference, type Unit } from '../explain/index.ts';
import { ARTICLES, HOLIDAYS, SERIES, TARIFFS } from './generated/index.ts';
import type { RawArticle, RawSeries, RawTariff } from './shapes.ts';

export type SeriesName = keyof typeof SERIES;
export type TariffName = keyof typeof TARIFFS;
export type ArticleKey = keyof typeof ARTICLES;

/** Later and earlier than every day: the ends of what no text has ended, and of what no text has begun. */
const NO_END = Number.POSITIVE_INFINITY as Day;
const NO_BEGINNING = Number.NEGATIVE_INFINITY as Day;

function lastDay(until: IsoDate | null): Day {
  return until === null ? NO_END : day(until);
}

/** Something of the law in force from a day until a day included. */
interface Dated {
  readonly from: Day;
  readonly until: Day;
}

/** A value of the law in force from a day until a day included. */
export interface DatedValue extends Dated {
  readonly value: string;
  readonly reference: Reference;
  /** Last day on which someone held the value against its source. */
  readonly verifiedOn: IsoDate;
}

/** One bracket of a tariff: up to a limit included, or without limit. */
export interface Bracket {
  readonly upTo: string | null;
  readonly value: string;
}

/** A tariff by brackets in force from a day until a day included. */
export interface DatedTariff extends Dated {
  readonly brackets: readonly Bracket[];
  readonly reference: Reference;
  readonly verifiedOn: IsoDate;
}

function referenceText(text: string, jorf: IsoDate | null): string {
  return jorf === null ? text : `${text}, JORF du ${frenchDate(day(jorf))}`;
}

function readSeries(raw: RawSeries): readonly DatedValue[] {
  return raw.values.map(([from, until, value, text, article, jorf, confidence, verifiedOn]) => ({
    from: day(from),
    until: lastDay(until),
    value,
    reference: { text: referenceText(text, jorf), article: article ?? raw.article, from, until, confidence },
    verifiedOn,
  }));
}

function readTariff(raw: RawTariff): readonly DatedTariff[] {
  return raw.values.map(([from, until, brackets, text, article, jorf, confidence, verifiedOn]) => ({
    from: day(from),
    until: lastDay(until),
    brackets: brackets.map(([upTo, value]) => ({ upTo, value })),
    reference: { text: referenceText(text, jorf), article, from, until, confidence },
    verifiedOn,
  }));
}

/** What is in force on a day. From the newest: most questions are about today's law. */
function inForce<D extends Dated>(values: readonly D[], on: Day): D | null {
  for (let i = values.length - 1; i >= 0; i--) {
    const dated = values[i]!;
    if (dated.from <= on) return on <= dated.until ? dated : null;
  }
  return null;
}

const series = new Map<SeriesName, readonly DatedValue[]>(
  Object.entries(SERIES).map(([name, raw]) => [name as SeriesName, readSeries(raw)]),
);
const tariffs = new Map<TariffName, readonly DatedTariff[]>(
  Object.entries(TARIFFS).map(([name, raw]) => [name as TariffName, readTariff(raw)]),
);

/** Every dated value of a parameter, oldest first. */
export function valuesOf(name: SeriesName): readonly DatedValue[] {
  return series.get(name)!;
}

/** Every dated version of a tariff, oldest first. */
export function tariffsOf(name: TariffName): readonly DatedTariff[] {
  return tariffs.get(name)!;
}

/** The value of a parameter in force on a day, or null when no text covers that day. */
export function valueOn(name: SeriesName, on: Day): DatedValue | null {
  return inForce(valuesOf(name), on);
}

/** The tariff in force on a day, or null when no text covers that day. */
export function tariffOn(name: TariffName, on: Day): DatedTariff | null {
  return inForce(tariffsOf(name), on);
}

/** The value of a parameter that has never changed. Throws when a second value joins it: its users must then choose. */
export function soleValue(name: SeriesName): DatedValue {
  const [first, ...others] = valuesOf(name);
  if (first === undefined || others.length > 0) throw new Error(`The parameter ${name} has several values.`);
  return first;
}

/** The items of a value that is a list: `Lyon, Marseille` (towns, departments, kinds). */
export function listed(dated: DatedValue): readonly string[] {
  return dated.value.split(',').map((item) => item.trim());
}

/** The leaf of explanation of a dated value. */
export function parameterNode(label: string, dated: DatedValue, unit: Unit): Explanation {
  const isText = unit === 'percent' || unit === 'text';
  return parameter(label, isText ? dated.value : Number(dated.value), unit, dated.reference);
}

interface Reason extends Dated {
  readonly node: Explanation;
}

function readArticle({ says, values }: RawArticle): readonly Reason[] {
  return values.map(([text, article, from, until, confidence]) => ({
    from: from === null ? NO_BEGINNING : day(from),
    until: lastDay(until),
    node: because(says, { text, article, from, until, confidence }),
  }));
}

const reasons = new Map<ArticleKey, readonly Reason[]>(
  Object.entries(ARTICLES).map(([key, raw]) => [key as ArticleKey, readArticle(raw)]),
);

/**
 * The reason of a branch, with the article that commands it. An article that has several versions needs the day they
 * are asked for; before the first version and after the last one, the nearest is given. Shared: the node is the same
 * object each time.
 */
export function reason(key: ArticleKey, on: Day | null = null): Explanation {
  const versions = reasons.get(key)!;
  const [first] = versions;
  if (versions.length === 1) return first!.node;
  if (on === null) throw new Error(`The article ${key} has several versions: say the day.`);
  return (versions.findLast(({ from }) => from <= on) ?? first!).node;
}

/** Where a holiday is kept: everywhere, or by local law only. */
export type HolidayArea = (typeof HOLIDAYS)[keyof typeof HOLIDAYS][2];

/** A public holiday as data: a fixed day of the year, or a number of days from Easter Sunday. */
export interface DatedHoliday extends Dated {
  readonly name: string;
  readonly rule: { readonly easter: number } | { readonly month: number; readonly dayOfMonth: number };
  readonly place: HolidayArea;
  readonly reference: Reference;
}

/** Every holiday of the law, with its dates and its place. */
export const datedHolidays: readonly DatedHoliday[] = Object.values(HOLIDAYS).map(
  ([name, rule, place, from, until, article, confidence]) => {
    const reference = { text: 'Jour férié', article, from, until, confidence };
    const dates = { from: day(from), until: lastDay(until), reference };
    if ('easter' in rule) return { name, rule: { easter: rule.easter }, place, ...dates };
    const [month, dayOfMonth] = rule.fixed.split('-').map(Number);
    return { name, rule: { month: month!, dayOfMonth: dayOfMonth! }, place, ...dates };
  },
);
