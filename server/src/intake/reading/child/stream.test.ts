/** Large files through the reading process: by pieces, in bounded memory, at the pace of whoever takes the parts. */

import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { camt, camtEntry, camtStatement, camtTransaction } from '../bank/testing/statements.ts';
import type { ReadPart } from '../pieces/piece-reader.ts';
import { ciiInvoice } from '../testing/invoices.ts';
import { openReaders, type Readers } from './readers.ts';

const MEGABYTES = 30;
let folder: string;
let readers: Readers;
let large: string;
let small: string;
let written = 0;
let few = 0;
const [before = '', after = ''] = camt([camtStatement({ entries: '@' })]).split('@');

/** Writes a statement of so many bytes, and gives the number of its entries. */
function write(path: string, size: number): number {
  const file = openSync(path, 'w');
  const entry = (n: number): string =>
    camtEntry({
      amount: `${n % 1_000}.01`,
      reference: `R${n}`,
      transactions: camtTransaction({ endToEnd: `E-${n}`, remittance: `Facture é-${n}` }),
    });
  let count = 0;
  let bytes = writeSync(file, before);
  while (bytes < size) {
    const batch = Array.from({ length: 500 }, (_, place) => entry(count + place + 1));
    bytes += writeSync(file, batch.join('\n'));
    count += batch.length;
  }
  writeSync(file, after);
  closeSync(file);
  return count;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stream-'));
  readers = openReaders({ processes: 1, limits: { memoryMegabytes: 150 } });
  large = join(folder, 'releve.xml');
  small = join(folder, 'petit.xml');
  written = write(large, MEGABYTES * 1_000_000);
  few = write(small, 3_000_000);
});
afterAll(async () => {
  await readers.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a statement of 30 MB', () => {
  it('comes in bounded batches, in order, each entry once, then its sums', async () => {
    let entries = 0;
    let cents = 0;
    let largest = 0;
    let statement: ReadPart | undefined;
    const result = await readers.stream(large, {}, (part) => {
      if (part.kind !== 'entries') {
        statement = part;
        return;
      }
      largest = Math.max(largest, part.entries.length);
      for (const entry of part.entries) {
        entries += 1;
        cents += entry.amountCents;
        if (entry.endToEndId !== `E-${entries}`) throw new Error(`${entry.endToEndId} at place ${entries}`);
      }
    });
    expect(result).toMatchObject({ file: large, format: 'camt', status: 'read', doubts: [] });
    expect(entries).toBe(written);
    expect(largest).toBeLessThanOrEqual(500);
    expect(statement).toMatchObject({ kind: 'statement', index: 0, statement: { creditsCents: cents, entries: [] } });
  });
});

describe('a file of several pieces', () => {
  it('waits for whoever takes its parts', async () => {
    let taking = 0;
    let most = 0;
    await readers.stream(small, {}, async () => {
      taking += 1;
      most = Math.max(most, taking);
      await new Promise(setImmediate);
      taking -= 1;
    });
    expect(most).toBe(1);
  });

  it('is given up when its taker fails, and the next file is read', async () => {
    const failing = readers.stream(small, {}, () => {
      throw new Error('no more disk');
    });
    await expect(failing).rejects.toThrow('no more disk');
    expect((await readers.read(Buffer.from(ciiInvoice()))).document?.number).toBe('F-2026-001');
  });

  it('is put together again by a plain reading', async () => {
    const result = await readers.read(small);
    expect(result.statements?.[0]?.entries).toHaveLength(few);
  });

  it('is refused beyond the limit of its kind, from its size alone', async () => {
    const limits = { streamBytes: 1_000_000 };
    const result = await readers.stream(small, { limits }, () => {});
    expect(result.refusal).toMatchObject({ code: 'FileTooLarge', facts: { limit: 1_000_000 } });
  });
});

describe('a file that is not read by pieces', () => {
  it('gives no part: everything is in the result', async () => {
    const parts: ReadPart[] = [];
    const result = await readers.stream(Buffer.from(ciiInvoice()), { name: 'f.xml' }, (part) => {
      parts.push(part);
    });
    expect([result.document?.number, parts]).toEqual(['F-2026-001', []]);
  });

  it('keeps its own limit, and is refused before the rest of it is sent', async () => {
    const result = await readers.stream(small, { limits: { fileBytes: 1 }, mapping: { columns: {} } }, () => {});
    expect(result.status).toBe('read');
    const other = Buffer.concat([Buffer.from('Client;Facture;Montant\n'), Buffer.alloc(2_000_000, 'A;F;1,00\n')]);
    const refused = await readers.stream(other, { limits: { fileBytes: 1_500_000 } }, () => {});
    expect(refused.refusal).toMatchObject({ code: 'FileTooLarge', facts: { limit: 1_500_000, found: other.length } });
  });

  it.each([
    ['/nowhere/at/all.xml', 'FileNotFound'],
    [tmpdir(), 'NotAFile'],
  ])('%s is a refusal', async (path, code) => {
    expect((await readers.stream(path, {}, () => {})).refusal?.code).toBe(code);
  });
});
