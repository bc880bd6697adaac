/** Failures that cost nothing: fingers slip. */
const FREE_FAILURES = 4;

/** The longest wait. Longer would let a stranger shut somebody out of his own accounts for the day. */
const LONGEST_SECONDS = 15 * 60;

/** After a day without a failure the count starts again. */
export const FORGET_AFTER_MS = 24 * 3600 * 1000;

/** Seconds to wait after so many failures in a row: none at first, then 2, 4, 8… up to a quarter of an hour. */
export function delaySeconds(failures: number, free = FREE_FAILURES): number {
  return failures <= free ? 0 : Math.min(2 ** Math.min(failures - free, 20), LONGEST_SECONDS);
}

interface Attempts {
  failures: number;
  lastAt: number;
}

/**
 * Counts failures by key in bounded memory: network addresses, and e-mail addresses that belong to nobody (those of
 * our users are counted in the database, which survives a restart). When full, the key that failed longest ago leaves.
 */
export class AttemptCounter {
  readonly #known = new Map<string, Attempts>();
  readonly #capacity: number;
  readonly #free: number;

  constructor(options: { capacity?: number; free?: number } = {}) {
    this.#capacity = options.capacity ?? 10_000;
    this.#free = options.free ?? FREE_FAILURES;
  }

  /**
   * Counts one attempt as a failure before its outcome is known, so that fifty attempts at once are fifty; a success
   * forgives. Gives the seconds still to wait, in which case the attempt is not counted.
   */
  attempt(key: string, now: number): number {
    const wait = this.wait(key, now);
    if (wait > 0) return wait;
    const before = this.#known.get(key);
    const failures = before !== undefined && now - before.lastAt < FORGET_AFTER_MS ? before.failures + 1 : 1;
    this.#known.delete(key);
    this.#known.set(key, { failures, lastAt: now });
    if (this.#known.size > this.#capacity) this.#known.delete(this.#known.keys().next().value as string);
    return 0;
  }

  wait(key: string, now: number): number {
    const before = this.#known.get(key);
    return before === undefined ? 0 : secondsLeft(before.failures, before.lastAt, now, this.#free);
  }

  forgive(key: string): void {
    this.#known.delete(key);
  }

  get size(): number {
    return this.#known.size;
  }
}

/** Seconds still to wait at `now` after `failures` of which the last was at `lastAt`; 0 when free to try. */
export function secondsLeft(failures: number, lastAt: number, now: number, free = FREE_FAILURES): number {
  const delay = delaySeconds(failures, free);
  // Without a delay nothing is waited for, even when an attempt at the same moment was written down a little later.
  if (delay === 0 || now - lastAt >= FORGET_AFTER_MS) return 0;
  return Math.max(0, Math.ceil((lastAt + delay * 1000 - now) / 1000));
}
