import { afterEach, expect, test, vi } from 'vitest';
import { change, Refused, read, Unreachable } from '../src/api/client.ts';
import { tellError } from '../src/ui/states.tsx';

afterEach(() => vi.unstubAllGlobals());

const answering = (body: string, status = 200) =>
  vi.stubGlobal('fetch', async () => new Response(body, { status, headers: { 'content-type': 'application/json' } }));
const told = (act: Promise<unknown>) => act.then(() => null, tellError);

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
  const cut = await change('POST', '/imports', form).catch((error: Unreachable) => error);
  expect(cut).toBeInstanceOf(Unreachable);
  expect(tellError(cut).text).toContain('acquit import');
  expect((await told(read('/cases')))?.title).toBe('Acquit ne répond pas.');
  answering('<html>413 Request Entity Too Large</html>', 413);
  expect((await told(change('POST', '/imports', form)))?.text).toContain('acquit import');
});
