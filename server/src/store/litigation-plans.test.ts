import { randomUUID } from 'node:crypto';
import { day } from '@acquit/law';
import { beforeAll, expect, test } from 'vitest';
import { newTenant, testStore } from '../testing/index.ts';
import { listDeadlines, listLimitations, listProcedures, type Tx } from './index.ts';

const { store, asSupervisor } = await testStore();
const companyId = randomUUID();
let tenantId = '';

const CLAIMS = 20_000;
const PROCEDURES = 2_000;
const DATES_EACH = 10;
const on = day('2026-11-22');

/** A book in court whose tables were looked at once they had grown, as large work does before it gives the hand back. */
beforeAll(async () => {
  tenantId = await newTenant(store);
  await asSupervisor(async (client) => {
    await client.query('set session_replication_role = replica');
    const plant = (text: string) => client.query(text, [tenantId, companyId]);
    await plant(`insert into debtor (tenant_id, debtor_id, company_id, name, kind)
      select $1, md5('d' || g)::uuid, $2, 'Client ' || g, 'company' from generate_series(1, ${PROCEDURES}) g`);
    await plant(`insert into collection_case (tenant_id, case_id, company_id, debtor_id, profile, limitation_stale)
      select $1, md5('c' || g)::uuid, $2, md5('d' || g)::uuid, 'business', false from generate_series(1, ${PROCEDURES}) g`);
    await plant(`insert into claim (tenant_id, claim_id, company_id, case_id, number, kind, due_on, total_cents, amount_cents)
      select $1, md5('k' || g)::uuid, $2, md5('c' || (1 + g % ${PROCEDURES}))::uuid, 'F-' || g, 'invoice', date '2022-01-01' + g % 1500, 100, 100
        from generate_series(1, ${CLAIMS}) g`);
    await plant(`insert into claim_limitation (tenant_id, claim_id, company_id, expires_on, computed_on)
      select $1, md5('k' || g)::uuid, $2, date '2027-01-01' + g % 1500, '2026-11-22' from generate_series(1, ${CLAIMS}) g`);
    await plant(`insert into procedure (tenant_id, procedure_id, company_id, case_id, kind, claim_kind, amount_cents, opened_on, entered_by, state, computed_on)
      select $1, md5('p' || g)::uuid, $2, md5('c' || g)::uuid, (array['injonction-de-payer', 'assignation'])[1 + g % 2], 'other', 100,
             date '2026-01-01' + g % 300, 'test', 'draft', '2026-11-22' from generate_series(1, ${PROCEDURES}) g`);
    await plant(`insert into procedure_deadline (tenant_id, procedure_id, n, company_id, what, label, started_by, started_on, before_on, whose, effect, article, confidence, status)
      select $1, md5('p' || g)::uuid, n, $2, 'd' || n, 'x', 'y', '2026-10-01', date '2026-11-01' + (g + n * 20) % 400, 'ours', 'e', 'a', 'A', 'open'
        from generate_series(1, ${PROCEDURES}) g, generate_series(1, ${DATES_EACH}) n`);
  });
  await store.inTenant(tenantId, (tx) => tx.query('select gather_missing_statistics()'));
});

interface Node {
  'Node Type': string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Join Filter'?: number;
  Plans?: Node[];
}

/** Rows that a plan looked at, those it threw away included. */
function looked(node: Node): number {
  const { 'Actual Rows': rows, 'Actual Loops': loops, Plans = [] } = node;
  const thrown = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Join Filter'] ?? 0);
  const own = /Scan/.test(node['Node Type']) ? rows + thrown : (node['Rows Removed by Join Filter'] ?? 0);
  return own * loops + Plans.reduce((sum, plan) => sum + looked(plan), 0);
}

/** How many rows the first statement of a list looks at. */
async function lookedAt(list: (tx: Tx) => Promise<unknown>): Promise<number> {
  return store.inTenant(tenantId, async (tx) => {
    const asked: [string, unknown[]][] = [];
    const spy = new Proxy(tx, {
      get(target, key) {
        if (key !== 'query') return Reflect.get(target, key);
        return (text: string, values: unknown[]) => {
          asked.push([text, values]);
          return target.query(text, values);
        };
      },
    });
    await list(spy);
    const [text, values] = asked[0]!;
    const { rows } = await tx.query<{ 'QUERY PLAN': { Plan: Node }[] }>(
      `explain (analyze, timing off, format json) ${text}`,
      values,
    );
    return looked(rows[0]!['QUERY PLAN'][0]!.Plan);
  });
}

test('a page of the radar reads its own lines of a book, each by its key', async () => {
  const page = (tx: Tx) => listLimitations(tx, companyId, { filter: 'all', on, cursor: undefined });
  expect(await lookedAt(page)).toBeLessThan(1_000);
});

test('the dates to come are read in their order, and no further than the answer goes', async () => {
  const dates = (tx: Tx) => listDeadlines(tx, companyId, { from: on, days: 90, whose: 'ours' });
  expect(await lookedAt(dates)).toBeLessThan(PROCEDURES * DATES_EACH);
});

test('procedures of one kind are read by it', async () => {
  const page = (tx: Tx) => listProcedures(tx, { companyId, filter: 'running', kind: 'assignation' }, undefined);
  expect(await lookedAt(page)).toBeLessThan(2_000);
});
