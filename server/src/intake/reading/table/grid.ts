/** A table before anybody knows what it means: rows of cells, each with the line it stands on. */

/** A cell of a workbook may be a day or a number; a cell of a text file is always text. */
export type Cell = string | { day: string } | { number: string };

export interface Row {
  /** Line of the file or row of the sheet, counted from 1. */
  line: number;
  cells: Cell[];
}

export interface Grid {
  rows: Row[];
  delimiter: string;
  encoding: string;
  /** Name of the sheet the rows come from. */
  sheet?: string;
  /** Every sheet that holds something. */
  sheets?: string[];
}

/** Characters that ask for more than a trim; most cells have none. */
const UNUSUAL = /[\u00a0\u202f\t\n=]/;

/** What a person would see in the cell, trimmed. */
export function cellText(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  if (typeof cell !== 'string') return 'day' in cell ? cell.day : cell.number;
  if (!UNUSUAL.test(cell)) return cell.trim();
  // Spreadsheets protect figures that are no numbers by writing them as a formula: ="00012".
  const protectedText = /^="([^"]*)"$/.exec(cell.trim());
  return (protectedText?.[1] ?? cell).replace(/[\u00a0\u202f\t\n]+/g, ' ').trim();
}
