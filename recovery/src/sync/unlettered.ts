import type { ListedClaim, ListedReceipt } from './model.ts';

/**
 * Says what receipts that the accounts have not lettered pay, when there is no doubt: the invoice that their words name, or
 * the only invoice of the customer that is open for just that sum. The others keep no part: they lower what the customer
 * is asked, without clearing an invoice that nobody named. `openCents` is what lettering left of each listed claim, and is
 * lowered here. Receipts in the order of their days.
 */
export function placeUnlettered(
  receipts: readonly ListedReceipt[],
  claims: readonly ListedClaim[],
  openCents: Map<string, number>,
): void {
  const byCase = new Map<string, ListedClaim[]>();
  for (const claim of claims)
    if (claim.kind !== 'credit-note' && (openCents.get(claim.key) ?? 0) > 0)
      byCase.set(claim.caseId, [...(byCase.get(claim.caseId) ?? []), claim]);
  for (const receipt of receipts) {
    const open = (byCase.get(receipt.caseId) ?? []).filter((claim) => (openCents.get(claim.key) ?? 0) > 0);
    const named = open.filter((claim) => namesNumber(receipt.reference, claim.number));
    const exact = open.filter((claim) => openCents.get(claim.key) === receipt.amountCents);
    const chosen = named.length > 0 ? named : exact.length === 1 ? exact : [];
    let left = receipt.amountCents;
    for (const claim of chosen) {
      const share = Math.min(left, openCents.get(claim.key) ?? 0);
      if (share === 0) continue;
      left -= share;
      openCents.set(claim.key, (openCents.get(claim.key) ?? 0) - share);
      receipt.parts.push({ key: claim.key, amountCents: share });
    }
  }
}

/** Fewest letters and figures of a number that a text can be said to name: « 12 » is in too many sentences. */
const TELLING_LENGTH = 4;

/** Whether a text holds an invoice number as a word of its own, whatever its spaces and dashes. */
export function namesNumber(text: string | null, number: string): boolean {
  const wanted = plain(number);
  if (text === null || wanted.length < TELLING_LENGTH) return false;
  const words = text.split(/[\s,;:()]+/).map(plain);
  return words.includes(wanted);
}

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
