import type { Day, IsoDate } from '../calendar/index.ts';
import {
  type AgreedTermInput,
  type PaymentTermInput,
  payerOf,
  SECTORS,
  type Sector,
  TERM_DEBTORS,
  type TermDebtor,
} from '../payment-term/index.ts';
import { FieldReader } from '../reading/index.ts';
import type { Refusal } from '../refusal.ts';
import { type RateClause, type RateClauseInput, readRateClauses } from './penalty-rate.ts';

/** Size of the company that issues the invoice: `mid` is an « entreprise de taille intermédiaire ». */
export const ISSUER_SIZES = ['large', 'mid', 'small'] as const;
export type IssuerSize = (typeof ISSUER_SIZES)[number];
const NATURES = ['goods', 'services', 'both'] as const;

/** Input of `invoice-mentions`: who the customer is, what is true of the sale, and what the invoice says. */
export interface InvoiceMentionsInput {
  readonly debtor: TermDebtor;
  readonly issuedOn: IsoDate;
  /** Total of the invoice, tax included: the tax fine is capped by a share of it. */
  readonly totalCents?: number;
  /** Needed while only some issuers must print the mentions of electronic invoices. */
  readonly issuerSize?: IssuerSize;
  /** The agreed term, to check the printed due date; with the facts that `payment-term` asks for. */
  readonly term?: AgreedTermInput;
  readonly receivedOn?: IsoDate;
  readonly performedOn?: IsoDate;
  readonly sector?: Sector;
  readonly periodic?: boolean;
  readonly overseasImport?: boolean;
  readonly largeBuyer?: boolean;
  /** What the invoice says. */
  readonly dueOn?: IsoDate;
  readonly penaltyRate?: RateClauseInput;
  readonly fixedIndemnityCents?: number;
  readonly discountConditions?: string;
  readonly customerSiren?: string;
  readonly operationNature?: (typeof NATURES)[number];
  readonly billingAddressDiffers?: boolean;
  readonly billingAddressStated?: boolean;
  readonly customerOrderExists?: boolean;
  readonly orderNumberStated?: boolean;
  readonly deliveryAddressDiffers?: boolean;
  readonly deliveryAddressStated?: boolean;
  readonly vatOnDebits?: boolean;
  readonly vatOnDebitsStated?: boolean;
}

const FLAGS = [
  'billingAddressDiffers',
  'billingAddressStated',
  'customerOrderExists',
  'orderNumberStated',
  'deliveryAddressDiffers',
  'deliveryAddressStated',
  'vatOnDebits',
  'vatOnDebitsStated',
] as const;
export type MentionFlag = (typeof FLAGS)[number];

/** The facts that are only handed to `payment-term`, which checks them. */
const TERM_FACTS = ['term', 'receivedOn', 'performedOn', 'sector', 'periodic', 'overseasImport', 'largeBuyer'] as const;

export interface MentionsCase {
  readonly input: InvoiceMentionsInput;
  readonly client: 'business' | 'public' | 'non-business';
  readonly issuedOn: Day;
  readonly totalCents: number | null;
  readonly issuerSize: IssuerSize | null;
  readonly sector: Sector | null;
  readonly dueOn: Day | null;
  readonly rates: readonly RateClause[];
  readonly fixedIndemnityCents: number | null;
  readonly discountConditions: string | null;
  readonly customerSiren: string | null;
  readonly operationNature: (typeof NATURES)[number] | null;
  readonly flags: Readonly<Record<MentionFlag, boolean>>;
}

const FIELDS = new Set([
  'debtor',
  'issuedOn',
  'totalCents',
  'issuerSize',
  ...TERM_FACTS,
  'dueOn',
  'penaltyRate',
  'fixedIndemnityCents',
  'discountConditions',
  'customerSiren',
  'operationNature',
  ...FLAGS,
]);

function clientOf(debtor: TermDebtor): MentionsCase['client'] {
  const payer = payerOf(debtor);
  return payer === 'business' || payer === 'non-business' ? payer : 'public';
}

/**
 * Reads and checks the input of the rule. Refuses `UnknownField`, `MissingField`, `InvalidDate`, `InvalidAmount`,
 * `InvalidChoice`, `InvalidRate` and `InvalidValue`.
 */
export function readCase(input: unknown): MentionsCase | Refusal {
  const reader = new FieldReader(input, FIELDS);
  const mentions: MentionsCase = {
    input: input as InvoiceMentionsInput,
    client: clientOf(reader.choice('debtor', TERM_DEBTORS)),
    issuedOn: reader.day('issuedOn'),
    totalCents: reader.optionalCents('totalCents'),
    issuerSize: reader.optionalChoice('issuerSize', ISSUER_SIZES),
    sector: reader.optionalChoice('sector', SECTORS),
    dueOn: reader.optionalDay('dueOn'),
    rates: readRateClauses(reader, 'penaltyRate'),
    fixedIndemnityCents: reader.optionalCents('fixedIndemnityCents'),
    discountConditions: reader.optionalText('discountConditions'),
    customerSiren: reader.optionalText('customerSiren'),
    operationNature: reader.optionalChoice('operationNature', NATURES),
    flags: Object.fromEntries(FLAGS.map((name) => [name, reader.flag(name)])) as Record<MentionFlag, boolean>,
  };
  return reader.refusal ?? mentions;
}

/** The facts of the sale as `payment-term` takes them; one that is null was not given. */
export function termFacts({ input }: MentionsCase): PaymentTermInput {
  const facts: Record<string, unknown> = { debtor: input.debtor, issuedOn: input.issuedOn };
  for (const name of TERM_FACTS) if (input[name] !== undefined && input[name] !== null) facts[name] = input[name];
  return facts as unknown as PaymentTermInput;
}
