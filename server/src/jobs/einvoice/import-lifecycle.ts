import { randomUUID } from 'node:crypto';
import type { IsoDate } from '@acquit/law';
import { eInvoiceStatusName, fr } from '@acquit/recovery';
import type { LifecycleMessage, LifecycleReason, LifecycleReference } from '../../intake/index.ts';
import {
  applyStandings,
  insertStatuses,
  type JournalEvent,
  knownNumbers,
  type LinkedStatus,
  linkWaiting,
  type NewEInvoiceStatus,
  type Tx,
} from '../../store/index.ts';
import { type Note, type ReferenceRefusal, type Seller, sortReferences } from './sort-references.ts';

export interface LifecycleOrder {
  tenantId: string;
  /** The company the user works in; null lets each reference find its seller among the companies. */
  companyId: string | null;
  importId: string;
  /** Of the message's own bytes: the exhibit each journal entry names. */
  sha256: Buffer;
  actor: string;
  today: IsoDate;
}

export interface LifecycleOutcome {
  companyId: string | null;
  status: 'imported' | 'partly' | 'duplicate' | 'set-aside' | 'refused';
  created: { statuses: number; linked: number; waiting: number; known: number };
  doubts: Note[];
  refusals: ReferenceRefusal[];
  /** For the caller: cases to touch and events to journal, in this order, at the end of the transaction. */
  caseIds: string[];
  events: JournalEvent[];
}

/** How much of a message's own words is kept: enough to understand it, never a way to store a book. */
const KEPT = { code: 40, role: 20, words: 200, text: 1_000, reasons: 20 };

/**
 * Keeps the statuses of one message, joins them to the claims they speak of, and decides again where these stand. An
 * event that another copy has told is known, and changes nothing. What waits for its invoice is kept and said. Writes
 * neither the import nor the journal: see `LifecycleOutcome`.
 */
export async function importLifecycle(
  tx: Tx,
  order: LifecycleOrder,
  message: LifecycleMessage,
): Promise<LifecycleOutcome> {
  const { rows: companies } = await tx.query<{ company_id: string; name: string; legal_id: string | null }>(
    'select company_id, name, legal_id from company where tenant_id = $1 order by created_at, company_id',
    [tx.tenantId],
  );
  const sellers = companies.map(
    (row): Seller => ({
      companyId: row.company_id,
      name: row.name,
      legalId: row.legal_id,
    }),
  );
  const { ours, refusals, doubts } = sortReferences(message, sellers, order.companyId);
  const told = ours.map(({ reference, companyId }) => statusOf(message, reference, companyId, order.importId));
  const fresh = told.length === 0 ? new Set<string>() : await insertStatuses(tx, told);
  const kept = told.filter(({ statusId }) => fresh.has(statusId));
  const linked = new Map<string, LinkedStatus>();
  for (const [companyId, statuses] of Map.groupBy(kept, (one) => one.companyId)) {
    const numbers = [...new Set(statuses.map((one) => one.invoiceNumber))];
    for (const one of await linkWaiting(tx, companyId, numbers)) linked.set(one.statusId, one);
    const waiting = statuses.filter((one) => !linked.has(one.statusId));
    if (waiting.length > 0) doubts.push(...(await waitingDoubts(tx, companyId, waiting)));
  }
  await applyStandings(tx, [...new Set([...linked.values()].map((one) => one.claimId))]);
  const events = kept.map((one) => received(order, one, linked.get(one.statusId)));
  const freshIds = new Set(kept.map((one) => one.statusId));
  for (const one of linked.values()) if (!freshIds.has(one.statusId)) events.push(nowLinked(order.actor, one));
  return {
    companyId: ours[0]?.companyId ?? order.companyId,
    status: verdict(kept.length, told.length, refusals),
    created: {
      statuses: kept.length,
      linked: kept.filter((one) => linked.has(one.statusId)).length,
      waiting: kept.filter((one) => !linked.has(one.statusId)).length,
      known: told.length - kept.length,
    },
    doubts,
    refusals,
    caseIds: [...new Set([...linked.values()].map((one) => one.caseId))],
    events,
  };
}

/** The journal's line for a status that finds its claim after its message came. */
export function nowLinked(actor: string, one: LinkedStatus): JournalEvent {
  return {
    actor,
    action: 'einvoice.linked',
    objectKind: 'claim',
    objectId: one.claimId,
    payload: {
      caseId: one.caseId,
      number: one.invoiceNumber,
      status: one.code,
      message: eInvoiceStatusName(one.code, one.label),
      at: one.at,
    },
  };
}

function verdict(kept: number, told: number, refusals: readonly ReferenceRefusal[]): LifecycleOutcome['status'] {
  if (kept > 0) return refusals.length > 0 ? 'partly' : 'imported';
  if (refusals.length === 0) return 'duplicate';
  if (told > 0) return 'partly';
  return refusals.every(({ code }) => code === 'SellerIsAnother') ? 'set-aside' : 'refused';
}

function statusOf(
  message: LifecycleMessage,
  reference: LifecycleReference,
  companyId: string,
  importId: string,
): NewEInvoiceStatus {
  return {
    statusId: randomUUID(),
    companyId,
    importId,
    messageId: message.messageId.slice(0, KEPT.words),
    invoiceNumber: reference.invoice,
    invoicedOn: reference.invoicedOn ?? null,
    typeCode: reference.typeCode?.slice(0, KEPT.code) ?? null,
    code: reference.status.slice(0, KEPT.code),
    label: reference.label.slice(0, KEPT.words),
    at: reference.at,
    issuerRole: message.issuerRole.slice(0, KEPT.role),
    issuerLegalId: message.issuer?.legalId?.slice(0, KEPT.code) ?? null,
    issuerName: message.issuer?.name?.slice(0, KEPT.words) ?? null,
    reasons: reference.reasons.filter(says).slice(0, KEPT.reasons).map(shortened),
    amountCents: reference.amountCents ?? null,
    leftCents: reference.leftCents ?? null,
    approvedCents: reference.approvedCents ?? null,
    contestedCents: reference.contestedCents ?? null,
    amountOn: reference.amountOn ?? null,
  };
}

/** A reason that only carries amounts says nothing in words. */
const says = ({ code, text, action, actionText, notes }: LifecycleReason) =>
  [code, text, action, actionText, notes].some((one) => one !== undefined);

function shortened({ code, text, action, actionText, notes }: LifecycleReason): NewEInvoiceStatus['reasons'][number] {
  return {
    ...(code !== undefined && { code: code.slice(0, KEPT.code) }),
    ...(text !== undefined && { text: text.slice(0, KEPT.text) }),
    ...(action !== undefined && { action: action.slice(0, KEPT.code) }),
    ...(actionText !== undefined && { actionText: actionText.slice(0, KEPT.text) }),
    ...(notes !== undefined && { notes: notes.slice(0, KEPT.reasons).map((note) => note.slice(0, KEPT.text)) }),
  };
}

async function waitingDoubts(tx: Tx, companyId: string, waiting: readonly NewEInvoiceStatus[]): Promise<Note[]> {
  const known = await knownNumbers(tx, companyId, [...new Set(waiting.map((one) => one.invoiceNumber))]);
  return waiting.map(({ invoiceNumber, code, label }) => {
    const name = eInvoiceStatusName(code, label);
    return known.has(invoiceNumber)
      ? {
          code: 'InvoiceUnclear',
          message: fr`Facture ${invoiceNumber} : une facture de ce numéro existe, mais sa date n’est pas celle du message, ou plusieurs lui conviennent. Le statut « ${name} » est gardé sans effet : vérifiez de quelle facture il s’agit.`,
        }
      : {
          code: 'InvoiceNotKnownYet',
          message: fr`Facture ${invoiceNumber} : elle n’est pas encore connue. Le statut « ${name} » est gardé et prendra effet quand vous l’importerez.`,
        };
  });
}

function received(order: LifecycleOrder, one: NewEInvoiceStatus, linked: LinkedStatus | undefined): JournalEvent {
  return {
    actor: order.actor,
    action: 'einvoice.received',
    objectKind: linked ? 'claim' : 'import',
    objectId: linked?.claimId ?? order.importId,
    payload: {
      ...(linked && { caseId: linked.caseId }),
      number: one.invoiceNumber,
      invoicedOn: one.invoicedOn,
      status: one.code,
      message: eInvoiceStatusName(one.code, one.label),
      at: one.at,
      issuerRole: one.issuerRole,
      issuer: one.issuerLegalId ?? one.issuerName,
      reasons: one.reasons.map(({ code, text }) => text ?? code ?? '').filter((text) => text !== ''),
      amountCents: one.amountCents,
      messageId: one.messageId,
      sha256: order.sha256.toString('hex'),
      importId: order.importId,
    },
  };
}
