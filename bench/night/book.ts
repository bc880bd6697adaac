import { randomUUID } from 'node:crypto';
import { addDays, type Day, day, formatDay } from '@acquit/law';
import type { Client } from 'pg';
import { type BenchDatabase, settleDatabase } from '../lib/database.ts';

/** A creditor's book of open claims, made straight in SQL, with a known number of cases due on each of some nights. */
export interface Book {
  tenantId: string;
  companyId: string;
  claims: number;
  debtors: number;
  duePerNight: number;
  nights: Day[];
}

/** A Tuesday: the two nights after it are working days too. */
const FIRST_NIGHT = day('2026-11-17');
const CLAIMS_PER_DEBTOR = 5;

/** Fills tables whose indexes are built once over all rows at the end, which is ten times less work than row by row. */
export async function withoutIndexes(
  client: Client,
  tables: readonly string[],
  fill: () => Promise<void>,
): Promise<void> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select c.oid::regclass::text as name, pg_get_indexdef(c.oid) as definition
       from pg_index i join pg_class c on c.oid = i.indexrelid
      where c.relnamespace = current_schema()::regnamespace and not i.indisunique
        and i.indrelid::regclass::text = any($1)`,
    [tables],
  );
  await client.query(`set work_mem = '256MB'; set maintenance_work_mem = '512MB'`);
  for (const { name } of rows) await client.query(`drop index ${name}`);
  await fill();
  for (const { definition } of rows) await client.query(definition);
}

/**
 * Fills an empty database with a book in the middle of its life. Each debtor has five claims: two in five not due yet,
 * the others 1 to 180 days late and already taken through the steps of their age, 15 % of all part-paid; the last day to
 * sue is known of each, as the nights before left it. On each night `duePerNight` debtors have one claim that reaches its
 * next step, each of the six steps in turn.
 */
export async function makeBook(
  database: BenchDatabase,
  claims: number,
  duePerNight: number,
  nights: number,
): Promise<Book> {
  const book: Book = {
    tenantId: randomUUID(),
    companyId: randomUUID(),
    claims,
    debtors: claims / CLAIMS_PER_DEBTOR,
    duePerNight,
    nights: Array.from({ length: nights }, (_, night) => addDays(FIRST_NIGHT, night)),
  };
  if (nights * duePerNight > book.debtors) throw new Error('More cases due than debtors.');
  await database.asOwner(async (client) => {
    await client.query('insert into tenant (tenant_id, name) values ($1, $2)', [book.tenantId, 'Banc d’essai']);
    await client.query(
      `insert into company (tenant_id, company_id, name, legal_form, legal_id, mode, address_lines, postcode, city, email, iban)
       values ($1, $2, 'Atelier Durand', 'SARL', '732829320', 'live', '{12 rue des Lilas}', '69003', 'Lyon', 'compta@durand.example', 'FR7630006000011234567890189')`,
      [book.tenantId, book.companyId],
    );
    await withoutIndexes(client, TABLES, async () => {
      for (const statement of STATEMENTS)
        await client.query(statement(duePerNight, nights), [book.tenantId, book.companyId, book.debtors - 1]);
    });
  });
  await settleDatabase(database);
  return book;
}

const DAY = `date '${formatDay(FIRST_NIGHT)}'`;

/** Identities are spread as random ones are, and found again from a number. */
export const id = (kind: string, number: string) => `md5('${kind}' || ${number})::uuid`;

/** The night, from 0, on which debtor `n` is due; beyond the last one he is not due soon. */
const night = (due: number) => `(n / ${due})`;

const KIND = `case when n % 20 < 17 then 'company' when n % 20 < 19 then 'consumer' else 'public-body' end`;
const PROFILE = `case when n % 20 < 17 then 'business' when n % 20 < 19 then 'consumer' else 'public' end`;

/**
 * Days late at which a claim reaches each step of the default scenarios. The last counts from the arrival of the formal
 * notice, which is taken to be two days after its day as long as the post has told nothing.
 */
const REACHED = '(array[-5, 3, 10, 15, 30, 47])';

type Statement = (due: number, nights: number) => string;

const debtors: Statement = () =>
  `insert into debtor (tenant_id, debtor_id, company_id, name, kind, legal_id, account, email, phone, address_lines, postcode, city)
   select $1, ${id('d', 'n')}, $2,
          (array['Bâtiment', 'Menuiserie', 'Transports', 'Boulangerie', 'Imprimerie', 'Conseil', 'Garage'])[1 + n % 7] || ' '
            || initcap(translate(substr(md5('name' || n), 1, 7), '0123456789', 'aeioulmnrs')),
          ${KIND}, lpad((100000000 + n)::text, 9, '0'), '411' || lpad(n::text, 6, '0'), 'compta' || n || '@client' || n % 5000 || '.example',
          '0102030405', array[(1 + n % 90) || ' rue du Port'], '44000', 'Nantes'
     from generate_series(0, $3::int) n`;

/** Without triggers, the words by which a debtor is found are written here. */
const words: Statement = () =>
  `insert into debtor_word (tenant_id, company_id, word, debtor_id)
   select $1, $2, w, d.debtor_id from generate_series(0, $3::int) n
     join debtor d on d.tenant_id = $1 and d.debtor_id = ${id('d', 'n')}, words_of(d.name, d.account, d.legal_id, d.vat) as w`;

/**
 * Claim `k` of debtor `n`. The first one of a debtor due on a night reaches step \`n % 6\` on it; all others stand at an
 * age, in days late, at which no step is reached on these nights. A notice before the due date only goes to a debtor
 * who is late with nothing, so his other claims are not due.
 */
const claims: Statement = (due, nights) =>
  `insert into claim (tenant_id, claim_id, company_id, case_id, number, kind, issued_on, due_on, total_cents, amount_cents,
                      received_cents, level, level_step, level_on)
   select $1, ${id('k', `(n * 5 + k)`)}, $2, ${id('c', 'n')}, 'FA-2026-' || lpad((n * 5 + k)::text, 7, '0'), 'invoice',
          ${DAY} - age - 45, ${DAY} - age, cents, cents, case when (n * 5 + k) % 20 < 3 then cents / 3 else 0 end, level,
          (array['notice', 'reminder-1', 'call', 'reminder-2', 'mise-en-demeure', 'decide'])[level + 1],
          case when level >= 0 then ${DAY} - age + ${REACHED}[level + 1] end
     from (select n, k, cents, age,
                  case when k = 0 and ${night(due)} < ${nights} then n % 6 - 1
                       else (case when age >= 48 then 5 when age >= 31 then 4 when age >= 16 then 3 else -1 end) end as level
             from (select n, k, 5000 + (n * 7919 + k * 104729) % 500000 as cents,
                          case when k = 0 and ${night(due)} < ${nights} then ${REACHED}[1 + n % 6] - ${night(due)}
                               when n % 6 = 0 and ${night(due)} < ${nights} or (n + k) % 5 < 2 then -(9 + (n * 31 + k * 7) % 50)
                               when (n + k) % 5 = 2 then 17 + (n + k * 5) % 8
                               else 50 + (n * 13 + k * 17) % 131 end as age
                     from generate_series(0, $3::int) n, generate_series(0, ${CLAIMS_PER_DEBTOR - 1}) k) aged) placed`;

const receipts: Statement = () =>
  `insert into receipt (tenant_id, receipt_id, company_id, case_id, received_on, amount_cents, entered_by)
   select tenant_id, md5('r' || claim_id)::uuid, company_id, case_id, ${DAY} - 20, received_cents, 'bench'
     from claim where tenant_id = $1 and company_id = $2 and received_cents > 0 and $3::int > 0`;

const allocations: Statement = () =>
  `insert into receipt_allocation (tenant_id, receipt_id, claim_id, received_on, amount_cents)
   select tenant_id, md5('r' || claim_id)::uuid, claim_id, ${DAY} - 20, received_cents
     from claim where tenant_id = $1 and company_id = $2 and received_cents > 0 and $3::int > 0`;

const cases: Statement = (due, nights) =>
  `insert into collection_case (tenant_id, case_id, company_id, debtor_id, profile, next_action_on, next_step, last_contact_on,
                                open_claims, open_cents, oldest_due_on, limitation_stale)
   select $1, s.case_id, $2, ${id('d', 'n')}, ${PROFILE},
          case when ${night(due)} < ${nights} then ${DAY} + ${night(due)} else ${DAY} + ${nights} + n % 45 end, 'reminder-1', ${DAY} - 12,
          s.claims, s.open_cents, s.oldest, false
     from generate_series(0, $3::int) n
     join (select case_id, count(*) as claims, sum(open_cents) as open_cents, min(due_on) as oldest
             from claim where tenant_id = $1 and company_id = $2 group by case_id) s on s.case_id = ${id('c', 'n')}`;

/** The last day to sue, of five years between professionals and of two towards a consumer: computed by the nights before. */
const limitations: Statement = () =>
  `insert into claim_limitation (tenant_id, claim_id, company_id, expires_on, article, confidence, computed_on)
   select $1, k.claim_id, $2, k.due_on + case when c.profile = 'consumer' then interval '2 years' else interval '5 years' end,
          case when c.profile = 'consumer' then 'L218-2' else 'L110-4' end, 'A', ${DAY} - 1
     from claim k join collection_case c on c.tenant_id = k.tenant_id and c.case_id = k.case_id
    where k.tenant_id = $1 and $3::int > 0`;

/** Without triggers, what is owed by due date, state and band of amounts is summed here. */
export const totals: Statement = () =>
  `insert into due_total (tenant_id, company_id, due_on, ledger_state, amount_band, amount_cents, open_cents, claims)
   select tenant_id, company_id, due_key, ledger_state, amount_band(amount_cents), sum(ledger_sign(kind) * amount_cents),
          sum(ledger_open(ledger_state, open_cents)), count(*)
     from claim where tenant_id = $1 and company_id = $2 and $3::int > 0 group by 1, 2, 3, 4, 5`;

/** And cases by the day the night looks at them next. */
export const caseTotals: Statement = () =>
  `insert into case_total (tenant_id, company_id, acts_on, scenario, next_step, cases, owing, owed_cents)
   select tenant_id, company_id, case_acts_on(status, next_action_on), coalesce(scenario_key, profile), next_step, count(*),
          count(*) filter (where open_claims > 0), sum(greatest(open_cents, 0))
     from collection_case where tenant_id = $1 and company_id = $2 and $3::int > 0 group by 1, 2, 3, 4, 5`;

/** And the customers that housekeeping is to compare. */
export const toCompare: Statement = () =>
  `insert into debtor_to_compare (tenant_id, company_id, debtor_id)
   select tenant_id, company_id, debtor_id from debtor where tenant_id = $1 and company_id = $2 and $3::int > 0`;

const TABLES = [
  'debtor',
  'debtor_word',
  'claim',
  'collection_case',
  'claim_limitation',
  'receipt',
  'receipt_allocation',
];
const STATEMENTS: readonly Statement[] = [
  debtors,
  words,
  claims,
  receipts,
  allocations,
  cases,
  limitations,
  totals,
  caseTotals,
  toCompare,
];
