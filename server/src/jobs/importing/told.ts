import { fr } from '@acquit/recovery';
import type { Ledger, LedgerReceipt, ReadResult } from '../../intake/index.ts';
import { type BookFacts, factsOfBook, type KeyedClaim } from './from-book.ts';
import { debtorOfCustomer, type IncomingClaim, type IncomingRefusal, incomingOf } from './incoming.ts';
import type { ToldClaims } from './sync-claims.ts';

type Told = ToldClaims & { refusals: IncomingRefusal[]; doubts: { code: string; message: string }[] };

/**
 * What a file that was read tells of claims and their money: an invoice, a table of invoices or payments, a book. `facts`
 * are those of a book too large to have been read whole.
 */
export function toldBy(read: ReadResult, fileName: string, older: boolean, facts?: BookFacts): Told {
  if (read.book) {
    const { claims, receipts, credits, letteredAlone, doubts } = facts ?? factsOfBook(read.book);
    const issued = daysOf(claims);
    const isWhole = read.book.customers.every((customer) => customer.leftOut === undefined);
    return {
      claims,
      receipts,
      credits,
      letteredAlone,
      source: 'book',
      // The sales of the last days are often not booked yet: the list ends with the last sale it has.
      scope: isWhole && issued !== null ? { from: issued.first, until: issued.last } : null,
      asOf: null,
      older,
      fileName,
      refusals: [],
      doubts,
    };
  }
  const { claims, refusals } = incomingOf(read);
  const payments = paymentsOf(read.ledger);
  return {
    claims: claims.map((claim, index) => ({ ...claim, key: `line ${index}`, isOpening: false, isPast: false })),
    receipts: payments.receipts,
    credits: [],
    letteredAlone: [],
    source: read.document ? 'document' : 'list',
    scope: scopeOf(read.ledger, claims),
    asOf: read.ledger?.asOf ?? null,
    older,
    fileName,
    refusals: [...refusals, ...payments.refusals],
    doubts: [],
  };
}

/** A table that says it lists everything open covers the invoices up to the last it has, whatever their beginning. */
function scopeOf(ledger: Ledger | undefined, claims: readonly IncomingClaim[]): ToldClaims['scope'] {
  if (!ledger?.complete || ledger.perCustomer) return null;
  const issued = daysOf(claims);
  return issued && { from: null, until: issued.last };
}

/** The first and the last day of issue of some claims; null when none tells its own. */
function daysOf(claims: readonly IncomingClaim[]): { first: string; last: string } | null {
  let days: { first: string; last: string } | null = null;
  for (const { issuedOn } of claims)
    if (issuedOn !== null) {
      if (days === null) days = { first: issuedOn, last: issuedOn };
      else if (issuedOn < days.first) days.first = issuedOn;
      else if (issuedOn > days.last) days.last = issuedOn;
    }
  return days;
}

/** The payments of a table; one without an amount, a customer or a day is refused by itself. */
function paymentsOf(ledger: Ledger | undefined): Pick<Told, 'receipts' | 'refusals'> {
  const refusals: IncomingRefusal[] = [];
  const times = new Map<string, number>();
  const receipts = (ledger?.receipts ?? []).flatMap((row) => {
    const refusal = lackOf(row);
    if (refusal) {
      refusals.push(refusal);
      return [];
    }
    const { customer, on = '', amountCents = 0, id, invoiceNumbers, method } = row;
    const what = `payment ${id ?? ''}|${on}|${amountCents}|${customer.account ?? customer.name ?? ''}`;
    const nth = times.get(what) ?? 0;
    times.set(what, nth + 1);
    return [
      {
        ledgerKey: `${what}|${nth}`,
        caseId: '',
        on,
        amountCents,
        method: method ?? 'other',
        reference: id ?? null,
        isLettered: false,
        parts: [],
        numbers: invoiceNumbers,
        debtor: debtorOfCustomer(customer),
      },
    ];
  });
  return { receipts, refusals };
}

function lackOf({ line, customer, on, amountCents, currency }: LedgerReceipt): IncomingRefusal | null {
  const refuse = (code: string, what: string): IncomingRefusal => ({
    code,
    message: fr`Le règlement de la ligne ${line} ${what} : il n’a pas été repris. Complétez le fichier, puis importez-le de nouveau.`,
    facts: { line },
  });
  if (!customer.name && !customer.account && !customer.legalId) return refuse('MissingBuyer', 'ne donne pas le client');
  if (amountCents === undefined) return refuse('MissingAmount', 'ne donne pas son montant');
  if (amountCents <= 0) return refuse('NotAReceipt', 'n’est pas une somme reçue');
  if (on === undefined) return refuse('MissingDate', 'ne donne pas sa date');
  if ((currency ?? 'EUR') !== 'EUR') return refuse('ForeignCurrency', 'n’est pas en euros');
  return null;
}

export type { KeyedClaim };
