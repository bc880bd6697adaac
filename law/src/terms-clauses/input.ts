import type { Day, IsoDate } from '../calendar/index.ts';
import { type RateClause, type RateClauseInput, readRateClauses } from '../invoice-mentions/index.ts';
import { type AgreedTerm, type AgreedTermInput, readAgreedTerm, SECTORS, type Sector } from '../payment-term/index.ts';
import { FieldReader } from '../reading/index.ts';
import type { Refusal } from '../refusal.ts';

/** For whom the terms are written. Public buyers have the terms of their contracts: there is nothing to write. */
export const CUSTOMERS = ['business', 'consumer', 'non-business'] as const;
export type Customers = (typeof CUSTOMERS)[number];

/** Input of `terms-clauses`: the choices of the creditor. What is not chosen is left to the law. */
export interface TermsClausesInput {
  /** Day on which the terms are written: it commands the texts and the rates they are checked with. */
  readonly on: IsoDate;
  readonly customers: Customers;
  readonly term?: AgreedTermInput;
  readonly sector?: Sector;
  readonly periodic?: boolean;
  readonly overseasImport?: boolean;
  readonly largeBuyer?: boolean;
  readonly discount?: { readonly percent: string; readonly days: number };
  /** One rate; the formula of the law when none is chosen. */
  readonly penaltyRate?: RateClauseInput;
  readonly fixedIndemnityCents?: number;
  /** A flat penalty in percent of the unpaid principal; `mutual` when the seller owes the same. */
  readonly penaltyClause?: { readonly percent: string; readonly mutual?: boolean };
  readonly reminderFeeCents?: number;
  readonly retentionOfTitle?: boolean;
  readonly suspension?: { readonly noticeDays: number };
  readonly acceleration?: { readonly noticeDays: number };
  readonly allocation?: 'legal' | 'principalFirst';
  readonly limitation?: { readonly years: number; readonly periodicSums?: boolean };
  readonly jurisdiction?: { readonly court: string; readonly betweenTraders?: boolean };
}

export interface TermsCase {
  readonly input: TermsClausesInput;
  readonly on: Day;
  readonly customers: Customers;
  readonly term: AgreedTerm | null;
  readonly sector: Sector | null;
  readonly overseasImport: boolean;
  readonly discount: { readonly percent: string; readonly days: number } | null;
  readonly rates: readonly RateClause[];
  readonly fixedIndemnityCents: number | null;
  readonly penaltyClause: { readonly percent: string; readonly mutual: boolean } | null;
  readonly reminderFeeCents: number;
  readonly retentionOfTitle: boolean;
  readonly suspensionDays: number | null;
  readonly accelerationDays: number | null;
  readonly allocation: 'legal' | 'principalFirst' | null;
  readonly limitation: { readonly years: number; readonly periodicSums: boolean } | null;
  readonly jurisdiction: { readonly court: string; readonly betweenTraders: boolean } | null;
}

const FIELDS = new Set([
  'on',
  'customers',
  'term',
  'sector',
  'periodic',
  'overseasImport',
  'largeBuyer',
  'discount',
  'penaltyRate',
  'fixedIndemnityCents',
  'penaltyClause',
  'reminderFeeCents',
  'retentionOfTitle',
  'suspension',
  'acceleration',
  'allocation',
  'limitation',
  'jurisdiction',
]);
const DISCOUNT_FIELDS = new Set(['percent', 'days']);
const PENALTY_FIELDS = new Set(['percent', 'mutual']);
const NOTICE_FIELDS = new Set(['noticeDays']);
const LIMITATION_FIELDS = new Set(['years', 'periodicSums']);
const JURISDICTION_FIELDS = new Set(['court', 'betweenTraders']);
const ALLOCATIONS = ['legal', 'principalFirst'] as const;
/** Longest count of days or years read: a bigger number is a mistake, not a clause. */
const MOST = 1_000;

function noticeDays(reader: FieldReader, name: string): number | null {
  return reader.object(name, NOTICE_FIELDS, (item) => item.whole('noticeDays', 1, MOST));
}

/**
 * Reads and checks the shape of the choices. Refuses `UnknownField`, `MissingField`, `InvalidDate`, `InvalidAmount`,
 * `InvalidChoice`, `InvalidRate` (two rates) and `InvalidValue`. A « fin de mois » must say its method: the clause is
 * there to leave no doubt.
 */
export function readCase(input: unknown): TermsCase | Refusal {
  const reader = new FieldReader(input, FIELDS);
  const terms: TermsCase = {
    input: input as TermsClausesInput,
    on: reader.day('on'),
    customers: reader.choice('customers', CUSTOMERS),
    term: readAgreedTerm(reader, 'term'),
    sector: reader.optionalChoice('sector', SECTORS),
    overseasImport: reader.flag('overseasImport'),
    discount: reader.object('discount', DISCOUNT_FIELDS, (item) => ({
      percent: item.decimalText('percent'),
      days: item.whole('days', 0, MOST),
    })),
    rates: readRateClauses(reader, 'penaltyRate'),
    fixedIndemnityCents: reader.optionalCents('fixedIndemnityCents'),
    penaltyClause: reader.object('penaltyClause', PENALTY_FIELDS, (item) => ({
      percent: item.decimalText('percent'),
      mutual: item.flag('mutual'),
    })),
    reminderFeeCents: reader.optionalCents('reminderFeeCents') ?? 0,
    retentionOfTitle: reader.flag('retentionOfTitle'),
    suspensionDays: noticeDays(reader, 'suspension'),
    accelerationDays: noticeDays(reader, 'acceleration'),
    allocation: reader.optionalChoice('allocation', ALLOCATIONS),
    limitation: reader.object('limitation', LIMITATION_FIELDS, (item) => ({
      years: item.whole('years', 0, MOST),
      periodicSums: item.flag('periodicSums'),
    })),
    jurisdiction: reader.object('jurisdiction', JURISDICTION_FIELDS, (item) => ({
      court: item.text('court'),
      betweenTraders: item.flag('betweenTraders'),
    })),
  };
  reader.flag('periodic');
  reader.flag('largeBuyer');
  if (terms.term?.method === 'unknown') {
    const message = 'La clause «\u00a0fin de mois\u00a0» doit dire sa méthode\u00a0: choisissez A ou B.';
    reader.reject('InvalidChoice', message, { field: 'term.endOfMonth', value: 'unknown' });
  }
  if (terms.rates.length > 1) {
    const message = 'Un seul taux de pénalités doit être imprimé\u00a0: gardez-en un.';
    reader.reject('InvalidRate', message, { field: 'penaltyRate', given: terms.rates.map(({ kind }) => kind) });
  }
  return reader.refusal ?? terms;
}
