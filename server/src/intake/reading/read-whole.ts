/** Files that are held whole while they are read: invoices, messages on their life, workbooks and ledgers. */

import { readFecSheet } from './accounting/fec/sheet.ts';
import { readBankTable } from './bank/csv/read.ts';
import { looksLikeXml, readXmlInvoice, xmlFormat } from './invoice/read-xml.ts';
import { defaultLimits, type Limits, PDF_MARK_BYTES } from './limits.ts';
import type { ReadOptions } from './options.ts';
import { readPdf } from './pdf/read-pdf.ts';
import { collect } from './pieces/collect.ts';
import { Doubts } from './pieces/doubts.ts';
import { Refused, refusedResult } from './refused.ts';
import type { Format, ReadResult } from './result.ts';
import { readCsv } from './table/csv.ts';
import { cellText, type Grid } from './table/grid.ts';
import { readLedger } from './table/read-ledger.ts';
import { tableFormat } from './table/table-format.ts';
import { readXlsx } from './table/xlsx.ts';
import { looksLikeZip } from './table/zip.ts';
import { sniffRoot } from './xml/sniff-root.ts';

type Reading = Omit<ReadResult, 'file'>;

/** Mark of the OLE container: Excel before 2007, and encrypted workbooks of today. */
export const OLE_MARK = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
/** XML read whole, by what its root says; another root is refused by the reader of invoices, which says why. */
const xmlReaders: Partial<Record<Format, (bytes: Buffer, limits: Limits) => Reading>> = {
  cii: readXmlInvoice,
  ubl: readXmlInvoice,
};

/** Rows shown to a person who has to say what the columns are. */
const PREVIEW_ROWS = 20;

/**
 * Reads one file that is held whole, whatever it is but a format read by pieces. A file that is not read comes back
 * with status `refused` and the reason; a bug of ours is thrown.
 */
export async function readWhole(bytes: Buffer, options: ReadOptions): Promise<ReadResult> {
  const limits = { ...defaultLimits, ...options.limits };
  const name = options.name ?? '';
  const state: { format: Format; grid?: Grid } = { format: 'unknown' };
  try {
    const reading = await readBytes(bytes, options, limits, state);
    return { file: name, ...reading };
  } catch (error) {
    const refused = refusedResult(name, error, state.format);
    return state.grid === undefined ? refused : { ...refused, preview: previewOf(state.grid) };
  }
}

async function readBytes(
  bytes: Buffer,
  options: ReadOptions,
  limits: Limits,
  state: { format: Format; grid?: Grid },
): Promise<Reading> {
  if (bytes.length === 0) throw new Refused('EmptyFile');
  if (bytes.subarray(0, PDF_MARK_BYTES).includes('%PDF-')) return await readPdf(bytes, limits);
  if (bytes.subarray(0, OLE_MARK.length).equals(OLE_MARK)) throw new Refused('OldSpreadsheet');
  if (looksLikeZip(bytes))
    return readTable('xlsx', () => readXlsx(bytes, limits, options.mapping?.sheet), options, limits, state);
  if (looksLikeXml(bytes)) {
    state.format = xmlFormat(sniffRoot(bytes));
    return (xmlReaders[state.format] ?? readXmlInvoice)(bytes, limits);
  }
  if (isBinary(bytes)) throw new Refused('UnknownFormat');
  return readTable('ledger-csv', () => readCsv(bytes, limits), options, limits, state);
}

function readTable(
  format: 'xlsx' | 'ledger-csv',
  open: () => Grid,
  options: ReadOptions,
  limits: Limits,
  state: { format: Format; grid?: Grid },
): Reading {
  state.format = format;
  const grid = open();
  const other = options.mapping === undefined ? tableFormat(grid.rows) : undefined;
  if (other === 'bank-csv' || options.bankMapping !== undefined)
    return readBankGrid(grid, format, options, limits, state);
  if (other === 'fec' && format === 'xlsx') {
    return { format, status: 'read', ...readFecSheet(grid.rows, options, limits) };
  }
  if (other !== undefined) {
    state.format = format === 'xlsx' ? 'xlsx' : other;
    throw new Refused('FormatNotYetRead', { format: other });
  }
  if (!isTable(grid)) {
    state.format = 'unknown';
    throw new Refused('UnknownFormat', { start: cellText(grid.rows[0]?.cells[0]) });
  }
  state.grid = grid;
  const { ledger, doubts } = readLedger(grid, options, limits);
  return { format, status: 'read', ledger, doubts, preview: previewOf(grid) };
}

/** A statement that a bank gives as a workbook; in a text, one whose columns could not be told apart. */
function readBankGrid(
  grid: Grid,
  format: 'xlsx' | 'ledger-csv',
  options: ReadOptions,
  limits: Limits,
  state: { format: Format; grid?: Grid },
): Reading {
  state.format = format === 'xlsx' ? 'xlsx' : 'bank-csv';
  state.grid = grid;
  const doubts = new Doubts();
  const collected = collect();
  const described: Pick<ReadResult, 'bankTable'> = {};
  readBankTable(grid, {
    name: options.name ?? '',
    options,
    limits,
    emit: collected.add,
    describe: ({ bankTable }) => Object.assign(described, { bankTable }),
    doubt: (code, facts) => doubts.add(code, facts),
  });
  const preview = previewOf(grid);
  return { format: state.format, status: 'read', ...collected.parts(), ...described, doubts: doubts.list(), preview };
}

/** A text is a table when most of its rows have the same width, of two columns or more. */
function isTable({ rows }: Grid): boolean {
  const widths = new Map<number, number>();
  for (const { cells } of rows) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  return rows.length >= 2 && [...widths].some(([width, times]) => width >= 2 && times >= 2 && times * 3 >= rows.length);
}

/** Control characters that no text holds; zero bytes are left to UTF-16 and to the table reader, which names them. */
function isBinary(bytes: Buffer): boolean {
  const head = bytes.subarray(0, 4_096);
  const strange = head.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)).length;
  const zeros = head.filter((byte) => byte === 0).length;
  return (strange - zeros) * 20 > head.length;
}

function previewOf(grid: Grid): NonNullable<ReadResult['preview']> {
  return grid.rows
    .slice(0, PREVIEW_ROWS)
    .map(({ line, cells }) => ({ line, cells: cells.slice(0, 50).map((cell) => cellText(cell).slice(0, 200)) }));
}
