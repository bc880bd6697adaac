import type { IsoDate } from '@acquit/law';
import type { ClaimVerdict, KnownClaim } from './model.ts';
import type { NewMoney } from './money.ts';

/** What a claim of the book still owes, as its rows say. */
const openOf = (claim: KnownClaim) => Math.max(claim.amountCents - claim.receivedCents - claim.creditedCents, 0);

/**
 * Money that a list tells of without dating it: what it says is still open of a known claim is less than what the book
 * has. It came after the last list on which the claim was open, and is dated on that day, so that no delay is charged on a
 * payment that may have been early; without such a list on the due date, or on the day the list is read when it is not due.
 * What the book knows more than the list (a payment at the bank) is left as it is.
 */
export function paidSinceListed(verdicts: readonly ClaimVerdict[], today: IsoDate): NewMoney[] {
  return verdicts.flatMap(({ listed, known, action }) => {
    if (!known || action === 'conflict' || listed.openCents === null || listed.kind === 'credit-note') return [];
    if (known.status !== 'open' && action !== 'revive') return [];
    const paid = openOf(known) - listed.openCents;
    if (paid <= 0) return [];
    const due = known.dueOn ?? today;
    const on = known.listedOn ?? (due < today ? due : today);
    return [
      {
        ledgerKey: `list ${known.claimId} ${known.amountCents - listed.openCents}`,
        caseId: known.caseId,
        on: on < today ? on : today,
        amountCents: paid,
        method: 'other',
        reference: null,
        isLettered: false,
        parts: [{ claimId: known.claimId, amountCents: paid }],
      },
    ];
  });
}

/** Which claims a list that says it is complete must hold. */
export interface ListScope {
  /** First and last day of issue it covers; null: no limit. */
  from: IsoDate | null;
  until: IsoDate | null;
}

/**
 * Open claims that a complete list should hold and does not: they were paid, cancelled, or never booked. Nobody can tell
 * which, so a person is asked and meanwhile nobody is chased. A claim that a person said to be owed all the same stays.
 */
export function absentFrom(
  known: readonly KnownClaim[],
  verdicts: readonly ClaimVerdict[],
  scope: ListScope,
): KnownClaim[] {
  const seen = new Set(verdicts.map((one) => one.claimId));
  return known.filter(
    (claim) =>
      claim.status === 'open' &&
      claim.kind !== 'credit-note' &&
      claim.absence === 'none' &&
      !seen.has(claim.claimId) &&
      claim.issuedOn !== null &&
      (scope.from === null || claim.issuedOn >= scope.from) &&
      (scope.until === null || claim.issuedOn <= scope.until),
  );
}

/** Claims held back because a list no longer had them, which this one has again. */
export function listedAgain(verdicts: readonly ClaimVerdict[]): string[] {
  return verdicts.flatMap(({ known, action }) =>
    known?.absence === 'held' && action !== 'conflict' ? [known.claimId] : [],
  );
}
