/** Tells what a table is when it is not a list of invoices: bank statements and accounting files have their own shapes. */

import { cellText, type Row } from './grid.ts';
import { normalise } from './names.ts';
import { bankWords, fecWords, statementWords } from './vocabulary.ts';

const SEARCHED_ROWS = 40;

/** A table that is a FEC or a bank statement, by the names of its columns. */
export function tableFormat(rows: readonly Row[]): 'fec' | 'bank-csv' | undefined {
  for (const row of rows.slice(0, SEARCHED_ROWS)) {
    const names = new Set(row.cells.map((cell) => normalise(cellText(cell))));
    const joined = new Set([...names].map((name) => name.replaceAll(' ', '')));
    if (among(fecWords, joined) >= 4) return 'fec';
    if (isStatement(names)) return 'bank-csv';
  }
  return undefined;
}

function isStatement(names: ReadonlySet<string>): boolean {
  const bank = among(bankWords, names);
  if (bank >= 2) return true;
  if ([...names].some((name) => /\b(facture|invoice|client|customer|echeance)\b/.test(name))) return false;
  const movement = names.has('debit') && names.has('credit');
  return names.has('date') && among(statementWords, names) > 0 && (bank > 0 || movement);
}

function among(words: readonly string[], names: ReadonlySet<string>): number {
  return words.filter((word) => names.has(word)).length;
}
