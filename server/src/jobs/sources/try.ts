import { fr, type SourceSettings } from '@acquit/recovery';
import { findSource, type Store } from '../../store/index.ts';
import { countFiles, rootOf } from './folder.ts';
import { countMessages } from './imap.ts';
import { imapFault } from './imap-fault.ts';
import { SourceFault } from './model.ts';
import { allowFolder, permissionsOf, type SourcePermissions } from './permissions.ts';
import { isSamePlace } from './save.ts';
import { openSourceSecret } from './secret.ts';
import { countRemote } from './sftp.ts';
import { HostKeyFault } from './sftp-fault.ts';

export interface TryOrder {
  tenantId: string;
  settings: SourceSettings;
  /** As typed; undefined takes the one kept for `sourceId`, if it was entered for this very place. */
  secret?: string | null | undefined;
  sourceId?: string | undefined;
}

export interface TryOutcome {
  ok: boolean;
  code: string | null;
  /** What was found, or what is wrong and what to do. */
  message: string;
  /** How many files or messages are there; null when that was not seen. */
  files: number | null;
  /** The key an SFTP server shows, for a person to accept; null when there is nothing to accept. */
  hostKey: string | null;
}

interface TryOptions {
  permissions?: SourcePermissions;
  ca?: string;
  timeoutMs?: number;
}

/** Tries a source with the settings on the form: opens it, counts what is there, takes nothing and keeps nothing. */
export async function trySource(store: Store, order: TryOrder, options: TryOptions = {}): Promise<TryOutcome> {
  const { settings } = order;
  const permissions = options.permissions ?? permissionsOf(process.env);
  try {
    const seen = await found(store, settings, await secretOf(store, order), { ...options, permissions });
    return { ok: true, code: null, ...seen, hostKey: null };
  } catch (error) {
    const fault = 'mailbox' in settings ? imapFault(error, settings) : error;
    if (!(fault instanceof SourceFault)) throw fault;
    return { ok: false, ...fault.trouble, files: null, hostKey: fault instanceof HostKeyFault ? fault.seen : null };
  }
}

async function found(
  store: Store,
  settings: SourceSettings,
  secret: string | null,
  options: TryOptions & { permissions: SourcePermissions },
): Promise<{ message: string; files: number | null }> {
  switch (settings.kind) {
    case 'push':
      return { message: 'Cette source attend qu’un programme lui envoie des fichiers.', files: null };
    case 'folder': {
      allowFolder(options.permissions, await rootOf(settings.path), store.home);
      const files = await countFiles(settings);
      return { message: fr`Le dossier est lisible : ${plural(files, 'fichier')} à prendre en compte.`, files };
    }
    case 'sftp': {
      const files = await countRemote(settings, secret, options);
      return { message: fr`Le dossier du serveur est lisible : ${plural(files, 'fichier')}.`, files };
    }
    case 'imap':
    case 'replies': {
      const files = await countMessages(settings, secret, { ...options, now: 0 });
      return { message: fr`La boîte aux lettres s’ouvre : ${plural(files, 'message')}.`, files };
    }
  }
}

const plural = (count: number, noun: string): string => `${count} ${noun}${count > 1 ? 's' : ''}`;

async function secretOf(store: Store, order: TryOrder): Promise<string | null> {
  const { tenantId, sourceId, settings, secret } = order;
  if (secret !== undefined || sourceId === undefined) return secret ?? null;
  const kept = await store.inTenant(tenantId, (tx) => findSource(tx, sourceId));
  return kept && isSamePlace(kept.settings, settings) ? openSourceSecret(store.secrets, kept) : null;
}
