import type { IsoDate } from '../calendar/index.ts';

/**
 * Shapes of the generated tables. They are tuples on purpose: the files stay small enough to be read, and the YAML of
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
  verifiedOn: IsoDate,
];

/** What is known of the value that will follow the last one. */
interface RawExpectation {
  readonly expected: string | null;
  readonly expectedDaysBefore: number;
}

export interface RawSeries extends RawExpectation {
  readonly description: string;
  readonly unit: string;
  readonly article: string;
  readonly values: readonly RawValue[];
}

/** A tariff by brackets: each bracket has its upper limit, included (null for none), and its value. */
export interface RawTariff extends RawExpectation {
  readonly description: string;
  readonly unit: string;
  readonly values: readonly (readonly [
    from: IsoDate,
    until: IsoDate | null,
    brackets: readonly (readonly [upTo: string | null, value: string])[],
    text: string,
    article: string,
    jorf: IsoDate | null,
    confidence: Confidence,
    verifiedOn: IsoDate,
  ])[];
}

type RawVersion = readonly [
  text: string,
  article: string,
  from: IsoDate | null,
  until: IsoDate | null,
  confidence: Confidence,
  verifiedOn: IsoDate,
];

export interface RawArticle {
  readonly says: string;
  readonly values: readonly RawVersion[];
}

export type RawHoliday = readonly [
  name: string,
  rule: { readonly easter: number } | { readonly fixed: string },
  place: string,
  from: IsoDate,
  until: IsoDate | null,
  article: string,
  confidence: Confidence,
  verifiedOn: IsoDate,
];
