import { day, formatDay } from '@acquit/law';
import type { Clock } from '../clock.ts';
import { runPass } from '../jobs/index.ts';
import { type Store, tidyTenant } from '../store/index.ts';

/** Hour in Europe/Paris from which the day's pass may run by itself: early enough for the morning's mail. */
const FROM_HOUR = 6;
const LOOK_EVERY_MS = 60_000;

export interface Schedule {
  /** Stops looking and waits for a pass under way. */
  stop(): Promise<void>;
}

interface ScheduleLog {
  info(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/**
 * Runs the pass of each company once a day. The database remembers which days are done, so a machine that was off
 * catches up when it is on again, and several servers on one database change nothing: a repeated pass finds nothing due.
 */
export function startSchedule(store: Store, clock: Clock, log: ScheduleLog, wake: () => void): Schedule {
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  const look = async () => {
    const paris = Temporal.Instant.fromEpochMilliseconds(clock.now()).toZonedDateTimeISO('Europe/Paris');
    if (paris.hour < FROM_HOUR) return;
    const on = formatDay(clock.today());
    for (const { tenantId } of await store.lookup.listTenants()) {
      for (const companyId of await companiesWithoutPass(store, tenantId, on)) {
        if (stopped) return;
        const pass = await runPass(store, { tenantId, companyId, on: day(on), dryRun: false });
        log.info({ ...pass }, 'The pass of the day is done.');
        if (pass.messages > 0) wake();
        await store.inTenant(tenantId, tidyTenant);
      }
    }
  };
  const tick = () => {
    running = running
      .then(() => (stopped ? undefined : look()))
      .catch((error) => log.error({ error: String(error) }, 'The schedule met an error; it looks again in a minute.'));
  };
  const timer = setInterval(tick, LOOK_EVERY_MS);
  tick();
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
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
