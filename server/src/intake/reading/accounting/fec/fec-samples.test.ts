/** The FEC reader against real public files, when their folder stands beside the project. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describeWith } from '../../../../testing/outside.ts';
import { readFile } from '../../read-file.ts';

const samples = join(import.meta.dirname, '../../../../../../../shared/samples');
const present = existsSync(join(samples, 'expected.json'));

/** What another reader found; amounts are texts with a decimal point. */
interface ExpectedFec {
  encoding: string;
  separator: string;
  lines: number;
  total_debit: string;
  total_credit: string;
  balanced: boolean;
  entries: number;
  unbalanced_entries: number;
  unbalanced_entry_ids?: string[];
  first_entry_date: string;
  last_entry_date: string;
  siren_from_name?: string;
  closing_date_from_name?: string;
  journals: string[];
  customer_lines: number;
  customer_debit: string;
  customer_credit: string;
  customer_balance: string;
  customers: number;
  customers_with_open_balance: number;
  lettered_customer_lines: number;
  unlettered_customer_balance: string;
  lettering_groups: number;
  lettering_groups_not_zero: number;
  customer_balances: Record<string, { name: string; balance: string; lines: number }>;
  impossible_dates_on_lines?: number[];
}

function expectedFecs(): [string, ExpectedFec][] {
  if (!present) return [];
  const { files } = JSON.parse(readFileSync(join(samples, 'expected.json'), 'utf8')) as {
    files: Record<string, { expected: ExpectedFec }>;
  };
  return Object.entries(files).flatMap(([path, { expected }]) => (path.startsWith('fec/') ? [[path, expected]] : []));
}

const cents = (text: string): number => Math.round(Number(text) * 100);
const day = (text: string | undefined): string | undefined => text?.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');

describeWith('the real files of ../shared/samples', present, 'real accounting files', () => {
  it('are there', () => expect(expectedFecs().length).toBeGreaterThan(0));

  it.each(expectedFecs())('%s', async (path, expected) => {
    const { book, doubts, format } = await readFile(join(samples, path));
    expect(format).toBe('fec');
    expect(book).toMatchObject({
      encoding: expected.encoding,
      separator: expected.separator,
      lines: expected.lines,
      debitCents: cents(expected.total_debit),
      creditCents: cents(expected.total_credit),
      balanced: expected.balanced,
      entries: expected.entries,
      unbalancedEntries: expected.unbalanced_entries,
      journals: expected.journals,
      from: day(expected.first_entry_date),
      until: day(expected.last_entry_date),
    });
    expect([book?.siren, book?.closesOn]).toEqual([expected.siren_from_name, day(expected.closing_date_from_name)]);
    const unbalanced = doubts.find(({ code }) => code === 'EntriesUnbalanced');
    expect(unbalanced?.facts?.names).toEqual(expected.unbalanced_entry_ids);
    const days = doubts.find(({ code }) => code === 'UnreadableDays');
    expect(days?.facts?.count).toBe(expected.impossible_dates_on_lines?.length);
    expect(days?.facts?.line).toBe(expected.impossible_dates_on_lines?.[0]);

    const customers = book?.customers ?? [];
    const items = customers.flatMap(({ openItems, settled }) => [...openItems, ...settled.flatMap((one) => one.items)]);
    const sum = (list: typeof items, field: 'debitCents' | 'creditCents'): number =>
      list.reduce((total, item) => total + item[field], 0);
    expect(customers).toHaveLength(expected.customers);
    expect(items).toHaveLength(expected.customer_lines);
    expect(sum(items, 'debitCents')).toBe(cents(expected.customer_debit));
    expect(sum(items, 'creditCents')).toBe(cents(expected.customer_credit));
    expect(customers.reduce((total, { balanceCents }) => total + balanceCents, 0)).toBe(
      cents(expected.customer_balance),
    );
    const owing = customers.filter(({ balanceCents }) => balanceCents !== 0);
    expect(owing).toHaveLength(expected.customers_with_open_balance);
    expect(items.filter(({ lettering }) => lettering !== undefined)).toHaveLength(expected.lettered_customer_lines);
    const unlettered = items.filter(({ lettering }) => lettering === undefined);
    expect(sum(unlettered, 'debitCents') - sum(unlettered, 'creditCents')).toBe(
      cents(expected.unlettered_customer_balance),
    );
    const uneven = Number(doubts.find(({ code }) => code === 'LetteringUneven')?.facts?.count ?? 0);
    const even = customers.reduce((total, { settled }) => total + settled.length, 0);
    expect([even + uneven, uneven]).toEqual([expected.lettering_groups, expected.lettering_groups_not_zero]);
    for (const [account, { name, balance, lines }] of Object.entries(expected.customer_balances)) {
      const customer = customers.find((one) => one.account === account);
      expect(customer).toMatchObject({ name, balanceCents: cents(balance) });
      const own = [...customer!.openItems, ...customer!.settled.flatMap((one) => one.items)];
      expect(own).toHaveLength(lines);
    }
  });
});
