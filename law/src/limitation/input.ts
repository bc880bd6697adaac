import { type Day, formatDay, type IsoDate } from '../calendar/index.ts';
import { notServed, outOfOrder } from '../deadline/index.ts';
import { CLAIM_KINDS, type ClaimKind, DEBTOR_KINDS, type DebtorKind } from '../kinds/index.ts';
import { soleValue } from '../parameters/index.ts';
import { FieldReader } from '../reading/index.ts';
import { quoted, type Refusal } from '../refusal.ts';
import {
  CONTRACT_CAUSES,
  type ContractCause,
  EVENT_KINDS,
  type LimitationEventKind,
  mayLast,
  SIGNATORIES,
  type Signatory,
} from './kinds.ts';

/** Input of `limitation` (contract §3): ISO dates. Each instalment is a claim of its own. */
export interface LimitationInput {
  /** Absent when it is not known: every plausible period is then shown, and the shortest is kept. */
  readonly claimKind?: ClaimKind;
  readonly debtorKind?: DebtorKind;
  /** Last day on which payment is on time: the maturity of a bill, the term of a rent, the instalment of a credit. */
  readonly dueOn?: IsoDate;
  /** Work completed, goods delivered, assignment ended; for `recourse`, the day on which the signatory paid. */
  readonly performedOn?: IsoDate;
  /** Day of the invoice, or of the cheque. */
  readonly issuedOn?: IsoDate;
  /** Day on which a judgment or a title of that kind was both enforceable and served. */
  readonly titleOn?: IsoDate;
  readonly events?: readonly {
    readonly kind: LimitationEventKind;
    readonly on: IsoDate;
    /** Last day of what lasts (end of the case, of the mediation…); absent while it is going on. */
    readonly until?: IsoDate;
    /** Whether the letter was registered, which only matters for an insurance premium. */
    readonly registered?: boolean;
  }[];
  /** Length that the contract sets, from one to ten years. */
  readonly contractYears?: number;
  readonly contractInterruptedBy?: readonly ContractCause[];
  readonly against?: Signatory;
  readonly waterBilledBy?: 'company' | 'public-body';
  /** Whether a public enterprise has a public accountant. */
  readonly publicAccountant?: boolean;
  /** Whether the price is payable by the year or by shorter terms. */
  readonly periodic?: boolean;
  /** Day for which `expired` and `daysLeft` are told. */
  readonly on?: IsoDate;
}

export interface LimitationEvent {
  readonly kind: LimitationEventKind;
  readonly on: Day;
  readonly until: Day | null;
  readonly registered: boolean | null;
}

/** The case once read and checked; null is what the creditor does not know. */
export interface LimitationCase {
  readonly claimKind: ClaimKind | null;
  readonly debtorKind: DebtorKind | null;
  readonly dueOn: Day | null;
  readonly performedOn: Day | null;
  readonly issuedOn: Day | null;
  readonly titleOn: Day | null;
  /** In the order of their days, whatever the order given. */
  readonly events: readonly LimitationEvent[];
  readonly contractYears: number | null;
  readonly contractCauses: readonly ContractCause[];
  readonly against: Signatory | null;
  readonly waterBilledBy: 'company' | 'public-body' | null;
  readonly publicAccountant: boolean | null;
  readonly periodic: boolean;
  readonly on: Day | null;
}

const FIELDS = new Set([
  'claimKind',
  'debtorKind',
  'dueOn',
  'performedOn',
  'issuedOn',
  'titleOn',
  'events',
  'contractYears',
  'contractInterruptedBy',
  'against',
  'waterBilledBy',
  'publicAccountant',
  'periodic',
  'on',
]);
const EVENT_FIELDS = new Set(['kind', 'on', 'until', 'registered']);
const WATER_BILLERS = ['company', 'public-body'] as const;

/** Shortest and longest length that a contract may set (2254 C. civ.). */
const contractLeast = Number(soleValue('limitation-contract-least').value);
const contractMost = Number(soleValue('limitation-contract-most').value);

/** The signatories whom each instrument knows. */
const SIGNATORIES_OF: Partial<Record<ClaimKind, readonly Signatory[]>> = {
  'bill-of-exchange': ['acceptor', 'endorser', 'drawer', 'recourse'],
  cheque: ['drawee', 'drawer', 'endorser'],
};

function optionalFlag(reader: FieldReader, name: string): boolean | null {
  return reader.has(name) ? reader.flag(name) : null;
}

function keep(reader: FieldReader, refusal: Refusal | null): void {
  if (refusal !== null) reader.reject(refusal.code, refusal.message, refusal.facts);
}

/** The same list in whatever order it was given: nothing may depend on it. */
function inOrder(a: LimitationEvent, b: LimitationEvent): number {
  return (
    a.on - b.on ||
    EVENT_KINDS.indexOf(a.kind) - EVENT_KINDS.indexOf(b.kind) ||
    Number(a.until === null) - Number(b.until === null) ||
    a.until! - b.until!
  );
}

function readEvents(reader: FieldReader): readonly LimitationEvent[] {
  let place = 0;
  const events = reader.list('events', EVENT_FIELDS, (item) => {
    const event: LimitationEvent = {
      kind: item.choice('kind', EVENT_KINDS),
      on: item.day('on'),
      until: item.optionalDay('until'),
      registered: optionalFlag(item, 'registered'),
    };
    const field = `events[${place++}]`;
    if (event.until !== null) {
      keep(item, outOfOrder([`${field}.on`, event.on], [`${field}.until`, event.until]));
      keep(item, notServed(`${field}.until`, event.until));
      if (!mayLast(event.kind)) {
        const message = `L’événement ${quoted(event.kind)} ne dure qu’un jour\u00a0: retirez sa date de fin.`;
        item.reject('InvalidValue', message, { field: `${field}.until`, value: formatDay(event.until) });
      }
    }
    keep(item, notServed(`${field}.on`, event.on));
    return event;
  });
  return [...events].sort(inOrder);
}

/** Refuses a case without any day to count from, a day that is not served, and a signatory that cannot be. */
function check(reader: FieldReader, { claimKind, dueOn, performedOn, issuedOn, titleOn, against }: LimitationCase) {
  const dates = { dueOn, performedOn, issuedOn, titleOn };
  for (const [field, date] of Object.entries(dates)) if (date !== null) keep(reader, notServed(field, date));
  if (claimKind === 'judgment' && titleOn === null) {
    const message =
      'Indiquez le jour où le titre est exécutoire et signifié (titleOn)\u00a0: le délai court de ce jour.';
    reader.reject('MissingField', message, { field: 'titleOn' });
  }
  if (Object.values(dates).every((date) => date === null)) {
    const message = 'Indiquez au moins une date d’où compter le délai\u00a0: dueOn, performedOn, issuedOn ou titleOn.';
    reader.reject('MissingField', message, { field: 'dueOn', anyOf: Object.keys(dates) });
  }
  const allowed = claimKind === null ? [] : (SIGNATORIES_OF[claimKind] ?? []);
  if (against !== null && !allowed.includes(against)) {
    const message = `Le champ ${quoted('against')} dit qui est poursuivi sur un effet de commerce ou un chèque\u00a0: ${quoted(against)} ne convient pas à cette créance.`;
    reader.reject('InvalidChoice', message, { field: 'against', value: against, claimKind, allowed });
  }
}

/**
 * Reads and checks the input of the rule. Refuses `UnknownField`, `MissingField` (no day to count from), `InvalidDate`,
 * `InvalidChoice`, `InvalidValue`, `DateNotServed` and `DatesOutOfOrder`.
 */
export function readCase(input: unknown): LimitationCase | Refusal {
  const reader = new FieldReader(input, FIELDS);
  const limitationCase: LimitationCase = {
    claimKind: reader.optionalChoice('claimKind', CLAIM_KINDS),
    debtorKind: reader.optionalChoice('debtorKind', DEBTOR_KINDS),
    dueOn: reader.optionalDay('dueOn'),
    performedOn: reader.optionalDay('performedOn'),
    issuedOn: reader.optionalDay('issuedOn'),
    titleOn: reader.optionalDay('titleOn'),
    events: readEvents(reader),
    contractYears: reader.optionalWhole('contractYears', contractLeast, contractMost),
    contractCauses: reader.choices('contractInterruptedBy', CONTRACT_CAUSES),
    against: reader.optionalChoice('against', SIGNATORIES),
    waterBilledBy: reader.optionalChoice('waterBilledBy', WATER_BILLERS),
    publicAccountant: optionalFlag(reader, 'publicAccountant'),
    periodic: reader.flag('periodic'),
    on: reader.optionalDay('on'),
  };
  check(reader, limitationCase);
  return reader.refusal ?? limitationCase;
}
