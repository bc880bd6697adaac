import { formatDay } from '@acquit/law';
import { caseViewOf } from '../server/src/http/views/case-view.ts';
import {
  type LedgerOrder,
  listCases,
  listLedger,
  loadCompany,
  loadScenarios,
  type Tx,
  timelineOf,
  todayOf,
  tonightOf,
} from '../server/src/store/index.ts';
import type { BenchDatabase } from './lib/database.ts';
import { quantile } from './lib/figures.ts';
import type { Run } from './lib/run.ts';
import type { Book } from './night/book.ts';

/** Screens of the app over a large book, each asked many times, through the queries that the routes use. */
export async function screens(run: Run, database: BenchDatabase, book: Book): Promise<void> {
  const { store } = database;
  const on = book.nights.at(-1)!;
  const iso = formatDay(on);
  const asked = run.quick ? 20 : 60;
  const inTenant = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => store.inTenant(book.tenantId, work);
  const { company, scenarios, cases } = await inTenant(async (tx) => ({
    company: (await loadCompany(tx, book.companyId))!,
    scenarios: await loadScenarios(tx, book.companyId),
    cases: (
      await tx.arrays<[string]>(
        'select case_id from collection_case where tenant_id = $1 order by md5(case_id::text) limit $2',
        [book.tenantId, asked],
      )
    ).map(([caseId]) => caseId),
  }));
  const list = (changes: Partial<Parameters<typeof listCases>[1]>) => (tx: Tx) =>
    listCases(
      tx,
      { companyId: book.companyId, q: '', filter: 'all', sort: 'amount', cursor: undefined, today: iso, ...changes },
      scenarios,
    );
  const ledger = (changes: Partial<LedgerOrder>) => (tx: Tx) =>
    listLedger(
      tx,
      {
        companyId: book.companyId,
        q: '',
        state: 'open',
        dueFrom: null,
        dueTo: null,
        minCents: null,
        maxCents: null,
        sort: 'due',
        cursor: undefined,
        today: iso,
        ...changes,
      },
      scenarios,
    );
  const SCREENS: [string, (tx: Tx, n: number) => Promise<unknown>][] = [
    [
      'Aujourd’hui: worklist and totals',
      async (tx) => todayOf(tx, company, iso, await tonightOf(tx, company, scenarios, on)),
    ],
    ['cases, by amount', list({})],
    ['cases, late ones by age', list({ filter: 'overdue', sort: 'age' })],
    ['cases, by name', list({ sort: 'name' })],
    ['cases, a name typed', list({ q: 'menuis' })],
    ['cases, an invoice number typed', list({ q: 'FA-2026-00012' })],
    ['case page: claims, what is owed, receipts', (tx, n) => caseViewOf(tx, cases[n % cases.length]!, on)],
    ['ledger, open by due date', ledger({})],
    ['ledger, everything late by amount', ledger({ state: 'late', sort: 'amount' })],
    ['ledger, by debtor', ledger({ state: 'all', sort: 'debtor' })],
    ['ledger, one month by debtor', ledger({ dueFrom: '2026-10-01', dueTo: '2026-10-31', sort: 'debtor' })],
    ['ledger, an exact amount', ledger({ minCents: 123_456, maxCents: 123_456 })],
    ['ledger, amounts above 1,000 €', ledger({ minCents: 100_000 })],
    ['ledger, a name typed', ledger({ q: 'menuis' })],
    ['ledger, an invoice number typed', ledger({ q: 'FA-2026-00012' })],
    ['case page: timeline', (tx, n) => timelineOf(tx, cases[n % cases.length]!, undefined, (action) => action)],
  ];
  const bare = await timesOf(asked, () => inTenant((tx) => tx.query('select 1')));
  for (const [what, screen] of SCREENS) {
    const times = await timesOf(asked, (n) => inTenant((tx) => screen(tx, n)));
    run.add({
      section: 'Screens',
      what: `${what}, p95 at ${book.claims.toLocaleString('en-US')} claims`,
      unit: 'ms',
      values: [quantile(times, 0.95)],
      kind: 'cost',
      budget: 150,
      limit: { what: 'a transaction that asks nothing, p95', value: quantile(bare, 0.95) },
    });
  }
}

async function timesOf(count: number, ask: (n: number) => Promise<unknown>): Promise<number[]> {
  await ask(0);
  const times: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const start = performance.now();
    await ask(n);
    times.push(performance.now() - start);
  }
  return times;
}
