/** A FEC kept in a workbook: its rows are written again as the text they came from, and read as one. */

import type { Limits } from '../../limits.ts';
import type { ReadOptions } from '../../options.ts';
import { collect } from '../../pieces/collect.ts';
import { Doubts } from '../../pieces/doubts.ts';
import type { ReadResult } from '../../result.ts';
import { cellText, type Row } from '../../table/grid.ts';
import { FecReader } from './fec-reader.ts';

/** The book in the rows of a sheet, with its doubts. Refuses what `FecReader` refuses. */
export function readFecSheet(
  rows: readonly Row[],
  options: ReadOptions,
  limits: Limits,
): Pick<ReadResult, 'book' | 'doubts'> {
  const doubts = new Doubts();
  const { add, parts } = collect();
  const text = rows.map(({ cells }) => cells.map((cell) => cellText(cell)).join('\t')).join('\n');
  const bytes = Buffer.from(text);
  const reader = new FecReader(
    {
      name: options.name ?? '',
      options,
      limits,
      emit: add,
      doubt: (code, facts) => doubts.add(code, facts),
      describe: () => {},
    },
    bytes,
  );
  reader.feed(bytes);
  reader.end();
  Array.from(reader.rest());
  return { ...parts(), doubts: doubts.list() };
}
