import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lawToWatch } from './index.ts';

/** Each command starts a process; the limit only stops one that never ends. */
const PATIENCE = 60_000;
const ON = '2026-11-21';

/** The command as a person runs it. */
function command(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const file = join(import.meta.dirname, '..', '..', 'scripts', 'list-parameters.ts');
  return spawnSync(process.execPath, [file, ...args], { encoding: 'utf8' });
}

test('the command prints the list in French, or one JSON object a line', { timeout: PATIENCE }, () => {
  const french = command('--on', ON);
  expect(french.status).toBe(0);
  expect(french.stdout).toMatch(
    /^Paramètres de droit à surveiller du 21 novembre 2026 au 19 février 2027\n\nPrend fin/,
  );
  expect(french.stdout).toMatch(
    /legal-interest\/business +jusqu’au 31 déc\. 2026, suite à chercher dès le 17 déc\. 2026/,
  );
  const lines = command('--on', ON, '--json').stdout.trim().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual(lawToWatch(ON, 90));
  for (const wrong of [
    ['--on', '2026-02-30'],
    ['--days', 'x'],
    ['--until', ON],
  ]) {
    const refused = command(...wrong);
    expect(refused.status).toBe(2);
    expect(refused.stderr).not.toMatch(/ at /);
  }
});
