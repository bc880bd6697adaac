/**
 * The drill of what costs: a real database, providers of ours that count what they sell, and the buying process killed
 * at each step and at random.
 *
 *     node drills/kill/paid.ts [--kills 40] [--messages 60] [--seed n]
 *
 * Then the usual order "call, then mark" is killed after its call and must be caught buying twice: a drill that cannot
 * fail proves nothing. Ends with 0 when every promise was kept.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { closeRender } from '../../server/src/render/index.ts';
import { openStore } from '../../server/src/store/index.ts';
import {
  judgePaid,
  killAt,
  letSettle,
  openScene,
  PAID_WAYS,
  type PaidWayName,
  paidCampaign,
  paidFailures,
} from './paid-drill.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '40' },
    messages: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const [kills, messages, seed] = [Number(values.kills), Number(values.messages), Number(values.seed)];

const home = mkdtempSync(join(tmpdir(), 'paid-drill-'));
const store = await openStore({ home });
const env = { ACQUIT_HOME: home };
let failed = false;
try {
  for (const way of Object.keys(PAID_WAYS) as PaidWayName[]) {
    const scene = await openScene(store, env, way, messages);
    try {
      const start = performance.now();
      const { verdict, met } = await paidCampaign(scene, { kills, seed });
      console.log(`\n${way}: seed ${seed}, ${((performance.now() - start) / 1000).toFixed(1)} s`);
      console.log(`kills          ${met} of ${kills} met a process at work`);
      const bought = verdict.inDoubt.filter((doubt) => doubt.bought).length;
      console.log(`sent           ${verdict.sent} of ${messages}`);
      console.log(`bought twice   ${verdict.boughtTwice.length}`);
      console.log(`lost, silent   ${verdict.lostInSilence.length + verdict.forgotten.length}`);
      console.log(`in doubt       ${verdict.inDoubt.length} (${bought} bought), for a person`);
      const failures = paidFailures(verdict, kills);
      if (met < kills / 2) failures.push(`only ${met} of ${kills} kills met a process at work`);
      for (const failure of failures) console.log(`NOT KEPT: ${failure}`);
      failed ||= failures.length > 0;
    } finally {
      await scene.fake.close();
    }
  }
  const canary = await openScene(store, env, 'text message, OVHcloud', 3);
  try {
    await killAt(canary, 'paid', 1, 'naive');
    await letSettle(canary, 'naive');
    const caught = (await judgePaid(canary)).boughtTwice.length;
    console.log(`\ncall, then mark (canary): ${caught > 0 ? 'caught, as it must be' : 'NOT KEPT: it was not caught'}`);
    failed ||= caught === 0;
  } finally {
    await canary.fake.close();
  }
} finally {
  await closeRender();
  await store.close();
  rmSync(home, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;
