import { addDays, type Day, day, formatDay, frenchDate, type IsoDate } from '../calendar/index.ts';
import type { Decimal } from '../money/index.ts';
import { soleValue } from '../parameters/index.ts';
import {
  type Allocation,
  FieldReader,
  type Receipt,
  type ReceiptInput,
  readLeapYears,
  readPrincipalFirst,
  readReceipts,
  type YearLength,
} from '../reading/index.ts';
import type { Refusal } from '../refusal.ts';

/** `correction`: the sum was never owed. `gesture`: a later commercial reduction. The creditor alone knows which. */
type CreditNoteEffect = 'correction' | 'gesture';

/** What the creditor gives up: the penalties, or the fixed indemnity. */
type WaivedSum = 'penalties' | 'indemnity';

/** The rate written in the contract; exactly one of the three. */
type StipulatedRateInput =
  | { readonly fixed: string }
  | { readonly legalMultiple: string }
  | { readonly ecbPlus: string };

/** Input of `late-penalties` (contract §3): ISO dates, whole cents, rates as decimal strings in percent. */
export interface LatePenaltiesInput {
  readonly amountCents: number;
  /** Last day on which payment is on time. Not needed when `installments` are given. */
  readonly dueOn?: IsoDate;
  /** Day of payment or of the statement, included. */
  readonly until: IsoDate;
  readonly regime?: 'business' | 'public';
  readonly rate?: StipulatedRateInput;
  readonly receipts?: readonly ReceiptInput[];
  readonly allocation?: Allocation;
  readonly creditNotes?: readonly {
    readonly on: IsoDate;
    readonly amountCents: number;
    readonly effect: CreditNoteEffect;
  }[];
  readonly insolvencyOpenedOn?: IsoDate;
  readonly installments?: readonly { readonly dueOn: IsoDate; readonly amountCents: number }[];
  /** What the creditor gave up on a day, of what was owed that day: all of it without an amount. */
  readonly waivers?: readonly { readonly on: IsoDate; readonly what: WaivedSum; readonly amountCents?: number }[];
  /** Day on which a public contract was concluded: older contracts than 16 March 2013 are refused. */
  readonly contractedOn?: IsoDate;
  /** `fixed` (default): 365 days always. `leap`: the days of a leap year are divided by 366, an unsettled reading. */
  readonly yearLength?: YearLength;
}

interface CreditNote {
  readonly on: Day;
  readonly amountCents: number;
  readonly effect: CreditNoteEffect;
}

export interface Waiver {
  readonly on: Day;
  readonly what: WaivedSum;
  /** Null for all that is owed. */
  readonly amountCents: number | null;
}

export interface DueSum {
  readonly dueOn: Day;
  readonly amountCents: number;
}

export interface StipulatedRate {
  readonly kind: 'fixed' | 'legalMultiple' | 'ecbPlus';
  readonly value: Decimal;
}

/** The case once read and checked: days and cents, due sums in the order of their dates. */
export interface LateCase {
  readonly amountCents: number;
  readonly dues: readonly DueSum[];
  readonly until: Day;
  readonly regime: 'business' | 'public';
  readonly rate: StipulatedRate | null;
  readonly receipts: readonly Receipt[];
  readonly creditNotes: readonly CreditNote[];
  readonly principalFirst: boolean;
  readonly insolvencyOpenedOn: Day | null;
  readonly waivers: readonly Waiver[];
  readonly contractedOn: Day | null;
  readonly countsLeapYears: boolean;
}

const FIELDS = new Set([
  'amountCents',
  'dueOn',
  'until',
  'regime',
  'rate',
  'receipts',
  'allocation',
  'creditNotes',
  'insolvencyOpenedOn',
  'installments',
  'waivers',
  'contractedOn',
  'yearLength',
]);
const REGIMES = ['business', 'public'] as const;
const EFFECTS = ['correction', 'gesture'] as const;
const WAIVED = ['penalties', 'indemnity'] as const;
const RATE_KINDS = ['fixed', 'legalMultiple', 'ecbPlus'] as const;
const RATE_FIELDS: ReadonlySet<string> = new Set(RATE_KINDS);
const CREDIT_NOTE_FIELDS = new Set(['on', 'amountCents', 'effect']);
const INSTALLMENT_FIELDS = new Set(['dueOn', 'amountCents']);
const WAIVER_FIELDS = new Set(['on', 'what', 'amountCents']);

const NONE: readonly never[] = [];
const contractsFrom = day(soleValue('public-contracts-from').value);

function readRate(reader: FieldReader): StipulatedRate | null {
  return reader.object('rate', RATE_FIELDS, (item) => {
    const kinds = RATE_KINDS.filter((kind) => item.has(kind));
    if (kinds.length !== 1) {
      const message = `Le taux stipulé s’indique par un seul champ parmi ${RATE_KINDS.join(', ')}.`;
      item.reject('InvalidRate', message, { field: 'rate', given: kinds });
    }
    const kind = kinds[0] ?? 'fixed';
    return { kind, value: item.decimal(kind) };
  });
}

function readCreditNote(item: FieldReader): CreditNote {
  return { on: item.day('on'), amountCents: item.cents('amountCents'), effect: item.choice('effect', EFFECTS) };
}

function readWaiver(item: FieldReader): Waiver {
  return { on: item.day('on'), what: item.choice('what', WAIVED), amountCents: item.optionalCents('amountCents') };
}

/** The rates of older public contracts depend on the buyer and on the day: none is served. */
function refuseOldContract(reader: FieldReader, contractedOn: Day): void {
  const message = `Contrat public conclu le ${frenchDate(contractedOn)}, avant le ${frenchDate(contractsFrom)}\u00a0: ses intérêts moratoires suivent des taux plus anciens, à calculer à part.`;
  reader.reject('DateNotServed', message, {
    field: 'contractedOn',
    on: formatDay(contractedOn),
    servedFrom: formatDay(contractsFrom),
  });
}

function byDueDate(a: DueSum, b: DueSum): number {
  return a.dueOn - b.dueOn;
}

function readInstallments(reader: FieldReader, amountCents: number): readonly DueSum[] {
  const installments = reader.list('installments', INSTALLMENT_FIELDS, (item) => ({
    dueOn: item.day('dueOn'),
    amountCents: item.cents('amountCents'),
  }));
  if (reader.refusal !== null || installments.length === 0) return installments;
  const sumCents = installments.reduce((sum, { amountCents: cents }) => sum + cents, 0);
  const dues = [...installments].sort(byDueDate);
  const twice = dues.find(({ dueOn }, i) => dues[i + 1]?.dueOn === dueOn);
  if (sumCents !== amountCents) {
    const message = 'La somme des échéances doit être égale au montant de la facture\u00a0: corrigez l’un ou l’autre.';
    reader.reject('InvalidInstallments', message, { amountCents, installmentsCents: sumCents });
  } else if (twice !== undefined) {
    const message = `Deux échéances portent la même date (${frenchDate(twice.dueOn)})\u00a0: réunissez-les en une seule.`;
    reader.reject('InvalidInstallments', message, { amountCents, installmentsCents: sumCents });
  }
  return dues;
}

/**
 * Reads and checks the input of the rule. Refuses `UnknownField`, `MissingField`, `InvalidDate`, `InvalidAmount`,
 * `InvalidChoice`, `InvalidRate`, `InvalidInstallments`, `InvalidValue`, and `RateFixedByLaw` for a contract rate
 * under the public regime, and `DateNotServed` for a public contract older than the rates served.
 */
export function readCase(input: unknown): LateCase | Refusal {
  const reader = new FieldReader(input, FIELDS);
  // A night reads a million cases, and nearly all have none of these.
  const given = reader.source as Partial<Record<keyof LatePenaltiesInput, unknown>>;
  const amountCents = reader.cents('amountCents');
  const installments = given.installments === undefined ? NONE : readInstallments(reader, amountCents);
  const due = installments.length === 0 ? reader.day('dueOn') : reader.optionalDay('dueOn');
  const contractedOn = given.contractedOn === undefined ? null : reader.optionalDay('contractedOn');
  const lateCase: LateCase = {
    amountCents,
    dues: installments.length === 0 ? [{ dueOn: due!, amountCents }] : installments,
    until: reader.day('until'),
    regime: given.regime === undefined ? 'business' : reader.choice('regime', REGIMES, 'business'),
    rate: given.rate === undefined ? null : readRate(reader),
    receipts: given.receipts === undefined ? NONE : readReceipts(reader),
    principalFirst: given.allocation !== undefined && readPrincipalFirst(reader),
    creditNotes:
      given.creditNotes === undefined ? NONE : reader.list('creditNotes', CREDIT_NOTE_FIELDS, readCreditNote),
    insolvencyOpenedOn: given.insolvencyOpenedOn === undefined ? null : reader.optionalDay('insolvencyOpenedOn'),
    waivers: given.waivers === undefined ? NONE : reader.list('waivers', WAIVER_FIELDS, readWaiver),
    contractedOn,
    countsLeapYears: given.yearLength !== undefined && readLeapYears(reader),
  };
  if (lateCase.regime === 'public' && contractedOn !== null && contractedOn < contractsFrom) {
    refuseOldContract(reader, contractedOn);
  }
  if (lateCase.regime === 'public' && lateCase.rate !== null) {
    const message =
      'Le taux des intérêts moratoires de la commande publique est fixé par décret\u00a0: retirez le taux stipulé.';
    reader.reject('RateFixedByLaw', message, { field: 'rate', regime: 'public' });
  }
  return reader.refusal ?? lateCase;
}

/** First day of penalty of a due sum: the day after its due date. */
export function firstLateDay({ dueOn }: DueSum): Day {
  return addDays(dueOn, 1);
}
