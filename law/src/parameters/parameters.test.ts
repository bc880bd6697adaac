import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { generatedFiles, type ParameterFiles, parameterFaults, readParameterFiles } from '../../scripts/parameters.ts';
import { addDays, day } from '../calendar/index.ts';
import {
  isBeforeKnownRates,
  lawParameters,
  parameterNode,
  rateUnits,
  soleValue,
  uncovered,
  valueOn,
  valuesOf,
} from './index.ts';

const files = readParameterFiles();

test('the generated files say what the YAML says', () => {
  for (const [name, text] of Object.entries(generatedFiles(files))) {
    const written = readFileSync(new URL(`./generated/${name}`, import.meta.url), 'utf8');
    expect(written, `run: npm run law:generate (${name})`).toBe(text);
  }
});

test('every value has a reference and a date, and no period overlaps or is missing', () => {
  expect(parameterFaults(files)).toEqual([]);
});

/** One good value, to be spoilt in one way at a time. */
function sample(changes: Record<string, unknown>[] = [{}]): ParameterFiles {
  const values = changes.map((change, i) => ({
    from: `20${10 + i}-01-01`,
    until: i === changes.length - 1 ? null : `20${10 + i}-12-31`,
    value: '1.00',
    text: 'Décret de démonstration',
    article: 'L313-2',
    jorf: null,
    confidence: 'A',
    verified_on: '2026-11-21',
    ...change,
  }));
  return { 'sample.yaml': { parameters: { sample: { description: 'x', unit: 'percent', values } } } };
}

test('the canaries of the parameter guard are refused', () => {
  expect(parameterFaults(sample([{}, {}]))).toEqual([]);
  const canaries: [Record<string, unknown>[], RegExp][] = [
    [[{ from: '2010-02-30' }], /from is not a date/],
    [[{ until: '2010-13-01' }], /until is not a date/],
    [[{ jorf: '1976-06-40' }], /jorf is not a date/],
    [[{ jorf: undefined }], /jorf is not a date/],
    [[{ verified_on: 'yesterday' }], /verified_on/],
    [[{ text: '' }], /no text/],
    [[{ article: undefined }], /no article/],
    [[{ confidence: 'D' }], /no confidence/],
    [[{ value: 1.5 }], /value is not a quoted text/],
    [[{ until: '2010-12-30' }, {}], /gap until 2011-01-01/],
    [[{ until: '2011-01-01' }, {}], /overlap/],
    [[{ until: null }, {}], /overlap/],
    [[{ until: '2009-12-31' }], /ends first/],
  ];
  for (const [changes, expected] of canaries) {
    expect(parameterFaults(sample(changes)).join('; '), JSON.stringify(changes)).toMatch(expected);
    expect(() => generatedFiles(sample(changes))).toThrow(expected);
  }
  const without = { 'a.yaml': { articles: { x: { text: 'Code', article: '1343-1', confidence: 'A', from: '1' } } } };
  expect(parameterFaults(without).join('; ')).toMatch(/verified_on.*impossible date.*says nothing/);
  const holiday = { 'h.yaml': { holidays: [{ name: 'x', text: 'Code', article: 'L3133-1', from: null }] } };
  expect(parameterFaults(holiday).join('; ')).toMatch(/no confidence.*impossible date.*needs one rule/);
});

test('a value is found on its first and last day, not outside', () => {
  const [first] = valuesOf('legal-interest/business');
  expect(valueOn('legal-interest/business', first!.from)?.value).toBe('0.65');
  expect(valueOn('legal-interest/business', addDays(first!.from, -1))).toBeNull();
  expect(valueOn('legal-interest/business', day('2026-12-31'))?.value).toBe('2.75');
  expect(valueOn('legal-interest/business', day('2027-01-01'))).toBeNull();
});

test('a parameter that changed cannot pass for a constant', () => {
  expect(() => soleValue('legal-interest/business')).toThrow(/several values/);
});

test('a rate finer than the tables is a bug, not a rounding', () => {
  const [first] = valuesOf('legal-interest/business');
  expect(rateUnits({ ...first!, value: '12.40' })).toBe(1240);
  expect(() => rateUnits({ ...first!, value: '12.405' })).toThrow(/more than two decimals/);
});

test('the list of parameters tells until when each is known, and where it comes from', () => {
  const parameters = new Map(lawParameters().map((parameter) => [parameter.name, parameter]));
  expect(parameters.get('legal-interest/business')).toMatchObject({ unit: 'percent', knownUntil: '2026-12-31' });
  expect(parameters.get('fixed-indemnity')).toMatchObject({ unit: 'cents', knownUntil: null, expected: null });
  expect(parameters.has('rates-known-from')).toBe(false);
  const last = parameters.get('legal-interest/individual')!.entries.at(-1)!;
  expect(last).toMatchObject({ from: '2026-07-01', until: '2026-12-31', value: '6.84' });
  expect(last.source).toBe(
    'D313-1-A C. mon. fin. (Arrêté du 26 juin 2026, JORF du 30 juin 2026, du 1er juil. 2026 au 31 déc. 2026)',
  );
  for (const { entries } of parameters.values()) expect(entries.every(({ source }) => source.length > 10)).toBe(true);
});

test('a day that a figure does not cover is refused with the days that it covers', () => {
  const names = ['legal-interest/business'] as const;
  expect(uncovered('Les taux', names, day('2026-12-31'))).toBeNull();
  const late = uncovered('Les taux', names, day('2027-01-01'))!;
  expect(late).toMatchObject({
    code: 'DateNotServed',
    facts: { parameter: 'legal-interest/business', on: '2027-01-01', knownUntil: '2026-12-31' },
  });
  expect(late.message).toMatch(/^Les taux ne sont connus ici que jusqu’au 31 décembre 2026/);
  const early = uncovered('Les taux', names, addDays(valuesOf(names[0])[0]!.from, -1))!;
  expect(early.facts).not.toHaveProperty('knownUntil');
  expect(early.message).toMatch(/que depuis le/);
});

test('rates are known from their first day on', () => {
  const first = day(soleValue('rates-known-from').value);
  expect([addDays(first, -1), first].map(isBeforeKnownRates)).toEqual([true, false]);
});

test('a rate stays a decimal text in a tree, a count is a number', () => {
  const on = day('2026-11-21');
  expect(parameterNode('Taux', valueOn('legal-interest/business', on)!, 'percent').value).toBe('2.75');
  expect(parameterNode('Indemnité', valueOn('fixed-indemnity', on)!, 'cents').value).toBe(4000);
  expect(parameterNode('Liste', valueOn('route-traders', on)!, 'text').value).toBe('trader, company');
});
