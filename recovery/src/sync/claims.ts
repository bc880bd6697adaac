import type { ClaimVerdict, FieldChange, KnownClaim, ListedClaim } from './model.ts';

export interface CompareOptions {
  /** What a number that the file repeats for one debtor means: the same document again, or another piece. */
  repeats: 'same' | 'another';
  /** The identifier of a claim to make. */
  newId: (listed: ListedClaim) => string;
}

/**
 * Tells for each line of a file which claim of the book it is, or that it is new. A claim is known by its debtor, kind and
 * number with the same total. Invoice numbers follow one sequence per creditor: the same number with the same total and
 * day under another debtor is the same invoice, written for a customer whom two files name differently. The same number
 * with another total is a conflict, never a change: an issued invoice does not change. Verdicts in the order of `listed`.
 */
export function compareClaims(
  known: readonly KnownClaim[],
  listed: readonly ListedClaim[],
  options: CompareOptions,
): ClaimVerdict[] {
  const byPlace = new Map<string, KnownClaim[]>();
  const byNumber = new Map<string, KnownClaim[]>();
  const used = new Set<string>();
  // Pieces with one number are taken in the order they were told, so that a file told again finds each its own.
  for (const claim of [...known].sort((a, b) => rankOf(a.number) - rankOf(b.number))) {
    push(byPlace, place(claim.caseId, claim), claim);
    push(byNumber, anywhere(claim), claim);
    used.add(exactPlace(claim.caseId, claim.number, claim.kind));
  }
  // A first file is often the largest, and there is nothing to look for.
  const at = (one: ListedClaim) => (known.length === 0 ? undefined : byPlace.get(place(one.caseId, one)));
  const taken = new Set<KnownClaim>();
  const found = new Map<ListedClaim, KnownClaim>();
  const take = (pick: (one: ListedClaim) => KnownClaim | undefined) => {
    for (const one of known.length === 0 ? [] : listed) {
      if (found.has(one)) continue;
      const claim = pick(one);
      if (claim === undefined) continue;
      found.set(one, claim);
      taken.add(claim);
    }
  };
  const free = (list: readonly KnownClaim[] | undefined, fits: (claim: KnownClaim) => boolean) =>
    list?.find((claim) => !taken.has(claim) && fits(claim));
  // The surest first, over all lines: a line that fits less well must not take the claim of another.
  take((one) => free(at(one), (claim) => isSame(claim, one) && sameDay(claim, one)));
  take((one) => free(at(one), (claim) => isSame(claim, one)));
  take((one) =>
    free(
      byNumber.get(anywhere(one)),
      (claim) => isSame(claim, one) && claim.issuedOn !== null && claim.issuedOn === one.issuedOn,
    ),
  );
  const made = new Map<string, ClaimVerdict>();
  return listed.map((one) => {
    const claim = found.get(one);
    if (claim !== undefined) return knownVerdict(one, claim);
    const rival = free(at(one), () => true);
    if (rival !== undefined)
      return { listed: one, action: 'conflict', claimId: rival.claimId, number: one.number, known: rival, changes: [] };
    const key = exactPlace(one.caseId, one.number, one.kind);
    const twin = made.get(key);
    if (twin !== undefined && options.repeats === 'same') {
      const action = twin.listed.amountCents === one.amountCents ? 'known' : 'conflict';
      return { ...twin, listed: one, action };
    }
    const verdict: ClaimVerdict = {
      listed: one,
      action: 'add',
      claimId: options.newId(one),
      number: freeNumber(one, used),
      known: null,
      changes: [],
    };
    made.set(key, verdict);
    return verdict;
  });
}

function push<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

/** « F-1 (2) » is the second piece that the file numbers F-1. */
const baseOf = (number: string) => (number.endsWith(')') ? number.replace(/ \(\d+\)$/, '') : number);
const rankOf = (number: string) => Number(/ \((\d+)\)$/.exec(number)?.[1] ?? 1);
const exactPlace = (caseId: string, number: string, kind: string) => `${caseId}\n${number}\n${kind}`;
const place = (caseId: string, one: { number: string; kind: string }) =>
  exactPlace(caseId, baseOf(one.number), one.kind);
const anywhere = (one: { number: string; kind: string }) => `${baseOf(one.number)}\n${one.kind}`;

function freeNumber(one: ListedClaim, used: Set<string>): string {
  let number = one.number;
  for (let n = 2; used.has(exactPlace(one.caseId, number, one.kind)); n += 1) number = `${one.number} (${n})`;
  used.add(exactPlace(one.caseId, number, one.kind));
  return number;
}

/** The same total, or the same sum due when one of the two does not tell its total, or less when a part was paid. */
function isSame(claim: KnownClaim, one: ListedClaim): boolean {
  if (one.totalCents !== null && Math.abs(claim.totalCents) === Math.abs(one.totalCents)) return true;
  if (claim.amountCents === one.amountCents) return true;
  return one.totalCents === null && one.openCents !== null && one.amountCents < claim.amountCents;
}

const sameDay = (claim: KnownClaim, one: ListedClaim) =>
  claim.issuedOn === null || one.issuedOn === null || claim.issuedOn === one.issuedOn;

function knownVerdict(listed: ListedClaim, claim: KnownClaim): ClaimVerdict {
  const changes = changesOf(claim, listed);
  const action = claim.undone ? 'revive' : changes.length > 0 ? 'update' : 'known';
  return { listed, action, claimId: claim.claimId, number: claim.number, known: claim, changes };
}

/**
 * What a line completes. What a person typed stays; a due date that was computed gives way to a written one, and one that
 * a list wrote to that of a newer list, but never the one of the invoice itself.
 */
function changesOf(claim: KnownClaim, one: ListedClaim): FieldChange[] {
  const changes: FieldChange[] = [];
  if (claim.issuedOn === null && one.issuedOn !== null)
    changes.push({ field: 'issuedOn', from: null, to: one.issuedOn });
  const mayMove =
    claim.dueOnSource !== 'user' && (claim.dueOnSource !== 'document' || !claim.hasDocument || one.isDocument);
  if (one.dueOn !== null && one.dueOn !== claim.dueOn && (claim.dueOn === null || mayMove))
    changes.push({ field: 'dueOn', from: claim.dueOn, to: one.dueOn });
  if (claim.orderReference === null && one.orderReference !== null)
    changes.push({ field: 'orderReference', from: null, to: one.orderReference });
  if (one.isDocument && !claim.hasDocument) changes.push({ field: 'document', from: null, to: true });
  return changes;
}
