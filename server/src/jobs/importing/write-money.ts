import { randomUUIDv7 } from 'node:crypto';
import type { MoneyPlan } from '@acquit/recovery';
import { bySlices, cancelReceipts, type JournalEvent, type Retold, type Tx } from '../../store/index.ts';
import { changing } from './changes.ts';
import type { ImportContext } from './context.ts';

/** What a plan of money changes of one claim. */
interface Cleared {
  receivedCents: number;
  creditedCents: number;
  /** The day of the last thing that cleared it. */
  on: string;
}

/** What the plan adds to each claim it clears, and what only lists tell, by claim. */
export function clearedBy(
  plan: Pick<MoneyPlan, 'add' | 'credits'>,
  byLists: readonly Retold[] = [],
): Map<string, Cleared> {
  const cleared = new Map<string, Cleared>();
  const add = (claimId: string, on: string, receivedCents: number, creditedCents: number) => {
    const one = cleared.get(claimId);
    if (!one) cleared.set(claimId, { receivedCents, creditedCents, on });
    else {
      one.receivedCents += receivedCents;
      one.creditedCents += creditedCents;
      if (on > one.on) one.on = on;
    }
  };
  for (const { on, parts } of plan.add) for (const part of parts) add(part.claimId, on, part.amountCents, 0);
  for (const { on, creditId, claimId, amountCents } of plan.credits) {
    add(claimId, on, 0, amountCents);
    add(creditId, on, 0, amountCents);
  }
  for (const { claimId, on, beforeCents, afterCents } of byLists) add(claimId, on, afterCents - beforeCents, 0);
  return cleared;
}

/**
 * Takes back the receipts that the file tells otherwise: their claims owe again until the new ones are written. They stay,
 * marked, with what they cleared, so that the undo of the import brings them back.
 */
export async function cancelOld(tx: Tx, { importId }: ImportContext, receiptIds: readonly string[]): Promise<void> {
  if (receiptIds.length === 0) return;
  await tx.query(
    `insert into import_change (tenant_id, import_id, table_name, object_id, before, after)
     select $1, $2, 'receipt', r.receipt_id,
            jsonb_build_object('parts', coalesce((select jsonb_agg(jsonb_build_object('claimId', a.claim_id, 'cents', a.amount_cents))
                from receipt_allocation a where a.tenant_id = $1 and a.receipt_id = r.receipt_id), '[]')), '{}'
       from receipt r where r.tenant_id = $1 and r.receipt_id = any($3::uuid[])`,
    [tx.tenantId, importId, receiptIds],
  );
  await cancelReceipts(tx, receiptIds, 'La comptabilité le dit autrement');
}

/**
 * Writes the money of a plan. Claims that this very import makes (`fresh`) were inserted as they stand after it: only those
 * of the book are moved. Gives the events to journal: one per receipt on a claim of the book, since the history that a
 * first file brings is told by its own entry.
 */
export async function writeMoney(
  tx: Tx,
  context: ImportContext,
  plan: MoneyPlan,
  fresh: ReadonlySet<string>,
): Promise<JournalEvent[]> {
  const { importId, companyId, actor } = context;
  const receipts = plan.add.map((money) => ({ ...money, receiptId: randomUUIDv7() }));
  await bySlices(
    receipts,
    (slice) => receiptColumns(tx, context, slice),
    async (columns) => {
      await tx.query(INSERT_RECEIPTS, columns.receipts);
      await tx.query(INSERT_ALLOCATIONS, columns.allocations);
    },
  );
  if (plan.credits.length > 0)
    await tx.query(
      `insert into credit_allocation (tenant_id, credit_claim_id, claim_id, effective_on, effect, amount_cents, import_id)
       select $1, u.credit_id, u.claim_id, u.on_day, 'correction', u.cents, $2
         from unnest($3::uuid[], $4::uuid[], $5::date[], $6::int8[]) as u(credit_id, claim_id, on_day, cents)`,
      [
        tx.tenantId,
        importId,
        plan.credits.map((one) => one.creditId),
        plan.credits.map((one) => one.claimId),
        plan.credits.map((one) => one.on || context.today),
        plan.credits.map((one) => one.amountCents),
      ],
    );
  await moveClaims(
    tx,
    [...clearedBy(plan)].filter(([claimId]) => !fresh.has(claimId)),
  );
  const linked = await changing(tx, importId, {
    table: 'receipt',
    id: 'receipt_id',
    columns: ['ledger_key'],
    ids: plan.link.map((one) => one.receiptId),
  });
  if (plan.link.length > 0)
    await tx.query(
      `update receipt r set ledger_key = u.key from unnest($3::uuid[], $4::text[]) as u(receipt_id, key)
        where r.tenant_id = $1 and r.company_id = $2 and r.receipt_id = u.receipt_id`,
      [tx.tenantId, companyId, plan.link.map((one) => one.receiptId), plan.link.map((one) => one.ledgerKey)],
    );
  await linked();
  return receipts
    .filter((one) => one.parts.some(({ claimId }) => !fresh.has(claimId)))
    .map(({ receiptId, caseId, on, amountCents, method, reference, parts }) => ({
      actor,
      action: 'receipt.imported',
      objectKind: 'receipt',
      objectId: receiptId,
      payload: { caseId, receivedOn: on, amountCents, method, reference, parts, importId },
    }));
}

const INSERT_RECEIPTS = `insert into receipt
  (tenant_id, receipt_id, company_id, case_id, received_on, amount_cents, method, reference, decided_by, entered_by, origin,
   import_id, ledger_key)
select $1, u.receipt_id, $2, u.case_id, u.on_day, u.cents, u.method, u.reference, 'ledger', $3, 'ledger', $4, u.key
  from unnest($5::uuid[], $6::uuid[], $7::date[], $8::int8[], $9::text[], $10::text[], $11::text[])
    as u(receipt_id, case_id, on_day, cents, method, reference, key)`;

const INSERT_ALLOCATIONS = `insert into receipt_allocation (tenant_id, receipt_id, claim_id, received_on, amount_cents)
select $1, u.receipt_id, u.claim_id, u.on_day, u.cents
  from unnest($2::uuid[], $3::uuid[], $4::date[], $5::int8[]) as u(receipt_id, claim_id, on_day, cents)`;

/** The columns of receipts and of what they clear, in the order of their statements. */
function receiptColumns(
  tx: Tx,
  { importId, companyId, actor }: ImportContext,
  receipts: readonly (MoneyPlan['add'][number] & { receiptId: string })[],
): { receipts: unknown[]; allocations: unknown[] } {
  const parts = receipts.flatMap((one) => one.parts.map((part) => ({ ...part, receiptId: one.receiptId, on: one.on })));
  return {
    receipts: [
      tx.tenantId,
      companyId,
      actor,
      importId,
      receipts.map((one) => one.receiptId),
      receipts.map((one) => one.caseId),
      receipts.map((one) => one.on),
      receipts.map((one) => one.amountCents),
      receipts.map((one) => one.method),
      receipts.map((one) => one.reference),
      receipts.map((one) => one.ledgerKey),
    ],
    allocations: [
      tx.tenantId,
      parts.map((one) => one.receiptId),
      parts.map((one) => one.claimId),
      parts.map((one) => one.on),
      parts.map((one) => one.amountCents),
    ],
  };
}

/** Adds to claims of the book what was received and credited, and settles those with nothing left. */
async function moveClaims(tx: Tx, moved: readonly (readonly [string, Cleared])[]): Promise<void> {
  if (moved.length === 0) return;
  await tx.query(
    `update claim k
        set received_cents = k.received_cents + u.received, credited_cents = k.credited_cents + u.credited,
            status = case when k.status = 'open' and k.amount_cents - k.received_cents - k.credited_cents <= u.received + u.credited
                          then 'settled' else k.status end,
            settled_on = case when k.status = 'open' and k.amount_cents - k.received_cents - k.credited_cents <= u.received + u.credited
                              then u.on_day else k.settled_on end
       from unnest($2::uuid[], $3::int8[], $4::int8[], $5::date[]) as u(claim_id, received, credited, on_day)
      where k.tenant_id = $1 and k.claim_id = u.claim_id`,
    [
      tx.tenantId,
      moved.map(([claimId]) => claimId),
      moved.map(([, one]) => one.receivedCents),
      moved.map(([, one]) => one.creditedCents),
      moved.map(([, one]) => one.on),
    ],
  );
}
