/**
 * Runs every suite and closes with the one line that machines read: `N passed, N failed`. Arguments go to vitest, so
 * `npm test -- --project law` runs one room.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { missedBy } from '../server/src/testing/absent.ts';
import { findOrInstallChromium } from './launch/chromium.ts';

const root = join(import.meta.dirname, '..');
const wanted = process.argv.slice(2);
const env: NodeJS.ProcessEnv = { ...process.env };
const projects = wanted.flatMap((word, i) => (word === '--project' ? [wanted[i + 1]] : []));
if (projects.length === 0 || projects.includes('web')) env.CHROMIUM_PATH = findOrInstallChromium();

const folder = mkdtempSync(join(tmpdir(), 'acquit-test-'));
const report = join(folder, 'report.json');
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const run = spawnSync(
  process.execPath,
  [vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...wanted],
  { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] },
);

interface TestFile {
  status: string;
  assertionResults: { status: string; ancestorTitles: string[] }[];
}

const notTried = new Map<string, number>();
let passed = 0;
let failed = 0;
try {
  const summary = JSON.parse(readFileSync(report, 'utf8'));
  passed = summary.numPassedTests;
  failed = summary.numFailedTests;
  // A file that cannot even load, and a test that was left out, are failures too: neither may pass for green. Tests of
  // what no clone brings are the exception, and are named below.
  failed += summary.testResults.filter(
    (file: TestFile) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  failed += summary.numTodoTests;
  for (const { status, ancestorTitles } of summary.testResults.flatMap((file: TestFile) => file.assertionResults)) {
    if (status !== 'skipped' && status !== 'pending') continue;
    const what = missedBy(ancestorTitles);
    if (what === null) failed += 1;
    else notTried.set(what, (notTried.get(what) ?? 0) + 1);
  }
} catch {
  failed += 1;
}
if (run.status !== 0 && failed === 0) failed = 1;
rmSync(folder, { recursive: true, force: true });
for (const [what, count] of notTried) console.log(`Not tried here, for want of ${what}: ${count} tests.`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
