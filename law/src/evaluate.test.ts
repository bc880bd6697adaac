import { expect, test } from 'vitest';
import {
  type DebtorKind,
  day,
  evaluate,
  latePenaltiesAmount,
  mayClaimFixedIndemnity,
  mayClaimLatePenalties,
  RULE_NAMES,
} from './index.ts';

const ON = day('2026-11-21');

test('a line gives its id back with the value or the refusal', () => {
  const input = { kind: 'ecb', on: '2026-11-21' };
  expect(evaluate({ id: 'x', rule: 'rate', input })).toMatchObject({ id: 'x', value: { ratePercent: '2.65' } });
  expect(evaluate({ id: 0, rule: 'rate', input: {} })).toMatchObject({ id: 0, refusal: { code: 'MissingField' } });
  expect(evaluate({ rule: 'rate', input })).toMatchObject({ id: null, value: {} });
});

test('what is no line is refused', () => {
  for (const line of [null, undefined, 3, 'x', [], true]) {
    expect(evaluate(line)).toMatchObject({ id: null, refusal: { code: 'InvalidLine' } });
  }
  const unknown = { id: 1, rule: 'rate', input: {}, inputs: {} };
  expect(evaluate(unknown)).toMatchObject({ id: 1, refusal: { code: 'UnknownField', facts: { field: 'inputs' } } });
  expect(evaluate({ id: 1, input: {} })).toMatchObject({ refusal: { code: 'MissingField', facts: { field: 'rule' } } });
  expect(evaluate({ id: 1, rule: 'rate' })).toMatchObject({
    refusal: { code: 'MissingField', facts: { field: 'input' } },
  });
  expect(evaluate({ id: 1, rule: 'rate', input: 3 })).toMatchObject({ refusal: { code: 'InvalidValue' } });
});

test('an unknown rule is refused with the list of those that exist', () => {
  const result = evaluate({ id: 'x', rule: 'usury', input: {} });
  expect(result).toMatchObject({ refusal: { code: 'UnknownRule', facts: { rule: 'usury', known: RULE_NAMES } } });
  for (const rule of ['toString', 3, true, ['rate'], { toString: 1 }]) {
    expect(evaluate({ id: 'x', rule, input: {} })).toMatchObject({
      refusal: { code: 'UnknownRule', facts: { field: 'rule' } },
    });
  }
});

test('amounts alone refuse as the rule refuses', () => {
  const refused = latePenaltiesAmount({ amountCents: -1, dueOn: '2026-01-01', until: '2026-02-01' });
  expect(refused).toMatchObject({ refusal: { code: 'InvalidAmount' } });
});

test('an amount of another kind is refused with facts that survive JSON', () => {
  const input = { dueOn: '2026-01-01', until: '2026-02-01' };
  for (const amountCents of [10n, Number.NaN, '100', true, {}, null]) {
    const result = latePenaltiesAmount({ ...input, amountCents: amountCents as never });
    expect(JSON.parse(JSON.stringify(result)).refusal.facts.field).toBe('amountCents');
  }
});

test('penalties and indemnity are for professionals and public buyers only', () => {
  const allowed: Record<DebtorKind, boolean> = {
    consumer: false,
    'non-business': false,
    trader: true,
    artisan: true,
    company: true,
    'civil-professional': true,
    'public-body': true,
    'public-enterprise': true,
  };
  for (const [kind, expected] of Object.entries(allowed) as [DebtorKind, boolean][]) {
    for (const permission of [mayClaimLatePenalties(kind, ON), mayClaimFixedIndemnity(kind, ON)]) {
      expect(permission.allowed, kind).toBe(expected);
      expect(permission.why).toMatch(/^\p{Lu}.*\.$/u);
    }
  }
  expect(mayClaimFixedIndemnity('company', ON).article).toBe('D441-5 C. com.');
  expect(mayClaimFixedIndemnity('public-body', ON).article).toBe('D2192-35 CCP');
  expect(mayClaimLatePenalties('artisan', ON).article).toBe('L441-10 II C. com.');
  expect(mayClaimLatePenalties('consumer', ON).article).toBe('1231-6 C. civ.');
});
