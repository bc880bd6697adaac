import { describe, expect, test } from 'vitest';
import { isMobile, mobileNumber } from './mobile.ts';

describe('a mobile number', () => {
  test.each([
    ['06 12 34 56 78', '+33612345678'],
    ['07.12.34.56.78', '+33712345678'],
    ['+33 (0)6 12 34 56 78', '+33612345678'],
    ['0033612345678', '+33612345678'],
    ['0692 12 34 56', '+262692123456'],
    ['0639 12 34 56', '+262639123456'],
    ['0690-12-34-56', '+590690123456'],
    ['0694 12 34 56', '+594694123456'],
    ['0696 12 34 56', '+596696123456'],
    ['+262 692 12 34 56', '+262692123456'],
  ])('%s is written %s', (given, wanted) => {
    expect(mobileNumber(given)).toBe(wanted);
  });

  test.each([
    ['a landline', '01 42 68 53 00'],
    ['a box number', '09 72 12 34 56'],
    ['a premium number', '08 99 12 34 56'],
    ['a foreign mobile', '+44 7700 900123'],
    ['a French landline with its code', '+33 4 78 00 00 00'],
    ['a number too short', '06 12 34 56'],
    ['a number too long', '06 12 34 56 78 9'],
    ['words', 'demander Paul'],
    ['two numbers', '06 12 34 56 78 / 06 00 00 00 00'],
    ['nothing', ''],
  ])('%s is none', (_what, given) => {
    expect(mobileNumber(given)).toBeNull();
  });

  test('an unknown number is none', () => {
    expect(isMobile(null)).toBe(false);
  });
});
