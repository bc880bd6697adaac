import { day } from '@acquit/law';
import { describe, expect, it } from 'vitest';
import { defaultScenarios } from '../scenarios/defaults.ts';
import { caseOf, claim, company } from '../testing/facts.ts';
import { draftMessage } from './draft.ts';

const scenario = defaultScenarios.business;
const formal = scenario.steps.find((step) => step.tone === 'formal')!;

describe('a message asked for by a person', () => {
  it('covers every late claim, whatever was sent before and on any day of the week', () => {
    const facts = caseOf([claim('2026-10-01', { level: formal.rank }), claim('2026-11-10')]);
    const draft = draftMessage(facts, company(), scenario, formal.key, day('2026-11-22'));
    expect(draft?.claims.map((one) => one.group)).toEqual(['main', 'main']);
    expect(draft?.step).toBe(formal.key);
  });

  it('is null when nothing is late or the step is unknown', () => {
    const facts = caseOf([claim('2026-12-01')]);
    expect(draftMessage(facts, company(), scenario, formal.key, day('2026-11-20'))).toBeNull();
    expect(draftMessage(facts, company(), scenario, 'unknown', day('2027-01-20'))).toBeNull();
  });
});
