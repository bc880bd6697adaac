/** What a field may hold, what stands in for it when it is refused, and what the refusal says of it. */
import { describe, expect, test } from 'vitest';
import { day } from '../calendar/index.ts';
import { echoed, FieldReader, readLeapYears, readPrincipalFirst, readReceipts } from './index.ts';

const KNOWN = new Set(['a', 'b']);

/** What is read of an object, with the code and the facts of the refusal if any. */
function read<T>(source: unknown, ask: (reader: FieldReader) => T) {
  const reader = new FieldReader(source, KNOWN);
  const value = ask(reader);
  const { refusal } = reader;
  return refusal === null ? { value } : { value, code: refusal.code, facts: refusal.facts };
}

function refused(value: unknown, code: string, field: string, given: unknown) {
  return { value, code, facts: { field, value: given } };
}

const ABSENT = { field: 'a', value: null };

describe('a value is given back as JSON can hold it', () => {
  test.each<[unknown, unknown]>([
    ['x', 'x'],
    ['x'.repeat(200), 'x'.repeat(200)],
    ['x'.repeat(201), `${'x'.repeat(200)}…`],
    [true, true],
    [1.5, 1.5],
    [Number.NaN, 'NaN'],
    [Number.POSITIVE_INFINITY, 'Infinity'],
    [12n, '12'],
    [10n ** 200n, `1${'0'.repeat(199)}…`],
    [undefined, null],
    [null, null],
    [[1], '(liste)'],
    [{}, '(objet)'],
    [() => 1, '(objet)'],
  ])('%s', (value, expected) => {
    expect(echoed(value)).toBe(expected);
  });
});

describe('an object', () => {
  test.each([[null, null] as const, [3, 3] as const, [[1], '(liste)'] as const, ['x', 'x'] as const])(
    '%j is none',
    (source, given) => {
      expect(read(source, (reader) => reader.has('a'))).toEqual(refused(false, 'InvalidValue', 'input', given));
      const { refusal } = new FieldReader(source, KNOWN);
      expect(refusal!.message).toContain('champs\u00a0: a, b)');
    },
  );

  test('has only fields that are known', () => {
    const { refusal } = new FieldReader({ a: 1, ['c'.repeat(300)]: 1, d: 1 }, KNOWN);
    const field = `${'c'.repeat(200)}…`;
    expect(refusal).toMatchObject({ code: 'UnknownField', facts: { field, known: ['a', 'b'] } });
    expect(refusal!.message).toBe(`Le champ «\u00a0${field}\u00a0» n’est pas connu. Champs admis\u00a0: a, b.`);
  });

  test('has a field when it holds something', () => {
    for (const value of [0, '', false, []]) expect(new FieldReader({ a: value }, KNOWN).has('a')).toBe(true);
    for (const value of [null, undefined]) expect(new FieldReader({ a: value }, KNOWN).has('a')).toBe(false);
  });

  test('keeps the first thing wrong', () => {
    const reader = new FieldReader({ a: -1 }, KNOWN);
    reader.cents('a');
    reader.day('b');
    reader.reject('InvalidChoice', 'Non.', {});
    expect(reader.refusal).toMatchObject({ code: 'InvalidAmount', facts: { field: 'a' } });
  });

  test('is refused for a reason of the rule', () => {
    const reader = new FieldReader({}, KNOWN);
    reader.reject('DatesOutOfOrder', 'Non.', { field: 'b' });
    expect(reader.refusal).toEqual({ code: 'DatesOutOfOrder', message: 'Non.', facts: { field: 'b' } });
  });

  test('is refused for a field that another makes necessary', () => {
    const reader = new FieldReader({}, KNOWN);
    reader.rejectMissing('b', 'il suit «\u00a0a\u00a0»');
    expect(reader.refusal).toMatchObject({ code: 'MissingField', facts: { field: 'b', value: null } });
    expect(reader.refusal!.message).toContain('il suit «\u00a0a\u00a0»');
  });
});

describe('a required field that is absent stands for something harmless', () => {
  const asks: Record<string, [(reader: FieldReader) => unknown, unknown]> = {
    day: [(reader) => reader.day('a'), 0],
    cents: [(reader) => reader.cents('a'), 0],
    choice: [(reader) => reader.choice('a', ['x', 'y']), 'x'],
    text: [(reader) => reader.text('a'), ''],
    whole: [(reader) => reader.whole('a', 2, 9), 2],
    decimal: [(reader) => reader.decimal('a'), { units: 0, decimals: 0 }],
    decimalText: [(reader) => reader.decimalText('a'), '0'],
  };
  test.each(Object.entries(asks))('%s', (_, [ask, value]) => {
    for (const source of [{}, { a: null }]) {
      expect(read(source, ask)).toEqual({ value, code: 'MissingField', facts: ABSENT });
    }
  });
});

describe('an optional field that is absent is refused by nobody', () => {
  const asks: Record<string, [(reader: FieldReader) => unknown, unknown]> = {
    optionalDay: [(reader) => reader.optionalDay('a'), null],
    optionalCents: [(reader) => reader.optionalCents('a'), null],
    optionalChoice: [(reader) => reader.optionalChoice('a', ['x', 'y']), null],
    'choice with a fallback': [(reader) => reader.choice('a', ['x', 'y'], 'y'), 'y'],
    choices: [(reader) => reader.choices('a', ['x', 'y']), []],
    optionalText: [(reader) => reader.optionalText('a'), null],
    texts: [(reader) => reader.texts('a'), []],
    optionalWhole: [(reader) => reader.optionalWhole('a', 2, 9), null],
    flag: [(reader) => reader.flag('a'), false],
    list: [(reader) => reader.list('a', KNOWN, () => 1), []],
    object: [(reader) => reader.object('a', KNOWN, () => 1), null],
    receipts: [readReceipts, []],
    principalFirst: [readPrincipalFirst, false],
    leapYears: [readLeapYears, false],
  };
  test.each(Object.entries(asks))('%s', (_, [ask, value]) => {
    expect(read({}, ask)).toEqual({ value });
    expect(read({ a: null }, ask)).toEqual({ value });
  });
});

type Case = readonly [ask: (reader: FieldReader) => unknown, given: unknown, value: unknown, code?: string];
const MOST = 10_000_000_000_000;
const DAY = day('2026-11-21');
const CASES: Record<string, Case> = {
  'a day': [(reader) => reader.day('a'), '2026-11-21', DAY],
  'an optional day': [(reader) => reader.optionalDay('a'), '2026-11-21', DAY],
  'a day that does not exist': [(reader) => reader.day('a'), '2026-02-30', 0, 'InvalidDate'],
  'a day as a number': [(reader) => reader.day('a'), 20_261_121, 0, 'InvalidDate'],
  'an optional day that is none': [(reader) => reader.optionalDay('a'), '', 0, 'InvalidDate'],
  'no cents': [(reader) => reader.cents('a'), 0, 0],
  'the most cents': [(reader) => reader.cents('a'), MOST, MOST],
  'optional cents': [(reader) => reader.optionalCents('a'), 7, 7],
  'one cent too many': [(reader) => reader.cents('a'), MOST + 1, 0, 'InvalidAmount'],
  'less than nothing': [(reader) => reader.cents('a'), -1, 0, 'InvalidAmount'],
  'half a cent': [(reader) => reader.cents('a'), 0.5, 0, 'InvalidAmount'],
  'cents as text': [(reader) => reader.cents('a'), '7', 0, 'InvalidAmount'],
  'a word of the list': [(reader) => reader.choice('a', ['x', 'y']), 'y', 'y'],
  'a word before the fallback': [(reader) => reader.choice('a', ['x', 'y'], 'y'), 'x', 'x'],
  'another word': [(reader) => reader.choice('a', ['x', 'y'], 'y'), 'z', 'x', 'InvalidChoice'],
  'an optional word': [(reader) => reader.optionalChoice('a', ['x', 'y']), 'y', 'y'],
  'another optional word': [(reader) => reader.optionalChoice('a', ['x', 'y']), 'z', 'x', 'InvalidChoice'],
  'words, each once': [(reader) => reader.choices('a', ['x', 'y']), ['y', 'x', 'y'], ['y', 'x']],
  'a text': [(reader) => reader.text('a'), ' l’été ', 'l’été'],
  'the longest text': [(reader) => reader.text('a'), 't'.repeat(200), 't'.repeat(200)],
  'a text too long': [(reader) => reader.text('a'), ' '.repeat(200).concat('t'), '', 'InvalidValue'],
  'an empty text': [(reader) => reader.text('a'), '   ', '', 'InvalidValue'],
  'a text that is a number': [(reader) => reader.text('a'), 7, '', 'InvalidValue'],
  'an optional text': [(reader) => reader.optionalText('a'), ' x', 'x'],
  texts: [(reader) => reader.texts('a'), ['x', 'y'], ['x', 'y']],
  'texts with an empty one': [(reader) => reader.texts('a'), ['x', ' '], [], 'InvalidValue'],
  'texts with a number': [(reader) => reader.texts('a'), ['x', 7], [], 'InvalidValue'],
  'texts that are one text': [(reader) => reader.texts('a'), 'x', [], 'InvalidValue'],
  'the least whole number': [(reader) => reader.whole('a', 2, 9), 2, 2],
  'the greatest whole number': [(reader) => reader.whole('a', 2, 9), 9, 9],
  'an optional whole number': [(reader) => reader.optionalWhole('a', 2, 9), 3, 3],
  'a number below': [(reader) => reader.whole('a', 2, 9), 1, 2, 'InvalidValue'],
  'a number above': [(reader) => reader.whole('a', 2, 9), 10, 2, 'InvalidValue'],
  'a number between two': [(reader) => reader.whole('a', 2, 9), 2.5, 2, 'InvalidValue'],
  'a number as text': [(reader) => reader.whole('a', 2, 9), '3', 2, 'InvalidValue'],
  yes: [(reader) => reader.flag('a'), true, true],
  no: [(reader) => reader.flag('a'), false, false],
  'yes as text': [(reader) => reader.flag('a'), 'true', false, 'InvalidValue'],
  'a rate': [(reader) => reader.decimal('a'), '12.40', { units: 124, decimals: 1 }],
  'a rate in its shortest writing': [(reader) => reader.decimalText('a'), '12.40', '12.4'],
  'a rate with a comma': [(reader) => reader.decimal('a'), '12,40', { units: 0, decimals: 0 }, 'InvalidRate'],
  'a rate as a number': [(reader) => reader.decimal('a'), 12.4, { units: 0, decimals: 0 }, 'InvalidRate'],
  'an empty list': [(reader) => reader.list('a', KNOWN, () => 1), [], []],
};

test.each(Object.entries(CASES))('%s', (_, [ask, given, value, code]) => {
  const expected = code === undefined ? { value } : refused(value, code, 'a', echoed(given));
  expect(read({ a: given }, ask)).toEqual(expected);
});

describe('a list', () => {
  test('of words names the place of the wrong one', () => {
    const ask = (reader: FieldReader) => reader.choices('a', ['x', 'y']);
    expect(read({ a: ['x', 'z', 'w'] }, ask)).toMatchObject(refused(['x', 'z', 'w'], 'InvalidChoice', 'a[1]', 'z'));
    expect(read({ a: 'x' }, ask)).toEqual(refused([], 'InvalidValue', 'a', 'x'));
  });

  test('of objects gives what each holds, in order', () => {
    const ask = (reader: FieldReader) => reader.list('a', KNOWN, (item) => item.cents('b'));
    expect(read({ a: [{ b: 3 }, { b: 1 }, { b: 2 }] }, ask)).toEqual({ value: [3, 1, 2] });
    expect(read({ a: { b: 3 } }, ask)).toEqual(refused([], 'InvalidValue', 'a', '(objet)'));
  });

  test('of objects names the place of the first thing wrong', () => {
    const ask = (reader: FieldReader) => reader.list('a', KNOWN, (item) => item.cents('b'));
    expect(read({ a: [{ b: 3 }, { b: -1 }, {}] }, ask)).toEqual(refused([3, 0, 0], 'InvalidAmount', 'a[1].b', -1));
    expect(read({ a: [{ b: -3 }] }, ask)).toEqual(refused([0], 'InvalidAmount', 'a[0].b', -3));
    const unknown = read({ a: [{ b: 3 }, { c: 1 }] }, ask);
    expect(unknown).toEqual({ value: [3, 0], code: 'UnknownField', facts: { field: 'a[1].c', known: ['a', 'b'] } });
    // What is no object has no field either: the value of the object before it is not read twice.
    expect(read({ a: [{ b: 3 }, 7] }, ask)).toEqual(refused([3, 0], 'InvalidValue', 'a[1]', 7));
  });

  test('of receipts is read as moves of an account', () => {
    const receipts = [{ on: '2026-11-21', amountCents: 500 }];
    const reader = new FieldReader({ receipts }, new Set(['receipts']));
    expect(readReceipts(reader)).toEqual([{ kind: 'receipt', on: DAY, amountCents: 500 }]);
    expect(reader.refusal).toBeNull();
    const wrong = new FieldReader(
      { receipts: [{ on: '2026-11-21', amountCents: 500, by: 'x' }] },
      new Set(['receipts']),
    );
    readReceipts(wrong);
    expect(wrong.refusal).toMatchObject({
      code: 'UnknownField',
      facts: { field: 'receipts[0].by', known: ['on', 'amountCents'] },
    });
  });
});

describe('an object inside another', () => {
  const ask = (reader: FieldReader) => reader.object('a', KNOWN, (item) => item.cents('b'));
  test('is read under its own name', () => {
    expect(read({ a: { b: 3 } }, ask)).toEqual({ value: 3 });
    expect(read({ a: { b: -3 } }, ask)).toEqual(refused(0, 'InvalidAmount', 'a.b', -3));
    expect(read({ a: {} }, ask)).toEqual({ value: 0, code: 'MissingField', facts: { field: 'a.b', value: null } });
    expect(read({ a: 7 }, ask)).toEqual(refused(0, 'InvalidValue', 'a', 7));
  });
});

test.each([
  [readPrincipalFirst, 'allocation', 'principalFirst', 'legal'],
  [readLeapYears, 'yearLength', 'leap', 'fixed'],
] as const)('%o chooses by the field %s', (ask, field, yes, no) => {
  const chosen = (word: string) => {
    const reader = new FieldReader({ [field]: word }, new Set([field]));
    return [ask(reader), reader.refusal?.code];
  };
  expect([yes, no, 'other'].map(chosen)).toEqual([
    [true, undefined],
    [false, undefined],
    [false, 'InvalidChoice'],
  ]);
});
