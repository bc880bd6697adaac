/** Accounting files made to harm: each ends in a named verdict, in a reading process, and the next file is read. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReaders, type Readers } from '../../child/readers.ts';
import { fecColumns, fecOf, receipt, sale } from '../../testing/fecs.ts';

let readers: Readers;
beforeAll(() => {
  readers = openReaders({ processes: 1 });
});
afterAll(() => readers.close());

const header = `${fecColumns.join('\t')}\n`;
const honest = fecOf([...sale({ lettering: 'A' }), ...receipt({ lettering: 'A' })], { lineEnd: '\n' }).toString();
const repeated = (make: (index: number) => string, times: number): string =>
  Array.from({ length: times }, (_, index) => make(index)).join('\n');
const customerLine = (index: number, more: { journal?: string; aux?: string; amount?: string } = {}): string =>
  [
    ...[more.journal ?? 'VT', 'Ventes', `E${index}`, '20250115', '41100000', 'Clients', more.aux ?? 'C1', 'Roy'],
    ...[`F${index}`, '20250115', 'Vente', more.amount ?? '1,00', '', '', '', '20250115', '', ''],
  ].join('\t');

async function verdict(file: string | Uint8Array, limits = {}): Promise<string> {
  const result = await readers.read(typeof file === 'string' ? Buffer.from(file) : file, { limits });
  if (result.status === 'refused') expect(result.refusal?.message.length).toBeGreaterThan(20);
  return result.refusal?.code ?? `${result.format}: ${result.doubts.map(({ code }) => code).join(' ')}`;
}

describe('a FEC', () => {
  it.each<[string, () => string | Buffer, string]>([
    ['with a header of 10⁶ columns', () => `${header.trimEnd()}${'\tX'.repeat(400_000)}\n1\n`, 'TooManyColumns'],
    ['with a line of 20 MB', () => `${honest}${'a'.repeat(20_000_000)}`, 'LineTooLong'],
    ['with a zero byte', () => honest.replace('Vente', 'Ven\0te'), 'NulByte'],
    ['of lines that follow nothing', () => header + 'a\tb\n'.repeat(300_000), 'FecUnreadable'],
    ['of lines of separators', () => header + `${'\t'.repeat(900_000)}\n`.repeat(10), 'FecUnreadable'],
    [
      'of 20,000 journals',
      () => header + repeated((index) => customerLine(index, { journal: `J${index}` }), 20_000),
      'TooManyJournals',
    ],
    ['without amounts', () => header.replace('Debit', 'Rien') + customerLine(1), 'FecColumnsMissing'],
    ['of 10¹⁸', () => header + customerLine(1, { amount: '1000000000000000000,00' }), 'fec: UnreadableAmounts'],
    [
      'in UTF-16 cut in a character',
      () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(honest, 'utf16le'), Buffer.from([0])]),
      'WrongEncoding',
    ],
    [
      'of 200,000 entries out of balance',
      () => header + repeated((index) => customerLine(index), 200_000),
      'fec: BookUnbalanced EntriesUnbalanced OpenItemsLeftOut',
    ],
    ['that is honest', () => honest, 'fec: '],
  ])('%s', async (_name, make, expected) => {
    expect(await verdict(make())).toBe(expected);
  });

  it('of too many customers', async () => {
    const file = header + repeated((index) => customerLine(index, { aux: `C${index}` }), 2_000);
    expect(await verdict(file, { bookCustomers: 1_000 })).toBe('TooManyCustomers');
  });

  it('that holds formulas keeps them as the texts they are', async () => {
    const texts = ["=cmd|'/C calc'!A0", '@SUM(1)', '+1', '-1+2', '\u202egnp.exe'];
    for (const text of texts) {
      const { book } = await readers.read(fecOf(sale({ name: text, label: text })));
      expect(book!.customers[0]).toMatchObject({ name: text, openItems: [{ label: text }] });
    }
  });
});
