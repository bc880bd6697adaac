import type { Day } from '../calendar/index.ts';
import type { Territory } from '../holidays/index.ts';
import type { Place } from '../kinds/index.ts';
import { listed, type SeriesName, valueOn, valuesOf } from '../parameters/index.ts';

/** Where a party is for the periods of procedure, and the overseas place whose holidays count. */
export interface PartyPlace {
  readonly place: Place;
  readonly territory: Territory | null;
}

/** Overseas departments in the order of the parameter that says how their postcodes begin. */
const DEPARTMENTS: readonly Territory[] = ['guadeloupe', 'martinique', 'guyane', 'reunion', 'mayotte'];

/** The same as countries of their own, by their two letters. */
const TERRITORY_CODES: Readonly<Record<string, Territory>> = {
  GP: 'guadeloupe',
  MQ: 'martinique',
  GF: 'guyane',
  RE: 'reunion',
  YT: 'mayotte',
};

function onDay(name: SeriesName, on: Day): readonly string[] {
  return listed(valueOn(name, on) ?? valuesOf(name)[0]!);
}

/**
 * Where a party lives for the periods of procedure, from his country (two letters) and postcode: abroad and overseas
 * lengthen them (643 CPC), the three departments of local law have holidays of their own. Without a postcode, a French
 * party is taken to be in the metropolis, which lengthens nothing.
 */
export function partyPlace(country: string, postcode: string | null, on: Day): PartyPlace {
  const code = country.toUpperCase();
  if (!onDay('court-french-codes', on).includes(code)) return { place: 'abroad', territory: null };
  const startsWith = (prefix: string) => postcode?.startsWith(prefix) ?? false;
  const department = onDay('place-overseas-departments', on).findIndex(startsWith);
  const territory = TERRITORY_CODES[code] ?? DEPARTMENTS[department] ?? null;
  if (territory !== null) return { place: 'overseas', territory };
  if (onDay('court-overseas-prefixes', on).some(startsWith)) return { place: 'overseas', territory: null };
  if (onDay('court-commercial-chamber-departments', on).some(startsWith))
    return { place: 'alsace-moselle', territory: null };
  return { place: 'metropole', territory: null };
}
