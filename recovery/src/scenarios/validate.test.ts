import { day } from '@acquit/law';
import { describe, expect, it } from 'vitest';
import type { Scenario, Step } from '../model/scenario.ts';
import { defaultBook, defaultScenarios } from './defaults.ts';
import { ranked, scenarioRefusals } from './validate.ts';
import { actsAlike, nextVersion, placeRefusals, ruleRefusals } from './versions.ts';

const ON = day('2026-11-21');
const business = defaultScenarios.business;

/** The scenario with some steps changed by key; null takes the step away. */
function changed(changes: Record<string, Partial<Step> | null>, base: Scenario = business): Scenario {
  const steps = base.steps.flatMap((step) => {
    const change = changes[step.key];
    return change === null ? [] : [{ ...step, ...change }];
  });
  return { ...base, steps: ranked(steps) };
}

const codesOf = (scenario: Scenario): string[] => scenarioRefusals(scenario, ON).map(({ code }) => code);

describe('a scenario is refused, by name and in French', () => {
  const call = business.steps.find(({ key }) => key === 'call')!;
  const notice = business.steps.find(({ key }) => key === 'mise-en-demeure')!;
  it.each<[string, Scenario]>([
    ['NoStep', { ...business, steps: [] }],
    ['ScenarioNameMissing', { ...business, name: ' ' }],
    [
      'TooManySteps',
      {
        ...business,
        steps: ranked(
          Array.from({ length: 21 }, (_, i) => ({ ...call, key: `c${i}`, offsetDays: i + 1, name: 'Appel' })).concat(),
        ),
      },
    ],
    ['StepKeyRefused', changed({ call: { key: 'insolvency' } })],
    ['StepKeyTwice', changed({ call: { key: 'reminder-1' } })],
    ['StepNameMissing', changed({ call: { name: '' } })],
    ['OffsetOutOfBounds', changed({ notice: { offsetDays: -61 } })],
    ['OffsetBackwards', changed({ decide: { offsetDays: 0, countedFrom: 'previous-step' } })],
    ['OffsetsMustGrow', changed({ call: { offsetDays: 2 } })],
    ['OffsetsMustGrow', changed({ call: { offsetDays: 3 } })],
    ['ToneSoftens', changed({ call: { tone: 'cordial' } })],
    ['NoNoticeBefore', changed({ call: { countedFrom: 'notice' } })],
    ['NothingBefore', changed({ 'reminder-1': { countedFrom: 'previous-step' } })],
    ['AccessoriesBeforeDue', changed({ notice: { accessories: 'mentioned' } })],
    ['ChannelMissing', changed({ 'reminder-1': { channels: [] } })],
    ['ChannelAlone', changed({ call: { channels: ['phone', 'email'] } })],
    ['SamePaperTwice', changed({ 'mise-en-demeure': { channels: ['letter', 'registered'] } })],
    ['CopyWithoutEmail', changed({ call: { copySalesperson: true } })],
    ['DecideByTask', changed({ 'reminder-2': { objective: 'decide' } })],
    ['FormalWithoutGrace', changed({ 'reminder-2': { tone: 'formal' } })],
    ['NoticeNotFormal', changed({ 'mise-en-demeure': { tone: 'grave' } })],
    ['GraceOutOfBounds', changed({ 'mise-en-demeure': { graceDays: 7 } })],
    ['NoticeNotWritten', changed({ 'mise-en-demeure': { channels: ['sms'] } })],
    [
      'NoticeBeforeDue',
      { ...business, steps: ranked([{ ...notice, offsetDays: 0, accessories: 'none' }, business.steps.at(-1)!]) },
    ],
    [
      'SeveralFormalNotices',
      {
        ...business,
        steps: ranked([...business.steps.slice(0, 5), { ...notice, key: 'again', offsetDays: 45 }, business.steps[5]!]),
      },
    ],
    [
      'AfterFormalNotice',
      {
        ...business,
        steps: ranked([
          ...business.steps.slice(0, 5),
          { ...call, key: 'last-call', offsetDays: 40 },
          business.steps[5]!,
        ]),
      },
    ],
    ['DecisionUnwarned', changed({ decide: { countedFrom: 'due-date', offsetDays: 60 } })],
    ['DecisionTooEarly', changed({ decide: { offsetDays: 8 } })],
    ['NoDecision', changed({ decide: null })],
    ['NoticeForSome', changed({ 'mise-en-demeure': { conditions: { leastCents: 5_000 } } })],
    ['AmountsReversed', changed({ call: { conditions: { leastCents: 2, mostCents: 1 } } })],
    ['AgesReversed', changed({ call: { conditions: { leastDaysLate: 20, mostDaysLate: 10 } } })],
    ['NobodyMeant', changed({ call: { conditions: { payerClasses: [] } } })],
    ['WeekdaysRefused', changed({ call: { conditions: { weekdays: [7] } } })],
    ['HoursReversed', changed({ call: { conditions: { hours: { from: '12:00', until: '09:00' } } } })],
    ['StopUnknownStep', { ...business, stops: { afterStep: 'gone' } }],
    ['StopAfterDecision', { ...business, stops: { afterStep: 'decide' } }],
    ['AccessoriesToConsumer', changed({ 'reminder-2': { accessories: 'mentioned' } }, defaultScenarios.consumer)],
    ['ConsumerDays', changed({ call: { conditions: { weekdays: [5, 6] } } }, defaultScenarios.consumer)],
    [
      'ConsumerHours',
      changed({ call: { conditions: { hours: { from: '20:00', until: '21:30' } } } }, defaultScenarios.consumer),
    ],
    ['ConsumerInsistence', changed({ 'mise-en-demeure': { offsetDays: 24 } }, defaultScenarios.consumer)],
  ])('%s', (code, scenario) => {
    const found = scenarioRefusals(scenario, ON).filter((one) => one.code === code);
    expect(found.length).toBeGreaterThan(0);
    for (const { message } of found) expect(message).toMatch(/^[A-ZÀ-Ý«].*\.$/u);
  });

  it('names the step it is about', () => {
    expect(scenarioRefusals(changed({ call: { offsetDays: 2 } }), ON)[0]!.step).toBe('call');
  });

  it('accepts what is only unusual', () => {
    expect(codesOf(changed({ call: null, 'reminder-2': null }))).toEqual([]);
    const byAmount = changed({
      call: { conditions: { leastCents: 50_000, weekdays: [2, 4], hours: { from: '09:30', until: '12:00' } } },
    });
    expect(codesOf(byAmount)).toEqual([]);
    const forSome = changed({
      'mise-en-demeure': { conditions: { leastCents: 5_000 } },
      decide: { countedFrom: 'previous-step' },
    });
    expect(codesOf(forSome)).toEqual([]);
    expect(codesOf(changed({ 'reminder-1': { offsetDays: 10, conditions: { mostCents: 10_000 } } }))).toEqual([]);
  });
});

describe('a new version', () => {
  it('follows the latest one, with its steps in their order', () => {
    const version = nextVersion(defaultBook, { ...business, steps: business.steps.slice(1) });
    expect([version.version, version.steps.map(({ rank }) => rank)]).toEqual([2, [0, 1, 2, 3, 4]]);
  });

  it('is none when nothing acts otherwise, whatever the order of its words', () => {
    const { key, name, ...rest } = business;
    expect(actsAlike({ ...rest, name, key, version: 7 }, business)).toBe(true);
    expect(actsAlike(changed({ call: { offsetDays: 11 } }), business)).toBe(false);
  });

  it('may not cross steps that claims remember by their key', () => {
    const [first, second] = [business.steps[1]!, business.steps[3]!];
    const crossed = { ...business, steps: ranked([business.steps[0]!, second, first]) };
    expect(placeRefusals(defaultBook, crossed).map(({ code, step }) => [code, step])).toEqual([
      ['StepsCrossed', 'reminder-2'],
    ]);
    const renamed = { ...business, steps: ranked([business.steps[0]!, second, { ...first, key: 'reminder-late' }]) };
    expect(placeRefusals(defaultBook, renamed)).toEqual([]);
  });

  it('keeps its key and its profile', () => {
    expect(placeRefusals(defaultBook, { ...business, key: 'À revoir' }).map(({ code }) => code)).toEqual([
      'ScenarioKeyRefused',
    ]);
    expect(placeRefusals(defaultBook, { ...business, profile: 'consumer' }).map(({ code }) => code)).toEqual([
      'ProfileChanged',
    ]);
  });
});

it('rules need a name of their own, a condition and a scenario that exists', () => {
  const rules = [
    { name: 'A', when: { sector: 'btp' }, scenario: 'business' },
    { name: 'A', when: { sector: 'btp' }, scenario: 'business' },
    { name: 'B', when: {}, scenario: 'nowhere' },
  ];
  expect(ruleRefusals(defaultBook, rules).map(({ code }) => code)).toEqual([
    'RuleNameTaken',
    'UnknownScenario',
    'RuleForEverybody',
  ]);
});
