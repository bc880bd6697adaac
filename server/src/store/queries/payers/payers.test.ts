import { randomUUID } from 'node:crypto';
import { addDays, day, formatDay } from '@acquit/law';
import { beforeAll, describe, expect, it } from 'vitest';
import { newTenant, testStore } from '../../../testing/index.ts';
import { loadCases } from '../case-facts.ts';
import { touchCases } from '../touch.ts';
import { loadPayers, loadPeers, markOldPayers, refreshPayer, refreshPayers, setPayerClass } from './index.ts';

const { store } = await testStore();
const ON = day('2026-11-20');
let tenantId: string;
let companyId: string;

beforeAll(async () => {
  tenantId = await newTenant(store);
  companyId = randomUUID();
  await store.inTenant(tenantId, (tx) =>
    tx.query('insert into company (tenant_id, company_id, name) values ($1, $2, $3)', [tenantId, companyId, 'Atelier']),
  );
});

/** A customer whose monthly invoices are paid so many days late, the last due ten days ago; null: still open. */
async function customer(delays: readonly (number | null)[], kind: string | null = 'company') {
  const [debtorId, caseId] = [randomUUID(), randomUUID()];
  await store.inTenant(tenantId, async (tx) => {
    await tx.query('insert into debtor (tenant_id, debtor_id, company_id, name, kind) values ($1, $2, $3, $4, $5)', [
      tenantId,
      debtorId,
      companyId,
      `Client ${debtorId}`,
      kind,
    ]);
    await tx.query(
      `insert into collection_case (tenant_id, case_id, company_id, debtor_id, profile) values ($1, $2, $3, $4, 'business')`,
      [tenantId, caseId, companyId, debtorId],
    );
    for (const [index, delay] of delays.entries()) {
      const dueOn = addDays(ON, -10 - 30 * (delays.length - 1 - index));
      await invoice(tx, {
        caseId,
        number: `F-${index}`,
        dueOn: formatDay(dueOn),
        paidOn: delay === null ? null : formatDay(addDays(dueOn, delay)),
      });
    }
    await touchCases(tx, [caseId], formatDay(ON));
  });
  return { debtorId, caseId };
}

type Tx = Parameters<Parameters<typeof store.inTenant>[1]>[0];

async function invoice(
  tx: Tx,
  one: { caseId: string; number: string; dueOn: string; paidOn: string | null; withoutDay?: boolean; origin?: string },
) {
  const claimId = randomUUID();
  const paid = one.paidOn !== null || one.withoutDay === true;
  await tx.query(
    `insert into claim (tenant_id, claim_id, company_id, case_id, number, kind, issued_on, due_on, total_cents, amount_cents, received_cents, status, settled_on)
     values ($1, $2, $3, $4, $5, 'invoice', $6::date - 30, $6, 50000, 50000, $7, $8, $9)`,
    [
      tenantId,
      claimId,
      companyId,
      one.caseId,
      one.number,
      one.dueOn,
      paid ? 50_000 : 0,
      paid ? 'settled' : 'open',
      paid ? (one.paidOn ?? formatDay(ON)) : null,
    ],
  );
  if (one.paidOn === null) return;
  const receiptId = randomUUID();
  await tx.query(
    `insert into receipt (tenant_id, receipt_id, company_id, case_id, received_on, amount_cents, entered_by, origin) values ($1, $2, $3, $4, $5, 50000, 'test', $6)`,
    [tenantId, receiptId, companyId, one.caseId, one.paidOn, one.origin ?? 'manual'],
  );
  await tx.query(
    'insert into receipt_allocation (tenant_id, receipt_id, claim_id, received_on, amount_cents) values ($1, $2, $3, $4, 50000)',
    [tenantId, receiptId, claimId, one.paidOn],
  );
}

describe('payers', () => {
  it('scores those whose facts changed, and nobody else', async () => {
    const good = await customer([0, 0, -1, 0, 1, 0, 0, 0]);
    const bad = await customer([40, 45, 50, 44, 41, 48]);
    const taken = await store.inTenant(tenantId, (tx) => refreshPayers(tx, companyId, ON, 100));
    expect(taken).toBe(2);
    expect(await store.inTenant(tenantId, (tx) => refreshPayers(tx, companyId, ON, 100))).toBe(0);
    const loaded = await store.inTenant(tenantId, (tx) => loadCases(tx, [good.caseId, bad.caseId]));
    const classOf = (caseId: string) => loaded.find(({ facts }) => facts.caseId === caseId)!.facts.payerClass;
    expect([classOf(good.caseId), classOf(bad.caseId)]).toEqual(['good-payer', 'at-risk']);
    await store.inTenant(tenantId, (tx) => touchCases(tx, [bad.caseId], formatDay(ON)));
    expect(await store.inTenant(tenantId, (tx) => refreshPayers(tx, companyId, ON, 100))).toBe(1);
  });

  it('takes no more than it is asked to', async () => {
    for (let n = 0; n < 5; n++) await customer([0]);
    const taken = () => store.inTenant(tenantId, (tx) => refreshPayers(tx, companyId, ON, 2));
    expect([await taken(), await taken(), await taken(), await taken()]).toEqual([2, 2, 1, 0]);
  });

  it('reads the day the money came, and leaves out what was settled without one', async () => {
    const { debtorId, caseId } = await customer([12, null]);
    await store.inTenant(tenantId, (tx) =>
      invoice(tx, { caseId, number: 'F-L', dueOn: '2026-05-01', paidOn: '2026-05-01', origin: 'list' }),
    );
    await store.inTenant(tenantId, (tx) =>
      invoice(tx, { caseId, number: 'F-X', dueOn: '2026-06-01', paidOn: null, withoutDay: true }),
    );
    const [record] = await store.inTenant(tenantId, (tx) => loadPayers(tx, companyId, [debtorId], ON));
    expect(
      record!.invoices.map(({ dueOn, settledOn }) => [formatDay(dueOn), settledOn && formatDay(settledOn)]),
    ).toEqual([
      ['2026-10-11', '2026-10-23'],
      ['2026-11-10', null],
    ]);
    expect(record).toMatchObject({ group: 'business/small', standing: { billedCents: 200_000 } });
  });

  it('counts kept and broken promises, disputes, part payments and rejects of a year', async () => {
    const { debtorId, caseId } = await customer([0, 0, 0]);
    await store.inTenant(tenantId, async (tx) => {
      const promise = (promisedOn: string, keptOn: string | null, ended: string | null = null) =>
        tx.query(
          `insert into promise (tenant_id, promise_id, company_id, case_id, amount_cents, made_on, promised_on, expected_on, until_on, channel, entered_by, kept_on, ended)
           values ($1, $2, $3, $4, 100, $5, $5, $5, $5, 'phone', 'test', $6, $7)`,
          [tenantId, randomUUID(), companyId, caseId, promisedOn, keptOn, ended],
        );
      await promise('2026-05-01', '2026-05-02');
      await promise('2026-06-01', null);
      await promise('2026-07-01', null, 'withdrawn');
      await promise('2026-12-24', null);
      await promise('2024-01-01', null);
      await tx.query(
        `insert into dispute (tenant_id, dispute_id, company_id, case_id, reason, opened_on, owner, deadline_on, entered_by)
         values ($1, $2, $3, $4, 'price', '2026-08-01', 'Claire', '2026-08-15', 'test')`,
        [tenantId, randomUUID(), companyId, caseId],
      );
    });
    const [record] = await store.inTenant(tenantId, (tx) => loadPayers(tx, companyId, [debtorId], ON));
    expect(record!.events).toEqual({ promisesKept: 1, promisesBroken: 1, disputes: 1, partPayments: 0, rejects: 0 });
  });

  it('lets a person’s word prevail at once, and take it back', async () => {
    const { debtorId, caseId } = await customer([40, 45, 50, 44]);
    const classNow = () => store.inTenant(tenantId, async (tx) => (await loadCases(tx, [caseId]))[0]!.facts.payerClass);
    const say = (payerClass: Parameters<typeof setPayerClass>[2]) =>
      store.inTenant(tenantId, async (tx) => {
        await setPayerClass(tx, debtorId, payerClass);
        await refreshPayer(tx, companyId, debtorId, ON);
      });
    await say('large-account');
    expect(await classNow()).toBe('large-account');
    await say(null);
    expect(await classNow()).toBe('at-risk');
  });

  it('tells the peers from the others of the group, and from all when they are few', async () => {
    const { debtorId } = await customer([3]);
    for (let n = 0; n < 6; n++) await customer(Array.from({ length: 6 }, () => 7));
    await store.inTenant(tenantId, (tx) => refreshPayers(tx, companyId, ON, 100));
    const peers = await store.inTenant(tenantId, (tx) => loadPeers(tx, companyId, 'business/small', debtorId, ON));
    expect(peers).toMatchObject({ group: 'business/small' });
    expect(peers!.invoices).toBeGreaterThanOrEqual(36);
    const large = await store.inTenant(tenantId, (tx) => loadPeers(tx, companyId, 'public/large', debtorId, ON));
    expect(large).toMatchObject({ group: 'all' });
    const other = await newTenant(store);
    expect(await store.inTenant(other, (tx) => loadPeers(tx, companyId, 'business/small', debtorId, ON))).toBeNull();
  });

  it('looks again, in time, at scores that nothing touched', async () => {
    await customer([0]);
    await store.inTenant(tenantId, (tx) => refreshPayers(tx, companyId, ON, 1_000));
    expect(await store.inTenant(tenantId, (tx) => markOldPayers(tx, companyId, addDays(ON, 30)))).toBe(0);
    expect(await store.inTenant(tenantId, (tx) => markOldPayers(tx, companyId, addDays(ON, 31)))).toBeGreaterThan(0);
    expect(
      await store.inTenant(tenantId, (tx) => refreshPayers(tx, companyId, addDays(ON, 31), 1_000)),
    ).toBeGreaterThan(0);
  });
});
