import type { EInvoiceReason } from '@acquit/recovery';
import type { Tx } from '../store.ts';
import { LOCAL_TIME } from './einvoice-standing.ts';

/** One status to keep, as its message told it. Times are local, amounts cents. */
export interface NewEInvoiceStatus {
  statusId: string;
  companyId: string;
  importId: string;
  messageId: string;
  invoiceNumber: string;
  invoicedOn: string | null;
  typeCode: string | null;
  code: string;
  label: string;
  at: string;
  issuerRole: string;
  issuerLegalId: string | null;
  issuerName: string | null;
  reasons: EInvoiceReason[];
  amountCents: number | null;
  leftCents: number | null;
  approvedCents: number | null;
  contestedCents: number | null;
  amountOn: string | null;
}

/** A status that has found its claim. */
export interface LinkedStatus {
  statusId: string;
  claimId: string;
  caseId: string;
  invoiceNumber: string;
  code: string;
  label: string;
  at: string;
}

const COLUMNS = `(u ->> 'statusId')::uuid as status_id, (u ->> 'companyId')::uuid as company_id, (u ->> 'importId')::uuid as import_id,
  u ->> 'messageId' as message_id, u ->> 'invoiceNumber' as invoice_number, (u ->> 'invoicedOn')::date as invoiced_on,
  u ->> 'typeCode' as type_code, u ->> 'code' as code, u ->> 'label' as label, (u ->> 'at')::timestamp as at,
  u ->> 'issuerRole' as issuer_role, u ->> 'issuerLegalId' as issuer_legal_id, u ->> 'issuerName' as issuer_name,
  u -> 'reasons' as reasons, (u ->> 'amountCents')::int8 as amount_cents, (u ->> 'leftCents')::int8 as left_cents,
  (u ->> 'approvedCents')::int8 as approved_cents, (u ->> 'contestedCents')::int8 as contested_cents, (u ->> 'amountOn')::date as amount_on`;
const NAMES = `status_id, company_id, import_id, message_id, invoice_number, invoiced_on, type_code, code, label, at, issuer_role,
  issuer_legal_id, issuer_name, reasons, amount_cents, left_cents, approved_cents, contested_cents, amount_on`;
const SAME_EVENT = `e.tenant_id = $1 and e.company_id = t.company_id and e.invoice_number = t.invoice_number
  and coalesce(e.invoiced_on, '-infinity') = coalesce(t.invoiced_on, '-infinity') and e.at = t.at and e.code = t.code
  and e.issuer_role = t.issuer_role`;

/** Keeps statuses; an event that is known already is noted as told by this import too. Gives the identifiers of the new ones. */
export async function insertStatuses(tx: Tx, statuses: readonly NewEInvoiceStatus[]): Promise<Set<string>> {
  const told = JSON.stringify(statuses);
  const { rows } = await tx.query<{ status_id: string }>(
    `insert into einvoice_status (tenant_id, ${NAMES})
     select $1, ${NAMES} from (select ${COLUMNS} from jsonb_array_elements($2::jsonb) u) t
     on conflict do nothing returning status_id`,
    [tx.tenantId, told],
  );
  if (rows.length < statuses.length)
    await tx.query(
      `update einvoice_status e set copy_import_ids = e.copy_import_ids || t.import_id
         from (select distinct on (company_id, invoice_number, invoiced_on, at, code, issuer_role) *
                 from (select ${COLUMNS} from jsonb_array_elements($2::jsonb) u) all_told) t
        where ${SAME_EVENT} and e.import_id <> t.import_id and t.import_id <> all(e.copy_import_ids)`,
      [tx.tenantId, told],
    );
  return new Set(rows.map((row) => row.status_id));
}

/**
 * Joins waiting statuses to the claims they speak of: same seller and number, and the same date when both say one. When
 * several claims fit, the one of the same date and kind is meant; when two still do, none is, and the statuses wait.
 * Looks at the given numbers of a company; null looks at all that waits.
 */
export async function linkWaiting(
  tx: Tx,
  companyId: string,
  numbers: readonly string[] | null,
): Promise<LinkedStatus[]> {
  const { rows } = await tx.query<{
    status_id: string;
    claim_id: string;
    case_id: string;
    invoice_number: string;
    code: string;
    label: string;
    at: string;
  }>(
    `with fitting as (
       select e.status_id, k.claim_id, k.case_id,
              rank() over (partition by e.status_id
                           order by (k.issued_on = e.invoiced_on) is true desc, ((e.type_code = '381') = (k.kind = 'credit-note')) is not false desc) as place
         from einvoice_status e
         join claim k on k.tenant_id = e.tenant_id and k.company_id = e.company_id and k.number = e.invoice_number
                     and (k.issued_on is null or e.invoiced_on is null or k.issued_on = e.invoiced_on)
        where e.tenant_id = $1 and e.company_id = $2 and e.claim_id is null ${numbers === null ? '' : 'and e.invoice_number = any($3)'}),
     meant as (
       select status_id, min(claim_id::text)::uuid as claim_id, min(case_id::text)::uuid as case_id
         from fitting where place = 1 group by status_id having count(*) = 1)
     update einvoice_status e set claim_id = m.claim_id from meant m
      where e.tenant_id = $1 and e.status_id = m.status_id
      returning e.status_id, m.claim_id, m.case_id, e.invoice_number, e.code, e.label, to_char(e.at, ${LOCAL_TIME}) as at`,
    numbers === null ? [tx.tenantId, companyId] : [tx.tenantId, companyId, numbers],
  );
  return rows.map((row) => ({
    statusId: row.status_id,
    claimId: row.claim_id,
    caseId: row.case_id,
    invoiceNumber: row.invoice_number,
    code: row.code,
    label: row.label,
    at: row.at,
  }));
}

/** Numbers, among the given ones, that claims of the company bear: a status of one of them that waits fits none of these. */
export async function knownNumbers(tx: Tx, companyId: string, numbers: readonly string[]): Promise<Set<string>> {
  const { rows } = await tx.query<{ number: string }>(
    'select distinct number from claim where tenant_id = $1 and company_id = $2 and number = any($3)',
    [tx.tenantId, companyId, numbers],
  );
  return new Set(rows.map((row) => row.number));
}

/** Whether any status waits for its invoice: hardly ever, and asked for every file. */
export async function someStatusWaits(tx: Tx): Promise<boolean> {
  const rows = await tx.arrays('select 1 from einvoice_status where tenant_id = $1 and claim_id is null limit 1', [
    tx.tenantId,
  ]);
  return rows.length > 0;
}

/** The numbers of some claims, by company. */
export async function numbersOf(tx: Tx, claimIds: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await tx.query<{ company_id: string; numbers: string[] }>(
    `select company_id, array_agg(distinct number::text) as numbers from claim
      where tenant_id = $1 and claim_id = any($2::uuid[]) group by company_id`,
    [tx.tenantId, claimIds],
  );
  return new Map(rows.map((row) => [row.company_id, row.numbers]));
}

/**
 * Takes back the statuses that one import alone told; those that another file told too become that file's. The holds
 * they made are ended. Gives the claims whose standing is to be decided again, with their cases.
 */
export async function withdrawStatuses(
  tx: Tx,
  importId: string,
): Promise<{ claimId: string | null; caseId: string | null; invoiceNumber: string; code: string }[]> {
  await tx.query(
    `update einvoice_status set import_id = copy_import_ids[1], copy_import_ids = copy_import_ids[2:]
      where tenant_id = $1 and import_id = $2 and copy_import_ids <> '{}'`,
    [tx.tenantId, importId],
  );
  await tx.query(
    `update einvoice_status set copy_import_ids = array_remove(copy_import_ids, $2)
      where tenant_id = $1 and copy_import_ids <> '{}' and copy_import_ids @> array[$2::uuid]`,
    [tx.tenantId, importId],
  );
  const { rows } = await tx.query<{
    claim_id: string | null;
    case_id: string | null;
    invoice_number: string;
    code: string;
  }>(
    `with gone as (delete from einvoice_status where tenant_id = $1 and import_id = $2
                   returning status_id, claim_id, invoice_number, code),
     ended as (
       update claim_hold h set ended_at = now(), ended_by = 'acquit' from gone g
        where h.tenant_id = $1 and h.cause_id = g.status_id and h.ended_at is null)
     select g.claim_id, k.case_id, g.invoice_number, g.code
       from gone g left join claim k on k.tenant_id = $1 and k.claim_id = g.claim_id`,
    [tx.tenantId, importId],
  );
  return rows.map((row) => ({
    claimId: row.claim_id,
    caseId: row.case_id,
    invoiceNumber: row.invoice_number,
    code: row.code,
  }));
}

/** Sends the statuses of claims that are about to be deleted back to waiting, with nothing left that points to these claims. */
export async function releaseStatuses(tx: Tx, claimIds: readonly string[]): Promise<void> {
  const values = [tx.tenantId, claimIds];
  await tx.query(
    `delete from claim_hold h using einvoice_status e
      where h.tenant_id = $1 and h.claim_id = any($2::uuid[]) and e.tenant_id = $1 and e.status_id = h.cause_id`,
    values,
  );
  await tx.query('delete from einvoice_standing where tenant_id = $1 and claim_id = any($2::uuid[])', values);
  await tx.query(
    'update einvoice_status set claim_id = null where tenant_id = $1 and claim_id = any($2::uuid[])',
    values,
  );
}
