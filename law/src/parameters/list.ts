import { addDays, type Day, day, formatDay, type IsoDate } from '../calendar/index.ts';
import { parameter, type Reference, type Unit, writtenSource, writtenValue } from '../explain/index.ts';
import { SERIES, TARIFFS } from './generated/index.ts';
import { type Bracket, type SeriesName, type TariffName, tariffsOf, valuesOf } from './series.ts';

/** A value of the law during its period, as shown to users. */
export interface LawParameterEntry {
  readonly from: IsoDate;
  readonly until: IsoDate | null;
  /** A decimal string, a comma list, or for a tariff its brackets in French. */
  readonly value: string;
  /** The value with its unit, in French, ready to be read: `12,40 %`. */
  readonly written: string;
  /** The brackets of a tariff, limits in cents; null for the rest. */
  readonly brackets: readonly Bracket[] | null;
  /** Confidence is in the reference: A official text seen, B several sources, C a single source or an unsettled point. */
  readonly reference: Reference;
  /** The reference in one French line. */
  readonly source: string;
  /** Last day on which someone held the value against its source. */
  readonly verifiedOn: IsoDate;
}

/** A figure of the law with its whole history, as shown to users and watched for its end. */
export interface LawParameter {
  readonly name: string;
  /** A single value, a list of words, or a tariff by brackets. */
  readonly kind: 'value' | 'list' | 'tariff';
  /** French. */
  readonly description: string;
  readonly unit: Unit;
  /** Last day with a value; null while no text has ended the latest one. */
  readonly knownUntil: IsoDate | null;
  /** Where the next value should appear, in French; null for what does not change by period. */
  readonly expected: string | null;
  /** Day from which the next value should be looked for; null while no text has ended the latest one. */
  readonly expectedOn: IsoDate | null;
  /** Oldest first, without gap. */
  readonly entries: readonly LawParameterEntry[];
}

/** What this software chooses to serve is written among the figures, under this article, and is no law. */
const OWN_SCOPE = 'Périmètre du logiciel';

/** The tables hold the names of units as plain texts; an unknown one cannot be written and throws. */
function written(value: string, unit: string, reference: Reference): string {
  return writtenValue(parameter('', value, unit as Unit, reference));
}

function writtenBrackets(brackets: readonly Bracket[], unit: string, reference: Reference): string {
  const parts = brackets.map(({ upTo, value }) => {
    const limit = upTo === null ? 'au-delà' : `jusqu’à ${written(upTo, 'cents', reference)}`;
    return `${limit}\u00a0: ${written(value, unit, reference)}`;
  });
  return parts.join('\u202f; ');
}

/** The day from which the value of a period should be published, when that period starts on `from`. */
export function expectedOn(name: SeriesName | TariffName, from: Day): Day {
  const { expectedDaysBefore } = name in SERIES ? SERIES[name as SeriesName] : TARIFFS[name as TariffName];
  return addDays(from, -expectedDaysBefore);
}

interface Head {
  readonly description: string;
  readonly unit: string;
  readonly expected: string | null;
}

function listed(
  name: SeriesName | TariffName,
  kind: LawParameter['kind'],
  { description, unit, expected }: Head,
  entries: readonly LawParameterEntry[],
): LawParameter {
  const knownUntil = entries.at(-1)!.until;
  const nextOn = knownUntil === null ? null : formatDay(expectedOn(name, addDays(day(knownUntil), 1)));
  return { name, kind, description, unit: unit as Unit, knownUntil, expected, expectedOn: nextOn, entries };
}

function seriesParameter(name: SeriesName): LawParameter {
  const raw = SERIES[name];
  const entries = valuesOf(name).map(({ value, reference, verifiedOn }) => ({
    from: reference.from!,
    until: reference.until,
    value,
    written: written(value, raw.unit, reference),
    brackets: null,
    reference,
    source: writtenSource(reference)!,
    verifiedOn,
  }));
  return listed(name, raw.unit === 'text' ? 'list' : 'value', raw, entries);
}

function tariffParameter(name: TariffName): LawParameter {
  const raw = TARIFFS[name];
  const entries = tariffsOf(name).map(({ brackets, reference, verifiedOn }) => {
    const text = writtenBrackets(brackets, raw.unit, reference);
    const source = writtenSource(reference)!;
    const { from, until } = reference;
    return { from: from!, until, value: text, written: text, brackets, reference, source, verifiedOn };
  });
  return listed(name, 'tariff', raw, entries);
}

/** Every dated figure, list and tariff of the law that the rules use, each with its history. */
export function lawParameters(): readonly LawParameter[] {
  const series = (Object.keys(SERIES) as SeriesName[]).filter((name) => SERIES[name].article !== OWN_SCOPE);
  return [...series.map(seriesParameter), ...(Object.keys(TARIFFS) as TariffName[]).map(tariffParameter)];
}
