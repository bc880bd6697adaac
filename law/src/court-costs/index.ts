export { lawyerNode } from './fees.ts';
export {
  CLAIMANT_FIELDS,
  type ClaimantInput,
  type CourtCostsInput,
  readActDay,
  readClaimant,
  readPostcode,
} from './input.ts';
export type { Claimant, CostFacts } from './items.ts';
export { type CourtCostsValue, courtCosts } from './rule.ts';
export { type CostLine, sheetOf, type UnknownCost } from './sheet.ts';
export {
  COST_STEPS,
  COURT_NAMES,
  COURTS,
  type CostStep,
  type CourtKind,
  isCommercial,
  PROCEDURE_NAMES,
  PROCEDURES,
  type Procedure,
} from './steps.ts';
