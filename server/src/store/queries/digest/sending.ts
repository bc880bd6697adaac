import type { DigestMessage } from '@acquit/recovery';
import { appendJournal } from '../../journal/index.ts';
import type { Tx } from '../../store.ts';

/** Longer than the longest conversation with a mail server, so that no lease is renewed. */
const LEASE = `interval '20 minutes'`;
const ACTOR = 'digest';
const DOUBT =
  'L’envoi s’est interrompu au moment de remettre la fin du message, avant la réponse du serveur. Le message est peut-être parti.';

/** A digest held by one sender. */
export interface TakenDigest {
  digestId: string;
  companyId: string;
  recipient: string;
  content: DigestMessage;
  messageId: string | null;
  fence: bigint;
  attempts: number;
  createdAt: string;
}

/** What became of an attempt, as the outbox says it. */
export interface DigestOutcome {
  state: 'sent' | 'refused' | 'in-doubt' | 'due';
  answer: string;
  delayMs: number;
  uncounted: boolean;
}

/**
 * Puts in order what dead senders left: reserved is due again, for nothing left; ending may have left, and is never sent
 * again by itself, for the next week says more than this one would.
 */
export async function recoverDigests(tx: Tx): Promise<void> {
  const { rows } = await tx.query<{ digest_id: string; company_id: string; state: string }>(
    `update digest set state = case state when 'reserved' then 'due' else 'in-doubt' end, lease_until = null,
            server_answer = case state when 'ending' then $2 else server_answer end
      where tenant_id = $1 and state in ('reserved', 'ending') and lease_until < clock_timestamp()
      returning digest_id, company_id, state`,
    [tx.tenantId, DOUBT],
  );
  const doubts = rows.filter(({ state }) => state === 'in-doubt');
  if (doubts.length > 0)
    await appendJournal(
      tx,
      doubts.map((row) => entryOf(row.company_id, row.digest_id, 'in-doubt', DOUBT)),
    );
}

/** Companies in real mode with a digest that is due. */
export async function companiesWithDigest(tx: Tx): Promise<string[]> {
  const rows = await tx.arrays<[string]>(
    `select distinct d.company_id from digest d join company c on c.tenant_id = d.tenant_id and c.company_id = d.company_id
      where d.tenant_id = $1 and d.state = 'due' and d.try_after <= clock_timestamp() and c.mode = 'live' order by 1`,
    [tx.tenantId],
  );
  return rows.map(([companyId]) => companyId);
}

/** Reserves the next digest of a company for one sender; null when none is due. */
export async function takeDigest(tx: Tx, companyId: string): Promise<TakenDigest | null> {
  const { rows } = await tx.query<TakenDigest>(
    `update digest set state = 'reserved', fence = fence + 1, attempts = attempts + 1, lease_until = clock_timestamp() + ${LEASE}
      where tenant_id = $1 and digest_id = (
        select d.digest_id from digest d join company c on c.tenant_id = d.tenant_id and c.company_id = d.company_id and c.mode = 'live'
         where d.tenant_id = $1 and d.company_id = $2 and d.state = 'due' and d.try_after <= clock_timestamp()
         order by d.try_after limit 1 for update of d skip locked)
      returning digest_id as "digestId", company_id as "companyId", recipient, content, message_id as "messageId", fence, attempts,
                created_at as "createdAt"`,
    [tx.tenantId, companyId],
  );
  return rows[0] ?? null;
}

/** Writes that the end of a message is about to leave; false when it may not: the lease is over, or the company in test. */
export async function digestMayEnd(tx: Tx, digest: TakenDigest, messageId: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update digest d set state = 'ending', message_id = coalesce(message_id, $4)
      where tenant_id = $1 and digest_id = $2 and fence = $3 and state = 'reserved' and lease_until > clock_timestamp()
        and (select c.mode from company c where c.tenant_id = d.tenant_id and c.company_id = d.company_id) = 'live'`,
    [tx.tenantId, digest.digestId, digest.fence, messageId],
  );
  return rowCount === 1;
}

/** Writes down what became of an attempt, with its entry in the journal; a retry is not worth one. */
export async function settleDigest(tx: Tx, digest: TakenDigest, outcome: DigestOutcome): Promise<void> {
  const { rowCount } = await tx.query(
    `update digest set state = $4, server_answer = $5, attempts = attempts - $6, lease_until = null,
            try_after = case $4 when 'due' then clock_timestamp() + $7 * interval '1 millisecond' else try_after end,
            settled_at = case when $4 in ('sent', 'refused') then clock_timestamp() end
      where tenant_id = $1 and digest_id = $2 and fence = $3 and state in ('reserved', 'ending', 'in-doubt')`,
    [
      tx.tenantId,
      digest.digestId,
      digest.fence,
      outcome.state,
      outcome.answer,
      outcome.uncounted ? 1 : 0,
      outcome.delayMs,
    ],
  );
  if (rowCount === 1 && outcome.state !== 'due')
    await appendJournal(tx, [entryOf(digest.companyId, digest.digestId, outcome.state, outcome.answer)]);
}

/** The journal's entry for one digest. */
function entryOf(companyId: string, digestId: string, verb: string, answer: string) {
  return {
    actor: ACTOR,
    action: `digest.${verb}`,
    objectKind: 'company',
    objectId: companyId,
    payload: { digestId, answer },
  };
}

/** Notes that a digest was written, or only captured. */
export async function digestWritten(tx: Tx, companyId: string, digestId: string, mode: 'test' | 'live'): Promise<void> {
  await appendJournal(tx, [
    {
      actor: ACTOR,
      action: mode === 'test' ? 'digest.captured' : 'digest.queued',
      objectKind: 'company',
      objectId: companyId,
      payload: { digestId },
    },
  ]);
}
