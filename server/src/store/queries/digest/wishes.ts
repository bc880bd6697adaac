import { randomUUIDv7 } from 'node:crypto';
import { addDays, type Day, formatDay, isoWeekday } from '@acquit/law';
import type { DigestMessage, DigestView } from '@acquit/recovery';
import type { Tx } from '../../store.ts';

/** How long after the chosen day the week is still told, when the machine was off that day. */
const LATE_DAYS = 2;
const LAST_SHOWN = 4;

/** A person's wish for a company, with what became of the last digests. */
export async function digestView(
  tx: Tx,
  of: { companyId: string; userId: string; email: string },
): Promise<DigestView> {
  const wishes = await tx.arrays<[number]>(
    'select weekday from digest_wish where tenant_id = $1 and company_id = $2 and user_id = $3',
    [tx.tenantId, of.companyId, of.userId],
  );
  const { rows } = await tx.query<DigestView['last'][number]>(
    `select digest_id as "digestId", for_day as "forDay", state, server_answer as answer, content ->> 'subject' as subject, content ->> 'text' as text
       from digest where tenant_id = $1 and company_id = $2 and user_id = $3 order by for_day desc limit ${LAST_SHOWN}`,
    [tx.tenantId, of.companyId, of.userId],
  );
  return { weekday: wishes[0]?.[0] ?? null, recipient: of.email, last: rows };
}

/** Keeps a person's wish from `on` on; null ends it, and what had not left stays. */
export async function wishDigest(
  tx: Tx,
  of: { companyId: string; userId: string },
  weekday: number | null,
  on: string,
): Promise<void> {
  const who = [tx.tenantId, of.companyId, of.userId];
  if (weekday === null) {
    await tx.query('delete from digest_wish where tenant_id = $1 and company_id = $2 and user_id = $3', who);
    await tx.query(
      `update digest set state = 'cancelled', settled_at = now()
        where tenant_id = $1 and company_id = $2 and user_id = $3 and state = 'due'`,
      who,
    );
    return;
  }
  await tx.query(
    `insert into digest_wish (tenant_id, company_id, user_id, weekday, since_on) values ($1, $2, $3, $4, $5)
     on conflict (tenant_id, company_id, user_id) do update set weekday = excluded.weekday, since_on = excluded.since_on
      where digest_wish.weekday <> excluded.weekday`,
    [...who, weekday, on],
  );
}

/** A digest that is to be written. */
export interface DigestDue {
  companyId: string;
  userId: string;
  userName: string;
  recipient: string;
  forDay: string;
}

/**
 * Whose digest is to be written on a day, the pass of which is done: the chosen day is today or was at most two days
 * ago (the machine was off), it is not before the wish, and it was not written yet.
 */
export async function digestsDue(tx: Tx, today: Day): Promise<DigestDue[]> {
  const days = Array.from({ length: LATE_DAYS + 1 }, (_, late) => addDays(today, -late));
  const { rows } = await tx.query<DigestDue>(
    `select w.company_id as "companyId", w.user_id as "userId", u.name as "userName", u.email as recipient, d.for_day as "forDay"
       from digest_wish w
       join app_user u on u.tenant_id = w.tenant_id and u.user_id = w.user_id and u.disabled_at is null
       join unnest($2::date[], $3::int[]) as d(for_day, weekday) on d.weekday = w.weekday
      where w.tenant_id = $1 and d.for_day >= w.since_on
        and exists (select from pass p where p.tenant_id = $1 and p.company_id = w.company_id and p.on_day >= $4)
        and not exists (select from digest g where g.tenant_id = $1 and g.company_id = w.company_id and g.user_id = w.user_id
                           and g.for_day >= d.for_day)
      order by w.company_id, w.user_id`,
    [tx.tenantId, days.map(formatDay), days.map(isoWeekday), formatDay(today)],
  );
  return rows;
}

/** Keeps a digest as written, in test mode as captured; null when somebody else has just written it. */
export async function insertDigest(
  tx: Tx,
  due: DigestDue,
  mode: 'test' | 'live',
  content: DigestMessage,
): Promise<string | null> {
  const rows = await tx.arrays<[string]>(
    `insert into digest (tenant_id, digest_id, company_id, user_id, for_day, state, recipient, content, settled_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, case when $6 = 'captured' then now() end) on conflict do nothing returning digest_id`,
    [
      tx.tenantId,
      randomUUIDv7(),
      due.companyId,
      due.userId,
      due.forDay,
      mode === 'test' ? 'captured' : 'due',
      due.recipient,
      content,
    ],
  );
  return rows[0]?.[0] ?? null;
}
