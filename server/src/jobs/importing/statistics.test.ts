import { expect, it } from 'vitest';
import type { BankEntry } from '../../intake/index.ts';
import { newTenant, testStore } from '../../testing/index.ts';
import { importFiles } from './index.ts';
import { makeCompany } from './testing/book.ts';

const { store } = await testStore();

it('lets the database know the size of what a large import has stored', async () => {
  const tenantId = await newTenant(store);
  const companyId = await makeCompany(store, tenantId);
  const entries = Array.from(
    { length: 3_000 },
    (_, n): BankEntry => ({
      on: '2026-11-20',
      amountCents: -100 - n,
      status: 'booked',
      label: `CB ${n}`,
      remittance: [],
    }),
  );
  const iban = 'FR7630006000011234567890189';
  const statements = [{ iban, currency: 'EUR', creditsCents: 0, debitsCents: 0, entries }];
  const read = { file: 'releve', format: 'camt' as const, status: 'read' as const, doubts: [], statements };
  const file = { name: 'releve', bytes: Buffer.from('releve'), mediaType: 'text/plain', read };
  const known = () =>
    store.inTenant(tenantId, async (tx) =>
      Number((await tx.arrays<[number]>(`select reltuples from pg_class where oid = 'bank_line'::regclass`))[0]![0]),
    );
  expect(await known()).toBeLessThan(3_000);
  await importFiles(store, { tenantId, companyId, actor: 'cli', today: '2026-11-22', dryRun: false }, [file]);
  expect(await known()).toBeGreaterThanOrEqual(3_000);
});
