/** The README says what the package does: its examples are run here, and again from the archive that is published. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { workedExamples } from '../scripts/readme.ts';
import { RULE_NAMES } from './index.ts';

const PATIENCE = 60_000;
const ROOT = new URL('../', import.meta.url);
const examples = workedExamples();
const readme = readFileSync(new URL('README.md', ROOT), 'utf8');

test.each(examples)('$title', { timeout: PATIENCE }, ({ code, printed }) => {
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', code], { cwd: ROOT, encoding: 'utf8' });
  expect(run.stderr).toBe('');
  expect(run.stdout).toBe(printed);
});

test('there are five, and no block of code is left unproved', () => {
  expect(examples).toHaveLength(5);
  expect(readme.match(/^```js$/gm)).toHaveLength(examples.length);
});

test('every rule is in the table, and every link leads somewhere', () => {
  for (const rule of RULE_NAMES) expect(readme, rule).toContain(`| \`${rule}\` `);
  for (const [, link] of readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)) {
    expect(existsSync(new URL(link!, ROOT)), link).toBe(true);
  }
});
