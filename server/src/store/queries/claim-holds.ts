import { randomUUID } from 'node:crypto';
import type { Tx } from '../store.ts';

/** A hold as it should be; its cause is what made it: a status, a promise, a dispute. Days are `YYYY-MM-DD`. */
export interface WantedHold {
  claimId: string;
  caseId: string;
  kind: string;
  causeId: string;
  reason: string;
  since: string;
  until: string | null;
}

/** A hold that nobody has ended, of those that the caller answers for. */
export interface CurrentHold {
  hold_id: string;
  claim_id: string;
  kind: string;
  cause_id: string;
  reason: string;
  until_on: string | null;
}

/**
 * Brings the holds that one kind of cause makes in line: one that is there as wanted stays, one that is wanted no more
 * is ended, one that is missing is written, once. Two statements at most, however many.
 */
export async function bringHolds(
  tx: Tx,
  current: readonly CurrentHold[],
  wanted: readonly WantedHold[],
): Promise<void> {
  const missing = new Map(
    wanted.map((hold) => [keyOf(hold.claimId, hold.kind, hold.causeId, hold.until, hold.reason), hold]),
  );
  const over = current.filter(
    (row) => !missing.delete(keyOf(row.claim_id, row.kind, row.cause_id, row.until_on, row.reason)),
  );
  if (over.length > 0)
    await tx.query(
      `update claim_hold set ended_at = now(), ended_by = 'acquit' where tenant_id = $1 and hold_id = any($2::uuid[])`,
      [tx.tenantId, over.map((row) => row.hold_id)],
    );
  const fresh = [...missing.values()];
  if (fresh.length === 0) return;
  await tx.query(
    `insert into claim_hold (tenant_id, hold_id, claim_id, case_id, kind, cause_id, reason, since_on, until_on)
     select $1, u.hold_id, u.claim_id, u.case_id, u.kind, u.cause_id, u.reason, u.since_on, u.until_on
       from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::uuid[], $7::text[], $8::date[], $9::date[])
         as u(hold_id, claim_id, case_id, kind, cause_id, reason, since_on, until_on)`,
    [
      tx.tenantId,
      fresh.map(() => randomUUID()),
      fresh.map((hold) => hold.claimId),
      fresh.map((hold) => hold.caseId),
      fresh.map((hold) => hold.kind),
      fresh.map((hold) => hold.causeId),
      fresh.map((hold) => hold.reason),
      fresh.map((hold) => hold.since),
      fresh.map((hold) => hold.until),
    ],
  );
}

function keyOf(claimId: string, kind: string, causeId: string, until: string | null, reason: string): string {
  return [claimId, kind, causeId, until ?? '', reason].join('\n');
}
