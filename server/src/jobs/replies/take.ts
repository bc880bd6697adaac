import { createHash, randomUUIDv7 } from 'node:crypto';
import { addDays, type Day, day, formatDay } from '@acquit/law';
import {
  type Clues,
  classify,
  cluesOf,
  type Joining,
  joinOf,
  ownText,
  type ReaderProposal,
  readProposals,
  type Verdict,
} from '@acquit/recovery';
import {
  casesOfClues,
  insertReply,
  isKnownReply,
  keepBlob,
  openClaimsToRead,
  type Store,
  type Tx,
} from '../../store/index.ts';
import { READER, takeEffect } from './effects.ts';
import { type MessageFault, TOO_LARGE } from './limits.ts';
import { type ReadMessage, readMessage } from './read-message.ts';

/** Where messages are taken in. */
export interface ReplyContext {
  store: Store;
  tenantId: string;
  companyId: string;
  sourceId: string;
  /** `YYYY-MM-DD`. */
  today: string;
  /** Nothing but replies comes to this mailbox: what belongs to no case is kept to be sorted. */
  dedicated: boolean;
}

/** A message as its mailbox gives it. */
export interface ArrivedMessage {
  uid: number;
  uidValidity: string;
  /** Null when it is too large to be taken. */
  raw: Buffer | null;
  /** Why it is not to be taken apart, known before. */
  fault?: MessageFault;
  bytes: number;
  /** Instant it came into the mailbox, ISO 8601. */
  receivedAt: string;
  /** As the mail server read it, for what we cannot read. */
  envelope: { messageId: string | null; from: string; name: string; subject: string };
}

/** A message as it will be kept. */
interface Understood {
  verdict: Verdict;
  key: string;
  messageId: string | null;
  from: { address: string; name: string };
  subject: string;
  own: string;
  files: { name: string; mediaType: string; bytes: number }[];
  sentAt: string | null;
  on: Day;
  clues: Clues;
}

/**
 * Takes one message in: told apart, tied to its case, kept whole with a journal entry, and its effects, in one
 * transaction. `known`: it was taken before. `left`: it is none of ours, and nothing of it is kept.
 */
export async function takeReply(context: ReplyContext, arrived: ArrivedMessage): Promise<'kept' | 'known' | 'left'> {
  const { store, tenantId, companyId } = context;
  const read = await readArrived(arrived);
  const understood = 'fault' in read ? unreadable(read.fault, arrived) : understand(read, arrived);
  return store.inTenant(tenantId, async (tx) => {
    if (await isKnownReply(tx, companyId, understood.key)) return 'known';
    if (await isOurOwn(tx, companyId, understood)) return 'left';
    const joining = joinOf(understood.clues, await casesOfClues(tx, companyId, understood.clues));
    if (!context.dedicated && joining.caseId === null && joining.candidates.length === 0) return 'left';
    return keep(tx, context, arrived, understood, joining);
  });
}

async function readArrived({ raw, fault }: ArrivedMessage): Promise<ReadMessage | { fault: MessageFault }> {
  if (fault) return { fault };
  return raw === null ? { fault: TOO_LARGE } : readMessage(raw);
}

async function keep(
  tx: Tx,
  context: ReplyContext,
  arrived: ArrivedMessage,
  understood: Understood,
  joining: Joining,
): Promise<'kept' | 'known'> {
  const { store, companyId, sourceId, today } = context;
  const { verdict, on, own } = understood;
  const sha256 =
    arrived.raw === null ? null : await keepBlob(tx, store.blobs, { bytes: arrived.raw, mediaType: 'message/rfc822' });
  const proposals = await proposalsOf(tx, joining.caseId, verdict, own, on);
  const replyId = randomUUIDv7();
  const inserted = await insertReply(tx, {
    replyId,
    companyId,
    sourceId,
    uidValidity: arrived.uidValidity,
    uid: arrived.uid,
    key: understood.key,
    messageId: understood.messageId,
    sha256,
    bytes: arrived.bytes,
    joining,
    verdict,
    fromAddress: understood.from.address,
    fromName: understood.from.name,
    subject: understood.subject,
    ownText: own,
    files: understood.files,
    proposals,
    sentAt: understood.sentAt,
    receivedAt: arrived.receivedAt,
    on: formatDay(on),
    state: stateOf(verdict, joining),
  });
  if (!inserted) return 'known';
  const { caseId, actionId } = joining;
  const kept = { replyId, kind: verdict.kind, bounce: verdict.bounce ?? null, caseId, actionId, on: formatDay(on) };
  await takeEffect(tx, kept, today, {
    actor: READER,
    action: 'reply.arrived',
    payload: {
      replyId,
      kind: verdict.kind,
      code: verdict.why.code,
      joinedBy: joining.by,
      on: formatDay(on),
      messageId: understood.messageId,
      from: understood.from.address,
      subject: understood.subject,
      sha256: sha256?.toString('hex') ?? null,
      bytes: arrived.bytes,
    },
  });
  return 'kept';
}

/** Whether somebody has something to do: what a person wrote, an address to find, a filter to pass. */
function stateOf({ kind, bounce, absence }: Verdict, { caseId }: Joining): 'to-sort' | 'to-read' | 'filed' {
  const waits =
    kind === 'human' ||
    kind === 'challenge' ||
    kind === 'unreadable' ||
    bounce?.severity === 'hard' ||
    bounce?.severity === 'blocked' ||
    absence?.gone === true;
  if (!waits) return 'filed';
  return caseId === null ? 'to-sort' : 'to-read';
}

/** What the message seems to say, read for the case it belongs to. */
export async function proposalsOf(
  tx: Tx,
  caseId: string | null,
  { kind, absence, why }: Pick<Verdict, 'kind' | 'absence' | 'why'>,
  own: string,
  on: Day,
): Promise<ReaderProposal[]> {
  if (kind === 'absence' && absence?.gone)
    return [
      {
        kind: 'wrong-contact',
        emails: absence.insteadOf,
        numbers: [],
        quote: { start: 0, end: own.length, text: own },
        why: why.message,
      },
    ];
  if (kind !== 'human') return [];
  return readProposals(own, { on, claims: caseId === null ? [] : await openClaimsToRead(tx, caseId) });
}

function understand(read: ReadMessage, arrived: ArrivedMessage): Understood {
  const { message, messageId, sentAt, files, key } = read;
  const on = dayWritten(sentAt, arrived.receivedAt);
  const verdict = classify(message, on);
  const own = ownText(message.text);
  return {
    verdict,
    key,
    messageId,
    from: message.from ?? { address: '', name: '' },
    subject: message.subject,
    // A machine's words are shown for what they tell; a bounce says itself in one line.
    own: verdict.kind === 'bounce' || verdict.kind === 'receipt' ? '' : own,
    files: files.map(({ name, mediaType, bytes }) => ({ name, mediaType, bytes: bytes.byteLength })),
    sentAt,
    on,
    clues: cluesOf(message, verdict, own),
  };
}

/** What cannot be taken apart is known by what its server says of it. */
function unreadable(fault: MessageFault, { raw, envelope, uid, uidValidity, receivedAt }: ArrivedMessage): Understood {
  const line = (text: string) =>
    text
      .replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ')
      .toWellFormed()
      .slice(0, 300);
  const from = { address: line(envelope.from).toLowerCase(), name: line(envelope.name) };
  const said = raw ?? [envelope.messageId, envelope.from, envelope.subject, uidValidity, uid].join('\0');
  return {
    verdict: { kind: 'unreadable', why: fault },
    key: createHash('sha256').update(said).digest('hex'),
    messageId: envelope.messageId === null ? null : line(envelope.messageId),
    from,
    subject: line(envelope.subject),
    own: '',
    files: [],
    sentAt: null,
    on: dayWritten(null, receivedAt),
    clues: { messageIds: [], references: [], addresses: from.address === '' ? [] : [from.address], numbers: [] },
  };
}

const LATEST_DAYS = 1;
const EARLIEST_DAYS = 30;

/**
 * The day a message was written, in Paris, which « vendredi » is counted from. What its author's machine says is taken
 * when it is close to the day it came; else a wrong clock would move a promise by years.
 */
function dayWritten(sentAt: string | null, receivedAt: string): Day {
  const received = dayIn(receivedAt);
  const sent = sentAt === null ? null : dayIn(sentAt);
  const isNear = sent !== null && sent >= addDays(received, -EARLIEST_DAYS) && sent <= addDays(received, LATEST_DAYS);
  return isNear ? sent : received;
}

const dayIn = (instant: string): Day =>
  day(Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/Paris').toPlainDate().toString());

/** A copy of what we sent, come back into the mailbox we read. */
async function isOurOwn(tx: Tx, companyId: string, { messageId, from, verdict }: Understood): Promise<boolean> {
  if (verdict.kind === 'bounce' || verdict.kind === 'receipt') return false;
  const { rowCount } = await tx.query(
    `select from outbox where tenant_id = $1 and company_id = $2 and message_id = $3
     union all select from mail_account where tenant_id = $1 and company_id = $2 and lower(from_address) = $4 limit 1`,
    [tx.tenantId, companyId, messageId, from.address],
  );
  return (rowCount ?? 0) > 0;
}
