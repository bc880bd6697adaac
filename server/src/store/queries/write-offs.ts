import {
  type LostClaim,
  vatDueAgain,
  type WriteOffAccounting,
  type WriteOffReason,
  type WriteOffView,
  writeOffReasonName,
} from '@acquit/recovery';
import type { Tx } from '../store.ts';
import { actorName } from './actor-name.ts';
import type { Proof } from './procedures/write.ts';
import { storedDay, storedDayOrNull } from './stored-day.ts';

export interface NewWriteOff {
  writeOffId: string;
  companyId: string;
  caseId: string;
  on: string;
  reason: WriteOffReason;
  note: string | null;
  accounting: WriteOffAccounting | null;
  claims: readonly { claimId: string; amountCents: number; vatCents: number | null }[];
  proof: Proof | null;
  enteredBy: string;
}

/** Closes claims as irrecoverable and keeps what was shown of it. The case is for the caller to touch. */
export async function insertWriteOff(tx: Tx, one: NewWriteOff): Promise<void> {
  await tx.query(
    `insert into write_off (tenant_id, write_off_id, company_id, case_id, on_day, reason, note, shown, proof_sha256, proof_name, entered_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      tx.tenantId,
      one.writeOffId,
      one.companyId,
      one.caseId,
      one.on,
      one.reason,
      one.note,
      JSON.stringify({ accounting: one.accounting }),
      one.proof?.sha256 ?? null,
      one.proof?.name ?? null,
      one.enteredBy,
    ],
  );
  const ids = one.claims.map(({ claimId }) => claimId);
  await tx.query(
    `insert into write_off_claim (tenant_id, write_off_id, claim_id, amount_cents, vat_cents)
     select $1, $2, u.* from unnest($3::uuid[], $4::int8[], $5::int8[]) as u`,
    [
      tx.tenantId,
      one.writeOffId,
      ids,
      one.claims.map(({ amountCents }) => amountCents),
      one.claims.map(({ vatCents }) => vatCents),
    ],
  );
  await tx.query(
    `update claim set status = 'irrecoverable' where tenant_id = $1 and claim_id = any($2::uuid[]) and status = 'open'`,
    [tx.tenantId, ids],
  );
}

/** Opens again the claims of a write-off, but those that something else closed since; null when it was undone or unknown. */
export async function undoWriteOff(tx: Tx, writeOffId: string, by: string): Promise<string | null> {
  const { rows } = await tx.query<{ case_id: string }>(
    `update write_off set undone_by = $3, undone_at = now()
      where tenant_id = $1 and write_off_id = $2 and undone_at is null returning case_id`,
    [tx.tenantId, writeOffId, by],
  );
  const caseId = rows[0]?.case_id ?? null;
  if (caseId === null) return null;
  // Money that came meanwhile settles what it covers.
  await tx.query(
    `update claim k set status = case when k.open_cents > 0 then 'open' else 'settled' end
       from write_off_claim x
      where k.tenant_id = $1 and x.tenant_id = $1 and x.write_off_id = $2 and k.claim_id = x.claim_id and k.status = 'irrecoverable'`,
    [tx.tenantId, writeOffId],
  );
  return caseId;
}

const SELECT = `select w.write_off_id, w.case_id, d.name as debtor_name, w.on_day, w.reason, w.note, w.shown, encode(w.proof_sha256, 'hex') as proof,
       w.proof_name, ${actorName('w.entered_by')} as entered_by, ${actorName('w.undone_by')} as undone_by, (w.undone_at at time zone 'Europe/Paris')::date as undone_on,
       (select json_agg(json_build_object('claimId', k.claim_id, 'number', k.number, 'amountCents', x.amount_cents, 'vatCents', x.vat_cents,
                                          'issuedOn', k.issued_on, 'totalCents', k.total_cents) order by k.number)
          from write_off_claim x join claim k on k.tenant_id = x.tenant_id and k.claim_id = x.claim_id
         where x.tenant_id = w.tenant_id and x.write_off_id = w.write_off_id) as claims,
       -- Money entered since, less what clears other claims; that of after a later loss is told with that one.
       case when w.undone_at is not null then 0 else
         (select coalesce(sum(r.amount_cents - (select coalesce(sum(a.amount_cents), 0) from receipt_allocation a
                    where a.tenant_id = r.tenant_id and a.receipt_id = r.receipt_id
                      and not exists (select from write_off_claim x where x.tenant_id = w.tenant_id and x.write_off_id = w.write_off_id and x.claim_id = a.claim_id))), 0)::int8
            from receipt r
           where r.tenant_id = w.tenant_id and r.case_id = w.case_id and r.cancelled_at is null and r.entered_at > w.entered_at
             and not exists (select from write_off v where v.tenant_id = w.tenant_id and v.case_id = w.case_id and v.undone_at is null
                                and v.entered_at > w.entered_at and v.entered_at < r.entered_at)) end as later_cents,
       (w.entered_at at time zone 'Europe/Paris')::date as entered_on
  from write_off w
  join collection_case c on c.tenant_id = w.tenant_id and c.case_id = w.case_id
  join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
 where w.tenant_id = $1`;

interface Row {
  write_off_id: string;
  case_id: string;
  debtor_name: string;
  on_day: string;
  reason: WriteOffReason;
  note: string | null;
  shown: { accounting: WriteOffAccounting | null };
  proof: string | null;
  proof_name: string | null;
  entered_by: string;
  undone_by: string | null;
  undone_on: string | null;
  claims: (WriteOffView['claims'][number] & { issuedOn: string | null; totalCents: number })[];
  later_cents: bigint;
  entered_on: string;
}

/** What came in since, with the VAT it makes due again. */
function laterOf({ claims, later_cents, entered_on }: Row): WriteOffView['later'] {
  const receivedCents = Number(later_cents);
  if (receivedCents <= 0) return null;
  const lost = claims.map(
    ({ claimId, number, amountCents, vatCents, issuedOn, totalCents }): LostClaim => ({
      claimId,
      number,
      issuedOn: storedDayOrNull(issuedOn),
      totalCents,
      receivedCents: totalCents - amountCents,
      openCents: amountCents,
      vatCents,
    }),
  );
  return { receivedCents, vatDueAgainCents: vatDueAgain(lost, receivedCents, storedDay(entered_on)) };
}

function viewOf(row: Row): WriteOffView {
  return {
    writeOffId: row.write_off_id,
    caseId: row.case_id,
    debtorName: row.debtor_name,
    on: row.on_day,
    reason: row.reason,
    reasonName: writeOffReasonName(row.reason),
    note: row.note,
    claims: row.claims.map(({ issuedOn: _, totalCents: __, ...claim }) => claim),
    amountCents: row.claims.reduce((sum, claim) => sum + claim.amountCents, 0),
    accounting: row.shown.accounting,
    proof: row.proof === null ? null : { sha256: row.proof, name: row.proof_name! },
    enteredBy: row.entered_by,
    undone: row.undone_by === null ? null : { by: row.undone_by, on: row.undone_on! },
    later: laterOf(row),
  };
}

/** What was given up in a case, the latest first, undone ones included. */
export async function writeOffsOfCase(tx: Tx, caseId: string): Promise<WriteOffView[]> {
  const { rows } = await tx.query<Row>(`${SELECT} and w.case_id = $2 order by w.entered_at desc, w.write_off_id desc`, [
    tx.tenantId,
    caseId,
  ]);
  return rows.map(viewOf);
}

/** One write-off; null when there is none. */
export async function findWriteOff(tx: Tx, writeOffId: string): Promise<WriteOffView | null> {
  const { rows } = await tx.query<Row>(`${SELECT} and w.write_off_id = $2`, [tx.tenantId, writeOffId]);
  return rows[0] === undefined ? null : viewOf(rows[0]);
}
