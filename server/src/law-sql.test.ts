/**
 * The interest rules a second time, in SQL on `numeric`, from the texts and not from the package: one query computes all
 * the cases at once, and the package must agree to the cent. Only the published rates and amounts are shared.
 */
import { type LegalInterestInput, latePenaltiesAmount, lawParameters, legalInterest } from '@acquit/law';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { testStore } from './testing/index.ts';

const CASES = 5_000;
const SEED = Number(process.env.LAW_SEED ?? Date.now() % 1_000_000_000);
const MS_PER_DAY = 86_400_000;

const { asSupervisor } = await testStore();

beforeAll(() => {
  console.info(`law in SQL, seed ${SEED} (LAW_SEED=${SEED} runs it again)`);
});

const TABLES = `
  create temporary table law_value (name text, from_on date, until_on date, value numeric);
  create temporary table debt (
    id integer primary key, rule text, amount numeric, free_until date, until_on date,
    opened_on date, enforceable_on date, principal_first boolean
  );
  create temporary table paid (debt integer, on_day date, amount numeric);
`;

/**
 * Interest of a run of days is balance × rate × days ÷ 36 500: with rates in hundredths of a point, and the sum kept
 * whole, a cent is 3 650 000 units. Rates are those of the half-year of each day; in public procurement, that of the
 * half-year in which interest began. A receipt takes interest, then the 40 €, then principal, or principal first when
 * agreed. Days from the opening of insolvency on bear nothing; opened on the due date or before, no 40 €.
 */
const ACCOUNTS = `
  with recursive
  half_year as (
    select start_on::date, (start_on + interval '6 months' - interval '1 day')::date as end_on
    from generate_series(timestamp '2010-01-01', timestamp '2026-07-01', interval '6 months') as start_on
  ),
  read_on_start as (
    select v.name, h.start_on, h.end_on, v.value * 100 as hundredths
    from half_year h
    join law_value v on h.start_on between v.from_on and coalesce(v.until_on, 'infinity')
  ),
  rate as (
    select 'business' as rule, start_on, end_on, hundredths + 1000 as hundredths
    from read_on_start where name = 'ecb-main-refinancing'
    union all
    select 'public', start_on, end_on, hundredths + 800
    from read_on_start where name = 'ecb-main-refinancing'
    union all
    select name, start_on, end_on, hundredths
    from read_on_start where name like 'legal-interest/%'
  ),
  daily as (
    select id, on_day, sum(amount) as money
    from (
      select m.debt as id, m.on_day, m.amount from paid m join debt d on d.id = m.debt and m.on_day <= d.until_on
      union all
      select id, until_on, 0 from debt
    ) every_event
    group by id, on_day
  ),
  ordered as (
    select daily.*, row_number() over w as seq,
      greatest(coalesce(lag(on_day) over w, '-infinity'), d.free_until) + 1 as first_day,
      least(on_day, d.opened_on - 1) as last_day,
      (d.enforceable_on + interval '2 months')::date + 1 as uplift_from
    from daily join debt d using (id)
    window w as (partition by id order by on_day)
  ),
  event as (
    select o.id, o.seq, o.on_day, o.money,
      coalesce((
        select sum(r.hundredths * (least(o.last_day, h.end_on) - greatest(o.first_day, h.start_on) + 1))
        from half_year h
        join rate r on r.rule = d.rule and case
          when d.rule = 'public' then d.free_until + 1 between r.start_on and r.end_on
          else r.start_on = h.start_on end
        where least(o.last_day, h.end_on) >= greatest(o.first_day, h.start_on)
      ), 0) + 500 * greatest(0, coalesce(o.last_day - greatest(o.first_day, o.uplift_from) + 1, 0)) * (o.uplift_from is not null)::int
      as rate_days
    from ordered o join debt d using (id)
  ),
  account as (
    select id, 0::bigint as seq, amount as principal, 0::numeric as accrued, 0::numeric as interest_paid,
      0::numeric as indemnity, 0::numeric as indemnity_paid, 0::numeric as overpaid
    from debt
    union all
    select e.id, e.seq, p.principal - g.to_principal, a.accrued, p.interest_paid + x.to_interest,
      a.indemnity, p.indemnity_paid + f.to_indemnity,
      p.overpaid + e.money - x.to_interest - f.to_indemnity - g.to_principal
    from account p
    join event e on e.id = p.id and e.seq = p.seq + 1
    join debt d on d.id = p.id
    cross join lateral (
      select p.accrued + p.principal * e.rate_days as accrued,
        greatest(p.indemnity, case
          when d.rule not in ('business', 'public') or e.on_day <= d.free_until or p.principal = 0 then 0
          when d.free_until < date '2013-01-01' or d.opened_on <= d.free_until then 0
          else 4000 end) as indemnity
    ) a
    cross join lateral (
      select div(2 * a.accrued + 3650000, 2 * 3650000) - p.interest_paid as interest_due,
        a.indemnity - p.indemnity_paid as indemnity_due,
        case when d.principal_first then least(e.money, p.principal) else 0 end as taken_first
    ) b
    cross join lateral (select least(e.money - b.taken_first, b.interest_due) as to_interest) x
    cross join lateral (select least(e.money - b.taken_first - x.to_interest, b.indemnity_due) as to_indemnity) f
    cross join lateral (
      select b.taken_first + case when d.principal_first then 0
        else least(e.money - x.to_interest - f.to_indemnity, p.principal) end as to_principal
    ) g
  )
  select distinct on (id) id, div(2 * accrued + 3650000, 2 * 3650000)::bigint::float8 as interest,
    indemnity::float8, principal::float8, overpaid::float8,
    (principal + div(2 * accrued + 3650000, 2 * 3650000) - interest_paid + indemnity - indemnity_paid)::float8 as total
  from account
  order by id, seq desc
`;

interface Case {
  readonly rule: 'business' | 'public' | 'legal-interest/business' | 'legal-interest/individual';
  readonly amount: number;
  readonly from: string;
  readonly until: string;
  readonly openedOn: string | null;
  readonly enforceableOn: string | null;
  readonly firstDayIncluded: boolean;
  readonly principalFirst: boolean;
  readonly receipts: readonly { readonly on: string; readonly amountCents: number }[];
}

/** A date by its distance in days from 1 January 2010, with the arithmetic of the platform. */
function iso(days: number): string {
  return new Date(Date.UTC(2010, 0, 1) + days * MS_PER_DAY).toISOString().slice(0, 10);
}

const LAST = (Date.UTC(2026, 11, 31) - Date.UTC(2010, 0, 1)) / MS_PER_DAY;
/** The eight points of public procurement are for the contracts of 16 March 2013 and later. */
const FIRST_PUBLIC = (Date.UTC(2013, 6, 1) - Date.UTC(2010, 0, 1)) / MS_PER_DAY;

const anyCase: fc.Arbitrary<Case> = fc
  .record({
    rule: fc.constantFrom<Case['rule']>('business', 'public', 'legal-interest/business', 'legal-interest/individual'),
    amount: fc.oneof(fc.nat(200), fc.nat(10_000_000), fc.nat(100_000_000_000)),
    from: fc.integer({ min: 0, max: LAST - 30 }),
    delay: fc.oneof(fc.integer({ min: -3, max: 3 }), fc.nat(1_500)),
    opened: fc.option(fc.integer({ min: -5, max: 600 }), { freq: 4 }),
    enforceable: fc.option(fc.integer({ min: -100, max: 600 })),
    firstDayIncluded: fc.boolean(),
    principalFirst: fc.boolean(),
    receipts: fc.array(fc.tuple(fc.integer({ min: -20, max: 1_200 }), fc.nat(60)), { maxLength: 4 }),
  })
  .map(({ rule, amount, from, delay, opened, enforceable, receipts, ...settings }) => {
    const isLate = rule === 'business' || rule === 'public';
    const start = rule === 'public' ? Math.max(from, FIRST_PUBLIC) : from;
    return {
      ...settings,
      rule,
      amount,
      from: iso(start),
      until: iso(Math.min(start + delay, LAST)),
      openedOn: isLate && opened !== null ? iso(start + opened) : null,
      enforceableOn: !isLate && enforceable !== null ? iso(start + enforceable) : null,
      firstDayIncluded: !isLate && settings.firstDayIncluded,
      receipts: receipts.map(([after, percent]) => {
        return { on: iso(start + after), amountCents: Math.floor((amount * percent) / 70) };
      }),
    };
  });

interface Account {
  readonly interest: number;
  readonly indemnity: number;
  readonly principal: number;
  readonly overpaid: number;
  readonly total: number;
}

/** What the package answers. */
function byThePackage({ rule, amount, from, until, receipts, principalFirst, ...more }: Case): Account {
  const allocation = principalFirst ? 'principalFirst' : 'legal';
  if (rule === 'business' || rule === 'public') {
    const opened = more.openedOn === null ? {} : { insolvencyOpenedOn: more.openedOn };
    const late = latePenaltiesAmount({
      amountCents: amount,
      dueOn: from,
      until,
      regime: rule,
      receipts,
      allocation,
      ...opened,
    });
    if ('refusal' in late) throw new Error(late.refusal.message);
    return {
      interest: late.penaltyCents,
      indemnity: late.indemnityCents,
      principal: late.principalLeftCents,
      overpaid: late.overpaidCents,
      total: late.totalDueCents,
    };
  }
  const creditor = rule === 'legal-interest/business' ? 'business' : 'individual';
  const input: LegalInterestInput = {
    amountCents: amount,
    from,
    until,
    creditor,
    receipts,
    allocation,
    firstDayIncluded: more.firstDayIncluded,
    ...(more.enforceableOn === null ? {} : { enforceableOn: more.enforceableOn }),
  };
  const { value, refusal } = legalInterest(input);
  if (refusal !== undefined) throw new Error(refusal.message);
  return {
    interest: value.interestCents,
    indemnity: 0,
    principal: value.principalLeftCents,
    overpaid: value.overpaidCents,
    total: value.totalDueCents,
  };
}

/** What one query answers for all the cases. */
async function bySql(cases: readonly Case[]): Promise<Account[]> {
  const values = lawParameters()
    .filter(({ name }) => name === 'ecb-main-refinancing' || name.startsWith('legal-interest/'))
    .flatMap(({ name, entries }) => {
      return entries.map(({ from, until, value }) => ({ name, from_on: from, until_on: until, value }));
    });
  const debts = cases.map((one, id) => ({
    id,
    rule: one.rule,
    amount: one.amount,
    free_until: one.firstDayIncluded
      ? iso(Date.parse(one.from) / MS_PER_DAY - Date.UTC(2010, 0, 1) / MS_PER_DAY - 1)
      : one.from,
    until_on: one.until,
    opened_on: one.openedOn,
    enforceable_on: one.enforceableOn,
    principal_first: one.principalFirst,
  }));
  const receipts = cases.flatMap(({ receipts: received }, debt) => {
    return received.map(({ on, amountCents }) => ({ debt, on_day: on, amount: amountCents }));
  });
  return asSupervisor(async (client) => {
    await client.query(TABLES);
    for (const [table, rows] of Object.entries({ law_value: values, debt: debts, paid: receipts })) {
      await client.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1)`, [
        JSON.stringify(rows),
      ]);
    }
    const { rows } = await client.query<Account & { id: number }>(ACCOUNTS);
    return rows.map(({ id: _, ...account }) => account);
  });
}

test(`${CASES} random cases in one SQL query, to the cent`, async () => {
  const cases = fc.sample(anyCase, { seed: SEED, numRuns: CASES });
  const accounts = await bySql(cases);
  expect(accounts).toHaveLength(CASES);
  const differences = cases
    .map((one, i) => ({ one, sql: accounts[i], law: byThePackage(one) }))
    .filter(
      ({ sql, law }) => JSON.stringify(Object.entries(sql!).sort()) !== JSON.stringify(Object.entries(law).sort()),
    );
  expect(differences.slice(0, 3)).toEqual([]);
  // The cases are worth it: most bear interest, and each rule is there.
  expect(accounts.filter(({ interest }) => interest > 0).length).toBeGreaterThan(CASES / 2);
  expect(new Set(cases.map(({ rule }) => rule)).size).toBe(4);
});

test('the query gives the examples of the rule book', async () => {
  const plain = {
    openedOn: null,
    enforceableOn: null,
    firstDayIncluded: false,
    principalFirst: false,
    receipts: [],
  };
  const book: [Case, Partial<Account>][] = [
    [
      { ...plain, rule: 'business', amount: 1_200_000, from: '2026-04-30', until: '2026-09-20' },
      { interest: 57_796, indemnity: 4_000 },
    ],
    [{ ...plain, rule: 'public', amount: 2_000_000, from: '2026-05-10', until: '2026-08-20' }, { interest: 56_729 }],
    [
      {
        ...plain,
        rule: 'business',
        amount: 500_000,
        from: '2026-01-31',
        until: '2026-07-15',
        receipts: [{ on: '2026-03-31', amountCents: 200_000 }],
      },
      { principal: 313_820, total: 324_925 },
    ],
    [
      {
        ...plain,
        rule: 'legal-interest/business',
        amount: 1_000_000,
        from: '2025-10-15',
        until: '2026-07-31',
        enforceableOn: '2026-02-20',
      },
      { interest: 35_123 },
    ],
    [
      { ...plain, rule: 'legal-interest/individual', amount: 80_000, from: '2026-08-03', until: '2026-11-21' },
      { interest: 1_649 },
    ],
  ];
  const accounts = await bySql(book.map(([one]) => one));
  for (const [i, [one, expected]] of book.entries()) {
    expect(accounts[i], `${one.rule} from ${one.from}`).toMatchObject(expected);
    expect(byThePackage(one)).toEqual(accounts[i]);
  }
});
