export type { SkippedDay } from './extension.ts';
export type { DeadlineInput } from './input.ts';
export { type PartyPlace, partyPlace } from './place.ts';
export { type DeadlineValue, deadline } from './rule.ts';
export { datesRefusal, notServed, outOfOrder } from './served.ts';
export { type ExplainedStep, knownStep, type Step, type StepSpec, stepFrom, stepWithoutDate } from './step.ts';
export { readWhere, type Where } from './where.ts';
