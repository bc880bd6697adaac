/** Each trap of bank files, with small files of our own. */

import { describe, expect, it } from 'vitest';
import { readFile } from '../read-file.ts';
import type { BankEntry, BankStatement, ReadResult } from '../result.ts';
import {
  ACCOUNT,
  camt,
  camtBalance,
  camtEntry,
  camtStatement,
  camtTransaction,
  cfonb,
  cfonbDetail,
  cfonbRecord,
  ofx,
  ofxTransaction,
  PAYER_IBAN,
} from './testing/statements.ts';

const read = (file: string | Uint8Array): Promise<ReadResult> =>
  readFile(typeof file === 'string' ? Buffer.from(file) : file, { name: 'releve' });
const codes = ({ doubts }: ReadResult): string[] => doubts.map(({ code }) => code);
const statement = async (file: string | Uint8Array): Promise<BankStatement> => (await read(file)).statements![0]!;
const entries = async (file: string | Uint8Array): Promise<BankEntry[]> =>
  ((await read(file)).statements ?? []).flatMap((one) => one.entries);

const payer = (name: string): string =>
  `<Dbtr><Nm>${name}</Nm></Dbtr><DbtrAcct><Id><IBAN>${PAYER_IBAN}</IBAN></Id></DbtrAcct><Cdtr><Nm>Nous</Nm></Cdtr><CdtrAcct><Id><IBAN>${ACCOUNT}</IBAN></Id></CdtrAcct>`;

describe('CAMT', () => {
  it.each([
    ['052', '02', true],
    ['053', '04', true],
    ['053', '08', true],
    ['053', '10', true],
    ['054', '06', true],
    ['053', '02', false],
    ['054', '02', false],
  ])('%s version %s (namespace: %s) is read the same way', async (kind, version, namespace) => {
    const file = camt([camtStatement({ entries: camtEntry({ label: 'VIR' }) })], kind, version, namespace);
    const result = await read(file);
    expect(result).toMatchObject({ format: 'camt', status: 'read', doubts: [] });
    expect(result.statements).toMatchObject([{ iban: ACCOUNT, currency: 'EUR', creditsCents: 12_000 }]);
  });

  it('names the payer, his account, his words, and no reference where SEPA says there is none', async () => {
    const transactions = camtTransaction({
      endToEnd: 'NOTPROVIDED',
      party: payer('SARL Exemple &amp; Fils'),
      remittance: 'Facture\n   2026-014',
      more: '<Refs><MndtId>M-1</MndtId></Refs>',
    });
    const [entry] = await entries(camt([camtStatement({ entries: camtEntry({ transactions, reference: 'B-1' }) })]));
    expect(entry).toMatchObject({
      counterparty: 'SARL Exemple & Fils',
      counterpartyIban: PAYER_IBAN,
      remittance: ['Facture 2026-014'],
      bankReference: 'B-1',
      operation: 'PMNT/RCDT/ESCT',
    });
    expect(entry).not.toHaveProperty('endToEndId');
  });

  it('reads the newer shape of parties and statuses', async () => {
    const party = '<Dbtr><Pty><Nm>Durand</Nm></Pty></Dbtr>';
    const file = camt(
      [
        camtStatement({
          entries:
            camtEntry({ status: '<Sts><Cd>PDNG</Cd></Sts>', transactions: camtTransaction({ party }) }) +
            camtEntry({ status: '<Sts><Cd>BOOK</Cd></Sts>', value: '2026-03-04' }),
        }),
      ],
      '053',
      '08',
    );
    const [pending, booked] = await entries(file);
    expect(pending).toMatchObject({ status: 'pending', counterparty: 'Durand' });
    expect(booked).toMatchObject({ status: 'booked', valueOn: '2026-03-04' });
    expect((await statement(file)).creditsCents).toBe(24_000);
  });

  it('keeps the transactions of a batch, with and without amounts, and compares their sum', async () => {
    const one = (amount?: string) =>
      camtTransaction({ endToEnd: 'A', remittance: 'Cotisation', ...(amount === undefined ? {} : { amount }) });
    const batch = (...amounts: (string | undefined)[]): string =>
      camt([camtStatement({ entries: camtEntry({ transactions: amounts.map(one).join('') }) })]);
    const [entry] = await entries(batch('100.00', '20.00'));
    expect(entry?.details).toMatchObject([{ amountCents: 10_000, endToEndId: 'A' }, { amountCents: 2_000 }]);
    expect(entry?.remittance).toEqual(['Cotisation', 'Cotisation']);
    expect(codes(await read(batch('100.00', '10.00')))).toEqual(['DetailsDisagree']);
    const [bare] = await entries(batch(undefined, undefined));
    expect(bare?.details?.[0]).not.toHaveProperty('amountCents');
    expect(codes(await read(batch('100.00', undefined)))).toEqual([]);
  });

  it.each([
    ['AM04', 'AM04 (provision insuffisante)'],
    ['AC04', 'AC04 (compte clôturé)'],
    ['MD01', 'MD01 (aucun mandat valide)'],
    ['MS03', 'MS03 (motif non communiqué)'],
    ['ZZ99', 'ZZ99'],
  ])('marks a rejected direct debit (%s) with its reason and its debtor', async (code, reason) => {
    const more = `<RtrInf><Rsn><Cd>${code}</Cd></Rsn></RtrInf>`;
    const transactions = camtTransaction({ party: payer('Dupont'), more });
    const entry = camtEntry({ side: 'DBIT', more: '<RvslInd>true</RvslInd>', transactions });
    expect(await entries(camt([camtStatement({ entries: entry })]))).toMatchObject([
      { amountCents: -12_000, reversal: true, rejectReason: reason, counterparty: 'Dupont' },
    ]);
  });

  it('opens with OPBD or PRCD, goes below zero, and doubts what does not add up', async () => {
    const balances = (kind: string, closing: string) =>
      camt([
        camtStatement({
          balances: camtBalance(kind, '20.00', 'DBIT') + camtBalance('CLBD', closing, 'CRDT', '2026-03-02'),
          entries: camtEntry(),
        }),
      ]);
    for (const kind of ['OPBD', 'PRCD']) {
      expect(await statement(balances(kind, '100.00'))).toMatchObject({
        openingCents: -2_000,
        closingCents: 10_000,
        until: '2026-03-02',
        balanced: true,
      });
    }
    const wrong = await read(balances('OPBD', '99.00'));
    expect(wrong).toMatchObject({ status: 'read', statements: [{ balanced: false }] });
    expect(wrong.doubts).toMatchObject([{ code: 'StatementUnbalanced', facts: { expectedCents: 10_000 } }]);
    expect(await statement(camt([camtStatement({ entries: camtEntry() })]))).not.toHaveProperty('balanced');
  });

  it('compares the sums that the message announces', async () => {
    const more = '<TxsSummry><TtlCdtNtries><Sum>121.00</Sum></TtlCdtNtries></TxsSummry>';
    const result = await read(camt([camtStatement({ more, entries: camtEntry() })]));
    expect(result.doubts).toMatchObject([{ code: 'AnnouncedSumDisagrees', facts: { foundCents: 12_000 } }]);
  });

  it('reads exact amounts only, and tells what it leaves out', async () => {
    const amounts = ['5.10000', '500000', '0.00', '12,00', '1.2345', 'x', '1'.repeat(40)];
    const result = await read(
      camt([camtStatement({ entries: amounts.map((amount) => camtEntry({ amount })).join('') })]),
    );
    expect(result.statements?.[0]?.entries.map(({ amountCents }) => amountCents)).toEqual([510, 50_000_000, 0]);
    expect(result.doubts.map(({ facts }) => facts?.problem)).toEqual([
      'InvalidAmount',
      'AmountTooPrecise',
      'InvalidAmount',
      'AmountOutOfRange',
    ]);
    const none = await read(camt([camtStatement({ entries: camtEntry({ amount: 'x' }) })]));
    expect(none).toMatchObject({ status: 'refused', format: 'camt', refusal: { code: 'NoBankEntry' } });
  });

  it('keeps an entry in another currency apart, and says that sums then mean nothing', async () => {
    const file = camt([camtStatement({ entries: camtEntry() + camtEntry({ currency: 'CHF', amount: '5.00' }) })]);
    expect(await entries(file)).toMatchObject([{ amountCents: 12_000 }, { currency: 'CHF', amountCents: 500 }]);
    expect(codes(await read(file))).toEqual(['SeveralCurrencies']);
  });

  it('dates an entry by its value day, else by its statement, and never by a day that does not exist', async () => {
    const booked = (day: string, value?: string) =>
      read(camt([camtStatement({ entries: camtEntry({ booked: day, ...(value === undefined ? {} : { value }) }) })]));
    const value = await booked('', '2026-03-05');
    expect([value.statements?.[0]?.entries[0]?.on, codes(value)]).toEqual(['2026-03-05', []]);
    const undated = await booked('');
    expect([undated.statements?.[0]?.entries[0]?.on, codes(undated)]).toEqual(['2026-03-03', ['BankDateMissing']]);
    const wrong = await booked('2026-02-30');
    expect([wrong.statements?.[0]?.entries[0]?.on, codes(wrong)]).toEqual(['2026-03-03', ['BankDateInvalid']]);
  });

  it('reads several accounts, empty ones too, and accounts without IBAN', async () => {
    const other = '<Acct><Id><Othr><Id>12345</Id></Othr></Id></Acct>';
    const result = await read(camt([camtStatement(), camtStatement({ account: other, entries: camtEntry() })]));
    expect(result.statements).toMatchObject([
      { iban: ACCOUNT, entries: [] },
      { account: '12345', entries: [{ amountCents: 12_000 }] },
    ]);
  });
});

describe('CFONB 120', () => {
  it('reads overpunched amounts of both signs, plain figures, and the letters of French mainframes', async () => {
    const lines = [12_340, -12_341, 9, -9].map((cents) => cfonbRecord({ cents }));
    const plain = cfonbRecord({ cents: 70 }).replace('0000000000007{', '00000000000070');
    const french = cfonbRecord({ cents: -80 }).replace('0000000000008}', '0000000000008è');
    const file = cfonb([...lines, cfonbRecord({ cents: 70 })]).replace(cfonbRecord({ cents: 70 }), plain);
    expect((await entries(file)).map(({ amountCents }) => amountCents)).toEqual([12_340, -12_341, 9, -9, 70]);
    const latin = Buffer.from(
      cfonb([cfonbRecord({ cents: -80 })]).replace(cfonbRecord({ cents: -80 }), french),
      'latin1',
    );
    expect((await entries(latin))[0]?.amountCents).toBe(-80);
  });

  it('takes the payer, his account, his words and his reference from the records 05', async () => {
    const file = cfonb([
      cfonbRecord({ cents: 120_000, operation: '18', label: 'VIR SEPA RECU', value: '030326' }),
      cfonbDetail('NPY', 'SARL EXEMPLE'),
      cfonbDetail('LCC', `FACTURES ${'2026-014 '.repeat(6)}2026-01`.padEnd(70, 'X')),
      cfonbDetail('LC2', '5 ET SUIVANTES'),
      cfonbDetail('REF', 'NOTPROVIDED'),
      cfonbDetail('RCN', `${'E2E-77'.padEnd(35)}SUPP`),
      cfonbDetail('CPY', PAYER_IBAN),
      cfonbDetail('LIB', 'NOS REMERCIEMENTS'),
      cfonbDetail('IPY', '552100554'),
    ]);
    const [entry] = await entries(file);
    expect(entry).toMatchObject({
      label: 'VIR SEPA RECU',
      valueOn: '2026-03-03',
      operation: '18',
      counterparty: 'SARL EXEMPLE',
      counterpartyIban: PAYER_IBAN,
      endToEndId: 'E2E-77',
    });
    expect(entry?.remittance).toHaveLength(2);
    // The second half of the payer's text continues the first one inside a word.
    expect(entry?.remittance[0]).toContain('2026-015 ET SUIVANTES');
    expect(entry?.remittance[1]).toBe('NOS REMERCIEMENTS');
  });

  it('names the payee of what left, and the payer in the label when no record does', async () => {
    const file = cfonb([
      cfonbRecord({ cents: -5_000, label: 'VIR SEPA EMIS' }),
      cfonbDetail('NPY', 'NOUS'),
      cfonbDetail('NBE', 'FOURNISSEUR'),
      cfonbRecord({ cents: 5_000, label: 'VIR SEPA DURAND FACT F-12' }),
    ]);
    expect(await entries(file)).toMatchObject([
      { counterparty: 'FOURNISSEUR' },
      { counterparty: 'DURAND', remittance: ['FACT F-12'] },
    ]);
  });

  it('marks a reject by its code, and not a fee for one', async () => {
    const file = cfonb([
      cfonbRecord({ cents: -5_000, reject: '30', label: 'PRLV DUPONT' }),
      cfonbRecord({ cents: -5_000, label: 'REJET PRLV SEPA MARTIN AM04' }),
      cfonbRecord({ cents: -1_210, label: 'F FRAIS PRLV IMP 97 49EUR' }),
    ]);
    const [coded, worded, fee] = await entries(file);
    expect(coded).toMatchObject({ reversal: true, rejectReason: 'motif 30' });
    expect(worded).toMatchObject({ reversal: true, rejectReason: 'AM04 (provision insuffisante)' });
    expect(fee).not.toHaveProperty('reversal');
  });

  it('takes two decimals and the currency of the movements where balances leave both blank', async () => {
    const blank = (line: string): string => `${line.slice(0, 16)}    ${line.slice(20)}`;
    const [opening = '', ...rest] = cfonb([cfonbRecord({ cents: 500, currency: 'CHF' })]).split('\n');
    const file = [blank(opening), rest[0], blank(rest[1]!), ''].join('\n');
    expect(await statement(file)).toMatchObject({ currency: 'CHF', openingCents: 10_000, balanced: true });
  });

  it.each<[string, string, string[], number]>([
    [
      'blank lines and the end mark of old systems',
      `${cfonb([cfonbRecord({ cents: 5 })]).replaceAll('\n', '\r\n\r\n')}\u001a`,
      [],
      1,
    ],
    ['no line ends at all', cfonb([cfonbRecord({ cents: 5 })]).replaceAll('\n', ''), [], 1],
    ['a record cut at 116', cfonb([cfonbRecord({ cents: 5 }).slice(0, 116)]), ['RecordCutShort'], 1],
    [
      'a movement outside any statement',
      `${cfonb([])}${cfonbRecord({ cents: 5 })}`,
      ['StatementNotOpened', 'StatementNotClosed'],
      1,
    ],
    [
      'a statement without 07',
      cfonb([cfonbRecord({ cents: 5 })])
        .split('\n')
        .slice(0, 2)
        .join('\n'),
      ['StatementNotClosed'],
      1,
    ],
    ['a day that does not exist', cfonb([cfonbRecord({ cents: 5, date: 'CART26' })]), ['BankDateInvalid'], 1],
    ['a value day that does not exist', cfonb([cfonbRecord({ cents: 5, value: '300226' })]), ['BankDateInvalid'], 1],
    ['an unknown record', cfonb([`99${' '.repeat(118)}`, cfonbRecord({ cents: 5 })]), ['UnknownRecord'], 1],
    ['a detail without movement', cfonb([cfonbDetail('LIB', 'SEUL'), cfonbRecord({ cents: 5 })]), ['UnknownRecord'], 1],
    [
      'an amount that is none',
      cfonb([cfonbRecord({ cents: 5 }), cfonbRecord({ cents: 7 })]).replace('0000000000000G', '00000000000ZZG'),
      ['BankEntryLeftOut', 'StatementUnbalanced'],
      1,
    ],
    ['days before the opening', cfonb([cfonbRecord({ cents: 5, date: '150226' })]), [], 1],
  ])('%s', async (_name, file, expected, count) => {
    const result = await read(file);
    expect(result).toMatchObject({ format: 'cfonb120', status: 'read' });
    expect(codes(result)).toEqual(expected);
    expect(result.statements?.flatMap((one) => one.entries)).toHaveLength(count);
  });

  it('holds many statements, some of them without movement', async () => {
    const result = await read(cfonb([]) + cfonb([cfonbRecord({ cents: 5 })]) + cfonb([]));
    expect(result.statements?.map(({ entries: all, balanced }) => [all.length, balanced])).toEqual([
      [0, true],
      [1, true],
      [0, true],
    ]);
  });

  it('refuses CFONB 240 by its name', async () => {
    const file = `31${'0'.repeat(238)}\n34${'0'.repeat(238)}\n39${'0'.repeat(238)}\n`;
    expect(await read(file)).toMatchObject({ status: 'refused', refusal: { code: 'Cfonb240' } });
  });
});

describe('OFX', () => {
  const credit = { TRNTYPE: 'CREDIT', DTPOSTED: '20260302', TRNAMT: '100.00', FITID: 'A1', NAME: 'DURAND' };

  it('reads unclosed tags on one line, with a raw & and references', async () => {
    const list = ofxTransaction({ ...credit, NAME: 'MARTIN & FILS', MEMO: 'Facture n&#176;12 &lt;1 &amp; 2&gt;' });
    const [entry] = await entries(ofx({ list }).replaceAll('\n', ''));
    expect(entry).toMatchObject({
      counterparty: 'MARTIN & FILS',
      remittance: ['Facture n°12 <1 & 2>'],
      label: 'MARTIN & FILS Facture n°12 <1 & 2>',
      bankReference: 'A1',
      operation: 'CREDIT',
    });
  });

  it('reads XML, closed tags and all, and credit cards', async () => {
    const header = '<?xml version="1.0" encoding="UTF-8"?>\n<?OFX OFXHEADER="200" VERSION="220"?>\n';
    const card = `${header}<OFX><CREDITCARDMSGSRSV1><CCSTMTTRNRS><CCSTMTRS><CURDEF>EUR</CURDEF><CCACCTFROM><ACCTID>4970********1234</ACCTID></CCACCTFROM><BANKTRANLIST><STMTTRN><TRNTYPE>DEBIT</TRNTYPE><DTPOSTED>20260302120000.000[+1:CET]</DTPOSTED><TRNAMT>-1.50</TRNAMT><FITID>1</FITID><NAME>Café</NAME></STMTTRN></BANKTRANLIST></CCSTMTRS></CCSTMTTRNRS></CREDITCARDMSGSRSV1></OFX>`;
    const result = await read(card);
    expect(result.statements).toMatchObject([{ account: '4970********1234', debitsCents: 150 }]);
    expect(result.statements?.[0]?.entries).toMatchObject([{ on: '2026-03-02', label: 'Café' }]);
    expect(codes(result)).toEqual(['MaskedAccount']);
  });

  it('believes the bytes, not the announced character set', async () => {
    for (const encoding of ['latin1', 'utf8'] as const) {
      const file = Buffer.from(ofx({ list: ofxTransaction({ ...credit, NAME: 'CAFÉ DÉMO', MEMO: 'x' }) }), encoding);
      expect((await entries(file))[0]?.counterparty).toBe('CAFÉ DÉMO');
    }
  });

  it.each([
    ['1234,56', 123_456],
    ['1 234,56', 123_456],
    ['1.234,56', 123_456],
    ['1,234.56', 123_456],
    ['+12', 1_200],
    ['-0.5', -50],
  ])('reads %s', async (amount, cents) => {
    expect((await entries(ofx({ list: ofxTransaction({ ...credit, TRNAMT: amount }) })))[0]?.amountCents).toBe(cents);
  });

  it.each(['$120', '1,2,3', '12.345', 'douze', '1e5'])('refuses a file whose only amount is %s', async (amount) => {
    const result = await read(ofx({ list: ofxTransaction({ ...credit, TRNAMT: amount }) }));
    expect(result).toMatchObject({ status: 'refused', refusal: { code: 'NoBankEntry', facts: { text: amount } } });
  });

  it('keeps two lines of one identifier, and gives it to neither twice', async () => {
    const result = await read(ofx({ list: ofxTransaction(credit) + ofxTransaction({ ...credit, TRNAMT: '5.00' }) }));
    const [first, second] = result.statements?.[0]?.entries ?? [];
    expect([first?.bankReference, second?.bankReference, second?.amountCents]).toEqual(['A1', undefined, 500]);
    expect(codes(result)).toEqual(['RepeatedEntryId']);
  });

  it('dates a line without day by the line before it, and says so', async () => {
    const result = await read(
      ofx({ list: ofxTransaction(credit) + ofxTransaction({ ...credit, FITID: '2', DTPOSTED: '' }) }),
    );
    expect(result.statements?.[0]?.entries[1]?.on).toBe('2026-03-02');
    expect(codes(result)).toEqual(['BankDateMissing']);
  });

  it('reads balance, period and account; a masked account is to be named', async () => {
    expect(await statement(ofx({ balance: '-12,50', list: ofxTransaction(credit) }))).toMatchObject({
      account: '12345678901',
      bankCode: '30006',
      closingCents: -1_250,
      from: '2026-03-01',
      until: '2026-03-31',
    });
    expect(codes(await read(ofx({ account: 'XXXXXXXXXX', list: ofxTransaction(credit) })))).toEqual(['MaskedAccount']);
    expect(await statement(ofx({ account: ACCOUNT }))).toMatchObject({ iban: ACCOUNT });
  });

  it('marks a returned direct debit', async () => {
    const list = ofxTransaction({ ...credit, TRNAMT: '-100.00', NAME: 'REJET PRLV SEPA DUPONT AC04' });
    expect((await entries(ofx({ list })))[0]).toMatchObject({
      reversal: true,
      rejectReason: 'AC04 (compte clôturé)',
      counterparty: 'DUPONT',
    });
  });

  it('reads what is there of a file cut short', async () => {
    const whole = ofx({ list: ofxTransaction(credit) });
    const result = await read(whole.slice(0, whole.indexOf('<LEDGERBAL>')));
    expect(result.statements?.[0]?.entries).toHaveLength(1);
    expect(codes(result)).toEqual(['FileEndsEarly']);
  });
});
