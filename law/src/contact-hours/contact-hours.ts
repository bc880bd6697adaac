import { type Day, isoWeekday } from '../calendar/index.ts';
import { holidayOn } from '../holidays/index.ts';
import { type DatedValue, listed, valueOn } from '../parameters/index.ts';

/** Days of the week (Monday is 1) and times of Paris, `HH:MM`, between which a consumer may prudently be contacted. */
export interface ContactHours {
  readonly weekdays: readonly number[];
  readonly hours: readonly { readonly from: string; readonly until: string }[];
  /** The article the hours are borrowed from: it governs solicitation, not reminders. */
  readonly article: string;
}

const known = new Map<DatedValue, ContactHours>();

/**
 * The hours kept by prudence to contact a consumer on a day (D223-9 C. conso., borrowed from solicitation by telephone),
 * or null before they existed. They refuse nothing: no text fixes hours for asking to be paid.
 */
export function contactHours(on: Day): ContactHours | null {
  const hours = valueOn('contact-hours/hours', on);
  const weekdays = valueOn('contact-hours/weekdays', on);
  if (hours === null || weekdays === null) return null;
  let read = known.get(hours);
  if (read === undefined) {
    read = {
      weekdays: listed(weekdays).map(Number),
      hours: listed(hours).map((window) => {
        const [from = '', until = ''] = window.split('-');
        return { from, until };
      }),
      article: hours.reference.article,
    };
    known.set(hours, read);
  }
  return read;
}

/** Whether a consumer may prudently be contacted on a day at all: one of the days above, and no public holiday. */
export function isContactDayForConsumers(on: Day): boolean {
  const kept = contactHours(on);
  return kept === null || (kept.weekdays.includes(isoWeekday(on)) && holidayOn(on) === null);
}

/** Contacts of a consumer that are kept to by prudence: at most so many in so many days. */
export interface ContactCount {
  readonly most: number;
  readonly days: number;
  readonly article: string;
}

/** How often a consumer may prudently be contacted on a day (D223-9 C. conso., borrowed likewise); null before it. */
export function contactCount(on: Day): ContactCount | null {
  const most = valueOn('contact-count/most', on);
  const days = valueOn('contact-count/days', on);
  if (most === null || days === null) return null;
  return { most: Number(most.value), days: Number(days.value), article: most.reference.article };
}
