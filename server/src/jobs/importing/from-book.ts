import { addDays, day, formatDay } from '@acquit/law';
import {
  type AccountItem,
  type Cleared,
  clearGroup,
  fr,
  type ListedCredit,
  type ListedReceipt,
  placeUnlettered,
} from '@acquit/recovery';
import type { AccountingBook, BookCustomer, BookItem } from '../../intake/index.ts';
import { debtorOfCustomer, type IncomingClaim, type IncomingDebtor, OPENING_BALANCE } from './incoming.ts';

/** An incoming claim of a list with the key that the list's money names it by. */
export type KeyedClaim = IncomingClaim & {
  key: string;
  isOpening: boolean;
  /** Cleared long before the file ends: it closes a claim of the book, and makes none. */
  isPast: boolean;
};

/** What an accounting file says of customers, ready to be compared: lines that clear one another are cleared. */
export interface BookFacts {
  claims: KeyedClaim[];
  /** `caseId` is the customer's account until the case is known. */
  receipts: (ListedReceipt & { debtor: IncomingDebtor })[];
  credits: ListedCredit[];
  /** Claims that the file letters with something it does not show: most likely paid, to be asked of a person. */
  letteredAlone: { key: string; on: string }[];
  doubts: { code: string; message: string }[];
}

interface Line {
  item: BookItem;
  key: string;
  kind: AccountItem['kind'] | 'ignored';
  cents: number;
  on: string | null;
  /** Cleared long before the file ends. */
  isPast: boolean;
}

/** A line that changes what is owed. */
type CountedLine = Line & { kind: AccountItem['kind'] };

/** Says the facts of a book. An account is a customer; what is neither a sale nor money of a customer is left out. */
export function factsOfBook(book: AccountingBook): BookFacts {
  const gathered = gatherFacts();
  gathered.add(book.customers, book.until ?? book.closesOn ?? null);
  return gathered.facts();
}

/** The facts of a book whose customers come some at a time, each let go of once its own are told. */
export interface GatheredFacts {
  /** `until` is the last day of the book. */
  add(customers: readonly BookCustomer[], until: string | null): void;
  facts(): BookFacts;
}

/** Says the facts of a book whose customers come some at a time: the same as `factsOfBook` says of all of them. */
export function gatherFacts(): GatheredFacts {
  const facts: BookFacts = { claims: [], receipts: [], credits: [], letteredAlone: [], doubts: [] };
  const strange = { count: 0, examples: [] as string[] };
  return {
    add(customers, until) {
      for (const customer of customers) {
        const found: string[] = [];
        addCustomer(facts, customer, until, found);
        strange.count += found.length;
        strange.examples.push(...found.slice(0, Math.max(0, STRANGE_SHOWN - strange.examples.length)));
      }
    },
    facts() {
      if (strange.count === 0) return facts;
      const doubt = {
        code: 'DebitWithoutInvoice',
        message: fr`Écritures au débit d’un compte client qui ne sont ni une vente ni un impayé reconnu, non reprises : ${strange.count} (${strange.examples.join(' ; ')}). Vérifiez-les dans votre comptabilité.`,
      };
      return { ...facts, doubts: [...facts.doubts, doubt] };
    },
  };
}

/** Entries that a doubt names; the others are counted. */
const STRANGE_SHOWN = 3;

function addCustomer(facts: BookFacts, customer: BookCustomer, closesOn: string | null, strange: string[]): void {
  const debtor = debtorOfCustomer({ account: customer.account, name: customer.name.trim() || customer.account });
  const keys = new KeyMaker(customer.account);
  const groups: Line[][] = customer.settled.map(({ items }) => items.map((item) => keys.line(item, closesOn)));
  const partly = new Map<string, Line[]>();
  for (const item of customer.openItems) {
    const line = keys.line(item, closesOn);
    const group = item.lettering ? partly.get(item.lettering) : undefined;
    if (group) group.push(line);
    else if (item.lettering) partly.set(item.lettering, [line]);
    else groups.push([line]);
  }
  groups.push(...partly.values());
  const firstClaim = facts.claims.length;
  takeBackPayments(groups, strange, customer);
  markPast(groups, customer.settled.length, closesOn);
  for (const group of groups)
    for (const line of group)
      if (line.kind === 'invoice' || line.kind === 'credit-note') facts.claims.push(claimOf(line, debtor));
      else if (line.kind === 'ignored' && line.cents > 0 && line.item.kind === 'other')
        strange.push(`${customer.name}, ${line.item.label ?? line.item.number ?? line.key}`);
  // Who only pays is known by his account alone.
  const payer = facts.claims.length > firstClaim ? debtor : debtorOfCustomer({ account: customer.account });
  clearGroups(facts, customer, payer, groups, closesOn, firstClaim);
}

/**
 * Days before the end of a file after which what is cleared is history: no bank statement that is still to be imported
 * tells of it, and a book of recovery has no use for it.
 */
const HISTORY_DAYS = 92;

/** Marks the lines of the groups that were cleared long ago, which are among the first `settled` ones. */
function markPast(groups: readonly (readonly Line[])[], settled: number, closesOn: string | null): void {
  if (closesOn === null) return;
  const since = formatDay(addDays(day(closesOn), -HISTORY_DAYS));
  for (let index = 0; index < settled; index += 1) {
    const group = groups[index] ?? [];
    if (group.every(({ item }) => item.on !== undefined && item.on < since))
      for (const line of group) line.isPast = true;
  }
}

const isCounted = (line: Line): line is CountedLine => line.kind !== 'ignored';

function clearGroups(
  facts: BookFacts,
  { account, settled }: BookCustomer,
  debtor: IncomingDebtor,
  groups: readonly (readonly Line[])[],
  closesOn: string | null,
  firstClaim: number,
): void {
  const open: Cleared['openCents'][] = [];
  const unlettered: ListedReceipt[] = [];
  groups.forEach((group, index) => {
    const items = group.every(isCounted) ? group : group.filter(isCounted);
    const cleared = clearGroup(items);
    open.push(cleared.openCents);
    for (const credit of cleared.credits)
      facts.credits.push({ ...credit, on: dayOf(items, credit.creditKey) ?? closesOn ?? '' });
    for (const line of items) {
      const money = line.kind === 'receipt' ? cleared.receipts.get(line.key) : undefined;
      if (!money) continue;
      const receipt = receiptOf(line, account, debtor, money, closesOn);
      if (receipt === null) continue;
      facts.receipts.push(receipt);
      if (!line.item.lettering && receipt.parts.length === 0 && receipt.amountCents > 0) unlettered.push(receipt);
    }
    if (index >= settled.length) letteredWithout(facts, items);
    paidByTheFile(facts, items, account, debtor, cleared.openCents);
  });
  if (unlettered.length === 0) return;
  placeUnlettered(
    unlettered,
    facts.claims.slice(firstClaim).map((claim) => ({ ...claim, caseId: account, isDocument: false })),
    new Map(open.flatMap((one) => [...one])),
  );
}

/** Returned payments that nothing letters take back the latest payment of that sum before them. */
function takeBackPayments(groups: Line[][], strange: string[], customer: BookCustomer): void {
  for (const group of groups) {
    const [alone] = group;
    if (group.length !== 1 || alone?.kind !== 'reversal') continue;
    const before = groups
      .filter((other) => other !== group && other.some((line) => isPaymentOf(line, alone)))
      .sort((a, b) => (latest(a, alone) < latest(b, alone) ? 1 : -1))[0];
    if (before === undefined) {
      strange.push(`${customer.name}, ${alone.item.label ?? alone.item.number ?? alone.key}`);
      continue;
    }
    before.push(alone);
    group.length = 0;
  }
}

const isPaymentOf = (line: Line, reversal: Line) =>
  line.kind === 'receipt' && line.cents === reversal.cents && (line.item.on ?? '') <= (reversal.item.on ?? '9999');
const latest = (group: readonly Line[], reversal: Line) =>
  group.reduce(
    (day, line) => (isPaymentOf(line, reversal) && (line.item.on ?? '') > day ? (line.item.on ?? '') : day),
    '',
  );

/** An invoice lettered in a group whose payment the file does not hold: it was paid after the closing, or before. */
function letteredWithout(facts: BookFacts, items: readonly Line[]): void {
  if (items.some((line) => line.kind === 'receipt' || line.kind === 'credit-note')) return;
  for (const { kind, key, item } of items)
    if (kind === 'invoice' && item.lettering && item.letteredOn) facts.letteredAlone.push({ key, on: item.letteredOn });
}

/** The file of cash accounting writes the day of payment beside the invoice: that is a payment, when nothing else is. */
function paidByTheFile(
  facts: BookFacts,
  items: readonly Line[],
  account: string,
  debtor: IncomingDebtor,
  openCents: Map<string, number>,
): void {
  for (const { kind, key, item } of items) {
    const left = openCents.get(key) ?? 0;
    if (kind !== 'invoice' || !item.paidOn || left === 0) continue;
    openCents.set(key, 0);
    facts.receipts.push({
      ledgerKey: `paid ${key}`,
      caseId: account,
      on: item.paidOn,
      amountCents: left,
      method: 'other',
      reference: item.label ?? null,
      isLettered: true,
      parts: [{ key, amountCents: left }],
      debtor,
    });
  }
}

const dayOf = (lines: readonly Line[], key: string) => lines.find((line) => line.key === key)?.item.on;

function receiptOf(
  { item, key }: Line,
  account: string,
  debtor: IncomingDebtor,
  money: { amountCents: number; parts: { key: string; amountCents: number }[] },
  closesOn: string | null,
): BookFacts['receipts'][number] | null {
  const on = item.on ?? item.letteredOn ?? closesOn;
  if (on === null) return null;
  const number = item.number ?? item.piece;
  return {
    ledgerKey: key,
    caseId: account,
    on,
    amountCents: money.amountCents,
    method: item.kind === 'receipt' ? 'transfer' : 'other',
    reference: (item.label && number ? `${item.label} – ${number}` : item.label || number) || null,
    isLettered: item.lettering !== undefined,
    parts: money.parts,
    debtor,
  };
}

function claimOf({ item, key, kind, cents, isPast }: Line, debtor: IncomingDebtor): KeyedClaim {
  const isOpening = item.kind === 'opening';
  const doubts: { code: string; message: string }[] = [];
  if (isOpening) doubts.push(OPENING_BALANCE);
  if (item.numberFrom === 'label')
    doubts.push({
      code: 'NumberFromLabel',
      message: fr`Numéro lu dans le libellé de l’écriture, la pièce n’en donnant pas : vérifiez-le.`,
    });
  const number = item.number ?? item.piece;
  if (number === undefined && !isOpening)
    doubts.push({
      code: 'NumberFromEntry',
      message: fr`L’écriture ne donne pas de numéro de facture : son numéro d’écriture en tient lieu. Complétez-le.`,
    });
  return {
    key,
    isOpening,
    isPast,
    line: item.line,
    number:
      number ??
      (isOpening
        ? fr`À-nouveau ${item.on ?? ''}`.trim()
        : `${item.journal ?? 'VE'}-${item.entry ?? item.on ?? item.line}`),
    kind: kind === 'credit-note' ? 'credit-note' : 'invoice',
    issuedOn: isOpening ? null : (item.on ?? null),
    dueOn: isOpening || kind === 'credit-note' ? null : (item.dueOn ?? null),
    deliveredOn: null,
    currency: 'EUR',
    totalCents: cents,
    tellsTotal: !isOpening,
    amountCents: cents,
    openCents: isOpening ? cents : null,
    orderReference: null,
    paymentReference: null,
    iban: null,
    precedingInvoices: [],
    termsText: null,
    debtor,
    doubts,
  };
}

/** Names the lines of one account so that another export of the same books names them alike, in whatever order. */
class KeyMaker {
  readonly #account: string;
  readonly #seen = new Map<string, number>();

  constructor(account: string) {
    this.#account = account;
  }

  line(item: BookItem, closesOn: string | null): Line {
    const signed = item.debitCents - item.creditCents;
    const what = `${item.on ?? closesOn ?? ''}|${signed}|${item.journal ?? ''}`;
    const times = this.#seen.get(what) ?? 0;
    this.#seen.set(what, times + 1);
    return {
      item,
      key: `${this.#account}|${what}|${times}`,
      kind: effectOf(item, signed),
      cents: Math.abs(signed),
      on: item.on ?? null,
      isPast: false,
    };
  }
}

/** What a line does to the debt: its kind says what it is, its sign which way (a sale written negative is a credit). */
function effectOf(item: BookItem, signed: number): Line['kind'] {
  if (signed === 0 || item.kind === 'transfer') return 'ignored';
  if (item.kind === 'invoice' || item.kind === 'credit-note') return signed > 0 ? 'invoice' : 'credit-note';
  if (item.kind === 'opening') return signed > 0 ? 'invoice' : 'receipt';
  if (item.kind === 'receipt' || item.kind === 'reversal') return signed < 0 ? 'receipt' : 'reversal';
  return signed < 0 ? 'receipt' : 'ignored';
}
