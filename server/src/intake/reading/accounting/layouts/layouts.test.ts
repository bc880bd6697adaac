/** Books of our own in each import layout: a sale with its due day, a receipt that letters it, another sale. */

import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readFile } from '../../read-file.ts';

interface Written {
  entry: number;
  journal: string;
  on: string;
  due?: string;
  piece: string;
  account: string;
  third?: string;
  name?: string;
  label: string;
  cents: number;
  side: 'D' | 'C';
  lettering?: string;
}

const due = '20250228';
const written: Written[] = [
  {
    entry: 1,
    journal: 'VT',
    on: '20250115',
    due,
    piece: 'FA-101',
    account: '411ROY',
    third: 'ROY',
    name: 'Café Roy',
    label: 'Facture FA-101',
    cents: 12_050,
    side: 'D',
    lettering: 'A',
  },
  {
    entry: 1,
    journal: 'VT',
    on: '20250115',
    piece: 'FA-101',
    account: '706000',
    label: 'Facture FA-101',
    cents: 12_050,
    side: 'C',
  },
  {
    entry: 2,
    journal: 'BQ',
    on: '20250220',
    piece: 'RLV1',
    account: '512000',
    label: 'Virement',
    cents: 12_050,
    side: 'D',
  },
  {
    entry: 2,
    journal: 'BQ',
    on: '20250220',
    piece: 'RLV1',
    account: '411ROY',
    third: 'ROY',
    name: 'Café Roy',
    label: 'Virement',
    cents: 12_050,
    side: 'C',
    lettering: 'A',
  },
  {
    entry: 3,
    journal: 'VT',
    on: '20250301',
    due: '20250331',
    piece: 'FA-102',
    account: '411ROY',
    third: 'ROY',
    name: 'Café Roy',
    label: 'Facture FA-102',
    cents: 100,
    side: 'D',
  },
  {
    entry: 3,
    journal: 'VT',
    on: '20250301',
    piece: 'FA-102',
    account: '706000',
    label: 'Facture FA-102',
    cents: 100,
    side: 'C',
  },
];

const point = (cents: number): string => `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
const short = (day = ''): string => (day === '' ? ' '.repeat(6) : day.slice(6) + day.slice(4, 6) + day.slice(2, 4));
const slashed = (day = ''): string => (day === '' ? '' : `${day.slice(6)}/${day.slice(4, 6)}/${day.slice(0, 4)}`);

const ximport = (line: Written): string =>
  [
    String(line.entry).padStart(5),
    line.journal.padEnd(2),
    line.on,
    (line.due ?? '').padEnd(8),
    line.piece.padEnd(12),
    line.account.padEnd(11),
    line.label.padEnd(25),
    point(line.cents).padStart(13, '0'),
    line.side,
    (line.lettering ?? '').padEnd(12),
    ' '.repeat(6),
    (line.name ?? '').padEnd(34),
    'O',
  ].join('');

const pnm =
  (amount: (cents: number) => string) =>
  (line: Written): string =>
    [
      line.journal.padEnd(3),
      short(line.on),
      'FC',
      (line.third === undefined ? line.account : '411000').padEnd(13),
      line.third === undefined ? 'G' : 'X',
      (line.third ?? '').padEnd(13),
      line.piece.padEnd(13),
      line.label.padEnd(25),
      ' ',
      short(line.due),
      line.side,
      amount(line.cents).padStart(20),
      'N',
    ].join('');

const sage50 = (line: Written): string =>
  [line.entry, line.journal, slashed(line.on), line.account, line.name ?? '', point(line.cents), line.side, 'B']
    .concat([line.label, line.piece, line.lettering ?? '', slashed(line.due)])
    .join('\t');

const bytes = (lines: readonly string[], encoding = 'windows-1252'): Buffer =>
  iconv.encode(`${lines.join('\r\n')}\r\n`, encoding);

describe('an import layout', () => {
  it.each<[string, Buffer, string, string]>([
    ['XIMPORT', bytes(written.map(ximport)), 'ximport', '411ROY'],
    ['XIMPORT in CP850', bytes(written.map(ximport), 'cp850'), 'ximport', '411ROY'],
    ['RImport of Sage 50', bytes(['##Section\tMvt', ...written.map(sage50)]), 'sage-50', '411ROY'],
    ['PNM of Sage 100 in cents', bytes(['MA SOCIETE', ...written.map(pnm(String))]), 'sage-pnm', 'ROY'],
    ['PNM of Sage 100 with decimals', bytes(['MA SOCIETE', ...written.map(pnm(point))]), 'sage-pnm', 'ROY'],
  ])('%s gives its customers, their due days and their lettering', async (_name, file, layout, account) => {
    const result = await readFile(file);
    expect(result).toMatchObject({ format: 'ledger-csv', status: 'read', doubts: [] });
    expect(result.book).toMatchObject({ layout, lines: 6, entries: 3, unbalancedEntries: 0, balanced: true });
    expect(result.book).toMatchObject({ debitCents: 24_200, journals: ['BQ', 'VT'], from: '2025-01-15' });
    const [customer] = result.book!.customers;
    expect(customer).toMatchObject({ account, balanceCents: 100 });
    const items = [...customer!.openItems, ...customer!.settled.flatMap((group) => group.items)];
    expect(items.find(({ number }) => number === 'FA-101')).toMatchObject({ kind: 'invoice', dueOn: '2025-02-28' });
    expect(items.find(({ number }) => number === 'FA-102')).toMatchObject({ debitCents: 100, dueOn: '2025-03-31' });
    expect(items.find(({ number }) => number === 'RLV1')).toMatchObject({ kind: 'receipt', creditCents: 12_050 });
    // PNM has no lettering: everything is open there.
    expect(customer!.settled).toHaveLength(layout === 'sage-pnm' ? 0 : 1);
  });

  it('keeps accents in the encoding that the whole file tells', async () => {
    for (const encoding of ['windows-1252', 'cp850', 'utf8']) {
      const { book } = await readFile(bytes(written.map(sage50), encoding));
      expect(book!.customers[0]!.name).toBe('Café Roy');
    }
  });

  it('says the lines that do not follow it, and refuses a file of them', async () => {
    const lines = written.map(ximport);
    const some = await readFile(bytes([...lines, 'x'.repeat(130)]));
    expect(some.doubts).toMatchObject([{ code: 'WrongWidth', facts: { count: 1, line: 7 } }]);
    const most = await readFile(bytes([...lines, ...Array.from({ length: 20 }, () => 'x'.repeat(130))]));
    expect(most.refusal).toMatchObject({ code: 'BookUnreadable', facts: { line: 7 } });
  });

  it('says a day that does not exist and an entry that does not add up', async () => {
    const wrong = written.map((line, index) => (index === 0 ? { ...line, on: '20250230', cents: 12_051 } : line));
    const { doubts } = await readFile(bytes(wrong.map(ximport)));
    expect(doubts.map(({ code }) => code)).toEqual([
      'BookUnbalanced',
      'UnreadableDays',
      'EntriesUnbalanced',
      'LetteringUneven',
    ]);
  });

  it('does not count the lines of cost accounting of a PNM', async () => {
    const [first, ...rest] = written.map(pnm(String));
    const analytic = `${first!.slice(0, 24)}A${first!.slice(25)}`;
    const { book } = await readFile(bytes([first!, analytic, ...rest]));
    expect(book).toMatchObject({ lines: 6, balanced: true });
  });
});
