export {
  type AgreedTerm,
  type AgreedTermInput,
  type MonthEndMethod,
  type PaymentTermInput,
  payerOf,
  readAgreedTerm,
  SECTORS,
  type Sector,
  TERM_DEBTORS,
  type TermDebtor,
} from './input.ts';
export { type PaymentTermValue, paymentTerm, type TermDoubt } from './rule.ts';
