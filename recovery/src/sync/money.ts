import { day, daysBetween } from '@acquit/law';
import type { KnownClaim, KnownCredit, KnownReceipt, ListedCredit, ListedReceipt, Part } from './model.ts';

/** Money to write into the book, its parts naming claims of the book. */
export type NewMoney = Omit<ListedReceipt, 'parts'> & { parts: Part[] };

/** What a file changes in the money of the book. */
export interface MoneyPlan {
  add: NewMoney[];
  /** Money the book had from elsewhere: it gets the key of the file, and is not received twice. */
  link: { receiptId: string; ledgerKey: string }[];
  /** Receipts of an earlier export that this one tells otherwise; `add` holds them as they are now. */
  cancel: string[];
  credits: { creditId: string; claimId: string; amountCents: number; on: string }[];
  /** Claims that the file says are paid by money that the book has set against others: a person looks. */
  disputed: string[];
  /** Lines of money already in the book. */
  known: number;
}

/** Days between the booking of one sum at the bank and in the accounts that still tell of the same money. */
const SAME_MONEY_DAYS = 10;

/** The room of a claim: what of its amount nothing has cleared yet. Money never clears more than there is. */
export interface Room {
  claimId: string;
  amountCents: number;
  clearedCents: number;
  /** What only lists say cleared it, not counted in `clearedCents`: money told with its day takes its place. */
  standInCents?: number;
  /** Paid before its document was written, which asks for the rest: the entries tell the price whole. */
  earlierCents?: number;
}

/**
 * Rooms of claims of the book, and of those the file adds. `whole`: what the file's entries say of the price of claims of
 * the book; where its document asked for less than its price, the first money of the entries is what was paid before.
 */
export function roomsOf(
  known: readonly KnownClaim[],
  added: readonly Room[],
  whole: ReadonlyMap<string, number> = new Map(),
): Map<string, Room> {
  const rooms = new Map<string, Room>();
  for (const claim of known) {
    const closed = claim.status === 'cancelled' && !claim.undone;
    rooms.set(claim.claimId, {
      claimId: claim.claimId,
      amountCents: closed ? 0 : claim.amountCents,
      clearedCents: claim.receivedCents - claim.standInCents + claim.creditedCents,
      standInCents: claim.standInCents,
      earlierCents:
        whole.get(claim.claimId) === claim.totalCents ? Math.max(claim.totalCents - claim.amountCents, 0) : 0,
    });
  }
  for (const room of added) rooms.set(room.claimId, room);
  return rooms;
}

const left = (room: Room | undefined) => (room ? Math.max(room.amountCents - room.clearedCents, 0) : 0);

/** What is left once what only lists tell is counted too. */
const owed = (room: Room | undefined) => left(room) - (room?.standInCents ?? 0);

/** Takes as much of `cents` as the claim has room for, once what was taken off it before is counted. */
function fill(rooms: ReadonlyMap<string, Room>, claimId: string, cents: number): number {
  const room = rooms.get(claimId);
  const earlier = Math.min(room?.earlierCents ?? 0, cents);
  const share = Math.min(left(room), cents - earlier);
  if (room) {
    room.clearedCents += share;
    room.earlierCents = (room.earlierCents ?? 0) - earlier;
  }
  return share;
}

/**
 * Sets the money of a file beside that of the book. A line of money is known by its key, else it is a receipt of the same
 * debtor and amount within ten days that no file has named yet: the bank and the accounts tell of one payment. Else it is added, for as much as the claims it clears have room for: what they have received already is not
 * received twice, whatever told of it. An `older` export only adds what the book lacks, and takes nothing back.
 */
export function planMoney(
  rooms: Map<string, Room>,
  receipts: readonly KnownReceipt[],
  credits: readonly KnownCredit[],
  listed: { receipts: readonly ListedReceipt[]; credits: readonly ListedCredit[]; claimOf: (key: string) => string },
  older: boolean,
): MoneyPlan {
  const plan: MoneyPlan = { add: [], link: [], cancel: [], credits: [], disputed: [], known: 0 };
  const byKey = new Map(receipts.flatMap((one) => (one.ledgerKey === null ? [] : [[one.ledgerKey, one] as const])));
  const wanted = listed.receipts.map(
    (one): NewMoney => ({
      ...one,
      parts: one.parts.map(({ key, amountCents }) => ({ claimId: listed.claimOf(key), amountCents })),
    }),
  );
  const nearest = pairNearest(
    receipts.filter((one) => one.ledgerKey === null),
    wanted.filter((one) => !byKey.has(one.ledgerKey)),
  );
  const toAdd: { one: NewMoney; replaces: KnownReceipt | null }[] = [];
  const matched: { one: NewMoney; known: KnownReceipt }[] = [];
  for (const one of wanted) {
    const known = byKey.get(one.ledgerKey) ?? nearest.get(one);
    if (known === undefined) {
      if (one.amountCents > 0) toAdd.push({ one, replaces: null });
      continue;
    }
    if (known.ledgerKey === null) plan.link.push({ receiptId: known.receiptId, ledgerKey: one.ledgerKey });
    if (known.isReversed) {
      plan.known += 1;
      continue;
    }
    if (known.origin === 'ledger' && !older && !sameMoney(known, one)) {
      for (const part of known.parts) {
        const room = rooms.get(part.claimId);
        if (room) room.clearedCents -= part.amountCents;
      }
      if (one.amountCents > 0) toAdd.push({ one, replaces: known });
      else plan.cancel.push(known.receiptId);
      continue;
    }
    matched.push({ one, known });
    plan.known += 1;
  }
  planCredits(plan, rooms, credits, listed);
  for (const { one, replaces } of toAdd) {
    const parts = one.parts.flatMap(({ claimId, amountCents }) => {
      const share = fill(rooms, claimId, amountCents);
      return share > 0 ? [{ claimId, amountCents: share }] : [];
    });
    const wantedCents = one.parts.reduce((sum, part) => sum + part.amountCents, 0);
    const givenCents = parts.reduce((sum, part) => sum + part.amountCents, 0);
    // The money of a part that had no room was received before, from another teller.
    const amountCents = one.amountCents - (wantedCents - givenCents);
    const money = { ...one, amountCents, parts };
    if (replaces !== null && amountCents > 0 && sameMoney(replaces, money)) {
      plan.known += 1;
      continue;
    }
    if (replaces !== null) plan.cancel.push(replaces.receiptId);
    if (amountCents > 0) plan.add.push(money);
    else plan.known += 1;
  }
  if (older) return plan;
  for (const { one, known } of matched)
    for (const { claimId } of one.parts)
      if (owed(rooms.get(claimId)) > 0 && !known.parts.some((part) => part.claimId === claimId))
        plan.disputed.push(claimId);
  return plan;
}

function planCredits(
  plan: MoneyPlan,
  rooms: Map<string, Room>,
  known: readonly KnownCredit[],
  listed: { credits: readonly ListedCredit[]; claimOf: (key: string) => string },
): void {
  const done = new Set(known.map(({ creditId, claimId }) => `${creditId} ${claimId}`));
  for (const { creditKey, claimKey, amountCents, on } of listed.credits) {
    const [creditId, claimId] = [listed.claimOf(creditKey), listed.claimOf(claimKey)];
    if (done.has(`${creditId} ${claimId}`)) continue;
    const share = fill(rooms, claimId, Math.min(left(rooms.get(creditId)), amountCents));
    if (share === 0) continue;
    fill(rooms, creditId, share);
    plan.credits.push({ creditId, claimId, amountCents: share, on });
  }
}

/**
 * Which receipt that no file has named each line tells of: of the same case and amount, those that clear the same invoice
 * first, then the nearest days. Each receipt answers for one line only.
 */
function pairNearest(nameless: readonly KnownReceipt[], lines: readonly NewMoney[]): Map<NewMoney, KnownReceipt> {
  const placeOf = ({ caseId, amountCents }: { caseId: string; amountCents: number }) => `${caseId} ${amountCents}`;
  const byPlace = Map.groupBy(nameless, placeOf);
  const pairs = lines.flatMap((line) =>
    (byPlace.get(placeOf(line)) ?? []).flatMap((receipt) => {
      const days = Math.abs(daysBetween(day(receipt.on), day(line.on)));
      if (days > SAME_MONEY_DAYS) return [];
      const agrees = receipt.parts.some((part) => line.parts.some(({ claimId }) => claimId === part.claimId));
      // Of two payments of one sum the bank has taken one back: only its invoice says that it is this one.
      return receipt.isReversed && !agrees ? [] : [{ line, receipt, days, agrees }];
    }),
  );
  const paired = new Map<NewMoney, KnownReceipt>();
  const taken = new Set<KnownReceipt>();
  for (const { line, receipt } of pairs.sort((a, b) => Number(b.agrees) - Number(a.agrees) || a.days - b.days)) {
    if (paired.has(line) || taken.has(receipt)) continue;
    paired.set(line, receipt);
    taken.add(receipt);
  }
  return paired;
}

/**
 * Whether the book has a receipt as the file tells it. One that clears what the file leaves unlettered stays so: the file
 * only does not say what it pays.
 */
function sameMoney(known: KnownReceipt, one: NewMoney): boolean {
  if (known.amountCents !== one.amountCents) return false;
  if (one.parts.length === 0 && !one.isLettered) return true;
  const cents = new Map(known.parts.map((part) => [part.claimId, part.amountCents]));
  return (
    known.parts.length === one.parts.length && one.parts.every((part) => cents.get(part.claimId) === part.amountCents)
  );
}
