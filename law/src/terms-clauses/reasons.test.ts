/** The clauses that each choice writes, with their reasons, and the whole of each refusal. */
import { describe, expect, test } from 'vitest';
import { answered } from '../../scripts/checks.ts';
import { day } from '../calendar/index.ts';
import { type ArticleKey, reason } from '../parameters/index.ts';
import { type TermsClausesInput, termsClauses } from './index.ts';

type Choices = Partial<TermsClausesInput>;

function ask(choices: Choices) {
  return termsClauses({ on: '2026-11-21', customers: 'business', ...choices });
}

function written(choices: Choices) {
  return answered(ask(choices));
}

const NEVER_CHOSEN: readonly [string, readonly ArticleKey[]][] = [
  ['discount', ['terms-discount']],
  ['late-penalties', ['terms-penalty-rate', 'terms-penalty-year']],
  ['fixed-indemnity', ['terms-indemnity', 'indemnity-per-late-invoice']],
];
const SUPPLIED: readonly [string, readonly ArticleKey[]] = ['due-term', ['payment-term-default-business']];
const FREE: readonly [string, readonly ArticleKey[]] = ['due-term', ['payment-term-consumer']];
const INTEREST: readonly [string, readonly ArticleKey[]] = ['legal-interest', ['terms-consumer-interest']];

test.each<[Choices, readonly (readonly [string, readonly ArticleKey[]])[]]>([
  [{}, [SUPPLIED, ...NEVER_CHOSEN]],
  [{ term: { days: 30 } }, [['due-term', ['terms-every-day']], ...NEVER_CHOSEN]],
  [{ discount: { percent: '2', days: 8 } }, [SUPPLIED, ...NEVER_CHOSEN]],
  [{ penaltyClause: { percent: '10' } }, [SUPPLIED, ...NEVER_CHOSEN, ['penalty-clause', ['terms-penalty-clause']]]],
  [
    { allocation: 'legal' },
    [SUPPLIED, ...NEVER_CHOSEN, ['allocation', ['terms-allocation-legal', 'terms-allocation-costs']]],
  ],
  [{ allocation: 'principalFirst' }, [SUPPLIED, ...NEVER_CHOSEN, ['allocation', ['terms-allocation-choice']]]],
  [
    { acceleration: { noticeDays: 8 } },
    [SUPPLIED, ...NEVER_CHOSEN, ['acceleration', ['terms-acceleration', 'terms-acceleration-notice']]],
  ],
  [{ suspension: { noticeDays: 8 } }, [SUPPLIED, ...NEVER_CHOSEN, ['suspension', ['terms-suspension']]]],
  [
    { retentionOfTitle: true },
    [SUPPLIED, ...NEVER_CHOSEN, ['retention-of-title', ['terms-retention-of-title', 'terms-retention-insolvency']]],
  ],
  [{ limitation: { years: 10 } }, [SUPPLIED, ...NEVER_CHOSEN, ['limitation', ['terms-limitation']]]],
  [
    { jurisdiction: { court: 'tribunal de commerce de Lyon', betweenTraders: true } },
    [SUPPLIED, ...NEVER_CHOSEN, ['jurisdiction', ['terms-jurisdiction']]],
  ],
  [{ customers: 'consumer' }, [FREE, INTEREST]],
  [{ customers: 'non-business' }, [FREE, INTEREST]],
  [{ customers: 'consumer', term: { days: 90 } }, [['due-term', ['payment-term-consumer-agreed']], INTEREST]],
  [{ customers: 'consumer', discount: { percent: '2', days: 8 } }, [FREE, ['discount', ['terms-discount']], INTEREST]],
  [
    { customers: 'consumer', penaltyClause: { percent: '5', mutual: true }, allocation: 'legal' },
    [
      FREE,
      INTEREST,
      ['penalty-clause', ['terms-penalty-clause', 'terms-penalty-clause-mutual']],
      ['allocation', ['terms-allocation-legal']],
    ],
  ],
])('the choices %j write their clauses, each with its reasons and their articles', (choices, expected) => {
  const { value, explanation } = written(choices);
  const said = explanation.inputs.map(({ inputs }) =>
    inputs.filter(({ operation }) => operation === 'because').map(({ label }) => label),
  );
  const because = expected.map(([, keys]) => keys.map((key) => reason(key, day('2026-11-21'))));
  expect(value.clauses.map(({ key }) => key)).toEqual(expected.map(([key]) => key));
  expect(said).toEqual(because.map((nodes) => nodes.map(({ label }) => label)));
  expect(value.clauses.map(({ articles }) => articles)).toEqual(
    because.map((nodes) => [...new Set(nodes.map(({ reference }) => reference!.article))]),
  );
  expect(value.clauses.filter(({ conspicuous }) => conspicuous).map(({ key }) => key)).toEqual(
    'jurisdiction' in choices ? ['jurisdiction'] : [],
  );
  value.clauses.forEach(({ title, text }, i) => {
    expect(explanation.inputs[i]!.label).toBe(title);
    expect(explanation.inputs[i]!.inputs[0]).toMatchObject({
      label: `${title}\u00a0: rédaction`,
      value: text,
      unit: 'text',
    });
  });
});

test('the tree holds what was checked: the term, the floor of the rate, the amount of the indemnity', () => {
  const { explanation } = written({ term: { days: 30 } });
  const [term, , penalties, indemnity] = explanation.inputs;
  expect(term!.inputs[1]!.unit).toBe('date');
  expect(penalties!.inputs[1]).toMatchObject({ label: 'Taux au moins égal au plancher', value: true });
  expect(indemnity!.inputs[1]).toMatchObject({ operation: 'parameter', value: 4000, unit: 'cents' });
});

const PAID = ' Le paiement est réputé fait le jour où le compte du vendeur est crédité.';
test.each<[Choices, string]>([
  [{ term: { days: 0 } }, 'Le prix est payable comptant, le jour de l’émission de la facture.'],
  [{ term: { days: 1 } }, 'Le prix est payable dans un délai de 1\u00a0jour à compter de l’émission de la facture.'],
  [
    { term: { days: 2, from: 'delivery' } },
    'Le prix est payable dans un délai de 2\u00a0jours à compter de la réception des marchandises ou de l’exécution de la prestation.',
  ],
  [
    { term: { days: 0 }, overseasImport: true },
    'Le prix est payable comptant, le jour de la réception des marchandises.',
  ],
  [
    { term: { days: 10, endOfMonth: 'A' }, overseasImport: true },
    'Le prix est payable à 10\u00a0jours fin de mois\u00a0: ce délai se compte à partir de la réception des marchandises, et l’échéance est le dernier jour du mois où il expire.',
  ],
  [
    { term: { days: 10, endOfMonth: 'B', from: 'delivery' } },
    'Le prix est payable à 10\u00a0jours fin de mois\u00a0: ce délai se compte à partir du dernier jour du mois de la réception des marchandises ou de l’exécution de la prestation.',
  ],
])('the due term of %j', (choices, sentence) => {
  expect(written(choices).value.clauses[0]!.text).toBe(`${sentence}${PAID}`);
});

function clause(key: string, choices: Choices): string {
  return written(choices).value.clauses.find((one) => one.key === key)!.text;
}

describe('the words of a clause follow the choice', () => {
  test('the penalty binds the seller too when it is mutual, and the judge may reduce it', () => {
    const alone = clause('penalty-clause', { penaltyClause: { percent: '10' } });
    const mutual = clause('penalty-clause', { penaltyClause: { percent: '10', mutual: true } });
    expect(alone).toContain('égale à 10\u00a0% du prix restant dû');
    expect(alone).not.toContain('Le vendeur');
    expect(mutual).toContain('doit au client une somme égale à 10\u00a0% du prix de la part non exécutée');
    for (const text of [alone, mutual]) expect(text).toMatch(/Le juge peut modérer cette somme/);
  });

  test('the costs of recovery come before the principal for a business only', () => {
    const order = (choices: Choices) => clause('allocation', choices);
    expect(order({ allocation: 'legal' })).toBe(
      'Tout paiement partiel s’impute d’abord sur les intérêts et l’indemnité de recouvrement, puis sur le principal.',
    );
    expect(order({ allocation: 'principalFirst' })).toBe(
      'Tout paiement partiel s’impute d’abord sur le principal, puis sur les intérêts.',
    );
    expect(order({ allocation: 'principalFirst', customers: 'consumer' })).toBe(
      'Tout paiement partiel s’impute d’abord sur le principal, puis sur les intérêts.',
    );
  });

  test('a notice of one day and one of several are written as French counts', () => {
    expect(clause('acceleration', { acceleration: { noticeDays: 1 } })).toContain('exigible 1\u00a0jour après');
    expect(clause('suspension', { suspension: { noticeDays: 8 } })).toContain('impayée 8\u00a0jours après');
    expect(clause('limitation', { limitation: { years: 1 } })).toContain('par 1\u00a0an.');
    expect(clause('limitation', { limitation: { years: 2 } })).toContain('par 2\u00a0ans.');
  });

  test('a rate is written with the day it is taken on only when it follows that of the bank', () => {
    expect(clause('late-penalties', { penaltyRate: { legalMultiple: '3.5' } })).toContain(
      'des pénalités de retard à un taux égal à 3,5\u00a0fois le taux de l’intérêt légal. Ces pénalités',
    );
    expect(clause('late-penalties', { penaltyRate: { fixed: '15' } })).toContain('au taux de 15\u00a0% par an. Ces');
    expect(clause('late-penalties', { penaltyRate: { ecbPlus: '12' } })).toContain(
      'majoré de 12\u00a0points de pourcentage. Le taux de la Banque centrale européenne est celui',
    );
  });

  test('the court and the amount of the indemnity are those of the choice and of the decree', () => {
    const jurisdiction = { court: 'tribunal de commerce de Lyon', betweenTraders: true };
    expect(clause('jurisdiction', { jurisdiction })).toMatch(/: tribunal de commerce de Lyon\.$/);
    expect(clause('fixed-indemnity', {})).toContain('frais de recouvrement de 40,00\u00a0€.');
  });
});

test('the whole text numbers the clauses', () => {
  const { clauses, text } = written({ customers: 'consumer' }).value;
  expect(text).toBe(`1. Délai de paiement\n${clauses[0]!.text}\n\n2. Retard de paiement\n${clauses[1]!.text}`);
});

test.each<[Choices, readonly string[]]>([
  [{}, []],
  [{ penaltyRate: { fixed: '15' } }, ['FormulaSafer']],
  [{ penaltyRate: { legalMultiple: '3' } }, []],
  [{ limitation: { years: 5 } }, ['LimitationChanged']],
  [{ term: { days: 30 } }, []],
  [{ term: { days: 30, endOfMonth: 'B' } }, ['MonthEndNeedsAgreement']],
  [{ term: { days: 30, endOfMonth: 'B' }, customers: 'consumer' }, []],
  [{ penaltyClause: { percent: '10' } }, ['PenaltyMayBeReduced']],
])('the doubts of %j', (choices, codes) => {
  const { doubts } = written(choices).value;
  expect(doubts.map(({ code }) => code)).toEqual(codes);
  for (const { message } of doubts) expect(message).toMatch(/^\p{Lu}.*[^.]\.$/u);
});

const LYON = 'tribunal de commerce de Lyon';
test.each<[Choices, Record<string, unknown>]>([
  [
    { reminderFeeCents: 1_500 },
    { code: 'FeeForbiddenBeforeTitle', field: 'reminderFeeCents', amountCents: 1_500, article: 'L111-8 CPCE' },
  ],
  [
    { reminderFeeCents: 1, customers: 'non-business' },
    { code: 'FeeForbiddenBeforeTitle', field: 'reminderFeeCents', amountCents: 1, article: 'L111-8 CPCE' },
  ],
  [
    { customers: 'consumer', penaltyRate: { ecbPlus: '10' } },
    { code: 'PenaltyNotOwedByConsumer', article: '1231-6 C. civ.' },
  ],
  [
    { customers: 'non-business', fixedIndemnityCents: 4_000 },
    { code: 'IndemnityNotOwedUnderCivilLaw', article: 'D441-5 C. com.' },
  ],
  [
    { customers: 'non-business', penaltyClause: { percent: '5' } },
    { code: 'OneSidedPenalty', field: 'penaltyClause.mutual', article: 'R212-2 C. consom.' },
  ],
  [
    { customers: 'non-business', limitation: { years: 5 } },
    { code: 'LimitationClauseForbidden', field: 'limitation', article: 'L218-1 C. consom.' },
  ],
  [
    { fixedIndemnityCents: 3_999 },
    { code: 'IndemnityFixedByLaw', amountCents: 3_999, legalCents: 4_000, article: 'D441-5 C. com.' },
  ],
  [
    { limitation: { years: 5, periodicSums: true } },
    { code: 'LimitationClauseForbidden', field: 'limitation', years: 5, least: 1, most: 10, article: '2254 C. civ.' },
  ],
  [
    { limitation: { years: 11 } },
    { code: 'LimitationClauseForbidden', field: 'limitation', years: 11, least: 1, most: 10, article: '2254 C. civ.' },
  ],
  [
    { jurisdiction: { court: LYON } },
    { code: 'JurisdictionClauseForbidden', field: 'jurisdiction.betweenTraders', article: '48 CPC' },
  ],
  [
    { jurisdiction: { court: LYON, betweenTraders: true }, customers: 'non-business' },
    { code: 'JurisdictionClauseForbidden', field: 'jurisdiction.betweenTraders', article: '48 CPC' },
  ],
  // Three times 2.75 % is 8.25 %.
  [
    { penaltyRate: { fixed: '8.24' } },
    { code: 'RateBelowFloor', kind: 'fixed', value: '8.24', period: '2026-S2', article: 'L441-10 II C. com.' },
  ],
  [
    { term: { days: 61 } },
    {
      code: 'TermAboveCap',
      days: 61,
      issuedOn: '2026-11-21',
      latestLawfulDueOn: '2027-01-20',
      article: 'L441-10 I C. com.',
    },
  ],
  [
    { penaltyRate: { legalMultiple: '3', ecbPlus: '10' } },
    { code: 'InvalidRate', field: 'penaltyRate', given: ['legalMultiple', 'ecbPlus'] },
  ],
  [
    { term: { days: 45, endOfMonth: 'unknown' } },
    { code: 'InvalidChoice', field: 'term.endOfMonth', value: 'unknown' },
  ],
  [{ suspension: { noticeDays: 0 } }, { code: 'InvalidValue', field: 'suspension.noticeDays' }],
  [{ acceleration: { noticeDays: 0 } }, { code: 'InvalidValue', field: 'acceleration.noticeDays' }],
  [{ acceleration: { noticeDays: 1_001 } }, { code: 'InvalidValue', field: 'acceleration.noticeDays' }],
  [{ discount: { percent: '2', days: -1 } }, { code: 'InvalidValue', field: 'discount.days' }],
  [{ discount: { percent: '2', days: 1_001 } }, { code: 'InvalidValue', field: 'discount.days' }],
  [{ discount: { percent: 'two', days: 8 } }, { code: 'InvalidRate', field: 'discount.percent' }],
  [{ penaltyClause: {} as never }, { code: 'MissingField', field: 'penaltyClause.percent' }],
  [{ limitation: { years: -1 } }, { code: 'InvalidValue', field: 'limitation.years' }],
  [{ jurisdiction: { court: ' ', betweenTraders: true } }, { code: 'InvalidValue', field: 'jurisdiction.court' }],
  [{ periodic: 'yes' as never }, { code: 'InvalidValue', field: 'periodic' }],
  [{ largeBuyer: 'yes' as never }, { code: 'InvalidValue', field: 'largeBuyer' }],
  [{ overseasImport: 'yes' as never }, { code: 'InvalidValue', field: 'overseasImport' }],
  [{ sector: 'shoes' as never }, { code: 'InvalidChoice', field: 'sector' }],
  [{ allocation: 'costs' as never }, { code: 'InvalidChoice', field: 'allocation' }],
  [{ discount: { percent: '2', days: 8, from: 'x' } as never }, { code: 'UnknownField', field: 'discount.from' }],
])('%j is refused', (choices, expected) => {
  const { code, facts } = ask(choices).refusal!;
  expect({ code, ...facts }).toMatchObject(expected);
  if ('article' in expected) expect(Object.keys({ code, ...facts }).sort()).toEqual(Object.keys(expected).sort());
});

test.each<Choices>([
  { fixedIndemnityCents: 4_000 },
  { penaltyRate: { fixed: '8.25' } },
  { limitation: { years: 1 } },
  { limitation: { years: 10 } },
  { suspension: { noticeDays: 1_000 } },
  { discount: { percent: '2', days: 0 } },
  { discount: { percent: '2', days: 1_000 } },
  { term: { days: 60 } },
  { customers: 'consumer', reminderFeeCents: 0 },
  { customers: 'consumer', term: { days: 365 } },
  { on: '2019-04-26' },
])('%j is lawful', (choices) => {
  expect(ask(choices).refusal).toBeUndefined();
});

test('the message of a refused term says whether it was counted by the end of the month, and for which invoice', () => {
  const message = (choices: Choices) => ask(choices).refusal!.message;
  expect(message({ term: { days: 61 } })).toMatch(/délai de 61\u00a0jours dépasse .* émise le 21 novembre 2026/);
  expect(message({ term: { days: 61, endOfMonth: 'A' } })).toMatch(/61\u00a0jours fin de mois dépasse/);
});
