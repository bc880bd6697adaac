import type { Explanation } from '../explain/index.ts';
import { type HolidayPlace, TERRITORIES, type Territory } from '../holidays/index.ts';
import { PLACES, type Place } from '../kinds/index.ts';
import { parameterNode, soleValue } from '../parameters/index.ts';
import type { FieldReader } from '../reading/index.ts';

/** Whether the user must act before the end of the deadline, or wait for it before acting. */
export const PURPOSES = ['act', 'wait'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Where the party is, the court being in metropolitan France; `territory` names an overseas place with a holiday. */
export interface Where {
  readonly place: Place;
  readonly territory: Territory | null;
}

/** Reads `place` (metropole when absent) and `territory`, which only an overseas place may have. */
export function readWhere(reader: FieldReader): Where {
  const place = reader.choice('place', PLACES, 'metropole');
  const territory = reader.optionalChoice('territory', TERRITORIES);
  if (territory !== null && place !== 'overseas') {
    const message = 'Le champ «\u00a0territory\u00a0» n’est admis qu’avec place\u00a0: overseas.';
    reader.reject('InvalidChoice', message, { field: 'territory', value: territory, place });
  }
  return { place, territory };
}

/** The calendar that local law adds to the national one, or the national one itself. */
export function localCalendar({ place, territory }: Where): HolidayPlace {
  return place === 'alsace-moselle' ? place : (territory ?? 'metropole');
}

/**
 * The months that distance adds for a party overseas or abroad (643 and 645 CPC), as operands of the months of the
 * period: none for a party in metropolitan France.
 */
export function distanceMonths({ place }: Where): readonly Explanation[] {
  if (place !== 'overseas' && place !== 'abroad') return [];
  const label = place === 'overseas' ? 'Délai de distance, outre-mer' : 'Délai de distance, étranger';
  return [parameterNode(label, soleValue(`deadline-distance-${place}`), 'months')];
}
