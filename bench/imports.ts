import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { openReaders } from '../server/src/intake/index.ts';
import { ciiInvoice, ciiLine, ciiParty, ciiTotals } from '../server/src/intake/reading/testing/invoices.ts';
import { createCompany, type ImportOutcome, importPaths } from '../server/src/jobs/index.ts';
import { accountingFile } from './accounting-file.ts';
import { bankReading } from './bank-reading.ts';
import { fecReading } from './fec-reading.ts';
import { openBenchDatabase } from './lib/database.ts';
import { type Cost, costOf } from './lib/processor.ts';
import type { Run } from './lib/run.ts';

/** A SIREN with its check digit (Luhn), made from eight figures. */
function siren(eight: number): string {
  const figures = String(eight);
  let sum = 0;
  for (const [index, figure] of [...figures].entries()) {
    const doubled = index % 2 === 1 ? Number(figure) * 2 : Number(figure);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return figures + ((10 - (sum % 10)) % 10);
}

/** Invoice `n` as CII, with ten lines, as Factur-X carries it. */
function invoiceXml(n: number): string {
  const line = 1_000 + n;
  const [net, vat] = [line * 10, line * 2];
  const euros = (cents: number) => (cents / 100).toFixed(2);
  return ciiInvoice({
    number: `FX-${n}`,
    lines: ciiLine(euros(line)).repeat(10),
    buyer: ciiParty(`Client ${n % 200}`, siren(50_000_000 + (n % 200))),
    taxes: '',
    totals: ciiTotals({
      LineTotalAmount: euros(net),
      TaxBasisTotalAmount: euros(net),
      TaxTotalAmount: euros(vat),
      GrandTotalAmount: euros(net + vat),
      DuePayableAmount: euros(net + vat),
    }),
  });
}

/** The page a person reads, with the XML a program reads attached to it. */
async function facturX(n: number): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage();
  for (let line = 0; line < 40; line += 1)
    page.drawText(`Facture FX-${n}, ligne ${line}`, { x: 50, y: 780 - line * 18, size: 10, font });
  await document.attach(Buffer.from(invoiceXml(n)), 'factur-x.xml', { mimeType: 'text/xml', description: 'Factur-X' });
  return document.save();
}

/** Reading and storing Factur-X files, as `acquit import` does. */
export async function imports(run: Run): Promise<void> {
  await bankReading(run);
  await fecReading(run);
  const count = run.quick ? 100 : 1_000;
  const folder = mkdtempSync(join(tmpdir(), 'acquit-bench-files-'));
  const database = await openBenchDatabase();
  try {
    const files: string[] = [];
    for (let n = 0; n < count; n += 1) {
      files.push(join(folder, `FX-${n}.pdf`));
      writeFileSync(files[n]!, await facturX(n));
    }
    run.say(`${count} files made`);
    const loading = performance.now();
    for (const file of files) await PDFDocument.load(readFileSync(file), { updateMetadata: false });
    const loadSeconds = (performance.now() - loading) / 1000;
    const values: number[] = [];
    for (let repetition = 0; repetition < (run.quick ? 1 : 3); repetition += 1)
      values.push(await importAll(database, files));
    run.add({
      section: 'Import',
      what: `${count} Factur-X PDF read in the limited processes and stored, each file a transaction`,
      unit: 's',
      values,
      kind: 'cost',
      budget: (20 * count) / 1_000,
      limit: { what: 'pdf-lib opening the same files in one process, nothing else', value: loadSeconds },
      whenMissed: 'each file is read in a limited process, compared, and committed by itself',
    });
    await bookImport(run, database);
  } finally {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A large accounting file read and stored in one transaction, by an installation that knows nothing of it yet. */
async function bookImport(
  run: Run,
  { store, postmaster }: Awaited<ReturnType<typeof openBenchDatabase>>,
): Promise<void> {
  const lines = run.quick ? 10_000 : 100_000;
  const folder = mkdtempSync(join(tmpdir(), 'acquit-bench-books-'));
  const path = join(folder, '123456782FEC20261231.txt');
  writeFileSync(path, accountingFile(lines, 2_000));
  const readers = openReaders();
  const costs: Cost[] = [];
  try {
    for (let repetition = 0; repetition < (run.quick ? 1 : 3); repetition += 1) {
      const tenantId = await newTenant(store);
      const none = { legalForm: null, legalId: null, vat: null, postcode: null, city: null, email: null, phone: null };
      const company = { name: 'Banc d’essai', ...none, addressLines: [], country: 'FR', iban: null, bic: null };
      await store.inTenant(tenantId, (tx) => createCompany(tx, tenantId, company));
      const order = { tenantId, companyId: null, actor: 'bench', today: '2026-11-17', dryRun: false };
      const told = Promise.withResolvers<ImportOutcome>();
      let whole: Promise<void> = Promise.resolve();
      const { cost, result: outcome } = await costOf(postmaster, () => {
        whole = importPaths(store, readers, order, [path], { onDone: told.resolve });
        whole.catch(told.reject);
        return told.promise;
      });
      // The statistics of the tables come once the user has his answer; the next repetition must not pay for them.
      await whole;
      costs.push(cost);
      if (outcome.status !== 'imported') throw new Error(`The accounting file was ${outcome.status}.`);
    }
  } finally {
    await readers.close();
    rmSync(folder, { recursive: true, force: true });
  }
  run.add({
    section: 'Import',
    what: `a FEC of ${lines} lines read and stored, one transaction`,
    unit: 's',
    values: costs.map((cost) => cost.seconds),
    kind: 'cost',
    budget: (3 * lines) / 100_000,
    whenMissed: 'claims, receipts and what they clear are rows with their keys checked one by one by the database',
  });
  run.add({
    section: 'Import',
    what: 'the same: CPU of the importing process',
    unit: 's',
    values: costs.map((cost) => cost.cpu),
    kind: 'cost',
  });
  run.add({
    section: 'Import',
    what: 'the same: CPU of the database server',
    unit: 's',
    values: costs.flatMap((cost) => cost.serverCpu ?? []),
    kind: 'cost',
  });
}

async function newTenant(store: Awaited<ReturnType<typeof openBenchDatabase>>['store']): Promise<string> {
  const tenantId = randomUUID();
  await store.inTenant(tenantId, (tx) =>
    tx.query(`insert into tenant (tenant_id, name) values ($1, 'Banc d’essai')`, [tenantId]),
  );
  return tenantId;
}

async function importAll(
  { store }: Awaited<ReturnType<typeof openBenchDatabase>>,
  files: readonly string[],
): Promise<number> {
  const tenantId = await newTenant(store);
  const order = { tenantId, companyId: null, actor: 'bench', today: '2026-11-17', dryRun: false };
  const readers = openReaders();
  const start = performance.now();
  try {
    let imported = 0;
    await importPaths(store, readers, order, files, {
      onDone: ({ status }) => {
        if (status === 'imported') imported += 1;
      },
    });
    if (imported !== files.length) throw new Error(`Imported ${imported} of ${files.length} files.`);
    return (performance.now() - start) / 1000;
  } finally {
    await readers.close();
  }
}
