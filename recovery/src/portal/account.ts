import { type Day, formatDay } from '@acquit/law';
import { planHolds, planStanding } from '../commitments/plan.ts';
import { heldByPlans } from '../commitments/plan-holds.ts';
import type { CaseFacts, ClaimFacts, CompanyFacts, Hold } from '../model/facts.ts';
import type { Scenario } from '../model/scenario.ts';
import { uncontested } from '../owed/contested.ts';
import { coverOldestFirst } from '../owed/credits.ts';
import { claimedOf, firstClaimingRank } from '../planner/message.ts';
import { isInsolvent } from '../planner/suspension.ts';
import { inForce } from '../scenarios/in-force.ts';

/** Why a claim is asked of nobody for now, as its debtor is told; what comes first is said when several hold. */
const WAITS = ['contested', 'planned', 'announced', 'procedure', 'elsewhere', 'checking'] as const;
type Wait = (typeof WAITS)[number];

/** What a hold is to the debtor; null: nothing, for the creditor merely waits. */
const WAIT_OF: Readonly<Record<Hold['kind'], Wait | null>> = {
  disputed: 'contested',
  'e-invoice-disputed': 'contested',
  'e-invoice-refused': 'contested',
  promise: 'announced',
  'payment-announced': 'announced',
  procedure: 'procedure',
  'handed-over': 'elsewhere',
  'receipt-to-check': 'checking',
  'e-invoice-suspended': 'checking',
  'e-invoice-rejected': 'checking',
  'absent-from-ledger': 'checking',
  'limitation-expired': 'checking',
  'not-before': null,
};

/** One piece of the account as the debtor sees it. Amounts are cents, days `YYYY-MM-DD`. */
export interface AccountLine {
  claimId: string;
  number: string;
  kind: ClaimFacts['kind'];
  issuedOn: string | null;
  dueOn: string | null;
  amountCents: number;
  /** What is still due of it, principal only. */
  openCents: number;
  isLate: boolean;
  /** Why it is asked of nobody for now, for the debtor himself; null when it is asked for. */
  waits: Wait | null;
}

/** The account of a case on a day: what the debtor's own page says. */
export interface Account {
  on: string;
  lines: AccountLine[];
  /** Principal that is late; what is contested or spread is in it, since it is still on the account. */
  lateCents: number;
  /** Of it, what is not asked for now: what is contested, and what a plan spreads beyond its instalments due. */
  waitingCents: number;
  /** Of what is late, what is not contested: what a plan made today would spread. */
  spreadableCents: number;
  upcomingCents: number;
  /** Penalties or interest, and fixed indemnities: only those of claims that a formal notice has claimed. */
  penaltyCents: number;
  indemnityCents: number;
  /** Credit notes and money received that clears nothing yet. */
  creditCents: number;
  /** What is to be paid today; never below zero. */
  dueCents: number;
  /** Insolvency proceedings are open: nothing may be asked for or paid here. */
  isInsolvent: boolean;
}

/**
 * The account that a debtor may read of himself on a day: every open piece, late or not, and what is asked for it. What
 * the law adds is shown once a message has claimed it, by the same rule as the messages, and never before.
 */
export function accountOf(facts: CaseFacts, company: CompanyFacts, scenario: Scenario, on: Day): Account {
  const owed = facts.claims.filter((one) => isAsked(one)).sort(byDueDate);
  const notes = facts.claims.filter((one) => one.kind === 'credit-note' && one.openCents > 0);
  const creditCents = sum(notes.map((one) => one.openCents)) + (facts.unallocatedCents ?? 0);
  const insolvent = isInsolvent(facts, on);
  const planned = heldByPlans(facts, on)?.held;
  const isLate = (one: ClaimFacts) => one.dueOn !== null && one.dueOn < on;
  const lateCents = sum(owed.filter(isLate).map((one) => one.openCents));
  const asked = insolvent
    ? []
    : owed.flatMap((one) => (isContested(one, on) || planned?.has(one.claimId) ? [] : [uncontested(one, on)]));
  const covered = coverOldestFirst(
    asked.map((one) => one.openCents),
    creditCents,
  );
  const claimingRank = firstClaimingRank(
    inForce(scenario, { payerClass: facts.payerClass ?? null, debtorKind: facts.debtor.kind, cents: lateCents }),
  );
  let penaltyCents = 0;
  let indemnityCents = 0;
  asked.forEach((claim, index) => {
    if (!isLate(claim) || claim.level < claimingRank) return;
    const { amounts } = claimedOf(claim, covered[index]!, on, company, facts.debtor);
    penaltyCents += amounts?.penaltyCents ?? 0;
    indemnityCents += amounts?.indemnityCents ?? 0;
  });
  const uncontestedLate = owed.filter(isLate).flatMap((one) => (isContested(one, on) ? [] : [uncontested(one, on)]));
  const upcomingCents = sum(owed.map((one) => one.openCents)) - lateCents;
  const askedCents = sum(asked.filter(isLate).map((one) => one.openCents));
  const instalmentCents = insolvent ? 0 : instalmentsDue(facts, on);
  return {
    on: formatDay(on),
    lines: [...owed, ...notes].map((claim) => lineOf(claim, on, isLate(claim), planned?.has(claim.claimId) ?? false)),
    lateCents,
    waitingCents: Math.max(lateCents - askedCents - instalmentCents, 0),
    spreadableCents: sum(uncontestedLate.map((one) => one.openCents)),
    upcomingCents,
    penaltyCents,
    indemnityCents,
    creditCents,
    dueCents: Math.max(askedCents + instalmentCents + penaltyCents + indemnityCents - creditCents, 0),
    isInsolvent: insolvent,
  };
}

/** Contested as a whole; a part that is contested leaves the rest to be paid. */
function isContested(claim: ClaimFacts, on: Day): boolean {
  return waitsOf(claim, on, false) === 'contested' && uncontested(claim, on) === claim;
}

/** Instalments of the plans that hold whose day has come, less what was paid of them. */
function instalmentsDue(facts: CaseFacts, on: Day): number {
  let cents = 0;
  for (const plan of facts.plans ?? []) {
    const standing = planStanding(plan, on);
    if (!planHolds(standing)) continue;
    const due = sum(plan.instalments.filter((one) => one.dueOn <= on).map((one) => one.cents));
    cents += Math.max(due - standing.receivedCents, 0);
  }
  return cents;
}

/** A claim that a factor bought is asked by him alone. */
const isAsked = (claim: ClaimFacts) => claim.kind !== 'credit-note' && claim.kind !== 'factored' && claim.openCents > 0;

function lineOf(claim: ClaimFacts, on: Day, isLate: boolean, isPlanned: boolean): AccountLine {
  return {
    claimId: claim.claimId,
    number: claim.number,
    kind: claim.kind,
    issuedOn: claim.issuedOn === null ? null : formatDay(claim.issuedOn),
    dueOn: claim.dueOn === null ? null : formatDay(claim.dueOn),
    amountCents: claim.amountCents,
    openCents: claim.openCents,
    isLate: isLate && claim.kind !== 'credit-note',
    waits: waitsOf(claim, on, isPlanned),
  };
}

function waitsOf(claim: ClaimFacts, on: Day, isPlanned: boolean): Wait | null {
  const running = (claim.holds ?? []).filter((one) => one.until === null || one.until >= on);
  const found = new Set(running.map((one) => WAIT_OF[one.kind]));
  if (isPlanned) found.add('planned');
  return WAITS.find((wait) => found.has(wait)) ?? null;
}

const sum = (cents: readonly number[]) => cents.reduce((total, one) => total + one, 0);

function byDueDate(a: ClaimFacts, b: ClaimFacts): number {
  return (a.dueOn ?? a.issuedOn ?? 0) - (b.dueOn ?? b.issuedOn ?? 0) || (a.number < b.number ? -1 : 1);
}
