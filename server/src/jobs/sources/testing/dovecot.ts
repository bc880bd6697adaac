import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, connect as tcp } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { makeCertificate } from '../../../testing/smtp-sink-certificate.ts';

export interface Dovecot {
  /** Port of IMAP over TLS. */
  tlsPort: number;
  /** Port of IMAP in clear, with STARTTLS. */
  plainPort: number;
  /** Certificate to trust, PEM. */
  ca: string;
  user: string;
  password: string;
  /** Puts a message into the mailbox, as a mail server delivers it. */
  deliver(raw: string | Buffer): void;
  /** Renumbers the mailbox: the messages stay, their validity and numbers change. */
  renumber(): void;
  /** Messages of the mailbox that carry a mark (read, deleted…), by the names of their files. */
  marked(): string[];
  count(): number;
  stop(): Promise<void>;
}

const PLACES = [process.env.DOVECOT_PATH, '/usr/sbin/dovecot', '/usr/local/sbin/dovecot', '/opt/homebrew/sbin/dovecot'];

/** Path of a Dovecot, installed from Debian when this process may; null when there is none to be had. */
export function findOrInstallDovecot(): string | null {
  const find = () => PLACES.find((path) => path && existsSync(path)) ?? null;
  if (find() || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return find();
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'dovecot-imapd'], { stdio: 'ignore', env });
  return find();
}

/** A real IMAP server on the loopback with one mailbox, in a folder of its own. */
export async function startDovecot(program: string): Promise<Dovecot> {
  const folder = mkdtempSync(join(tmpdir(), 'acquit-imap-'));
  const [user, password] = ['claire', 'mot-de-passe-imap'];
  const owner = accountForMail();
  const inbox = join(folder, 'mail');
  for (const place of ['', 'cur', 'new', 'tmp']) {
    mkdirSync(join(inbox, place), { recursive: true });
    chownSync(join(inbox, place), owner.uid, owner.gid);
  }
  chmodSync(folder, 0o755);
  const { certificate, key } = makeCertificate('127.0.0.1');
  writeFileSync(join(folder, 'cert.pem'), certificate);
  writeFileSync(join(folder, 'key.pem'), key, { mode: 0o600 });
  const [tlsPort, plainPort] = [await freePort(), await freePort()];
  writeFileSync(join(folder, 'dovecot.conf'), configuration({ folder, tlsPort, plainPort, password, owner }));
  const child = spawn(program, ['-F', '-c', join(folder, 'dovecot.conf')], { stdio: 'ignore' });
  await untilOpen(child, tlsPort, join(folder, 'dovecot.log'));
  let delivered = 0;
  const files = () => ['new', 'cur'].flatMap((place) => readdirSync(join(inbox, place)));
  return {
    tlsPort,
    plainPort,
    ca: certificate,
    user,
    password,
    deliver(raw) {
      delivered += 1;
      const name = `${Math.floor(performance.timeOrigin / 1000)}.M${String(delivered).padStart(6, '0')}.essai`;
      writeFileSync(join(inbox, 'tmp', name), raw);
      chownSync(join(inbox, 'tmp', name), owner.uid, owner.gid);
      execFileSync('mv', [join(inbox, 'tmp', name), join(inbox, 'new', name)]);
    },
    renumber() {
      for (const name of readdirSync(inbox))
        if (name.startsWith('dovecot')) rmSync(join(inbox, name), { recursive: true });
    },
    marked: () => files().filter((name) => /:2,.*[STDRF]/.test(name)),
    count: () => files().length,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Owner {
  name: string;
  uid: number;
  gid: number;
}

/** Dovecot reads no mail as the superuser: then it belongs to nobody. */
function accountForMail(): Owner {
  const { username, uid, gid } = userInfo();
  if (uid !== 0) return { name: username, uid, gid };
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { name: 'nobody', uid: id('-u'), gid: id('-g') };
}

interface Setting {
  folder: string;
  tlsPort: number;
  plainPort: number;
  password: string;
  owner: Owner;
}

function configuration({ folder, tlsPort, plainPort, password, owner }: Setting): string {
  const group = execFileSync('id', ['-gn', owner.name], { encoding: 'utf8' }).trim();
  return `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = yes
ssl_cert = <${folder}/cert.pem
ssl_key = <${folder}/key.pem
disable_plaintext_auth = no
mail_location = maildir:${folder}/mail
first_valid_uid = 1
first_valid_gid = 1
default_internal_user = ${owner.name}
default_internal_group = ${group}
default_login_user = ${owner.name}
auth_failure_delay = 0
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=${owner.uid} gid=${owner.gid} home=${folder}
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${plainPort}
  }
  inet_listener imaps {
    port = ${tlsPort}
    ssl = yes
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
`;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}

/** Waits until the port answers; says what the server wrote when it ends instead. */
async function untilOpen(child: ChildProcess, port: number, log: string): Promise<void> {
  const opens = () =>
    new Promise<boolean>((resolve) => {
      const socket = tcp(port, '127.0.0.1')
        .on('connect', () => {
          socket.destroy();
          resolve(true);
        })
        .on('error', () => resolve(false));
    });
  while (!(await opens())) {
    if (child.exitCode !== null) throw new Error(`Dovecot ended: see ${log}.`);
    await pause(50);
  }
}
