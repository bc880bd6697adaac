import type { Tx } from '../store.ts';

/** How long the answer to a key is kept for whoever asks again. */
export const KEPT_DAYS = 30;

/**
 * Takes a key for this transaction; waits for another transaction that holds it. Null: the key is ours. Otherwise the
 * act it already did, with its answer as it was sent.
 */
export async function reserveKey(
  tx: Tx,
  act: { key: string; route: string; requestHash: Buffer },
): Promise<{ route: string; requestHash: Buffer; response: string } | null> {
  await tx.query(
    `delete from idempotency where tenant_id = $1 and key = $2 and created_at < now() - make_interval(days => $3)`,
    [tx.tenantId, act.key, KEPT_DAYS],
  );
  const { rowCount } = await tx.query(
    `insert into idempotency (tenant_id, key, route, request_hash) values ($1, $2, $3, $4) on conflict (tenant_id, key) do nothing`,
    [tx.tenantId, act.key, act.route, act.requestHash],
  );
  if (rowCount === 1) return null;
  const { rows } = await tx.query<{ route: string; request_hash: Buffer; response: string }>(
    `select route, request_hash, response #>> '{}' as response from idempotency where tenant_id = $1 and key = $2`,
    [tx.tenantId, act.key],
  );
  const [earlier] = rows;
  if (!earlier) throw new Error('A key that could not be inserted must be there to read.');
  return { route: earlier.route, requestHash: earlier.request_hash, response: earlier.response };
}

/** Keeps the answer beside its key, as text inside the JSON column: given again byte for byte, in the same order. */
export async function finishKey(tx: Tx, key: string, response: string): Promise<void> {
  await tx.query(
    `update idempotency set status = 200, response = to_jsonb($3::text) where tenant_id = $1 and key = $2`,
    [tx.tenantId, key, response],
  );
}
