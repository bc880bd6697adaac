import { describe, expect, it } from 'vitest';
import { cefactDay, isoDay, xmlDay } from './calendar.ts';
import { parseDecimal, sum, toCents } from './decimals.ts';
import { byteCounts, decodeTable } from './decode-text.ts';
import { clip, decimalText, list, money, size, typeset } from './french.ts';
import { ibanText, isFrenchLegalId, isIban, isPlausibleVat, legalIdText } from './identifiers.ts';
import { defaultLimits, timeAllowed } from './limits.ts';
import { describeDoubt, describeRefusal, doubtCodes, refusalCodes } from './messages.ts';
import { distance, nearness, normalise } from './table/names.ts';
import { findDecimalMark, readAmount } from './table/table-amounts.ts';
import { findDateOrder, readDay } from './table/table-dates.ts';
import { parseXml } from './xml/parse-xml.ts';
import { select, text, texts } from './xml/select.ts';

describe('decimals', () => {
  it.each([
    ['12.50', 1_250],
    ['-12.5', -1_250],
    ['+7', 700],
    ['.5', 50],
    ['1.', 100],
    ['10.100000', 1_010],
    ['-0.00', 0],
    ['10.001', 'AmountTooPrecise'],
    ['99999999999999.99', 'AmountOutOfRange'],
    ['1e3', 'InvalidAmount'],
    ['', 'InvalidAmount'],
    ['.', 'InvalidAmount'],
    ['0x10', 'InvalidAmount'],
    ['١٢', 'InvalidAmount'],
  ])('%s is %s', (written, expected) => {
    expect(toCents(written, 2, defaultLimits.amountCents)).toBe(expected);
  });

  it('add exactly, whatever their decimals', () => {
    const total = sum(['0.1', '0.2', '0.003'].map((one) => parseDecimal(one)!));
    expect(total).toEqual({ units: 303n, scale: 3 });
  });
});

describe('days', () => {
  it('that do not exist are not moved', () => {
    expect(isoDay(2026, 2, 29)).toBeUndefined();
    expect(isoDay(2028, 2, 29)).toBe('2028-02-29');
    expect(isoDay(1066, 1, 1)).toBeUndefined();
  });

  it.each([
    ['20260131', '2026-01-31'],
    ['202601312359', '2026-01-31'],
    ['20260131235959', '2026-01-31'],
    ['2026-01-31', '2026-01-31'],
    ['202601', undefined],
    ['20260230', undefined],
    ['31/01/2026', undefined],
  ])('%s (UN/CEFACT) is %s', (written, expected) => {
    expect(cefactDay(written)).toBe(expected);
  });

  it('may carry a zone in XML, and nothing else', () => {
    expect(xmlDay('2026-01-31+01:00')).toBe('2026-01-31');
    expect(xmlDay('2026-01-31x')).toBeUndefined();
  });

  it.each([
    ['1er janv. 2026', '2026-01-01'],
    ['15-août-26', '2026-08-15'],
    ['3.4.2026', '2026-04-03'],
    ['2026/4/3', '2026-04-03'],
    ['20260403', '2026-04-03'],
    ['03/04/2026 00:00:00', '2026-04-03'],
    ['2026-04-03T10:00:00Z', '2026-04-03'],
    ['31/04/2026', null],
    ['demain', null],
    ['', undefined],
    ['-', undefined],
  ])('%s in a table is %s', (written, expected) => {
    expect(readDay(written, 'dmy')).toBe(expected);
  });

  it('tell their order as a whole', () => {
    expect(findDateOrder(['01/02/2026', '13/02/2026'])).toEqual({ format: 'dmy', assumed: false });
    expect(findDateOrder(['01/02/2026', '02/13/2026'])).toEqual({ format: 'mdy', assumed: false });
    expect(findDateOrder(['12/12/2026', '01/12/2026'])).toEqual({ format: 'dmy', assumed: true });
    expect(findDateOrder(['01/02/2026'])).toEqual({ format: 'dmy', assumed: true });
    expect(findDateOrder(['2026-01-02', undefined, ''])).toEqual({ format: 'iso', assumed: false });
    expect(findDateOrder([{ day: '2026-01-02' }])).toEqual({ format: 'cells', assumed: false });
    expect(readDay('02/13/2026', 'mdy')).toBe('2026-02-13');
  });
});

describe('amounts of a table', () => {
  it.each([
    ['1 234,56 €', 123_456],
    ['1\u202f234,56', 123_456],
    ["1'234.56", 123_456],
    ['1.234,56', 123_456],
    ['1,234.56', 123_456],
    ['1.234.567', 123_456_700],
    ['(12,00)', -1_200],
    ['12,00-', -1_200],
    ['-12,00 EUR', -1_200],
    ['−12,00', -1_200],
    ['€ 12', 1_200],
    [',5', 50],
    ['0,125', 'AmountTooPrecise'],
    ['1,234', 'AmbiguousAmount'],
    ['1.234', 'AmbiguousAmount'],
    ['12.34.56', 'InvalidAmount'],
    ['1,23,456.00', 'InvalidAmount'],
    ['--12', 'InvalidAmount'],
    ['(12', 'InvalidAmount'],
    ['12 %', 'InvalidAmount'],
    ['', undefined],
    ['-', undefined],
  ])('%s is %s', (written, expected) => {
    expect(readAmount(written, undefined, 2, defaultLimits.amountCents)).toBe(expected);
  });

  it('are settled by the mark of their table', () => {
    expect(findDecimalMark(['1,234', '12,50', '3'])).toBe(',');
    expect(findDecimalMark(['1,234', '1,234.50'])).toBe('.');
    expect(findDecimalMark(['12,50', '12.50'])).toBeUndefined();
    expect(readAmount('1,234', '.', 2, 1e14)).toBe(123_400);
    expect(readAmount('1,234', ',', 2, 1e14)).toBe('AmountTooPrecise');
    expect(readAmount('1.234', ',', 2, 1e14)).toBe(123_400);
  });
});

describe('identifiers', () => {
  it('have a key', () => {
    expect(isFrenchLegalId('732829320')).toBe(true);
    expect(isFrenchLegalId('73282932000074')).toBe(true);
    expect(isFrenchLegalId('732829321')).toBe(false);
    expect(isFrenchLegalId('73282932000075')).toBe(false);
    expect(isFrenchLegalId('7328293')).toBe(false);
  });

  it('of La Poste follow their own rule', () => {
    expect(isFrenchLegalId('35600000000048')).toBe(true);
    expect(isFrenchLegalId('35600000049837')).toBe(true);
    expect(isFrenchLegalId('35600000049838')).toBe(false);
  });

  it('for VAT are checked as far as they can be', () => {
    expect(isPlausibleVat('FR44732829320')).toBe(true);
    expect(isPlausibleVat('FR45732829320')).toBe(false);
    expect(isPlausibleVat('FRK7732829320')).toBe(true);
    expect(isPlausibleVat('FRK7732829321')).toBe(false);
    expect(isPlausibleVat('NL8200.98.395.B.01')).toBe(true);
    expect(isPlausibleVat('123456')).toBe(false);
  });

  it('lose their spaces only when they are figures', () => {
    expect(legalIdText('732 829 320')).toBe('732829320');
    expect(legalIdText('HRB 1234')).toBe('HRB 1234');
    expect(ibanText(' fr76 3000-6000 0112 3456 7890 189 ')).toBe('FR7630006000011234567890189');
    expect(isIban('FR7630006000011234567890188')).toBe(false);
  });
});

describe('column names', () => {
  it('are compared without accents, case, punctuation', () => {
    expect(normalise('  N° Pièce ')).toBe('n piece');
    expect(normalise("Date_d'échéance")).toBe('date d echeance');
    expect(normalise('montantTTC')).toBe('montant ttc');
  });

  it('are near when a few letters slipped, and far when a word is another', () => {
    expect(distance('facture', 'feature')).toBe(2);
    expect(nearness('montant factture', 'montant facture')).toBeGreaterThan(0.85);
    expect(nearness('facture numero', 'numero de facture')).toBeGreaterThan(0.95);
    expect(nearness('montant ht', 'montant ttc')).toBe(0);
    expect(nearness('montant', 'montant ttc')).toBe(0);
  });
});

describe('encodings', () => {
  it('are told apart by all the bytes', () => {
    expect(decodeTable(Buffer.from([0x45, 0x74, 0xe9, 0x80]))).toEqual({ text: 'Eté€', encoding: 'windows-1252' });
    expect(decodeTable(Buffer.from([0x45, 0x74, 0xe9]))?.encoding).toBe('windows-1252');
    expect(decodeTable(Buffer.from([0x45, 0x74, 0xe9, 0xa4]))).toEqual({ text: 'Eté€', encoding: 'iso-8859-15' });
    expect(decodeTable(Buffer.from([0x6e, 0xf8, 0x82, 0x85]))).toEqual({ text: 'n°éà', encoding: 'cp850' });
    expect(decodeTable(Buffer.from('Été€'))).toEqual({ text: 'Été€', encoding: 'utf-8' });
  });
});

describe('bytes beyond ASCII', () => {
  it('are counted once each, wherever a piece begins and ends', () => {
    const all = Uint8Array.from({ length: 40 }, (_, at) => (at % 3 === 0 ? 0x80 + at : 0x41));
    for (let from = 0; from < 9; from += 1)
      for (let until = from; until <= all.length; until += 1) {
        const { counts, add } = byteCounts();
        add(all.subarray(from, until));
        const beyond = [...all.subarray(from, until)].filter((byte) => byte >= 0x80);
        expect([...counts].flatMap((times, byte) => Array(times).fill(byte + 0x80))).toEqual(beyond);
      }
  });
});

describe('paths in XML', () => {
  const root = parseXml(
    Buffer.from(
      '<a:r xmlns:a="u"><p><id s="X">1</id><id s="va">2</id><t><k>VAT</k></t><n>yes</n></p><p><n>no</n></p><n/></a:r>',
    ),
    defaultLimits,
  );

  it('follow names, attributes and texts below', () => {
    expect(text(root, ['p/id[@s=VA]'])).toBe('2');
    expect(text(root, ['p[t/k=vat]/n'])).toBe('yes');
    expect(texts(root, ['absent', 'p/n'])).toEqual(['yes', 'no']);
    expect(text(root, ['n'])).toBeUndefined();
    expect(select(root, 'p')).toHaveLength(2);
  });
});

describe('sentences', () => {
  it('exist for every code, in French typography, without a hole', () => {
    const facts = {
      field: 'due',
      text: 'x',
      terms: '30 jours',
      dueOn: '2026-01-31',
      issuedOn: '2026-02-01',
      dates: ['2026-01-31', '2026-02-28'],
      ibans: ['A', 'B'],
      iban: 'A',
      payee: 'P',
      seller: 'S',
      prepaidCents: 123_456,
      dueCents: 1,
      totalCents: 1,
      expectedCents: 1,
      foundCents: 2,
      computedCents: 3,
      currency: 'EUR',
      found: 3,
      role: 'buyer',
      legalId: '1',
      vat: '2',
      profile: 'p',
      numbers: ['1'],
      names: ['a'],
      chosen: 'a',
      typeCode: '1',
      column: 2,
      number: '1',
      line: 3,
      count: 2,
      rule: 'BR-CO-15',
      limit: 1_000,
      format: 'fec',
      start: 's',
      root: 'r',
      encrypted: true,
      declared: 'utf-8',
      name: 'n',
      columns: ['a'],
      detail: 'd',
      used: '2026-01-31',
      account: 'c',
      accounts: ['c'],
      on: '2026-01-31',
      from: '2026-01-01',
      until: '2026-12-31',
      closesOn: '2026-12-31',
      debitCents: 1,
      creditCents: 2,
      status: 's',
      ages: 'a',
      openingCents: 1,
      creditsCents: 2,
      debitsCents: 3,
      closingCents: 4,
      announcedCents: 5,
      detailsCents: 6,
      entryCents: 7,
      side: 'credits',
      currencies: ['EUR', 'CHF'],
      expected: 120,
      problem: 'InvalidAmount',
      id: 'i',
    };
    const sentences = [
      ...doubtCodes.map((code) => describeDoubt(code, facts)),
      ...refusalCodes.map((code) => describeRefusal(code, facts)),
    ];
    for (const sentence of sentences) {
      expect(sentence).toMatch(/[.!?]$/);
      expect(sentence).not.toMatch(/undefined|NaN|\[object| [:;!?»%]|« |'/);
    }
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  it('write amounts, sizes and lists as French does', () => {
    expect(money(123_456)).toBe('1\u202f234,56\u00a0€');
    expect(money(-5, 'JPY')).toMatch(/-5/);
    expect(money(123, 'ZZZ')).toBe('1,23\u00a0ZZZ');
    expect(decimalText(-5, 2)).toBe('-0.05');
    expect(size(32_000_000)).toBe('32\u00a0Mo');
    expect(list(['a', 'b', 'c'])).toBe('a, b et c');
    expect(list(['a', 'b', 'c'], 2)).toBe('a, b et 1 autre');
    expect(typeset('« a » : b ; c')).toBe('«\u00a0a\u00a0»\u00a0: b\u202f; c');
  });

  it('are not led astray by foreign text', () => {
    expect(clip('a\u202eb\u0000c')).toBe('a b c');
    expect(clip('x'.repeat(500))).toHaveLength(120);
    expect(describeDoubt('UnknownProfile', { profile: '__proto__' })).toContain('__proto__');
  });
});

describe('time', () => {
  it('grows with the file, but for a PDF', () => {
    const { seconds, secondsPerMegabyte, secondsPerWorkbookMegabyte } = defaultLimits;
    expect(timeAllowed(defaultLimits, Buffer.alloc(0))).toBe(seconds);
    expect(timeAllowed(defaultLimits, Buffer.alloc(2_000_000, 'a'))).toBe(seconds + 2 * secondsPerMegabyte);
    expect(timeAllowed(defaultLimits, Buffer.alloc(2_000_000, 'PK'))).toBe(seconds + 2 * secondsPerWorkbookMegabyte);
    expect(timeAllowed(defaultLimits, Buffer.alloc(2_000_000, '%PDF-'))).toBe(seconds);
  });
});
