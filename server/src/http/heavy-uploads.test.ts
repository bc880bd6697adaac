import { request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { newTenant, testStore } from '../testing/index.ts';
import { testApp } from './testing/app.ts';
import { everyCall } from './testing/calls.ts';
import { makeNamed } from './testing/named.ts';
import { signedIn } from './testing/people.ts';

const { store, home } = await testStore();
const app = await testApp(store, home);
const tenantId = await newTenant(store);
const owner = await signedIn(app, store, tenantId);
const uploads = everyCall(await makeNamed(store, tenantId, owner)).filter(({ endpoint }) => endpoint.rawBody);

const MEGABYTE = Buffer.alloc(1024 * 1024, 'x');
/** More than any paper may weigh, then a silence longer than a server drains a body for that it has already answered. */
const [FIRST, SILENCE_MS, REST] = [51, 700, 10];

interface Answer {
  status: number | undefined;
  text: string;
  /** False when the answer came while the file was still on its way: a browser would not have heard it. */
  sentWhole: boolean;
}

/** Sends a scan as a slow line does, to its last byte whatever is answered meanwhile, as a browser does. */
async function sendSlowly(path: string): Promise<Answer> {
  const sent = request({
    port: app.port,
    host: '127.0.0.1',
    path,
    method: 'POST',
    headers: {
      cookie: owner.cookie,
      'x-csrf-token': owner.csrf,
      'content-type': 'multipart/form-data; boundary=B',
    },
  });
  const answer = new Promise<Answer>((resolve, reject) => {
    sent.once('error', reject);
    sent.once('response', async (response) => {
      const sentWhole = sent.writableEnded;
      const text = Buffer.concat(await response.toArray()).toString('utf8');
      resolve({ status: response.statusCode, text, sentWhole });
    });
  });
  answer.catch(() => undefined);
  const write = (chunk: string | Buffer) => new Promise<void>((done) => sent.write(chunk, () => done()));
  await write('--B\r\nContent-Disposition: form-data; name="file"; filename="plan.pdf"\r\n\r\n%PDF-1.7 ');
  for (let n = 0; n < FIRST; n += 1) await write(MEGABYTE);
  await wait(SILENCE_MS);
  for (let n = 0; n < REST; n += 1) await write(MEGABYTE);
  sent.end('\r\n--B--\r\n');
  return answer;
}

test('a file too heavy is answered by its sentence on every route that takes files, not by a cut line', async () => {
  expect(uploads.length).toBeGreaterThanOrEqual(8);
  for (const { route, call } of uploads) {
    const { status, text, sentWhole } = await sendSlowly(call.path);
    expect([route, status, sentWhole]).toEqual([route, 413, true]);
    const { refusal } = JSON.parse(text) as { refusal: { code: string; message: string } };
    expect([route, refusal.code]).toEqual([route, 'BodyTooLarge']);
    expect(refusal.message).toMatch(
      /^plan\.pdf (dépasse 20\sMo\. Réduisez-le|est trop volumineux.*«\sacquit import\s»)/s,
    );
  }
});
