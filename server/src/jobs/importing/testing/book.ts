import type { Store } from '../../../store/index.ts';
import { createCompany } from '../companies.ts';

/** The company of a test, as an installation has it after its first day. */
export async function makeCompany(store: Store, tenantId: string, name = 'Société d’essai'): Promise<string> {
  const none = { legalForm: null, legalId: null, vat: null, postcode: null, city: null, email: null, phone: null };
  const company = { name, ...none, addressLines: [], country: 'FR', iban: null, bic: null };
  return (await store.inTenant(tenantId, (tx) => createCompany(tx, tenantId, company))).companyId;
}

/**
 * The whole book of a tenant in words, without identifiers nor the traces of cancelled receipts: two equal books are the
 * same to anybody who looks at them.
 */
export async function bookOf(store: Store, tenantId: string): Promise<Record<string, unknown[]>> {
  return store.inTenant(tenantId, async (tx) => {
    const rows = async (sql: string) => (await tx.query(sql, [tenantId])).rows;
    return {
      debtors: await rows(
        'select name, account, legal_id, vat, email, phone, address_lines, city from debtor where tenant_id = $1 order by name, account, legal_id',
      ),
      cases: await rows(
        `select d.name, c.open_cents, c.open_claims, c.oldest_due_on from collection_case c
           join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id where c.tenant_id = $1 order by d.name, d.account, d.legal_id`,
      ),
      claims: await rows(
        `select k.number, k.kind, k.issued_on, k.due_on, k.due_on_source, k.total_cents, k.amount_cents, k.received_cents,
                k.credited_cents, k.status, k.settled_on, k.order_reference, d.name
           from claim k join collection_case c on c.tenant_id = k.tenant_id and c.case_id = k.case_id
           join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
          where k.tenant_id = $1 order by k.number, k.kind, d.name, k.total_cents`,
      ),
      receipts: await rows(
        `select received_on, amount_cents, ledger_key, origin,
                (select count(*)::int from receipt_allocation a where a.tenant_id = r.tenant_id and a.receipt_id = r.receipt_id) as parts
           from receipt r where tenant_id = $1 and cancelled_at is null order by received_on, amount_cents, ledger_key`,
      ),
      credits: await rows(
        'select amount_cents, effective_on from credit_allocation where tenant_id = $1 order by 1, 2',
      ),
      lines: await rows(
        'select booked_on, amount_cents, label, occurrence from bank_line where tenant_id = $1 order by booked_on, amount_cents, label, occurrence',
      ),
      accounts: await rows(
        'select account_key, iban, covered_until from bank_account where tenant_id = $1 order by account_key',
      ),
      holds: await rows(
        `select kind, reason from claim_hold where tenant_id = $1 and ended_at is null order by kind, reason`,
      ),
      statuses: await rows('select invoice_number from einvoice_status where tenant_id = $1 order by 1'),
    };
  });
}
