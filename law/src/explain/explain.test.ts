import { expect, test } from 'vitest';
import { day } from '../calendar/index.ts';
import {
  because,
  carried,
  dayValue,
  derived,
  disagreements,
  type Explanation,
  explanationToHtml,
  explanationToRows,
  explanationToText,
  explanationToTypst,
  flagValue,
  given,
  made,
  numberValue,
  once,
  parameter,
  type Reference,
  writtenSource,
  writtenValue,
} from './index.ts';

const reference: Reference = {
  text: 'Code de commerce',
  article: 'L441-10 II C. com.',
  from: '2019-04-26',
  until: '2026-12-31',
  confidence: 'A',
};

function sample(interest = '12.3288', rounded = 1233): Explanation {
  const base = given('Principal', 100_000, 'cents');
  const rate = parameter('Taux', '12.50', 'percent', reference);
  const days = made('count-days', 'Jours comptés', 36, 'days', [
    given('Premier jour', '2026-01-01', 'date'),
    given('Dernier jour', '2026-02-05', 'date'),
  ]);
  const year = parameter('Jours de l’année', 365, 'days', { ...reference, confidence: 'C' });
  const exact = made('interest', 'Intérêts', interest, 'euros', [base, rate, days, year]);
  const cents = made('round-half-up', 'Intérêts, en centimes', rounded, 'cents', [exact]);
  const total = made('sum', 'Total', 100_000 + rounded, 'cents', [carried(base), cents, because('Raison', reference)]);
  return made('detail', 'Dû', 100_000 + rounded, 'cents', [total, because('Autre raison', reference)]);
}

test('a tree that follows from its leaves has no disagreement', () => {
  expect(disagreements(sample())).toEqual([]);
});

test('a published value that does not follow is named', () => {
  expect(disagreements(sample('12.3289'))).toEqual(['Intérêts: 12.3289 does not follow from its inputs']);
  expect(disagreements(sample('12.3288', 1234)).join()).toMatch(/Intérêts, en centimes: 1234/);
});

test('a carried value must be defined in the tree, and be the same', () => {
  const lost = made('sum', 'Total', 5, 'cents', [carried(given('Ailleurs', 5, 'cents'))]);
  expect(disagreements(lost)).toEqual(['Ailleurs: carried but never defined']);
  const other = { ...carried(given('Principal', 5, 'cents')), value: 6 };
  const changed = made('sum', 'Total', 10, 'cents', [given('Principal', 5, 'cents'), other]);
  expect(disagreements(changed)).toEqual(['Principal: 6 does not follow from its inputs']);
});

test('dates, texts, minima, products and differences are recomputed too', () => {
  const date = made('add-months', 'Fin', '2026-02-28', 'date', [
    given('Début', '2026-01-31', 'date'),
    given('Mois', 1, 'months'),
  ]);
  expect(disagreements(date)).toEqual([]);
  expect(disagreements({ ...date, value: '2026-03-03' })).toHaveLength(1);
  expect(disagreements(given('Mot', 'oui', 'text'))).toEqual([]);
  expect(disagreements(given('Montant exact', '1.2345', 'euros'))).toEqual([]);
  const [five, three] = [given('Cinq', 5, 'count'), given('Trois', 3, 'count')];
  expect(disagreements(made('least', 'Minimum', 3, 'count', [five, three]))).toEqual([]);
  expect(disagreements(made('least', 'Minimum', 3, 'count', [three, five]))).toEqual([]);
  expect(disagreements(made('multiply', 'Produit', 15, 'count', [five, three]))).toEqual([]);
  expect(disagreements(made('subtract', 'Différence', 2, 'count', [five, three]))).toEqual([]);
  expect(disagreements(made('sum', 'Rien', 0, 'count', []))).toEqual([]);
  expect(disagreements(because('Raison seule', reference))).toEqual([]);
});

test('an operation on operands that make no sense is a bug', () => {
  const text = given('Mot', 'oui', 'text');
  expect(() => disagreements(made('sum', 'Somme', 1, 'cents', [text]))).toThrow(/not an amount/);
  expect(() => disagreements(made('count-days', 'Jours', 1, 'days', [text]))).toThrow(/not a day/);
  expect(() => disagreements(made('detail', 'Vide', 1, 'cents', []))).toThrow(/needs an operand/);
  expect(() => disagreements(given('Date', '2026-02-30', 'date'))).toThrow(/Not a date/);
});

test('the text is French, indented, with its sources', () => {
  expect(explanationToText(sample())).toBe(
    [
      'Dû\u00a0: 1\u202f012,33\u00a0€, détail',
      '  Total\u00a0: 1\u202f012,33\u00a0€, somme de',
      '    Principal\u00a0: 1\u202f000,00\u00a0€',
      '    Intérêts, en centimes\u00a0: 12,33\u00a0€, arrondi au centime le plus proche de',
      '      Intérêts\u00a0: 12,3288\u00a0€, base × taux × jours ÷ (100 × jours de l’année)',
      '        Principal\u00a0: 1\u202f000,00\u00a0€',
      '        Taux\u00a0: 12,50\u00a0% [L441-10 II C. com. (Code de commerce, du 26 avr. 2019 au 31 déc. 2026)]',
      '        Jours comptés\u00a0: 36\u00a0jours, jours comptés, bornes comprises',
      '          Premier jour\u00a0: 1er janvier 2026',
      '          Dernier jour\u00a0: 5 février 2026',
      '        Jours de l’année\u00a0: 365\u00a0jours [L441-10 II C. com. (Code de commerce, du 26 avr. 2019 au 31 déc. 2026) (à vérifier)]',
      '    Raison [L441-10 II C. com. (Code de commerce, du 26 avr. 2019 au 31 déc. 2026)]',
      '  Autre raison [L441-10 II C. com. (Code de commerce, du 26 avr. 2019 au 31 déc. 2026)]',
    ].join('\n'),
  );
});

test('rows keep depth, value and source', () => {
  const rows = explanationToRows(sample());
  expect(rows[0]).toEqual({ depth: 0, label: 'Dû', operation: 'détail', value: '1\u202f012,33\u00a0€', source: null });
  expect(rows.at(-1)).toMatchObject({ depth: 1, label: 'Autre raison', value: '' });
});

test('every unit has its French form', () => {
  expect(writtenValue(given('x', '1234.5', 'percent'))).toBe('1\u202f234,5\u00a0%');
  expect(writtenValue(given('x', 1, 'points'))).toBe('1\u00a0point');
  expect(writtenValue(given('x', 10, 'points'))).toBe('10\u00a0points');
  expect(writtenValue(given('x', 3, 'multiple'))).toBe('×\u00a03');
  expect(writtenValue(given('x', 1, 'days'))).toBe('1\u00a0jour');
  expect(writtenValue(given('x', -54, 'days'))).toBe('-54\u00a0jours');
  expect(writtenValue(given('x', 2, 'months'))).toBe('2\u00a0mois');
  expect(writtenValue(given('x', 1200, 'count'))).toBe('1\u202f200');
  expect(writtenValue(given('x', 'oui', 'text'))).toBe('oui');
});

test('a source tells the dates of its version', () => {
  expect(writtenSource(undefined)).toBeNull();
  expect(writtenSource({ ...reference, until: null })).toMatch(/, depuis le 26 avr\. 2019\)$/);
  expect(writtenSource({ ...reference, from: null })).toMatch(/, jusqu’au 31 déc\. 2026\)$/);
  expect(writtenSource({ ...reference, from: null, until: null })).toBe('L441-10 II C. com. (Code de commerce)');
});

test('a derived node is computed from its inputs, reasons apart, and stays exact until it is rounded', () => {
  const base = given('Créance', 100_001, 'cents');
  const third = derived('divide', 'Tiers', 'euros', [base, given('Parts', 3, 'count'), because('Raison', reference)]);
  expect(third.value).toBe('333.3367');
  const back = derived('multiply', 'Le tout', 'cents', [third, given('Parts', 3, 'count')]);
  expect(numberValue(back)).toBe(100_001);
  expect(() => derived('divide', 'Tiers', 'cents', [base, given('Parts', 3, 'count')])).toThrow(/rounded first/);
  expect(() => numberValue(given('Jour', '2026-01-01', 'date'))).toThrow(/Not a number/);
});

test('every operation computes and recomputes', () => {
  const date = (value: string) => given(`Le ${value}`, value, 'date');
  const days = (value: number) => given(`${value} jours`, value, 'days');
  const flag = (value: boolean) => given(`Réponse ${value}`, value, 'flag');
  const word = (value: string) => given(`Mot ${value}`, value, 'text');
  const [early, late] = [date('2026-01-31'), date('2026-03-10')];
  const cases: [ReturnType<typeof derived>, unknown][] = [
    [
      derived('percent-of', 'Part', 'euros', [given('Base', 12_345, 'cents'), given('Taux', '5.60', 'percent')]),
      '6.9132',
    ],
    [derived('greatest', 'Plus grand', 'cents', [given('A', 3, 'cents'), given('B', 7, 'cents')]), 7],
    [derived('days-between', 'Écart', 'days', [early, late]), 38],
    [derived('add-days', 'Plus tard', 'date', [early, days(10)]), '2026-02-10'],
    [derived('subtract-days', 'Plus tôt', 'date', [late, days(10)]), '2026-02-28'],
    [derived('add-years', 'Un an après', 'date', [date('2024-02-29'), given('Durée', 1, 'years')]), '2025-02-28'],
    [derived('day-before', 'Veille', 'date', [late]), '2026-03-09'],
    [derived('day-after', 'Lendemain', 'date', [early, late]), '2026-03-11'],
    [derived('month-end', 'Fin de mois', 'date', [date('2028-02-03')]), '2028-02-29'],
    [derived('ten-day-period-end', 'Fin de décade', 'date', [late]), '2026-03-10'],
    [derived('ten-day-period-end', 'Fin de mois court', 'date', [date('2026-02-21')]), '2026-02-28'],
    [derived('next-year-start', 'Année suivante', 'date', [late]), '2027-01-01'],
    [derived('earliest', 'Première', 'date', [late, early]), '2026-01-31'],
    [derived('latest', 'Dernière', 'date', [late, early]), '2026-03-10'],
    [derived('at-most', 'Au plus', 'flag', [days(3), days(3)]), true],
    [derived('before', 'Avant', 'flag', [early, late]), true],
    [derived('before', 'Avant, à égalité', 'flag', [early, early]), false],
    [derived('is-one-of', 'Connu', 'flag', [word('a'), word('b'), word('a')]), true],
    [derived('is-listed', 'Dans la liste', 'flag', [word('b'), word('a, a’\u202f; b')]), true],
    [derived('is-listed', 'Hors de la liste', 'flag', [word('a'), word('a, a’\u202f; b')]), false],
    [derived('all-of', 'Toutes', 'flag', [flag(true), flag(false)]), false],
    [derived('any-of', 'Une', 'flag', [flag(true), flag(false)]), true],
    [derived('none-of', 'Aucune', 'flag', [flag(false), flag(false)]), true],
    [derived('choose', 'Choix', 'date', [flag(false), early, late]), '2026-03-10'],
    [derived('choose', 'Autre choix', 'text', [flag(true), word('oui'), word('non')]), 'oui'],
    [
      derived('subtract-months', 'Un mois avant', 'date', [date('2026-03-31'), given('Mois', 1, 'months')]),
      '2026-02-28',
    ],
    [derived('round-down', 'Au centime inférieur', 'cents', [given('Exact', '1.2399', 'euros')]), 123],
    [
      derived('in-proportion', 'Part', 'euros', [
        given('Somme', 100, 'cents'),
        given('Dette', 1, 'cents'),
        given('Toutes', 3, 'cents'),
      ]),
      '0.3333',
    ],
  ];
  for (const [node, expected] of cases) {
    expect(node.value, node.label).toBe(expected);
    expect(disagreements(node), node.label).toEqual([]);
  }
  const group = derived(
    'list',
    'Dossier',
    'text',
    cases.map(([node]) => node),
  );
  expect(group.value).toBeNull();
  expect(writtenValue(group)).toBe('');
  expect(disagreements(group)).toEqual([]);
  const wrong = { ...group, inputs: [{ ...cases[3]![0], value: '2026-02-11' }] };
  expect(disagreements(wrong)).toHaveLength(1);
  expect(flagValue(cases[14]![0])).toBe(true);
  expect(() => flagValue(early)).toThrow(/Not a yes or a no/);
  expect(dayValue(late)).toBe(day('2026-03-10'));
});

test('HTML and Typst hold every row, and nothing of a text is read as markup', () => {
  const tree = given('<b>"#panic()\\"</b>', 'l’un & l’autre', 'text');
  expect(explanationToHtml(tree)).toContain('&lt;b&gt;&quot;#panic()');
  expect(explanationToHtml(tree)).toContain('l’un &amp; l’autre');
  expect(explanationToTypst(tree)).toContain(String.raw`"<b>\"#panic()\\\"</b>"`);
  const rows = explanationToRows(sample());
  expect(explanationToHtml(sample()).match(/<tr data-depth/g)).toHaveLength(rows.length);
  expect(explanationToTypst(sample()).match(/align\(right/g)).toHaveLength(rows.length);
});

test('a made node that comes again is carried, one whose label names another is not', () => {
  const start = given('Début', '2026-01-31', 'date');
  const end = derived('day-after', 'Fin', 'date', [start]);
  const other = derived('day-before', 'Fin', 'date', [start]);
  const tree = once(derived('latest', 'Dernière', 'date', [end, end, other, start, start]));
  expect(tree.inputs.map(({ operation }) => operation)).toEqual([
    'day-after',
    'carried',
    'day-before',
    'given',
    'given',
  ]);
  expect(disagreements(tree)).toEqual([]);
  expect(once(tree)).toEqual(tree);
});
