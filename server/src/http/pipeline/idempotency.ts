import { createHash } from 'node:crypto';
import type { Tx } from '../../store/index.ts';
import { finishKey, reserveKey } from '../../store/index.ts';
import { refuse } from '../refusal.ts';

/** The client's key for one act of its user, with a fingerprint of what it asked. */
export interface ActKey {
  key: string;
  route: string;
  requestHash: Buffer;
}

/** Reads `Idempotency-Key`; null when the client gave none. Refuses: InvalidRequest. */
export function actKey(request: Request, body: Uint8Array): ActKey | null {
  const key = request.headers.get('idempotency-key');
  if (key === null) return null;
  if (!/^[\x21-\x7e]{8,200}$/.test(key)) throw refuse('InvalidRequest', { header: 'Idempotency-Key' });
  const { pathname, search } = new URL(request.url);
  const route = `${request.method} ${pathname}`;
  return { key, route, requestHash: createHash('sha256').update(`${route}${search}\n`).update(body).digest() };
}

/**
 * Does an act once per key: the key's row is inserted first, in the act's own transaction, so that of fifty requests
 * at once one acts and the others wait on its row, then give its answer again, byte for byte. A refused or killed act
 * leaves no row and may be tried again. Refuses: IdempotencyKeyReused.
 */
export async function once(tx: Tx, act: ActKey | null, work: () => Promise<string>): Promise<string> {
  if (act === null) return work();
  const earlier = await reserveKey(tx, act);
  if (earlier !== null) {
    if (!earlier.requestHash.equals(act.requestHash)) throw refuse('IdempotencyKeyReused', { route: earlier.route });
    return earlier.response;
  }
  const answer = await work();
  await finishKey(tx, act.key, answer);
  return answer;
}

/**
 * Lets one request per name through at a time, in order. Requests with the same key would all wait inside PostgreSQL,
 * each holding a connection of the pool; waiting here costs nothing and leaves the pool to the others.
 */
export class Turnstile {
  readonly #tails = new Map<string, Promise<unknown>>();

  async pass<T>(name: string, work: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(name) ?? Promise.resolve();
    const mine = before.then(work, work);
    const tail = mine.catch(() => undefined);
    this.#tails.set(name, tail);
    try {
      return await mine;
    } finally {
      if (this.#tails.get(name) === tail) this.#tails.delete(name);
    }
  }
}
