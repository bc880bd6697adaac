/**
 * Which piece is the number of an invoice. Accounting software writes there a dash, the month, the number of a bank
 * statement or the invoice itself; when it is not the invoice, the label often names it.
 */

/** What is written in figures where there is no number. */
const NO_NUMBER = /^[-/.*_x0\s]*$/i;
/** A code of journal followed by a month and a year: every sale of that month bears it. */
const MONTH = /^[A-Z]{0,4}[\s/_-]*(0[1-9]|1[0-2])[\s/_-]?(?:20)?(\d\d)$/i;
const DAY = /^(?:\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d\d)|(?:19|20)\d\d([/.-]?)(?:0[1-9]|1[0-2])\1(?:[0-2]\d|3[01]))$/;
/** Pieces of the entries that carry balances forward. */
const FORWARD = /^(?:r?an|r\.?a\.?n\.?|[àa] ?nouveaux?|report|ouv(?:erture)?|solde)[\s/_-]*\d*$/i;

/** True when the piece has nothing against being a number of its own. */
export function isNumber(piece: string, on: string | undefined): boolean {
  if (!/\d/.test(piece) || NO_NUMBER.test(piece) || FORWARD.test(piece) || DAY.test(piece)) return false;
  const month = MONTH.exec(piece);
  // « VE  0123 » on a sale of January 2023 names the month; FA0123 in March is a number.
  return month === null || on === undefined || `${on.slice(5, 7)}${on.slice(2, 4)}` !== `${month[1]}${month[2]}`;
}

const NAMED =
  /(?:^|[^\p{L}])(?:factures?|fact?|fc|fv|invoice|avoirs?|av|note de cr[ée]dit|n[°ºo]|num(?:[ée]ro)?|pi[èe]ce)(?:[\s.:#]+(?:-\s+)?|n[°ºo]|num(?:[ée]ro)?|client)+((?:\p{L}{1,6}[-/_.]?)?\d[\p{L}\d/_.-]*)/giu;
/** A word of letters and figures, three figures at least, as numbering schemes make them. */
const SHAPED = /(?<![\p{L}\d/_.-])(?:\p{L}{1,6}[-/_.]?)(?:\d[\d/_.-]*){3,}[\p{L}\d]*(?![\p{L}\d%€])/gu;

/** The number that a label names; undefined when it names none, or several. */
export function numberInLabel(label: string): string | undefined {
  const named = unique([...label.matchAll(NAMED)].map((found) => found[1] ?? ''));
  if (named.length > 0) return named.length === 1 ? named[0] : undefined;
  const shaped = unique([...label.matchAll(SHAPED)].map(([found]) => found));
  return shaped.length === 1 ? shaped[0] : undefined;
}

function unique(found: readonly string[]): string[] {
  const numbers = found
    .map((text) => text.replace(/[-/_.]+$/, ''))
    .filter((text) => text.length > 1 && !DAY.test(text));
  return [...new Set(numbers)];
}

/** Entries of one customer that may bear one piece (an invoice, its correction); beyond, the piece names no invoice. */
const SAME_PIECE = 3;

/**
 * Pieces that cannot be numbers of invoices because sales to several customers bear them, or many sales to one: a month,
 * a batch, a book of accounts.
 */
export function sharedPieces(
  sales: Iterable<{ piece: string; customer: number; entryPlace: number }>,
): ReadonlySet<string> {
  const first = new Map<string, { customer: number; entryPlace: number }>();
  const entries = new Map<string, Set<number>>();
  const shared = new Set<string>();
  for (const sale of sales) {
    const known = first.get(sale.piece);
    if (known === undefined) first.set(sale.piece, sale);
    // One entry may spread an invoice over two customers: that is no second invoice.
    else if (known.entryPlace !== sale.entryPlace) {
      const others = entries.get(sale.piece) ?? new Set();
      entries.set(sale.piece, others.add(sale.entryPlace));
      if (known.customer !== sale.customer || others.size >= SAME_PIECE) shared.add(sale.piece);
    }
  }
  return shared;
}
