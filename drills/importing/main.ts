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
import { bookKind, type Kind, makeFile, residentBytes, startedBy, statementKind } from '../lib/large-files.ts';

/** What the command, and each process it starts, may take, in megabytes. */
const MEMORY_LIMIT = 300;
const LOOK_MILLISECONDS = 50;
/** After this silence a job may be told dead; a little more than the job's own measure. */
const SILENCE_MILLISECONDS = 21_000;
/** Where the kills fall: at these shares of the time a whole import took. */
const KILLED_AT = [0.15, 0.5, 0.8];

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
  own: number;
  child: number;
}

/** Imports a file and gives what the command said, how long it took, and the most memory of it and of one it started. */
async function importWith(home: string, path: string): Promise<Imported> {
  const command = importing(home, path);
  const start = performance.now();
  const most = { own: 0, child: 0 };
  let said = '';
  command.stdout?.on('data', (text: Buffer) => {
    said += text.toString('utf8');
  });
  command.stderr?.pipe(process.stderr);
  const watch = setInterval(() => {
    // The command starts itself again on the Node it wants: the innermost ones are those that work.
    const family = [command.pid ?? 0, ...startedBy(command.pid ?? 0)];
    most.own = Math.max(most.own, ...family.map(residentBytes));
    most.child = Math.max(
      most.child,
      ...family
        .flatMap(startedBy)
        .filter((pid) => !family.includes(pid))
        .map(residentBytes),
    );
  }, LOOK_MILLISECONDS);
  const code = await new Promise<number | null>((resolve) => command.on('close', resolve));
  clearInterval(watch);
  return { code, said, seconds: (performance.now() - start) / 1_000, ...most };
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

async function memory(kind: Kind): Promise<number> {
  const home = mkdtempSync(join(folder, 'home-'));
  const { store, tenantId } = await install(home);
  try {
    const path = join(folder, 'file');
    const entries = makeFile(path, kind, megabytes);
    const { code, said, seconds, own, child } = await importWith(home, path);
    const { lines, claims } = await standing(store, tenantId);
    const small = own <= MEMORY_LIMIT * 1_000_000 && child <= MEMORY_LIMIT * 1_000_000;
    const whole =
      code === 0 && said.includes('"status":"imported"') && (kind === bookKind ? claims > 0 : lines === entries);
    verdict(
      small && whole,
      `${kind.name}: ${megabytes} MB, ${entries} entries, ${lines} lines and ${claims} claims stored in ${Math.round(seconds)} s; at most ${Math.round(own / 1_000_000)} MB for the command, ${Math.round(child / 1_000_000)} MB for a process it started, for a limit of ${MEMORY_LIMIT}`,
    );
    if (!whole) console.log(said.slice(0, 500));
    return seconds;
  } finally {
    await store.close();
  }
}

async function killed(wholeSeconds: number): Promise<void> {
  const home = mkdtempSync(join(folder, 'home-'));
  const { store, tenantId } = await install(home);
  try {
    const path = join(folder, 'file');
    const entries = makeFile(path, statementKind, megabytes);
    for (const share of KILLED_AT) {
      const command = importing(home, path);
      await pause(wholeSeconds * 1_000 * share);
      const working = [...startedBy(command.pid ?? 0)];
      for (const pid of working) process.kill(pid, 'SIGKILL');
      command.kill('SIGKILL');
      await new Promise((resolve) =>
        (command.exitCode ?? command.signalCode) === null ? command.on('exit', resolve) : resolve(null),
      );
      await pause(SILENCE_MILLISECONDS);
      const ended = await endDeadImports(store, tenantId);
      const { lines, claims, jobs } = await standing(store, tenantId);
      verdict(
        lines === 0 && claims === 0 && jobs.every((one) => one === 'failed ImportInterrupted'),
        `killed at ${Math.round(share * 100)} %: ${lines} lines, ${claims} claims, ${ended} import(s) said to have failed`,
      );
    }
    const { said } = await importWith(home, path);
    const { lines, jobs } = await standing(store, tenantId);
    verdict(
      said.includes('"status":"imported"') && lines === entries && jobs.includes('failed ImportInterrupted'),
      `the same file afterwards: ${lines} lines of ${entries}; imports: ${jobs.join(', ')}`,
    );
  } finally {
    await store.close();
  }
}

try {
  const seconds = await memory(statementKind);
  await memory(bookKind);
  await killed(seconds);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(failed === 0 ? 'passed' : `${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
