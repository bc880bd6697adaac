import type { EInvoiceView } from '@acquit/recovery';
import type { Tx } from '../store.ts';
import { applyStandings, LOCAL_TIME } from './einvoice-standing.ts';

interface Row {
  claim_id: string;
  code: string;
  label: string;
  at: string;
  ground: string | null;
  task_title: string;
  task_message: string;
  unrecorded_cents: bigint;
  evidence: string[];
}

/** Where the e-invoices of some claims stand, for their screens; claims of which nothing was said are left out. */
export async function eInvoicesOf(tx: Tx, claimIds: readonly string[]): Promise<Map<string, EInvoiceView>> {
  const { rows } = await tx.query<Row>(
    `select s.claim_id, s.code, s.label, to_char(s.at, ${LOCAL_TIME}) as at, s.ground, s.task_title, s.task_message, s.evidence,
            case when s.ground = 'collected' then greatest(least(s.declared_cents - k.received_cents, k.open_cents), 0) else 0 end as unrecorded_cents
       from einvoice_standing s join claim k on k.tenant_id = s.tenant_id and k.claim_id = s.claim_id
      where s.tenant_id = $1 and s.claim_id = any($2::uuid[])`,
    [tx.tenantId, claimIds],
  );
  return new Map(
    rows.map((row) => [
      row.claim_id,
      {
        status: row.code,
        label: row.label,
        at: row.at,
        task: row.ground === null ? null : { ground: row.ground, title: row.task_title, message: row.task_message },
        unrecordedCents: Number(row.unrecorded_cents),
        evidence: row.evidence,
      },
    ]),
  );
}

/** The day on which the money declared for a claim came, as far as its statuses say. */
export async function declaredOn(tx: Tx, claimId: string): Promise<string | null> {
  const { rows } = await tx.query<{ on_day: string }>(
    `select coalesce(amount_on, at::date) as on_day from einvoice_status
      where tenant_id = $1 and claim_id = $2 and code = '212' order by at desc limit 1`,
    [tx.tenantId, claimId],
  );
  return rows[0]?.on_day ?? null;
}

/**
 * A person has dealt with what the statuses of a claim ask: those known so far hold nothing any more, later ones will.
 * The case is for the caller to touch. False when no status of this claim is known.
 */
export async function settleStatuses(tx: Tx, claimId: string, by: string, note: string | null): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update einvoice_standing set settled_up_to = at, settled_by = $3, settled_note = $4 where tenant_id = $1 and claim_id = $2`,
    [tx.tenantId, claimId, by, note],
  );
  await applyStandings(tx, [claimId]);
  return rowCount === 1;
}
