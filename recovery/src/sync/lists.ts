import type { IsoDate } from '@acquit/law';
import type { ClaimVerdict, KnownClaim } from './model.ts';

/** What a list says was taken off a claim by its day, payments and credit notes together, without saying by which. */
export interface ToldByList {
  claimId: string;
  caseId: string;
  cents: number;
  until: IsoDate;
  /** The day at which what nothing else explains of it counts as paid. */
  on: IsoDate;
}

/**
 * What a list of a day says was taken off claims: what it says is still open is less than their price. It came after the
 * last list on which the claim was open, and counts as paid on that day, so that no delay is charged on a payment that
 * may have been early; without such a list on the due date, or on the day of the list when it is not due. What a list
 * says less than an earlier one is left as it is: nobody is asked again on the word of a list.
 */
export function toldByList(verdicts: readonly ClaimVerdict[], until: IsoDate): ToldByList[] {
  return verdicts.flatMap(({ listed, known, action, claimId }) => {
    if (action === 'conflict' || claimId === '' || listed.openCents === null || listed.kind === 'credit-note')
      return [];
    if (known && !['open', 'settled'].includes(known.status) && action !== 'revive') return [];
    const cents = (known ?? listed).amountCents - listed.openCents;
    if (cents <= (known?.toldCents ?? 0)) return [];
    const due = known?.dueOn ?? listed.dueOn ?? until;
    const on = known?.listedOn ?? due;
    return [{ claimId, caseId: known?.caseId ?? listed.caseId, cents, until, on: on < until ? on : until }];
  });
}

/** Which claims a list that says it is complete must hold. */
export interface ListScope {
  /** First and last day of issue it covers; null: no limit. */
  from: IsoDate | null;
  until: IsoDate | null;
  /** The day of the state it describes: it says nothing of a claim that a later list had open. */
  asOf: IsoDate;
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
      (claim.listedOn === null || claim.listedOn <= scope.asOf) &&
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
