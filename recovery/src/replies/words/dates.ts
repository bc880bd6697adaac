import { addDays, addMonths, type Day, day, formatDay, isoWeekday, parseDay } from '@acquit/law';

/** A day that a text names, with its place in it. */
export interface DatedWords {
  start: number;
  end: number;
  on: Day;
  /** A week or a month rather than a day: a day said beside it is the one meant. */
  loose: boolean;
}

const MONTHS: Readonly<Record<string, number>> = {
  janvier: 1,
  janv: 1,
  january: 1,
  jan: 1,
  fevrier: 2,
  fevr: 2,
  fev: 2,
  february: 2,
  feb: 2,
  mars: 3,
  march: 3,
  mar: 3,
  avril: 4,
  avr: 4,
  april: 4,
  apr: 4,
  mai: 5,
  may: 5,
  juin: 6,
  june: 6,
  jun: 6,
  juillet: 7,
  juil: 7,
  july: 7,
  jul: 7,
  aout: 8,
  august: 8,
  aug: 8,
  septembre: 9,
  sept: 9,
  september: 9,
  sep: 9,
  octobre: 10,
  october: 10,
  oct: 10,
  novembre: 11,
  november: 11,
  nov: 11,
  decembre: 12,
  december: 12,
  dec: 12,
};
const MONTH = `(${Object.keys(MONTHS)
  .sort((a, b) => b.length - a.length)
  .join('|')})\\b\\.?`;
const WEEKDAYS: Readonly<Record<string, number>> = {
  lundi: 1,
  mardi: 2,
  mercredi: 3,
  jeudi: 4,
  vendredi: 5,
  samedi: 6,
  dimanche: 7,
  monday: 1,
  tuesday: 2,
  wednesday: 3,
  thursday: 4,
  friday: 5,
  saturday: 6,
  sunday: 7,
};
const WEEKDAY = `(${Object.keys(WEEKDAYS).join('|')})`;
const COUNTS: Readonly<Record<string, number>> = {
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  six: 6,
  sept: 7,
  huit: 8,
  dix: 10,
  quinze: 15,
  vingt: 20,
  trente: 30,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  seven: 7,
  ten: 10,
  fifteen: 15,
};
const COUNT = `(\\d{1,3}|${Object.keys(COUNTS).join('|')})`;

/** How a form of words becomes a day; null when it names none after all. */
interface Form {
  pattern: RegExp;
  loose?: true;
  day(found: RegExpExecArray, on: Day, side: Side): Day | null;
}

/** What is being read: a day to come, or one that is past. A day written without its year or month is taken on that side. */
export type Side = 'ahead' | 'behind';

const FRIDAY = 5;
const SUNDAY = 7;
const MID_MONTH = 15;
/** « Début décembre », « début de mois »: its first ten days. */
const EARLY = 10;

const count = (written: string): number => COUNTS[written] ?? Number(written);

function made(year: number, month: number, dayOfMonth: number): Day | null {
  const two = (value: number) => String(value).padStart(2, '0');
  return year < 1000 || year > 9999 ? null : parseDay(`${year}-${two(month)}-${two(dayOfMonth)}`);
}

const yearOf = (on: Day): number => Number(formatDay(on).slice(0, 4));
const monthOf = (on: Day): number => Number(formatDay(on).slice(5, 7));
const firstOf = (on: Day): Day => day(`${formatDay(on).slice(0, 7)}-01`);
const endOfMonth = (on: Day): Day => addDays(addMonths(firstOf(on), 1), -1);

/** The given weekday strictly after (or before) a day. */
function weekday(wanted: number, on: Day, side: Side): Day {
  const ahead = (wanted - isoWeekday(on) + 7) % 7 || 7;
  return side === 'ahead' ? addDays(on, ahead) : addDays(on, ahead === 7 ? -7 : ahead - 7);
}

/** A day and a month without their year: the nearest on that side, the day itself included. */
function inYear(month: number, dayOfMonth: number, on: Day, side: Side): Day | null {
  const found = made(yearOf(on), month, dayOfMonth);
  if (found === null) return null;
  if (side === 'ahead' && found < on) return made(yearOf(on) + 1, month, dayOfMonth);
  return side === 'behind' && found > on ? made(yearOf(on) - 1, month, dayOfMonth) : found;
}

/** « Le 15 »: of this month, or of the next (the last) one when it is on the other side. */
function inMonth(dayOfMonth: number, on: Day, side: Side): Day | null {
  const step = side === 'ahead' ? 1 : -1;
  for (const from of [firstOf(on), addMonths(firstOf(on), step), addMonths(firstOf(on), 2 * step)]) {
    const found = made(yearOf(from), monthOf(from), dayOfMonth);
    if (found !== null && (side === 'ahead' ? found >= on : found <= on)) return found;
  }
  return null;
}

const fullYear = (written: string): number => (written.length === 2 ? 2000 + Number(written) : Number(written));
/** The last day of a month that comes, or the tenth, or the middle of it. */
function partOfMonth(part: string, month: number, year: number | null, on: Day, side: Side): Day | null {
  const first = year === null ? inYear(month, 1, month === monthOf(on) ? firstOf(on) : on, side) : made(year, month, 1);
  if (first === null) return null;
  if (/^debut|^beginning|^early|^start/.test(part)) return addDays(first, EARLY - 1);
  return /^mi|^mid/.test(part) ? addDays(first, MID_MONTH - 1) : endOfMonth(first);
}

const nextWeek = (on: Day): Day => addDays(on, 8 - isoWeekday(on));

/** The forms in which a day is named, the most precise first: what one has read, the next ones do not read again. */
const FORMS: readonly Form[] = [
  {
    pattern: /\b(\d{4})-(\d{2})-(\d{2})\b/g,
    day: ([, y, m, d]) => made(Number(y), Number(m), Number(d)),
  },
  {
    pattern: /\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\b/g,
    day: ([, d, m, y]) => made(fullYear(y!), Number(m), Number(d)),
  },
  {
    // « 15/12 », not a fraction or a number of an invoice.
    pattern: /(?<![\w/.-])(\d{1,2})\/(\d{1,2})(?![\w/-]|\.\d)/g,
    day: ([, d, m], on, side) => inYear(Number(m), Number(d), on, side),
  },
  {
    pattern: new RegExp(`\\b(\\d{1,2})(?:er|st|nd|rd|th)? (?:of )?${MONTH}(?:,? (\\d{4}))?`, 'g'),
    day: ([, d, m, y], on, side) =>
      y === undefined ? inYear(MONTHS[m!]!, Number(d), on, side) : made(Number(y), MONTHS[m!]!, Number(d)),
  },
  {
    pattern: new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?\\b(?:,? (\\d{4}))?`, 'g'),
    day: ([, m, d, y], on, side) =>
      y === undefined ? inYear(MONTHS[m!]!, Number(d), on, side) : made(Number(y), MONTHS[m!]!, Number(d)),
  },
  {
    loose: true,
    pattern: new RegExp(
      `\\b(fin|debut|mi|end of|beginning of|early|mid)[ -](?:du mois de |du mois d'|de |d'|of )?${MONTH}(?: (\\d{4}))?`,
      'g',
    ),
    day: ([, part, m, y], on, side) => partOfMonth(part!, MONTHS[m!]!, y === undefined ? null : Number(y), on, side),
  },
  {
    loose: true,
    pattern:
      /\b(fin|debut|milieu|mi|end|beginning|start|early|middle)[ -](?:du |de |of (?:the )?|the )?(?:mois prochain|next month)\b/g,
    day: ([, part], on) =>
      partOfMonth(part!, monthOf(addMonths(firstOf(on), 1)), yearOf(addMonths(firstOf(on), 1)), on, 'ahead'),
  },
  {
    pattern: /\b(\d{1,2})(?:er)? du (?:mois prochain|prochain mois|mois suivant)\b/g,
    day: ([, d], on) => {
      const next = addMonths(firstOf(on), 1);
      return made(yearOf(next), monthOf(next), Number(d));
    },
  },
  {
    loose: true,
    pattern:
      /\b(?:la |en )?fin (?:du|de|de ce|de notre) (?:mois|month)(?: en cours)?\b|\bend of (?:the|this) month\b|\bmonth[- ]end\b|\b(?:en )?fin de mois\b/g,
    day: (_, on) => endOfMonth(on),
  },
  { loose: true, pattern: /\b(?:debut de mois|debut du mois)\b/g, day: (_, on, side) => inMonth(EARLY, on, side) },
  {
    loose: true,
    pattern: /\b(?:courant|dans le courant|au cours|d'ici)?(?: du| le)? ?(?:mois prochain)\b|\bnext month\b/g,
    day: (_, on) => endOfMonth(addMonths(firstOf(on), 1)),
  },
  {
    loose: true,
    pattern: /\b(?:courant du mois|dans le mois|ce mois(?:-ci)?|this month)\b/g,
    day: (_, on) => endOfMonth(on),
  },
  {
    pattern: new RegExp(
      `\\b${WEEKDAY} (?:de la )?(?:semaine prochaine|en huit)\\b|\\b${WEEKDAY} (?:of )?next week\\b`,
      'g',
    ),
    day: ([, fr, en], on) => addDays(nextWeek(on), WEEKDAYS[(fr ?? en)!]! - 1),
  },
  {
    // « Vendredi prochain » is that of the next week for most people who say it; the later day is the prudent one.
    pattern: new RegExp(`\\b${WEEKDAY} prochain\\b|\\bnext ${WEEKDAY}\\b`, 'g'),
    day: ([, fr, en], on) => addDays(nextWeek(on), WEEKDAYS[(fr ?? en)!]! - 1),
  },
  {
    pattern: new RegExp(`\\b${WEEKDAY} dernier\\b|\\blast ${WEEKDAY}\\b`, 'g'),
    day: ([, fr, en], on) => weekday(WEEKDAYS[(fr ?? en)!]!, on, 'behind'),
  },
  {
    loose: true,
    pattern: /\b(?:en )?(debut|fin) de semaine prochaine\b|\b(early|end of|late) next week\b/g,
    day: ([, fr, en], on) => addDays(nextWeek(on), fr === 'debut' || en === 'early' ? 2 : 4),
  },
  {
    loose: true,
    pattern: /\b(?:la )?semaine prochaine\b|\bnext week\b/g,
    day: (_, on) => addDays(nextWeek(on), FRIDAY - 1),
  },
  {
    loose: true,
    pattern:
      /\bcette semaine\b|\b(?:en |la )?fin de (?:la |cette )?semaine\b|\bthis week\b|\bend of (?:the|this) week\b/g,
    day: (_, on) =>
      isoWeekday(on) >= FRIDAY ? addDays(on, SUNDAY - isoWeekday(on)) : addDays(on, FRIDAY - isoWeekday(on)),
  },
  { pattern: /\bapres-demain\b|\bday after tomorrow\b/g, day: (_, on) => addDays(on, 2) },
  { pattern: /\bavant-hier\b/g, day: (_, on) => addDays(on, -2) },
  { pattern: /\bdemain\b|\btomorrow\b/g, day: (_, on) => addDays(on, 1) },
  { pattern: /\bhier\b|\byesterday\b/g, day: (_, on) => addDays(on, -1) },
  {
    pattern:
      /\baujourd'hui\b|\bce (?:jour|matin|soir|midi)\b|\bcet apres-midi\b|\bdans la (?:journee|matinee)\b|\btoday\b|\bthis (?:morning|afternoon|evening)\b/g,
    day: (_, on) => on,
  },
  { pattern: /\bsous huitaine\b/g, day: (_, on) => addDays(on, 8) },
  { pattern: /\bsous quinzaine\b/g, day: (_, on) => addDays(on, 15) },
  {
    pattern: new RegExp(
      `\\b(?:d'ici|dans|sous|within|in)(?: un delai de| les| the next| maximum| max)? ${COUNT} (?:a \\d{1,2} )?(jours?|semaines?|mois|days?|weeks?|months?)(?: ouvres| ouvrables)?`,
      'g',
    ),
    day: ([, n, unit], on) => later(on, count(n!), unit!),
  },
  {
    pattern: new RegExp(`\\bil y a ${COUNT} (jours?|semaines?)\\b|\\b${COUNT} (days?|weeks?) ago\\b`, 'g'),
    day: ([, n, unit, en, enUnit], on) => later(on, -count((n ?? en)!), (unit ?? enUnit)!),
  },
  {
    pattern: new RegExp(`\\b${WEEKDAY}\\b(?! (?:le )?\\d)`, 'g'),
    day: ([, name], on, side) => weekday(WEEKDAYS[name!]!, on, side),
  },
  {
    pattern:
      /\b(?:le|au|du|before the|by the|on the|avant le) (\d{1,2})(?:er|st|nd|rd|th)?\b(?! ?(?:€|euros?|eur|%|factures?|jours?|mois|h\b|eme)|[.,/]?\d)/g,
    day: ([, d], on, side) => inMonth(Number(d), on, side),
  },
];

function later(on: Day, units: number, unit: string): Day {
  if (/^(?:mois|month)/.test(unit)) return addMonths(on, units);
  return addDays(on, /^(?:semaine|week)/.test(unit) ? 7 * units : units);
}

/** Nobody promises, or comes back, later than this: what reads so is something else. */
const FURTHEST_DAYS = 800;

/** The days that a folded text names, seen from `on`, in the order of the text. */
export function daysIn(folded: string, on: Day, side: Side): DatedWords[] {
  const found: DatedWords[] = [];
  // What has the form of a day that does not exist is no other day either.
  const taken: { start: number; end: number }[] = [];
  for (const { pattern, loose = false, day: dayOf } of FORMS) {
    for (const match of folded.matchAll(pattern)) {
      const place = { start: match.index, end: match.index + match[0].length };
      if (taken.some((one) => place.start < one.end && one.start < place.end)) continue;
      taken.push(place);
      const named = dayOf(match, on, side);
      if (named !== null && Math.abs(named - on) <= FURTHEST_DAYS) found.push({ ...place, on: named, loose });
    }
  }
  return found.sort((left, right) => left.start - right.start);
}
