import { refreshCompanyPayers } from '../../server/src/jobs/index.ts';
import type { BenchDatabase } from '../lib/database.ts';
import { costOf } from '../lib/processor.ts';
import type { Run } from '../lib/run.ts';
import type { Book } from '../night/book.ts';

const SECTION = 'Scoring payers';
/** Customers whose facts change in a day. */
const CHANGED = 1_000;

/** Scores every customer of a large book for the first time, then those that a day touched, then nobody. */
export async function payers(run: Run, database: BenchDatabase, book: Book): Promise<void> {
  const order = { tenantId: book.tenantId, companyId: book.companyId, on: book.nights[0]! };
  const mark = (limit: number) =>
    database.asOwner(async (client) => {
      await client.query(
        `insert into payer_stale (tenant_id, company_id, debtor_id)
         select tenant_id, company_id, debtor_id from debtor where tenant_id = $1 and company_id = $2 limit $3 on conflict do nothing`,
        [book.tenantId, book.companyId, limit],
      );
    });
  for (const [what, customers] of [
    ['first scores of every customer', book.debtors],
    ['scores again of the customers a day touched', CHANGED],
    ['scores when nothing changed', 0],
  ] as const) {
    if (customers > 0) await mark(customers);
    const { cost, result } = await costOf(database.postmaster, () => refreshCompanyPayers(database.store, order));
    const size = `${result.toLocaleString('en-US')} of ${book.debtors.toLocaleString('en-US')}`;
    run.add({
      section: SECTION,
      what: `${what} (${size}), by the clock`,
      unit: 's',
      kind: 'cost',
      values: [cost.seconds],
    });
    run.add({
      section: SECTION,
      what: `${what}: processor time of the worker and of PostgreSQL`,
      unit: 's',
      kind: 'cost',
      values: [cost.cpu + (cost.serverCpu ?? 0)],
    });
  }
}
