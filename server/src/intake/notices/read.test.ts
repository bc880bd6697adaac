import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readNoticesFile } from './index.ts';
import { JsonObjects } from './json-objects.ts';
import { csvOf, madeRecord } from './testing/records.ts';

const folder = mkdtempSync(join(tmpdir(), 'acquit-notices-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const records = ['552100554', '404833048', '732829320'].map((siren, n) =>
  madeRecord({ id: `A20260176000${n}`, siren, on: `2026-09-1${n}`, name: `Société « ${n} » ; {n°}` }),
);

async function read(content: string | Uint8Array) {
  const path = join(folder, 'export');
  writeFileSync(path, content);
  const ids: string[] = [];
  const outcome = await readNoticesFile(path, async (batch) => {
    ids.push(...batch.map(({ notice }) => `${notice.noticeId} ${notice.sirens.join()}`));
  });
  return { ids, outcome };
}
const all = records.map(({ id, registre }) => `${id} ${registre[1]}`);

test.each([
  ['a list', JSON.stringify(records)],
  ['a list with spaces and a mark', `\ufeff\n${JSON.stringify(records, null, 2)}\n`],
  ['one object per line', records.map((one) => JSON.stringify(one)).join('\n')],
  ['an answer of the source', JSON.stringify({ total_count: 3, results: records })],
  ['CSV', csvOf(records)],
])('%s gives every notice once', async (_name, content) => {
  const { ids, outcome } = await read(content);
  expect(ids).toEqual(all);
  expect(outcome).toEqual({ read: { records: 3, unreadable: 0 } });
});

test('records are cut right wherever the pieces end', () => {
  const text = JSON.stringify({ total_count: 3, results: records });
  for (const size of [1, 2, 7, 100]) {
    const found: unknown[] = [];
    const objects = new JsonObjects((one) => found.push(one));
    // The head of an answer comes whole with the first bytes of a line.
    objects.feed(text.slice(0, 40));
    for (let at = 40; at < text.length; at += size) objects.feed(text.slice(at, at + size));
    objects.end();
    expect(found).toEqual(records);
  }
});

test('a record without a day is left out and counted', async () => {
  const { ids, outcome } = await read(JSON.stringify([{ ...records[0], dateparution: null }, records[1]]));
  expect([ids.length, outcome]).toEqual([1, { read: { records: 2, unreadable: 1 } }]);
});

test.each([
  ['nothing', '', 'NotNotices'],
  ['words', 'bonjour\n', 'NotNotices'],
  ['another table', 'nom;prenom\nDurand;Anne\n', 'NotNotices'],
  ['other records', '[{"a": 1}]', 'NotNotices'],
  ['a cut list', JSON.stringify(records).slice(0, -200), 'NoticesCut'],
  ['a cut row', `${csvOf(records).slice(0, -400)}\n`, 'UnclosedQuote'],
  ['a tree without end', '['.repeat(10) + '{"a":'.repeat(60), 'NoticesTooDeep'],
  ['a record without end', `[{"id":"${'x'.repeat(2_100_000)}`, 'NoticeTooLong'],
  ['broken JSON', '[{"id": tru}]', 'NotNotices'],
])('%s is refused', async (_name, content, code) => {
  expect((await read(content)).outcome).toMatchObject({ refusal: { code } });
});
