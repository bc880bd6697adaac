import { type Day, day, formatDay } from '@acquit/law';
import { type DispatchEventKind, isEnded, noticeDay } from '@acquit/recovery';
import type { JournalEvent } from '../../journal/index.ts';
import type { Tx } from '../../store.ts';
import { datePlanNotice } from '../commitments/index.ts';
import { touchCases } from '../touch.ts';

/** News of a sending, to be kept. */
export interface NewDispatchEvent {
  kind: DispatchEventKind;
  /** `YYYY-MM-DD` */
  on: string;
  source: 'provider' | 'hand';
  label: string | null;
  proofSha256: Buffer | null;
  toldBy: string;
}

interface Sending {
  case_id: string;
  channel: string;
  step: string;
  debtor_name: string;
}

/** The sending of an action, locked; null when nothing was ever handed over or printed under it. */
export async function lockDispatch(tx: Tx, actionId: string): Promise<Sending | null> {
  const { rows } = await tx.query<Sending>(
    `select a.case_id, s.channel, a.step, d.name as debtor_name
       from dispatch s join action a on a.tenant_id = s.tenant_id and a.action_id = s.action_id
       join collection_case c on c.tenant_id = a.tenant_id and c.case_id = a.case_id
       join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
      where s.tenant_id = $1 and s.action_id = $2 for update of s`,
    [tx.tenantId, actionId],
  );
  return rows[0] ?? null;
}

/**
 * Keeps news of a sending, each once however often it is told, and draws what follows: whether the sending is over, and
 * from which day a formal notice counts for the claims it took through its step. Gives how many were new. Journalled.
 */
export async function recordDispatchEvents(
  tx: Tx,
  order: { actionId: string; today: string; events: readonly NewDispatchEvent[] },
): Promise<number> {
  const { actionId, today, events } = order;
  const sending = await lockDispatch(tx, actionId);
  if (sending === null || events.length === 0) return 0;
  const { rows } = await tx.query<{ event_id: string; kind: DispatchEventKind; on_day: string; source: string }>(
    `insert into dispatch_event (tenant_id, event_id, action_id, kind, on_day, source, label, proof_sha256, told_by)
     select $1, gen_random_uuid(), $2, u.kind, u.on_day, u.source, u.label, u.proof, u.told_by
       from unnest($3::text[], $4::date[], $5::text[], $6::text[], $7::bytea[], $8::text[]) as u(kind, on_day, source, label, proof, told_by)
     on conflict (tenant_id, action_id, kind, on_day) where withdrawn_at is null
     -- A proof that comes later joins the event it proves.
     do update set proof_sha256 = excluded.proof_sha256
        where dispatch_event.proof_sha256 is null and excluded.proof_sha256 is not null
     returning event_id, kind, on_day, source`,
    [
      tx.tenantId,
      actionId,
      events.map((event) => event.kind),
      events.map((event) => event.on),
      events.map((event) => event.source),
      events.map((event) => event.label),
      events.map((event) => event.proofSha256),
      events.map((event) => event.toldBy),
    ],
  );
  const told = rows.map(
    (row): JournalEvent => ({
      actor: events.find((event) => event.kind === row.kind && event.on === row.on_day)?.toldBy ?? 'outbox',
      action: 'dispatch.told',
      objectKind: 'case',
      objectId: sending.case_id,
      payload: {
        actionId,
        eventId: row.event_id,
        kind: row.kind,
        on: row.on_day,
        source: row.source,
        channel: sending.channel,
      },
    }),
  );
  if (rows.length > 0) await drawConsequences(tx, { actionId, caseId: sending.case_id, today, told });
  return rows.length;
}

/** Takes back news that was wrong; it stays on record as withdrawn. Null when unknown or taken back already. */
export async function withdrawDispatchEvent(
  tx: Tx,
  order: { eventId: string; today: string; by: string },
): Promise<{ actionId: string; caseId: string } | null> {
  const { rows } = await tx.query<{ action_id: string; kind: string; on_day: string; case_id: string }>(
    `update dispatch_event e set withdrawn_at = clock_timestamp(), withdrawn_by = $3
       from action a
      where e.tenant_id = $1 and e.event_id = $2 and e.withdrawn_at is null and a.tenant_id = e.tenant_id and a.action_id = e.action_id
     returning e.action_id, e.kind, e.on_day, a.case_id`,
    [tx.tenantId, order.eventId, order.by],
  );
  const [row] = rows;
  if (!row) return null;
  const told: JournalEvent[] = [
    {
      actor: order.by,
      action: 'dispatch.withdrawn',
      objectKind: 'case',
      objectId: row.case_id,
      payload: { actionId: row.action_id, eventId: order.eventId, kind: row.kind, on: row.on_day },
    },
  ];
  await drawConsequences(tx, {
    actionId: row.action_id,
    caseId: row.case_id,
    today: order.today,
    told,
    withdrawnOn: row.on_day,
  });
  return { actionId: row.action_id, caseId: row.case_id };
}

async function drawConsequences(
  tx: Tx,
  order: { actionId: string; caseId: string; today: string; told: JournalEvent[]; withdrawnOn?: string },
): Promise<void> {
  const own = (await eventsOf(tx, [order.actionId])).get(order.actionId) ?? [];
  await tx.query('update dispatch set ended = $3 where tenant_id = $1 and action_id = $2', [
    tx.tenantId,
    order.actionId,
    isEnded(own),
  ]);
  const moved = await moveNotices(tx, order.actionId);
  const entries: JournalEvent[] = moved.map(({ claimId, before, after }) => ({
    actor: 'acquit',
    action: 'claim.notice-dated',
    objectKind: 'claim',
    objectId: claimId,
    payload: { caseId: order.caseId, actionId: order.actionId, before, after },
  }));
  const presentedOn = noticeDay(own);
  const plans = await datePlanNotice(tx, order.actionId, {
    presentedOn: presentedOn && formatDay(presentedOn),
    isReturned: presentedOn === null && isEnded(own),
    withdrawnOn: order.withdrawnOn ?? null,
  });
  for (const plan of plans)
    entries.push({
      actor: 'acquit',
      action: 'plan.notice-presented',
      objectKind: 'case',
      objectId: order.caseId,
      payload: { planId: plan.planId, actionId: order.actionId, on: plan.presentedOn },
    });
  // What is counted from the notice is decided again, and what was prepared on the former day is looked at.
  const changed = moved.length > 0 || plans.length > 0;
  await touchCases(tx, changed ? [order.caseId] : [], order.today, [...order.told, ...entries]);
}

async function eventsOf(
  tx: Tx,
  actionIds: readonly string[],
): Promise<Map<string, { kind: DispatchEventKind; on: Day }[]>> {
  const { rows } = await tx.query<{ action_id: string; kind: DispatchEventKind; on_day: string }>(
    `select action_id, kind, on_day from dispatch_event
      where tenant_id = $1 and action_id = any($2::uuid[]) and withdrawn_at is null order by on_day`,
    [tx.tenantId, actionIds],
  );
  const found = new Map<string, { kind: DispatchEventKind; on: Day }[]>();
  for (const row of rows)
    found.set(row.action_id, [...(found.get(row.action_id) ?? []), { kind: row.kind, on: day(row.on_day) }]);
  return found;
}

/**
 * Sets the notice of each claim that an action took through its formal step to the earliest one proved for it by any such
 * letter; a claim merely listed beside them was not put on notice. Gives the claims whose day changed.
 */
async function moveNotices(
  tx: Tx,
  actionId: string,
): Promise<{ claimId: string; before: string | null; after: string | null }[]> {
  const { rows } = await tx.query<{ claim_id: string; action_id: string; notice_on: string | null }>(
    `select m.claim_id, other.action_id, k.notice_on
       from action a
       join action_claim m on m.tenant_id = a.tenant_id and m.action_id = a.action_id and m.step = a.step
       join claim k on k.tenant_id = m.tenant_id and k.claim_id = m.claim_id
       join action_claim n on n.tenant_id = m.tenant_id and n.claim_id = m.claim_id and n.channel = 'registered' and n.mode = 'live'
       join action other on other.tenant_id = n.tenant_id and other.action_id = n.action_id and other.step = n.step
        and other.facts ->> 'tone' = 'formal'
      where a.tenant_id = $1 and a.action_id = $2 and a.channel = 'registered' and a.mode = 'live' and a.facts ->> 'tone' = 'formal'`,
    [tx.tenantId, actionId],
  );
  if (rows.length === 0) return [];
  const events = await eventsOf(tx, [...new Set(rows.map((row) => row.action_id))]);
  const claims = new Map<string, { before: string | null; days: Day[] }>();
  for (const row of rows) {
    const claim = claims.get(row.claim_id) ?? { before: row.notice_on, days: [] };
    const on = noticeDay(events.get(row.action_id) ?? []);
    if (on !== null) claim.days.push(on);
    claims.set(row.claim_id, claim);
  }
  const moved = [...claims].flatMap(([claimId, { before, days }]) => {
    const [first] = days.toSorted((a, b) => a - b);
    const after = first === undefined ? null : formatDay(first);
    return after === before ? [] : [{ claimId, before, after }];
  });
  if (moved.length > 0)
    await tx.query(
      `update claim k set notice_on = u.notice_on from unnest($2::uuid[], $3::date[]) as u(claim_id, notice_on)
        where k.tenant_id = $1 and k.claim_id = u.claim_id`,
      [tx.tenantId, moved.map(({ claimId }) => claimId), moved.map(({ after }) => after)],
    );
  return moved;
}
