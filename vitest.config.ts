import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// Node keeps what it has compiled and stripped of types: test files, and the commands they start, boot in half the time.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, '.cache', 'node');

/**
 * Files at the same time: one for each core. Above four, what they share (one database server, the disk) is what they
 * would wait for.
 */
const maxWorkers = Math.min(availableParallelism(), 4);

/**
 * One project per room of the house. Pure rooms (`law`, `recovery`) run without isolation because they hold no
 * state; rooms with effects get a process per file, so that what one test leaves behind cannot help another pass.
 */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'law', maxWorkers, include: ['law/src/**/*.test.ts'], isolate: false, pool: 'threads' } },
      {
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
          maxWorkers,
          include: ['server/src/**/*.test.ts'],
          pool: 'forks',
          globalSetup: ['server/src/testing/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'house',
          maxWorkers,
          include: ['scripts/**/*.test.ts', 'examples/**/*.test.ts', 'law/scripts/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'web',
          maxWorkers,
          include: ['web/tests/**/*.test.ts'],
          pool: 'forks',
          globalSetup: ['server/src/testing/global-setup.ts', 'web/tests/global-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
