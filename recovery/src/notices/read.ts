import { type Day, parseDay } from '@acquit/law';
import { folded } from '../matching/words.ts';

/** A text of a foreign record, its spaces tidied; null when there is none. */
export function textOf(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = repaired(String(value)).replace(/\s+/g, ' ').trim();
  return text === '' ? null : text;
}

/** « clÃ´ture » is « clôture » whose bytes were read in another encoding, as some records of the source are. */
function repaired(text: string): string {
  return text.replace(/\u00c3([\u0080-\u00bf])|\u00c2([\u0080-\u00bf])/g, (_, high?: string, low?: string) =>
    high === undefined ? low! : String.fromCharCode(high.charCodeAt(0) + 0x40),
  );
}

/** An object, or the JSON of one in a text, as the source writes its inner parts; null for anything else. */
export function objectOf(value: unknown): Record<string, unknown> | null {
  if (typeof value === 'string') {
    try {
      return objectOf(JSON.parse(value));
    } catch {
      return null;
    }
  }
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}

/** One or several of something: the source writes a single one without its list. */
export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === null || value === undefined ? [] : [value];
}

const MONTHS = 'JANVIER FEVRIER MARS AVRIL MAI JUIN JUILLET AOUT SEPTEMBRE OCTOBRE NOVEMBRE DECEMBRE'.split(' ');

/** A day as the source writes it: « 2026-09-08 », « 8 septembre 2026 », « 1er mars 2024 », « 08/09/2026 »; else null. */
export function dayOf(value: unknown): Day | null {
  const text = textOf(value);
  if (text === null) return null;
  const iso = /^(\d{4}-\d{2}-\d{2})(?:T|$)/.exec(text);
  if (iso) return parseDay(iso[1]!);
  const figures = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (figures) return dayFrom(figures[3]!, Number(figures[2]), figures[1]!);
  const words = /^(?:LE )?(\d{1,2})(?:ER)? ([A-Z]+) (\d{4})$/.exec(folded(text));
  return words ? dayFrom(words[3]!, MONTHS.indexOf(words[2]!) + 1, words[1]!) : null;
}

function dayFrom(year: string, month: number, date: string): Day | null {
  return parseDay(`${year}-${String(month).padStart(2, '0')}-${date.padStart(2, '0')}`);
}

/** Words without any address of the web or of mail: those that notices print are known to lead nowhere any more. */
export function withoutAddresses(text: string): string {
  return text
    .replace(/(?:https?:\/\/|www\.)\S+|\S+@\S+\.\w+/gi, '')
    .replace(/\s+([,.;])/g, '$1')
    .replace(/\s{2,}/g, ' ')
    .trim();
}
