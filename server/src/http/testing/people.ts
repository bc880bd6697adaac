import { randomUUID } from 'node:crypto';
import { insertSession, type Store } from '../../store/index.ts';
import { hashToken, newToken, SESSION_COOKIE } from '../session/tokens.ts';
import type { TestApp } from './app.ts';
import type { Client } from './client.ts';

/** A signed-in person of a tenant, put straight into the database: most tests are not about signing in. */
export async function signedIn(
  app: TestApp,
  store: Store,
  tenantId: string,
  email = `${randomUUID()}@example.fr`,
): Promise<Client> {
  const [userId, token, csrfToken] = [randomUUID(), newToken(), newToken()];
  await store.inTenant(tenantId, async (tx) => {
    await tx.query(
      'insert into app_user (tenant_id, user_id, email, name, password_hash) values ($1, $2, $3, $4, $5)',
      [tenantId, userId, email, 'Claire Martin', 'none'],
    );
    await insertSession(tx, { userId, tokenHash: hashToken(token), csrfToken });
  });
  const client = app.visitor();
  client.cookie = `${SESSION_COOKIE}=${token}`;
  client.csrf = csrfToken;
  return client;
}
