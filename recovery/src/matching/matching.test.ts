import { addDays, day } from '@acquit/law';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type BookFacts,
  findReversals,
  type MatchingClaim,
  type MatchingLine,
  matchCredits,
  type ReversibleReceipt,
} from './index.ts';

const ON = day('2026-11-18');
const settings = { toleranceCents: 100, bankFeeCents: 3_500, indemnityCents: 4_000 };

const line = (change: Partial<MatchingLine>): MatchingLine => ({
  lineId: 'l1',
  on: ON,
  amountCents: 0,
  label: 'VIR SEPA RECU',
  counterparty: null,
  counterpartyIban: null,
  endToEndId: null,
  mandateId: null,
  remittance: [],
  isReversal: false,
  rejectReason: null,
  ...change,
});

const claim = (
  caseId: string,
  number: string,
  openCents: number,
  change: Partial<MatchingClaim> = {},
): MatchingClaim => ({
  claimId: number,
  caseId,
  number,
  isCredit: false,
  issuedOn: day('2026-09-01'),
  dueOn: day('2026-10-01'),
  openCents,
  paymentReference: null,
  ...change,
});

const NAMES = {
  a: 'SARL Boulangerie Éléonore',
  b: 'Transports Keller',
  c: 'Garage Martin',
  d: 'Garage Martin SAS',
  e: 'Nova Trading',
};
const book = (claims: MatchingClaim[], change: Partial<BookFacts> = {}): BookFacts => ({
  settings,
  debtors: Object.entries(NAMES).map(([caseId, name]) => ({
    caseId,
    name,
    country: caseId === 'e' ? 'MA' : 'FR',
    account: `411${caseId}0001`,
  })),
  claims,
  payers: [],
  receipts: [],
  ...change,
});

/** What one line does to a book, in short: `+` when applied by itself, then the rule and what it pays. */
function told(facts: BookFacts, change: Partial<MatchingLine>): string {
  const [outcome] = matchCredits(facts, [line(change)]);
  const best = outcome!.applied ?? outcome!.proposals[0];
  if (!best) return 'nothing';
  const parts = best.parts.map(
    (part) => `${part.claimId}=${part.amountCents}${part.differenceCents > 0 ? `~${part.differenceCents}` : ''}`,
  );
  const left = best.leftCents === 0 ? [] : [`left ${best.leftCents}`];
  return [outcome!.applied ? '+' : '?', best.rule, ...parts, ...left].join(' ');
}

describe('a number named in the text', () => {
  const facts = book([
    claim('a', 'FA-2026-0101', 120_000),
    claim('a', 'FA-2026-0102', 30_000),
    claim('a', 'FA-2026-0103', 7_777),
    claim('b', 'FA-2026-0201', 55_500),
  ]);
  test.each<[string, Partial<MatchingLine>, string]>([
    ['as written', { amountCents: 120_000, remittance: ['Facture FA-2026-0101'] }, '+ reference FA-2026-0101=120000'],
    ['without separators', { amountCents: 120_000, remittance: ['FA20260101'] }, '+ reference FA-2026-0101=120000'],
    ['without its letters', { amountCents: 120_000, label: 'VIR RECU 2026-0101' }, '+ reference FA-2026-0101=120000'],
    [
      'cut by the bank between two lines',
      { amountCents: 120_000, remittance: ['REGLEMENT FA-2026-0', '101'] },
      '+ reference FA-2026-0101=120000',
    ],
    [
      'two joined',
      { amountCents: 150_000, remittance: ['FA-2026-0101FA-2026-0102'] },
      '+ reference FA-2026-0101=120000 FA-2026-0102=30000',
    ],
    [
      'a range',
      { amountCents: 157_777, remittance: ['FA-2026-0101 A FA-2026-0103'] },
      '+ reference FA-2026-0101=120000 FA-2026-0103=7777 FA-2026-0102=30000',
    ],
    [
      'in the end-to-end identifier',
      { amountCents: 55_500, endToEndId: 'FA-2026-0201' },
      '+ end-to-end FA-2026-0201=55500',
    ],
    [
      'with others that complete the sum',
      { amountCents: 127_777, remittance: ['FA-2026-0101 ET AUTRES'], counterparty: 'BOULANGERIE ELEONORE' },
      '+ reference-others FA-2026-0101=120000 FA-2026-0103=7777',
    ],
    ['some cents short', { amountCents: 119_950, remittance: ['FA-2026-0101'] }, '+ reference FA-2026-0101=119950~50'],
    [
      'a part, by the debtor',
      { amountCents: 50_000, remittance: ['ACOMPTE FA-2026-0101'], counterparty: 'BOULANGERIE ELEONORE' },
      '+ reference-part FA-2026-0101=50000',
    ],
    [
      'a part, by somebody unknown',
      { amountCents: 50_000, remittance: ['FA-2026-0101'], counterparty: 'HOLDING TRIPLEX' },
      '? reference-part FA-2026-0101=50000',
    ],
    [
      'the fixed indemnity too',
      { amountCents: 59_500, remittance: ['FA-2026-0201'], counterparty: 'TRANSPORTS KELLER' },
      '+ reference-surplus FA-2026-0201=55500 left 4000',
    ],
    ['a year is no number', { amountCents: 120_001, remittance: ['EXERCICE 2026'] }, 'nothing'],
    ['after « commande » it is another number', { amountCents: 99_999, remittance: ['COMMANDE 20260101'] }, 'nothing'],
  ])('%s', (_name, change, expected) => {
    expect(told(facts, change)).toBe(expected);
  });

  test('the same short number of two debtors is nobody’s until the name tells', () => {
    const two = book([
      claim('a', 'A-10453', 10_000, { claimId: 'x' }),
      claim('b', 'B-10453', 10_000, { claimId: 'y' }),
    ]);
    expect(told(two, { amountCents: 10_000, remittance: ['FACT 10453'] }).startsWith('+')).toBe(false);
    expect(told(two, { amountCents: 10_000, remittance: ['FACT 10453'], counterparty: 'TRANSPORTS KELLER' })).toBe(
      '+ reference y=10000',
    );
  });

  test('fees are let go on a transfer from abroad only', () => {
    const foreign = book([claim('e', 'FA-2026-0301', 90_000), claim('b', 'FA-2026-0302', 90_000)]);
    expect(told(foreign, { amountCents: 87_500, remittance: ['FA-2026-0301'], counterparty: 'NOVA TRADING' })).toBe(
      '+ reference FA-2026-0301=87500~2500',
    );
    expect(
      told(foreign, { amountCents: 87_500, remittance: ['FA-2026-0302'], counterparty: 'TRANSPORTS KELLER' }),
    ).toBe('? reference-part FA-2026-0302=87500');
  });

  test('a discount before the due date is for a person to grant', () => {
    const early = book([claim('b', 'FA-2026-0401', 100_000, { dueOn: day('2026-12-15') })]);
    expect(told(early, { amountCents: 98_000, remittance: ['FA-2026-0401'], counterparty: 'TRANSPORTS KELLER' })).toBe(
      '? discount FA-2026-0401=98000~2000',
    );
  });

  test('an invoice paid already is said, and the money proposed as a credit', () => {
    const paid = book([claim('b', 'FA-2026-0501', 0)]);
    expect(told(paid, { amountCents: 12_345, remittance: ['FA-2026-0501'] })).toBe('? paid-already left 12345');
  });
});

describe('a payer recognised', () => {
  const facts = book([
    claim('a', 'FA-2026-0101', 49_90, { dueOn: day('2026-09-01') }),
    claim('a', 'FA-2026-0102', 49_90),
    claim('a', 'AV-2026-0103', 10_00, { isCredit: true }),
    claim('b', 'FA-2026-0201', 55_555),
    claim('c', 'FA-2026-0301', 66_666),
    claim('d', 'FA-2026-0302', 66_666),
  ]);
  test.each<[string, Partial<MatchingLine>, string]>([
    [
      'by his name, the oldest of equal amounts first',
      { amountCents: 49_90, counterparty: 'BOULANGERIE ELEONORE' },
      '+ payer-amount FA-2026-0101=4990',
    ],
    [
      'by a name the bank cut',
      { amountCents: 55_555, counterparty: 'SOCIETE DES TRANSPORTS KELL' },
      '+ payer-amount FA-2026-0201=55555',
    ],
    [
      'in the label',
      { amountCents: 55_555, label: 'VIREMENT EN VOTRE FAVEUR TRANSPORTS KELLER' },
      '+ payer-amount FA-2026-0201=55555',
    ],
    [
      'by his account in our books',
      { amountCents: 55_555, remittance: ['CLIENT 411B0001'] },
      '+ payer-amount FA-2026-0201=55555',
    ],
    [
      'several, less a credit note',
      { amountCents: 89_80, counterparty: 'BOULANGERIE ELEONORE' },
      '+ payer-several FA-2026-0101=4990 FA-2026-0102=4990 AV-2026-0103=1000',
    ],
    [
      'two homonyms who owe the same',
      { amountCents: 66_666, counterparty: 'GARAGE MARTIN' },
      '? payer-amount FA-2026-0301=66666',
    ],
    [
      'the month he names',
      { amountCents: 49_90, counterparty: 'BOULANGERIE ELEONORE', remittance: ['ABONNEMENT OCTOBRE'] },
      '+ payer-amount FA-2026-0102=4990',
    ],
    [
      'an amount that fits nothing',
      { amountCents: 12_34, counterparty: 'TRANSPORTS KELLER' },
      '? payer-account FA-2026-0201=1234',
    ],
    [
      'words that speak of something else',
      { amountCents: 55_555, counterparty: 'TRANSPORTS KELLER', remittance: ['REMBOURSEMENT'] },
      '? payer-amount FA-2026-0201=55555',
    ],
    ['nobody, the amount alone', { amountCents: 55_555, counterparty: 'INCONNU' }, '? amount FA-2026-0201=55555'],
  ])('%s', (_name, change, expected) => {
    const dated = {
      ...facts,
      claims: facts.claims.map((one) =>
        one.number === 'FA-2026-0101' ? { ...one, issuedOn: day('2026-08-01') } : one,
      ),
    };
    expect(told(dated, change)).toBe(expected);
  });

  test('one account that pays for two firms decides nothing alone', () => {
    const group = book([claim('b', 'FA-2026-0201', 55_555), claim('a', 'FA-2026-0202', 55_555)], {
      payers: [
        { key: 'iban:FR7630006000011234567890189', caseId: 'a', times: 2 },
        { key: 'iban:FR7630006000011234567890189', caseId: 'b', times: 1 },
      ],
    });
    expect(told(group, { amountCents: 55_555, counterpartyIban: 'FR7630006000011234567890189' }).startsWith('?')).toBe(
      true,
    );
  });

  test('the debtor is sure, not what he pays: every claim the money could clear waits', () => {
    const [outcome] = matchCredits(facts, [line({ amountCents: 60_00, counterparty: 'BOULANGERIE ELEONORE' })]);
    expect([outcome!.applied, outcome!.heldClaimIds.sort()]).toEqual([null, ['FA-2026-0101', 'FA-2026-0102']]);
  });
});

describe('money that the bank takes back', () => {
  const receipt: ReversibleReceipt = {
    receiptId: 'r1',
    caseId: 'b',
    on: day('2026-11-10'),
    amountCents: 55_500,
    claims: [{ claimId: 'k', number: 'FA-2026-0201' }],
    endToEndId: 'PRLV-1',
    mandateId: null,
    payerKeys: [],
    reference: null,
  };
  const debtors = book([]).debtors;
  const back = (change: Partial<MatchingLine>, receipts = [receipt]) => {
    const [outcome] = findReversals([line({ amountCents: -55_500, ...change })], receipts, debtors);
    return outcome!.applied ? '+' : outcome!.proposals.length > 0 ? '?' : 'left';
  };
  test.each<[string, Partial<MatchingLine>, string]>([
    ['the same end-to-end identifier', { endToEndId: 'PRLV-1' }, '+'],
    ['a reject that names the invoice', { label: 'PRLV IMPAYE FA-2026-0201' }, '+'],
    ['a reject that names the debtor', { label: 'REJET PRELEVEMENT TRANSPORTS KELLER' }, '+'],
    ['a payment to the same firm, a supplier too', { label: 'VIR EMIS', counterparty: 'TRANSPORTS KELLER' }, 'left'],
    ['another amount', { endToEndId: 'PRLV-1', amountCents: -55_400 }, 'left'],
    ['before the receipt', { endToEndId: 'PRLV-1', on: day('2026-11-01') }, 'left'],
    ['a reject that names another invoice of his', { label: 'REJET TRANSPORTS KELLER FA-2026-0204' }, '?'],
  ])('%s', (_name, change, expected) => {
    expect(back(change)).toBe(expected);
  });
  test('two receipts that fit are for a person to tell apart', () => {
    expect(back({ label: 'REJET TRANSPORTS KELLER' }, [receipt, { ...receipt, receiptId: 'r2' }])).toBe('?');
  });
});

describe('whatever the book and the lines', () => {
  const anyBook = fc
    .array(
      fc.record({
        caseId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        cents: fc.constantFrom(49_90, 99_80, 120_00, 1_234_56, 777_77),
        isCredit: fc.constantFrom(false, false, false, true),
      }),
      { minLength: 1, maxLength: 12 },
    )
    .map((list) =>
      list.map((one, n) =>
        claim(one.caseId, `FA-2026-${String(n + 1).padStart(4, '0')}`, one.cents, { isCredit: one.isCredit }),
      ),
    );
  const anyLine = fc
    .record({
      cents: fc.constantFrom(49_90, 99_80, 120_00, 1_234_56, 777_77, 149_70, 169_90, 20_00),
      payer: fc.constantFrom(null, ...Object.values(NAMES), 'HOLDING TRIPLEX'),
      text: fc.constantFrom('', 'FA-2026-0001', 'FACT 2026-0002 FA20260003', 'SOLDE', 'ACOMPTE FA-2026-0004', '0002'),
      on: fc.integer({ min: 0, max: 5 }),
    })
    .map(({ cents, payer, text, on }) => ({
      amountCents: cents,
      counterparty: payer,
      remittance: text === '' ? [] : [text],
      on: addDays(day('2026-11-10'), on),
    }));

  test('money is conserved, nothing is paid beyond what is open, and the order of the lines changes nothing', () => {
    fc.assert(
      fc.property(anyBook, fc.array(anyLine, { maxLength: 10 }), fc.integer(), (claims, changes, seed) => {
        const lines = changes.map((change, n) => line({ ...change, lineId: `p${n}` }));
        const outcomes = matchCredits(book(claims), lines);
        const open = new Map(claims.map((one) => [one.claimId, one.openCents]));
        for (const [n, { applied }] of outcomes.entries()) {
          if (!applied) continue;
          const amount = lines.find((one) => one.lineId === outcomes[n]!.lineId)!.amountCents;
          let paid = applied.leftCents;
          for (const part of applied.parts) {
            paid += claims.find((one) => one.claimId === part.claimId)!.isCredit ? -part.amountCents : part.amountCents;
            open.set(part.claimId, open.get(part.claimId)! - part.amountCents - part.differenceCents);
          }
          expect([paid, applied.leftCents >= 0]).toEqual([amount, true]);
        }
        for (const left of open.values()) expect(left).toBeGreaterThanOrEqual(0);
        const turned = lines
          .map((one, n) => ({ one, place: (n * 7919 + seed) % 13 }))
          .sort((a, b) => a.place - b.place)
          .map(({ one }) => one);
        expect(matchCredits(book(claims), turned)).toEqual(outcomes);
      }),
      { numRuns: 400 },
    );
  }, 30_000);
});

describe('what looks sure and is not', () => {
  test('a name that one customer has paid under is still the name of the other who bears it', () => {
    const known = [{ key: 'name:GARAGE MARTIN', caseId: 'c', times: 3 }];
    const paid = { amountCents: 12_345, counterparty: 'GARAGE MARTIN' };
    const both = book([claim('c', 'FA-2026-0401', 12_345), claim('d', 'FA-2026-0402', 12_345)], { payers: known });
    expect(told(both, paid)).toMatch(/^\? payer-amount/);
    const one = book([claim('c', 'FA-2026-0401', 12_345), claim('d', 'FA-2026-0402', 54_321)], { payers: known });
    expect(told(one, paid)).toBe('+ payer-amount FA-2026-0401=12345');
  });

  test('a number of somebody else that is the payer’s own but for one figure gives way to his invoice of that amount', () => {
    const facts = book([claim('b', 'FA-2026-0131', 12_345), claim('a', 'FA-2026-0181', 99_900)]);
    const paid = { amountCents: 12_345, counterparty: 'TRANSPORTS KELLER' };
    expect(told(facts, { ...paid, remittance: ['FA-2026-0181'] })).toBe('+ payer-amount FA-2026-0131=12345');
    const far = book([claim('b', 'FA-2026-0131', 12_345), claim('a', 'FA-2026-0999', 99_900)]);
    expect(told(far, { ...paid, remittance: ['FA-2026-0999'] })).toMatch(/^\?/);
  });

  test('two sets of invoices that make the sum leave the choice to a person', () => {
    const facts = book([
      claim('b', 'FA-2026-0201', 10_000),
      claim('b', 'FA-2026-0202', 15_000),
      claim('b', 'FA-2026-0203', 20_000, { dueOn: day('2026-10-20') }),
      claim('b', 'FA-2026-0204', 5_000, { dueOn: day('2026-10-21') }),
    ]);
    expect(told(facts, { amountCents: 25_000, counterparty: 'TRANSPORTS KELLER' })).toMatch(/^\? payer-several/);
  });

  test('two numbers with « A » between them are the two when they make the sum, the range when it does', () => {
    const facts = book([
      claim('b', 'FA-2026-0201', 10_000),
      claim('b', 'FA-2026-0202', 1_500),
      claim('b', 'FA-2026-0203', 20_000),
    ]);
    const remittance = ['FACTURES FA-2026-0201 A FA-2026-0203'];
    expect(told(facts, { amountCents: 30_000, remittance })).toBe('+ reference FA-2026-0201=10000 FA-2026-0203=20000');
    expect(told(facts, { amountCents: 31_500, remittance })).toMatch(/^\+ reference .*FA-2026-0202=1500/);
  });

  test('less than is owed, without a word of a part, is for a person even when the debtor pays', () => {
    const facts = book([claim('b', 'FA-2026-0201', 100_000)]);
    const paid = { amountCents: 60_000, counterparty: 'TRANSPORTS KELLER' };
    expect(told(facts, { ...paid, remittance: ['FA-2026-0201'] })).toBe('? reference-part FA-2026-0201=60000');
    expect(told(facts, { ...paid, remittance: ['ACOMPTE FA-2026-0201'] })).toBe('+ reference-part FA-2026-0201=60000');
  });

  test('a credit note of an invoice that is to come is taken off another one by a person, or where the text names it', () => {
    const facts = (ofUnknown: boolean) =>
      book([
        claim('b', 'FA-2026-0201', 36_000),
        claim('b', 'AV-2026-0301', 12_000, { isCredit: true, ofUnknown, issuedOn: day('2026-09-01') }),
      ]);
    const paid = { amountCents: 24_000, counterparty: 'TRANSPORTS KELLER' };
    const [named, both] = [['FA-2026-0201'], ['FA-2026-0201 AV-2026-0301']];
    expect(told(facts(false), { ...paid, remittance: named })).toMatch(/^\+/);
    expect(told(facts(true), { ...paid, remittance: named })).toMatch(/^\?/);
    expect(told(facts(true), { ...paid, remittance: both })).toMatch(/^\+/);
    expect(told(facts(false), paid)).toMatch(/^\+/);
    expect(told(facts(true), paid)).toMatch(/^\?/);
  });

  test('a number that no invoice of the book bears is not another one of that sum', () => {
    const facts = book([
      claim('b', 'FA-2026-0201', 10_000),
      claim('b', 'FA-2026-0202', 15_000),
      // Its number ends as the one in the text: that is not what the text says.
      claim('b', 'AV-2026-0203', 1_500, { isCredit: true }),
    ]);
    const paid = { counterparty: 'TRANSPORTS KELLER' };
    expect(told(facts, { ...paid, amountCents: 10_000, remittance: ['FA-2026-0203'] })).toMatch(/^\?/);
    expect(told(facts, { ...paid, amountCents: 25_000, remittance: ['FA-2026-0201 FA-2026-0203'] })).toMatch(/^\?/);
  });
});

describe('what a list says was paid', () => {
  const told40 = { told: { cents: 6_000, until: day('2026-11-15') } };
  const listed = book([claim('b', 'FA-2026-0201', 4_000, told40)]);
  const paid = { counterparty: 'TRANSPORTS KELLER', remittance: ['FA-2026-0201'] };
  const early = day('2026-11-10');

  test('is explained by a line of that time, and added to by a later one', () => {
    expect(told(listed, { ...paid, amountCents: 6_000, on: early })).toBe('+ reference-part FA-2026-0201=6000');
    expect(told(listed, { ...paid, amountCents: 10_000, on: early })).toBe('+ reference FA-2026-0201=10000');
    expect(told(listed, { ...paid, amountCents: 4_000 })).toBe('+ reference FA-2026-0201=4000');
  });

  test('explains one line only: a second one pays what is left', () => {
    const lines = [
      line({ ...paid, lineId: 'l1', amountCents: 6_000, on: early }),
      line({ ...paid, lineId: 'l2', amountCents: 6_000, on: early }),
    ];
    expect(matchCredits(listed, lines).map((one) => one.applied?.rule ?? 'waits')).toEqual([
      'reference-part',
      'reference-surplus',
    ]);
  });

  test('may be the whole of a closed invoice', () => {
    const closed = book([claim('b', 'FA-2026-0201', 0, { told: { cents: 6_000, until: day('2026-11-15') } })]);
    expect(told(closed, { ...paid, amountCents: 6_000, on: early })).toBe('+ reference FA-2026-0201=6000');
    expect(told(closed, { ...paid, amountCents: 6_000 })).toMatch(/^\? paid-already/);
  });
});

describe('a receipt told before its line', () => {
  test('is not shown by a line that names another invoice', () => {
    const receipts = [
      { receiptId: 'r1', caseId: 'b', on: day('2026-11-17'), amountCents: 10_000, claimIds: ['FA-2026-0202'] },
    ];
    const facts = book([claim('b', 'FA-2026-0201', 90_000), claim('b', 'FA-2026-0202', 0)], { receipts });
    const paid = { amountCents: 10_000, counterparty: 'TRANSPORTS KELLER' };
    expect(told(facts, { ...paid, remittance: ['FA-2026-0201'] })).not.toMatch(/known-receipt/);
    expect(told(facts, { ...paid, remittance: ['FA-2026-0209'] })).not.toMatch(/known-receipt/);
    expect(told(facts, { ...paid, remittance: ['FA-2026-0202'] })).toMatch(/^\+ known-receipt/);
    expect(told(facts, paid)).toMatch(/^\+ known-receipt/);
  });
});
