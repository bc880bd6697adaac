import { defineConfig } from 'vitest/config';

/**
 * One project per room of the house. Pure rooms (`law`, `recovery`) run without isolation because they hold no
 * state; rooms with effects get a process per file, so that what one test leaves behind cannot help another pass.
 */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'law', include: ['law/src/**/*.test.ts'], isolate: false, pool: 'threads' } },
      {
        test: {
          name: 'recovery',
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
          include: ['scripts/**/*.test.ts', 'examples/**/*.test.ts', 'law/scripts/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'web',
          include: ['web/tests/**/*.test.ts'],
          pool: 'forks',
          fileParallelism: false,
          globalSetup: ['server/src/testing/global-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
