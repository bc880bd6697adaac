import { randomUUID } from 'node:crypto';
import type { HandOverView, PartnerView } from '@acquit/recovery';
import { insertPost, keepBlob, type Store } from '../../store/index.ts';
import { TODAY } from './app.ts';
import { type Book, makeBook } from './book.ts';
import type { Client } from './client.ts';

export interface HandOverRows {
  partnerId: string;
  /** A running hand-over of another case of the company, and what was told of it. */
  handOverId: string;
  toldFactId: string;
  toldReceiptId: string;
}

const durand = { kind: 'lawyer', name: 'Me Durand', city: 'Lyon' };

/** A case entrusted to a lawyer, who told a fact with a file and a payment. */
export async function makeHandOver(store: Store, tenantId: string, owner: Client, book: Book): Promise<HandOverRows> {
  const entrusted = await makeBook(store, tenantId, {
    companyId: book.companyId,
    prefix: 'HO',
    debtorName: 'Garage Confié',
  });
  const { partnerId } = (await owner.post<PartnerView>('/api/partners', durand)).body;
  const { handOverId } = (await owner.post<HandOverView>(`/api/cases/${entrusted.caseId}/hand-overs`, { partnerId }))
    .body;
  const [toldFactId, toldReceiptId] = [randomUUID(), randomUUID()];
  await store.inTenant(tenantId, async (tx) => {
    const sha256 = await keepBlob(tx, store.blobs, { bytes: Buffer.from('%PDF-1.7'), mediaType: 'application/pdf' });
    const common = { handOverId, companyId: book.companyId, by: 'partner' as const, author: 'Me Durand', on: TODAY };
    const none = { details: null, bearer: null, procedureId: null, madeId: null };
    await insertPost(tx, {
      ...common,
      ...none,
      postId: toldFactId,
      kind: 'fact',
      title: 'Mise en demeure',
      amountCents: null,
      file: { sha256, name: 'lettre.pdf' },
    });
    await insertPost(tx, {
      ...common,
      ...none,
      postId: toldReceiptId,
      kind: 'receipt',
      title: 'Paiement reçu du débiteur',
      amountCents: 10_00,
      file: null,
    });
  });
  return { partnerId, handOverId, toldFactId, toldReceiptId };
}

type Row = HandOverRows & Pick<Book, 'companyId' | 'caseId'>;

const terms = { receivesPayment: true, fee: '12 %', remittanceDays: 30, insurance: null, instructions: null };

/** A call of each route of hand-overs that does its work for the owner of the rows. */
export const HAND_OVER_CALLS: Record<string, (n: Row) => { path: string; body?: unknown }> = {
  'GET /api/partners': () => ({ path: '/api/partners' }),
  'POST /api/partners': () => ({ path: '/api/partners', body: { kind: 'agency', name: 'Recouvrement du Rhône' } }),
  'PUT /api/partners/{partnerId}': (n) => ({ path: `/api/partners/${n.partnerId}`, body: durand }),
  'GET /api/companies/{companyId}/hand-overs': (n) => ({ path: `/api/companies/${n.companyId}/hand-overs?filter=all` }),
  'GET /api/cases/{caseId}/hand-overs': (n) => ({ path: `/api/cases/${n.caseId}/hand-overs` }),
  'POST /api/cases/{caseId}/hand-overs': (n) => ({
    path: `/api/cases/${n.caseId}/hand-overs`,
    body: { partnerId: n.partnerId, terms },
  }),
  'GET /api/hand-overs/{handOverId}': (n) => ({ path: `/api/hand-overs/${n.handOverId}` }),
  'PUT /api/hand-overs/{handOverId}': (n) => ({
    path: `/api/hand-overs/${n.handOverId}`,
    body: { reference: '2026/123', terms, note: null },
  }),
  'POST /api/hand-overs/{handOverId}/links': (n) => ({
    path: `/api/hand-overs/${n.handOverId}/links`,
    body: { days: 30 },
  }),
  'POST /api/hand-overs/{handOverId}/links/withdraw': (n) => ({
    path: `/api/hand-overs/${n.handOverId}/links/withdraw`,
  }),
  'POST /api/hand-overs/{handOverId}/end': (n) => ({
    path: `/api/hand-overs/${n.handOverId}/end`,
    body: { on: TODAY, outcome: 'partly-paid' },
  }),
  'POST /api/hand-overs/{handOverId}/messages': (n) => ({
    path: `/api/hand-overs/${n.handOverId}/messages`,
    body: { text: 'Bien reçu.' },
  }),
  'GET /api/hand-overs/{handOverId}/mandate': (n) => ({ path: `/api/hand-overs/${n.handOverId}/mandate` }),
  'POST /api/hand-over-posts/{postId}/read': (n) => ({ path: `/api/hand-over-posts/${n.toldFactId}/read` }),
  'POST /api/hand-over-posts/{postId}/withdraw': (n) => ({ path: `/api/hand-over-posts/${n.toldFactId}/withdraw` }),
  'POST /api/hand-over-posts/{postId}/receipt': (n) => ({ path: `/api/hand-over-posts/${n.toldReceiptId}/receipt` }),
  'GET /api/hand-over-posts/{postId}/file': (n) => ({ path: `/api/hand-over-posts/${n.toldFactId}/file` }),
  'GET /api/litigation/comparison': (n) => ({ path: `/api/litigation/comparison?companyId=${n.companyId}` }),
};
