import { formatDay } from '@acquit/law';
import { startProcess } from '../../drills/lib/processes.ts';
import { type BenchDatabase, openBenchDatabase, settleDatabase } from '../lib/database.ts';
import { median } from '../lib/figures.ts';
import type { Run } from '../lib/run.ts';
import { type Book, makeBook } from './book.ts';
import { onePassInSql } from './limit.ts';
import type { NightReport } from './worker.ts';

const WORKER = new URL('./worker.ts', import.meta.url);

interface Sizes {
  large: number;
  small: number;
  due: number;
  nights: number;
}

const sizesOf = (run: Run): Sizes =>
  run.quick
    ? { large: 10_000, small: 5_000, due: 500, nights: 2 }
    : { large: 1_000_000, small: 100_000, due: 10_000, nights: 3 };

/** The large book, made once for all the sections that look at it. */
export async function makeLargeBook(run: Run): Promise<{ database: BenchDatabase; book: Book }> {
  const { large, due, nights } = sizesOf(run);
  run.say(`making a book of ${large.toLocaleString('en-US')} open claims`);
  const database = await openBenchDatabase();
  return { database, book: await makeBook(database, large, due, nights) };
}

/** What a night costs on a large book and on a small one with the same number of claims due. */
export async function night(run: Run, database: BenchDatabase, book: Book): Promise<void> {
  const { small, due, nights } = sizesOf(run);
  const limits: number[] = [];
  for (let repetition = 0; repetition < nights; repetition += 1) {
    const { cost, decisions } = await onePassInSql(database, book, 0);
    limits.push(((cost.serverCpu ?? 0) / decisions) * 1_000);
    await settleDatabase(database);
  }
  const inMemory = await work(database, book, 0, 'decide');
  const large: NightReport[] = [];
  for (let which = 0; which < nights; which += 1) {
    large.push(await work(database, book, which, 'pass'));
    await sendAll(database, book);
  }
  run.say(`the same number due on ${small.toLocaleString('en-US')} open claims`);
  const fewer: NightReport[] = [];
  for (let repetition = 0; repetition < nights; repetition += 1) fewer.push(await nightOfANewBook(small, due));
  report(run, book, large, fewer, limits, inMemory);
  const changed = await nightOfANewBook(small, due, 'changed');
  run.add({
    section: 'Night',
    what: `the same on ${small.toLocaleString('en-US')} open claims when the facts of every due case changed since its last day to sue was computed`,
    unit: 's',
    values: [changed.cost.seconds],
    kind: 'cost',
  });
}

/** What a night prepared has left by the next one, or that one would prepare it again. */
async function sendAll({ store }: BenchDatabase, { tenantId, companyId }: Book): Promise<void> {
  await store.inTenant(tenantId, (tx) =>
    tx.query(
      `with left_now as (update outbox set state = 'sent', settled_at = clock_timestamp(), settled_by = 'outbox'
                          where tenant_id = $1 and company_id = $2 and state = 'due' returning action_id)
       update action a set status = 'done', done_by = 'outbox', done_at = clock_timestamp()
         from left_now l where a.tenant_id = $1 and a.action_id = l.action_id`,
      [tenantId, companyId],
    ),
  );
}

async function nightOfANewBook(
  claims: number,
  due: number,
  limitations: 'known' | 'changed' = 'known',
): Promise<NightReport> {
  const database = await openBenchDatabase();
  try {
    const book = await makeBook(database, claims, due, 1);
    if (limitations === 'changed')
      await database.asOwner((client) =>
        client.query(
          'update collection_case set limitation_stale = true where tenant_id = $1 and next_action_on <= $2',
          [book.tenantId, formatDay(book.nights[0]!)],
        ),
      );
    return await work(database, book, 0, 'pass');
  } finally {
    await database.close();
  }
}

async function work(database: BenchDatabase, book: Book, which: number, mode: 'pass' | 'decide'): Promise<NightReport> {
  const process = startProcess(WORKER, [
    database.home,
    book.tenantId,
    book.companyId,
    formatDay(book.nights[which]!),
    mode,
  ]);
  const result = JSON.parse(await process.firstLine) as NightReport;
  await process.ended;
  if (result.casesExamined !== book.duePerNight)
    throw new Error(`The night looked at ${result.casesExamined} cases, ${book.duePerNight} were due.`);
  return result;
}

function report(
  run: Run,
  book: Book,
  large: NightReport[],
  small: NightReport[],
  limits: number[],
  inMemory: NightReport,
): void {
  const section = 'Night';
  const size = `${book.claims.toLocaleString('en-US')} open claims, ${book.duePerNight.toLocaleString('en-US')} due`;
  const limit = { what: 'PostgreSQL, one INSERT … SELECT and one UPDATE over the same claims', value: median(limits) };
  const perThousand = (seconds: number | null, { decisions }: NightReport) =>
    ((seconds ?? Number.NaN) / decisions) * 1_000;
  const both = ({ cost }: NightReport) => cost.cpu + (cost.serverCpu ?? Number.NaN);
  const seconds = large.map(({ cost }) => cost.seconds);
  run.add({
    section,
    what: `a night over ${size}, by the clock`,
    unit: 's',
    values: seconds,
    kind: 'cost',
    budget: 10,
  });
  run.add({
    section,
    what: `the same: most memory of the worker`,
    unit: 'MB',
    values: large.map(({ peakMegabytes }) => peakMegabytes),
    kind: 'cost',
    budget: 512,
  });
  run.add({
    section,
    what: 'the same against a book of a tenth with as many due, in processor time (worker and PostgreSQL)',
    unit: 'times',
    values: [median(large.map(both)) / median(small.map(both))],
    kind: 'cost',
    budget: 1.5,
  });
  run.add({
    section,
    what: 'and by the clock',
    unit: 'times',
    values: [median(seconds) / median(small.map(({ cost }) => cost.seconds))],
    kind: 'cost',
    budget: 1.5,
  });
  run.add({
    section,
    what: 'decide + record, CPU of the worker per 1,000 decisions',
    unit: 's',
    values: large.map((night) => perThousand(night.cost.cpu, night)),
    kind: 'cost',
    budget: 0.15,
    limit: {
      what: 'decide() on facts in memory, nothing read nor written',
      value: perThousand(inMemory.cost.cpu, inMemory),
    },
    whenMissed: 'most of it carries rows and documents through the driver and the collector',
  });
  run.add({
    section,
    what: 'decide + record, CPU of the worker and of PostgreSQL per 1,000 decisions',
    unit: 's',
    values: large.map((night) => perThousand(both(night), night)),
    kind: 'cost',
    budget: 0.15,
    limit,
    whenMissed:
      'per decision PostgreSQL writes some 30 log records (message, claim, outbox and journal rows with 13 index entries and 6 foreign keys, then the case and the claim with theirs); the limit writes one bare row and moves one claim, and is above the budget here by itself or close to it',
  });
}
