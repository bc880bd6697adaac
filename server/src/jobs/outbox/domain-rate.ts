const MINUTE_MS = 60_000;

/**
 * Spaces out the messages to one receiving domain, so that a large receiver does not take an evening's reminders for a
 * flood. Kept in memory: each process has its own share.
 */
export class DomainRate {
  readonly #spacingMs: number;
  readonly #nextAt = new Map<string, number>();

  /** `perMinute` messages to one domain; null for no limit. */
  constructor(perMinute: number | null) {
    this.#spacingMs = perMinute === null ? 0 : MINUTE_MS / perMinute;
  }

  /** How long to put a message to `domain` off, in ms; 0 means now, and counts it. */
  wait(domain: string): number {
    if (this.#spacingMs === 0) return 0;
    const now = performance.now();
    const nextAt = this.#nextAt.get(domain) ?? now;
    if (nextAt > now) return nextAt - now;
    this.#nextAt.set(domain, now + this.#spacingMs);
    return 0;
  }
}
