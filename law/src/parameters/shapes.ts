import type { IsoDate } from '../calendar/index.ts';

/**
 * Shapes of the generated tables. They are tuples on purpose: the file stays small enough to be read, and the YAML of
 * `law/parameters/` remains the place where a value is reviewed, with its sources and notes.
 */
type Confidence = 'A' | 'B' | 'C';

type RawValue = readonly [
  from: IsoDate,
  until: IsoDate | null,
  value: string,
  text: string,
  /** Null when it is the article of the series. */
  article: string | null,
  jorf: IsoDate | null,
  confidence: Confidence,
];

export interface RawSeries {
  readonly description: string;
  readonly unit: string;
  readonly expected: string | null;
  readonly article: string;
  readonly values: readonly RawValue[];
}

export type RawArticle = readonly [
  says: string,
  text: string,
  article: string,
  from: IsoDate | null,
  until: IsoDate | null,
  confidence: Confidence,
];

export type RawHoliday = readonly [
  name: string,
  rule: { readonly easter: number } | { readonly fixed: string },
  place: 'metropole' | 'alsace-moselle',
  from: IsoDate,
  until: IsoDate | null,
  article: string,
  confidence: Confidence,
];
