import { createHash } from 'node:crypto';
import type { ProcedureView, WriteOffView } from '@acquit/recovery';
import type { Store } from '../../store/index.ts';
import { type Book, makeBook } from './book.ts';
import { droppedFile } from './calls.ts';
import type { Client } from './client.ts';

/** Procedures of other cases of the company, in every state that a route acts on. */
export interface ProcedureRows {
  /** A payment order filed and granted, with a cost, whose date of service rings. */
  procedureId: string;
  orderedEventId: string;
  procedureFileSha: string;
  costId: string;
  closedProcedureId: string;
  ringingProcedureId: string;
  limitationFactId: string;
  /** A claim whose last day is near. */
  oldClaimId: string;
  writeOffId: string;
}

const PROOF = '%PDF-1.7 ordonnance';

/** Makes them through the owner's own client, in cases of their own, so that they hold nothing of the others. */
export async function makeProcedures(
  store: Store,
  tenantId: string,
  owner: Client,
  { companyId }: Book,
): Promise<ProcedureRows> {
  const kase = (prefix: string, debtorName: string) => makeBook(store, tenantId, { companyId, prefix, debtorName });
  const made = async <T extends object>(path: string, body: object): Promise<T> => {
    const { body: answer } = await owner.post<T>(path, body);
    if ('refusal' in answer) throw new Error(JSON.stringify(answer.refusal));
    return answer as T;
  };
  const open = (caseId: string, claimId: string) =>
    made<ProcedureView>(`/api/cases/${caseId}/procedures`, {
      kind: 'injonction-de-payer',
      courtKind: 'commercial',
      claimIds: [claimId],
      openedOn: '2026-11-02',
    });
  const [one, two] = [await kase('PR-2026', 'Imprimerie Vasseur'), await kase('PS-2026', 'Carrelages du Midi')];
  const order = await open(one.caseId, one.claimIds.old);
  const tell = (procedureId: string, kind: string, on: string) =>
    made<ProcedureView>(`/api/procedures/${procedureId}/events`, { kind, on });
  const filed = await tell(order.procedureId, 'filed', '2026-11-03');
  const eventId = filed.events[0]!.eventId;
  await owner.post(`/api/procedure-events/${eventId}/proof`, droppedFile('requête.pdf', PROOF));
  const ordered = await tell(order.procedureId, 'granted', '2026-11-12');
  const costed = await made<ProcedureView>(`/api/procedures/${order.procedureId}/costs`, {
    what: 'Greffe',
    amountCents: 3_023,
    on: '2026-11-03',
    bearer: 'suit',
  });
  const ringing = await open(one.caseId, one.claimIds.recent);
  await tell(ringing.procedureId, 'filed', '2026-11-10');
  const closed = await open(two.caseId, two.claimIds.old);
  await made(`/api/procedures/${closed.procedureId}/close`, {});
  const { eventId: limitationFactId } = await made<{ eventId: string }>(`/api/cases/${two.caseId}/limitation-facts`, {
    kind: 'acknowledgement',
    on: '2026-11-05',
  });
  const old = await kase('PT-2026', 'Ateliers Renard');
  await store.inTenant(tenantId, (tx) =>
    tx.query(
      `update claim set issued_on = '2021-11-01', due_on = '2021-12-01' where tenant_id = $1 and claim_id = $2`,
      [tenantId, old.claimIds.old],
    ),
  );
  const { writeOffId } = await made<WriteOffView>(`/api/cases/${two.caseId}/write-offs`, {
    reason: 'uneconomic',
    vatPoint: 'delivery',
    claims: [{ claimId: two.claimIds.future, vatCents: 8_333 }],
  });
  return {
    procedureId: order.procedureId,
    orderedEventId: ordered.events.find((event) => event.kind === 'granted')!.eventId,
    procedureFileSha: createHash('sha256').update(PROOF).digest('hex'),
    costId: costed.costs[0]!.costId,
    closedProcedureId: closed.procedureId,
    ringingProcedureId: ringing.procedureId,
    limitationFactId,
    oldClaimId: old.claimIds.old,
    writeOffId,
  };
}

type Row = ProcedureRows & Pick<Book, 'companyId' | 'caseId' | 'claimIds'>;

const lost = { reason: 'failed-pursuits', reasonOn: '2026-11-10', vatPoint: 'delivery' };

/** A call of each route of procedures and limitation that does its work for the owner of the rows. */
export const PROCEDURE_CALLS: Record<string, (n: Row) => { path: string; body?: unknown }> = {
  'GET /api/companies/{companyId}/procedures': (n) => ({ path: `/api/companies/${n.companyId}/procedures` }),
  'GET /api/companies/{companyId}/deadlines': (n) => ({ path: `/api/companies/${n.companyId}/deadlines?whose=all` }),
  'GET /api/cases/{caseId}/procedures': (n) => ({ path: `/api/cases/${n.caseId}/procedures` }),
  'POST /api/cases/{caseId}/procedures': (n) => ({
    path: `/api/cases/${n.caseId}/procedures`,
    body: { kind: 'conciliation', claimIds: [n.claimIds.future] },
  }),
  'GET /api/procedures/{procedureId}': (n) => ({ path: `/api/procedures/${n.procedureId}` }),
  'PATCH /api/procedures/{procedureId}': (n) => ({
    path: `/api/procedures/${n.procedureId}`,
    body: { caseNumber: '2026 O 00123' },
  }),
  'POST /api/procedures/{procedureId}/events': (n) => ({
    path: `/api/procedures/${n.procedureId}/events`,
    body: { kind: 'served', on: '2026-11-20', values: { manner: 'person' } },
  }),
  'POST /api/procedure-events/{eventId}/withdraw': (n) => ({
    path: `/api/procedure-events/${n.orderedEventId}/withdraw`,
    body: { reason: 'erreur de dossier' },
  }),
  'POST /api/procedure-events/{eventId}/proof': (n) => ({
    path: `/api/procedure-events/${n.orderedEventId}/proof`,
    body: droppedFile('ordonnance.pdf', '%PDF-1.7 ordonnance rendue'),
  }),
  'GET /api/procedures/{procedureId}/files/{sha256}': (n) => ({
    path: `/api/procedures/${n.procedureId}/files/${n.procedureFileSha}`,
  }),
  'POST /api/procedures/{procedureId}/deadlines/{what}/seen': (n) => ({
    path: `/api/procedures/${n.ringingProcedureId}/deadlines/pay-registry-fee/seen`,
    body: {},
  }),
  'POST /api/procedures/{procedureId}/costs': (n) => ({
    path: `/api/procedures/${n.procedureId}/costs`,
    body: { what: 'Signification', amountCents: 7_312, on: '2026-11-20', bearer: 'enforcement' },
  }),
  'POST /api/procedure-costs/{costId}/proof': (n) => ({
    path: `/api/procedure-costs/${n.costId}/proof`,
    body: droppedFile('facture-greffe.pdf', '%PDF-1.7 facture du greffe'),
  }),
  'POST /api/procedure-costs/{costId}/proof/withdraw': (n) => ({
    path: `/api/procedure-costs/${n.costId}/proof/withdraw`,
    body: {},
  }),
  'POST /api/procedure-costs/{costId}/withdraw': (n) => ({
    path: `/api/procedure-costs/${n.costId}/withdraw`,
    body: {},
  }),
  'POST /api/procedures/{procedureId}/close': (n) => ({ path: `/api/procedures/${n.procedureId}/close`, body: {} }),
  'POST /api/procedures/{procedureId}/reopen': (n) => ({
    path: `/api/procedures/${n.closedProcedureId}/reopen`,
    body: {},
  }),
  'GET /api/companies/{companyId}/limitation': (n) => ({ path: `/api/companies/${n.companyId}/limitation` }),
  'POST /api/companies/{companyId}/limitation/refresh': (n) => ({
    path: `/api/companies/${n.companyId}/limitation/refresh`,
    body: {},
  }),
  'GET /api/claims/{claimId}/limitation': (n) => ({ path: `/api/claims/${n.claimIds.old}/limitation` }),
  'POST /api/claims/{claimId}/limitation/seen': (n) => ({
    path: `/api/claims/${n.oldClaimId}/limitation/seen`,
    body: {},
  }),
  'PUT /api/claims/{claimId}/nature': (n) => ({
    path: `/api/claims/${n.claimIds.old}/nature`,
    body: { claimKind: 'services' },
  }),
  'POST /api/cases/{caseId}/limitation-facts': (n) => ({
    path: `/api/cases/${n.caseId}/limitation-facts`,
    body: { kind: 'acknowledgement', on: '2026-11-05' },
  }),
  'POST /api/limitation-facts/{eventId}/withdraw': (n) => ({
    path: `/api/limitation-facts/${n.limitationFactId}/withdraw`,
    body: {},
  }),
  'GET /api/cases/{caseId}/write-offs': (n) => ({ path: `/api/cases/${n.caseId}/write-offs` }),
  'POST /api/cases/{caseId}/write-offs/preview': (n) => ({
    path: `/api/cases/${n.caseId}/write-offs/preview`,
    body: lost,
  }),
  'POST /api/cases/{caseId}/write-offs': (n) => ({ path: `/api/cases/${n.caseId}/write-offs`, body: lost }),
  'POST /api/write-offs/{writeOffId}/undo': (n) => ({ path: `/api/write-offs/${n.writeOffId}/undo`, body: {} }),
};
