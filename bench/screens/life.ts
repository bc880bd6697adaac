import { randomUUID } from 'node:crypto';
import { formatDay } from '@acquit/law';
import { tidyTenant } from '../../server/src/store/index.ts';
import { type BenchDatabase, settleDatabase } from '../lib/database.ts';
import { type Book, caseTotals, id, toCompare, totals, withoutIndexes } from '../night/book.ts';

/** How much of everything besides open claims, for a book of one million. */
const SIZES = {
  /** Claims paid by the bank, one receipt and one line each. */
  paid: 100_000,
  /** Claims paid otherwise, taken back, and credit notes. */
  otherwise: 50_000,
  cancelled: 5_000,
  creditNotes: 10_000,
  proposed: 5_000,
  toMatch: 10_000,
  setAside: 25_000,
  outgoing: 60_000,
  /** Pairs of customers that look like one. */
  doubles: 10_000,
  absent: 1_000,
  eInvoices: 2_000,
  imports: 500,
  sourceFiles: 20_000,
};

type Sizes = typeof SIZES;

/**
 * Gives a book of open claims what an installation has after two years: claims that were paid, a bank's lines with what
 * each pays, credit notes, customers entered twice, doubts, imports and sources. Some of each, in proportion to the book.
 */
export async function addLife(database: BenchDatabase, book: Book): Promise<void> {
  const share = book.claims / 1_000_000;
  const sizes = Object.fromEntries(Object.entries(SIZES).map(([what, n]) => [what, Math.ceil(n * share)])) as Sizes;
  const day = `date '${formatDay(book.nights.at(-1)!)}'`;
  await database.asOwner(async (client) => {
    const fill = async () => {
      for (const statement of statementsOf(sizes, day))
        await client.query(
          statement
            .replaceAll('$1', `'${book.tenantId}'`)
            .replaceAll('$2', `'${book.companyId}'`)
            .replaceAll('$3', `${book.claims}`),
        );
    };
    await withoutIndexes(client, ['bank_line', 'bank_match', 'bank_match_part', 'receipt', 'receipt_allocation'], fill);
    await client.query(
      `insert into debtor_merge (tenant_id, merge_id, company_id, into_debtor_id, into_case_id, from_debtor_id, from_case_id, from_name, undo, merged_by)
       select $1, $3, $2, debtor_id, case_id, gen_random_uuid(), gen_random_uuid(), 'Ancien client', '{}', 'bench'
         from collection_case where tenant_id = $1 and company_id = $2 limit 1`,
      [book.tenantId, book.companyId, randomUUID()],
    );
  });
  await database.store.inTenant(book.tenantId, tidyTenant);
  await settleDatabase(database);
}

/** A claim of a debtor besides the open ones, from number \`first\` on. */
const claims = (prefix: string, rows: number, kind: string, status: string, day: string) =>
  `insert into claim (tenant_id, claim_id, company_id, case_id, number, kind, issued_on, due_on, total_cents, amount_cents, received_cents,
                      status, settled_on, import_id)
   select $1, ${id(prefix, 'n')}, $2, ${id('c', 'n')}, '${prefix}-2026-' || lpad(n::text, 7, '0'), '${kind}', ${day} - 100 - n % 500,
          ${day} - 55 - n % 500, cents, cents, case when '${status}' = 'settled' then cents else 0 end, '${status}',
          case when '${status}' = 'settled' then ${day} - n % 450 end, ${id('i', `(n % 500)`)}
     from (select n, 5000 + (n::int8 * 6997) % 500000 as cents from generate_series(0, ${rows - 1}) n) one`;

const lines = (prefix: string, rows: number, state: string, sign: string, day: string) =>
  `insert into bank_line (tenant_id, line_id, company_id, bank_account_id, import_id, booked_on, value_on, amount_cents, label, counterparty,
                          counterparty_iban, end_to_end_id, remittance, fingerprint, state, set_aside_reason)
   select $1, ${id(prefix, 'n')}, $2, ${id('a', '(n % 3)')}, ${id('i', '(n % 500)')}, ${day} - n % ${state === 'to-match' || state === 'proposed' ? 40 : 450},
          ${day} - n % 450, ${sign}(5000 + (n::int8 * 6997) % 500000), 'VIR SEPA RECU', 'CLIENT ' || md5('payer' || n % 20000),
          'FR76' || lpad((n % 20000)::text, 23, '0'), 'E2E' || n, array['FB-2026-' || lpad(n::text, 7, '0')],
          sha256(('${prefix}' || n)::bytea), '${state}', case when '${state}' = 'set-aside' then 'Virement interne' end
     from generate_series(0, ${rows - 1}) n`;

const matches = (line: string, claim: string, number: string, rows: number, state: string) => [
  `insert into bank_match (tenant_id, match_id, company_id, line_id, state, rule, confidence, reasons, case_id, decided_by, decided_at)
   select $1, ${id(`m${line}`, 'n')}, $2, ${id(line, 'n')}, '${state}', 'number', 95,
          jsonb_build_array(jsonb_build_object('code', 'NumberFound', 'message', 'Le numéro de la facture figure dans le libellé.')), ${id('c', 'n')},
          case when '${state}' = 'applied' then 'acquit' end, case when '${state}' = 'applied' then now() end
     from generate_series(0, ${rows - 1}) n`,
  `insert into bank_match_part (tenant_id, match_id, claim_id, amount_cents)
   select $1, ${id(`m${line}`, 'n')}, ${id(claim, number)}, 5000 from generate_series(0, ${rows - 1}) n`,
];

function statementsOf(sizes: Sizes, day: string): string[] {
  const settled = sizes.paid + sizes.otherwise;
  return [
    `insert into blob (tenant_id, sha256, bytes, media_type) values ($1, sha256('bench'), 5, 'text/plain')`,
    `insert into source (tenant_id, source_id, company_id, kind, name, settings)
     select $1, ${id('s', 'n')}, $2, 'folder', 'Dossier ' || n, '{"kind": "folder", "path": "/srv/in"}' from generate_series(0, 2) n`,
    `insert into import_job (tenant_id, import_id, company_id, file_name, sha256, format, status, imported_by, imported_at, changed, source_id, doubts)
     select $1, ${id('i', 'n')}, $2, 'ventes-' || n || '.csv', sha256('bench'), 'ledger', case when n % 10 = 0 then 'partly' else 'imported' end,
            'cli', now() - n * interval '1 day', true, ${id('s', '(n % 3)')}, '[]' from generate_series(0, ${Math.max(sizes.imports, 500) - 1}) n`,
    `insert into source_file (tenant_id, source_id, file_key, file_name, outcome, seen_at)
     select $1, ${id('s', '(n % 3)')}, 'f' || n, 'releve-' || n || '.xml', 'imported', now() - n * interval '10 minutes'
       from generate_series(0, ${sizes.sourceFiles - 1}) n`,
    claims('FB', settled, 'invoice', 'settled', day),
    claims('FX', sizes.cancelled, 'invoice', 'cancelled', day),
    claims('AV', sizes.creditNotes, 'credit-note', 'open', day),
    `insert into bank_account (tenant_id, bank_account_id, company_id, account_key, iban, label, covered_until)
     select $1, ${id('a', 'n')}, $2, 'a' || n, 'FR76' || n, 'Compte ' || n, ${day} from generate_series(0, 2) n`,
    lines('lm', sizes.paid, 'matched', '', day),
    lines('lp', sizes.proposed, 'proposed', '', day),
    lines('lt', sizes.toMatch, 'to-match', '', day),
    lines('ls', sizes.setAside, 'set-aside', '', day),
    lines('lo', sizes.outgoing, 'outgoing', '-', day),
    ...matches('lm', 'FB', 'n', sizes.paid, 'applied'),
    ...matches('lp', 'k', '(n * 5)', sizes.proposed, 'proposed'),
    `insert into receipt (tenant_id, receipt_id, company_id, case_id, received_on, amount_cents, entered_by, origin, bank_line_id, match_id)
     select tenant_id, md5('rb' || claim_id)::uuid, company_id, case_id, settled_on, amount_cents, 'acquit', 'bank', ${id('lm', 'right(number, 7)::int')},
            ${id('mlm', 'right(number, 7)::int')}
       from claim where tenant_id = $1 and company_id = $2 and status = 'settled' and number < 'FB-2026-' || lpad(${sizes.paid}::text, 7, '0')`,
    `insert into receipt_allocation (tenant_id, receipt_id, claim_id, received_on, amount_cents)
     select tenant_id, md5('rb' || claim_id)::uuid, claim_id, settled_on, amount_cents
       from claim where tenant_id = $1 and company_id = $2 and status = 'settled' and number < 'FB-2026-' || lpad(${sizes.paid}::text, 7, '0')`,
    `insert into claim_hold (tenant_id, hold_id, claim_id, case_id, kind, cause_id, reason, since_on)
     select $1, ${id('h', 'n')}, ${id('k', '(n * 5)')}, ${id('c', 'n')}, 'receipt-to-check', ${id('mlp', 'n')}, 'Un virement attend d’être vérifié.', ${day}
       from generate_series(0, ${sizes.proposed - 1}) n`,
    `insert into claim_hold (tenant_id, hold_id, claim_id, case_id, kind, reason, since_on)
     select $1, ${id('ha', 'n')}, ${id('k', '(n * 5 + 1)')}, ${id('c', 'n')}, 'absent-from-ledger', 'Absente de la dernière liste.', ${day} - n % 20
       from generate_series(0, ${sizes.absent - 1}) n`,
    `insert into einvoice_standing (tenant_id, claim_id, company_id, code, label, at, ground, task_title, task_message)
     select $1, ${id('k', '(n * 5 + 2)')}, $2, '207', 'En litige', ${day} - n % 30, 'disputed', 'Litige', 'La facture est contestée.'
       from generate_series(0, ${sizes.eInvoices - 1}) n`,
    `insert into payer (tenant_id, company_id, payer_key, debtor_id)
     select $1, $2, 'iban:FR76' || lpad(n::text, 23, '0'), ${id('d', 'n')} from generate_series(0, ${sizes.sourceFiles - 1}) n`,
    `insert into debtor_contact (tenant_id, contact_id, debtor_id, role, name, email)
     select $1, ${id('o', 'n')}, ${id('d', '(n * 7)')}, 'legal', 'Me Durand', 'juridique@client.example' from generate_series(0, ${sizes.sourceFiles - 1}) n`,
    // The same name twice, once without its company number: what two programs make of one customer.
    `update debtor d set name = upper(o.name), legal_id = null from generate_series(0, ${sizes.doubles - 1}) n
       join debtor o on o.tenant_id = $1 and o.debtor_id = ${id('d', '(n * 20)')}
      where d.tenant_id = $1 and d.debtor_id = ${id('d', '(n * 20 + 7)')}`,
    `update collection_case c set open_cents = s.cents, open_claims = s.claims, oldest_due_on = s.oldest
       from (select case_id, coalesce(sum(open_cents) filter (where kind <> 'credit-note'), 0) - coalesce(sum(open_cents) filter (where kind = 'credit-note'), 0) as cents,
                    count(*) filter (where kind <> 'credit-note') as claims, min(due_on) filter (where kind <> 'credit-note') as oldest
               from claim where tenant_id = $1 and status = 'open' group by case_id) s
      where c.tenant_id = $1 and c.case_id = s.case_id and c.open_cents <> s.cents`,
    ...['due_total', 'case_total', 'debtor_to_compare'].map(
      (table) => `delete from ${table} where tenant_id = $1 and company_id = $2`,
    ),
    ...[totals, caseTotals, toCompare].map((statement) => statement(0, 0)),
  ];
}
