import { describe, expect, it } from 'vitest';
import { readFile } from '../read-file.ts';
import type { ReadResult } from '../result.ts';
import {
  BUYER,
  type CiiParts,
  ciiDate,
  ciiIban,
  ciiInvoice,
  ciiLine,
  ciiParty,
  ciiTotals,
  IBAN,
  SELLER,
  ublInvoice,
  zugferd1Invoice,
} from '../testing/invoices.ts';

const read = (xml: string): Promise<ReadResult> => readFile(Buffer.from(xml), { name: 'test.xml' });
const readCii = (parts: CiiParts = {}): Promise<ReadResult> => read(ciiInvoice(parts));
const codes = (result: ReadResult): string[] => result.doubts.map(({ code }) => code);

describe('a sound CII invoice', () => {
  it('gives every field and no doubt', async () => {
    const result = await readCii();
    expect(result).toEqual({
      file: 'test.xml',
      format: 'cii',
      status: 'read',
      doubts: [],
      document: {
        kind: 'invoice',
        effect: 'owed',
        typeCode: '380',
        number: 'F-2026-001',
        issuedOn: '2026-01-10',
        dueOn: '2026-02-09',
        deliveredOn: '2026-01-09',
        currency: 'EUR',
        totalCents: 12_000,
        taxCents: 2_000,
        netCents: 10_000,
        dueCents: 12_000,
        seller: {
          name: SELLER.name,
          legalId: SELLER.siren,
          legalIdScheme: '0002',
          vat: SELLER.vat,
          country: 'FR',
          address: { lines: ['1 rue de la Paix'], postcode: '75002', city: 'Paris', country: 'FR' },
        },
        buyer: {
          name: BUYER.name,
          legalId: BUYER.siren,
          legalIdScheme: '0002',
          vat: BUYER.vat,
          country: 'FR',
          address: { lines: ['1 rue de la Paix'], postcode: '75002', city: 'Paris', country: 'FR' },
        },
        iban: [IBAN],
        bic: [],
        paymentMeansCodes: ['30'],
        paymentReference: 'REF-1',
        precedingInvoices: [],
        profile: 'urn:cen.eu:en16931:2017',
        paymentTerms: '30 jours nets',
        notes: [{ subject: 'PMD', text: 'Trois fois le taux légal.' }],
        lines: 2,
      },
    });
  });
});

describe('due dates', () => {
  it('leaves the due date out when only the terms say something, and repeats them', async () => {
    const result = await readCii({
      terms:
        '<ram:SpecifiedTradePaymentTerms><ram:Description>45 jours fin de mois</ram:Description><ram:DueDateDateTime></ram:DueDateDateTime></ram:SpecifiedTradePaymentTerms>',
    });
    expect(result.document?.dueOn).toBeUndefined();
    expect(result.doubts).toMatchObject([{ code: 'MissingDueDate', facts: { terms: '45 jours fin de mois' } }]);
    expect(result.doubts[0]?.message).toContain('45 jours fin de mois');
  });

  it('gives several due dates with their amounts, and chooses none', async () => {
    const term = (day: string, amount: string) =>
      `<ram:SpecifiedTradePaymentTerms>${ciiDate('DueDateDateTime', day)}<ram:PartialPaymentAmount>${amount}</ram:PartialPaymentAmount></ram:SpecifiedTradePaymentTerms>`;
    const result = await readCii({ terms: term('20260301', '20.00') + term('20260209', '100.00') });
    expect(result.document?.dueOn).toBeUndefined();
    expect(result.document?.dueDates).toEqual([
      { on: '2026-02-09', amountCents: 10_000 },
      { on: '2026-03-01', amountCents: 2_000 },
    ]);
    expect(codes(result)).toEqual(['SeveralDueDates']);
  });

  it('does not take the deadline of a discount for a due date', async () => {
    const terms =
      `<ram:SpecifiedTradePaymentTerms>${ciiDate('DueDateDateTime', '20260120')}<ram:ApplicableTradePaymentDiscountTerms/></ram:SpecifiedTradePaymentTerms>` +
      `<ram:SpecifiedTradePaymentTerms>${ciiDate('DueDateDateTime', '20260209')}</ram:SpecifiedTradePaymentTerms>`;
    const result = await readCii({ terms });
    expect(result.document?.dueOn).toBe('2026-02-09');
    expect(codes(result)).toEqual([]);
  });

  it('doubts a due date before the issue, and a day that does not exist', async () => {
    const early = await readCii({
      terms: `<ram:SpecifiedTradePaymentTerms>${ciiDate('DueDateDateTime', '20260105')}</ram:SpecifiedTradePaymentTerms>`,
    });
    expect(codes(early)).toEqual(['DueBeforeIssue']);
    expect(early.document?.dueOn).toBe('2026-01-05');
    const impossible = await readCii({
      terms: `<ram:SpecifiedTradePaymentTerms>${ciiDate('DueDateDateTime', '20260230')}</ram:SpecifiedTradePaymentTerms>`,
    });
    expect(codes(impossible)).toEqual(['InvalidDate', 'MissingDueDate']);
    expect(impossible.document?.dueOn).toBeUndefined();
  });
});

describe('what reduces the debt', () => {
  it('a credit note keeps its positive amounts and is never short of a due date', async () => {
    const result = await readCii({ typeCode: '381', terms: '', means: '' });
    expect(result.document).toMatchObject({
      kind: 'credit-note',
      effect: 'reduces',
      totalCents: 12_000,
      dueCents: 12_000,
    });
    expect(codes(result)).toEqual([]);
  });

  it.each([
    ['380', 'invoice'],
    ['384', 'corrective'],
  ])('a negative %s stays what its code says, and reduces', async (typeCode, kind) => {
    const totals = ciiTotals({
      TaxBasisTotalAmount: '-100.00',
      TaxTotalAmount: '-20.00',
      GrandTotalAmount: '-120.00',
      DuePayableAmount: '-120.00',
    });
    const result = await readCii({ typeCode, totals, taxes: '', terms: '', lines: '' });
    expect(result.document).toMatchObject({ kind, effect: 'reduces', totalCents: -12_000, dueCents: -12_000 });
    expect(codes(result)).toEqual(['NegativeInvoice']);
  });

  it('a negative total reduces even when its amount due is not written', async () => {
    const result = await readCii({ totals: ciiTotals({ GrandTotalAmount: '-120.00' }), taxes: '' });
    expect(result.document).toMatchObject({ effect: 'reduces', totalCents: -12_000 });
  });

  it('a negative amount due on a positive total is the customer’s credit', async () => {
    const totals = ciiTotals({ GrandTotalAmount: '120.00', TotalPrepaidAmount: '150.00', DuePayableAmount: '-30.00' });
    const result = await readCii({ totals, taxes: '' });
    expect(result.document).toMatchObject({ effect: 'reduces', dueCents: -3_000 });
    expect(codes(result)).toEqual(['NegativeAmountDue', 'PrepaidDeducted']);
  });

  it.each([
    ['386', 'deposit'],
    ['389', 'invoice'],
    ['393', 'factored'],
    ['261', 'credit-note'],
    ['502', 'credit-note'],
    ['473', 'corrective'],
  ])('code %s is a %s', async (typeCode, kind) => {
    expect((await readCii({ typeCode })).document?.kind).toBe(kind);
  });

  it('a code that is not in the list is doubted', async () => {
    expect(codes(await readCii({ typeCode: '999' }))).toEqual(['UnknownTypeCode']);
    expect(codes(await readCii({ typeCode: '' }))).toEqual(['MissingTypeCode']);
  });
});

describe('amounts', () => {
  it('chases the amount due, never the total', async () => {
    const totals = ciiTotals({ GrandTotalAmount: '120.00', TotalPrepaidAmount: '20.00', DuePayableAmount: '100.00' });
    const result = await readCii({ totals, taxes: '' });
    expect(result.document).toMatchObject({ totalCents: 12_000, prepaidCents: 2_000, dueCents: 10_000 });
    expect(result.doubts).toMatchObject([
      { code: 'PrepaidDeducted', facts: { prepaidCents: 2_000, dueCents: 10_000 } },
    ]);
  });

  it('does not correct a MINIMUM invoice whose amount due is below its total', async () => {
    const totals = ciiTotals({ GrandTotalAmount: '120.00', DuePayableAmount: '100.00' });
    const minimum = await readCii({ profile: 'urn:factur-x.eu:1p0:minimum', totals, taxes: '', lines: '' });
    expect(minimum.document?.dueCents).toBe(10_000);
    expect(codes(minimum)).toEqual([]);
    expect(codes(await readCii({ totals, taxes: '', lines: '' }))).toEqual(['TotalsDisagree']);
  });

  it('computes no amount due that is not written, but says what it would be', async () => {
    const totals = ciiTotals({ GrandTotalAmount: '120.00', TotalPrepaidAmount: '20.00' });
    const result = await readCii({ totals, taxes: '' });
    expect(result.document).not.toHaveProperty('dueCents');
    expect(result.doubts[0]).toMatchObject({ code: 'MissingAmountDue', facts: { computedCents: 10_000 } });
  });

  it('names an invoice already paid', async () => {
    const totals = ciiTotals({ GrandTotalAmount: '120.00', TotalPrepaidAmount: '120.00', DuePayableAmount: '0.00' });
    expect(codes(await readCii({ totals, taxes: '' }))).toEqual(['AlreadyPaid', 'PrepaidDeducted']);
  });

  it.each([
    ['BR-CO-10', { lines: ciiLine('60.00') + ciiLine('41.00') }, 10_100, 10_000],
    [
      'BR-CO-13',
      {
        totals: ciiTotals({
          LineTotalAmount: '100.00',
          AllowanceTotalAmount: '10.00',
          ChargeTotalAmount: '1.00',
          TaxBasisTotalAmount: '100.00',
        }),
      },
      9_100,
      10_000,
    ],
    [
      'BR-CO-14',
      { taxes: '<ram:ApplicableTradeTax><ram:CalculatedAmount>19.99</ram:CalculatedAmount></ram:ApplicableTradeTax>' },
      1_999,
      2_000,
    ],
    [
      'BR-CO-15',
      {
        totals: ciiTotals({
          TaxBasisTotalAmount: '100.00',
          TaxTotalAmount: '20.00',
          GrandTotalAmount: '121.00',
          DuePayableAmount: '121.00',
        }),
      },
      12_000,
      12_100,
    ],
    [
      'BR-CO-16',
      {
        totals: ciiTotals({ GrandTotalAmount: '120.00', RoundingAmount: '0.04', DuePayableAmount: '120.00' }),
        taxes: '',
      },
      12_004,
      12_000,
    ],
  ])('doubts totals that break %s, without touching them', async (rule, parts, expectedCents, foundCents) => {
    const result = await readCii(parts);
    const found = result.doubts.filter(({ code }) => code === 'TotalsDisagree');
    expect(found).toMatchObject([{ facts: { rule, expectedCents, foundCents } }]);
  });

  it('does not add lines that only group others', async () => {
    expect(codes(await readCii({ lines: ciiLine('60.00') + ciiLine('40.00') + ciiLine('100.00', 'GROUP') }))).toEqual(
      [],
    );
  });

  it('takes the VAT of the invoice’s own currency', async () => {
    const totals =
      '<ram:TaxBasisTotalAmount>100.00</ram:TaxBasisTotalAmount><ram:TaxTotalAmount currencyID="EUR">23.10</ram:TaxTotalAmount><ram:TaxTotalAmount currencyID="GBP">20.00</ram:TaxTotalAmount><ram:GrandTotalAmount>120.00</ram:GrandTotalAmount><ram:DuePayableAmount>120.00</ram:DuePayableAmount>';
    const result = await readCii({ currency: 'GBP', totals });
    expect(result.document).toMatchObject({ currency: 'GBP', taxCents: 2_000 });
    expect(codes(result)).toEqual(['ForeignCurrency']);
    const only = await readCii({ currency: 'GBP', totals: totals.replace('GBP', 'CHF') });
    expect(only.document).not.toHaveProperty('taxCents');
    expect(codes(only)).toEqual(['CurrencyDisagrees', 'ForeignCurrency']);
  });

  it('counts in the decimals of the currency', async () => {
    const whole = ciiTotals({ GrandTotalAmount: '1200', DuePayableAmount: '1200' });
    expect((await readCii({ currency: 'JPY', totals: whole, taxes: '' })).document?.dueCents).toBe(1_200);
    const thousandths = ciiTotals({ GrandTotalAmount: '1.234', DuePayableAmount: '1.234' });
    expect((await readCii({ currency: 'TND', totals: thousandths, taxes: '' })).document?.dueCents).toBe(1_234);
  });

  it.each([
    ['1.005', 'AmountTooPrecise'],
    ['1,00', 'InvalidAmount'],
    ['1000000000000000000.00', 'AmountOutOfRange'],
    [`1${'0'.repeat(100)}`, 'InvalidAmount'],
  ])('never guesses %s', async (written, code) => {
    const result = await readCii({
      totals: ciiTotals({ GrandTotalAmount: '120.00', DuePayableAmount: written }),
      taxes: '',
    });
    expect(result.document).not.toHaveProperty('dueCents');
    expect(codes(result)).toContain(code);
  });

  it('reads -0.00 as nothing', async () => {
    const totals = ciiTotals({ GrandTotalAmount: '120.00', TotalPrepaidAmount: '-0.00', DuePayableAmount: '120.00' });
    expect(Object.is((await readCii({ totals, taxes: '' })).document?.prepaidCents, 0)).toBe(true);
  });
});

describe('parties and payment', () => {
  it('doubts a payee that is not the seller, and a factored invoice', async () => {
    const result = await readCii({ typeCode: '393', payee: ciiParty('Factor SA', '552100554') });
    expect(codes(result)).toEqual(['FactoredInvoice', 'PayeeIsNotSeller']);
    expect(result.document?.payee?.name).toBe('Factor SA');
  });

  it('does not doubt a payee that is the seller under another spelling', async () => {
    expect(codes(await readCii({ payee: ciiParty('ATELIER  DURAND') }))).toEqual([]);
    expect(codes(await readCii({ payee: ciiParty('Durand', `${SELLER.siren}00074`) }))).toEqual([]);
  });

  it('doubts a missing buyer, a missing IBAN, several of them, and a wrong one', async () => {
    expect(codes(await readCii({ buyer: '' }))).toEqual(['MissingBuyer']);
    expect(codes(await readCii({ means: '' }))).toEqual(['NoIban']);
    expect(codes(await readCii({ means: ciiIban(IBAN) + ciiIban('FR76 3000 6000 0112 3456 7890 188') }))).toEqual([
      'InvalidIban',
      'SeveralIbans',
    ]);
    expect((await readCii({ means: ciiIban('fr76 3000 6000 0112 3456 7890 189') })).document?.iban).toEqual([IBAN]);
  });

  it('doubts identifiers with a wrong key', async () => {
    const buyer = ciiParty('X', '732829321', 'FR45732829320');
    expect(codes(await readCii({ buyer }))).toEqual(['InvalidLegalId', 'InvalidVat']);
  });

  it('keeps contact, electronic address and other identifiers', async () => {
    const more =
      '<ram:GlobalID schemeID="0009">73282932000074</ram:GlobalID><ram:DefinedTradeContact><ram:PersonName>Mme Roy</ram:PersonName><ram:TelephoneUniversalCommunication><ram:CompleteNumber>01 02 03 04 05</ram:CompleteNumber></ram:TelephoneUniversalCommunication><ram:EmailURIUniversalCommunication><ram:URIID>roy@example.fr</ram:URIID></ram:EmailURIUniversalCommunication></ram:DefinedTradeContact><ram:URIUniversalCommunication><ram:URIID schemeID="0225">732829320</ram:URIID></ram:URIUniversalCommunication>';
    const { document } = await readCii({ buyer: ciiParty('X', SELLER.siren, SELLER.vat, more) });
    expect(document?.buyer).toMatchObject({
      contact: 'Mme Roy',
      phone: '01 02 03 04 05',
      email: 'roy@example.fr',
      identifiers: [{ scheme: '0009', value: '73282932000074' }],
      electronicAddress: { scheme: '0225', value: '732829320' },
    });
  });

  it('doubts an unknown profile, but none of the spellings in use', async () => {
    expect(codes(await readCii({ profile: 'urn:example:mine' }))).toEqual(['UnknownProfile']);
    for (const profile of [
      'urn:cen.eu:en16931:2017:compliant:factur-x.eu:1p0:basic',
      'urn:factur-x.eu:1p0:basic',
      'A1',
      'urn:zugferd.de:2p0:extended',
    ]) {
      expect(codes(await readCii({ profile }))).toEqual([]);
    }
  });
});

describe('other syntaxes', () => {
  it('reads ZUGFeRD 1.0 with its own names', async () => {
    const result = await read(zugferd1Invoice());
    expect(result.format).toBe('cii');
    expect(result.document).toMatchObject({
      number: 'Z-1',
      issuedOn: '2014-03-05',
      totalCents: 11_900,
      taxCents: 1_900,
      orderReference: 'B-77',
      lines: 1,
    });
    expect(codes(result)).toEqual(['MissingDueDate', 'MissingAmountDue', 'NoIban']);
  });

  it('reads a UBL invoice', async () => {
    const tail = `<cac:PaymentMeans><cbc:PaymentMeansCode>30</cbc:PaymentMeansCode><cbc:PaymentID>P-1</cbc:PaymentID><cac:PayeeFinancialAccount><cbc:ID>${IBAN}</cbc:ID></cac:PayeeFinancialAccount></cac:PaymentMeans>`;
    const result = await read(
      ublInvoice(
        'Invoice',
        '<cbc:DueDate>2026-02-09Z</cbc:DueDate><cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>',
        tail,
      ),
    );
    expect(result.format).toBe('ubl');
    expect(codes(result)).toEqual([]);
    expect(result.document).toMatchObject({
      kind: 'invoice',
      dueOn: '2026-02-09',
      dueCents: 12_000,
      paymentReference: 'P-1',
      seller: { name: SELLER.name, email: 'compta@example.fr' },
      notes: [{ subject: 'PMT', text: 'Indemnité forfaitaire' }],
    });
  });

  it('knows a UBL credit note by its root', async () => {
    const result = await read(ublInvoice('CreditNote', ''));
    expect(result.document).toMatchObject({ kind: 'credit-note', effect: 'reduces', totalCents: 12_000 });
    expect(result.document).not.toHaveProperty('typeCode');
    expect(codes(result)).toEqual([]);
  });

  it('takes the due date of the payment means when there is no other', async () => {
    const tail = '<cac:PaymentMeans><cbc:PaymentDueDate>2026-02-20</cbc:PaymentDueDate></cac:PaymentMeans>';
    expect((await read(ublInvoice('Invoice', undefined, tail))).document?.dueOn).toBe('2026-02-20');
  });
});
