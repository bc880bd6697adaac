import { cancelReceipts, type JournalEvent, retell, type Tx, touchCases } from '../../store/index.ts';
import { setHolds } from './holds.ts';
import { lockLines, lockMatching } from './lines.ts';
import { learnPayers } from './payers.ts';
import { refreshStates } from './record.ts';
import { hideReceipts, restoreReceipts } from './reverse.ts';
import type { Effects, MatchOrder } from './settle.ts';

interface AppliedRow {
  match_id: string;
  line_id: string;
  rule: string;
  case_id: string;
  reverses_receipt_id: string | null;
  taught: boolean;
  known_receipt_id: string | null;
}

/**
 * Takes applied matches back: receipts cancelled and their claims open again, credit notes free again, receipts of others
 * no longer shown, reversed ones restored, payers' lessons weighed down, lines waiting again. Matches stay, marked, so that
 * they are never proposed again. The caller holds the matching lock and touches the cases.
 */
export async function undoMatches(tx: Tx, order: MatchOrder, matchIds: readonly string[]): Promise<Effects> {
  const { rows } = await tx.query<AppliedRow>(
    `update bank_match set state = 'undone', decided_by = $3, decided_at = now()
      where tenant_id = $1 and match_id = any($2::uuid[]) and state = 'applied'
      returning match_id, line_id, rule, case_id, reverses_receipt_id, known_receipt_id, taught`,
    [tx.tenantId, matchIds, order.actor],
  );
  if (rows.length === 0) return { caseIds: [], events: [] };
  const undone = rows.map((row) => row.match_id);
  // What a reject had taken stands again before it is taken back with its own line.
  const restored = await restoreReceipts(
    tx,
    rows.filter((row) => row.reverses_receipt_id !== null).map((row) => row.match_id),
  );
  const made = await tx.arrays<[string]>(
    `select receipt_id from receipt where tenant_id = $1 and match_id = any($2::uuid[]) and origin = 'bank' and cancelled_at is null`,
    [tx.tenantId, undone],
  );
  const { caseIds } = await cancelReceipts(
    tx,
    made.map(([receiptId]) => receiptId),
    'Rapprochement défait',
  );
  const netted = await freeCredits(tx, undone);
  await hideReceipts(
    tx,
    rows.flatMap((row) => (row.known_receipt_id === null ? [] : [row.known_receipt_id])),
  );
  const lines = new Map(
    (
      await lockLines(
        tx,
        rows.map((row) => row.line_id),
      )
    ).map((line) => [line.lineId, line]),
  );
  await learnPayers(
    tx,
    order.companyId,
    rows.flatMap((row) =>
      row.reverses_receipt_id !== null
        ? []
        : [{ line: lines.get(row.line_id)!, caseId: row.case_id, weight: -1 as const }],
    ),
  );
  await refreshStates(tx, [...lines.keys()]);
  // Money that left and was said to take something back waits for a person, not out of sight.
  await tx.query(
    `update bank_line set state = 'to-match' where tenant_id = $1 and line_id = any($2::uuid[]) and state = 'outgoing'`,
    [tx.tenantId, [...lines.keys()]],
  );
  return {
    caseIds: [...new Set([...caseIds, ...netted, ...restored])].sort(),
    events: rows.map(
      (row): JournalEvent => ({
        actor: order.actor,
        action: 'receipt.unmatched',
        objectKind: 'line',
        objectId: row.line_id,
        payload: { matchId: row.match_id, rule: row.rule },
      }),
    ),
  };
}

/** Credit notes that matches had set against invoices are free again, to the cent; gives their cases. */
async function freeCredits(tx: Tx, matchIds: readonly string[]): Promise<string[]> {
  const { rows } = await tx.query<{ case_id: string }>(
    `with freed as (delete from match_credit where tenant_id = $1 and match_id = any($2::uuid[]) returning credit_claim_id, claim_id, amount_cents),
     pair as (select credit_claim_id, claim_id, sum(amount_cents)::int8 as cents from freed group by 1, 2),
     less as (update credit_allocation a set amount_cents = a.amount_cents - p.cents from pair p
        where a.tenant_id = $1 and a.credit_claim_id = p.credit_claim_id and a.claim_id = p.claim_id and a.amount_cents > p.cents returning 1),
     gone as (delete from credit_allocation a using pair p
        where a.tenant_id = $1 and a.credit_claim_id = p.credit_claim_id and a.claim_id = p.claim_id and a.amount_cents <= p.cents returning 1),
     sums as (select id, sum(cents)::int8 as cents from (select claim_id as id, cents from pair union all select credit_claim_id, cents from pair) sides group by id)
     update claim k
        set credited_cents = k.credited_cents - s.cents,
            status = case when k.status = 'settled' and k.amount_cents - k.received_cents - k.credited_cents + s.cents > 0 then 'open' else k.status end,
            settled_on = case when k.status = 'settled' and k.amount_cents - k.received_cents - k.credited_cents + s.cents > 0 then null else k.settled_on end
       from sums s where k.tenant_id = $1 and k.claim_id = s.id returning k.case_id`,
    [tx.tenantId, matchIds],
  );
  const caseIds = rows.map((row) => row.case_id);
  await retell(tx, caseIds);
  return caseIds;
}

/** Takes back whatever was decided of the lines of an import, then removes them: the import may be deleted afterwards. */
export async function undoLines(
  tx: Tx,
  { importId, ...order }: MatchOrder & { importId: string },
): Promise<{ lines: number; undone: number }> {
  await lockMatching(tx, order.companyId);
  const rows = await tx.arrays<[string, string | null, string | null]>(
    `select l.line_id, m.match_id, m.state from bank_line l left join bank_match m on m.tenant_id = l.tenant_id and m.line_id = l.line_id
      where l.tenant_id = $1 and l.company_id = $2 and l.import_id = $3`,
    [tx.tenantId, order.companyId, importId],
  );
  const lineIds = [...new Set(rows.map(([lineId]) => lineId))];
  const applied = rows.flatMap(([, matchId, state]) => (state === 'applied' ? [matchId!] : []));
  const every = await withReversals(tx, applied);
  const done = await undoMatches(tx, order, every);
  // Nobody has denied what another statement took back of these lines: once they come again, it takes it back again.
  await tx.query(
    'delete from bank_match where tenant_id = $1 and match_id = any($2::uuid[]) and not (line_id = any($3::uuid[]))',
    [tx.tenantId, every, lineIds],
  );
  const held = await setHolds(
    tx,
    rows.flatMap(([, matchId]) => (matchId === null ? [] : [matchId])),
    [],
    order,
  );
  await tx.query(
    `update receipt set bank_line_id = null, match_id = null where tenant_id = $1 and bank_line_id = any($2::uuid[])`,
    [tx.tenantId, lineIds],
  );
  await tx.query(`delete from bank_line where tenant_id = $1 and line_id = any($2::uuid[])`, [tx.tenantId, lineIds]);
  await touchCases(tx, [...new Set([...done.caseIds, ...held])].sort(), order.today, done.events);
  return { lines: lineIds.length, undone: applied.length };
}

/** The matches themselves with those that take their receipts back: what a line brought cannot stay taken once it is gone. */
async function withReversals(tx: Tx, matchIds: readonly string[]): Promise<string[]> {
  const rows = await tx.arrays<[string]>(
    `select m.match_id from bank_match m join receipt r on r.tenant_id = m.tenant_id and r.receipt_id = m.reverses_receipt_id
      where m.tenant_id = $1 and r.match_id = any($2::uuid[]) and m.state = 'applied'`,
    [tx.tenantId, matchIds],
  );
  return [...rows.map(([matchId]) => matchId), ...matchIds];
}

/** Takes back the applied matches that clear some claims, whose import is undone: their lines wait again. */
export async function undoMatchesOfClaims(
  tx: Tx,
  { claimIds, ...order }: MatchOrder & { claimIds: readonly string[] },
): Promise<{ undone: number }> {
  await lockMatching(tx, order.companyId);
  const rows = await tx.arrays<[string, string]>(
    `select distinct m.match_id, m.state from bank_match_part p join bank_match m on m.tenant_id = p.tenant_id and m.match_id = p.match_id
      where p.tenant_id = $1 and p.claim_id = any($2::uuid[])`,
    [tx.tenantId, claimIds],
  );
  const applied = rows.flatMap(([matchId, state]) => (state === 'applied' ? [matchId] : []));
  const done = await undoMatches(tx, order, await withReversals(tx, applied));
  const all = rows.map(([matchId]) => matchId);
  const held = await setHolds(tx, all, [], order);
  // Nothing may name a claim that is about to go, and a match that lost a claim is no longer what was refused.
  await tx.query(`update receipt set match_id = null where tenant_id = $1 and match_id = any($2::uuid[])`, [
    tx.tenantId,
    all,
  ]);
  const lines = await tx.arrays<[string]>(
    `delete from bank_match where tenant_id = $1 and match_id = any($2::uuid[]) returning line_id`,
    [tx.tenantId, all],
  );
  await refreshStates(
    tx,
    lines.map(([lineId]) => lineId),
  );
  await touchCases(tx, [...new Set([...done.caseIds, ...held])].sort(), order.today, done.events);
  return { undone: applied.length };
}
