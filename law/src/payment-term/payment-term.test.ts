/**
 * Laws of every payment term, tried on random cases, and a second way of counting with the platform's own dates. The
 * seed is printed; `LAW_SEED` runs it again.
 */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { addDays, type Day, day, formatDay } from '../calendar/index.ts';
import { disagreements } from '../explain/index.ts';
import { type PaymentTermInput, paymentTerm, SECTORS, type Sector } from './index.ts';

const PATIENCE = 120_000;
const SEED = Number(process.env.LAW_SEED ?? Date.now() % 1_000_000_000);

beforeAll(() => {
  console.info(`payment terms, seed ${SEED} (LAW_SEED=${SEED} runs it again)`);
});

const anyDay = fc.integer({ min: day('2019-04-26'), max: day('2030-12-31') }).map((d) => d as Day);
const anyMethod = fc.constantFrom('A', 'B', 'unknown', undefined);

const anyCase = fc
  .record({
    issuedOn: anyDay,
    received: fc.integer({ min: -40, max: 40 }),
    days: fc.nat(120),
    endOfMonth: anyMethod,
    from: fc.constantFrom('invoice', 'delivery'),
    hasTerm: fc.boolean(),
    sector: fc.constantFrom<Sector | undefined>(...SECTORS, undefined, undefined, undefined),
    debtor: fc.constantFrom('business', 'consumer', 'public-body', 'public-health', 'public-enterprise'),
    periodic: fc.boolean(),
    overseasImport: fc.boolean(),
    largeBuyer: fc.boolean(),
  })
  .map(({ issuedOn, received, days, endOfMonth, from, hasTerm, sector, ...rest }) => ({
    ...rest,
    issuedOn: formatDay(issuedOn),
    receivedOn: formatDay(addDays(issuedOn, received)),
    ...(sector === undefined ? {} : { sector }),
    ...(hasTerm ? { term: { days, from, ...(endOfMonth === undefined ? {} : { endOfMonth }) } } : {}),
  })) as fc.Arbitrary<PaymentTermInput>;

function value(input: PaymentTermInput) {
  const outcome = paymentTerm(input);
  if (outcome.refusal !== undefined) throw new Error(`${outcome.refusal.message} ${JSON.stringify(input)}`);
  return outcome;
}

function check<T>(numRuns: number, arbitrary: fc.Arbitrary<T>, law: (x: T) => void): void {
  fc.assert(fc.property(arbitrary, law), { numRuns, seed: SEED });
}

test(
  'a lawful term never ends after the last lawful day, and the tree says what the value says',
  () => {
    check(10_000, anyCase, (input) => {
      const { value: answer, explanation } = value(input);
      if (answer.latestLawfulDueOn !== null && answer.lawful) {
        expect(answer.dueOn <= answer.latestLawfulDueOn).toBe(true);
      }
      expect(explanation.value).toBe(answer.dueOn);
      expect(input.term !== undefined || answer.lawful).toBe(true);
    });
  },
  PATIENCE,
);

test(
  'every tree follows from its leaves',
  () => {
    check(10_000, anyCase, (input) => {
      expect(disagreements(value(input).explanation)).toEqual([]);
    });
  },
  PATIENCE,
);

test(
  'one more agreed day never makes a due date earlier, nor an unlawful term lawful',
  () => {
    check(10_000, anyCase, (input) => {
      if (input.term === undefined) return;
      const shorter = value(input).value;
      const longer = value({ ...input, term: { ...input.term, days: input.term.days + 1 } }).value;
      expect(longer.dueOn >= shorter.dueOn).toBe(true);
      expect(shorter.lawful || !longer.lawful).toBe(true);
    });
  },
  PATIENCE,
);

test(
  'a later delivery or invoice never makes a due date earlier',
  () => {
    check(10_000, anyCase, (input) => {
      const later = { ...input, receivedOn: formatDay(addDays(day(input.receivedOn!), 1)) };
      expect(value(later).value.dueOn >= value(input).value.dueOn).toBe(true);
    });
  },
  PATIENCE,
);

/** The same counting with the dates of the platform, in universal time. */
function platformEnd(start: string, days: number, method: string | undefined): string {
  const [year, month, dayOfMonth] = start.split('-').map(Number) as [number, number, number];
  const iso = (date: Date) => date.toISOString().slice(0, 10);
  if (method === undefined) return iso(new Date(Date.UTC(year, month - 1, dayOfMonth + days)));
  const counted = new Date(Date.UTC(year, month - 1, dayOfMonth + days));
  const a = iso(new Date(Date.UTC(counted.getUTCFullYear(), counted.getUTCMonth() + 1, 0)));
  const b = iso(new Date(Date.UTC(year, month, days)));
  if (method === 'A') return a;
  if (method === 'B') return b;
  return [a, b].sort()[1]!;
}

test(
  'the general rule is what the platform’s own dates count',
  () => {
    check(
      10_000,
      fc.record({ issuedOn: anyDay.map(formatDay), days: fc.nat(120), endOfMonth: anyMethod }),
      ({ issuedOn, days, endOfMonth }) => {
        const term = { days, ...(endOfMonth === undefined ? {} : { endOfMonth }) };
        const answer = value({ debtor: 'business', issuedOn, term }).value;
        const cap = endOfMonth === undefined ? 60 : 45;
        expect(answer).toMatchObject({
          dueOn: platformEnd(issuedOn, days, endOfMonth),
          latestLawfulDueOn: platformEnd(issuedOn, cap, endOfMonth),
          lawful: days <= cap,
        });
      },
    );
  },
  PATIENCE,
);
