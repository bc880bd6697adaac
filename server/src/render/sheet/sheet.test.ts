import { read, utils } from '@e965/xlsx';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { looksLikeFormula, type SheetColumn, type SheetWriter, type Sink, writeCsv, writeXlsx } from '../index.ts';

const COLUMNS: SheetColumn[] = [
  { title: 'Client', kind: 'text', width: 30 },
  { title: 'Échéance', kind: 'day', width: 12 },
  { title: 'Reste dû', kind: 'amount', width: 14 },
  { title: 'Jours de retard', kind: 'count', width: 8 },
];

async function made(
  open: (sink: Sink) => Promise<SheetWriter>,
  rows: readonly (readonly (string | number | null)[])[],
) {
  const parts: Uint8Array[] = [];
  const writer = await open(async (bytes) => void parts.push(bytes.slice()));
  for (const row of rows) await writer.row(row);
  await writer.end();
  return Buffer.concat(parts);
}
const csv = (rows: Parameters<typeof made>[1]) => made((sink) => writeCsv(COLUMNS, sink), rows);
const xlsx = (rows: Parameters<typeof made>[1]) => made((sink) => writeXlsx('Grand livre', COLUMNS, sink), rows);

/** Cells that spreadsheets have been tricked with. */
const ATTACKS = [
  '=1+1',
  '=HYPERLINK("http://x.example";"Clic")',
  '+33 1 02 03 04 05',
  "-2+3+cmd|' /C calc'!A0",
  '@SUM(A1:A9)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '  =1+1',
  '"=1+1"',
  "'=1+1",
  '\u00a0\u202f=1+1',
  '\u200b=1+1',
  '\ufeff=1+1',
  '\uff1d1\uff0b1',
  '\uff0b1',
  '\uff0d1',
  '\uff20SUM(1)',
  '\u2212 12',
  '|calc',
  '%0A=1',
  '« =1+1 »',
];

test('no text becomes a formula in either format, and opening one gives the texts back', async () => {
  const rows = ATTACKS.map((attack) => [attack, '2026-11-21', -123_456, 3]);
  for (const [kind, bytes] of [
    ['csv', await csv(rows)],
    ['xlsx', await xlsx(rows)],
  ] as const) {
    const book =
      kind === 'csv'
        ? read(bytes.toString('utf8').replace('\ufeff', ''), { type: 'string', FS: ';', raw: true })
        : read(bytes);
    const sheet = book.Sheets[book.SheetNames[0]!]!;
    const cells = Object.entries(sheet).filter(([at]) => !at.startsWith('!'));
    expect(cells.filter(([, cell]) => cell.f !== undefined)).toEqual([]);
    for (const [n, attack] of ATTACKS.entries()) {
      const cell = sheet[`A${n + 2}`];
      expect([kind, attack, cell.t]).toEqual([kind, attack, 's']);
      const shown: string = cell.v.replaceAll('\r\n', '\n');
      if (kind === 'csv') expect(shown.startsWith("'")).toBe(true);
      else expect(shown.replaceAll('\r', '\n')).toBe(attack.replaceAll('\r', '\n'));
    }
  }
});

test('amounts, days and counts stay what they are, the comma and the sign with them', async () => {
  const rows = [
    ['Boulangerie « Éléonore » ; fils', '2026-11-21', 123_456, 42],
    ['Avoir', null, -5, 0],
    ['Zéro', '2028-02-29', 0, null],
  ];
  expect((await csv(rows)).toString('utf8')).toBe(
    '\ufeffClient;Échéance;Reste dû;Jours de retard\r\n' +
      '"Boulangerie « Éléonore » ; fils";21/11/2026;1234,56;42\r\nAvoir;;-0,05;0\r\nZéro;29/02/2028;0,00;\r\n',
  );
  const book = read(await xlsx(rows), { cellDates: true, UTC: true });
  const sheet = book.Sheets['Grand livre']!;
  expect(utils.sheet_to_json(sheet, { header: 1, raw: true })).toEqual([
    COLUMNS.map(({ title }) => title),
    ['Boulangerie « Éléonore » ; fils', new Date('2026-11-21T00:00:00Z'), 1234.56, 42],
    ['Avoir', undefined, -0.05, 0],
    ['Zéro', new Date('2028-02-29T00:00:00Z'), 0],
  ]);
});

test('a long sheet is written in pieces and read back whole', async () => {
  const rows = Array.from({ length: 12_000 }, (_, n) => [`Client ${n} <&"> ${'é'.repeat(n % 40)}`, '2026-01-31', n, n]);
  const book = read(await xlsx(rows));
  const back: unknown[][] = utils.sheet_to_json(book.Sheets['Grand livre']!, { header: 1 });
  expect(back).toHaveLength(12_001);
  expect([back[1]![0], back[12_000]![0], back[12_000]![2]]).toEqual([rows[0]![0], rows[11_999]![0], 119.99]);
});

test('whatever a name holds, neither format reads it as a formula nor loses a line', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { minLength: 1, maxLength: 6 }),
      async (names) => {
        const rows = names.map((name) => [name, null, 100, 1]);
        const text = (await csv(rows)).toString('utf8').slice(1);
        const fromCsv = read(text, { type: 'string', FS: ';', raw: true });
        const fromXlsx = read(await xlsx(rows));
        for (const book of [fromCsv, fromXlsx]) {
          const sheet = book.Sheets[book.SheetNames[0]!]!;
          const cells = Object.entries(sheet).filter(([at]) => !at.startsWith('!'));
          expect(cells.filter(([, cell]) => cell.f !== undefined)).toEqual([]);
          expect(cells.filter(([at]) => /^C\d+$/.test(at))).toHaveLength(names.length + 1);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('the signs of a formula are seen through blanks, quotes and wide forms, and plain words are left alone', () => {
  for (const attack of ATTACKS) expect([attack, looksLikeFormula(attack)]).toEqual([attack, true]);
  for (const plain of ['Durand & fils', '12 rue', "L'Atelier", '« Le Coin »', 'A=B', '株式会社', '']) {
    expect([plain, looksLikeFormula(plain)]).toEqual([plain, false]);
  }
});
