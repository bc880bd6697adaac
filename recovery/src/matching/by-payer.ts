import { formatDay } from '@acquit/law';
import { allocateReceipt } from '../allocation/allocate.ts';
import { awaitsAnother, type BookClaim, isPrice, type MatchingBook, payable } from './book.ts';
import { type Evidence, isBegun, isOne, namesUnknown, recognised } from './evidence.ts';
import type { MatchingLine, Proposal } from './model.ts';
import { calendarOf } from './months.ts';
import { amountReason, part, payerReason, propose, say, wholePart } from './proposal.ts';
import { setsThatAddUp } from './sums.ts';

/** Homonyms beyond this many are not looked at one by one. */
const MOST_CASES = 40;
/** Most proposals shown for one line. */
const MOST_SHOWN = 3;
/** Beyond so many homonyms even an odd amount may be another's. */
const MOST_HOMONYMS = 10;
/** A set of more invoices than this, found by sums alone, may be chance. */
const MOST_BY_CHANCE = 4;

interface Solution {
  claims: BookClaim[];
  /** All that is open, all that is due, the oldest ones, a month: what a payer would naturally choose. */
  natural: boolean;
  sameAmount: number;
  /** The text holds the beginning of its number. */
  spelled?: boolean;
}

/** What a line pays by who pays it and how much, best first. */
export function byPayer(book: MatchingBook, line: MatchingLine, evidence: Evidence): Proposal[] {
  const { identity } = evidence;
  if (identity.caseIds.length === 0 || identity.caseIds.length > MOST_CASES) return [];
  const all = identity.caseIds.flatMap((caseId) => solve(book, line, evidence, caseId));
  const spelled = all.filter((one) => one.spelled);
  const solutions = spelled.length === 1 ? spelled : all;
  if (solutions.length === 0) return isOne(identity) ? onAccount(book, line, evidence) : [];
  const sure = solutions.length === 1 && believable(book, line, evidence, solutions[0]!);
  return solutions
    .toSorted((a, b) => Number(b.natural) - Number(a.natural) || a.claims.length - b.claims.length)
    .slice(0, MOST_SHOWN)
    .map((solution) => proposalOf(book, line, evidence, solution, sure, solutions.length));
}

/** Ways in which the open claims of a case make the amount to the cent: one claim, a natural set, or a search. */
function solve(book: MatchingBook, line: MatchingLine, evidence: Evidence, caseId: string): Solution[] {
  const items = payable(book, caseId, line.on);
  const invoices = items.filter((claim) => !claim.isCredit);
  const equal = invoices.filter((claim) => claim.left === line.amountCents);
  const ofMonth = calendarOf(evidence.folded, line.on);
  const begun = equal.filter((claim) => isBegun(evidence, claim));
  if (begun.length === 1) return [{ claims: begun, natural: true, sameAmount: 1, spelled: true }];
  const meant = ofMonth === null ? [] : equal.filter((claim) => ofMonth(claim));
  const found: Solution[] = [];
  if (equal.length > 0) {
    const [one] = meant.length === 1 ? meant : equal;
    // A month is named that none or several of the equal invoices bear: which one is meant is for a person to say.
    const vague = ofMonth !== null && equal.length > 1 && meant.length !== 1;
    found.push({ claims: [one!], natural: !vague, sameAmount: meant.length === 1 ? 1 : equal.length });
  }
  for (const claims of naturalSets(items, line)) {
    const total = claims.reduce((sum, claim) => sum + (claim.isCredit ? -claim.left : claim.left), 0);
    if (total === line.amountCents && claims.length > 1 && !found.some((one) => sameAmounts(one.claims, claims)))
      found.push({ claims, natural: true, sameAmount: 1 });
  }
  if (equal.length > 0) return found;
  // Another set that makes the amount leaves a choice, however natural the first one is.
  const sets = setsThatAddUp(
    items.map((claim) => ({ cents: claim.isCredit ? -claim.left : claim.left })),
    line.amountCents,
  );
  for (const set of sets ?? []) {
    const claims = set.map((place) => items[place]!);
    if (!found.some((one) => sameAmounts(one.claims, claims))) found.push({ claims, natural: false, sameAmount: 1 });
  }
  return found;
}

/** What payers clear in one go: everything, what is due, the oldest ones, all of one month's invoices. */
function naturalSets(items: readonly BookClaim[], { on }: MatchingLine): BookClaim[][] {
  const credits = items.filter((claim) => claim.isCredit);
  const invoices = items.filter((claim) => !claim.isCredit);
  const due = invoices.filter((claim) => claim.dueOn !== null && claim.dueOn <= on);
  const sets: BookClaim[][] = [];
  for (let count = 1; count <= invoices.length; count += 1) sets.push(invoices.slice(0, count));
  for (const month of Map.groupBy(invoices, (claim) => monthOf(claim)).values()) sets.push(month);
  return credits.length === 0 ? sets : [...sets, [...invoices, ...credits], [...due, ...credits]];
}

const monthOf = ({ issuedOn }: BookClaim) => (issuedOn === null ? '' : formatDay(issuedOn).slice(0, 7));

function sameAmounts(a: readonly BookClaim[], b: readonly BookClaim[]): boolean {
  const amounts = (claims: readonly BookClaim[]) =>
    claims
      .map((claim) => (claim.isCredit ? -claim.left : claim.left))
      .sort((x, y) => x - y)
      .join();
  return amounts(a) === amounts(b);
}

/** Whether the only solution may be applied: the payer is known by his account, or his name is the debtor's own. */
function believable(
  book: MatchingBook,
  line: MatchingLine,
  evidence: Evidence,
  { claims, natural, spelled }: Solution,
): boolean {
  const { identity, deniesPayment, saysPart, saysMore, unread } = evidence;
  if (deniesPayment || saysPart || !recognised(identity)) return false;
  if (claims.some((claim) => claim.ofUnknown || namesUnknown(evidence, claim))) return false;
  if (!natural && claims.length > MOST_BY_CHANCE) return false;
  if (spelled) return true;
  // A number that cannot be read, or another line that waits, may mean another of the invoices that fit as well.
  const equals = payable(book, claims[0]!.caseId, line.on).filter((claim) =>
    claims.some((one) => one.left === claim.left),
  );
  const chooses = equals.length > claims.length;
  // « Relevé », « factures »: one of several equal invoices is not what that says.
  if (chooses && saysMore && claims.length === 1) return false;
  if (chooses && (unread.length > 0 || equals.some((claim) => awaitsAnother(book, claim.claimId, line)))) return false;
  if (isOne(identity)) return true;
  // Among homonyms, or the firms of a group, an amount that is no price tells which one is paid for.
  if (claims.every((claim) => isPrice(book, claim.left))) return false;
  return natural && identity.caseIds.length <= MOST_HOMONYMS;
}

function proposalOf(
  book: MatchingBook,
  line: MatchingLine,
  { identity, deniesPayment }: Evidence,
  { claims, sameAmount }: Solution,
  sure: boolean,
  count: number,
): Proposal {
  const reasons = [payerReason(book, line, identity), amountReason(line, claims)];
  if (sameAmount > 1) reasons.push(say.oldest(sameAmount));
  if (count > 1) reasons.push(say.sameAmount(count));
  if (identity.caseIds.length > 1 && identity.how !== 'iban') reasons.push(say.homonyms(identity.caseIds.length));
  if (deniesPayment) reasons.push(say.denies());
  const astray = claims.filter((claim) => claim.ofUnknown);
  if (astray.length > 0) reasons.push(say.astray(astray));
  return propose(book, line, {
    rule: claims.length > 1 ? 'payer-several' : 'payer-amount',
    confidence: sure ? (identity.how === 'iban' ? 98 : 95) : Math.round(80 / count),
    sure,
    reasons,
    parts: claims.map(wholePart),
    teaches: sure && identity.how === 'same-name' && identity.caseIds.length === 1,
  });
}

/** The payer is sure and his amount fits nothing: a payment on account, shared as the law shares it, once a person agrees. */
function onAccount(book: MatchingBook, line: MatchingLine, { identity, deniesPayment }: Evidence): Proposal[] {
  const caseId = identity.caseIds[0]!;
  const items = payable(book, caseId, line.on).filter((claim) => !claim.isCredit);
  if (items.length === 0) return [];
  const shares = allocateReceipt(
    line.amountCents,
    items.map((claim) => ({ ...claim, openCents: claim.left })),
    line.on,
  );
  return [
    propose(book, line, {
      rule: 'payer-account',
      confidence: 50,
      sure: false,
      reasons: [payerReason(book, line, identity), say.account(), ...(deniesPayment ? [say.denies()] : [])],
      parts: shares.parts
        .filter((one) => one.amountCents > 0)
        .map(({ claimId, amountCents }) => part(book.claims.get(claimId)!, amountCents)),
      caseId,
    }),
  ];
}
