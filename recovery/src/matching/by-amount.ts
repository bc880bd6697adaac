import { bookClaim, type MatchingBook, mayKnow } from './book.ts';
import type { Evidence } from './evidence.ts';
import type { MatchingLine, Proposal } from './model.ts';
import { amountReason, propose, say, wholePart } from './proposal.ts';

/** More invoices than this of one amount say nothing. */
const MOST = 3;
/** Amounts in whole tens of euros are prices and prices are everybody's. */
const ROUND_CENTS = 10_00;

/** What a line might pay by its amount alone: shown, never applied, and only for an amount that hardly anybody owes. */
export function byAmount(book: MatchingBook, line: MatchingLine, { deniesPayment }: Evidence): Proposal[] {
  if (deniesPayment || line.amountCents % ROUND_CENTS === 0) return [];
  const same = book.byAmount.get(line.amountCents) ?? [];
  if (same.length > MOST * MOST) return [];
  const open = same.filter(
    (claim) => claim.left === line.amountCents && mayKnow(claim, line.on) && claim === bookClaim(book, claim, line.on),
  );
  if (open.length === 0 || open.length > MOST) return [];
  return open.map((claim) =>
    propose(book, line, {
      rule: 'amount',
      confidence: Math.round(40 / open.length),
      sure: false,
      reasons: [amountReason(line, [claim]), say.onlyAmount()],
      parts: [wholePart(claim)],
    }),
  );
}
