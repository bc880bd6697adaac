import { type Day, day, formatDay } from '@acquit/law';
import { type BankFreshnessView, defaultSettings, type Freshness, freshnessOf } from '@acquit/recovery';
import type { Tx } from '../store.ts';

interface AccountRow {
  bank_account_id: string;
  label: string;
  iban: string | null;
  currency: string;
  covered_until: string | null;
  retired: boolean;
}

interface GuardRow {
  limit_days: number | null;
  is_set: boolean;
  failing: string[];
  released: boolean;
}

/**
 * Whether what the bank has told is recent enough for this company to write to its debtors on `on`. Two questions by
 * key: cheap enough to be asked before every handful of messages.
 */
export async function bankFreshness(tx: Tx, companyId: string, on: Day): Promise<Freshness> {
  return (await standing(tx, companyId, on)).freshness;
}

/** The same for a screen, with each account and the lines of it that wait for a decision. */
export async function bankFreshnessView(tx: Tx, companyId: string, on: Day): Promise<BankFreshnessView> {
  const { freshness, accounts, limitWorkingDays, released } = await standing(tx, companyId, on);
  const { coveredUntil, workingDays, stale, held, message } = freshness;
  const waiting = await linesWaiting(tx, companyId);
  return {
    coveredUntil: coveredUntil === null ? null : formatDay(coveredUntil),
    workingDays,
    stale,
    held,
    releasedToday: released,
    limitWorkingDays,
    accounts: accounts.map((row) => ({
      bankAccountId: row.bank_account_id,
      label: row.label,
      iban: row.iban,
      currency: row.currency,
      coveredUntil: row.covered_until,
      waiting: waiting.get(row.bank_account_id) ?? 0,
      retired: row.retired,
    })),
    message,
  };
}

async function standing(tx: Tx, companyId: string, on: Day) {
  const { rows: accounts } = await tx.query<AccountRow>(
    `select bank_account_id, label, iban, currency, covered_until, retired_at is not null as retired
       from bank_account where tenant_id = $1 and company_id = $2 order by label, bank_account_id`,
    [tx.tenantId, companyId],
  );
  const { rows } = await tx.query<GuardRow>(
    `select (c.settings ->> 'bankFreshnessWorkingDays')::int as limit_days, c.settings ? 'bankFreshnessWorkingDays' as is_set,
            array(select s.name from source s
                   where s.tenant_id = c.tenant_id and s.company_id = c.company_id and s.removed_at is null
                     and s.active and s.before_sending and s.kind <> 'replies' and s.trouble is not null order by s.name) as failing,
            exists (select from sending_release r
                     where r.tenant_id = c.tenant_id and r.company_id = c.company_id and r.on_day = $3) as released
       from company c where c.tenant_id = $1 and c.company_id = $2`,
    [tx.tenantId, companyId, formatDay(on)],
  );
  const [guard] = rows;
  const limitWorkingDays = guard?.is_set ? guard.limit_days : defaultSettings.bankFreshnessWorkingDays;
  const released = guard?.released ?? false;
  const freshness = freshnessOf({
    accounts: accounts.map((row) => ({
      bankAccountId: row.bank_account_id,
      label: row.label,
      coveredUntil: row.covered_until === null ? null : day(row.covered_until),
      retired: row.retired,
    })),
    limitWorkingDays,
    failingSources: guard?.failing ?? [],
    released,
    on,
  });
  return { freshness, accounts, limitWorkingDays, released };
}

async function linesWaiting(tx: Tx, companyId: string): Promise<Map<string, number>> {
  const { rows } = await tx.query<{ bank_account_id: string; waiting: number }>(
    `select bank_account_id, count(*)::int as waiting from bank_line
      where tenant_id = $1 and company_id = $2 and state in ('to-match', 'proposed') group by bank_account_id`,
    [tx.tenantId, companyId],
  );
  return new Map(rows.map((row) => [row.bank_account_id, row.waiting]));
}

/** « Envoyer quand même », for one company and one day (`YYYY-MM-DD`). False when it was chosen already. */
export async function releaseSending(tx: Tx, companyId: string, on: string, by: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into sending_release (tenant_id, company_id, on_day, released_by) values ($1, $2, $3, $4)
       on conflict (tenant_id, company_id, on_day) do nothing`,
    [tx.tenantId, companyId, on, by],
  );
  return rowCount === 1;
}

/** Says that an account is closed, or used again. Gives its company and label; null when unknown. */
export async function retireAccount(
  tx: Tx,
  bankAccountId: string,
  retired: boolean,
): Promise<{ companyId: string; label: string } | null> {
  const { rows } = await tx.query<{ companyId: string; label: string }>(
    `update bank_account set retired_at = case when $3 then coalesce(retired_at, now()) end
      where tenant_id = $1 and bank_account_id = $2 returning company_id as "companyId", label`,
    [tx.tenantId, bankAccountId, retired],
  );
  return rows[0] ?? null;
}
