export type { UnmetCondition } from './conditions.ts';
export type { Entry, EntryLine } from './entries.ts';
export { LOSS_EVENTS, type LossEvent, VAT_POINTS, type VatPoint, type VatReliefInput } from './input.ts';
export { type ReliefLine, type VatReliefValue, vatRelief } from './rule.ts';
