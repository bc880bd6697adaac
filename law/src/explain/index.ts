export { dayValue, derived, flagValue, numberValue } from './derived.ts';
export {
  because,
  carried,
  type Explanation,
  given,
  givenDay,
  type Made,
  made,
  type NodeValue,
  type Operation,
  type Outcome,
  parameter,
  type Reference,
  type Unit,
} from './explanation.ts';
export { once } from './once.ts';
export { LIST_SEPARATOR } from './operations.ts';
export { disagreements } from './recompute.ts';
export {
  type ExplanationRow,
  explanationToHtml,
  explanationToRows,
  explanationToText,
  explanationToTypst,
  writtenSource,
  writtenValue,
} from './render.ts';
