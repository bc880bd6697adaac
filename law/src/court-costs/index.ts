export { lawyerNode } from './fees.ts';
export {
  CLAIMANT_FIELDS,
  type ClaimantInput,
  type CourtCostsInput,
  readActDay,
  readClaimant,
  readPostcode,
} from './input.ts';
export type { Claimant, CostFacts, CostWhat, Estimate } from './items.ts';
export { type CourtCostsValue, courtCosts } from './rule.ts';
export { type CostLine, type CostSheet, sheetOf, type UnknownCost } from './sheet.ts';
export {
  COST_STEPS,
  COURT_NAMES,
  COURTS,
  type CostStep,
  type CourtKind,
  isCommercial,
  isJudicial,
  PROCEDURE_NAMES,
  PROCEDURES,
  type Procedure,
} from './steps.ts';
