import { randomBytes, randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { BankEntry, BankStatement, ReadPart, ReadResult } from '../../intake/index.ts';
import { newTenant, testStore } from '../../testing/index.ts';
import { endDeadImports, importFiles } from './index.ts';
import type { FileToImport, LargeFile } from './order.ts';
import { bookOf, makeCompany } from './testing/book.ts';

const { store } = await testStore();

const statement = (...entries: Partial<BankEntry>[]): BankStatement => ({
  iban: 'FR7630006000011234567890189',
  currency: 'EUR',
  creditsCents: 0,
  debitsCents: 0,
  entries: entries.map((one) => ({
    on: '2026-11-20',
    amountCents: 5_000,
    status: 'booked',
    label: 'VIR',
    remittance: [],
    ...one,
  })),
});

const said = (rest: Partial<ReadResult>): ReadResult => ({
  file: 'releve.xml',
  format: 'camt',
  status: 'read',
  doubts: [],
  ...rest,
});

const whole = (statements: BankStatement[]): FileToImport => ({
  name: 'releve.xml',
  mediaType: 'application/xml',
  bytes: Buffer.from(randomUUID()),
  read: said({ statements }),
});

/** The same statements as a reader gives those of a large file: one entry at a time, then each statement without its own. */
const byPieces = (statements: BankStatement[], end: Partial<ReadResult> = {}): LargeFile => ({
  name: 'releve.xml',
  mediaType: 'application/xml',
  content: { sha256: randomBytes(32), size: 10, path: '' },
  async readParts(onPart: (part: ReadPart) => void | Promise<void>) {
    for (const [index, { entries, ...one }] of statements.entries()) {
      for (const entry of entries)
        await onPart({ kind: 'entries', of: { index, currency: one.currency }, entries: [entry] });
      await onPart({ kind: 'statement', index, statement: { ...one, entries: [] } });
    }
    return said(end);
  },
});

async function newDesk() {
  const tenantId = await newTenant(store);
  await makeCompany(store, tenantId);
  const order = { tenantId, companyId: null, actor: 'cli', today: '2026-11-22', dryRun: false };
  const take = async (file: FileToImport | LargeFile) => (await importFiles(store, order, [file]))[0]!;
  return { tenantId, take, book: () => bookOf(store, tenantId) };
}

it('makes of a file read by pieces the same book as of one held whole, in whatever order its days come', async () => {
  const [held, pieces] = [await newDesk(), await newDesk()];
  const first = [statement({}, { on: '2026-11-18' }, {}, { on: '2026-11-18', label: 'CB' }, { amountCents: -300 })];
  const second = [
    statement({ on: '2026-11-18' }, {}, {}, { on: '2026-11-18' }, {}),
    statement({}, { on: '2026-11-21', status: 'pending' }, { currency: 'USD' }),
  ];
  for (const statements of [first, second]) {
    const { importId: _, ...one } = await held.take(whole(statements));
    const { importId: __, lines, ...other } = await pieces.take(byPieces(statements));
    expect({ ...other, lines: lines.length }).toEqual({ ...one, lines: one.lines.length, companyId: other.companyId });
  }
  expect(await pieces.book()).toEqual(await held.book());
});

it('keeps nothing of what came before a refusal, and says why', async () => {
  const desk = await newDesk();
  const before = await desk.book();
  const refusal = { code: 'LineTooLong', message: 'Une ligne est trop longue.', facts: {} } as ReadResult['refusal'];
  const done = await desk.take(byPieces([statement({}, {})], { status: 'refused', ...(refusal ? { refusal } : {}) }));
  expect([done.status, done.refusals[0]?.code]).toEqual(['refused', 'LineTooLong']);
  expect(await desk.book()).toEqual(before);
});

it('says at the next start that an import died with its process, and leaves one that lives', async () => {
  const desk = await newDesk();
  const begin = (silentFor: string) =>
    store.inTenant(desk.tenantId, async (tx) => {
      const sha256 = randomBytes(32);
      await tx.query(`insert into blob values ($1, $2, 1, 'text/plain')`, [desk.tenantId, sha256]);
      await tx.query(
        `insert into import_job (tenant_id, import_id, file_name, sha256, format, status, imported_by, touched_at)
         values ($1, $2, 'a', $3, 'unknown', 'running', 'cli', now() - $4::interval)`,
        [desk.tenantId, randomUUID(), sha256, silentFor],
      );
    });
  await begin('1 hour');
  await begin('1 second');
  expect(await endDeadImports(store, desk.tenantId)).toBe(1);
  const jobs = await store.inTenant(desk.tenantId, (tx) =>
    tx.arrays(`select status, refusals -> 0 ->> 'code' from import_job where tenant_id = $1 order by status`, [
      desk.tenantId,
    ]),
  );
  expect(jobs).toEqual([
    ['failed', 'ImportInterrupted'],
    ['running', null],
  ]);
});
