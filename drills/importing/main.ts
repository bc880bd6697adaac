/**
 * Large files through `acquit import`: each is made, imported by the real command into an installation of its own, and
 * the memory of the command and of its reading process is looked at while it works. Then the import of a statement is
 * killed at several moments: nothing of it may be there, the next start says that it failed, and the same file is taken
 * whole afterwards. `--megabytes 30` for a shorter run.
 */

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createCompany, endDeadImports, ensureTenant } from '../../server/src/jobs/index.ts';
import { openStore, type Store } from '../../server/src/store/index.ts';
import {
  bookKind,
  isSmall,
  type Kind,
  type MostMemory,
  makeFile,
  startedBy,
  statementKind,
  tellMemory,
  watchMemory,
} from '../lib/large-files.ts';

const LOOK_MILLISECONDS = 100;
/** After this silence a job may be told dead; a little more than the job's own measure. */
const SILENCE_MILLISECONDS = 21_000;
/** Where the kills fall, by what others see of the import: as it is read, as it is stored, once its lines are matched. */
const KILLED_AT = [
  { phase: 'reading', progress: 0.4 },
  { phase: 'storing', progress: 0.5 },
  { phase: 'storing', progress: 1 },
] as const;

/** A file to be killed with needs to last, not to be large. */
const MOST_MEGABYTES_KILLED = 40;

const megabytes = Number(process.argv[process.argv.indexOf('--megabytes') + 1]) || 200;

const importing = (home: string, path: string): ChildProcess =>
  spawn(process.execPath, [
    join(import.meta.dirname, '../../bin/acquit.mjs'),
    'import',
    '--json',
    '--home',
    home,
    path,
  ]);

interface Imported {
  code: number | null;
  said: string;
  seconds: number;
  memory: MostMemory;
}

/** Imports a file and gives what the command said, how long it took, and the most memory it took. */
async function importWith(home: string, path: string): Promise<Imported> {
  const command = importing(home, path);
  const start = performance.now();
  let said = '';
  command.stdout?.on('data', (text: Buffer) => {
    said += text.toString('utf8');
  });
  command.stderr?.pipe(process.stderr);
  const most = watchMemory(command.pid ?? 0);
  const code = await new Promise<number | null>((resolve) => command.on('close', resolve));
  return { code, said, seconds: (performance.now() - start) / 1_000, memory: most() };
}

/** Waits until the import under way has come so far, as others see it; false when it has ended before. */
async function until(
  store: Store,
  tenantId: string,
  command: ChildProcess,
  { phase, progress }: (typeof KILLED_AT)[number],
): Promise<boolean> {
  while ((command.exitCode ?? command.signalCode) === null) {
    const [there] = await store.inTenant(tenantId, (tx) =>
      tx.arrays<[boolean]>(
        `select true from import_job where tenant_id = $1 and status = 'running' and phase = $2 and progress >= $3`,
        [tenantId, phase, progress],
      ),
    );
    if (there) return true;
    await pause(LOOK_MILLISECONDS);
  }
  return false;
}

/** What a tenant's installation has: lines, claims, and the states of its imports with what was told of them. */
async function standing(store: Store, tenantId: string) {
  return store.inTenant(tenantId, async (tx) => {
    const [[lines, claims] = [0, 0]] = await tx.arrays<[number, number]>(
      `select (select count(*)::int from bank_line where tenant_id = $1), (select count(*)::int from claim where tenant_id = $1)`,
      [tenantId],
    );
    const jobs = await tx.arrays<[string, string | null]>(
      `select status, refusals -> 0 ->> 'code' from import_job where tenant_id = $1 order by imported_at`,
      [tenantId],
    );
    return { lines, claims, jobs: jobs.map((one) => one.filter((word) => word !== null).join(' ')) };
  });
}

const folder = mkdtempSync(join(tmpdir(), 'acquit-drill-importing-'));
let failed = 0;
const verdict = (passed: boolean, what: string) => {
  if (!passed) failed += 1;
  console.log(`${passed ? 'passed' : 'FAILED'}  ${what}`);
};

/** An installation with one company. */
async function install(home: string): Promise<{ store: Store; tenantId: string }> {
  const store = await openStore({ home });
  const tenantId = await ensureTenant(store);
  const none = { legalForm: null, legalId: null, vat: null, postcode: null, city: null, email: null, phone: null };
  const company = { name: 'Société d’essai', ...none, addressLines: [], country: 'FR', iban: null, bic: null };
  await store.inTenant(tenantId, (tx) => createCompany(tx, tenantId, company));
  return { store, tenantId };
}

async function memory(kind: Kind): Promise<void> {
  const home = mkdtempSync(join(folder, 'home-'));
  const { store, tenantId } = await install(home);
  try {
    const path = join(folder, 'file');
    const entries = makeFile(path, kind, megabytes);
    const { code, said, seconds, memory: most } = await importWith(home, path);
    const { lines, claims } = await standing(store, tenantId);
    const small = isSmall(most);
    const whole =
      code === 0 && said.includes('"status":"imported"') && (kind === bookKind ? claims > 0 : lines === entries);
    verdict(
      small && whole,
      `${kind.name}: ${megabytes} MB, ${entries} entries, ${lines} lines and ${claims} claims stored in ${Math.round(seconds)} s; ${tellMemory(most)}`,
    );
    if (!whole) console.log(said.slice(0, 500));
  } finally {
    await store.close();
  }
}

async function killed(): Promise<void> {
  const home = mkdtempSync(join(folder, 'home-'));
  const { store, tenantId } = await install(home);
  try {
    const path = join(folder, 'file');
    const entries = makeFile(path, statementKind, Math.min(megabytes, MOST_MEGABYTES_KILLED));
    for (const moment of KILLED_AT) {
      const command = importing(home, path);
      const reached = await until(store, tenantId, command, moment);
      const working = [...startedBy(command.pid ?? 0)];
      for (const pid of working) process.kill(pid, 'SIGKILL');
      command.kill('SIGKILL');
      await new Promise((resolve) =>
        (command.exitCode ?? command.signalCode) === null ? command.on('exit', resolve) : resolve(null),
      );
      await pause(SILENCE_MILLISECONDS);
      const ended = await endDeadImports(store, tenantId);
      const { lines, claims, jobs } = await standing(store, tenantId);
      // Its last moments are short: a kill that comes after the commit finds the whole file, and nothing in between.
      const nothing = lines === 0 && claims === 0 && jobs.every((one) => one === 'failed ImportInterrupted');
      const whole = moment.progress === 1 && lines === entries && jobs.includes('imported');
      verdict(
        whole || (reached && nothing),
        `killed while ${moment.phase}, at ${Math.round(moment.progress * 100)} %: ${lines} lines, ${claims} claims, ${ended} import(s) said to have failed`,
      );
    }
    const { said } = await importWith(home, path);
    const { lines, jobs } = await standing(store, tenantId);
    verdict(
      /"status":"(imported|duplicate)"/.test(said) && lines === entries && jobs.includes('failed ImportInterrupted'),
      `the same file afterwards: ${lines} lines of ${entries}; imports: ${jobs.join(', ')}`,
    );
  } finally {
    await store.close();
  }
}

try {
  await memory(statementKind);
  await memory(bookKind);
  await killed();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(failed === 0 ? 'passed' : `${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
