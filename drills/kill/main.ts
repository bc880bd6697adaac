/**
 * The drill of the promise: a real database, a real mail server, and the sending process killed at random moments.
 *
 *     node drills/kill/main.ts [--kills 50] [--messages 1000] [--seed n] [--order held | naive | both]
 *
 * With `both` (the default) the usual order "send, then mark" runs through the same drill afterwards and must be caught
 * sending twice: a drill that cannot fail proves nothing. Ends with 0 when every promise was kept.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openStore } from '../../server/src/store/index.ts';
import { runKillDrill } from './drill.ts';
import { describe, failuresOf } from './verdict.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '50' },
    messages: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    order: { type: 'string', default: 'both' },
  },
});
const seed = Number(values.seed);
const kills = Number(values.kills);
const CONNECTIONS = 5;

const home = mkdtempSync(join(tmpdir(), 'kill-drill-'));
const store = await openStore({ home });
let failed = false;
try {
  for (const order of values.order === 'both' ? (['held', 'naive'] as const) : [values.order as 'held' | 'naive']) {
    const start = performance.now();
    const { verdict, killed, sentUnderKills } = await runKillDrill({
      store,
      env: { ACQUIT_HOME: home },
      folder: home,
      messages: Number(values.messages),
      kills,
      seed,
      order,
      connections: CONNECTIONS,
      leaseMs: 1_000,
    });
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(
      `\n${order === 'held' ? 'hold the final dot' : 'send, then mark (canary)'}: seed ${seed}, ${seconds} s`,
    );
    console.log(`kills               ${killed} of ${kills} met a sender at work, over ${sentUnderKills} messages`);
    console.log(describe(verdict));
    if (order === 'held') {
      const failures = failuresOf(verdict, killed * CONNECTIONS);
      if (killed < kills) failures.push(`only ${killed} of ${kills} kills met a sender at work`);
      for (const failure of failures) console.log(`NOT KEPT: ${failure}`);
      failed ||= failures.length > 0;
    } else if (verdict.sentTwice.length === 0) {
      console.log('NOT KEPT: the canary was not caught; this drill could not have failed');
      failed = true;
    } else console.log('caught, as it must be');
  }
} finally {
  await store.close();
  rmSync(home, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;
