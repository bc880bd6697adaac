import type { Day, IsoDate } from '../calendar/index.ts';
import { DEBTOR_KINDS, type DebtorKind, isProfessional } from '../kinds/index.ts';
import { FieldReader } from '../reading/index.ts';
import { missing, type Refusal } from '../refusal.ts';

/**
 * Who pays: `business`, or a kind of debtor, or the kind of public buyer when it decides the length. A plain
 * `public-body` has the term of the State and of local authorities.
 */
export const TERM_DEBTORS = ['business', 'public-state', 'public-local', 'public-health', ...DEBTOR_KINDS] as const;
export type TermDebtor = (typeof TERM_DEBTORS)[number];

/** Trades whose terms the law counts otherwise (L441-11 II and L441-12 C. com.). */
export const SECTORS = [
  'perishable',
  'seasonal',
  'cattle',
  'spirits',
  'transport',
  'wine',
  'gardening-machines',
  'farm-machines',
  'snow-sports',
  'leather',
  'watches',
  'toys',
  'export',
] as const;
export type Sector = (typeof SECTORS)[number];

/**
 * How an agreed « fin de mois » is counted. `A`: the days, then the end of that month. `B`: the end of the month of
 * issue, then the days. `unknown`: the contract does not say.
 */
const MONTH_END_METHODS = ['A', 'B', 'unknown'] as const;
export type MonthEndMethod = (typeof MONTH_END_METHODS)[number];

/** A term as the contract words it. It runs from the issue of the invoice, or from delivery when `from` says so. */
export interface AgreedTermInput {
  readonly days: number;
  readonly endOfMonth?: MonthEndMethod;
  readonly from?: 'invoice' | 'delivery';
}

/** Input of `payment-term` (contract §3), with what some trades need to be told. */
export interface PaymentTermInput {
  readonly issuedOn: IsoDate;
  /** Goods received by a business or a consumer; payment request received by a public buyer. */
  readonly receivedOn?: IsoDate;
  /** Service performed, or certified done for a public buyer. */
  readonly performedOn?: IsoDate;
  readonly term?: AgreedTermInput;
  readonly sector?: Sector;
  readonly debtor: TermDebtor;
  /** A summary invoice of several deliveries (CGI art. 289 I-3). */
  readonly periodic?: boolean;
  /** Goods imported into an overseas department: every term then starts when they are received. */
  readonly overseasImport?: boolean;
  /** Whether the buyer is a large company; needed for the sector `export` only. */
  readonly largeBuyer?: boolean;
}

export interface AgreedTerm {
  readonly days: number;
  readonly method: MonthEndMethod | null;
  readonly fromDelivery: boolean;
}

/** The length that commands a public buyer. */
export type PublicBuyer = 'public-body' | 'public-health' | 'public-enterprise';

/** The case once read and checked. */
export interface TermCase {
  readonly issuedOn: Day;
  readonly receivedOn: Day | null;
  readonly performedOn: Day | null;
  readonly term: AgreedTerm | null;
  readonly sector: Sector | null;
  readonly payer: 'business' | 'non-business' | PublicBuyer;
  readonly periodic: boolean;
  readonly overseasImport: boolean;
  readonly largeBuyer: boolean;
}

const FIELDS = new Set([
  'issuedOn',
  'receivedOn',
  'performedOn',
  'term',
  'sector',
  'debtor',
  'periodic',
  'overseasImport',
  'largeBuyer',
]);
const TERM_FIELDS = new Set(['days', 'endOfMonth', 'from']);
const TERM_STARTS = ['invoice', 'delivery'] as const;
/** Longest agreed term read, in days: nobody agrees on more, and a bigger number is a mistake of the file. */
const MOST_DAYS = 1_000;

/** Reads an agreed term, or null when none is given. Also used by the rules that check or write the clause. */
export function readAgreedTerm(reader: FieldReader, name: string): AgreedTerm | null {
  return reader.object(name, TERM_FIELDS, (item) => ({
    days: item.whole('days', 0, MOST_DAYS),
    method: item.optionalChoice('endOfMonth', MONTH_END_METHODS),
    fromDelivery: item.choice('from', TERM_STARTS, 'invoice') === 'delivery',
  }));
}

/** Who pays, for the choice of the regime. */
export function payerOf(debtor: TermDebtor): TermCase['payer'] {
  if (debtor === 'public-health' || debtor === 'public-enterprise') return debtor;
  if (debtor === 'public-body' || debtor === 'public-state' || debtor === 'public-local') return 'public-body';
  return debtor === 'business' || isProfessional(debtor as DebtorKind) ? 'business' : 'non-business';
}

/** The facts that a way of counting needs and the case lacks: the issue of the invoice never stands for a delivery. */
function missingFact(reader: FieldReader, termCase: TermCase): Refusal | null {
  const { payer, term, receivedOn, performedOn, overseasImport, sector } = termCase;
  if (payer !== 'business' && payer !== 'non-business') {
    return receivedOn === null
      ? missing('receivedOn', 'le délai court de la réception de la demande de paiement')
      : null;
  }
  if (overseasImport && receivedOn === null) {
    return missing('receivedOn', 'le délai court de la réception des marchandises importées');
  }
  if (receivedOn === null && performedOn === null && (term === null || term.fromDelivery)) {
    const start = 'le délai court de la réception des marchandises ou de l’exécution de la prestation (performedOn)';
    return missing('receivedOn', `${start}, jamais de la facture`);
  }
  if (payer === 'business' && sector === 'export' && !reader.has('largeBuyer')) {
    return missing('largeBuyer', 'le plafond de l’exportation ne vaut pas pour l’achat d’une grande entreprise');
  }
  return null;
}

/**
 * Reads and checks the input of the rule. Refuses `UnknownField`, `MissingField`, `InvalidDate`, `InvalidChoice` and
 * `InvalidValue`.
 */
export function readCase(input: unknown): TermCase | Refusal {
  const reader = new FieldReader(input, FIELDS);
  const termCase: TermCase = {
    issuedOn: reader.day('issuedOn'),
    receivedOn: reader.optionalDay('receivedOn'),
    performedOn: reader.optionalDay('performedOn'),
    term: readAgreedTerm(reader, 'term'),
    sector: reader.optionalChoice('sector', SECTORS),
    payer: payerOf(reader.choice('debtor', TERM_DEBTORS)),
    periodic: reader.flag('periodic'),
    overseasImport: reader.flag('overseasImport'),
    largeBuyer: reader.flag('largeBuyer'),
  };
  return reader.refusal ?? missingFact(reader, termCase) ?? termCase;
}
