/** The lines of customers while a book is read: as their bytes, since the encoding is known only at the end. */

import { type BookItem, type BookItemKind, withDefined } from '../../result.ts';
import { dayText } from './book-amounts.ts';
import { CUSTOMER, type Entries, MONEY, SALE } from './entries.ts';
import { isNumber, numberInLabel } from './piece-numbers.ts';

/** One line on a customer's account. Texts are held as their bytes, days as `AAAAMMJJ` (0 or -1 for none). */
export interface HeldItem {
  line: number;
  customer: number;
  entryPlace: number;
  generalAccount: string;
  journal: string;
  entry: string;
  entryOn: number;
  piece: string;
  pieceOn: number;
  dueOn: number;
  paidOn: number;
  label: string;
  lettering: string;
  letteredOn: number;
  debitCents: number;
  creditCents: number;
  currency: string;
  currencyCents: number;
}

const FORWARD_JOURNAL = /^(?:r?an\d?|ano|a\.?n\.?|r\.?a\.?n\.?|[àa][\s-]?nouv\w*|ouv\w*|report\w*)$/i;
/** The label is still held as its bytes: an accented letter is one or two characters beyond ASCII. */
const FORWARD_LABEL =
  /^\s*(?:(?:reports? |solde )?(?:a|[\u0080-\u00ff]{1,2})[\s-]?nouveaux?\b|r\.?a\.?n\b|reprise des? soldes?|solde d'ouverture)/i;

/** What a journal is for, by its code and its name, as far as they tell. */
export type JournalKind = 'forward' | 'sales' | 'money';

const SALES_JOURNAL = /^(?:v|vt|ve|vte|vl|fac|fact|inv|vent\w*)\d*$|ventes?\b|factur|\bsales\b|customer invoice/i;
const MONEY_JOURNAL =
  /^(?:bq|bqe|bn|bnk|ba|cai|ca|b)\d*$|banque|\bbank\b|caisse|tr.{1,2}sorerie|r.{1,2}glements?\b|encaissement/i;

/** The kind of a journal; undefined when neither its code nor its name tells. Both are held as their bytes. */
export function journalKind(code: string, name: string): JournalKind | undefined {
  const both = [code.trim(), name.trim()];
  if (FORWARD_JOURNAL.test(code.trim()) || /nouveau|ouverture/i.test(name)) return 'forward';
  if (both.some((text) => SALES_JOURNAL.test(text))) return 'sales';
  return both.some((text) => MONEY_JOURNAL.test(text)) ? 'money' : undefined;
}

/** What an item is; see `BookItemKind`. `journal` is the kind of its journal. */
export function kindOf(item: HeldItem, entries: Entries, journal: JournalKind | undefined): BookItemKind {
  if (journal === 'forward' || FORWARD_LABEL.test(item.label)) return 'opening';
  const touches = entries.touches(item.entryPlace);
  const alone = (touches & ~CUSTOMER) === 0;
  // An export of the accounts of customers alone leaves out what stood beside them: their journal then tells.
  const sale = (touches & SALE) !== 0 || (alone && journal === 'sales');
  const money = (touches & MONEY) !== 0 || (alone && journal === 'money');
  if (item.debitCents >= item.creditCents) {
    if (sale) return 'invoice';
    if (money) return 'reversal';
  } else {
    if (money) return 'receipt';
    if (sale) return 'credit-note';
  }
  // Nothing but accounts of customers: a claim that becomes doubtful, two customers that are one.
  return alone ? 'transfer' : 'other';
}

/** The item as it is given out. `shared` holds the pieces that name no invoice. */
export function itemOf(
  held: HeldItem,
  kind: BookItemKind,
  decode: (text: string) => string,
  shared: ReadonlySet<string>,
): BookItem {
  const pieceOn = dayText(held.pieceOn);
  const entryOn = dayText(held.entryOn);
  const claim = kind === 'invoice' || kind === 'credit-note' || kind === 'opening';
  const piece = decode(held.piece);
  const label = decode(held.label);
  const on = claim ? (pieceOn ?? entryOn) : (entryOn ?? pieceOn);
  const named = isNumber(piece, on) && !(claim && shared.has(held.piece));
  const fromLabel = named || !claim ? undefined : numberInLabel(label);
  const number = named ? piece : fromLabel;
  return withDefined<BookItem>({
    line: held.line,
    kind,
    number,
    numberFrom: fromLabel === undefined ? undefined : 'label',
    piece: named || piece === '' ? undefined : piece,
    on,
    dueOn: dayText(held.dueOn),
    paidOn: dayText(held.paidOn),
    debitCents: held.debitCents,
    creditCents: held.creditCents,
    lettering: held.lettering === '' ? undefined : decode(held.lettering),
    letteredOn: held.lettering === '' ? undefined : dayText(held.letteredOn),
    label: label === '' ? undefined : label,
    journal: held.journal === '' ? undefined : decode(held.journal),
    entry: held.entry === '' ? undefined : decode(held.entry),
    generalAccount: held.generalAccount === '' ? undefined : held.generalAccount,
    currency: held.currency === '' || held.currency === 'EUR' ? undefined : held.currency,
    currencyCents: held.currency === 'EUR' || held.currencyCents === 0 ? undefined : held.currencyCents,
  });
}
