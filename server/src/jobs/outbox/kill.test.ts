import { expect, test } from 'vitest';
import { runKillDrill } from '../../../../drills/kill/drill.ts';
import { failuresOf } from '../../../../drills/kill/verdict.ts';
import { testStore } from '../../testing/index.ts';

const { store, home, databaseUrl } = await testStore();
const CONNECTIONS = 5;
const KILLS = 8;

/** The short form of `node drills/kill/main.ts`, on every push. */
const run = (order: 'held' | 'naive', seed: number) =>
  runKillDrill({
    store,
    env: { ACQUIT_HOME: home, DATABASE_URL: databaseUrl },
    folder: home,
    messages: 200,
    kills: KILLS,
    seed,
    order,
    connections: CONNECTIONS,
    leaseMs: 1_000,
  });

test('killed hard at random moments: nothing lost in silence, nothing twice, every doubt listed', async () => {
  const seed = process.pid;
  const { verdict, killed } = await run('held', seed);
  expect(failuresOf(verdict, killed * CONNECTIONS), `seed ${seed}`).toEqual([]);
  expect(killed, `seed ${seed}: kills that met a sender at work`).toBe(KILLS);
  expect(verdict.messages).toBe(200);
}, 300_000);

test('the same drill catches the usual order, send then mark, sending twice', async () => {
  const { verdict } = await run('naive', 1);
  expect(verdict.sentTwice.length).toBeGreaterThan(0);
}, 300_000);
