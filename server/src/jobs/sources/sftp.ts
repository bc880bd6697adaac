import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import ssh2, { type FileEntryWithStats, type SFTPWrapper } from 'ssh2';
import type { SourceTrouble } from '../../store/index.ts';
import {
  type Desk,
  type FoundFile,
  isDocumentName,
  LARGEST_FILE_BYTES,
  MOST_FILES,
  SETTLE_MS,
  type SettingsOf,
  type Watch,
} from './model.ts';
import { allowHost, type SourcePermissions } from './permissions.ts';
import { keyToAccept, sftpFault } from './sftp-fault.ts';
import { copyTo, tooLarge } from './staging.ts';

export interface SftpOptions {
  permissions: SourcePermissions;
  timeoutMs?: number;
  /** `SETTLE_MS` unless told. */
  settleMs?: number;
}

const TIMEOUT_MS = 20_000;

interface Candidate extends FoundFile {
  size: number;
  mtime: number;
}

/**
 * Watches a folder of an SFTP server. Files are listed and downloaded, never written, renamed or deleted. The server's
 * key must be the one a person accepted; another one is refused before anything secret is said.
 */
export function watchSftp(options: SftpOptions): Watch {
  return {
    async look(desk) {
      const settings = desk.source.settings as SettingsOf<'sftp'>;
      const line = await openLine(settings, desk.secret, options);
      const cut = () => line.close();
      desk.signal.addEventListener('abort', cut, { once: true });
      try {
        return await readFolder(line.sftp, desk, settings, options.settleMs ?? SETTLE_MS);
      } catch (error) {
        throw sftpFault(error, settings, null);
      } finally {
        desk.signal.removeEventListener('abort', cut);
        line.close();
      }
    },
  };
}

async function readFolder(
  sftp: SFTPWrapper,
  desk: Desk,
  settings: SettingsOf<'sftp'>,
  settleMs: number,
): Promise<SourceTrouble | null> {
  const fresh = await desk.unknown(await listFiles(sftp, settings.path));
  if (fresh.length === 0) return null;
  await pause(settleMs);
  const now = new Map((await listFiles(sftp, settings.path)).map((file) => [file.place, file.mark]));
  const forbidden: string[] = [];
  for (const file of fresh) {
    if (desk.signal.aborted) break;
    // Still being written, or gone: the next look decides.
    if (now.get(file.place) !== file.mark) continue;
    await desk.take(file).catch((error: { code?: unknown }) => {
      if (error.code !== PERMISSION_DENIED && error.code !== NO_SUCH_FILE) throw error;
      if (error.code === PERMISSION_DENIED) forbidden.push(file.fileName);
    });
  }
  if (forbidden.length === 0) return null;
  return {
    code: 'FileForbidden',
    message: `Le serveur ${settings.host} ne laisse pas lire « ${forbidden[0]} ». Demandez le droit de lecture pour ce compte ; le reste a été pris.`,
  };
}

/** Status codes of the SFTP protocol. */
const NO_SUCH_FILE = 2;
const PERMISSION_DENIED = 3;

async function listFiles(sftp: SFTPWrapper, folder: string): Promise<Candidate[]> {
  const entries = await asked<FileEntryWithStats[]>((done) => sftp.readdir(folder, done as never));
  return entries
    .filter(
      ({ filename, attrs }) => attrs.isFile() && attrs.size > 0 && isPlainName(filename) && isDocumentName(filename),
    )
    .slice(0, MOST_FILES)
    .map(({ filename, attrs: { size, mtime } }) => ({
      place: filename,
      mark: `${size} ${mtime}`,
      fileName: filename,
      size,
      mtime,
      fetch: (to: string) => download(sftp, posix.join(folder, filename), { size, mtime }, to),
    }));
}

/** A server may call a file anything; a name that is a path is not one. */
const isPlainName = (name: string): boolean => name !== '.' && name !== '..' && !/[/\\\0]/.test(name);

async function download(
  sftp: SFTPWrapper,
  path: string,
  before: { size: number; mtime: number },
  to: string,
): Promise<'whole' | 'changing'> {
  if (before.size > LARGEST_FILE_BYTES) throw tooLarge(LARGEST_FILE_BYTES);
  await copyTo(to, sftp.createReadStream(path));
  const after = await asked<{ size: number; mtime: number }>((done) => sftp.stat(path, done as never));
  return after.size === before.size && after.mtime === before.mtime ? 'whole' : 'changing';
}

function asked<T>(question: (done: (error: Error | null | undefined, answer: T) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => question((error, answer) => (error ? reject(error) : resolve(answer))));
}

export interface SftpLine {
  sftp: SFTPWrapper;
  close(): void;
}

/**
 * Opens a line to the server. Refuses HostKeyToAccept (with the key's fingerprint, for a person to accept) while none
 * was accepted, HostKeyChanged for another one, and what the server or the network refuse, by name.
 */
export async function openLine(
  settings: SettingsOf<'sftp'>,
  secret: string | null,
  options: SftpOptions,
): Promise<SftpLine> {
  const address = await allowHost(options.permissions, settings.host);
  const client = new ssh2.Client();
  let seen: string | null = null;
  try {
    await new Promise<void>((resolve, reject) => {
      client
        .on('ready', resolve)
        .on('error', reject)
        .on('close', () => reject(new Error('closed')))
        .connect({
          host: address,
          port: settings.port,
          username: settings.username,
          ...(isPrivateKey(secret) ? { privateKey: secret } : { password: secret ?? '' }),
          readyTimeout: options.timeoutMs ?? TIMEOUT_MS,
          hostVerifier: (key: Buffer) => {
            seen = fingerprint(key);
            return seen === settings.hostKey;
          },
        });
    });
    // A line that breaks later is told by the question under way; unheard, the event would end the process.
    client.on('error', () => undefined);
    const sftp = await asked<SFTPWrapper>((done) => client.sftp(done as never));
    return { sftp, close: () => client.destroy() };
  } catch (error) {
    client.destroy();
    if (seen !== null && seen !== settings.hostKey) throw keyToAccept(settings, seen);
    throw sftpFault(error, settings, secret);
  }
}

const isPrivateKey = (secret: string | null): secret is string =>
  secret !== null && /^-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(secret.trim());

/** A host key as `ssh` shows it: `SHA256:` and base64 without padding. */
export function fingerprint(key: Buffer): string {
  return `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
}

/** How many files the folder holds that a look would consider. */
export async function countRemote(
  settings: SettingsOf<'sftp'>,
  secret: string | null,
  options: SftpOptions,
): Promise<number> {
  const line = await openLine(settings, secret, options);
  try {
    return (await listFiles(line.sftp, settings.path)).length;
  } catch (error) {
    throw sftpFault(error, settings, secret);
  } finally {
    line.close();
  }
}
