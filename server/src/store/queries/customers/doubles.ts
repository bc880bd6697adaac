import {
  type DoublePairView,
  type DoubleSide,
  doubleReason,
  doubleSign,
  type Likeness,
  type Page,
  type Profile,
} from '@acquit/recovery';
import type { Tx } from '../../store.ts';
import { isUuidText, PAGE_SIZE, pageOf, readCursor } from '../cursor.ts';

interface Side extends Likeness {
  kind: string | null;
  profile: Profile;
  debtorId: string;
  caseId: string;
  name: string;
  legalId: string | null;
  account: string | null;
  openCents: number;
  openClaims: number;
}

/**
 * The columns that two doubles share, the surest first, each with the most customers who may share one value: above, it
 * is nobody's sign but a stand-in, a portal, the name of a trade.
 */
const SIGNS = [
  ['siren_key', 50],
  ['vat', 50],
  ['account_key', 12],
  ['name_skeleton', 12],
  ['mail_domain', 12],
] as const;
type Sign = (typeof SIGNS)[number][0];
/** Pairs looked at for one list; a book with more has one cause, to be treated before the rest. */
const MOST_PAIRS = 2_000;
/** Customers whose signs are looked up one by one; of more, all the signs of the company are grouped. */
const MOST_TO_COMPARE = 2_000;
/** So many are left to be looked up before all signs are grouped to do without: half of what a look-up takes. */
const FEW_TO_COMPARE = MOST_TO_COMPARE / 2;

/** Two SIREN are two persons: of those who share another sign, one at least has none. */
const mayBeOne = (sign: Sign) => (sign === 'siren_key' ? '' : 'and (x.siren_key is null or y.siren_key is null)');

/**
 * The values of a sign that several customers of a company share. Grouped from the index of its column alone: a join of
 * the table with itself would be right too, until the day its statistics are old and it takes minutes.
 */
const sharedValues = (sign: Sign) => `select ${sign} collate "C" as value from debtor
   where tenant_id = $1 and company_id = $2 and ${sign} is not null
   group by ${sign} having count(*) > 1 ${sign === 'siren_key' ? '' : 'and bool_or(siren_key is null)'}`;

/** The same, as housekeeping keeps them, and the values of the customers that it has not looked at yet. */
const keptValues = (
  sign: Sign,
) => `select value from debtor_sign_shared where tenant_id = $1 and company_id = $2 and sign = '${sign}'
  union select d.${sign} collate "C" from debtor_to_compare t join debtor d on d.tenant_id = t.tenant_id and d.debtor_id = t.debtor_id
   where t.tenant_id = $1 and t.company_id = $2 and d.company_id = $2 and d.${sign} is not null`;

/** Pairs of one company that share a sign, made inside each of the values given, in their order. */
const inCompany = (valuesOf: (sign: Sign) => string): string =>
  SIGNS.map(([sign, most]) => {
    // An index is used in the order of its own column only.
    const value = sign === 'vat' ? 'g.value collate "default"' : 'g.value';
    const sharing = `(select debtor_id, siren_key from debtor where tenant_id = $1 and company_id = $2 and ${sign} = ${value} limit ${most + 1})`;
    return `select x.debtor_id as one, y.debtor_id as other
      from (select value from (${valuesOf(sign)}) v order by value) g
      cross join lateral (select count(*) as customers from ${sharing} s) s
      cross join lateral ${sharing} x cross join lateral ${sharing} y
     where s.customers between 2 and ${most} and x.debtor_id < y.debtor_id ${mayBeOne(sign)}`;
  }).join('\nunion all ');
const FROM_KEPT_SIGNS = inCompany(keptValues);
const FROM_ALL_SIGNS = inCompany(sharedValues);

/** Pairs of one customer ($3) with those who share a sign with him; the limit keeps each on the index of its column. */
const OF_CUSTOMER = SIGNS.map(
  ([sign, most]) => `select x.debtor_id as one, y.debtor_id as other
    from debtor x cross join lateral (select debtor_id, siren_key from debtor where tenant_id = $1 and company_id = $2 and ${sign} = x.${sign}
                                         and debtor_id <> x.debtor_id limit ${most}) y
   where x.tenant_id = $1 and x.debtor_id = $3 ${mayBeOne(sign)}`,
).join('\nunion all ');

/**
 * The pairs of a company that may be one customer, the surest first, those with the most to collect first among equals;
 * of one customer when `debtorId` is given, who then stands first in each. Left out: pairs that somebody said are two,
 * and those that may not be merged because one is a consumer and the other is not.
 */
async function pairsOf(tx: Tx, companyId: string, debtorId: string | null): Promise<DoublePairView[]> {
  const found =
    debtorId !== null ? OF_CUSTOMER : (await manyToCompare(tx, companyId)) ? FROM_ALL_SIGNS : FROM_KEPT_SIGNS;
  const pairs = await tx.arrays<[one: string, other: string]>(
    `select distinct one, other from (select * from (${found}) found limit ${MOST_PAIRS}) p
      where not exists (select from debtor_distinct x where x.tenant_id = $1 and x.debtor_id = least(p.one, p.other)
                           and x.other_id = greatest(p.one, p.other))`,
    debtorId === null ? [tx.tenantId, companyId] : [tx.tenantId, companyId, debtorId],
  );
  const sides = await sidesOf(tx, companyId, [...new Set(pairs.flat())]);
  const likely = pairs.flatMap(([one, other]): DoublePairView[] => {
    const [a, b] = [sides.get(one), sides.get(other)];
    if (a === undefined || b === undefined || (a.kind !== null && b.kind !== null && a.profile !== b.profile))
      return [];
    const sign = doubleSign(a, b);
    return sign === null ? [] : [{ pair: [shown(a), shown(b)], ...doubleReason(sign) }];
  });
  return likely.sort((a, b) => compare(keyOf(a), keyOf(b)));
}

/** The customers of the pairs, each read once. */
async function sidesOf(tx: Tx, companyId: string, debtorIds: readonly string[]): Promise<Map<string, Side>> {
  const { rows } = await tx.query<Omit<Side, 'openCents'> & { openCents: bigint }>(
    `select d.debtor_id as "debtorId", c.case_id as "caseId", d.name, d.kind, c.profile, d.legal_id as "legalId", d.account, d.city,
            d.siren_key as siren, d.vat, d.account_key as "accountKey", bare_name(d.name) as "bareName", d.mail_domain as "mailDomain",
            c.open_cents as "openCents", c.open_claims as "openClaims"
       from debtor d join collection_case c on c.tenant_id = $1 and c.company_id = $2 and c.debtor_id = d.debtor_id
      where d.tenant_id = $1 and d.company_id = $2 and d.debtor_id = any($3::uuid[])`,
    [tx.tenantId, companyId, debtorIds],
  );
  return new Map(rows.map((row) => [row.debtorId, { ...row, openCents: Number(row.openCents) }]));
}

async function manyToCompare(tx: Tx, companyId: string): Promise<boolean> {
  const { rows } = await tx.query<{ many: boolean }>(
    `select count(*) > ${MOST_TO_COMPARE} as many
       from (select from debtor_to_compare where tenant_id = $1 and company_id = $2 limit ${MOST_TO_COMPARE + 1}) t`,
    [tx.tenantId, companyId],
  );
  return rows[0]!.many;
}

/**
 * Keeps the signs that several customers share, for the companies that have more than `few` customers to compare. What
 * a change under way writes now stays to be compared: it is in no statement's sight before it is whole.
 */
export async function keepSharedSigns(tx: Tx, few = FEW_TO_COMPARE): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`${tx.tenantId} signs`]);
  const { rows } = await tx.query<{ company_id: string }>(
    `select company_id from debtor_to_compare where tenant_id = $1 group by company_id having count(*) > $2`,
    [tx.tenantId, few],
  );
  for (const { company_id } of rows)
    await tx.query(
      `with compared as (delete from debtor_to_compare where tenant_id = $1 and company_id = $2),
            shared as materialized (${SIGNS.map(([sign]) => `select '${sign}' as sign, value from (${sharedValues(sign)}) v`).join(' union all ')}),
            forgotten as (delete from debtor_sign_shared s where s.tenant_id = $1 and s.company_id = $2
                             and not exists (select from shared n where n.sign = s.sign and n.value = s.value))
       insert into debtor_sign_shared (tenant_id, company_id, sign, value) select $1, $2, sign, value from shared on conflict do nothing`,
      [tx.tenantId, company_id],
    );
}

/** One page of the pairs of a company. The order is made again for each page; the cursor is the last pair's place in it. */
export async function listDoubles(
  tx: Tx,
  companyId: string,
  cursor: string | undefined,
): Promise<Page<DoublePairView>> {
  const pairs = await pairsOf(tx, companyId, null);
  const key = readCursor(cursor, 'nnss');
  const valid = key !== null && isUuidText(key[2]) && isUuidText(key[3]);
  const rest = valid ? pairs.filter((pair) => compare(keyOf(pair), key as Key) > 0) : pairs;
  return pageOf(rest.slice(0, PAGE_SIZE + 1), (pair) => pair, keyOf);
}

/** Customers who may be this one. */
export async function doublesOf(tx: Tx, companyId: string, debtorId: string): Promise<DoublePairView[]> {
  return pairsOf(tx, companyId, debtorId);
}

/** Remembers that two customers are not one. Saying it twice changes nothing. */
export async function setDistinct(tx: Tx, one: string, other: string, by: string): Promise<void> {
  await tx.query(
    `insert into debtor_distinct (tenant_id, debtor_id, other_id, said_by)
     values ($1, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), $4) on conflict do nothing`,
    [tx.tenantId, one, other, by],
  );
}

type Key = [confidence: number, cents: number, one: string, other: string];

/** Negative so that the greatest comes first. */
const keyOf = ({ pair: [one, other], confidence }: DoublePairView): Key => [
  -confidence,
  -(Math.abs(one.openCents) + Math.abs(other.openCents)),
  one.debtorId,
  other.debtorId,
];

function compare(a: Key, b: Key): number {
  const at = a.findIndex((part, n) => part !== b[n]);
  return at < 0 ? 0 : a[at]! < b[at]! ? -1 : 1;
}

function shown({ debtorId, caseId, name, legalId, account, city, openCents, openClaims }: Side): DoubleSide {
  return { debtorId, caseId, name, legalId, account, city, openCents, openClaims };
}
