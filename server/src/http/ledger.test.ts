import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LedgerRow, LedgerView } from '@acquit/recovery';
import { read, utils } from '@e965/xlsx';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tidyTenant } from '../store/index.ts';
import { newTenant, testStore } from '../testing/index.ts';
import { TODAY, testApp } from './testing/app.ts';
import { makeBook } from './testing/book.ts';
import { signedIn } from './testing/people.ts';

const { store, home, asSupervisor } = await testStore();
const app = await testApp(store, home);
const tenantId = await newTenant(store);
const owner = await signedIn(app, store, tenantId);
const { companyId, caseId, claimIds } = await makeBook(store, tenantId, { debtorName: '=CMD() Étoile du Nord' });
const second = await makeBook(store, tenantId, { companyId, debtorName: 'Menuiserie Brun', prefix: 'MB' });

/** 300 lines of every state and kind, with equal dates and sums, some without a date, in both cases. */
await store.inTenant(tenantId, async (tx) => {
  await tx.query(
    `insert into claim (tenant_id, claim_id, company_id, case_id, number, kind, status, issued_on, due_on, total_cents, amount_cents, received_cents)
     select $1, gen_random_uuid(), $2, case when n % 2 = 0 then $3::uuid else $4::uuid end, 'X-' || lpad(n::text, 4, '0'),
            case when n % 11 = 0 then 'credit-note' else 'invoice' end,
            case when n % 19 = 0 and n % 11 <> 0 then 'irrecoverable' else (array['open', 'open', 'settled', 'open', 'cancelled', 'not-ours'])[1 + n % 6] end,
            case when n % 13 = 0 then null else date '2026-08-01' + n % 40 end, case when n % 7 = 0 then null else date '2026-09-20' + n % 90 end,
            (n % 17) * 1000, (n % 17) * 1000, case when n % 5 = 0 then (n % 17) * 300 else 0 end
       from generate_series(1, 300) n`,
    [tenantId, companyId, caseId, second.caseId],
  );
  await tx.query(
    `insert into claim_hold (tenant_id, hold_id, claim_id, case_id, kind, reason, since_on, until_on, ended_at)
     values ($1, gen_random_uuid(), $2, $3, 'payment-announced', 'Paiement annoncé par le client.', '2026-11-01', null, null),
            ($1, gen_random_uuid(), $4, $3, 'payment-announced', 'Passée.', '2026-11-01', '2026-11-05', null),
            ($1, gen_random_uuid(), $4, $3, 'payment-announced', 'Levée.', '2026-11-01', null, now())`,
    [tenantId, claimIds.old, caseId, claimIds.recent],
  );
});

const path = `/api/companies/${companyId}/ledger`;

async function walk(query: string): Promise<{ rows: LedgerRow[]; totals: LedgerView['totals'] }> {
  const rows: LedgerRow[] = [];
  for (let cursor = ''; ; ) {
    const { status, body } = await owner.get<LedgerView>(`${path}?${query}${cursor}`);
    expect(status).toBe(200);
    expect(body.items.length).toBeLessThanOrEqual(50);
    rows.push(...body.items);
    if (body.nextCursor === null) return { rows, totals: body.totals };
    cursor = `&cursor=${body.nextCursor}`;
  }
}

const { rows: everything } = await walk('');

const isCredit = (row: LedgerRow) => row.kindName === 'Avoir';
const KEEPS: Record<string, (row: LedgerRow) => boolean> = {
  '': () => true,
  'state=open': (row) => row.status === 'open' && !isCredit(row),
  'state=late': (row) => row.status === 'open' && !isCredit(row) && row.dueOn !== null && row.dueOn < TODAY,
  'state=settled': (row) => row.status === 'settled' && !isCredit(row),
  'state=cancelled': (row) => row.status === 'cancelled' || row.status === 'not-ours',
  'state=credit-note': (row) => isCredit(row) && (row.status === 'open' || row.status === 'settled'),
  'state=irrecoverable': (row) => row.status === 'irrecoverable',
  'state=held': (row) => row.claimId === claimIds.old,
  'dueFrom=2026-10-01&dueTo=2026-10-31': (row) =>
    row.dueOn !== null && row.dueOn >= '2026-10-01' && row.dueOn <= '2026-10-31',
  'minCents=5000&maxCents=9000': (row) => Math.abs(row.amountCents) >= 5000 && Math.abs(row.amountCents) <= 9000,
  'q=menuis': (row) => row.debtorName === 'Menuiserie Brun',
  'q=x-00': (row) => row.number.startsWith('X-00') || row.number.startsWith('x-00'),
  'q=brun&state=open&minCents=1': (row) =>
    row.debtorName === 'Menuiserie Brun' && row.status === 'open' && !isCredit(row) && row.amountCents > 0,
};

test('everything is there once, credit notes below zero, late and held said where they stand', () => {
  expect(everything).toHaveLength(306);
  expect(new Set(everything.map((row) => row.claimId)).size).toBe(306);
  expect(everything.filter(isCredit).length).toBe(27);
  expect(everything.filter((row) => isCredit(row) && row.amountCents > 0)).toEqual([]);
  expect(everything.find((row) => row.claimId === claimIds.old)).toMatchObject({
    number: 'FA-2026-001',
    hold: 'Paiement annoncé par le client.',
    daysLate: 51,
    openCents: 120_000,
  });
  expect(everything.filter((row) => row.hold !== null)).toHaveLength(1);
});

test.each(Object.entries(KEEPS))('the filter « %s » keeps what it says, with its totals', async (query, keeps) => {
  const wanted = everything.filter(keeps);
  expect(wanted.length).toBeGreaterThan(0);
  for (const sort of ['due', 'amount', 'recent', 'debtor']) {
    // The search of a number is case-sensitive, as the numbers themselves are.
    const { rows, totals } = await walk(`${query.replace('x-00', 'X-00')}&sort=${sort}`);
    expect(rows.map((row) => row.claimId).sort()).toEqual(wanted.map((row) => row.claimId).sort());
    expect(totals).toEqual({
      rows: wanted.length,
      amountCents: wanted.reduce((sum, row) => sum + row.amountCents, 0),
      openCents: wanted.reduce((sum, row) => sum + row.openCents, 0),
      lateCents: wanted.filter((row) => KEEPS['state=late']!(row)).reduce((sum, row) => sum + row.openCents, 0),
      partial: false,
    });
  }
});

test('amounts cut anywhere sum to what their lines do, to the cent, before and after the sums are folded', async () => {
  const sums = async (min: number | null, max: number | null) => {
    const { body } = await owner.get<LedgerView>(
      `${path}?${min === null ? '' : `minCents=${min}`}${max === null ? '' : `&maxCents=${max}`}`,
    );
    return { ...body.totals };
  };
  const cuts = fc.oneof(
    fc.constant(null),
    fc.nat(20_000),
    fc.constantFrom(0, 1, 999, 1000, 1001, 9_999, 10_000, 10_001),
  );
  const agree = fc.asyncProperty(cuts, cuts, async (min, max) => {
    const kept = everything.filter((row) => {
      const cents = Math.abs(row.amountCents);
      return cents >= (min ?? 0) && cents <= (max ?? Number.POSITIVE_INFINITY);
    });
    expect(await sums(min, max)).toMatchObject({
      rows: kept.length,
      amountCents: kept.reduce((sum, row) => sum + row.amountCents, 0),
      openCents: kept.reduce((sum, row) => sum + row.openCents, 0),
    });
  });
  await fc.assert(agree, { numRuns: 40 });
  await store.inTenant(tenantId, tidyTenant);
  await fc.assert(agree, { numRuns: 20 });
});

const BY: Record<string, (row: LedgerRow) => string | number> = {
  due: (row) => row.dueOn ?? '9999',
  amount: (row) => -Math.abs(row.amountCents),
  recent: (row) => (row.issuedOn === null ? 1 : -Date.parse(row.issuedOn)),
  debtor: (row) => `${row.debtorName === 'Menuiserie Brun' ? 'm' : '='} ${row.dueOn ?? '9999'}`,
};

test.each(Object.entries(BY))('by %s, the lines come in order whatever the page', async (sort, key) => {
  const keys = (await walk(`sort=${sort}`)).rows.map(key);
  expect(keys).toEqual([...keys].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
});

test('a cursor that is none, a day that is none and a foreign company are answered as such', async () => {
  for (const cursor of ['x', 'W10', Buffer.from('["\u0000","x"]').toString('base64url')])
    expect((await owner.get<LedgerView>(`${path}?cursor=${cursor}`)).body.items).toHaveLength(50);
  expect((await owner.get(`${path}?dueFrom=2026-02-30`)).body.refusal?.code).toBe('InvalidRequest');
  expect((await owner.get(`/api/companies/${caseId}/ledger`)).body.refusal?.code).toBe('NotFound');
});

test('the export has every line of the filter, as texts, numbers and days, and leaves nothing behind', async () => {
  const csv = await owner.get(`${path}/export?format=csv&state=late`);
  expect(csv.headers.get('content-disposition')).toContain("filename*=UTF-8''Grand%20livre%20clients");
  const lines = csv.text.trimEnd().split('\r\n');
  const late = everything.filter(KEEPS['state=late']!);
  expect(lines).toHaveLength(late.length + 1);
  expect(lines.some((line) => line.startsWith('"\'=CMD() Étoile du Nord";') || line.startsWith("'=CMD()"))).toBe(true);
  expect(csv.text).toContain(';1200,00;');

  const response = await fetch(`${app.url}${path}/export?format=xlsx`, { headers: { cookie: owner.cookie } });
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(bytes.length).toBe(Number(response.headers.get('content-length')));
  const sheet = read(bytes).Sheets['Grand livre clients']!;
  const back = utils.sheet_to_json<Record<string, unknown>>(sheet);
  expect(back).toHaveLength(everything.length);
  const cents = back.reduce((sum, row) => sum + Math.round(100 * Number(row['Reste dû'])), 0);
  expect(cents).toBe(everything.reduce((sum, row) => sum + row.openCents, 0));
  expect(Object.entries(sheet).filter(([at, cell]) => !at.startsWith('!') && cell.f !== undefined)).toEqual([]);
  await expect.poll(() => readdirSync(join(home, 'uploads', tenantId))).toEqual([]);
});

test('a search too broad to be read is cut and says so, and its export is whole', async () => {
  const book = await makeBook(store, tenantId, { companyName: 'Grande maison', debtorName: 'Seul' });
  await store.inTenant(tenantId, (tx) =>
    tx.query(
      `with made as (
         insert into debtor (tenant_id, debtor_id, company_id, name) select $1, gen_random_uuid(), $2, 'Client ' || n from generate_series(1, 1003) n
         returning debtor_id),
       opened as (
         insert into collection_case (tenant_id, case_id, company_id, debtor_id, profile) select $1, gen_random_uuid(), $2, debtor_id, 'business' from made
         returning case_id)
       insert into claim (tenant_id, claim_id, company_id, case_id, number, kind, due_on, total_cents, amount_cents)
       select $1, gen_random_uuid(), $2, case_id, 'L-1', 'invoice', '2026-10-01', 100, 100 from opened`,
      [tenantId, book.companyId],
    ),
  );
  // As the server's own housekeeping does within a minute; a plan made without statistics is another matter.
  await asSupervisor((client) => client.query('analyze'));
  const large = `/api/companies/${book.companyId}/ledger`;
  const { body } = await owner.get<LedgerView>(`${large}?q=client`);
  expect(body.totals).toMatchObject({ rows: 1000, openCents: 100_000, partial: true });
  expect((await owner.get<LedgerView>(large)).body.totals).toMatchObject({ rows: 1006, partial: false });
  expect((await owner.get(`${large}/export?format=csv&q=client`)).text.trimEnd().split('\r\n')).toHaveLength(1004);
});
