/**
 * Whatever comes in, in whatever order: draws sequences of files, undos, answers and nights of an evolving truth, many more
 * than every push does, and compares the book with it after each (`paid-never-chased.test.ts`).
 *
 *     node drills/truth/main.ts [--sequences 200] [--seed 42]
 *
 * Without a seed another one is drawn and printed, so that a sequence that fails can be told again.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  strict: false,
  options: { sequences: { type: 'string', default: '200' }, seed: { type: 'string' } },
});
const seed = String(values.seed ?? Date.now() % 1_000_000_000);
console.log(`${values.sequences} sequences, seed ${seed}`);
const root = join(import.meta.dirname, '..', '..');
const run = spawnSync(
  process.execPath,
  [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'server', 'paid-never-chased'],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ACQUIT_TRUTH_SEQUENCES: String(values.sequences), ACQUIT_TRUTH_SEED: seed },
  },
);
process.exit(run.status ?? 1);
