import { randomUUIDv7 } from 'node:crypto';
import type { Store, Tx } from '../store.ts';

/** A session ends after this many days without use… */
export const SESSION_IDLE_DAYS = 14;
/** …and after this many whatever its use, so that a stolen token does not live for ever. */
const SESSION_TOTAL_DAYS = 90;

/** Opens a session for a user. The database keeps the token's hash only. */
export async function insertSession(
  tx: Tx,
  session: { userId: string; tokenHash: Buffer; csrfToken: string },
): Promise<void> {
  await tx.query(
    `insert into session (tenant_id, token_hash, user_id, csrf_token, expires_at)
     values ($1, $2, $3, $4, now() + make_interval(days => $5))`,
    [tx.tenantId, session.tokenHash, session.userId, session.csrfToken, SESSION_IDLE_DAYS],
  );
}

/** Slides a session's end along, never past its absolute one. */
export async function refreshSession(tx: Tx, tokenHash: Buffer): Promise<void> {
  await tx.query(
    `update session
        set seen_at = now(),
            expires_at = least(now() + make_interval(days => $3), created_at + make_interval(days => $4))
      where tenant_id = $1 and token_hash = $2`,
    [tx.tenantId, tokenHash, SESSION_IDLE_DAYS, SESSION_TOTAL_DAYS],
  );
}

export async function deleteSession(tx: Tx, tokenHash: Buffer): Promise<void> {
  await tx.query('delete from session where tenant_id = $1 and token_hash = $2', [tx.tenantId, tokenHash]);
}

/** Ends every session of a user, on whatever machine; gives how many there were. */
export async function endSessionsOf(tx: Tx, userId: string): Promise<number> {
  const { rowCount } = await tx.query('delete from session where tenant_id = $1 and user_id = $2', [
    tx.tenantId,
    userId,
  ]);
  return rowCount ?? 0;
}

/** Gives a user another password. His row stays locked until the end: a sign-in with the old one waits, and finds it gone. */
export async function changePassword(tx: Tx, userId: string, passwordHash: string): Promise<void> {
  await tx.query('update app_user set password_hash = $3 where tenant_id = $1 and user_id = $2', [
    tx.tenantId,
    userId,
    passwordHash,
  ]);
}

/** Whether the password that was checked is still the user's; holds it so until the end of the transaction. */
export async function keepsPassword(tx: Tx, userId: string, passwordHash: string): Promise<boolean> {
  const { rows } = await tx.query(
    'select from app_user where tenant_id = $1 and user_id = $2 and password_hash = $3 for share',
    [tx.tenantId, userId, passwordHash],
  );
  return rows.length > 0;
}

/** The addresses that sign in to this organisation. */
export async function listUserEmails(tx: Tx): Promise<string[]> {
  const { rows } = await tx.query<{ email: string }>(
    'select email from app_user where tenant_id = $1 and disabled_at is null order by email',
    [tx.tenantId],
  );
  return rows.map(({ email }) => email);
}

/** Whether anybody can sign in at all; an installation filled from the command line may have data and no user. */
export async function anyUser(store: Store): Promise<boolean> {
  for (const { tenantId } of await store.lookup.listTenants()) {
    const found = await store.inTenant(tenantId, (tx) =>
      tx.query('select from app_user where tenant_id = $1 limit 1', [tenantId]),
    );
    if (found.rows.length > 0) return true;
  }
  return false;
}

/**
 * The organisation the first user enters: the oldest one (the command line may have made it and imported into it), or
 * a new one.
 */
export async function firstTenant(store: Store): Promise<string> {
  const [oldest] = await store.lookup.listTenants();
  return oldest?.tenantId ?? randomUUIDv7();
}

/** Adds the first user, and his organisation when there is none; false when somebody was faster. */
export async function insertFirstUser(
  tx: Tx,
  user: { userId: string; name: string; email: string; passwordHash: string },
): Promise<boolean> {
  // Whoever else tries waits here for our commit, then finds our organisation, or our user in it.
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('first organisation', 0))`);
  const { rows: tenants } = await tx.query<{ tenant_id: string }>('select tenant_id from list_tenants()');
  if (tenants.length > 0 && !tenants.some((one) => one.tenant_id === tx.tenantId)) return false;
  await tx.query(`insert into tenant (tenant_id, name) values ($1, $2) on conflict (tenant_id) do nothing`, [
    tx.tenantId,
    user.name,
  ]);
  const { rowCount } = await tx.query(
    `insert into app_user (tenant_id, user_id, email, name, password_hash)
     select $1, $2, lower($3), $4, $5 where not exists (select from app_user where tenant_id = $1)`,
    [tx.tenantId, user.userId, user.email, user.name, user.passwordHash],
  );
  return rowCount === 1;
}

/** Failures in a row of one address of ours, and when the last was, in milliseconds; null when none. */
export async function loginFailures(tx: Tx, email: string): Promise<{ failures: number; lastAt: number } | null> {
  const { rows } = await tx.query<{ failures: number; last_ms: string }>(
    `select failures, (extract(epoch from last_at) * 1000)::numeric as last_ms from login_failure where tenant_id = $1 and email = lower($2) for update`,
    [tx.tenantId, email],
  );
  return rows[0] ? { failures: rows[0].failures, lastAt: Number(rows[0].last_ms) } : null;
}

export async function recordLoginFailure(tx: Tx, email: string, failures: number, now: number): Promise<void> {
  await tx.query(
    `insert into login_failure (tenant_id, email, failures, last_at) values ($1, lower($2), $3, to_timestamp($4 / 1000.0))
     on conflict (tenant_id, email) do update set failures = excluded.failures, last_at = excluded.last_at`,
    [tx.tenantId, email, failures, now],
  );
}

export async function forgiveLogin(tx: Tx, email: string): Promise<void> {
  await tx.query('delete from login_failure where tenant_id = $1 and email = lower($2)', [tx.tenantId, email]);
}
