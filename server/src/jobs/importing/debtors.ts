import { randomUUID } from 'node:crypto';
import type { DebtorKind, IsoDate } from '@acquit/law';
import { profileOf } from '@acquit/recovery';
import { holdCustomers, type Tx } from '../../store/index.ts';
import { changing } from './changes.ts';
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

type Found = DebtorCase & { legalId: string | null; account: string | null };

export interface DebtorSearch {
  companyId: string;
  importId: string;
  today: IsoDate;
  /** Claims the file tells of, which tell who a debtor is when no name or number does. */
  claims: readonly IncomingClaim[];
  /** Debtors looked up but never made: those of whom the file tells nothing but money. */
  others: readonly IncomingDebtor[];
  /** The company has no claim yet: none can tell who a debtor is. */
  isFirst: boolean;
}

/**
 * Finds or creates the debtor and the case of every claim, in a handful of statements whatever the number of claims. A
 * debtor is known by his identifiers, account and name, by those of customers merged into him, or by an invoice: the same
 * number, day and total is the same invoice, whatever the file calls its customer. The same name under two different SIREN
 * is two debtors. What a file adds to a known debtor (an e-mail, an address) fills an empty field and never replaces what
 * a person wrote. Gives null for a debtor of `others` who is not known. The new ones have their identifiers at once and
 * are being written: `written` comes before any other statement of the transaction.
 */
export async function findDebtors(
  tx: Tx,
  search: DebtorSearch,
): Promise<{ debtorOf: (debtor: IncomingDebtor) => DebtorCase | null; written: Promise<void> }> {
  await holdCustomers(tx, search.companyId);
  const wanted = [...new Set(search.claims.map((claim) => claim.debtor))];
  const known = new Map<string, Found>();
  const remember = (keys: string[], one: Found) => {
    for (const key of keys) if (!known.has(key)) known.set(key, one);
  };
  const everyone = search.isFirst && !(await hasDebtors(tx, search.companyId)) ? [] : [...wanted, ...search.others];
  for (const { row, keys } of everyone.length === 0 ? [] : await lookUp(tx, search.companyId, everyone))
    remember(keys, {
      debtorId: row.debtor_id,
      caseId: row.case_id,
      created: false,
      legalId: row.legal_id,
      account: row.account,
    });
  const find = (debtor: IncomingDebtor) =>
    keysOf(debtor)
      .map((key) => known.get(key))
      .find((one) => one !== undefined && !differ(one.legalId, debtor.legalId));
  const strangers = new Set(wanted.filter((debtor) => find(debtor) === undefined));
  const byInvoice = await debtorsByInvoice(
    tx,
    search.companyId,
    search.isFirst ? [] : search.claims.filter((claim) => strangers.has(claim.debtor)),
  );
  const found = new Map<IncomingDebtor, DebtorCase>();
  const created: { debtor: IncomingDebtor; one: DebtorCase }[] = [];
  const filled: { debtor: IncomingDebtor; debtorId: string }[] = [];
  for (const debtor of wanted) {
    const match = find(debtor) ?? byInvoice.get(debtor);
    const one = match ?? {
      debtorId: randomUUID(),
      caseId: randomUUID(),
      created: true,
      legalId: debtor.legalId,
      account: debtor.account,
    };
    if (!match) created.push({ debtor, one });
    else if (!match.created) filled.push({ debtor, debtorId: match.debtorId });
    remember(keysOf(debtor), one);
    found.set(debtor, one);
  }
  const written = insertDebtors(tx, search, created).then(() => fillDebtors(tx, search.importId, filled));
  // A failure is heard by who waits for it.
  written.catch(() => undefined);
  const looked = new Map<IncomingDebtor, DebtorCase | null>(found);
  const debtorOf = (debtor: IncomingDebtor): DebtorCase | null => {
    const one = looked.get(debtor);
    if (one !== undefined) return one;
    const other = find(debtor) ?? null;
    looked.set(debtor, other);
    return other;
  };
  return { debtorOf, written };
}

const differ = (one: string | null, other: string | null) => one !== null && other !== null && one !== other;

/** Whether a company has any customer: a first file has as a rule nobody to look for, and thousands of names. */
async function hasDebtors(tx: Tx, companyId: string): Promise<boolean> {
  const rows = await tx.arrays('select 1 from debtor where tenant_id = $1 and company_id = $2 limit 1', [
    tx.tenantId,
    companyId,
  ]);
  return rows.length > 0;
}

/** Debtors of the company that one of these keys may name, the oldest first, with the keys each is known by. */
async function lookUp(
  tx: Tx,
  companyId: string,
  debtors: readonly IncomingDebtor[],
): Promise<{ row: DebtorRow; keys: string[] }[]> {
  const pick = <T>(field: (debtor: IncomingDebtor) => T | null) => [
    ...new Set(debtors.map(field).filter((value): value is T => value !== null)),
  ];
  const names = pick((one) => nameKey(one.name));
  // An alias's name is folded by the database and a file's is not: both are compared as the database folds them.
  const folds = await tx.arrays<[string, string]>('select n, fold_name(n) from unnest($1::text[]) n', [names]);
  const unfolded = new Map<string, string[]>();
  for (const [name, key] of folds) unfolded.set(key, [...(unfolded.get(key) ?? []), name]);
  const keys = [
    pick((one) => one.legalId),
    pick((one) => one.vat),
    pick((one) => one.account),
    folds.map(([, key]) => key),
  ];
  // Reads by key and no join: a book that was just filled has no statistics, and a join of it is planned for one row.
  const aliases = await tx.arrays<[string, string, string]>(
    `select debtor_id, kind, alias_key from debtor_alias
      where tenant_id = $1 and company_id = $2
        and (kind = 'legal-id' and alias_key = any($3::text[]) or kind = 'vat' and alias_key = any($4::text[])
             or kind = 'account' and alias_key = any($5::text[]) or kind = 'name' and alias_key = any($6::text[]))`,
    [tx.tenantId, companyId, ...keys],
  );
  const { rows: debtorRows } = await tx.query<Omit<DebtorRow, 'case_id'> & { is_named: boolean }>(
    `select debtor_id, name, legal_id, vat, account, is_named
       from (select *, coalesce(legal_id = any($3::text[]), false) or coalesce(vat = any($4::text[]), false)
                       or coalesce(account = any($5::text[]), false) or name_key = any($6::text[]) as is_named
               from debtor
              where tenant_id = $1 and company_id = $2
                and (legal_id = any($3::text[]) or vat = any($4::text[]) or account = any($5::text[]) or name_key = any($6::text[])
                     or debtor_id = any($7::uuid[]))) d
      order by created_at, debtor_id`,
    [tx.tenantId, companyId, ...keys, [...new Set(aliases.map(([debtorId]) => debtorId))]],
  );
  if (debtorRows.length === 0) return [];
  const cases = new Map(
    await tx.arrays<[string, string]>(
      `select debtor_id, case_id from collection_case where tenant_id = $1 and company_id = $2 and debtor_id = any($3::uuid[])`,
      [tx.tenantId, companyId, debtorRows.map((row) => row.debtor_id)],
    ),
  );
  const found = debtorRows.map(({ is_named: isNamed, ...row }) => ({
    isNamed,
    row: { ...row, case_id: cases.get(row.debtor_id) ?? '' },
  }));
  const byDebtor = Map.groupBy(aliases, ([debtorId]) => debtorId);
  return [
    ...found.filter((one) => one.isNamed).map(({ row }) => ({ row, keys: keysOf({ ...row, legalId: row.legal_id }) })),
    ...found.flatMap(({ row }) =>
      (byDebtor.get(row.debtor_id) ?? []).map(([, kind, value]) => ({
        // The number of a merged customer is the kept one's too: a SIRET of his SIREN does not tell them apart.
        row: kind === 'legal-id' ? { ...row, legal_id: value } : row,
        keys: aliasKeys(kind, value, unfolded),
      })),
    ),
  ];
}

const ALIAS_KEYS: Record<string, string> = { 'legal-id': 'id', vat: 'vat', account: 'account', name: 'name' };

function aliasKeys(kind: string, value: string, unfolded: ReadonlyMap<string, string[]>): string[] {
  const values = kind === 'name' ? (unfolded.get(value) ?? []) : [value];
  return values.map((one) => `${ALIAS_KEYS[kind]}:${one}`);
}

/** Debtors of invoices that the company has already, by their number, day and total. */
async function debtorsByInvoice(
  tx: Tx,
  companyId: string,
  claims: readonly IncomingClaim[],
): Promise<Map<IncomingDebtor, Found>> {
  const found = new Map<IncomingDebtor, Found>();
  const dated = claims.filter((claim) => claim.issuedOn !== null && claim.tellsTotal);
  if (dated.length === 0) return found;
  const { rows } = await tx.query<DebtorRow & { number: string; issued_on: string; total_cents: bigint }>(
    `select k.number, k.issued_on, k.total_cents, k.case_id, d.debtor_id, d.name, d.legal_id, d.vat, d.account
       from claim k join collection_case c on c.tenant_id = k.tenant_id and c.case_id = k.case_id
       join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
      where k.tenant_id = $1 and k.company_id = $2 and k.number = any($3::text[]) and k.issued_on is not null`,
    [tx.tenantId, companyId, [...new Set(dated.map((claim) => claim.number))]],
  );
  const place = (number: string, on: string | null, cents: number) => `${number}\n${on}\n${Math.abs(cents)}`;
  const rowsBy = new Map(rows.map((row) => [place(row.number, row.issued_on, Number(row.total_cents)), row]));
  for (const { debtor, number, issuedOn, totalCents } of dated) {
    const row = rowsBy.get(place(number, issuedOn, totalCents));
    if (!row || found.has(debtor) || differ(row.legal_id, debtor.legalId) || differ(row.account, debtor.account))
      continue;
    found.set(debtor, {
      debtorId: row.debtor_id,
      caseId: row.case_id,
      created: false,
      legalId: row.legal_id,
      account: row.account,
    });
  }
  return found;
}

async function insertDebtors(
  tx: Tx,
  { companyId, importId, today }: DebtorSearch,
  created: { debtor: IncomingDebtor; one: DebtorCase }[],
): Promise<void> {
  if (created.length === 0) return;
  const column = <T>(field: (debtor: IncomingDebtor) => T) => created.map(({ debtor }) => field(debtor));
  const kinds = created.map(({ debtor }) => supposedKind(debtor));
  await tx.query(
    `insert into debtor (tenant_id, debtor_id, company_id, name, kind, legal_id, vat, account, email, phone, contact_name,
                         address_lines, postcode, city, country, import_id)
     select $1, u.debtor_id, $2, u.name, u.kind, u.legal_id, u.vat, u.account, u.email, u.phone, u.contact_name,
            array(select jsonb_array_elements_text(u.address_lines)), u.postcode, u.city, u.country, $16
       from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[],
                   $12::jsonb[], $13::text[], $14::text[], $15::text[])
         as u(debtor_id, name, kind, legal_id, vat, account, email, phone, contact_name, address_lines, postcode, city, country)`,
    [
      tx.tenantId,
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
      importId,
    ],
  );
  await tx.query(
    `insert into collection_case (tenant_id, case_id, company_id, debtor_id, profile, next_action_on)
     select $1, u.case_id, $2, u.debtor_id, u.profile, $6
       from unnest($3::uuid[], $4::uuid[], $5::text[]) as u(case_id, debtor_id, profile)`,
    [
      tx.tenantId,
      companyId,
      created.map(({ one }) => one.caseId),
      created.map(({ one }) => one.debtorId),
      kinds.map((kind) => profileOf(kind).profile),
      today,
    ],
  );
}

/** Columns of a debtor that a file may fill when they are empty. */
const FILLED = ['email', 'phone', 'vat', 'legal_id', 'account', 'postcode', 'city', 'address_lines'] as const;

async function fillDebtors(
  tx: Tx,
  importId: string,
  filled: { debtor: IncomingDebtor; debtorId: string }[],
): Promise<void> {
  const useful = filled.filter(
    ({ debtor }) =>
      debtor.email || debtor.phone || debtor.legalId || debtor.vat || debtor.account || debtor.address.lines.length > 0,
  );
  if (useful.length === 0) return;
  const column = <T>(field: (debtor: IncomingDebtor) => T) => useful.map(({ debtor }) => field(debtor));
  const changed = await changing(tx, importId, {
    table: 'debtor',
    id: 'debtor_id',
    columns: FILLED,
    ids: useful.map((one) => one.debtorId),
  });
  await tx.query(
    `update debtor d
        set email = coalesce(d.email, u.email), phone = coalesce(d.phone, u.phone), vat = coalesce(d.vat, u.vat),
            legal_id = coalesce(d.legal_id, u.legal_id), account = coalesce(d.account, u.account),
            postcode = case when d.address_lines = '{}' then coalesce(d.postcode, u.postcode) else d.postcode end,
            city = case when d.address_lines = '{}' then coalesce(d.city, u.city) else d.city end,
            address_lines = case when d.address_lines = '{}' then array(select jsonb_array_elements_text(u.address_lines)) else d.address_lines end
       from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::jsonb[])
         as u(debtor_id, email, phone, vat, legal_id, account, postcode, city, address_lines)
      where d.tenant_id = $1 and d.debtor_id = u.debtor_id
        and (d.email is null and u.email is not null or d.phone is null and u.phone is not null or d.vat is null and u.vat is not null
             or d.legal_id is null and u.legal_id is not null or d.account is null and u.account is not null
             or d.address_lines = '{}' and u.address_lines <> '[]')`,
    [
      tx.tenantId,
      useful.map((one) => one.debtorId),
      column((one) => one.email),
      column((one) => one.phone),
      column((one) => one.vat),
      column((one) => one.legalId),
      column((one) => one.account),
      column((one) => one.address.postcode),
      column((one) => one.address.city),
      column((one) => JSON.stringify(one.address.lines)),
    ],
  );
  await changed();
}
