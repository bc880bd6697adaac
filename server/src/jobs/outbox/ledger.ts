import type { InTenant, Journal } from './model.ts';
import { type EndingMark, eventOf, markEnding, type Settlement, settle } from './settle.ts';

export interface LedgerOptions {
  inTenant: InTenant;
  tenantId: string;
  worker: string;
  leaseMs: number;
  journal: Journal;
  /** Told when something certain could not be written down; the lease will run out and a person will be asked. */
  onUnwritten: (settlement: Settlement, why: unknown) => void;
}

/** Share of the lease that must be left when a dot leaves: a process that slept in between must not send it. */
const LEASE_SHARE = 0.5;
const WRITE_ATTEMPTS = 5;
const WRITE_PAUSE_MS = 200;

type Waiting<T> = { item: T; resolve: (done: boolean) => void };

/**
 * Writes for all the connections of one worker and tenant at once. Marks before the dot and records after it that arrive
 * while a transaction is under way go together into the next one, so that five connections cost little more than one.
 * The record of a message is always written no later than the next mark of its connection: at most one row for each
 * connection is ever between its dot and its record.
 */
export class Ledger {
  readonly #options: LedgerOptions;
  #marks: Waiting<EndingMark>[] = [];
  #settlements: Waiting<Settlement>[] = [];
  #writing: Promise<void> | null = null;

  constructor(options: LedgerOptions) {
    this.#options = options;
  }

  /** Resolves true once the mark is committed and the dot may leave at once; false when it may not. */
  mayEnd(mark: EndingMark): Promise<boolean> {
    return this.#enqueue(this.#marks, mark);
  }

  /** Resolves once the outcome is committed: true when the row was still this attempt's. Never rejects. */
  settle(settlement: Settlement): Promise<boolean> {
    return this.#enqueue(this.#settlements, settlement);
  }

  /** Resolves when all that was asked is written. */
  async flushed(): Promise<void> {
    while (this.#writing) await this.#writing;
  }

  #enqueue<T>(queue: Waiting<T>[], item: T): Promise<boolean> {
    return new Promise((resolve) => {
      queue.push({ item, resolve });
      this.#writing ??= this.#run();
    });
  }

  async #run(): Promise<void> {
    // One turn of the loop lets the other connections' requests of the same moment come in.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#marks.length + this.#settlements.length > 0) {
      const marks = this.#marks;
      const settlements = this.#settlements;
      this.#marks = [];
      this.#settlements = [];
      await this.#write(marks, settlements);
    }
    this.#writing = null;
  }

  async #write(marks: Waiting<EndingMark>[], settlements: Waiting<Settlement>[]): Promise<void> {
    const start = performance.now();
    try {
      const { ending, settled } = await this.#commit(
        marks.map((waiting) => waiting.item),
        settlements.map((waiting) => waiting.item),
      );
      const inTime = performance.now() - start < this.#options.leaseMs * LEASE_SHARE;
      for (const { item, resolve } of marks) resolve(inTime && ending.has(item.mail.actionId));
      for (const { item, resolve } of settlements) resolve(settled.has(item.mail.actionId));
    } catch (error) {
      // No leave, no dot: those messages are safe. The records are certain knowledge and are worth insisting.
      for (const { resolve } of marks) resolve(false);
      await this.#insist(settlements, error);
    }
  }

  /** Writes records one by one, so that one that the database will not take does not hold the others back. */
  async #insist(settlements: Waiting<Settlement>[], first: unknown): Promise<void> {
    for (const { item, resolve } of settlements) {
      let why = first;
      let written = false;
      for (let attempt = 1; attempt <= WRITE_ATTEMPTS && !written; attempt += 1) {
        await new Promise((next) => setTimeout(next, WRITE_PAUSE_MS * attempt));
        try {
          resolve((await this.#commit([], [item])).settled.has(item.mail.actionId));
          written = true;
        } catch (error) {
          why = error;
        }
      }
      if (written) continue;
      this.#options.onUnwritten(item, why);
      resolve(false);
    }
  }

  #commit(marks: EndingMark[], settlements: Settlement[]): Promise<{ ending: Set<string>; settled: Set<string> }> {
    const { inTenant, tenantId, worker, leaseMs, journal } = this.#options;
    return inTenant(tenantId, async (tx) => {
      const ending = marks.length > 0 ? await markEnding(tx, worker, leaseMs, marks) : new Set<string>();
      const settled = settlements.length > 0 ? await settle(tx, settlements) : new Set<string>();
      const events = settlements
        .filter((item) => settled.has(item.mail.actionId))
        .map(eventOf)
        .filter((event) => event !== null);
      // Last, because the head of the journal is the one row that all the writers of a tenant wait for.
      if (events.length > 0) await journal(tx, events);
      return { ending, settled };
    });
  }
}
