import { type BankEntry, collect, type ReadPart, type ReadResult } from '../../intake/index.ts';
import type { Tx } from '../../store/index.ts';
import { type BookFacts, gatherFacts } from './from-book.ts';
import { type LeftOut, leftOutOf } from './large-refusals.ts';

/** Entries written, and fetched, at a time. */
const BATCH = 2_000;
/** Entries worked on together, unless one day has more. */
const TOGETHER = 5_000;

/**
 * What a file that was read by pieces says: its entries, which the database holds for the time of the transaction, or the
 * facts of its book. Neither its entries nor the customers of its book are in what was read.
 */
export interface StagedParts {
  /** Present for an accounting file. */
  facts?: BookFacts;
  leftOut: LeftOut;
  /** Entries of its statements. */
  count: number;
  /** Most entries of one statement on one day. */
  mostOfOneDay: number;
  /** Entries already worked on. */
  passed: number;
  /** The entries of a statement, by whole days in their order: lines of two days are never one. */
  ofStatement(index: number): AsyncGenerator<BankEntry[]>;
}

/**
 * Reads a file by pieces. Entries go into a temporary table, gone with the transaction, so that a statement of any size
 * costs the memory of one batch. They cannot be stored on the way: whose account it is, and whether the file is refused in
 * the end, is known when all is read; and equal payments are told apart day by day, whatever the order of the file. Of the
 * customers of a book only what is compared is kept: they are never held with it.
 */
export async function stageParts(
  tx: Tx,
  readParts: (onPart: (part: ReadPart) => Promise<void>) => Promise<ReadResult>,
): Promise<{ read: ReadResult; staged: StagedParts }> {
  await tx.query('drop table if exists pg_temp.staged_entry');
  await tx.query(
    `create temporary table staged_entry (statement int not null, on_day text collate "C" not null, place int not null, entry text not null) on commit drop`,
  );
  const rest = collect();
  const gathered = gatherFacts();
  const leftOut: LeftOut = { items: 0, customers: 0 };
  let waiting: { index: number; entry: BankEntry }[] = [];
  let count = 0;
  const flush = async () => {
    await tx.query(
      `insert into pg_temp.staged_entry select * from unnest($1::int[], $2::text[], $3::int[], $4::text[])`,
      [
        waiting.map(({ index }) => index),
        waiting.map(({ entry }) => entry.on),
        waiting.map((_, at) => count + at),
        waiting.map(({ entry }) => JSON.stringify(entry)),
      ],
    );
    count += waiting.length;
    waiting = [];
  };
  const read = await readParts(async (part) => {
    if (part.kind === 'customers') {
      gathered.add(part.customers, part.of.until ?? null);
      const { items, customers } = leftOutOf(part.customers);
      leftOut.items += items;
      leftOut.customers += customers;
      return;
    }
    if (part.kind !== 'entries') return rest.add(part);
    for (const entry of part.entries) waiting.push({ index: part.of.index, entry });
    if (waiting.length >= BATCH) await flush();
  });
  await flush();
  await tx.query('create index on pg_temp.staged_entry (statement, on_day, place)');
  await tx.query('analyze pg_temp.staged_entry');
  const [[mostOfOneDay] = [0]] = await tx.arrays<[number]>(
    `select coalesce(max(n), 0)::int from (select count(*) as n from pg_temp.staged_entry group by statement, on_day) days`,
  );
  const all = read.status === 'read' ? { ...read, ...rest.parts() } : read;
  const facts = all.book === undefined ? {} : { facts: gathered.facts() };
  return {
    read: all,
    staged: { ...facts, leftOut, count, mostOfOneDay, passed: 0, ofStatement: (index) => byWholeDays(tx, index) },
  };
}

async function* byWholeDays(tx: Tx, index: number): AsyncGenerator<BankEntry[]> {
  let days: BankEntry[] = [];
  const rows = tx.batches<{ entry: string }>(
    'select entry from pg_temp.staged_entry where statement = $1 order by on_day, place',
    [index],
    BATCH,
  );
  for await (const batch of rows)
    for (const { entry: written } of batch) {
      const entry = JSON.parse(written) as BankEntry;
      if (days.length >= TOGETHER && days.at(-1)?.on !== entry.on) {
        yield days;
        days = [];
      }
      days.push(entry);
    }
  if (days.length > 0) yield days;
}
