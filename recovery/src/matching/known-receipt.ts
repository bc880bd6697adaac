import { euros, frenchShortDate } from '@acquit/law';
import { fr } from '../texts/typography.ts';
import type { MatchingBook } from './book.ts';
import { type Evidence, isOne, namesUnknown, recognised } from './evidence.ts';
import type { KnownReceipt, MatchingLine, Proposal } from './model.ts';
import { payerReason, propose } from './proposal.ts';

/** A person writes a receipt down about when it comes; an accountant may do so weeks later. */
const [DAYS_BEFORE, DAYS_AFTER] = [15, 45];

/**
 * The money of a line that a person or the accounting file has already told: the line then shows that receipt and makes
 * no second one. Sure when the debtor or one of the receipt's invoices is recognised and no other receipt fits.
 */
export function byKnownReceipt(book: MatchingBook, line: MatchingLine, evidence: Evidence): Proposal[] {
  const near = (book.receipts.get(line.amountCents) ?? []).filter(
    (receipt) => receipt.on >= line.on - DAYS_BEFORE && receipt.on <= line.on + DAYS_AFTER,
  );
  if (near.length === 0) return [];
  const { identity, readings } = evidence;
  const named = new Set(readings.flatMap(({ claims }) => claims.map((claim) => claim.claimId)));
  const byNumber = near.filter((receipt) => receipt.claimIds.some((claimId) => named.has(claimId)));
  // A line that names an invoice is not the payer's receipt for another one.
  const isAnother = ({ claimIds }: KnownReceipt) =>
    claimIds.length > 0 &&
    (named.size > 0 || claimIds.some((claimId) => namesUnknown(evidence, book.claims.get(claimId)!)));
  const byPayer = recognised(identity)
    ? near.filter((receipt) => identity.caseIds.includes(receipt.caseId) && !isAnother(receipt))
    : [];
  const fitting = byNumber.length > 0 ? byNumber : byPayer;
  const sure = fitting.length === 1 && (byNumber.length === 1 || isOne(identity));
  return fitting.slice(0, 3).map((receipt) =>
    propose(book, line, {
      rule: 'known-receipt',
      confidence: sure ? 97 : 70,
      sure,
      reasons: [
        {
          code: 'ReceiptKnown',
          message: fr`Un encaissement de ${euros(receipt.amountCents)} du ${frenchShortDate(receipt.on)} est déjà enregistré : cette ligne le confirme et n’en crée pas d’autre.`,
        },
        ...(recognised(identity) ? [payerReason(book, line, identity)] : []),
      ],
      parts: [],
      caseId: receipt.caseId,
      receiptId: receipt.receiptId,
    }),
  );
}

/** A receipt shown by a line is no other line's. */
export function takeReceipt({ receipts }: MatchingBook, amountCents: number, receiptId: string): void {
  const left = (receipts.get(amountCents) ?? []).filter((receipt) => receipt.receiptId !== receiptId);
  receipts.set(amountCents, left);
}
