import { day } from '@acquit/law';
import { describe, expect, it } from 'vitest';
import { defaultBook, defaultScenarios } from './defaults.ts';
import { scenarioRefusals } from './validate.ts';
import { placeRefusals, ruleRefusals } from './versions.ts';

describe('default scenarios', () => {
  it.each(Object.values(defaultScenarios))(
    '$name: the days that users know, and a decision after the notice',
    ({ steps }) => {
      const dated = steps.filter(({ countedFrom }) => countedFrom === 'due-date').map(({ offsetDays }) => offsetDays);
      expect(dated).toEqual([-5, 3, 10, 15, 30]);
      const notice = steps.find(({ key }) => key === 'mise-en-demeure')!;
      expect([notice.graceDays, notice.tone]).toEqual([8, 'formal']);
      expect([steps.at(-1)!.key, steps.at(-1)!.countedFrom]).toEqual(['decide', 'notice']);
    },
  );

  it.each(Object.values(defaultBook.latest))('$name: would be accepted if a person saved it', (scenario) => {
    expect(scenario.steps.map(({ rank }) => rank)).toEqual(scenario.steps.map((_, rank) => rank));
    expect(scenarioRefusals(scenario, day('2026-11-21'))).toEqual([]);
    expect(placeRefusals(defaultBook, scenario)).toEqual([]);
  });

  it('are chosen by rules that would be accepted too', () => {
    expect(ruleRefusals(defaultBook, defaultBook.rules)).toEqual([]);
  });

  it('mention no accessory to a consumer before the notice', () => {
    const early = defaultScenarios.consumer.steps.filter(({ tone }) => tone !== 'formal');
    expect(early.map(({ accessories }) => accessories)).toEqual(early.map(() => 'none'));
  });
});
