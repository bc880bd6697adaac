import { type KnownClaim, type ListedClaim, placeUnlettered } from '@acquit/recovery';
import type { IncomingDebtor } from './incoming.ts';
import type { ToldClaims } from './sync-claims.ts';

/**
 * Says which claims of the book the payments of a table clear: those whose numbers it gives, in that order, else the only
 * one open for just that sum. The others keep no part: they lower what the customer is asked. The parts name claims by
 * their identifier. What does not come from a table of payments is left as it is.
 */
export function placePayments(
  told: ToldClaims,
  known: readonly KnownClaim[],
  caseOf: (debtor: IncomingDebtor) => string | null,
): ToldClaims['receipts'] {
  if (told.source !== 'list' || told.receipts.length === 0) return told.receipts;
  // What only a list said was paid is what these payments may be.
  const open = known.filter(
    (claim) => (claim.status === 'open' || claim.standInCents > 0) && claim.kind !== 'credit-note',
  );
  const openCents = new Map(
    open.map((claim) => [
      claim.claimId,
      claim.amountCents - claim.receivedCents + claim.standInCents - claim.creditedCents,
    ]),
  );
  const placed = told.receipts.map((one) => {
    const caseId = caseOf(one.debtor) ?? '';
    let left = one.amountCents;
    const parts = (one.numbers ?? []).flatMap((number) => {
      // A number is one invoice of the company: the customer's own first, when several have it.
      const candidates = open.filter((claim) => claim.number === number);
      const claim = candidates.find((candidate) => candidate.caseId === caseId) ?? candidates[0];
      const share = claim ? Math.min(left, openCents.get(claim.claimId) ?? 0) : 0;
      if (!claim || share === 0) return [];
      left -= share;
      openCents.set(claim.claimId, (openCents.get(claim.claimId) ?? 0) - share);
      return [{ key: claim.claimId, amountCents: share }];
    });
    return { ...one, caseId, parts };
  });
  placeUnlettered(
    placed.filter((one) => one.parts.length === 0),
    open.map((claim): ListedClaim => ({ ...claim, key: claim.claimId, openCents: null, isDocument: false })),
    openCents,
  );
  return placed;
}
