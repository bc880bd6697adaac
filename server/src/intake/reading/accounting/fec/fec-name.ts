/** What the name of a FEC says, `<SIREN>FEC<AAAAMMJJ>` (LPF art. A47 A-1): it is set by hand, and can lie. */

import { isoDay } from '../../calendar.ts';

export interface FecName {
  siren?: string;
  closesOn?: string;
  /** True for a name that was meant to follow the rule and does not. */
  wrong: boolean;
}

/** Reads the name of a file, with or without its folder and its extension. */
export function fecName(file: string): FecName {
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1).replace(/\.[a-z]{2,4}$/i, '');
  const found = /^(\d+)FEC(\d+)/i.exec(name);
  if (found === null) return { wrong: false };
  const [, siren = '', day = ''] = found;
  const closesOn =
    day.length === 8 ? isoDay(Number(day.slice(0, 4)), Number(day.slice(4, 6)), Number(day.slice(6))) : undefined;
  return {
    ...(siren.length === 9 ? { siren } : {}),
    ...(closesOn === undefined ? {} : { closesOn }),
    wrong: siren.length !== 9 || closesOn === undefined,
  };
}

/** The longest first year of a company, in months: an accounting year has twelve, but the first one may be longer. */
const LONGEST_YEAR_MONTHS = 24;

/** True when entries that run from one day to another cannot be those of a year that closes on `closesOn`. */
export function disagrees(closesOn: string, from: string, until: string): boolean {
  return until > closesOn || Temporal.PlainDate.from(from).add({ months: LONGEST_YEAR_MONTHS }).toString() <= closesOn;
}
