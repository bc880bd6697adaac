import type { IsoDate } from '@acquit/law';

/** A line on a customer's account, told apart by its effect: `cents` is always positive. */
export interface AccountItem {
  /** The listed claim of an invoice or a credit note; the ledger key of money. */
  key: string;
  kind: 'invoice' | 'credit-note' | 'receipt' | 'reversal';
  on: IsoDate | null;
  cents: number;
}

/** What clears what inside one group of lettered lines. */
export interface Cleared {
  credits: { creditKey: string; claimKey: string; amountCents: number }[];
  /** Receipts less what was taken back of them; one wholly taken back is given with nothing. */
  receipts: ReadonlyMap<string, { amountCents: number; parts: { key: string; amountCents: number }[] }>;
  /** What stays open of each invoice and of each credit note. */
  openCents: Map<string, number>;
}

/**
 * Clears the lines of one group by one another: returned payments take back the latest receipts, then credit notes and
 * then receipts clear the invoices, each in the order of its days. Money is neither made nor lost: invoices less what
 * cleared them is what stays open, and a receipt keeps what clears nothing.
 */
export function clearGroup(items: readonly AccountItem[]): Cleared {
  const receiptsOf = new Map<string, { amountCents: number; parts: { key: string; amountCents: number }[] }>();
  const cleared: Cleared = { credits: [], receipts: receiptsOf, openCents: new Map() };
  const [first, second] = items;
  if (first === undefined) return cleared;
  if (items.length === 1) return clearAlone(first);
  // Nearly every group of a book: what follows would say the same of it, and takes three times as long.
  if (items.length === 2 && first.kind === 'invoice' && second?.kind === 'receipt') return clearPair(first, second);
  if (items.length === 2 && first.kind === 'receipt' && second?.kind === 'invoice') return clearPair(second, first);
  const ordered = [...items].sort(byDay);
  const invoices: { key: string; left: number }[] = [];
  const receipts: { key: string; left: number }[] = [];
  const creditNotes: AccountItem[] = [];
  let takenBack = 0;
  for (const item of ordered)
    if (item.kind === 'invoice') invoices.push({ key: item.key, left: item.cents });
    else if (item.kind === 'receipt') receipts.push({ key: item.key, left: item.cents });
    else if (item.kind === 'credit-note') creditNotes.push(item);
    else takenBack += item.cents;
  for (const receipt of takenBack > 0 ? receipts.toReversed() : []) {
    const share = Math.min(receipt.left, takenBack);
    receipt.left -= share;
    takenBack -= share;
  }
  for (const { key, cents } of creditNotes) {
    const left = spend(invoices, cents, (claimKey, amountCents) => {
      cleared.credits.push({ creditKey: key, claimKey, amountCents });
    });
    cleared.openCents.set(key, left);
  }
  for (const { key, left } of receipts) {
    const parts: { key: string; amountCents: number }[] = [];
    spend(invoices, left, (claimKey, amountCents) => parts.push({ key: claimKey, amountCents }));
    receiptsOf.set(key, { amountCents: left, parts });
  }
  for (const { key, left } of invoices) cleared.openCents.set(key, left);
  return cleared;
}

const NO_RECEIPTS: Cleared['receipts'] = new Map();

/** A line that stands alone: nothing clears it, and a returned payment without its payment takes nothing back. */
function clearAlone({ key, kind, cents }: AccountItem): Cleared {
  const openCents = new Map<string, number>();
  if (kind === 'receipt')
    return { credits: [], receipts: new Map([[key, { amountCents: cents, parts: [] }]]), openCents };
  if (kind !== 'reversal') openCents.set(key, cents);
  return { credits: [], receipts: NO_RECEIPTS, openCents };
}

function clearPair(invoice: AccountItem, receipt: AccountItem): Cleared {
  const share = Math.min(invoice.cents, receipt.cents);
  const parts = share > 0 ? [{ key: invoice.key, amountCents: share }] : [];
  return {
    credits: [],
    receipts: new Map([[receipt.key, { amountCents: receipt.cents, parts }]]),
    openCents: new Map([[invoice.key, invoice.cents - share]]),
  };
}

/** Spends a sum on invoices in their order; gives what no invoice takes. */
function spend(
  invoices: { key: string; left: number }[],
  cents: number,
  clear: (claimKey: string, amountCents: number) => void,
): number {
  let left = cents;
  for (const invoice of invoices) {
    if (left === 0) break;
    const share = Math.min(invoice.left, left);
    if (share === 0) continue;
    invoice.left -= share;
    left -= share;
    clear(invoice.key, share);
  }
  return left;
}

function byDay(a: AccountItem, b: AccountItem): number {
  const [left, right] = [a.on ?? '', b.on ?? ''];
  if (left !== right) return left < right ? -1 : 1;
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}
