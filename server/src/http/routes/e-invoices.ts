import { randomUUIDv7 } from 'node:crypto';
import { allocateReceipt, fr } from '@acquit/recovery';
import {
  caseOfClaim,
  declaredOn,
  eInvoicesOf,
  findCase,
  insertReceipt,
  type JournalEvent,
  loadCases,
  lockClaim,
  lockOpenClaims,
  settleStatuses,
  type Tx,
  touchCases,
} from '../../store/index.ts';
import { changing } from '../pipeline/endpoint.ts';
import { refuse } from '../refusal.ts';
import { claimView, eInvoiceAnswer } from '../schemas/work.ts';
import { changedClaim } from './claims.ts';
import { claimPath, nothing, requireDay } from './shared.ts';

export const eInvoiceEndpoints = [
  changing('post', {
    path: '/api/claims/{claimId}/e-invoice',
    tag: 'Claims',
    title: 'Answer what an e-invoice asks',
    description:
      '`settled`: the matter is dealt with, the statuses known so far hold the claim back no more; a later one may. `record-receipt`: the money declared to the platform as received is recorded, on the day it was declared for.',
    params: claimPath,
    query: nothing,
    body: eInvoiceAnswer,
    answer: claimView,
    refusals: ['ClaimNotOpen', 'EInvoiceSilent', 'NothingDeclared'],
    async handle({ tx, params, body, today, caller }) {
      const place = await lockOpenClaim(tx, params.claimId);
      const { answer, note = null } = body;
      const payload = { caseId: place.caseId, number: place.number, answer, ...(note !== null && { reason: note }) };
      const events: JournalEvent[] = [
        { actor: caller.actor, action: 'einvoice.answered', objectKind: 'claim', objectId: params.claimId, payload },
      ];
      if (answer === 'record-receipt')
        events.push(await recordDeclared(tx, params.claimId, place, today, caller.actor));
      else if (!(await settleStatuses(tx, params.claimId, caller.actor, note))) throw refuse('EInvoiceSilent');
      await touchCases(tx, [place.caseId], today, events);
      return changedClaim(tx, params.claimId, place, today);
    },
  }),
];

interface Place {
  caseId: string;
  companyId: string;
  number: string;
}

/** The claim with its case, locked in the order of everything that moves money: the case first. */
async function lockOpenClaim(tx: Tx, claimId: string): Promise<Place> {
  const caseId = await caseOfClaim(tx, claimId);
  if (caseId === null) throw refuse('NotFound');
  await findCase(tx, caseId, true);
  const known = await lockClaim(tx, claimId);
  if (known === null) throw refuse('NotFound');
  if (known.status !== 'open') throw refuse('ClaimNotOpen', { status: known.status });
  return known;
}

/** Records what was declared and is not recorded, for this claim alone: what is open of it bounds the receipt. */
async function recordDeclared(
  tx: Tx,
  claimId: string,
  { caseId, companyId, number }: Place,
  today: string,
  actor: string,
): Promise<JournalEvent> {
  const declared = (await eInvoicesOf(tx, [claimId])).get(claimId);
  if (declared === undefined || declared.unrecordedCents === 0) throw refuse('NothingDeclared');
  await lockOpenClaims(tx, caseId);
  const said = (await declaredOn(tx, claimId)) ?? today;
  const receivedOn = said > today ? today : said;
  const [loaded] = await loadCases(tx, [caseId]);
  const claims = (loaded?.facts.claims ?? []).filter((claim) => claim.claimId === claimId);
  const amountCents = declared.unrecordedCents;
  const { decidedBy, parts } = allocateReceipt(amountCents, claims, requireDay(receivedOn), [claimId]);
  const receipt = {
    receiptId: randomUUIDv7(),
    companyId,
    caseId,
    receivedOn,
    amountCents,
    method: 'transfer',
    reference: fr`Encaissement déclaré à la plateforme, facture ${number}`,
    decidedBy,
    enteredBy: actor,
    allocations: parts,
  };
  await insertReceipt(tx, receipt);
  const { receiptId, companyId: _company, allocations: _allocations, enteredBy: _entered, ...facts } = receipt;
  return {
    actor,
    action: 'receipt.entered',
    objectKind: 'receipt',
    objectId: receiptId,
    payload: { ...facts, parts },
  };
}
