import { type CostTotals, costStanding, type ProcedureCostBearer, type ProcedureCostView } from '@acquit/recovery';
import type { Tx } from '../../store.ts';
import { actorName } from '../actor-name.ts';

/** A cost as it was entered; whether it is asked depends on the title of its procedure. */
export interface CostRecord {
  costId: string;
  procedureId: string;
  what: string;
  amountCents: number;
  on: string;
  bearer: ProcedureCostBearer;
  invoice: string | null;
  proof: { sha256: string; name: string } | null;
  enteredBy: string;
  withdrawn: { by: string; on: string } | null;
}

/** The costs of some procedures, by procedure, in the order of their days; those taken back stay, marked. */
export async function costsOf(tx: Tx, procedureIds: readonly string[]): Promise<Map<string, CostRecord[]>> {
  const { rows } = await tx.query<{
    cost_id: string;
    procedure_id: string;
    what: string;
    amount_cents: bigint;
    on_day: string;
    bearer: ProcedureCostBearer;
    invoice: string | null;
    proof: string | null;
    proof_name: string | null;
    entered_by: string;
    withdrawn_by: string | null;
    withdrawn_on: string | null;
  }>(
    `select cost_id, procedure_id, what, amount_cents, on_day, bearer, invoice, encode(proof_sha256, 'hex') as proof, proof_name,
            ${actorName('procedure_cost.entered_by')} as entered_by, ${actorName('procedure_cost.withdrawn_by')} as withdrawn_by, (withdrawn_at at time zone 'Europe/Paris')::date as withdrawn_on
       from procedure_cost where tenant_id = $1 and procedure_id = any($2::uuid[]) order by on_day, cost_id`,
    [tx.tenantId, procedureIds],
  );
  const found = new Map<string, CostRecord[]>(procedureIds.map((id) => [id, []]));
  for (const row of rows)
    found.get(row.procedure_id)!.push({
      costId: row.cost_id,
      procedureId: row.procedure_id,
      what: row.what,
      amountCents: Number(row.amount_cents),
      on: row.on_day,
      bearer: row.bearer,
      invoice: row.invoice,
      proof: row.proof === null ? null : { sha256: row.proof, name: row.proof_name! },
      enteredBy: row.entered_by,
      withdrawn: row.withdrawn_by === null ? null : { by: row.withdrawn_by, on: row.withdrawn_on! },
    });
  return found;
}

/** Costs as a screen shows them, with their totals; those taken back count for nothing. */
export function costViews(
  costs: readonly CostRecord[],
  hasTitle: boolean,
): { costs: ProcedureCostView[]; totals: CostTotals } {
  const views = costs.map((cost) => ({ ...cost, ...costStanding(cost.bearer, hasTitle) }));
  const live = views.filter((cost) => cost.withdrawn === null);
  const sum = (some: readonly ProcedureCostView[]) => some.reduce((total, cost) => total + cost.amountCents, 0);
  const askedCents = sum(live.filter((cost) => cost.asked));
  const totalCents = sum(live);
  return { costs: views, totals: { totalCents, askedCents, keptCents: totalCents - askedCents } };
}
