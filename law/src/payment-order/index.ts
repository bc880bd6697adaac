export type { PaymentOrderInput } from './input.ts';
export { type PaymentOrderValue, paymentOrder } from './rule.ts';
export { CLOCKS } from './specs.ts';
export type { PaymentOrderState } from './state.ts';
