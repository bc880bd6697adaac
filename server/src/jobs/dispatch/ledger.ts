import type { Provider, Service } from '@acquit/recovery';
import type { PaidOutcome } from '../../channels/index.ts';
import {
  appendJournal,
  daysHeld,
  type JournalEvent,
  noteContacts,
  passToCome,
  type Tx,
  WRITTEN_FOR_ITS_DAY,
} from '../../store/index.ts';
import { reachedToday, retryDelay } from '../outbox/index.ts';

/**
 * What is written down around the one call that costs. A row goes due → reserved (lease) → ending → sent | refused |
 * in-doubt, or back to due, as an e-mail does; what each state says of the past is the same:
 *
 * - `due`, `reserved`: certainly not bought;
 * - `ending`: committed before the call. Whoever dies here leaves a doubt;
 * - `in-doubt`: perhaps bought. The provider is asked; only his certain « no » makes it due again.
 */
export interface PaidRow {
  actionId: string;
  companyId: string;
  caseId: string;
  channel: 'letter' | 'registered' | 'sms';
  via: Provider;
  step: string;
  recipient: string | null;
  fence: bigint;
  attempts: number;
  /** What was made ready by an attempt in doubt; null when none was ever near the call. */
  draft: string | null;
  /** A former attempt may have reached the provider, and he said that doing it again is safe. */
  repeated: boolean;
}

/** Long enough for everything that comes before the call, which may be slow; the call itself is bounded by a minute. */
export const LEASE_MS = 300_000;
/** The provider is asked about a doubt soon after, then ever more rarely. */
const FIRST_QUESTION_MS = 60_000;
const OUTBOX = 'outbox';

/** Our name for a sending at its provider's: the action, without its hyphens. Every attempt bears it. */
export const refOf = (actionId: string): string => actionId.replaceAll('-', '');

/** What a channel asks of a provider: AR24 carries registered letters without paper. */
export function serviceOf(row: { channel: PaidRow['channel']; via: Provider }): Service {
  return row.channel === 'registered' && row.via === 'ar24' ? 'electronic' : row.channel;
}

interface Taken {
  action_id: string;
  company_id: string;
  case_id: string;
  channel: PaidRow['channel'];
  via: Provider;
  step: string;
  decided_on: string;
  recipient: string | null;
  fence: bigint;
  attempts: number;
  provider_ref: string | null;
  repeated: boolean;
}

const rowOf = (row: Taken): PaidRow => ({
  actionId: row.action_id,
  companyId: row.company_id,
  caseId: row.case_id,
  channel: row.channel,
  via: row.via,
  step: row.step,
  recipient: row.recipient,
  fence: row.fence,
  attempts: row.attempts,
  draft: row.provider_ref,
  repeated: row.repeated,
});

/**
 * Reserves the next sending that is due for a company, oldest first; null when none is. Text messages only to the kinds
 * of debtors whose hours it is whom nothing else has reached today, and nothing of a day that waits because too much of it would leave, but what a person let go
 * himself. The mode is checked here as well: whatever went wrong above, a test is never paid for.
 */
export async function takePaid(
  tx: Tx,
  order: {
    companyId: string;
    worker: string;
    services: readonly Service[];
    smsProfiles: readonly string[];
    /** `YYYY-MM-DD` */
    today: string;
  },
): Promise<PaidRow | null> {
  const { rows } = await tx.query<Taken>(
    `with next as (
       select o.action_id, o.channel from outbox o
         join action a on a.tenant_id = o.tenant_id and a.action_id = o.action_id and a.mode = 'live' and a.status = 'queued'
         join collection_case c on c.tenant_id = a.tenant_id and c.case_id = a.case_id
         join company k on k.tenant_id = o.tenant_id and k.company_id = o.company_id and k.mode = 'live'
        where o.tenant_id = $1 and o.company_id = $2 and o.via is not null and o.state = 'due' and o.try_after <= clock_timestamp()
          and case when o.channel = 'registered' and o.via = 'ar24' then 'electronic' else o.channel end = any($3::text[])
          and (o.channel <> 'sms' or c.profile = any($4::text[]))
          and (a.done_by is not null or a.decided_on <> all($6::date[]))
          and (o.channel <> 'sms' or $7::date is null or a.decided_on >= $7::date or o.attempts > 0 or not (${WRITTEN_FOR_ITS_DAY}))
          and not (o.channel = 'sms' and ${reachedToday('a', '$8')})
          and (o.send_window is null or o.send_window @> paris_minute(clock_timestamp()))
        order by o.try_after limit 1 for update of o skip locked)
     update outbox o
        set state = 'reserved', fence = o.fence + 1, attempts = o.attempts + 1, leased_by = $5,
            lease_until = clock_timestamp() + ${LEASE_MS} * interval '1 millisecond'
       from next n, action a left join dispatch s on s.tenant_id = a.tenant_id and s.action_id = a.action_id
      where o.tenant_id = $1 and o.action_id = n.action_id and o.channel = n.channel and a.tenant_id = $1 and a.action_id = n.action_id
     returning o.action_id, o.company_id, a.case_id, o.channel, o.via, a.step, a.decided_on, o.recipient, o.fence, o.attempts, s.provider_ref,
       s.action_id is not null as repeated`,
    [
      tx.tenantId,
      order.companyId,
      order.services,
      order.smsProfiles,
      order.worker,
      await daysHeld(tx, order.companyId),
      await passToCome(tx, order.companyId, order.today),
      order.today,
    ],
  );
  const [row] = rows;
  if (!row) return null;
  if (row.channel === 'sms' && row.decided_on < order.today) await noteContacts(tx, [row.case_id], order.today);
  return rowOf(row);
}

/**
 * Writes that the call is about to be made, with what makes it recognisable; the call may leave only if this held. From
 * here on the sending is on record, whatever becomes of this process.
 */
export async function markPaid(tx: Tx, row: PaidRow, worker: string, draft: string | null): Promise<boolean> {
  const { rows } = await tx.query(
    `with marked as (
       update outbox o set state = 'ending', message_id = $6, lease_until = clock_timestamp() + ${LEASE_MS} * interval '1 millisecond'
        where o.tenant_id = $1 and o.action_id = $2 and o.channel = $3 and o.fence = $4 and o.state = 'reserved'
          and o.leased_by = $5 and o.lease_until > clock_timestamp()
          and exists (select from company k where k.tenant_id = o.tenant_id and k.company_id = o.company_id and k.mode = 'live')
          and exists (select from action a where a.tenant_id = o.tenant_id and a.action_id = o.action_id and a.status = 'queued' and a.mode = 'live')
       returning o.company_id)
     insert into dispatch (tenant_id, action_id, company_id, channel, electronic, via, our_ref, provider_ref)
     select $1, $2, company_id, $3, $7, $8, $6, $9 from marked
     on conflict (tenant_id, action_id) do update set provider_ref = excluded.provider_ref, via = excluded.via, electronic = excluded.electronic
     returning action_id`,
    [
      tx.tenantId,
      row.actionId,
      row.channel,
      row.fence,
      worker,
      refOf(row.actionId),
      serviceOf(row) === 'electronic',
      row.via,
      draft,
    ],
  );
  return rows.length > 0;
}

/** How a sending is told in the journal. */
function entry(row: PaidRow, action: string, actor: string, more: Record<string, unknown>): JournalEvent {
  return {
    actor,
    action,
    objectKind: 'case',
    objectId: row.caseId,
    payload: {
      actionId: row.actionId,
      channel: row.channel,
      step: row.step,
      recipient: row.recipient,
      via: row.via,
      ...more,
    },
  };
}

/** Writes down that a sending was taken by its provider. False when the row was no longer this attempt's. */
export async function settleTaken(
  tx: Tx,
  row: PaidRow,
  taken: { providerRef: string | null; priceCents: number | null; answer: string; follow: boolean; actor?: string },
): Promise<boolean> {
  const actor = taken.actor ?? OUTBOX;
  const { rows } = await tx.query(
    `with sent as (
       update outbox set state = 'sent', server_answer = $5, settled_at = clock_timestamp(), settled_by = $6, leased_by = null, lease_until = null
        where tenant_id = $1 and action_id = $2 and channel = $3 and fence = $4 and state in ('ending', 'in-doubt')
       returning action_id),
     followed as (
       update dispatch s set provider_ref = coalesce($7, s.provider_ref), price_cents = coalesce($8, s.price_cents),
              poll_after = case when $9 and coalesce($7, s.provider_ref) is not null then clock_timestamp() + interval '10 minutes' end
         from sent where s.tenant_id = $1 and s.action_id = sent.action_id)
     update action a set status = 'done', result = 'sent', done_at = clock_timestamp(), done_by = $6
       from sent where a.tenant_id = $1 and a.action_id = sent.action_id returning a.action_id`,
    [
      tx.tenantId,
      row.actionId,
      row.channel,
      row.fence,
      taken.answer,
      actor,
      taken.providerRef,
      taken.priceCents,
      taken.follow,
    ],
  );
  if (rows.length === 0) return false;
  const action = actor === OUTBOX ? 'message-sent' : 'message-arrived';
  await appendJournal(tx, [entry(row, action, actor, { answer: taken.answer, priceCents: taken.priceCents })]);
  return true;
}

/** Writes down that a sending was certainly not bought: due again after a while, or refused for good. */
export async function settleNotBought(
  tx: Tx,
  row: PaidRow,
  told: { state: 'due' | 'refused'; answer: string; delayMs: number; counted: boolean },
): Promise<boolean> {
  const { rows } = await tx.query(
    `with put as (
       update outbox set state = $5, server_answer = $6, leased_by = null, lease_until = null,
              attempts = attempts - $7, try_after = clock_timestamp() + $8 * interval '1 millisecond',
              settled_at = case when $5 = 'refused' then clock_timestamp() end, settled_by = case when $5 = 'refused' then $9 end
        where tenant_id = $1 and action_id = $2 and channel = $3 and fence = $4 and state in ('reserved', 'ending', 'in-doubt')
       returning action_id),
     -- Nothing was bought under it: it is no sending any more. One that was ever in doubt stays on record.
     forgotten as (
       delete from dispatch s using put where s.tenant_id = $1 and s.action_id = put.action_id and not $10
     ),
     finished as (
       update action a set status = 'done', result = 'refused', done_at = clock_timestamp(), done_by = $9
         from put where $5 = 'refused' and a.tenant_id = $1 and a.action_id = put.action_id)
     select action_id from put`,
    [
      tx.tenantId,
      row.actionId,
      row.channel,
      row.fence,
      told.state,
      told.answer,
      told.counted ? 0 : 1,
      told.delayMs,
      OUTBOX,
      row.repeated,
    ],
  );
  if (rows.length > 0 && told.state === 'refused')
    await appendJournal(tx, [entry(row, 'message-refused', OUTBOX, { answer: told.answer })]);
  return rows.length > 0;
}

/** Writes down that nobody knows whether a sending was bought. */
export async function settleUnknown(tx: Tx, row: PaidRow, answer: string): Promise<boolean> {
  const { rows } = await tx.query(
    `update outbox set state = 'in-doubt', server_answer = $5, leased_by = null, lease_until = null,
            try_after = clock_timestamp() + ${FIRST_QUESTION_MS} * interval '1 millisecond'
      where tenant_id = $1 and action_id = $2 and channel = $3 and fence = $4 and state = 'ending' returning action_id`,
    [tx.tenantId, row.actionId, row.channel, row.fence, answer],
  );
  if (rows.length === 0) return false;
  await appendJournal(tx, [entry(row, 'message-in-doubt', OUTBOX, { answer })]);
  return true;
}

const ABANDONED = 'Abandonné après 48 heures d’essais. Dernière réponse : ';

/** What to write down for each way the call can end; `follow`: the provider tells what becomes of his sendings. */
export async function settlePaid(tx: Tx, row: PaidRow, outcome: PaidOutcome, follow: boolean): Promise<boolean> {
  switch (outcome.kind) {
    case 'accepted':
      return settleTaken(tx, row, { ...outcome, follow });
    case 'unknown':
      return settleUnknown(tx, row, outcome.answer);
    case 'account':
      return settleNotBought(tx, row, { state: 'due', answer: outcome.answer, delayMs: 0, counted: false });
    case 'refused':
      // After a doubt, a « no » may be about the repetition and not about the sending: nobody knows what the first one did.
      return row.repeated
        ? settleUnknown(tx, row, outcome.answer)
        : settleNotBought(tx, row, { state: 'refused', answer: outcome.answer, delayMs: 0, counted: true });
    case 'not-taken': {
      const delayMs = retryDelay(row.attempts);
      return delayMs === null
        ? settleNotBought(tx, row, {
            state: 'refused',
            answer: `${ABANDONED}${outcome.answer}`,
            delayMs: 0,
            counted: true,
          })
        : settleNotBought(tx, row, { state: 'due', answer: outcome.answer, delayMs, counted: true });
    }
  }
}

const INTERRUPTED =
  'L’envoi s’est interrompu pendant l’appel au prestataire, avant sa réponse. Il est peut-être parti.';

/** Puts in order what workers that died have left: reserved is due again, ending is in doubt. Gives how many of each. */
export async function recoverPaid(tx: Tx): Promise<{ freed: number; doubted: number }> {
  const { rows } = await tx.query<Taken & { was: string }>(
    `with expired as (
       select action_id, channel, state from outbox
        where tenant_id = $1 and via is not null and state in ('reserved', 'ending') and lease_until < clock_timestamp() for update skip locked)
     update outbox o
        set state = case e.state when 'reserved' then 'due' else 'in-doubt' end, leased_by = null, lease_until = null,
            try_after = clock_timestamp(), server_answer = case e.state when 'ending' then $2 else o.server_answer end
       from expired e, action a left join dispatch s on s.tenant_id = a.tenant_id and s.action_id = a.action_id
      where o.tenant_id = $1 and o.action_id = e.action_id and o.channel = e.channel and a.tenant_id = $1 and a.action_id = e.action_id
     returning o.action_id, o.company_id, a.case_id, o.channel, o.via, a.step, o.recipient, o.fence, o.attempts, s.provider_ref,
       s.action_id is not null as repeated, e.state as was`,
    [tx.tenantId, INTERRUPTED],
  );
  const doubted = rows.filter((row) => row.was === 'ending');
  if (doubted.length > 0)
    await appendJournal(
      tx,
      doubted.map((row) => entry(rowOf(row), 'message-in-doubt', OUTBOX, { answer: INTERRUPTED })),
    );
  return { freed: rows.length - doubted.length, doubted: doubted.length };
}

/** Doubts of a company whose provider may be asked again now, with how old each is. */
export async function doubtsToAsk(tx: Tx, companyId: string): Promise<(PaidRow & { ageMs: number })[]> {
  const { rows } = await tx.query<Taken & { age_ms: number }>(
    `select o.action_id, o.company_id, a.case_id, o.channel, o.via, a.step, o.recipient, o.fence, o.attempts, s.provider_ref,
            true as repeated, (extract(epoch from clock_timestamp() - s.handed_at) * 1000)::float8 as age_ms
       from outbox o join action a on a.tenant_id = o.tenant_id and a.action_id = o.action_id
       join dispatch s on s.tenant_id = o.tenant_id and s.action_id = o.action_id
      where o.tenant_id = $1 and o.company_id = $2 and o.via is not null and o.state = 'in-doubt' and o.try_after <= clock_timestamp()
      order by o.try_after limit 50`,
    [tx.tenantId, companyId],
  );
  return rows.map((row) => ({ ...rowOf(row), ageMs: row.age_ms }));
}

/** A doubt is over: the provider is certain that it was not bought, or that asking again is recognised. */
export async function dueAgain(tx: Tx, row: PaidRow, how: 'not-taken' | 'repeatable', by: string): Promise<boolean> {
  const { rows } = await tx.query(
    `with again as (
       update outbox set state = 'due', fence = fence + 1, try_after = clock_timestamp(), settled_at = null, settled_by = null
        where tenant_id = $1 and action_id = $2 and channel = $3 and fence = $4 and state = 'in-doubt' returning action_id),
     forgotten as (delete from dispatch s using again g where $5 and s.tenant_id = $1 and s.action_id = g.action_id)
     update action a set status = 'queued', result = null, done_at = null, done_by = null
       from again g where a.tenant_id = $1 and a.action_id = g.action_id returning a.action_id`,
    [tx.tenantId, row.actionId, row.channel, row.fence, how === 'not-taken'],
  );
  if (rows.length === 0) return false;
  await appendJournal(tx, [entry(row, 'message-send-again', by, { how })]);
  return true;
}

/** Nothing certain could be learnt: the evidence is kept, and the provider asked again later, ever more rarely. */
export async function stillUnknown(tx: Tx, row: PaidRow, answer: string, ageMs: number): Promise<void> {
  await tx.query(
    `update outbox set server_answer = $5, try_after = clock_timestamp() + $6 * interval '1 millisecond'
      where tenant_id = $1 and action_id = $2 and channel = $3 and fence = $4 and state = 'in-doubt'`,
    [tx.tenantId, row.actionId, row.channel, row.fence, answer, Math.max(ageMs, FIRST_QUESTION_MS)],
  );
}

/** Companies of the tenant with something to hand over, ask or follow now. */
export async function companiesWithPaidWork(tx: Tx): Promise<string[]> {
  const { rows } = await tx.query<{ company_id: string }>(
    `select distinct company_id from (
       select company_id from outbox where tenant_id = $1 and via is not null and state in ('due', 'in-doubt') and try_after <= clock_timestamp()
       union all
       select company_id from dispatch where tenant_id = $1 and poll_after <= clock_timestamp()) w
      join company k using (company_id) where k.tenant_id = $1 and k.mode = 'live'`,
    [tx.tenantId],
  );
  return rows.map((row) => row.company_id);
}
