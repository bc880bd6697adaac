import type { ProcedureFacts } from '../model.ts';

/** Whether the debtor can only be a legal person: no wages are paid to it, no over-indebtedness is admitted. */
export function isLegalPerson({ debtorKind }: Pick<ProcedureFacts, 'debtorKind'>): boolean {
  return debtorKind === 'company' || debtorKind === 'public-body' || debtorKind === 'public-enterprise';
}
