import type { Tx } from '../../store.ts';
import type { Moved } from './merge-shape.ts';

/** From whom to whom. */
export interface Move {
  intoId: string;
  fromId: string;
  intoCase: string;
  fromCase: string;
  mergeId: string;
}

/** Tables of a case whose rows have a key of one column and need nothing more than to change hands. */
const PLAIN: Readonly<Record<string, string>> = {
  portal_act: 'act_id',
  card_payment: 'payment_id',
  reply: 'reply_id',
  electronic_consent: 'consent_id',
  promise: 'promise_id',
  dispute: 'dispute_id',
  payment_plan: 'plan_id',
  pause: 'pause_id',
  delivery_suspension: 'suspension_id',
  hand_over: 'hand_over_id',
  procedure: 'procedure_id',
  limitation_event: 'event_id',
  write_off: 'write_off_id',
  court_bundle: 'bundle_id',
  route_answer: 'answer_id',
  route_choice: 'choice_id',
  notice_match: 'match_id',
};

/**
 * Every table that names a case or a debtor, and how its rows change hands; the test of this folder fails for a table
 * that is in the schema and not here.
 */
export const CARRIED = {
  case: ['claim', 'receipt', 'action', 'bank_match', 'claim_hold', ...Object.keys(PLAIN)],
  debtor: ['payer', 'debtor_contact', 'debtor_alias', 'debtor_distinct'],
};

/** Moves every row of the second customer to the first, and tells which. */
export async function moveRows(tx: Tx, move: Move): Promise<Moved> {
  const byCase = async (table: string, key: string) => {
    const { rows } = await tx.query<{ id: string }>(
      `update ${table} set case_id = $3 where tenant_id = $1 and case_id = $2 returning ${key} as id`,
      [tx.tenantId, move.fromCase, move.intoCase],
    );
    return rows.map((row) => row.id);
  };
  const claims = await byCase('claim', 'claim_id');
  const receipts = await byCase('receipt', 'receipt_id');
  await tx.query('update claim_hold set case_id = $3 where tenant_id = $1 and case_id = $2', [
    tx.tenantId,
    move.fromCase,
    move.intoCase,
  ]);
  const plain: Moved['plain'] = {};
  for (const [table, key] of Object.entries(PLAIN)) plain[table] = { key, ids: await byCase(table, key) };
  return {
    claims,
    receipts,
    plain,
    matches: await byCase('bank_match', 'match_id'),
    actions: await moveActions(tx, move),
    contacts: await moveContacts(tx, move),
    aliases: await moveAliases(tx, move),
    payers: await movePayers(tx, move),
    distinct: await moveDistinct(tx, move),
  };
}

/** Acts keep their day; of two on one day and channel, the second customer's keeps the case it came from. */
async function moveActions(tx: Tx, { fromCase, intoCase }: Move): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `update action a set case_id = $3,
            merged_case_id = case when exists (select from action x where x.tenant_id = $1 and x.case_id = $3 and x.decided_on = a.decided_on
                                                 and x.channel = a.channel and x.mode = a.mode and x.merged_case_id is not distinct from a.merged_case_id)
                                  then $2 else a.merged_case_id end
      where a.tenant_id = $1 and a.case_id = $2 returning a.action_id as id`,
    [tx.tenantId, fromCase, intoCase],
  );
  return rows.map((row) => row.id);
}

async function moveContacts(tx: Tx, { fromId, intoId }: Move): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    'update debtor_contact set debtor_id = $3 where tenant_id = $1 and debtor_id = $2 returning contact_id as id',
    [tx.tenantId, fromId, intoId],
  );
  return rows.map((row) => row.id);
}

async function moveAliases(tx: Tx, { fromId, intoId }: Move): Promise<Moved['aliases']> {
  const { rows } = await tx.query<Moved['aliases'][number]>(
    `update debtor_alias a set debtor_id = $3 where a.tenant_id = $1 and a.debtor_id = $2
        and not exists (select from debtor_alias b where b.tenant_id = $1 and b.debtor_id = $3 and b.kind = a.kind and b.alias_key = a.alias_key)
      returning a.kind, a.alias_key`,
    [tx.tenantId, fromId, intoId],
  );
  return rows;
}

/** What is known of a payer adds up; what each had is kept for an undone merge. */
async function movePayers(tx: Tx, { fromId, intoId }: Move): Promise<Moved['payers']> {
  const { rows } = await tx.query<Moved['payers'][number]>(
    `with gone as (delete from payer where tenant_id = $1 and debtor_id = $2 returning *),
          before as (select g.payer_key, g.times, p.times as before
                       from gone g left join payer p on p.tenant_id = g.tenant_id and p.company_id = g.company_id
                                                    and p.payer_key = g.payer_key and p.debtor_id = $3),
          kept as (insert into payer (tenant_id, company_id, payer_key, debtor_id, times, created_at)
                   select tenant_id, company_id, payer_key, $3, times, created_at from gone
                   on conflict (tenant_id, company_id, payer_key, debtor_id) do update set times = payer.times + excluded.times)
     select payer_key, times, before from before`,
    [tx.tenantId, fromId, intoId],
  );
  return rows;
}

async function moveDistinct(tx: Tx, { fromId, intoId }: Move): Promise<Moved['distinct']> {
  const { rows } = await tx.query<Moved['distinct'][number]>(
    `with gone as (delete from debtor_distinct where tenant_id = $1 and $2 in (debtor_id, other_id) returning *),
          told as (select case when debtor_id = $2 then other_id else debtor_id end as other, said_by, said_at from gone),
          before as (select t.*, exists (select from debtor_distinct x where x.tenant_id = $1 and x.debtor_id = least(t.other, $3::uuid)
                                            and x.other_id = greatest(t.other, $3::uuid)) as before from told t),
          kept as (insert into debtor_distinct (tenant_id, debtor_id, other_id, said_by, said_at)
                   select $1, least(other, $3::uuid), greatest(other, $3::uuid), said_by, said_at from told where other <> $3::uuid
                   on conflict do nothing)
     select other, said_by, before from before`,
    [tx.tenantId, fromId, intoId],
  );
  return rows;
}
