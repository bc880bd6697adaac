import { setTimeout as pause } from 'node:timers/promises';
import { openConnector } from '../../server/src/channels/index.ts';
import {
  type Fake,
  fakeAr24,
  fakeMaileva,
  fakeMerciFacteur,
  fakeOvh,
  type Mood,
} from '../../server/src/channels/providers/testing/index.ts';
import {
  alone,
  NOON,
  type PlantedSendings,
  plantSendings,
  round,
  statesOf,
  timePasses,
} from '../../server/src/jobs/dispatch/fixture.ts';
import { refOf } from '../../server/src/jobs/dispatch/ledger.ts';
import type { PaidStep } from '../../server/src/jobs/dispatch/send.ts';
import type { Store } from '../../server/src/store/index.ts';
import { verifyJournal } from '../../server/src/store/journal/index.ts';
import { killHard, startProcess } from '../lib/processes.ts';
import { type Random, randomFrom } from '../lib/random.ts';
import { buyThenMark, workOf } from './naive-paid.ts';

const SENDER = new URL('./paid-sender.ts', import.meta.url);

/** What is bought of whom; the provider is a server of ours that checks what the real one checks and is never killed. */
export const PAID_WAYS = {
  'registered letter, Maileva': { service: 'registered', provider: 'maileva', start: fakeMaileva },
  'registered letter, Merci Facteur': {
    service: 'registered',
    provider: 'merci-facteur',
    start: () => fakeMerciFacteur(() => NOON),
  },
  'electronic registered letter, AR24': { service: 'electronic', provider: 'ar24', start: fakeAr24 },
  'text message, OVHcloud': { service: 'sms', provider: 'ovh', start: fakeOvh },
} as const;
export type PaidWayName = keyof typeof PAID_WAYS;

/** Where a process is killed; `asked`: its provider has taken the sending and said nothing yet. */
export type Moment = PaidStep | 'asked';
export const MOMENTS: readonly Moment[] = ['taken', 'prepared', 'marked', 'asked', 'paid', 'settled'];

/** A company, its provider and its sendings, and how a process finds them. */
export interface PaidScene {
  store: Store;
  env: Record<string, string>;
  fake: Fake;
  sendings: PlantedSendings;
  /** How a sending of ours is called at the provider's. */
  named: (ref: string) => string;
}

export async function openScene(
  store: Store,
  env: Record<string, string>,
  way: PaidWayName,
  count: number,
): Promise<PaidScene> {
  const { service, provider, start } = PAID_WAYS[way];
  const fake = await start();
  const sendings = await plantSendings(store, { service, provider, values: fake.values, count });
  await alone(store, sendings);
  await openConnector(provider, service, fake.values, { now: () => NOON }).unlock?.('123456');
  return { store, env, fake, sendings, named: provider === 'ovh' ? (ref) => ref.slice(-20) : (ref) => ref };
}

/** Starts a process that buys and kills it hard at a moment of its nth sending; false when it ended without coming there. */
export async function killAt(
  { env, fake }: PaidScene,
  moment: Moment,
  nth: number,
  order: 'held' | 'naive' = 'held',
): Promise<boolean> {
  let asked = 0;
  const atProvider = new Promise<true>((resolve) => {
    // He stays silent on that one: no answer races the kill.
    if (moment === 'asked') fake.moods = [...Array<Mood>(nth).fill('well'), 'silent'];
    fake.atPaid = () => {
      if (asked++ === nth) resolve(true);
    };
  });
  const running = startProcess(SENDER, moment === 'asked' ? [order] : [order, moment, String(nth)], env);
  const there = moment === 'asked' ? atProvider : running.firstLine.then(() => true);
  const met = await Promise.race([there.catch(() => false), running.ended.then(() => false)]);
  await killHard(running);
  fake.atPaid = null;
  fake.moods = [];
  return met;
}

/** Kills a process at no particular moment, up to `mostMs` after it began to work; false when it had ended by itself. */
export async function killAnywhere({ env }: PaidScene, random: Random, mostMs: number): Promise<boolean> {
  const running = startProcess(SENDER, ['held'], env);
  await Promise.race([running.firstLine.catch(() => null), running.ended]);
  const ended = await Promise.race([
    running.ended.then(() => true),
    pause(random.between(0, mostMs)).then(() => false),
  ]);
  await killHard(running);
  return !ended;
}

/** Lets whole rounds pass, leases and waits over, until every sending stands still; nobody is killed any more. */
export async function letSettle({ store, sendings }: PaidScene, order: 'held' | 'naive' = 'held'): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) {
    await timePasses(store, sendings);
    if (order === 'held') await round(store, { wholeMs: 20_000 });
    else await buyThenMark(workOf(store));
  }
}

/** What was bought, by the provider's own count, against what we say of it. */
export interface PaidVerdict {
  sent: number;
  /** Listed for a person or for the next question to the provider, with whether it was in fact bought. */
  inDoubt: { actionId: string; bought: boolean }[];
  boughtTwice: string[];
  /** Said to be sent, and never bought. */
  lostInSilence: string[];
  /** Bought, and neither said nor in doubt. */
  forgotten: string[];
  /** Neither sent nor in doubt when all was done. */
  unfinished: string[];
  /** Bought by nobody of ours. */
  strangers: number;
  journalValid: boolean;
}

export async function judgePaid({ store, fake, sendings, named }: PaidScene): Promise<PaidVerdict> {
  const states = await statesOf(store, sendings);
  const times = sendings.actionIds.map((id) => fake.bought.filter(({ ref }) => ref === named(refOf(id))).length);
  const where = (keep: (state: string, bought: number, known: boolean) => boolean) =>
    sendings.actionIds.filter((_, n) => keep(states[n]!.state, times[n]!, states[n]!.known));
  return {
    sent: where((state) => state === 'sent').length,
    inDoubt: sendings.actionIds.flatMap((actionId, n) =>
      states[n]!.state === 'in-doubt' ? [{ actionId, bought: times[n]! > 0 }] : [],
    ),
    boughtTwice: where((_state, bought) => bought > 1),
    lostInSilence: where((state, bought) => state === 'sent' && bought === 0),
    forgotten: where(
      (state, bought, known) => bought > 0 && !(known && ['sent', 'in-doubt', 'ending'].includes(state)),
    ),
    unfinished: where((state) => state !== 'sent' && state !== 'in-doubt'),
    strangers: fake.bought.length - times.reduce((sum, one) => sum + one, 0),
    journalValid: (await verifyJournal(store, sendings.tenantId)).valid,
  };
}

/** Every promise that was not kept, as sentences; `mostDoubts` bounds what may be left to a person. */
export function paidFailures(verdict: PaidVerdict, mostDoubts: number): string[] {
  const failures: string[] = [];
  for (const what of ['boughtTwice', 'lostInSilence', 'forgotten', 'unfinished'] as const)
    if (verdict[what].length > 0) failures.push(`${what}: ${verdict[what].length}`);
  if (verdict.strangers !== 0) failures.push(`strangers: ${verdict.strangers}`);
  if (verdict.inDoubt.length > mostDoubts) failures.push(`in doubt: ${verdict.inDoubt.length}, at most ${mostDoubts}`);
  if (!verdict.journalValid) failures.push('the chain does not verify');
  return failures;
}

/** Lets the first sendings leave and holds the others, as the hours of a company do. */
async function release({ store, sendings }: PaidScene, count: number): Promise<void> {
  await store.inTenant(sendings.tenantId, (tx) =>
    tx.query(
      `update outbox set send_window = case when action_id = any($1::uuid[]) then null else '{}'::int4multirange end where state = 'due'`,
      [sendings.actionIds.slice(0, count)],
    ),
  );
}

/** A long campaign: kills at chosen and at random moments, a provider in every mood, then all is left to settle. */
export async function paidCampaign(
  scene: PaidScene,
  { kills, seed }: { kills: number; seed: number },
): Promise<{ verdict: PaidVerdict; met: number }> {
  const random = randomFrom(seed);
  const moods: Mood[] = ['well', 'well', 'well', 'cut', 'cut-answer', 'error', 'busy'];
  let met = 0;
  await release(scene, 0);
  for (let kill = 0; kill < kills; kill += 1) {
    // A share at a time, so that the last kill meets work as well as the first.
    await release(scene, Math.ceil(((kill + 1) * scene.sendings.actionIds.length) / kills));
    const chosen = random.next() < 0.5;
    if (!chosen) scene.fake.moods = Array.from({ length: 6 }, () => moods[random.between(0, moods.length - 1)]!);
    met += Number(
      chosen
        ? await killAt(scene, MOMENTS[random.between(0, MOMENTS.length - 1)]!, random.between(0, 1))
        : await killAnywhere(scene, random, 150),
    );
    await timePasses(scene.store, scene.sendings);
    const { boughtTwice, lostInSilence, forgotten } = await judgePaid(scene);
    if (boughtTwice.length + lostInSilence.length + forgotten.length > 0) break;
  }
  scene.fake.moods = [];
  await release(scene, scene.sendings.actionIds.length);
  await letSettle(scene);
  return { verdict: await judgePaid(scene), met };
}
