/**
 * The bank readers against real public files, when the folder of samples stands beside the project. The expected values
 * were taken by another reader, as raw strings; a null there means that the file does not carry the value.
 */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describeWith } from '../../../testing/outside.ts';
import { toCents } from '../decimals.ts';
import { readFile } from '../read-file.ts';
import type { BankEntry, BankStatement } from '../result.ts';

const samples = join(import.meta.dirname, '../../../../../../shared/samples');
const present = existsSync(join(samples, 'expected.json'));

interface ExpectedEntry {
  amount: string;
  date?: string;
  entry_date?: string | null;
  booking_date?: string | null;
  value_date?: string | null;
  status?: string | null;
  reversal?: string;
  end_to_end?: string[];
  remittance?: string[];
  creditor_refs?: string[];
  counterparty?: string[];
  return_reason?: string[];
  tx_details?: number;
  label?: string;
  name?: string;
  memo?: string;
  fitid?: string;
  op_code?: string;
  type?: string;
  info?: string;
  details?: [string, string][];
}

interface ExpectedStatement {
  id?: string;
  number?: string;
  iban?: string | null;
  account?: string;
  other_account?: string | null;
  bank?: string;
  branch?: string;
  currency?: string | string[];
  account_currency?: string | null;
  opening_balance?: string | null;
  closing_balance?: string | null;
  ledger_balance?: string;
  opening?: { amount: string; currency: string };
  closing?: { amount: string; currency: string };
  opening_date?: string;
  closing_date?: string;
  entries: number;
  booked_entries?: number;
  sum_credits: string;
  sum_debits: string;
  balanced?: boolean;
  unparsable_amounts?: string[];
  entry_list?: ExpectedEntry[];
}

interface Expected extends Partial<ExpectedStatement> {
  statements?: ExpectedStatement[];
  balance?: string;
  last_balance?: string;
}

function expectedOf(folder: string): [string, Expected][] {
  if (!present) return [];
  const { files } = JSON.parse(readFileSync(join(samples, 'expected.json'), 'utf8')) as {
    files: Record<string, { expected: Expected }>;
  };
  return Object.entries(files).flatMap(([path, { expected }]) =>
    path.startsWith(`${folder}/`) ? [[path, expected]] : [],
  );
}

const cents = (text: string | null | undefined): number | undefined =>
  text === null || text === undefined ? undefined : (toCents(text.replace(',', '.'), 2, 1e14) as number);
const close = (text: string): string => text.replace(/\s/g, '');

/** A written day of any of the samples as an ISO day; undefined when there is no such day. */
function isoOf(text: string | null | undefined): string | undefined {
  if (text === null || text === undefined) return undefined;
  const french = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (french !== null) return `${french[3]}-${french[2]!.padStart(2, '0')}-${french[1]!.padStart(2, '0')}`;
  const compact = /^(\d{4})(\d\d)(\d\d)$/.exec(text);
  const iso = compact === null ? text.slice(0, 10) : `${compact[1]}-${compact[2]}-${compact[3]}`;
  return iso === '2016-02-30' ? undefined : iso;
}

/** Everything an entry and its transactions say, as one text without spaces. */
function allWords(entry: BankEntry): string {
  const details = entry.details ?? [];
  const words = [entry, ...details].flatMap((one) => [
    one.counterparty,
    one.endToEndId,
    one.rejectReason,
    ...one.remittance,
  ]);
  return close([entry.label, ...words].join('|'));
}

function expectEntry(found: BankEntry | undefined, expected: ExpectedEntry): void {
  expect(found?.amountCents).toBe(cents(expected.amount));
  if (found === undefined) return;
  const booked = expected.booking_date ?? expected.date;
  if (typeof booked === 'string') expect(found.on).toBe(isoOf(booked));
  if ('value_date' in expected) expect(found.valueOn).toBe(isoOf(expected.value_date));
  if (typeof expected.status === 'string') expect(found.status).toBe(expected.status === 'BOOK' ? 'booked' : 'pending');
  expect(found.reversal ?? false).toBe(expected.reversal === 'true');
  if (expected.tx_details !== undefined) expect(found.details).toHaveLength(expected.tx_details);
  const words = allWords(found);
  for (const name of expected.counterparty ?? []) expect(words).toContain(close(name));
  for (const text of expected.remittance ?? []) expect(words).toContain(close(text));
  for (const text of expected.creditor_refs ?? []) expect(words).toContain(close(text));
  for (const text of expected.end_to_end ?? []) expect(words).toContain(close(text));
  for (const text of expected.return_reason ?? []) expect(words).toContain(text);
  for (const text of [expected.label, expected.name, expected.memo])
    if (text !== undefined) expect(words).toContain(close(text));
  if (expected.fitid !== undefined) expect(found.bankReference).toBe(expected.fitid);
  if (expected.op_code !== undefined) expect(found.operation).toBe(expected.op_code);
  for (const [qualifier, text] of expected.details ?? [])
    if (['LIB', 'REF', 'NPY'].includes(qualifier) && found.counterparty !== text) expect(words).toContain(close(text));
}

function expectStatement(found: BankStatement | undefined, expected: ExpectedStatement): void {
  expect(found).toBeDefined();
  if (found === undefined) return;
  const currency = expected.account_currency ?? expected.opening?.currency ?? expected.currency;
  if (typeof currency === 'string') expect(found.currency).toBe(currency);
  if (typeof expected.iban === 'string') expect(found.iban).toBe(expected.iban);
  const account = expected.other_account ?? expected.account;
  if (typeof account === 'string') expect(found.iban ?? found.account).toBe(account);
  if (expected.bank !== undefined) expect([found.bankCode, found.branchCode]).toEqual([expected.bank, expected.branch]);
  expect(found.openingCents).toBe(cents(expected.opening_balance ?? expected.opening?.amount));
  expect(found.closingCents).toBe(
    cents(expected.closing_balance ?? expected.closing?.amount ?? expected.ledger_balance),
  );
  expect(found.creditsCents).toBe(cents(expected.sum_credits));
  expect(found.debitsCents).toBe(cents(expected.sum_debits));
  expect(found.balanced).toBe(expected.balanced);
  if (expected.opening_date !== undefined) expect(found.from).toBe(expected.opening_date);
  if (expected.closing_date !== undefined) expect(found.until).toBe(expected.closing_date);
  expect(found.entries).toHaveLength(expected.entries);
  for (const [index, entry] of (expected.entry_list ?? []).entries()) expectEntry(found.entries[index], entry);
}

describeWith('the real files of ../shared/samples', present, 'real bank files', () => {
  it('are there', () => expect(expectedOf('camt').length).toBeGreaterThan(0));

  const folders = { camt: 'camt', cfonb: 'cfonb120', ofx: 'ofx', mt940: 'mt940', 'bank-csv': 'bank-csv' };
  for (const [folder, format] of Object.entries(folders)) {
    for (const [path, expected] of expectedOf(folder)) {
      it(path, async () => {
        const result = await readFile(join(samples, path));
        expect(result.format).toBe(format);
        const statements = expected.statements ?? [expected as ExpectedStatement];
        if (statements.some(({ unparsable_amounts: bad }) => bad !== undefined)) {
          expect(result).toMatchObject({ status: 'refused', refusal: { code: 'NoBankEntry' } });
          return;
        }
        expect(result.refusal).toBeUndefined();
        expect(result.statements).toHaveLength(statements.length);
        if (folder === 'bank-csv') expectTable(result.statements?.[0], expected);
        else for (const [index, one] of statements.entries()) expectStatement(result.statements?.[index], one);
      });
    }
  }
});

function expectTable(found: BankStatement | undefined, expected: Expected): void {
  expect(found?.creditsCents).toBe(cents(expected.sum_credits));
  expect(found?.debitsCents).toBe(cents(expected.sum_debits));
  expect(found?.currency).toBe(expected.currency);
  expect(found?.entries).toHaveLength(expected.entries ?? 0);
  expect(found?.account).toBe(expected.account);
  const balance = expected.balance ?? expected.last_balance;
  if (balance !== undefined) expect(found?.closingCents).toBe(cents(balance));
  for (const [index, entry] of (expected.entry_list ?? []).entries()) expectEntry(found?.entries[index], entry);
}
