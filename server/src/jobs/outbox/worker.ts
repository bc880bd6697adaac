import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import type { Day } from '@acquit/law';
import type { SmtpOptions } from '../../channels/index.ts';
import { systemClock } from '../../clock.ts';
import type { Store } from '../../store/index.ts';
import { readMailAccount } from './account.ts';
import { DomainRate } from './domain-rate.ts';
import type { Compose, Journal, SendRefusal } from './model.ts';
import { recoverExpired } from './recover.ts';
import { accountDelay } from './retry.ts';
import { type SendCounts, type SendOptions, sendCompany } from './send-company.ts';
import type { Settlement } from './settle.ts';
import { companiesDue } from './take.ts';

export interface OutboxOptions {
  store: Store;
  journal: Journal;
  compose: Compose;
  /** Connections to one company's mail server; 5 unless said. */
  connections?: number;
  /** How long a reservation holds without a sign of life, in ms; one minute unless said. */
  leaseMs?: number;
  /** Messages reserved at once; 40 unless said. */
  batch?: number;
  messagesPerLine?: number;
  /** Most messages a minute to one receiving domain; no limit unless said. */
  perDomainPerMinute?: number;
  /** How often to look for work nobody announced, in ms; 30 s unless said. */
  pollMs?: number;
  smtp?: SmtpOptions;
  /** The day it is, which the guard against stale bank data asks; the machine's unless said. */
  today?: () => Day;
  /** The day whose pass must have run before anything older leaves; `today` unless said. */
  passDay?: () => Day;
  onTrouble?: (trouble: { tenantId: string; companyId: string; refusal: SendRefusal }) => void;
  onError?: (error: unknown) => void;
  onUnwritten?: (settlement: Settlement, why: unknown) => void;
}

export interface RoundResult extends SendCounts {
  freed: number;
  doubted: number;
  /** Accounts that do not work, with the sentence to show. */
  troubles: { tenantId: string; companyId: string; refusal: SendRefusal }[];
  /** How long until something more is due, in ms; null when nothing waits. */
  nextInMs: number | null;
}

export interface OutboxWorker {
  /** Something was put in the outbox: look now. */
  wake(): void;
  /** Stops taking messages, lets those under way end, and resolves when nothing of this worker is left. */
  stop(): Promise<void>;
}

const DEFAULTS = { connections: 5, leaseMs: 60_000, batch: 40, messagesPerLine: 100, pollMs: 30_000 };

/** How long messages under way may take to end when the worker is stopped; then their connections are cut. */
const GRACE_MS = 10_000;
const COMPANIES_AT_ONCE = 4;

/** An account that failed is left alone for a while, whoever asks. */
type Resting = Map<string, { failures: number; until: number }>;

function sendOptions(options: OutboxOptions, signal: AbortSignal): SendOptions {
  const today = options.today ?? systemClock().today;
  return {
    inTenant: options.store.inTenant,
    journal: options.journal,
    compose: options.compose,
    // Names the process in the leases; never reused, so that a new process is never taken for a dead one.
    worker: `${hostname()}:${process.pid}:${randomBytes(6).toString('hex')}`,
    connections: options.connections ?? DEFAULTS.connections,
    leaseMs: options.leaseMs ?? DEFAULTS.leaseMs,
    batch: options.batch ?? DEFAULTS.batch,
    messagesPerLine: options.messagesPerLine ?? DEFAULTS.messagesPerLine,
    domainRate: new DomainRate(options.perDomainPerMinute ?? null),
    smtp: { ...options.smtp, signal: afterGrace(signal) },
    signal,
    today,
    passDay: options.passDay ?? today,
    onUnwritten: options.onUnwritten ?? (() => {}),
  };
}

/** Aborts some time after `signal` does: a server may take minutes to answer, and a process that is asked to end does not. */
function afterGrace(signal: AbortSignal): AbortSignal {
  const cut = new AbortController();
  signal.addEventListener('abort', () => void setTimeout(() => cut.abort(), GRACE_MS).unref(), { once: true });
  return cut.signal;
}

/** One worker's rounds over all the tenants of the installation. */
class Rounds {
  readonly #options: OutboxOptions;
  readonly #send: SendOptions;
  readonly #resting: Resting = new Map();

  constructor(options: OutboxOptions, signal: AbortSignal) {
    this.#options = options;
    this.#send = sendOptions(options, signal);
  }

  async round(): Promise<RoundResult> {
    const { store } = this.#options;
    const total: RoundResult = {
      sent: 0,
      refused: 0,
      inDoubt: 0,
      postponed: 0,
      freed: 0,
      doubted: 0,
      troubles: [],
      nextInMs: null,
    };
    for (const { tenantId } of await store.lookup.listTenants()) {
      if (this.#send.signal.aborted) break;
      await this.#tenant(tenantId, total);
    }
    return total;
  }

  async #tenant(tenantId: string, total: RoundResult): Promise<void> {
    const { store, journal } = this.#options;
    const { recovered, companies } = await store.inTenant(tenantId, async (tx) => ({
      recovered: await recoverExpired(tx, journal),
      companies: await companiesDue(tx),
    }));
    total.freed += recovered.freed;
    total.doubted += recovered.doubted;
    total.nextInMs = soonest(total.nextInMs, companies.nextInMs);
    // An agency has many companies, each with its own mail server: a slow one must not hold up the others.
    const waiting = [...companies.due];
    const takeTurns = async () => {
      for (let companyId = waiting.shift(); companyId !== undefined; companyId = waiting.shift()) {
        if (this.#send.signal.aborted) return;
        const rest = (this.#resting.get(companyId)?.until ?? 0) - performance.now();
        if (rest > 0) total.nextInMs = soonest(total.nextInMs, rest);
        else await this.#company(tenantId, companyId, total);
      }
    };
    const turns = await Promise.allSettled(Array.from({ length: COMPANIES_AT_ONCE }, takeTurns));
    for (const turn of turns) if (turn.status === 'rejected') throw turn.reason;
  }

  async #company(tenantId: string, companyId: string, total: RoundResult): Promise<void> {
    const { store } = this.#options;
    const { account, refusal } = await store.inTenant(tenantId, (tx) => readMailAccount(tx, store.secrets, companyId));
    if (!account) return this.#rest(tenantId, companyId, refusal, total);
    const result = await sendCompany(this.#send, tenantId, companyId, account);
    total.sent += result.sent;
    total.refused += result.refused;
    total.inDoubt += result.inDoubt;
    total.postponed += result.postponed;
    if (result.trouble) this.#rest(tenantId, companyId, result.trouble, total);
    else this.#resting.delete(companyId);
  }

  #rest(tenantId: string, companyId: string, refusal: SendRefusal, total: RoundResult): void {
    const failures = (this.#resting.get(companyId)?.failures ?? 0) + 1;
    const delay = accountDelay(failures);
    this.#resting.set(companyId, { failures, until: performance.now() + delay });
    total.nextInMs = soonest(total.nextInMs, delay);
    const trouble = { tenantId, companyId, refusal };
    total.troubles.push(trouble);
    this.#options.onTrouble?.(trouble);
  }
}

function soonest(left: number | null, right: number | null): number | null {
  if (left === null || right === null) return left ?? right;
  return Math.min(left, right);
}

/**
 * Sends everything that is due now, once, for all tenants, and puts in order what dead workers left. For the command
 * line; safe beside a running server.
 */
export async function sendDueOnce(options: OutboxOptions, signal?: AbortSignal): Promise<RoundResult> {
  return new Rounds(options, signal ?? new AbortController().signal).round();
}

/** Starts a worker that sends what becomes due until it is stopped. Any number may run, here and on other machines. */
export function startOutboxWorker(options: OutboxOptions): OutboxWorker {
  const abort = new AbortController();
  const rounds = new Rounds(options, abort.signal);
  const pollMs = options.pollMs ?? DEFAULTS.pollMs;
  let wakeUp = () => {};
  let woken = false;

  async function sleep(ms: number): Promise<void> {
    if (woken || abort.signal.aborted) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async function loop(): Promise<void> {
    while (!abort.signal.aborted) {
      woken = false;
      let nextInMs: number | null = null;
      try {
        nextInMs = (await rounds.round()).nextInMs;
      } catch (error) {
        // The database may be away for a moment; nothing is lost, the next round finds everything where it was.
        options.onError?.(error);
      }
      await sleep(Math.min(nextInMs ?? pollMs, pollMs));
    }
  }

  const done = loop();
  const wake = () => {
    woken = true;
    wakeUp();
  };
  return {
    wake,
    async stop() {
      abort.abort();
      wake();
      await done;
    },
  };
}
