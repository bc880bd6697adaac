import { contactHours, type Day, isContactDayForConsumers, isJourOuvrable, isJourOuvre, isoWeekday } from '@acquit/law';
import type { ContactWindow } from '../model/decision.ts';
import type { Channel, CompanySettings, Profile } from '../model/facts.ts';
import type { Hours, Step } from '../model/scenario.ts';
import { isTask, isWritten } from './steps.ts';

/** Who is contacted, and when the company lets anybody be. */
export interface Contacting {
  profile: Profile;
  settings: CompanySettings;
}

const MONDAY_TO_FRIDAY = [1, 2, 3, 4, 5];
const MONDAY_TO_SATURDAY = [...MONDAY_TO_FRIDAY, 6];

/** Channels that reach somebody at an hour: a letter has none. */
const AT_AN_HOUR: ReadonlySet<Channel> = new Set<Channel>(['email', 'sms', 'phone']);

const reachesAtAnHour = (step: Step): boolean => step.channels.some((channel) => AT_AN_HOUR.has(channel));

const isPrudent = (step: Step, { profile }: Contacting): boolean => profile === 'consumer' && reachesAtAnHour(step);

/**
 * The days of the week on which a step may reach this debtor. Letters and e-mails leave from Monday to Saturday; people
 * are called from Monday to Friday; consumers are contacted on the prudent days. The company's own days and the step's
 * narrow them, unless nothing would be left: a step that could never leave would be lost in silence.
 */
function weekdaysOf(step: Step, contacting: Contacting, on: Day): readonly number[] {
  const prudent = isPrudent(step, contacting) ? contactHours(on)?.weekdays : undefined;
  let days: readonly number[] = isWritten(step) ? MONDAY_TO_SATURDAY : MONDAY_TO_FRIDAY;
  for (const wanted of [prudent, contacting.settings.sendingDays, step.conditions?.weekdays]) {
    if (wanted === undefined) continue;
    const both = days.filter((day) => wanted.includes(day));
    if (both.length > 0) days = both;
  }
  return days;
}

/** Whether a step may be made on a day. What only asks the creditor to decide is for his working days. */
export function isContactDay(step: Step, contacting: Contacting, on: Day): boolean {
  if (isTask(step)) return isJourOuvre(on);
  if (!(isWritten(step) ? isJourOuvrable(on) : isJourOuvre(on))) return false;
  if (isPrudent(step, contacting) && !isContactDayForConsumers(on)) return false;
  return weekdaysOf(step, contacting, on).includes(isoWeekday(on));
}

/** What two lists of hours have in common, in the order of the first. Times compare as they are written. */
function both(some: readonly Hours[], others: readonly Hours[]): Hours[] {
  const found: Hours[] = [];
  for (const one of some) {
    for (const other of others) {
      const from = [one.from, other.from].sort()[1]!;
      const until = [one.until, other.until].sort()[0]!;
      if (from < until) found.push({ from, until });
    }
  }
  return found;
}

/**
 * Between which hours, and on which days of the week, a step may reach this debtor: the company's hours, the step's, and
 * the prudent ones of a consumer. The law's own come first and are never widened; the others give way when they leave
 * nothing. Null when any hour will do.
 */
export function windowOf(step: Step, contacting: Contacting, on: Day): ContactWindow | null {
  if (!reachesAtAnHour(step)) return null;
  const { sendingHours } = contacting.settings;
  let hours: readonly Hours[] | null = isPrudent(step, contacting) ? (contactHours(on)?.hours ?? null) : null;
  for (const wanted of [sendingHours ?? undefined, step.conditions?.hours]) {
    if (wanted === undefined) continue;
    const narrowed: readonly Hours[] = hours === null ? [wanted] : both(hours, [wanted]);
    if (narrowed.length > 0) hours = narrowed;
  }
  return hours === null ? null : { weekdays: [...weekdaysOf(step, contacting, on)], hours: [...hours] };
}
