import { randomUUIDv7 } from 'node:crypto';
import { day, type VatPoint } from '@acquit/law';
import {
  fr,
  type LostClaim,
  type Refused,
  refused,
  type WriteOffAccounting,
  type WriteOffFacts,
  type WriteOffPreview,
  type WriteOffReason,
  type WriteOffView,
  writeOffAccounting,
  writeOffWarnings,
} from '@acquit/recovery';
import {
  findCase,
  findWriteOff,
  insertWriteOff,
  loadCases,
  type Proof,
  type Tx,
  touchCases,
  undoWriteOff,
} from '../../store/index.ts';
import { type By, type Done, isRefused, lockCase, pastDay } from './shared.ts';

/** Claims to give up, as somebody says it. Days are `YYYY-MM-DD`, amounts cents. */
export interface WriteOffOrder {
  caseId: string;
  /** Empty: every open claim; the VAT is that of the whole invoice. */
  claims: readonly { claimId: string; vatCents: number | null }[];
  reason: WriteOffReason;
  /** The day of what makes them lost. */
  reasonOn: string | null;
  vatPoint: VatPoint;
  duplicateSentOn: string | null;
  note: string | null;
  proof?: Proof | undefined;
}

interface Weighed {
  companyId: string;
  facts: WriteOffFacts;
  accounting: WriteOffAccounting | null;
}

async function weigh(tx: Tx, order: WriteOffOrder, by: By): Promise<Weighed | Refused> {
  const kase = await lockCase(tx, order.caseId);
  if (isRefused(kase)) return kase;
  const reasonOn = order.reasonOn === null ? null : pastDay(order.reasonOn, by);
  if (typeof reasonOn === 'object' && reasonOn !== null) return reasonOn;
  const duplicateSentOn = order.duplicateSentOn === null ? null : pastDay(order.duplicateSentOn, by);
  if (typeof duplicateSentOn === 'object' && duplicateSentOn !== null) return duplicateSentOn;
  const claims = await lostClaims(tx, order);
  if (isRefused(claims)) return claims;
  const { reason, vatPoint } = order;
  const unplacedCents = await unplacedMoney(tx, order.caseId);
  const facts: WriteOffFacts = {
    on: day(by.today),
    reason,
    reasonOn,
    vatPoint,
    duplicateSentOn,
    claims,
    unplacedCents,
  };
  const accounting = writeOffAccounting(facts);
  if (accounting !== null && isRefused(accounting)) return accounting;
  return { companyId: kase.companyId, facts, accounting };
}

/** Money and credit notes of a case that clear no claim yet. */
async function unplacedMoney(tx: Tx, caseId: string): Promise<number> {
  const [loaded] = await loadCases(tx, [caseId]);
  const { claims = [], unallocatedCents = 0 } = loaded?.facts ?? {};
  const credits = claims.filter(({ kind }) => kind === 'credit-note');
  return unallocatedCents + credits.reduce((sum, { openCents }) => sum + Math.abs(openCents), 0);
}

async function lostClaims(tx: Tx, order: WriteOffOrder): Promise<LostClaim[] | Refused> {
  const wanted = new Map(order.claims.map((claim) => [claim.claimId, claim.vatCents]));
  const rows = await tx.arrays<[string, string, string | null, bigint, bigint, bigint]>(
    `select claim_id, number, issued_on, total_cents, received_cents + credited_cents, open_cents from claim
      where tenant_id = $1 and case_id = $2 and status = 'open' and kind not in ('credit-note', 'factored') and open_cents > 0
        and (cardinality($3::uuid[]) = 0 or claim_id = any($3::uuid[]))
      order by due_on, number, claim_id for update`,
    [tx.tenantId, order.caseId, [...wanted.keys()]],
  );
  if (rows.length < wanted.size)
    return refused('ClaimNotInCase', 'L’une des factures indiquées n’est plus ouverte dans ce dossier.', {
      claimIds: [...wanted.keys()],
    });
  if (rows.length === 0)
    return refused('NothingToGiveUp', fr`Plus aucune facture n’est ouverte : il n’y a rien à abandonner.`, {});
  return rows.map(([claimId, number, issuedOn, total, , open]) => ({
    claimId,
    number,
    issuedOn: issuedOn === null ? null : day(issuedOn),
    totalCents: Number(total),
    // What is open is what is lost: a deposit billed apart or a claim made for a part of its invoice counts as received.
    receivedCents: Number(total - open),
    openCents: Number(open),
    vatCents: wanted.get(claimId) ?? null,
  }));
}

/** What giving claims up would do, without doing it. Refuses as `writeOff` does. */
export async function previewWriteOff(tx: Tx, order: WriteOffOrder, by: By): Promise<Done<WriteOffPreview>> {
  const weighed = await weigh(tx, order, by);
  if (isRefused(weighed)) return weighed;
  const { facts, accounting } = weighed;
  return {
    amountCents: facts.claims.reduce((sum, claim) => sum + claim.openCents, 0),
    claims: facts.claims.map(({ claimId, number, openCents, vatCents }) => ({
      claimId,
      number,
      amountCents: openCents,
      vatCents,
    })),
    accounting,
    warnings: writeOffWarnings(facts),
  };
}

/**
 * Gives claims up as irrecoverable: they are asked of nobody any more, and what the law says of their VAT and entries is
 * kept as it was shown. It may be undone. Refuses `NotFound`, `ClaimNotInCase`, `NothingToGiveUp`, `InvalidDay`,
 * `DateInFuture` and what `writeOffAccounting` refuses.
 */
export async function writeOff(tx: Tx, order: WriteOffOrder, by: By): Promise<Done<{ writeOff: WriteOffView }>> {
  const weighed = await weigh(tx, order, by);
  if (isRefused(weighed)) return weighed;
  const { companyId, facts, accounting } = weighed;
  const writeOffId = randomUUIDv7();
  const claims = facts.claims.map(({ claimId, openCents, vatCents }) => ({
    claimId,
    amountCents: openCents,
    vatCents,
  }));
  await insertWriteOff(tx, {
    writeOffId,
    companyId,
    caseId: order.caseId,
    on: by.today,
    reason: order.reason,
    note: order.note,
    accounting,
    claims,
    proof: order.proof ?? null,
    enteredBy: by.actor,
  });
  await touchCases(tx, [order.caseId], by.today, [
    {
      actor: by.actor,
      action: 'irrecoverable.entered',
      objectKind: 'case',
      objectId: order.caseId,
      payload: {
        writeOffId,
        reason: order.reason,
        reasonOn: order.reasonOn,
        claims,
        recoverableVatCents: accounting?.recoverableVatCents ?? null,
        note: order.note,
      },
    },
  ]);
  return { writeOff: (await findWriteOff(tx, writeOffId))! };
}

/** Takes a write-off back: its claims are open again. Refuses `NotFound`, one taken back before included. */
export async function restoreClaims(tx: Tx, writeOffId: string, by: By): Promise<Done<{ writeOff: WriteOffView }>> {
  const found = await findWriteOff(tx, writeOffId);
  if (found !== null) await findCase(tx, found.caseId, true);
  const caseId = await undoWriteOff(tx, writeOffId, by.actor);
  if (caseId === null) return refused('NotFound', 'Cet abandon n’existe pas, ou il est déjà annulé.', { writeOffId });
  await touchCases(tx, [caseId], by.today, [
    { actor: by.actor, action: 'irrecoverable.undone', objectKind: 'case', objectId: caseId, payload: { writeOffId } },
  ]);
  return { writeOff: (await findWriteOff(tx, writeOffId))! };
}
