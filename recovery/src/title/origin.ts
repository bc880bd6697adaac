import type { Day } from '@acquit/law';
import type { ProcedureFacts, ProcedureKind, TitleFacts } from '../procedures/model.ts';

/** What gave a title: it decides whether five points are added, and which money it cannot have known of. */
export type TitleOrigin = Pick<ProcedureFacts, 'kind' | 'events'>;

/** Titles that condemn nobody: a commissaire's, a registrar's, or an agreement that a judge only made enforceable. */
const WITHOUT_CONDEMNATION: readonly ProcedureKind[] = [
  'small-claims',
  'uncontested-commercial',
  'cheque-title',
  'conciliation',
  'mediation',
];

/** Orders given on the creditor's papers alone, unless an opposition led to a judgment. */
const ON_PAPERS: readonly ProcedureKind[] = ['injonction-de-payer', 'european-payment-order'];

/** Whether a court condemned the debtor: the five points more come with nothing else (art. L313-3 C. mon. fin.). */
export function isCondemnation({ kind }: TitleOrigin): boolean {
  return !WITHOUT_CONDEMNATION.includes(kind);
}

/**
 * The first day whose receipts the title cannot have known of: the day of the request for an order given on papers, the
 * day of the title itself after a debate.
 */
export function unknownSince({ kind, events }: TitleOrigin, title: TitleFacts): Day {
  const isOnPapers = ON_PAPERS.includes(kind) && !events.some((event) => event.kind === 'judgment');
  const filed = isOnPapers ? events.find((event) => event.kind === 'filed') : undefined;
  return filed === undefined || filed.on > title.on ? title.on : filed.on;
}
