import type { SyncPreview } from '@acquit/recovery';
import type { ReadResult } from '../../intake/index.ts';

type Column = NonNullable<SyncPreview['columns']>[number];
type Rows = readonly (readonly string[])[];

/**
 * The columns of a table with a sample of each, so that a wrong reading is seen and corrected, a statement of an unknown
 * bank included; null for other files. Without a header a column is named by its place.
 */
export function columnsOf({ preview, ledger, bankTable }: ReadResult): Column[] | null {
  const rows = (preview ?? []).map(({ cells }) => cells);
  if (ledger) {
    const below = (preview ?? []).filter(({ line }) => line > ledger.headerRow).map(({ cells }) => cells);
    return ledger.columns.map((column) => ({ ...column, sample: sampleOf(below, column.index) }));
  }
  if (rows.length === 0) return null;
  const headerRow = bankTable ? (bankTable.mapping.headerRow ?? 0) : widest(rows) + 1;
  const below = rows.slice(headerRow);
  const headers = rows[headerRow - 1] ?? [];
  const fields = new Map(placesOf(bankTable));
  const width = Math.max(headers.length, ...below.map((cells) => cells.length));
  return Array.from({ length: width }, (_, index) => ({
    index,
    header: headers[index] || `Colonne ${index + 1}`,
    field: fields.get(index) ?? null,
    sample: sampleOf(below, index),
  }));
}

const sampleOf = (rows: Rows, index: number): string =>
  rows.map((cells) => cells[index] ?? '').find((cell) => cell !== '') ?? '';

/** The place of the row most likely to be the header: the first with the most words, under what stands above the table. */
function widest(rows: Rows): number {
  const filled = rows.map((cells) => cells.filter((cell) => cell !== '').length);
  return filled.indexOf(Math.max(...filled));
}

/** Each column that has a meaning in a statement; the words of the payer may stand in several. */
function placesOf(table: ReadResult['bankTable']): [number, string][] {
  const { words = [], ...single } = table?.mapping.columns ?? {};
  return [
    ...Object.entries(single).map(([field, index]): [number, string] => [index, field]),
    ...words.map((index): [number, string] => [index, 'words']),
  ];
}
