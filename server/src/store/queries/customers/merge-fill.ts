import type { DebtorKind } from '@acquit/law';
import { profileOf } from '@acquit/recovery';
import type { Tx } from '../../store.ts';
import type { CustomerRows } from './merge-shape.ts';

/** What the kept customer takes from the other when he has none: columns of `debtor`, with their names on screen. */
const FILLS: Readonly<Record<string, string>> = {
  kind: 'nature',
  legal_id: 'SIREN',
  vat: 'numéro de TVA',
  account: 'compte client',
  circuit: 'circuit de validation',
  sector: 'secteur',
  payment_run: 'jours de paiement',
  terms: 'conditions de paiement',
  struck_off_on: 'radiation',
  payer_class: 'classe de payeur',
  credit_limit_cents: 'plafond d’encours',
};
/** Taken together or not at all: half of one address with half of another leads nowhere. */
const ADDRESS = ['address_lines', 'postcode', 'city', 'country'];
const DELIVERY = ['delivery_lines', 'delivery_postcode', 'delivery_city', 'delivery_country'];
/** Our salesperson, by name and address. */
const SALESPERSON = ['salesperson_name', 'salesperson_email'];
/** Proceedings, with what the notices of the BODACC said of them. */
const PROCEEDINGS = [
  'insolvency_opened_on',
  'insolvency_published_on',
  'insolvency_kind',
  'insolvency_closed_on',
  'insolvency_representative',
  'insolvency_by_notice',
  'insolvency_before_notice',
];
const CONTACT = ['main_contact_id', 'contact_role', 'contact_name', 'email', 'phone', 'contact_note'];

const isEmpty = (value: unknown) => value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** The columns that the kept customer lacks and the other has. */
export function fillsOf(into: CustomerRows, from: CustomerRows): string[] {
  const lacks = (columns: string[]) => columns.every((column) => isEmpty(into.debtor[column]));
  const has = (columns: string[]) => columns.some((column) => !isEmpty(from.debtor[column]));
  const single = Object.keys(FILLS).filter((column) => lacks([column]) && has([column]));
  const street = (columns: string[]) => columns.slice(0, 3);
  const reach = ['contact_name', 'email', 'phone'];
  return [
    ...single,
    ...(lacks(street(ADDRESS)) && has(street(ADDRESS)) ? ADDRESS : []),
    ...(lacks(street(DELIVERY)) && has(street(DELIVERY)) ? DELIVERY : []),
    ...(lacks(['insolvency_opened_on']) && has(['insolvency_opened_on']) ? PROCEEDINGS : []),
    ...(lacks(['salesperson_email']) && has(['salesperson_email']) ? SALESPERSON : []),
    ...(lacks(reach) && has(reach) ? CONTACT : []),
  ];
}

/** What is filled, as the screen says it. */
export function filledNames(fills: readonly string[]): string[] {
  const named = (columns: string[], name: string) => (columns.every((column) => fills.includes(column)) ? [name] : []);
  return [
    ...fills.flatMap((column) => FILLS[column] ?? []),
    ...named(ADDRESS, 'adresse'),
    ...named(DELIVERY, 'adresse de livraison'),
    ...named(CONTACT, 'interlocuteur principal'),
    ...named(PROCEEDINGS, 'procédure collective'),
    ...named(SALESPERSON, 'commercial'),
  ];
}

/** The second's main contact stays one of the first's contacts, unless it is his main one already or becomes it. */
export async function keepContact(
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

/** Keeps the second's name, account and numbers as other names of the first, unless he has them already. */
export async function rememberAliases(
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
export async function fillInto(
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
