/**
 * The process that gets killed while it buys: one round of paid sendings, as the server does every minute.
 *
 *     node paid-sender.ts <held | naive> [<step> <nth>]
 *
 * `held` is the product's own round; at the nth passage of <step> it says so and stands still, to be killed there.
 * `naive` is the order most products use, call then mark, kept as the canary of the drill.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { paidRound } from '../../server/src/jobs/dispatch/index.ts';
import type { PaidStep, PaidWork } from '../../server/src/jobs/dispatch/send.ts';
import { closeRender } from '../../server/src/render/index.ts';
import { openStore } from '../../server/src/store/index.ts';
import { buyThenMark, workOf } from './naive-paid.ts';

const [order = 'held', step = '', nth = '0'] = process.argv.slice(2);
/** Longer than any drill: whoever stands still here is killed here. */
const FOR_EVER_MS = 3_600_000;

const store = await openStore({
  home: process.env.ACQUIT_HOME!,
  ...(process.env.DATABASE_URL ? { databaseUrl: process.env.DATABASE_URL } : {}),
});
let passed = 0;
let working = false;
const work: PaidWork = {
  ...workOf(store),
  async atStep(now: PaidStep) {
    if (step === '' && !working) process.stdout.write('working\n');
    working = true;
    if (now !== step || passed++ !== Number(nth)) return;
    process.stdout.write(`at ${step}\n`);
    await pause(FOR_EVER_MS);
  },
};
await (order === 'naive' ? buyThenMark(work) : paidRound(work));
await closeRender();
await store.close();
