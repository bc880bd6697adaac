import type { Day, IsoDate } from '../calendar/index.ts';
import { FieldReader, type Receipt, type ReceiptInput, readReceipts } from '../reading/index.ts';
import type { Refusal } from '../refusal.ts';

/** Quality of the creditor, which chooses the column of the legal rate; the debtor's is irrelevant. */
export type Creditor = 'business' | 'individual';
export const CREDITORS = ['business', 'individual'] as const;

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
]);
const CAPITALISATION_FIELDS = new Set(['askedOn']);

/**
 * Reads and checks the input of the rule. Refuses `UnknownField`, `MissingField`, `InvalidDate`, `InvalidAmount`,
 * `InvalidChoice` and `InvalidValue`.
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
  };
  return reader.refusal ?? interestCase;
}
