import { type Day, euros, frenchDate } from '@acquit/law';
import { fr } from '../../texts/typography.ts';
import type { Quote, ReaderProposal } from '../model.ts';
import { amountsIn, type NamedAmount } from '../words/amounts.ts';
import { type DatedWords, daysIn, type Side } from '../words/dates.ts';
import type { Sentence } from '../words/sentences.ts';

/** What the reader knows besides the words: the day they were written, and the open invoices of the case. */
export interface ReadingContext {
  on: Day;
  claims: readonly { number: string; openCents: number }[];
}

/** A sentence being read, with what it names. */
export interface Reading {
  sentence: Sentence;
  /** The sentence before, folded: « Il manque deux palettes. Nous ne paierons pas. » */
  before: string;
  context: ReadingContext;
  numbers: string[];
  amounts: NamedAmount[];
  days(side: Side): DatedWords[];
}

/** One rule: what it understands of a sentence, or null. */
export type Rule = (reading: Reading) => ReaderProposal | null;

const MOST_NUMBERS = 50;

export function readingOf(sentence: Sentence, before: string, context: ReadingContext): Reading {
  const { folded } = sentence;
  return {
    sentence,
    before,
    context,
    numbers: context.claims
      .filter(({ number }) => names(folded, number))
      .map(({ number }) => number)
      .slice(0, MOST_NUMBERS),
    amounts: amountsIn(folded),
    days: (side) => daysIn(folded, context.on, side),
  };
}

/** True when a sentence names a number whole: « F-12 » is not in « F-123 ». */
function names(folded: string, number: string): boolean {
  const wanted = number.toLowerCase();
  if (wanted.length < 2) return false;
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
    if (!/[a-z0-9]/.test(folded[at - 1] ?? ' ') && !/[a-z0-9]/.test(folded[at + wanted.length] ?? ' ')) return true;
  }
  return false;
}

export const quoteOf = ({ start, end, text }: Sentence): Quote => ({ start, end, text });

/** The sum of open invoices that a sentence names; of all of them when it names none. */
export function openOf({ context, numbers }: Reading): number {
  const chosen =
    numbers.length === 0 ? context.claims : context.claims.filter(({ number }) => numbers.includes(number));
  return chosen.reduce((sum, { openCents }) => sum + openCents, 0);
}

/** « la moitié », « 50 % », « un tiers » of what is open; null when the sentence names no share. */
export function shareOf(reading: Reading): number | null {
  const { folded } = reading.sentence;
  const percent = /\b(\d{1,2}) ?(?:%|pour ?cents?\b|percent\b)/.exec(folded)?.[1];
  if (percent !== undefined && /\b(?:tva|remise|escompte|penalite|interet)/.test(folded)) return null;
  const open = openOf(reading);
  if (percent !== undefined) return Math.floor((open * Number(percent)) / 100);
  if (/\b(?:la |une )?moitie\b|\bhalf\b/.test(folded)) return Math.floor(open / 2);
  return /\b(?:un|le) tiers\b|\ba third\b/.test(folded) ? Math.floor(open / 3) : null;
}

/** The one sum a sentence names as its own, or a share of what is open; null: none, or several that cannot be told apart. */
export function sumOf(reading: Reading): number | null {
  const { amounts } = reading;
  if (amounts.length === 1) return amounts[0]!.cents;
  return amounts.length === 0 ? shareOf(reading) : null;
}

export const sumSaid = (cents: number | null): string => (cents === null ? '' : fr` de ${euros(cents)}`);
export const daySaid = (on: Day | null): string => (on === null ? '' : fr` le ${frenchDate(on)}`);
