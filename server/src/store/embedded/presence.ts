import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EnvironmentRefusal, systemCode } from '../refusal.ts';
import { identityOf, type ProcessIdentity, pidIn, vitality } from './identity.ts';

/**
 * Who is using the folder, told by file names alone: `door.<identity>.<random>` for a process that is starting or
 * stopping the database, `holder.<identity>.<random>` for one that uses it.
 *
 * The door is a lock that is never stolen. Everybody creates a file of his own name (exclusive creation), then looks:
 * if another living process has one, he withdraws and waits. Of two processes, the one that looked last saw both
 * files, so two can never be inside at once; and because names are never used twice, clearing a dead process's file
 * can never remove a living one's. A lock file of one fixed name has no such safe moment to be taken over.
 */
type Kind = 'door' | 'holder';

/** A holder gives a sign of life this often, for those who cannot look up its process number. */
const BEAT_MS = 5_000;
/** Silence after which a process in another container is taken for gone. */
const SILENCE_MS = 20_000;
/** How long to wait for another command that is creating, starting or stopping the database. */
const PATIENCE_MS = 120_000;

export interface Presence {
  readonly file: string;
  readonly identity: ProcessIdentity;
}

/** Leaves a file that says that this process is here. */
function enter(folder: string, kind: Kind): Presence {
  const identity = identityOf(process.pid);
  if (identity === undefined) throw new Error('This process cannot find itself in the process table.');
  const file = join(folder, `${kind}.${identity}.${randomBytes(4).toString('hex')}`);
  closeSync(openSync(file, 'wx', 0o644));
  return { file, identity };
}

/** The living processes that left a file of this kind; the files of dead ones are cleared on the way. */
export function present(folder: string, kind: Kind): Presence[] {
  const living: Presence[] = [];
  for (const name of readdirSync(folder)) {
    const [itsKind, identity] = name.split('.');
    if (itsKind !== kind || identity === undefined) continue;
    const file = join(folder, name);
    const state = vitality(identity);
    if (state === 'alive' || (state === 'elsewhere' && heardOf(file))) living.push({ file, identity });
    else rmSync(file, { force: true });
  }
  return living;
}

function heardOf(file: string): boolean {
  try {
    return Date.now() - statSync(file).mtimeMs < SILENCE_MS;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw error;
  }
}

/** Declares this process a holder of the database until the returned function is called. */
export function hold(folder: string): () => void {
  const { file } = enter(folder, 'holder');
  const beat = setInterval(() => {
    const now = new Date();
    try {
      utimesSync(file, now, now);
    } catch {
      // The folder may have been removed under us; the database itself will say so far more clearly.
    }
  }, BEAT_MS);
  beat.unref();
  return () => {
    clearInterval(beat);
    rmSync(file, { force: true });
  };
}

/** Holders that live in another container, whose database cannot be reached from here. */
export function holdersElsewhere(folder: string): Presence[] {
  return present(folder, 'holder').filter(({ identity }) => vitality(identity) === 'elsewhere');
}

/**
 * Runs `work` while no other process is inside this folder's door.
 * Refuses (HomeBusy) when another living process stays inside for two minutes.
 */
export async function atTheDoor<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    if (present(folder, 'door').length === 0) {
      const mine = enter(folder, 'door');
      try {
        if (present(folder, 'door').every(({ file }) => file === mine.file)) return await work();
      } finally {
        rmSync(mine.file, { force: true });
      }
    }
    if (performance.now() > deadline) throw busy(folder);
    await pause(3 + (randomBytes(1)[0] ?? 0) / 10);
  }
}

function busy(folder: string): EnvironmentRefusal {
  const holder = present(folder, 'door')[0];
  const pid = holder ? pidIn(holder.identity) : 0;
  return new EnvironmentRefusal(
    'HomeBusy',
    `Une autre commande Acquit (processus ${pid}) démarre ou arrête la base de données depuis plus de deux minutes. Attendez qu’elle finisse, ou arrêtez-la, puis relancez.`,
    { pid, folder },
  );
}
