import { expect, test } from 'vitest';
import { addDays, day, formatDay } from '../calendar/index.ts';
import { lawParameters, lawToWatch, rateNotPublished } from './index.ts';

const ON = '2026-11-21';
/** All that applies was checked by this day: the tables hold nothing newer. */
const CHECKED = lawParameters()
  .flatMap(({ entries }) => entries.map(({ verifiedOn }) => verifiedOn))
  .toSorted()
  .at(-1)!;

function endsOf(on: string, days: number): string[] {
  return lawToWatch(on, days)
    .filter(({ why, kind }) => why === 'ends' && kind !== 'article')
    .map(({ name }) => name);
}

test('a rate that ends in the window is named, with the day its successor should appear', () => {
  const [first] = lawToWatch(ON, 90);
  expect(first).toMatchObject({
    why: 'ends',
    kind: 'value',
    name: 'legal-interest/individual',
    until: '2026-12-31',
    expectedOn: '2026-12-17',
  });
  expect(first!.expected).toMatch(/Journal officiel/);
  expect(lawToWatch(ON, 90).find(({ name }) => name === 'ecb-main-refinancing')?.expectedOn).toBe('2027-01-01');
});

test('the window ends on its last day, and what it missed stays in sight', () => {
  const name = 'legal-interest/business';
  expect(endsOf('2026-12-01', 30)).toContain(name);
  expect(endsOf('2026-12-01', 29)).not.toContain(name);
  // Ended, with an order announced: still missing.
  expect(endsOf('2027-03-01', 0)).toContain(name);
  // Ended long ago and replaced by nothing announced: that law is repealed, nobody is waiting for it.
  for (const { why, until, expected } of lawToWatch('2027-03-01', 0)) {
    if (why === 'ends' && until! < '2027-03-01') expect(expected).not.toBeNull();
  }
});

test('ends are in the order in which they must be looked for', () => {
  const days = lawToWatch(ON, 1000).filter(({ why }) => why === 'ends');
  expect(days.map(({ expectedOn }) => expectedOn)).toEqual(days.map(({ expectedOn }) => expectedOn).toSorted());
  for (const { until, expectedOn } of days) expect(expectedOn! <= formatDay(addDays(day(until!), 1))).toBe(true);
});

test('doubtful values are those of confidence C that still apply', () => {
  const doubtful = lawToWatch(ON, 90).filter(({ why }) => why === 'doubtful');
  expect(doubtful.some(({ kind }) => kind === 'article')).toBe(true);
  expect(doubtful.some(({ kind, name }) => kind === 'holiday' && name.startsWith('Vendredi saint'))).toBe(true);
  for (const { confidence, until, source } of doubtful) {
    expect(confidence).toBe('C');
    expect(until === null || until >= ON).toBe(true);
    expect(source).toMatch(/à vérifier/);
  }
});

test('a check is old after a year, at the end of the window and not before', () => {
  const oldOn = (on: string, days: number) => lawToWatch(on, days).filter(({ why }) => why === 'old').length;
  const yearLater = `${Number(CHECKED.slice(0, 4)) + 1}${CHECKED.slice(4)}`;
  const dayLater = formatDay(addDays(day(yearLater), 1));
  expect(oldOn(dayLater, 0)).toBeGreaterThan(oldOn(yearLater, 0));
  expect(oldOn(formatDay(addDays(day(dayLater), -90)), 90)).toBeGreaterThanOrEqual(oldOn(dayLater, 0));
});

test('figures, lists and tariffs are listed with words a person reads', () => {
  const parameters = lawParameters();
  expect(new Set(parameters.map(({ kind }) => kind))).toEqual(new Set(['value', 'list', 'tariff']));
  for (const { name, kind, expectedOn, knownUntil, entries } of parameters) {
    expect(knownUntil === null, name).toBe(expectedOn === null);
    for (const { written, brackets, verifiedOn, reference } of entries) {
      expect(written, name).not.toMatch(/NaN|undefined|null/);
      expect(brackets === null, name).toBe(kind !== 'tariff');
      expect(verifiedOn <= CHECKED, name).toBe(true);
      expect(reference.confidence).toMatch(/^[ABC]$/);
    }
  }
  const tariff = parameters.find(({ name }) => name === 'commissaire-coefficient')!;
  expect(tariff.entries.at(-1)!.written).toBe(
    'jusqu’à 128,00\u00a0€\u00a0: ×\u00a00,5\u202f; jusqu’à 1\u202f280,00\u00a0€\u00a0: ×\u00a01\u202f; au-delà\u00a0: ×\u00a02',
  );
  expect(parameters.find(({ name }) => name === 'fixed-indemnity')!.entries.at(-1)!.written).toBe('40,00\u00a0€');
});

test('a rate not published yet is refused with the day to look for it', () => {
  expect(rateNotPublished('legal-interest/business', day('2027-03-15')).facts).toMatchObject({
    period: '2027-S1',
    expectedOn: '2026-12-17',
  });
  expect(rateNotPublished('legal-interest/business', day('2027-07-01')).facts.expectedOn).toBe('2027-06-16');
  const { message } = rateNotPublished('ecb-main-refinancing', day('2027-01-02'));
  expect(message).toMatch(/à chercher dès le 1er janvier 2027\. Mettez à jour/);
});

const named = (on: string, days: number, wanted: string) =>
  lawToWatch(on, days)
    .filter(({ name }) => name === wanted)
    .map(({ why }) => why);

test('an article that ends is named until its last day, and forgotten after it', () => {
  const name = 'route-closed-wage-law';
  expect(named('2025-06-29', 0, name)).toEqual([]);
  expect(named('2025-06-29', 1, name)).toEqual(['ends']);
  expect(named('2025-06-30', 0, name)).toEqual(['ends']);
  expect(named('2025-07-01', 0, name)).toEqual([]);
  expect(lawToWatch('2025-06-30', 0).find((item) => item.name === name)).toEqual({
    why: 'ends',
    kind: 'article',
    name,
    description: expect.stringMatching(/^Avant le 1er juillet 2025/),
    from: null,
    until: '2025-06-30',
    expected: null,
    expectedOn: '2025-07-01',
    confidence: 'B',
    verifiedOn: '2026-11-21',
    source: expect.stringMatching(/^R3252-1 C\. trav\. \(.*, jusqu’au 30 juin 2025\)$/),
  });
});

test('a version that another follows never ends, and is doubtful until its last day', () => {
  const name = 'cost-electronic-travel';
  expect(named('2026-02-28', 0, name)).toEqual(['doubtful']);
  expect(named('2026-03-01', 0, name)).toEqual([]);
  const doubt = lawToWatch('2026-02-28', 0).find((item) => item.name === name);
  expect(doubt).toMatchObject({ until: '2026-02-28', expected: null, expectedOn: null });
  expect(named('2028-02-01', 28, name)).toEqual(['ends', 'old']);
});

test('what ends is told before what is doubtful, and that before what is old', () => {
  const whys = lawToWatch('2027-12-01', 100).map(({ why }) => why);
  expect([...new Set(whys)]).toEqual(['ends', 'doubtful', 'old']);
  expect(whys).toEqual(whys.toSorted((a, b) => 'edo'.indexOf(a[0]!) - 'edo'.indexOf(b[0]!)));
  const kinds = new Set(lawToWatch('2027-12-01', 400).map(({ kind }) => kind));
  expect(kinds).toEqual(new Set(['value', 'list', 'tariff', 'article', 'holiday']));
});
