/** Before chasing: what our own invoices and terms say, what a customer may owe, what his lateness costs. */
export { type Exposure, exposureOf } from './credit-limit.ts';
export {
  type AuditedInvoice,
  auditInvoice,
  faultCode,
  faultName,
  type InvoiceFault,
  UNSEEN_BY_AUDIT,
} from './invoice-audit.ts';
export { type InvoiceSays, type InvoiceWords, readInvoiceWords } from './invoice-words.ts';
export { type LateCost, lateCost } from './late-cost.ts';
export { auditTerms, type TermsAudit } from './terms-audit.ts';
