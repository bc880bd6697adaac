import { SaxesParser } from 'saxes';
import {
  camt,
  camtEntry,
  camtStatement,
  camtTransaction,
} from '../server/src/intake/reading/bank/testing/statements.ts';
import { openSession } from '../server/src/intake/reading/session.ts';
import { ownCpu } from './lib/processor.ts';
import type { Run } from './lib/run.ts';

/** Bytes handed over at a time, as the reading process gets them. */
const PIECE = 1_000_000;

/** A statement of about so many bytes: transfers with their payer, his account, his reference and his words. */
function statement(size: number): Buffer {
  const [before = '', after = ''] = camt([camtStatement({ entries: '@' })]).split('@');
  const entry = (n: number): string =>
    camtEntry({
      amount: `${n % 9_000}.${String(n % 100).padStart(2, '0')}`,
      value: '2026-03-02',
      reference: `R${n}`,
      transactions: camtTransaction({
        endToEnd: `E-${n}`,
        party: `<Dbtr><Nm>Client ${n % 500}</Nm></Dbtr><DbtrAcct><Id><IBAN>DE89370400440532013000</IBAN></Id></DbtrAcct>`,
        remittance: `Facture F-2026-${n} du 12/01/2026`,
      }),
    });
  const entries: string[] = [];
  const count = Math.ceil(size / entry(1_000).length);
  for (let n = 1; n <= count; n += 1) entries.push(entry(n));
  return Buffer.from(before + entries.join('\n') + after);
}

/** Megabytes per second of processor: what others do on the machine meanwhile is left out. */
function speed(bytes: Buffer, work: () => void): number {
  const start = ownCpu();
  work();
  return bytes.length / 1_000_000 / (ownCpu() - start);
}

function readByPieces(bytes: Buffer): void {
  const session = openSession({ name: 'bench.xml' }, () => {}, bytes.length);
  for (let at = 0; at < bytes.length; at += PIECE)
    if (!session.feed(bytes.subarray(at, at + PIECE))) throw new Error('The statement of the bench must be read.');
}

function parseOnly(bytes: Buffer): void {
  const parser = new SaxesParser({ xmlns: false });
  let tags = 0;
  parser.on('opentag', () => {
    tags += 1;
  });
  parser.on('text', () => {});
  for (let at = 0; at < bytes.length; at += PIECE) parser.write(bytes.subarray(at, at + PIECE).toString('latin1'));
  if (tags === 0) throw new Error('The statement of the bench is made badly.');
}

/** Reading a long bank statement alone, without storing anything. */
export async function bankReading(run: Run): Promise<void> {
  const bytes = statement(run.quick ? 10_000_000 : 60_000_000);
  readByPieces(bytes.subarray(0, PIECE));
  const values = Array.from({ length: run.quick ? 1 : 5 }, () => speed(bytes, () => readByPieces(bytes)));
  run.add({
    section: 'Import',
    what: `camt.053 of ${Math.round(bytes.length / 1_000_000)} MB read by pieces, nothing stored`,
    unit: 'MB/s',
    values,
    kind: 'speed',
    budget: 20,
    limit: {
      what: 'saxes reading the same tags and doing nothing with them',
      value: speed(bytes, () => parseOnly(bytes)),
    },
    whenMissed:
      'every entry becomes a small tree, then an object with its texts; a slower machine reads its tags slower too',
  });
}
