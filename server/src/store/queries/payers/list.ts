import { PAYER_CLASS_NAMES, type Page, type PayerClass, type PayerRow } from '@acquit/recovery';
import type { Tx } from '../../store.ts';
import { isUuidText, PAGE_SIZE, pageOf, readCursor } from '../cursor.ts';

export interface PayerListOrder {
  companyId: string;
  payerClass: PayerClass | undefined;
  /** Only those whose exposure passes their limit. */
  over: boolean;
  cursor: string | undefined;
  /** In percent a year; null: what lateness costs is not told. */
  financingRate: string | null;
}

interface Row {
  debtor_id: string;
  case_id: string;
  name: string;
  payer_class: PayerClass;
  by_hand: boolean;
  open_cents: bigint;
  limit_cents: bigint | null;
  late_cent_days: bigint;
  computed_on: string;
}

const COLUMNS = `s.debtor_id, c.case_id, d.name, s.payer_class, s.by_hand, c.open_cents, d.credit_limit_cents as limit_cents,
    s.late_cent_days, s.computed_on`;
const CASE = `join collection_case c on c.tenant_id = $1 and c.company_id = $2 and c.debtor_id = d.debtor_id`;
const LIMIT = PAGE_SIZE + 1;

/**
 * One page of a company's customers, those whose lateness costs most first; of one class, or only those above their
 * credit limit. Read from an index on from the cursor; those above their limit are found among the few that have one.
 */
export async function listPayers(tx: Tx, order: PayerListOrder): Promise<Page<PayerRow>> {
  const values: unknown[] = [tx.tenantId, order.companyId];
  const add = (value: unknown) => `$${values.push(value)}`;
  const where = [`s.tenant_id = $1 and s.company_id = $2`];
  if (order.payerClass) where.push(`s.payer_class = ${add(order.payerClass)}`);
  const key = readCursor(order.cursor, 'ns');
  if (key && isUuidText(key[1]))
    where.push(`(s.late_cent_days, s.debtor_id) < (${add(key[0])}::int8, ${add(key[1])}::uuid)`);
  // Gathered first as a list: few customers have a limit, and a walk by cost would look at all the others.
  if (order.over)
    where.push(`c.open_cents > d.credit_limit_cents and s.debtor_id = any(array(
        select l.debtor_id from debtor l where l.tenant_id = $1 and l.company_id = $2 and l.credit_limit_cents is not null))`);
  const { rows } = await tx.query<Row>(
    `select ${COLUMNS} from payer_score s join debtor d on d.tenant_id = s.tenant_id and d.debtor_id = s.debtor_id ${CASE}
      where ${where.join(' and ')} order by s.late_cent_days desc, s.debtor_id desc limit ${LIMIT}`,
    values,
  );
  return pageOf(
    rows,
    (row) => payerRow(row, order.financingRate),
    (row) => [Number(row.late_cent_days), row.debtor_id],
  );
}

function payerRow(row: Row, financingRate: string | null): PayerRow {
  const openCents = Number(row.open_cents);
  const limitCents = row.limit_cents === null ? null : Number(row.limit_cents);
  return {
    debtorId: row.debtor_id,
    caseId: row.case_id,
    name: row.name,
    payerClass: row.payer_class,
    payerClassName: PAYER_CLASS_NAMES[row.payer_class],
    byHand: row.by_hand,
    openCents,
    limitCents,
    overCents: limitCents === null ? 0 : Math.max(openCents - limitCents, 0),
    lateCostCents:
      financingRate === null ? null : Math.round((Number(row.late_cent_days) * Number(financingRate)) / 36_500),
    computedOn: row.computed_on,
  };
}

/** What a customer may owe at most; null: no limit. */
export async function creditLimitOf(tx: Tx, debtorId: string): Promise<number | null> {
  const [row] = await tx.arrays<[bigint | null]>(
    'select credit_limit_cents from debtor where tenant_id = $1 and debtor_id = $2',
    [tx.tenantId, debtorId],
  );
  return row?.[0] === null || row?.[0] === undefined ? null : Number(row[0]);
}

export async function setCreditLimit(tx: Tx, debtorId: string, limitCents: number | null): Promise<void> {
  await tx.query('update debtor set credit_limit_cents = $3 where tenant_id = $1 and debtor_id = $2', [
    tx.tenantId,
    debtorId,
    limitCents,
  ]);
}
