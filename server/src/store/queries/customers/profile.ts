import { type Day, type DebtorKind, formatDay } from '@acquit/law';
import {
  type CustomerTerms,
  type CustomerView,
  nextPaymentDay,
  type PaymentRun,
  paymentRunName,
  termsName,
} from '@acquit/recovery';
import type { Tx } from '../../store.ts';
import { contactsOf } from './contacts.ts';
import { doublesOf } from './doubles.ts';
import { mergesInto } from './undo.ts';

/** A customer as an act on him needs it: where he belongs and what he is. */
export interface CustomerHead {
  debtorId: string;
  caseId: string;
  companyId: string;
  name: string;
  kind: DebtorKind | null;
  legalId: string | null;
  status: 'open' | 'paused' | 'parked' | 'closed';
  insolvencyOpenedOn: string | null;
}

/** A customer's place and nature, his case locked when `lock`; null when unknown. */
export async function findCustomer(tx: Tx, debtorId: string, lock = false): Promise<CustomerHead | null> {
  const { rows } = await tx.query<CustomerHead>(
    `select d.debtor_id as "debtorId", c.case_id as "caseId", d.company_id as "companyId", d.name, d.kind,
            d.legal_id as "legalId", c.status, d.insolvency_opened_on as "insolvencyOpenedOn"
       from debtor d join collection_case c on c.tenant_id = d.tenant_id and c.company_id = d.company_id and c.debtor_id = d.debtor_id
      where d.tenant_id = $1 and d.debtor_id = $2 ${lock ? 'for update of c, d' : ''}`,
    [tx.tenantId, debtorId],
  );
  return rows[0] ?? null;
}

interface Row {
  language: 'fr' | 'en';
  circuit: string | null;
  sector: string | null;
  salesperson_name: string | null;
  salesperson_email: string | null;
  payment_run: PaymentRun | null;
  terms: CustomerTerms | null;
  delivery_lines: string[];
  delivery_postcode: string | null;
  delivery_city: string | null;
  delivery_country: string;
  payers: CustomerView['payers'];
  aliases: CustomerView['aliases'];
}

/** Payers shown; the others are known all the same. */
const PAYERS_SHOWN = 20;

/** Everything about a customer besides what he owes. Null when unknown. */
export async function customerView(tx: Tx, debtorId: string, today: Day): Promise<CustomerView | null> {
  const head = await findCustomer(tx, debtorId);
  if (head === null) return null;
  const { rows } = await tx.query<Row>(
    `select language, circuit, sector, salesperson_name, salesperson_email, payment_run, terms, delivery_lines, delivery_postcode, delivery_city, delivery_country,
            (select coalesce(jsonb_agg(p), '[]') from (select payer_key as key, times from payer
              where tenant_id = $1 and debtor_id = $2 order by times desc, payer_key limit ${PAYERS_SHOWN}) p) as payers,
            (select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'value', value) order by kind, value), '[]') from debtor_alias
              where tenant_id = $1 and debtor_id = $2) as aliases
       from debtor where tenant_id = $1 and debtor_id = $2`,
    [tx.tenantId, debtorId],
  );
  const row = rows[0]!;
  const hasDelivery = row.delivery_lines.length > 0 || row.delivery_postcode !== null || row.delivery_city !== null;
  const pairs = await doublesOf(tx, head.companyId, debtorId);
  return {
    debtorId,
    caseId: head.caseId,
    name: head.name,
    contacts: await contactsOf(tx, debtorId),
    language: row.language,
    circuit: row.circuit,
    sector: row.sector,
    salespersonName: row.salesperson_name,
    salespersonEmail: row.salesperson_email,
    paymentRun: row.payment_run,
    paymentRunName: row.payment_run && paymentRunName(row.payment_run),
    nextPaymentDay: row.payment_run && formatDay(nextPaymentDay(row.payment_run, today)),
    terms: row.terms,
    termsName: row.terms && termsName(row.terms),
    deliveryAddress: hasDelivery
      ? {
          lines: row.delivery_lines,
          postcode: row.delivery_postcode,
          city: row.delivery_city,
          country: row.delivery_country,
        }
      : null,
    payers: row.payers,
    aliases: row.aliases,
    doubles: pairs.map(({ pair: [, { debtorId: id, caseId, name, legalId, openCents }], reason, confidence }) => ({
      debtorId: id,
      caseId,
      name,
      legalId,
      openCents,
      reason,
      confidence,
    })),
    merges: await mergesInto(tx, debtorId),
  };
}

/** The columns a person may write, by their names in the API; JSON ones are marked. */
const COLUMNS = {
  kind: 'kind',
  legalId: 'legal_id',
  vat: 'vat',
  addressLines: 'address_lines',
  postcode: 'postcode',
  city: 'city',
  insolvencyOpenedOn: 'insolvency_opened_on',
  language: 'language',
  circuit: 'circuit',
  sector: 'sector',
  salespersonName: 'salesperson_name',
  salespersonEmail: 'salesperson_email',
  paymentRun: 'payment_run',
  terms: 'terms',
  deliveryLines: 'delivery_lines',
  deliveryPostcode: 'delivery_postcode',
  deliveryCity: 'delivery_city',
} as const;
const JSON_COLUMNS: readonly string[] = ['paymentRun', 'terms'];

export type CustomerChange = { [K in keyof typeof COLUMNS]?: unknown };

/** Writes the given fields of a customer and leaves the others. */
export async function updateCustomer(tx: Tx, debtorId: string, change: CustomerChange): Promise<void> {
  const names = (Object.keys(COLUMNS) as (keyof CustomerChange)[]).filter((name) => change[name] !== undefined);
  if (names.length === 0) return;
  const sets = names.map((name, n) => `${COLUMNS[name]} = $${n + 3}`);
  const value = (name: keyof CustomerChange) =>
    JSON_COLUMNS.includes(name) && change[name] !== null ? JSON.stringify(change[name]) : change[name];
  await tx.query(`update debtor set ${sets.join(', ')} where tenant_id = $1 and debtor_id = $2`, [
    tx.tenantId,
    debtorId,
    ...names.map(value),
  ]);
}

/** The other customer of the company who has this company number, or null. */
export async function ownerOfLegalId(
  tx: Tx,
  customer: CustomerHead,
  legalId: string,
): Promise<{ debtorId: string; name: string } | null> {
  const { rows } = await tx.query<{ debtorId: string; name: string }>(
    `select debtor_id as "debtorId", name from debtor
      where tenant_id = $1 and company_id = $2 and legal_id = $3 and debtor_id <> $4`,
    [tx.tenantId, customer.companyId, legalId, customer.debtorId],
  );
  return rows[0] ?? null;
}
