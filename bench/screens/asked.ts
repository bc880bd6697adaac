import type { Tx } from '../../server/src/store/index.ts';
import type { Book } from '../night/book.ts';

/** What one screen asks of the server: paths under /api, one after the other of the list from one time to the next. */
export interface Asked {
  what: string;
  paths: readonly string[];
}

/** Rows named in paths, spread over the book. */
interface Named {
  cases: string[];
  debtors: string[];
  claims: string[];
  lines: string[];
  messages: string[];
  doubles: string[];
  imports: string[];
  sources: string[];
}

const NAMED: Record<keyof Named, string> = {
  cases: `select case_id::text from collection_case where tenant_id = $1 and company_id = $2 order by md5(case_id::text) limit $3`,
  debtors: `select debtor_id::text from debtor where tenant_id = $1 and company_id = $2 order by md5(debtor_id::text) limit $3`,
  claims: `select claim_id::text from claim where tenant_id = $1 and company_id = $2 order by claim_id limit $3`,
  lines: `select line_id::text from bank_line where tenant_id = $1 and company_id = $2 and state in ('to-match', 'proposed') order by line_id limit $3`,
  messages: `select action_id::text || '/' || channel from outbox where tenant_id = $1 and company_id = $2 order by action_id limit $3`,
  doubles: `select a.debtor_id::text || '/merge?from=' || b.debtor_id from debtor a join debtor b on b.tenant_id = a.tenant_id
      and b.company_id = a.company_id and b.name_skeleton = a.name_skeleton and b.debtor_id <> a.debtor_id
    where a.tenant_id = $1 and a.company_id = $2 and a.legal_id is null limit $3`,
  imports: `select import_id::text from import_job where tenant_id = $1 and company_id = $2 limit $3`,
  sources: `select source_id::text from source where tenant_id = $1 and company_id = $2 limit $3`,
};

const LEDGER: readonly [string, string][] = [
  ['ledger, everything by due date', ''],
  ['ledger, open by due date', 'state=open'],
  ['ledger, everything late by amount', 'state=late&sort=amount'],
  ['ledger, everything, latest first', 'sort=recent'],
  ['ledger, by debtor', 'sort=debtor'],
  ['ledger, open by debtor', 'state=open&sort=debtor'],
  ['ledger, paid by debtor', 'state=settled&sort=debtor'],
  ['ledger, credit notes by debtor', 'state=credit-note&sort=debtor'],
  ['ledger, held back', 'state=held'],
  ['ledger, held back by debtor', 'state=held&sort=debtor'],
  ['ledger, one month by debtor', 'dueFrom=2026-10-01&dueTo=2026-10-31&sort=debtor'],
  ['ledger, one month by amount', 'dueFrom=2026-10-01&dueTo=2026-10-31&sort=amount'],
  ['ledger, due long ago, latest issued first', 'dueTo=2025-10-31&sort=recent'],
  ['ledger, open and due long ago, latest issued first', 'state=open&dueTo=2026-08-01&sort=recent'],
  ['ledger, one day by debtor', 'dueFrom=2026-10-01&dueTo=2026-10-01&sort=debtor'],
  ['ledger, an exact amount', 'minCents=123456&maxCents=123456'],
  ['ledger, amounts above 1,000 €', 'minCents=100000'],
  ['ledger, amounts above 1,000 € by debtor', 'minCents=100000&sort=debtor'],
  ['ledger, amounts above 5,000 €, by debtor', 'minCents=500000&sort=debtor'],
  ['ledger, amounts below 100 € by age', 'maxCents=10000&sort=due'],
  ['ledger, one month above 1,000 € by amount', 'dueFrom=2026-10-01&dueTo=2026-10-31&minCents=100000&sort=amount'],
  ['ledger, a name typed', 'q=menuis'],
  ['ledger, a name typed, late above 1,000 €', 'q=menuis&state=late&minCents=100000'],
  ['ledger, two words typed', 'q=menuiserie%20a'],
  ['ledger, an invoice number typed', 'q=FA-2026-00012'],
  ['ledger, the beginning of all numbers typed', 'q=FA-2026'],
];

/** Everything the app reads, by the screen that asks for it. */
export async function askedOf(tx: Tx, { companyId }: Book, times: number): Promise<Asked[]> {
  const named = {} as Named;
  for (const [what, text] of Object.entries(NAMED) as [keyof Named, string][])
    named[what] = (await tx.arrays<[string]>(text, [tx.tenantId, companyId, times])).map(([one]) => one);
  const all: Asked[] = [];
  const add = (what: string, ...paths: string[]) => {
    if (paths.length > 0) all.push({ what, paths });
  };
  const company = `/companies/${companyId}`;
  add('session and companies', '/session');
  add('Aujourd’hui: worklist and totals', `${company}/today`);
  // As after a first import, when every case waits for its first pass.
  add('Aujourd’hui, all cases due', `${company}/today?on=2027-03-01`);
  add('what will go out in two weeks, all cases due', `${company}/plan?from=2027-03-01&days=14`);
  add('what will go out in two weeks', `${company}/plan?days=14`);
  for (const [what, query] of [
    ['by amount', ''],
    ['late ones by age', '?filter=overdue&sort=age'],
    ['late ones by amount', '?filter=overdue&sort=amount'],
    ['late ones by name', '?filter=overdue&sort=name'],
    ['by name', '?sort=name'],
    ['waiting for a person, by age', '?filter=parked&sort=age'],
    ['paused, by name', '?filter=paused&sort=name'],
    ['a name typed', '?q=menuis'],
    ['a name typed, late ones by age', '?q=menuis&filter=overdue&sort=age'],
    ['an invoice number typed', '?q=FA-2026-00012'],
  ] as const)
    add(`cases, ${what}`, `${company}/cases${query}`);
  add('case page: claims, what is owed, receipts', ...named.cases.map((one) => `/cases/${one}`));
  add('case page: timeline', ...named.cases.map((one) => `/cases/${one}/timeline`));
  add('case page: customer, with his doubles', ...named.debtors.map((one) => `/debtors/${one}`));
  add('case page: statement of a claim', ...named.claims.map((one) => `/claims/${one}/statement`));
  add('customers entered twice', `${company}/doubles`);
  add('two customers into one, before', ...named.doubles.map((one) => `/debtors/${one}`));
  for (const [what, query] of LEDGER) add(what, `${company}/ledger?${query}`);
  for (const filter of ['waiting', 'matched', 'set-aside', 'outgoing', 'all'])
    add(`bank lines, ${filter}`, `${company}/bank-lines?filter=${filter}`);
  add('bank line', ...named.lines.map((one) => `/bank-lines/${one}`));
  add('bank line, claims to choose', ...named.lines.map((one) => `/bank-lines/${one}/claims`));
  add('bank line, a name typed', ...named.lines.map((one) => `/bank-lines/${one}/claims?q=menuis`));
  add('bank line, a short name typed', ...named.lines.map((one) => `/bank-lines/${one}/claims?q=ba`));
  add('bank line, a number typed', ...named.lines.map((one) => `/bank-lines/${one}/claims?q=FA-2026-0001`));
  add('how recent the bank’s data are', `${company}/bank`);
  add('receipts', `${company}/receipts`);
  for (const state of ['queued', 'captured', 'sent', 'to-print', 'in-doubt'])
    add(`messages, ${state}`, `${company}/messages?state=${state}`);
  add('one message', ...named.messages.map((one) => `/messages/${one}`));
  add('imports', `${company}/imports`);
  add('one import', ...named.imports.map((one) => `/imports/${one}`));
  add('sources', `${company}/sources`);
  add('files of a source', ...named.sources.map((one) => `/sources/${one}/files`));
  add('journal', `${company}/journal`);
  return all;
}
