/** From an XML tree to the invoice of the contract, through a mapping table. */

import { cefactDay } from '../calendar.ts';
import { type Decimal, parseDecimal, sum } from '../decimals.ts';
import { ibanText, isIban } from '../identifiers.ts';
import type { Limits } from '../limits.ts';
import { doubt } from '../messages.ts';
import { type Doubt, type InvoiceDocument, type InvoiceKind, type InvoiceNote, withDefined } from '../result.ts';
import { parseXml, type XmlElement } from '../xml/parse-xml.ts';
import { select, text, texts } from '../xml/select.ts';
import { AmountReader } from './amounts.ts';
import { checkArithmetic } from './arithmetic.ts';
import { checkInvoice } from './check-invoice.ts';
import { readParty } from './read-party.ts';
import type { Syntax } from './syntax.ts';
import { kindOf } from './type-codes.ts';

/** Lines that group others or inform: their amount is already in the lines they speak of (Factur-X EXTENDED). */
const NOT_ADDED = new Set(['GROUP', 'INFORMATION']);

/**
 * The invoice in `bytes`, with every doubt about it. Refuses what `parseXml` refuses; a field that is missing or
 * cannot be read exactly is absent, and doubted when a recovery needs it.
 */
export function readInvoice(
  bytes: Uint8Array,
  syntax: Syntax,
  limits: Limits,
): { document: InvoiceDocument; doubts: Doubt[] } {
  const lineNets: Decimal[] = [];
  let lines = 0;
  let linesComplete = true;
  const root = parseXml(bytes, limits, {
    aliases: syntax.aliases,
    folded: syntax.lineElements,
    onFolded: (line) => {
      lines += 1;
      if (NOT_ADDED.has(text(line, syntax.lineStatus) ?? '')) return;
      const net = parseDecimal(text(line, syntax.lineNet) ?? '');
      if (net === undefined) linesComplete = false;
      else lineNets.push(net);
    },
  });
  const doubts: Doubt[] = [];
  const currency = text(root, syntax.currency)?.toUpperCase();
  const amounts = new AmountReader(root, currency, limits, doubts);
  const terms = [...new Set(texts(root, syntax.paymentTerms))].join('\n');
  const dates = readDueDates(root, syntax, amounts, doubts);
  const typeCode = text(root, syntax.typeCode);
  const document = withDefined<InvoiceDocument>({
    kind: readKind(root.name, typeCode, doubts),
    effect: 'owed',
    typeCode,
    number: text(root, syntax.number),
    issuedOn: readDay(text(root, syntax.issuedOn), 'issuedOn', doubts),
    dueOn: dates.length === 1 ? dates[0]?.on : undefined,
    dueDates: dates.length > 1 ? dates : undefined,
    deliveredOn: readDay(text(root, syntax.deliveredOn), 'deliveredOn', doubts),
    currency,
    totalCents: amounts.at(syntax.total, 'total'),
    taxCents: amounts.at(syntax.tax, 'tax'),
    netCents: amounts.at(syntax.net, 'net'),
    prepaidCents: amounts.at(syntax.prepaid, 'prepaid'),
    roundingCents: amounts.at(syntax.rounding, 'rounding'),
    dueCents: amounts.at(syntax.amountDue, 'due'),
    seller: readParty(root, syntax.seller, syntax.party),
    buyer: readParty(root, syntax.buyer, syntax.party),
    payee: readParty(root, syntax.payee, syntax.party),
    iban: readIbans(root, syntax),
    bic: [...new Set(texts(root, syntax.bic))],
    paymentMeansCodes: texts(root, syntax.paymentMeansCodes),
    paymentReference: text(root, syntax.paymentReference),
    buyerReference: text(root, syntax.buyerReference),
    orderReference: text(root, syntax.orderReference),
    contractReference: text(root, syntax.contractReference),
    precedingInvoices: [...new Set(syntax.precedingInvoices.flatMap((path) => texts(root, [path])))],
    profile: text(root, syntax.profile),
    businessProcess: text(root, syntax.businessProcess),
    paymentTerms: terms === '' ? undefined : terms,
    notes: readNotes(root, syntax),
    lines,
  });
  if (reduces(document)) document.effect = 'reduces';
  checkInvoice(document, doubts);
  const lineSum = linesComplete && lineNets.length > 0 ? sum(lineNets) : undefined;
  checkArithmetic({ root, syntax, document, amounts, lineSum }, doubts);
  return { document, doubts };
}

/** A credit note by its name, or an invoice whose figures are negative: both lower what the buyer owes. */
function reduces({ kind, totalCents, dueCents }: InvoiceDocument): boolean {
  return kind === 'credit-note' || (totalCents ?? 0) < 0 || (dueCents ?? 0) < 0;
}

function readKind(rootName: string, typeCode: string | undefined, doubts: Doubt[]): InvoiceKind {
  const usual: InvoiceKind = rootName === 'CreditNote' ? 'credit-note' : 'invoice';
  const kind = typeCode === undefined ? undefined : kindOf(typeCode);
  if (kind !== undefined) return usual === 'credit-note' ? usual : kind;
  // A UBL credit note says what it is by its root: only an invoice needs its code.
  if (usual === 'invoice')
    doubts.push(doubt(typeCode === undefined ? 'MissingTypeCode' : 'UnknownTypeCode', { typeCode }));
  return usual;
}

function readDay(written: string | undefined, field: string, doubts: Doubt[]): string | undefined {
  if (written === undefined) return undefined;
  const day = cefactDay(written);
  if (day === undefined) doubts.push(doubt('InvalidDate', { field, text: written }));
  return day;
}

/** The due dates, each once. The deadline of a discount counts only when there is no other date. */
function readDueDates(
  root: XmlElement,
  syntax: Syntax,
  amounts: AmountReader,
  doubts: Doubt[],
): { on: string; amountCents?: number }[] {
  const found: { on: string; amountCents?: number; discount: boolean }[] = [];
  for (const place of syntax.due) {
    for (const element of place.each === '' ? [root] : select(root, place.each)) {
      const on = readDay(text(element, place.date), 'dueOn', doubts);
      if (on === undefined) continue;
      const amount = text(element, place.amount);
      const amountCents = amount === undefined ? undefined : amounts.read(amount, 'partial');
      const discount = place.discount !== undefined && select(element, place.discount).length > 0;
      found.push({ on, discount, ...(amountCents === undefined ? {} : { amountCents }) });
    }
  }
  const payments = found.filter((one) => !one.discount);
  const byDay = new Map<string, { on: string; amountCents?: number }>();
  for (const { discount: _, ...one } of payments.length > 0 ? payments : found) {
    if (!byDay.has(one.on)) byDay.set(one.on, one);
  }
  return [...byDay.values()].sort((a, b) => (a.on < b.on ? -1 : 1));
}

function readIbans(root: XmlElement, syntax: Syntax): string[] {
  const named = texts(root, syntax.iban).map(ibanText);
  const others = texts(root, syntax.otherAccount).map(ibanText).filter(isIban);
  return [...new Set([...named, ...others])];
}

function readNotes(root: XmlElement, syntax: Syntax): InvoiceNote[] {
  return select(root, syntax.notes).flatMap((element) => {
    const written = syntax.noteText.length === 0 ? element.text : text(element, syntax.noteText);
    if (written === undefined || written === '') return [];
    // EN 16931 in UBL writes the subject before the text, between number signs.
    const [, marked, rest] = /^#([A-Z]{3})#\s*([\s\S]*)$/.exec(written) ?? [];
    const subject = text(element, syntax.noteSubject) ?? marked;
    return [withDefined<InvoiceNote>({ subject, text: rest ?? written })];
  });
}
