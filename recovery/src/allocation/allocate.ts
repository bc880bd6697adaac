import type { Day } from '@acquit/law';

/** A claim as a receipt sees it. */
export interface AllocatableClaim {
  claimId: string;
  dueOn: Day | null;
  issuedOn: Day | null;
  openCents: number;
}

/** Which step of art. 1342-10 C. civ. decided. */
export type AllocationStep = 'debtor' | 'due-first' | 'oldest' | 'proportion' | 'single' | 'none';

export interface Allocation {
  parts: { claimId: string; amountCents: number }[];
  unallocatedCents: number;
  decidedBy: AllocationStep;
}

/** A claim without a due date is held to be not due, and the youngest: nothing shows that it must be paid first. */
const NEVER = Number.POSITIVE_INFINITY;

/**
 * Shares a receipt between the claims of one debtor by art. 1342-10 C. civ.: first the debts he names when paying, in
 * the order of the law among them; then debts due before debts not due; then the oldest; debts of one age in
 * proportion. Which debt he had most interest in clearing (secured, at a higher rate) cannot be computed: the user
 * chooses it as the debtor's choice. What no claim can take is left unallocated. Amounts in cents; `on` is the day of
 * the receipt; a choice that names an unknown claim is a bug.
 */
export function allocateReceipt(
  amountCents: number,
  claims: readonly AllocatableClaim[],
  on: Day,
  chosenIds: readonly string[] = [],
): Allocation {
  if (!Number.isSafeInteger(amountCents) || amountCents < 0) throw new Error('A receipt is a whole number of cents.');
  const open = claims.filter((claim) => claim.openCents > 0);
  const known = new Set(claims.map((claim) => claim.claimId));
  for (const id of chosenIds) if (!known.has(id)) throw new Error(`The choice names an unknown claim: ${id}`);
  const chosen = new Set(chosenIds);
  const given = new Map<string, number>();
  let left = amountCents;
  let decidedBy: AllocationStep = 'none';
  for (const group of payingOrder(open, chosen, on)) {
    if (left === 0) break;
    const wanted = group.claims.reduce((sum, claim) => sum + claim.openCents, 0);
    const shared = left < wanted;
    for (const [claimId, cents] of shared ? inProportion(group.claims, left, wanted) : wholes(group.claims)) {
      given.set(claimId, cents);
    }
    left = shared ? 0 : left - wanted;
    if (decidedBy === 'none') decidedBy = open.length === 1 ? 'single' : group.step;
    if (shared && group.claims.length > 1) decidedBy = 'proportion';
  }
  if (chosen.size > 0 && decidedBy !== 'none' && decidedBy !== 'proportion') decidedBy = 'debtor';
  const parts = open
    .filter((claim) => (given.get(claim.claimId) ?? 0) > 0)
    .map((claim) => ({ claimId: claim.claimId, amountCents: given.get(claim.claimId)! }));
  return { parts, unallocatedCents: left, decidedBy };
}

interface PayingGroup {
  claims: AllocatableClaim[];
  step: AllocationStep;
}

/** Claims in the order they are cleared; those that nothing tells apart stand in one group. */
function payingOrder(open: AllocatableClaim[], chosen: ReadonlySet<string>, on: Day): PayingGroup[] {
  const rank = (claim: AllocatableClaim): [number, number, number] => {
    const due = claim.dueOn ?? NEVER;
    return [chosen.has(claim.claimId) ? 0 : 1, due <= on ? 0 : 1, due === NEVER ? (claim.issuedOn ?? NEVER) : due];
  };
  const ranked = open.map((claim) => ({ claim, rank: rank(claim) })).sort((a, b) => compare(a.rank, b.rank));
  const dueDiffer = new Set(ranked.map(({ rank: [, due] }) => due)).size > 1;
  const groups: (PayingGroup & { rank: [number, number, number] })[] = [];
  for (const { claim, rank: own } of ranked) {
    const last = groups.at(-1);
    if (last !== undefined && compare(last.rank, own) === 0) last.claims.push(claim);
    else
      groups.push({ claims: [claim], rank: own, step: own[0] === 0 ? 'debtor' : dueDiffer ? 'due-first' : 'oldest' });
  }
  return groups;
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i]! < b[i]! ? -1 : 1;
  return 0;
}

function wholes(claims: readonly AllocatableClaim[]): [string, number][] {
  return claims.map((claim) => [claim.claimId, claim.openCents]);
}

/** Shares in proportion of what is open, exact to the cent: cents lost by rounding down go to the largest remainders. */
function inProportion(
  claims: readonly AllocatableClaim[],
  amountCents: number,
  wantedCents: number,
): [string, number][] {
  const shares = claims.map((claim, index) => {
    const product = BigInt(amountCents) * BigInt(claim.openCents);
    const cents = Number(product / BigInt(wantedCents));
    return { claimId: claim.claimId, cents, rest: Number(product % BigInt(wantedCents)), index };
  });
  let missing = amountCents - shares.reduce((sum, share) => sum + share.cents, 0);
  for (const share of [...shares].sort((a, b) => b.rest - a.rest || a.index - b.index)) {
    if (missing === 0) break;
    share.cents += 1;
    missing -= 1;
  }
  return shares.map((share) => [share.claimId, share.cents]);
}
