import { randomUUID } from 'node:crypto';
import type { BankStatement } from '../../intake/index.ts';
import type { Tx } from '../../store/index.ts';
import { changing } from './changes.ts';
import type { ImportContext } from './context.ts';

/** An account of the company, known or made by this import. */
export interface Account {
  bankAccountId: string;
  key: string;
  iban: string | null;
}

/** Figures of an account number that are enough to say that it stands inside an IBAN: French ones have eleven. */
const TELLING_FIGURES = 9;

export const plainAccount = (written: string | undefined): string =>
  (written ?? '').replace(/[^0-9A-Za-z]/g, '').toUpperCase();

/** True when two writings name one account: the same, or the number inside the IBAN. */
function isSame(known: string, told: string): boolean {
  if (known === told) return true;
  const [short, long] = known.length < told.length ? [known, told] : [told, known];
  return short.length >= TELLING_FIGURES && long.includes(short);
}

/** Ids of the companies that have an account with this IBAN, as their own or by their statements. */
export async function companiesOfIban(tx: Tx, iban: string): Promise<string[]> {
  const rows = await tx.arrays<[string]>(
    `select company_id from company where tenant_id = $1 and upper(replace(iban, ' ', '')) = $2
     union select company_id from bank_account where tenant_id = $1 and iban = $2`,
    [tx.tenantId, iban],
  );
  return rows.map(([companyId]) => companyId);
}

/**
 * The account a statement is of. A file that names none is of the company's only account; one that gives its IBAN gives it
 * to the account known by its number alone. An unknown one is made.
 */
export async function accountOf(tx: Tx, context: ImportContext, statement: BankStatement): Promise<Account> {
  const { rows } = await tx.query<{ bank_account_id: string; account_key: string; iban: string | null }>(
    `select bank_account_id, account_key, iban from bank_account where tenant_id = $1 and company_id = $2 and currency = $3
      order by created_at, bank_account_id for update`,
    [tx.tenantId, context.companyId, statement.currency],
  );
  const known = rows.map((row) => ({ bankAccountId: row.bank_account_id, key: row.account_key, iban: row.iban }));
  const iban = plainAccount(statement.iban) || null;
  const key = iban ?? plainAccount(statement.account);
  const nameless = known.length === 1 && (key === '' || known[0]?.key === '') ? known[0] : undefined;
  const found = known.find((one) => one.key === key) ?? known.find((one) => isSame(one.key, key)) ?? nameless;
  if (!found) return makeAccount(tx, context, { key, iban, statement });
  if (iban === null || found.iban !== null) return found;
  const named = await changing(tx, context.importId, {
    table: 'bank_account',
    id: 'bank_account_id',
    columns: ['account_key', 'iban'],
    ids: [found.bankAccountId],
  });
  await tx.query('update bank_account set account_key = $3, iban = $3 where tenant_id = $1 and bank_account_id = $2', [
    tx.tenantId,
    found.bankAccountId,
    iban,
  ]);
  await named();
  return { ...found, key: iban, iban };
}

async function makeAccount(
  tx: Tx,
  { companyId, importId }: ImportContext,
  { key, iban, statement }: { key: string; iban: string | null; statement: BankStatement },
): Promise<Account> {
  const bankAccountId = randomUUID();
  const label = statement.account ?? statement.iban ?? 'Compte bancaire';
  await tx.query(
    `insert into bank_account (tenant_id, bank_account_id, company_id, account_key, iban, label, currency, import_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [tx.tenantId, bankAccountId, companyId, key, iban, label, statement.currency, importId],
  );
  return { bankAccountId, key, iban };
}

/** Moves the last day that the bank has told about; it never goes back. */
export async function coverUntil(tx: Tx, context: ImportContext, bankAccountId: string, until: string): Promise<void> {
  const moved = await changing(tx, context.importId, {
    table: 'bank_account',
    id: 'bank_account_id',
    columns: ['covered_until'],
    ids: [bankAccountId],
  });
  await tx.query(
    'update bank_account set covered_until = greatest(covered_until, $3::date) where tenant_id = $1 and bank_account_id = $2',
    [tx.tenantId, bankAccountId, until],
  );
  await moved();
}
