import fc from 'fast-check';
import { expect, test } from 'vitest';

test.each([1, 100, 5_000])('a property that asks for %i cases gets them, up to what this run allows', (asked) => {
  let tried = 0;
  const property = fc.property(fc.nat(), () => {
    tried += 1;
  });
  fc.assert(property, { numRuns: asked });
  // A thousand on a push; every one in `npm run drills`.
  expect(tried).toBe(Math.min(asked, Number(process.env.ACQUIT_MOST_RUNS)));
});
