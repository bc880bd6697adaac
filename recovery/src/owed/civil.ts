import { type Day, formatDay, type LegalInterestInput, legalInterest, type Refusal } from '@acquit/law';
import type { ClaimFacts } from '../model/facts.ts';
import type { Accrual, AccrualWithTree } from './accrual.ts';
import type { Parties } from './owed.ts';
import { balanceOn, datedUpTo, isPrincipalFirst } from './receipts.ts';

/**
 * Legal interest on a claim that no commercial or public rule covers: from the formal notice, at the creditor's own
 * column, with no indemnity (art. 1231-6 and 1344-1 C. civ.). Null before the notice, because nothing runs yet.
 *
 * Credits lower the base from the start, whatever their effect: it can only ask less. So does what came in before the
 * notice.
 */
export function civilInterestWithTree(
  claim: ClaimFacts,
  on: Day,
  parties: Parties,
): AccrualWithTree | { refusal: Refusal } | null {
  const input = interestInput(claim, on, parties);
  if (input === null) return null;
  const outcome = legalInterest(input);
  if (outcome.refusal !== undefined) return { refusal: outcome.refusal };
  return {
    principalCents: outcome.value.principalLeftCents,
    penaltyCents: outcome.value.interestLeftCents,
    indemnityCents: 0,
    explanation: outcome.explanation,
  };
}

/** The amounts alone; legal interest is rare enough in a night for the tree not to matter. */
export function civilInterest(claim: ClaimFacts, on: Day, parties: Parties): Accrual | { refusal: Refusal } | null {
  return civilInterestWithTree(claim, on, parties);
}

function interestInput(claim: ClaimFacts, on: Day, parties: Parties): LegalInterestInput | null {
  const { noticeOn } = claim;
  const { insolvencyOpenedOn } = parties.debtor;
  if (noticeOn === null) return null;
  if (on <= noticeOn) return null;
  const receipts = datedUpTo(
    claim.receipts.filter((receipt) => receipt.on > noticeOn),
    on,
  );
  // What came in while interest ran is given to the law as receipts; everything else has already lowered the base.
  const receivedCents = receipts.reduce((sum, receipt) => sum + receipt.amountCents, 0);
  return {
    amountCents: Math.max(balanceOn(claim, on) + receivedCents, 0),
    from: formatDay(noticeOn),
    until: formatDay(on),
    creditor: parties.company.creditorKind,
    start: 'formal-notice',
    allocation: isPrincipalFirst(claim, parties, 'civil') ? 'principalFirst' : 'legal',
    receipts,
    ...(insolvencyOpenedOn !== null && { insolvencyOpenedOn: formatDay(insolvencyOpenedOn) }),
  };
}
