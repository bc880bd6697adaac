import { createHash } from 'node:crypto';
import { isIP } from 'node:net';
import { type FetchMessageObject, ImapFlow } from 'imapflow';
import type { SourceTrouble } from '../../store/index.ts';
import { imapFault } from './imap-fault.ts';
import { filesOfMail } from './mail-parts.ts';
import { type Desk, type SettingsOf, SourceFault, type Watch } from './model.ts';
import { allowHost, type SourcePermissions } from './permissions.ts';
import { copyTo } from './staging.ts';

export interface ImapOptions {
  permissions: SourcePermissions;
  /** Authorities to trust besides the machine's own, PEM. */
  ca?: string | undefined;
  /** Instant of the look, ms: the first look goes back from it. */
  now: number;
  timeoutMs?: number;
}

/** The largest message read; the hosts' own limit is half of it or less. */
const LARGEST_MESSAGE_BYTES = 60_000_000;
/** A new mailbox, or one that its server renumbered, is read this far back: what is older was chased or paid long ago. */
const FIRST_LOOK_DAYS = 90;
const TIMEOUT_MS = 30_000;
const DAY_MS = 86_400_000;

/** How far a mailbox was read: messages are numbered within a validity that its server may change. */
interface Position {
  uidValidity: string;
  lastUid: number;
}

/**
 * Watches a mailbox for attached invoices and statements. The mailbox is opened read-only: nothing is marked as read,
 * moved or deleted. A line that breaks is opened again once, and the look goes on after the last message that was done.
 */
export function watchImap(options: ImapOptions): Watch {
  return {
    async look(desk) {
      try {
        return await lookOnce(desk, options);
      } catch (error) {
        const fault = imapFault(error, desk.source.settings as SettingsOf<'imap'>);
        if (!fault.passing || desk.signal.aborted) throw fault;
        return lookOnce(desk, options).catch((again) => {
          throw imapFault(again, desk.source.settings as SettingsOf<'imap'>);
        });
      }
    },
  };
}

async function lookOnce(desk: Desk, options: ImapOptions): Promise<SourceTrouble | null> {
  const settings = desk.source.settings as SettingsOf<'imap'>;
  const client = await connect(settings, desk.secret, options);
  // A look that must end does not wait for a slow server.
  const cut = () => client.close();
  desk.signal.addEventListener('abort', cut, { once: true });
  try {
    const lock = await client.getMailboxLock(settings.mailbox, { readOnly: true });
    try {
      await readMailbox(client, desk, settings, options.now);
    } finally {
      lock.release();
    }
    await client.logout();
    return null;
  } finally {
    desk.signal.removeEventListener('abort', cut);
    client.close();
  }
}

async function connect(settings: SettingsOf<'imap'>, secret: string | null, options: ImapOptions): Promise<ImapFlow> {
  const address = await allowHost(options.permissions, settings.host);
  const timeout = options.timeoutMs ?? TIMEOUT_MS;
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
    maxLiteralSize: LARGEST_MESSAGE_BYTES + 1_000_000,
    maxResponseSize: LARGEST_MESSAGE_BYTES + 2_000_000,
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

async function readMailbox(client: ImapFlow, desk: Desk, settings: SettingsOf<'imap'>, now: number): Promise<void> {
  const { mailbox } = client;
  if (!mailbox)
    throw new SourceFault('MailboxClosed', 'La boîte aux lettres s’est fermée pendant la lecture.', { passing: true });
  const uidValidity = String(mailbox.uidValidity);
  const before = desk.source.position as Partial<Position>;
  const isKnown = before.uidValidity === uidValidity && typeof before.lastUid === 'number';
  const wanted = isKnown ? { uid: `${before.lastUid! + 1}:*` } : { since: new Date(now - FIRST_LOOK_DAYS * DAY_MS) };
  const uids = ((await client.search(wanted, { uid: true })) || [])
    // « n:* » names the last message even when it comes before n.
    .filter((uid) => !isKnown || uid > before.lastUid!)
    .sort((left, right) => left - right);
  let position: Position = { uidValidity, lastUid: isKnown ? before.lastUid! : 0 };
  for (const uid of uids) {
    if (desk.signal.aborted) return;
    await readMessage(client, desk, settings, uid);
    position = { uidValidity, lastUid: uid };
    // Moved after each message: whoever dies here finds this message again, and its files are known by their content.
    await desk.moveTo(position);
    desk.source.position = position;
  }
  if (!isKnown && uids.length === 0) {
    position = { uidValidity, lastUid: Math.max(mailbox.uidNext - 1, 0) };
    await desk.moveTo(position);
    desk.source.position = position;
  }
}

async function readMessage(client: ImapFlow, desk: Desk, settings: SettingsOf<'imap'>, uid: number): Promise<void> {
  const about = await client.fetchOne(String(uid), { uid: true, envelope: true, size: true }, { uid: true });
  // Deleted by its owner while we looked.
  if (!about || !fromAllowed(about, settings.senders)) return;
  const subject = (about.envelope?.subject ?? 'Message sans objet').replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ').slice(0, 200);
  const place = about.envelope?.messageId ?? `uid ${uid}`;
  if ((about.size ?? 0) > LARGEST_MESSAGE_BYTES)
    return desk.leave({ place, mark: 'too large', fileName: subject }, 'refused', TOO_LARGE);
  const whole = await client.fetchOne(String(uid), { uid: true, source: true }, { uid: true });
  const raw = whole ? whole.source : undefined;
  if (raw === undefined) return;
  const found = await filesOfMail(raw).catch(() => null);
  if (found === null) return desk.leave({ place, mark: 'malformed', fileName: subject }, 'refused', MALFORMED);
  for (const { fileName, why } of found.left)
    await desk.leave({ place: `${place}\n${fileName}`, mark: 'left', fileName }, 'ignored', why);
  for (const { fileName, bytes } of found.files) {
    const mark = createHash('sha256').update(bytes).digest('hex');
    const file = {
      place,
      mark,
      fileName,
      async fetch(path: string) {
        await copyTo(path, [bytes]);
        return 'whole' as const;
      },
    };
    if ((await desk.unknown([file])).length > 0) await desk.take(file);
  }
}

const TOO_LARGE = 'Ce message dépasse 60 Mo : il n’a pas été lu. Enregistrez sa pièce jointe, puis importez-la.';
const MALFORMED = 'Ce message est mal formé : il n’a pas été lu. Enregistrez sa pièce jointe, puis importez-la.';

/** True when the message's author is one of `senders` (addresses, or domains written `exemple.fr` or `@exemple.fr`); empty: anybody. */
export function fromAllowed(message: Pick<FetchMessageObject, 'envelope'>, senders: readonly string[]): boolean {
  if (senders.length === 0) return true;
  const authors = (message.envelope?.from ?? []).flatMap((one) => one.address?.toLowerCase() ?? []);
  // A message with several authors is signed by the weakest of them.
  return (
    authors.length > 0 && authors.every((address) => senders.some((one) => isFrom(address, one.trim().toLowerCase())))
  );
}

function isFrom(address: string, sender: string): boolean {
  if (sender.includes('@') && !sender.startsWith('@')) return address === sender;
  const domain = sender.replace(/^@/, '');
  return address.endsWith(`@${domain}`) || address.endsWith(`.${domain}`);
}

/** How many messages the mailbox holds; opens it as a look does, and reads none. */
export async function countMessages(
  settings: SettingsOf<'imap'>,
  secret: string | null,
  options: ImapOptions,
): Promise<number> {
  const client = await connect(settings, secret, options);
  try {
    const lock = await client.getMailboxLock(settings.mailbox, { readOnly: true });
    try {
      return client.mailbox ? client.mailbox.exists : 0;
    } finally {
      lock.release();
    }
  } finally {
    client.close();
  }
}
