import type { Reason } from '../model/decision.ts';

/** Why a scenario is not saved: what to do in French, and the step it is about when it is about one. */
export interface ScenarioRefusal extends Reason {
  /** Key of the step; null when it is about the scenario as a whole. */
  step: string | null;
}

export function refused(code: string, message: string, step: { key: string } | null = null): ScenarioRefusal {
  return { code, message, step: step?.key ?? null };
}
