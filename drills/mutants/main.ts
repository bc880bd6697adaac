/**
 * `npm run mutants [-- folder… folder/file…]`: changes the code of `law` in one small way at a time and looks whether a
 * test notices. Prints the share noticed, folder by folder, beside the 90 % wanted, and fails below it. Installs its
 * tools the first time. Long: it belongs to the drills, not to `npm test`. Survivors are listed in
 * `.cache/mutants/<folder>.json`. Two runs can go side by side: each works in a copy of its own. With `--again`, only what
 * survived in the report kept of a folder is tried, and what its code or its tests changed since; the rest is taken over.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { hasTools, isTarget, lawFolders, makeWorkspace, readTarget, reports, writeSettings } from './workspace.ts';

const WANTED = 90;
const ENVIRONMENT = 3;

/** Outcomes of a mutant: the first two are noticed, the next two are not; the others are no mutants that can run. */
type Status = 'Killed' | 'Timeout' | 'Survived' | 'NoCoverage' | 'CompileError' | 'RuntimeError' | 'Ignored';

interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: Status }[] }>>;
}

function installTools(): void {
  if (hasTools()) return;
  console.log('Installing the tools of the drill, once.');
  const options = { cwd: import.meta.dirname, stdio: 'inherit', shell: process.platform === 'win32' } as const;
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], options);
  if (status !== 0) process.exit(ENVIRONMENT);
}

interface Score {
  readonly name: string;
  readonly noticed: number;
  readonly missed: number;
}

/** The report kept of a folder or file. `.` is the top of `law/src`; a file stands beside the folder it is in. */
function reportOf(name: string): string {
  return join(reports, `${name.replace(/^\.(?=\/|$)/, 'top').replace('/', '.')}.json`);
}

/** Mutates one folder or file. Null when it holds no mutant. Ends the drill when the tests fail on the code as it is. */
function runTarget(workspace: string, name: string, again: boolean): Score | null {
  writeSettings(workspace, readTarget(name), again ? reportOf(name) : null);
  rmSync(join(workspace, 'report.json'), { force: true });
  const tool = join(workspace, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
  const run = spawnSync(process.execPath, [tool, 'run', 'stryker.config.json'], { cwd: workspace, stdio: 'inherit' });
  if (run.status !== 0) process.exit(ENVIRONMENT);
  const text = readFileSync(join(workspace, 'report.json'), 'utf8');
  cpSync(join(workspace, 'report.json'), reportOf(name));
  const statuses = Object.values((JSON.parse(text) as Report).files).flatMap(({ mutants }) =>
    mutants.map(({ status }) => status),
  );
  const count = (...wanted: Status[]) => statuses.filter((status) => wanted.includes(status)).length;
  const score = { name, noticed: count('Killed', 'Timeout'), missed: count('Survived', 'NoCoverage') };
  return score.noticed + score.missed === 0 ? null : score;
}

function percent({ noticed, missed }: Omit<Score, 'name'>): number {
  return (100 * noticed) / (noticed + missed);
}

function row(name: string, score: Omit<Score, 'name'>): string {
  const total = score.noticed + score.missed;
  return `${name.padEnd(24)}${String(total).padStart(8)}${String(score.missed).padStart(8)}${percent(score).toFixed(1).padStart(8)} %`;
}

const again = process.argv.includes('--again');
const wanted = process.argv.slice(2).filter((name) => name !== '--again');
const unknown = wanted.filter((name) => !isTarget(readTarget(name)));
if (unknown.length > 0) {
  console.error(`Not in law/src: ${unknown.join(', ')}. Its folders are: ${lawFolders().join(' ')}`);
  process.exit(2);
}
installTools();
const workspace = makeWorkspace();
const scores = (wanted.length > 0 ? wanted : lawFolders())
  .map((name) => runTarget(workspace, name, again))
  .filter((score) => score !== null);
const whole = scores.reduce(
  (sum, { noticed, missed }) => ({ noticed: sum.noticed + noticed, missed: sum.missed + missed }),
  { noticed: 0, missed: 0 },
);
console.log(
  `\n${'folder'.padEnd(24)}${'mutants'.padStart(8)}${'missed'.padStart(8)}${'score'.padStart(8)}   wanted: ${WANTED} %`,
);
for (const score of scores) console.log(row(score.name, score));
console.log(row('all', whole));
process.exit(percent(whole) >= WANTED ? 0 : 1);
