import { z } from '@hono/zod-openapi';
import { expect, test } from 'vitest';
import { newTenant, snapshotTenant, testStore } from '../testing/index.ts';
import { testApp } from './testing/app.ts';
import { before } from './testing/before.ts';
import { everyCall } from './testing/calls.ts';
import { makeNamed } from './testing/named.ts';
import { signedIn } from './testing/people.ts';

const { store, home, asSupervisor } = await testStore();
const app = await testApp(store, home, { portalUrl: new URL('https://factures.example.fr') });
const tenantId = await newTenant(store);
const owner = await signedIn(app, store, tenantId);
const calls = everyCall(await makeNamed(store, tenantId, owner));
const withBody = calls.filter(
  ({ endpoint, call }) => endpoint.kind !== 'read' && !endpoint.rawBody && typeof call.body === 'object',
);

const journalled = async () =>
  (await asSupervisor((client) => client.query<{ n: number }>('select count(*)::int as n from journal_entry'))).rows[0]!
    .n;

type Path = readonly (string | number)[];

/** Where an object of a body stands, and its texts: `[[], ['settings']]` and `[['name'], ['settings', 'path']]`. */
function placesOf(value: unknown, path: Path = []): { objects: Path[]; texts: Path[] } {
  if (typeof value === 'string') return { objects: [], texts: [path] };
  if (typeof value !== 'object' || value === null) return { objects: [], texts: [] };
  const inside = Object.entries(value).map(([key, one]) =>
    placesOf(one, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return {
    objects: [...(Array.isArray(value) ? [] : [path]), ...inside.flatMap(({ objects }) => objects)],
    texts: inside.flatMap(({ texts }) => texts),
  };
}

/** A body with one place changed. */
function changed(value: unknown, [key, ...rest]: Path, change: (old: unknown) => unknown): unknown {
  if (key === undefined) return change(value);
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string | number, unknown>;
  copy[key] = changed(copy[key], rest, change);
  return copy;
}

/** Objects whose names are the caller's own: what they may hold is checked by the core, which names what it does not know. */
const OPEN = /^(answers|values|mapping)$/;

test('a name that a body does not know is refused by name, in every object of every route, and does nothing', async () => {
  const known = await journalled();
  let asked = 0;
  for (const { route, call } of withBody) {
    for (const at of placesOf(call.body ?? {}).objects) {
      const body = changed(call.body ?? {}, at, (old) => ({ ...(old as object), ammount: 1 }));
      const answer = await owner.send<unknown>(call.method, call.path, body);
      const where = [route, at.join('.')];
      if (OPEN.test(at.join('.'))) {
        expect([...where, answer.status]).toEqual([...where, expect.toSatisfy((it) => it >= 400 && it < 500)]);
      } else {
        expect([...where, answer.body.refusal?.code]).toEqual([...where, 'InvalidRequest']);
        expect(answer.text, where.join(' ')).toContain('ammount');
      }
      asked += 1;
    }
  }
  expect(asked).toBeGreaterThan(100);
  expect(await journalled()).toBe(known);
}, 120_000);

const HOSTILE: [what: string, make: (old: string) => string][] = [
  ['NUL', (old) => `${old}\u0000`],
  ['half a character', (old) => `${old}\ud83d`],
  ['a line break', (old) => `${old}\r\nBcc: x@example.fr`],
  ['markup', () => `<script>alert(1)</script>{{ 7 }}{% if %}' or 1=1 --\\ #panic("x")`],
];

test('no text in any field of any route is ever an error of ours', async () => {
  const book = await snapshotTenant({ asSupervisor }, tenantId, ['court_file']);
  const wrong: string[] = [];
  for (const { route, call } of withBody) {
    await book.restore();
    const first = calls.find((one) => one.route === before(route))?.call;
    if (first) await owner.send(first.method, first.path, first.body);
    for (const at of placesOf(call.body ?? {}).texts)
      for (const [what, make] of HOSTILE) {
        const body = changed(call.body, at, (old) => make(String(old)));
        const { status, text } = await owner.send(call.method, call.path, body);
        if (status >= 500 || /at .*\.ts|node_modules/.test(text)) wrong.push(`${route} ${at.join('.')}: ${what}`);
      }
  }
  expect(wrong).toEqual([]);
  expect(app.heard.errors).toEqual([]);
}, 300_000);

/** A schema taken apart, as far as this test looks. */
interface Def {
  type: string;
  shape?: Record<string, z.ZodType>;
  catchall?: z.ZodType;
  options?: readonly z.ZodType[];
  [inner: string]: unknown;
}

const defOf = (schema: z.ZodType): Def => schema._zod.def as unknown as Def;

/** Objects of a schema that swallow names they do not know. */
function looseIn(schema: z.ZodType, path: string, seen = new Set<z.ZodType>()): string[] {
  if (seen.has(schema)) return [];
  seen.add(schema);
  const def = defOf(schema);
  const inner = ['element', 'in', 'out', 'keyType', 'valueType', 'innerType']
    .map((name) => def[name])
    .filter((one): one is z.ZodType => typeof one === 'object' && one !== null && '_zod' in one);
  return [
    ...(def.type === 'object' && def.catchall?._zod.def.type !== 'never' ? [path] : []),
    ...Object.entries(def.shape ?? {}).flatMap(([key, one]) => looseIn(one, `${path}.${key}`, seen)),
    ...[...(def.options ?? []), ...inner].flatMap((one) => looseIn(one, path, seen)),
  ];
}

test('every schema of what people send knows its names', () => {
  const loose = calls
    .filter(({ endpoint }) => !endpoint.rawBody)
    .flatMap(({ route, endpoint }) => [
      ...looseIn(endpoint.query, `${route} query`),
      ...(endpoint.kind === 'read' ? [] : looseIn(endpoint.body, `${route} body`)),
    ]);
  expect(loose).toEqual([]);
  // The canary: what the house does not write is noticed.
  expect(looseIn(z.strictObject({ inside: z.array(z.object({ name: z.string() })) }), 'x')).toEqual(['x.inside']);
});

test('what is wrong is said by the name of the field', async () => {
  const refused = async (body: string) => (await owner.post('/api/companies', body)).body.refusal;
  expect(await refused('{"name":"Une","ammount":1}')).toMatchObject({
    code: 'InvalidRequest',
    message: expect.stringMatching(/^Champ inconnu\u00a0: «\u00a0ammount\u00a0»/),
    facts: { problems: [{ keys: ['ammount'] }] },
  });
  for (const text of ['a\\u0000', 'a\\ud83d'])
    expect((await refused(`{"name":"${text}"}`))?.facts).toEqual({
      problems: [{ field: 'name', problem: 'character' }],
    });
  expect((await owner.get(`/api/companies/${calls.length}?q=%00`)).status).toBeLessThan(500);
});
