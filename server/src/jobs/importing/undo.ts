import type { IsoDate } from '@acquit/law';
import { euros, frenchShortDate, parseDay } from '@acquit/law';
import { fr } from '@acquit/recovery';
import {
  cancelReceipts,
  distrustLists,
  findImport,
  type JournalEvent,
  retell,
  type Tx,
  touchCases,
} from '../../store/index.ts';
import { undoLifecycle, unlinkStatuses } from '../einvoice/index.ts';
import { rematchWaiting, undoLines, undoMatchesOfClaims } from '../matching/index.ts';
import { putBack } from './changes.ts';
import type { IncomingRefusal } from './incoming.ts';
import { freeOf } from './references.ts';

export interface UndoOrder {
  importId: string;
  actor: string;
  today: IsoDate;
}

/**
 * Takes the last import of a company back: everything it made or changed is as before it, whatever it was, and the same
 * file may be imported again. A claim that something else names by now (a message that left, a promise) is cancelled, with
 * its reason in the journal, instead of vanishing. Refused by name when a later act rests on it: a receipt that a person
 * entered or a match that he decided must be taken back first.
 */
export async function undoImport(tx: Tx, order: UndoOrder): Promise<{ refusal: IncomingRefusal } | null> {
  const { rows: jobs } = await tx.query<{ company_id: string | null; file_name: string }>(
    'select company_id, file_name from import_job where tenant_id = $1 and import_id = $2 for update',
    [tx.tenantId, order.importId],
  );
  const job = jobs[0];
  if (!job) return { refusal: refusal('NotFound', 'Cet import n’existe pas ou n’existe plus.') };
  if (job.company_id !== null)
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `${tx.tenantId} import ${job.company_id}`,
    ]);
  const view = await findImport(tx, order.importId);
  if (!view?.canUndo) return { refusal: refusal('ImportNotUndoable', view?.whyNotUndo ?? '') };
  const rests = (await laterReceipt(tx, order.importId)) ?? (await laterMatch(tx, order.importId));
  if (rests !== null) return { refusal: rests };

  const claims = await tx.arrays<[string, string]>(
    'select claim_id, case_id from claim where tenant_id = $1 and import_id = $2',
    [tx.tenantId, order.importId],
  );
  const claimIds = claims.map(([claimId]) => claimId);
  if (job.company_id !== null) {
    await undoMatchesOfClaims(tx, { ...order, companyId: job.company_id, claimIds });
    await undoLines(tx, { ...order, companyId: job.company_id });
  }
  const statuses = await undoLifecycle(tx, order, order.importId);
  await unlinkStatuses(tx, claimIds);
  await forgetLists(tx, claimIds);
  const touched = new Set([
    ...claims.map(([, caseId]) => caseId),
    ...statuses.caseIds,
    ...(await takeBackMoney(tx, order.importId)),
    ...(await putBackRows(tx, order.importId)),
  ]);
  await retell(tx, [...touched]);
  const events = [...statuses.events, ...(await removeClaims(tx, order, claimIds))];
  await removeDebtors(tx, order.importId);
  await removeAccounts(tx, order.importId);
  await tx.query(
    `update import_job set status = 'undone', undone_at = now(), undone_by = $3 where tenant_id = $1 and import_id = $2`,
    [tx.tenantId, order.importId, order.actor],
  );
  events.unshift({
    actor: order.actor,
    action: 'import.undone',
    objectKind: 'import',
    objectId: order.importId,
    payload: { file: job.file_name },
  });
  await touchCases(tx, [...touched], order.today, events);
  // A line that waits again may name invoices of which some are left: they are held until somebody has looked.
  if (job.company_id !== null) await rematchWaiting(tx, job.company_id, { actor: 'acquit', today: order.today });
  return null;
}

const refusal = (code: string, message: string, facts: Record<string, unknown> = {}): IncomingRefusal => ({
  code,
  message,
  facts,
});

const shown = (iso: string) => {
  const day = parseDay(iso);
  return day === null ? iso : frenchShortDate(day);
};

/** Money that somebody else told of, on a claim this import made. */
async function laterReceipt(tx: Tx, importId: string): Promise<IncomingRefusal | null> {
  const { rows } = await tx.query<{ receipt_id: string; received_on: string; amount_cents: bigint; number: string }>(
    `select r.receipt_id, r.received_on, r.amount_cents, k.number
       from claim k join receipt_allocation a on a.tenant_id = k.tenant_id and a.claim_id = k.claim_id
       join receipt r on r.tenant_id = a.tenant_id and r.receipt_id = a.receipt_id
       left join bank_match m on m.tenant_id = r.tenant_id and m.match_id = r.match_id
      where k.tenant_id = $1 and k.import_id = $2 and r.import_id is distinct from $2
        and (r.origin in ('manual', 'ledger', 'card') or m.decided_by like 'user:%')
      order by r.received_on, r.receipt_id limit 1`,
    [tx.tenantId, importId],
  );
  const [row] = rows;
  if (!row) return null;
  return refusal(
    'ReceiptDepends',
    fr`Un règlement de ${euros(Number(row.amount_cents))} du ${shown(row.received_on)} a été enregistré depuis sur la facture ${row.number}, que cet import a créée : annulez d’abord ce règlement.`,
    { receiptId: row.receipt_id, number: row.number },
  );
}

/** A match that a person decided for a line this import brought. */
async function laterMatch(tx: Tx, importId: string): Promise<IncomingRefusal | null> {
  const { rows } = await tx.query<{ line_id: string; booked_on: string; amount_cents: bigint }>(
    `select l.line_id, l.booked_on, l.amount_cents from bank_line l
       join bank_match m on m.tenant_id = l.tenant_id and m.line_id = l.line_id and m.state = 'applied'
      where l.tenant_id = $1 and l.import_id = $2 and m.decided_by like 'user:%' order by l.booked_on limit 1`,
    [tx.tenantId, importId],
  );
  const [row] = rows;
  if (!row) return null;
  return refusal(
    'MatchDepends',
    fr`Vous avez rapproché la ligne du ${shown(row.booked_on)} (${euros(Number(row.amount_cents))}) que cet import a apportée : annulez d’abord ce rapprochement.`,
    { lineId: row.line_id },
  );
}

/** Takes away the money and the credits that the import wrote, and gives back the receipts it replaced. Gives the cases. */
async function takeBackMoney(tx: Tx, importId: string): Promise<string[]> {
  const cases = await tx.arrays<[string]>(
    `select case_id from receipt where tenant_id = $1 and import_id = $2 and cancelled_at is null
     union select k.case_id from credit_allocation a join claim k on k.tenant_id = a.tenant_id and k.claim_id = a.claim_id
            where a.tenant_id = $1 and a.import_id = $2`,
    [tx.tenantId, importId],
  );
  const written = await tx.arrays<[string]>('select receipt_id from receipt where tenant_id = $1 and import_id = $2', [
    tx.tenantId,
    importId,
  ]);
  const receiptIds = written.map(([receiptId]) => receiptId);
  await cancelReceipts(tx, receiptIds, 'Import annulé');
  await tx.query(
    `with back as (
       select (p ->> 'claimId')::uuid as claim_id, (p ->> 'cents')::int8 as cents
         from import_change c, jsonb_array_elements(c.before -> 'parts') p
        where c.tenant_id = $1 and c.import_id = $2 and c.table_name = 'receipt' and c.before ? 'parts'),
     uncredited as (
       delete from credit_allocation where tenant_id = $1 and import_id = $2 returning claim_id, credit_claim_id, amount_cents),
     sums as (
       select claim_id, sum(received)::int8 as received, sum(credited)::int8 as credited from (
         select claim_id, cents, 0 from back
         union all select claim_id, 0, -amount_cents from uncredited
         union all select credit_claim_id, 0, -amount_cents from uncredited) moved (claim_id, received, credited)
        group by 1)
     update claim k set received_cents = k.received_cents + s.received, credited_cents = k.credited_cents + s.credited,
            status = case when k.status not in ('open', 'settled') then k.status
                          when k.amount_cents - k.received_cents - k.credited_cents > s.received + s.credited then 'open' else 'settled' end,
            settled_on = case when k.amount_cents - k.received_cents - k.credited_cents > s.received + s.credited then null else k.settled_on end
       from sums s where k.tenant_id = $1 and k.claim_id = s.claim_id`,
    [tx.tenantId, importId],
  );
  await tx.query(
    `update receipt r set cancelled_at = null, cancel_reason = null from import_change c
      where r.tenant_id = $1 and c.tenant_id = $1 and c.import_id = $2 and c.table_name = 'receipt' and c.before ? 'parts'
        and r.receipt_id = c.object_id`,
    [tx.tenantId, importId],
  );
  await tx.query(
    `insert into receipt_allocation (tenant_id, receipt_id, claim_id, received_on, amount_cents)
     select $1, r.receipt_id, (p ->> 'claimId')::uuid, r.received_on, (p ->> 'cents')::int8
       from import_change c join receipt r on r.tenant_id = $1 and r.receipt_id = c.object_id, jsonb_array_elements(c.before -> 'parts') p
      where c.tenant_id = $1 and c.import_id = $2 and c.table_name = 'receipt' and c.before ? 'parts'`,
    [tx.tenantId, importId],
  );
  const free = await freeOf(tx, 'receipt', 'receipt_id', receiptIds);
  await tx.query('delete from receipt where tenant_id = $1 and receipt_id = any($2::uuid[])', [tx.tenantId, free]);
  return cases.map(([caseId]) => caseId);
}

/** Puts back the rows that the import changed, and ends the holds it made. Gives the cases. */
async function putBackRows(tx: Tx, importId: string): Promise<string[]> {
  const columns = async (table: 'claim' | 'debtor' | 'receipt' | 'bank_account' | 'claim_hold', id: string) => {
    const rows = await tx.arrays<[string]>(
      `select distinct k from import_change c, jsonb_object_keys(c.before) k
        where c.tenant_id = $1 and c.import_id = $2 and c.table_name = $3 and k <> 'parts' order by 1`,
      [tx.tenantId, importId, table],
    );
    return rows.length === 0 ? [] : putBack(tx, importId, { table, id, columns: rows.map(([column]) => column) });
  };
  await columns('debtor', 'debtor_id');
  await columns('receipt', 'receipt_id');
  await columns('bank_account', 'bank_account_id');
  const [claimIds, holdIds] = [await columns('claim', 'claim_id'), await columns('claim_hold', 'hold_id')];
  const { rows } = await tx.query<{ case_id: string }>(
    `with dropped as (delete from claim_hold where tenant_id = $1 and cause_id = $2 and kind = 'absent-from-ledger' returning case_id)
     select case_id from dropped
     union select case_id from claim where tenant_id = $1 and claim_id = any($3::uuid[])
     union select case_id from claim_hold where tenant_id = $1 and hold_id = any($4::uuid[])`,
    [tx.tenantId, importId, claimIds, holdIds],
  );
  return rows.map((row) => row.case_id);
}

/** Takes away what lists said of claims that are about to go: a file that brings them back tells it again. */
async function forgetLists(tx: Tx, claimIds: readonly string[]): Promise<void> {
  await distrustLists(tx, claimIds);
  await tx.query(
    'update claim set told_cents = 0, told_on = null where tenant_id = $1 and claim_id = any($2::uuid[]) and told_cents > 0',
    [tx.tenantId, claimIds],
  );
}

/** Deletes the claims of the import that nothing names, and cancels the others. Gives what to journal. */
async function removeClaims(tx: Tx, order: UndoOrder, claimIds: readonly string[]): Promise<JournalEvent[]> {
  const free = await freeOf(tx, 'claim', 'claim_id', claimIds);
  await tx.query('delete from claim where tenant_id = $1 and claim_id = any($2::uuid[])', [tx.tenantId, free]);
  const { rows } = await tx.query<{ claim_id: string; number: string }>(
    `update claim set status = 'cancelled' where tenant_id = $1 and import_id = $2 and claim_id = any($3::uuid[]) returning claim_id, number`,
    [tx.tenantId, order.importId, claimIds],
  );
  return rows.map(({ claim_id, number }) => ({
    actor: order.actor,
    action: 'claim.cancelled',
    objectKind: 'claim',
    objectId: claim_id,
    payload: { number, importId: order.importId, reason: 'import-undone' },
  }));
}

/** Deletes the customers of the import of whom nothing is left and whom nobody has changed. */
async function removeDebtors(tx: Tx, importId: string): Promise<void> {
  const rows = await tx.arrays<[string, string]>(
    `select d.debtor_id, c.case_id from debtor d join collection_case c on c.tenant_id = d.tenant_id and c.debtor_id = d.debtor_id
      where d.tenant_id = $1 and d.import_id = $2
        and not exists (select from journal_entry j where j.tenant_id = $1 and j.object_kind = 'debtor' and j.object_id = d.debtor_id::text)`,
    [tx.tenantId, importId],
  );
  const cases = await freeOf(
    tx,
    'collection_case',
    'case_id',
    rows.map(([, caseId]) => caseId),
  );
  const freeCases = new Set(cases);
  await tx.query('delete from collection_case where tenant_id = $1 and case_id = any($2::uuid[])', [
    tx.tenantId,
    cases,
  ]);
  const debtors = await freeOf(
    tx,
    'debtor',
    'debtor_id',
    rows.flatMap(([debtorId, caseId]) => (freeCases.has(caseId) ? [debtorId] : [])),
  );
  await tx.query('delete from debtor where tenant_id = $1 and debtor_id = any($2::uuid[])', [tx.tenantId, debtors]);
}

async function removeAccounts(tx: Tx, importId: string): Promise<void> {
  const rows = await tx.arrays<[string]>(
    'select bank_account_id from bank_account where tenant_id = $1 and import_id = $2',
    [tx.tenantId, importId],
  );
  const free = await freeOf(
    tx,
    'bank_account',
    'bank_account_id',
    rows.map(([id]) => id),
  );
  await tx.query('delete from bank_account where tenant_id = $1 and bank_account_id = any($2::uuid[])', [
    tx.tenantId,
    free,
  ]);
}
