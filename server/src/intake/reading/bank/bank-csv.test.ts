/** Bank statements in CSV: the exports of French banks, those of others, and every way in which they disagree. */

import { describe, expect, it } from 'vitest';
import type { ReadOptions } from '../options.ts';
import { readFile } from '../read-file.ts';
import type { ReadResult } from '../result.ts';
import { PAYER_IBAN } from './testing/statements.ts';

const read = (file: string | Uint8Array, options: ReadOptions = {}): Promise<ReadResult> =>
  readFile(typeof file === 'string' ? Buffer.from(file) : file, { name: 'releve.csv', ...options });
const codes = ({ doubts }: ReadResult): string[] => doubts.map(({ code }) => code);
const rows = ({ statements }: ReadResult): (string | number)[][] =>
  (statements ?? []).flatMap((one) => one.entries.map(({ on, amountCents, label }) => [on, amountCents, label]));

const TRANSFER = 'VIR SEPA RECU DE SARL EXEMPLE FACTURE 2026-014';

/** One export of each bank: a transfer of 1 200,00 € on 3 March and a debit of 84,20 € on 2 March. */
const exports: Record<string, { file: string; facts: object; bank: string }> = {
  'BNP Paribas': {
    bank: 'BNP Paribas',
    file: `Compte de cheques;Compte;****1234;05/03/2026;1 250,40\n\nDate operation;Libelle court;Type operation;Libelle operation;Montant operation en euro\n02/03/2026;PRLV;Prelevement;PRLV SEPA EDF;-84,20\n03/03/2026;VIR;Virement recu;${TRANSFER};1 200,00\n`,
    facts: { closingCents: 125_040, until: '2026-03-05' },
  },
  'Société Générale': {
    bank: 'Société Générale',
    file: `="00012345678";01/03/2026;05/03/2026;2;05/03/2026;1520.35 EUR\n\nDate de l'opération;Libellé;Détail de l'écriture;Montant de l'opération;Devise;\n02/03/2026;PRLV;PRLV SEPA EDF;-84,20;EUR;\n03/03/2026;VIR RECU;${TRANSFER};1.200,00;EUR;\n`,
    facts: { account: '00012345678', closingCents: 152_035, until: '2026-03-05' },
  },
  'Crédit Agricole': {
    bank: 'Crédit Agricole',
    file: `Téléchargement du 05/03/2026;\n\nM. DUPONT JEAN\nCompte de Dépôt carte n° 12345678901;\nSolde au 05/03/2026 1 234,56 €\n\nListe des opérations du compte entre le 01/03/2026 et le 05/03/2026;\n\nDate;Libellé;Débit Euros;Crédit Euros;\n02/03/2026;"PRLV SEPA\n EDF";84,20;;\n03/03/2026;"VIR SEPA RECU DE SARL EXEMPLE\nFACTURE 2026-014";;1 200,00;\n`,
    facts: { account: '12345678901', closingCents: 123_456, until: '2026-03-05' },
  },
  'Banque Populaire': {
    bank: 'Banque Populaire ou Caisse d’Épargne',
    file: `Date de comptabilisation;Libelle simplifie;Libelle operation;Reference;Informations complementaires;Type operation;Categorie;Sous categorie;Debit;Credit;Date operation;Date de valeur;Pointage operation\n2/3/2026;EDF;PRLV SEPA EDF;;;;;;-84.2;;2/3/2026;2/3/2026;0\n3/3/2026;VIR;${TRANSFER};REF7;;;;;;1200;3/3/2026;3/3/2026;0`,
    facts: {},
  },
  "Caisse d'Épargne, older": {
    bank: "Caisse d'Épargne",
    file: `Code de la banque : 12345;Code de l'agence : 00001;Date de début : 01/03/2026;Date de fin : 05/03/2026;\nNuméro de compte : 01234567890;Nom du compte : PRO;Devise : EUR;;\nSolde en fin de période;;;;+1 215,80;\nDate;Numéro d'opération;Libellé;Débit;Crédit;Détail;\n03/03/26;2;${TRANSFER};;+1 200,00;;\n02/03/26;1;PRLV SEPA EDF;-84,20;;;\nSolde en début de période;;;;+100,00;\n`,
    facts: { account: '01234567890', bankCode: '12345', openingCents: 10_000, closingCents: 121_580, balanced: true },
  },
  'Crédit Mutuel, CIC': {
    bank: 'Crédit Mutuel ou CIC',
    file: `Date;Date de valeur;Débit;Crédit;Libellé;Solde\n02/03/2026;02/03/2026;-84,20;;PRLV SEPA EDF;15,80\n03/03/2026;03/03/2026;;1200,00;${TRANSFER};1215,80\n`,
    facts: { openingCents: 10_000, closingCents: 121_580, balanced: true },
  },
  'La Banque Postale': {
    bank: 'La Banque Postale',
    file: `Numéro Compte ;0123456A020\nType ;CCP\nCompte tenu en ;euros\nDate ;06/03/2026\nSolde (EUROS) ;2 345,67\nSolde (FRANCS) ;15 386,98\n\nDate;Libellé;Montant(EUROS)\n03/03/2026;"${TRANSFER}";1 200,00\n02/03/2026;"PRLV SEPA EDF";-84,20\n`,
    facts: { account: '0123456A020', closingCents: 234_567 },
  },
  BoursoBank: {
    bank: 'BoursoBank',
    file: `dateOp;dateVal;label;category;categoryParent;supplierFound;amount;comment;accountNum;accountLabel;accountbalance\n2026-03-02;2026-03-02;"PRLV SEPA EDF";"E";"L";"edf";"-84,20";"";"00040123456";"Pro";15.80\n2026-03-03;2026-03-03;"${TRANSFER}";"V";"R";"exemple";"1 200,00";"Facture 12";"00040123456";"Pro";1215.80\n`,
    facts: { account: '00040123456', openingCents: 10_000, closingCents: 121_580, balanced: true },
  },
  Qonto: {
    bank: 'Qonto',
    file: `Statut;Date de la valeur (UTC);Date de l'opération (UTC);Montant total (TTC);Devise;Nom de la contrepartie;Moyen de paiement;Identifiant de transaction;IBAN;Référence\nExécuté;02/03/2026 08:00:00;02/03/2026 08:00:00;-84,20;EUR;PRLV SEPA EDF;prlv;q1;;\nExécuté;03/03/2026 08:00:00;03/03/2026 08:00:00;1200,00;EUR;${TRANSFER};virement;q2;${PAYER_IBAN};F-12\n`,
    facts: {},
  },
  Shine: {
    bank: 'Shine',
    file: `Transaction ID;Date de la valeur;Date d'opération;Libellé;Débit;Crédit\ns1;02/03/2026;02/03/2026;PRLV SEPA EDF;84,20;\ns2;03/03/2026;03/03/2026;${TRANSFER};;1200,00\n`,
    facts: {},
  },
};

describe('the exports of French banks', () => {
  for (const [name, { file, facts, bank }] of Object.entries(exports)) {
    it(name, async () => {
      const result = await read(file);
      expect(result).toMatchObject({ format: 'bank-csv', status: 'read', bankTable: { bank } });
      expect([...rows(result)].sort()).toEqual([
        ['2026-03-02', -8_420, 'PRLV SEPA EDF'],
        ['2026-03-03', 120_000, TRANSFER],
      ]);
      expect(result.statements).toMatchObject([
        { currency: 'EUR', creditsCents: 120_000, debitsCents: 8_420, ...facts },
      ]);
      expect(codes(result).filter((code) => code !== 'MaskedAccount')).toEqual([]);
      const transfer = result.statements?.[0]?.entries.find(({ amountCents }) => amountCents > 0);
      expect(transfer?.remittance.join(' ')).toMatch(/2026-014|F-12/);
    });

    it(`${name}, in other encodings, with spoilt or lost accents`, async () => {
      const spoilt = file.replace(/[éèÉ](?=[^;]*;)/g, (letter, place: number) => (place % 2 === 0 ? '\ufffd' : letter));
      const lost = file.normalize('NFD').replace(/\p{M}/gu, '');
      const files = [
        Buffer.from(file.replaceAll('€', 'EUR').replaceAll('’', "'"), 'latin1'),
        Buffer.from(`\ufeff${file}`),
        Buffer.from(`\ufeff${file}`, 'utf16le'),
        Buffer.from(spoilt),
        Buffer.from(lost),
        Buffer.from(file.replaceAll('\n', '\r\n')),
      ];
      for (const one of files)
        expect((await read(one)).statements).toMatchObject([{ creditsCents: 120_000, debitsCents: 8_420 }]);
    });
  }
});

describe('what a bank table says', () => {
  it.each([
    ['a no-break space', '1\u00a0200,00', 120_000],
    ['a narrow one', '1\u202f200,00', 120_000],
    ['points', '1.200,00', 120_000],
    ['a plus', '+30,00', 3_000],
    ['the euro sign', '1 200,00 €', 120_000],
  ])('an amount with %s', async (_name, amount, cents) => {
    const result = await read(`Date;Libellé;Montant(EUROS)\n02/03/2026;VIR A;${amount}\n03/03/2026;B;-1,00\n`);
    expect(result.statements?.[0]?.entries[0]?.amountCents).toBe(cents);
  });

  it.each(['84,20', '-84,20'])('a debit column is money out, whatever its sign (%s)', async (debit) => {
    const result = await read(`Date;Libellé;Débit;Crédit\n02/03/2026;A;${debit};\n03/03/2026;B;0,00;5,00\n`);
    expect(rows(result).map(([, cents]) => cents)).toEqual([-8_420, 500]);
  });

  it('a column of sides', async () => {
    const result = await read('Date;Libellé;Montant;Sens\n02/03/2026;A;5,00;D\n03/03/2026;B;6,00;C\n');
    expect(rows(result).map(([, cents]) => cents)).toEqual([-500, 600]);
  });

  it('only what is settled is cash: announced lines are pending, failed ones are told and left', async () => {
    const line = (status: string) =>
      `${status},2026-01-10 08:00:00,2026-01-10 08:00:00,-10.00,EUR,X,transfer,${status}`;
    const head =
      'Status,Settlement date (UTC),Operation date (UTC),Total amount (incl. VAT),Currency,Counterparty name,Payment method,Transaction ID';
    const result = await read([head, ...['settled', 'processing', 'declined', 'canceled'].map(line), ''].join('\n'));
    expect(result.statements?.[0]?.entries.map(({ status }) => status)).toEqual(['booked', 'pending']);
    expect(result.statements?.[0]?.debitsCents).toBe(2_000);
    expect(result.doubts).toMatchObject([{ code: 'MaskedAccount' }, { code: 'RowsNotSettled', facts: { count: 2 } }]);
    expect(result.statements?.[0]?.entries[0]).toMatchObject({ counterparty: 'X', bankReference: 'settled' });
  });

  it('several accounts make several statements', async () => {
    const head =
      'dateOp;dateVal;label;category;categoryParent;supplierFound;amount;comment;accountNum;accountLabel;accountbalance';
    const line = (account: string) => `2026-03-02;2026-03-02;A;;;;-1,00;;${account};;`;
    const result = await read([head, line('11111111'), line('11111111'), line('22222222'), ''].join('\n'));
    expect(result.statements?.map(({ account, entries }) => [account, entries.length])).toEqual([
      ['11111111', 2],
      ['22222222', 1],
    ]);
  });

  it('the references of its columns', async () => {
    const result = await read(
      `Date;Date de valeur;Débit;Crédit;Libellé;Solde;Motif;Référence unique du mandat (RUM);Référence (END TO END);Identifiant du créancier (ICS)\n02/03/2026;03/03/2026;;10,00;VIR DURAND;1,00;Facture 12;RUM-1;E2E-1;FR00\n`,
    );
    expect(result.statements?.[0]?.entries[0]).toMatchObject({
      valueOn: '2026-03-03',
      counterparty: 'DURAND',
      remittance: ['Facture 12'],
      mandateId: 'RUM-1',
      endToEndId: 'E2E-1',
    });
  });

  it('a line that cannot be read is told with its number, the others are read', async () => {
    const result = await read(
      'Date;Libellé;Débit;Crédit\n02/03/2026;A;x;\n30/02/2026;B;1,00;\n;C;2,00;\n04/03/2026;D;3,00;4,00\n05/03/2026;E;5,00;\nTotal;;11,00;4,00\n',
    );
    expect(rows(result)).toEqual([['2026-03-05', -500, 'E']]);
    expect(result.doubts.map(({ code, facts }) => [code, facts?.problem, facts?.line])).toEqual([
      ['BankLayoutGuessed', undefined, undefined],
      ['BankEntryLeftOut', 'InvalidAmount', 2],
      ['BankEntryLeftOut', 'MissingDate', 3],
      ['BankEntryLeftOut', 'MissingDate', 4],
      ['BankEntryLeftOut', 'AmbiguousAmount', 5],
      ['UnknownRecord', undefined, 7],
      ['MaskedAccount', undefined, undefined],
    ]);
  });
});

describe('the CSV of other banks', () => {
  it('is understood by its columns, and the guess is said', async () => {
    const result = await read(
      'Booking date,Description,Amount,Balance\n2026-03-02,ACME,-1.50,98.50\n2026-03-03,B,2.00,100.50\n',
    );
    expect(rows(result)).toEqual([
      ['2026-03-02', -150, 'ACME'],
      ['2026-03-03', 200, 'B'],
    ]);
    expect(codes(result)).toContain('BankLayoutGuessed');
    expect(result.statements).toMatchObject([{ openingCents: 10_000, closingCents: 10_050 }]);
  });

  it('is understood without a header: days, words, amounts', async () => {
    const one = await read('02/03/2026;ACHAT A;-1,50\n03/03/2026;VIR B;2,00\n');
    expect(rows(one).map(([, cents]) => cents)).toEqual([-150, 200]);
    const two = await read('02/03/2026;02/03/2026;A;1,50;\n03/03/2026;03/03/2026;B;;2,00\n');
    expect(rows(two).map(([, cents]) => cents)).toEqual([-150, 200]);
  });

  const odd = 'Quand;Quoi;Combien\n02/03/2026;A;1,50\n03/03/2026;B;2,00\n';

  it('is read as a person says, and then remembered by its header', async () => {
    expect((await read(odd)).statements).toBeUndefined();
    const bankMapping = { columns: { on: 0, label: 1, amount: 2 }, headerRow: 1 };
    const told = await read(odd, { bankMapping });
    expect(rows(told)).toEqual([
      ['2026-03-02', 150, 'A'],
      ['2026-03-03', 200, 'B'],
    ]);
    const mapping = told.bankTable!.mapping;
    const next = await read(`Titre;;\n${odd}`, { rememberedBank: [mapping] });
    expect(rows(next)).toEqual(rows(told));
    expect(codes(next)).toEqual(['MaskedAccount']);
  });

  it.each([[{ columns: { on: 0, amount: 9 } }], [{ columns: { on: 0, label: 1 } }], [{ columns: { amount: 2 } }]])(
    'refuses a mapping that cannot be (%j)',
    async (bankMapping) => {
      const result = await read(odd, { bankMapping: { ...bankMapping, headerRow: 1 } });
      expect(result).toMatchObject({ status: 'refused', refusal: { code: 'InvalidMapping' } });
      expect(result.preview).toHaveLength(4);
    },
  );

  it.each([
    ['invoices', 'Client;Facture;Date;Montant\nA;F1;02/03/2026;1,00\nB;F2;02/03/2026;-1,00\n'],
    [
      'an accounting journal',
      'Date;Journal;Compte général;Libellé;Débit;Crédit\n02/03/2026;VE;411000;A;1,00;\n02/03/2026;VE;706000;A;;1,00\n',
    ],
  ])('is not %s', async (_name, file) => {
    expect((await read(file)).statements).toBeUndefined();
  });
});
