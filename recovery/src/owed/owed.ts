import type { Day, Explanation, Refusal } from '@acquit/law';
import type { AccessoryChoice, ClaimFacts, CompanyFacts, DebtorFacts } from '../model/facts.ts';
import { regimeOf } from '../profile/profile.ts';
import { type Accrual, accrued, accruedWithTree } from './accrual.ts';
import { principalOn } from './receipts.ts';
import { demandTree, principalTree } from './tree.ts';

/** What decides a claim's regime besides the claim: the two parties and the creditor's settings. */
export interface Parties {
  company: Pick<CompanyFacts, 'creditorKind' | 'settings'>;
  debtor: Pick<DebtorFacts, 'kind' | 'insolvencyOpenedOn'>;
}

/** What one claim is worth on a day, in whole cents, nothing below zero. */
export interface OwedAmounts {
  /** Principal left once receipts are imputed. */
  principalCents: number;
  /** Late penalties, moratory or legal interest left to pay; zero when the creditor has waived them. */
  penaltyCents: number;
  /** Fixed indemnity left to pay; zero when it is waived, or not due by this debtor. */
  indemnityCents: number;
  /** The part of the two above that the creditor keeps in reserve. */
  reservedCents: number;
  /** Principal and claimed accessories: what is asked when nothing is said of the reserve. */
  totalDueCents: number;
  /** Set when a figure of the law is missing: then nothing but the principal is claimed. */
  refusal: Refusal | null;
}

export interface Owed extends OwedAmounts {
  /** The tree whose value is `totalDueCents`. */
  explanation: Explanation;
}

/** What is left of an accrual once the creditor's choices are made. */
function chosen(claim: ClaimFacts, accrual: Accrual): OwedAmounts {
  const kept = (choice: AccessoryChoice, cents: number) => (choice === 'waived' ? 0 : cents);
  const reserved = (choice: AccessoryChoice, cents: number) => (choice === 'reserved' ? cents : 0);
  const { principalCents } = accrual;
  const penaltyCents = kept(claim.penalties, accrual.penaltyCents);
  const indemnityCents = kept(claim.indemnity, accrual.indemnityCents);
  const reservedCents =
    reserved(claim.penalties, accrual.penaltyCents) + reserved(claim.indemnity, accrual.indemnityCents);
  const totalDueCents = principalCents + penaltyCents + indemnityCents - reservedCents;
  return { principalCents, penaltyCents, indemnityCents, reservedCents, totalDueCents, refusal: null };
}

function principalOnly(principalCents: number, refusal: Refusal | null): OwedAmounts {
  return {
    principalCents,
    penaltyCents: 0,
    indemnityCents: 0,
    reservedCents: 0,
    totalDueCents: principalCents,
    refusal,
  };
}

/**
 * What one claim is worth on a day, without the tree: for the night's pass. Same figures and refusals as `owedOn`. A
 * claim without a due date, and one whose accessories are all waived, is worth its principal.
 */
export function owedAmounts(claim: ClaimFacts, on: Day, parties: Parties): OwedAmounts {
  const regime = regimeOf(parties.company.creditorKind, parties.debtor.kind);
  const accrual = accrued(claim, on, parties, regime);
  if (accrual === null) return principalOnly(principalOn(claim, on), null);
  return 'refusal' in accrual ? principalOnly(principalOn(claim, on), accrual.refusal) : chosen(claim, accrual);
}

/**
 * What one claim is worth on a day and why, by the regime of the two parties: late penalties and fixed indemnity between
 * professionals (L441-10 C. com.), late interest of public buyers (CCP), legal interest from the formal notice for all
 * others and for a debtor whose kind is not known (art. 1231-6 C. civ.), with no indemnity. When the law's figures
 * are missing (`RateNotPublished`…) the principal alone is claimed and the refusal is carried.
 */
export function owedOn(claim: ClaimFacts, on: Day, parties: Parties): Owed {
  const regime = regimeOf(parties.company.creditorKind, parties.debtor.kind);
  const accrual = accruedWithTree(claim, on, parties, regime);
  if (accrual === null || 'refusal' in accrual) {
    const amounts = principalOnly(principalOn(claim, on), accrual?.refusal ?? null);
    return { ...amounts, explanation: principalTree(claim, on, amounts) };
  }
  const amounts = chosen(claim, accrual);
  return { ...amounts, explanation: demandTree(claim, on, accrual, amounts) };
}
