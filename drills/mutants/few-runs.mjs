/**
 * Stands for fast-check where the same properties are tried on fewer random cases: `ACQUIT_MOST_RUNS` of them at most. On
 * a push that is a thousand, on other cases each time; `npm run drills` tries as many as each property asks for. In the
 * mutation drill it is fifty: a mutant that survives them needs an example that names it, not fifty thousand cases.
 */
import fc from 'whole-fast-check';

export * from 'whole-fast-check';

const MOST_RUNS = Number(process.env.ACQUIT_MOST_RUNS ?? 50);
/** What fast-check itself tries when a property says nothing. */
const USUAL_RUNS = 100;

function assert(property, options = {}) {
  return fc.assert(property, { ...options, numRuns: Math.min(options.numRuns ?? USUAL_RUNS, MOST_RUNS) });
}

export { assert };
export default { ...fc, assert };
