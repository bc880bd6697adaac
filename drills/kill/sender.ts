/**
 * The process that gets killed: it opens the store as the product does and sends until nothing is left to settle.
 *
 *     node sender.ts <held | naive> <lease in ms> <connections>
 *
 * `held` is the product's own outbox. `naive` is the order most products use, kept as the canary of the drill.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { composeReminder, countOpen } from '../../server/src/jobs/outbox/fixture.ts';
import { type Compose, sendDueOnce } from '../../server/src/jobs/outbox/index.ts';
import { openStore } from '../../server/src/store/index.ts';
import { appendJournal } from '../../server/src/store/journal/index.ts';
import { sendThenMark } from './naive.ts';

const [order = 'held', leaseMs = '1000', connections = '5'] = process.argv.slice(2);
const IDLE_MS = 100;

const store = await openStore({
  home: process.env.ACQUIT_HOME!,
  ...(process.env.DATABASE_URL ? { databaseUrl: process.env.DATABASE_URL } : {}),
});

let working = false;
/** The first message is being made: from here on every moment is one to die in. */
const compose: Compose = (mail) => {
  if (!working) process.stdout.write('working\n');
  working = true;
  return composeReminder(mail);
};

async function open(): Promise<number> {
  let total = 0;
  for (const { tenantId } of await store.lookup.listTenants()) total += await store.inTenant(tenantId, countOpen);
  return total;
}

while ((await open()) > 0) {
  if (order === 'naive') await sendThenMark(store, Number(connections), compose);
  else {
    await sendDueOnce({
      store,
      journal: appendJournal,
      compose,
      leaseMs: Number(leaseMs),
      connections: Number(connections),
      // Small batches: what a killed process had reserved stays out of reach until its lease is over.
      batch: 10,
      onUnwritten: (settlement, why) => console.error('unwritten', settlement.mail.actionId, why),
    });
  }
  await pause(IDLE_MS);
}
await store.close();
