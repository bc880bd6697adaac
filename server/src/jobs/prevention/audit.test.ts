import { day } from '@acquit/law';
import { expect, test } from 'vitest';
import type { InvoiceDocument } from '../../intake/index.ts';
import { auditCustomer } from '../../store/index.ts';
import { testStore } from '../../testing/index.ts';
import { openDesk, TODAY } from '../importing/testing/desk.ts';
import { auditCompany } from './index.ts';

const { store } = await testStore();

const invoice = (number: string, change: Partial<InvoiceDocument> = {}) => ({
  format: 'cii' as const,
  document: {
    kind: 'invoice',
    effect: 'owed',
    number,
    issuedOn: '2026-09-15',
    dueOn: '2026-10-15',
    currency: 'EUR',
    totalCents: 120_000,
    dueCents: 120_000,
    seller: { name: 'Société d’essai' },
    buyer: { name: 'Menuiserie Vallier', legalId: '552100554' },
    iban: [],
    bic: [],
    paymentMeansCodes: [],
    precedingInvoices: [],
    notes: [],
    lines: 1,
    ...change,
  } satisfies InvoiceDocument,
});

const COMPLETE = [
  { subject: 'PMD', text: 'Pénalités de retard : trois fois le taux de l’intérêt légal.' },
  { subject: 'PMT', text: 'Indemnité forfaitaire pour frais de recouvrement : 40 €.' },
  { subject: 'AAB', text: 'Pas d’escompte.' },
];

test('each imported invoice is checked once, counted by fault, and told with its article and its clause', async () => {
  const desk = await openDesk(store);
  await desk.take(invoice('A-1'));
  await desk.take(invoice('A-2', { notes: COMPLETE.slice(1) }));
  await desk.take(invoice('A-3', { notes: COMPLETE }));
  await desk.take(invoice('A-4', { notes: COMPLETE, dueOn: '2026-12-31' }));
  await desk.take(invoice('AV-1', { kind: 'credit-note', effect: 'reduces' }));
  const order = { tenantId: desk.tenantId, companyId: desk.companyId, on: day(TODAY) };
  const audit = await auditCompany(store, order);
  expect(audit).toMatchObject({ checked: 4, faultless: 1 });
  expect(
    audit.faults.map(({ problem, mention, invoices, totalCents }) => [`${problem}/${mention}`, invoices, totalCents]),
  ).toEqual([
    ['missing/penalty-rate', 2, 240_000],
    ['missing/discount', 1, 120_000],
    ['missing/fixed-indemnity', 1, 120_000],
    ['wrong/due-date', 1, 120_000],
  ]);
  for (const fault of audit.faults) {
    expect(fault.article).not.toBeNull();
    expect(fault.examples[0]).toMatchObject({ debtorName: 'Menuiserie Vallier' });
  }
  expect(audit.faults[2]!.suggestion).toContain('40,00');
  // The same file twice is one invoice.
  await desk.take(invoice('A-1'));
  expect((await auditCompany(store, order)).checked).toBe(4);
});

test('an invoice is checked again when the customer’s nature or the size of the company is told', async () => {
  const desk = await openDesk(store);
  await desk.take(invoice('B-1', { notes: COMPLETE, buyer: { name: 'Jeanne Martin', legalId: '552100554' } }));
  const order = { tenantId: desk.tenantId, companyId: desk.companyId, on: day(TODAY) };
  const codes = async () =>
    (await auditCompany(store, order)).faults.map(({ problem, mention }) => `${problem}/${mention}`);
  expect(await codes()).toEqual([]);
  await store.inTenant(desk.tenantId, async (tx) => {
    const [row] = await tx.arrays<[string]>('update debtor set kind = $2 where tenant_id = $1 returning debtor_id', [
      tx.tenantId,
      'consumer',
    ]);
    await auditCustomer(tx, desk.companyId, row![0]);
  });
  expect(await codes()).toEqual(['forbidden/fixed-indemnity', 'forbidden/penalty-rate']);
  await store.inTenant(desk.tenantId, async (tx) => {
    const [row] = await tx.arrays<[string]>('update debtor set kind = $2 where tenant_id = $1 returning debtor_id', [
      tx.tenantId,
      'company',
    ]);
    await auditCustomer(tx, desk.companyId, row![0]);
    await tx.query(`update company set settings = settings || '{"issuerSize": "large"}' where tenant_id = $1`, [
      tx.tenantId,
    ]);
  });
  // A large company prints the SIREN of its customer since 1 September 2026: this invoice bears it.
  expect(await codes()).toEqual([]);
  await desk.take(invoice('B-2', { notes: COMPLETE, buyer: { name: 'Jeanne Martin' } }));
  expect((await auditCompany(store, order)).issuerSizeKnown).toBe(true);
});
