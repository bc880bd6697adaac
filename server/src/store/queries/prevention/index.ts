/** What our own invoices say, and what the law finds in them. */
export { auditCustomer, auditForSize, recordAudit } from './audits.ts';
export { auditReport } from './report.ts';
