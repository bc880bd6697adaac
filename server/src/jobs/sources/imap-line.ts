import { isIP } from 'node:net';
import type { ImapFlow } from 'imapflow';
import { type Desk, SourceFault } from './model.ts';
import { allowHost, type SourcePermissions } from './permissions.ts';

/** Where a mailbox is and how it is opened, whatever is looked for in it. */
export interface Mailbox {
  host: string;
  port: number;
  security: 'tls' | 'starttls' | 'none';
  username: string;
  mailbox: string;
}

export interface ImapOptions {
  permissions: SourcePermissions;
  /** Authorities to trust besides the machine's own, PEM. */
  ca?: string | undefined;
  /** Instant of the look, ms: the first look goes back from it. */
  now: number;
  timeoutMs?: number;
}

const TIMEOUT_MS = 30_000;
const DAY_MS = 86_400_000;

/** How far a mailbox was read: messages are numbered within a validity that its server may change. */
interface Position {
  uidValidity: string;
  lastUid: number;
}

/** Opens a line to a mail server, within the limit of a message of `largestBytes`. Refuses by name what it meets. */
export async function openImap(
  settings: Mailbox,
  secret: string | null,
  options: ImapOptions,
  largestBytes: number,
): Promise<ImapFlow> {
  const address = await allowHost(options.permissions, settings.host);
  const timeout = options.timeoutMs ?? TIMEOUT_MS;
  // Loaded by who reads a mailbox: every command would wait for it.
  const { ImapFlow } = await import('imapflow');
  const client = new ImapFlow({
    host: address,
    ...(isIP(settings.host) ? {} : { servername: settings.host }),
    port: settings.port,
    secure: settings.security === 'tls',
    // « none » is the user's own choice, said in words on the form; otherwise the line is refused without TLS.
    doSTARTTLS: settings.security === 'starttls',
    auth: { user: settings.username, pass: secret ?? '' },
    tls: { minVersion: 'TLSv1.2', ...(options.ca ? { ca: options.ca } : {}) },
    logger: false,
    disableAutoIdle: true,
    // A compressed line could unpack to far more than the limits below look at.
    disableCompression: true,
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    maxLiteralSize: largestBytes + 1_000_000,
    maxResponseSize: largestBytes + 2_000_000,
  });
  // What breaks between two commands is told by the next command; unheard, the event would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    client.close();
    throw error;
  }
  return client;
}

/** Opens a mailbox for one look and closes it whatever happens; a look that must end does not wait for a slow server. */
export async function inMailbox<T>(
  desk: Desk,
  settings: Mailbox,
  options: ImapOptions & { largestBytes: number; readOnly: boolean },
  work: (client: ImapFlow) => Promise<T>,
): Promise<T> {
  const client = await openImap(settings, desk.secret, options, options.largestBytes);
  const cut = () => client.close();
  desk.signal.addEventListener('abort', cut, { once: true });
  try {
    const lock = await client.getMailboxLock(settings.mailbox, { readOnly: options.readOnly });
    let done: T;
    try {
      done = await work(client);
    } finally {
      lock.release();
    }
    await client.logout();
    return done;
  } finally {
    desk.signal.removeEventListener('abort', cut);
    client.close();
  }
}

/** How far back a mailbox is read in which nothing was read before, and one that its server renumbered. */
export interface LookBack {
  firstDays: number;
  renumberedDays: number;
}

/**
 * Hands over what came since the last look, message by message, oldest first, and remembers each as it is done: whoever
 * dies in the middle finds that message again.
 */
export async function eachNewMessage(
  client: ImapFlow,
  desk: Desk,
  now: number,
  back: LookBack,
  read: (uid: number, uidValidity: string) => Promise<void>,
): Promise<void> {
  const { mailbox } = client;
  if (!mailbox)
    throw new SourceFault('MailboxClosed', 'La boîte aux lettres s’est fermée pendant la lecture.', { passing: true });
  const uidValidity = String(mailbox.uidValidity);
  const before = desk.source.position as Partial<Position>;
  const isKnown = before.uidValidity === uidValidity && typeof before.lastUid === 'number';
  const days = before.uidValidity === undefined ? back.firstDays : back.renumberedDays;
  const wanted = isKnown ? { uid: `${before.lastUid! + 1}:*` } : { since: new Date(now - days * DAY_MS) };
  const uids = ((await client.search(wanted, { uid: true })) || [])
    // « n:* » names the last message even when it comes before n.
    .filter((uid) => !isKnown || uid > before.lastUid!)
    .sort((left, right) => left - right);
  const move = async (lastUid: number) => {
    const position: Position = { uidValidity, lastUid };
    await desk.moveTo(position);
    desk.source.position = position;
  };
  for (const uid of uids) {
    if (desk.signal.aborted) return;
    await read(uid, uidValidity);
    await move(uid);
  }
  if (!isKnown && uids.length === 0) await move(Math.max(mailbox.uidNext - 1, 0));
}
