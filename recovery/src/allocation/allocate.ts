import { allocationAmounts, type Day, formatDay, type AllocationStep as LegalStep } from '@acquit/law';

/** A claim as a receipt sees it. */
export interface AllocatableClaim {
  claimId: string;
  dueOn: Day | null;
  issuedOn: Day | null;
  openCents: number;
}

/** The name under which a receipt keeps the step that decided: receipts already recorded say `debtor`. */
export type AllocationStep = Exclude<LegalStep, 'debtor-choice'> | 'debtor';

export interface Allocation {
  parts: { claimId: string; amountCents: number }[];
  unallocatedCents: number;
  decidedBy: AllocationStep;
}

/**
 * Shares a receipt between the claims of one debtor by the rule `allocation` of the law (art. 1342-10 C. civ.), each
 * claim for what is open of it: what the receipt clears inside a claim is computed by the rules of interest, day by day.
 * `on` is the day of the receipt; `chosenIds` the claims that the debtor named when paying, in that order, or the one
 * that the user says he had most interest in clearing. Amounts in cents, parts in the order of the claims; what no claim
 * can take is left unallocated. What the law refuses (an unknown claim, an amount that is no amount) is a bug here.
 */
export function allocateReceipt(
  amountCents: number,
  claims: readonly AllocatableClaim[],
  on: Day,
  chosenIds: readonly string[] = [],
): Allocation {
  const amounts = allocationAmounts({
    receiptCents: amountCents,
    on: formatDay(on),
    debtorChoice: chosenIds,
    debts: claims.map(({ claimId, dueOn, issuedOn, openCents }) => ({
      id: claimId,
      principalCents: Math.max(openCents, 0),
      interestCents: 0,
      costsCents: 0,
      ...(dueOn !== null && { dueOn: formatDay(dueOn) }),
      ...(issuedOn !== null && { issuedOn: formatDay(issuedOn) }),
    })),
  });
  if ('refusal' in amounts) throw new Error(amounts.refusal.message);
  const given = new Map(amounts.parts.map((part) => [part.id, part.principalCents]));
  const { step, unallocatedCents } = amounts;
  return {
    parts: claims
      .filter(({ claimId }) => given.has(claimId))
      .map(({ claimId }) => ({ claimId, amountCents: given.get(claimId)! })),
    unallocatedCents,
    decidedBy: step === 'debtor-choice' ? 'debtor' : step,
  };
}
