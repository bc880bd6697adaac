import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CalendarEntry, writeCalendar } from './ics.ts';

const STAMP = '2026-11-21T06:07:08.000Z';

/** Reads a calendar back as RFC 5545 says: unfolds, splits names from values, takes the escapes away. */
function readBack(text: string): Record<string, string>[] {
  const events: Record<string, string>[] = [];
  for (const line of text.replaceAll('\r\n ', '').split('\r\n')) {
    if (line === 'BEGIN:VEVENT') events.push({});
    const at = line.indexOf(':');
    const last = events.at(-1);
    if (at > 0 && last) {
      const value = line
        .slice(at + 1)
        .replaceAll(/\\([\\;,nN])/g, (_, char: string) => (char.toLowerCase() === 'n' ? '\n' : char));
      last[line.slice(0, at)] ??= value;
    }
  }
  return events;
}

const entry = (more: Partial<CalendarEntry> = {}): CalendarEntry => ({
  uid: 'promise-1@acquit',
  on: '2026-12-31',
  title: 'Règlement promis',
  details: '',
  url: null,
  ...more,
});

describe('writeCalendar', () => {
  it('writes an all-day event that ends on the day after, at the end of a year too', () => {
    const [event] = readBack(writeCalendar('Dates', [entry()], STAMP));
    expect(event).toMatchObject({
      UID: 'promise-1@acquit',
      DTSTAMP: '20261121T060708Z',
      'DTSTART;VALUE=DATE': '20261231',
      'DTEND;VALUE=DATE': '20270101',
      SUMMARY: 'Règlement promis',
    });
    expect(event).not.toHaveProperty('URL');
  });

  it('is one calendar with the properties that every reader asks for, each line ended', () => {
    const text = writeCalendar('Dates', [], STAMP);
    expect(text.split('\r\n').slice(0, 3)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Acquit//Dates//FR']);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });

  it('gives any text back, on lines of at most 75 octets, whatever a debtor is called', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }))), (pairs) => {
        const printable = (text: string) =>
          text.replaceAll(/\r\n?/g, '\n').replaceAll(/[[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]--[\n]]/gv, ' ');
        const entries = pairs.map(([title, details], n) =>
          entry({ uid: `${n}@acquit`, title, details: `x${details}` }),
        );
        const text = writeCalendar('Dates', entries, STAMP);
        for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        expect(readBack(text).map((event) => [event.UID, event.SUMMARY, event.DESCRIPTION])).toEqual(
          entries.map(({ uid, title, details }) => [uid, printable(title), printable(details)]),
        );
      }),
    );
  });

  it('lets no text begin a property of its own', () => {
    const text = writeCalendar('Dates', [entry({ title: 'Dupont\r\nEND:VEVENT\r\nBEGIN:VALARM' })], STAMP);
    expect(text.match(/^END:VEVENT/gm)).toHaveLength(1);
    expect(text).not.toMatch(/^BEGIN:VALARM/m);
  });
});
