import type { DocumentTable } from '@acquit/recovery';
import type { Faces } from './prepare.ts';
import { breakable } from './text.ts';

/** Space on both sides of a cell together, in millimetres; the template sets the same. */
const CELL_PADDING = 3.2;
/** Widths are measured without kerning: a line that nearly fills its cell is not trusted to hold. */
const MARGIN_OF_ERROR = 0.6;
/** A text column is not squeezed under this; its text wraps instead. */
const LEAST_TEXT_WIDTH = 22;
const POINT = 25.4 / 72;

export interface FittedTable {
  columns: { label: string; align: 'left' | 'right'; width: number }[];
  rows: { cells: string[]; muted: boolean; oneLine: boolean }[];
}

/**
 * Shares the width of the page (`available`, in millimetres) between the columns: each gets what its longest text asks
 * for when all can, else amounts stay whole and texts wrap. Measuring here spares the typesetter from laying every
 * cell out twice, which is half the cost of a table.
 */
export function fitColumns(table: DocumentTable, faces: Faces, size: number, available: number): FittedTable {
  const measure = (text: string) => faces.regular.width(text, size) * POINT;
  const cellWidths = table.rows.map((row) => row.cells.map(measure));
  const columns = table.columns.map((column, i) => {
    const content = Math.max(0, ...cellWidths.map((row) => row[i] ?? 0));
    const label = faces.semibold.width(column.label, size) * POINT;
    const word = Math.max(...column.label.split(' ').map((it) => faces.semibold.width(it, size) * POINT));
    const whole = column.align === 'right' ? content : Math.min(content, LEAST_TEXT_WIDTH);
    const least = Math.min(Math.max(whole, word), available / 2);
    return { ...column, least: least + CELL_PADDING, ideal: Math.max(content, label, least) + CELL_PADDING };
  });
  const widths = share(columns, available);
  const room = widths.map((width) => width - CELL_PADDING - MARGIN_OF_ERROR);
  return {
    columns: table.columns.map((column, i) => ({ ...column, width: widths[i]! })),
    rows: table.rows.map((row, r) => ({
      muted: row.muted,
      oneLine: row.cells.every((_, i) => cellWidths[r]![i]! <= room[i]!),
      cells: row.cells.map((cell, i) =>
        cellWidths[r]![i]! <= room[i]! ? cell : breakable(cell, lettersIn(room[i]!, size)),
      ),
    })),
  };
}

function share(columns: { least: number; ideal: number }[], available: number): number[] {
  const least = columns.reduce((sum, it) => sum + it.least, 0);
  const ideal = columns.reduce((sum, it) => sum + it.ideal, 0);
  if (ideal <= available) return columns.map((it) => (it.ideal * available) / ideal);
  if (least >= available) return columns.map((it) => (it.least * available) / least);
  return columns.map((it) => it.least + ((it.ideal - it.least) * (available - least)) / (ideal - least));
}

/** How many average letters a width holds, at the very least four. */
function lettersIn(width: number, size: number): number {
  return Math.max(4, Math.floor(width / (0.62 * size * POINT)));
}
