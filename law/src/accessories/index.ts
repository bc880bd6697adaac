export type { AccessoriesInput } from './input.ts';
export { ACCESSORIES, ACCESSORY_NAMES, type Accessory } from './names.ts';
export { mayClaimFixedIndemnity, mayClaimLatePenalties, type Permission } from './permissions.ts';
export { type AccessoryRegime, usualRegime } from './regimes.ts';
export { type AccessoriesValue, type AccessoryCondition, accessories } from './rule.ts';
