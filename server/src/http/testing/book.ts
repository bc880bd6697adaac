import { randomUUID } from 'node:crypto';
import type { Channel } from '@acquit/recovery';
import { type Store, touchCases } from '../../store/index.ts';
import { TODAY } from './app.ts';

/** One company with one debtor, and one row of everything a route can name. */
export interface Book {
  companyId: string;
  debtorId: string;
  caseId: string;
  /** Open claims by number: due 1 October, due 1 November, due 15 December. */
  claimIds: { old: string; recent: string; future: string };
  importId: string;
  sha256: string;
}

interface Shape {
  debtorName?: string;
  debtorKind?: string | null;
  companyName?: string;
  companyId?: string;
  prefix?: string;
}

/** Makes the book in one tenant. */
export async function makeBook(store: Store, tenantId: string, shape: Shape = {}): Promise<Book> {
  const book: Book = {
    companyId: shape.companyId ?? randomUUID(),
    debtorId: randomUUID(),
    caseId: randomUUID(),
    claimIds: { old: randomUUID(), recent: randomUUID(), future: randomUUID() },
    importId: randomUUID(),
    sha256: '',
  };
  const bytes = Buffer.from(`%PDF-1.7 ${book.importId}`);
  const sha256 = await store.blobs.put(bytes);
  book.sha256 = sha256.toString('hex');
  const prefix = shape.prefix ?? 'FA-2026';
  await store.inTenant(tenantId, async (tx) => {
    if (shape.companyId === undefined)
      await tx.query(`insert into company (tenant_id, company_id, name) values ($1, $2, $3)`, [
        tenantId,
        book.companyId,
        shape.companyName ?? 'Atelier Fontaine',
      ]);
    await tx.query(
      `insert into debtor (tenant_id, debtor_id, company_id, name, kind, email, phone) values ($1, $2, $3, $4, $5, 'compta@client.example', '01 02 03 04 05')`,
      [
        tenantId,
        book.debtorId,
        book.companyId,
        shape.debtorName ?? 'Boulangerie Éléonore',
        shape.debtorKind === undefined ? 'company' : shape.debtorKind,
      ],
    );
    await tx.query(
      `insert into collection_case (tenant_id, case_id, company_id, debtor_id, profile) values ($1, $2, $3, $4, 'business')`,
      [tenantId, book.caseId, book.companyId, book.debtorId],
    );
    await tx.query(`insert into blob (tenant_id, sha256, bytes, media_type) values ($1, $2, $3, 'application/pdf')`, [
      tenantId,
      sha256,
      bytes.length,
    ]);
    await tx.query(
      `insert into import_job (tenant_id, import_id, company_id, file_name, sha256, format, status, imported_by)
       values ($1, $2, $3, 'facture été.pdf', $4, 'facturx', 'imported', 'cli')`,
      [tenantId, book.importId, book.companyId, sha256],
    );
    const claims: [string, string, string, string, number][] = [
      [book.claimIds.old, `${prefix}-001`, '2026-09-01', '2026-10-01', 120_000],
      [book.claimIds.recent, `${prefix}-002`, '2026-10-01', '2026-11-01', 80_000],
      [book.claimIds.future, `${prefix}-003`, '2026-11-15', '2026-12-15', 50_000],
    ];
    for (const [claimId, number, issuedOn, dueOn, cents] of claims) {
      await tx.query(
        `insert into claim (tenant_id, claim_id, company_id, case_id, number, kind, issued_on, due_on, total_cents, amount_cents, document_sha256, import_id)
         values ($1, $2, $3, $4, $5, 'invoice', $6, $7, $8, $8, $9, $10)`,
        [tenantId, claimId, book.companyId, book.caseId, number, issuedOn, dueOn, cents, sha256, book.importId],
      );
    }
    await touchCases(tx, [book.caseId], TODAY);
  });
  return book;
}

/** Another customer of a company, with his empty case. Gives the debtor. */
export async function makeDebtor(
  store: Store,
  tenantId: string,
  companyId: string,
  name: string,
  more: Record<string, string> = {},
): Promise<string> {
  const debtorId = randomUUID();
  const columns = Object.keys(more);
  await store.inTenant(tenantId, async (tx) => {
    await tx.query(
      `insert into debtor (tenant_id, debtor_id, company_id, name, kind${columns.map((one) => `, ${one}`).join('')})
       values ($1, $2, $3, $4, 'company'${columns.map((_, n) => `, $${n + 5}`).join('')})`,
      [tenantId, debtorId, companyId, name, ...Object.values(more)],
    );
    await tx.query(
      `insert into collection_case (tenant_id, case_id, company_id, debtor_id, profile) values ($1, $2, $3, $4, 'business')`,
      [tenantId, randomUUID(), companyId, debtorId],
    );
  });
  return debtorId;
}

/** Somebody of the legal department of a debtor. */
export async function makeContact(store: Store, tenantId: string, debtorId: string): Promise<string> {
  const contactId = randomUUID();
  await store.inTenant(tenantId, (tx) =>
    tx.query(
      `insert into debtor_contact (tenant_id, contact_id, debtor_id, role, name, email) values ($1, $2, $3, 'legal', 'Me Durand', 'juridique@client.example')`,
      [tenantId, contactId, debtorId],
    ),
  );
  return contactId;
}

interface ActionShape {
  channel?: Channel;
  status?: string;
  mode?: 'test' | 'live';
  outbox?: string;
  decidedOn?: string;
  step?: string;
  rank?: number;
  claims?: readonly string[];
}

/** An act of the case on some of its claims, as the night's pass would have written it. */
export async function makeAction(store: Store, tenantId: string, book: Book, shape: ActionShape = {}): Promise<string> {
  const actionId = randomUUID();
  const {
    channel = 'email',
    status = 'to-confirm',
    mode = 'test',
    decidedOn = '2026-11-20',
    step = 'reminder-1',
    rank = 1,
  } = shape;
  const claims = shape.claims ?? [book.claimIds.old];
  const stated = claims.map((claimId) => ({
    claimId,
    number: 'FA',
    issuedOn: null,
    dueOn: '2026-10-01',
    orderReference: null,
    amountCents: 120_000,
    openCents: 120_000,
    daysLate: 50,
    penaltyCents: 0,
    indemnityCents: 0,
    group: 'main',
    step,
    rank,
  }));
  const facts = {
    step,
    stepName: 'Première relance',
    tone: 'courteous',
    objective: 'remind',
    accessories: 'none',
    profile: 'business',
    regime: 'business',
    on: decidedOn,
    claims: stated,
    credits: [],
    principalCents: 120_000,
    penaltyCents: 0,
    indemnityCents: 0,
    creditCents: 0,
    totalCents: 120_000,
    rateSentence: null,
    graceDays: null,
    payBefore: null,
  };
  await store.inTenant(tenantId, async (tx) => {
    await tx.query(
      `insert into action (tenant_id, action_id, company_id, case_id, step, channel, mode, status, decided_on, total_cents, facts, reasons)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 120000, $10, $11)`,
      [
        tenantId,
        actionId,
        book.companyId,
        book.caseId,
        step,
        channel,
        mode,
        status,
        decidedOn,
        JSON.stringify(facts),
        JSON.stringify([{ code: 'StepDue', message: 'Échue depuis 50 jours.' }]),
      ],
    );
    for (const claimId of claims) {
      await tx.query(
        `insert into action_claim (tenant_id, claim_id, step, channel, mode, action_id, open_cents) values ($1, $2, $3, $4, $5, $6, 120000)`,
        [tenantId, claimId, step, channel, mode, actionId],
      );
      await tx.query(
        `update claim set level = $3, level_step = $4, level_on = $5 where tenant_id = $1 and claim_id = $2`,
        [tenantId, claimId, rank, step, decidedOn],
      );
    }
    await tx.query(
      `update collection_case set last_contact_on = $3, last_contact_live = $4 where tenant_id = $1 and case_id = $2`,
      [tenantId, book.caseId, decidedOn, mode === 'live'],
    );
    if (shape.outbox !== undefined)
      await tx.query(
        `insert into outbox (tenant_id, action_id, company_id, channel, state, recipient, decided_on, total_cents)
         select $1, $2, $3, $4, $5, 'compta@client.example', decided_on, total_cents from action where tenant_id = $1 and action_id = $2`,
        [tenantId, actionId, book.companyId, channel, shape.outbox],
      );
  });
  return actionId;
}
