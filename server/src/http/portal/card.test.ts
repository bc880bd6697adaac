import type { CardAccountView, PortalLinkView, PortalView } from '@acquit/recovery';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { type FakeStripe, fakeStripe } from '../../channels/cards/testing/fake-stripe.ts';
import { followCardPayments } from '../../jobs/index.ts';
import { newTenant, testStore } from '../../testing/index.ts';
import { TODAY, testApp } from '../testing/app.ts';
import { type Book, makeBook } from '../testing/book.ts';
import type { Client } from '../testing/client.ts';
import { signedIn } from '../testing/people.ts';

const { store, home, asSupervisor } = await testStore();
const fake: FakeStripe = await fakeStripe();
afterAll(() => fake.close());
const net = { apiUrl: fake.origin, checkoutOrigin: fake.origin };
const portalUrl = new URL('https://factures.example.fr');
const app = await testApp(store, home, { portalUrl, stripe: net });
const work = { store, net, clock: app.services.clock };

let tenantId = '';
let owner: Client;
let book: Book;

beforeEach(async () => {
  fake.down = false;
  fake.moods = [];
  fake.calls.length = 0;
  fake.sessions.clear();
  tenantId = await newTenant(store);
  owner = await signedIn(app, store, tenantId);
  book = await makeBook(store, tenantId);
  const portal = { enabled: true, validDays: 60, promiseDays: 21, instalments: null };
  const patched = await owner.send('PATCH', `/api/companies/${book.companyId}`, { settings: { portal } });
  expect(patched.status).toBe(200);
  await setMode('live');
  await keys({ secretKey: fake.secretKey, webhookSecret: fake.webhookSecret });
});

const setMode = (mode: 'live' | 'test') =>
  asSupervisor((client) =>
    client.query('update company set mode = $3 where tenant_id = $1 and company_id = $2', [
      tenantId,
      book.companyId,
      mode,
    ]),
  );
const card = (what = '') => `/api/companies/${book.companyId}/card${what}`;
const keys = (body: object) => owner.send<CardAccountView>('PUT', card(), body);
const link = async () =>
  new URL((await owner.post<PortalLinkView>(`/api/cases/${book.caseId}/portal/links`)).body.url).pathname;
const open = (path: string) => fetch(app.url + path, { redirect: 'manual' });
const textOf = async (path: string) => (await open(path)).text();
const pay = (path: string) =>
  fetch(`${app.url}${path}/carte`, { method: 'POST', body: new URLSearchParams(), redirect: 'manual' });
const only = () => {
  expect(fake.sessions.size).toBe(1);
  return [...fake.sessions.values()][0]!;
};
/** What Stripe's own address for the debtor's return is here. */
const returnOf = (session: { success_url: string }) => new URL(session.success_url).pathname;

async function call(event: { body: string; signature: string | null }, path?: string): Promise<number> {
  const { body: view } = await owner.get<CardAccountView>(card());
  const headers: Record<string, string> = event.signature === null ? {} : { 'stripe-signature': event.signature };
  const to = path ?? new URL(view.webhookUrl!).pathname;
  return (await fetch(app.url + to, { method: 'POST', body: event.body, headers })).status;
}
const tell = (type: string, object: Record<string, unknown>) =>
  call(fake.event(type, object, app.services.clock.now()));

const rows = async <T>(sql: string): Promise<T[]> =>
  (await asSupervisor((client) => client.query(sql, [tenantId]))).rows as T[];
const receipts = () =>
  rows<{ amount: string; on: string; method: string; origin: string; reference: string; cancelled: boolean }>(
    `select amount_cents::text as amount, received_on::text as on, method, origin, reference, cancelled_at is not null as cancelled
       from receipt where tenant_id = $1 order by entered_at`,
  );
const openClaims = async () =>
  (
    await rows<{ number: string }>(
      `select number from claim where tenant_id = $1 and status = 'open' and kind <> 'credit-note' order by number`,
    )
  ).map((row) => row.number);
const states = async () =>
  (await rows<{ state: string }>('select state from card_payment where tenant_id = $1 order by created_at')).map(
    (row) => row.state,
  );
const acts = async () => (await owner.get<PortalView>(`/api/cases/${book.caseId}/portal`)).body.acts;
const askNow = () =>
  asSupervisor((client) =>
    client.query('update card_payment set poll_after = now() where tenant_id = $1 and poll_after is not null', [
      tenantId,
    ]),
  );
const follow = async () => {
  await askNow();
  return followCardPayments(work, new AbortController().signal);
};
const NOON = Date.parse(`${TODAY}T11:00:00Z`) / 1000;

describe('the way to the card', () => {
  test('leads to Stripe for the sum of the page, and only this page may lead there', async () => {
    const path = await link();
    const page = await open(`${path}/payer`);
    expect(page.headers.get('content-security-policy')).toContain(`form-action 'self' ${fake.origin}`);
    const home = await open(path);
    expect(home.headers.get('content-security-policy')).toContain("form-action 'self';");
    expect(await home.text()).toContain('par virement, avec un code à scanner, ou par carte');
    expect(await page.text()).toContain('Payer par carte');
    const answer = await pay(path);
    const session = only();
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${fake.origin}/c/pay/${session.id}`]);
    expect([session.amount_total, session.currency]).toEqual([200_000, 'eur']);
    expect(session.success_url).toMatch(/^https:\/\/factures\.example\.fr\/espace\/.{72}\/carte\/[0-9a-f-]{36}$/);
    expect(await states()).toEqual(['created']);
  });

  test('clicked twice, one after the other or at once, it is one visit', async () => {
    const path = await link();
    const answers = await Promise.all([pay(path), pay(path)]);
    const again = await pay(path);
    const { id } = only();
    for (const answer of [...answers.filter((one) => one.status === 303), again])
      expect(answer.headers.get('location')).toBe(`${fake.origin}/c/pay/${id}`);
    expect(answers.some((one) => one.status === 303)).toBe(true);
  });

  test.each([
    [['cut'], 303, ['created']],
    [['cut-answer'], 303, ['created']],
    [['busy', 'busy'], 503, ['in-doubt']],
    [['refuse'], 200, ['refused']],
  ] as const)('Stripe answers %j: %i, and never a second visit', async (moods, status, after) => {
    fake.moods = [...moods];
    const path = await link();
    const answer = await pay(path);
    expect(answer.status).toBe(status);
    expect(await states()).toEqual(after);
    if (status === 503) {
      expect((await pay(path)).status).toBe(303);
      expect(await states()).toEqual(['created']);
    }
    expect(fake.sessions.size).toBe(status === 200 ? 0 : 1);
  });

  test('when the sum has changed meanwhile, the former visit is ended before another is opened', async () => {
    const path = await link();
    await pay(path);
    const { id } = only();
    await owner.post('/api/receipts', {
      caseId: book.caseId,
      receivedOn: TODAY,
      amountCents: 50_000,
      method: 'transfer',
    });
    expect((await pay(path)).status).toBe(303);
    expect(fake.sessions.get(id)!.status).toBe('expired');
    expect([...fake.sessions.values()].map((one) => one.amount_total)).toEqual([200_000, 150_000]);
    expect(await states()).toEqual(['expired', 'created']);
  });

  test('a visit that was paid without our knowing is recorded instead of opening another', async () => {
    const path = await link();
    await pay(path);
    fake.pay(only().id, NOON);
    const answer = await pay(path);
    expect(answer.headers.get('location')).toContain('/recu/');
    expect(fake.sessions.size).toBe(1);
    expect((await receipts()).length).toBe(1);
  });

  test('a preview, a company in test mode and a test key open nothing, and the page says so', async () => {
    const { previewPath } = (await owner.get<PortalView>(`/api/cases/${book.caseId}/portal`)).body;
    expect(await textOf(`${previewPath}/payer`)).toContain('aucune page de paiement ne s’ouvre');
    expect(await (await pay(previewPath)).text()).toContain('Aucun paiement n’est ouvert');
    const path = await link();
    await setMode('test');
    expect(await textOf(`${path}/payer`)).toContain('aucune page de paiement ne s’ouvre');
    expect((await pay(path)).status).toBe(200);
    await setMode('live');
    await keys({ secretKey: 'sk_test_0123456789abcdef' });
    expect(await textOf(`${path}/payer`)).not.toContain('Par carte');
    expect((await pay(path)).status).toBe(200);
    expect([fake.calls, await states()]).toEqual([[], []]);
  });
});

describe('a payment', () => {
  const paid = {
    amount: '200000',
    on: TODAY,
    method: 'card',
    origin: 'card',
    cancelled: false,
  };

  test('is recorded once, whichever of the call and the return comes first, and however often', async () => {
    const path = await link();
    await pay(path);
    const session = only();
    expect(await textOf(returnOf(session))).toContain('en attente de confirmation');
    fake.pay(session.id, NOON);
    const told = () => tell('checkout.session.completed', { id: session.id, client_reference_id: 'x' });
    const first = await Promise.all([told(), open(returnOf(session)), told(), open(returnOf(session))]);
    expect(first.map((one) => (typeof one === 'number' ? one : one.status))).toEqual([200, 303, 200, 303]);
    await told();
    expect(await receipts()).toEqual([{ ...paid, reference: `pi_${session.id.slice(3)}` }]);
    expect(await openClaims()).toEqual(['FA-2026-003']);
    expect((await acts()).map((act) => [act.kind, act.isRead])).toEqual([['card', true]]);
    const receipt = (await open(returnOf(session))).headers.get('location')!;
    expect(await textOf(receipt)).toContain('Votre paiement est reçu');
    expect(await follow()).toBe(0);
  });

  test('of which nobody told is found by asking, on the day in Paris when the card paid', async () => {
    await pay(await link());
    // 23:30 in London on the 19th.
    fake.pay(only().id, Date.parse('2026-11-19T23:30:00Z') / 1000);
    expect(await follow()).toBe(1);
    expect((await receipts()).map((one) => one.on)).toEqual(['2026-11-20']);
    expect(await states()).toEqual(['paid']);
  });

  test('is not lost while Stripe does not answer', async () => {
    const path = await link();
    await pay(path);
    const session = only();
    fake.pay(session.id, NOON);
    fake.down = true;
    expect(await tell('checkout.session.completed', { id: session.id })).toBe(200);
    expect(await textOf(returnOf(session))).toContain('en attente de confirmation');
    expect((await pay(path)).status).toBe(503);
    expect(await receipts()).toEqual([]);
    fake.down = false;
    expect(await follow()).toBe(1);
    expect((await receipts()).length).toBe(1);
  });

  test('that was left is not recorded, and the page says that nothing was taken', async () => {
    const path = await link();
    await pay(path);
    const session = only();
    expect(await textOf(new URL(session.cancel_url).pathname)).toContain('rien n’a été débité');
    fake.expire(session.id);
    expect(await tell('checkout.session.expired', { id: session.id })).toBe(200);
    expect([await receipts(), await states()]).toEqual([[], ['expired']]);
    expect((await pay(path)).status).toBe(303);
    expect(await states()).toEqual(['expired', 'created']);
  });

  test('of an invoice settled meanwhile is received all the same, and a person looks', async () => {
    await pay(await link());
    await owner.post('/api/receipts', {
      caseId: book.caseId,
      receivedOn: TODAY,
      amountCents: 200_000,
      method: 'transfer',
    });
    fake.pay(only().id, NOON);
    await follow();
    expect((await receipts()).map((one) => one.amount)).toEqual(['200000', '200000']);
    expect((await acts()).map((act) => [act.kind, act.isRead])).toEqual([['card', false]]);
  });

  test('of another sum than the one asked for is nobody’s receipt: a person looks, once', async () => {
    await pay(await link());
    const session = only();
    fake.pay(session.id, NOON);
    session.amount_total = 1;
    await follow();
    await open(returnOf(session));
    expect([await receipts(), await states()]).toEqual([[], ['in-doubt']]);
    expect((await acts()).map((act) => [act.kind, act.isRead])).toEqual([['card-back', false]]);
  });

  test('that another key no longer knows is told to a person, once', async () => {
    await pay(await link());
    const session = only();
    fake.sessions.clear();
    await follow();
    await open(returnOf(session));
    expect([await states(), await follow()]).toEqual([['in-doubt'], 0]);
    expect((await acts()).length).toBe(1);
  });
});

describe('money that goes back', () => {
  async function paidSession() {
    await pay(await link());
    const session = only();
    fake.pay(session.id, NOON);
    await follow();
    return { session, payment_intent: `pi_${session.id.slice(3)}` };
  }

  test('a whole refund cancels the receipt and waits for a person; told again it changes nothing', async () => {
    const { session, payment_intent } = await paidSession();
    fake.refund(session.id, 200_000);
    for (let n = 0; n < 2; n += 1) expect(await tell('charge.refunded', { payment_intent })).toBe(200);
    expect((await receipts()).map((one) => one.cancelled)).toEqual([true]);
    expect((await openClaims()).length).toBe(3);
    const [back] = (await acts()).filter((act) => act.kind === 'card-back');
    expect([back!.isRead, back!.effect]).toEqual([false, expect.stringContaining('remboursé en entier')]);
    expect((await acts()).length).toBe(2);
  });

  test('a part given back leaves the receipt and waits for a person', async () => {
    const { session, payment_intent } = await paidSession();
    fake.refund(session.id, 5_000);
    await tell('charge.refunded', { payment_intent });
    expect((await receipts()).map((one) => one.cancelled)).toEqual([false]);
    expect((await acts()).filter((act) => act.kind === 'card-back').length).toBe(1);
  });

  test('a contested payment waits for a person; lost, its receipt is cancelled', async () => {
    const { session, payment_intent } = await paidSession();
    fake.dispute(session.id);
    await tell('charge.dispute.created', { id: 'dp_1', payment_intent });
    expect((await receipts()).map((one) => one.cancelled)).toEqual([false]);
    for (let n = 0; n < 2; n += 1) await tell('charge.dispute.closed', { id: 'dp_1', payment_intent, status: 'lost' });
    expect((await receipts()).map((one) => one.cancelled)).toEqual([true]);
    expect((await acts()).filter((act) => act.kind === 'card-back').length).toBe(2);
  });

  test('news of a refund that comes before those of the payment brings both', async () => {
    await pay(await link());
    const session = only();
    fake.pay(session.id, NOON);
    fake.refund(session.id, 200_000);
    await tell('charge.refunded', { payment_intent: `pi_${session.id.slice(3)}` });
    expect((await receipts()).map((one) => one.cancelled)).toEqual([true]);
  });

  test('the debtor does not read it among what he said', async () => {
    const { session, payment_intent } = await paidSession();
    fake.refund(session.id, 200_000);
    await tell('charge.refunded', { payment_intent });
    const html = await textOf(await link());
    expect(html.match(/\/recu\//g)!.length).toBe(1);
  });
});

describe('the address that Stripe calls', () => {
  test('takes nothing that Stripe did not sign, and tells nothing', async () => {
    const event = fake.event('checkout.session.completed', { id: 'cs_live_1' }, app.services.clock.now());
    expect(await call({ ...event, signature: null })).toBe(400);
    expect(await call({ ...event, body: `${event.body} ` })).toBe(400);
    expect(await call(event, '/espace/stripe/unknown')).toBe(400);
    const old = fake.event('checkout.session.completed', {}, app.services.clock.now() - 600_000);
    expect(await call(old)).toBe(400);
    expect(await tell('customer.created', { id: 'cus_1' })).toBe(200);
    expect(fake.calls).toEqual([]);
  });

  test('of one company does not reach the payments of another, even signed', async () => {
    await pay(await link());
    const session = only();
    fake.pay(session.id, NOON);
    const theirs = await newTenant(store);
    const stranger = await signedIn(app, store, theirs);
    const other = await makeBook(store, theirs);
    const saved = await stranger.send<CardAccountView>('PUT', `/api/companies/${other.companyId}/card`, {
      secretKey: fake.secretKey,
      webhookSecret: fake.webhookSecret,
    });
    const event = fake.event('checkout.session.completed', { id: session.id }, app.services.clock.now());
    expect(await call(event, new URL(saved.body.webhookUrl!).pathname)).toBe(200);
    expect(await states()).toEqual(['created']);
  });
});

describe('the settings', () => {
  test('say what is missing, keep the secrets, and try the key', async () => {
    const { body } = await owner.get<CardAccountView>(card());
    expect(body).toMatchObject({
      keyMode: 'live',
      keyEnd: 'EFGH',
      enabled: true,
      hasWebhookSecret: true,
      offered: true,
    });
    expect(body.webhookUrl).toMatch(/^https:\/\/factures\.example\.fr\/espace\/stripe\/[\w-]{64}$/);
    expect((await owner.post<{ ok: boolean; message: string }>(card('/test'))).body).toMatchObject({
      ok: true,
      message: expect.stringContaining('vrais paiements'),
    });
    expect((await keys({ secretKey: 'pk_live_0123456789' })).status).toBe(422);
    const replaced = await keys({ secretKey: 'sk_test_0123456789' });
    expect(replaced.body).toMatchObject({ keyMode: 'test', hasWebhookSecret: false, offered: false });
    const [row] = await rows<{ sealed: Buffer }>(
      'select secrets_sealed as sealed from card_account where tenant_id = $1',
    );
    expect(row!.sealed.toString('latin1')).not.toContain('sk_test');
    const told = await rows<{ text: string }>(
      `select p::text as text from journal_entry p where tenant_id = $1 and action = 'card.changed'`,
    );
    expect(told.length).toBeGreaterThan(0);
    for (const { text } of told) expect(text).not.toContain('0123456789');
  });

  test('stopped, the card is offered no longer and what was begun is still received', async () => {
    const path = await link();
    await pay(path);
    await owner.post(card('/off'));
    expect(await textOf(`${path}/payer`)).not.toContain('Par carte');
    fake.pay(only().id, NOON);
    await follow();
    expect((await receipts()).length).toBe(1);
  });
});
