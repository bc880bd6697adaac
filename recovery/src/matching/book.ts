import type { Day } from '@acquit/law';
import type {
  KnownPayer,
  KnownReceipt,
  MatchingClaim,
  MatchingDebtor,
  MatchingLine,
  MatchingSettings,
  ToldPart,
} from './model.ts';
import { indexNames, type NameIndex } from './names.ts';
import { indexReferences, type ReferenceIndex } from './references.ts';
import { folded } from './words.ts';

/** A claim with what the lines already matched have left open of it. */
export interface BookClaim extends MatchingClaim {
  left: number;
  /** Of what is left, the part that only a list said was paid. */
  readonly toldLeft: number;
}

/** A company's open claims, looked up in every way a payer may mean them. `left` changes as lines are applied. */
export interface MatchingBook {
  settings: MatchingSettings;
  claims: Map<string, BookClaim>;
  /** Claims of which a list told a payment, as the lines up to its day see them: that part is still to be explained. */
  early: Map<string, BookClaim>;
  /** Of each case, by due date, oldest first. */
  byCase: Map<string, BookClaim[]>;
  debtors: Map<string, MatchingDebtor>;
  names: NameIndex;
  references: ReferenceIndex;
  payers: Map<string, Set<string>>;
  /** Open invoices by amount, as the book was opened: how rare an amount is. */
  byAmount: Map<number, BookClaim[]>;
  receipts: Map<number, KnownReceipt[]>;
  /** Claims that lines not decided yet may pay: a choice among equals that touches one of them is no choice. */
  pending: Map<string, MatchingLine[]>;
  /** Cases by what a payer may write of himself: account numbers and SIREN, folded. */
  accounts: Map<string, Set<string>>;
}

export interface BookFacts {
  settings: MatchingSettings;
  debtors: readonly MatchingDebtor[];
  /** Open ones, and those closed ones whose number a text may still name. */
  claims: readonly MatchingClaim[];
  payers: readonly KnownPayer[];
  receipts: readonly KnownReceipt[];
}

export function openMatchingBook({ settings, debtors, claims, payers, receipts }: BookFacts): MatchingBook {
  const all = claims.map(untouched);
  all.sort(byAge);
  const early = new Map(all.flatMap((claim) => (claim.told ? [[claim.claimId, beforeTold(claim, claim.told)]] : [])));
  const open = all.filter((claim) => claim.left > 0 || early.has(claim.claimId));
  const book: MatchingBook = {
    settings,
    claims: new Map(all.map((claim) => [claim.claimId, claim])),
    early,
    byCase: Map.groupBy(open, (claim) => claim.caseId),
    debtors: new Map(debtors.map((debtor) => [debtor.caseId, debtor])),
    names: indexNames(debtors),
    references: indexReferences(all),
    payers: new Map(),
    byAmount: Map.groupBy(
      [...open, ...early.values()].filter((claim) => !claim.isCredit && claim.left > 0),
      (claim) => claim.left,
    ),
    receipts: Map.groupBy(receipts, (receipt) => receipt.amountCents),
    pending: new Map(),
    accounts: new Map(),
  };
  for (const { key, caseId } of payers) learnPayer(book, key, caseId);
  for (const { caseId, account, legalId } of debtors)
    for (const written of [account, legalId]) {
      const key = folded(written ?? '').replace(/ /g, '');
      if (key.length >= ACCOUNT_LENGTH) addTo(book.accounts, key, caseId);
    }
  return book;
}

/** A shorter account number is in too many texts. */
export const ACCOUNT_LENGTH = 6;

/** An amount that so many debtors in a thousand owe is a price, which anybody may pay; fewer than this many never are. */
const [PRICE_PER_MILLE, PRICE_LEAST] = [10, 20];

/** True when an amount is one that many owe. */
export function isPrice({ byAmount, debtors }: MatchingBook, cents: number): boolean {
  const most = Math.max(PRICE_LEAST, Math.floor((debtors.size * PRICE_PER_MILLE) / 1000));
  return (byAmount.get(cents)?.length ?? 0) > most;
}

export function learnPayer({ payers }: MatchingBook, key: string, caseId: string): void {
  addTo(payers, key, caseId);
}

/** Notes that a line not decided yet may pay a claim. */
export function awaitLine({ pending }: MatchingBook, claimId: string, line: MatchingLine): void {
  const lines = pending.get(claimId);
  if (lines) lines.push(line);
  else pending.set(claimId, [line]);
}

/** Whether an earlier line not decided yet may pay a claim: what is open of it is then uncertain. */
export function awaitsAnother({ pending }: MatchingBook, claimId: string, line: MatchingLine): boolean {
  return (pending.get(claimId) ?? []).some((other) => byDay(other, line) < 0);
}

/** The order in which lines are taken, whatever the order they are given in. */
export function byDay(a: MatchingLine, b: MatchingLine): number {
  return a.on - b.on || (a.lineId < b.lineId ? -1 : a.lineId > b.lineId ? 1 : 0);
}

function addTo(lists: Map<string, Set<string>>, key: string, item: string): void {
  const list = lists.get(key);
  if (list) list.add(item);
  else lists.set(key, new Set([item]));
}

/** The claim behind one of the index, with what is left of it for a line of that day. */
export function bookClaim(book: MatchingBook, { claimId }: MatchingClaim, on: Day): BookClaim {
  const early = book.early.get(claimId);
  return early !== undefined && on <= early.told!.until ? early : book.claims.get(claimId)!;
}

/** A claim of which no line has paid anything yet. Made of a hundred thousand at once: each has the same shape. */
const untouched = ({
  claimId,
  caseId,
  number,
  isCredit,
  issuedOn,
  dueOn,
  openCents,
  paymentReference,
  ofUnknown,
  told,
}: MatchingClaim): BookClaim => ({
  claimId,
  caseId,
  number,
  isCredit,
  issuedOn,
  dueOn,
  openCents,
  paymentReference,
  ofUnknown: ofUnknown ?? false,
  told: told ?? null,
  left: openCents,
  toldLeft: 0,
});

/** A claim as it stood when nothing but the list's word had been taken off it. */
function beforeTold(claim: BookClaim, { cents }: ToldPart): BookClaim {
  let toldLeft = cents;
  return {
    ...claim,
    get toldLeft() {
      return toldLeft;
    },
    get left() {
      return claim.left + toldLeft;
    },
    // What a line takes is explained by what the list told, as far as that goes.
    set left(left) {
      const taken = claim.left + toldLeft - left;
      const explained = Math.min(toldLeft, taken);
      toldLeft -= explained;
      claim.left -= taken - explained;
    },
  };
}

/** An invoice sent by e-mail may be paid some days before the date it bears. */
const DAYS_AHEAD = 5;

/** Whether a payer may have received a claim's document by a day. */
export function mayKnow({ issuedOn }: BookClaim, on: number): boolean {
  return issuedOn === null || issuedOn <= on + DAYS_AHEAD;
}

/** What a payer could pay on a day: open invoices of a case that he may know of, and its credit notes. Oldest first. */
export function payable(book: MatchingBook, caseId: string, on: Day): BookClaim[] {
  const claims = book.byCase.get(caseId) ?? [];
  const seen = book.early.size === 0 ? claims : claims.map((claim) => bookClaim(book, claim, on));
  return seen.filter((claim) => claim.left > 0 && mayKnow(claim, on));
}

function byAge(a: BookClaim, b: BookClaim): number {
  const [dueA, dueB] = [a.dueOn ?? Number.MAX_SAFE_INTEGER, b.dueOn ?? Number.MAX_SAFE_INTEGER];
  if (dueA !== dueB) return dueA - dueB;
  const [issuedA, issuedB] = [a.issuedOn ?? 0, b.issuedOn ?? 0];
  if (issuedA !== issuedB) return issuedA - issuedB;
  if (a.number !== b.number) return a.number < b.number ? -1 : 1;
  return a.claimId < b.claimId ? -1 : a.claimId > b.claimId ? 1 : 0;
}
