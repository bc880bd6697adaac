import { expect, test } from 'vitest';
import { newTenant, testStore } from '../testing/index.ts';
import { asParameter } from './array-literal.ts';

const { store } = await testStore();
const tenantId = await newTenant(store);

const TEXTS = [
  '',
  ' ',
  'NULL',
  'null',
  'a"b',
  'a\\b',
  '\\"',
  '{x,y}',
  ',',
  'é’\n',
  '12',
  '-',
  '.',
  'f',
  '\u202F',
  null,
];

test('lists come back from the database as they were given', async () => {
  expect(typeof asParameter(TEXTS)).toBe('string');
  await store.inTenant(tenantId, async (tx) => {
    const back = async (type: string, value: unknown) => (await tx.arrays(`select $1::${type}[]`, [value]))[0]![0];
    expect(await back('text', TEXTS)).toEqual(TEXTS);
    expect(await back('text', [])).toEqual([]);
    expect(await back('text', [undefined, 'x'])).toEqual([null, 'x']);
    expect(await back('uuid', [tenantId, null])).toEqual([tenantId, null]);
    expect(await back('int8', [-1, 2 ** 53 - 1, null, 3n])).toEqual([-1n, 2n ** 53n - 1n, null, 3n]);
    expect(await back('float8', [1e-7, -0.5, 1e21])).toEqual([1e-7, -0.5, 1e21]);
    expect(await back('bool', [true, false, null])).toEqual([true, false, null]);
    expect(await back('date', ['2026-11-22'])).toEqual(['2026-11-22']);
  });
});

test('lists of bytes and lists of lists are left to the driver', async () => {
  const bytes = [Buffer.from('a'), Buffer.from([0, 255])];
  expect(asParameter(bytes)).toBe(bytes);
  await store.inTenant(tenantId, async (tx) => {
    expect(
      await tx.arrays('select $1::bytea[], $2::text[]', [
        bytes,
        [
          ['a', '"'],
          ['b', 'c'],
        ],
      ]),
    ).toEqual([
      [
        bytes,
        [
          ['a', '"'],
          ['b', 'c'],
        ],
      ],
    ]);
  });
});
