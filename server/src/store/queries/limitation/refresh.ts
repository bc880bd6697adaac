import { type Day, day, formatDay, type LimitationValue, type Outcome } from '@acquit/law';
import { expiredReason, limitationOf } from '@acquit/recovery';
import { joinJson, jsonList } from '../../json-list.ts';
import type { Tx } from '../../store.ts';
import { bringHolds, type CurrentHold, type WantedHold } from '../claim-holds.ts';
import { touchCases } from '../touch.ts';
import { type WatchedClaim, watchedClaims } from './load.ts';

const KIND = 'limitation-expired';

/** `due`: of the cases that the pass of the day will look at, and of those that it never looks at. */
export type LimitationsRead = 'due' | 'all';

/**
 * Computes again the limitations of at most `limit` cases of a company whose facts changed, in one batch; another
 * process takes others. Gives how many were taken: fewer than `limit` means that none is left.
 */
export async function refreshLimitations(
  tx: Tx,
  companyId: string,
  { on, limit, which }: { on: Day; limit: number; which: LimitationsRead },
): Promise<number> {
  const taken = await tx.arrays<[string]>(
    `select case_id from collection_case where tenant_id = $1 and company_id = $2 and limitation_stale
        and ($4::date is null or next_action_on <= $4 or status not in ('open', 'paused'))
      order by case_id limit $3 for update skip locked`,
    [tx.tenantId, companyId, limit, which === 'due' ? formatDay(on) : null],
  );
  const ids = taken.map(([caseId]) => caseId);
  if (ids.length > 0) await refreshCases(tx, ids, on);
  return ids.length;
}

/** Computes the limitations of a case again if its facts changed: for a screen that must not show an old day. */
export async function refreshCaseLimitation(tx: Tx, caseId: string, on: Day): Promise<void> {
  const taken = await tx.arrays<[string]>(
    'select case_id from collection_case where tenant_id = $1 and case_id = $2 and limitation_stale for update',
    [tx.tenantId, caseId],
  );
  if (taken.length > 0) await refreshCases(tx, [caseId], on);
}

/** Marks the cases of claims whose last day has passed since they were computed: time alone changed them. */
export async function markExpired(tx: Tx, companyId: string, on: Day): Promise<void> {
  await tx.query(
    `update collection_case c set limitation_stale = true
       from (select distinct k.case_id from claim_limitation l join claim k on k.tenant_id = l.tenant_id and k.claim_id = l.claim_id
              where l.tenant_id = $1 and l.company_id = $2 and l.watched_on < $3 and l.computed_on <= l.watched_on) due
      where c.tenant_id = $1 and c.case_id = due.case_id and not c.limitation_stale`,
    [tx.tenantId, companyId, formatDay(on)],
  );
}

interface Computed {
  claim: WatchedClaim;
  outcome: Outcome<LimitationValue>;
}

/** The cases are locked by the caller: whatever changes them meanwhile waits, and marks them again. */
async function refreshCases(tx: Tx, caseIds: readonly string[], on: Day): Promise<void> {
  const computed = (await watchedClaims(tx, caseIds, on)).map((claim): Computed => {
    return { claim, outcome: limitationOf(claim.facts, on) };
  });
  await write(tx, caseIds, computed, on);
  const changed = await writeHolds(tx, caseIds, computed);
  // A claim held or freed changes what the planner does; the mark that this leaves is the one just answered.
  if (changed.length > 0) await touchCases(tx, changed, formatDay(on));
  await tx.query(
    'update collection_case set limitation_stale = false where tenant_id = $1 and case_id = any($2::uuid[])',
    [tx.tenantId, caseIds],
  );
}

async function write(tx: Tx, caseIds: readonly string[], computed: readonly Computed[], on: Day): Promise<void> {
  await tx.query(
    // Found by their keys, whatever the planner knows of the table: after an import it believes it empty.
    `delete from claim_limitation where tenant_id = $1 and claim_id = any(array(
       select k.claim_id from claim k left join unnest($3::uuid[]) as w(claim_id) on w.claim_id = k.claim_id
        where k.tenant_id = $1 and k.case_id = any($2::uuid[]) and w.claim_id is null))`,
    [tx.tenantId, caseIds, computed.map(({ claim }) => claim.claimId)],
  );
  if (computed.length === 0) return;
  const values = computed.map(({ outcome }) => outcome.value ?? null);
  await tx.query(
    `insert into claim_limitation (tenant_id, claim_id, company_id, expires_on, fallback_on, article, confidence, candidates, missing,
                                   is_title, refusal, computed_on)
     select $1, u.claim_id, u.company_id, u.expires_on, u.fallback_on, u.article, u.confidence, u.candidates::jsonb,
            coalesce(string_to_array(nullif(u.missing, ''), ','), '{}'), u.is_title, nullif(u.refusal, 'null')::jsonb, $2
       from unnest($3::uuid[], $4::uuid[], $5::date[], $6::date[], $7::text[], $8::text[], ${jsonList('$9')}, $10::text[], $11::bool[],
                   ${jsonList('$12')})
         as u(claim_id, company_id, expires_on, fallback_on, article, confidence, candidates, missing, is_title, refusal)
     on conflict (tenant_id, claim_id) do update
        set expires_on = excluded.expires_on, fallback_on = excluded.fallback_on, article = excluded.article,
            confidence = excluded.confidence, candidates = excluded.candidates, missing = excluded.missing,
            is_title = excluded.is_title, refusal = excluded.refusal, computed_on = excluded.computed_on`,
    [
      tx.tenantId,
      formatDay(on),
      computed.map(({ claim }) => claim.claimId),
      computed.map(({ claim }) => claim.companyId),
      values.map((value) => value?.expiresOn ?? null),
      values.map((value) => value?.fallbackOn ?? null),
      values.map((value) => value?.article ?? null),
      values.map((value) => value?.confidence ?? null),
      joinJson(values.map((value) => JSON.stringify(candidatesOf(value)))),
      values.map((value) => (value?.missing ?? []).join(',')),
      computed.map(({ claim, outcome }) => outcome.value !== undefined && claim.facts.titleOn !== null),
      joinJson(
        computed.map(({ outcome }) =>
          JSON.stringify(
            outcome.refusal === undefined ? null : { code: outcome.refusal.code, message: outcome.refusal.message },
          ),
        ),
      ),
    ],
  );
}

/** The ends that differ, with their articles: one reading needs no list. */
const candidatesOf = (value: LimitationValue | null) =>
  (value?.candidates ?? []).length < 2
    ? []
    : value!.candidates.map(({ expiresOn, fallbackOn, article, confidence }) => ({
        on: expiresOn ?? fallbackOn,
        article,
        confidence,
      }));

/** Claims whose last day has passed are asked of nobody. Gives the cases where a hold came or went. */
async function writeHolds(tx: Tx, caseIds: readonly string[], computed: readonly Computed[]): Promise<string[]> {
  const wanted = computed.flatMap(({ claim, outcome: { value } }): WantedHold[] => {
    if (value === undefined || value.expired !== true || value.expiresOn === null) return [];
    return [
      {
        claimId: claim.claimId,
        caseId: claim.caseId,
        kind: KIND,
        causeId: claim.claimId,
        reason: expiredReason(value, day(value.expiresOn)),
        since: value.expiresOn,
        until: null,
      },
    ];
  });
  const { rows } = await tx.query<CurrentHold & { case_id: string }>(
    `select hold_id, claim_id, case_id, kind, cause_id, reason, until_on from claim_hold
      where tenant_id = $1 and case_id = any($2::uuid[]) and ended_at is null and kind = '${KIND}'`,
    [tx.tenantId, caseIds],
  );
  const key = (claimId: string, reason: string) => `${claimId} ${reason}`;
  const before = new Map(rows.map((row) => [key(row.claim_id, row.reason), row.case_id]));
  const after = new Map(wanted.map((hold) => [key(hold.claimId, hold.reason), hold.caseId]));
  await bringHolds(tx, rows, wanted);
  const moved = [...before]
    .filter(([name]) => !after.has(name))
    .concat([...after].filter(([name]) => !before.has(name)));
  return [...new Set(moved.map(([, caseId]) => caseId))].sort();
}
