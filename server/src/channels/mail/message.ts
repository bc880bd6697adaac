import { createHash } from 'node:crypto';
import { checkAddress, domainOf, type Mailbox, refuseLineBreak } from './address.ts';
import { type DkimKey, signDkim } from './dkim.ts';
import {
  filePart,
  type Headers,
  headerDate,
  headerMailbox,
  headerText,
  multipart,
  textPart,
  writeMessage,
} from './mime.ts';
import type { MailRefusal } from './refusal.ts';

/** What makes a message unique for ever: one action, one channel, one organisation. */
export interface MessageKey {
  tenantId: string;
  actionId: string;
  channel: 'email';
}

export interface MailAttachment {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

/** What a message says and to whom; who sends it is the account's business. */
export interface MailContent {
  to: Mailbox;
  /** Is sent the message too, and the debtor sees it: our salesperson. */
  cc?: Mailbox;
  subject: string;
  text: string;
  html: string;
  attachments: MailAttachment[];
  /** Messages of one case are grouped by mail programs through this identifier; null: no grouping. */
  caseId: string | null;
  /** The instant the message bears, ISO 8601. It belongs to the decision, so that a later attempt has the same bytes. */
  date: string;
}

/** Who writes: the same for all the messages of a mail account. */
export interface MailSender {
  from: Mailbox;
  replyTo: string | null;
  /** Receives a hidden copy: it is in the envelope and in no header. */
  copyTo: string | null;
  dkim: DkimKey | null;
}

export interface OutgoingMail extends MailContent, MailSender {
  key: MessageKey;
  /** The Message-ID of an earlier attempt, kept even if the sender's domain has changed since; null: made from the key. */
  messageId: string | null;
}

/** Where a message goes; `copyTo` never shows in its headers. */
export interface MailEnvelope {
  from: string;
  to: string;
  cc?: string | null;
  copyTo: string | null;
}

export interface BuiltMessage {
  raw: Buffer;
  messageId: string;
  envelope: MailEnvelope;
}

function digest(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex');
}

/**
 * The Message-ID of an action: always the same for the same action, so that a copy, an answer or a bounce can be tied to
 * it later, and so that a receiver that sees it twice can tell. Computed from the key and the sender's domain.
 */
export function messageIdOf(key: MessageKey, fromAddress: string): string {
  return `<${digest(key.tenantId, key.actionId, key.channel).slice(0, 40)}@${domainOf(fromAddress)}>`;
}

/** The first text that may not stand in a header, refused by the name of its field. */
function refuseHeaders(mail: OutgoingMail): MailRefusal | null {
  const texts: [string, string][] = [
    ['nom de l’expéditeur', mail.from.name ?? ''],
    ['nom du destinataire', mail.to.name ?? ''],
    ['nom du commercial', mail.cc?.name ?? ''],
    ['objet', mail.subject],
    ...mail.attachments.flatMap((attachment): [string, string][] => [
      ['nom de la pièce jointe', attachment.name],
      ['type de la pièce jointe', attachment.mediaType],
    ]),
  ];
  for (const [field, text] of texts) {
    const refusal = refuseLineBreak(field, text);
    if (refusal) return refusal;
  }
  return null;
}

type Addresses = { from: string; to: string; cc: string | null; replyTo: string | null; copyTo: string | null };

function checkAddresses(mail: OutgoingMail): { addresses: Addresses } | { refusal: MailRefusal } {
  const addresses: Addresses = { from: '', to: '', cc: null, replyTo: null, copyTo: null };
  const fields: [keyof Addresses, string, string | null][] = [
    ['from', 'adresse de l’expéditeur', mail.from.address],
    ['to', 'adresse du destinataire', mail.to.address],
    ['cc', 'adresse du commercial', mail.cc?.address ?? null],
    ['replyTo', 'adresse de réponse', mail.replyTo],
    ['copyTo', 'adresse de copie', mail.copyTo],
  ];
  for (const [key, field, value] of fields) {
    if (value === null) continue;
    const checked = checkAddress(field, value);
    if ('refusal' in checked) return checked;
    addresses[key] = checked.address;
  }
  return { addresses };
}

function threadId(mail: OutgoingMail, from: string): Headers {
  if (!mail.caseId) return [];
  return [['References', `<${digest(mail.key.tenantId, mail.caseId).slice(0, 40)}@${domainOf(from)}>`]];
}

function write(mail: OutgoingMail, addresses: Addresses, messageId: string): Buffer {
  const boundary = digest(messageId, 'boundary').slice(0, 32);
  const headers: Headers = [
    ['From', headerMailbox({ name: mail.from.name, address: addresses.from })],
    ['To', headerMailbox({ name: mail.to.name, address: addresses.to })],
    ...(addresses.cc
      ? ([['Cc', headerMailbox({ name: mail.cc?.name ?? null, address: addresses.cc })]] satisfies Headers)
      : []),
    ...(addresses.replyTo ? ([['Reply-To', addresses.replyTo]] satisfies Headers) : []),
    ['Subject', headerText(mail.subject)],
    ['Date', headerDate(mail.date)],
    ['Message-ID', messageId],
    ...threadId(mail, addresses.from),
    // RFC 3834: tells absence notices and other robots not to answer a robot.
    ['Auto-Submitted', 'auto-generated'],
  ];
  const texts = multipart('alternative', `a-${boundary}`, [
    textPart('text/plain', mail.text),
    textPart('text/html', mail.html),
  ]);
  if (mail.attachments.length === 0) return writeMessage(headers, texts);
  const files = mail.attachments.map((file) => filePart(file.name, file.mediaType, file.bytes));
  return writeMessage(headers, multipart('mixed', `m-${boundary}`, [texts, ...files]));
}

/**
 * Builds the bytes that leave: text and HTML parts, attachments, stable Message-ID, date and boundaries, so that equal
 * input gives equal bytes; signed when the account has a DKIM key. Refuses `HeaderInjection` and `InvalidAddress`.
 */
export async function buildMessage(mail: OutgoingMail): Promise<{ message: BuiltMessage } | { refusal: MailRefusal }> {
  const injected = refuseHeaders(mail);
  if (injected) return { refusal: injected };
  const checked = checkAddresses(mail);
  if ('refusal' in checked) return checked;
  const { from, to, cc, copyTo } = checked.addresses;
  const messageId = mail.messageId ?? messageIdOf(mail.key, from);
  const unsigned = write(mail, checked.addresses, messageId);
  const raw = mail.dkim ? await signDkim(unsigned, mail.dkim) : unsigned;
  return { message: { raw, messageId, envelope: { from, to, ...(cc && { cc }), copyTo } } };
}
