/** Each fault of an invoice alone: its reason, its article, its fines, the words to print, and what the tree shows. */
import { describe, expect, test } from 'vitest';
import { answered } from '../../scripts/checks.ts';
import { day } from '../calendar/index.ts';
import { type ArticleKey, reason } from '../parameters/index.ts';
import { type InvoiceMentionsInput, invoiceMentions } from './index.ts';

type Changes = Partial<InvoiceMentionsInput>;

/** A right invoice between businesses, on the eve of the mentions of electronic invoices. */
const RIGHT: InvoiceMentionsInput = {
  debtor: 'business',
  issuedOn: '2026-08-31',
  dueOn: '2026-09-30',
  penaltyRate: { ecbPlus: '10' },
  fixedIndemnityCents: 4_000,
  discountConditions: 'Néant',
};
const PUBLIC: Changes = { debtor: 'public-body', penaltyRate: { ecbPlus: '8' }, receivedOn: '2026-08-31' };
const BARE = { penaltyRate: undefined as never, fixedIndemnityCents: undefined as never } as const;
const CONSUMER: Changes = { debtor: 'consumer', ...BARE };
const ELECTRONIC: Changes = {
  issuedOn: '2026-09-01',
  issuerSize: 'large',
  customerSiren: '552 100 554',
  operationNature: 'goods',
};

function withChanges(changes: Changes) {
  return JSON.parse(JSON.stringify({ ...RIGHT, ...changes })) as InvoiceMentionsInput;
}

function told(changes: Changes) {
  const input = withChanges(changes);
  const { value, explanation, nodes, reasons } = answered(invoiceMentions(input));
  const faults = (['missing', 'wrong', 'forbidden'] as const).flatMap((problem) =>
    value[problem].map((fault) => ({ problem, ...fault })),
  );
  return { ...value, faults, explanation, nodes, reasons, on: day(input.issuedOn) };
}

const TRADE = { administrative: { individualCents: 7_500_000, companyCents: 37_500_000 }, taxCents: 1_500 };
const TAX = { administrative: null, taxCents: 1_500 };
const ECB =
  'taux appliqué par la Banque centrale européenne à son opération de refinancement la plus récente, majoré de';
const RATE = `Pénalités de retard exigibles dès le lendemain de l’échéance, au ${ECB} 10\u00a0points de pourcentage.`;
const INDEMNITY = 'Indemnité forfaitaire pour frais de recouvrement due en cas de retard\u00a0: 40,00\u00a0€.';
const NO_DISCOUNT = 'Pas d’escompte pour paiement anticipé.';

type Fault = readonly [problem: string, mention: string, why: ArticleKey, fines: unknown, suggestion: string | null];
const CASES: readonly (readonly [Changes, readonly Fault[]])[] = [
  [{}, []],
  [{ dueOn: undefined as never }, [['missing', 'due-date', 'mention-due-date', TRADE, null]]],
  [{ discountConditions: undefined as never }, [['missing', 'discount', 'mention-discount', TRADE, NO_DISCOUNT]]],
  [{ penaltyRate: undefined as never }, [['missing', 'penalty-rate', 'mention-penalty-rate', TRADE, RATE]]],
  [
    { fixedIndemnityCents: undefined as never },
    [['missing', 'fixed-indemnity', 'mention-fixed-indemnity', TRADE, INDEMNITY]],
  ],
  [{ fixedIndemnityCents: 3_999 }, [['wrong', 'fixed-indemnity', 'mention-indemnity-amount', TRADE, INDEMNITY]]],
  [{ fixedIndemnityCents: 4_001 }, [['wrong', 'fixed-indemnity', 'mention-indemnity-amount', TRADE, INDEMNITY]]],
  [{ penaltyRate: { ecbPlus: '10.00' } }, []],
  [{ penaltyRate: { legalMultiple: '3' } }, []],
  [{ penaltyRate: { legalMultiple: '2.99' } }, [['wrong', 'penalty-rate', 'mention-rate-floor', TRADE, RATE]]],
  // Three times 2.75 % is 8.25 %.
  [{ penaltyRate: { fixed: '8.25' } }, []],
  [{ penaltyRate: { fixed: '8.24' } }, [['wrong', 'penalty-rate', 'mention-rate-floor', TRADE, RATE]]],
  [{ penaltyRate: { ecbPlus: '12' } }, []],
  [{ penaltyRate: { ecbPlus: '5' } }, [['wrong', 'penalty-rate', 'mention-rate-floor', TRADE, RATE]]],
  [
    { penaltyRate: { ecbPlus: '10', fixed: '8.24' } },
    [
      ['wrong', 'penalty-rate', 'mention-single-rate', TRADE, RATE],
      ['wrong', 'penalty-rate', 'mention-rate-floor', TRADE, RATE],
    ],
  ],
  [{ term: { days: 30 } }, []],
  [
    { term: { days: 30 }, dueOn: '2026-09-29' },
    [['wrong', 'due-date', 'mention-due-date-differs', TRADE, 'Date de règlement\u00a0: 30 septembre 2026.']],
  ],
  [
    { term: { days: 30 }, dueOn: '2026-10-01' },
    [['wrong', 'due-date', 'mention-due-date-differs', TRADE, 'Date de règlement\u00a0: 30 septembre 2026.']],
  ],
  [{ term: { days: 61 }, dueOn: '2026-10-31' }, [['wrong', 'due-date', 'mention-due-date-unlawful', TRADE, null]]],
  // Forty-five days « fin de mois » from 31 August reach the end of October.
  [{ dueOn: '2026-10-31' }, []],
  [{ dueOn: '2026-11-01' }, [['wrong', 'due-date', 'mention-due-date-unlawful', TRADE, null]]],
  [{ billingAddressStated: true, orderNumberStated: true }, []],
  [{ billingAddressDiffers: true }, [['missing', 'billing-address', 'mention-billing-address', TRADE, null]]],
  [{ billingAddressDiffers: true, billingAddressStated: true }, []],
  [{ customerOrderExists: true }, [['missing', 'order-number', 'mention-order-number', TRADE, null]]],
  [{ customerOrderExists: true, orderNumberStated: true }, []],
  [{ deliveryAddressDiffers: true, vatOnDebits: true }, []],
  [ELECTRONIC, []],
  [{ ...ELECTRONIC, issuerSize: 'mid', customerSiren: '552100554' }, []],
  [
    { ...ELECTRONIC, customerSiren: undefined as never },
    [['missing', 'customer-siren', 'mention-customer-siren', TAX, null]],
  ],
  [{ ...ELECTRONIC, customerSiren: '55210055' }, [['wrong', 'customer-siren', 'mention-siren-shape', TAX, null]]],
  [
    { ...ELECTRONIC, operationNature: undefined as never },
    [['missing', 'operation-nature', 'mention-operation-nature', TAX, null]],
  ],
  [
    { ...ELECTRONIC, deliveryAddressDiffers: true, vatOnDebits: true },
    [
      ['missing', 'delivery-address', 'mention-delivery-address', TAX, null],
      [
        'missing',
        'vat-on-debits',
        'mention-vat-on-debits',
        TAX,
        'Option pour le paiement de la taxe d’après les débits.',
      ],
    ],
  ],
  [
    {
      ...ELECTRONIC,
      deliveryAddressDiffers: true,
      deliveryAddressStated: true,
      vatOnDebits: true,
      vatOnDebitsStated: true,
    },
    [],
  ],
  [{ issuedOn: '2026-09-01', issuerSize: 'small' }, []],
  [
    { issuedOn: '2027-09-01', dueOn: '2027-09-30', issuerSize: 'small', operationNature: 'both' },
    [['missing', 'customer-siren', 'mention-customer-siren', TAX, null]],
  ],
  [
    { issuedOn: '2027-09-01', dueOn: '2027-09-30', customerSiren: '552100554' },
    [['missing', 'operation-nature', 'mention-operation-nature', TAX, null]],
  ],
  [PUBLIC, []],
  [{ debtor: 'public-body', ...BARE, dueOn: undefined as never }, []],
  [{ ...PUBLIC, dueOn: '2026-10-01' }, [['wrong', 'due-date', 'mention-due-date-unlawful', null, null]]],
  [{ ...PUBLIC, dueOn: '2026-10-01', receivedOn: undefined as never }, []],
  [
    { ...PUBLIC, penaltyRate: { ecbPlus: '10' } },
    [
      [
        'wrong',
        'penalty-rate',
        'mention-public-rate',
        null,
        `Intérêts moratoires au ${ECB} 8\u00a0points de pourcentage.`,
      ],
    ],
  ],
  [
    { ...PUBLIC, penaltyRate: { ecbPlus: '8', fixed: '8' } },
    [
      [
        'wrong',
        'penalty-rate',
        'mention-public-rate',
        null,
        `Intérêts moratoires au ${ECB} 8\u00a0points de pourcentage.`,
      ],
    ],
  ],
  [
    { ...PUBLIC, penaltyRate: { fixed: '8' } },
    [
      [
        'wrong',
        'penalty-rate',
        'mention-public-rate',
        null,
        `Intérêts moratoires au ${ECB} 8\u00a0points de pourcentage.`,
      ],
    ],
  ],
  [
    { ...PUBLIC, fixedIndemnityCents: 4_001 },
    [['wrong', 'fixed-indemnity', 'mention-public-indemnity', null, INDEMNITY]],
  ],
  [
    { ...PUBLIC, ...ELECTRONIC, customerSiren: undefined as never },
    [['missing', 'customer-siren', 'mention-customer-siren', TAX, null]],
  ],
  [CONSUMER, []],
  [{ ...CONSUMER, penaltyRate: { fixed: '10' } }, [['forbidden', 'penalty-rate', 'mention-consumer-rate', null, null]]],
  [
    { ...CONSUMER, debtor: 'non-business', fixedIndemnityCents: 4_000 },
    [['forbidden', 'fixed-indemnity', 'mention-consumer-indemnity', null, null]],
  ],
  [{ ...CONSUMER, issuedOn: '2026-09-01' }, []],
];

test.each(CASES)('the faults of %j', (changes, expected) => {
  const { faults, reasons, taxFineCents, on } = told(changes);
  expect(faults.map(({ article: _, ...fault }) => fault)).toEqual(
    expected.map(([problem, mention, why, fines, suggestion]) => ({
      problem,
      mention,
      why: `${reason(why, on).label}.`,
      fines,
      suggestion,
    })),
  );
  for (const [, , why] of expected) expect(reasons).toContain(reason(why, on).label);
  expect(taxFineCents).toBe(1_500 * expected.filter(([, , , fines]) => fines !== null).length);
});

test.each<[Changes, string]>([
  [{ dueOn: undefined as never }, 'L441-9 I C. com.'],
  [{ penaltyRate: { fixed: '8.24' } }, 'L441-10 II C. com.'],
  [{ dueOn: '2026-11-01' }, 'L441-10 I C. com.'],
  [{ sector: 'transport', dueOn: '2026-10-01' }, 'L441-11 II C. com.'],
  [{ term: { days: 61 }, dueOn: '2026-10-31' }, 'L441-10 I C. com.'],
  [{ sector: 'transport', term: { days: 31 }, dueOn: '2026-10-01' }, 'L441-11 II C. com.'],
  [{ ...PUBLIC, dueOn: '2026-10-01' }, 'R2192-10 CCP'],
  [{ fixedIndemnityCents: 1 }, 'D441-5 C. com.'],
  [{ ...PUBLIC, fixedIndemnityCents: 1 }, 'D2192-35 CCP'],
])('the article of the fault of %j', (changes, article) => {
  expect(told(changes).faults.map((fault) => fault.article)).toEqual([article]);
});

test('a fact that is null was not given', () => {
  for (const changes of [{ term: null }, { receivedOn: null }, { sector: null }]) {
    expect(told(changes as never).faults).toEqual([]);
  }
  expect(told({ ...PUBLIC, dueOn: '2026-10-01', receivedOn: null as never }).faults).toEqual([]);
});

test.each<[Changes, boolean]>([
  [{ penaltyRate: { fixed: '10' } }, true],
  [{ penaltyRate: { ecbPlus: '10' } }, false],
  [{ penaltyRate: { ecbPlus: '10', fixed: '12' } }, true],
  [{ ...PUBLIC, penaltyRate: { fixed: '8' } }, false],
  [{ ...CONSUMER, penaltyRate: { fixed: '10' } }, false],
])('a number of a business is better written as the formula of the law: %j', (changes, isTold) => {
  const { advice, reasons, on } = told(changes);
  const safer = reason('mention-formula-safer', on);
  const expected = { mention: 'penalty-rate', why: `${safer.label}.`, article: safer.reference!.article };
  expect(advice).toEqual(isTold ? [expected] : []);
  expect(reasons.includes(safer.label)).toBe(isTold);
});

describe('the tree', () => {
  const top = (changes: Changes) => told(changes).explanation.inputs.map(({ label }) => label);
  const BUSINESS = [
    'Date de règlement (présente)',
    'Date de règlement (licite)',
    'Conditions d’escompte (présente)',
    'Taux des pénalités (présente)',
    'Taux des pénalités (exact)',
    'Indemnité forfaitaire (présente)',
    'Indemnité forfaitaire (exacte)',
  ];
  const REMAIN = 'Mention manquante → les pénalités restent dues';
  const FINE = 'Amende fiscale au plus';
  const FINES = 'Amendes administratives encourues';
  test.each<[Changes, readonly string[]]>([
    [{}, [...BUSINESS, FINE, REMAIN]],
    [{ fixedIndemnityCents: 1 }, [...BUSINESS, FINE, FINES, REMAIN]],
    [{ term: { days: 30 } }, [BUSINESS[0]!, 'Date de règlement (exacte)', ...BUSINESS.slice(2), FINE, REMAIN]],
    [
      { term: { days: 61 }, dueOn: '2026-10-31' },
      [
        BUSINESS[0]!,
        'Date de règlement (exacte)',
        'Date de règlement (exacte)',
        ...BUSINESS.slice(2),
        FINE,
        FINES,
        REMAIN,
      ],
    ],
    [
      { ...ELECTRONIC, deliveryAddressDiffers: true, deliveryAddressStated: true },
      [
        ...BUSINESS,
        'SIREN du client (présente)',
        'SIREN du client (exacte)',
        'Nature de l’opération (présente)',
        'Adresse de livraison (présente)',
        FINE,
        REMAIN,
      ],
    ],
    [PUBLIC, ['Date de règlement (licite)', 'Taux des pénalités (exacte)', 'Indemnité forfaitaire (exacte)', FINE]],
    [{ ...PUBLIC, ...BARE }, ['Date de règlement (licite)', FINE]],
    [
      { ...ELECTRONIC, operationNature: undefined as never },
      [
        ...BUSINESS,
        'SIREN du client (présente)',
        'SIREN du client (exacte)',
        'Nature de l’opération (présente)',
        FINE,
        REMAIN,
      ],
    ],
    [CONSUMER, ['Taux des pénalités (absente)', 'Indemnité forfaitaire (absente)', FINE]],
  ])('of %j shows each check, then the fines', (changes, labels) => {
    expect(top(changes)).toEqual(labels);
  });

  test('says from when the mentions of electronic invoices are due, by the size of the issuer', () => {
    const later = { issuedOn: '2027-09-01', dueOn: '2027-09-30', operationNature: 'goods' } as const;
    const cases: readonly [Changes, ArticleKey, string][] = [
      [ELECTRONIC, 'mention-e-invoice-large', '2026-09-01'],
      [{ ...ELECTRONIC, issuerSize: 'mid' }, 'mention-e-invoice-large', '2026-09-01'],
      [{ ...later, issuerSize: 'small' }, 'mention-e-invoice-small', '2027-09-01'],
      [later, 'mention-e-invoice-small', '2027-09-01'],
    ];
    for (const [changes, key, start] of cases) {
      const { reasons, nodes } = told(changes);
      expect(reasons).toContain(reason(key).label);
      expect(nodes.find(({ label }) => label === 'Début des mentions nouvelles')!.value).toBe(start);
    }
    expect(told({}).reasons).not.toContain(reason('mention-e-invoice-large').label);
  });

  test('shows what a rate was held against', () => {
    const shown = (penaltyRate: InvoiceMentionsInput['penaltyRate']) => {
      const { explanation } = told({ penaltyRate: penaltyRate! });
      const check = explanation.inputs.find(({ label }) => label === 'Taux des pénalités (exact)')!;
      return check.inputs[0]!.inputs.map(({ unit, value }) => `${value} ${unit}`);
    };
    expect(shown({ ecbPlus: '10' })).toEqual(['10 points', '10 points', 'true text']);
    expect(shown({ legalMultiple: '3.5' })).toEqual(['3 multiple', '3.5 multiple']);
    expect(shown({ fixed: '9' })).toEqual(['8.25 percent', '9 percent']);
    // Ten percent and ten times are not the ten points of the law.
    expect(shown({ fixed: '10' })).toEqual(['8.25 percent', '10 percent']);
    expect(shown({ legalMultiple: '10' })).toEqual(['3 multiple', '10 multiple']);
    expect(shown({ ecbPlus: '12' })[0]).toBe('8.25 percent');
  });

  test('the tax fine is a sum of items, capped by a quarter of a total that is given', () => {
    const node = (changes: Changes) => told(changes).explanation.inputs.find(({ label }) => label === FINE)!;
    expect(node({ fixedIndemnityCents: 1 })).toMatchObject({ operation: 'detail', value: 1_500 });
    expect(node({ fixedIndemnityCents: 1, totalCents: 5_999 })).toMatchObject({ operation: 'least', value: 1_500 });
    // A quarter of 58.90 € is 14.725 €, which is 14.73 € to the nearest cent.
    expect(node({ fixedIndemnityCents: 1, totalCents: 5_890 })).toMatchObject({ operation: 'least', value: 1_473 });
    const { nodes } = told({ fixedIndemnityCents: 1, discountConditions: undefined as never });
    expect(nodes.find(({ label }) => label === 'Mentions manquantes ou inexactes')!.value).toBe(2);
    const amounts = nodes.find(({ label }) => label === FINES)!.inputs.map(({ value }) => value);
    expect(amounts).toEqual([7_500_000, 37_500_000]);
  });
});

test.each<[Changes, Record<string, unknown>]>([
  [{ issuedOn: '2026-09-01' }, { code: 'MissingField', field: 'issuerSize' }],
  [
    { issuedOn: '2027-08-31', dueOn: '2027-09-30' },
    { code: 'MissingField', field: 'issuerSize' },
  ],
  [{ penaltyRate: {} }, { code: 'InvalidRate', field: 'penaltyRate' }],
  [{ penaltyRate: { fixed: 'dix' } }, { code: 'InvalidRate', field: 'penaltyRate.fixed' }],
  [{ penaltyRate: { points: '10' } as never }, { code: 'UnknownField', field: 'penaltyRate.points' }],
  [{ vatOnDebitsStated: 1 as never }, { code: 'InvalidValue', field: 'vatOnDebitsStated' }],
  [{ operationNature: 'loan' as never }, { code: 'InvalidChoice', field: 'operationNature' }],
  [{ issuerSize: 'huge' as never }, { code: 'InvalidChoice', field: 'issuerSize' }],
  [{ term: { days: 30, from: 'delivery' } }, { code: 'MissingField', field: 'receivedOn' }],
  [
    { issuedOn: '2027-01-04', dueOn: '2027-01-30', issuerSize: 'small', penaltyRate: { fixed: '12' } },
    { code: 'RateNotPublished' },
  ],
  [{ ...PUBLIC, issuedOn: '2019-04-25' }, { code: 'DateNotServed' }],
])('%j is refused', (changes, expected) => {
  const { code, facts } = invoiceMentions(withChanges(changes)).refusal!;
  expect({ code, ...facts }).toMatchObject(expected);
});
