import { withoutTurningMarks } from '@acquit/recovery';

/** A column of a sheet: its title, what its cells are, and its width in characters. */
export interface SheetColumn {
  title: string;
  kind: 'text' | 'day' | 'amount' | 'count';
  width: number;
}

/** A cell: a text, a day `YYYY-MM-DD`, cents or a whole number by its column; null leaves it empty. */
export type SheetCell = string | number | null;

/** One file format written row by row, so that a sheet of any length takes little memory. */
export interface SheetWriter {
  row(cells: readonly SheetCell[]): Promise<void>;
  /** Writes what closes the file; nothing may follow. */
  end(): Promise<void>;
}

/** Where the bytes of a sheet go; resolves when more may come. */
export type Sink = (bytes: Uint8Array) => Promise<void>;

const SPACES = /^[\s\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f\u2060\u3000\ufeff"'’‘“”«»`]*/u;
/** What begins a formula or a link in one spreadsheet or another, with its full-width and small forms. */
const FORMULA = /^[=+\-@|%\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212]/u;

/**
 * True when a spreadsheet might take this text for a formula: it begins with a sign of one, at once or after blanks and
 * quotes, or with a tab or an end of line, which some strip before they look (OWASP, CSV injection).
 */
export function looksLikeFormula(text: string): boolean {
  return /^[\t\r\n]/.test(text) || FORMULA.test(text.replace(SPACES, ''));
}

/**
 * Without the control characters that no sheet may carry: they are invisible, and XML refuses them. Nor the marks that turn
 * the order of reading round: « 12,50 » would read backwards in whatever shows the file.
 */
export function printable(text: string): string {
  return withoutTurningMarks(text).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|\p{Cs}/gu, '');
}
