import { addMonths, type Day, type DebtorKind, formatDay } from '@acquit/law';
import {
  type AuditFault,
  type AuditView,
  auditInvoice,
  auditTerms,
  faultCode,
  faultName,
  type InvoiceSays,
  UNSEEN_BY_AUDIT,
} from '@acquit/recovery';
import type { Tx } from '../../store.ts';
import { loadCompany } from '../companies.ts';

/** Months of invoices looked at: what was printed before cannot be printed otherwise any more. */
const MONTHS = 12;
const EXAMPLES = 3;

interface FaultRow {
  code: string;
  invoices: number;
  cents: bigint;
  examples: string[];
}

interface ExampleRow {
  claimId: string;
  caseId: string;
  number: string;
  debtorName: string;
  issuedOn: string;
  totalCents: bigint;
  kind: DebtorKind | null;
  says: InvoiceSays;
}

/**
 * What the law finds in a company's own invoices of the last twelve months and in the terms it has told of: counted in
 * one statement over the kept codes, with the sentence, the article and the clause to add taken from the latest invoice
 * of each fault. Null when the company is unknown.
 */
export async function auditReport(tx: Tx, companyId: string, on: Day): Promise<AuditView | null> {
  const company = await loadCompany(tx, companyId);
  if (company === null) return null;
  const since = formatDay(addMonths(on, -MONTHS));
  const values = [tx.tenantId, companyId, since];
  const [counts] = await tx.arrays<[checked: number, faultless: number, all: number]>(
    `select count(*)::int,
            count(*) filter (where not exists (select from unnest(a.faults) f where f not like 'unseen/%'))::int,
            (select count(*)::int from claim k where k.tenant_id = $1 and k.company_id = $2 and k.issued_key >= $3::date
                and k.ledger_state in ('open', 'settled'))
       from invoice_audit a where a.tenant_id = $1 and a.company_id = $2 and a.issued_on >= $3::date`,
    values,
  );
  const { rows } = await tx.query<FaultRow>(
    `select f as code, count(*)::int as invoices, sum(k.total_cents)::int8 as cents,
            (array_agg(a.claim_id order by a.issued_on desc, a.claim_id))[1:${EXAMPLES}] as examples
       from invoice_audit a cross join lateral unnest(a.faults) f
       join claim k on k.tenant_id = a.tenant_id and k.claim_id = a.claim_id
      where a.tenant_id = $1 and a.company_id = $2 and a.issued_on >= $3::date
      group by f order by f like 'unseen/%', count(*) desc, f`,
    values,
  );
  const examples = await examplesOf(
    tx,
    rows.flatMap((row) => row.examples),
  );
  const [checked, faultless, all] = counts!;
  return {
    since,
    checked,
    faultless,
    unread: Math.max(all - checked, 0),
    faults: rows.flatMap((row) => told(row, examples, company.settings.issuerSize)),
    terms: auditTerms(company.settings, formatDay(on)),
    issuerSizeKnown: company.settings.issuerSize !== null,
    unseen: [...UNSEEN_BY_AUDIT],
  };
}

async function examplesOf(tx: Tx, claimIds: readonly string[]): Promise<Map<string, ExampleRow>> {
  const { rows } = await tx.query<ExampleRow>(
    `select a.claim_id as "claimId", c.case_id as "caseId", k.number, d.name as "debtorName", a.issued_on as "issuedOn",
            k.total_cents as "totalCents", a.debtor_kind as kind, a.says
       from invoice_audit a
       join claim k on k.tenant_id = a.tenant_id and k.claim_id = a.claim_id
       join collection_case c on c.tenant_id = k.tenant_id and c.case_id = k.case_id
       join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
      where a.tenant_id = $1 and a.claim_id = any($2::uuid[])`,
    [tx.tenantId, claimIds],
  );
  return new Map(rows.map((row) => [row.claimId, row]));
}

/** The sentences of a code, made again from what its latest invoice says. */
function told(row: FaultRow, examples: ReadonlyMap<string, ExampleRow>, issuerSize: AuditedSize): AuditFault[] {
  const latest = examples.get(row.examples[0]!)!;
  const fault = auditInvoice({ ...latest, totalCents: Number(latest.totalCents), issuerSize }).find(
    (one) => faultCode(one) === row.code,
  );
  // Checked for a size that was told otherwise since: the night checks it again.
  if (!fault) return [];
  return [
    {
      ...fault,
      name: faultName(fault),
      invoices: row.invoices,
      totalCents: Number(row.cents),
      examples: row.examples.map((claimId) => {
        const { caseId, number, debtorName } = examples.get(claimId)!;
        return { claimId, caseId, number, debtorName };
      }),
    },
  ];
}

type AuditedSize = Parameters<typeof auditInvoice>[0]['issuerSize'];
