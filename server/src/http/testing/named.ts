import { randomUUID } from 'node:crypto';
import type { MergeDone, ReceiptView, SyncPreview } from '@acquit/recovery';
import type { Store } from '../../store/index.ts';
import { makeAction, makeBook, makeContact, makeDebtor } from './book.ts';
import { droppedFile, type Named } from './calls.ts';
import type { Client } from './client.ts';

/** A tenant's book with something in every state that a route acts on, made through the owner's own client. */
export async function makeNamed(store: Store, tenantId: string, owner: Client): Promise<Named> {
  const book = await makeBook(store, tenantId);
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
  const bankAccountId = await makeAccount(store, tenantId, book.companyId);
  const contactId = await makeContact(store, tenantId, book.debtorId);
  const doubleId = await makeDebtor(store, tenantId, book.companyId, 'Boulangerie Éléonore SARL');
  const third = await makeDebtor(store, tenantId, book.companyId, 'Boulangerie Eleonor');
  const merge = await owner.post<MergeDone>(`/api/debtors/${doubleId}/merge`, { from: third });
  const act = (shape: Parameters<typeof makeAction>[3]) => makeAction(store, tenantId, book, shape);
  return {
    ...book,
    bankAccountId,
    receiptId: receipt.body.receiptId,
    uploadId: preview.body[0]!.uploadId,
    contactId,
    doubleId,
    mergeId: merge.body.mergeId,
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
  };
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
