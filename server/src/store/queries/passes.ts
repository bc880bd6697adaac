import type { PassView } from '@acquit/recovery';
import type { Tx } from '../store.ts';

interface Row {
  pass_id: string;
  company: string;
  on_day: string;
  finished_at: string | null;
  cases_examined: number;
  decisions: number;
  messages: number;
  tasks: number;
  parked: number;
  cpu_seconds: string;
}

/** The latest pass of a company; null before the first. */
export async function lastPass(tx: Tx, companyId: string): Promise<PassView | null> {
  const { rows } = await tx.query<Row>(
    `select p.*, y.name as company from pass p join company y on y.tenant_id = p.tenant_id and y.company_id = p.company_id
      where p.tenant_id = $1 and p.company_id = $2 order by p.on_day desc, p.started_at desc limit 1`,
    [tx.tenantId, companyId],
  );
  const [row] = rows;
  if (!row) return null;
  return {
    passId: row.pass_id,
    company: row.company,
    on: row.on_day,
    casesExamined: row.cases_examined,
    decisions: row.decisions,
    messages: row.messages,
    tasks: row.tasks,
    parked: row.parked,
    cpuSeconds: Number(row.cpu_seconds),
    finishedAt: row.finished_at,
  };
}
