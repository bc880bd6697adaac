/**
 * Laws of every deadline, on random ones and on every day of thirty-three years, against a second implementation that
 * uses the calendar of the machine. The seed is printed; `LAW_SEED` runs it again.
 */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, type Day, day, formatDay, isoWeekday } from '../calendar/index.ts';
import { given } from '../explain/index.ts';
import { disagreements, evaluate } from '../index.ts';
import { type DeadlineInput, type DeadlineValue, deadline, knownStep, type StepSpec } from './index.ts';

const PATIENCE = 120_000;
const SEED = Number(process.env.LAW_SEED ?? Date.now() % 1_000_000_000);
const FIRST = day('2008-06-19');
const LAST = day('2040-12-31');

beforeAll(() => {
  console.info(`deadline properties, seed ${SEED} (LAW_SEED=${SEED} runs it again)`);
});

function answer(input: DeadlineInput): DeadlineValue {
  const { value, refusal } = deadline(input);
  if (value === undefined) throw new Error(refusal.message);
  return value;
}

/** Easter by the rule of Gauss and the holidays as a list of texts: nothing shared with the rule under test. */
function isHoliday(date: Date, local: boolean): boolean {
  const year = date.getUTCFullYear();
  const d = (19 * (year % 19) + 24) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + 5) % 7;
  const sunday = d === 29 && e === 6 ? 50 : d === 28 && e === 6 && year % 19 > 10 ? 49 : 22 + d + e;
  const fromEaster = Math.round((date.getTime() - Date.UTC(year, 2, sunday)) / 86_400_000);
  const monthDay = date.toISOString().slice(5, 10);
  const fixed = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];
  if (fixed.includes(monthDay) || [1, 39, 50].includes(fromEaster)) return true;
  return local && (monthDay === '12-26' || fromEaster === -2);
}

function isIdle(date: Date, local: boolean): boolean {
  return [0, 6].includes(date.getUTCDay()) || isHoliday(date, local);
}

function machineEnd(from: string, months: number, days: number, local: boolean): string {
  const date = new Date(`${from}T00:00:00Z`);
  const number = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const length = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(number, length));
  date.setUTCDate(date.getUTCDate() + days);
  while (isIdle(date, local)) date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

const anyInput = fc.record({
  from: fc.integer({ min: FIRST, max: LAST }).map((d) => formatDay(d as Day)),
  length: fc.record({ days: fc.nat(90), months: fc.nat(14) }).filter(({ days, months }) => days + months > 0),
  place: fc.constantFrom('metropole', 'alsace-moselle', 'overseas', 'abroad'),
  purpose: fc.constantFrom('act', 'wait'),
}) as fc.Arbitrary<
  Required<Pick<DeadlineInput, 'from' | 'place' | 'purpose'>> & { length: { days: number; months: number } }
>;

describe('every deadline', { timeout: PATIENCE }, () => {
  test('agrees with a second implementation', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const distance = { metropole: 0, 'alsace-moselle': 0, overseas: 1, abroad: 2 }[input.place];
        const local = input.place === 'alsace-moselle' && input.purpose === 'wait';
        expect(answer(input).endsOn).toBe(
          machineEnd(input.from, input.length.months + distance, input.length.days, local),
        );
      }),
      { numRuns: 50_000, seed: SEED },
    );
  });

  test('never ends before it starts, nor earlier for one more day, nor earlier for who waits than for who acts', () => {
    fc.assert(
      fc.property(anyInput, fc.boolean(), (input, firstDayCounted) => {
        const { endsOn, beforeExtension } = answer({ ...input, firstDayCounted });
        expect(input.from <= beforeExtension && beforeExtension <= endsOn).toBe(true);
        const longer = { ...input.length, days: input.length.days + 1 };
        expect(answer({ ...input, firstDayCounted, length: longer }).endsOn >= endsOn).toBe(true);
        const next = formatDay(addDays(day(input.from), 1));
        expect(answer({ ...input, firstDayCounted, from: next }).endsOn >= endsOn).toBe(true);
        const act = answer({ ...input, firstDayCounted, purpose: 'act' }).endsOn;
        expect(act <= answer({ ...input, firstDayCounted, purpose: 'wait' }).endsOn).toBe(true);
        const back = answer({ ...input, firstDayCounted, direction: 'backward' });
        expect(back.endsOn <= input.from && back.endsOn === back.beforeExtension).toBe(true);
      }),
      { numRuns: 20_000, seed: SEED },
    );
  });

  test('is a tree that recomputes', () => {
    fc.assert(
      fc.property(anyInput, fc.boolean(), (input, firstDayCounted) => {
        const { explanation, value } = deadline({ ...input, firstDayCounted });
        expect(disagreements(explanation!)).toEqual([]);
        expect(explanation!.value).toBe(value!.endsOn);
      }),
      { numRuns: 5_000, seed: SEED },
    );
  });

  test('ends on a working day, every day from 2008 to 2040', () => {
    for (let d = FIRST; d <= LAST; d = addDays(d, 1)) {
      const from = formatDay(d);
      const act = answer({ from, length: { days: 1 } }).endsOn;
      const wait = answer({ from, length: { days: 1 }, place: 'alsace-moselle', purpose: 'wait' }).endsOn;
      if (act !== machineEnd(from, 0, 1, false) || wait !== machineEnd(from, 0, 1, true) || wait < act) {
        expect({ from, act, wait }).toBe('a working day');
      }
      expect(isoWeekday(day(wait))).toBeLessThan(6);
    }
  });
});

test('the served period ends where it is said to', () => {
  const asked = (from: string) => evaluate({ id: 1, rule: 'deadline', input: { from, length: { years: 91 } } });
  expect(asked('2099-12-31')).toMatchObject({ value: { endsOn: '2190-12-31' } });
  expect(asked('2100-01-01')).toMatchObject({ refusal: { code: 'DateNotServed' } });
});

test('a step whose text does not cover the day is a bug of the rule that was sure of it', () => {
  const spec: StepSpec = {
    what: 'register',
    label: 'Inscrire le commandement au registre',
    length: 'procedure-wages-register',
    unit: 'days',
    effect: 'procedure-wages-register',
    bound: 'act',
  };
  const here = { place: 'metropole', territory: null } as const;
  expect(() => knownStep(spec, given('Commandement', '2025-06-30', 'date'), here)).toThrow(/Aucun texte connu/);
  expect(knownStep(spec, given('Commandement', '2025-07-01', 'date'), here).step.before).toBe('2025-07-02');
});
