export { type DecisionLine, type PassOrder, type PassResult, runPass } from './pass.ts';
export { type PlanOrder, planCompany } from './plan.ts';
export { recordDecisions } from './record.ts';
export { runNight, type Sending } from './run-night.ts';
