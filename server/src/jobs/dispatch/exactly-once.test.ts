import type { Provider, Service } from '@acquit/recovery';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { openConnector } from '../../channels/index.ts';
import {
  type Fake,
  fakeAr24,
  fakeBrevo,
  fakeHttp,
  fakeMaileva,
  fakeMerciFacteur,
  fakeOvh,
  type Mood,
} from '../../channels/providers/testing/index.ts';
import { closeRender } from '../../render/index.ts';
import type { Store } from '../../store/index.ts';
import { testStore } from '../../testing/index.ts';
import { alone, NOON, type PlantedSendings, plantSendings, round, statesOf, timePasses } from './fixture.ts';
import { refOf } from './ledger.ts';
import { PAID_STEPS } from './send.ts';

afterAll(closeRender);
const fakes: Fake[] = [];
afterEach(async () => {
  for (const fake of fakes.splice(0)) await fake.close();
});

interface Kind {
  provider: Provider;
  service: Service;
  start: () => Promise<Fake>;
  /** How our reference stands at the provider's. */
  named: (ref: string) => string;
  /** He can tell what became of a call whose answer was lost. */
  tells: boolean;
  /** What he never says he did not take stays in doubt: nothing is bought again on a silence. */
  provesAbsence: boolean;
}

/** A kind with a database of its own: a round looks at every organisation that the tests before it left. */
interface Way extends Kind {
  store: Store;
}

const same = (ref: string) => ref;
const KINDS: Kind[] = [
  {
    provider: 'ovh',
    service: 'sms',
    start: fakeOvh,
    named: (ref) => ref.slice(-20),
    tells: true,
    provesAbsence: false,
  },
  { provider: 'brevo', service: 'sms', start: fakeBrevo, named: same, tells: true, provesAbsence: false },
  { provider: 'http', service: 'sms', start: fakeHttp, named: same, tells: false, provesAbsence: false },
  { provider: 'maileva', service: 'registered', start: fakeMaileva, named: same, tells: true, provesAbsence: true },
  { provider: 'maileva', service: 'letter', start: fakeMaileva, named: same, tells: true, provesAbsence: true },
  {
    provider: 'merci-facteur',
    service: 'registered',
    start: () => fakeMerciFacteur(() => NOON),
    named: same,
    tells: true,
    provesAbsence: true,
  },
  { provider: 'ar24', service: 'electronic', start: fakeAr24, named: same, tells: true, provesAbsence: false },
];
const WAYS = await Promise.all(
  KINDS.map(async (kind): Promise<Way> => ({ ...kind, store: (await testStore()).store })),
);

async function planted(way: Way, count: number): Promise<{ fake: Fake; sendings: PlantedSendings }> {
  const fake = await way.start();
  fakes.push(fake);
  const sendings = await plantSendings(way.store, {
    service: way.service,
    provider: way.provider,
    values: fake.values,
    count,
  });
  await alone(way.store, sendings);
  await openConnector(way.provider, way.service, fake.values, { now: () => NOON }).unlock?.('123456');
  return { fake, sendings };
}

/** The promise, counted where it matters: at the provider's. */
async function expectOnce(way: Way, fake: Fake, sendings: PlantedSendings): Promise<string[]> {
  const states = await statesOf(way.store, sendings);
  for (const [n, actionId] of sendings.actionIds.entries()) {
    const bought = fake.bought.filter(({ ref }) => ref === way.named(refOf(actionId))).length;
    const { state, known } = states[n]!;
    expect(bought, `sending ${n} is ${state}`).toBeLessThanOrEqual(1);
    if (state === 'sent') expect(bought, `sending ${n} is said to be sent`).toBe(1);
    // Never lost in silence: what may have been bought is on record and listed.
    if (bought === 1) expect([state, known]).toEqual([expect.stringMatching(/^(sent|in-doubt|ending)$/), true]);
  }
  return states.map(({ state }) => state);
}

describe.each(WAYS.map((way) => [`${way.provider} ${way.service}`, way] as const))('%s', (_name, way) => {
  test('each sending is bought once, and only once however often it is asked for', async () => {
    const { fake, sendings } = await planted(way, 4);
    expect(await round(way.store)).toMatchObject({ sent: 4, inDoubt: 0, troubles: [] });
    expect(await expectOnce(way, fake, sendings)).toEqual(['sent', 'sent', 'sent', 'sent']);
    await timePasses(way.store, sendings);
    expect(await round(way.store)).toMatchObject({ sent: 0 });
    expect(fake.bought).toHaveLength(4);
  });

  test.each(PAID_STEPS)('a process that dies at « %s » buys nothing twice and loses nothing', async (step) => {
    const { fake, sendings } = await planted(way, 3);
    expect(await round(way.store, { dieAt: step, at: 1 })).toBe('died');
    await expectOnce(way, fake, sendings);
    // Nobody touches what the dead one held before its lease has run out.
    expect(await round(way.store)).not.toBe('died');
    for (let n = 0; n < 4; n += 1) {
      await timePasses(way.store, sendings);
      await round(way.store);
    }
    const states = await expectOnce(way, fake, sendings);
    const boughtBefore = step === 'paid';
    const doubtful = (boughtBefore && !way.tells) || (step === 'marked' && !way.provesAbsence);
    expect(states).toEqual(['sent', doubtful ? 'in-doubt' : 'sent', 'sent']);
    expect(fake.bought).toHaveLength(doubtful && !boughtBefore ? 2 : 3);
  });

  test.each<Mood>(['cut', 'cut-answer', 'error', 'silent'])(
    'a provider that takes it and then is « %s »',
    async (mood) => {
      const { fake, sendings } = await planted(way, 3);
      fake.moods = ['well', mood];
      // Only a silence has to be cut short; an answer takes the time that the machine has.
      await round(way.store, mood === 'silent' ? { wholeMs: 1_000 } : {});
      expect(await expectOnce(way, fake, sendings)).toEqual(['sent', 'in-doubt', 'sent']);
      for (let n = 0; n < 4; n += 1) {
        await timePasses(way.store, sendings);
        await round(way.store);
      }
      expect(await expectOnce(way, fake, sendings)).toEqual(['sent', way.tells ? 'sent' : 'in-doubt', 'sent']);
      expect(fake.bought).toHaveLength(3);
    },
  );

  test('a refusal is for good, a busy provider is for later', async () => {
    const { fake, sendings } = await planted(way, 2);
    fake.moods = ['busy'];
    await round(way.store);
    expect(await expectOnce(way, fake, sendings)).toEqual(['due', 'sent']);
    await timePasses(way.store, sendings);
    await round(way.store);
    expect(await expectOnce(way, fake, sendings)).toEqual(['sent', 'sent']);
  });
});

test('kills and cuts at random, over many rounds: nothing twice, nothing lost', async () => {
  const way = WAYS[3]!;
  const { fake, sendings } = await planted(way, 8);
  let seed = 20_261_120;
  const dice = (sides: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % sides;
  };
  const moods: Mood[] = ['well', 'cut', 'error', 'cut-answer', 'busy'];
  for (let n = 0; n < 25; n += 1) {
    fake.moods = Array.from({ length: 4 }, () => moods[dice(moods.length)]!);
    await round(way.store, { dieAt: PAID_STEPS[dice(PAID_STEPS.length)]!, at: dice(4), wholeMs: 300 });
    await timePasses(way.store, sendings);
    await expectOnce(way, fake, sendings);
  }
  fake.moods = [];
  for (let n = 0; n < 4; n += 1) {
    await timePasses(way.store, sendings);
    await round(way.store);
  }
  expect(await expectOnce(way, fake, sendings)).toEqual(Array(8).fill('sent'));
  expect(fake.bought).toHaveLength(8);
}, 120_000);
