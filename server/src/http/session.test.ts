import { setTimeout as pause } from 'node:timers/promises';
import type { SessionView } from '@acquit/recovery';
import { expect, test } from 'vitest';
import { changePassword } from '../store/index.ts';
import { testStore } from '../testing/index.ts';
import { TODAY, testApp } from './testing/app.ts';

const { store, home, asSupervisor } = await testStore();
const app = await testApp(store, home);

const EMAIL = 'claire@example.fr';
const PASSWORD = 'une phrase bien à moi';

test('of many first users at once one is made; then nobody else can be', async () => {
  expect((await app.visitor().get<SessionView>('/api/session')).body).toMatchObject({
    state: 'needs-first-user',
    today: TODAY,
    companies: [],
  });
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, n) =>
      app.visitor().post<SessionView>('/api/first-user', {
        name: 'Claire',
        email: n === 0 ? EMAIL : `c${n}@example.fr`,
        password: PASSWORD,
      }),
    ),
  );
  expect(answers.map((one) => one.status).sort()).toEqual([200, ...Array(7).fill(409)]);
  const { rows } = await asSupervisor((client) =>
    client.query('select (select count(*)::int from app_user) as users, (select count(*)::int from tenant) as tenants'),
  );
  expect(rows[0]).toEqual({ users: 1, tenants: 1 });
  const winner = answers.find((one) => one.status === 200)!;
  await asSupervisor((client) => client.query('update app_user set email = $1', [EMAIL]));
  expect(winner.body.state).toBe('signed-in');
  expect((await app.visitor().get<SessionView>('/api/session')).body.state).toBe('anonymous');
  expect(
    (await app.visitor().post('/api/first-user', { name: 'X', email: 'x@example.fr', password: PASSWORD })).body.refusal
      ?.code,
  ).toBe('UserExists');
});

test('a session opens, keeps only the hash of its token, and ends on the server', async () => {
  const client = app.visitor();
  const answer = await client.signIn(EMAIL.toUpperCase(), PASSWORD);
  expect(answer.body).toMatchObject({ state: 'signed-in', user: { email: EMAIL } });
  expect(answer.headers.get('set-cookie')).toMatch(
    /^acquit_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=1209600$/,
  );
  const token = client.cookie.split('=')[1]!;
  const { rows } = await asSupervisor((one) =>
    one.query<{ line: string }>('select row_to_json(s)::text as line from session s'),
  );
  expect(rows.length).toBeGreaterThan(0);
  for (const { line } of rows) expect(line).not.toContain(token);

  const stolen = app.visitor();
  stolen.cookie = client.cookie;
  expect((await stolen.get<SessionView>('/api/session')).body.state).toBe('signed-in');
  const out = await client.post<SessionView>('/api/logout');
  expect(out.body.state).toBe('anonymous');
  expect(out.headers.get('set-cookie')).toContain('Max-Age=0');
  expect((await stolen.get<SessionView>('/api/session')).body.state).toBe('anonymous');
});

test('a disabled user is out at his next call, an old session ends by itself', async () => {
  const client = app.visitor();
  await client.signIn(EMAIL, PASSWORD);
  await asSupervisor((one) => one.query('update app_user set disabled_at = now()'));
  expect((await client.get<SessionView>('/api/session')).body.state).toBe('anonymous');
  await asSupervisor((one) => one.query('update app_user set disabled_at = null'));
  expect((await client.get<SessionView>('/api/session')).body.state).toBe('signed-in');

  // Used two hours ago: the next call slides the end along, but never past ninety days after the sign-in.
  await asSupervisor((one) =>
    one.query(
      `update session set seen_at = now() - interval '2 hours', created_at = now() - interval '89 days', expires_at = now() + interval '3 hours'`,
    ),
  );
  await client.get('/api/session');
  const { rows } = await asSupervisor((one) =>
    one.query<{ hours: number }>(
      `select round(extract(epoch from max(expires_at) - now()) / 3600)::int as hours from session`,
    ),
  );
  expect(rows[0]!.hours).toBe(24);
  await asSupervisor((one) => one.query(`update session set expires_at = now() - interval '1 second'`));
  expect((await client.get<SessionView>('/api/session')).body.state).toBe('anonymous');
});

test('a password changed between its check and the session opens nothing', async () => {
  const [login] = await store.lookup.findLogin(EMAIL);
  const waits = async () =>
    (
      await asSupervisor((one) =>
        one.query(`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`),
      )
    ).rows.length > 0;
  const entered = await store.inTenant(login!.tenantId, async (tx) => {
    await changePassword(tx, login!.userId, 'another');
    const entering = app.visitor().signIn(EMAIL, PASSWORD);
    const ended = entering.then(() => true);
    while (!(await Promise.race([ended, pause(20).then(waits)])));
    return { entering };
  });
  expect((await entered.entering).body.refusal?.code).toBe('BadCredentials');
  await store.inTenant(login!.tenantId, (tx) => changePassword(tx, login!.userId, login!.passwordHash));
});

test('changing without the token, or from another site, does nothing', async () => {
  const client = app.visitor();
  await client.signIn(EMAIL, PASSWORD);
  const codeOf = async (headers: Record<string, string>) =>
    (await client.post('/api/companies', { name: 'Essai' }, headers)).body.refusal?.code;
  expect(await codeOf({ 'x-csrf-token': 'x' })).toBe('CsrfTokenNeeded');
  expect(await codeOf({ 'x-csrf-token': '' })).toBe('CsrfTokenNeeded');
  expect(await codeOf({ origin: 'https://evil.example' })).toBe('CrossSiteRefused');
  expect(await codeOf({ origin: 'null' })).toBe('CrossSiteRefused');
  expect(await codeOf({ 'sec-fetch-site': 'cross-site' })).toBe('CrossSiteRefused');
  expect(await codeOf({ 'sec-fetch-site': 'same-site' })).toBe('CrossSiteRefused');
  const { rows } = await asSupervisor((one) => one.query('select count(*)::int as n from company'));
  expect(rows[0]).toEqual({ n: 0 });
  expect(await codeOf({})).toBeUndefined();
});

test('signing in from another site’s form is refused before the password is read', async () => {
  const form = new URLSearchParams({ email: EMAIL, password: PASSWORD }).toString();
  const refused = async (headers: Record<string, string>) =>
    (await app.visitor().post('/api/login', form, headers)).body.refusal?.code;
  expect(await refused({ 'content-type': 'application/x-www-form-urlencoded' })).toBe('UnsupportedMediaType');
  expect(await refused({ 'content-type': 'text/plain' })).toBe('UnsupportedMediaType');
  expect(await refused({ origin: 'https://evil.example' })).toBe('CrossSiteRefused');
});

test('failures make the next attempts wait, known address or not, and say so the same way', async () => {
  for (const email of [EMAIL, 'personne@example.fr']) {
    const attempt = (password: string) => app.visitor().post('/api/login', { email, password });
    app.clock.shiftMs += 3_600_000 * 30;
    const answers = await Promise.all(Array.from({ length: 10 }, () => attempt('une phrase fausse')));
    const codes = answers.map((one) => one.body.refusal?.code).sort();
    expect(codes).toEqual([...Array(5).fill('BadCredentials'), ...Array(5).fill('TooManyAttempts')]);
    const slowed = await attempt(PASSWORD);
    expect(slowed.status).toBe(429);
    expect(slowed.headers.get('retry-after')).toBe(String(slowed.body.refusal?.facts.retryAfterSeconds));
    app.clock.shiftMs += 2000;
    expect((await attempt('encore faux')).status).toBe(401);
    expect((await attempt(PASSWORD)).body.refusal?.facts.retryAfterSeconds).toBe(4);
  }
  app.clock.shiftMs += 4000;
  const client = app.visitor();
  expect((await client.signIn(EMAIL, PASSWORD)).status).toBe(200);
  const { rows } = await asSupervisor((one) => one.query('select count(*)::int as n from login_failure'));
  expect(rows[0]).toEqual({ n: 0 });
});

test('signing in throws away what no longer serves', async () => {
  await asSupervisor((one) =>
    one.query(
      `insert into idempotency (tenant_id, key, route, request_hash, created_at)
       select tenant_id, 'key-' || age, 'POST /x', '', now() - make_interval(days => age) from tenant, unnest(array[29, 31]) age`,
    ),
  );
  await asSupervisor((one) => one.query(`update session set expires_at = now() - interval '1 minute'`));
  app.clock.shiftMs += 3_600_000 * 30;
  await app.visitor().signIn(EMAIL, PASSWORD);
  const { rows } = await asSupervisor((one) =>
    one.query(
      `select (select count(*)::int from session) as sessions, (select array_agg(key) from idempotency where key like 'key-%') as keys`,
    ),
  );
  expect(rows[0]).toEqual({ sessions: 1, keys: ['key-29'] });
});

test('one network address cannot try one password on everybody', async () => {
  app.clock.shiftMs += 3_600_000 * 30;
  const answers: number[] = [];
  for (let n = 0; n < 24; n += 1)
    answers.push(
      (await app.visitor().post('/api/login', { email: `n${n}@example.fr`, password: 'le même mot de passe' })).status,
    );
  expect(answers.slice(0, 20)).toEqual(Array(20).fill(401));
  expect(answers.at(-1)).toBe(429);
});
