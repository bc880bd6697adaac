import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curveOf, delayOfShare, type Lag, unpaidAfter } from './curve.ts';

const paid = (...delays: number[]): Lag[] => delays.map((delay) => ({ delay, paid: true, weight: 1 }));
const anyLags = fc.array(
  fc.record({ delay: fc.integer({ min: -20, max: 90 }), paid: fc.boolean(), weight: fc.constantFrom(1, 0.5) }),
  { maxLength: 30 },
);

describe('curve', () => {
  it('is the plain share unpaid when everything was paid', () => {
    const curve = curveOf(paid(-2, 0, 0, 10), null);
    expect(unpaidAfter(curve, -3)).toBe(1);
    expect(unpaidAfter(curve, -2)).toBeCloseTo(0.75, 12);
    expect(unpaidAfter(curve, 9)).toBeCloseTo(0.25, 12);
    expect(unpaidAfter(curve, 10)).toBe(0);
  });

  it('counts an open invoice as later than it is late today', () => {
    // One paid at 5, one open for 10 days, one paid at 20: after 5 two thirds are left, and the open one cannot have been
    // paid before 10, so the last payment speaks for all that is left.
    const curve = curveOf([...paid(5, 20), { delay: 10, paid: false, weight: 1 }], null);
    expect(unpaidAfter(curve, 5)).toBeCloseTo(2 / 3, 12);
    expect(unpaidAfter(curve, 19)).toBeCloseTo(2 / 3, 12);
    expect(unpaidAfter(curve, 20)).toBe(0);
  });

  it('leans on the prior alone when nothing was seen, and on what was seen when there is much of it', () => {
    const peers = { curve: curveOf(paid(0, 10, 20, 30), null), weight: 2 };
    expect(unpaidAfter(curveOf([], peers), 15)).toBeCloseTo(0.5, 12);
    expect(unpaidAfter(curveOf(paid(...Array(200).fill(-1)), peers), 0)).toBeLessThan(0.02);
  });

  it('gives the day of a share of what is still unpaid, and none that was never seen', () => {
    const curve = curveOf(paid(1, 2, 3, 4), null);
    expect(delayOfShare(curve, 0.5, Number.NEGATIVE_INFINITY)).toBe(2);
    expect(delayOfShare(curve, 0.5, 2)).toBe(3);
    expect(delayOfShare(curve, 0.5, 4)).toBeNull();
    expect(delayOfShare(curveOf([{ delay: 40, paid: false, weight: 1 }], null), 0.1, 0)).toBeNull();
  });

  it('never rises, and stays between none and all, whatever was seen', () => {
    fc.assert(
      fc.property(anyLags, anyLags, (lags, others) => {
        const curve = curveOf(lags, { curve: curveOf(others, null), weight: 2 });
        let before = 1;
        for (const { unpaid } of curve) {
          expect(unpaid).toBeLessThanOrEqual(before + 1e-12);
          expect(unpaid).toBeGreaterThanOrEqual(0);
          before = unpaid;
        }
      }),
    );
  });
});
