import { addDays, civilOf, day, dayOf, formatDay, type IsoDate } from '../calendar/index.ts';
import { type Reference, writtenSource } from '../explain/index.ts';
import { ARTICLES, HOLIDAYS } from './generated/index.ts';
import { lawParameters } from './list.ts';

/** Something of the law that a person must look at, and why. */
export interface LawWatchItem {
  /** It ends and nothing follows; its source is single or its reading unsettled; nobody has checked it for a year. */
  readonly why: 'ends' | 'doubtful' | 'old';
  readonly kind: 'value' | 'list' | 'tariff' | 'article' | 'holiday';
  readonly name: string;
  /** French. */
  readonly description: string;
  readonly from: IsoDate | null;
  readonly until: IsoDate | null;
  /** Where the successor should appear, in French; null when no text announces one. */
  readonly expected: string | null;
  /** Day from which the successor should be looked for; null for what has no end. */
  readonly expectedOn: IsoDate | null;
  readonly confidence: 'A' | 'B' | 'C';
  readonly verifiedOn: IsoDate;
  /** The reference in one French line. */
  readonly source: string;
}

/** One version of anything dated, before it is judged. */
interface Version extends Omit<LawWatchItem, 'why'> {
  readonly isLast: boolean;
}

function dayAfter(until: IsoDate | null): IsoDate | null {
  return until === null ? null : formatDay(addDays(day(until), 1));
}

function figures(): readonly Version[] {
  return lawParameters().flatMap(({ name, kind, description, expected, expectedOn, entries }) =>
    entries.map(({ from, until, reference, verifiedOn, source }, i) => {
      const isLast = i === entries.length - 1;
      const { confidence } = reference;
      const next = isLast ? { expected, expectedOn } : { expected: null, expectedOn: null };
      return { kind, name, description, from, until, ...next, confidence, verifiedOn, source, isLast };
    }),
  );
}

/** A version without a figure: no text announces its successor, which follows it from one day to the next. */
function unfigured(
  head: Pick<Version, 'kind' | 'name' | 'description' | 'verifiedOn' | 'isLast'>,
  reference: Reference,
): Version {
  const { from, until, confidence } = reference;
  const source = writtenSource(reference)!;
  return { ...head, from, until, expected: null, expectedOn: dayAfter(until), confidence, source };
}

function articles(): readonly Version[] {
  return Object.entries(ARTICLES).flatMap(([name, { says, values }]) =>
    values.map(([text, article, from, until, confidence, verifiedOn], i) => {
      const head = { kind: 'article', name, description: says, verifiedOn, isLast: i === values.length - 1 } as const;
      return unfigured(head, { text, article, from, until, confidence });
    }),
  );
}

function holidays(): readonly Version[] {
  return Object.entries(HOLIDAYS).map(([name, [holiday, , , from, until, article, confidence, verifiedOn]]) => {
    const head = { kind: 'holiday', name, description: holiday, verifiedOn, isLast: true } as const;
    return unfigured(head, { text: 'Jour férié', article, from, until, confidence });
  });
}

/**
 * What ends or needs checking within `days` days from a day: the last version of a figure, list, tariff, article or
 * holiday that ends in that window, or ended before it although a successor is announced; what rests on a single source
 * or an unsettled reading (confidence C); what nobody will have checked for a year at the end of the window. History
 * that no longer applies is left out of the last two. In the order: ends by date, doubts, old checks.
 */
export function lawToWatch(on: IsoDate, days: number): readonly LawWatchItem[] {
  const horizon = addDays(day(on), days);
  const lastDay = formatDay(horizon);
  const { year, month, dayOfMonth } = civilOf(horizon);
  const yearBefore = formatDay(dayOf(year - 1, month, dayOfMonth));
  const versions = [...figures(), ...articles(), ...holidays()];
  const applies = versions.filter(({ until }) => until === null || until >= on);
  const ends = versions
    .filter(({ isLast, until }) => isLast && until !== null && until <= lastDay)
    .filter(({ until, expected }) => until! >= on || expected !== null)
    .sort((a, b) => (a.expectedOn! < b.expectedOn! ? -1 : 1));
  const said = (why: LawWatchItem['why'], found: readonly Version[]) =>
    found.map(({ isLast: _, ...version }) => ({ why, ...version }));
  return [
    ...said('ends', ends),
    ...said(
      'doubtful',
      applies.filter(({ confidence }) => confidence === 'C'),
    ),
    ...said(
      'old',
      applies.filter(({ verifiedOn }) => verifiedOn < yearBefore),
    ),
  ];
}
