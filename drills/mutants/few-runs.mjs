/**
 * Stands for fast-check in the mutation drill: the same properties on the same seed, with few cases each. A mutant that
 * survives fifty random cases needs an example that names it, not fifty thousand cases.
 */
import fc from 'whole-fast-check';

export * from 'whole-fast-check';

const MOST_RUNS = 50;

function assert(property, options = {}) {
  return fc.assert(property, { ...options, numRuns: Math.min(options.numRuns ?? MOST_RUNS, MOST_RUNS) });
}

export { assert };
export default { ...fc, assert };
