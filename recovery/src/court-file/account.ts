import {
  type ClaimKind,
  type CostLine,
  type Explanation,
  explanationToRows,
  PROCEDURES,
  type Procedure,
  type Refusal,
  type Route,
} from '@acquit/law';
import type { AnnexRow } from '../documents/document.ts';
import type { ClaimFacts, Regime } from '../model/facts.ts';
import { type Owed, owedOn } from '../owed/owed.ts';
import { reserveAsked } from '../owed/tree.ts';
import { regimeOf } from '../profile/profile.ts';
import { saidOnce } from '../texts/annex.ts';
import type { CourtFileFacts } from './facts.ts';
import { answer } from './parties.ts';

/** One claim in the account: what is asked of it on the day, and how each figure is made. */
export interface AccountClaim {
  claim: ClaimFacts;
  claimKind: ClaimKind | null;
  principalCents: number;
  /** Late penalties or interest. */
  penaltyCents: number;
  indemnityCents: number;
  askedCents: number;
  /** The tree whose value is `askedCents`. */
  explanation: Explanation;
  /** A figure of the law that is missing: nothing but the principal is then asked. */
  refusal: Refusal | null;
}

/** What a court file asks on a day. Every sum is in cents. */
export interface CourtAccount {
  regime: Regime;
  /** Claims due on the day, oldest first. */
  due: AccountClaim[];
  /** Claims that fall due later: declared in insolvency, asked of nobody else. */
  toFallDue: ClaimFacts[];
  /** Claims born after the judgment that opened the proceedings: paid at their term, declared by nobody. */
  afterJudgment: ClaimFacts[];
  principalCents: number;
  penaltyCents: number;
  indemnityCents: number;
  /** Indemnities counted: one an invoice. */
  indemnities: number;
  /** Credit notes and money received that no claim has taken: off the sum asked. */
  creditCents: number;
  penaltyClauseCents: number;
  totalCents: number;
}

/**
 * What is asked before a judge on a day: for each claim what `owedOn` gives, with the accessories kept in reserve when
 * the creditor asks for them from the formal notice on. A penalty clause is asked only where the user states one. In
 * insolvency nothing runs after the day before the judgment, which `owedOn` knows.
 */
export function courtAccountOf(facts: CourtFileFacts): CourtAccount {
  const { company, on } = facts;
  const { debtor } = facts.case;
  const asksReserve = company.settings.reservedAccessories === 'asked-by-formal-notice';
  const open = facts.case.claims.filter((claim) => claim.kind !== 'factored' && claim.openCents > 0);
  const opened = facts.procedure === 'insolvency-claim' ? debtor.insolvencyOpenedOn : null;
  const charges = open.filter((claim) => claim.kind !== 'credit-note').sort(byDueDate);
  const before = charges.filter((claim) => opened === null || claim.issuedOn === null || claim.issuedOn < opened);
  const pivot = opened ?? on;
  const due = before
    .filter((claim) => claim.dueOn === null || claim.dueOn < pivot)
    .map((claim) => accountClaim(claim, owedOn(claim, on, { company, debtor }), facts, asksReserve));
  const credits = open.filter((claim) => claim.kind === 'credit-note');
  const creditCents = credits.reduce((total, claim) => total + claim.openCents, 0) + (facts.case.unallocatedCents ?? 0);
  const principalCents = total(due, (claim) => claim.principalCents);
  const penaltyCents = total(due, (claim) => claim.penaltyCents);
  const indemnityCents = total(due, (claim) => claim.indemnityCents);
  const penaltyClauseCents = centsOf(answer(facts, 'penaltyClause')) ?? 0;
  return {
    regime: regimeOf(company.creditorKind, debtor.kind),
    due,
    toFallDue: before.filter((claim) => claim.dueOn !== null && claim.dueOn >= pivot),
    afterJudgment: charges.filter((claim) => !before.includes(claim)),
    principalCents,
    penaltyCents,
    indemnityCents,
    indemnities: due.filter((claim) => claim.indemnityCents > 0).length,
    creditCents,
    penaltyClauseCents,
    totalCents: Math.max(principalCents + penaltyCents + indemnityCents + penaltyClauseCents - creditCents, 0),
  };
}

function accountClaim(claim: ClaimFacts, owed: Owed, facts: CourtFileFacts, asksReserve: boolean): AccountClaim {
  const kept = (choice: ClaimFacts['penalties'], cents: number) => (choice === 'reserved' && !asksReserve ? 0 : cents);
  const penaltyCents = kept(claim.penalties, owed.penaltyCents);
  const indemnityCents = kept(claim.indemnity, owed.indemnityCents);
  return {
    claim,
    claimKind: facts.claimKinds[claim.claimId] ?? null,
    principalCents: owed.principalCents,
    penaltyCents,
    indemnityCents,
    askedCents: owed.principalCents + penaltyCents + indemnityCents,
    explanation: asksReserve ? reserveAsked(owed.explanation) : owed.explanation,
    refusal: owed.refusal,
  };
}

/** How each figure is made, claim by claim; a text is cited where it first serves. */
export function accountTrees(account: CourtAccount): { number: string; rows: AnnexRow[] }[] {
  const said = new Set<string>();
  return account.due.map(({ claim, explanation }) => ({
    number: claim.number,
    rows: saidOnce(explanationToRows(explanation), said),
  }));
}

/** A sum as people type it, « 1 234,56 », in cents; null when it is none. */
export function centsOf(typed: string | null | undefined): number | null {
  if (typed == null) return null;
  const plain = typed.replace(/[\s\u00a0\u202f€]/g, '').replace(',', '.');
  const found = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(plain);
  return found === null ? null : Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'));
}

/** Whether the law has a route of that name; what is prepared beside the procedures has none. */
export function isProcedure(name: string): name is Procedure {
  return (PROCEDURES as readonly string[]).includes(name);
}

/** The costs of a route that are at the debtor's charge in the end, as the request states them. */
export function recoverableCosts(found: Route | null): readonly CostLine[] {
  return found === null ? [] : found.costLines.filter((line) => line.recoverable);
}

function total(claims: readonly AccountClaim[], of: (claim: AccountClaim) => number): number {
  return claims.reduce((sum, claim) => sum + of(claim), 0);
}

function byDueDate(a: ClaimFacts, b: ClaimFacts): number {
  return (a.dueOn ?? a.issuedOn ?? 0) - (b.dueOn ?? b.issuedOn ?? 0) || (a.number < b.number ? -1 : 1);
}
