import { stepName as commonName, type Scenario } from '@acquit/recovery';

/** The French name of a step: the one its scenario gives it, else the one every installation knows it by. */
export function stepName(key: string | null, scenario: Scenario): string | null {
  if (key === null) return null;
  return scenario.steps.find((step) => step.key === key)?.name ?? commonName(key);
}
