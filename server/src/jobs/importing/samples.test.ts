import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openReaders } from '../../intake/index.ts';
import { describeWith, newTenant, testStore } from '../../testing/index.ts';
import { importFiles, mediaTypeOf, undoImport } from './index.ts';
import type { ImportOutcome } from './order.ts';
import { bookOf, makeCompany } from './testing/book.ts';

/** Real files, kept beside the project and never in it. */
const folder = join(import.meta.dirname, '../../../../../shared/samples');
const present = existsSync(folder);

const files = present
  ? readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile() && one.parentPath !== folder)
      .map((one) => relative(folder, join(one.parentPath, one.name)))
      .sort()
  : [];

const { store } = await testStore();
const readers = openReaders();
afterAll(() => readers.close());

/** What the same file tells in other bytes: a sheet of paper that was copied is not another invoice. */
const copyOf = (bytes: Uint8Array) => Buffer.concat([bytes, Buffer.from(' ')]);

describeWith('the real files of ../shared/samples', present, 'every real file', () => {
  it('is there', () => expect(files.length).toBeGreaterThanOrEqual(81));

  it.each(files)('%s: imported again it changes nothing, and undone it leaves nothing', async (file) => {
    const tenantId = await newTenant(store);
    await makeCompany(store, tenantId);
    const bytes = readFileSync(join(folder, file));
    const read = await readers.read(bytes, { name: file });
    const order = { tenantId, companyId: null, actor: 'cli', today: '2026-11-22', dryRun: false };
    const importIt = async (content: Uint8Array): Promise<ImportOutcome> =>
      (
        await importFiles(store, order, [
          { name: file, bytes: content, mediaType: mediaTypeOf(file, read.format), read: fitting(read) },
        ])
      )[0]!;
    const empty = await bookOf(store, tenantId);
    const first = await importIt(bytes);
    const after = await bookOf(store, tenantId);
    const again = await importIt(bytes);
    expect(await bookOf(store, tenantId)).toEqual(after);
    expect(again.changed).toBe(false);
    const copied = await importIt(copyOf(bytes));
    expect(copied.changes).toMatchObject({ newClaims: 0, newCreditNotes: 0, receipts: 0, bankLines: 0 });
    expect(await bookOf(store, tenantId)).toEqual(after);
    expect(copied.changed).toBe(false);
    if (!first.changed || first.importId === null) return expect(after).toEqual(empty);
    const { importId } = first;
    const refused = await store.inTenant(tenantId, (tx) =>
      undoImport(tx, { importId, actor: 'cli', today: '2026-11-22' }),
    );
    expect(refused).toBeNull();
    expect(await bookOf(store, tenantId)).toEqual(empty);
    expect((await importIt(bytes)).changes).toEqual(first.changes);
    expect(await bookOf(store, tenantId)).toEqual(after);
  });
});

/** The seller of an invoice is made the company of the test: whose it is has its own tests. */
function fitting<T extends { document?: { seller?: object } }>(read: T): T {
  return read.document ? { ...read, document: { ...read.document, seller: { name: 'Société d’essai' } } } : read;
}
