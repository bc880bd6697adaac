import { day } from '@acquit/law';
import { type CommitmentRefusal, refused } from '@acquit/recovery';
import {
  attachReply,
  casesWrittenTo,
  decideProposal,
  findCase,
  type JournalEvent,
  type LockedReply,
  lockReply,
  markReplyRead,
  refusedByReply,
  storedProposal,
  type Tx,
  touchCases,
  trustAddresses,
} from '../../store/index.ts';
import type { By } from '../commitments/index.ts';
import { type Accepted, type Amended, carryOut } from './accept.ts';
import { takeEffect } from './effects.ts';
import { proposalsOf } from './take.ts';

type Refusal = { refusal: CommitmentRefusal };

const UNKNOWN = (): Refusal => refused('NotFound', 'Cette réponse n’existe pas ou n’existe plus.', {});

const event = (by: By, action: string, reply: LockedReply, payload: object): JournalEvent => ({
  actor: by.actor,
  action,
  objectKind: reply.caseId === null ? 'reply' : 'case',
  objectId: reply.caseId ?? reply.replyId,
  payload: { replyId: reply.replyId, ...payload },
});

const casesOf = ({ caseId }: LockedReply): string[] => (caseId === null ? [] : [caseId]);

/** Says that somebody has read a message: automatic sends of its case go on. Doing it twice does nothing more. */
export async function readReply(tx: Tx, replyId: string, by: By): Promise<{ ok: true } | Refusal> {
  const reply = await lockReply(tx, replyId);
  if (reply === null) return UNKNOWN();
  if (reply.state === 'read') return { ok: true };
  await markReplyRead(tx, replyId, by.actor);
  await touchCases(tx, casesOf(reply), by.today, [event(by, 'reply.read', reply, { from: reply.fromAddress })]);
  return { ok: true };
}

/**
 * Puts a message into the case that a person names, of the same company; a message in another case leaves it. What it
 * seems to say is read again for the invoices of that case. Refuses NotFound.
 */
export async function attachToCase(tx: Tx, replyId: string, caseId: string, by: By): Promise<{ ok: true } | Refusal> {
  const reply = await lockReply(tx, replyId);
  const kase = await findCase(tx, caseId);
  if (reply === null || kase === null || kase.companyId !== reply.companyId) return UNKNOWN();
  if (reply.caseId === caseId) return { ok: true };
  const { kind, absence, why } = reply.verdict;
  const read = { kind, why, ...(absence && { absence: { ...absence, returnOn: null } }) };
  const proposals = await proposalsOf(tx, caseId, read, reply.ownText, day(reply.on));
  await attachReply(tx, replyId, caseId, proposals.map(storedProposal));
  if (reply.caseId !== null) await touchCases(tx, [reply.caseId], by.today);
  const kept = { replyId, kind, bounce: reply.verdict.bounce, caseId, actionId: null, on: reply.on };
  await takeEffect(tx, kept, by.today, {
    actor: by.actor,
    action: 'reply.attached',
    payload: { replyId, from: reply.caseId },
  });
  return { ok: true };
}

async function openProposal(tx: Tx, replyId: string, n: number) {
  const reply = await lockReply(tx, replyId);
  const proposal = reply?.proposals[n];
  if (!reply || !proposal) return UNKNOWN();
  if (proposal.state !== 'open')
    return refused('ProposalDecided', 'Cette proposition a déjà reçu une décision. Rechargez la page.', {});
  if (reply.caseId === null) return refused('ReplyToSort', 'Rattachez d’abord cette réponse à un dossier.', {});
  return { reply: { ...reply, caseId: reply.caseId }, proposal };
}

/**
 * Accepts the n-th thing that a message seems to say, as it is or amended, and records it. The message is read when
 * nothing else of it waits for a decision. Refuses NotFound, ProposalDecided, ReplyToSort, and what the recording refuses.
 */
export async function acceptProposal(
  tx: Tx,
  order: { replyId: string; n: number; amended: Amended },
  by: By & { name: string },
): Promise<Accepted> {
  const found = await openProposal(tx, order.replyId, order.n);
  if ('refusal' in found) return found;
  const { reply, proposal } = found;
  const done = await carryOut(tx, { reply, proposal, amended: order.amended, by });
  if ('refusal' in done) return done;
  await decideProposal(tx, reply.replyId, order.n, 'accepted');
  const isLast = reply.proposals.every(({ state }, n) => n === order.n || state !== 'open');
  if (isLast) await markReplyRead(tx, reply.replyId, by.actor);
  const said = { kind: proposal.kind, quote: proposal.quote, amended: order.amended, message: done.message };
  await touchCases(tx, [reply.caseId], by.today, [event(by, 'reply.confirmed', reply, said)]);
  return done;
}

/** Says that a message does not say what was read in it; the message still waits to be read. Refuses as accepting does. */
export async function refuseProposal(tx: Tx, replyId: string, n: number, by: By): Promise<{ ok: true } | Refusal> {
  const found = await openProposal(tx, replyId, n);
  if ('refusal' in found) return found;
  await decideProposal(tx, replyId, n, 'refused');
  const { kind, quote } = found.proposal;
  await touchCases(tx, [], by.today, [event(by, 'reply.declined', found.reply, { kind, quote })]);
  return { ok: true };
}

/** Says that the addresses a bounce put out of use are good: they are written to again. Refuses NotFound. */
export async function trustAddress(tx: Tx, replyId: string, by: By): Promise<{ ok: true } | Refusal> {
  const reply = await lockReply(tx, replyId);
  if (reply === null) return UNKNOWN();
  const addresses = await trustAddresses(tx, await refusedByReply(tx, replyId));
  await markReplyRead(tx, replyId, by.actor);
  const cases = [...new Set([...casesOf(reply), ...(await casesWrittenTo(tx, addresses))])].sort();
  await touchCases(tx, cases, by.today, [
    event(by, 'address.used-again', reply, { addresses, message: addresses.join(', ') }),
  ]);
  return { ok: true };
}
