import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { BankEntry, Readers } from '../../intake/index.ts';
import { newTenant, testStore } from '../../testing/index.ts';
import { importDropped, importPaths } from './index.ts';
import { makeCompany } from './testing/book.ts';

const { store, home } = await testStore();

const ROWS = 3_000;

/** Readers that find a statement of many lines in any file. */
function readersOfMany(): Readers {
  const entries = Array.from(
    { length: ROWS },
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
  const stream = () => Promise.reject(new Error('small'));
  return { prepare: () => undefined, read: async () => read, stream, close: async () => undefined };
}

const known = (tenantId: string) =>
  store.inTenant(tenantId, async (tx) =>
    Number((await tx.arrays<[number]>(`select reltuples from pg_class where oid = 'bank_line'::regclass`))[0]![0]),
  );

/** Customers whose signs wait to be kept for the list of those entered twice. */
const toCompare = (tenantId: string) =>
  store.inTenant(tenantId, async (tx) => (await tx.query('select from debtor_to_compare')).rowCount);

it('lets the database know the size of what large imports have stored, and tidies, from a path and from a screen', async () => {
  const path = join(home, 'releve.xml');
  let stored = 0;
  for (const take of ['path', 'screen'] as const) {
    writeFileSync(path, randomUUID());
    const tenantId = await newTenant(store);
    const companyId = await makeCompany(store, tenantId);
    await store.inTenant(tenantId, (tx) =>
      tx.query(
        `insert into debtor (tenant_id, debtor_id, company_id, name) select $1, gen_random_uuid(), $2, 'Client ' || n from generate_series(1, ${ROWS}) n`,
        [tenantId, companyId],
      ),
    );
    expect(await toCompare(tenantId)).toBe(ROWS);
    const order = { tenantId, companyId, actor: 'cli', today: '2026-11-22' };
    expect(await known(tenantId)).toBeLessThan(stored + ROWS);
    stored += ROWS;
    if (take === 'screen') {
      const dropped = { uploadId: randomUUID(), fileName: 'releve.xml', path };
      await importDropped(store, readersOfMany(), { ...order, mapping: null }, dropped);
    } else {
      const onDone = () => undefined;
      await importPaths(store, readersOfMany(), { ...order, dryRun: false }, [path], { onDone });
    }
    expect(await known(tenantId)).toBeGreaterThanOrEqual(stored);
    expect(await toCompare(tenantId)).toBe(0);
  }
});
