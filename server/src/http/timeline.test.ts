import { randomUUID } from 'node:crypto';
import type { MatchedBy, Page, ReceiptView, TimelineItem } from '@acquit/recovery';
import { expect, test } from 'vitest';
import { newTenant, testStore } from '../testing/index.ts';
import { testApp } from './testing/app.ts';
import { makeBook } from './testing/book.ts';
import { signedIn } from './testing/people.ts';

const { store, home } = await testStore();
const app = await testApp(store, home);
const tenantId = await newTenant(store);
const owner = await signedIn(app, store, tenantId);
const book = await makeBook(store, tenantId);

const LABEL = 'VIR SEPA BOULANGERIE PETIT FACTURE FA-2026-001';
const REASONS = [{ code: 'NumberFound', message: 'Le libellé porte le numéro FA-2026-001.' }];

/** A receipt read on a bank line, as matching leaves it, decided by `actor`. */
async function matchedReceipt(rule: string, confidence: number, actor: string): Promise<string> {
  const { body } = await owner.post<ReceiptView>('/api/receipts', {
    caseId: book.caseId,
    receivedOn: '2026-11-20',
    amountCents: 1_000,
    method: 'transfer',
    reference: LABEL,
  });
  await store.inTenant(tenantId, async (tx) => {
    const [importId, accountId, lineId, matchId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    await tx.query(
      `insert into blob (tenant_id, sha256, bytes, media_type) values ($1, decode(md5($2), 'hex') || decode(md5($2), 'hex'), 36, 'text/plain')`,
      [tenantId, importId],
    );
    await tx.query(
      `insert into import_job (tenant_id, import_id, company_id, file_name, sha256, format, status, imported_by)
       values ($1, $2, $3, 'relevé.xml', decode(md5($4), 'hex') || decode(md5($4), 'hex'), 'camt', 'imported', 'cli')`,
      [tenantId, importId, book.companyId, importId],
    );
    await tx.query(
      `insert into bank_account (tenant_id, bank_account_id, company_id, account_key, label) values ($1, $2, $3, $4, 'Banque')`,
      [tenantId, accountId, book.companyId, accountId],
    );
    await tx.query(
      `insert into bank_line (tenant_id, line_id, company_id, bank_account_id, import_id, booked_on, amount_cents, fingerprint, state)
       values ($1, $2, $3, $4, $5, '2026-11-20', 1000, decode(md5($6), 'hex'), 'matched')`,
      [tenantId, lineId, book.companyId, accountId, importId, lineId],
    );
    await tx.query(
      `insert into bank_match (tenant_id, match_id, company_id, line_id, state, rule, confidence, reasons, decided_by, decided_at)
       values ($1, $2, $3, $4, 'applied', $5, $6, $7, $8, now())`,
      [tenantId, matchId, book.companyId, lineId, rule, confidence, JSON.stringify(REASONS), actor],
    );
    await tx.query(
      `update receipt set origin = 'bank', bank_line_id = $3, match_id = $4 where tenant_id = $1 and receipt_id = $2`,
      [tenantId, body.receiptId, lineId, matchId],
    );
  });
  return body.receiptId;
}

async function moment(receiptId: string): Promise<TimelineItem | undefined> {
  const { body } = await owner.get<Page<TimelineItem>>(`/api/cases/${book.caseId}/timeline`);
  return body.items.find((one) => one.id === `receipt:${receiptId}`);
}

test('money read at the bank says in the case on what ground it was matched, how surely, and who decided', async () => {
  const { rows } = await store.inTenant(tenantId, (tx) =>
    tx.query<{ user_id: string }>('select user_id from app_user where tenant_id = $1', [tenantId]),
  );
  const itself: MatchedBy = { rule: 'reference', confidence: 98, by: null };
  expect(await moment(await matchedReceipt('reference', 98, 'acquit'))).toMatchObject({
    title: 'Encaissement lu à la banque',
    side: 'left',
    detail: LABEL,
    reasons: REASONS,
    match: itself,
  });
  expect(await moment(await matchedReceipt('amount', 60, `user:${rows[0]!.user_id}`))).toMatchObject({
    match: { rule: 'amount', confidence: 60, by: 'Claire Martin' },
  });
});

test('money that a person entered says none of it', async () => {
  const { body } = await owner.post<ReceiptView>('/api/receipts', {
    caseId: book.caseId,
    receivedOn: '2026-11-20',
    amountCents: 1_000,
    method: 'cheque',
  });
  expect(await moment(body.receiptId)).toMatchObject({ title: 'Encaissement', reasons: [], match: null });
});
