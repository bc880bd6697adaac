import { randomUUID } from 'node:crypto';
import type { DebtorKind, IsoDate } from '@acquit/law';
import { profileOf } from '@acquit/recovery';
import type { Tx } from '../../store/index.ts';
import type { IncomingClaim, IncomingDebtor } from './incoming.ts';

/** A debtor of the company with his case, existing or made by this import. */
export interface DebtorCase {
  debtorId: string;
  caseId: string;
  created: boolean;
}

/**
 * First figure of the SIREN of the State and of local authorities (INSEE, répertoire Sirene): such a buyer follows the
 * public regime, with a doubt that the user settles.
 */
const PUBLIC_SIREN = /^[12]\d{8}$/;

/** What a document lets us suppose of a debtor's kind; null when it says nothing, and the prudent reading is taken. */
export function supposedKind(debtor: IncomingDebtor): DebtorKind | null {
  if (debtor.legalId && PUBLIC_SIREN.test(debtor.legalId)) return 'public-body';
  return debtor.legalId || debtor.vat ? 'company' : null;
}

const nameKey = (name: string) => name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

/** Keys under which a debtor may be known already, the surest first. */
function keysOf(debtor: {
  name: string;
  legalId: string | null;
  vat: string | null;
  account: string | null;
}): string[] {
  return [
    ...(debtor.legalId ? [`id:${debtor.legalId}`] : []),
    ...(debtor.vat ? [`vat:${debtor.vat}`] : []),
    ...(debtor.account ? [`account:${debtor.account}`] : []),
    `name:${nameKey(debtor.name)}`,
  ];
}

interface DebtorRow {
  debtor_id: string;
  case_id: string;
  name: string;
  legal_id: string | null;
  vat: string | null;
  account: string | null;
}

/**
 * Finds or creates the debtor and the case of every claim, in three statements whatever the number of claims. The same
 * name under two different SIREN is two debtors. What a document adds to a known debtor (an e-mail, an address) fills
 * an empty field and never replaces what a person wrote.
 */
export async function debtorsOf(
  tx: Tx,
  tenantId: string,
  companyId: string,
  claims: readonly IncomingClaim[],
  today: IsoDate,
): Promise<(claim: IncomingClaim) => DebtorCase> {
  const wanted = [...new Set(claims.map((claim) => claim.debtor))];
  const pick = <T>(field: (debtor: IncomingDebtor) => T | null) => [
    ...new Set(wanted.map(field).filter((value): value is T => value !== null)),
  ];
  const { rows } = await tx.query<DebtorRow>(
    `select d.debtor_id, k.case_id, d.name, d.legal_id, d.vat, d.account
       from debtor d
       join collection_case k on k.tenant_id = d.tenant_id and k.company_id = d.company_id and k.debtor_id = d.debtor_id
      where d.tenant_id = $1 and d.company_id = $2
        and (d.legal_id = any($3) or d.vat = any($4) or d.account = any($5) or d.name_key = any(array(select fold_name(n) from unnest($6::text[]) n)))
      order by d.created_at, d.debtor_id`,
    [
      tenantId,
      companyId,
      pick((one) => one.legalId),
      pick((one) => one.vat),
      pick((one) => one.account),
      pick((one) => nameKey(one.name)),
    ],
  );
  const known = new Map<string, DebtorCase & { legalId: string | null }>();
  const remember = (keys: string[], one: DebtorCase & { legalId: string | null }) => {
    for (const key of keys) if (!known.has(key)) known.set(key, one);
  };
  for (const row of rows)
    remember(keysOf({ name: row.name, legalId: row.legal_id, vat: row.vat, account: row.account }), {
      debtorId: row.debtor_id,
      caseId: row.case_id,
      created: false,
      legalId: row.legal_id,
    });

  const found = new Map<IncomingDebtor, DebtorCase>();
  const created: { debtor: IncomingDebtor; one: DebtorCase }[] = [];
  const filled: { debtor: IncomingDebtor; debtorId: string }[] = [];
  for (const debtor of wanted) {
    const match = keysOf(debtor)
      .map((key) => known.get(key))
      .find((one) => one !== undefined && !(one.legalId && debtor.legalId && one.legalId !== debtor.legalId));
    const one = match ?? { debtorId: randomUUID(), caseId: randomUUID(), created: true, legalId: debtor.legalId };
    if (!match) {
      created.push({ debtor, one });
      remember(keysOf(debtor), one);
    } else if (!match.created) filled.push({ debtor, debtorId: match.debtorId });
    found.set(debtor, one);
  }
  await insertDebtors(tx, tenantId, companyId, created, today);
  await fillDebtors(tx, tenantId, filled);
  return (claim) => {
    const one = found.get(claim.debtor);
    if (!one) throw new Error('A claim was imported whose debtor was not looked up.');
    return one;
  };
}

async function insertDebtors(
  tx: Tx,
  tenantId: string,
  companyId: string,
  created: { debtor: IncomingDebtor; one: DebtorCase }[],
  today: IsoDate,
): Promise<void> {
  if (created.length === 0) return;
  const column = <T>(field: (debtor: IncomingDebtor) => T) => created.map(({ debtor }) => field(debtor));
  const kinds = created.map(({ debtor }) => supposedKind(debtor));
  await tx.query(
    `insert into debtor (tenant_id, debtor_id, company_id, name, kind, legal_id, vat, account, email, phone, contact_name,
                         address_lines, postcode, city, country)
     select $1, u.debtor_id, $2, u.name, u.kind, u.legal_id, u.vat, u.account, u.email, u.phone, u.contact_name,
            array(select jsonb_array_elements_text(u.address_lines)), u.postcode, u.city, u.country
       from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[],
                   $12::jsonb[], $13::text[], $14::text[], $15::text[])
         as u(debtor_id, name, kind, legal_id, vat, account, email, phone, contact_name, address_lines, postcode, city, country)`,
    [
      tenantId,
      companyId,
      created.map(({ one }) => one.debtorId),
      column((one) => one.name),
      kinds,
      column((one) => one.legalId),
      column((one) => one.vat),
      column((one) => one.account),
      column((one) => one.email),
      column((one) => one.phone),
      column((one) => one.contactName),
      column((one) => JSON.stringify(one.address.lines)),
      column((one) => one.address.postcode),
      column((one) => one.address.city),
      column((one) => one.address.country),
    ],
  );
  await tx.query(
    `insert into collection_case (tenant_id, case_id, company_id, debtor_id, profile, next_action_on)
     select $1, u.case_id, $2, u.debtor_id, u.profile, $6
       from unnest($3::uuid[], $4::uuid[], $5::text[]) as u(case_id, debtor_id, profile)`,
    [
      tenantId,
      companyId,
      created.map(({ one }) => one.caseId),
      created.map(({ one }) => one.debtorId),
      kinds.map((kind) => profileOf(kind).profile),
      today,
    ],
  );
}

async function fillDebtors(
  tx: Tx,
  tenantId: string,
  filled: { debtor: IncomingDebtor; debtorId: string }[],
): Promise<void> {
  const useful = filled.filter(
    ({ debtor }) => debtor.email || debtor.phone || debtor.legalId || debtor.vat || debtor.address.lines.length > 0,
  );
  if (useful.length === 0) return;
  const column = <T>(field: (debtor: IncomingDebtor) => T) => useful.map(({ debtor }) => field(debtor));
  await tx.query(
    `update debtor d
        set email = coalesce(d.email, u.email), phone = coalesce(d.phone, u.phone), vat = coalesce(d.vat, u.vat),
            legal_id = coalesce(d.legal_id, u.legal_id),
            postcode = case when d.address_lines = '{}' then coalesce(d.postcode, u.postcode) else d.postcode end,
            city = case when d.address_lines = '{}' then coalesce(d.city, u.city) else d.city end,
            address_lines = case when d.address_lines = '{}' then array(select jsonb_array_elements_text(u.address_lines)) else d.address_lines end
       from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::jsonb[])
         as u(debtor_id, email, phone, vat, legal_id, postcode, city, address_lines)
      where d.tenant_id = $1 and d.debtor_id = u.debtor_id`,
    [
      tenantId,
      useful.map((one) => one.debtorId),
      column((one) => one.email),
      column((one) => one.phone),
      column((one) => one.vat),
      column((one) => one.legalId),
      column((one) => one.address.postcode),
      column((one) => one.address.city),
      column((one) => JSON.stringify(one.address.lines)),
    ],
  );
}
