import { contactHours, type Day, isContactDayForConsumers, isJourOuvre } from '@acquit/law';

/** Office hours, within which a business's telephone is a business's. */
const OFFICE = [{ from: '09:00', until: '18:00' }];

/**
 * True when a text message may reach this kind of debtor at this time of Paris (`HH:MM`). Private persons hear from us
 * within the prudent hours that `law` keeps, everybody else within office hours, and nobody outside working days.
 */
export function smsMayLeave(profile: 'business' | 'consumer' | 'public', on: Day, time: string): boolean {
  if (!isJourOuvre(on) || (profile === 'consumer' && !isContactDayForConsumers(on))) return false;
  const windows = profile === 'consumer' ? (contactHours(on)?.hours ?? OFFICE) : OFFICE;
  return windows.some(({ from, until }) => time >= from && time < until);
}
