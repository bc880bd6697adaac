import { expect, test } from 'vitest';
import { newTenant, snapshotTenant, testStore } from '../testing/index.ts';
import { LAW_DESCRIPTIONS } from './routes/law.ts';
import { PUSH_DESCRIPTION } from './routes/push.ts';
import { SESSION_ROUTES } from './routes/session.ts';
import { testApp } from './testing/app.ts';
import { before } from './testing/before.ts';
import { everyCall } from './testing/calls.ts';
import { makeNamed } from './testing/named.ts';
import { signedIn } from './testing/people.ts';

const { store, home, asSupervisor } = await testStore();
const app = await testApp(store, home, { portalUrl: new URL('https://factures.example.fr') });

test('every route does its work for its owner, and its answer is what its schema says', async () => {
  const tenantId = await newTenant(store);
  const owner = await signedIn(app, store, tenantId);
  const calls = everyCall(await makeNamed(store, tenantId, owner));
  const of = (wanted: string) => calls.find((one) => one.route === wanted)!.call;
  const send = (wanted: string) => owner.send(of(wanted).method, of(wanted).path, of(wanted).body);
  const book = await snapshotTenant({ asSupervisor }, tenantId);
  for (const { route, endpoint } of calls) {
    const first = before(route);
    if (first !== null) await send(first);
    const answer = await send(route);
    expect([route, answer.status, answer.status === 200 ? '' : answer.text]).toEqual([route, 200, '']);
    // The whole book again for the next, since one route closes what another needs open.
    if (first !== null || endpoint.kind !== 'read') await book.restore();
  }
  expect(app.heard.errors).toEqual([]);
}, 300_000);

test('without a session every route says so, and a changing one without the token too', async () => {
  const tenantId = await newTenant(store);
  const owner = await signedIn(app, store, tenantId);
  const named = await makeNamed(store, tenantId, owner);
  const stranger = app.visitor();
  for (const { endpoint, route, call } of everyCall(named)) {
    const answer = await stranger.send(call.method, call.path, call.body);
    expect([route, answer.status, answer.body.refusal?.code]).toEqual([route, 401, 'SignInNeeded']);
    if (endpoint.kind === 'read') continue;
    const forged = await owner.send(call.method, call.path, call.body, { 'x-csrf-token': 'A'.repeat(43) });
    expect([route, forged.body.refusal?.code]).toEqual([route, 'CsrfTokenNeeded']);
  }
});

test('the description names every route, in OpenAPI 3.1, and its references resolve', async () => {
  const { body } = await app.visitor().get<{
    openapi: string;
    paths: Record<string, Record<string, { summary?: string; description?: string }>>;
    components: { schemas: Record<string, unknown> };
  }>('/api/openapi.json');
  expect(body.openapi).toBe('3.1.0');
  const described = Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const running = [
    ...everyCall({ claimIds: {} } as never).map((one) => one.route),
    ...[...SESSION_ROUTES, ...LAW_DESCRIPTIONS, PUSH_DESCRIPTION].map(
      (one) => `${one.method.toUpperCase()} ${one.path}`,
    ),
  ];
  expect(described.sort()).toEqual(running.sort());
  for (const methods of Object.values(body.paths)) {
    for (const operation of Object.values(methods))
      expect(Boolean(operation.summary && operation.description)).toBe(true);
  }
  const references = JSON.stringify(body).matchAll(/"#\/components\/schemas\/([^"]+)"/g);
  for (const [, name] of references) expect(Object.keys(body.components.schemas)).toContain(name);
  expect(Object.keys(body.components.schemas)).toEqual(
    expect.arrayContaining(['Case', 'Explanation', 'Session', 'Today', 'Refusal']),
  );
});

test('the health check answers without a session', async () => {
  const { status, body } = await app.visitor().get('/healthz');
  expect([status, body]).toEqual([200, { status: 'ok', version: '0.0.0-test' }]);
});
