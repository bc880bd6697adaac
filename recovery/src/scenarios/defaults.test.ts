import { describe, expect, it } from 'vitest';
import { defaultScenarios } from './defaults.ts';

describe('default scenarios', () => {
  it.each(Object.values(defaultScenarios))(
    '$name: ranks follow, days go up, the notice leaves time to pay',
    ({ steps }) => {
      expect(steps.map(({ rank }) => rank)).toEqual(steps.map((_, rank) => rank));
      expect(new Set(steps.map(({ key }) => key)).size).toBe(steps.length);
      const dated = steps.filter(({ countedFrom }) => countedFrom === 'due-date').map(({ offsetDays }) => offsetDays);
      expect(dated).toEqual([-5, 3, 10, 15, 30]);
      const notice = steps.find(({ key }) => key === 'mise-en-demeure')!;
      const decision = steps.at(-1)!;
      expect([notice.graceDays, notice.channels, notice.tone]).toEqual([8, ['letter', 'email'], 'formal']);
      expect([decision.key, decision.countedFrom]).toEqual(['decide', 'previous-step']);
      expect(decision.offsetDays).toBeGreaterThan(notice.graceDays!);
    },
  );

  it('mention no accessory to a consumer before the notice', () => {
    const early = defaultScenarios.consumer.steps.filter(({ tone }) => tone !== 'formal');
    expect(early.map(({ accessories }) => accessories)).toEqual(early.map(() => 'none'));
  });
});
