import { randomUUID } from 'node:crypto';
import type { CaseView, ClaimView, Page, TimelineItem, TodayView } from '@acquit/recovery';
import { beforeEach, expect, test } from 'vitest';
import { applyStandings, insertStatuses, linkWaiting, touchCases } from '../store/index.ts';
import { newTenant, type TestStore, testStore } from '../testing/index.ts';
import { TODAY, testApp } from './testing/app.ts';
import { type Book, makeBook } from './testing/book.ts';
import type { Client } from './testing/client.ts';
import { signedIn } from './testing/people.ts';

const { store, home }: TestStore = await testStore();
const app = await testApp(store, home);
let [tenantId, owner, book] = ['', undefined as unknown as Client, undefined as unknown as Book];

beforeEach(async () => {
  tenantId = await newTenant(store);
  owner = await signedIn(app, store, tenantId);
  book = await makeBook(store, tenantId);
});

/** Lets a status of invoice FA-2026-001 arrive. */
async function told(code: string, at: string, issuerRole: string, amountCents: number | null = null): Promise<void> {
  await store.inTenant(tenantId, async (tx) => {
    await insertStatuses(tx, [
      {
        statusId: randomUUID(),
        companyId: book.companyId,
        importId: book.importId,
        messageId: 'M',
        invoiceNumber: 'FA-2026-001',
        invoicedOn: null,
        typeCode: '380',
        code,
        label: '',
        at,
        issuerRole,
        issuerLegalId: null,
        issuerName: null,
        reasons: [],
        amountCents,
        leftCents: null,
        approvedCents: null,
        contestedCents: null,
        amountOn: null,
      },
    ]);
    await linkWaiting(tx, book.companyId, null);
    await applyStandings(tx, [book.claimIds.old]);
    await touchCases(tx, [book.caseId], TODAY);
  });
}

const claim = async () =>
  (await owner.get<CaseView>(`/api/cases/${book.caseId}`)).body.claims.find(
    (one) => one.claimId === book.claimIds.old,
  )!;
const work = async () =>
  (await owner.get<TodayView>(`/api/companies/${book.companyId}/today`)).body.groups.find(
    ({ kind }) => kind === 'e-invoice',
  );
const answer = (body: object) => owner.post<ClaimView>(`/api/claims/${book.claimIds.old}/e-invoice`, body);

test('a refusal is seen where it matters, and dealt with in one answer that a later status may reopen', async () => {
  expect((await claim()).eInvoice).toBeNull();
  expect((await answer({ answer: 'settled' })).body.refusal?.code).toBe('EInvoiceSilent');
  await told('210', '2026-11-20T09:00:00', 'BY');
  expect((await claim()).eInvoice).toMatchObject({
    status: '210',
    label: 'Refusée',
    at: '2026-11-20T09:00:00',
    task: { ground: 'refused', title: 'Facture refusée par le client' },
    unrecordedCents: 0,
  });
  expect(await work()).toMatchObject({
    count: 1,
    items: [{ claimId: book.claimIds.old, caseId: book.caseId, stepName: 'Facture refusée par le client' }],
  });
  const settled = await answer({ answer: 'settled', note: 'Facture rectificative envoyée' });
  expect(settled.body.eInvoice).toMatchObject({ status: '210', task: null });
  expect(await work()).toBeUndefined();
  await told('207', '2026-11-19T09:00:00', 'BY');
  expect((await claim()).eInvoice?.task).toBeNull();
  await told('207', '2026-11-20T10:00:00', 'BY');
  expect((await claim()).eInvoice?.task?.ground).toBe('disputed');
  const timeline = (await owner.get<Page<TimelineItem>>(`/api/cases/${book.caseId}/timeline`)).body.items;
  expect(timeline.filter(({ kind }) => kind.startsWith('einvoice-')).map(({ title, side }) => [title, side])).toEqual([
    ['Facture électronique\u00a0: en litige', 'left'],
    ['Facture électronique\u00a0: refusée', 'left'],
    ['Facture électronique\u00a0: en litige', 'left'],
  ]);
});

test('money declared to the platform is recorded in one answer, for what is open and not twice', async () => {
  await told('212', '2026-11-18T09:00:00', 'SE', 50_000);
  expect((await claim()).eInvoice).toMatchObject({ task: { ground: 'collected' }, unrecordedCents: 50_000 });
  const recorded = await answer({ answer: 'record-receipt' });
  expect(recorded.body).toMatchObject({ openCents: 70_000, receivedCents: 50_000, eInvoice: { task: null } });
  expect((await answer({ answer: 'record-receipt' })).body.refusal?.code).toBe('NothingDeclared');
  await told('212', '2026-11-19T09:00:00', 'SE', 90_000);
  expect((await claim()).eInvoice?.unrecordedCents).toBe(70_000);
  await answer({ answer: 'record-receipt' });
  expect(await claim()).toMatchObject({ status: 'settled', receivedCents: 120_000 });
  const { receipts } = (await owner.get<CaseView>(`/api/cases/${book.caseId}`)).body;
  expect(receipts.map(({ amountCents, receivedOn }) => [amountCents, receivedOn])).toEqual([
    [70_000, '2026-11-19'],
    [50_000, '2026-11-18'],
  ]);
  expect((await answer({ answer: 'settled' })).body.refusal?.code).toBe('ClaimNotOpen');
});
