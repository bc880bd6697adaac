/** Every branch of a deadline says why it was taken, and only that one. */
import { expect, test } from 'vitest';
import { type Explanation, explanationToText, given } from '../explain/index.ts';
import { reason } from '../parameters/index.ts';
import { type DeadlineInput, deadline, knownStep, type StepSpec } from './index.ts';

function reasonsOf(tree: Explanation): readonly string[] {
  return [...(tree.operation === 'because' ? [tree.label] : []), ...tree.inputs.flatMap(reasonsOf)];
}

const DAYS = reason('deadline-days').label;
const MONTHS = reason('deadline-months').label;
const MIXED = reason('deadline-months-then-days').label;
const EXTENDED = reason('deadline-extension').label;
const PLAIN = reason('deadline-no-extension').label;
const WAITED = reason('deadline-local-holiday-wait').label;
const IGNORED = reason('deadline-local-holiday-ignored').label;
const DISTANCE = reason('deadline-distance').label;

const CASES: readonly (readonly [DeadlineInput, readonly string[]])[] = [
  [{ from: '2026-11-02', length: { days: 9 } }, [DAYS, '11 novembre 2026, Armistice de 1918', EXTENDED]],
  [{ from: '2026-11-02', length: { days: 8 } }, [DAYS, PLAIN]],
  [{ from: '2026-11-02', length: { months: 1 } }, [MONTHS, PLAIN]],
  [{ from: '2026-11-02', length: { months: 1, days: 1 } }, [MONTHS, MIXED, DAYS, MIXED, PLAIN]],
  [
    { from: '2026-11-02', length: { months: 1 }, place: 'overseas' },
    [MONTHS, DISTANCE, '2 janvier 2027, samedi', EXTENDED],
  ],
  [{ from: '2026-03-03', length: { months: 1 }, place: 'alsace-moselle' }, [MONTHS, PLAIN, IGNORED]],
  [{ from: '2026-03-04', length: { months: 1 }, place: 'alsace-moselle' }, [MONTHS, '4 avril 2026, samedi', EXTENDED]],
  [
    { from: '2026-03-03', length: { months: 1 }, place: 'alsace-moselle', purpose: 'wait' },
    [MONTHS, '3 avril 2026, Vendredi saint', EXTENDED, WAITED],
  ],
  [{ from: '2026-11-30', length: { days: 15 }, direction: 'backward' }, [DAYS, reason('deadline-backward').label]],
];
const ALWAYS_CHECKED = [DAYS, MONTHS, MIXED, EXTENDED, PLAIN, WAITED, IGNORED, DISTANCE];

test.each(CASES)('%j', (input, expected) => {
  const found = reasonsOf(deadline(input).explanation!);
  for (const label of expected)
    expect(
      found.some((said) => said.startsWith(label)),
      label,
    ).toBe(true);
  for (const label of ALWAYS_CHECKED.filter((known) => !expected.includes(known))) {
    expect(found, label).not.toContain(label);
  }
});

test('a local holiday is said once, and a Saturday beside it is not said to be local', () => {
  const input = { from: '2025-12-15', length: { days: 10 }, place: 'alsace-moselle', purpose: 'wait' } as const;
  const found = reasonsOf(deadline(input).explanation!);
  expect(found.filter((label) => label === WAITED)).toHaveLength(1);
  expect(found.filter((label) => label === EXTENDED)).toHaveLength(1);
});

test('the distance of each place has its own name, and the last move the name of the end', () => {
  const text = (input: DeadlineInput) => explanationToText(deadline(input).explanation!);
  const length = { months: 1, days: 3 };
  expect(text({ from: '2026-11-02', length, place: 'overseas' })).toMatch(/Délai de distance, outre-mer.*1.mois/);
  expect(text({ from: '2026-11-02', length, place: 'abroad' })).toMatch(/Délai de distance, étranger.*2.mois/);
  const lines = text({ from: '2026-11-02', length }).split('\n');
  expect(lines.some((line) => /^ +Terme du délai, après les mois.*2 décembre 2026/.test(line))).toBe(true);
  expect(lines.some((line) => /^ +Terme du délai\u00a0: 5 décembre 2026/.test(line))).toBe(true);
});

test('a step says its prudent day only when it differs, and whether it was in time only when that is known', () => {
  const spec: StepSpec = {
    what: 'notify',
    label: 'Dénoncer la saisie',
    length: 'protective-attachment-notify',
    unit: 'days',
    effect: 'protective-attachment-notify',
    bound: 'act',
  };
  const here = { place: 'metropole', territory: null } as const;
  const from = (on: string) => given('Saisie pratiquée', on, 'date');
  const same = { what: 'notify', label: 'Dénoncer la saisie', article: 'R523-3 CPCE', confidence: 'A' };
  const effect = reason('protective-attachment-notify').label;
  expect(knownStep(spec, from('2026-11-02'), here).step).toEqual({ ...same, effect, before: '2026-11-10' });
  const done = given('Saisie dénoncée', '2026-11-16', 'date');
  expect(knownStep(spec, from('2026-11-06'), here, { done }).step).toEqual({
    ...same,
    effect,
    before: '2026-11-16',
    prudentBefore: '2026-11-14',
    inTime: true,
  });
  const theirs = { ...spec, bound: 'theirs' } as const;
  expect(knownStep(theirs, from('2026-11-06'), here).step).toEqual({ ...same, effect, before: '2026-11-16' });
});
