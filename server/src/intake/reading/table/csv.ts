/** A delimited text file to a grid. Encoding, line ends and delimiter are found from the bytes. */

import Papa from 'papaparse';
import { decodeTable } from '../decode-text.ts';
import type { Limits } from '../limits.ts';
import { Refused } from '../refused.ts';
import type { Grid, Row } from './grid.ts';

const DELIMITERS = [';', '\t', ',', '|'] as const;

/** Lines looked at to choose the delimiter: enough to pass the titles that stand above a header. */
const SAMPLE_LINES = 60;

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/**
 * The rows of a text table; empty ones are left out. Refuses `LineTooLong`, `NulByte` and `WrongEncoding` before
 * decoding, then `UnclosedQuote`, `TooManyRows`, `TooManyColumns` and `CellTooLong`, each with its line.
 */
export function readCsv(bytes: Buffer, limits: Limits): Grid {
  checkLines(bytes, limits);
  const { text, encoding } = decodeText(bytes);
  const { body, delimiter: announced } = takeSeparatorLine(text);
  const delimiter = announced ?? findDelimiter(body);
  return { rows: parseRows(body, delimiter, announced === undefined ? 1 : 2, limits), delimiter, encoding };
}

/** The text of a table with every line end written as one line feed. */
export function decodeText(bytes: Buffer): { text: string; encoding: string } {
  const decoded = decodeTable(bytes);
  if (decoded === undefined) throw new Refused('WrongEncoding', { declared: 'utf-16', line: 1 });
  const nul = decoded.text.indexOf('\0');
  if (nul >= 0) throw new Refused('NulByte', { line: countLines(decoded.text.slice(0, nul)) });
  return { text: decoded.text.replace(/\r+\n|\r/g, '\n'), encoding: decoded.encoding };
}

/** Lines per row that a table may have: a few cells hold several lines, and a few lines are blank. */
const LINES_PER_ROW = 2;

function checkLines(bytes: Buffer, limits: Limits): void {
  let line = 1;
  let start = 0;
  while (start < bytes.length) {
    const feed = bytes.indexOf(LINE_FEED, start);
    const end = feed < 0 ? bytes.length : feed;
    // Files of old Macs have carriage returns only, and then hold no line feed at all.
    if (end - start > limits.lineBytes && !bytes.subarray(start, start + limits.lineBytes).includes(CARRIAGE_RETURN)) {
      throw new Refused('LineTooLong', { limit: limits.lineBytes, line });
    }
    line += 1;
    if (line > limits.rows * LINES_PER_ROW) throw new Refused('TooManyRows', { limit: limits.rows });
    start = end + 1;
  }
}

/** Spreadsheets announce the delimiter of a file in a first line `sep=;`. */
function takeSeparatorLine(text: string): { body: string; delimiter?: string } {
  const found = /^sep=(.)\n/i.exec(text);
  const delimiter = found?.[1];
  return found === null || delimiter === undefined ? { body: text } : { body: text.slice(found[0].length), delimiter };
}

/**
 * The delimiter that cuts most lines into the same number of columns. Quotes are taken line by line, so that one left
 * open does not swallow the sample.
 */
export function findDelimiter(text: string): string {
  const lines = text.split('\n', SAMPLE_LINES).map((line) => line.replace(/"(?:[^"]|"")*"/g, ''));
  let best: { delimiter: string; score: number } = { delimiter: ';', score: 0 };
  for (const delimiter of DELIMITERS) {
    const widths = new Map<number, number>();
    for (const line of lines) {
      const width = line.split(delimiter).length;
      if (width > 1) widths.set(width, (widths.get(width) ?? 0) + 1);
    }
    for (const [width, rows] of widths) {
      // Many lines of one width count more than a few wide ones: « 1,5 » makes columns of its commas now and then.
      const score = rows * rows * Math.log2(width + 1);
      if (score > best.score) best = { delimiter, score };
    }
  }
  return best.delimiter;
}

function parseRows(text: string, delimiter: string, firstLine: number, limits: Limits): Row[] {
  const rows: Row[] = [];
  let line = firstLine;
  let cursor = 0;
  let refused: Refused | undefined;
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    step: ({ data: cells, errors, meta }, parser) => {
      const here = line;
      for (let at = text.indexOf('\n', cursor); at >= 0 && at < meta.cursor; at = text.indexOf('\n', at + 1)) line += 1;
      cursor = meta.cursor;
      refused = checkRow(cells, errors, here, rows.length, limits);
      if (refused !== undefined) return parser.abort();
      if (cells.some((cell) => cell.trim() !== '')) rows.push({ line: here, cells });
    },
  });
  if (refused !== undefined) throw refused;
  return rows;
}

/** Rows above the data that do not count: titles and the header. */
const TITLE_ROWS = 50;

function checkRow(
  cells: string[],
  errors: Papa.ParseError[],
  line: number,
  rows: number,
  limits: Limits,
): Refused | undefined {
  if (errors.some(({ code }) => code === 'MissingQuotes')) return new Refused('UnclosedQuote', { line });
  if (cells.length > limits.columns) return new Refused('TooManyColumns', { limit: limits.columns, line });
  if (rows >= limits.rows + TITLE_ROWS) return new Refused('TooManyRows', { limit: limits.rows });
  if (cells.some((cell) => cell.length > limits.cellLength))
    return new Refused('CellTooLong', { limit: limits.cellLength, line });
  return undefined;
}

function countLines(text: string): number {
  return text.split('\n').length;
}
