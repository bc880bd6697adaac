import type { Channel, Scenario, Step } from '@acquit/recovery';

/** A key that no other step of any version bears: what claims went through is remembered by it. */
export const newKey = (): string => `etape-${crypto.randomUUID().slice(0, 8)}`;

/** The scenario with its steps in a new order; a step that changes places is another one for the claims that passed it. */
export function movedStep(scenario: Scenario, index: number, by: -1 | 1): Scenario {
  const steps = [...scenario.steps];
  const [step] = steps.splice(index, 1);
  if (step === undefined || index + by < 0 || index + by > steps.length) return scenario;
  steps.splice(index + by, 0, { ...step, key: newKey() });
  return withSteps(scenario, steps);
}

export function withSteps(scenario: Scenario, steps: readonly Step[]): Scenario {
  const ranked = steps.map((step, rank) => ({ ...step, rank }));
  const { afterStep, ...stops } = scenario.stops ?? {};
  const kept = afterStep !== undefined && ranked.some((step) => step.key === afterStep) ? { afterStep } : {};
  return { ...scenario, steps: ranked, stops: { ...stops, ...kept } };
}

/** A step to begin with, put before the formal notice or the decision. */
export function addedStep(scenario: Scenario, name: string): { scenario: Scenario; index: number } {
  const end = scenario.steps.findIndex((step) => step.graceDays !== null || step.channels.includes('task'));
  const index = end === -1 ? scenario.steps.length : end;
  const before = scenario.steps[index - 1];
  const step: Step = {
    key: newKey(),
    rank: index,
    name,
    offsetDays: (before?.countedFrom === 'due-date' ? Math.max(before.offsetDays, 0) : 0) + 5,
    countedFrom: 'due-date',
    channels: ['email'],
    tone: before?.tone ?? 'courteous',
    objective: 'remind',
    accessories: 'none',
    release: 'automatic',
    graceDays: null,
  };
  return { scenario: withSteps(scenario, scenario.steps.toSpliced(index, 0, step)), index };
}

/** Another scenario of the same profile, to begin from. */
export function copiedScenario(from: Scenario, name: string): Scenario {
  return { ...from, key: `scenario-${crypto.randomUUID().slice(0, 8)}`, name, version: 0 };
}

/** The channels of a step as one choice, and back. */
export const channelsToChoice = (channels: readonly Channel[]): string => {
  const paper = channels.find((channel) => channel === 'letter' || channel === 'registered');
  return paper !== undefined && channels.includes('email') ? `${paper}+email` : (channels[0] ?? 'email');
};
export const choiceToChannels = (choice: string): Channel[] => choice.split('+') as Channel[];

/** The step without what is set to nothing: an absent condition is no condition. */
export function withCondition<K extends keyof NonNullable<Step['conditions']>>(
  step: Step,
  name: K,
  value: NonNullable<Step['conditions']>[K] | undefined,
): Step {
  const { [name]: _, ...others } = step.conditions ?? {};
  const conditions = value === undefined ? others : { ...others, [name]: value };
  const { conditions: __, ...rest } = step;
  return Object.keys(conditions).length === 0 ? rest : { ...rest, conditions };
}
