import { createHash } from 'node:crypto';
import { closeSync, fstatSync, lstatSync, openSync, readdirSync, readSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import ssh2, { type AuthContext, type Session } from 'ssh2';

// The package tells Node of few of its names: they are taken from the whole.
const { Server, utils } = ssh2;
const { STATUS_CODE } = utils.sftp;

export interface SftpServer {
  port: number;
  /** SHA-256 of its key, as `ssh` shows it. */
  hostKey: string;
  /** Passwords that were said to it, right or wrong. */
  heard: string[];
  /** Names of requests that would change something. */
  writes: string[];
  /** Cuts every line in the middle of the n-th download from now. */
  cutAfterReads(reads: number): void;
  close(): Promise<void>;
}

interface Account {
  username: string;
  password?: string;
  publicKey?: string;
}

const CHANGING = ['WRITE', 'FSETSTAT', 'SETSTAT', 'REMOVE', 'RMDIR', 'RENAME', 'SYMLINK', 'MKDIR'] as const;

/** A real SFTP server on the loopback that shows a real folder, and listens for what it must never be asked. */
export async function startSftpServer(root: string, account: Account): Promise<SftpServer> {
  const keys = utils.generateKeyPairSync('ed25519');
  const heard: string[] = [];
  const writes: string[] = [];
  const cut = { reads: Number.POSITIVE_INFINITY };
  const clients = new Set<{ end(): void }>();
  const server = new Server({ hostKeys: [keys.private] }, (client) => {
    clients.add(client);
    client
      .on('error', () => undefined)
      .on('close', () => clients.delete(client))
      .on('authentication', (context) =>
        mayEnter(context, account, heard) ? context.accept() : context.reject(['password', 'publickey']),
      )
      .on('ready', () => client.on('session', (accept) => serve(accept(), root, writes, cut, () => client.end())));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const parsed = utils.parseKey(keys.public);
  if (parsed instanceof Error || Array.isArray(parsed)) throw new Error('The key just made cannot be read.');
  return {
    port: (server.address() as AddressInfo).port,
    hostKey: `SHA256:${createHash('sha256').update(parsed.getPublicSSH()).digest('base64').replace(/=+$/, '')}`,
    heard,
    writes,
    cutAfterReads(reads) {
      cut.reads = reads;
    },
    close: () =>
      new Promise((resolve) => {
        for (const client of clients) client.end();
        server.close(() => resolve());
      }),
  };
}

function mayEnter(context: AuthContext, account: Account, heard: string[]): boolean {
  if (context.username !== account.username) return false;
  if (context.method === 'password') {
    heard.push(context.password);
    return account.password !== undefined && context.password === account.password;
  }
  if (context.method !== 'publickey' || account.publicKey === undefined) return false;
  const key = utils.parseKey(account.publicKey);
  if (key instanceof Error || Array.isArray(key) || !key.getPublicSSH().equals(context.key.data)) return false;
  return !context.signature || !context.blob || key.verify(context.blob, context.signature, context.hashAlgo) === true;
}

function serve(session: Session, root: string, writes: string[], cut: { reads: number }, hangUp: () => void): void {
  session.on('sftp', (acceptSftp) => {
    const sftp = acceptSftp();
    const handles = new Map<number, { file?: number; names?: string[] }>();
    let next = 0;
    const open = (what: { file?: number; names?: string[] }): Buffer => {
      const handle = Buffer.alloc(4);
      handle.writeUInt32BE(next);
      handles.set(next, what);
      next += 1;
      return handle;
    };
    const of = (handle: Buffer) => handles.get(handle.readUInt32BE(0)) ?? {};
    const attempt = (id: number, work: () => void) => {
      try {
        work();
      } catch (error) {
        const code = (error as NodeJS.ErrnoException).code;
        sftp.status(id, code === 'ENOENT' ? STATUS_CODE.NO_SUCH_FILE : STATUS_CODE.PERMISSION_DENIED);
      }
    };
    for (const request of CHANGING)
      sftp.on(request as 'REMOVE', (id: number) => {
        writes.push(request);
        sftp.status(id, STATUS_CODE.PERMISSION_DENIED);
      });
    sftp.on('OPENDIR', (id, path) =>
      attempt(id, () =>
        sftp.handle(id, open({ names: readdirSync(join(root, path)).map((name) => join(path, name)) })),
      ),
    );
    sftp.on('READDIR', (id, handle) => {
      const names = of(handle).names ?? [];
      if (names.length === 0) return void sftp.status(id, STATUS_CODE.EOF);
      of(handle).names = [];
      sftp.name(
        id,
        names.map((path) => ({
          filename: path.split('/').at(-1) ?? '',
          longname: path,
          attrs: lstatSync(join(root, path)) as never,
        })),
      );
    });
    for (const ask of ['STAT', 'LSTAT'] as const)
      sftp.on(ask as 'STAT', (id, path) => attempt(id, () => sftp.attrs(id, lstatSync(join(root, path)) as never)));
    sftp.on('OPEN', (id, path, flags) => {
      if (flags !== utils.sftp.OPEN_MODE.READ) writes.push('OPEN');
      if (path.endsWith('interdit.csv')) return void sftp.status(id, STATUS_CODE.PERMISSION_DENIED);
      attempt(id, () => sftp.handle(id, open({ file: openSync(join(root, path), 'r') })));
    });
    sftp.on('FSTAT', (id, handle) => sftp.attrs(id, fstatSync(of(handle).file ?? -1) as never));
    sftp.on('READ', (id, handle, offset, length) => {
      cut.reads -= 1;
      if (cut.reads < 0) {
        cut.reads = Number.POSITIVE_INFINITY;
        return hangUp();
      }
      const bytes = Buffer.alloc(length);
      const count = readSync(of(handle).file ?? -1, bytes, 0, length, offset);
      if (count === 0) sftp.status(id, STATUS_CODE.EOF);
      else sftp.data(id, bytes.subarray(0, count));
    });
    sftp.on('CLOSE', (id, handle) => {
      const { file } = of(handle);
      if (file !== undefined) closeSync(file);
      handles.delete(handle.readUInt32BE(0));
      sftp.status(id, STATUS_CODE.OK);
    });
  });
}
