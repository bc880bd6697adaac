import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { type SinkProcess, startSinkProcess } from '../../drills/lib/sink.ts';
import { composer, runPass, sendDueOnce } from '../../server/src/jobs/index.ts';
import { composeReminder, plantCompany, plantReminders, SENDER } from '../../server/src/jobs/outbox/fixture.ts';
import { closeRender } from '../../server/src/render/index.ts';
import { appendJournal } from '../../server/src/store/index.ts';
import { type BenchDatabase, openBenchDatabase } from '../lib/database.ts';
import { median } from '../lib/figures.ts';
import { type Cost, costOf } from '../lib/processor.ts';
import type { Run } from '../lib/run.ts';
import { makeBook } from '../night/book.ts';
import { sendWithPool } from './pool.ts';

const CONNECTIONS = 5;
const REPETITIONS = 3;

const POOL = 'nodemailer’s pool with TCP_NODELAY, text and HTML, nothing recorded';
const SHARED =
  'the mail server, PostgreSQL and the sender share the cores of this machine; the limit was measured beside them';
const TYPESET =
  'a statement is typeset for each message, which the typesetter bounds (see Letters); sending alone is above';

interface Sent {
  cost: Cost;
  messages: number;
}

/** E-mails on the exactly-once path to a real mail server in another process, beside a pool that marks nothing. */
export async function messages(run: Run): Promise<void> {
  const count = run.quick ? 200 : 2_000;
  const folder = mkdtempSync(join(tmpdir(), 'acquit-bench-sink-'));
  const database = await openBenchDatabase();
  const sink = await startSinkProcess(join(folder, 'sink.log'), { care: 'fast' });
  try {
    const pool: Sent[] = [];
    const plain: Sent[] = [];
    // Once for warmth, so that neither way pays for compiling the other's code.
    await sendPlain(database, sink, 100);
    await sendWithPool({ port: sink.port, connections: CONNECTIONS, count: 100, from: SENDER });
    for (let repetition = 0; repetition < REPETITIONS; repetition += 1) {
      const { cost } = await costOf(null, () =>
        sendWithPool({ port: sink.port, connections: CONNECTIONS, count, from: SENDER }),
      );
      pool.push({ cost, messages: count });
      plain.push(await sendPlain(database, sink, count));
    }
    report(run, 'text and HTML', plain, pool, SHARED);
    run.say('with the statement of account and copies of invoices');
    report(
      run,
      'with the statement as PDF and copies of the invoices',
      [await sendReal(run, database, sink)],
      pool,
      TYPESET,
    );
  } finally {
    await closeRender();
    await sink.stop();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const perSecond = ({ cost, messages: sent }: Sent): number => sent / cost.seconds;
const perThousand = ({ cost, messages: sent }: Sent): number => (cost.cpu / sent) * 1_000;

function report(run: Run, what: string, sent: readonly Sent[], pool: readonly Sent[], whenMissed: string): void {
  run.add({
    section: 'Messages',
    what: `e-mails exactly once, ${what}, ${CONNECTIONS} connections`,
    unit: '/s',
    values: sent.map(perSecond),
    kind: 'speed',
    budget: 500,
    limit: { what: POOL, value: median(pool.map(perSecond)) },
    whenMissed,
  });
  run.add({
    section: 'Messages',
    what: `the same: CPU of the sending process per 1,000`,
    unit: 's',
    values: sent.map(perThousand),
    kind: 'cost',
    budget: 1,
    limit: { what: POOL, value: median(pool.map(perThousand)) },
    whenMissed,
  });
}

async function sendPlain({ store }: BenchDatabase, sink: SinkProcess, count: number): Promise<Sent> {
  const planted = await plantCompany(store, { port: sink.port });
  await plantReminders(store, planted, { count });
  return send(count, sink, () =>
    sendDueOnce({ store, journal: appendJournal, compose: composeReminder, connections: CONNECTIONS }),
  );
}

/** What a night decides on a real book leaves with the product's own composer, each invoice with its copy. */
async function sendReal(run: Run, database: BenchDatabase, sink: SinkProcess): Promise<Sent> {
  const { store } = database;
  const cases = run.quick ? 150 : 1_800;
  const { tenantId, companyId, nights } = await makeBook(database, cases * 5, cases, 1);
  const copy = await invoiceCopy();
  const sha256 = await store.blobs.put(copy);
  await store.inTenant(tenantId, async (tx) => {
    await tx.query(`insert into blob (tenant_id, sha256, bytes, media_type) values ($1, $2, $3, 'application/pdf')`, [
      tenantId,
      sha256,
      copy.byteLength,
    ]);
    await tx.query('update claim set document_sha256 = $2 where tenant_id = $1', [tenantId, sha256]);
    // More leaves at once than a company that has set nothing lets go by itself.
    await tx.query(`update company set settings = settings || '{"dailyCap": null}' where tenant_id = $1`, [tenantId]);
    await tx.query(
      `insert into mail_account (tenant_id, company_id, host, port, security, from_name, from_address)
       values ($1, $2, '127.0.0.1', $3, 'none', 'Atelier Durand', $4)`,
      [tenantId, companyId, sink.port, SENDER],
    );
  });
  await runPass(store, { tenantId, companyId, on: nights[0]!, dryRun: false });
  // Measured at any hour: a consumer’s message would wait for a working day.
  await store.inTenant(tenantId, (tx) =>
    tx.query('update outbox set send_window = null where tenant_id = $1', [tenantId]),
  );
  const [[due = 0] = []] = await store.inTenant(tenantId, (tx) =>
    tx.arrays<[number]>(`select count(*)::int from outbox where state = 'due' and channel = 'email'`),
  );
  return send(due, sink, () =>
    sendDueOnce({
      store,
      journal: appendJournal,
      compose: composer(store),
      connections: CONNECTIONS,
      // What a pass of the past prepared leaves on its day; later, it would wait for the pass of that later day.
      passDay: () => nights[0]!,
    }),
  );
}

async function send(count: number, sink: SinkProcess, work: () => Promise<{ sent: number }>): Promise<Sent> {
  const before = sink.taken();
  const { cost, result } = await costOf(null, work);
  if (result.sent !== count || sink.taken() - before !== count)
    throw new Error(`Sent ${result.sent} and taken ${sink.taken() - before} of ${count}.`);
  return { cost, messages: count };
}

/** A page of text as invoices are, some 20 KB with its font. */
async function invoiceCopy(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (let line = 0; line < 40; line += 1)
    page.drawText(`Prestation ${line} : fourniture et pose`, { x: 50, y: 780 - line * 18, size: 10, font });
  // What a logo weighs: bytes that nothing can compress.
  await document.attach(crypto.getRandomValues(new Uint8Array(20_000)), 'logo.bin', {});
  return document.save({ useObjectStreams: false });
}
