/** The life of e-invoices: their statuses from a message to the claims they speak of, and back. */
export { importLifecycle, type LifecycleOrder, type LifecycleOutcome } from './import-lifecycle.ts';
export { type Aftermath, linkAllWaiting, linkStatuses, undoLifecycle, unlinkStatuses } from './link-statuses.ts';
