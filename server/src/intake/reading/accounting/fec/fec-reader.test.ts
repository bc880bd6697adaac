/** Every way a real FEC was seen to stray, each on a small book of our own. */

import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readFile } from '../../read-file.ts';
import type { AccountingBook, BookCustomer, ReadResult } from '../../result.ts';
import { type FecRow, type FecShape, fecColumns, fecOf, frenchAmount, receipt, sale } from '../../testing/fecs.ts';
import { workbook } from '../../testing/zips.ts';

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

describe('a FEC', () => {
  it('gives each customer its balance, its open items and what clears itself', async () => {
    const result = await read([
      ...sale({ lettering: 'AA', letteredOn: '20250212' }),
      ...receipt({ lettering: 'AA', letteredOn: '20250212' }),
      ...sale({ number: 'F-002', on: '20250301', cents: 60_000, label: 'Vente de mars' }),
      ...sale({ number: 'F-003', customer: 'C002', name: 'Garage Roy' }),
    ]);
    expect(result).toMatchObject({ format: 'fec', status: 'read', doubts: [] });
    expect(result.book).toMatchObject({
      layout: 'fec',
      lines: 11,
      entries: 4,
      unbalancedEntries: 0,
      debitCents: 420_000,
      creditCents: 420_000,
      balanced: true,
      encoding: 'utf-8',
      separator: 'tab',
      journals: ['BQ', 'VT'],
      from: '2025-01-15',
      until: '2025-03-01',
    });
    const [first, second] = result.book!.customers;
    expect(second).toMatchObject({ account: 'C002', name: 'Garage Roy', balanceCents: 120_000, settled: [] });
    expect(first).toMatchObject({ account: 'C001', name: 'Boulangerie Éloïse', balanceCents: 60_000 });
    expect(first!.openItems).toEqual([
      {
        line: 7,
        kind: 'invoice',
        number: 'F-002',
        on: '2025-03-01',
        debitCents: 60_000,
        creditCents: 0,
        label: 'Vente de mars',
        journal: 'VT',
        entry: 'F-002',
        generalAccount: '41100000',
      },
    ]);
    expect(first!.settled).toHaveLength(1);
    expect(first!.settled[0]).toMatchObject({ lettering: 'AA', on: '2025-02-12' });
    // The day of payment is the day of the receipt, two days before the lettering.
    expect(first!.settled[0]!.items).toMatchObject([
      { kind: 'invoice', number: 'F-001', on: '2025-01-15' },
      { kind: 'receipt', number: 'RLV-1', on: '2025-02-10' },
    ]);
  });

  it('is the same however its bytes are cut', async () => {
    const bytes = fecOf([...sale({ lettering: 'A' }), ...receipt({ lettering: 'A' }), ...sale({ number: 'F-2' })]);
    const whole = await readFile(bytes);
    const { openSession } = await import('../../session.ts');
    const { collect } = await import('../../pieces/collect.ts');
    for (const step of [1, 7, 64]) {
      const { add, parts } = collect();
      const session = openSession({}, add);
      for (let at = 0; at < bytes.length; at += step) session.feed(bytes.subarray(at, at + step));
      expect({ ...(await session.end()), ...parts() }).toEqual(whole);
    }
  });
});

describe('the encoding', () => {
  const rows = [...sale({ name: 'Société Générale de Peinture', label: 'N° 12 à Orléans' })];
  it.each([
    ['utf8', 'utf-8'],
    ['iso-8859-15', 'iso-8859-15'],
    ['iso-8859-1', 'iso-8859-15'],
    ['cp850', 'cp850'],
    ['utf-16le', 'utf-16le'],
  ])('of bytes in %s is called %s', async (encoding, expected) => {
    const book = await bookOf(rows, { encoding });
    expect(book.encoding).toBe(expected);
    expect(book.customers[0]).toMatchObject({ name: 'Société Générale de Peinture' });
    expect(book.customers[0]!.openItems[0]).toMatchObject({ label: 'N° 12 à Orléans' });
  });

  it('is ASCII without an accent, and UTF-8 with its mark', async () => {
    const plain = [...sale({ name: 'Roy' })];
    expect((await bookOf(plain)).encoding).toBe('ascii');
    const marked = await readFile(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), fecOf(rows)]));
    expect(marked.book).toMatchObject({ encoding: 'utf-8-bom', customers: [{ name: 'Société Générale de Peinture' }] });
  });

  it('is told by the byte of one euro sign, dash or quote', async () => {
    const with15 = await bookOf(sale({ label: 'Forfait 12 € café' }), { encoding: 'iso-8859-15' });
    expect([with15.encoding, open(with15)[0]!.label]).toEqual(['iso-8859-15', 'Forfait 12 € café']);
    const windows = await bookOf(sale({ label: 'L’été – café' }), { encoding: 'windows-1252' });
    expect([windows.encoding, open(windows)[0]!.label]).toEqual(['windows-1252', 'L’été – café']);
  });

  it('is decided on the whole file: the only accent may stand 160 kB from the start', async () => {
    const many = Array.from({ length: 1_500 }, (_, index) => sale({ number: `F-${index}`, name: 'Roy' })).flat();
    const rowsLate = [...many, ...sale({ number: 'F-9999', customer: 'C9', name: 'Hélène', label: 'Réf 4' })];
    const bytes = fecOf(rowsLate, { encoding: 'cp850' });
    expect(bytes.findIndex((byte) => byte >= 128)).toBeGreaterThan(160_000);
    const { book } = await readFile(bytes);
    expect(book!.encoding).toBe('cp850');
    expect(book!.customers.at(-1)).toMatchObject({ name: 'Hélène', openItems: [{ label: 'Réf 4' }] });
  });
});

describe('columns and lines', () => {
  const rows = [...sale(), ...receipt({ cents: 20_000 })];
  it.each([
    ['\t', 'tab'],
    ['|', 'pipe'],
    [';', ';'],
  ])('separated by %j', async (separator, expected) => {
    const book = await bookOf(rows, { separator });
    expect(book).toMatchObject({ separator: expected, lines: 5, balanced: true });
    expect(book.customers[0]!.balanceCents).toBe(100_000);
  });

  it.each([
    ['LF', '\n'],
    ['CR LF', '\r\n'],
    ['CR CR LF', '\r\r\n'],
    ['CR', '\r'],
  ])('ended by %s', async (_name, lineEnd) => {
    expect(await bookOf(rows, { lineEnd })).toMatchObject({ lines: 5, balanced: true });
  });

  it('may end every line with a separator, the header or not', async () => {
    const text = fecOf(rows, { separator: '|', lineEnd: '\n' }).toString();
    const lines = text.trimEnd().split('\n');
    const all = lines.map((line) => `${line}|`).join('\n');
    const data = lines.map((line, index) => (index === 0 ? line : `${line}|`)).join('\n');
    for (const body of [all, data]) {
      const result = await readFile(Buffer.from(body));
      expect(result).toMatchObject({ doubts: [], book: { lines: 5, separator: 'pipe' } });
    }
  });

  it('are found by name, without case, in any order, between quotes', async () => {
    const columns = fecColumns.map((name) => name.toUpperCase()).reverse();
    const upper = rows.map((row) => Object.fromEntries(Object.entries(row).map(([k, v]) => [k.toUpperCase(), v])));
    expect(await bookOf(upper as FecRow[], { columns })).toMatchObject({ lines: 5, balanced: true });
    const quoted = rows.map((row) => Object.fromEntries(Object.entries(row).map(([k, v]) => [`"${k}"`, `"${v}"`])));
    const book = await bookOf(
      [...quoted, { '"CompteNum"': '"411"', '"CompAuxNum"': '"C001"', '"EcritureLib"': '"a; ""b"""' }] as FecRow[],
      { columns: fecColumns.map((name) => `"${name}"`), separator: ';' },
    );
    expect(open(book).at(-1)!.label).toBe('a; "b"');
    expect(book.customers[0]!.balanceCents).toBe(100_000);
  });

  it('may be 22, with the client and the day of payment of cash accounting', async () => {
    const columns = [...fecColumns, 'DateRglt', 'ModeRglt', 'NatOp', 'IdClient'];
    const more = { CompAuxNum: '', IdClient: 'D7', DateRglt: '20250220', CompteLib: 'Durand' };
    const result = await read(sale({ more }), { columns });
    expect(result.book!.customers[0]).toMatchObject({ account: 'D7', openItems: [{ paidOn: '2025-02-20' }] });
    expect(codes(result)).toEqual(['PaidOutsideLettering']);
  });

  it('may give the due day in a column of their own', async () => {
    const columns = [...fecColumns, 'DateEcheance'];
    const book = await bookOf(sale({ more: { DateEcheance: '20250214' } }), { columns });
    expect(open(book)[0]!.dueOn).toBe('2025-02-14');
  });

  it('may be an amount and its side', async () => {
    const columns = fecColumns.map((name) => (name === 'Debit' ? 'Montant' : name === 'Credit' ? 'Sens' : name));
    for (const [debit, credit] of [
      ['D', 'C'],
      ['+1', '-1'],
      ['Débit', 'Crédit'],
    ]) {
      const sided = rows.map((row) => {
        const owed = row.Debit !== '0,00';
        return { ...row, Montant: (owed ? row.Debit : row.Credit)!, Sens: (owed ? debit : credit)! };
      });
      const book = await bookOf(sided, { columns });
      expect(book).toMatchObject({ debitCents: 140_000, creditCents: 140_000 });
      expect(book.customers[0]!.balanceCents).toBe(100_000);
    }
  });

  it('hold the separator or a line end in a label now and then', async () => {
    const result = await read(
      [...sale({ label: 'Vente | deux' }), ...sale({ number: 'F-2', label: 'Vente\nen deux' }), ...receipt()],
      { separator: '|', lineEnd: '\n' },
    );
    expect(result.doubts).toEqual([]);
    expect(result.book).toMatchObject({ lines: 8, balanced: true });
    expect(open(result.book!).map(({ label }) => label)).toEqual(['Vente | deux', 'Vente en deux', 'Virement']);
  });

  it('out of width are left out with a doubt, and a file of them is refused', async () => {
    const text = fecOf(rows, { lineEnd: '\n' }).toString();
    const cut = await readFile(Buffer.from(`${text}VT\tVentes\n${text.split('\n')[1]}`));
    expect(cut.doubts).toMatchObject([
      { code: 'BookUnbalanced' },
      { code: 'WrongWidth', facts: { count: 1, line: 7 } },
      { code: 'EntriesUnbalanced', facts: { names: ['VT F-001'] } },
    ]);
    const header = text.split('\n')[0];
    const wrong = await readFile(Buffer.from(`${header}\n${'a\tb\tc\n'.repeat(20)}`));
    expect(wrong).toMatchObject({ format: 'fec', status: 'refused', refusal: { code: 'FecUnreadable' } });
    const empty = await readFile(Buffer.from(`${header}\n`));
    expect(empty).toMatchObject({ format: 'fec', refusal: { code: 'FecWithoutLines' } });
    const poor = await readFile(Buffer.from(`${header!.replace('Debit', 'X').replace('CompteNum', 'Y')}\n1\t2\n`));
    expect(poor.refusal).toMatchObject({
      code: 'FecColumnsMissing',
      facts: { columns: ['CompteNum', 'Debit', 'Credit'] },
    });
  });
});

describe('amounts', () => {
  it.each([
    ['1200,00', 120_000],
    ['1200.00', 120_000],
    ['1200', 120_000],
    ['1200,5', 120_050],
    ['0000000074,70', 7_470],
    [' 000000000001437,12', 143_712],
    ['-000000000001437,12', -143_712],
    ['+12,00', 1_200],
    ['1 234,56', 123_456],
    ['1\u00a0234,56', 123_456],
    ['1.234,56', 123_456],
    ['12,000', 1_200],
    ['100.0000', 10_000],
    ['12,00-', -1_200],
    ['', 0],
    ['-', 0],
    [',50', 50],
  ])('%j is %i cents', async (text, cents) => {
    const book = await bookOf([...sale({ more: { Debit: text } }), { CompteNum: '512', Credit: '0' }]);
    expect(open(book)[0]!.debitCents).toBe(cents);
  });

  it.each(['abc', '1,2,3', '12,345', '1.200', '1e5', '9'.repeat(40)])('%j is not read, and said', async (text) => {
    const result = await read(sale({ more: { Debit: text } }));
    expect(result.doubts).toContainEqual(
      expect.objectContaining({ code: 'UnreadableAmounts', facts: { count: 1, line: 2 } }),
    );
    expect(open(result.book!)[0]!.debitCents).toBe(0);
  });

  it('on both sides of one line count for their difference', async () => {
    const result = await read(sale({ more: { Credit: '200,00' } }));
    expect(codes(result)).toEqual(['BookUnbalanced', 'DebitAndCredit', 'EntriesUnbalanced']);
    expect(result.book!.customers[0]!.balanceCents).toBe(100_000);
  });

  it('in another currency are kept beside', async () => {
    const book = await bookOf(sale({ more: { Idevise: 'USD', Montantdevise: '1300,00' } }));
    expect(open(book)[0]).toMatchObject({ currency: 'USD', currencyCents: 130_000 });
  });
});

describe('entries', () => {
  it('are named by journal and number, since numbers start again in each journal', async () => {
    const result = await read([...sale({ entry: '1' }), ...receipt({ entry: '1' })]);
    expect(result.book).toMatchObject({ entries: 2, unbalancedEntries: 0 });
    expect(open(result.book!).map(({ kind }) => kind)).toEqual(['invoice', 'receipt']);
  });

  it('numbered 0 everywhere are told apart by day and piece', async () => {
    const rows = [...sale({ entry: '0' }), ...sale({ entry: '0', number: 'F-2' }), ...receipt({ entry: '000' })];
    expect(await bookOf(rows)).toMatchObject({ entries: 3, unbalancedEntries: 0 });
  });

  it('may have their lines apart', async () => {
    const [debit, revenue, tax] = sale({ entry: '1' });
    const rows = [debit!, ...receipt({ entry: '1' }), revenue!, ...sale({ entry: '2', number: 'F-2' }), tax!];
    const book = await bookOf(rows);
    expect(book).toMatchObject({ entries: 3, unbalancedEntries: 0 });
    expect(open(book).map(({ kind }) => kind)).toEqual(['invoice', 'receipt', 'invoice']);
  });

  it('tell what a line of a customer is', async () => {
    const od = (account: string, debit: string, credit: string, aux = ''): FecRow => ({
      ...{ JournalCode: 'OD', EcritureNum: `OD${debit}${credit}`, EcritureDate: '20250401', CompteNum: account },
      ...{ CompAuxNum: aux, Debit: debit, Credit: credit, PieceRef: 'OD1' },
    });
    const avoir = sale({ number: 'AV-1' }).map((row) => ({ ...row, Debit: row.Credit!, Credit: row.Debit! }));
    const reject = receipt({ number: 'R2' }).map((row) => ({ ...row, Debit: row.Credit!, Credit: row.Debit! }));
    const book = await bookOf([
      ...avoir,
      ...reject,
      od('411000', '0', '5,00', 'C001'),
      { ...od('416000', '5,00', '0', 'C001'), EcritureNum: 'OD05,00' },
      { ...od('411000', '0', '7,00', 'C001'), EcritureNum: 'PERTE' },
      { ...od('654000', '7,00', '0'), EcritureNum: 'PERTE' },
    ]);
    expect(open(book).map(({ kind }) => kind)).toEqual(['credit-note', 'reversal', 'transfer', 'transfer', 'other']);
    expect(book.customers).toHaveLength(1);
  });

  it('that carry balances forward bring no invoice', async () => {
    const forward = (label: string, more: FecRow = {}): FecRow => ({
      ...{
        JournalCode: 'AN',
        JournalLib: 'À nouveaux',
        EcritureNum: '1',
        EcritureDate: '20250101',
        PieceRef: 'AN2025',
      },
      ...{ CompteNum: '41100000', CompAuxNum: 'C001', CompAuxLib: 'Roy', EcritureLib: label, Debit: '100,00', ...more },
    });
    const result = await read([
      forward('Report à nouveau'),
      forward('Facture F-2024-88'),
      forward('Divers', { JournalCode: 'OD', JournalLib: 'OD', EcritureLib: 'Reports à nouveaux', EcritureNum: '2' }),
      { CompteNum: '890', JournalCode: 'AN', EcritureNum: '1', EcritureDate: '20250101', Credit: '200,00' },
      { CompteNum: '890', JournalCode: 'OD', EcritureNum: '2', EcritureDate: '20250101', Credit: '100,00' },
    ]);
    const items = open(result.book!);
    expect(items.map(({ kind }) => kind)).toEqual(['opening', 'opening', 'opening']);
    expect(items.map(({ number }) => number)).toEqual([undefined, 'F-2024-88', undefined]);
    expect(codes(result)).toEqual(['NumbersFromLabel', 'OpeningItems']);
  });
});

describe('days', () => {
  it('that do not exist are said, and the other day of the line taken', async () => {
    const result = await read(sale({ more: { EcritureDate: '20250230' } }));
    expect(result.doubts).toMatchObject([{ code: 'UnreadableDays', facts: { count: 1, line: 2 } }]);
    expect(open(result.book!)[0]!.on).toBe('2025-01-15');
    const none = await read(sale({ more: { EcritureDate: '20250230', PieceDate: '' } }));
    expect(open(none.book!)[0]).not.toHaveProperty('on');
  });

  it('of an invoice are those of its piece', async () => {
    const book = await bookOf(sale({ more: { EcritureDate: '20250131', PieceDate: '20250117', ValidDate: '' } }));
    expect(open(book)[0]!.on).toBe('2025-01-17');
  });
});

describe('the name of the file', () => {
  const nameOf = async (name: string): Promise<unknown[]> => {
    const result = await read(sale(), {}, name);
    return [result.book!.siren, result.book!.closesOn, codes(result)];
  };
  it('says the company and the closing day, or lies', async () => {
    expect(await nameOf('123456782FEC20251231.txt')).toEqual(['123456782', '2025-12-31', []]);
    expect(await nameOf('123456782FEC20241231.txt')).toEqual(['123456782', '2024-12-31', ['FileNameDisagrees']]);
    expect(await nameOf('1234567820FEC20251231.txt')).toEqual([undefined, '2025-12-31', ['FileNameDisagrees']]);
    expect(await nameOf('123456782FEC20251331.txt')).toEqual(['123456782', undefined, ['FileNameDisagrees']]);
    expect(await nameOf('export.txt')).toEqual([undefined, undefined, []]);
  });
});

it('a FEC kept in a workbook is read as one, its days and amounts as cells', async () => {
  const rows = sale({ lettering: 'A' }).map((row) =>
    fecColumns.map((name) => {
      const text = row[name] ?? '';
      if (name === 'EcritureDate') return { day: 45_672, format: 'dd/mm/yyyy' };
      return name === 'Debit' || name === 'Credit' ? Number(text.replace(',', '.')) : text;
    }),
  );
  const result = await readFile(workbook({ FEC: [[...fecColumns], ...rows] }));
  expect(result).toMatchObject({
    format: 'xlsx',
    status: 'read',
    book: { lines: 3, balanced: true, from: '2025-01-15' },
  });
  expect(open(result.book!)[0]).toMatchObject({ number: 'F-001', debitCents: 120_000 });
});

it('a table of 30 FEC lines in CP850 keeps the degree sign of its labels', async () => {
  const bytes = iconv.encode(fecOf(sale({ label: 'Bon n° 4' })).toString(), 'cp850');
  expect(open((await readFile(bytes)).book!)[0]!.label).toBe('Bon n° 4');
  expect(frenchAmount(123_456)).toBe('1234,56');
});
