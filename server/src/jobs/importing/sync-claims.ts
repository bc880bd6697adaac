import { randomUUIDv7 } from 'node:crypto';
import {
  absentFrom,
  type ClaimVerdict,
  compareClaims,
  fr,
  type KnownClaim,
  type KnownReceipt,
  type ListedClaim,
  type ListedCredit,
  type ListedReceipt,
  type ListScope,
  listedAgain,
  type MoneyPlan,
  planMoney,
  roomsOf,
  toldByList,
} from '@acquit/recovery';
import type { Tx } from '../../store/index.ts';
import { dueDatesOf, insertClaims, type NewClaim } from './claims.ts';
import { type Applied, type ImportContext, nothingApplied } from './context.ts';
import { settleCredits } from './credits.ts';
import { type DebtorCase, findDebtors } from './debtors.ts';
import type { KeyedClaim } from './from-book.ts';
import { holdClaims, holdReasons, releaseClaims } from './holds.ts';
import type { IncomingDebtor } from './incoming.ts';
import { hasClaims, knownClaims, knownCredits, knownReceipts } from './known.ts';
import { linesOf } from './lines.ts';
import { placePayments } from './place-payments.ts';
import { type ListsTold, listDoubted, listEvents, tellLists } from './told-by-lists.ts';
import { updateClaims } from './update-claims.ts';
import { cancelOld, clearedBy, writeMoney } from './write-money.ts';

/** What a file tells of claims and their money, whatever its format. */
export interface ToldClaims {
  claims: readonly KeyedClaim[];
  /** Money with its debtor; `caseId` is filled here. `numbers`: the invoices that a table says it pays. */
  receipts: readonly (ListedReceipt & { debtor: IncomingDebtor; numbers?: readonly string[] })[];
  credits: readonly ListedCredit[];
  letteredAlone: readonly { key: string; on: string }[];
  /** `document`: one invoice by itself; `list`: a table of what is open; `book`: accounts with their entries. */
  source: 'document' | 'list' | 'book';
  /** Present when the file says that it lists everything. */
  scope: Omit<ListScope, 'asOf'> | null;
  /** The day of the state that a list describes; null when it does not say, and is read as today's. */
  asOf: string | null;
  /** An export older than one already imported: it adds, and takes nothing back. */
  older: boolean;
  fileName: string;
}

/**
 * Brings the book up to what a file tells: new claims, completed ones, money received, credit notes, and doubts on what a
 * complete list no longer has. Reads the book, compares without effects (`@acquit/recovery`), then writes in a handful of
 * statements. Importing the same facts again changes nothing.
 */
export async function syncClaims(tx: Tx, context: ImportContext, told: ToldClaims): Promise<Applied> {
  const applied = nothingApplied();
  const claims = ownCurrency(told.claims, applied);
  if (claims.length === 0 && told.claims.length > 0) return { ...applied, status: 'set-aside' };
  const isFirst = told.source !== 'document' && !(await hasClaims(tx, context.companyId));
  const { debtorOf, written } = await findDebtors(tx, {
    ...context,
    isFirst,
    // What is history makes no customer; it is looked for among those there are.
    claims: claims.filter((claim) => !claim.isPast),
    others: [...claims.filter((claim) => claim.isPast), ...told.receipts].map((one) => one.debtor),
  });
  refuseStrangers(told, debtorOf, applied);
  // A first file has no book to read: it is compared while the database writes its customers.
  if (!isFirst) await written;
  const book = await readBook(tx, context, told, claims, debtorOf, isFirst);
  const verdicts = verdictsOf(book.claims, claims, debtorOf, told, applied);
  const prices = told.source === 'book' ? pricesOf(verdicts) : new Map<string, number>();
  const plan = moneyOf(book, verdicts, told, debtorOf, prices);
  const listedOn = told.asOf !== null && told.asOf < context.today ? told.asOf : context.today;

  await written;
  await cancelOld(tx, context, plan.cancel);
  const fresh = await makeClaims(tx, context, claims, verdicts, plan, told.source === 'document' ? null : listedOn);
  const freshIds = new Set(fresh.map((one) => one.claimId));
  const changed = await updateClaims(tx, context, verdicts, told, listedOn);
  const events = await writeMoney(tx, context, plan, freshIds);
  const settled = await settleCredits(tx, fresh, context);
  const lists = await tellLists(tx, context, {
    byList: told.source === 'list' && !told.older ? toldByList(verdicts, listedOn) : [],
    known: book.claims,
    priced: new Set(book.claims.filter((one) => prices.get(one.claimId) === one.totalCents).map((one) => one.claimId)),
    bookedUntil: told.source === 'book' && !told.older ? lastReceipt(told) : null,
  });
  events.push(...listEvents(context, lists.moved, freshIds));
  const absent = told.scope && !told.older ? absentFrom(book.claims, verdicts, { ...told.scope, asOf: listedOn }) : [];
  const doubts = [...doubted(verdicts, plan, told), ...lists.doubted];
  await holdClaims(tx, context, [
    ...absent.map(({ claimId, caseId }) => ({ claimId, caseId, reason: holdReasons.absent(told.fileName) })),
    ...doubts,
  ]);
  // The document of one invoice says nothing of whether it is still owed.
  if (!told.older && told.source !== 'document') {
    const stillDoubted = stillDoubtful(verdicts, plan, told, lists);
    await releaseClaims(
      tx,
      context,
      listedAgain(verdicts).filter((claimId) => !stillDoubted.has(claimId)),
    );
  }

  const cleared = clearedBy(plan, lists.moved);
  const closes = (claim: KnownClaim | null) => {
    const one = claim && cleared.get(claim.claimId);
    if (!claim || !one || claim.status !== 'open') return false;
    return claim.amountCents - claim.receivedCents - claim.creditedCents <= one.receivedCents + one.creditedCents;
  };
  const { counts } = applied;
  const made = [...new Set(claims.map((claim) => debtorOf(claim.debtor)))].filter((one) => one?.created);
  counts.debtors = new Set(made.map((one) => one?.debtorId)).size;
  counts.newCreditNotes = fresh.filter(({ claim }) => claim.kind === 'credit-note').length;
  counts.newClaims = fresh.length - counts.newCreditNotes;
  counts.updatedClaims = changed.length;
  counts.closedClaims = book.claims.filter(closes).length + settled;
  counts.receipts = plan.add.length + lists.moved.filter((one) => one.afterCents > one.beforeCents).length;
  counts.absent = absent.length;
  counts.conflicts = verdicts.filter((one) => one.action === 'conflict').length;
  counts.known = verdicts.filter((one) => one.action === 'known').length + plan.known;
  if (context.isPreview)
    applied.lines = linesOf({
      verdicts,
      claims,
      plan,
      byLists: lists.moved,
      absent,
      debtors: await debtorNames(tx, absent),
      cleared,
      closes,
      book: book.claims,
    });
  applied.totalCents = fresh.reduce(
    (sum, { claim }) => sum + (claim.kind === 'credit-note' ? -claim.amountCents : claim.amountCents),
    0,
  );
  applied.doubts.push(...claims.flatMap((claim) => (claim.line === null ? [] : claim.doubts)));
  const cancelled = new Set(plan.cancel);
  applied.freshIds = [...freshIds];
  applied.caseIds = [
    ...new Set([
      ...fresh.map((one) => one.caseId),
      ...changed.map((one) => one.caseId),
      ...plan.add.map((one) => one.caseId),
      ...absent.map((one) => one.caseId),
      ...book.receipts.filter((one) => cancelled.has(one.receiptId)).map((one) => one.caseId),
      ...book.claims.filter((one) => cleared.has(one.claimId)).map((one) => one.caseId),
      ...verdicts.filter((one) => one.known?.absence === 'held').map((one) => one.known?.caseId ?? ''),
      ...lists.moved.map((one) => one.caseId),
      ...doubts.map((one) => one.caseId),
    ]),
  ];
  for (const { claimId, claim, number } of fresh)
    if (claim.amountCents > 0 && (cleared.get(claimId)?.receivedCents ?? 0) < claim.amountCents)
      events.push({
        actor: context.actor,
        action: 'claim.imported',
        objectKind: 'claim',
        objectId: claimId,
        payload: {
          number,
          kind: claim.kind,
          amountCents: claim.amountCents,
          dueOn: claim.dueOn,
          importId: context.importId,
        },
      });
  applied.events = [...events, ...changed.flatMap((one) => one.events)];
  return applied;
}

/** Claims in euros; the others are refused one by one, since Acquit recovers nothing else. */
function ownCurrency(claims: readonly KeyedClaim[], applied: Applied): KeyedClaim[] {
  return claims.filter((claim) => {
    if (claim.currency === 'EUR') return true;
    applied.refusals.push({
      code: 'ForeignCurrency',
      message: fr`Le document ${claim.number} est en ${claim.currency} : Acquit ne recouvre que des créances en euros. Il est mis de côté.`,
      facts: { number: claim.number, currency: claim.currency },
    });
    return false;
  });
}

/** Payments of customers whom the book does not know: there is nothing of theirs to clear. */
function refuseStrangers(told: ToldClaims, debtorOf: DebtorOf, applied: Applied): void {
  if (told.source !== 'list') return;
  const names = [
    ...new Set(told.receipts.filter((one) => debtorOf(one.debtor) === null).map((one) => one.debtor.name)),
  ];
  if (names.length > 0)
    applied.refusals.push({
      code: 'UnknownCustomer',
      message: fr`Règlements de clients inconnus, non repris : ${names.slice(0, 5).join(', ')}${names.length > 5 ? '…' : ''}. Importez d’abord leurs factures, puis ce fichier.`,
      facts: { customers: names.slice(0, 50) },
    });
}

interface Book {
  claims: KnownClaim[];
  receipts: KnownReceipt[];
  credits: { creditId: string; claimId: string }[];
}

type DebtorOf = (debtor: IncomingDebtor) => DebtorCase | null;

/** The case of a claim's debtor; none for history of a customer who is not known under that name. */
const caseOf = (debtorOf: DebtorOf, claim: KeyedClaim): string => {
  const found = debtorOf(claim.debtor);
  if (!found && !claim.isPast) throw new Error('A claim was imported whose debtor was not looked up.');
  return found?.caseId ?? '';
};

async function readBook(
  tx: Tx,
  context: ImportContext,
  told: ToldClaims,
  claims: readonly KeyedClaim[],
  debtorOf: DebtorOf,
  isFirst: boolean,
): Promise<Book> {
  const debtors = [...claims.map((one) => one.debtor), ...told.receipts.map((one) => one.debtor)].map(debtorOf);
  const caseIds = [...new Set(debtors.flatMap((one) => (one && !one.created ? [one.caseId] : [])))];
  const numbers = () => [
    ...new Set([...claims.map((claim) => claim.number), ...told.receipts.flatMap((one) => one.numbers ?? [])]),
  ];
  const openSince = told.scope === null || told.older ? {} : { openSince: told.scope.from };
  const known = isFirst ? [] : await knownClaims(tx, context.companyId, { caseIds, numbers: numbers(), ...openSince });
  // An invoice may stand under another customer than the file's: his money is looked at too.
  const everyCase = [...new Set([...caseIds, ...known.map((claim) => claim.caseId)])];
  if (told.source === 'document' || everyCase.length === 0) return { claims: known, receipts: [], credits: [] };
  return {
    claims: known,
    receipts: await knownReceipts(tx, everyCase),
    credits: await knownCredits(tx, everyCase),
  };
}

function verdictsOf(
  known: readonly KnownClaim[],
  claims: readonly KeyedClaim[],
  debtorOf: DebtorOf,
  told: ToldClaims,
  applied: Applied,
): ClaimVerdict[] {
  const listed = claims.map((claim): ListedClaim => {
    const { key, number, kind, issuedOn, dueOn, totalCents, tellsTotal, amountCents, openCents, orderReference } =
      claim;
    const isDocument = claim.line === null;
    return {
      key,
      caseId: caseOf(debtorOf, claim),
      number,
      kind,
      issuedOn,
      dueOn,
      totalCents: tellsTotal ? totalCents : null,
      amountCents,
      openCents,
      orderReference,
      isDocument,
    };
  });
  const repeats = told.source === 'book' ? 'another' : 'same';
  // History comes last: two pieces with one number must not change places because one of them is no longer taken.
  const past = new Set(claims.flatMap((claim) => (claim.isPast ? [claim.key] : [])));
  const inOrder = [...listed].sort((one, other) => Number(past.has(one.key)) - Number(past.has(other.key)));
  const compared = compareClaims(known, inOrder, { repeats, newId: () => randomUUIDv7() });
  const byKey = new Map(compared.map((verdict) => [verdict.listed.key, verdict]));
  const verdicts = listed.map((one) => byKey.get(one.key)!);
  const owing = new Set(known.filter((claim) => claim.status !== 'cancelled').map((claim) => claim.caseId));
  return verdicts.map((verdict, index) => {
    const claim = claims[index];
    if (verdict.action === 'add' && claim?.isPast) return { ...verdict, action: 'known', claimId: '' };
    if (verdict.action === 'conflict') applied.refusals.push(conflictOf(verdict, claim?.line ?? null));
    // The invoices that a carried balance is made of are in the book: it would count them twice.
    const isCounted = verdict.action === 'add' && claim?.isOpening && owing.has(verdict.listed.caseId);
    if (!isCounted) return verdict;
    applied.doubts.push({
      code: 'OpeningBalanceCounted',
      message: fr`Solde à nouveau de ${claim.debtor.name} non repris : les factures de ce client sont déjà connues. Comparez les deux si les totaux diffèrent.`,
    });
    return { ...verdict, action: 'known', claimId: '' };
  });
}

function conflictOf({ listed, known }: ClaimVerdict, line: number | null) {
  return {
    code: 'NumberAlreadyKnown',
    message: fr`Le document ${listed.number} de ce client existe déjà avec un autre montant : il n’a pas été remplacé. Vérifiez lequel des deux fichiers est le bon ; une correction passe par un avoir.`,
    facts: {
      number: listed.number,
      ...(known ? { knownCents: known.amountCents } : {}),
      incomingCents: listed.amountCents,
      ...(line === null ? {} : { line }),
    },
  };
}

/** The prices that the entries of accounts give to claims of the book. */
const pricesOf = (verdicts: readonly ClaimVerdict[]) =>
  new Map(
    verdicts.flatMap(({ known, listed, claimId }) =>
      known === null || claimId === '' ? [] : [[claimId, listed.totalCents ?? listed.amountCents] as const],
    ),
  );

const noMoney = (): MoneyPlan => ({ add: [], link: [], cancel: [], credits: [], disputed: [], known: 0 });

function moneyOf(
  book: Book,
  verdicts: readonly ClaimVerdict[],
  told: ToldClaims,
  debtorOf: DebtorOf,
  prices: ReadonlyMap<string, number>,
): MoneyPlan {
  if (told.source === 'document') return noMoney();
  const ids = new Map(
    verdicts.flatMap(({ listed, action, claimId }) =>
      action === 'conflict' || claimId === '' ? [] : [[listed.key, claimId] as const],
    ),
  );
  // A table of payments names claims of the book by their own identifier.
  for (const claim of book.claims) ids.set(claim.claimId, claim.claimId);
  const caseByClaim = new Map(book.claims.map((claim) => [claim.claimId, claim.caseId]));
  const added = verdicts.flatMap(({ action, claimId, listed }) =>
    action === 'add' ? [{ claimId, amountCents: listed.amountCents, clearedCents: 0 }] : [],
  );
  const untaken = new Set(verdicts.flatMap((one) => (one.claimId === '' ? [one.listed.key] : [])));
  const past = new Set(told.claims.flatMap((one) => (one.isPast && untaken.has(one.key) ? [one.key] : [])));
  const placed = placePayments(told, book.claims, (debtor) => debtorOf(debtor)?.caseId ?? null);
  // A later export has told the money of every claim it had: an older one tells only that of claims it adds.
  const addedKeys = new Set(verdicts.flatMap((one) => (one.action === 'add' ? [one.listed.key] : [])));
  const isNews = (keys: readonly string[]) => !told.older || keys.some((key) => addedKeys.has(key));
  const receipts = placed.flatMap((receipt) => {
    if (!isNews(receipt.parts.map(({ key }) => key))) return [];
    const parts = receipt.parts.filter(({ key }) => ids.has(key));
    const pastCents = receipt.parts.reduce((sum, part) => sum + (past.has(part.key) ? part.amountCents : 0), 0);
    if (pastCents > 0 && parts.length === 0) return [];
    // The money follows the invoice, which may stand under another customer of the book.
    const paid = parts.map(({ key }) => caseByClaim.get(ids.get(key) ?? '')).find((caseId) => caseId !== undefined);
    const caseId = paid ?? debtorOf(receipt.debtor)?.caseId;
    const { debtor: _, numbers: __, ...one } = receipt;
    return caseId === undefined ? [] : [{ ...one, amountCents: one.amountCents - pastCents, parts, caseId }];
  });
  const credits = told.credits.filter(
    ({ creditKey, claimKey }) => ids.has(creditKey) && ids.has(claimKey) && isNews([creditKey, claimKey]),
  );
  return planMoney(
    roomsOf(book.claims, added, prices),
    book.receipts,
    book.credits,
    { receipts, credits, claimOf: (key) => ids.get(key) ?? '' },
    // A table of payments only adds: what it does not letter any more was placed by this house.
    told.older || told.source === 'list',
  );
}

/** The last day on which the file has money that came. */
const lastReceipt = ({ receipts }: ToldClaims): string | null =>
  receipts.reduce<string | null>((last, { on }) => (last === null || on > last ? on : last), null);

async function makeClaims(
  tx: Tx,
  context: ImportContext,
  claims: readonly KeyedClaim[],
  verdicts: readonly ClaimVerdict[],
  plan: MoneyPlan,
  listedOn: string | null,
): Promise<NewClaim[]> {
  const cleared = clearedBy(plan);
  const added = verdicts.flatMap((verdict, index) => {
    const claim = claims[index];
    return verdict.action === 'add' && claim
      ? [{ verdict, claim, caseId: verdict.listed.caseId, isOpening: claim.isOpening }]
      : [];
  });
  const dues = await dueDatesOf(tx, added, context.paymentTermDays);
  const fresh = added.map(({ verdict, claim, caseId }, index): NewClaim => {
    const moved = cleared.get(verdict.claimId);
    return {
      claimId: verdict.claimId,
      caseId,
      number: verdict.number,
      claim,
      due: dues[index] ?? { on: claim.dueOn, source: 'document', doubt: null },
      receivedCents: moved?.receivedCents ?? 0,
      creditedCents: moved?.creditedCents ?? 0,
      clearedOn: moved?.on ?? null,
    };
  });
  await insertClaims(tx, context.companyId, fresh, { ...context, listedOn });
  return fresh;
}

/** Claims on which the file casts a doubt, whether they are held back already or not. */
function stillDoubtful(
  verdicts: readonly ClaimVerdict[],
  plan: MoneyPlan,
  told: ToldClaims,
  lists: ListsTold,
): Set<string> {
  const alone = new Set(told.letteredAlone.map((one) => one.key));
  const byLists = [...lists.doubted.map((one) => one.claimId), ...listDoubted(verdicts)];
  return new Set([
    ...plan.disputed,
    ...byLists,
    ...verdicts.flatMap((one) => (alone.has(one.listed.key) ? [one.claimId] : [])),
  ]);
}

/** Claims that the books say are cleared, by something they do not show or that the book has used elsewhere. */
function doubted(verdicts: readonly ClaimVerdict[], plan: MoneyPlan, told: ToldClaims) {
  const places = new Map(verdicts.map((one) => [one.listed.key, one]));
  const cases = new Map(verdicts.map((one) => [one.claimId, one.known?.caseId ?? one.listed.caseId]));
  const alone = told.letteredAlone.flatMap(({ key, on }) => {
    const verdict = places.get(key);
    if (!verdict || verdict.action === 'conflict' || verdict.claimId === '') return [];
    if (verdict.known && (verdict.known.status !== 'open' || verdict.known.absence !== 'none')) return [];
    const caseId = verdict.known?.caseId ?? verdict.listed.caseId;
    return [{ claimId: verdict.claimId, caseId, reason: holdReasons.letteredAlone(on) }];
  });
  const elsewhere = plan.disputed.flatMap((claimId) => {
    const caseId = cases.get(claimId);
    return caseId === undefined ? [] : [{ claimId, caseId, reason: holdReasons.clearedElsewhere() }];
  });
  return [...alone, ...elsewhere];
}

/** The customers of claims, by case: a complete list does not name those whom it leaves out. */
async function debtorNames(tx: Tx, claims: readonly KnownClaim[]): Promise<Map<string, string>> {
  if (claims.length === 0) return new Map();
  return new Map(
    await tx.arrays<[string, string]>(
      `select c.case_id, d.name from collection_case c join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
        where c.tenant_id = $1 and c.case_id = any($2::uuid[])`,
      [tx.tenantId, [...new Set(claims.map(({ caseId }) => caseId))]],
    ),
  );
}
