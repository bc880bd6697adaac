import type { FieldReader } from './reader.ts';

/** Order in which a receipt clears a debt: interest first (1343-1 C. civ.), or the principal when the creditor agrees. */
export type Allocation = 'legal' | 'principalFirst';
/** What the days of interest are divided by: 365 always, or the length of a leap year for its own days. */
export type YearLength = 'fixed' | 'leap';

const ALLOCATIONS = ['legal', 'principalFirst'] as const;
const YEAR_LENGTHS = ['fixed', 'leap'] as const;

/** Whether receipts clear the principal first: the field `allocation`, `legal` by default. */
export function readPrincipalFirst(reader: FieldReader): boolean {
  return reader.choice<Allocation>('allocation', ALLOCATIONS, 'legal') === 'principalFirst';
}

/** Whether leap years are counted with their own length: the field `yearLength`, `fixed` by default. */
export function readLeapYears(reader: FieldReader): boolean {
  return reader.choice<YearLength>('yearLength', YEAR_LENGTHS, 'fixed') === 'leap';
}
