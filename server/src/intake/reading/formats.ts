/**
 * The formats read by pieces, in the order in which a file is tried: each line says how the head of a file shows its
 * format, and opens its reader. Invoices, messages on their life, workbooks and ledgers are read whole (`read-file.ts`).
 */

import { FecReader, looksLikeFec } from './accounting/fec/fec-reader.ts';
import { LayoutReader } from './accounting/layouts/layout-reader.ts';
import { layoutOf } from './accounting/layouts/layouts.ts';
import { bankFormats } from './bank/formats.ts';
import type { ReadOptions } from './options.ts';
import type { Head } from './pieces/head.ts';
import type { PieceContext, PieceReader } from './pieces/piece-reader.ts';
import type { Format } from './result.ts';

export interface PieceFormat {
  format: Format;
  /** True when the head of a file is of this format, whatever its name. */
  recognises(head: Head, options: ReadOptions): boolean;
  /** A reader for one such file. */
  open(context: PieceContext, head: Head): PieceReader;
}

export const pieceFormats: readonly PieceFormat[] = [
  ...bankFormats,
  {
    format: 'fec',
    recognises: (head, { mapping }) => mapping === undefined && looksLikeFec(head.text()),
    open: (context, head) => new FecReader(context, head.bytes),
  },
  {
    // The formats have no name for these layouts: they are lists of what customers owe, as ledgers are.
    format: 'ledger-csv',
    recognises: (head, { mapping }) => mapping === undefined && layoutOf(head.text()) !== undefined,
    open: (context, head) => new LayoutReader(context, layoutOf(head.text())!, head.bytes),
  },
];

/** The format of a file that is read by pieces; undefined when it is none of them. */
export function pieceFormatOf(head: Head, options: ReadOptions): PieceFormat | undefined {
  return pieceFormats.find(({ recognises }) => recognises(head, options));
}
