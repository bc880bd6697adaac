import { request } from 'node:http';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { newTenant, testStore } from '../testing/index.ts';
import { testApp } from './testing/app.ts';
import { makeBook } from './testing/book.ts';
import { droppedFile } from './testing/calls.ts';
import { signedIn } from './testing/people.ts';

const { store, home, asSupervisor } = await testStore();
const app = await testApp(store, home);
const tenantId = await newTenant(store);
const owner = await signedIn(app, store, tenantId);
const book = await makeBook(store, tenantId);

async function companies(): Promise<unknown[]> {
  const { rows } = await asSupervisor((client) =>
    client.query('select name, settings from company where tenant_id = $1', [tenantId]),
  );
  return rows;
}

/** Speaks raw HTTP, for what an ordinary client refuses to send; gives the status line, or why there is none. */
function raw(head: string, body: (write: (chunk: Buffer) => unknown) => void = () => undefined): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(app.port, '127.0.0.1');
    let received = '';
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
      if (received.includes('\r\n\r\n')) socket.destroy();
    });
    socket.on('close', () => resolve(received.split('\r\n')[0] ?? ''));
    socket.on('error', () => undefined);
    socket.write(head);
    body((chunk) => !socket.destroyed && socket.write(chunk));
  });
}

test('a body of a hundred megabytes is turned away, announced or not', async () => {
  const before = await companies();
  const head = (extra: string) =>
    `POST /api/companies HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: ${owner.cookie}\r\nX-CSRF-Token: ${owner.csrf}\r\nContent-Type: application/json\r\n${extra}\r\n\r\n`;
  expect(await raw(head(`Content-Length: ${100 * 1024 * 1024}`))).toBe('HTTP/1.1 413 Payload Too Large');
  const megabyte = Buffer.alloc(1024 * 1024, ' ');
  const chunked = await raw(head('Transfer-Encoding: chunked'), (write) => {
    for (let n = 0; n < 100; n += 1) write(Buffer.concat([Buffer.from('100000\r\n'), megabyte, Buffer.from('\r\n')]));
  });
  expect(chunked).toBe('HTTP/1.1 413 Payload Too Large');
  expect(await companies()).toEqual(before);
});

test('ten thousand headers, or one endless one, are turned away', async () => {
  const many = Array.from({ length: 10_000 }, (_, n) => `X-${n}: y`).join('\r\n');
  expect(await raw(`GET /api/session HTTP/1.1\r\nHost: 127.0.0.1\r\n${many}\r\n\r\n`)).toBe(
    'HTTP/1.1 431 Request Header Fields Too Large',
  );
  expect(await raw(`GET /api/session HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Long: ${'y'.repeat(100_000)}\r\n\r\n`)).toBe(
    'HTTP/1.1 431 Request Header Fields Too Large',
  );
});

test('a request that is not HTTP, or says its length twice, is turned away', async () => {
  expect(await raw('HELLO\r\n\r\n')).toBe('HTTP/1.1 400 Bad Request');
  expect(
    await raw('POST /api/login HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}'),
  ).toBe('HTTP/1.1 400 Bad Request');
  expect(
    await raw(
      'POST /api/login HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ),
  ).toBe('HTTP/1.1 400 Bad Request');
  expect(await raw('GET /api/session HTTP/1.1\r\n\r\n')).toBe('HTTP/1.1 400 Bad Request');
});

const bad: [what: string, body: string, code: string, status: number][] = [
  ['not JSON', '{"name":', 'InvalidJson', 400],
  ['not UTF-8', '\u{fffd}', 'InvalidJson', 400],
  ['too deep', '['.repeat(100_000), 'InvalidJson', 400],
  ['a key twice', '{"name":"Une","name":"Deux"}', 'InvalidJson', 400],
  ['a prototype', '{"name":"Une","__proto__":{"mode":"live"}}', 'InvalidJson', 400],
  ['a constructor', '{"name":"Une","constructor":{"prototype":{"mode":"live"}}}', 'InvalidJson', 400],
  ['an unknown field', '{"name":"Une","mode":"live"}', 'InvalidRequest', 400],
  ['a wrong type', '{"name":{"$gt":""}}', 'InvalidRequest', 400],
  ['a number', '{"name":12}', 'InvalidRequest', 400],
  ['an array', '[]', 'InvalidRequest', 400],
  ['null', 'null', 'InvalidRequest', 400],
  ['an empty name', '{"name":"   "}', 'InvalidRequest', 400],
  ['a long name', JSON.stringify({ name: 'x'.repeat(201) }), 'InvalidRequest', 400],
  ['NUL in a name', '{"name":"a\\u0000b"}', 'InvalidRequest', 400],
  ['a line break in a name', '{"name":"a\\r\\nBcc: x@example.fr"}', 'InvalidRequest', 400],
];

test.each(bad)('%s is refused by name and changes nothing', async (_what, body, code, status) => {
  const before = await companies();
  const answer = await owner.post('/api/companies', body);
  expect([answer.status, answer.body.refusal?.code]).toEqual([status, code]);
  expect(answer.text).not.toMatch(/at .*\.ts|node_modules|Error:/);
  expect(await companies()).toEqual(before);
});

test('wrong types in parameters and queries are refused by name', async () => {
  const codeOf = async (path: string) => (await owner.get(path)).body.refusal?.code;
  const base = `/api/companies/${book.companyId}`;
  expect(await codeOf(`${base}/cases?sort=amount;drop`)).toBe('InvalidRequest');
  expect(await codeOf(`${base}/cases?filter[]=all`)).toBe('InvalidRequest');
  expect(await codeOf(`${base}/cases?sort=name&sort=age`)).toBe('InvalidRequest');
  expect(await codeOf(`${base}/cases?__proto__=x`)).toBe('InvalidRequest');
  expect(await codeOf(`${base}/plan?days=1e9`)).toBe('InvalidRequest');
  expect(await codeOf(`${base}/plan?days=61`)).toBe('InvalidRequest');
  expect(await codeOf(`${base}/today?on=2026-02-30`)).toBe('InvalidRequest');
  expect(await codeOf(`${base}/today?on=hier`)).toBe('InvalidRequest');
  expect(await codeOf(`${base}/messages`)).toBe('InvalidRequest');
});

test('a cursor of one’s own making leads nowhere it should not', async () => {
  for (const key of [
    '"x"',
    '[1]',
    '[1,"x"]',
    '["2026-99-99","x"]',
    `[null,"${book.caseId}"]`,
    '[1e400,"x"]',
    '{"length":2}',
  ]) {
    const cursor = Buffer.from(key).toString('base64url');
    for (const list of [
      'cases?sort=amount',
      'cases?sort=age',
      'cases?sort=name',
      'receipts?',
      'imports?',
      'journal?',
      'messages?state=queued',
    ]) {
      const answer = await owner.get(`/api/companies/${book.companyId}/${list}&cursor=${cursor}`.replace('?&', '?'));
      expect([list, key, answer.status]).toEqual([list, key, 200]);
    }
    expect((await owner.get(`/api/cases/${book.caseId}/timeline?cursor=${cursor}`)).status).toBe(200);
  }
  expect(app.heard.errors).toEqual([]);
});

test('text that could be code is kept and given back as text', async () => {
  for (const q of [
    "'; drop table claim; --",
    '%',
    '_',
    '\\',
    '{{7*7}}',
    '<script>',
    '🦊',
    '\u202e',
    "l'été",
    'a'.repeat(200),
  ]) {
    const answer = await owner.get(`/api/companies/${book.companyId}/cases?q=${encodeURIComponent(q)}`);
    expect([q, answer.status, app.heard.errors]).toEqual([q, 200, []]);
  }
});

test('a name that is not ours in Host is refused, whatever is asked', async () => {
  const status = (host: string) =>
    new Promise((resolve) => {
      request({ port: app.port, host: '127.0.0.1', path: '/api/session', headers: { host } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      }).end();
    });
  for (const host of ['127.0.0.1', `localhost:${app.port}`, '[::1]:80'])
    expect([host, await status(host)]).toEqual([host, 200]);
  for (const host of ['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example:4680', '169.254.169.254'])
    expect([host, await status(host)]).toEqual([host, 421]);
});

test('method override is not a thing here', async () => {
  const answer = await owner.post(
    `/api/companies/${book.companyId}/today?_method=GET`,
    {},
    { 'x-http-method-override': 'GET' },
  );
  expect(answer.status).toBe(404);
});

test('hostile forms of files are refused, and leave nothing on disk', async () => {
  const drop = (body: FormData | string, headers: Record<string, string> = {}) =>
    owner.post('/api/companies/imports/preview', body, headers);
  const form = (content: string) => ({ body: content, headers: { 'content-type': 'multipart/form-data; boundary=B' } });
  const cases: [string, string, number][] = [
    ['cut', '--B\r\nContent-Disposition: form-data; name="f"; filename="a"\r\n\r\nabc', 400],
    ['no end', '--B\r\nContent-Disposition: form-data; name="f"; filename="a"\r\n\r\nabc\r\n--B', 400],
    ['no name', '--B\r\nContent-Type: text/csv\r\n\r\nabc\r\n--B--\r\n', 400],
    ['a field', '--B\r\nContent-Disposition: form-data; name="f"\r\n\r\nabc\r\n--B--\r\n', 400],
    ['endless headers', `--B\r\nX: ${'y'.repeat(20_000)}\r\n\r\nabc\r\n--B--\r\n`, 400],
    ['nothing', '--B--\r\n', 400],
  ];
  for (const [what, content, status] of cases) {
    const { body, headers } = form(content);
    expect([what, (await drop(body, headers)).status]).toEqual([what, status]);
  }
  expect((await drop('x', { 'content-type': 'application/pdf' })).body.refusal?.code).toBe('UnsupportedMediaType');
  expect((await drop(droppedFile('gros.pdf', `%PDF-${'x'.repeat(50 * 1024 * 1024)}`))).body.refusal?.code).toBe(
    'BodyTooLarge',
  );
  const heard = app.heard.imports.length;
  expect((await drop(droppedFile('../../etc/pass\nwd.csv', ''))).status).toBe(200);
  expect(app.heard.imports[heard]!.files).toMatchObject([{ fileName: 'passwd.csv', bytes: 0 }]);
  const { readdir } = await import('node:fs/promises');
  const left = await readdir(`${home}/uploads/${tenantId}`);
  expect(left).toHaveLength(2);
});

test('files arrive whole, several at once, whatever their bytes', async () => {
  const form = new FormData();
  const first = Buffer.from(Array.from({ length: 300_000 }, (_, n) => (n * 7919) % 256));
  form.append('files', new Blob([first]), 'un.bin');
  form.append('files', new Blob(['\r\n--B\r\n', '\r\n'.repeat(50)]), 'deux.txt');
  const heard = app.heard.imports.length;
  expect((await owner.post('/api/companies/imports/preview', form)).status).toBe(200);
  const { readFile } = await import('node:fs/promises');
  const [one, two] = app.heard.imports[heard]!.files;
  expect((await readFile(one!.path)).equals(first)).toBe(true);
  expect(await readFile(two!.path, 'utf8')).toBe(`\r\n--B\r\n${'\r\n'.repeat(50)}`);
});

test('a paper that cannot be opened says why in a sentence to the person who opened it in a tab', async () => {
  const path = '/api/suspensions/00000000-0000-4000-8000-000000000000/letter';
  const opened = await owner.get(path, { 'sec-fetch-dest': 'document' });
  expect([opened.status, opened.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
  expect(opened.text).toContain('<p>Cet élément n’existe pas ou n’existe plus.</p>');
  expect((await owner.get(path)).body.refusal?.code).toBe('NotFound');
});
