import { connect } from 'node:net';
import { join } from 'node:path';
import { EnvironmentRefusal, fileRefusal } from '../refusal.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import { createCluster, hasCluster, SUPERVISOR } from './cluster.ts';
import { readCredentials } from './credentials.ts';
import { type Home, openHome } from './home.ts';
import { pidIn } from './identity.ts';
import {
  livingPostmaster,
  type Postmaster,
  type Settings,
  settled,
  startedByUs,
  startPostmaster,
  stopPostmaster,
} from './postmaster.ts';
import { atTheDoor, hold, holdersElsewhere, present } from './presence.ts';

/**
 * The embedded database: one PostgreSQL server per ACQUIT_HOME, shared by every command that runs at the moment.
 * The first command to need it starts it, the last to leave stops it. A command killed outright leaves its server
 * running: the next one finds it, uses it and stops it in its turn.
 */
export interface Embedded {
  readonly socketFolder: string;
  readonly port: number;
  /** The server's superuser, for creating roles and databases; never for the application's own work. */
  readonly supervisor: { readonly user: string; readonly password: string };
  /** The password that the application's own role receives when the database is created. */
  readonly appPassword: string;
  /** What this command found: nothing, a database at rest, or a server already running. */
  readonly found: 'nothing' | 'stopped' | 'running';
  readonly postmasterPid: number;
  /** Leaves; the last one out stops the server. May be called again without effect. */
  release(): Promise<void>;
}

export interface EmbeddedOptions {
  readonly home: string;
  /** Server settings changed for this start; the tests' own server gives up fsync this way. */
  readonly settings?: Settings;
  /** Free room asked for before a database is created. */
  readonly roomBytes?: number;
}

/** Joins the running server of this home, or starts it, or creates it first. Refuses what a person must mend. */
export async function holdEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const home = openHome(options.home);
  const binaries = findBinaries(home);
  try {
    return await atTheDoor(home.folder, () => enter(home, binaries, options));
  } catch (error) {
    throw fileRefusal(error, home.path);
  }
}

async function enter(home: Home, binaries: Binaries, options: EmbeddedOptions): Promise<Embedded> {
  refuseElsewhere(home);
  const letGo = hold(home.folder);
  try {
    const { postmaster, found } = await ensureRunning(home, binaries, options);
    const { supervisor, app } = readCredentials(home);
    return {
      socketFolder: postmaster.socketFolder,
      port: postmaster.port,
      supervisor: { user: SUPERVISOR, password: supervisor },
      appPassword: app,
      found,
      postmasterPid: postmaster.pid,
      release: once(() => atTheDoor(home.folder, () => leave(home, letGo))),
    };
  } catch (error) {
    await leave(home, letGo);
    throw error;
  }
}

type Running = Pick<Embedded, 'found'> & { readonly postmaster: Postmaster };

async function ensureRunning(home: Home, binaries: Binaries, options: EmbeddedOptions): Promise<Running> {
  if (!hasCluster(home, binaries)) {
    await createCluster(home, binaries, options.roomBytes);
    return { found: 'nothing', postmaster: await startPostmaster(home, binaries, options.settings) };
  }
  const living = await settled(home);
  if (living && (await answers(living))) return { found: 'running', postmaster: living };
  if (living) await dismissUnreachable(home, living);
  return { found: 'stopped', postmaster: await startPostmaster(home, binaries, options.settings) };
}

/** A living server whose socket is gone (a cleaned /tmp): ours and unused it is restarted, otherwise left alone. */
async function dismissUnreachable(home: Home, living: Postmaster): Promise<void> {
  const users = present(home.folder, 'holder').filter(({ identity }) => pidIn(identity) !== process.pid);
  if (startedByUs(home, living) && users.length === 0) return stopPostmaster(home, living);
  throw new EnvironmentRefusal(
    'DatabaseUnreachable',
    `Un serveur PostgreSQL (processus ${living.pid}) tient déjà « ${home.data} », mais son accès « ${living.socketFolder} » ne répond pas. Arrêtez ce processus, puis relancez.`,
    { pid: living.pid, socketFolder: living.socketFolder },
  );
}

function answers({ socketFolder, port }: Postmaster): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(join(socketFolder, `.s.PGSQL.${port}`));
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

/** Called inside the door. */
async function leave(home: Home, letGo: () => void): Promise<void> {
  letGo();
  const living = livingPostmaster(home);
  if (!living || present(home.folder, 'holder').length > 0 || !startedByUs(home, living)) return;
  await stopPostmaster(home, living);
}

function refuseElsewhere(home: Home): void {
  const [holder] = holdersElsewhere(home.folder);
  if (!holder) return;
  throw new EnvironmentRefusal(
    'HomeHeldElsewhere',
    `Le dossier « ${home.path} » est utilisé en ce moment par Acquit dans un autre conteneur (processus ${pidIn(holder.identity)}). Arrêtez-le d’abord ; s’il vient d’être tué, attendez vingt secondes et relancez.`,
    { path: home.path, pid: pidIn(holder.identity) },
  );
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}
