export {
  because,
  carried,
  type Explanation,
  given,
  made,
  type Operation,
  type Outcome,
  parameter,
  type Reference,
  type Unit,
} from './explanation.ts';
export { disagreements } from './recompute.ts';
export { type ExplanationRow, explanationToRows, explanationToText, writtenSource, writtenValue } from './render.ts';
