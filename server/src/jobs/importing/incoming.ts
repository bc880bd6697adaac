import { fr } from '@acquit/recovery';
import type {
  Doubt,
  InvoiceDocument,
  LedgerCustomer,
  LedgerInvoice,
  Party,
  PostalAddress,
  ReadResult,
} from '../../intake/index.ts';

/** A debtor as a file names him; the SIREN is taken out of a SIRET. */
export interface IncomingDebtor {
  name: string;
  legalId: string | null;
  vat: string | null;
  account: string | null;
  email: string | null;
  phone: string | null;
  contactName: string | null;
  address: { lines: string[]; postcode: string | null; city: string | null; country: string };
}

/** One invoice or credit note that a file tells of, whatever the file's format. */
export interface IncomingClaim {
  /** Line of a list; null for a document of its own. */
  line: number | null;
  number: string;
  kind: 'invoice' | 'deposit' | 'corrective' | 'credit-note' | 'factored';
  issuedOn: string | null;
  dueOn: string | null;
  deliveredOn: string | null;
  currency: string;
  /** Total of the document; what is due when the file gives no total (`tellsTotal` is then false). */
  totalCents: number;
  tellsTotal: boolean;
  /**
   * Due on the day of the document, what a list says was paid of it included; for a credit note what it takes off, always
   * positive.
   */
  amountCents: number;
  /** What the file says is still open today; null when it says nothing of payments. */
  openCents: number | null;
  orderReference: string | null;
  paymentReference: string | null;
  iban: string | null;
  precedingInvoices: string[];
  /** The terms of payment as the document words them, which no reader understands; null when it has none. */
  termsText: string | null;
  debtor: IncomingDebtor;
  doubts: { code: string; message: string }[];
}

export interface IncomingRefusal {
  code: string;
  message: string;
  facts: Record<string, unknown>;
}

const french = (party: Party | undefined) => (party?.country ?? party?.address?.country ?? 'FR').toUpperCase();

/** The SIREN when the identifier is a French one (SIREN or SIRET), else the identifier as written. */
export function companyNumber(party: { legalId?: string } | undefined): string | null {
  const written = party?.legalId?.trim();
  if (!written) return null;
  const figures = written.replace(/\s/g, '');
  return /^\d{14}$/.test(figures) ? figures.slice(0, 9) : figures;
}

export const vatNumber = (vat: string | undefined): string | null => vat?.replace(/[\s.]/g, '').toUpperCase() || null;

function addressOf(address: PostalAddress | undefined, country: string): IncomingDebtor['address'] {
  return {
    lines: address?.lines ?? [],
    postcode: address?.postcode ?? null,
    city: address?.city ?? null,
    country: (address?.country ?? country).toUpperCase(),
  };
}

const plain = (doubts: readonly Doubt[]) => doubts.map(({ code, message }) => ({ code, message }));

/**
 * What one file that was read wants to add. A row without what a claim needs (number, amount, debtor) becomes a
 * refusal of that row alone; the others go on.
 */
export function incomingOf(read: ReadResult): { claims: IncomingClaim[]; refusals: IncomingRefusal[] } {
  if (read.document) {
    const one = fromDocument(read.document, read.doubts);
    return 'code' in one ? { claims: [], refusals: [one] } : { claims: [one], refusals: [] };
  }
  const claims: IncomingClaim[] = [];
  const refusals: IncomingRefusal[] = [];
  const isPerCustomer = read.ledger?.perCustomer ?? false;
  for (const row of read.ledger?.invoices ?? []) {
    const one = isPerCustomer ? fromBalance(row) : fromLedger(row);
    if (one === null) continue;
    if ('code' in one) refusals.push(one);
    else claims.push(one);
  }
  return { claims, refusals };
}

function fromDocument(document: InvoiceDocument, doubts: readonly Doubt[]): IncomingClaim | IncomingRefusal {
  const buyer = document.buyer;
  if (!document.number) return lacking('MissingNumber', 'le numéro de la facture', null);
  if (!buyer?.name && !buyer?.legalId) return lacking('MissingBuyer', 'le nom du client', null, document.number);
  const due = document.dueCents ?? document.totalCents;
  if (due === undefined) return lacking('MissingAmount', 'le montant à payer', null, document.number);
  const reduces = document.effect === 'reduces';
  return {
    line: null,
    number: document.number,
    kind: reduces ? 'credit-note' : document.kind,
    issuedOn: document.issuedOn ?? null,
    dueOn: reduces ? null : (document.dueOn ?? latestOf(document.dueDates)),
    deliveredOn: document.deliveredOn ?? null,
    currency: document.currency ?? 'EUR',
    totalCents: document.totalCents ?? due,
    tellsTotal: document.totalCents !== undefined,
    // A negative amount due on an ordinary invoice is the customer's money, not a debt of his: nothing to chase.
    amountCents: reduces ? Math.abs(due) : Math.max(due, 0),
    openCents: null,
    orderReference: document.orderReference ?? null,
    paymentReference: document.paymentReference ?? null,
    iban: document.iban[0]?.replace(/\s/g, '') ?? null,
    precedingInvoices: document.precedingInvoices,
    termsText: document.paymentTerms?.trim() || null,
    debtor: {
      name: buyer.name ?? buyer.legalId ?? '',
      legalId: companyNumber(buyer),
      vat: vatNumber(buyer.vat),
      account: null,
      email: mailOf(buyer),
      phone: buyer.phone ?? null,
      contactName: buyer.contact ?? null,
      address: addressOf(buyer.address, french(buyer)),
    },
    doubts: plain(doubts),
  };
}

/** The contact's address, or the electronic address when it is an e-mail one (scheme EM). */
const mailOf = (party: Party): string | null =>
  party.email ?? (party.electronicAddress?.scheme === 'EM' ? party.electronicAddress.value : null);

/** Several instalments in one document: nothing is late before the last; the doubt says so. */
function latestOf(dates: InvoiceDocument['dueDates']): string | null {
  return (
    dates
      ?.map((one) => one.on)
      .sort()
      .at(-1) ?? null
  );
}

function fromLedger(row: LedgerInvoice): IncomingClaim | IncomingRefusal {
  if (!row.number) return lacking('MissingNumber', 'le numéro de la facture', row.line);
  const name = row.customer.name ?? row.customer.account;
  if (!name) return lacking('MissingBuyer', 'le nom ou le compte du client', row.line, row.number);
  const due = row.dueCents ?? (row.totalCents === undefined ? undefined : row.totalCents - (row.paidCents ?? 0));
  if (due === undefined) return lacking('MissingAmount', 'le montant', row.line, row.number);
  const reduces = row.kind === 'credit-note' || due < 0;
  return {
    line: row.line,
    number: row.number,
    kind: reduces ? 'credit-note' : row.kind,
    issuedOn: row.issuedOn ?? null,
    dueOn: reduces ? null : (row.dueOn ?? null),
    deliveredOn: null,
    currency: row.currency ?? 'EUR',
    totalCents: row.totalCents ?? due,
    tellsTotal: row.totalCents !== undefined,
    amountCents: reduces ? Math.abs(due) : Math.max(row.totalCents ?? due, due),
    openCents: row.dueCents === undefined && row.paidCents === undefined ? null : Math.abs(due),
    orderReference: row.orderReference ?? null,
    paymentReference: null,
    iban: null,
    precedingInvoices: [],
    termsText: null,
    debtor: debtorOfCustomer(row.customer),
    doubts: plain(row.doubts),
  };
}

/** A customer of a table as a debtor; without a name, his account or his number stands for it. */
export function debtorOfCustomer(customer: LedgerCustomer): IncomingDebtor {
  return {
    name: customer.name ?? customer.account ?? customer.legalId ?? '',
    legalId: companyNumber(customer),
    vat: vatNumber(customer.vat),
    account: customer.account ?? null,
    email: customer.email ?? null,
    phone: customer.phone ?? null,
    contactName: null,
    address: addressOf(customer.address, 'FR'),
  };
}

/** What a customer owes in all, from a balance that lists no invoice: one claim to be checked, without a due date. */
function fromBalance(row: LedgerInvoice): IncomingClaim | IncomingRefusal | null {
  const name = row.customer.name ?? row.customer.account;
  if (!name) return lacking('MissingBuyer', 'le nom ou le compte du client', row.line);
  const cents = row.dueCents ?? row.totalCents;
  if (cents === undefined) return lacking('MissingAmount', 'le montant', row.line, name);
  if (cents <= 0) return null;
  const number = fr`Solde ${row.customer.account ?? name}`;
  const claim = fromLedger({ ...row, number, kind: 'invoice', dueCents: cents });
  if ('code' in claim) return claim;
  return {
    ...claim,
    amountCents: cents,
    issuedOn: null,
    dueOn: null,
    tellsTotal: false,
    doubts: [...claim.doubts, OPENING_BALANCE],
  };
}

/** A sum without its invoices: it is shown, and asked of nobody until a person gives its due date. */
export const OPENING_BALANCE = {
  code: 'OpeningBalance',
  message: fr`Solde repris sans le détail de ses factures : il n’est pas relancé tant que vous ne lui avez pas donné d’échéance. Importez plutôt les factures qui le composent.`,
} as const;

function lacking(code: string, what: string, line: number | null, number?: string): IncomingRefusal {
  const where = line === null ? 'Le document' : `La ligne ${line}`;
  return {
    code,
    message: fr`${where} ne donne pas ${what} : rien n’a été créé pour ${line === null ? 'lui' : 'elle'}. Complétez le fichier ou corrigez la correspondance des colonnes, puis importez de nouveau.`,
    facts: { ...(line === null ? {} : { line }), ...(number ? { number } : {}) },
  };
}
