/**
 * The laws of the pure rooms on as many random cases as each property asks for, where a push tries the first thousand
 * (`vitest.config.ts`).
 *
 *     node drills/properties/main.ts [--seed 42] [--only allocation]
 *
 * Without a seed each file draws its own and prints it, so that a case that fails can be told again.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  strict: false,
  options: { seed: { type: 'string' }, only: { type: 'string' } },
});
const root = join(import.meta.dirname, '..', '..');
const seed = values.seed === undefined ? {} : { LAW_SEED: String(values.seed) };
const only = values.only === undefined ? [] : [String(values.only)];
const run = spawnSync(
  process.execPath,
  [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'law', '--project', 'recovery', ...only],
  { cwd: root, stdio: 'inherit', env: { ...process.env, ...seed, ACQUIT_MOST_RUNS: 'Infinity' } },
);
process.exit(run.status ?? 1);
