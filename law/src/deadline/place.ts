import type { Day } from '../calendar/index.ts';
import type { Territory } from '../holidays/index.ts';
import type { Place } from '../kinds/index.ts';
import { listed, type SeriesName, valueOn, valuesOf } from '../parameters/index.ts';

/** Where a party is for the periods of procedure, and the overseas place whose holidays count. */
export interface PartyPlace {
  readonly place: Place;
  readonly territory: Territory | null;
}

/** Countries of their own that are French for procedure, by their two letters. */
const TERRITORY_CODES: Readonly<Record<string, Territory>> = {
  GP: 'guadeloupe',
  MQ: 'martinique',
  GF: 'guyane',
  RE: 'reunion',
  YT: 'mayotte',
};

/** Overseas departments by the first three figures of their postcodes. */
const DEPARTMENTS: Readonly<Record<string, Territory>> = {
  '971': 'guadeloupe',
  '972': 'martinique',
  '973': 'guyane',
  '974': 'reunion',
  '976': 'mayotte',
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
  const territory = TERRITORY_CODES[code] ?? DEPARTMENTS[(postcode ?? '').slice(0, 3)] ?? null;
  if (territory !== null) return { place: 'overseas', territory };
  const startsWith = (prefix: string) => postcode?.startsWith(prefix) ?? false;
  if (onDay('court-overseas-prefixes', on).some(startsWith)) return { place: 'overseas', territory: null };
  if (onDay('court-commercial-chamber-departments', on).some(startsWith))
    return { place: 'alsace-moselle', territory: null };
  return { place: 'metropole', territory: null };
}
