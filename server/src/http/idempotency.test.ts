import { randomUUID } from 'node:crypto';
import type { CompanyView, ReceiptView } from '@acquit/recovery';
import { expect, test } from 'vitest';
import { newTenant, snapshotTenant, testStore } from '../testing/index.ts';
import { testApp } from './testing/app.ts';
import { before } from './testing/before.ts';
import { makeBook } from './testing/book.ts';
import { everyCall } from './testing/calls.ts';
import { makeNamed } from './testing/named.ts';
import { signedIn } from './testing/people.ts';

const { store, home, asSupervisor } = await testStore();
/** Under a public name, without which a debtor's page has no link. */
const PUBLISHED = { portalUrl: new URL('https://factures.example.fr') };
// Two servers on one database: the guard must hold across processes, where no memory is shared.
const [app, other] = [await testApp(store, home, PUBLISHED), await testApp(store, home, PUBLISHED)];

async function setUp() {
  const tenantId = await newTenant(store);
  const owner = await signedIn(app, store, tenantId);
  const elsewhere = other.visitor();
  Object.assign(elsewhere, { cookie: owner.cookie, csrf: owner.csrf });
  return { tenantId, owner, elsewhere };
}

// The oldest organisation of the installation: it alone may change what all share, such as the files of courts.
const oldest = await setUp();

async function count(table: string, tenantId: string): Promise<number> {
  const { rows } = await asSupervisor((client) =>
    client.query<{ n: number }>(`select count(*)::int as n from ${table} where tenant_id = $1`, [tenantId]),
  );
  return rows[0]!.n;
}

test('fifty requests with one key, on two servers at once, act once and give one answer', async () => {
  const { tenantId, owner, elsewhere } = await setUp();
  const book = await makeBook(store, tenantId);
  const headers = { 'idempotency-key': randomUUID() };
  const body = {
    caseId: book.caseId,
    receivedOn: '2026-11-20',
    amountCents: 150_000,
    method: 'transfer',
    reference: 'VIR 42',
  };
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, n) => (n % 2 ? owner : elsewhere).post<ReceiptView>('/api/receipts', body, headers)),
  );
  expect(new Set(answers.map((one) => `${one.status} ${one.text}`)).size).toBe(1);
  expect(answers[0]!.status).toBe(200);
  expect(await count('receipt', tenantId)).toBe(1);
  const { rows } = await asSupervisor((client) =>
    client.query<{ cents: bigint }>('select sum(received_cents)::int as cents from claim where tenant_id = $1', [
      tenantId,
    ]),
  );
  expect(rows[0]).toEqual({ cents: 150_000 });
});

test('the same key for another body, another place or another route is refused, and does nothing', async () => {
  const { tenantId, owner } = await setUp();
  const headers = { 'idempotency-key': randomUUID() };
  expect((await owner.post<CompanyView>('/api/companies', { name: 'Une' }, headers)).status).toBe(200);
  for (const [path, body] of [
    ['/api/companies', { name: 'Deux' }],
    ['/api/demo', {}],
    ['/api/companies/imports/preview', undefined],
  ] as const) {
    const answer = await owner.post(path, body, headers);
    expect([path, answer.status, answer.body.refusal?.code]).toEqual([path, 409, 'IdempotencyKeyReused']);
  }
  expect(await count('company', tenantId)).toBe(1);
});

test('a refused act leaves its key free: corrected, it may be sent again', async () => {
  const { tenantId, owner } = await setUp();
  const book = await makeBook(store, tenantId);
  const headers = { 'idempotency-key': randomUUID() };
  const pause = (until: string) => owner.post(`/api/cases/${book.caseId}/pause`, { until, reason: 'Litige' }, headers);
  expect((await pause('2026-01-01')).body.refusal?.code).toBe('DateInThePast');
  expect(await count('idempotency', tenantId)).toBe(0);
  expect((await pause('2026-12-01')).status).toBe(200);
  expect((await pause('2026-12-01')).status).toBe(200);
  expect((await pause('2026-12-02')).body.refusal?.code).toBe('IdempotencyKeyReused');
});

test('keys are each organisation’s own, and must look like keys', async () => {
  const [one, two] = [await setUp(), await setUp()];
  const headers = { 'idempotency-key': randomUUID() };
  const names = [
    await one.owner.post<CompanyView>('/api/companies', { name: 'Une' }, headers),
    await two.owner.post<CompanyView>('/api/companies', { name: 'Deux' }, headers),
  ];
  expect(names.map((answer) => answer.body.name)).toEqual(['Une', 'Deux']);
  for (const key of ['court', 'x'.repeat(201), 'avec espace']) {
    expect(
      (await one.owner.post('/api/companies', { name: 'Trois' }, { 'idempotency-key': key })).body.refusal?.code,
    ).toBe('InvalidRequest');
  }
});

test('every changing route: same key five times at once, one effect and one answer', async () => {
  const { tenantId, owner } = oldest;
  const calls = everyCall(await makeNamed(store, tenantId, owner));
  const of = (wanted: string) => calls.find((one) => one.route === wanted)!.call;
  const routes = calls.filter(({ endpoint }) => endpoint.kind !== 'read');
  expect(routes.length).toBeGreaterThan(15);
  // The same file of courts again would change nothing.
  const book = await snapshotTenant({ asSupervisor }, tenantId, ['court_file']);
  for (const { route } of routes) {
    const first = before(route);
    const prepare = async () => {
      await book.restore();
      if (first !== null) await owner.send(of(first).method, of(first).path, of(first).body);
      return count('journal_entry', tenantId);
    };
    const { method, path, body } = of(route);
    const known = await prepare();
    const once = await owner.send(method, path, body, { 'idempotency-key': `${randomUUID()}` });
    const effect = (await count('journal_entry', tenantId)) - known;
    expect([route, once.status]).toEqual([route, 200]);

    const start = await prepare();
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => owner.send(method, path, body, { 'idempotency-key': key })),
    );
    expect([route, new Set(answers.map((one) => `${one.status} ${one.text}`)).size, answers[0]!.status]).toEqual([
      route,
      1,
      200,
    ]);
    expect([route, (await count('journal_entry', tenantId)) - start]).toEqual([route, effect]);
  }
}, 300_000);
