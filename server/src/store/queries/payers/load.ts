import { addDays, type Day, formatDay } from '@acquit/law';
import {
  HISTORY_LENGTH,
  type PaidInvoice,
  type PayerClass,
  type PayerEvents,
  type PayerStanding,
  type PaymentRun,
  type PeerGroup,
  type Profile,
  peerGroupOf,
} from '@acquit/recovery';
import type { Tx } from '../../store.ts';
import { storedDay } from '../stored-day.ts';

/** Everything a customer's score is made from, on a day. */
export interface PayerRecord {
  debtorId: string;
  byHand: PayerClass | null;
  paymentRun: PaymentRun | null;
  invoices: PaidInvoice[];
  events: PayerEvents;
  standing: PayerStanding;
  group: PeerGroup;
}

/** Habits and events are told over a year. */
export const YEAR_DAYS = 365;

interface Row {
  debtor_id: string;
  case_id: string;
  payer_class: PayerClass | null;
  payment_run: PaymentRun | null;
  profile: Profile;
  kind_known: boolean;
  insolvent: boolean;
  billed: bigint;
  known_since: string | null;
  invoices: [due: string, settled: string | null, cents: number, times: number][] | null;
}

/** Invoices that count as asked of the customer; what a credit note cleared alone was never to be paid. */
const ASKED = `k.kind in ('invoice', 'deposit', 'corrective') and k.status in ('open', 'settled')`;

/**
 * The facts of some customers, in the order of their identifiers: their latest due invoices with the day on which the
 * last of the money came, and what happened over a year. A settled invoice whose money has no day of its own (a list said
 * « payée », and its day is supposed without any delay) tells nothing and is left out. A few statements whatever the number of customers.
 */
export async function loadPayers(
  tx: Tx,
  companyId: string,
  debtorIds: readonly string[],
  on: Day,
): Promise<PayerRecord[]> {
  const { rows } = await tx.query<Row>(
    `select d.debtor_id, c.case_id, d.payer_class, d.payment_run, c.profile, d.kind is not null as kind_known,
            d.insolvency_opened_on is not null as insolvent, coalesce(b.billed, 0)::int8 as billed, b.known_since, i.invoices
       from debtor d
       join collection_case c on c.tenant_id = d.tenant_id and c.company_id = d.company_id and c.debtor_id = d.debtor_id
       left join lateral (
         select sum(k.amount_cents) filter (where k.due_key > $4::date) as billed, min(k.due_on) as known_since
           from claim k
          where k.tenant_id = $1 and k.case_id = c.case_id and k.due_key <= $3::date and ${ASKED}) b on true
       left join lateral (
         select jsonb_agg(jsonb_build_array(l.due_on, l.settled_on, l.cents, l.times) order by l.due_on) as invoices
           from (select k.due_on, case k.status when 'settled' then r.last_on end as settled_on, greatest(k.amount_cents - k.credited_cents, 0) as cents, r.times
                   from claim k
                   left join lateral (
                     select max(a.received_on) as last_on, count(distinct a.received_on)::int as times, bool_or(x.origin = 'list') as supposed
                       from receipt_allocation a join receipt x on x.tenant_id = a.tenant_id and x.receipt_id = a.receipt_id
                      where a.tenant_id = $1 and a.claim_id = k.claim_id) r on true
                  where k.tenant_id = $1 and k.case_id = c.case_id and k.due_key <= $3::date and ${ASKED}
                    and (k.status = 'open' or not r.supposed)
                  order by k.due_key desc, k.claim_id limit ${HISTORY_LENGTH}) l) i on true
      where d.tenant_id = $1 and d.company_id = $2 and d.debtor_id = any($5::uuid[])
      order by d.debtor_id`,
    [tx.tenantId, companyId, formatDay(on), formatDay(addDays(on, -YEAR_DAYS)), debtorIds],
  );
  const events = await eventsOf(
    tx,
    rows.map((row) => row.case_id),
    on,
  );
  const book = await bookOf(tx, companyId, on);
  return rows.map((row) => {
    const told = row.invoices ?? [];
    return {
      debtorId: row.debtor_id,
      byHand: row.payer_class,
      paymentRun: row.payment_run,
      invoices: told.map(([due, settled, amountCents]) => ({
        dueOn: storedDay(due),
        settledOn: settled === null ? null : storedDay(settled),
        amountCents,
      })),
      events: {
        promisesKept: 0,
        promisesBroken: 0,
        disputes: 0,
        rejects: 0,
        ...events.get(row.case_id),
        partPayments: told.filter(([, , , times]) => times > 1).length,
      },
      standing: {
        profile: row.profile,
        kindKnown: row.kind_known,
        insolvent: row.insolvent,
        billedCents: Number(row.billed),
        knownSince: row.known_since === null ? null : storedDay(row.known_since),
        ...book,
      },
      group: peerGroupOf(row.profile, Number(row.billed)),
    };
  });
}

type CaseEvents = Omit<PayerEvents, 'partPayments'>;

/** Promises, disputes and rejects of a year, by case; cases without any are left out. */
async function eventsOf(tx: Tx, caseIds: readonly string[], on: Day): Promise<Map<string, CaseEvents>> {
  const rows = await tx.arrays<[caseId: string, kept: number, broken: number, disputes: number, rejects: number]>(
    `select case_id, sum(kept)::int, sum(broken)::int, sum(disputes)::int, sum(rejects)::int
       from (select case_id, (kept_on is not null)::int as kept,
                    (kept_on is null and ended is null and not moot and until_on < $3::date)::int as broken, 0 as disputes, 0 as rejects
               from promise where tenant_id = $1 and case_id = any($2::uuid[]) and promised_on > $4::date
             union all
             select case_id, 0, 0, 1, 0 from dispute where tenant_id = $1 and case_id = any($2::uuid[]) and opened_on > $4::date
             union all
             select r.case_id, 0, 0, 0, 1 from receipt r
              where r.tenant_id = $1 and r.case_id = any($2::uuid[]) and r.cancelled_at is not null and r.received_on > $4::date
                and exists (select from bank_match m where m.tenant_id = $1 and m.reverses_receipt_id = r.receipt_id and m.state = 'applied')
            ) told
      group by case_id`,
    [tx.tenantId, caseIds, formatDay(on), formatDay(addDays(on, -YEAR_DAYS))],
  );
  return new Map(
    rows.map(([caseId, promisesKept, promisesBroken, disputes, rejects]) => [
      caseId,
      { promisesKept, promisesBroken, disputes, rejects },
    ]),
  );
}

/** Beyond this, one customer's share of the business says something; nobody needs the exact number of customers. */
const CUSTOMERS_COUNTED = 1000;

async function bookOf(tx: Tx, companyId: string, on: Day) {
  const [row] = await tx.arrays<[billed: bigint, customers: number]>(
    `select coalesce((select sum(amount_cents) from due_total
                       where tenant_id = $1 and company_id = $2 and ledger_state in ('open', 'settled')
                         and due_on > $4::date and due_on <= $3::date), 0)::int8,
            (select count(*)::int from (select from collection_case where tenant_id = $1 and company_id = $2 limit ${CUSTOMERS_COUNTED}) c)`,
    [tx.tenantId, companyId, formatDay(on), formatDay(addDays(on, -YEAR_DAYS))],
  );
  return { companyBilledCents: Number(row![0]), companyCustomers: row![1] };
}
