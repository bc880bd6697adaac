export type { AllocationPart, AllocationStep } from './impute.ts';
export type { AllocationDebt, AllocationInput } from './input.ts';
export { type AllocationAmounts, type AllocationValue, allocation, allocationAmounts } from './rule.ts';
