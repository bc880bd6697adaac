import { looksLikeFormula, printable, type SheetCell, type SheetColumn, type SheetWriter, type Sink } from './cell.ts';

const BOM = '\ufeff';
/** Text is handed on in pieces of this size: fewer writes, little memory. */
const PIECE = 64 * 1024;

/**
 * A table as a French spreadsheet opens it by a double click: UTF-8 with its mark, semicolons, decimal commas, days as
 * JJ/MM/AAAA. A text that a spreadsheet would take for a formula is preceded by an apostrophe, which keeps it a text;
 * amounts and counts are ours and stay numbers.
 */
export async function writeCsv(columns: readonly SheetColumn[], sink: Sink): Promise<SheetWriter> {
  let text = BOM;
  const flush = async () => {
    const bytes = Buffer.from(text, 'utf8');
    text = '';
    await sink(bytes);
  };
  const add = async (cells: readonly string[]) => {
    text += `${cells.join(';')}\r\n`;
    if (text.length >= PIECE) await flush();
  };
  await add(columns.map(({ title }) => quoted(title)));
  return {
    row: (cells) => add(columns.map((column, n) => csvCell(column, cells[n] ?? null))),
    end: flush,
  };
}

function csvCell({ kind }: SheetColumn, value: SheetCell): string {
  if (value === null || value === '') return '';
  if (kind === 'day') return String(value).split('-').reverse().join('/');
  if (kind === 'amount') return frenchDecimal(Number(value));
  if (kind === 'count') return String(value);
  const text = printable(String(value));
  return quoted(looksLikeFormula(text) ? `'${text}` : text);
}

/** `-123456` → « -1234,56 ». Digits only, no grouping, so that it is read back as a number. */
function frenchDecimal(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)},${digits.slice(-2)}`;
}

function quoted(text: string): string {
  return /[";\r\n]|^\s|\s$|^'/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
