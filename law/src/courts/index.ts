import type { Day } from '../calendar/index.ts';
import { listed, type SeriesName, valueOn } from '../parameters/index.ts';

/** What the law says, on a day, of where a court sits and of the name it bears there. */
export interface CourtPlaces {
  /** Towns whose commercial court is a « tribunal des activités économiques » (art. 26 loi 2023-1059). */
  readonly economicTowns: readonly string[];
  /** Last day of that trial, when it has one. */
  readonly economicUntil: Day | null;
  /** Departments where a chamber of the tribunal judiciaire hears commercial claims (L731-1 C. com.). */
  readonly chamberDepartments: readonly string[];
  /** Beginnings of the postcodes, and of the INSEE codes, that lie overseas. */
  readonly overseasPrefixes: readonly string[];
  /** In cents: up to this sum a tribunal de proximité may hear a civil claim (D212-19 COJ). */
  readonly localLimitCents: number | null;
}

function listOn(name: SeriesName, on: Day): readonly string[] {
  const dated = valueOn(name, on);
  return dated === null ? [] : listed(dated);
}

/** The places and names of courts on a day. A list that the law does not have that day is empty. */
export function courtPlaces(on: Day): CourtPlaces {
  const limit = valueOn('court-local-limit', on);
  return {
    economicTowns: listOn('court-economic-towns', on),
    economicUntil: valueOn('court-economic-towns', on)?.until ?? null,
    chamberDepartments: listOn('court-commercial-chamber-departments', on),
    overseasPrefixes: listOn('court-overseas-prefixes', on),
    localLimitCents: limit === null ? null : Number(limit.value),
  };
}
