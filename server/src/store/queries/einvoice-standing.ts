import { formatDay } from '@acquit/law';
import {
  defaultSettings,
  type EInvoiceContext,
  type EInvoiceStanding,
  type EInvoiceStatus,
  effectOf,
  eInvoiceStatusName,
} from '@acquit/recovery';
import type { Tx } from '../store.ts';
import { bringHolds, type CurrentHold } from './claim-holds.ts';

interface ClaimRow {
  claim_id: string;
  case_id: string;
  company_id: string;
  kind: string;
  amount_cents: bigint;
  received_cents: bigint;
  working_days: number | null;
  settled_up_to: string | null;
}

interface StatusRow {
  claim_id: string;
  status_id: string;
  code: string;
  label: string;
  at: string;
  issuer_role: string;
  reasons: EInvoiceStatus['reasons'];
  amount_cents: bigint | null;
  approved_cents: bigint | null;
  contested_cents: bigint | null;
  amount_on: string | null;
}

/** A time of the database as the core writes it: `YYYY-MM-DDThh:mm:ss`. */
export const LOCAL_TIME = `'YYYY-MM-DD"T"HH24:MI:SS'`;

const cents = (value: bigint | null) => (value === null ? null : Number(value));

/**
 * Decides again where the statuses of these claims leave them, and brings their holds and their standing in line: what
 * holds no more is ended, what holds is held once. The same statuses and the same money change nothing. The cases are
 * for the caller to touch.
 */
export async function applyStandings(tx: Tx, claimIds: readonly string[]): Promise<void> {
  if (claimIds.length === 0) return;
  // Two messages at the same moment: the second waits for the cases here, and then sees the statuses of the first.
  await tx.query(
    `select from collection_case where tenant_id = $1
        and case_id in (select case_id from claim where tenant_id = $1 and claim_id = any($2::uuid[]))
      order by case_id for no key update`,
    [tx.tenantId, claimIds],
  );
  const { rows: claims } = await tx.query<ClaimRow>(
    `select k.claim_id, k.case_id, k.company_id, k.kind, k.amount_cents, k.received_cents,
            (o.settings ->> 'announcedPaymentWorkingDays')::int as working_days,
            to_char(s.settled_up_to, ${LOCAL_TIME}) as settled_up_to
       from claim k join company o on o.tenant_id = k.tenant_id and o.company_id = k.company_id
       left join einvoice_standing s on s.tenant_id = k.tenant_id and s.claim_id = k.claim_id
      where k.tenant_id = $1 and k.claim_id = any($2::uuid[])`,
    [tx.tenantId, claimIds],
  );
  const { rows } = await tx.query<StatusRow>(
    `select claim_id, status_id, code, label, to_char(at, ${LOCAL_TIME}) as at, issuer_role, reasons, amount_cents,
            approved_cents, contested_cents, amount_on
       from einvoice_status where tenant_id = $1 and claim_id = any($2::uuid[])`,
    [tx.tenantId, claimIds],
  );
  const statuses = Map.groupBy(rows, (row) => row.claim_id);
  const standings = claims.map((claim) => {
    const standing = effectOf((statuses.get(claim.claim_id) ?? []).map(statusOf), contextOf(claim));
    // A credit note is never asked for: what is said of it is shown, and holds nothing.
    return { claim, standing: claim.kind === 'credit-note' ? { ...standing, holds: [], task: null } : standing };
  });
  await writeHolds(tx, standings);
  await writeStandings(tx, standings);
}

/** Brings in line the claims of these cases for which a receipt was declared: money recorded, or taken back, changes them. */
export async function refreshDeclared(tx: Tx, caseIds: readonly string[]): Promise<void> {
  // From what was declared to its cases, never from every claim of the cases: hardly any was.
  const { rows } = await tx.query<{ claim_id: string }>(
    `select s.claim_id from einvoice_standing s
      where s.tenant_id = $1 and s.declared_cents <> 0
        and (select k.case_id from claim k where k.tenant_id = s.tenant_id and k.claim_id = s.claim_id) = any($2::uuid[])`,
    [tx.tenantId, caseIds],
  );
  await applyStandings(
    tx,
    rows.map((row) => row.claim_id),
  );
}

function contextOf(row: ClaimRow): EInvoiceContext {
  return {
    amountCents: Number(row.amount_cents),
    receivedCents: Number(row.received_cents),
    announcedWorkingDays: row.working_days ?? defaultSettings.announcedPaymentWorkingDays,
    settledUpTo: row.settled_up_to,
  };
}

function statusOf(row: StatusRow): EInvoiceStatus {
  return {
    statusId: row.status_id,
    code: row.code,
    label: row.label,
    at: row.at,
    issuerRole: row.issuer_role,
    reasons: row.reasons,
    amountCents: cents(row.amount_cents),
    approvedCents: cents(row.approved_cents),
    contestedCents: cents(row.contested_cents),
    amountOn: row.amount_on,
  };
}

type Standing = { claim: ClaimRow; standing: EInvoiceStanding };

async function writeHolds(tx: Tx, standings: readonly Standing[]): Promise<void> {
  const wanted = standings.flatMap(({ claim, standing }) =>
    standing.holds.map((hold) => ({
      claimId: claim.claim_id,
      caseId: claim.case_id,
      kind: hold.kind,
      causeId: hold.statusId,
      reason: hold.reason,
      since: formatDay(hold.since),
      until: hold.until === null ? null : formatDay(hold.until),
    })),
  );
  const { rows: current } = await tx.query<CurrentHold>(
    `select h.hold_id, h.claim_id, h.kind, h.cause_id, h.reason, h.until_on from claim_hold h
      where h.tenant_id = $1 and h.case_id = any($2::uuid[]) and h.claim_id = any($3::uuid[]) and h.ended_at is null
        and exists (select from einvoice_status e where e.tenant_id = h.tenant_id and e.status_id = h.cause_id)`,
    [
      tx.tenantId,
      [...new Set(standings.map(({ claim }) => claim.case_id))],
      standings.map(({ claim }) => claim.claim_id),
    ],
  );
  await bringHolds(tx, current, wanted);
}

async function writeStandings(tx: Tx, standings: readonly Standing[]): Promise<void> {
  const told = standings.flatMap(({ claim, standing }) =>
    standing.latest === null ? [] : [{ claim, standing, latest: standing.latest }],
  );
  const silent = standings.filter(({ standing }) => standing.latest === null).map(({ claim }) => claim.claim_id);
  if (silent.length > 0)
    await tx.query('delete from einvoice_standing where tenant_id = $1 and claim_id = any($2::uuid[])', [
      tx.tenantId,
      silent,
    ]);
  if (told.length === 0) return;
  await tx.query(
    `insert into einvoice_standing (tenant_id, claim_id, company_id, code, label, at, ground, task_title, task_message,
                                    declared_cents, evidence)
     select $1, u.claim_id, u.company_id, u.code, u.label, u.at, u.ground, u.title, u.message, u.declared,
            array(select jsonb_array_elements_text(u.evidence))
       from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::timestamp[], $7::text[], $8::text[], $9::text[],
                   $10::int8[], $11::jsonb[])
         as u(claim_id, company_id, code, label, at, ground, title, message, declared, evidence)
     on conflict (tenant_id, claim_id) do update
        set code = excluded.code, label = excluded.label, at = excluded.at, ground = excluded.ground,
            task_title = excluded.task_title, task_message = excluded.task_message,
            declared_cents = excluded.declared_cents, evidence = excluded.evidence`,
    [
      tx.tenantId,
      told.map(({ claim }) => claim.claim_id),
      told.map(({ claim }) => claim.company_id),
      told.map(({ latest }) => latest.code),
      told.map(({ latest }) => eInvoiceStatusName(latest.code, latest.label)),
      told.map(({ latest }) => latest.at),
      told.map(({ standing }) => standing.task?.ground ?? null),
      told.map(({ standing }) => standing.task?.title ?? null),
      told.map(({ standing }) => standing.task?.message ?? null),
      told.map(({ standing }) => standing.declaredCents),
      told.map(({ standing }) => JSON.stringify(standing.evidence.map((one) => one.text))),
    ],
  );
}
