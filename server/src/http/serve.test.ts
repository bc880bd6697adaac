import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { testStore } from '../testing/index.ts';
import { createApp, serve } from './index.ts';
import { testApp } from './testing/app.ts';

const { store, home } = await testStore();
const app = await testApp(store, home);
const root = join(home, 'web');

test('until the app is built the page says what to do', async () => {
  const answer = await app.visitor().get('/dossiers');
  expect(answer.status).toBe(503);
  expect(answer.text).toContain('npm run build');
});

test('files of the build are served: hashed ones for ever, the page anew, prepared encodings first', async () => {
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>Acquit</title>');
  writeFileSync(join(root, 'assets', 'app-1a2b.js'), 'export {};');
  writeFileSync(join(root, 'assets', 'app-1a2b.js.gz'), gzipSync('export {};'));
  writeFileSync(join(root, '.env'), 'SECRET=1');
  writeFileSync(join(home, 'secret.txt'), 'SECRET=2');
  const visitor = app.visitor();
  for (const path of ['/', '/dossiers', '/dossiers/0190a3c2', '/reglages/courrier']) {
    const page = await visitor.get(path);
    expect([path, page.status, page.text.includes('<title>Acquit'), page.headers.get('cache-control')]).toEqual([
      path,
      200,
      true,
      'no-cache',
    ]);
  }
  const script = await visitor.get('/assets/app-1a2b.js', { 'accept-encoding': 'gzip, br' });
  expect(script.text).toBe('export {};');
  expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(script.headers.get('content-encoding')).toBe('gzip');
  expect(
    (await visitor.get('/assets/app-1a2b.js', { 'accept-encoding': 'identity' })).headers.get('content-encoding'),
  ).toBeNull();
  const tag = script.headers.get('etag')!;
  expect((await visitor.get('/assets/app-1a2b.js', { 'if-none-match': tag, 'accept-encoding': 'gzip' })).status).toBe(
    304,
  );
  for (const path of [
    '/.env',
    '/assets/missing.js',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/assets/%00.js',
    '/assets/%',
    '/favicon.ico',
  ]) {
    const answer = await visitor.get(path);
    expect([path, answer.status, answer.text.includes('SECRET')]).toEqual([path, 404, false]);
  }
  expect((await visitor.send('DELETE', '/dossiers')).status).toBe(405);
});

test('every answer carries the strict headers, refusals and files included', async () => {
  for (const path of ['/', '/api/session', '/api/cases/x', '/api/nothing', '/healthz', '/assets/missing.js']) {
    const { headers } = await app.visitor().get(path);
    expect([
      path,
      headers.get('x-content-type-options'),
      headers.get('referrer-policy'),
      headers.get('x-frame-options'),
    ]).toEqual([path, 'nosniff', 'no-referrer', 'DENY']);
    const policy = headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe|\*/);
    expect(headers.get('strict-transport-security')).toBeNull();
    if (path.startsWith('/api')) expect(headers.get('cache-control')).toBe('no-store');
  }
});

test('published under https the cookie is secure, HSTS is sent, and only that name is answered', async () => {
  const published = await testApp(store, home, { publicUrl: new URL('https://acquit.example.fr') });
  const answer = await new Promise<{ status: number | undefined; headers: Record<string, unknown> }>((resolve) => {
    const body = JSON.stringify({ name: 'Claire', email: 'claire@example.fr', password: 'une phrase bien à moi' });
    const headers = {
      host: 'acquit.example.fr',
      origin: 'https://acquit.example.fr',
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    };
    request(
      { host: '127.0.0.1', port: published.port, path: '/api/first-user', method: 'POST', headers },
      (message) => {
        message.resume();
        resolve({ status: message.statusCode, headers: message.headers });
      },
    ).end(body);
  });
  expect(answer.status).toBe(200);
  expect(String(answer.headers['set-cookie'])).toMatch(/; Secure$/);
  expect(answer.headers['strict-transport-security']).toContain('max-age=');
});

test('closing lets a request under way end, then nothing listens', async () => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const slow = {
    ...app.services,
    store: { ...store, lookup: { ...store.lookup, listTenants: () => held.then(() => []) } },
  };
  const served = await serve(createApp(slow), { port: 0 });
  const idle = await fetch(`${served.url}/api/openapi.json`);
  await idle.text();
  const underWay = fetch(`${served.url}/healthz`);
  await pause(50);
  const closing = served.close();
  await expect(fetch(`${served.url}/healthz`)).rejects.toThrow();
  release();
  expect((await underWay).status).toBe(200);
  await closing;
  await served.close();
});

test('a port already taken is said by the system’s own error', async () => {
  await expect(serve(createApp(app.services), { port: app.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test('what breaks inside is answered with a number and nothing of the inside', async () => {
  const broken = {
    ...app.services,
    store: {
      ...store,
      lookup: { ...store.lookup, findSession: () => Promise.reject(new Error('secret inside at /srv/x.ts:12')) },
    },
  };
  const served = await serve(createApp(broken), { port: 0 });
  const before = app.heard.errors.length;
  const answer = await fetch(`${served.url}/api/session`, { headers: { cookie: `acquit_session=${'A'.repeat(43)}` } });
  const text = await answer.text();
  expect(answer.status).toBe(500);
  expect(text).not.toMatch(/secret|\.ts|stack/);
  const { refusal } = JSON.parse(text);
  expect(refusal.code).toBe('Internal');
  expect(app.heard.errors[before]).toMatchObject({ incident: refusal.facts.incident });
  await served.close();
});
