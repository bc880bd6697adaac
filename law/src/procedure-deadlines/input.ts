import type { Day, IsoDate } from '../calendar/index.ts';
import { notServed, outOfOrder, readWhere, type Where } from '../deadline/index.ts';
import type { Territory } from '../holidays/index.ts';
import type { Place } from '../kinds/index.ts';
import { FieldReader } from '../reading/index.ts';
import { quoted, type Refusal, refuse } from '../refusal.ts';
import { AMICABLE } from './amicable.ts';
import { COURT } from './court.ts';
import { DEBTORS } from './debtors.ts';
import { ENFORCEMENT } from './enforcement.ts';
import { COURTS, type Court, type Procedure } from './table.ts';

const TABLE = { ...AMICABLE, ...COURT, ...ENFORCEMENT, ...DEBTORS };
export type DeadlineProcedure = keyof typeof TABLE;

/** The procedures by name; payment orders, protective attachments and insolvency have rules of their own. */
export const PROCEDURES: Readonly<Record<DeadlineProcedure, Procedure>> = TABLE;
export const DEADLINE_PROCEDURES = Object.keys(TABLE) as DeadlineProcedure[];

/** Input of `procedure-deadlines`. */
export interface ProcedureDeadlinesInput {
  readonly procedure: DeadlineProcedure;
  /** The dated facts, each kind once; which kinds depends on the procedure. */
  readonly events: readonly { readonly kind: string; readonly on: IsoDate }[];
  /** The debtor's place, the court being in metropolitan France. */
  readonly place?: Place;
  readonly territory?: Territory;
  /** Keeps the steps of one court, where both are possible. */
  readonly court?: Court;
}

export interface ProcedureCase {
  readonly procedure: Procedure;
  readonly events: ReadonlyMap<string, Day>;
  readonly where: Where;
  readonly court: Court | null;
}

const FIELDS = new Set(['procedure', 'events', 'place', 'territory', 'court']);
const EVENT_FIELDS = new Set(['kind', 'on']);

function twice(kind: string): Refusal {
  const message = `L’événement ${quoted(kind)} est donné deux fois\u00a0: gardez une seule date.`;
  return refuse('InvalidValue', message, { field: 'events', value: kind });
}

/** Which event cannot come before which: what shows a step done never precedes what starts it. */
export function ordersOf({ steps, orders = [] }: Procedure): readonly (readonly [string, string])[] {
  const ofSteps = steps.flatMap(({ from, done }) => (done === undefined ? [] : [[from, done] as const]));
  return [...ofSteps, ...orders];
}

/** What is wrong with the dates: not served, or a step done before it could start. */
function refusalOf(procedure: Procedure, events: ReadonlyMap<string, Day>): Refusal | null {
  for (const [kind, on] of events) {
    const refusal = notServed(kind, on);
    if (refusal !== null) return refusal;
  }
  for (const [earlier, later] of ordersOf(procedure)) {
    const refusal = outOfOrder([earlier, events.get(earlier) ?? null], [later, events.get(later) ?? null]);
    if (refusal !== null) return refusal;
  }
  return null;
}

/**
 * Reads and checks the input of the rule. Refuses `UnknownField`, `MissingField` (no event at all, for one),
 * `InvalidDate`, `InvalidChoice` (an event of another procedure, for one), `InvalidValue`, `DateNotServed` and
 * `DatesOutOfOrder`.
 */
export function readCase(input: unknown): ProcedureCase | Refusal {
  const reader = new FieldReader(input, FIELDS);
  const procedure = PROCEDURES[reader.choice('procedure', DEADLINE_PROCEDURES)];
  const kinds = Object.keys(procedure.events);
  const list = reader.list('events', EVENT_FIELDS, (item) => [item.choice('kind', kinds), item.day('on')] as const);
  if (list.length === 0) {
    const message = `Aucun événement daté (champ «\u00a0events\u00a0»)\u00a0: donnez-en un parmi ${kinds.join(', ')}.`;
    reader.reject('MissingField', message, { field: 'events', known: kinds });
  }
  const where = readWhere(reader);
  const court = reader.optionalChoice('court', COURTS);
  if (reader.refusal !== null) return reader.refusal;
  const events = new Map(list);
  const repeated = list.find(([kind], i) => list.findIndex(([other]) => other === kind) !== i);
  if (repeated !== undefined) return twice(repeated[0]);
  return refusalOf(procedure, events) ?? { procedure, events, where, court };
}
