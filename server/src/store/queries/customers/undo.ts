import { type CustomerRefusal, fr, type MergeView } from '@acquit/recovery';
import type { Tx } from '../../store.ts';
import { touchCases } from '../touch.ts';
import { withdrawActions } from '../withdraw.ts';
import type { CustomerRows, Moved, Undo } from './merge-shape.ts';

interface MergeRow {
  merge_id: string;
  into_debtor_id: string;
  into_case_id: string;
  from_case_id: string;
  from_debtor_id: string;
  from_name: string;
  merged_on: string;
  later: string | null;
  receipts: number;
  claims: string[] | null;
  acts: number;
  commitments: number;
}

/**
 * Merges into a customer, with what has happened since that makes two of them again impossible: a later merge, money
 * received or an invoice arrived for nobody knows which of the two, a message that spoke for both.
 */
const MERGES = `select m.merge_id, m.into_debtor_id, m.into_case_id, m.from_case_id, m.from_debtor_id, m.from_name, m.merged_at::date as merged_on,
  (select l.from_name from debtor_merge l where l.tenant_id = m.tenant_id and l.into_debtor_id = m.into_debtor_id and l.undone_at is null
      and l.merged_at > m.merged_at order by l.merged_at desc limit 1) as later,
  (select count(*) from receipt r where r.tenant_id = m.tenant_id and r.case_id = m.into_case_id and r.entered_at > m.merged_at
      and r.cancelled_at is null)::int as receipts,
  (select array_agg(k.number order by k.number) from claim k where k.tenant_id = m.tenant_id and k.case_id = m.into_case_id
      and k.created_at > m.merged_at) as claims,
  (select count(*) from action a where a.tenant_id = m.tenant_id and a.case_id = m.into_case_id and a.created_at > m.merged_at
      and a.channel <> 'task' and (a.status in ('done', 'skipped') or a.status = 'queued' and exists (
        select from outbox o where o.tenant_id = a.tenant_id and o.action_id = a.action_id and o.state not in ('due', 'to-print'))))::int as acts,
  (select count(*) from promise p where p.tenant_id = m.tenant_id and p.case_id = m.into_case_id and p.entered_at > m.merged_at and p.ended is null)::int
    + (select count(*) from dispute p where p.tenant_id = m.tenant_id and p.case_id = m.into_case_id and p.entered_at > m.merged_at and p.outcome is null)::int
    + (select count(*) from payment_plan p where p.tenant_id = m.tenant_id and p.case_id = m.into_case_id and p.entered_at > m.merged_at
         and p.status <> 'cancelled')::int as commitments
  from debtor_merge m where m.tenant_id = $1 and m.into_debtor_id = $2 and m.undone_at is null`;

/** Merges shown on a customer's page. */
const SHOWN = 20;

/** The merges into a customer that hold, latest first. */
export async function mergesInto(tx: Tx, debtorId: string): Promise<MergeView[]> {
  const { rows } = await tx.query<MergeRow>(`${MERGES} order by m.merged_at desc limit ${SHOWN}`, [
    tx.tenantId,
    debtorId,
  ]);
  return rows.map((row) => ({
    mergeId: row.merge_id,
    name: row.from_name,
    mergedOn: row.merged_on,
    blocked: blockedBy(row)?.message ?? null,
  }));
}

const NUMBERS_SAID = 5;

function blockedBy({ later, receipts, claims, acts, commitments, from_name: name }: MergeRow): CustomerRefusal | null {
  const blocked = (message: string, facts: Record<string, unknown>): CustomerRefusal => ({
    code: 'MergeNotUndoable',
    message,
    facts: { name, ...facts },
  });
  if (later !== null) return blocked(fr`Défaites d’abord la fusion plus récente, avec ${later}.`, { later });
  if (receipts > 0)
    return blocked(
      fr`De l’argent a été reçu depuis la fusion avec ${name} : annulez ces encaissements, puis défaites-la.`,
      {
        receipts,
      },
    );
  if (claims !== null)
    return blocked(
      fr`Des factures sont arrivées depuis la fusion avec ${name} (${claims.slice(0, NUMBERS_SAID).join(', ')}) : annulez leur import, puis défaites-la.`,
      { claims },
    );
  if (acts > 0)
    return blocked(
      fr`Un message ou un appel a eu lieu depuis la fusion avec ${name}, au nom des deux : elle ne se défait plus.`,
      {
        acts,
      },
    );
  if (commitments > 0)
    return blocked(
      fr`Une promesse, un litige ou un échéancier a été enregistré depuis la fusion avec ${name}, au nom des deux : annulez-le, puis défaites-la.`,
      { commitments },
    );
  return null;
}

/** The case that a merged one is now part of, or null. */
export async function mergedInto(tx: Tx, caseId: string): Promise<string | null> {
  const { rows } = await tx.query<{ into_case_id: string }>(
    `with recursive held as (
       select into_case_id from debtor_merge where tenant_id = $1 and from_case_id = $2 and undone_at is null
       union select m.into_case_id from held h join debtor_merge m on m.tenant_id = $1 and m.from_case_id = h.into_case_id and m.undone_at is null)
     select h.into_case_id from held h join collection_case c on c.tenant_id = $1 and c.case_id = h.into_case_id`,
    [tx.tenantId, caseId],
  );
  return rows[0]?.into_case_id ?? null;
}

/**
 * Makes two customers again of one: rows go back where they were, the one taken away is made again as he was, and what
 * the kept one had taken from him is given back unless somebody changed it since. Null when there is no such merge.
 * Refuses `MergeNotUndoable`, saying what stands in the way.
 */
export async function undoMerge(
  tx: Tx,
  order: { debtorId: string; mergeId: string; by: string; today: string },
): Promise<{ caseId: string; fromCaseId: string; refusal?: undefined } | { refusal: CustomerRefusal } | null> {
  await tx.query('select from collection_case where tenant_id = $1 and debtor_id = $2 for update', [
    tx.tenantId,
    order.debtorId,
  ]);
  const { rows } = await tx.query<MergeRow & { undo: Undo }>(
    `select m.*, u.undo from (${MERGES}) m join debtor_merge u on u.tenant_id = $1 and u.merge_id = m.merge_id where m.merge_id = $3`,
    [tx.tenantId, order.debtorId, order.mergeId],
  );
  const [row] = rows;
  if (!row) return null;
  const refusal = blockedBy(row);
  if (refusal) return { refusal };
  const { into_case_id: caseId, from_case_id: fromCaseId, undo } = row;
  const withdrawn = await withdrawActions(tx, [caseId], 'contacts');
  await giveBack(tx, undo);
  await restoreRow(tx, 'debtor', undo.from.debtor);
  await restoreRow(tx, 'collection_case', undo.from.kase);
  await moveBack(tx, row, undo.moved, order.mergeId);
  for (const { row: twin } of undo.dropped) await restoreRow(tx, 'claim', twin);
  await tx.query('update debtor_merge set undone_at = now(), undone_by = $3 where tenant_id = $1 and merge_id = $2', [
    tx.tenantId,
    order.mergeId,
    order.by,
  ]);
  const event = {
    actor: order.by,
    action: 'debtor.unmerged',
    objectKind: 'case',
    objectId: caseId,
    payload: { mergeId: order.mergeId, message: row.from_name, caseId: fromCaseId, claims: undo.moved.claims },
  };
  await touchCases(tx, [caseId, fromCaseId], order.today, [event, ...withdrawn]);
  return { caseId, fromCaseId };
}

/** Columns of a case that a merge writes, given back when nothing else wrote them since. */
const CASE_COLUMNS = ['profile', 'status', 'status_reason', 'paused_until', 'last_contact_on', 'last_contact_live'];

async function giveBack(tx: Tx, { into, from, after, filled }: Undo): Promise<void> {
  if (filled.length > 0)
    await tx.query(
      `update debtor d set ${filled
        .map(
          (column) =>
            `${column} = case when d.${column} is not distinct from f.${column} then i.${column} else d.${column} end`,
        )
        .join(', ')}
         from jsonb_populate_record(null::debtor, $3) i, jsonb_populate_record(null::debtor, $4) f
        where d.tenant_id = $1 and d.debtor_id = $2`,
      [tx.tenantId, into.debtor.debtor_id, JSON.stringify(into.debtor), JSON.stringify(from.debtor)],
    );
  // A person who resumed or paused the case meanwhile has spoken for both: only what the merge wrote is given back.
  await tx.query(
    `update collection_case c set ${CASE_COLUMNS.map(
      (column) =>
        `${column} = case when c.${column} is not distinct from m.${column} then i.${column} else c.${column} end`,
    ).join(', ')}
       from jsonb_populate_record(null::collection_case, $3) i, jsonb_populate_record(null::collection_case, $4) m
      where c.tenant_id = $1 and c.case_id = $2`,
    [tx.tenantId, into.kase.case_id, JSON.stringify(into.kase), JSON.stringify(after)],
  );
}

/** Makes a row again as it was; what the database computes by itself is left to it. */
async function restoreRow(
  tx: Tx,
  table: 'debtor' | 'collection_case' | 'claim',
  row: CustomerRows['debtor'] | Record<string, unknown>,
): Promise<void> {
  const { rows } = await tx.query<{ columns: string }>(
    `select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  );
  const { columns } = rows[0]!;
  await tx.query(`insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, $1)`, [
    JSON.stringify(row),
  ]);
}

async function moveBack(tx: Tx, row: MergeRow, moved: Moved, mergeId: string): Promise<void> {
  const { into_case_id: intoCase, from_case_id: fromCase, into_debtor_id: intoId, from_debtor_id: fromId } = row;
  const back = (table: string, key: string, ids: readonly string[], also = '') =>
    tx.query(
      `update ${table} set case_id = $3 ${also} where tenant_id = $1 and case_id = $2 and ${key} = any($4::uuid[])`,
      [tx.tenantId, intoCase, fromCase, ids],
    );
  await back('claim', 'claim_id', moved.claims);
  await back('receipt', 'receipt_id', moved.receipts);
  await back('bank_match', 'match_id', moved.matches);
  await back(
    'action',
    'action_id',
    moved.actions,
    ', merged_case_id = case when merged_case_id = $3 then null else merged_case_id end',
  );
  for (const [table, { key, ids }] of Object.entries(moved.plain)) await back(table, key, ids);
  await back('claim_hold', 'claim_id', moved.claims);
  await tx.query('delete from debtor_contact where tenant_id = $1 and merge_id = $2', [tx.tenantId, mergeId]);
  await tx.query(
    'update debtor_contact set debtor_id = $3 where tenant_id = $1 and debtor_id = $2 and contact_id = any($4::uuid[])',
    [tx.tenantId, intoId, fromId, moved.contacts],
  );
  await tx.query('delete from debtor_alias where tenant_id = $1 and merge_id = $2', [tx.tenantId, mergeId]);
  await tx.query(
    `update debtor_alias a set debtor_id = $3 from jsonb_to_recordset($4::jsonb) as u(kind text, alias_key text)
      where a.tenant_id = $1 and a.debtor_id = $2 and a.kind = u.kind and a.alias_key = u.alias_key`,
    [tx.tenantId, intoId, fromId, JSON.stringify(moved.aliases)],
  );
  await payersBack(tx, row, moved.payers);
  await distinctBack(tx, row, moved.distinct);
}

async function payersBack(
  tx: Tx,
  { into_debtor_id: intoId, from_debtor_id: fromId }: MergeRow,
  payers: Moved['payers'],
): Promise<void> {
  const values = [tx.tenantId, intoId, JSON.stringify(payers)];
  const known = `jsonb_to_recordset($3::jsonb) as u(payer_key text, times int, before int)`;
  await tx.query(
    `insert into payer (tenant_id, company_id, payer_key, debtor_id, times, created_at)
     select p.tenant_id, p.company_id, p.payer_key, $4, u.times, p.created_at from payer p join ${known} on u.payer_key = p.payer_key
      where p.tenant_id = $1 and p.debtor_id = $2 on conflict do nothing`,
    [...values, fromId],
  );
  await tx.query(
    `update payer p set times = greatest(p.times - u.times, u.before) from ${known}
      where p.tenant_id = $1 and p.debtor_id = $2 and p.payer_key = u.payer_key and u.before is not null`,
    values,
  );
  await tx.query(
    `delete from payer p using ${known} where p.tenant_id = $1 and p.debtor_id = $2 and p.payer_key = u.payer_key and u.before is null`,
    values,
  );
}

async function distinctBack(
  tx: Tx,
  { into_debtor_id: intoId, from_debtor_id: fromId }: MergeRow,
  distinct: Moved['distinct'],
): Promise<void> {
  const known = `jsonb_to_recordset($2::jsonb) as u(other uuid, said_by text, before boolean)`;
  await tx.query(
    `insert into debtor_distinct (tenant_id, debtor_id, other_id, said_by)
     select $1, least(u.other, $3::uuid), greatest(u.other, $3::uuid), u.said_by from ${known}
      where exists (select from debtor d where d.tenant_id = $1 and d.debtor_id = u.other) on conflict do nothing`,
    [tx.tenantId, JSON.stringify(distinct), fromId],
  );
  await tx.query(
    `delete from debtor_distinct x using ${known}
      where x.tenant_id = $1 and not u.before and x.debtor_id = least(u.other, $3::uuid) and x.other_id = greatest(u.other, $3::uuid)`,
    [tx.tenantId, JSON.stringify(distinct), intoId],
  );
}
