/** On random books: however written and in whatever order, a book says the same, and nothing of a customer is lost. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFile } from '../../read-file.ts';
import type { AccountingBook, BookItem } from '../../result.ts';
import { fecOf, receipt, sale } from '../../testing/fecs.ts';

const movements = fc.array(
  fc.record({
    customer: fc.constantFrom('C1', 'C2', 'C3'),
    cents: fc.integer({ min: 1, max: 500_000 }),
    paid: fc.constantFrom('no', 'in full', 'in part', 'unlettered'),
  }),
  { minLength: 1, maxLength: 30 },
);
type Movement = { customer: string; cents: number; paid: string };

/** The entries of movements, each a list of lines. */
function entriesOf(made: readonly Movement[]) {
  return made.flatMap(({ customer, cents, paid }, index) => {
    const lettering = paid === 'in full' || paid === 'in part' ? `L${index}` : '';
    const common = { customer, name: `Café ${customer}`, lettering };
    const part = paid === 'in part' ? Math.ceil(cents / 2) : cents;
    const one = sale({ ...common, number: `F-${index}`, cents });
    return paid === 'no' ? [one] : [one, receipt({ ...common, number: `R-${index}`, cents: part })];
  });
}

const itemsOf = ({ customers }: AccountingBook): BookItem[] =>
  customers.flatMap(({ openItems, settled }) => [...openItems, ...settled.flatMap(({ items }) => items)]);
const owed = (items: readonly BookItem[]): number =>
  items.reduce((sum, { debitCents, creditCents }) => sum + debitCents - creditCents, 0);

describe('a random book', () => {
  it('keeps every line and every cent of its customers', async () => {
    await fc.assert(
      fc.asyncProperty(movements, async (made) => {
        const { book } = await readFile(fecOf(entriesOf(made).flat()));
        expect(book).toMatchObject({ balanced: true, unbalancedEntries: 0, entries: entriesOf(made).length });
        expect(itemsOf(book!)).toHaveLength(entriesOf(made).length);
        for (const { balanceCents, openItems, settled } of book!.customers) {
          expect(owed(openItems)).toBe(balanceCents);
          for (const { items } of settled) expect(owed(items)).toBe(0);
        }
        const paid = made.filter(({ paid }) => paid === 'in full').length;
        const even = made.filter(({ paid, cents }) => paid === 'in part' && cents === 1).length;
        expect(book!.customers.reduce((sum, { settled }) => sum + settled.length, 0)).toBe(paid + even);
      }),
      { numRuns: 60 },
    );
  });

  it('says the same in every encoding, with every separator, its entries in any order', async () => {
    const shape = fc.record({
      encoding: fc.constantFrom('utf8', 'iso-8859-15', 'cp850', 'utf-16le'),
      separator: fc.constantFrom('\t', '|', ';'),
      lineEnd: fc.constantFrom('\n', '\r\n', '\r\r\n'),
    });
    await fc.assert(
      fc.asyncProperty(movements, shape, fc.nat(), async (made, written, turn) => {
        const entries = entriesOf(made);
        const at = turn % entries.length;
        const turned = [...entries.slice(at), ...entries.slice(0, at)];
        const sorted = (book: AccountingBook | undefined) =>
          book!.customers
            .map(({ account, name, balanceCents, openItems, settled }) => ({
              ...{ account, name, balanceCents },
              open: openItems.map(({ number }) => number).sort(),
              settled: settled.map(({ lettering }) => lettering).sort(),
            }))
            .sort((a, b) => a.account.localeCompare(b.account));
        const one = await readFile(fecOf(entries.flat()));
        const other = await readFile(fecOf(turned.flat(), written));
        expect(sorted(other.book)).toEqual(sorted(one.book));
      }),
      { numRuns: 60 },
    );
  });
});
