/**
 * Temporal coverage: every kind of rate is asked on every boundary of the tables and on the day before and after, from
 * 2010 to the last published day. It finds holes and doubles in the dated tables; it says nothing on the values, which
 * the examples prove.
 */
import { expect, test } from 'vitest';
import { addDays, type Day, day, formatDay } from '../calendar/index.ts';
import { valuesOf } from '../parameters/index.ts';
import { RATE_KINDS, type RateKind, rate } from './index.ts';

const FIRST = day('2010-01-01');
const LAST = day('2026-12-31');
/** The eight points exist since the contracts of 2013. */
const PUBLIC_FIRST = day('2013-01-01');

function boundaries(): Day[] {
  const days = new Set<Day>([FIRST, LAST]);
  for (let year = 2010; year <= 2027; year++) {
    days.add(day(`${year}-01-01`));
    days.add(day(`${year}-07-01`));
  }
  for (const { from } of valuesOf('ecb-main-refinancing')) days.add(from);
  return [...days].flatMap((d) => [addDays(d, -1), d, addDays(d, 1)]);
}

test.each(RATE_KINDS)('%s is known on every boundary, and nowhere else', (kind: RateKind) => {
  for (const creditor of ['business', 'individual'] as const) {
    for (const on of boundaries()) {
      const result = rate({ kind, creditor, on: formatDay(on) });
      const isKnown = on >= (kind === 'public' ? PUBLIC_FIRST : FIRST) && on <= LAST;
      const expected = isKnown ? undefined : 'RateNotPublished';
      expect(result.refusal?.code, `${kind} ${creditor} ${formatDay(on)}`).toBe(expected);
      if (isKnown) expect(result.value?.ratePercent).toMatch(/^\d{1,2}\.\d{2}$/);
    }
  }
});

test('the default rate never moves inside a half-year', () => {
  for (let year = 2010; year <= 2026; year++) {
    for (const [from, until] of [
      ['01-01', '06-30'],
      ['07-01', '12-31'],
    ]) {
      const first = rate({ kind: 'late-default', on: `${year}-${from}` }).value?.ratePercent;
      for (let d = day(`${year}-${from}`); d <= day(`${year}-${until}`); d = addDays(d, 13)) {
        expect(rate({ kind: 'late-default', on: formatDay(d) }).value?.ratePercent).toBe(first);
      }
    }
  }
});
