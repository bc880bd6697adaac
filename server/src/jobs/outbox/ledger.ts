import { Closer } from './close.ts';
import type { InTenant, Journal } from './model.ts';
import { advance, type EndingMark, eventOf, type Settlement } from './settle.ts';

export interface LedgerOptions {
  inTenant: InTenant;
  tenantId: string;
  worker: string;
  leaseMs: number;
  /** How many connections ask: once each has asked, there is nobody to wait for. */
  connections: number;
  journal: Journal;
  /** Told when something certain could not be written down; the lease will run out and a person will be asked. */
  onUnwritten: (settlement: Settlement, why: unknown) => void;
}

/** Share of the lease that must be left when a dot leaves: a process that slept in between must not send it. */
const LEASE_SHARE = 0.5;
/** How long a first mark waits for the other connections', so that one commit serves them all. */
const GATHER_MS = 6;
/** How long a record may wait for a mark to go with; nobody waits for it, and its message is already delivered. */
const LINGER_MS = 12;
const WRITE_ATTEMPTS = 5;
const WRITE_PAUSE_MS = 200;

type Waiting<T> = { item: T; resolve: (done: boolean) => void };

/**
 * Writes for all the connections of one worker and company at once: the marks before the dot and the records after it
 * that come within a moment share one transaction, so that five connections cost little more than one. A transaction
 * takes every record that waits, so the record of a message is written no later than the next mark of its connection:
 * at most one row for each connection is ever between its dot and its record.
 */
export class Ledger {
  readonly #options: LedgerOptions;
  readonly #closer: Closer;
  #marks: Waiting<EndingMark>[] = [];
  #settlements: Waiting<Settlement>[] = [];
  #writing: Promise<void> | null = null;
  #timer: NodeJS.Timeout | undefined;
  /** Ends the wait for company, when there is one. */
  #hurry = (): void => {};

  constructor(options: LedgerOptions) {
    this.#options = options;
    this.#closer = new Closer(options.inTenant, options.tenantId, options.journal);
  }

  /** Resolves true once the mark is committed and the dot may leave at once; false when it may not. */
  mayEnd(mark: EndingMark): Promise<boolean> {
    const leave = this.#enqueue(this.#marks, mark);
    if (this.#marks.length >= this.#options.connections) this.#hurry();
    else if (this.#marks.length === 1) this.#hurryIn(GATHER_MS);
    return leave;
  }

  /** Resolves once the outcome is committed: true when the row was still this attempt's. Never rejects. */
  settle(settlement: Settlement): Promise<boolean> {
    return this.#enqueue(this.#settlements, settlement);
  }

  /** Resolves when all that was asked is written. */
  async flushed(): Promise<void> {
    while (this.#writing) {
      this.#hurry();
      await this.#writing;
    }
    await this.#closer.flushed();
  }

  #enqueue<T>(queue: Waiting<T>[], item: T): Promise<boolean> {
    return new Promise((resolve) => {
      queue.push({ item, resolve });
      this.#writing ??= this.#run();
    });
  }

  async #run(): Promise<void> {
    while (this.#marks.length + this.#settlements.length > 0) {
      await this.#gather();
      const marks = this.#marks;
      const settlements = this.#settlements;
      this.#marks = [];
      this.#settlements = [];
      await this.#write(marks, settlements);
    }
    this.#writing = null;
  }

  /** Waits for company: not at all when every connection has asked, a moment for a mark, longer for records alone. */
  async #gather(): Promise<void> {
    if (this.#marks.length >= this.#options.connections) return;
    await new Promise<void>((resolve) => {
      this.#hurry = () => {
        clearTimeout(this.#timer);
        resolve();
      };
      this.#hurryIn(this.#marks.length > 0 ? GATHER_MS : LINGER_MS);
    });
    this.#hurry = () => {};
  }

  #hurryIn(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#hurry(), ms);
  }

  async #write(marks: Waiting<EndingMark>[], settlements: Waiting<Settlement>[]): Promise<void> {
    const start = performance.now();
    try {
      const changed = await this.#commit(
        marks.map((waiting) => waiting.item),
        settlements.map((waiting) => waiting.item),
      );
      const inTime = performance.now() - start < this.#options.leaseMs * LEASE_SHARE;
      for (const { item, resolve } of marks) resolve(inTime && changed.has(item.mail.actionId));
      for (const { item, resolve } of settlements) resolve(changed.has(item.mail.actionId));
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
          resolve((await this.#commit([], [item])).has(item.mail.actionId));
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

  async #commit(marks: EndingMark[], settlements: Settlement[]): Promise<Set<string>> {
    const { inTenant, tenantId, worker, leaseMs, journal } = this.#options;
    const changed = await inTenant(tenantId, async (tx) => {
      const actions = await advance(tx, worker, leaseMs, marks, settlements);
      const events = settlements
        .filter((item) => item.state !== 'sent' && actions.has(item.mail.actionId))
        .map(eventOf)
        .filter((event) => event !== null);
      // Last, because the head of the journal is the one row that all the writers of a tenant wait for.
      if (events.length > 0) await journal(tx, events);
      return actions;
    });
    this.#closer.add(settlements.filter((item) => item.state === 'sent' && changed.has(item.mail.actionId)));
    return changed;
  }
}
