import { expect, test } from 'vitest';
import { day } from '../calendar/index.ts';
import { reason } from '../parameters/index.ts';
import { lastBearingDay, stopReasons } from './insolvency.ts';

const UNTIL = day('2026-11-30');

/** Interest stops on the day of the judgment (L622-28 C. com.): the eve is the last day that bears any. */
test.each([
  [null, '2026-11-30', false],
  ['2026-12-01', '2026-11-30', false],
  ['2026-11-30', '2026-11-29', true],
  ['2026-03-01', '2026-02-28', true],
])('a judgment of %s leaves %s as the last day, and is told: %s', (opened, last, isTold) => {
  const openedOn = opened === null ? null : day(opened);
  expect(lastBearingDay(UNTIL, openedOn)).toBe(day(last));
  expect(stopReasons(UNTIL, openedOn)).toEqual(isTold ? [reason('insolvency-stop', openedOn)] : []);
});
