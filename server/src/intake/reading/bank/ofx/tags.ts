/**
 * OFX to tags, by pieces. Version 1 is SGML: elements with a value are never closed, `&` stands raw, the whole file may
 * be one line. Version 2 is XML. Both are the same tags in the same order, so both are read the same way: a tag
 * followed by text is a value, a tag followed by a tag is a group.
 */

import { Refused } from '../../refused.ts';

export interface OfxEvents {
  /** An opened tag; whether it is a group or a value shows by what follows. */
  open(name: string): void;
  /** The text of the tag opened last. */
  value(name: string, text: string): void;
  close(name: string): void;
}

/** Longest tag or value: a memo has 255 characters by the norm, and banks write some thousands. */
const LONGEST = 100_000;

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Refuses `NulByte` and values longer than anything a bank writes (`CellTooLong`). */
export class OfxTags {
  private readonly events: OfxEvents;
  private rest = '';

  constructor(events: OfxEvents) {
    this.events = events;
  }

  feed(text: string): void {
    if (text.includes('\0')) throw new Refused('NulByte');
    const source = this.rest === '' ? text : this.rest + text;
    let at = 0;
    for (;;) {
      const open = source.indexOf('<', at);
      if (open < 0) break;
      const end = source.indexOf('>', open);
      // The text of a value goes on until the next tag: it is given with that tag.
      const next = source.indexOf('<', open + 1);
      if (end < 0 || next < 0) {
        at = open;
        break;
      }
      if (next < end) {
        // A `<` that opens nothing is text, as some memos hold.
        at = next;
        continue;
      }
      this.tag(source.slice(open + 1, end).trim(), source.slice(end + 1, next));
      at = next;
    }
    this.rest = source.slice(at);
    if (this.rest.length > LONGEST) throw new Refused('CellTooLong', { limit: LONGEST });
  }

  end(): void {
    const found = /^<([^>]*)>(.*)$/s.exec(this.rest.trimEnd());
    if (found !== null) this.tag((found[1] ?? '').trim(), found[2] ?? '');
    this.rest = '';
  }

  private tag(inside: string, following: string): void {
    // Declarations and a DOCTYPE say nothing here, and nothing they announce is ever fetched or expanded.
    if (inside.startsWith('?') || inside.startsWith('!')) return;
    if (inside.startsWith('/')) {
      this.events.close(inside.slice(1).trim().toUpperCase());
      return;
    }
    const name = inside.replace(/[\s/].*$/s, '').toUpperCase();
    if (name === '') return;
    const text = plain(following);
    this.events.open(name);
    if (text !== '') this.events.value(name, text);
    else if (inside.endsWith('/')) this.events.close(name);
  }
}

/** The text of a value on one line, its references replaced; an `&` that begins none is an `&`. */
function plain(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (!line.includes('&')) return line;
  return line.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,6}));/gi, (whole, hex, figures, name) => {
    if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(figures) : Number.parseInt(hex, 16);
    const valid = code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return valid ? String.fromCodePoint(code) : ' ';
  });
}
