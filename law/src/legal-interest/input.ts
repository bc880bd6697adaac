import type { Day, IsoDate } from '../calendar/index.ts';
import { DEBTOR_KINDS, type DebtorKind } from '../kinds/index.ts';
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

/** Quality of the creditor, which chooses the column of the legal rate; the debtor's is irrelevant. */
export type Creditor = 'business' | 'individual';
export const CREDITORS = ['business', 'individual'] as const;

/** What made interest run: it decides the article, never the amount. */
type StartEvent = 'formal-notice' | 'judgment' | 'other';

/** Input of `legal-interest` (contract §3): ISO dates, whole cents. */
export interface LegalInterestInput {
  readonly amountCents: number;
  /** Day of the starting event: formal notice received, judgment… */
  readonly from: IsoDate;
  /** Day of payment or of the statement, included. */
  readonly until: IsoDate;
  readonly creditor: Creditor;
  readonly firstDayIncluded?: boolean;
  /** Day on which the decision became enforceable, for the five more points. */
  readonly enforceableOn?: IsoDate;
  readonly capitalisation?: { readonly askedOn: IsoDate };
  readonly receipts?: readonly ReceiptInput[];
  /** What the starting event was; when absent, the tree cites the general text only. */
  readonly start?: StartEvent;
  readonly allocation?: Allocation;
  /** Quality of the debtor: interest is not capitalised against a consumer. It decides nothing else. */
  readonly debtor?: DebtorKind;
  /** `fixed` (default): 365 days always. `leap`: the days of a leap year are divided by 366, an unsettled reading. */
  readonly yearLength?: YearLength;
  /** Day of the judgment that opened an insolvency of the debtor: interest stops the day before (L622-28 C. com.). */
  readonly insolvencyOpenedOn?: IsoDate;
}

export interface InterestCase {
  readonly amountCents: number;
  readonly from: Day;
  readonly until: Day;
  readonly creditor: Creditor;
  readonly firstDayIncluded: boolean;
  readonly enforceableOn: Day | null;
  readonly capitalisationAskedOn: Day | null;
  readonly receipts: readonly Receipt[];
  readonly start: StartEvent | null;
  readonly principalFirst: boolean;
  readonly countsLeapYears: boolean;
  readonly insolvencyOpenedOn: Day | null;
}

const FIELDS = new Set([
  'amountCents',
  'from',
  'until',
  'creditor',
  'firstDayIncluded',
  'enforceableOn',
  'capitalisation',
  'receipts',
  'start',
  'allocation',
  'debtor',
  'yearLength',
  'insolvencyOpenedOn',
]);
const STARTS = ['formal-notice', 'judgment', 'other'] as const;
const BARRED = 'Cass. 1re civ., 9 févr. 2012, 11-14.605';
const CAPITALISATION_FIELDS = new Set(['askedOn']);

/**
 * Reads and checks the input of the rule. Refuses `UnknownField`, `MissingField`, `InvalidDate`, `InvalidAmount`,
 * `InvalidChoice`, `InvalidValue`, and `CapitalisationNotAgainstConsumer` against a consumer.
 */
export function readCase(input: unknown): InterestCase | Refusal {
  const reader = new FieldReader(input, FIELDS);
  const interestCase: InterestCase = {
    amountCents: reader.cents('amountCents'),
    from: reader.day('from'),
    until: reader.day('until'),
    creditor: reader.choice('creditor', CREDITORS),
    firstDayIncluded: reader.flag('firstDayIncluded'),
    enforceableOn: reader.optionalDay('enforceableOn'),
    capitalisationAskedOn: reader.object('capitalisation', CAPITALISATION_FIELDS, (item) => item.day('askedOn')),
    receipts: readReceipts(reader),
    start: reader.optionalChoice('start', STARTS),
    principalFirst: readPrincipalFirst(reader),
    countsLeapYears: readLeapYears(reader),
    insolvencyOpenedOn: reader.optionalDay('insolvencyOpenedOn'),
  };
  if (reader.optionalChoice('debtor', DEBTOR_KINDS) === 'consumer' && interestCase.capitalisationAskedOn !== null) {
    const message =
      'Les intérêts dus par un consommateur ne se capitalisent pas sans texte spécial\u00a0: retirez la capitalisation.';
    reader.reject('CapitalisationNotAgainstConsumer', message, {
      field: 'capitalisation',
      debtor: 'consumer',
      source: BARRED,
    });
  }
  return reader.refusal ?? interestCase;
}
