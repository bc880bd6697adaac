import { addDays, type Day, formatDay } from '@acquit/law';
import { heldByPlans } from '../commitments/plan-holds.ts';
import type { Reason } from '../model/decision.ts';
import type { CaseFacts, ClaimFacts, Hold } from '../model/facts.ts';
import { uncontested } from '../owed/contested.ts';
import { coverOldestFirst } from '../owed/credits.ts';
import { fr } from '../texts/typography.ts';

/** A claim that may be asked for, with the place it holds in the scenario. */
export interface Position {
  claim: ClaimFacts;
  dueOn: Day;
  level: number;
  levelOn: Day | null;
  /** The part of it that open credits will pay; a claim covered whole drives no step. */
  coveredCents: number;
}

/** A case as the planner sees it: what may be asked, what is taken off, what is left out and why. */
export interface Book {
  /** By due date, oldest first. */
  positions: Position[];
  credits: { number: string | null; cents: number }[];
  creditCents: number;
  exclusions: Reason[];
  /** First day on which a claim held back today may be asked for again by itself; null when none is. */
  resumesOn: Day | null;
}

/** The doubt that keeps a claim out of every message while the others go on. */
const DISPUTED = 'ClaimDisputed';

const HOLD_CODES: Readonly<Record<Hold['kind'], string>> = {
  'receipt-to-check': 'ReceiptToCheck',
  'payment-announced': 'PaymentAnnounced',
  'e-invoice-disputed': 'EInvoiceDisputed',
  'e-invoice-suspended': 'EInvoiceSuspended',
  'e-invoice-refused': 'EInvoiceRefused',
  'e-invoice-rejected': 'EInvoiceRejected',
  'absent-from-ledger': 'AbsentFromLedger',
  promise: 'PromiseRunning',
  disputed: DISPUTED,
  'not-before': 'NotBefore',
  procedure: 'ProcedureRunning',
  'limitation-expired': 'LimitationExpired',
  'handed-over': 'HandedOver',
};

/** The hold that keeps a claim back on a day and lasts longest, or null. One without an end outlasts all others. */
function holdOn(claim: ClaimFacts, on: Day): Hold | null {
  let longest: Hold | null = null;
  for (const hold of claim.holds ?? []) {
    if (hold.until !== null && hold.until < on) continue;
    if (longest === null || hold.until === null || (longest.until !== null && hold.until > longest.until))
      longest = hold;
  }
  return longest;
}

/** Why a claim is not asked for, or null when it may be. */
function exclusion(claim: ClaimFacts): Reason | null {
  if (claim.kind === 'factored') {
    return {
      code: 'FactoredClaim',
      message: fr`Facture ${claim.number} : cédée à un factor, qui seul peut la recouvrer ; elle n’est pas relancée.`,
    };
  }
  if (claim.doubts.some((doubt) => doubt.code === DISPUTED)) {
    return { code: DISPUTED, message: fr`Facture ${claim.number} : contestée ; elle n’est pas relancée.` };
  }
  if (claim.openCents <= 0) {
    return { code: 'NothingDue', message: fr`Facture ${claim.number} : plus rien n’est dû ; elle n’est pas relancée.` };
  }
  if (claim.dueOn === null) {
    return {
      code: 'MissingDueDate',
      message: fr`Facture ${claim.number} : sans date d’échéance ; indiquez-la pour qu’elle soit relancée.`,
    };
  }
  return null;
}

/** What was received or credited beyond the claim's amount, in cents. */
function overpaymentCents(claim: ClaimFacts): number {
  let cents = -claim.amountCents;
  for (const receipt of claim.receipts) cents += receipt.amountCents;
  for (const credit of claim.credits) cents += credit.amountCents;
  return Math.max(cents, 0);
}

/**
 * Sorts the claims of a case: credits apart, exclusions with their reason, the rest by due date. `on` is the day on which
 * claims held back are left out; null keeps them, for what is asked whatever is being checked (an insolvency claim).
 */
export function openBook(facts: CaseFacts, on: Day | null): Book {
  const book: Book = { positions: [], credits: [], creditCents: 0, exclusions: [], resumesOn: null };
  let unallocated = facts.unallocatedCents ?? 0;
  const planned = on === null ? null : heldByPlans(facts, on);
  if (planned !== null) book.resumesOn = planned.changesOn;
  for (const claim of facts.claims) {
    if (claim.kind === 'credit-note') {
      if (claim.openCents > 0) book.credits.push({ number: claim.number, cents: claim.openCents });
      continue;
    }
    if (claim.receipts.length > 0 || claim.credits.length > 0) unallocated += overpaymentCents(claim);
    const reason = exclusion(claim);
    if (reason !== null) {
      book.exclusions.push(reason);
      continue;
    }
    const asked = on === null ? claim : uncontested(claim, on);
    const plan = planned?.held.get(claim.claimId) ?? null;
    const hold = on === null ? null : holdOn(claim, on);
    if (hold !== null) holdBack(book, claim, hold);
    if (plan !== null) book.exclusions.push({ code: 'PlanRunning', message: fr`Facture ${claim.number} : ${plan}` });
    if (hold !== null || plan !== null) continue;
    if (asked.openCents <= 0) book.exclusions.push(restContested(claim));
    else
      book.positions.push({
        claim: asked,
        dueOn: claim.dueOn!,
        level: claim.level,
        levelOn: claim.levelOn,
        coveredCents: 0,
      });
  }
  if (unallocated > 0) book.credits.push({ number: null, cents: unallocated });
  for (const credit of book.credits) book.creditCents += credit.cents;
  if (book.positions.length > 1) book.positions.sort(byDueDate);
  if (book.creditCents > 0) cover(book);
  return book;
}

function restContested(claim: ClaimFacts): Reason {
  return {
    code: DISPUTED,
    message: fr`Facture ${claim.number} : ce qui en reste dû est contesté ; elle n’est pas relancée.`,
  };
}

function holdBack(book: Book, claim: ClaimFacts, { kind, reason, until }: Hold): void {
  book.exclusions.push({ code: HOLD_CODES[kind], message: fr`Facture ${claim.number} : ${reason}` });
  if (until === null) return;
  const next = addDays(until, 1);
  if (book.resumesOn === null || next < book.resumesOn) book.resumesOn = next;
}

function cover({ positions, creditCents }: Book): void {
  const shares = coverOldestFirst(
    positions.map((position) => position.claim.openCents),
    creditCents,
  );
  for (let i = 0; i < positions.length; i++) positions[i]!.coveredCents = shares[i]!;
}

function byDueDate(a: Position, b: Position): number {
  if (a.dueOn !== b.dueOn) return a.dueOn - b.dueOn;
  if (a.claim.number !== b.claim.number) return a.claim.number < b.claim.number ? -1 : 1;
  return a.claim.claimId < b.claim.claimId ? -1 : a.claim.claimId > b.claim.claimId ? 1 : 0;
}

/** The border form of a day that may be missing. */
export function isoOrNull(value: Day | null): string | null {
  return value === null ? null : formatDay(value);
}
