import { createHash, randomUUID } from 'node:crypto';
import { addDays, addMonths, type Day, formatDay, isJourOuvrable, parseDay } from '@acquit/law';
import { profileOf } from '@acquit/recovery';
import { appendJournal, insertReceipt, type Store, type Tx, touchCases } from '../../store/index.ts';
import { insertClaims, type NewClaim } from '../importing/claims.ts';
import { createCompany } from '../importing/companies.ts';
import { settleCredits } from '../importing/credits.ts';
import { type DebtorCase, findDebtors } from '../importing/debtors.ts';
import type { IncomingClaim } from '../importing/incoming.ts';
import { runPass } from '../night/index.ts';
import { type DemoBook, type DemoDebtor, type DemoInvoice, drawBook, frenchVat } from './book.ts';
import { demoLedger } from './ledger.ts';
import { demoSuits, liveInsolvency, liveSuits } from './litigation.ts';
import { demoCompany } from './names.ts';

export interface DemoResult {
  companyId: string;
  /** False when the installation has its demo already: it is left as it is. */
  created: boolean;
  debtors: number;
  claims: number;
}

/** A SIREN of the right form that the registry has not given. */
const DEMO_SIREN = '999000013';
const MONTHS = 18;

/**
 * Loads the demo company and lives through its history: each day brings its invoices and its receipts, then the real
 * pass decides in test mode. What the screens show is therefore what Acquit would have done, not a drawing of it.
 */
export async function loadDemo(
  durable: Store,
  order: { tenantId: string; on: Day; seed: number },
): Promise<DemoResult> {
  const store = hurried(durable);
  const book = drawBook(order.seed, order.on);
  const claims = book.debtors.reduce((sum, debtor) => sum + debtor.invoices.length, 0);
  const started = await store.inTenant(order.tenantId, (tx) => openDemo(store, tx, book));
  const result = {
    companyId: started.companyId,
    created: started.origin !== null,
    debtors: book.debtors.length,
    claims,
  };
  if (started.origin === null) return result;
  const { companyId, origin } = started;
  const calendar = calendarOf(book);
  const suits = demoSuits(book, order.on);
  let nextDue: Day | null = null;
  for (let on = addMonths(order.on, -MONTHS); on <= order.on; on = addDays(on, 1)) {
    const day = calendar.get(on);
    if (day) {
      await store.inTenant(order.tenantId, (tx) => liveDay(tx, companyId, origin, on, day));
      nextDue = on;
    }
    if (suits.some(({ acts }) => acts.has(on)))
      await store.inTenant(order.tenantId, (tx) => liveSuits(tx, companyId, suits, on));
    if (nextDue === null || nextDue > on || !isJourOuvrable(on)) continue;
    await runPass(store, { tenantId: order.tenantId, companyId, on, dryRun: false });
    nextDue = await store.inTenant(order.tenantId, (tx) => nextDueOf(tx, companyId));
  }
  await store.inTenant(order.tenantId, (tx) => clerkOf(tx, companyId, order.on));
  await durable.inTenant(order.tenantId, (tx) => finish(tx, companyId, book, order.on));
  return result;
}

/** The first day on which a case asks to be looked at; the days before it need no pass. */
async function nextDueOf(tx: Tx, companyId: string): Promise<Day | null> {
  const { rows } = await tx.query<{ next: string | null }>(
    `select min(next_action_on) as next from collection_case where tenant_id = $1 and company_id = $2 and status in ('open', 'paused')`,
    [tx.tenantId, companyId],
  );
  const next = rows[0]?.next;
  return next ? parseDay(next) : null;
}

interface Origin {
  importId: string;
  sha256: Buffer;
}

async function openDemo(store: Store, tx: Tx, book: DemoBook): Promise<{ companyId: string; origin: Origin | null }> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${tx.tenantId} demo`]);
  const { rows } = await tx.query<{ company_id: string }>(
    'select company_id from company where tenant_id = $1 and is_demo',
    [tx.tenantId],
  );
  if (rows[0]) return { companyId: rows[0].company_id, origin: null };
  const { signatory, ...company } = demoCompany;
  const { companyId } = await createCompany(
    tx,
    tx.tenantId,
    { ...company, legalId: DEMO_SIREN, vat: frenchVat(DEMO_SIREN) },
    { isDemo: true },
  );
  await tx.query(`update company set settings = settings || $3 where tenant_id = $1 and company_id = $2`, [
    tx.tenantId,
    companyId,
    JSON.stringify({ signatory, paymentTermDays: 30 }),
  ]);
  const bytes = Buffer.from(demoLedger(book));
  const origin = { importId: randomUUID(), sha256: createHash('sha256').update(bytes).digest() };
  await store.blobs.put(bytes);
  await tx.query(
    `insert into blob (tenant_id, sha256, bytes, media_type) values ($1, $2, $3, 'text/csv') on conflict do nothing`,
    [tx.tenantId, origin.sha256, bytes.byteLength],
  );
  await tx.query(
    `insert into import_job (tenant_id, import_id, company_id, file_name, sha256, format, status, created, imported_by)
     values ($1, $2, $3, 'demonstration.csv', $4, 'ledger-csv', 'imported', $5, 'demo')`,
    [
      tx.tenantId,
      origin.importId,
      companyId,
      origin.sha256,
      JSON.stringify({ newClaims: book.debtors.flatMap((one) => one.invoices).length, debtors: book.debtors.length }),
    ],
  );
  await appendJournal(tx, [
    {
      actor: 'demo',
      action: 'demo.loaded',
      objectKind: 'company',
      objectId: companyId,
      payload: { name: company.name },
    },
  ]);
  return { companyId, origin };
}

/** Two thousand small transactions of an invented past need not each wait for the disk; the last one does, for all. */
function hurried(store: Store): Store {
  return {
    ...store,
    inTenant: (tenantId, work, options) =>
      store.inTenant(
        tenantId,
        async (tx) => {
          await tx.query('set local synchronous_commit = off');
          return work(tx);
        },
        options,
      ),
  };
}

interface DemoDay {
  invoices: { debtor: DemoDebtor; invoice: DemoInvoice }[];
  credits: { debtor: DemoDebtor; invoice: DemoInvoice }[];
  receipts: { invoice: DemoInvoice; amountCents: number }[];
}

function calendarOf(book: DemoBook): Map<Day, DemoDay> {
  const calendar = new Map<Day, DemoDay>();
  const at = (on: Day): DemoDay => {
    const known = calendar.get(on) ?? { invoices: [], credits: [], receipts: [] };
    calendar.set(on, known);
    return known;
  };
  for (const debtor of book.debtors)
    for (const invoice of debtor.invoices) {
      at(invoice.issuedOn).invoices.push({ debtor, invoice });
      if (invoice.credit) at(invoice.credit.on).credits.push({ debtor, invoice });
      for (const receipt of invoice.receipts)
        at(receipt.on).receipts.push({
          invoice,
          amountCents: receipt.amountCents,
        });
    }
  return calendar;
}

async function liveDay(
  tx: Tx,
  companyId: string,
  origin: Origin,
  on: Day,
  { invoices, credits, receipts }: DemoDay,
): Promise<void> {
  const today = formatDay(on);
  const incoming = [
    ...invoices.map(({ debtor, invoice }) =>
      incomingOf(debtor, {
        number: invoice.number,
        kind: 'invoice',
        cents: invoice.totalCents,
        issuedOn: today,
        dueOn: formatDay(invoice.dueOn),
        names: [],
      }),
    ),
    ...credits.map(({ debtor, invoice }) =>
      incomingOf(debtor, {
        number: invoice.credit?.number ?? '',
        kind: 'credit-note',
        cents: invoice.credit?.amountCents ?? 0,
        issuedOn: today,
        dueOn: null,
        names: [invoice.number],
      }),
    ),
  ];
  const { debtorOf: found, written } = await findDebtors(tx, {
    companyId,
    importId: origin.importId,
    today,
    claims: incoming,
    others: [],
    isFirst: false,
  });
  await written;
  const debtorOf = (claim: IncomingClaim) => found(claim.debtor) as DebtorCase;
  await knowKinds(
    tx,
    [...invoices, ...credits].map(({ debtor }) => debtor),
    incoming,
    debtorOf,
  );
  const stored = incoming.map(
    (claim): NewClaim => ({
      claimId: randomUUID(),
      caseId: debtorOf(claim).caseId,
      number: claim.number,
      claim,
      due: { on: claim.dueOn, source: 'document', doubt: null },
      receivedCents: 0,
      creditedCents: 0,
      clearedOn: null,
    }),
  );
  await insertClaims(tx, companyId, stored, { ...origin, today, listedOn: null });
  await settleCredits(tx, stored, { importId: origin.importId, today });
  const touched = stored.map((one) => one.caseId);
  for (const { invoice, amountCents } of receipts)
    touched.push(...(await receive(tx, companyId, invoice.number, amountCents, today)));
  await touchCases(tx, [...new Set(touched)], today);
}

function incomingOf(
  debtor: DemoDebtor,
  piece: {
    number: string;
    kind: 'invoice' | 'credit-note';
    cents: number;
    issuedOn: string;
    dueOn: string | null;
    names: string[];
  },
): IncomingClaim {
  return {
    line: 1,
    number: piece.number,
    kind: piece.kind,
    issuedOn: piece.issuedOn,
    dueOn: piece.dueOn,
    deliveredOn: null,
    currency: 'EUR',
    totalCents: piece.cents,
    tellsTotal: true,
    amountCents: piece.cents,
    openCents: null,
    orderReference: null,
    paymentReference: piece.number,
    iban: null,
    precedingInvoices: piece.names,
    termsText: null,
    debtor: {
      name: debtor.name,
      legalId: debtor.legalId,
      vat: debtor.vat,
      account: null,
      email: debtor.email,
      phone: debtor.phone,
      contactName: debtor.contactName,
      address: debtor.address,
    },
    doubts: [],
  };
}

/** What the clerk of the demo knows of each debtor, beyond what a document shows. */
async function knowKinds(
  tx: Tx,
  debtors: readonly DemoDebtor[],
  incoming: readonly IncomingClaim[],
  debtorOf: (claim: IncomingClaim) => DebtorCase,
): Promise<void> {
  const known = debtors
    .map((debtor, n) => ({ debtor, place: debtorOf(incoming[n] as IncomingClaim) }))
    .filter(({ place }) => place.created);
  if (known.length === 0) return;
  await tx.query(
    `update debtor d set kind = u.kind from unnest($2::uuid[], $3::text[]) as u(debtor_id, kind) where d.tenant_id = $1 and d.debtor_id = u.debtor_id`,
    [tx.tenantId, known.map(({ place }) => place.debtorId), known.map(({ debtor }) => debtor.kind)],
  );
  await tx.query(
    `update collection_case c set profile = u.profile from unnest($2::uuid[], $3::text[]) as u(case_id, profile) where c.tenant_id = $1 and c.case_id = u.case_id`,
    [tx.tenantId, known.map(({ place }) => place.caseId), known.map(({ debtor }) => profileOf(debtor.kind).profile)],
  );
}

/** Records one receipt; gives the cases it touched. */
async function receive(
  tx: Tx,
  companyId: string,
  number: string,
  amountCents: number,
  today: string,
): Promise<string[]> {
  const { rows } = await tx.query<{ claim_id: string; case_id: string; open_cents: bigint }>(
    `select claim_id, case_id, open_cents from claim where tenant_id = $1 and company_id = $2 and number = $3 and kind <> 'credit-note'`,
    [tx.tenantId, companyId, number],
  );
  const [claim] = rows;
  if (!claim) return [];
  const open = Number(claim.open_cents);
  await insertReceipt(tx, {
    receiptId: randomUUID(),
    companyId,
    caseId: claim.case_id,
    receivedOn: today,
    amountCents,
    method: 'transfer',
    reference: `VIR ${number}`,
    decidedBy: 'debtor',
    enteredBy: 'demo',
    allocations: open === 0 ? [] : [{ claimId: claim.claim_id, amountCents: Math.min(open, amountCents) }],
  });
  return [claim.case_id];
}

/** How far back the demo's clerk has left calls and decisions to the user, in days. */
const CALLS_LEFT = 14;
const DECISIONS_LEFT = 14;

/** The clerk of the demo has made his calls and his decisions; those of the last days wait for the user. */
async function clerkOf(tx: Tx, companyId: string, on: Day): Promise<void> {
  await tx.query(
    `update action set status = 'done', done_at = decided_on + interval '1 day 10 hours', done_by = 'demo',
            result = case when channel = 'phone' then 'promised' else 'decided' end,
            note = case when channel = 'phone' then 'Promet de régler sous huitaine.' else 'Échéancier en discussion.' end
      where tenant_id = $1 and company_id = $2 and status = 'to-do'
        and ((channel = 'phone' and decided_on <= $3) or (channel = 'task' and decided_on <= $4))`,
    [tx.tenantId, companyId, formatDay(addDays(on, -CALLS_LEFT)), formatDay(addDays(on, -DECISIONS_LEFT))],
  );
}

/** The past bears its own dates; the journal keeps the true instants, because it is evidence. */
async function finish(tx: Tx, companyId: string, book: DemoBook, on: Day): Promise<void> {
  for (const table of ['action', 'outbox'] as const)
    await tx.query(
      table === 'action'
        ? `update action set created_at = decided_on + interval '6 hours',
                  done_at = case when status in ('cancelled', 'skipped') then decided_on + interval '1 day 9 hours' else done_at end
            where tenant_id = $1 and company_id = $2`
        : `update outbox o set created_at = a.decided_on + interval '6 hours', settled_at = a.decided_on + interval '6 hours 5 minutes'
             from action a where o.tenant_id = $1 and o.company_id = $2 and a.tenant_id = o.tenant_id and a.action_id = o.action_id`,
      [tx.tenantId, companyId],
    );
  await tx.query(
    `update receipt set entered_at = received_on + interval '9 hours' where tenant_id = $1 and company_id = $2`,
    [tx.tenantId, companyId],
  );
  await tx.query(
    `update claim set created_at = issued_on + interval '8 hours' where tenant_id = $1 and company_id = $2 and issued_on is not null`,
    [tx.tenantId, companyId],
  );
  const insolvent = book.debtors.filter((debtor) => debtor.insolvencyOpenedOn !== null);
  for (const debtor of insolvent) {
    const { rows } = await tx.query<{ case_id: string }>(
      `with opened as (update debtor set insolvency_opened_on = $4 where tenant_id = $1 and company_id = $2 and name = $3 returning debtor_id)
       select c.case_id from collection_case c join opened o on o.debtor_id = c.debtor_id where c.tenant_id = $1`,
      [tx.tenantId, companyId, debtor.name, formatDay(debtor.insolvencyOpenedOn as Day)],
    );
    await touchCases(
      tx,
      rows.map((row) => row.case_id),
      formatDay(on),
    );
    for (const { case_id } of rows) await liveInsolvency(tx, case_id, debtor.insolvencyOpenedOn as Day, on);
  }
}
