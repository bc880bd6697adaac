/** The door of the readers: one file in, what it says out. Every way a file can disappoint ends in a named refusal. */

import { constants, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { looksLikeXml, readXmlInvoice, xmlFormat } from './invoice/read-xml.ts';
import { defaultLimits, type Limits, PDF_MARK_BYTES } from './limits.ts';
import { readPdf } from './pdf/read-pdf.ts';
import { Refused } from './refused.ts';
import type { Format, ReadResult } from './result.ts';
import { decodeText, readCsv } from './table/csv.ts';
import { cellText, type Grid } from './table/grid.ts';
import type { LedgerOptions } from './table/mapping.ts';
import { readLedger } from './table/read-ledger.ts';
import { tableFormat, textFormat } from './table/table-format.ts';
import { readXlsx } from './table/xlsx.ts';
import { looksLikeZip } from './table/zip.ts';
import { sniffRoot } from './xml/sniff-root.ts';

export interface ReadOptions extends LedgerOptions {
  /** Name to give to the result when the file comes as bytes; a path names itself. */
  name?: string;
  /** Limits to put in place of the usual ones. */
  limits?: Partial<Limits>;
}

type Reading = Omit<ReadResult, 'file'>;

/** Mark of the OLE container: Excel before 2007, and encrypted workbooks of today. */
const OLE_MARK = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
/** Rows shown to a person who has to say what the columns are. */
const PREVIEW_ROWS = 20;

/**
 * Reads one file, whatever it is, from its content and never from its extension. A file that is not read comes back
 * with status `refused` and the reason; a bug of ours is thrown. Runs in this process: for files of strangers, use the
 * reading pool, which also bounds time and memory.
 */
export async function readFile(file: string | Uint8Array, options: ReadOptions = {}): Promise<ReadResult> {
  const limits = { ...defaultLimits, ...options.limits };
  const name = options.name ?? (typeof file === 'string' ? file : '');
  const state: { format: Format; grid?: Grid } = { format: 'unknown' };
  try {
    const bytes =
      typeof file === 'string' ? await loadFile(file, limits) : Buffer.from(file.buffer, file.byteOffset, file.length);
    if (bytes.length > limits.fileBytes)
      throw new Refused('FileTooLarge', { limit: limits.fileBytes, found: bytes.length });
    const reading = await readBytes(bytes, options, limits, state);
    return { file: name, ...reading };
  } catch (error) {
    const refused = refusedResult(name, error, state.format);
    return state.grid === undefined ? refused : { ...refused, preview: previewOf(state.grid) };
  }
}

/** The result for a file that was refused; what is no refusal is a bug of ours, and is thrown on. */
export function refusedResult(name: string, error: unknown, format: Format = 'unknown'): ReadResult {
  if (!(error instanceof Refused)) throw error;
  return { file: name, format: error.format ?? format, status: 'refused', doubts: [], refusal: error.refusal };
}

/**
 * The bytes of a file. Refuses `FileNotFound`, `NotAFile`, `UnreadableFile`, and `FileTooLarge` from its size alone,
 * before a byte is read.
 */
export async function loadFile(path: string, limits: Pick<Limits, 'fileBytes'> = defaultLimits): Promise<Buffer> {
  try {
    // Without blocking, so that a named pipe cannot hold us at the opening.
    const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const facts = await handle.stat();
      if (!facts.isFile()) throw new Refused('NotAFile');
      if (facts.size > limits.fileBytes)
        throw new Refused('FileTooLarge', { limit: limits.fileBytes, found: facts.size });
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof Refused) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    throw new Refused(code === 'ENOENT' || code === 'ENOTDIR' ? 'FileNotFound' : 'UnreadableFile', {
      name: basename(path),
    });
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
    return state.format === 'unknown' ? readOtherMarkup(bytes, limits) : readXmlInvoice(bytes, limits);
  }
  if (isBinary(bytes)) throw new Refused('UnknownFormat');
  const other = textFormat(decodeText(bytes.subarray(0, 40_000)).text);
  if (other !== undefined) {
    state.format = other;
    throw new Refused('FormatNotYetRead', { format: other });
  }
  return readTable('ledger-csv', () => readCsv(bytes, limits), options, limits, state);
}

/** Markup whose root we do not read: OFX in its older form opens tags without closing them, the rest is XML. */
function readOtherMarkup(bytes: Buffer, limits: Limits): Reading {
  const head = bytes.subarray(0, 4_000).toString('latin1');
  if (/<OFX>/i.test(head)) {
    const refused = new Refused('FormatNotYetRead', { format: 'ofx' });
    refused.format = 'ofx';
    throw refused;
  }
  return readXmlInvoice(bytes, limits);
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
