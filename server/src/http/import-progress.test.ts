import { setTimeout as pause } from 'node:timers/promises';
import type { ImportJobView, SyncPreview } from '@acquit/recovery';
import { afterAll, expect, test } from 'vitest';
import { openReaders, type Readers } from '../intake/index.ts';
import { camt, camtEntry, camtStatement } from '../intake/reading/bank/testing/statements.ts';
import { beginDropped } from '../jobs/index.ts';
import { findImport } from '../store/index.ts';
import { newTenant, testStore } from '../testing/index.ts';
import { testApp } from './testing/app.ts';
import { makeBook } from './testing/book.ts';
import { signedIn } from './testing/people.ts';

const { store, home } = await testStore();
const app = await testApp(store, home);
const readers = openReaders({ processes: 1 });
afterAll(() => readers.close());

/** Entries far apart: a file large enough to be read by pieces, of which there is little to store. */
const ENTRIES = 90;
const statement = () =>
  camt([
    camtStatement({
      entries: Array.from({ length: ENTRIES }, (_, n) => camtEntry({ amount: `${n + 1}.00`, reference: `R${n}` })).join(
        ' '.repeat(100_000),
      ),
    }),
  ]);

test('a large import tells how far it is while it runs, and what it did at its end', async () => {
  const tenantId = await newTenant(store);
  const client = await signedIn(app, store, tenantId);
  const { companyId } = await makeBook(store, tenantId);
  let look: () => void = () => undefined;
  const looked = new Promise<void>((resolve) => {
    look = resolve;
  });
  // Its first part is kept waiting until the test has looked.
  const watched: Readers = {
    ...readers,
    stream: (file, options, onPart, onBytes) =>
      readers.stream(file, options, (part) => looked.then(() => onPart(part)), onBytes),
  };
  let done: Promise<ImportJobView> | undefined;
  app.services.applyImport = async (caller, file, options) => {
    const begun = await beginDropped(store, watched, { tenantId, actor: caller.actor, ...options }, file);
    done = begun.done;
    return (await store.inTenant(tenantId, (tx) => findImport(tx, begun.importId)))!;
  };
  const form = new FormData();
  form.append('files', new Blob([statement()]), 'releve.xml');
  const [preview] = (await client.post<SyncPreview[]>('/api/companies/imports/preview', form)).body;
  const { importId, state } = (
    await client.post<ImportJobView>(`/api/imports/${preview?.uploadId}/apply`, { companyId })
  ).body;
  expect(state).toBe('running');

  const show = async () => (await client.get<ImportJobView>(`/api/imports/${importId}`)).body;
  let shown = await show();
  while (shown.progress === 0) {
    await pause(20);
    shown = await show();
  }
  expect(shown).toMatchObject({ state: 'running', phase: 'Lecture', fileName: 'releve.xml', canUndo: false });
  expect(shown.progress).toBeLessThan(1);
  // Nothing of it is seen before all of it is.
  expect(shown.changes.bankLines).toBe(0);

  look();
  await done;
  expect(await show()).toMatchObject({
    state: 'imported',
    phase: null,
    progress: null,
    changes: { bankLines: ENTRIES },
    canUndo: true,
  });
});
