import { afterEach, expect, test, vi } from 'vitest';
import { change, Refused, read, type Unreachable } from '../src/api/client.ts';

afterEach(() => vi.unstubAllGlobals());

const answering = (body: string, status = 200) =>
  vi.stubGlobal('fetch', async () => new Response(body, { status, headers: { 'content-type': 'application/json' } }));

test('names that others wrote never turn the reading of a screen round, whatever brings them', async () => {
  const name = 'Garage \u202e00,21\u202c \u2066isolé\u2069 – Élan';
  answering(JSON.stringify({ items: [{ debtor: { name } }] }));
  expect(await read('/cases')).toEqual({ items: [{ debtor: { name: 'Garage 00,21 isolé – Élan' } }] });
  answering(JSON.stringify({ refusal: { code: 'NothingLate', message: `${name} : rien`, facts: {} } }), 409);
  const refused = await read('/cases').catch((error: Refused) => error);
  expect(refused).toBeInstanceOf(Refused);
  expect((refused as Refused).message).toBe('Garage 00,21 isolé – Élan : rien');
  answering('<html>', 200);
  expect(await read('/cases')).toBeNull();
});

test('a heavy file whose line is cut, or that a proxy turns away, is told apart from a server that is down', async () => {
  const form = new FormData();
  form.append('file', new File([new Uint8Array(51 * 1024 * 1024)], 'releve.xml'));
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('Failed to fetch');
  });
  const failure = (act: Promise<unknown>) => act.catch((error: Unreachable | Refused) => error);
  expect(await failure(change('POST', '/imports', form))).toMatchObject({ sentBytes: 51 * 1024 * 1024 });
  expect(await failure(read('/cases'))).toMatchObject({ name: 'Unreachable', sentBytes: 0 });
  answering('<html>413 Request Entity Too Large</html>', 413);
  expect(await failure(change('POST', '/imports', form))).toMatchObject({ name: 'Refused', status: 413 });
});
