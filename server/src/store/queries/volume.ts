import { randomUUIDv7 } from 'node:crypto';
import { type Day, formatDay } from '@acquit/law';
import type { CompanySettings, VolumeStop } from '@acquit/recovery';
import type { JournalEvent } from '../journal/index.ts';
import type { Tx } from '../store.ts';
import { touchCases } from './touch.ts';
import { withdrawDay } from './withdraw.ts';

/** Fewer messages than this are never a jump, and fewer passes than this tell nothing of what is usual. */
const LEAST_JUMP = 20;
const LEAST_PASSES = 5;
const PASSES_LOOKED_AT = 30;

/** How many messages may leave by themselves on a day, why no more, and how many already may. */
export interface VolumeLimit {
  allowed: number;
  reason: VolumeStop['reason'];
  already: number;
}

/** The limit of a day: the company's cap, or a jump over what its last passes sent if that is less. Null: none. */
export async function volumeLimit(
  tx: Tx,
  companyId: string,
  settings: CompanySettings,
  on: Day,
): Promise<VolumeLimit | null> {
  const { rows } = await tx.query<{ already: number; usual: number | null; passes: number }>(
    `select (select coalesce(sum(p.leaving), 0)::int from pass p where p.tenant_id = $1 and p.company_id = $2 and p.on_day = $3) as already,
            avg(l.leaving)::float8 as usual, count(*)::int as passes
       from (select leaving from pass where tenant_id = $1 and company_id = $2 and on_day < $3 and leaving > 0
              order by on_day desc limit ${PASSES_LOOKED_AT}) l`,
    [tx.tenantId, companyId, formatDay(on)],
  );
  const { already = 0, usual = null, passes = 0 } = rows[0] ?? {};
  const jump =
    settings.volumeJump === null || usual === null || passes < LEAST_PASSES
      ? Number.POSITIVE_INFINITY
      : Math.max(Math.ceil(usual * settings.volumeJump), LEAST_JUMP);
  const cap = settings.dailyCap ?? Number.POSITIVE_INFINITY;
  const allowed = Math.min(jump, cap);
  return Number.isFinite(allowed) ? { allowed, reason: cap <= jump ? 'cap' : 'jump', already } : null;
}

/**
 * Stops what a day would send until somebody says. A day that was let go stays so; one that was kept back asks again.
 * In the transaction of the messages that go beyond: none of them is ever seen without its stop.
 */
export async function stopVolume(
  tx: Tx,
  companyId: string,
  on: Day,
  { allowed, reason }: VolumeLimit,
  messages: number,
): Promise<JournalEvent[]> {
  const { rows } = await tx.query<{ stop_id: string; fresh: boolean }>(
    `insert into volume_stop as v (tenant_id, stop_id, company_id, on_day, reason, messages, allowed)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (tenant_id, company_id, on_day) do update
        set messages = excluded.messages, allowed = excluded.allowed, reason = excluded.reason,
            state = case v.state when 'let-go' then 'let-go' else 'waiting' end
     returning stop_id, xmax = 0 as fresh`,
    [tx.tenantId, randomUUIDv7(), companyId, formatDay(on), reason, messages, allowed],
  );
  return rows
    .filter((row) => row.fresh)
    .map((row) => ({
      actor: 'pass',
      action: 'sending.stopped',
      objectKind: 'company',
      objectId: companyId,
      payload: { stopId: row.stop_id, on: formatDay(on), reason, messages, allowed },
    }));
}

/** Days of a company whose messages wait for somebody to let them go. */
export async function daysHeld(tx: Tx, companyId: string): Promise<string[]> {
  const rows = await tx.arrays<[string]>(
    `select on_day from volume_stop where tenant_id = $1 and company_id = $2 and state = 'waiting'`,
    [tx.tenantId, companyId],
  );
  return rows.map(([day]) => day);
}

/** The latest day of a company that waits, for its first screen; null when none does. */
export async function waitingStop(tx: Tx, companyId: string): Promise<VolumeStop | null> {
  const { rows } = await tx.query<VolumeStop>(
    `select stop_id as "stopId", on_day as "onDay", reason, messages, allowed from volume_stop
      where tenant_id = $1 and company_id = $2 and state = 'waiting' order by on_day desc limit 1`,
    [tx.tenantId, companyId],
  );
  return rows[0] ?? null;
}

/** A stop, locked, with its company and whether it still waits for an answer; null when unknown. */
export async function lockStop(
  tx: Tx,
  stopId: string,
): Promise<(VolumeStop & { companyId: string; isWaiting: boolean }) | null> {
  const { rows } = await tx.query<VolumeStop & { companyId: string; isWaiting: boolean }>(
    `select stop_id as "stopId", company_id as "companyId", on_day as "onDay", reason, messages, allowed, state = 'waiting' as "isWaiting"
       from volume_stop where tenant_id = $1 and stop_id = $2 for update`,
    [tx.tenantId, stopId],
  );
  return rows[0] ?? null;
}

/** Lets the messages of a stopped day go. */
export async function letGo(tx: Tx, stopId: string, by: string): Promise<void> {
  await answer(tx, stopId, 'let-go', by);
}

/**
 * Keeps them back: what has not left of that day is withdrawn, the claims fall back to the level they had, and the next
 * pass prepares again what is then still due, and asks again if it is too much. Gives the number of messages withdrawn.
 */
export async function keepBack(
  tx: Tx,
  stop: VolumeStop & { companyId: string },
  by: string,
  today: string,
  event: JournalEvent,
): Promise<number> {
  await answer(tx, stop.stopId, 'kept', by);
  const { caseIds, events } = await withdrawDay(tx, stop.companyId, stop.onDay);
  await touchCases(tx, caseIds, today, [event, ...events]);
  return events.length;
}

async function answer(tx: Tx, stopId: string, state: 'let-go' | 'kept', by: string): Promise<void> {
  await tx.query(
    'update volume_stop set state = $3, decided_by = $4, decided_at = now() where tenant_id = $1 and stop_id = $2',
    [tx.tenantId, stopId, state, by],
  );
}
