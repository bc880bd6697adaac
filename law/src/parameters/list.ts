import type { IsoDate } from '../calendar/index.ts';
import { type Reference, writtenSource } from '../explain/index.ts';
import { SERIES } from './generated/index.ts';
import { type SeriesName, valuesOf } from './series.ts';

/** A figure of the law with its whole history, as shown to users and watched for its end. */
export interface LawParameter {
  readonly name: string;
  /** French. */
  readonly description: string;
  readonly unit: string;
  /** Last day with a value; null while no text has ended the latest one. */
  readonly knownUntil: IsoDate | null;
  /** When the next value should appear, in French; null for what does not change by period. */
  readonly expected: string | null;
  /** Oldest first, without gap. `value` is a decimal string; `source` is the reference in one French line. */
  readonly entries: readonly {
    readonly from: IsoDate;
    readonly until: IsoDate | null;
    readonly value: string;
    readonly reference: Reference;
    readonly source: string;
  }[];
}

/** The days served are a limit of this software, not a figure of the law. */
const NOT_LAW = new Set<SeriesName>(['rates-known-from', 'deadlines-known-from', 'deadlines-known-until']);

/** Every dated figure of the law that the rules use. */
export function lawParameters(): readonly LawParameter[] {
  const names = (Object.keys(SERIES) as SeriesName[]).filter((name) => !NOT_LAW.has(name));
  return names.map((name) => {
    const { description, unit, expected } = SERIES[name];
    const entries = valuesOf(name).map(({ value, reference }) => ({
      from: reference.from!,
      until: reference.until,
      value,
      reference,
      source: writtenSource(reference)!,
    }));
    return { name, description, unit, knownUntil: entries.at(-1)!.until, expected, entries };
  });
}
