/** What must hold for every accessory, debtor, regime and title: the whole table is walked. */
import { describe, expect, test } from 'vitest';
import { addDays, type Day, day, formatDay } from '../calendar/index.ts';
import { disagreements, type Explanation } from '../explain/index.ts';
import { DEBTOR_KINDS, type DebtorKind } from '../kinds/index.ts';
import { reason } from '../parameters/index.ts';
import {
  ACCESSORIES,
  type Accessory,
  type AccessoryRegime,
  accessories,
  mayClaimFixedIndemnity,
  mayClaimLatePenalties,
  usualRegime,
} from './index.ts';

const ON = day('2026-11-21');
const REGIMES: readonly AccessoryRegime[] = ['business', 'public', 'consumer', 'civil'];

function ask(
  debtorKind: DebtorKind,
  hasTitle: boolean,
  wanted: readonly Accessory[],
  regime = usualRegime(debtorKind),
  on: Day = ON,
) {
  const outcome = accessories({ debtorKind, regime, wanted, hasTitle, on: formatDay(on) });
  if (outcome.refusal !== undefined) throw new Error(outcome.refusal.message);
  return outcome;
}

function allNodes(tree: Explanation): Explanation[] {
  return [tree, ...tree.inputs.flatMap(allNodes)];
}

describe('every accessory', () => {
  test.each(DEBTOR_KINDS)('is allowed or forbidden, once, with a sentence and an article: %s', (kind) => {
    for (const hasTitle of [false, true]) {
      const { value, explanation } = ask(kind, hasTitle, ACCESSORIES);
      const answered = [...value.allowed, ...value.forbidden.map(({ what }) => what)];
      expect([...answered].sort()).toEqual([...ACCESSORIES].sort());
      expect(disagreements(explanation)).toEqual([]);
      for (const { refusal } of value.forbidden) {
        expect(refusal.message).toMatch(/^\p{Lu}.*\u00a0: .*\.$/u);
        expect(refusal.facts.article).toMatch(/\S{3}/);
      }
      for (const { what, message, article } of value.conditions) {
        expect(value.allowed).toContain(what);
        expect(message).toMatch(/^\p{Lu}.* → .*\.$/u);
        expect(article).toMatch(/\S{3}/);
      }
      for (const [i, what] of ACCESSORIES.entries()) {
        expect(explanation.inputs[i]!.value, what).toBe(value.allowed.includes(what));
        expect(explanation.inputs[i]!.inputs.some(({ operation }) => operation === 'because')).toBe(true);
      }
    }
  });

  test('cites a version in force on the day asked, on every side of each change, and long before', () => {
    const changes = ['2012-06-01', '2013-03-16', '2014-03-19', '2016-06-01', '2016-07-01', '2016-10-01', '2019-04-01'];
    const notYet = reason('no-indemnity-before-2013').label;
    const days = [day('2010-01-01'), ...changes.flatMap((change) => [addDays(day(change), -1), day(change)]), ON];
    for (const on of days) {
      for (const kind of DEBTOR_KINDS) {
        for (const hasTitle of [false, true]) {
          const written = formatDay(on);
          for (const { reference, label } of allNodes(ask(kind, hasTitle, ACCESSORIES, undefined, on).explanation)) {
            // That something did not exist yet is told by the text that created it.
            if (reference === undefined || label === notYet) continue;
            expect(reference.from === null || reference.from <= written, `${label} ${written}`).toBe(true);
            expect(reference.until === null || written <= reference.until, `${label} ${written}`).toBe(true);
          }
        }
      }
    }
  });
});

test('no step that costs nothing to the law is ever put on the debtor', () => {
  const amicable: readonly Accessory[] = ['reminder-fee', 'file-opening-fee', 'agency-fee', 'registered-letter'];
  for (const kind of DEBTOR_KINDS) {
    for (const hasTitle of [false, true]) expect(ask(kind, hasTitle, amicable).value.allowed).toEqual([]);
  }
});

test('a consumer never owes what only a business owes, whatever the regime named and the title', () => {
  const business: readonly Accessory[] = ['fixed-indemnity', 'additional-compensation', 'late-penalties'];
  for (const kind of ['consumer', 'non-business'] as const) {
    for (const regime of REGIMES) {
      for (const hasTitle of [false, true]) expect(ask(kind, hasTitle, business, regime).value.allowed).toEqual([]);
    }
  }
});

test('penalties and legal interest are never allowed together, and one of them always is', () => {
  for (const kind of DEBTOR_KINDS) {
    const { allowed } = ask(kind, false, ['legal-interest', 'late-penalties']).value;
    expect(allowed, kind).toHaveLength(1);
  }
});

test('a title never takes away what was allowed without it', () => {
  for (const kind of DEBTOR_KINDS) {
    const { allowed } = ask(kind, true, ACCESSORIES).value;
    for (const accessory of ask(kind, false, ACCESSORIES).value.allowed) expect(allowed).toContain(accessory);
  }
});

test('the permissions that letters read are views of the table', () => {
  for (const kind of DEBTOR_KINDS) {
    const { allowed } = ask(kind, false, ['late-penalties', 'fixed-indemnity']).value;
    expect(mayClaimLatePenalties(kind, ON).allowed).toBe(allowed.includes('late-penalties'));
    expect(mayClaimFixedIndemnity(kind, ON).allowed).toBe(allowed.includes('fixed-indemnity'));
  }
});
