import { payerKeys } from '@acquit/recovery';
import type { Tx } from '../../store/index.ts';
import type { StoredLine } from './lines.ts';

/** A line that was paid for a case, by a sure sign or by a person's word; `weight` is negative when it is taken back. */
export interface Lesson {
  line: StoredLine;
  caseId: string;
  weight: 1 | -1;
}

/**
 * Remembers whom payers pay for, or takes back what was remembered: a payer whose last lesson is taken back is forgotten.
 */
export async function learnPayers(tx: Tx, companyId: string, lessons: readonly Lesson[]): Promise<void> {
  const rows = lessons.flatMap(({ line, caseId, weight }) => payerKeys(line).map((key) => ({ key, caseId, weight })));
  if (rows.length === 0) return;
  const values = [
    tx.tenantId,
    companyId,
    rows.map((row) => row.key),
    rows.map((row) => row.caseId),
    rows.map((row) => row.weight),
  ];
  await tx.query(
    `insert into payer as p (tenant_id, company_id, payer_key, debtor_id, times)
     select $1, $2, u.key, c.debtor_id, sum(u.weight)::int
       from unnest($3::text[], $4::uuid[], $5::int[]) as u (key, case_id, weight)
       join collection_case c on c.tenant_id = $1 and c.case_id = u.case_id
      group by u.key, c.debtor_id order by u.key, c.debtor_id
     on conflict (tenant_id, company_id, payer_key, debtor_id) do update set times = p.times + excluded.times`,
    values,
  );
  if (rows.every((row) => row.weight > 0)) return;
  await tx.query(
    `delete from payer where tenant_id = $1 and company_id = $2 and payer_key = any($3::text[]) and times <= 0`,
    values.slice(0, 3),
  );
}
