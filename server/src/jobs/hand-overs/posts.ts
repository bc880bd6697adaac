import { randomUUIDv7 } from 'node:crypto';
import { type Day, day, formatDay } from '@acquit/law';
import {
  type EventValues,
  fr,
  type HandOverPostView,
  type ProcedureCostBearer,
  type Refused,
  refused,
  toldDayRefusal,
} from '@acquit/recovery';
import {
  type Blobs,
  caseOfProcedure,
  findHandOver,
  findPost,
  handOverHeader,
  insertPost,
  type KeptPost,
  keepBlob,
  postView,
  readPost,
  runningHandOvers,
  type Tx,
  tieReceipt,
  touchCases,
  withdrawPostRow,
} from '../../store/index.ts';
import { type By, type Done, isRefused, lockCase } from '../commitments/shared.ts';
import type { GivenFile } from '../portal/acts.ts';
import { enterReceipt } from '../receipts.ts';
import { enterInProcedure, withdrawFromProcedure } from './in-procedure.ts';
import { eventOf, runningHandOver } from './open.ts';

/** A professional on the page of his hand-over, on a day, with the identifier drawn with his form. */
export interface PartnerVisit {
  handOverId: string;
  companyId: string;
  caseId: string;
  partner: { partnerId: string; name: string };
  today: Day;
  postId: string;
}

/** What a professional tells, read and checked; titles and details are his own words. */
export type PartnerSays =
  | {
      kind: 'event';
      procedureId: string;
      eventKind: string;
      title: string;
      on: Day;
      values: EventValues;
      details: string | null;
      file: GivenFile | null;
    }
  | { kind: 'fact'; title: string; on: Day; details: string | null; file: GivenFile | null }
  | {
      kind: 'cost';
      title: string;
      on: Day;
      amountCents: number;
      bearer: ProcedureCostBearer;
      procedureId: string | null;
      details: string | null;
      file: GivenFile | null;
    }
  | { kind: 'receipt'; on: Day; amountCents: number; details: string | null; file: GivenFile | null }
  | { kind: 'message'; details: string; file: GivenFile | null };

/** Who the journal says it was. */
export const partnerActor = (partnerId: string): string => `partner:${partnerId}`;

const RECEIPT_TITLE = 'Paiement reçu du débiteur';
const MESSAGE_TITLE = 'Message';

/**
 * Records what a professional tells, all in the caller's transaction: kept, journalled under his name, and waiting to be
 * read. An event of a procedure is entered there by the same rules as one of ours, and a cost with it. Money he says he
 * received is a word until somebody records it. A form sent twice is told once. Refuses a day that cannot be, and what
 * the procedure refuses.
 */
export async function tellOnHandOver(
  tx: Tx,
  blobs: Blobs,
  visit: PartnerVisit,
  says: PartnerSays,
): Promise<'told' | 'known' | Refused> {
  const { caseId, companyId, handOverId, partner, postId, today } = visit;
  // Two forms of one case at the same moment follow one another; the second sees what the first did.
  await tx.query('select from collection_case where tenant_id = $1 and case_id = $2 for update', [tx.tenantId, caseId]);
  const header = await runningHandOver(tx, handOverId);
  if (isRefused(header)) return header;
  if ((await findPost(tx, postId)) !== null) return 'known';
  const on = says.kind === 'message' ? today : says.on;
  // What happened in a procedure may be older than the hand-over: the procedure itself says which days may be.
  const wrong = says.kind === 'event' ? null : toldDayRefusal(on, day(header.openedOn), today);
  if (wrong) return wrong;
  const by: By = { actor: partnerActor(partner.partnerId), today: formatDay(today) };
  const file = says.file === null ? null : { sha256: await keepBlob(tx, blobs, says.file), name: says.file.name };
  if ('procedureId' in says && says.procedureId !== null && !(await isEntrusted(tx, visit, says.procedureId)))
    return refused('ProcedureNotEntrusted', 'Cette procédure n’est pas de celles qui vous sont confiées.', {
      procedureId: says.procedureId,
    });
  const made = await enterInProcedure(tx, says, file, by);
  if (made !== null && isRefused(made)) return made;
  const title = says.kind === 'receipt' ? RECEIPT_TITLE : says.kind === 'message' ? MESSAGE_TITLE : says.title;
  const amountCents = 'amountCents' in says ? says.amountCents : null;
  await insertPost(tx, {
    postId,
    handOverId,
    companyId,
    kind: says.kind,
    by: 'partner',
    author: partner.name,
    on: formatDay(on),
    title,
    details: says.details,
    amountCents,
    bearer: says.kind === 'cost' ? says.bearer : null,
    file,
    procedureId: 'procedureId' in says ? says.procedureId : null,
    madeId: made?.madeId ?? null,
  });
  await touchCases(tx, [caseId], by.today, [
    eventOf(`handover.told-${says.kind}`, visit, by, {
      postId,
      on: formatDay(on),
      title,
      details: says.details,
      amountCents,
      message: fr`Indiqué par ${partner.name} : ${title}`,
      ...(file && { file: file.sha256.toString('hex') }),
    }),
  ]);
  return 'told';
}

/** True for a procedure of the case, and one of those entrusted when only some are. */
async function isEntrusted(tx: Tx, { caseId, handOverId }: PartnerVisit, procedureId: string): Promise<boolean> {
  const running = await runningHandOvers(tx, caseId);
  const { procedureIds } = running.find((one) => one.handOverId === handOverId)!;
  if (procedureIds.length > 0) return procedureIds.includes(procedureId);
  return (await caseOfProcedure(tx, procedureId))?.caseId === caseId;
}

/** What we write to the professional, on the same page. Refuses `NotFound`, `HandOverEnded` and `MessageMissing`. */
export async function writeToPartner(
  tx: Tx,
  handOverId: string,
  message: { text: string; author: string },
  by: By,
): Promise<Done<{ post: HandOverPostView }>> {
  const found = await runningHandOver(tx, handOverId);
  if (isRefused(found)) return found;
  const text = message.text.trim();
  if (text === '') return refused('MessageMissing', 'Écrivez votre message.');
  const postId = randomUUIDv7();
  await insertPost(tx, {
    postId,
    handOverId,
    companyId: found.companyId,
    kind: 'message',
    by: 'us',
    author: message.author,
    on: by.today,
    title: MESSAGE_TITLE,
    details: text,
    amountCents: null,
    bearer: null,
    file: null,
    procedureId: null,
    madeId: null,
  });
  await touchCases(tx, [], by.today, [eventOf('handover.written', found, by, { postId, details: text })]);
  return { post: postView((await findPost(tx, postId))!) };
}

/** Marks what he told as read. Refuses `NotFound`. */
export async function readToldPost(tx: Tx, postId: string, by: By): Promise<Done<{ post: HandOverPostView }>> {
  const found = await postWithCase(tx, postId);
  if (isRefused(found)) return found;
  if (await readPost(tx, postId, by.actor))
    await touchCases(tx, [], by.today, [eventOf('handover.read', found, by, { postId })]);
  return { post: postView((await findPost(tx, postId))!) };
}

/**
 * Takes back what was told: it stays, struck out, and the event or the cost it became is taken back with it. `only` says
 * who may: a professional takes back his own words. Refuses `NotFound`, `AlreadyWithdrawn`, `ReceiptRecorded` and what
 * the procedure refuses.
 */
export async function withdrawPost(
  tx: Tx,
  postId: string,
  back: { name: string; reason: string | null; only?: { handOverId: string } },
  by: By,
): Promise<Done<{ post: HandOverPostView }>> {
  const found = await postWithCase(tx, postId);
  if (isRefused(found)) return found;
  const { post } = found;
  if (back.only && (post.handOverId !== back.only.handOverId || post.by !== 'partner')) return unknownPost(postId);
  if (post.withdrawn !== null) return refused('AlreadyWithdrawn', 'Cette ligne est déjà retirée.', { postId });
  if (post.receiptId !== null && (await isLiveReceipt(tx, post.receiptId)))
    return refused(
      'ReceiptRecorded',
      'Un encaissement a été enregistré d’après cette ligne : annulez d’abord cet encaissement dans le dossier.',
      { receiptId: post.receiptId },
    );
  if (post.madeId !== null && !(await isWithdrawnThere(tx, post.madeId))) {
    const wrong = await withdrawFromProcedure(tx, { kind: post.kind, madeId: post.madeId }, back.reason, by);
    if (wrong) return wrong;
  }
  await withdrawPostRow(tx, postId, back.name, back.reason);
  await touchCases(tx, [found.caseId], by.today, [
    eventOf('handover.withdrawn', found, by, { postId, title: post.title, reason: back.reason }),
  ]);
  return { post: postView((await findPost(tx, postId))!) };
}

/**
 * Records as a receipt the money he says he received. What comes through a commissaire de justice may have been seized: it
 * is kept as such, and is not taken for a payment of the debtor's own, which would restart limitation. Refuses `NotFound`, `NotAReceipt` and
 * `ReceiptRecorded`.
 */
export async function recordToldReceipt(tx: Tx, postId: string, by: By): Promise<Done<{ post: HandOverPostView }>> {
  const found = await postWithCase(tx, postId);
  if (isRefused(found)) return found;
  const { post, companyId, caseId } = found;
  if (post.kind !== 'receipt' || post.amountCents === null || post.withdrawn !== null)
    return refused('NotAReceipt', 'Cette ligne n’annonce pas de paiement à enregistrer.', { postId });
  if (post.receiptId !== null && (await isLiveReceipt(tx, post.receiptId)))
    return refused('ReceiptRecorded', 'Cet encaissement est déjà enregistré.', { receiptId: post.receiptId });
  const kase = await lockCase(tx, caseId);
  if (isRefused(kase)) return kase;
  const { partner } = (await findHandOver(tx, post.handOverId))!;
  const entered = await enterReceipt(tx, {
    companyId,
    caseId,
    receivedOn: post.on,
    amountCents: post.amountCents,
    method: partner.kind === 'commissaire' ? 'commissaire' : 'other',
    reference: fr`Reçu par ${post.author}`,
    claimIds: [],
    actor: by.actor,
    today: by.today,
    events: [eventOf('handover.receipt-recorded', found, by, { postId, amountCents: post.amountCents })],
  });
  if ('refused' in entered) throw new Error('A receipt that names no claim is never refused.');
  await tieReceipt(tx, postId, entered.receiptId, by.actor);
  return { post: postView((await findPost(tx, postId))!) };
}

/** True when the event or the cost that a post became was taken back on the procedure's own page. */
async function isWithdrawnThere(tx: Tx, madeId: string): Promise<boolean> {
  const rows = await tx.arrays(
    `select 1 from procedure_event where tenant_id = $1 and event_id = $2 and withdrawn_at is not null
     union all select 1 from procedure_cost where tenant_id = $1 and cost_id = $2 and withdrawn_at is not null`,
    [tx.tenantId, madeId],
  );
  return rows.length > 0;
}

async function isLiveReceipt(tx: Tx, receiptId: string): Promise<boolean> {
  const rows = await tx.arrays(
    'select 1 from receipt where tenant_id = $1 and receipt_id = $2 and cancelled_at is null',
    [tx.tenantId, receiptId],
  );
  return rows.length > 0;
}

const unknownPost = (postId: string) => refused('NotFound', 'Cette ligne n’existe pas ou n’existe plus.', { postId });

async function postWithCase(
  tx: Tx,
  postId: string,
): Promise<{ post: KeptPost; handOverId: string; companyId: string; caseId: string } | Refused> {
  const post = await findPost(tx, postId);
  if (post === null) return unknownPost(postId);
  const { handOverId, companyId, caseId } = (await handOverHeader(tx, post.handOverId))!;
  // The case first, then the line: whoever changes a case takes its lock before anything else.
  await tx.query('select from collection_case where tenant_id = $1 and case_id = $2 for update', [tx.tenantId, caseId]);
  return { post: (await findPost(tx, postId, true))!, handOverId, companyId, caseId };
}
