import type { MatchPart } from '@acquit/recovery';

/** Within each case, credit notes take off no more than the invoices beside them. */
export function creditsFit(parts: readonly MatchPart[], isCredit: (claimId: string) => boolean): boolean {
  const byCase = Map.groupBy(parts, (part) => part.caseId);
  return [...byCase.values()].every(
    (own) =>
      own.reduce((sum, part) => sum + (isCredit(part.claimId) ? -part.amountCents : part.amountCents), 0) >= 0 &&
      own.some((part) => !isCredit(part.claimId)),
  );
}
