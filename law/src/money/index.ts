export { type Accrued, accrue, exactEuros, nothing, plus, toRational } from './accrued.ts';
export {
  type Decimal,
  exactDecimal,
  formatRational,
  formatUnits,
  MAX_DECIMALS,
  parseDecimal,
  scaleOf,
} from './decimal.ts';
export { euros, frenchDecimal, parseEuros } from './euros.ts';
export {
  add,
  divide,
  floor,
  fromDecimal,
  isEqual,
  isLess,
  multiply,
  type Rational,
  rational,
  subtract,
} from './rational.ts';
export { roundHalfUp, roundRationalHalfUp } from './rounding.ts';
