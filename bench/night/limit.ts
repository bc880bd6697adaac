import { formatDay } from '@acquit/law';
import type { BenchDatabase } from '../lib/database.ts';
import { type Cost, costOf } from '../lib/processor.ts';
import type { Book } from './book.ts';

/**
 * The least that PostgreSQL can do for a night: one INSERT … SELECT that decides every claim reaching a step by its age
 * alone, with its interest over the half-years at fixed rates, then one UPDATE that moves them. No debtor, no message,
 * no journal, no guard against a second time. Undone afterwards. Gives the cost and the claims decided.
 */
export async function onePassInSql(
  database: BenchDatabase,
  book: Book,
  night: number,
): Promise<{ cost: Cost; decisions: number }> {
  const on = book.nights[night]!;
  return database.asOwner(async (client) => {
    await client.query('begin');
    await client.query(
      'create temp table decision (tenant_id uuid, claim_id uuid, case_id uuid, decided_on date, step text, open_cents bigint, interest numeric)',
    );
    try {
      const { cost, result } = await costOf(database.postmaster, async () => {
        const { rowCount } = await client.query(
          `insert into decision
           select k.tenant_id, k.claim_id, k.case_id, $3::date, 'reminder', k.open_cents,
                  k.open_cents * (greatest(least($3::date, date '2026-06-30') - k.due_on, 0) * 0.1215 / 365
                                  + greatest($3::date - greatest(k.due_on, date '2026-06-30'), 0) * 0.1240 / 365)
             from collection_case c join claim k on k.tenant_id = c.tenant_id and k.case_id = c.case_id and k.status = 'open'
            where c.tenant_id = $1 and c.company_id = $2 and c.next_action_on <= $3
              and $3::date - k.due_on in (-5, 3, 10, 15, 30, 45)`,
          [book.tenantId, book.companyId, formatDay(on)],
        );
        await client.query(
          `update claim k set level = k.level + 1, level_on = d.decided_on, level_step = d.step
             from decision d where k.tenant_id = d.tenant_id and k.claim_id = d.claim_id`,
        );
        return rowCount ?? 0;
      });
      return { cost, decisions: result };
    } finally {
      await client.query('rollback');
    }
  });
}
