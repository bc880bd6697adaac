import type { Day } from '@acquit/law';
import { type AuditView, readInvoiceWords } from '@acquit/recovery';
import type { InvoiceDocument } from '../../intake/index.ts';
import { auditForSize, auditReport, recordAudit, type Store, type Tx } from '../../store/index.ts';

/** Keeps what an imported invoice of ours says of payment, and what the law finds in it. */
export async function auditImported(
  tx: Tx,
  { companyId, sha256 }: { companyId: string; sha256: Buffer },
  document: InvoiceDocument,
): Promise<void> {
  if (!document.number || document.effect === 'reduces') return;
  const says = readInvoiceWords({
    dueOn: document.dueOn ?? document.dueDates?.at(-1)?.on ?? null,
    notes: document.notes,
    paymentTerms: document.paymentTerms ?? null,
    customerLegalId: document.buyer?.legalId ?? null,
  });
  await recordAudit(tx, companyId, { number: document.number, sha256, says });
}

/** Checks again the invoices that were checked for another size of the company, batch by batch. */
export async function refreshAudits(
  store: Store,
  { tenantId, companyId }: { tenantId: string; companyId: string },
): Promise<void> {
  for (;;) {
    const { isDone } = await store.inTenant(tenantId, (tx) => auditForSize(tx, companyId));
    if (isDone) return;
  }
}

/** The audit of a company, its invoices checked for what it is now. */
export async function auditCompany(
  store: Store,
  order: { tenantId: string; companyId: string; on: Day },
): Promise<AuditView> {
  await refreshAudits(store, order);
  const report = await store.inTenant(order.tenantId, (tx) => auditReport(tx, order.companyId, order.on));
  if (report === null) throw new Error(`No company ${order.companyId} in this tenant.`);
  return report;
}
