import { createHash } from 'node:crypto';
import { htmlText, type IncomingMessage, typeset } from '@acquit/recovery';
import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import { beyondLimits, MALFORMED, type MessageFault } from './limits.ts';

/** A file that came with a message. */
export interface ReplyFile {
  /** As the sender called it, made safe to show and to save. */
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

/** A message taken apart. */
export interface ReadMessage {
  message: IncomingMessage;
  /** As the sender's program wrote it, without its brackets' surroundings; null when there is none. */
  messageId: string | null;
  /** Instant the message bears, ISO 8601; null when it bears none that is one. */
  sentAt: string | null;
  files: ReplyFile[];
  /** What tells this message from another one, whatever mailbox it was read in: a digest of what its author wrote. */
  key: string;
}

const MOST_FILES = 100;
const MOST_HEADERS = 500;
const LONGEST_HEADER = 4_000;
const LONGEST_RETURNED = 64_000;
/** Parts that speak to programs; they are read above, and are nobody's files. */
const REPORTS = ['message/delivery-status', 'message/disposition-notification', 'message/feedback-report'];
const RETURNED = [
  'message/rfc822',
  'text/rfc822-headers',
  'message/rfc822-headers',
  'message/global',
  'message/global-headers',
];

/** Takes a message apart within limits; what cannot be is a fault with its sentence, never an exception. */
export async function readMessage(raw: Buffer): Promise<ReadMessage | { fault: MessageFault }> {
  const beyond = beyondLimits(raw);
  if (beyond !== null) return { fault: beyond };
  try {
    const mail = await PostalMime.parse(raw, {
      forceRfc822Attachments: true,
      attachmentEncoding: 'arraybuffer',
      maxNestingDepth: 50,
      maxHeadersSize: 1_000_000,
    });
    return taken(mail);
  } catch {
    return { fault: MALFORMED };
  }
}

function taken(mail: Email): ReadMessage {
  const isReport = /multipart\/report/i.test(headerOf(mail, 'content-type'));
  const parts = mail.attachments.map((attachment) => ({ attachment, type: attachment.mimeType.toLowerCase() }));
  const returned = parts.find(({ type }) => isReport && RETURNED.includes(type));
  const from = mailboxOf(mail.from);
  const message: IncomingMessage = {
    from,
    replyTo: addressesOf(mail.replyTo),
    to: [...new Set([...addressesOf(mail.to), ...addressesOf(mail.cc)])],
    subject: oneLine(mail.subject ?? '', 1_000),
    headers: mail.headers
      .slice(0, MOST_HEADERS)
      .map(({ key, value }) => ({ name: key.toLowerCase(), value: value.slice(0, LONGEST_HEADER) })),
    text: textOf(mail),
    reports: parts.filter(({ type }) => REPORTS.includes(type)).map(({ attachment }) => decoded(attachment)),
    returned: returned ? decoded(returned.attachment) : null,
  };
  const files = parts
    .filter((part) => part !== returned && !REPORTS.includes(part.type))
    .slice(0, MOST_FILES)
    .map(({ attachment, type }) => ({ name: nameOf(attachment), mediaType: type, bytes: bytesOf(attachment) }));
  const messageId = /<[^<>\s]{1,900}>/.exec(mail.messageId ?? '')?.[0] ?? null;
  const sentAt = mail.date !== undefined && /^\d{4}-\d{2}-\d{2}T/.test(mail.date) ? mail.date : null;
  const said = [
    messageId ?? '',
    from?.address ?? '',
    mail.date ?? '',
    message.subject,
    message.text,
    ...message.reports,
  ];
  const key = createHash('sha256').update(said.join('\0')).digest('hex');
  return { message, messageId, sentAt, files, key };
}

const headerOf = (mail: Email, name: string): string =>
  mail.headers.find(({ key }) => key.toLowerCase() === name)?.value ?? '';

/** Text as PostgreSQL keeps it: without the zero character, which it refuses, nor halves of characters. */
const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed();

function textOf(mail: Email): string {
  const plain = storable(mail.text ?? '');
  // Some programs send a plain part that only says to look at the other one.
  const isStub = plain.trim().length < 40 && (mail.html ?? '').length > 200;
  return plain.trim() !== '' && !isStub ? plain : storable(htmlText(mail.html ?? '')) || plain;
}

const oneLine = (text: string, longest: number): string =>
  storable(text)
    .replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .trim()
    .slice(0, longest);

function mailboxOf(address: Address | undefined): IncomingMessage['from'] {
  const one = address?.group ? address.group[0] : address;
  if (!one?.address) return null;
  return { name: oneLine(one.name, 200), address: oneLine(one.address, 320).toLowerCase() };
}

function addressesOf(list: Address[] | undefined): string[] {
  const all = (list ?? []).flatMap((one) => (one.group ? one.group : [one]));
  return all.slice(0, 100).flatMap((one) => (one.address ? oneLine(one.address, 320).toLowerCase() : []));
}

function bytesOf({ content }: Attachment): Uint8Array {
  if (typeof content === 'string') return Buffer.from(content, 'utf8');
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}

const decoded = (attachment: Attachment): string =>
  storable(Buffer.from(bytesOf(attachment)).subarray(0, LONGEST_RETURNED).toString('utf8'));

/** A name that is only a name: its last part, on one line, without what could give it another direction or ending. */
function nameOf({ filename, mimeType }: Attachment): string {
  const last = (filename ?? '').split(/[/\\]/).at(-1) ?? '';
  const shown = oneLine(last, 150)
    .replaceAll(/[<>:"|?*]/g, '_')
    .replace(/^\.+/, '');
  if (shown !== '') return shown;
  return mimeType === 'message/rfc822' ? typeset('message transmis.eml') : 'piece-jointe';
}
