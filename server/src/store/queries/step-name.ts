import { stepName as commonName, type Scenario, type ScenarioBook } from '@acquit/recovery';

/** The French name of a step: the one its scenario gives it, else the one every installation knows it by. */
export function stepName(key: string | null, scenario: Scenario): string | null {
  if (key === null) return null;
  return scenario.steps.find((step) => step.key === key)?.name ?? commonName(key);
}

/** The same for a line of a list, whose scenario is known by its key only: its own, else any that has the step. */
export function stepNameIn(book: ScenarioBook, key: string | null, scenarioKey: string): string | null {
  if (key === null) return null;
  const scenarios = [book.latest[scenarioKey], ...Object.values(book.latest), ...book.kept];
  for (const scenario of scenarios) {
    const step = scenario?.steps.find((one) => one.key === key);
    if (step !== undefined) return step.name;
  }
  return commonName(key);
}
