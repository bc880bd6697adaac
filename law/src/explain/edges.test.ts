/** The last words of a tree: every unit in French, whole tables, values at the edge of an operation, and faults found. */
import { expect, test } from 'vitest';
import {
  because,
  carried,
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
  type Unit,
  writtenSource,
  writtenValue,
} from './index.ts';

const reference: Reference = { text: 'Code', article: 'L1', from: null, until: null, confidence: 'B' };

test.each<[Unit, string | number | boolean, string]>([
  ['cents', 123_456, '1\u202f234,56\u00a0€'],
  ['euros', '1234.5678', '1\u202f234,5678\u00a0€'],
  ['percent', '12.40', '12,40\u00a0%'],
  ['points', '1.5', '1,5\u00a0point'],
  ['points', 2, '2\u00a0points'],
  ['points', '-1.5', '-1,5\u00a0point'],
  ['multiple', '0.5', '×\u00a00,5'],
  ['days', 0, '0\u00a0jour'],
  ['days', 2, '2\u00a0jours'],
  ['days', -2, '-2\u00a0jours'],
  ['months', 1, '1\u00a0mois'],
  ['months', 12, '12\u00a0mois'],
  ['years', 1, '1\u00a0an'],
  ['years', 5, '5\u00a0ans'],
  ['date', '2026-03-01', '1er mars 2026'],
  ['count', 1500, '1\u202f500'],
  ['flag', true, 'oui'],
  ['flag', false, 'non'],
  ['text', 'true', 'true'],
])('%s: %s is written for a French reader', (unit, value, written) => {
  expect(writtenValue(given('x', value, unit))).toBe(written);
});

test('a reason is no operand: it only says why', () => {
  expect(because('Raison', reference)).toEqual({
    label: 'Raison',
    value: true,
    unit: 'text',
    operation: 'because',
    inputs: [],
    reference,
  });
});

test('a reason has no value, and only a doubtful source is marked', () => {
  expect(writtenValue(because('Raison', reference))).toBe('');
  expect(writtenSource(reference)).toBe('L1 (Code)');
  expect(writtenSource({ ...reference, confidence: 'C' })).toBe('L1 (Code) (à vérifier)');
  const dated = { ...reference, from: '2026-03-01', until: '2026-03-02' };
  expect(writtenSource(dated)).toBe('L1 (Code, du 1er mars 2026 au 2 mars 2026)');
});

/** Two reasons over one sum, with a fact in a group. */
const TREE = derived('list', 'Dossier', 'text', [
  derived('sum', 'Total', 'cents', [given('Un', 100, 'cents'), parameter('Deux', 200, 'cents', reference)]),
  because('Parce que', reference),
]);

test('rows, text and tables say the same lines', () => {
  expect(explanationToRows(TREE)).toEqual([
    { depth: 0, label: 'Dossier', value: '', operation: '', source: null },
    { depth: 1, label: 'Total', value: '3,00\u00a0€', operation: 'somme de', source: null },
    { depth: 2, label: 'Un', value: '1,00\u00a0€', operation: '', source: null },
    { depth: 2, label: 'Deux', value: '2,00\u00a0€', operation: '', source: 'L1 (Code)' },
    { depth: 1, label: 'Parce que', value: '', operation: '', source: 'L1 (Code)' },
  ]);
  expect(explanationToText(TREE)).toBe(
    [
      'Dossier',
      '  Total\u00a0: 3,00\u00a0€, somme de',
      '    Un\u00a0: 1,00\u00a0€',
      '    Deux\u00a0: 2,00\u00a0€ [L1 (Code)]',
      '  Parce que [L1 (Code)]',
    ].join('\n'),
  );
});

test('the HTML table is whole: a head, a row for each node, its depth, its operation, its source', () => {
  const head = '<tr><th scope="col">Élément</th><th scope="col">Valeur</th><th scope="col">Source</th></tr>';
  const row = (depth: number, label: string, how: string, value: string, source: string) =>
    `<tr data-depth="${depth}"><th scope="row">${label}${how}</th><td>${value}</td><td>${source}</td></tr>`;
  const rows = [
    row(0, 'Dossier', '', '', ''),
    row(1, 'Total', '<small>somme de</small>', '3,00\u00a0€', ''),
    row(2, 'Un', '', '1,00\u00a0€', ''),
    row(2, 'Deux', '', '2,00\u00a0€', 'L1 (Code)'),
    row(1, 'Parce que', '', '', 'L1 (Code)'),
  ];
  const table = `<table class="explanation"><thead>${head}</thead><tbody>${rows.join('')}</tbody></table>`;
  expect(explanationToHtml(TREE)).toBe(table);
  expect(explanationToHtml(given(`a'b>c`, 'd', 'text'))).toContain('a&#39;b&gt;c');
});

test('the Typst table is whole', () => {
  expect(explanationToTypst(TREE)).toBe(
    [
      '#table(',
      '  columns: (1fr, auto, 1fr),',
      '  table.header([Élément], [Valeur], [Source]),',
      '  [#(h(0em) + "Dossier")], align(right, ""), "",',
      '  [#(h(1em) + "Total")], align(right, "3,00\u00a0€"), "",',
      '  [#(h(2em) + "Un")], align(right, "1,00\u00a0€"), "",',
      '  [#(h(2em) + "Deux")], align(right, "2,00\u00a0€"), "L1 (Code)",',
      '  [#(h(1em) + "Parce que")], align(right, ""), "L1 (Code)",',
      ')',
      '',
    ].join('\n'),
  );
});

const date = (value: string) => given(`Le ${value}`, value, 'date');
const cents = (value: number) => given(`${value} centimes`, value, 'cents');
const flag = (value: boolean) => given(`Réponse ${value}`, value, 'flag');
const word = (value: string) => given(`Mot ${value}`, value, 'text');

test.each<[string, () => Explanation, unknown]>([
  ['sum of nothing', () => derived('sum', 'x', 'cents', []), 0],
  ['sum of three', () => derived('sum', 'x', 'cents', [cents(1), cents(2), cents(4)]), 7],
  ['difference of three', () => derived('subtract', 'x', 'cents', [cents(9), cents(2), cents(4)]), 3],
  ['product', () => derived('multiply', 'x', 'cents', [cents(9), given('Deux', 2, 'count')]), 18],
  ['quotient', () => derived('divide', 'x', 'cents', [cents(9), given('Trois', 3, 'count')]), 3],
  ['least, in any order', () => derived('least', 'x', 'cents', [cents(9), cents(2), cents(4)]), 2],
  ['greatest, in any order', () => derived('greatest', 'x', 'cents', [cents(4), cents(9), cents(2)]), 9],
  [
    'interest of 36 days',
    // 1 000 € × 12.5 % × 36 ÷ 365 = 12.32876… €
    () =>
      derived('interest', 'x', 'euros', [
        cents(100_000),
        given('Taux', '12.50', 'percent'),
        given('Jours', 36, 'days'),
        given('Année', 365, 'days'),
      ]),
    '12.3288',
  ],
  ['half a cent goes up', () => derived('round-half-up', 'x', 'cents', [given('Demi', '0.0050', 'euros')]), 1],
  [
    'less than half a cent goes down',
    () => derived('round-half-up', 'x', 'cents', [given('Un peu', '0.0049', 'euros')]),
    0,
  ],
  ['days counted, both ends', () => derived('count-days', 'x', 'days', [date('2026-02-27'), date('2026-03-01')]), 3],
  [
    'a month later',
    () => derived('add-months', 'x', 'date', [date('2026-01-31'), given('Mois', 1, 'months')]),
    '2026-02-28',
  ],
  ['the end of December', () => derived('month-end', 'x', 'date', [date('2026-12-02')]), '2026-12-31'],
  ['at most, above', () => derived('at-most', 'x', 'flag', [cents(4), cents(3)]), false],
  ['at most, below', () => derived('at-most', 'x', 'flag', [cents(2), cents(3)]), true],
  ['at most, two days', () => derived('at-most', 'x', 'flag', [date('2026-01-02'), date('2026-01-01')]), false],
  ['before, two amounts', () => derived('before', 'x', 'flag', [cents(3), cents(3)]), false],
  ['not one of them', () => derived('is-one-of', 'x', 'flag', [word('c'), word('a'), word('b')]), false],
  ['all', () => derived('all-of', 'x', 'flag', [flag(true), flag(true)]), true],
  ['not one', () => derived('any-of', 'x', 'flag', [flag(false), flag(false)]), false],
  ['some of none', () => derived('none-of', 'x', 'flag', [flag(false), flag(true)]), false],
  ['chosen, yes', () => derived('choose', 'x', 'cents', [flag(true), cents(1), cents(2)]), 1],
  ['chosen, no', () => derived('choose', 'x', 'cents', [flag(false), cents(1), cents(2)]), 2],
  [
    'a share in percent',
    () => derived('multiply', 'x', 'percent', [given('Taux', '4.00', 'percent'), cents(3)]),
    '12.00',
  ],
])('%s', (_, make, expected) => {
  const node = make();
  expect(node.value).toBe(expected);
  expect(disagreements(node)).toEqual([]);
});

test.each<[string, Explanation]>([
  ['an amount', made('sum', 'x', 2, 'cents', [cents(1)])],
  ['an exact amount', made('sum', 'x', '0.01', 'euros', [cents(1)])],
  ['a day', made('day-after', 'x', '2026-01-03', 'date', [date('2026-01-01')])],
  ['a yes', made('all-of', 'x', true, 'flag', [flag(false)])],
  ['a text', made('choose', 'x', 'b', 'text', [flag(true), word('a'), word('b')])],
  ['a group with a value', made('list', 'x', 3, 'cents', [cents(3)])],
])('%s that does not follow is found', (_, node) => {
  expect(disagreements(node)).toEqual([`x: ${node.value} does not follow from its inputs`]);
});

test('the reasons that follow a fact are no operands of it', () => {
  const fact = { ...cents(3), inputs: [because('Parce que', reference)] };
  expect(disagreements(derived('sum', 'x', 'cents', [fact]))).toEqual([]);
});

test('a fault is told once, wherever the node comes again', () => {
  const wrong = made('sum', 'Faux', 2, 'cents', [cents(1)]);
  const twice = made('sum', 'x', 4, 'cents', [wrong, wrong, carried(cents(0))]);
  // The wrong node counts for what its inputs make, one cent, each time.
  expect(disagreements(twice)).toEqual([
    'Faux: 2 does not follow from its inputs',
    '0 centimes: carried but never defined',
    'x: 4 does not follow from its inputs',
  ]);
});

test('a carried node takes the value of the first that has its label', () => {
  const first = cents(5);
  const tree = made('sum', 'x', 10, 'cents', [first, carried(first), { ...because('Raison', reference) }]);
  expect(disagreements(tree)).toEqual([]);
  expect(carried(first)).toEqual({ label: '5 centimes', value: 5, unit: 'cents', operation: 'carried', inputs: [] });
});

test('what is written once keeps its own workings, and a copy stays a copy', () => {
  const end = derived('day-after', 'Fin', 'date', [date('2026-01-31')]);
  const inner = derived('day-after', 'Suite', 'date', [end]);
  const tree = once(derived('latest', 'Dernière', 'date', [end, inner, carried(end)]));
  const [first, second, third] = tree.inputs;
  expect(first).toEqual(end);
  expect(second!.inputs).toEqual([carried(end)]);
  expect(third).toEqual(carried(end));
});

test('a value of another kind is a bug of the rule, with the label that shows where', () => {
  expect(() => flagValue(word('oui'))).toThrow('Not a yes or a no: Mot oui');
  expect(() => numberValue(word('oui'))).toThrow('Not a number: Mot oui');
  expect(() => derived('count-days', 'x', 'days', [date('2026-01-01')])).toThrow(/not a day/);
  expect(() => derived('before', 'x', 'flag', [date('2026-01-01'), cents(3)])).toThrow(/not a day/);
  expect(() => derived('percent-of', 'x', 'euros', [cents(1)])).toThrow(/not an amount/);
});
