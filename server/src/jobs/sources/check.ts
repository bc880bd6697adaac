import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { fr, type SourceKind } from '@acquit/recovery';
import { type Clock, systemClock } from '../../clock.ts';
import type { Readers } from '../../intake/index.ts';
import {
  endCheck,
  findSource,
  leaseSource,
  type SourceRecord,
  type SourceTrouble,
  type Store,
} from '../../store/index.ts';
import { LEASE_MS, LeaseLost, SourceDesk } from './desk.ts';
import { type FolderOptions, rootOf, watchFolder } from './folder.ts';
import { watchImap } from './imap.ts';
import { SourceFault, type Watch } from './model.ts';
import { allowFolder, permissionsOf, type SourcePermissions } from './permissions.ts';
import { watchReplies } from './replies.ts';
import { openSourceSecret } from './secret.ts';
import { watchSftp } from './sftp.ts';

export interface CheckOptions {
  store: Store;
  readers: Readers;
  /** `YYYY-MM-DD`: the day that imports are made on. */
  today: string;
  /** The instant of the look; the machine's clock unless said. */
  clock?: Pick<Clock, 'now'>;
  signal?: AbortSignal;
  permissions?: SourcePermissions;
  /** Authorities a mail server may depend on besides the machine's own, PEM. */
  ca?: string;
  settleMs?: number;
  timeoutMs?: number;
  /** Hears of a file that met a fault of ours, for the technical log. */
  onError?: (error: unknown) => void;
}

/** What a look did; `busy` when another process has the source. */
export type CheckResult =
  | { state: 'done' | 'failed'; files: number; imported: number; trouble: SourceTrouble | null }
  | { state: 'busy' | 'gone' };

/**
 * Looks at one source now, whatever its kind: what is new is imported, once, and written down with its outcome. Safe to
 * run anywhere at any time: a lease lets one process look at a source at once, and a process that dies in the middle
 * leaves nothing that the next look does not find again, nor takes twice. A failure is kept on the source with what to
 * do; it is never thrown, but for a fault of our own.
 */
export async function checkSource(options: CheckOptions, tenantId: string, sourceId: string): Promise<CheckResult> {
  const { store } = options;
  // Never reused, so that a new process is never taken for one that died.
  const worker = `${hostname()}:${process.pid}:${randomBytes(6).toString('hex')}`;
  const source = await store.inTenant(tenantId, async (tx) => {
    const found = await findSource(tx, sourceId);
    return found && { ...found, leased: await leaseSource(tx, sourceId, worker, LEASE_MS) };
  });
  if (source === null || source.kind === 'push') return { state: 'gone' };
  if (!source.leased) return { state: 'busy' };
  let trouble: SourceTrouble | null = FAILED;
  let desk: SourceDesk | null = null;
  try {
    const signal = options.signal ?? new AbortController().signal;
    const secret = openSourceSecret(store.secrets, source);
    desk = new SourceDesk({
      store,
      readers: options.readers,
      tenantId,
      worker,
      source,
      secret,
      today: options.today,
      signal,
      onError: options.onError,
    });
    trouble = await (await watchOf(options, tenantId, source)).look(desk);
    if (signal.aborted) trouble = TOO_SLOW;
  } catch (error) {
    if (error instanceof LeaseLost) return { state: 'busy' };
    trouble = options.signal?.aborted ? TOO_SLOW : troubleOf(error);
    if (!(error instanceof SourceFault) && trouble === FAILED) throw error;
  } finally {
    await store.inTenant(tenantId, (tx) => endCheck(tx, sourceId, worker, { trouble }));
  }
  const taken = desk?.taken ?? [];
  const imported = taken.filter((outcome) => outcome === 'imported' || outcome === 'partly').length;
  return { state: trouble === null ? 'done' : 'failed', files: taken.length, imported, trouble };
}

export const TOO_SLOW: SourceTrouble = {
  code: 'SourceTooSlow',
  message: 'Cette source n’a pas fini d’être relevée dans le temps donné. Acquit reprend où il s’est arrêté.',
};
const FAILED: SourceTrouble = {
  code: 'SourceFailed',
  message: fr`Cette source n’a pas pu être relevée : une erreur inattendue s’est produite, elle est notée au journal technique.`,
};

function troubleOf(error: unknown): SourceTrouble {
  if (error instanceof SourceFault) return error.trouble;
  // The database, the disk and the sealed secrets say themselves what to do.
  const { code, message, name } = error as { code?: unknown; message?: unknown; name?: unknown };
  if (name === 'EnvironmentRefusal' && typeof code === 'string' && typeof message === 'string')
    return { code, message };
  return FAILED;
}

/** How a source of its kind is looked at. Refuses a folder that is not allowed. */
async function watchOf(options: CheckOptions, tenantId: string, source: SourceRecord): Promise<Watch> {
  const permissions = options.permissions ?? permissionsOf(process.env);
  const { timeoutMs, settleMs, ca } = options;
  const common = {
    permissions,
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    ...(settleMs === undefined ? {} : { settleMs }),
  };
  const kinds: Record<Exclude<SourceKind, 'push'>, () => Watch | Promise<Watch>> = {
    async folder() {
      if (source.settings.kind === 'folder')
        allowFolder(permissions, await rootOf(source.settings.path), options.store.home);
      return watchFolder(common satisfies FolderOptions);
    },
    imap: () => watchImap({ ...common, ca, now: (options.clock ?? systemClock()).now() }),
    sftp: () => watchSftp(common),
    replies: () => {
      const { store, today, onError } = options;
      const now = (options.clock ?? systemClock()).now();
      return watchReplies({ ...common, ca, now, store, tenantId, today, onError });
    },
  };
  return kinds[source.kind as Exclude<SourceKind, 'push'>]();
}
