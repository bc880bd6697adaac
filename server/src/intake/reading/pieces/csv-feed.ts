/** Lines to rows of cells, by pieces: quotes may hold the delimiter, other quotes (doubled) and line ends. */

import type { Limits } from '../limits.ts';
import { Refused } from '../refused.ts';
import { LineFeed } from './line-feed.ts';

const QUOTE = '"';

/**
 * Cuts a delimited text into rows, numbered by the line they begin on. Refuses `UnclosedQuote`, `TooManyColumns`,
 * `CellTooLong` and what `LineFeed` refuses, each with its line.
 */
export class CsvFeed {
  private readonly lines: LineFeed;
  private readonly delimiter: string;
  private readonly limits: Limits;
  private readonly onRow: (cells: string[], line: number) => void;
  private open: { text: string; line: number } | undefined;

  constructor(delimiter: string, limits: Limits, onRow: (cells: string[], line: number) => void) {
    this.delimiter = delimiter;
    this.limits = limits;
    this.onRow = onRow;
    this.lines = new LineFeed((line, number) => this.line(line, number), limits.lineBytes);
  }

  feed(text: string): void {
    this.lines.feed(text);
  }

  end(): void {
    this.lines.end();
    if (this.open !== undefined) throw new Refused('UnclosedQuote', { line: this.open.line });
  }

  private line(line: string, number: number): void {
    if (this.open === undefined && number === 1 && /^sep=.$/i.test(line)) return;
    if (this.open === undefined && !line.includes(QUOTE)) {
      this.give(line.split(this.delimiter), number);
      return;
    }
    const text = this.open === undefined ? line : `${this.open.text}\n${line}`;
    const from = this.open?.line ?? number;
    const cells = splitQuoted(text, this.delimiter);
    this.open = cells === undefined ? { text, line: from } : undefined;
    if (cells !== undefined) this.give(cells, from);
    // What no quote closes for so long never will be.
    else if (text.length > this.limits.cellLength) throw new Refused('UnclosedQuote', { line: from });
  }

  private give(cells: string[], line: number): void {
    if (cells.length > this.limits.columns) throw new Refused('TooManyColumns', { limit: this.limits.columns, line });
    for (const cell of cells)
      if (cell.length > this.limits.cellLength)
        throw new Refused('CellTooLong', { limit: this.limits.cellLength, line });
    this.onRow(cells, line);
  }
}

/** The cells of a text with quotes; undefined when one is still open at its end. A quote inside a cell is a character. */
function splitQuoted(text: string, delimiter: string): string[] | undefined {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    if (text[at] === QUOTE) {
      let cell = '';
      let from = at + 1;
      for (;;) {
        const close = text.indexOf(QUOTE, from);
        if (close < 0) return undefined;
        cell += text.slice(from, close);
        from = close + 1;
        if (text[from] !== QUOTE) break;
        cell += QUOTE;
        from += 1;
      }
      // Anything between the closing quote and the delimiter belongs to the cell, as spreadsheets read it.
      const next = text.indexOf(delimiter, from);
      cells.push(cell + text.slice(from, next < 0 ? undefined : next));
      if (next < 0) return cells;
      at = next + 1;
    } else {
      const next = text.indexOf(delimiter, at);
      cells.push(text.slice(at, next < 0 ? undefined : next));
      if (next < 0) return cells;
      at = next + 1;
    }
  }
}
