import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ImportJobView, SourceFileView, SourceView } from '@acquit/recovery';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openReaders } from '../intake/index.ts';
import { takePushed } from '../jobs/index.ts';
import { newTenant, testStore } from '../testing/index.ts';
import { TODAY, testApp } from './testing/app.ts';
import { makeBook } from './testing/book.ts';
import type { Client } from './testing/client.ts';
import { signedIn } from './testing/people.ts';

const { store, home } = await testStore();
const app = await testApp(store, home);
const readers = openReaders();
app.services.takePushed = (source, file) => takePushed({ store, readers, today: TODAY }, source, file);
afterAll(() => readers.close());

let owner: Client;
let companyId = '';
let sourceId = '';
let token = '';
beforeAll(async () => {
  const tenantId = await newTenant(store);
  owner = await signedIn(app, store, tenantId);
  ({ companyId } = await makeBook(store, tenantId));
  const { body } = await owner.post<{ source: SourceView; token: string }>(`/api/companies/${companyId}/sources`, {
    name: 'Logiciel de caisse',
    settings: { kind: 'push' },
  });
  [sourceId, token] = [body.source.sourceId, body.token];
});

const table = (number: string) =>
  `Numéro;Client;Date;Échéance;Montant TTC;Reste dû\r\n${number};Librairie Nadia;01/09/2026;01/10/2026;120,00;120,00\r\n`;

async function push(content: string | FormData, headers: Record<string, string> = {}, bearer = token) {
  const response = await fetch(`${app.url}/api/push?name=ventes.csv`, {
    method: 'POST',
    headers: { authorization: `Bearer ${bearer}`, ...headers },
    body: content,
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as ImportJobView & { refusal?: { code: string } },
  };
}

const files = async () => (await owner.get<{ items: SourceFileView[] }>(`/api/sources/${sourceId}/files`)).body.items;

test('the documented curl line hands a file over, and its answer says what became of it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'acquit-push-'));
  writeFileSync(join(folder, 'ventes.csv'), table('P-1'));
  const { stdout } = await promisify(execFile)(
    'curl',
    [
      '--silent',
      '--fail-with-body',
      '-H',
      `Authorization: Bearer ${token}`,
      '--data-binary',
      '@ventes.csv',
      `${app.url}/api/push?name=ventes.csv`,
    ],
    { cwd: folder },
  );
  rmSync(folder, { recursive: true });
  expect(JSON.parse(stdout)).toMatchObject({ state: 'imported', fileName: 'ventes.csv', changes: { newClaims: 1 } });
  expect(await files()).toMatchObject([{ fileName: 'ventes.csv', outcome: 'imported' }]);
});

test('a form with one file serves as well; two files in one request are refused', async () => {
  const form = (...numbers: string[]) => {
    const data = new FormData();
    for (const number of numbers) data.append('file', new Blob([table(number)]), `${number}.csv`);
    return data;
  };
  expect((await push(form('P-2'))).body).toMatchObject({ state: 'imported', fileName: 'P-2.csv' });
  expect((await push(form('P-8', 'P-9'))).body.refusal?.code).toBe('InvalidRequest');
});

test('the same content again is a duplicate, ten times at once too', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => push(table('P-3'))));
  expect(answers.map(({ body }) => body.state).sort()).toEqual([...Array(9).fill('duplicate'), 'imported']);
});

test('the same key gives the same answer, and refuses another content', async () => {
  const key = { 'idempotency-key': randomUUID() };
  const [first, again] = [await push(table('P-4'), key), await push(table('P-4'), key)];
  expect(again.body).toEqual(first.body);
  expect(first.body.state).toBe('imported');
  expect((await push(table('P-5'), key)).body.refusal?.code).toBe('IdempotencyKeyReused');
});

test('what the readers refuse is answered with its reason and kept among the files', async () => {
  const { status, body } = await push('rien de tout cela');
  expect([status, body.state]).toEqual([200, 'refused']);
  expect(body.refusals[0]?.message).toBeTruthy();
  expect((await files())[0]).toMatchObject({ outcome: 'refused' });
});

test('no token, another token, a paused source, a revoked token open nothing', async () => {
  const refusedWith = async (bearer: string) => (await push(table('P-6'), {}, bearer)).body.refusal?.code;
  expect(await refusedWith('')).toBe('PushTokenRefused');
  expect(await refusedWith(`acquit_push_${'A'.repeat(43)}`)).toBe('PushTokenRefused');
  await owner.send('PATCH', `/api/sources/${sourceId}`, { active: false });
  expect(await refusedWith(token)).toBe('PushTokenRefused');
  await owner.send('PATCH', `/api/sources/${sourceId}`, { active: true });
  const former = token;
  const renewed = await owner.post<{ token: string }>(`/api/sources/${sourceId}/token`);
  token = renewed.body.token;
  expect(await refusedWith(former)).toBe('PushTokenRefused');
  expect((await push(table('P-6'))).body.state).toBe('imported');
});

test('an empty body and one above the limit are refused, and nothing stays of them', async () => {
  expect((await push('')).body.refusal?.code).toBe('InvalidRequest');
  const before = (await files()).length;
  const large = await push(`%PDF-${'x'.repeat(51 * 1024 * 1024)}`);
  expect([large.status, large.body.refusal?.code]).toEqual([413, 'BodyTooLarge']);
  expect((await files()).length).toBe(before);
});

test('too many files in a minute wait, and guesses of tokens wait longer and longer', async () => {
  // The connection on which a file too large was cut may be the one this first push is given.
  const answers: number[] = [(await push('').catch(() => push(''))).status];
  for (let n = 0; n < 130 && answers.at(-1) !== 429; n += 1) answers.push((await push('')).status);
  expect(answers.at(-1)).toBe(429);
  app.clock.shiftMs += 61_000;
  expect((await push(table('P-7'))).body.state).toBe('imported');
  const guesses: string[] = [];
  for (let n = 0; n < 40; n += 1) guesses.push((await push('', {}, 'faux')).body.refusal!.code);
  expect(guesses.at(-1)).toBe('TooManyAttempts');
});

test('the token is kept nowhere: the database has its hash, the journal its making', async () => {
  const { text } = await owner.get(`/api/companies/${companyId}/journal`);
  expect(text).toContain('source.created');
  expect(text).not.toContain(token);
  expect((await owner.get(`/api/companies/${companyId}/sources`)).text).not.toContain(token);
});
