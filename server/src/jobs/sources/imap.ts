import { createHash } from 'node:crypto';
import type { FetchMessageObject, ImapFlow } from 'imapflow';
import type { SourceTrouble } from '../../store/index.ts';
import { imapFault } from './imap-fault.ts';
import { eachNewMessage, type ImapOptions, inMailbox, type LookBack, type Mailbox, openImap } from './imap-line.ts';
import { filesOfMail } from './mail-parts.ts';
import type { Desk, SettingsOf, Watch } from './model.ts';
import { copyTo } from './staging.ts';

/** The largest message read; the hosts' own limit is half of it or less. */
const LARGEST_MESSAGE_BYTES = 60_000_000;
/** What is older was chased or paid long ago. */
const LOOK_BACK: LookBack = { firstDays: 90, renumberedDays: 90 };

/**
 * Watches a mailbox for attached invoices and statements. The mailbox is opened read-only: nothing is marked as read,
 * moved or deleted. A line that breaks is opened again once, and the look goes on after the last message that was done.
 */
export function watchImap(options: ImapOptions): Watch {
  return {
    look: (desk) => lookTwice(desk, desk.source.settings as SettingsOf<'imap'>, () => lookOnce(desk, options)),
  };
}

/** Looks, and once more when the line broke; what stops it for good is said by its name. */
export async function lookTwice(
  desk: Desk,
  settings: Mailbox,
  look: () => Promise<SourceTrouble | null>,
): Promise<SourceTrouble | null> {
  try {
    return await look();
  } catch (error) {
    const fault = imapFault(error, settings);
    if (!fault.passing || desk.signal.aborted) throw fault;
    return look().catch((again) => {
      throw imapFault(again, settings);
    });
  }
}

async function lookOnce(desk: Desk, options: ImapOptions): Promise<SourceTrouble | null> {
  const settings = desk.source.settings as SettingsOf<'imap'>;
  const limits = { ...options, largestBytes: LARGEST_MESSAGE_BYTES, readOnly: true };
  return inMailbox(desk, settings, limits, async (client) => {
    await eachNewMessage(client, desk, options.now, LOOK_BACK, (uid) => readMessage(client, desk, settings, uid));
    return null;
  });
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
export async function countMessages(settings: Mailbox, secret: string | null, options: ImapOptions): Promise<number> {
  const client = await openImap(settings, secret, options, LARGEST_MESSAGE_BYTES);
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
