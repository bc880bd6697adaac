/** Files too large to be held: `acquit read` prints them piece by piece, still as one object per file. */

import { statSync } from 'node:fs';
import type { Readers, ReadPart, ReadResult } from '../intake/index.ts';

/** Beyond this size a file is read by pieces. */
const LARGE_BYTES = 8_000_000;

export function isLarge(file: string): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGE_BYTES;
}

/**
 * Reads a large file, and with `json` prints its object as it comes: the entries of a statement stand before its sums,
 * the customers of an accounting file before its totals, and the status at the end. Gives the result without entries.
 */
export async function readLarge(readers: Readers, file: string, json: boolean): Promise<ReadResult> {
  const printer = new PiecePrinter(file, json ? write : async () => {});
  const statements: NonNullable<ReadResult['statements']> = [];
  let book: ReadResult['book'];
  const result = await readers.stream(file, {}, async (part) => {
    if (part.kind === 'statement') statements.push(part.statement);
    if (part.kind === 'book') book = part.book;
    await printer.part(part);
  });
  await printer.end(result);
  if (result.status === 'refused') return result;
  return { ...result, ...(statements.length > 0 ? { statements } : {}), ...(book === undefined ? {} : { book }) };
}

/** Writes the parts of one file as one JSON object, nothing of it twice and nothing kept. */
class PiecePrinter {
  private readonly file: string;
  private readonly write: (text: string) => Promise<void>;
  /** Keys open at this moment, outermost first: `statements`, then `entries` inside one of them. */
  private open: 'nothing' | 'statements' | 'entries' | 'customers' = 'nothing';
  private separator = '';
  private started = false;

  constructor(file: string, write: (text: string) => Promise<void>) {
    this.file = file;
    this.write = write;
  }

  async part(part: ReadPart): Promise<void> {
    if (part.kind === 'entries') await this.items('entries', part.entries);
    else if (part.kind === 'customers') await this.items('customers', part.customers);
    else if (part.kind === 'statement') {
      await this.items('entries', []);
      const { entries: _none, ...facts } = part.statement;
      await this.write(`],${JSON.stringify(facts).slice(1)}`);
      this.open = 'statements';
      this.separator = ',';
    } else {
      await this.items('customers', []);
      const { customers: _none, ...facts } = part.book;
      await this.write(`],${JSON.stringify(facts).slice(1)}`);
      this.open = 'nothing';
    }
  }

  async end(result: ReadResult): Promise<void> {
    await this.start();
    // What a refusal cut short is closed all the same, so that the line stays one JSON object.
    const closing = { nothing: '', statements: ']', entries: ']}]', customers: ']}' }[this.open];
    const { file: _said, ...rest } = result;
    await this.write(`${closing},${JSON.stringify(rest).slice(1)}\n`);
  }

  private async items(kind: 'entries' | 'customers', items: readonly unknown[]): Promise<void> {
    if (this.open !== kind) {
      await this.start();
      const statements = this.open === 'statements' ? this.separator : ',"statements":[';
      await this.write(kind === 'customers' ? ',"ledger":{"customers":[' : `${statements}{"entries":[`);
      this.open = kind;
      this.separator = '';
    }
    if (items.length === 0) return;
    const text = items.map((item) => JSON.stringify(item)).join(',');
    await this.write(`${this.separator}${text}`);
    this.separator = ',';
  }

  private async start(): Promise<void> {
    if (!this.started) await this.write(`{"file":${JSON.stringify(this.file)}`);
    this.started = true;
  }
}

/** Waits for whoever reads our output, so that a slow pipe does not fill the memory. */
function write(text: string): Promise<void> {
  return new Promise((resolve) => {
    if (process.stdout.write(text)) resolve();
    else process.stdout.once('drain', () => resolve());
  });
}
