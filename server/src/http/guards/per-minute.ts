const MINUTE_MS = 60_000;
/** Keys remembered at once; the one that came longest ago is forgotten first. */
const CAPACITY = 10_000;

/** Counts calls by key within a minute, in bounded memory; several servers each allow their share. */
export class PerMinute {
  readonly #most: number;
  readonly #seen = new Map<string, { since: number; count: number }>();

  constructor(most: number) {
    this.#most = most;
  }

  /** Seconds to wait before the call may pass; 0: it passes, and is counted. `now` is in milliseconds. */
  wait(key: string, now: number): number {
    const before = this.#seen.get(key);
    const current = before !== undefined && now - before.since < MINUTE_MS ? before : { since: now, count: 0 };
    if (current.count >= this.#most) return Math.ceil((current.since + MINUTE_MS - now) / 1_000);
    current.count += 1;
    this.#seen.delete(key);
    this.#seen.set(key, current);
    if (this.#seen.size > CAPACITY) this.#seen.delete(this.#seen.keys().next().value as string);
    return 0;
  }
}
