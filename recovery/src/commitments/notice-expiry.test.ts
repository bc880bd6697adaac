import { day } from '@acquit/law';
import { expect, test } from 'vitest';
import { noticeExpiry, type PlanNoticeFacts } from './notice-expiry.ts';

// Decided on Thursday 3 December 2026: five working days of post, then eight days.
const notice: PlanNoticeFacts = {
  decidedOn: day('2026-12-03'),
  expiresOn: day('2026-12-18'),
  leftOn: day('2026-12-03'),
  presentedOn: null,
  isReturned: false,
};
const expiry = (change: Partial<PlanNoticeFacts>) => noticeExpiry({ ...notice, ...change }, 8, 5);

test('it runs from the first presentation once that is known, whatever was told before', () => {
  expect(expiry({ presentedOn: day('2026-12-05') })).toBe(day('2026-12-13'));
  expect(expiry({ presentedOn: day('2026-12-15'), leftOn: null })).toBe(day('2026-12-23'));
});

test('until then from the post, counted from the day the letter really left', () => {
  expect(expiry({})).toBe(day('2026-12-18'));
  // Posted on Monday 7: the 14th, then eight days.
  expect(expiry({ leftOn: day('2026-12-07') })).toBe(day('2026-12-22'));
});

test('nothing runs while it waits to leave, nor when it came back', () => {
  expect(expiry({ leftOn: null })).toBeNull();
  expect(expiry({ isReturned: true })).toBeNull();
});
