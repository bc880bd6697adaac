import { addDays, type Day, formatDay } from '@acquit/law';
import type { CompanyFacts, DigestFacts, DigestLine, DigestLines, ScenarioBook } from '@acquit/recovery';
import type { Tx } from '../../store.ts';
import { calendarOf } from '../calendar.ts';
import { noticeEnds } from '../commitments/facts.ts';
import { todayOf } from '../today/index.ts';

const DAYS = 7;
/** Lines shown of each kind; the others are counted. */
const SHOWN = 10;

type Kind = 'promisesDue' | 'promisesBroken' | 'instalmentsDue' | 'instalmentsMissed' | 'disputesLate' | 'deadlines';

const LINES = `
  select 'promisesDue' as kind, p.expected_on as on_day, p.case_id, p.amount_cents - p.received_cents as cents from promise p
   where p.tenant_id = $1 and p.company_id = $2 and p.ended is null and p.kept_on is null and not p.moot
     and p.until_on >= $3 and p.expected_on < $5
  union all
  select 'promisesBroken', p.expected_on, p.case_id, p.amount_cents - p.received_cents from promise p
   where p.tenant_id = $1 and p.company_id = $2 and p.ended is null and p.kept_on is null and not p.moot
     and p.until_on < $3 and p.until_on >= $4
  union all
  select 'instalmentsDue', i.due_on, p.case_id, i.principal_cents + i.accessory_cents
    from payment_plan p join plan_instalment i on i.tenant_id = p.tenant_id and i.plan_id = p.plan_id
   where p.tenant_id = $1 and p.company_id = $2 and p.status = 'signed' and p.kept_on is null and p.broken_on is null
     and i.due_on >= $3 and i.due_on < $5
  union all
  select 'instalmentsMissed', m.due_on, p.case_id, m.cents from payment_plan p cross join lateral (
    select min(i.due_on) as due_on, max(i.total) - p.received_cents as cents
      from (select due_on, until_on, sum(principal_cents + accessory_cents) over (order by n) as total
              from plan_instalment where tenant_id = p.tenant_id and plan_id = p.plan_id) i
     where i.until_on < $3 and i.total > p.received_cents) m
   where p.tenant_id = $1 and p.company_id = $2 and p.status = 'signed' and p.kept_on is null and p.broken_on is null
     and m.due_on is not null
  union all
  select case when p.deadline_on < $3 then 'disputesLate' else 'deadlines' end, p.deadline_on, p.case_id, null from dispute p
   where p.tenant_id = $1 and p.company_id = $2 and p.outcome is null and p.deadline_on < $5
  union all
  select 'deadlines', n.ends_on, n.case_id, null from unnest($6::uuid[], $7::date[]) as n(case_id, ends_on)
   where n.ends_on >= $3 and n.ends_on < $5`;

/** What the digest of a company says on a day; `appUrl` is where its reader opens the app. */
export async function digestFacts(
  tx: Tx,
  company: CompanyFacts,
  book: ScenarioBook,
  order: { on: Day; reader: string; appUrl: string | null },
): Promise<DigestFacts> {
  const on = formatDay(order.on);
  const { totals, groups } = await todayOf(tx, company, {
    on,
    // Said day by day below, with the other days.
    tonight: { messages: 0, letters: 0, totalCents: 0 },
    reader: order.reader,
  });
  const { days, wholeUntil } = await calendarOf(tx, company, book, order.on, DAYS);
  const { openCents, overdueCents, overdueClaims } = totals;
  return {
    companyName: company.name,
    mode: company.mode,
    on,
    received: await receivedBetween(tx, company.companyId, formatDay(addDays(order.on, -DAYS)), on),
    totals: { openCents, overdueCents, overdueClaims },
    // What is to come is said by its dates.
    waiting: groups.filter(({ kind }) => kind !== 'coming').map(({ title, count, late }) => ({ title, count, late })),
    ...(await datedLines(tx, company.companyId, order.on)),
    leaving: days,
    wholeUntil,
    appUrl: order.appUrl,
  };
}

async function receivedBetween(
  tx: Tx,
  companyId: string,
  from: string,
  before: string,
): Promise<DigestFacts['received']> {
  const { rows } = await tx.query<{ count: number; cents: bigint }>(
    `select count(*)::int as count, coalesce(sum(amount_cents), 0)::int8 as cents from receipt
      where tenant_id = $1 and company_id = $2 and cancelled_at is null and received_on >= $3 and received_on < $4`,
    [tx.tenantId, companyId, from, before],
  );
  return { count: rows[0]!.count, cents: Number(rows[0]!.cents) };
}

async function datedLines(tx: Tx, companyId: string, on: Day): Promise<Record<Kind, DigestLines>> {
  const notices = await noticeEnds(tx, companyId);
  const { rows } = await tx.query<{
    kind: Kind;
    on_day: string;
    case_id: string;
    cents: bigint | null;
    count: number;
    debtor_name: string;
  }>(
    `select l.kind, l.on_day, l.case_id, l.cents::int8, l.count, d.name as debtor_name
       from (select x.*, count(*) over (partition by x.kind)::int as count,
                    row_number() over (partition by x.kind order by x.on_day, x.case_id) as place from (${LINES}) x) l
       join collection_case c on c.tenant_id = $1 and c.case_id = l.case_id
       join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
      where l.place <= ${SHOWN} order by l.kind, l.place`,
    [
      tx.tenantId,
      companyId,
      formatDay(on),
      formatDay(addDays(on, -DAYS)),
      formatDay(addDays(on, DAYS)),
      notices.map(({ caseId }) => caseId),
      notices.map(({ endsOn }) => formatDay(endsOn)),
    ],
  );
  const of = (kind: Kind): DigestLines => {
    const mine = rows.filter((row) => row.kind === kind);
    return {
      count: mine[0]?.count ?? 0,
      lines: mine.map(
        (row): DigestLine => ({
          on: row.on_day,
          debtorName: row.debtor_name,
          caseId: row.case_id,
          cents: row.cents === null ? null : Number(row.cents),
        }),
      ),
    };
  };
  return {
    promisesDue: of('promisesDue'),
    promisesBroken: of('promisesBroken'),
    instalmentsDue: of('instalmentsDue'),
    instalmentsMissed: of('instalmentsMissed'),
    disputesLate: of('disputesLate'),
    deadlines: of('deadlines'),
  };
}
