import { randomUUID } from 'node:crypto';
import type { MergeDone, ReceiptView, SourceView, SyncPreview } from '@acquit/recovery';
import { applyStandings, insertPortalAct, keepBlob, type Store } from '../../store/index.ts';
import { makeBankRows } from './bank.ts';
import { type Book, makeAction, makeBook, makeContact, makeDebtor } from './book.ts';
import { droppedFile, type Named } from './calls.ts';
import type { Client } from './client.ts';
import { makeCommitments } from './commitments.ts';
import { makeCourtFile } from './court-files.ts';
import { makeDispatches } from './dispatches.ts';
import { makeHandOver } from './hand-overs.ts';
import { makeNotice } from './notices.ts';
import { makeProcedures } from './procedures.ts';
import { makeReplies } from './replies.ts';

/** A tenant's book with something in every state that a route acts on, made through the owner's own client. */
export async function makeNamed(store: Store, tenantId: string, owner: Client): Promise<Named> {
  const book = await makeBook(store, tenantId);
  await openPortal(store, tenantId, book.companyId);
  const receipt = await owner.post<ReceiptView>('/api/receipts', {
    caseId: book.caseId,
    receivedOn: '2026-11-10',
    amountCents: 5000,
    method: 'transfer',
  });
  const preview = await owner.post<SyncPreview[]>(
    '/api/companies/imports/preview',
    droppedFile('déposé.csv', `a;b\r\n1;${book.importId}\r\n`),
  );
  const pushing = await owner.post<{ source: SourceView }>(`/api/companies/${book.companyId}/sources`, {
    name: 'Logiciel de caisse',
    settings: { kind: 'push' },
  });
  const bankAccountId = await makeAccount(store, tenantId, book.companyId);
  await approve(store, tenantId, book);
  const contactId = await makeContact(store, tenantId, book.debtorId);
  const doubleId = await makeDebtor(store, tenantId, book.companyId, 'Boulangerie Éléonore SARL');
  const third = await makeDebtor(store, tenantId, book.companyId, 'Boulangerie Eleonor');
  const merge = await owner.post<MergeDone>(`/api/debtors/${doubleId}/merge`, { from: third });
  const act = (shape: Parameters<typeof makeAction>[3]) => makeAction(store, tenantId, book, shape);
  const undoableId = await makeDoubted(store, tenantId, book);
  return {
    ...book,
    ...(await makeCommitments(store, tenantId, owner, book)),
    ...(await makeDispatches(store, tenantId, owner)),
    ...(await makeReplies(store, tenantId, book)),
    ...(await makeHandOver(store, tenantId, owner, book)),
    ...(await makeProcedures(store, tenantId, owner, book)),
    ...(await makeCourtFile(store, tenantId, book)),
    ...(await makeNotice(store, tenantId, book)),
    undoableId,
    ...(await makeBankRows(store, tenantId, book, bankAccountId)),
    bankAccountId,
    sourceId: pushing.body.source.sourceId,
    receiptId: receipt.body.receiptId,
    uploadId: preview.body[0]!.uploadId,
    contactId,
    doubleId,
    mergeId: merge.body.mergeId,
    portalActId: await makePortalAct(store, tenantId, book),
    volumeStopId: await makeStop(store, tenantId, book, '2026-11-12'),
    otherStopId: await makeStop(store, tenantId, book, '2026-11-13'),
    toConfirm: await act({ status: 'to-confirm', channel: 'email', decidedOn: '2026-11-20' }),
    toDo: await act({ status: 'to-do', channel: 'phone', step: 'call', rank: 2, decidedOn: '2026-11-19' }),
    captured: await act({ status: 'done', outbox: 'captured', step: 'notice', rank: 0, decidedOn: '2026-11-18' }),
    inDoubt: await act({ status: 'queued', outbox: 'in-doubt', mode: 'live', decidedOn: '2026-11-17' }),
    toPrint: await act({
      status: 'queued',
      outbox: 'to-print',
      channel: 'letter',
      mode: 'live',
      step: 'formal-notice',
      rank: 4,
      decidedOn: '2026-11-16',
    }),
    // The last of all: what was decided after it could not be taken back.
    toUndo: await skipped(
      store,
      tenantId,
      await act({ status: 'skipped', step: 'notice-2', rank: 5, decidedOn: '2026-11-15' }),
    ),
  };
}

/** Makes an act one that a person skipped. */
async function skipped(store: Store, tenantId: string, actionId: string): Promise<string> {
  await store.inTenant(tenantId, (tx) =>
    tx.query(`update action set done_by = 'user:claire', done_at = now() where tenant_id = $1 and action_id = $2`, [
      tenantId,
      actionId,
    ]),
  );
  return actionId;
}

/** Lets the buyer's approval of the oldest invoice be known: it holds nothing, and may be answered. */
async function approve(store: Store, tenantId: string, { claimIds, companyId, importId }: Book): Promise<void> {
  await store.inTenant(tenantId, async (tx) => {
    await tx.query(
      `insert into einvoice_status (tenant_id, status_id, company_id, import_id, message_id, invoice_number, code, label, at, issuer_role, claim_id)
       values ($1, $2, $3, $4, 'M-1', 'FA-2026-001', '205', 'Approuvée', '2026-11-10T09:00:00', 'BY', $5)`,
      [tenantId, randomUUID(), companyId, importId, claimIds.old],
    );
    await applyStandings(tx, [claimIds.old]);
  });
}

/** A day on which more would leave than is allowed. */
async function makeStop(store: Store, tenantId: string, { companyId }: Book, onDay: string): Promise<string> {
  const stopId = randomUUID();
  await store.inTenant(tenantId, (tx) =>
    tx.query(
      `insert into volume_stop (tenant_id, stop_id, company_id, on_day, reason, messages, allowed) values ($1, $2, $3, $4, 'cap', 600, 500)`,
      [tenantId, stopId, companyId, onDay],
    ),
  );
  return stopId;
}

/** The company lets its debtors open their page. */
async function openPortal(store: Store, tenantId: string, companyId: string): Promise<void> {
  const portal = { enabled: true, validDays: 60, promiseDays: 21, instalments: null };
  await store.inTenant(tenantId, (tx) =>
    tx.query('update company set settings = settings || $3 where tenant_id = $1 and company_id = $2', [
      tenantId,
      companyId,
      JSON.stringify({ portal }),
    ]),
  );
}

/** A debtor who said that another person is to be written to. */
async function makePortalAct(store: Store, tenantId: string, { companyId, caseId }: Book): Promise<string> {
  const actId = randomUUID();
  const said = { name: 'Service comptable', email: '', details: '' };
  const act = {
    actId,
    companyId,
    caseId,
    kind: 'wrong-addressee' as const,
    on: '2026-11-20',
    claimIds: [],
    said,
  };
  await store.inTenant(tenantId, async (tx) => {
    const sha256 = await keepBlob(tx, store.blobs, {
      bytes: Buffer.from('%PDF-1.7 bon'),
      mediaType: 'application/pdf',
    });
    await insertPortalAct(tx, { ...act, file: { sha256, name: 'bon.pdf' }, effect: null, read: false });
  });
  return actId;
}

/** A bank account that has told about yesterday. */
async function makeAccount(store: Store, tenantId: string, companyId: string): Promise<string> {
  const bankAccountId = randomUUID();
  await store.inTenant(tenantId, (tx) =>
    tx.query(
      `insert into bank_account (tenant_id, bank_account_id, company_id, account_key, label, covered_until)
       values ($1, $2, $3, 'FR7600000000000000000000000', 'Compte courant', '2026-11-20')`,
      [tenantId, bankAccountId, companyId],
    ),
  );
  return bankAccountId;
}

/** A claim that a list no longer has, and the last import of the company, which brought nothing that others rest on. */
async function makeDoubted(store: Store, tenantId: string, book: Book): Promise<string> {
  const importId = randomUUID();
  await store.inTenant(tenantId, async (tx) => {
    await tx.query(
      `insert into import_job (tenant_id, import_id, company_id, file_name, sha256, format, status, imported_by, changed)
       select tenant_id, $2, company_id, 'balance.csv', sha256, 'ledger-csv', 'imported', 'cli', true from import_job
        where tenant_id = $1 and import_id = $3`,
      [tenantId, importId, book.importId],
    );
    await tx.query(
      `insert into claim_hold (tenant_id, hold_id, claim_id, case_id, kind, reason, since_on)
       values ($1, $2, $3, $4, 'absent-from-ledger', 'absente de la liste.', '2026-11-20')`,
      [tenantId, randomUUID(), book.claimIds.future, book.caseId],
    );
  });
  return importId;
}
