/**
 * Laws that hold for every case, tried on random ones, and a second implementation that lets the days go by one after
 * the other with the dates of the platform and tables of its own. The seed is printed.
 */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { disagreements, type Explanation, type LimitationInput, type LimitationValue, limitation } from '../index.ts';
import { valuesOf } from '../parameters/index.ts';
import { EVENT_KINDS } from './kinds.ts';

const PATIENCE = 120_000;
const SEED = Number(process.env.LAW_SEED ?? Date.now() % 1_000_000_000);
const DAY = 86_400_000;
/** Cases walked day by day: a few thousand days each. */
const RUNS_BY_DAY = Number(process.env.LAW_WALKS ?? 3_000);

type Events = NonNullable<LimitationInput['events']>;
type Event = Events[number];

beforeAll(() => {
  console.info(`limitation properties, seed ${SEED} (LAW_SEED=${SEED} runs it again)`);
});

function assert<T extends unknown[]>(numRuns: number, property: fc.IProperty<T>): void {
  fc.assert(property, { numRuns, seed: SEED });
}

const number = (iso: string) => Date.parse(iso) / DAY;
const iso = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);

function answerTo(input: LimitationInput): LimitationValue {
  const { value, refusal } = limitation(input);
  if (refusal !== undefined) throw new Error(refusal.message);
  return value!;
}

/** The last day as a number, later than all days while something is going on. */
function lastDay(input: LimitationInput): number {
  const { expiresOn } = answerTo(input);
  return expiresOn === null ? Number.POSITIVE_INFINITY : number(expiresOn);
}

/** A setting with one period only, as the second implementation knows it. */
interface Setting {
  readonly input: Omit<LimitationInput, 'events'>;
  readonly nature: 'ordinary' | 'forfeiture' | 'public' | 'title';
  /** Months of the period for what starts on a day. */
  readonly months: (from: number) => number;
  /** Day of a law that shortens the period, with its months. */
  readonly reform?: readonly [number, number];
  readonly shift?: number;
  readonly letters?: readonly string[];
}

const dueOn = (on: string) => ({ dueOn: on });
const SETTINGS: readonly ((on: string) => Setting)[] = [
  (on) => ({
    input: { claimKind: 'goods', debtorKind: 'company', ...dueOn(on) },
    nature: 'ordinary',
    months: () => 60,
  }),
  (on) => ({
    input: { claimKind: 'works', debtorKind: 'consumer', ...dueOn(on) },
    nature: 'ordinary',
    months: () => 24,
  }),
  (on) => ({
    input: { claimKind: 'services', debtorKind: 'trader', contractYears: 10, ...dueOn(on) },
    nature: 'ordinary',
    months: () => 120,
  }),
  (on) => ({
    input: { claimKind: 'services', debtorKind: 'artisan', contractInterruptedBy: ['reminder'], ...dueOn(on) },
    nature: 'ordinary',
    months: () => 60,
    letters: ['reminder'],
  }),
  (on) => ({
    input: { claimKind: 'insurance-premium', debtorKind: 'company', ...dueOn(on) },
    nature: 'ordinary',
    months: () => 24,
    letters: ['formal-notice'],
  }),
  (on) => ({
    input: { claimKind: 'services', debtorKind: 'public-body', performedOn: on },
    nature: 'public',
    months: () => 48,
    letters: ['formal-notice', 'written-claim'],
  }),
  (on) => ({
    input: { claimKind: 'co-ownership', debtorKind: 'consumer', ...dueOn(on) },
    nature: 'ordinary',
    months: (from) => (from < number('2018-11-25') ? 120 : 60),
    reform: [number('2018-11-25'), 60],
  }),
  (on) => ({
    input: { claimKind: 'rent', debtorKind: 'consumer', ...dueOn(on) },
    nature: 'ordinary',
    months: (from) => (from < number('2014-03-27') ? 60 : 36),
    reform: [number('2014-03-27'), 36],
  }),
  (on) => ({
    input: { claimKind: 'consumer-credit', debtorKind: 'consumer', ...dueOn(on) },
    nature: 'forfeiture',
    months: () => 24,
  }),
  (on) => ({
    input: { claimKind: 'cheque', debtorKind: 'company', against: 'drawer', issuedOn: on },
    nature: 'ordinary',
    months: () => 6,
    shift: 8,
  }),
  (on) => ({ input: { claimKind: 'judgment', titleOn: on }, nature: 'title', months: () => 120 }),
];

/** Months later, on the same day number or the last one of the month. */
function later(day: number, months: number): number {
  const from = new Date(day * DAY);
  const to = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1));
  const last = new Date(Date.UTC(to.getUTCFullYear(), to.getUTCMonth() + 1, 0)).getUTCDate();
  return Date.UTC(to.getUTCFullYear(), to.getUTCMonth(), Math.min(from.getUTCDate(), last)) / DAY;
}

const SUSPENDING = new Set(['mediation', 'conciliation', 'small-claims-consent', 'expertise']);
const BINDING = new Set(['court-claim', 'payment-order-served', 'seizure', 'insolvency-filing']);
const RECOGNISING = new Set(['part-payment', 'acknowledgement', 'plan-signed']);
const ENDLESS = new Set([...SUSPENDING, 'court-claim', 'insolvency-filing']);

function effect({ nature, letters = [] }: Setting, { kind, on }: Event): 'starts' | 'stops' | 'nothing' {
  if (letters.includes(kind)) return 'starts';
  if (nature === 'forfeiture') {
    return ['court-claim', 'payment-order-served', 'seizure'].includes(kind) ? 'starts' : 'nothing';
  }
  if (nature === 'public') {
    if (RECOGNISING.has(kind) || kind === 'court-claim' || kind === 'payment-order-served') return 'starts';
    return (kind === 'mediation' || kind === 'conciliation') && on >= '2016-11-20' ? 'stops' : 'nothing';
  }
  if (SUSPENDING.has(kind)) return kind === 'small-claims-consent' && on < '2015-08-08' ? 'nothing' : 'stops';
  return RECOGNISING.has(kind) || BINDING.has(kind) ? 'starts' : 'nothing';
}

/** The events left once each withdrawal has erased the last claim before it, or else the last payment order served. */
function notErased(events: Events): Event[] {
  let left = [...events];
  for (const withdrawal of events
    .filter(({ kind }) => kind === 'claim-withdrawn')
    .sort((a, b) => (a.on < b.on ? -1 : 1))) {
    const rank = ({ kind, on, until }: Event) => `${kind === 'court-claim' ? 1 : 0} ${on} ${until ?? '9999'}`;
    const [erased] = left
      .filter(({ kind, on }) => (kind === 'court-claim' || kind === 'payment-order-served') && on <= withdrawal.on)
      .sort((a, b) => (rank(a) < rank(b) ? 1 : -1));
    left = left.filter((event) => event !== erased);
  }
  return left;
}

/** One period on its way in the second implementation. */
interface Walker {
  /** Days still to run, one count for each law. */
  readonly counts: { firstDay: number; left: number }[];
  readonly base: number;
  readonly lifted: boolean;
}

/** The rule again, day after day; null while something is going on. */
function dayByDay(setting: Setting, events: Events): number | null {
  const { input, nature, months, reform, shift = 0 } = setting;
  const start = number((input.dueOn ?? input.performedOn ?? input.issuedOn ?? input.titleOn)!) + shift;
  const cap = nature === 'ordinary' ? later(start, 240) : Number.POSITIVE_INFINITY;
  const opened = (day: number) =>
    nature === 'public' ? Date.UTC(new Date(day * DAY).getUTCFullYear() + 1, 0, 1) / DAY : day + 1;
  const walker = (from: number, lifted: boolean): Walker => {
    const firstDay = opened(from);
    const base = nature === 'public' ? later(firstDay, months(from)) - 1 : later(from, months(from));
    const counts = [{ firstDay, left: base - firstDay + 1 }];
    if (reform !== undefined && from < reform[0]) {
      counts.push({ firstDay: reform[0], left: later(reform[0], reform[1]) - reform[0] });
    }
    return { counts, base, lifted };
  };
  const plays = notErased(events).map((event) => {
    const from = number(event.on);
    const to =
      event.until === undefined ? (ENDLESS.has(event.kind) ? Number.POSITIVE_INFINITY : from) : number(event.until);
    return { from, to, effect: effect(setting, event), lifts: BINDING.has(event.kind) };
  });
  const firstDay = opened(start);
  let alive: Walker[] = [walker(start, false)];
  let floor = 0;
  /** Last day of a claim in court that is going on, and whether it lifts the limit. */
  let pending: { to: number; lifts: boolean }[] = [];
  let stops: number[] = [];
  const horizon = start + 60_000;
  const busy = new Set([start, ...plays.flatMap(({ from, to }) => [from, to])]);
  for (let day = start; day < horizon; day++) {
    if (busy.has(day)) {
      for (const play of plays) {
        const isNow = play.from === day || (day === start && play.from < start);
        if (!isNow || play.effect === 'nothing') continue;
        if (play.effect === 'starts' && play.to >= start) pending.push(play);
        if (play.effect === 'stops' && play.to >= firstDay) stops.push(play.to);
      }
      if ([...pending.map(({ to }) => to), ...stops].includes(Number.POSITIVE_INFINITY)) return null;
      for (const { lifts } of pending.filter(({ to }) => to === day)) alive.push(walker(day, lifts));
      pending = pending.filter(({ to }) => to > day);
    }
    const isStopped = stops.length > 0;
    if (isStopped && busy.has(day)) {
      if (stops.every((to) => to === day)) floor = later(day, 6);
      stops = stops.filter((to) => to > day);
    }
    let isOneOver = false;
    for (const { counts, base } of alive) {
      for (const count of counts) {
        if (day >= count.firstDay && !isStopped) count.left--;
        isOneOver ||= count.left <= 0 || day >= Math.min(cap, base);
      }
    }
    if (!isOneOver && alive.length > 0) continue;
    alive = alive.filter(({ counts, base, lifted }) => {
      const limit = lifted ? Math.max(base, cap) : cap;
      const isOver = counts.some(({ left }) => left <= 0);
      const isHeld = isStopped && stops.length > 0;
      return day < limit && (!isOver || isHeld || day < floor);
    });
    if (alive.length === 0 && pending.length === 0) return day;
  }
  throw new Error('The walk never ends.');
}

const FIRST = number('2008-06-19');
const anyEvent = (start: number): fc.Arbitrary<Event> =>
  fc
    .record({
      kind: fc.constantFrom(...EVENT_KINDS),
      after: fc.oneof(fc.integer({ min: -200, max: 400 }), fc.integer({ min: 0, max: 6_000 }), fc.nat(60)),
      lasts: fc.option(fc.oneof(fc.nat(40), fc.nat(900)), { freq: 8 }),
    })
    .map(({ kind, after, lasts }) => {
      const on = Math.max(FIRST, start + after);
      const mayEnd = ENDLESS.has(kind) || kind === 'payment-order-served' || kind === 'seizure';
      return { kind, on: iso(on), ...(mayEnd && lasts !== null ? { until: iso(on + lasts) } : {}) };
    });
const anyCase = fc
  .record({ setting: fc.constantFrom(...SETTINGS), start: fc.integer({ min: FIRST, max: number('2026-11-21') }) })
  .chain(({ setting, start }) =>
    fc.record({ setting: fc.constant(setting(iso(start))), events: fc.array(anyEvent(start), { maxLength: 6 }) }),
  );

describe('limitation', { timeout: PATIENCE }, () => {
  test('days that go by one after the other give the same last day', () => {
    assert(
      RUNS_BY_DAY,
      fc.property(anyCase, ({ setting, events }) => {
        const walked = dayByDay(setting, events);
        expect(answerTo({ ...setting.input, events }).expiresOn).toBe(walked === null ? null : iso(walked));
      }),
    );
  });

  test('the order in which events are told is irrelevant', () => {
    const shuffled = anyCase.chain(({ setting, events }) =>
      fc.record({
        input: fc.constant({ ...setting.input, events }),
        again: fc.shuffledSubarray(events, { minLength: events.length }),
      }),
    );
    assert(
      2_000,
      fc.property(shuffled, ({ input, again }) => {
        expect(limitation({ ...input, events: again })).toEqual(limitation(input));
      }),
    );
  });

  test('an act that interrupts or suspends never brings the last day nearer', () => {
    const more = anyCase.chain(({ setting, events }) =>
      fc.record({
        input: fc.constant({ ...setting.input, events }),
        event: anyEvent(number(Object.values(dates(setting))[0]!)).filter(({ kind }) => kind !== 'claim-withdrawn'),
      }),
    );
    assert(
      4_000,
      fc.property(more, ({ input, event }) => {
        // A withdrawal in the case would erase the new claim instead of another.
        const events = input.events.filter(({ kind }) => kind !== 'claim-withdrawn');
        const before = lastDay({ ...input, events });
        expect(lastDay({ ...input, events: [...events, event] })).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  test('a notice or a reminder changes nothing, but for a premium, a public debtor or a clause', () => {
    assert(
      1_500,
      fc.property(anyCase, fc.nat(3_000), ({ setting, events }, after) => {
        const on = iso(number(Object.values(dates(setting))[0]!) + after);
        for (const kind of ['formal-notice', 'reminder', 'written-claim', 'payment-order-filed'] as const) {
          if (setting.letters?.includes(kind)) continue;
          const input = { ...setting.input, events };
          expect(lastDay({ ...input, events: [...events, { kind, on }] })).toBe(lastDay(input));
        }
      }),
    );
  });

  test('a claim that is withdrawn never was', () => {
    assert(
      3_000,
      fc.property(anyCase, fc.nat(3_000), fc.nat(900), ({ setting, events }, after, lasts) => {
        const from = number(Object.values(dates(setting))[0]!) + after;
        const others = events.filter(({ kind }) => kind !== 'claim-withdrawn' && kind !== 'court-claim');
        const claim: Events = [
          { kind: 'court-claim', on: iso(from), until: iso(from + lasts) },
          { kind: 'claim-withdrawn', on: iso(from + lasts) },
        ];
        const input = { ...setting.input, events: others };
        expect(lastDay({ ...input, events: [...others, ...claim] })).toBe(lastDay(input));
      }),
    );
  });

  test('the tree recomputes, its sources are in force, and the earliest candidate is kept', () => {
    assert(
      3_000,
      fc.property(anyCase, fc.integer({ min: FIRST, max: FIRST + 12_000 }), ({ setting, events }, on) => {
        const { value, explanation } = limitation({ ...setting.input, events, on: iso(on) });
        expect(disagreements(explanation!)).toEqual([]);
        expect(explanation!.value).toBe(value!.expiresOn);
        const ends = value!.candidates.flatMap(({ expiresOn }) => expiresOn ?? []).sort();
        expect(value!.expiresOn).toBe(ends[0] ?? null);
        expect(value!.pending).toBe(ends.length === 0);
        expect(value!.events).toHaveLength(events.length);
        expect(value!.expired).toBe(value!.expiresOn !== null && on > number(value!.expiresOn));
        for (const node of sourced(explanation!)) expect(node.reference, node.label).toBeDefined();
      }),
    );
  });

  test('every kind of claim and debtor has an answer, unknown ones included', () => {
    const kinds = [
      'goods',
      'water',
      'other',
      'rent',
      'commercial-rent',
      'cheque',
      'bill-of-exchange',
      undefined,
    ] as const;
    const debtors = ['consumer', 'company', 'non-business', 'public-body', 'public-enterprise', undefined] as const;
    for (const claimKind of kinds) {
      for (const debtorKind of debtors) {
        const facts = { ...(claimKind && { claimKind }), ...(debtorKind && { debtorKind }) };
        const value = answerTo({ ...facts, dueOn: '2024-05-06', performedOn: '2024-04-05', issuedOn: '2024-04-08' });
        expect(value.candidates.length).toBeGreaterThan(0);
        // Knowing less never gives more time.
        const known = answerTo({ ...facts, dueOn: '2024-05-06', claimKind: claimKind ?? 'goods' });
        const unknown = answerTo({ ...(debtorKind && { debtorKind }), dueOn: '2024-05-06' });
        if (claimKind === 'goods') expect(unknown.expiresOn! <= known.expiresOn!).toBe(true);
      }
    }
  });

  test('no law of the tables lengthens a period: 2222 C. civ. would then add to what has run', () => {
    const series = ['limitation-rent', 'limitation-co-ownership', 'limitation-consumer', 'limitation-title'] as const;
    for (const name of [...series, 'limitation-consumer-credit'] as const) {
      const values = valuesOf(name).map(({ value }) => Number(value));
      expect(values).toEqual([...values].sort((a, b) => b - a));
    }
  });
});

function dates({ input: { dueOn: due, performedOn, issuedOn, titleOn } }: Setting): string[] {
  return [due, performedOn, issuedOn, titleOn].flatMap((date) => date ?? []);
}

function sourced(tree: Explanation): Explanation[] {
  const here = tree.operation === 'parameter' || tree.operation === 'because' ? [tree] : [];
  return [...here, ...tree.inputs.flatMap(sourced)];
}

test('thousands of payments cost little more than their number', () => {
  const events = Array.from({ length: 2_000 }, (_, i): Event => {
    return { kind: 'part-payment', on: iso(number('2022-01-01') + (i % 1_500)) };
  });
  const mediation: Event = { kind: 'mediation', on: '2026-02-09', until: '2026-03-10' };
  const input = { claimKind: 'goods', debtorKind: 'company', ...dueOn('2021-12-15') } as const;
  expect(answerTo({ ...input, events }).expiresOn).toBe('2031-02-08');
  expect(answerTo({ ...input, events: [mediation, ...events] }).expiresOn).toBe('2031-03-10');
});
