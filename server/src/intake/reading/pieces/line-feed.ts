/** Text to lines, by pieces: LF, CR LF, CR CR LF and the lone CR of old Macs each end one line. */

import { Refused } from '../refused.ts';

const LINE_FEED = '\n';

/**
 * Cuts a text into lines, without their ends, and numbers them from 1. Refuses `LineTooLong` beyond `longest`
 * characters and `NulByte`, each with its line.
 */
export class LineFeed {
  /** Number of the line given last. */
  line = 0;
  private readonly onLine: (line: string, number: number) => void;
  private readonly longest: number;
  private rest = '';

  constructor(onLine: (line: string, number: number) => void, longest: number) {
    this.onLine = onLine;
    this.longest = longest;
  }

  feed(text: string): void {
    if (text.includes('\0')) {
      const before = text.slice(0, text.indexOf('\0')).split(LINE_FEED).length - 1;
      throw new Refused('NulByte', { line: this.line + before + 1 });
    }
    const whole = this.rest === '' ? text : this.rest + text;
    let start = 0;
    for (let end = whole.indexOf(LINE_FEED); end >= 0; end = whole.indexOf(LINE_FEED, start)) {
      this.give(whole, start, end);
      start = end + 1;
    }
    this.rest = start === 0 ? whole : whole.slice(start);
    // The end of a long text without line feeds: carriage returns, or a line that nothing ends.
    if (this.rest.length > this.longest) this.cutAtReturns();
    if (this.rest.length > this.longest) throw new Refused('LineTooLong', { limit: this.longest, line: this.line + 1 });
  }

  end(): void {
    if (this.rest !== '') this.give(this.rest, 0, this.rest.length);
    this.rest = '';
  }

  /** Gives the lines between two places; carriage returns before the end belong to it, others end lines of their own. */
  private give(text: string, start: number, end: number): void {
    let stop = end;
    while (stop > start && text.charCodeAt(stop - 1) === 13) stop -= 1;
    const inner = text.indexOf('\r', start);
    if (inner < 0 || inner >= stop) this.tell(text.slice(start, stop));
    else for (const line of text.slice(start, stop).split('\r')) this.tell(line);
  }

  private cutAtReturns(): void {
    const last = this.rest.lastIndexOf('\r');
    if (last < 0) return;
    const lines = this.rest.slice(0, last).split('\r');
    this.rest = this.rest.slice(last + 1);
    for (const line of lines) this.tell(line);
  }

  private tell(line: string): void {
    this.line += 1;
    if (line.length > this.longest) throw new Refused('LineTooLong', { limit: this.longest, line: this.line });
    this.onLine(line, this.line);
  }
}
