import { randomUUID } from 'node:crypto';
import { day } from '@acquit/law';
import type { AuditView, JournalRow, LateCostView, Page, PayerRow, PayerView } from '@acquit/recovery';
import { beforeEach, expect, test } from 'vitest';
import { refreshCompanyPayers } from '../jobs/index.ts';
import { loadCases, touchCases } from '../store/index.ts';
import { newTenant, type TestStore, testStore } from '../testing/index.ts';
import { TODAY, testApp } from './testing/app.ts';
import { type Book, makeBook, makeDebtor } from './testing/book.ts';
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

const at = (rest: string) => `/api/debtors/${book.debtorId}${rest}`;
const payer = async () => (await owner.get<PayerView>(at('/payer'))).body;
const change = (body: object) => owner.send<PayerView>('PATCH', at('/payer'), body);
const settings = (change: object) => owner.send('PATCH', `/api/companies/${book.companyId}`, { settings: change });
const list = async (query = '') =>
  (await owner.get<Page<PayerRow>>(`/api/companies/${book.companyId}/payers${query}`)).body.items;
const score = () => refreshCompanyPayers(store, { tenantId, companyId: book.companyId, on: day(TODAY) });

/** An invoice of the customer paid so many days after its due date. */
async function paidInvoice(number: string, dueOn: string, days: number): Promise<void> {
  await store.inTenant(tenantId, async (tx) => {
    const [claimId, receiptId] = [randomUUID(), randomUUID()];
    await tx.query(
      `insert into claim (tenant_id, claim_id, company_id, case_id, number, kind, issued_on, due_on, total_cents, amount_cents, received_cents, status, settled_on)
       values ($1, $2, $3, $4, $5, 'invoice', $6::date - 30, $6, 100000, 100000, 100000, 'settled', $6::date + $7::int)`,
      [tenantId, claimId, book.companyId, book.caseId, number, dueOn, days],
    );
    await tx.query(
      `insert into receipt (tenant_id, receipt_id, company_id, case_id, received_on, amount_cents, entered_by)
       values ($1, $2, $3, $4, $5::date + $6::int, 100000, 'test')`,
      [tenantId, receiptId, book.companyId, book.caseId, dueOn, days],
    );
    await tx.query(
      `insert into receipt_allocation (tenant_id, receipt_id, claim_id, received_on, amount_cents) values ($1, $2, $3, $4::date + $5::int, 100000)`,
      [tenantId, receiptId, claimId, dueOn, days],
    );
    await touchCases(tx, [book.caseId], TODAY);
  });
}

test('a customer’s class, and the day of each open invoice, come with their reasons and where they come from', async () => {
  for (const month of ['02', '03', '04', '05', '06', '07']) await paidInvoice(`P-${month}`, `2026-${month}-15`, 12);
  const view = await payer();
  expect(view).toMatchObject({ payerClass: 'ordinary', payerClassName: 'Ordinaire', byHand: false });
  expect(view.reasons.every((reason) => reason.message !== '' && reason.weight !== '')).toBe(true);
  expect(view.source).toContain('aucune donnée d’un tiers');
  expect(view.predictions.map(({ number }) => number)).toEqual(['FA-2026-001', 'FA-2026-002', 'FA-2026-003']);
  const [old, , future] = view.predictions;
  expect(old!.lateProbability).toBe(1);
  expect(future!.lateProbability).toBeGreaterThan(0.9);
  // Due on 15 December, paid twelve days after as always: 27 December is a Sunday.
  expect(future!.predictedOn).toBe('2026-12-28');
});

test('a class said by a person prevails everywhere, is journalled, and can be taken back', async () => {
  const said = await change({ payerClass: 'large-account' });
  expect(said.body).toMatchObject({ payerClass: 'large-account', byHand: true, computedClassName: 'Ordinaire' });
  const classNow = () =>
    store.inTenant(tenantId, async (tx) => (await loadCases(tx, [book.caseId]))[0]!.facts.payerClass);
  expect(await classNow()).toBe('large-account');
  const { items } = (await owner.get<Page<JournalRow>>(`/api/companies/${book.companyId}/journal`)).body;
  expect(items[0]).toMatchObject({ action: 'debtor.changed', payload: { payerClass: 'large-account' } });
  expect((await change({ payerClass: null })).body.byHand).toBe(false);
  expect(await classNow()).toBe('ordinary');
  expect((await change({ payerClass: 'friend' })).body.refusal?.code).toBe('InvalidRequest');
});

test('a credit limit warns when what is owed, due or not, passes it', async () => {
  expect((await payer()).exposure).toMatchObject({ limitCents: null, exposureCents: 250_000, alert: null });
  const { exposure } = (await change({ creditLimitCents: 200_000 })).body;
  expect(exposure).toMatchObject({ limitCents: 200_000, overCents: 50_000 });
  expect(exposure.alert).toContain('dépassé de');
  await makeDebtor(store, tenantId, book.companyId, 'Sans plafond');
  await score();
  expect((await list('?exposure=over')).map((row) => [row.debtorId, row.overCents])).toEqual([[book.debtorId, 50_000]]);
  await change({ creditLimitCents: 250_000 });
  expect(await list('?exposure=over')).toEqual([]);
});

test('customers are listed by what their lateness costs, and by class', async () => {
  const other = await makeDebtor(store, tenantId, book.companyId, 'Autre');
  await store.inTenant(tenantId, (tx) =>
    tx.query('insert into payer_stale (tenant_id, company_id, debtor_id) values ($1, $2, $3)', [
      tenantId,
      book.companyId,
      other,
    ]),
  );
  await score();
  expect((await list()).map((row) => [row.name, row.lateCostCents])).toEqual([
    ['Boulangerie Éléonore', null],
    ['Autre', null],
  ]);
  await settings({ financingRate: '6' });
  // 1 200 € for 51 days and 800 € for 20 days, at 6 %: 12,69 €.
  expect((await list('?class=ordinary'))[0]!.lateCostCents).toBe(12_69);
  expect(await list('?class=at-risk')).toEqual([]);
});

test('what lateness costs opens down to each invoice, and asks for the company’s own rate', async () => {
  const cost = async () => (await owner.get<LateCostView>(at('/late-cost'))).body;
  expect(await cost()).toMatchObject({ rate: null, carryingCents: null, explanation: null, invoices: 2 });
  await settings({ financingRate: '6' });
  const told = await cost();
  expect(told).toMatchObject({ rate: '6', carryingCents: 10_06 + 2_63 });
  expect(told.explanation!.inputs).toHaveLength(2);
  // Reserved by default: penalties and 2 × 40 €, due by law and asked of nobody.
  expect(told.unclaimedCents).toBeGreaterThan(80_00);
});

test('the audit of a company that imported no invoice says what it cannot see, and drafts its clauses', async () => {
  await settings({ paymentTermDays: 75 });
  const audit = (await owner.get<AuditView>(`/api/companies/${book.companyId}/audit`)).body;
  expect(audit).toMatchObject({ checked: 0, unread: 3, faults: [], issuerSizeKnown: false });
  expect(audit.terms.faults.map(({ code }) => code)).toEqual(['TermAboveCap']);
  expect(audit.terms.clauses.length).toBeGreaterThan(0);
  expect(audit.unseen.length).toBeGreaterThan(0);
});
