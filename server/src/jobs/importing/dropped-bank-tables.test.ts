import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openReaders } from '../../intake/index.ts';
import { newTenant, testStore } from '../../testing/index.ts';
import { importDropped, previewDropped, undoImport } from './index.ts';
import { bookOf, makeCompany } from './testing/book.ts';

const { store } = await testStore();
const readers = openReaders();
const folder = mkdtempSync(join(tmpdir(), 'acquit-bank-tables-'));
afterAll(async () => {
  await readers.close();
  rmSync(folder, { recursive: true, force: true });
});

const TODAY = '2026-11-22';
/** The table of a bank that nobody knows, under the lines of its letterhead. */
const table = (rows: string[]) =>
  ['Caisse de l’Aubrac;;;', 'Extrait;au 20/11/2026;;', 'Quand;Quoi;Combien;Reste', ...rows, ''].join('\n');
const NOVEMBER = ['18/11/2026;VIR DUPONT FA-2026-1;120,00;1120,00', '19/11/2026;FRAIS;-3,50;1116,50'];
const COLUMNS = { on: 0, label: 1, amount: 2, balance: 3 };

let files = 0;
function dropped(text: string) {
  files += 1;
  const path = join(folder, `${files}.csv`);
  writeFileSync(path, text);
  return { uploadId: `${files}`, fileName: 'releve.csv', path };
}

async function newDesk() {
  const tenantId = await newTenant(store);
  const companyId = await makeCompany(store, tenantId);
  const order = (mapping: Record<string, number> | null = null) => ({
    tenantId,
    companyId,
    actor: 'user:claire',
    today: TODAY,
    mapping,
  });
  return {
    tenantId,
    preview: async (text: string, mapping?: Record<string, number>) =>
      (await previewDropped(store, readers, order(mapping), [dropped(text)]))[0]!,
    take: (text: string, mapping?: Record<string, number>) =>
      importDropped(store, readers, order(mapping), dropped(text)),
  };
}

describe('the table of an unknown bank', () => {
  it('shows its columns without a meaning, is read with those a person gives, and remembers them', async () => {
    const desk = await newDesk();
    const unread = await desk.preview(table(NOVEMBER));
    expect(unread).toMatchObject({ status: 'refused', counts: { bankLines: 0 } });
    expect(unread.columns).toEqual([
      { index: 0, header: 'Quand', field: null, sample: '18/11/2026' },
      { index: 1, header: 'Quoi', field: null, sample: 'VIR DUPONT FA-2026-1' },
      { index: 2, header: 'Combien', field: null, sample: '120,00' },
      { index: 3, header: 'Reste', field: null, sample: '1120,00' },
    ]);

    const told = await desk.preview(table(NOVEMBER), COLUMNS);
    expect(told).toMatchObject({ status: 'ready', format: 'bank-csv', counts: { bankLines: 2 }, totalCents: 11_650 });
    expect(told.columns?.map(({ header, field }) => [header, field])).toEqual([
      ['Quand', 'on'],
      ['Quoi', 'label'],
      ['Combien', 'amount'],
      ['Reste', 'balance'],
    ]);
    expect(await desk.take(table(NOVEMBER), COLUMNS)).toMatchObject({ state: 'imported', changes: { bankLines: 2 } });

    const next = await desk.preview(table(['20/11/2026;VIR MARTIN;80,00;1196,50']));
    expect(next).toMatchObject({ status: 'ready', counts: { bankLines: 1 }, totalCents: 8_000 });
  });

  it('refuses columns that are no statement by name, and stores nothing', async () => {
    const desk = await newDesk();
    const refused = await desk.preview(table(NOVEMBER), { on: 0, label: 1 });
    expect(refused).toMatchObject({ status: 'refused', refusal: { code: 'InvalidMapping' } });
    expect(refused.columns?.map(({ header }) => header)).toEqual(['Quand', 'Quoi', 'Combien', 'Reste']);
    expect(await desk.take(table(NOVEMBER), { on: 9, amount: 2 })).toMatchObject({ state: 'refused' });
  });
});

describe('the table of a known bank', () => {
  it('shows how its columns were understood, each with a sample, and lets them be corrected', async () => {
    const desk = await newDesk();
    const text = [
      'Date;Libellé;Débit;Crédit;Commentaire',
      '18/11/2026;VIR DUPONT;;120,00;',
      '19/11/2026;FRAIS;3,50;;Frais de tenue',
      '',
    ].join('\n');
    const seen = await desk.preview(text);
    expect(seen.columns).toEqual([
      { index: 0, header: 'Date', field: 'on', sample: '18/11/2026' },
      { index: 1, header: 'Libellé', field: 'label', sample: 'VIR DUPONT' },
      { index: 2, header: 'Débit', field: 'debit', sample: '3,50' },
      { index: 3, header: 'Crédit', field: 'credit', sample: '120,00' },
      { index: 4, header: 'Commentaire', field: 'words', sample: 'Frais de tenue' },
    ]);
    const swapped = await desk.preview(text, { on: 0, label: 1, words: 4, debit: 3, credit: 2 });
    expect(swapped.totalCents).toBe(-seen.totalCents);
  });
});

describe('a statement whose lines Acquit matched', () => {
  it('says how many receipts it settled, and is taken back whole by whoever brought it', async () => {
    const desk = await newDesk();
    const ledger = [
      'Numéro;Client;Date de facture;Échéance;Montant TTC',
      'FA-2026-1;Menuiserie Dupont;01/09/2026;01/10/2026;120,00',
      '',
    ].join('\n');
    expect(await desk.take(ledger)).toMatchObject({ changes: { newClaims: 1 } });
    const before = await bookOf(store, desk.tenantId);
    const job = await desk.take(table(NOVEMBER), COLUMNS);
    expect(job).toMatchObject({ canUndo: true, changes: { bankLines: 2, receipts: 1 } });
    const refused = await store.inTenant(desk.tenantId, (tx) =>
      undoImport(tx, { importId: job.importId, actor: 'user:claire', today: TODAY }),
    );
    expect(refused).toBe(null);
    expect(await bookOf(store, desk.tenantId)).toEqual(before);
  });
});
