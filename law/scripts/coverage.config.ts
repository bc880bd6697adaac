import { defineConfig } from 'vitest/config';

const WHOLE = 100;

/**
 * The tests of the law with the share of its code they run (`npm run law:coverage`). Fails below 100 %, whatever is
 * generated or is a test left out: a branch that no case can reach is removed from the code, never excused here. Random
 * tests run a few cases only: what matters is which code runs, and the suite runs them whole.
 */
export default defineConfig({
  resolve: {
    alias: {
      'whole-fast-check': new URL('../../node_modules/fast-check', import.meta.url).pathname,
      'fast-check': new URL('../../drills/mutants/few-runs.mjs', import.meta.url).pathname,
    },
  },
  test: {
    include: ['law/src/**/*.test.ts'],
    isolate: false,
    pool: 'threads',
    testTimeout: 120_000,
    coverage: {
      enabled: true,
      provider: 'v8',
      reportOnFailure: true,
      include: ['law/src/**/*.ts'],
      exclude: ['law/src/**/*.test.ts', 'law/src/**/bench.ts', 'law/src/parameters/generated/**'],
      reporter: [['text', { skipFull: true }], 'json'],
      reportsDirectory: 'coverage/law',
      thresholds: { branches: WHOLE, functions: WHOLE, lines: WHOLE, statements: WHOLE },
    },
  },
});
