import type { Day } from '@acquit/law';

/** Money that came for one claim of a case, or for none yet (null), on a day; integer cents. */
export interface Piece {
  claimId: string | null;
  on: Day;
  cents: number;
}

/** A claim as a commitment sees it: what it was for, and what took something off it besides money. */
export interface CoveredClaim {
  claimId: string;
  /** What was due when the document was made; 0 for one that was cancelled or is not ours. */
  amountCents: number;
  credits: readonly { on: Day; cents: number }[];
}

/** True when a commitment that names these claims (none: the whole account) covers a piece of money. */
export function covers(claimIds: readonly string[], piece: Pick<Piece, 'claimId'>): boolean {
  return claimIds.length === 0 || (piece.claimId !== null && claimIds.includes(piece.claimId));
}

/** Principal left of some claims at the end of a day, in cents, each never below zero. */
export function leftOn(claims: readonly CoveredClaim[], money: readonly Piece[], on: Day): number {
  let left = 0;
  for (const claim of claims) {
    let cents = claim.amountCents;
    for (const credit of claim.credits) if (credit.on <= on) cents -= credit.cents;
    for (const piece of money) if (piece.claimId === claim.claimId && piece.on <= on) cents -= piece.cents;
    left += Math.max(cents, 0);
  }
  return left;
}
