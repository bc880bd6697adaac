/** What each step costs, what of it comes back, what stays unknown and which reasons are said: the fees of the law, added by hand. */
import { expect, test } from 'vitest';
import { allNodes } from '../../scripts/checks.ts';
import { day } from '../calendar/index.ts';
import { type ArticleKey, reason } from '../parameters/index.ts';
import { type CostStep, type CourtCostsInput, courtCosts, sheetOf } from './index.ts';

type Facts = Partial<CourtCostsInput>;

function ask(procedure: CostStep, facts: Facts) {
  return courtCosts({ procedure, amountCents: 300_000, on: '2026-11-21', ...facts });
}

function priced(procedure: CostStep, facts: Facts) {
  const { value, explanation } = ask(procedure, facts);
  const reasons = allNodes(explanation!).filter(({ operation }) => operation === 'because');
  return { ...value!, reasons: reasons.map(({ label }) => label), nodes: allNodes(explanation!) };
}

function written(keys: readonly ArticleKey[]): readonly string[] {
  return keys.map((key) => reason(key, day('2026-11-21')).label);
}

const LETTER: readonly ArticleKey[] = ['cost-letter-on-creditor'];
const EXEMPT: ArticleKey = 'cost-payment-order-exempt';
const OLD = { on: '2026-02-28' } as const;

/** Step, facts, cents in all, cents that come back, costs without a price, reasons. */
type Row = readonly [CostStep, Facts, number, number, readonly string[], readonly ArticleKey[]];
const ROWS: readonly Row[] = [
  ['reminder-letter', {}, 152, 0, [], []],
  ['formal-notice', {}, 756, 0, [], LETTER],
  ['formal-notice', { letter: 'paper' }, 756, 0, [], LETTER],
  ['formal-notice', { letter: 'electronic' }, 349, 0, [], LETTER],
  ['formal-notice', { leaveNeeded: true }, 756, 0, [], LETTER],
  ['administrative-claim', {}, 756, 0, [], LETTER],
  ['mandatement-d-office', {}, 756, 0, [], LETTER],
  ['insolvency-claim', {}, 756, 0, [], LETTER],
  ['overindebtedness', {}, 756, 0, [], LETTER],
  ['instalment-plan', {}, 0, 0, ['deed'], []],
  ['small-claims', {}, 0, 0, ['commissaire'], ['accessory-small-claims-fee']],
  ['conciliation', {}, 0, 0, [], ['cost-conciliator-free']],
  ['mediation', {}, 0, 0, ['mediator'], []],
  ['mediation', { court: 'administrative' }, 0, 0, [], ['cost-conciliator-free']],
  ['uncontested-commercial', {}, 0, 0, ['commissaire'], []],
  // Registry 25.19 × 1.20 = 30.23; service 25.79 × 2 × 1.20 = 61.90; travel 8.80 × 1.20 = 10.56.
  ['injonction-de-payer', { court: 'commercial' }, 10_269, 10_269, [], [EXEMPT]],
  ['injonction-de-payer', { court: 'judicial' }, 7_246, 7_246, [], ['cost-judicial-free', EXEMPT]],
  ['injonction-de-payer', { court: 'commercial-chamber' }, 7_246, 7_246, ['registry'], [EXEMPT]],
  ['injonction-de-payer', { court: 'mixed-commercial' }, 7_246, 7_246, ['registry'], []],
  ['injonction-de-payer', { court: 'european' }, 7_246, 7_246, [], []],
  // Before March 2026: registry 33.47 with VAT, service 25.53 × 2 × 1.20 = 61.27, and no contribution to be exempt of.
  ['injonction-de-payer', { court: 'commercial', ...OLD }, 10_530, 10_530, [], []],
  ['injonction-de-payer', { court: 'judicial', ...OLD }, 7_183, 7_183, [], ['cost-judicial-free']],
  ['requete', { court: 'judicial' }, 5_000, 5_000, [], ['cost-judicial-free']],
  ['requete', { court: 'european' }, 0, 0, [], []],
  ['requete', { court: 'judicial', on: '2024-03-01' }, 0, 0, [], ['cost-judicial-free']],
  ['refere-provision', { court: 'commercial' }, 0, 0, ['registry', 'deed'], ['cost-commercial-no-contribution']],
  ['assignation', { court: 'judicial', ...OLD }, 0, 0, ['deed'], ['cost-judicial-free']],
  ['assignation', { court: 'commercial', ...OLD }, 0, 0, ['registry', 'deed'], []],
  ['assignation', { court: 'mixed-commercial' }, 0, 0, ['registry', 'deed'], []],
  ['assignation', { court: 'enforcement', amountCents: 2_000_000 }, 0, 0, ['deed'], []],
  ['assignation', { court: 'european' }, 0, 0, ['deed', 'lawyer'], []],
  ['opposition', { court: 'commercial' }, 0, 0, ['registry'], []],
  ['opposition', { court: 'judicial' }, 0, 0, [], ['cost-judicial-free']],
  ['appeal', {}, 22_500, 22_500, ['lawyer'], []],
  ['administrative-refere', {}, 0, 0, ['lawyer'], []],
  ['administrative-suit', {}, 0, 0, ['lawyer'], []],
  ['ad-hoc-representative', { court: 'commercial' }, 1_715, 1_715, [], []],
  ['sommation-de-payer', {}, 0, 0, ['deed'], ['cost-left-to-creditor']],
  ['saisie-conservatoire', {}, 0, 0, ['deed', 'proceedings-fee'], []],
  ['saisie-conservatoire', { court: 'commercial', leaveNeeded: true }, 1_715, 1_715, ['deed', 'proceedings-fee'], []],
  [
    'saisie-conservatoire',
    { court: 'enforcement', leaveNeeded: true },
    0,
    0,
    ['deed', 'proceedings-fee'],
    ['cost-judicial-free'],
  ],
  [
    'saisie-conservatoire',
    { court: 'commercial-chamber', leaveNeeded: true },
    0,
    0,
    ['registry-request', 'deed', 'proceedings-fee'],
    [],
  ],
  ['cheque-title', {}, 0, 0, ['deed'], []],
  ['saisie-attribution', {}, 0, 0, ['deed', 'proceedings-fee'], []],
  // 5.84, 2.32, 1.44 and 1.60, each × 1.20 and rounded.
  ['saisie-des-remunerations', {}, 1_344, 1_344, ['wage-deeds'], []],
  ['saisie-vente', {}, 0, 0, ['seizure-sale-commandment', 'deed', 'proceedings-fee'], []],
  ['european-payment-order', {}, 0, 0, ['court-fee', 'translation'], []],
  ['european-small-claims', {}, 0, 0, ['court-fee', 'translation'], []],
  ['foreign-lawyer', {}, 0, 0, ['lawyer'], []],
];

test.each(ROWS)('%s %j', (step, facts, cents, back, unknown, keys) => {
  const { costCents, recoverableCents, unknownCosts, complete, reasons } = priced(step, facts);
  expect({ costCents, recoverableCents, complete }).toEqual({
    costCents: cents,
    recoverableCents: back,
    complete: unknown.length === 0,
  });
  expect(unknownCosts.map(({ what }) => what)).toEqual(unknown);
  expect(reasons).toEqual(written(keys));
});

test('a cost without a known range gives none', () => {
  expect(priced('cheque-title', {}).unknownCosts[0]).not.toHaveProperty('estimateCents');
});

const LARGE = { court: 'economic', amountCents: 10_000_000, employees: 250 } as const;
const COMPANY = { ...LARGE, turnoverCents: 6_000_000_000, profitCents: 400_000_000 } as const;

test.each<[Facts, readonly ArticleKey[]]>([
  [{ ...COMPANY, amountCents: 5_000_000 }, ['cost-tae-small-claim']],
  [{ ...COMPANY, publicClaimant: true }, ['cost-tae-exempt-public']],
  [{ ...COMPANY, employees: 249 }, ['cost-tae-exempt-employees']],
  [{ ...COMPANY, court: 'commercial-or-economic', employees: 249 }, ['cost-tae-exempt-employees']],
  [{ ...COMPANY, profitCents: 300_000_000 }, ['cost-tae-profit']],
  [{ ...COMPANY, turnoverCents: 5_000_000_000 }, ['cost-tae-no-share']],
  [{ ...LARGE, referenceIncomeCents: 25_000_000 }, ['cost-tae-no-share']],
])('a claimant who owes no contribution is told why: %j', (facts, keys) => {
  const { complete, costCents, reasons } = priced('injonction-de-payer', facts);
  expect({ complete, costCents }).toEqual({ complete: true, costCents: 10_269 });
  expect(reasons).toEqual(written([EXEMPT, ...keys]));
});

test.each<[Facts, number]>([
  // 3 % of 100 000 € for the company; 1 % for the person.
  [COMPANY, 300_000],
  [{ ...LARGE, referenceIncomeCents: 25_000_001 }, 100_000],
])('the contribution of %j does not come back, and shows what made it due', (facts, cents) => {
  const { costCents, recoverableCents, nodes, reasons } = priced('injonction-de-payer', facts);
  expect({ costCents, recoverableCents }).toEqual({ costCents: 10_269 + cents, recoverableCents: 10_269 });
  expect(reasons).toContain(reason('cost-tae-due').label);
  const tests = nodes.filter(({ unit }) => unit === 'flag').map(({ value }) => value);
  expect(tests).toEqual('turnoverCents' in facts ? [false, false, true] : [false, false]);
});

test('the figures of a tariff keep the shape of their unit: a rate as text, an amount as a number of cents', () => {
  const values = priced('injonction-de-payer', COMPANY).nodes.map(({ value }) => value);
  expect(values).toContain('3');
  expect(values).toContain(300_000_000);
});

test.each<[Facts, readonly string[]]>([
  [{ ...LARGE, turnoverCents: 6_000_000_000 }, ['tae-contribution']],
  [{ ...LARGE, profitCents: 400_000_000 }, ['tae-contribution']],
  [{ ...COMPANY, court: 'commercial' }, []],
  [{ ...COMPANY, court: 'judicial' }, []],
])('what is unknown of the contribution for %j', (facts, unknown) => {
  const { unknownCosts, costLines } = priced('injonction-de-payer', facts);
  expect(unknownCosts.map(({ what }) => what)).toEqual(unknown);
  expect(costLines.map(({ what }) => what)).not.toContain('tae-contribution');
});

test.each<[CostStep, Facts, Record<string, unknown>]>([
  ['injonction-de-payer', { court: 'judicial', on: '2028-03-01' }, { code: 'TariffNotPublished', what: 'service' }],
  ['saisie-conservatoire', { leaveNeeded: true }, { code: 'MissingField', field: 'court' }],
  ['requete', { court: 'judicial', debtorPostcode: '' }, { code: 'InvalidValue', field: 'debtorPostcode' }],
  ['requete', { court: 'judicial', debtorPostcode: '750011' }, { code: 'InvalidValue', field: 'debtorPostcode' }],
  ['requete', { court: 'judicial', debtorPostcode: 'F75001' }, { code: 'InvalidValue', field: 'debtorPostcode' }],
  ['requete', { court: 'judicial', referenceIncomeCents: 1, profitCents: 1 }, { code: 'InvalidValue' }],
  ['requete', { court: 'judicial', on: 'hier' }, { code: 'InvalidDate', field: 'on' }],
])('%s %j is refused', (step, facts, expected) => {
  const { code, message, facts: carried } = ask(step, facts).refusal!;
  expect({ code, ...carried }).toMatchObject(expected);
  if ('debtorPostcode' in facts) expect(message).toContain('debtorPostcode');
});

test('a caller that prices several steps is told what has no tariff on the day, and until when it was asked', () => {
  const claimant = { isPublic: false, employees: null, turnoverCents: null, profitCents: null, incomeCents: null };
  const sheet = sheetOf('formal-notice', {
    amountCents: 300_000,
    on: day('2027-01-01'),
    court: 'enforcement',
    postcode: null,
    claimant,
    leaveNeeded: false,
    electronicLetter: false,
  });
  expect(sheet.gaps).toEqual(['registered-letter']);
  expect(sheet.lines).toEqual([]);
  const [unknown, ...others] = sheet.unknown;
  expect(others).toEqual([]);
  expect(unknown).toMatchObject({ what: 'registered-letter', label: 'Lettre recommandée avec avis de réception' });
  expect(unknown!.why).toContain('1er janvier 2027');
});
