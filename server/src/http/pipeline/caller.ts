import { refreshSession, SESSION_IDLE_DAYS } from '../../store/index.ts';
import { refuse } from '../refusal.ts';
import type { AppServices } from '../services.ts';
import { hashToken, sameText, tokenOf } from '../session/tokens.ts';
import type { Caller } from './endpoint.ts';

/** A session's end moves at most once an hour: not a write for every request. */
const REFRESH_AFTER_MS = 3_600_000;

/** The signed-in person behind a request, or null. Slides the session's end along while it is used. */
export async function findCaller(headers: Headers, services: AppServices): Promise<Caller | null> {
  const token = tokenOf(headers);
  if (token === null) return null;
  const tokenHash = hashToken(token);
  const session = await services.store.lookup.findSession(tokenHash);
  if (session === undefined) return null;
  if (services.clock.now() - Date.parse(session.seenAt) > REFRESH_AFTER_MS) {
    await services.store.inTenant(session.tenantId, (tx) => refreshSession(tx, tokenHash));
  }
  const { tenantId, userId, name, email, csrfToken } = session;
  return { tenantId, userId, actor: `user:${userId}`, name, email, csrfToken, tokenHash };
}

/** Refuses: SignInNeeded. */
export async function requireCaller(headers: Headers, services: AppServices): Promise<Caller> {
  const caller = await findCaller(headers, services);
  if (caller === null) throw refuse('SignInNeeded');
  return caller;
}

/** The token that only our own page knows. Refuses: CsrfTokenNeeded. */
export function requireCsrfToken(headers: Headers, caller: Caller): void {
  const given = headers.get('x-csrf-token');
  if (given === null || !sameText(given, caller.csrfToken)) throw refuse('CsrfTokenNeeded');
}

export const COOKIE_SECONDS = SESSION_IDLE_DAYS * 24 * 3600;
