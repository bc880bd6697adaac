export type { LatePenaltiesInput } from './input.ts';
export { defaultNode, defaultUnits, ecbPoints, floorNode, floorUnits, publicNode, publicUnits } from './rates.ts';
export {
  type LatePenaltiesAmount,
  type LatePenaltiesValue,
  latePenalties,
  latePenaltiesAmount,
} from './rule.ts';
