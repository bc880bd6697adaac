import type {
  AttachmentDocument,
  ClaimKind,
  CourtKind,
  Day,
  DebtorKind,
  Explanation,
  LimitationEventKind,
  Place,
  Procedure,
  Territory,
} from '@acquit/law';

/**
 * The life of a procedure: dated events that happened, the state they lead to, the dates they start. Everything here is
 * recomputed from the events; nothing but the events is entered. Amounts are integer cents, days are `Day`.
 */

/** The procedures that have events and dates of their own; the names are those of the law. */
export const PROCEDURE_KINDS = [
  'conciliation',
  'mediation',
  'small-claims',
  'uncontested-commercial',
  'sommation-de-payer',
  'injonction-de-payer',
  'european-payment-order',
  'european-small-claims',
  'refere-provision',
  'requete',
  'assignation',
  'saisie-conservatoire',
  'cheque-title',
  'saisie-attribution',
  'saisie-vente',
  'saisie-des-remunerations',
  'insolvency-claim',
  'overindebtedness',
  'ad-hoc-representative',
  'administrative-claim',
  'mandatement-d-office',
  'administrative-refere',
  'administrative-suit',
] as const satisfies readonly Procedure[];
export type ProcedureKind = (typeof PROCEDURE_KINDS)[number];

/** Who does, or did, something in a procedure. */
export type Actor = 'us' | 'debtor' | 'court' | 'commissaire' | 'garnishee' | 'representative' | 'authority';

/** What an event says besides its day; which fields it has is in its definition. Sums are integer cents. */
export type EventValues = Readonly<Record<string, string | number | boolean>>;

/** Something that happened, on its day. */
export interface ProcedureEvent {
  eventId: string;
  kind: string;
  on: Day;
  values: EventValues;
}

/** A field of the form by which an event is entered. */
export interface EventField {
  name: string;
  /** French label. */
  label: string;
  type: 'cents' | 'text' | 'flag' | 'choice' | 'day';
  required: boolean;
  /** A day that comes before the event, as a postmark does; any other day follows it, or is the same. */
  earlier?: boolean;
  /** For a choice: value and French words. */
  choices?: readonly { readonly value: string; readonly label: string }[];
}

/** A kind of event of one procedure, as its machine defines it. */
export interface EventDefinition {
  kind: string;
  /** What happened, as a title: « Ordonnance rendue ». */
  label: string;
  actor: Actor;
  /** The states it may happen in. */
  from: readonly string[];
  /** The state that follows; null: the state stays, or follows from values and dates. */
  to: string | null;
  fields: readonly EventField[];
  /** The exhibit that proves it, in French; null: none is expected. */
  proof: string | null;
  /** What it does to the limitation of the claims; absent: nothing. */
  limitation?: LimitationEventKind;
}

/** How a procedure ended. */
export type ProcedureEnd = 'title' | 'agreed' | 'refused' | 'lapsed' | 'withdrawn' | 'paid' | 'done' | 'stopped';

export interface StateDefinition {
  state: string;
  /** « Exécutoire » */
  name: string;
  /** One sentence: what it means and what is to be done. */
  advice: string;
  end: ProcedureEnd | null;
}

/** A date of a procedure. */
export interface ProcedureDeadline {
  /** Name of the step in the rules of `law`, or of the machine. */
  what: string;
  label: string;
  /** Kind of the event that starts it, and its day. */
  startedBy: string;
  startedOn: Day;
  /** The last day to do it, the prudent one; null when it only opens something. */
  before: Day | null;
  /** The last day once extended by a week-end or a holiday, when it differs: never to be relied on. */
  beforeExtended: Day | null;
  /** The first day on which it may be done; null: at once. */
  notBefore: Day | null;
  /** Ours to meet, another's that we wait for, or a day before which nothing may be done. */
  whose: 'ours' | 'theirs' | 'wait';
  /** What missing it costs, as a French sentence. */
  effect: string;
  article: string;
  confidence: 'A' | 'B' | 'C';
  status: 'open' | 'done' | 'missed' | 'moot';
  doneOn: Day | null;
  explanation: Explanation;
}

/** What the machine must know of the case, besides the events. */
export interface ProcedureFacts {
  kind: ProcedureKind;
  court: CourtKind | null;
  claimKind: ClaimKind;
  debtorKind: DebtorKind;
  /** The debtor's place, and ours, the court being in metropolitan France. */
  debtorPlace: Place;
  creditorPlace: Place;
  territory?: Territory;
  amountCents: number;
  /** What proves the claim, for a protective attachment. */
  document: AttachmentDocument | null;
  hasTitle: boolean;
  /** Day of the oldest claim: nothing of the procedure may be older. Absent or null: not known, nothing is refused. */
  claimsSince?: Day | null;
  /** In any order; the machine puts them in order. */
  events: readonly ProcedureEvent[];
}

/** A title that a procedure gave. */
export interface TitleFacts {
  on: Day;
  /** First day on which enforcement may start; null: not known yet. */
  enforceableFrom: Day | null;
  servedOn: Day | null;
  /** What the title grants, when the event says it. */
  grantedCents: number | null;
  /** A title that may still be opposed although it is enforced (art. 1416 CPC). */
  lateOppositionPossible: boolean;
}

/** Where a procedure stands on a day. */
export interface ProcedureLife {
  state: string;
  stateName: string;
  advice: string;
  /** Day of the event, or of the missed date, that led to the state; null before any. */
  since: Day | null;
  end: ProcedureEnd | null;
  /** Every date started so far, in the order of the days. */
  deadlines: readonly ProcedureDeadline[];
  /** Events that may happen from here, the usual one first. */
  next: readonly EventDefinition[];
  title: TitleFacts | null;
  /** Procedures that usually follow from this state. */
  follows: readonly Procedure[];
  /** Sentences: doubts of the law, what is to be verified. */
  warnings: readonly string[];
  /** How the events act on limitation, for the rule `limitation`. */
  limitation: readonly { kind: LimitationEventKind; on: Day; until?: Day }[];
}
