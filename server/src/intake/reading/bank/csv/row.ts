/** One row of a bank table to one entry. */

import { currencyDecimals } from '../../french.ts';
import { ibanText, isIban } from '../../identifiers.ts';
import type { Limits } from '../../limits.ts';
import { type BankEntry, type BankField, withDefined } from '../../result.ts';
import { type Cell, cellText } from '../../table/grid.ts';
import { readAmount, type TableAmount } from '../../table/table-amounts.ts';
import { readDay } from '../../table/table-dates.ts';
import { isNotProvided, labelWords, oneLine, provided } from '../words.ts';
import type { BankLayout } from './layout.ts';

/** Rows that are cash, those that announce it, and those that came to nothing; a status not listed is only announced. */
const SETTLED =
  /^(?:settled|completed|executed|ex[ée�]cut[ée�]e?s?|termin[ée�]e?s?|booked|comptabilis[ée�]e?|r[ée�]gl[ée�]e?|valid[ée�]e?|done|success)$/i;
const FAILED =
  /^(?:declined|refus[ée�]e?s?|rejected|rejet[ée�]e?s?|cancel(?:l?ed)?|annul[ée�]e?s?|reverted|failed|[ée�]chou[ée�]e?s?)$/i;

const USUAL_DECIMALS = 2;

export type RowReading =
  | { entry: BankEntry; balanceCents?: number; account?: string; badDay?: string }
  | { problem: string; text: string }
  /** Not a line of the account: nothing but words, or a transfer that never happened. */
  | 'aside'
  | 'failed';

export function readBankRow(cells: readonly Cell[], layout: BankLayout, limits: Limits): RowReading {
  const cell = (field: Exclude<BankField, 'words'>): Cell | undefined => cells[layout.columns.get(field) ?? -1];
  const text = (field: Exclude<BankField, 'words'>): string => cellText(cell(field));
  const days = [cell('on'), cell('operationOn'), cell('valueOn')].map((one) => readDay(one, layout.dateFormat));
  const on = days.find((day) => typeof day === 'string');
  const decimals = currencyDecimals(text('currency').toUpperCase() || 'EUR') ?? USUAL_DECIMALS;
  const amount = amountOf(cell, layout, decimals, limits);
  if (typeof on !== 'string') {
    // Without a day and without an amount, or with a word where the day should be, it is a total, a balance or a note.
    const written = text('on');
    if (amount === undefined || /\p{L}{3}/u.test(written)) return 'aside';
    return { problem: 'MissingDate', text: shown(cells) };
  }
  if (amount === undefined) return { problem: 'MissingAmount', text: shown(cells) };
  if (typeof amount !== 'number') return { problem: amount, text: shown(cells) };
  const status = text('status');
  if (FAILED.test(status)) return 'failed';
  const balance = readAmount(cell('balance'), undefined, decimals, limits.amountCents);
  const account = text('account');
  return {
    entry: entryOf(cells, text, layout, { on, valueOn: days[2], amountCents: amount === 0 ? 0 : amount, status }),
    ...(typeof balance === 'number' ? { balanceCents: balance } : {}),
    ...(account === '' ? {} : { account }),
    ...(days[0] === null ? { badDay: text('on') } : {}),
  };
}

/** Minus the absolute value of the debit: banks disagree on its sign. A negative credit takes a credit back. */
function amountOf(
  cell: (field: Exclude<BankField, 'words'>) => Cell | undefined,
  { decimal, columns }: BankLayout,
  decimals: number,
  limits: Limits,
): TableAmount {
  const read = (field: 'amount' | 'debit' | 'credit') => readAmount(cell(field), decimal, decimals, limits.amountCents);
  if (!columns.has('debit') && !columns.has('credit')) {
    const amount = read('amount');
    if (typeof amount !== 'number') return amount;
    const side = cellText(cell('side'));
    if (/^(?:d|-|d[ée�]bit|dbit|debit)$/i.test(side)) return -Math.abs(amount);
    return /^(?:c|\+|cr[ée�]dit|crdt|credit)$/i.test(side) ? Math.abs(amount) : amount;
  }
  const [debit, credit] = [read('debit'), read('credit')];
  if (typeof debit === 'string') return debit;
  if (typeof credit === 'string') return credit;
  if (debit === undefined || debit === 0) return credit ?? (debit === undefined ? read('amount') : 0);
  if (credit === undefined || credit === 0) return -Math.abs(debit);
  return 'AmbiguousAmount';
}

function entryOf(
  cells: readonly Cell[],
  text: (field: Exclude<BankField, 'words'>) => string,
  { words: wordColumns, columns }: BankLayout,
  known: { on: string; valueOn: string | null | undefined; amountCents: number; status: string },
): BankEntry {
  const ownName = text('counterparty');
  const label = oneLine(text('label') || ownName || text('kind'));
  const said = labelWords(label);
  const columnWords = wordColumns
    .map((index) => cellText(cells[index]))
    .filter((one) => one !== '' && !isNotProvided(one));
  const iban = ibanText(text('iban'));
  const currency = text('currency').toUpperCase();
  const pending = columns.has('status') && known.status !== '' && !SETTLED.test(known.status);
  return withDefined<BankEntry>({
    on: known.on,
    valueOn: known.valueOn ?? undefined,
    amountCents: known.amountCents,
    currency: /^[A-Z]{3}$/.test(currency) ? currency : undefined,
    status: pending ? 'pending' : 'booked',
    label,
    // Where the label is the name of the other party (Qonto, Shine), it is that name.
    counterparty: ownName || (columns.has('label') ? said.counterparty : label || undefined),
    counterpartyIban: isIban(iban) ? iban : said.counterpartyIban,
    endToEndId: provided(text('endToEnd')) ?? said.endToEndId,
    mandateId: provided(text('mandate')) ?? said.mandateId,
    bankReference: provided(text('id')),
    remittance: [...new Set([...columnWords, ...said.remittance])],
    reversal: said.reversal,
    rejectReason: said.rejectReason,
    operation: text('kind') || undefined,
  });
}

function shown(cells: readonly Cell[]): string {
  return oneLine(cells.map(cellText).join(' ')).slice(0, 120);
}
