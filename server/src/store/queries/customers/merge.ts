import { randomUUID } from 'node:crypto';
import type { DebtorKind } from '@acquit/law';
import {
  type CustomerRefusal,
  type DoubleSide,
  fr,
  type MergePreview,
  mergeRefusal,
  profileOf,
} from '@acquit/recovery';
import { systemCode } from '../../refusal.ts';
import type { Tx } from '../../store.ts';
import { touchCases } from '../touch.ts';
import { withdrawActions } from '../withdraw.ts';
import { moveRows } from './moves.ts';
import { type SameClaim, sameClaims } from './same-claims.ts';

/** The two rows of a customer, whole, as the database writes them in JSON. */
export interface CustomerRows {
  debtor: Record<string, unknown> & { debtor_id: string; company_id: string; name: string };
  kase: Record<string, unknown> & { case_id: string };
}

/** What makes an undone merge possible. */
export interface Undo {
  from: CustomerRows;
  /** The kept customer and case as they were, and the case as the merge left it. */
  into: CustomerRows;
  after: CustomerRows['kase'];
  /** Columns of the kept customer that were empty and took the other's value. */
  filled: string[];
  /** Rows of claims that both had: the one not kept. */
  dropped: { side: 'into' | 'from'; row: Record<string, unknown> }[];
  moved: Moved;
}

/** Keys of the rows that changed hands. Holds and parts of bank matches follow their claim. */
export interface Moved {
  claims: string[];
  receipts: string[];
  matches: string[];
  actions: string[];
  contacts: string[];
  aliases: { kind: string; alias_key: string }[];
  payers: { payer_key: string; times: number; before: number | null }[];
  distinct: { other: string; said_by: string; before: boolean }[];
}

/** What the kept customer takes from the other when he has none: columns of `debtor`, with their names on screen. */
const FILLS: Readonly<Record<string, string>> = {
  kind: 'nature',
  legal_id: 'SIREN',
  vat: 'numéro de TVA',
  account: 'compte client',
  circuit: 'circuit de validation',
  payment_run: 'jours de paiement',
  terms: 'conditions de paiement',
  insolvency_opened_on: 'procédure collective',
};
/** Taken together or not at all: half of one address with half of another leads nowhere. */
const ADDRESS = ['address_lines', 'postcode', 'city', 'country'];
const DELIVERY = ['delivery_lines', 'delivery_postcode', 'delivery_city', 'delivery_country'];
const CONTACT = ['main_contact_id', 'contact_role', 'contact_name', 'email', 'phone', 'contact_note'];

/** Both customers as they are, locked in the order of their cases when `lock`; null when one is not of this tenant. */
async function loadBoth(
  tx: Tx,
  intoId: string,
  fromId: string,
  lock: boolean,
): Promise<[CustomerRows, CustomerRows] | null> {
  const { rows } = await tx.query<CustomerRows>(
    `select to_jsonb(d) as debtor, to_jsonb(c) as kase
       from collection_case c join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
      where c.tenant_id = $1 and c.debtor_id = any($2::uuid[]) order by c.case_id ${lock ? 'for update of c, d' : ''}`,
    [tx.tenantId, [intoId, fromId]],
  );
  const of = (debtorId: string) => rows.find((row) => row.debtor.debtor_id === debtorId);
  const [into, from] = [of(intoId), of(fromId)];
  return into && from && into.debtor.company_id === from.debtor.company_id ? [into, from] : null;
}

const identity = ({ debtor }: CustomerRows) => ({
  name: debtor.name,
  kind: debtor.kind as DebtorKind | null,
  legalId: debtor.legal_id as string | null,
});

function refusalOf(into: CustomerRows, from: CustomerRows, same: readonly SameClaim[]): CustomerRefusal | null {
  if (into.debtor.debtor_id === from.debtor.debtor_id)
    return { code: 'SameCustomer', message: 'Un client ne peut pas être réuni avec lui-même.', facts: {} };
  const refused = mergeRefusal(identity(into), identity(from));
  if (refused) return refused;
  const numbers = (which: SameClaim['verdict']) => same.filter((one) => one.verdict === which).map((one) => one.number);
  const different = numbers('different');
  if (different.length > 0)
    return {
      code: 'SameNumberDifferentClaims',
      message: fr`Les deux clients ont une facture du même numéro mais pas du même montant ou de la même date : ${different.join(', ')}. Retirez celle qui est fausse, puis recommencez.`,
      facts: { numbers: different },
    };
  const handled = numbers('both-handled');
  if (handled.length === 0) return null;
  return {
    code: 'SameClaimTwiceHandled',
    message: fr`La même facture figure chez les deux clients et a déjà été relancée ou réglée des deux côtés : ${handled.join(', ')}. Annulez l’encaissement ou retirez la facture d’un côté, puis recommencez.`,
    facts: { numbers: handled },
  };
}

const isEmpty = (value: unknown) => value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** The columns that the kept customer lacks and the other has. */
function fillsOf(into: CustomerRows, from: CustomerRows): string[] {
  const lacks = (columns: string[]) => columns.every((column) => isEmpty(into.debtor[column]));
  const has = (columns: string[]) => columns.some((column) => !isEmpty(from.debtor[column]));
  const single = Object.keys(FILLS).filter((column) => lacks([column]) && has([column]));
  const street = (columns: string[]) => columns.slice(0, 3);
  const reach = ['contact_name', 'email', 'phone'];
  return [
    ...single,
    ...(lacks(street(ADDRESS)) && has(street(ADDRESS)) ? ADDRESS : []),
    ...(lacks(street(DELIVERY)) && has(street(DELIVERY)) ? DELIVERY : []),
    ...(lacks(reach) && has(reach) ? CONTACT : []),
  ];
}

/** What merging would move, and why it may not be done if so. Null when one of the two is unknown. */
export async function previewMerge(tx: Tx, intoId: string, fromId: string): Promise<MergePreview | null> {
  const both = await loadBoth(tx, intoId, fromId, false);
  if (both === null) return null;
  const [into, from] = both;
  const same = intoId === fromId ? [] : await sameClaims(tx, into.kase.case_id, from.kase.case_id);
  const { rows } = await tx.query<{ claims: number; receipts: number; acts: number; contacts: number }>(
    `select (select count(*) from claim where tenant_id = $1 and case_id = $2)::int as claims,
            (select count(*) from receipt where tenant_id = $1 and case_id = $2)::int as receipts,
            (select count(*) from action where tenant_id = $1 and case_id = $2)::int as acts,
            (select count(*) from debtor_contact where tenant_id = $1 and debtor_id = $3)::int as contacts`,
    [tx.tenantId, from.kase.case_id, fromId],
  );
  const fills = fillsOf(into, from);
  const named = (columns: string[], name: string) => (columns.every((column) => fills.includes(column)) ? [name] : []);
  return {
    into: sideOf(into),
    from: sideOf(from),
    ...rows[0]!,
    sameClaims: same
      .filter((one) => one.verdict === 'keep-into' || one.verdict === 'keep-from')
      .map((one) => one.number),
    fills: [
      ...fills.flatMap((column) => FILLS[column] ?? []),
      ...named(ADDRESS, 'adresse'),
      ...named(DELIVERY, 'adresse de livraison'),
      ...named(CONTACT, 'interlocuteur principal'),
    ],
    refusal: refusalOf(into, from, same),
  };
}

function sideOf({ debtor, kase }: CustomerRows): DoubleSide {
  return {
    debtorId: debtor.debtor_id,
    caseId: kase.case_id,
    name: debtor.name,
    legalId: debtor.legal_id as string | null,
    account: debtor.account as string | null,
    city: debtor.city as string | null,
    openCents: kase.open_cents as number,
    openClaims: kase.open_claims as number,
  };
}

/** Who asks for a merge, and when. */
export interface MergeOrder {
  intoId: string;
  fromId: string;
  by: string;
  /** `YYYY-MM-DD` */
  today: string;
}

/**
 * Makes two customers one: all that is the second's becomes the first's, in this transaction, journalled, and can be
 * undone. The second is then gone as a row; his name, account and numbers stay as aliases, by which imports find the
 * first. Null when one is unknown. Refuses what `mergeRefusal` does, `SameNumberDifferentClaims`,
 * `SameClaimTwiceHandled`, and `ImportUnderWay` while an import of the company may still be using the second.
 */
export async function mergeCustomers(
  tx: Tx,
  { intoId, fromId, by, today }: MergeOrder,
): Promise<{ mergeId: string; caseId: string; refusal?: undefined } | { refusal: CustomerRefusal } | null> {
  const both = await loadBoth(tx, intoId, fromId, true);
  if (both === null) return null;
  const [into, from] = both;
  if (!(await lockCustomers(tx, into.debtor.company_id)))
    return {
      refusal: {
        code: 'ImportUnderWay',
        message: 'Un import est en cours pour cette société. Attendez qu’il se termine, puis recommencez.',
        facts: {},
      },
    };
  const [intoCase, fromCase] = [into.kase.case_id, from.kase.case_id];
  const same = intoId === fromId ? [] : await sameClaims(tx, intoCase, fromCase);
  const refusal = refusalOf(into, from, same);
  if (refusal) return { refusal };
  const withdrawn = await withdrawActions(tx, [intoCase, fromCase], 'contacts');
  const mergeId = randomUUID();
  const dropped = await dropTwins(tx, same);
  if (dropped === null)
    return {
      refusal: refusalOf(
        into,
        from,
        same.map((one) => ({ ...one, verdict: 'both-handled' as const })),
      )!,
    };
  const filled = fillsOf(into, from);
  const moved = await moveRows(tx, { intoId, fromId, intoCase, fromCase, mergeId });
  await keepContact(tx, into, from, filled, mergeId);
  await rememberAliases(tx, into, from, filled, mergeId);
  // Whatever still named the second would stop these two by its foreign key: nothing can be left behind.
  await tx.query('delete from collection_case where tenant_id = $1 and case_id = $2', [tx.tenantId, fromCase]);
  await tx.query('delete from debtor where tenant_id = $1 and debtor_id = $2', [tx.tenantId, fromId]);
  const after = await fillInto(tx, into, from, filled);
  const undo: Undo = { from, into, after, filled, dropped, moved };
  await tx.query(
    `insert into debtor_merge (tenant_id, merge_id, company_id, into_debtor_id, into_case_id, from_debtor_id, from_case_id, from_name, undo, merged_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      tx.tenantId,
      mergeId,
      into.debtor.company_id,
      intoId,
      intoCase,
      fromId,
      fromCase,
      from.debtor.name,
      JSON.stringify(undo),
      by,
    ],
  );
  const event = {
    actor: by,
    action: 'debtor.merged',
    objectKind: 'case',
    objectId: intoCase,
    payload: {
      mergeId,
      message: from.debtor.name,
      from: { debtorId: fromId, caseId: fromCase },
      into: { debtorId: intoId },
      claims: moved.claims,
      receipts: moved.receipts,
      sameClaims: dropped.map((one) => one.row.number),
    },
  };
  await touchCases(tx, [intoCase], today, [event, ...withdrawn]);
  return { mergeId, caseId: intoCase };
}

/** Keeps imports of a company from using its customers while one goes away; false when an import does so already. */
async function lockCustomers(tx: Tx, companyId: string): Promise<boolean> {
  const { rows } = await tx.query<{ free: boolean }>(
    `select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as free`,
    [customersLock(tx, companyId)],
  );
  return rows[0]!.free;
}

/** Taken by an import before it looks up customers: none of them is merged away before it ends. Imports share it. */
export async function holdCustomers(tx: Tx, companyId: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock_shared(hashtextextended($1, 0))', [customersLock(tx, companyId)]);
}

const customersLock = (tx: Tx, companyId: string) => `${tx.tenantId} customers ${companyId}`;

/** Deletes, of each claim that both have, the row that nothing happened to. Null when something holds it after all. */
async function dropTwins(tx: Tx, same: readonly SameClaim[]): Promise<Undo['dropped'] | null> {
  const dropped: Undo['dropped'] = [];
  if (same.length === 0) return dropped;
  await tx.query('savepoint twins');
  try {
    for (const side of ['into', 'from'] as const) {
      const ids = same.filter((one) => one.verdict !== `keep-${side}`).map((one) => one[side]);
      const { rows } = await tx.query<{ row: Record<string, unknown> }>(
        'delete from claim k where k.tenant_id = $1 and k.claim_id = any($2::uuid[]) returning to_jsonb(k) as row',
        [tx.tenantId, ids],
      );
      dropped.push(...rows.map(({ row }) => ({ side, row })));
    }
    await tx.query('release savepoint twins');
    return dropped;
  } catch (error) {
    if (systemCode(error) !== FOREIGN_KEY_HELD) throw error;
    await tx.query('rollback to savepoint twins');
    return null;
  }
}

/** PostgreSQL's own code: another row still names this one. */
const FOREIGN_KEY_HELD = '23503';

/** The second's main contact stays one of the first's contacts, unless it is his main one already or becomes it. */
async function keepContact(
  tx: Tx,
  into: CustomerRows,
  from: CustomerRows,
  filled: string[],
  mergeId: string,
): Promise<void> {
  const { debtor } = from;
  const text = (value: unknown) => (typeof value === 'string' ? value.trim().toLowerCase() : '');
  const said = ['contact_name', 'email', 'phone'].filter((column) => text(debtor[column]) !== '');
  const known = said.every((column) => text(debtor[column]) === text(into.debtor[column]));
  if (known || filled.includes('main_contact_id')) return;
  await tx.query(
    `insert into debtor_contact (tenant_id, contact_id, debtor_id, role, name, email, phone, note, merge_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      tx.tenantId,
      debtor.main_contact_id,
      into.debtor.debtor_id,
      debtor.contact_role,
      debtor.contact_name,
      debtor.email,
      debtor.phone,
      debtor.contact_note,
      mergeId,
    ],
  );
}

async function rememberAliases(
  tx: Tx,
  into: CustomerRows,
  from: CustomerRows,
  filled: string[],
  mergeId: string,
): Promise<void> {
  const kinds = { 'legal-id': 'legal_id', vat: 'vat', account: 'account', name: 'name' };
  const aliases = Object.entries(kinds).filter(
    ([, column]) =>
      !isEmpty(from.debtor[column]) && from.debtor[column] !== into.debtor[column] && !filled.includes(column),
  );
  await tx.query(
    `insert into debtor_alias (tenant_id, company_id, debtor_id, kind, value, merge_id)
     select $1, $2, $3, u.kind, u.value, $6 from unnest($4::text[], $5::text[]) as u(kind, value) on conflict do nothing`,
    [
      tx.tenantId,
      into.debtor.company_id,
      into.debtor.debtor_id,
      aliases.map(([kind]) => kind),
      aliases.map(([, column]) => from.debtor[column]),
      mergeId,
    ],
  );
}

/**
 * Writes on the kept customer what he lacked, and on his case the prudent of the two: what either had stopped stays
 * stopped, until the later of the two ends, and the last contact is the later one.
 */
async function fillInto(
  tx: Tx,
  into: CustomerRows,
  from: CustomerRows,
  filled: string[],
): Promise<CustomerRows['kase']> {
  if (filled.length > 0)
    await tx.query(
      `update debtor d set ${filled.map((column) => `${column} = s.${column}`).join(', ')}
         from jsonb_populate_record(null::debtor, $3) s where d.tenant_id = $1 and d.debtor_id = $2`,
      [tx.tenantId, into.debtor.debtor_id, JSON.stringify(from.debtor)],
    );
  const profile = filled.includes('kind') ? profileOf(from.debtor.kind as DebtorKind).profile : into.kase.profile;
  const { rows } = await tx.query<{ kase: CustomerRows['kase'] }>(
    `update collection_case c
        set profile = $4, last_contact_on = greatest(c.last_contact_on, s.last_contact_on),
            last_contact_live = case when c.last_contact_on is null or s.last_contact_on > c.last_contact_on then s.last_contact_live else c.last_contact_live end,
            status = case when 'parked' in (c.status, s.status) then 'parked' when 'paused' in (c.status, s.status) then 'paused'
                          when 'open' in (c.status, s.status) then 'open' else c.status end,
            status_reason = case when c.status = s.status or s.status_reason is null then coalesce(c.status_reason, s.status_reason)
                                 else concat_ws(' ', c.status_reason, s.status_reason) end,
            paused_until = greatest(c.paused_until, s.paused_until)
       from jsonb_populate_record(null::collection_case, $3) s where c.tenant_id = $1 and c.case_id = $2 returning to_jsonb(c) as kase`,
    [tx.tenantId, into.kase.case_id, JSON.stringify(from.kase), profile],
  );
  return rows[0]!.kase;
}
