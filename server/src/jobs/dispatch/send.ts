import { type Day, formatDay } from '@acquit/law';
import { SERVICES, smsMayLeave } from '@acquit/recovery';
import type { PaidOutcome, ProviderNet } from '../../channels/index.ts';
import { bankFreshness, boughtSince, type Store } from '../../store/index.ts';
import { accountDelay } from '../outbox/index.ts';
import { type OpenAccount, openAccount } from './account.ts';
import {
  doubtsToAsk,
  dueAgain,
  LEASE_MS,
  markPaid,
  type PaidRow,
  refOf,
  serviceOf,
  settlePaid,
  settleTaken,
  stillUnknown,
  takePaid,
} from './ledger.ts';
import { orderOf } from './order.ts';

/** Whom a round of one process works for, and with what. */
export interface PaidWork {
  store: Store;
  net: ProviderNet;
  /** Names the process in the leases. */
  worker: string;
  today: () => Day;
  signal: AbortSignal;
  /** Between two steps of a sending; the drill that kills there listens. */
  atStep?: (step: PaidStep) => void | Promise<void>;
}

/** The steps of one sending, in their order. */
export const PAID_STEPS = ['taken', 'prepared', 'marked', 'paid', 'settled'] as const;
export type PaidStep = (typeof PAID_STEPS)[number];

export interface PaidCounts {
  sent: number;
  refused: number;
  inDoubt: number;
  postponed: number;
  /** Accounts that do not open, with the provider's words. */
  troubles: { companyId: string; service: string; answer: string }[];
}

/** An account that failed is left alone for a while. */
const resting = new Map<string, { failures: number; until: number }>();
/** Share of the lease that must be left when the call leaves: a process that slept in between must not make it. */
const LEASE_SHARE = 0.5;
const MONTH_FULL =
  'La limite mensuelle de cet envoi payant est atteinte. Relevez-la dans Réglages, ou attendez le mois prochain.';
const HOUR_MS = 3_600_000;

/** Time of day in Paris, `HH:MM`. */
const timeOf = (now: number): string =>
  Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO('Europe/Paris')
    .toPlainTime()
    .toString({ smallestUnit: 'minute' });

/**
 * Hands over all that is due for one company, one after another: each costs, and none is hurried. Nothing leaves while the
 * bank's data are too old, beyond a month's limit, or outside the hours of telephones.
 */
export async function sendPaid(work: PaidWork, tenantId: string, companyId: string): Promise<PaidCounts> {
  const counts: PaidCounts = { sent: 0, refused: 0, inDoubt: 0, postponed: 0, troubles: [] };
  const { store, net, today, signal } = work;
  const closed = new Set<string>();
  const on = today();
  if ((await store.inTenant(tenantId, (tx) => bankFreshness(tx, companyId, on))).held) return counts;
  while (!signal.aborted) {
    const services = SERVICES.filter((service) => !closed.has(service) && isAwake(companyId, service));
    if (services.length === 0) return counts;
    const smsProfiles = (['business', 'consumer', 'public'] as const).filter((kind) =>
      smsMayLeave(kind, on, timeOf(net.now())),
    );
    const row = await store.inTenant(tenantId, (tx) =>
      takePaid(tx, { companyId, worker: work.worker, services, smsProfiles, today: formatDay(on) }),
    );
    if (row === null) return counts;
    await work.atStep?.('taken');
    const service = serviceOf(row);
    const account = await store.inTenant(tenantId, (tx) => openAccount(tx, store.secrets, net, companyId, service));
    const outcome =
      account === null || account.provider !== row.via ? NO_ACCOUNT : await handOver(work, tenantId, row, account);
    if (outcome === null) return counts;
    if (outcome.kind === 'account') {
      closed.add(service);
      counts.troubles.push({ companyId, service, answer: outcome.answer });
      rest(companyId, service);
    } else if (outcome.kind === 'accepted') {
      resting.delete(`${companyId} ${service}`);
    }
    await store.inTenant(tenantId, (tx) =>
      settlePaid(tx, row, outcome, account !== null && account.connector.follow !== null),
    );
    counts[COUNTED[outcome.kind]] += 1;
    await work.atStep?.('settled');
  }
  return counts;
}

const COUNTED = {
  accepted: 'sent',
  refused: 'refused',
  unknown: 'inDoubt',
  'not-taken': 'postponed',
  account: 'postponed',
} as const;
const NO_ACCOUNT: PaidOutcome = {
  kind: 'account',
  answer: 'Ce prestataire n’est plus réglé. Renseignez-le dans Réglages, puis Prestataires.',
};

/** One sending up to the answer of its provider; null when the row turned out to be somebody else's. */
async function handOver(
  work: PaidWork,
  tenantId: string,
  row: PaidRow,
  account: OpenAccount,
): Promise<PaidOutcome | null> {
  const { store, today } = work;
  const monthStart = `${formatDay(today()).slice(0, 7)}-01`;
  const { monthlyLimit, connector } = account;
  if (monthlyLimit !== null && !row.repeated) {
    const used = await store.inTenant(tenantId, (tx) => boughtSince(tx, row.companyId, account.service, monthStart));
    if (used >= monthlyLimit) return { kind: 'account', answer: MONTH_FULL };
  }
  let draft: string | null;
  let order: Awaited<ReturnType<typeof orderOf>>;
  try {
    order = await orderOf(store, tenantId, row, account);
    if (order.refusal !== undefined) return { kind: 'refused', answer: order.refusal };
    const prepared = await connector.prepare(order.order);
    if (prepared.kind !== 'ready') return prepared;
    draft = prepared.draft;
  } catch (error) {
    // A mistake in one letter stops that letter and no other; it is tried again, in case its cause is passing.
    return { kind: 'not-taken', answer: `L’envoi n’a pas pu être préparé (${String(error)}).` };
  }
  await work.atStep?.('prepared');
  const before = performance.now();
  const marked = await store.inTenant(tenantId, (tx) => markPaid(tx, row, work.worker, draft));
  if (!marked) return null;
  await work.atStep?.('marked');
  // The mark is there and the call is not made: certain, unless this process slept too long to be sure of its lease.
  if (performance.now() - before > LEASE_MS * LEASE_SHARE) return { kind: 'unknown', answer: 'L’envoi a été retardé.' };
  const outcome = await connector.pay(order.order, draft);
  await work.atStep?.('paid');
  return outcome;
}

/** Asks providers about a company's sendings in doubt. What they are certain of is written down; the rest waits for a person. */
export async function resolveDoubts(work: PaidWork, tenantId: string, companyId: string): Promise<number> {
  const { store, net } = work;
  let resolved = 0;
  for (const row of await store.inTenant(tenantId, (tx) => doubtsToAsk(tx, companyId))) {
    if (work.signal.aborted) break;
    const account = await store.inTenant(tenantId, (tx) =>
      openAccount(tx, store.secrets, net, companyId, serviceOf(row)),
    );
    if (account === null || account.provider !== row.via) {
      await store.inTenant(tenantId, (tx) =>
        stillUnknown(tx, row, 'Ce prestataire n’est plus réglé : il ne peut pas être interrogé.', HOUR_MS),
      );
      continue;
    }
    const { connector } = account;
    const found = await connector.find({ ref: refOf(row.actionId), draft: row.draft, ageMs: row.ageMs });
    resolved += await store.inTenant(tenantId, async (tx) => {
      if (found.kind === 'taken') {
        const answer = `Retrouvé chez le prestataire${found.providerRef === null ? '' : ` sous le numéro ${found.providerRef}`}.`;
        return Number(await settleTaken(tx, row, { ...found, answer, follow: connector.follow !== null }));
      }
      if (found.kind !== 'unknown') return Number(await dueAgain(tx, row, found.kind, 'outbox'));
      await stillUnknown(tx, row, found.answer, row.ageMs);
      return 0;
    });
  }
  return resolved;
}

function isAwake(companyId: string, service: string): boolean {
  return (resting.get(`${companyId} ${service}`)?.until ?? 0) <= performance.now();
}

function rest(companyId: string, service: string): void {
  const key = `${companyId} ${service}`;
  const failures = (resting.get(key)?.failures ?? 0) + 1;
  resting.set(key, { failures, until: performance.now() + accountDelay(failures) });
}

/** Its owner has put an account right, or opened it with a code: it is tried again at once. */
export function wakeAccount(companyId: string, service: string): void {
  resting.delete(`${companyId} ${service}`);
}
