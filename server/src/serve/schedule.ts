import { day, formatDay } from '@acquit/law';
import type { BodaccNet, StripeNet } from '../channels/index.ts';
import type { Clock } from '../clock.ts';
import type { Readers } from '../intake/index.ts';
import {
  checkDueSources,
  digestRound,
  endDeadImports,
  followCardPayments,
  paidRound,
  paidWorkerName,
  refreshBeforeSending,
  runPass,
  watchNotices,
} from '../jobs/index.ts';
import { type Store, tidyTenant } from '../store/index.ts';

/** Hour in Europe/Paris from which the day's pass may run by itself: early enough for the morning's mail. */
const FROM_HOUR = 6;
const LOOK_EVERY_MS = 60_000;

export interface Schedule {
  /** Stops looking and waits for a pass, and for the file of a source, under way. */
  stop(): Promise<void>;
}

interface ScheduleLog {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** What the schedule works with. */
export interface ScheduleParts {
  store: Store;
  readers: Readers;
  clock: Clock;
  log: ScheduleLog;
  stripe: StripeNet;
  bodacc: BodaccNet;
  /** Where people open the app; null: on this machine only. */
  publicUrl: URL | null;
  /** Tells the outbox that something is in it. */
  wake: () => void;
}

/**
 * Runs the pass of each company once a day, and looks at the watched sources when their time has come; just before a
 * pass, at those its company wants fresh. Ends the imports whose process died. The database remembers what is done, so a
 * machine that was off catches up when it is on again, and several servers on one database change nothing: a repeated
 * pass finds nothing due, and a source is looked at by one.
 */
export function startSchedule(parts: ScheduleParts): Schedule {
  const stopping = new AbortController();
  // A slow mailbox must not delay the pass of the day: each has its own round.
  const rounds = [
    () => runPasses(parts, stopping.signal),
    () => checkSources(parts, stopping.signal),
    () => endImports(parts),
    () => followCards(parts, stopping.signal),
    () => handPaid(parts, stopping.signal),
    () => lookForNotices(parts, stopping.signal),
    () => sendDigests(parts, stopping.signal),
  ].map((work) => inRounds(work, parts.log, stopping.signal));
  return {
    async stop() {
      stopping.abort();
      await Promise.all(rounds.map((round) => round.end()));
    },
  };
}

/** Does a work now and then every minute, never twice at once. An error is logged, and the next minute tries again. */
function inRounds(work: () => Promise<void>, log: ScheduleLog, signal: AbortSignal): { end(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  const tick = () => {
    running = running
      .then(() => (signal.aborted ? undefined : work()))
      .catch((error) => log.error({ error: String(error) }, 'The schedule met an error; it looks again in a minute.'));
  };
  const timer = setInterval(tick, LOOK_EVERY_MS);
  tick();
  return {
    end() {
      clearInterval(timer);
      return running;
    },
  };
}

async function runPasses({ store, readers, clock, log, wake }: ScheduleParts, signal: AbortSignal): Promise<void> {
  const paris = Temporal.Instant.fromEpochMilliseconds(clock.now()).toZonedDateTimeISO('Europe/Paris');
  if (paris.hour < FROM_HOUR) return;
  const on = formatDay(clock.today());
  for (const { tenantId } of await store.lookup.listTenants()) {
    for (const companyId of await companiesWithoutPass(store, tenantId, on)) {
      if (signal.aborted) return;
      await refreshBeforeSending({ store, readers, today: on }, { tenantId, companyId });
      const pass = await runPass(store, { tenantId, companyId, on: day(on), dryRun: false });
      log.info({ ...pass }, 'The pass of the day is done.');
      if (pass.messages > 0) wake();
      await store.inTenant(tenantId, tidyTenant);
    }
  }
}

async function checkSources({ store, readers, clock, log, wake }: ScheduleParts, signal: AbortSignal): Promise<void> {
  const options = {
    store,
    readers,
    clock,
    signal,
    today: formatDay(clock.today()),
    onError: (error: unknown) => log.error({ error: String(error) }, 'A file of a source met an error.'),
  };
  await checkDueSources(options, ({ sourceId, trouble, imported }) => {
    if (trouble) log.warn({ sourceId, code: trouble.code }, trouble.message);
    // Recent bank data may have come: what the guard held may leave.
    if (imported > 0 || trouble === null) wake();
  });
}

/** Asks about payments by card of which nobody has told us. */
async function followCards({ store, clock, stripe }: ScheduleParts, signal: AbortSignal): Promise<void> {
  await followCardPayments({ store, clock, net: stripe }, signal);
}

/** Asks the BODACC about customers who owe, for the companies that switched the watch on. It waits for nobody. */
async function lookForNotices({ store, clock, log, bodacc }: ScheduleParts, signal: AbortSignal): Promise<void> {
  await watchNotices({ store, net: bodacc, today: formatDay(clock.today()), signal }, ({ trouble, ...counts }) => {
    if (trouble) log.warn({ ...counts, code: trouble.code }, trouble.message);
    else if (counts.asked > 0) log.info({ ...counts }, 'The BODACC was asked about customers.');
  });
}

/** Says of the imports that a power cut or a kill left under way that nothing of them was kept. */
async function endImports({ store, log }: ScheduleParts): Promise<void> {
  for (const { tenantId } of await store.lookup.listTenants()) {
    const ended = await endDeadImports(store, tenantId);
    if (ended > 0) log.warn({ tenantId, ended }, 'Imports whose process died were ended; nothing of them was kept.');
  }
}

/** Hands over what people gave to paid providers, asks about doubts, and follows what left. */
async function handPaid({ store, clock, log }: ScheduleParts, signal: AbortSignal): Promise<void> {
  const net = { now: clock.now, options: { signal } };
  const round = await paidRound({ store, net, worker: paidWorkerName(), today: clock.today, signal });
  for (const { companyId, service, answer } of round.troubles)
    log.warn({ companyId, service, answer }, 'A provider does not open an account.');
}

/** Writes and sends the weeks told by e-mail; the digest of a day follows its pass. */
async function sendDigests({ store, clock, log, publicUrl }: ScheduleParts, signal: AbortSignal): Promise<void> {
  const { troubles } = await digestRound({ store, today: clock.today(), appUrl: publicUrl, signal });
  for (const { companyId, message } of troubles) log.warn({ companyId }, message);
}

async function companiesWithoutPass(store: Store, tenantId: string, on: string): Promise<string[]> {
  return store.inTenant(tenantId, async (tx) => {
    const { rows } = await tx.query<{ company_id: string }>(
      `select c.company_id from company c
        where c.tenant_id = $1
          and not exists (select from pass p where p.tenant_id = c.tenant_id and p.company_id = c.company_id and p.on_day >= $2)
        order by c.created_at`,
      [tenantId, on],
    );
    return rows.map((row) => row.company_id);
  });
}
