import type { Day, IsoDate } from '../calendar/index.ts';
import { datesRefusal, readWhere, type Where } from '../deadline/index.ts';
import type { Territory } from '../holidays/index.ts';
import type { Place } from '../kinds/index.ts';
import { FieldReader } from '../reading/index.ts';
import type { Refusal } from '../refusal.ts';

/** Input of `payment-order` (contract §3): the dated facts of one order, as far as they are known. */
export interface PaymentOrderInput {
  /** Date written on the order: it chooses the regime. */
  readonly orderedOn: IsoDate;
  readonly servedOn?: IsoDate;
  /** Whether the deed was handed to the debtor in person; when absent, taken as not. */
  readonly servedInPerson?: boolean;
  readonly firstActInPersonOn?: IsoDate;
  /** Notification to the debtor of the first measure that made assets unavailable. */
  readonly firstSeizureNotifiedOn?: IsoDate;
  readonly oppositionReceivedOn?: IsoDate;
  /** Postmark of an opposition sent by registered letter: for the debtor, the day of his opposition (668 CPC). */
  readonly oppositionPostedOn?: IsoDate;
  /** The debtor's place, the court being in metropolitan France. */
  readonly place?: Place;
  readonly territory?: Territory;
  /** Day on which the state is asked for; facts after it are then unknown to the state. */
  readonly on?: IsoDate;
  /** Request filed at a commercial court: starts the clock of its fee. */
  readonly filedOn?: IsoDate;
  /** Postmark of the letter by which a commercial court asks for the fee of the opposition. */
  readonly feeLetterPostedOn?: IsoDate;
  /** Notification of the opposition in written procedure: starts the clock of the lawyer. */
  readonly oppositionNotifiedOn?: IsoDate;
  readonly lapseDecidedOn?: IsoDate;
}

const DATES = [
  'orderedOn',
  'servedOn',
  'firstActInPersonOn',
  'firstSeizureNotifiedOn',
  'oppositionPostedOn',
  'oppositionReceivedOn',
  'on',
  'filedOn',
  'feeLetterPostedOn',
  'oppositionNotifiedOn',
  'lapseDecidedOn',
] as const;
type DateField = (typeof DATES)[number];
/** Facts that only a served order can have. */
const AFTER_SERVICE = ['firstActInPersonOn', 'firstSeizureNotifiedOn', 'oppositionReceivedOn'] as const;
const FIELDS = new Set<string>([...DATES, 'servedInPerson', 'place', 'territory']);

export interface OrderCase extends Record<DateField, Day | null> {
  readonly orderedOn: Day;
  readonly servedInPerson: boolean;
  /** False when nobody said how the order was handed over. */
  readonly isPersonKnown: boolean;
  readonly where: Where;
}

/** Each pair of dates that must follow each other. */
const ORDERS: readonly (readonly [DateField, DateField])[] = [
  ['filedOn', 'orderedOn'],
  ['orderedOn', 'servedOn'],
  ['orderedOn', 'on'],
  ['servedOn', 'firstActInPersonOn'],
  ['servedOn', 'firstSeizureNotifiedOn'],
  ['servedOn', 'oppositionPostedOn'],
  ['servedOn', 'oppositionReceivedOn'],
  ['oppositionPostedOn', 'oppositionReceivedOn'],
  ['oppositionReceivedOn', 'feeLetterPostedOn'],
  ['oppositionReceivedOn', 'oppositionNotifiedOn'],
];

/**
 * Reads and checks the input of the rule. Refuses `UnknownField`, `MissingField` (an event after a service that is not
 * dated, for one), `InvalidDate`, `InvalidChoice`, `InvalidValue`, `DateNotServed` and `DatesOutOfOrder`.
 */
export function readCase(input: unknown): OrderCase | Refusal {
  const reader = new FieldReader(input, FIELDS);
  const optional = Object.fromEntries(DATES.slice(1).map((field) => [field, reader.optionalDay(field)]));
  const dates = { ...optional, orderedOn: reader.day('orderedOn') } as Record<DateField, Day | null> & {
    readonly orderedOn: Day;
  };
  const event = AFTER_SERVICE.find((field) => dates[field] !== null);
  if (dates.servedOn === null && event !== undefined) {
    const message = `Le champ «\u00a0servedOn\u00a0» manque\u00a0: «\u00a0${event}\u00a0» suit la signification de l’ordonnance.`;
    reader.reject('MissingField', message, { field: 'servedOn', because: event });
  }
  if (dates.oppositionPostedOn !== null && dates.oppositionReceivedOn === null) {
    const message =
      'Le champ «\u00a0oppositionReceivedOn\u00a0» manque\u00a0: dites quel jour l’opposition postée est arrivée au greffe.';
    reader.reject('MissingField', message, { field: 'oppositionReceivedOn', because: 'oppositionPostedOn' });
  }
  if (dates.servedOn === null && event === undefined && reader.flag('servedInPerson')) {
    const message =
      'Le champ «\u00a0servedOn\u00a0» manque\u00a0: une ordonnance remise à personne a été signifiée, dites quel jour.';
    reader.reject('MissingField', message, { field: 'servedOn', because: 'servedInPerson' });
  }
  const orderCase: OrderCase = {
    ...dates,
    servedInPerson: reader.flag('servedInPerson'),
    isPersonKnown: reader.has('servedInPerson'),
    where: readWhere(reader),
  };
  return reader.refusal ?? datesRefusal(DATES, ORDERS, dates) ?? orderCase;
}
