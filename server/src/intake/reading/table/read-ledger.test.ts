import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { type ReadOptions, readFile } from '../read-file.ts';
import type { LedgerField, ReadResult } from '../result.ts';
import { workbook } from '../testing/zips.ts';

const read = (text: string | Uint8Array, options: ReadOptions = {}): Promise<ReadResult> =>
  readFile(Buffer.from(text), options);
const codes = (result: ReadResult): string[] => result.doubts.map(({ code }) => code);
const fields = (result: ReadResult): Record<string, LedgerField | null> =>
  Object.fromEntries(result.ledger?.columns.map(({ header, field }) => [header, field]) ?? []);

const french = [
  'Code client;Raison sociale;N° facture;Date facture;Échéance;Montant TTC;Réglé;Reste dû;Devise;E-mail',
  'C001;Société Générale de Peinture;F-1;05/01/2026;04/02/2026;1 234,56 €;234,56;1 000,00;EUR;compta@example.fr',
  'C002;Garage des Œillets;F-2;17/01/2026;16/02/2026;12 000,00;;12 000,00;EUR;',
  'C002;Garage des Œillets;AV-3;18/01/2026;;-120,00;;-120,00;EUR;',
].join('\r\n');

describe('a French list of invoices', () => {
  it('gives its columns, its invoices and its totals', async () => {
    const result = await read(french);
    expect(result).toMatchObject({ format: 'ledger-csv', status: 'read', doubts: [] });
    expect(result.ledger).toMatchObject({
      headerRow: 1,
      delimiter: ';',
      encoding: 'utf-8',
      rows: 3,
      dateFormat: 'dmy',
      decimal: ',',
    });
    expect(result.ledger?.invoices).toEqual([
      {
        line: 2,
        kind: 'invoice',
        number: 'F-1',
        customer: { name: 'Société Générale de Peinture', account: 'C001', email: 'compta@example.fr' },
        issuedOn: '2026-01-05',
        dueOn: '2026-02-04',
        totalCents: 123_456,
        paidCents: 23_456,
        dueCents: 100_000,
        currency: 'EUR',
        doubts: [],
      },
      {
        line: 3,
        kind: 'invoice',
        number: 'F-2',
        customer: { name: 'Garage des Œillets', account: 'C002' },
        issuedOn: '2026-01-17',
        dueOn: '2026-02-16',
        totalCents: 1_200_000,
        dueCents: 1_200_000,
        currency: 'EUR',
        doubts: [],
      },
      expect.objectContaining({ line: 4, kind: 'credit-note', number: 'AV-3', totalCents: -12_000, dueCents: -12_000 }),
    ]);
    expect(result.ledger?.invoices[2]?.doubts.map(({ code }) => code)).toEqual(['NegativeInvoice']);
    expect(result.ledger?.totalsCents).toEqual({ total: 1_311_456, due: 1_288_000, paid: 23_456 });
  });

  it.each([
    ['utf-8-bom', (text: string) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)])],
    ['utf-16le', (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])],
    ['utf-16be', (text: string) => iconv.encode(text, 'utf-16be', { addBOM: true })],
    ['windows-1252', (text: string) => iconv.encode(text, 'windows-1252')],
    ['iso-8859-15', (text: string) => iconv.encode(text, 'iso-8859-15')],
    ['cp850', (text: string) => iconv.encode(text.replaceAll('€', 'EUR').replaceAll('Œ', 'OE'), 'cp850')],
  ])('is read the same in %s', async (encoding, encode) => {
    const result = await read(encode(french));
    expect(result.ledger?.encoding).toBe(encoding);
    expect(result.doubts).toEqual([]);
    expect(result.ledger?.invoices[0]?.customer.name).toBe('Société Générale de Peinture');
    expect(result.ledger?.invoices[1]?.customer.name).toMatch(/^Garage des (Œ|OE)illets$/);
    expect(result.ledger?.invoices[0]?.totalCents).toBe(123_456);
  });

  it('finds CP850 from one accent far into the file', async () => {
    const many = Array.from({ length: 5_000 }, (_, index) => `C;Martin;F-${index};05/01/2026;14/02/2026;10,00`).join(
      '\n',
    );
    const text = `Code client;Client;Facture;Date;Echeance;Montant\n${many}\nC;Hélène;G-1;05/01/2026;14/02/2026;10,00\n`;
    const result = await read(iconv.encode(text, 'cp850'));
    expect(result.ledger?.invoices.at(-1)?.customer.name).toBe('Hélène');
  });

  it.each([
    ['tab', '\t'],
    ['comma', ','],
    ['bar', '|'],
  ])('is read with %s between its columns', async (_name, delimiter) => {
    const text = french
      .split('\r\n')
      .map((line) =>
        line
          .split(';')
          .map((cell) => `"${cell}"`)
          .join(delimiter),
      )
      .join('\n');
    const result = await read(text);
    expect(result.ledger?.delimiter).toBe(delimiter);
    expect(result.ledger?.totalsCents.total).toBe(1_311_456);
  });

  it('obeys a first line that announces the delimiter', async () => {
    const result = await read(`sep=,\nClient,Facture,Montant\n"A;B",F1,"10,00"\n"C;D",F2,"20,00"\n`);
    expect(result.ledger).toMatchObject({
      delimiter: ',',
      headerRow: 2,
      invoices: [{ line: 3, customer: { name: 'A;B' } }, { line: 4 }],
    });
  });
});

describe('the header', () => {
  it('is found under titles and above totals, which are set aside', async () => {
    const text = [
      'Ma Société SARL;;;;',
      'Liste des factures impayées au 31/01/2026;;;;',
      '',
      'Client;N° pièce;Date;Date échéance;Solde',
      'Dupont;1001;13/01/2026;12/02/2026;100,50',
      'Sous-total Dupont;;;;100,50',
      'Martin;1002;14/01/2026;13/02/2026;200,00',
      'TOTAL;;;;300,50',
      'Édité par Logiciel;;;;',
    ].join('\n');
    const result = await read(text);
    expect(result.ledger?.headerRow).toBe(4);
    expect(result.ledger?.invoices.map(({ line, number, dueCents }) => [line, number, dueCents])).toEqual([
      [5, '1001', 10_050],
      [7, '1002', 20_000],
    ]);
    expect(result.ledger?.skipped.map(({ line }) => line)).toEqual([6, 8, 9]);
    expect(result.ledger?.totalsCents).toEqual({ due: 30_050 });
    expect(codes(result)).toEqual(['RowsSkipped']);
  });

  it('is understood when misspelt, with a doubt for each guess', async () => {
    const result = await read('client_nom\tfeature_id\tmontant_factture\nAlpha\tF001\t1000\nBeta\tF002\t500\n');
    expect(fields(result)).toEqual({ client_nom: 'customerName', feature_id: 'number', montant_factture: 'total' });
    expect(codes(result)).toEqual([
      'ColumnGuessed',
      'ColumnGuessed',
      'MissingColumn',
      'MissingColumn',
      'MissingColumn',
    ]);
  });

  it('tells name from code, total from rest, and date from due date, in whatever order', async () => {
    const result = await read(
      'Échéance;Solde;Client;Code client;Date;Montant;Facture\n31/01/2026;10,00;Dupont;411DUP;01/01/2026;20,00;F1\n',
    );
    expect(fields(result)).toEqual({
      Échéance: 'dueOn',
      Solde: 'due',
      Client: 'customerName',
      'Code client': 'customerAccount',
      Date: 'issuedOn',
      Montant: 'total',
      Facture: 'number',
    });
  });

  it('never takes an amount without tax for what is due', async () => {
    const result = await read('Client;Facture;Montant HT;TVA;Montant TTC\nDupont;F1;100,00;20,00;120,00\n');
    expect(result.ledger?.invoices[0]).toMatchObject({ netCents: 10_000, taxCents: 2_000, totalCents: 12_000 });
    const without = await read('Client;Facture;Montant HT\nDupont;F1;100,00\nMartin;F2;50,00\n');
    expect(without.refusal?.code).toBe('HeaderNotFound');
  });

  it('is not believed against the contents of its column', async () => {
    const result = await read('Client;Facture;Montant;Total\nDupont;F1;euros;120,00\nMartin;F2;euros;10,00\n');
    expect(fields(result)).toMatchObject({ Montant: null, Total: 'total' });
  });

  it('gives no way into objects through its names', async () => {
    const result = await read('__proto__;constructor;Client;Facture;Montant\nx;y;Dupont;F1;1,00\nx;y;Martin;F2;1,00\n');
    expect(fields(result)).toMatchObject({ constructor: null, Montant: 'total' });
    expect(({} as Record<string, unknown>).x).toBeUndefined();
    expect(result.ledger?.invoices).toHaveLength(2);
  });

  it('when none is found, the rows are shown so that a person can say what they are', async () => {
    const result = await read('aaa;bbb;ccc\nDupont;F1;100,00\nMartin;F2;200,00\n');
    expect(result).toMatchObject({ format: 'ledger-csv', status: 'refused', refusal: { code: 'HeaderNotFound' } });
    expect(result.preview?.[1]).toEqual({ line: 2, cells: ['Dupont', 'F1', '100,00'] });
  });
});

describe('a mapping', () => {
  const headerless = 'Dupont;F1;100,00;13/01/2026\nMartin;F2;200,00;14/01/2026\n';

  it('said by a person is followed, with or without a header', async () => {
    const mapping = { headerRow: 0, columns: { customerName: 0, number: 1, due: 2, dueOn: 3 } };
    const result = await read(headerless, { mapping });
    expect(result.ledger?.invoices).toHaveLength(2);
    expect(result.ledger?.invoices[0]).toMatchObject({ line: 1, number: 'F1', dueCents: 10_000, dueOn: '2026-01-13' });
  });

  it('corrects what was found, and is remembered under the fingerprint of the header', async () => {
    const text = 'Client;Facture;Montant;Autre\nDupont;F1;100,00;80,00\nMartin;F2;200,00;0,00\n';
    const found = await read(text);
    expect(found.ledger?.mapping.columns).toEqual({ customerName: 0, number: 1, total: 2 });
    const corrected = await read(text, {
      mapping: { ...found.ledger!.mapping, columns: { customerName: 0, number: 1, total: 2, due: 3 } },
    });
    expect(corrected.ledger?.invoices[0]?.dueCents).toBe(8_000);
    const next = await read('Titre;;;\nCLIENT;FACTURE;MONTANT;AUTRE\nRoy;F3;50,00;50,00\n', {
      remembered: [{ ...corrected.ledger!.mapping, headerRow: 99 }],
    });
    expect(next.ledger?.invoices).toMatchObject([{ line: 3, number: 'F3', dueCents: 5_000 }]);
    expect(next.ledger?.headerFingerprint).toBe(found.ledger?.headerFingerprint);
  });

  it('settles the order of days and the decimal mark', async () => {
    const text = 'Client;Facture;Date;Montant\nDupont;F1;03/04/2026;1,234\nMartin;F2;05/06/2026;2,345\n';
    const found = await read(text);
    expect(codes(found)).toContain('DateOrderAssumed');
    expect(found.ledger?.invoices[0]?.issuedOn).toBe('2026-04-03');
    expect(found.ledger?.invoices[0]?.doubts.map(({ code }) => code)).toContain('AmbiguousAmount');
    const mapping = { ...found.ledger!.mapping, dateFormat: 'mdy' as const, decimal: '.' as const };
    const said = await read(text, { mapping });
    expect(said.ledger?.invoices[0]).toMatchObject({ issuedOn: '2026-03-04', totalCents: 123_400 });
  });

  it.each([
    ['a column that does not exist', { headerRow: 0, columns: { total: 9 } }],
    ['a column that is no place', { headerRow: 0, columns: { total: 0.5 } }],
    ['no amount', { headerRow: 0, columns: { number: 0 } }],
    ['a header line that does not exist', { headerRow: 40, columns: { total: 2 } }],
  ])('with %s is refused', async (_name, mapping) => {
    expect((await read(headerless, { mapping })).refusal?.code).toBe('InvalidMapping');
  });
});

describe('one row', () => {
  const header = 'Client;Facture;Date facture;Échéance;Montant TTC;Réglé;Reste dû;SIREN;Devise\n';
  const doubtsOf = async (row: string): Promise<string[]> => {
    const result = await read(`${header}Témoin;T;13/01/2026;28/02/2026;1,50;;1,50;;\n${row}\n`);
    return result.ledger?.invoices[1]?.doubts.map(({ code }) => code) ?? ['no row'];
  };

  it.each([
    ['Dupont;F1;14/01/2026;13/02/2026;10,00;4,00;6,00;732829320;EUR', []],
    ['Dupont;F1;14/01/2026;13/02/2026;10,00;;0,00;;', ['AlreadyPaid']],
    ['Dupont;F1;14/01/2026;13/02/2026;10,00;4,00;7,00;;', ['TotalsDisagree']],
    ['Dupont;F1;14/01/2026;13/02/2026;10,00;;12,00;;', ['TotalsDisagree']],
    ['Dupont;F1;14/01/2026;30/02/2026;10,00;;10,00;;', ['InvalidDate']],
    ['Dupont;F1;14/01/2026;;10,00;;10,00;;', ['MissingDueDate']],
    ['Dupont;F1;;13/02/2026;10,00;;10,00;;', ['MissingIssueDate']],
    ['Dupont;F1;14/01/2026;13/01/2026;10,00;;10,00;;', ['DueBeforeIssue']],
    ['Dupont;;14/01/2026;13/02/2026;10,00;;10,00;;', ['MissingNumber']],
    [';F1;14/01/2026;13/02/2026;10,00;;10,00;;', ['MissingBuyer']],
    ['Dupont;F1;14/01/2026;13/02/2026;dix;;10,00;;', ['InvalidAmount']],
    ['Dupont;F1;14/01/2026;13/02/2026;10,005;;10,00;;', ['AmountTooPrecise']],
    ['Dupont;F1;14/01/2026;13/02/2026;1000000000000000000,00;;10,00;;', ['AmountOutOfRange']],
    ['Dupont;F1;14/01/2026;13/02/2026;10,00;;10,00;732829321;', ['InvalidLegalId']],
    ['Dupont;F1;14/01/2026;13/02/2026;10,00;;10,00;;USD', ['ForeignCurrency']],
    ['Dupont;F1;14/01/2026;13/02/2026;10,00;;10,00;;ZZZ', ['UnknownCurrency']],
    ['Dupont;F1;14/01/2026;;-10,00;;-10,00;;', ['NegativeInvoice']],
    ['Témoin;T;14/01/2026;13/02/2026;10,00;;10,00;;', ['RepeatedNumber']],
  ])('%s', async (row, expected) => {
    expect(await doubtsOf(row)).toEqual(expected);
  });

  it('is inert, whatever its text begins with', async () => {
    const result = await read(
      `${header}"=cmd|'/c calc'!A1";@F1;13/01/2026;28/02/2026;1,50;;1,50;;\n="00123";+F2;13/01/2026;28/02/2026;1,50;;1,50;;\n`,
    );
    expect(result.ledger?.invoices.map(({ customer, number }) => [customer.name, number])).toEqual([
      ["=cmd|'/c calc'!A1", '@F1'],
      ['00123', '+F2'],
    ]);
  });

  it('knows credit notes and deposits by their type', async () => {
    const result = await read('Type;Client;Facture;Montant\nFacture;A;F1;10,00\nAvoir;A;F2;5,00\nAcompte;A;F3;3,00\n');
    expect(result.ledger?.invoices.map(({ kind }) => kind)).toEqual(['invoice', 'credit-note', 'deposit']);
    expect(result.ledger?.totalsCents.total).toBe(800);
  });

  it('gives the address in its parts and the first zero back to a postcode', async () => {
    const result = await read('Client;Facture;Montant;Adresse;CP;Ville\nA;F1;1,00;1 rue Haute;1000;Bourg\n');
    expect(result.ledger?.invoices[0]?.customer.address).toEqual({
      lines: ['1 rue Haute'],
      postcode: '01000',
      city: 'Bourg',
    });
  });
});

describe('what is no list of invoices', () => {
  it('is not said of invoices that also tell when they were paid', async () => {
    const result = await read(
      'Client;Facture;Date facture;Montant;Date de paiement\nDupont;F1;13/01/2026;10,00;\nMartin;F2;14/01/2026;5,00;\n',
    );
    expect(result.ledger?.invoices).toHaveLength(2);
  });

  it.each([
    ['a poem', 'Sous le pont Mirabeau, coule la Seine\nEt nos amours\n', 'unknown', 'UnknownFormat'],
    ['a header without rows', 'Client;Facture;Montant\n\n', 'unknown', 'UnknownFormat'],
    ['JSON', '{"a": 1, "b": 2}\n', 'unknown', 'UnknownFormat'],
  ])('%s', async (_name, text, format, code) => {
    expect(await read(text)).toMatchObject({ format, status: 'refused', refusal: { code } });
  });
});

describe('a workbook', () => {
  const header = ['Client', 'N° facture', 'Date facture', 'Échéance', 'Montant TTC', 'Reste dû'];

  it('gives days, numbers and the values formulas last showed', async () => {
    const rows = [
      ['Balance au 31/01/2026'],
      header,
      [
        'Dupont',
        'F-1',
        { day: 46_035, format: 'dd/mm/yyyy' },
        '12/02/2026',
        1_234.56,
        { formula: 'E3-234.56', value: 1_000 },
      ],
      ['Martin', 1002, { day: 46_036.75, format: 'yyyy-mm-dd hh:mm' }, '', 0.1 + 0.2, 0.3],
    ];
    const result = await readFile(workbook({ Factures: rows }));
    expect(result).toMatchObject({
      format: 'xlsx',
      status: 'read',
      ledger: { sheet: 'Factures', headerRow: 2, delimiter: '', encoding: '' },
    });
    expect(result.ledger?.invoices).toMatchObject([
      { line: 3, number: 'F-1', issuedOn: '2026-01-13', dueOn: '2026-02-12', totalCents: 123_456, dueCents: 100_000 },
      { line: 4, number: '1002', issuedOn: '2026-01-14', totalCents: 30, dueCents: 30 },
    ]);
  });

  it('may count its days from 1904', async () => {
    const rows = [header, ['Dupont', 'F-1', { day: 46_035 - 1_462, format: 'dd/mm/yyyy' }, '', 1, 1]];
    const result = await readFile(workbook({ A: rows }, { date1904: true }));
    expect(result.ledger?.invoices[0]?.issuedOn).toBe('2026-01-13');
  });

  it('says which of its sheets was read, and reads another on demand', async () => {
    const file = workbook({
      Notes: [['bonjour']],
      Liste: [header, ['Dupont', 'F-1', '', '', 1, 1], ['Roy', 'F-2', '', '', 1, 1]],
      Vieux: [header, ['Martin', 'F-0', '', '', 2, 2]],
    });
    const result = await readFile(file);
    expect(result.ledger?.sheet).toBe('Liste');
    expect(codes(result)).toContain('SeveralSheets');
    const other = await readFile(file, {
      mapping: { sheet: 'Vieux', columns: { customerName: 0, number: 1, total: 4 } },
    });
    expect(other.ledger?.invoices).toMatchObject([{ number: 'F-0', totalCents: 200 }]);
    const none = await readFile(file, { mapping: { sheet: 'Absente', columns: { total: 4 } } });
    expect(none.refusal?.code).toBe('InvalidMapping');
  });

  it('does not round what its currency cannot hold', async () => {
    const result = await readFile(workbook({ A: [header, ['Dupont', 'F-1', '', '', 10.005, 1e21]] }));
    expect(result.ledger?.invoices[0]).not.toHaveProperty('totalCents');
    const found = result.ledger?.invoices[0]?.doubts.map(({ code }) => code);
    expect(found).toEqual(expect.arrayContaining(['AmountTooPrecise', 'InvalidAmount']));
  });

  it('leaves a formula without value empty', async () => {
    const result = await readFile(
      workbook({ A: [header, ['Dupont', 'F-1', '', '', { formula: '1+1' }, 5], ['Roy', 'F-2', '', '', 1, 1]] }),
    );
    expect(result.ledger?.invoices[0]).not.toHaveProperty('totalCents');
  });
});
