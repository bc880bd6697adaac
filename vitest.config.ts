import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './scripts/longest-first.ts';

// Node keeps what it has compiled and stripped of types: test files, and the commands they start, boot in half the time.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, '.cache', 'node');

/**
 * Random cases of one property at most, in the pure rooms, where some ask for fifty thousand: a push tries the first
 * thousand of a seed of its own. `npm run drills` lifts it.
 */
process.env.ACQUIT_MOST_RUNS ??= '1000';
const fewRuns = {
  alias: {
    'whole-fast-check': join(import.meta.dirname, 'node_modules', 'fast-check'),
    'fast-check': join(import.meta.dirname, 'drills', 'mutants', 'few-runs.mjs'),
  },
};

/**
 * Files at the same time: one for each core. Above four, what they share (one database server, the disk) is what they
 * would wait for.
 */
const maxWorkers = Math.min(availableParallelism(), 4);

/**
 * Where no module stands for another and none is a screen's, Node loads the tests as it loads the product: what it has
 * compiled is kept, and no second loader works beside it.
 */
const experimental = { viteModuleRunner: false };

/**
 * One project per room of the house. The files of a room share the processes of their worker, and so what these have
 * loaded: evaluating the server once a file took as long as all its tests. What a test knows is its own all the same:
 * each file has a database, a home and a server of its own, and the little that the rooms remember from one call to the
 * next goes by identifiers that every test draws anew.
 */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        resolve: fewRuns,
        test: { name: 'law', maxWorkers, include: ['law/src/**/*.test.ts'], isolate: false, pool: 'threads' },
      },
      {
        resolve: fewRuns,
        test: {
          name: 'recovery',
          maxWorkers,
          include: ['recovery/src/**/*.test.ts'],
          isolate: false,
          pool: 'threads',
          // Made books and random orders take seconds; beside other work, several times as many.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'server',
          experimental,
          maxWorkers,
          include: ['server/src/**/*.test.ts'],
          isolate: false,
          pool: 'forks',
          globalSetup: ['server/src/testing/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'house',
          experimental,
          maxWorkers,
          include: ['scripts/**/*.test.ts', 'examples/**/*.test.ts', 'law/scripts/**/*.test.ts'],
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'web',
          maxWorkers,
          include: ['web/tests/**/*.test.ts'],
          isolate: false,
          pool: 'forks',
          globalSetup: ['server/src/testing/global-setup.ts', 'web/tests/global-setup.ts'],
          testTimeout: 120_000,
          // One hook loads the demonstration by its button: eighteen months of a company, on a machine at work.
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
