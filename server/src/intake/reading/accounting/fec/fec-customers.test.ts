/** What a FEC says of customers, their invoices and their lettering, and what a very large one keeps. */

import { describe, expect, it } from 'vitest';
import { readFile } from '../../read-file.ts';
import type { AccountingBook, BookCustomer, ReadResult } from '../../result.ts';
import { type FecRow, type FecShape, fecOf, receipt, sale } from '../../testing/fecs.ts';

const read = (rows: readonly FecRow[], shape: FecShape = {}, name = 'export.txt'): Promise<ReadResult> =>
  readFile(fecOf(rows, shape), { name });
const bookOf = async (rows: readonly FecRow[], shape: FecShape = {}): Promise<AccountingBook> => {
  const { book, refusal } = await read(rows, shape);
  expect(refusal).toBeUndefined();
  return book!;
};
const codes = ({ doubts }: ReadResult): string[] => doubts.map(({ code }) => code);
const open = ({ customers }: AccountingBook, account = 'C001'): BookCustomer['openItems'] =>
  customers.find((customer) => customer.account === account)!.openItems;

describe('customers', () => {
  it.each(['411000', '411100', '41100000', '4111', '416000', '411MARTIN'])('stand on %s', async (CompteNum) => {
    const book = await bookOf(sale({ more: { CompteNum } }));
    expect(book.customers).toMatchObject([{ account: 'C001', balanceCents: 120_000 }]);
  });

  it('may each have an account, and no auxiliary', async () => {
    const of = (CompteNum: string, CompteLib: string) => ({
      more: { CompteNum, CompteLib, CompAuxNum: '', CompAuxLib: '' },
    });
    const book = await bookOf([
      ...sale(of('411MARTIN', 'Martin SAS')),
      ...sale({ ...of('411ROY', 'Roy'), number: 'F-2' }),
    ]);
    expect(book.customers).toMatchObject([
      { account: '411MARTIN', name: 'Martin SAS' },
      { account: '411ROY', name: 'Roy' },
    ]);
    expect(book.customers[0]!.openItems[0]).not.toHaveProperty('generalAccount');
  });

  it('that one account holds together without names are doubted', async () => {
    const more = { CompAuxNum: '', CompAuxLib: '', CompteLib: 'Clients' };
    const result = await read([...sale({ more }), ...sale({ more, number: 'F-2' })]);
    expect(result.doubts).toMatchObject([{ code: 'NamelessCustomers', facts: { accounts: ['41100000'] } }]);
  });

  it('have accounts and names without the spaces that pad them', async () => {
    const book = await bookOf(sale({ more: { CompAuxNum: '  C001 ', CompAuxLib: 'Roy      ', CompteNum: '411    ' } }));
    expect(book.customers).toMatchObject([{ account: 'C001', name: 'Roy' }]);
  });

  it('exported alone are told by their journals', async () => {
    const rows = [...sale(), ...receipt({ cents: 50_000 })].filter((row) => row.CompteNum === '41100000');
    const book = await bookOf([...rows, { ...rows[0]!, JournalCode: 'OD', JournalLib: 'Divers', EcritureNum: '9' }]);
    expect(open(book).map(({ kind }) => kind)).toEqual(['invoice', 'receipt', 'transfer']);
  });

  it('are none in a file of purchases, which is said', async () => {
    const result = await read(sale({ more: { CompteNum: '401000' } }));
    expect(result.book!.customers).toEqual([]);
    expect(codes(result)).toEqual(['NoCustomerLines']);
  });
});

describe('numbers of invoices', () => {
  const numberOf = async (piece: string, label: string, on = '20250115'): Promise<(string | undefined)[]> => {
    const book = await bookOf(sale({ number: piece, entry: '12', label, on }));
    const { number, numberFrom, piece: kept } = open(book)[0]!;
    return [number, numberFrom, kept];
  };

  it.each([
    ['-', 'INV/2025/00001', 'INV/2025/00001'],
    ['VE  0125', 'Facture F240001 Café des Arts', 'F240001'],
    ['sans', 'FACT N°2025-117 DUPONT', '2025-117'],
    ['20250115', 'Fact. FA00012', 'FA00012'],
    ['', 'Vente FC2025/0045 Roy', 'FC2025/0045'],
    ['0', 'Avoir AV-0007', 'AV-0007'],
  ])('that are not in the piece %j are looked for in « %s »', async (piece, label, number) => {
    expect(await numberOf(piece, label)).toEqual([number, 'label', piece || undefined]);
  });

  it.each([
    ['F2025-001', 'F2025-001'],
    ['1', '1'],
    ['2025/0117', '2025/0117'],
    ['FA0125', 'FA0125', '20250315'],
    ['000123', '000123'],
  ])('%j is one', async (piece, number, on = '20250315') => {
    expect(await numberOf(piece, 'Facture 99', on)).toEqual([number, undefined, undefined]);
  });

  it.each(['NECTAR DE FRAISE', 'Remise 12%', 'Du 01/02/2025', 'F-001 et F-002'])('are not in « %s »', async (label) => {
    const result = await read(sale({ number: '-', entry: '1', label }));
    expect(open(result.book!)[0]).not.toHaveProperty('number');
    expect(codes(result)).toEqual(['InvoicesWithoutNumber']);
  });

  it('are not a piece that sales to several customers bear', async () => {
    const of = (customer: string, entry: string) =>
      sale({ number: 'LOT7', customer, name: customer, entry, label: `Fact F-10${entry}` });
    const book = await bookOf([...of('C001', '1'), ...of('C002', '2')]);
    expect(open(book)[0]).toMatchObject({ number: 'F-101', numberFrom: 'label', piece: 'LOT7' });
    expect(open(book, 'C002')[0]).toMatchObject({ number: 'F-102' });
  });
});

describe('lettering', () => {
  it('is the same code for every customer', async () => {
    const of = (customer: string) => ({ customer, name: customer, lettering: 'AA', letteredOn: '20250301' });
    const book = await bookOf([
      ...sale({ ...of('C001'), number: 'F-1', cents: 100 }),
      ...sale({ ...of('C002'), number: 'F-2', cents: 200 }),
      ...receipt({ ...of('C002'), number: 'R-1', cents: 200 }),
      ...receipt({ ...of('C001'), number: 'R-2', cents: 100 }),
    ]);
    expect(book.customers.map(({ openItems, settled }) => [openItems.length, settled.length])).toEqual([
      [0, 1],
      [0, 1],
    ]);
  });

  it('that does not add up to zero in the year leaves its lines open, with their code', async () => {
    const result = await read([
      ...sale({ lettering: 'AB', letteredOn: '20260112' }),
      ...sale({ number: 'F-2', lettering: 'AC', cents: 90_000 }),
      ...receipt({ lettering: 'AC', cents: 50_000 }),
    ]);
    expect(result.book!.customers[0]!.settled).toEqual([]);
    expect(open(result.book!)).toMatchObject([
      { lettering: 'AB', letteredOn: '2026-01-12' },
      { lettering: 'AC' },
      { lettering: 'AC' },
    ]);
    expect(result.doubts).toMatchObject([{ code: 'LetteringUneven', facts: { count: 2 } }]);
  });

  it('may use a code once on each account of a customer', async () => {
    const on416 = { more: { CompteNum: '41600000' }, lettering: 'A' };
    const book = await bookOf([
      ...sale({ lettering: 'A', cents: 300 }),
      ...sale({ ...on416, number: 'F-2', cents: 500 }),
      ...receipt({ ...on416, cents: 500 }),
    ]);
    expect(book.customers[0]).toMatchObject({ balanceCents: 300, settled: [{ items: [{ number: 'F-2' }, {}] }] });
  });

  it('is not a dash or a zero', async () => {
    const book = await bookOf([...sale({ lettering: '-' }), ...receipt({ lettering: '-' })]);
    expect(book.customers[0]).toMatchObject({ openItems: [{}, {}], settled: [] });
  });
});

describe('a book too large to be kept', () => {
  const bookItems = 40;
  const many = (count: number, letter: (index: number) => string): FecRow[] =>
    Array.from({ length: count }, (_, index) => {
      const of = { customer: `C${index % 3}`, name: 'Roy', cents: 1_000 + index, lettering: letter(index) };
      return [
        ...sale({ ...of, number: `F-${index}` }),
        ...(letter(index) === '' ? [] : receipt({ ...of, number: `R-${index}` })),
      ];
    }).flat();

  it('keeps the numbers of what is settled', async () => {
    const rows = many(100, (index) => (index % 10 === 0 ? '' : `L${index}`));
    const result = await readFile(fecOf(rows), { limits: { bookItems } });
    const all = await readFile(fecOf(rows));
    const numbers = ({ book }: ReadResult): string[] =>
      book!.customers
        .flatMap(({ settled, settledNumbers }) => [
          ...settled.flatMap(({ items }) =>
            items.filter(({ kind }) => kind === 'invoice').map(({ number }) => number!),
          ),
          ...(settledNumbers ?? []),
        ])
        .sort();
    expect(numbers(result)).toEqual(numbers(all));
    expect(numbers(result)).toHaveLength(90);
    const open = ({ book }: ReadResult) =>
      book!.customers.map(({ openItems, balanceCents }) => [balanceCents, openItems]);
    expect(open(result)).toEqual(open(all));
    expect(codes(result)).toEqual(['SettledFolded']);
  });

  it('leaves out the oldest open lines, and counts them', async () => {
    const rows = many(100, () => '');
    const result = await readFile(fecOf(rows), { limits: { bookItems } });
    const customers = result.book!.customers;
    const kept = customers.flatMap(({ openItems }) => openItems);
    const left = customers.reduce((sum, { leftOut }) => sum + (leftOut?.items ?? 0), 0);
    expect(kept.length + left).toBe(100);
    const cents = (sum: number, { openItems, leftOut }: BookCustomer) =>
      sum + (leftOut?.debitCents ?? 0) + openItems.reduce((total, { debitCents }) => total + debitCents, 0);
    expect(customers.reduce(cents, 0)).toBe(result.book!.debitCents);
    expect(codes(result)).toEqual(['OpenItemsLeftOut']);
  });
});
