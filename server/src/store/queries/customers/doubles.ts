import {
  type DoublePairView,
  type DoubleSide,
  doubleReason,
  doubleSign,
  type Likeness,
  type Page,
} from '@acquit/recovery';
import type { Tx } from '../../store.ts';
import { isUuidText, PAGE_SIZE, pageOf, readCursor } from '../cursor.ts';

interface Side extends Likeness {
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
/** Pairs looked at for one list; a book with more has one cause, to be treated before the rest. */
const MOST_PAIRS = 2_000;

/** Two SIREN are two persons: of those who share another sign, one at least has none. */
const mayBeOne = (sign: string) => (sign === 'siren_key' ? '' : 'and (x.siren_key is null or y.siren_key is null)');

/**
 * Pairs of one company that share a sign. Each column is grouped from its index alone, and pairs are made inside the
 * groups that are left: a join of the table with itself would be right too, until the day its statistics are old and it
 * takes minutes.
 */
const IN_COMPANY = SIGNS.map(([sign, most]) => {
  const sharing = `(select debtor_id, siren_key from debtor where tenant_id = $1 and company_id = $2 and ${sign} = g.${sign} limit ${most})`;
  return `select x.debtor_id as one, y.debtor_id as other
    from (select ${sign} from debtor where tenant_id = $1 and company_id = $2 and ${sign} is not null
           group by ${sign} having count(*) between 2 and ${most} ${sign === 'siren_key' ? '' : 'and bool_or(siren_key is null)'}) g
    cross join lateral ${sharing} x cross join lateral ${sharing} y
   where x.debtor_id < y.debtor_id ${mayBeOne(sign)}`;
}).join('\nunion all ');

/** Pairs of one customer ($3) with those who share a sign with him; the limit keeps each on the index of its column. */
const OF_CUSTOMER = SIGNS.map(
  ([sign, most]) => `select x.debtor_id as one, y.debtor_id as other
    from debtor x cross join lateral (select debtor_id, siren_key from debtor where tenant_id = $1 and company_id = $2 and ${sign} = x.${sign}
                                         and debtor_id <> x.debtor_id limit ${most}) y
   where x.tenant_id = $1 and x.debtor_id = $3 ${mayBeOne(sign)}`,
).join('\nunion all ');

const side = (
  alias: string,
  kase: string,
) => `jsonb_build_object('debtorId', ${alias}.debtor_id, 'caseId', ${kase}.case_id,
  'name', ${alias}.name, 'legalId', ${alias}.legal_id, 'account', ${alias}.account, 'city', ${alias}.city, 'siren', ${alias}.siren_key,
  'vat', ${alias}.vat, 'accountKey', ${alias}.account_key, 'bareName', bare_name(${alias}.name), 'mailDomain', ${alias}.mail_domain,
  'openCents', ${kase}.open_cents, 'openClaims', ${kase}.open_claims)`;

/**
 * The pairs of a company that may be one customer, the surest first, those with the most to collect first among equals;
 * of one customer when `debtorId` is given, who then stands first in each. Left out: pairs that somebody said are two,
 * and those that may not be merged because one is a consumer and the other is not.
 */
async function pairsOf(tx: Tx, companyId: string, debtorId: string | null): Promise<DoublePairView[]> {
  const { rows } = await tx.query<{ one: Side; other: Side }>(
    `select ${side('a', 'ca')} as one, ${side('b', 'cb')} as other
       from (select distinct one, other from (select * from (${debtorId === null ? IN_COMPANY : OF_CUSTOMER}) found limit ${MOST_PAIRS}) first) p
       join debtor a on a.tenant_id = $1 and a.debtor_id = p.one
       join debtor b on b.tenant_id = $1 and b.debtor_id = p.other
       join collection_case ca on ca.tenant_id = $1 and ca.company_id = a.company_id and ca.debtor_id = a.debtor_id
       join collection_case cb on cb.tenant_id = $1 and cb.company_id = b.company_id and cb.debtor_id = b.debtor_id
      where (a.kind is null or b.kind is null or ca.profile = cb.profile)
        and not exists (select from debtor_distinct x where x.tenant_id = $1 and x.debtor_id = least(p.one, p.other)
                           and x.other_id = greatest(p.one, p.other))`,
    debtorId === null ? [tx.tenantId, companyId] : [tx.tenantId, companyId, debtorId],
  );
  const pairs = rows.flatMap(({ one, other }): DoublePairView[] => {
    const sign = doubleSign(one, other);
    return sign === null ? [] : [{ pair: [shown(one), shown(other)], ...doubleReason(sign) }];
  });
  return pairs.sort((a, b) => compare(keyOf(a), keyOf(b)));
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
