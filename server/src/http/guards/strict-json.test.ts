import { expect, test } from 'vitest';
import { problemOfJson } from './strict-json.ts';

test('ordinary bodies pass', () => {
  expect(problemOfJson('{"a":1,"b":[{"a":2},{"a":3}],"c":"x,\\"a\\":{"}')).toBeNull();
  expect(problemOfJson('[]')).toBeNull();
  expect(problemOfJson('"text"')).toBeNull();
  expect(problemOfJson('{"a":{"a":{"a":1}},"b":"{"}')).toBeNull();
});

test('a key given twice in one object is named', () => {
  expect(problemOfJson('{"amountCents":1,"amountCents":2}')).toBe('duplicate-key');
  expect(problemOfJson('{"x":[{"a":1,"\\u0061":2}]}')).toBe('duplicate-key');
});

test('keys that reach a prototype are named, escaped or not', () => {
  expect(problemOfJson('{"__proto__":{"admin":true}}')).toBe('forbidden-key');
  expect(problemOfJson('{"a":{"\\u005f_proto__":1}}')).toBe('forbidden-key');
  expect(problemOfJson('{"constructor":{"prototype":{}}}')).toBe('forbidden-key');
  expect(problemOfJson('{"a":"__proto__"}')).toBeNull();
});

test('a depth that serves only to hurt is named', () => {
  expect(problemOfJson(`${'['.repeat(32)}${']'.repeat(32)}`)).toBeNull();
  expect(problemOfJson(`${'['.repeat(33)}${']'.repeat(33)}`)).toBe('too-deep');
  expect(problemOfJson('{"a":'.repeat(100_000))).toBe('too-deep');
});

test('a string that never ends is left to the parser', () => {
  expect(problemOfJson('{"a')).toBeNull();
  expect(problemOfJson('{"a\\')).toBeNull();
});
