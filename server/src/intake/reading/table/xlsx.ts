/** A workbook to a grid. Formulas are never computed: the value that the spreadsheet last showed is read. */

import { read, SSF, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { isoDay } from '../calendar.ts';
import type { Limits } from '../limits.ts';
import { Refused } from '../refused.ts';
import { findHeader } from './columns.ts';
import type { Cell, Grid, Row } from './grid.ts';
import { openZip, storeZip, type ZipEntry } from './zip.ts';

/** Folders of a workbook that hold no cell: pictures, macros, printer settings… are not shown to the library. */
const USELESS =
  /^(xl\/(media|embeddings|drawings|charts|printerSettings|externalLinks|vbaProject|ctrlProps|activeX|pivot)|docProps\/|customXml\/|_xmlsignatures)/i;

/** True when the entries are those of a workbook of Excel 2007 or later. */
function isWorkbook(entries: readonly ZipEntry[]): boolean {
  return entries.some(({ name }) => /^xl\/workbook\.xml$/i.test(name));
}

/**
 * The rows of the sheet named `sheet`, or of the longest one that is a ledger. Refuses what `openZip` refuses, `NotAWorkbook`,
 * `DamagedWorkbook`, `EmptyTable`, `TooManyRows`, `TooManyColumns` and `CellTooLong`.
 */
export function readXlsx(bytes: Buffer, limits: Limits, sheet?: string): Grid {
  const entries = openZip(bytes, limits);
  if (!isWorkbook(entries)) throw new Refused('NotAWorkbook');
  const book = parse(storeZip(entries.filter(({ name }) => !USELESS.test(name))), limits);
  const filled = book.SheetNames.filter((name) => book.Sheets[name]?.['!ref'] !== undefined);
  if (sheet !== undefined && !filled.includes(sheet)) throw new Refused('InvalidMapping', { detail: sheet });
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const grids = (sheet === undefined ? filled : [sheet]).map((name) => {
    return { sheet: name, rows: readSheet(book.Sheets[name]!, date1904, limits) };
  });
  const longest = (some: typeof grids) =>
    some.reduce((best, one) => (one.rows.length > best.rows.length ? one : best), { sheet: '', rows: [] as Row[] });
  // A ledger of ten rows counts for more than a thousand rows of anything else.
  const ledgers = grids.length < 2 ? grids : grids.filter(({ rows }) => findHeader(rows) !== undefined);
  const chosen = longest(ledgers.length === 0 ? grids : ledgers);
  if (chosen.rows.length === 0) throw new Refused('EmptyTable');
  return { ...chosen, delimiter: '', encoding: '', sheets: filled };
}

function parse(container: Buffer, limits: Limits): WorkBook {
  try {
    return read(container, {
      type: 'buffer',
      dense: true,
      cellFormula: false,
      cellHTML: false,
      cellText: false,
      cellNF: true,
      // One row and one column more than the limit are enough to know that it is passed.
      sheetRows: limits.rows + 50,
    });
  } catch (error) {
    throw new Refused('DamagedWorkbook', { detail: (error as Error).message });
  }
}

interface SheetCell {
  t: string;
  v?: string | number | boolean | Date;
  z?: string | number;
}

function readSheet(sheet: WorkSheet, date1904: boolean, limits: Limits): Row[] {
  const data = (sheet as { '!data'?: (SheetCell | undefined)[][] })['!data'] ?? [];
  const rows: Row[] = [];
  data.forEach((cells, index) => {
    if (cells === undefined) return;
    const line = index + 1;
    if (cells.length > limits.columns) throw new Refused('TooManyColumns', { limit: limits.columns, line });
    const read = Array.from(cells, (cell) => readCell(cell, date1904));
    if (!read.some((cell) => cell !== '')) return;
    if (rows.length >= limits.rows) throw new Refused('TooManyRows', { limit: limits.rows });
    if (read.some((cell) => typeof cell === 'string' && cell.length > limits.cellLength)) {
      throw new Refused('CellTooLong', { limit: limits.cellLength, line });
    }
    rows.push({ line, cells: read });
  });
  return rows;
}

function readCell(cell: SheetCell | undefined, date1904: boolean): Cell {
  if (cell?.v === undefined) return '';
  if (typeof cell.v === 'string') return cell.t === 'e' ? '' : cell.v;
  if (typeof cell.v !== 'number' || cell.t === 'e') return '';
  if (cell.z !== undefined && SSF.is_date(String(cell.z))) {
    const { y, m, d } = SSF.parse_date_code(cell.v, { date1904 });
    const day = isoDay(y, m, d);
    if (day !== undefined) return { day };
  }
  // Fifteen figures are what a spreadsheet keeps and shows; beyond them there is only the noise of its binary numbers.
  return { number: plainNumber(Number(cell.v.toPrecision(15))) };
}

/** A number without exponent: 1e21 and beyond stay as they are, to be doubted as amounts. */
function plainNumber(value: number): string {
  const text = String(value);
  const small = /^(-?\d(?:\.\d+)?)e-(\d+)$/.exec(text);
  return small === null ? text : value.toFixed(20).replace(/0+$/, '');
}
