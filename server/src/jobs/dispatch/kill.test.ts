import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import {
  judgePaid,
  killAt,
  letSettle,
  MOMENTS,
  type Moment,
  openScene,
  type PaidScene,
  type PaidWayName,
  paidFailures,
} from '../../../../drills/kill/paid-drill.ts';
import { killHard, startProcess } from '../../../../drills/lib/processes.ts';
import { closeRender } from '../../render/index.ts';
import { testStore } from '../../testing/index.ts';
import { statesOf } from './fixture.ts';
import { paidArrived } from './person.ts';

/** The short form of `node drills/kill/paid.ts`, on every push: real processes, killed at each step of a purchase. */
const { store, home, databaseUrl } = await testStore();
const env = { ACQUIT_HOME: home, DATABASE_URL: databaseUrl };

afterAll(closeRender);
const scenes: PaidScene[] = [];
afterEach(async () => {
  for (const { fake } of scenes.splice(0)) await fake.close();
});

async function scene(way: PaidWayName, count: number): Promise<PaidScene> {
  scenes.push(await openScene(store, env, way, count));
  return scenes.at(-1)!;
}

/**
 * Where each is killed, and after which of these its provider cannot be certain: a call that was about to be made, and
 * perhaps was, stays with a person. What comes before the call is the same code for all.
 */
const WAYS: [way: PaidWayName, moments: readonly Moment[], doubtful: number][] = [
  ['registered letter, Maileva', MOMENTS, 0],
  ['electronic registered letter, AR24', ['marked', 'asked', 'paid'], 1],
  ['text message, OVHcloud', ['marked', 'asked', 'paid'], 1],
];

describe.each(WAYS)('%s', (way, moments, doubtful) => {
  test('killed at each step of a purchase: nothing bought twice, nothing lost, every doubt on record', async () => {
    const count = moments.length + 2;
    const here = await scene(way, count);
    for (const moment of moments) {
      expect(await killAt(here, moment, 0), `killed at « ${moment} »`).toBe(true);
      const { boughtTwice, lostInSilence, forgotten } = await judgePaid(here);
      expect([moment, boughtTwice, lostInSilence, forgotten]).toEqual([moment, [], [], []]);
    }
    await letSettle(here);
    const verdict = await judgePaid(here);
    expect(paidFailures(verdict, doubtful)).toEqual([]);
    expect([verdict.sent, verdict.inDoubt.length]).toEqual([count - doubtful, doubtful]);
    // A person who asked the provider ends what nobody could tell.
    for (const { actionId } of verdict.inDoubt)
      await store.inTenant(here.sendings.tenantId, (tx) => paidArrived(tx, { actionId, by: 'user:claire' }));
    expect((await judgePaid(here)).inDoubt).toEqual([]);
  }, 120_000);
});

test('the program itself, killed while its provider has the letter, finds it again and buys no second one', async () => {
  const here = await scene('registered letter, Maileva', 2);
  const program = pathToFileURL(join(import.meta.dirname, '../../../../bin/acquit.mjs'));
  const args = ['dispatch', 'run', '--json'];
  here.fake.moods = ['silent'];
  const taken = new Promise<void>((resolve) => {
    here.fake.atPaid = resolve;
  });
  const dying = startProcess(program, args, env);
  await taken;
  await killHard(dying);
  expect(here.fake.bought).toHaveLength(1);
  await letSettle(here);
  expect((await statesOf(store, here.sendings)).map(({ state }) => state)).toEqual(['sent', 'sent']);
  expect(paidFailures(await judgePaid(here), 0)).toEqual([]);
}, 120_000);

test('the same drill catches the usual order, call then mark, buying twice', async () => {
  const here = await scene('text message, OVHcloud', 2);
  expect(await killAt(here, 'paid', 0, 'naive')).toBe(true);
  await letSettle(here, 'naive');
  expect((await judgePaid(here)).boughtTwice).toHaveLength(1);
}, 120_000);
