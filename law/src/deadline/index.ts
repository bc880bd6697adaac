export { type Ending, ending } from './ending.ts';
export type { SkippedDay } from './extension.ts';
export type { DeadlineInput } from './input.ts';
export { type DeadlineValue, deadline } from './rule.ts';
export { notServed, outOfOrder } from './served.ts';
export {
  type ExplainedStep,
  knownStep,
  type Step,
  type StepFacts,
  type StepSpec,
  stepFrom,
  stepWithoutDate,
} from './step.ts';
export { distanceMonths, type Purpose, readWhere, type Where } from './where.ts';
