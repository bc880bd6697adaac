/** How the columns of a table are understood: found, remembered from an earlier file, or said by a person. */

import type { Limits } from '../limits.ts';
import { Refused } from '../refused.ts';
import type { LedgerField, LedgerMapping } from '../result.ts';
import { findHeader, fingerprint, type Header, type Recognised, recogniseColumns, shapeOf } from './columns.ts';
import { cellText, type Grid } from './grid.ts';

/** Rows in which the header of a remembered mapping is looked for. */
const REMEMBERED_SEARCH = 40;

export interface LedgerOptions {
  /** What a person said about this very file: it is followed to the letter. */
  mapping?: LedgerMapping;
  /** Mappings kept from earlier files, of which the one with the same header is followed. */
  remembered?: readonly LedgerMapping[];
}

export interface Layout {
  header: Header;
  /** Places of the first data row. */
  firstRow: number;
  columns: Map<LedgerField, number>;
  guesses: Recognised[];
  chosen: LedgerMapping | undefined;
}

/** The layout of a table; undefined when no header is found. Refuses `InvalidMapping`. */
export function findLayout(grid: Grid, options: LedgerOptions, limits: Limits): Layout | undefined {
  if (options.mapping !== undefined) return fromMapping(grid, options.mapping, limits);
  const known = new Map((options.remembered ?? []).map((one) => [one.headerFingerprint, one]));
  for (const [position, row] of grid.rows.slice(0, REMEMBERED_SEARCH).entries()) {
    const mapping = known.size === 0 ? undefined : known.get(fingerprint(row.cells.map(cellText)));
    if (mapping !== undefined) return layout(grid, position, mapping, limits);
  }
  const header = findHeader(grid.rows);
  if (header === undefined) return undefined;
  return {
    header,
    firstRow: header.position + 1,
    columns: new Map(header.recognised.map(({ field, index }) => [field, index])),
    guesses: header.recognised,
    chosen: undefined,
  };
}

function fromMapping(grid: Grid, mapping: LedgerMapping, limits: Limits): Layout {
  if (mapping.headerRow === 0) return layout(grid, -1, mapping, limits);
  if (mapping.headerRow === undefined) {
    const found = grid.rows.findIndex((row) => fingerprint(row.cells.map(cellText)) === mapping.headerFingerprint);
    const position = found >= 0 ? found : (findHeader(grid.rows)?.position ?? 0);
    return layout(grid, position, mapping, limits);
  }
  const position = grid.rows.findIndex((row) => row.line === mapping.headerRow);
  if (position < 0) throw new Refused('InvalidMapping', { detail: `headerRow ${mapping.headerRow}` });
  return layout(grid, position, mapping, limits);
}

function layout(grid: Grid, position: number, mapping: LedgerMapping, limits: Limits): Layout {
  const row = grid.rows[position];
  const headers = row?.cells.map(cellText) ?? [];
  const width = grid.rows.reduce((most, one) => Math.max(most, one.cells.length), 0);
  const columns = new Map<LedgerField, number>();
  for (const [field, index] of Object.entries(mapping.columns) as [LedgerField, number][]) {
    if (!Number.isInteger(index) || index < 0 || index >= Math.min(width, limits.columns)) {
      throw new Refused('InvalidMapping', { detail: `${field}: ${index}` });
    }
    columns.set(field, index);
  }
  const shape = shapeOf(new Set(columns.keys()), headers) ?? 'invoices';
  if (shape === 'invoices' && !columns.has('total') && !columns.has('due')) {
    throw new Refused('InvalidMapping', { detail: 'total, due' });
  }
  const header = { position, line: row?.line ?? 0, headers, recognised: recogniseColumns(headers, []), shape };
  return { header, firstRow: position + 1, columns, guesses: [], chosen: mapping };
}
