import type { DueMail } from './model.ts';

/** Hands out reserved messages to the connections, and reserves more before it runs out. */
export class Feed {
  readonly #take: () => Promise<DueMail[]>;
  readonly #low: number;
  #ready: DueMail[] = [];
  #taking: Promise<void> | null = null;
  #dry = false;
  #stopped = false;
  #failure: { error: unknown } | null = null;

  /** `take` reserves some messages, none when nothing is due; more are asked for when fewer than `low` are at hand. */
  constructor(take: () => Promise<DueMail[]>, low: number) {
    this.#take = take;
    this.#low = low;
  }

  /** Messages are at hand that nobody has begun. */
  get pending(): boolean {
    return this.#ready.length > 0;
  }

  /** The next message, or null when nothing is due or the feed was stopped. Throws when none could be reserved. */
  async next(): Promise<DueMail | null> {
    while (!this.#stopped) {
      if (this.#ready.length < this.#low && !this.#dry) this.#taking ??= this.#refill();
      const mail = this.#ready.shift();
      if (mail) return mail;
      if (this.#failure) throw this.#failure.error;
      if (!this.#taking) return null;
      await this.#taking;
    }
    return null;
  }

  /** Takes a message back that its connection could not begin. */
  giveBack(mail: DueMail): void {
    this.#ready.unshift(mail);
  }

  /** Hands out nothing more, and gives what was reserved and not begun, so that it can be released at once. */
  async stop(): Promise<DueMail[]> {
    this.#stopped = true;
    await this.#taking;
    const left = this.#ready;
    this.#ready = [];
    return left;
  }

  async #refill(): Promise<void> {
    try {
      const taken = await this.#take();
      this.#ready.push(...taken);
      this.#dry = taken.length === 0;
    } catch (error) {
      // Kept for whoever runs out of messages: nobody may be waiting at this moment.
      this.#failure = { error };
      this.#dry = true;
    } finally {
      this.#taking = null;
    }
  }
}
