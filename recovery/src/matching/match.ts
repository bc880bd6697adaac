import {
  awaitLine,
  type BookFacts,
  bookClaim,
  byDay,
  learnPayer,
  type MatchingBook,
  openMatchingBook,
  payable,
} from './book.ts';
import { byAmount } from './by-amount.ts';
import { byPayer } from './by-payer.ts';
import { byReference } from './by-reference.ts';
import { type Evidence, identify, isOne, isSlipped, readLine, recognised } from './evidence.ts';
import { byKnownReceipt, takeReceipt } from './known-receipt.ts';
import type { LineOutcome, MatchingLine, Proposal } from './model.ts';
import { payerKeys } from './words.ts';

export interface MatchOptions {
  /** Signatures (`proposalKey`) that a person has declined or undone, by line: never proposed again. */
  refused?: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Most proposals kept for one line. */
const MOST_PROPOSALS = 3;

/**
 * What the lines of money that came pay in a company's book. Lines are taken in the order of their days whatever the
 * order they are given in: first those that name what they pay, then those whose payer and amount tell, so that a vague
 * line never takes the claim that a clear one pays. A line sees what the lines before it have left open, and the payers
 * they have made known. Lines of money that left are for `findReversals`.
 */
export function matchCredits(
  facts: BookFacts,
  lines: readonly MatchingLine[],
  options: MatchOptions = {},
): LineOutcome[] {
  const book = openMatchingBook(facts);
  const ordered = lines.filter((line) => line.amountCents > 0).toSorted(byDay);
  const waiting = new Map(ordered.map((line) => [line, readLine(book, line)]));
  const applied = new Map<MatchingLine, Proposal>();
  const pass = (rules: readonly Rule[], allowed: (proposal: Proposal) => boolean = () => true) => {
    for (const [line, evidence] of waiting) {
      const [best] = ask(book, line, evidence, rules, options);
      if (!best?.sure || !allowed(best)) continue;
      apply(book, line, best);
      applied.set(line, best);
      waiting.delete(line);
    }
  };
  pass([byKnownReceipt]);
  pass([byReference], (proposal) => WHOLE.has(proposal.rule));
  // Who paid by number is known from now on, by his account and his name.
  for (const [line, evidence] of waiting) evidence.identity = identify(book, line, evidence.text, evidence.names);
  for (const [line, evidence] of waiting) {
    const found = ask(book, line, evidence, [byReference, byPayer], options);
    for (const claimId of mayPay(book, line, evidence, found)) awaitLine(book, claimId, line);
  }
  pass([byReference, byPayer]);
  return ordered.map((line) => {
    const found = applied.get(line);
    if (found) return { lineId: line.lineId, applied: found, proposals: [], heldClaimIds: [] };
    const evidence = waiting.get(line)!;
    const proposals = ask(book, line, evidence, ALL, options)
      .map((proposal) => ({ ...proposal, sure: false, teaches: false }))
      .slice(0, MOST_PROPOSALS);
    return { lineId: line.lineId, applied: null, proposals, heldClaimIds: held(book, line, evidence, proposals) };
  });
}

/** The claims that a line not sure yet may pay: those of its proposals, and each one of its amount that the payer may owe. */
function mayPay(
  book: MatchingBook,
  line: MatchingLine,
  { identity }: Evidence,
  found: readonly Proposal[],
): Set<string> {
  const ids = new Set(found.flatMap((one) => (one.sure ? [] : one.parts.map((part) => part.claimId))));
  if (found[0]?.sure || !recognised(identity)) return ids;
  for (const caseId of identity.caseIds)
    for (const claim of payable(book, caseId, line.on)) if (claim.left === line.amountCents) ids.add(claim.claimId);
  return ids;
}

/** What numbers tell to the cent; a part or a surplus is weighed against what the payer's other invoices would make. */
const WHOLE: ReadonlySet<Proposal['rule']> = new Set(['reference', 'end-to-end', 'reference-others']);

type Rule = (book: MatchingBook, line: MatchingLine, evidence: Evidence) => Proposal[];
const ALL: readonly Rule[] = [byKnownReceipt, byReference, byPayer, byAmount];

/** The proposals of some rules, the best first, without those a person has refused nor the same twice. */
function ask(
  book: MatchingBook,
  line: MatchingLine,
  evidence: Evidence,
  rules: readonly Rule[],
  { refused }: MatchOptions,
): Proposal[] {
  const no = refused?.get(line.lineId);
  const seen = new Set<string>();
  const found: Proposal[] = [];
  for (const rule of rules)
    for (const proposal of rule(book, line, evidence)) {
      const key = proposalKey(proposal);
      if (seen.has(key) || no?.has(key)) continue;
      seen.add(key);
      // Where a person has said no once, nothing is done without him.
      found.push(no === undefined ? proposal : { ...proposal, sure: false });
    }
  if (found.length > 1) clash(book, evidence, found);
  return found.toSorted((a, b) => Number(b.sure) - Number(a.sure) || b.confidence - a.confidence);
}

/**
 * A sum that fits the payer's account contradicts a number that does not fit: then nothing is sure, unless that number is
 * the payer's own but for a slip.
 */
function clash(book: MatchingBook, evidence: Evidence, found: Proposal[]): void {
  const exact = found.filter((one) => one.sure && WHOLE.has(one.rule));
  const own = found.filter(
    ({ sure, rule, parts: [part] }) =>
      sure && rule === 'payer-amount' && isSlipped(evidence, book.claims.get(part!.claimId)!),
  );
  const named = found.some((one) => !one.rule.startsWith('payer') && one.rule !== 'amount');
  const fits = found.some((one) => one.rule === 'payer-amount' || one.rule === 'payer-several');
  for (const one of found) {
    if (exact.length === 1 ? one === exact[0] : own.length === 1 ? one === own[0] : !(named && fits)) continue;
    one.sure = false;
  }
}

function apply(book: MatchingBook, line: MatchingLine, proposal: Proposal): void {
  for (const { claimId, amountCents, differenceCents } of proposal.parts) {
    bookClaim(book, book.claims.get(claimId)!, line.on).left -= amountCents + differenceCents;
  }
  if (proposal.receiptId !== null) takeReceipt(book, line.amountCents, proposal.receiptId);
  if (proposal.teaches) for (const key of payerKeys(line)) learnPayer(book, key, proposal.caseId);
}

/**
 * The claims that wait for an answer: those of the proposals and, when the debtor is sure but not what he pays, each of
 * his that the amount could clear.
 */
function held(book: MatchingBook, line: MatchingLine, evidence: Evidence, proposals: readonly Proposal[]): string[] {
  const ids = new Set(proposals.flatMap((one) => one.parts.map((part) => part.claimId)));
  if (isOne(evidence.identity) && !evidence.deniesPayment)
    for (const claim of payable(book, evidence.identity.caseIds[0]!, line.on))
      if (claim.left <= line.amountCents + book.settings.toleranceCents) ids.add(claim.claimId);
  return [...ids].filter((claimId) => !book.claims.get(claimId)!.isCredit);
}

/** What makes two proposals the same for a person: the claims and their amounts, or the receipt. */
export function proposalKey({ parts, receiptId, caseId }: Pick<Proposal, 'parts' | 'receiptId' | 'caseId'>): string {
  if (receiptId !== null) return `receipt:${receiptId}`;
  if (parts.length === 0) return `case:${caseId}`;
  return parts
    .map((part) => `${part.claimId}:${part.amountCents}`)
    .sort()
    .join();
}
