/** Tells what a text file is when it is not a list of invoices: bank statements and accounting files have their own shapes. */

import type { Format } from '../result.ts';
import { cellText, type Row } from './grid.ts';
import { normalise } from './names.ts';
import { bankWords, fecWords, paymentWords, statementWords } from './vocabulary.ts';

const SEARCHED_ROWS = 40;

/** Formats that are text without being a table; undefined when it may be one. */
export function textFormat(text: string): Format | undefined {
  const head = text.slice(0, 20_000);
  if (/^\s*OFXHEADER\s*:/i.test(head) || /^\s*<\?OFX\b/i.test(head) || /<OFX>/i.test(head)) return 'ofx';
  if (/^(?:\{1:.*\}\s*)?:20:/m.test(head) && /^:(?:25|60[FM]|61|62[FM]):/m.test(head)) return 'mt940';
  const first = head.split('\n').find((line) => line.trim() !== '') ?? '';
  // A CFONB 120 record: its code, then a bank of five figures, on a line of 120 characters (some are cut short).
  if (/^0[1457]\d{5}[\d ]{4}/.test(first) && first.trimEnd().length >= 80 && first.length <= 121) {
    const records = head
      .split('\n')
      .slice(0, -1)
      .filter((line) => line.trim() !== '');
    if (records.length > 0 && records.every((line) => /^0[1457]/.test(line) && line.length <= 121)) return 'cfonb120';
  }
  return undefined;
}

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

/** True for a list of payments: a number or a date of payment, and nothing about when the invoice was made or is due. */
export function isPaymentList(headers: readonly string[], fields: readonly string[]): boolean {
  if (fields.includes('dueOn') || fields.includes('due') || fields.includes('issuedOn')) return false;
  return among(paymentWords, new Set(headers.map(normalise))) > 0;
}

function among(words: readonly string[], names: ReadonlySet<string>): number {
  return words.filter((word) => names.has(word)).length;
}
