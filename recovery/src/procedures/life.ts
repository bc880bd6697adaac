import { amountLimit, type Day, euros, frenchDate, isJourOuvrable, type LimitationEventKind } from '@acquit/law';
import { type Refused, refused } from '../commitments/refused.ts';
import { fr } from '../texts/typography.ts';
import { eventFault, futureFault } from './engine/faults.ts';
import { type Clock, isOver, type Machine, type MachineState } from './engine/machine.ts';
import type { Seen } from './engine/seen.ts';
import { inOrder, lastDayOf, type Stage, type Walk, walk } from './engine/walk.ts';
import { machineOf } from './machines/index.ts';
import type {
  EventDefinition,
  ProcedureDeadline,
  ProcedureEvent,
  ProcedureFacts,
  ProcedureLife,
  TitleFacts,
} from './model.ts';

/** The first day on which the life was over, whatever came after; null while it goes on. */
function overSince({ stages }: Walk): Day | null {
  const last = stages.at(-1)!;
  return isOver(last.state.end) ? last.since : null;
}

/** Where a date stands on a day. A wait is done when its day comes; what another let pass is missed by him. */
function statusOf(clock: Clock, told: Walk, on: Day): Pick<ProcedureDeadline, 'status' | 'doneOn'> {
  const last = lastDayOf(clock);
  const over = overSince(told);
  const end = last ?? clock.notBefore!;
  const moot = told.seen.firstOn(clock.mootBy);
  const shown =
    told.seen.firstOn(clock.doneBy) ?? told.idle.find(({ kind }) => clock.doneBy.includes(kind))?.on ?? null;
  const done = shown === null ? null : (clock.madeOn ?? shown);
  if (done !== null) return { status: last === null || done <= last ? 'done' : 'missed', doneOn: done };
  if (told.seen.has(...clock.forgivenBy)) return { status: 'moot', doneOn: null };
  // What ends on the very day that a wait is over ends by it: the wait is done, not without object.
  const isCut = over !== null && (last === null ? over < end : over <= end);
  if ((moot !== null && moot <= end) || (isCut && !startsAtEnd(clock, told))) return { status: 'moot', doneOn: null };
  if (last === null) return on >= end ? { status: 'done', doneOn: end } : { status: 'open', doneOn: null };
  return { status: on > last ? 'missed' : 'open', doneOn: null };
}

/** What a refusal or a lapse itself starts: a relief, an appeal. Nothing starts where all is paid or given up. */
function startsAtEnd({ startedOn }: Clock, { stages }: Walk): boolean {
  const { state, since } = stages.at(-1)!;
  return (state.end === 'refused' || state.end === 'lapsed') && since !== null && startedOn >= since;
}

function deadlineOf(clock: Clock, told: Walk, on: Day): ProcedureDeadline {
  const { doneBy: _done, madeOn: _made, mootBy: _moot, forgivenBy: _forgiven, ...shown } = clock;
  return { ...shown, ...statusOf(clock, told, on) };
}

/** The order of the days: the prudent last day, or the first day of a wait. */
function byDay(a: ProcedureDeadline, b: ProcedureDeadline): number {
  return (a.before ?? a.notBefore!) - (b.before ?? b.notBefore!) || (a.what < b.what ? -1 : 1);
}

/** What the passing of a date of ours did, in a sentence that says how to put it right. */
function lapseSentence({ state, since, missed }: Stage): readonly string[] {
  if (missed === null || missed.whose !== 'ours') return [];
  const last = frenchDate(lastDayOf(missed)!);
  return [
    fr`« ${missed.label} » : aucun acte noté au ${last}, dernier jour (${missed.article}). État depuis le ${frenchDate(since!)} : ${state.name}. Si l’acte a été fait à temps, notez-le à sa date : tout est recalculé.`,
  ];
}

/** A date of ours that passed, where the law leaves the consequence to a judge. */
function missedSentence({ label, before, beforeExtended, effect, article }: ProcedureDeadline): string {
  const last = frenchDate(beforeExtended ?? before!);
  return fr`« ${label} » : aucun acte noté au ${last}, dernier jour. ${effect} (${article}).`;
}

/** A deed dated on a day when none is served without leave: a slip of the hand, more often than a leave. */
function holidaySentence(machine: Machine, { kind, on }: ProcedureEvent): readonly string[] {
  const { actor, label } = machine.events.find(({ definition }) => definition.kind === kind)!.definition;
  if (actor !== 'commissaire' || isJourOuvrable(on)) return [];
  return [
    fr`« ${label} » est daté du ${frenchDate(on)}, dimanche ou jour férié : aucun acte ce jour-là sans autorisation du juge (art. 664 CPC). Vérifiez la date.`,
  ];
}

/** A sum above what the procedure takes: it would be refused there, whatever else is right. */
function limitSentence({ kind, amountCents }: ProcedureFacts, { stages }: Walk, on: Day): readonly string[] {
  const limit = amountLimit(kind, on);
  if (limit === null || amountCents <= limit.cents || stages.at(-1)!.state.end !== null) return [];
  const doubt = limit.confidence === 'C' ? fr`, à vérifier` : '';
  return [
    fr`Somme demandée de ${euros(amountCents)}, au-dessus de la limite de cette procédure (${euros(limit.cents)}, ${limit.article}${doubt}) : choisissez une autre voie.`,
  ];
}

/** More granted than was asked: a slip of the hand, which the account of the title would then bear. */
function grantedSentence({ events, facts }: Seen): readonly string[] {
  const above = events.find(({ values }) => Number(values.grantedCents ?? 0) > facts.amountCents);
  if (above === undefined) return [];
  return [
    fr`Somme accordée de ${euros(Number(above.values.grantedCents))}, supérieure à la somme demandée (${euros(facts.amountCents)}) : vérifiez la décision, puis corrigez la somme.`,
  ];
}

function warningsOf(machine: Machine, told: Walk, deadlines: readonly ProcedureDeadline[], on: Day): readonly string[] {
  const last = told.stages.at(-1)!;
  const lapses = lapseSentence(last);
  const idle = told.idle.map(
    ({ kind, on }) =>
      fr`« ${labelOf(machine, kind)} » du ${frenchDate(on)} vient trop tard : l’événement est gardé, il ne change rien.`,
  );
  const missed = deadlines
    .filter(({ status, whose, what }) => status === 'missed' && whose === 'ours' && what !== last.missed?.what)
    .map(missedSentence);
  const unsure = deadlines
    .filter(({ confidence, status }) => confidence === 'C' && status === 'open')
    .map(({ label, article }) => fr`${label} (${article}) : texte à vérifier avant de s’y fier.`);
  const { seen } = told;
  const doubts = seen.events.flatMap((event) => holidaySentence(machine, event));
  return [
    ...limitSentence(seen.facts, told, on),
    ...grantedSentence(seen),
    ...lapses,
    ...missed,
    ...idle,
    ...doubts,
    ...machine.warnings(seen, last.state.state, told.clocks),
    ...unsure,
  ];
}

function labelOf(machine: Machine, kind: string): string {
  return machine.events.find(({ definition }) => definition.kind === kind)!.definition.label;
}

/** Ends that leave a title what it was: the debtor paid, or the law stopped its enforcement. */
const KEEPING: readonly MachineState['end'][] = ['paid', 'stopped'];

/** The title, when the life is at one, or was just before it was paid or stopped. */
function titleOf(machine: Machine, { stages, seen, clocks }: Walk, on: Day): TitleFacts | null {
  const from = stages.findLast(({ state }) => !KEEPING.includes(state.end));
  return from?.state.end === 'title' ? machine.title(seen, clocks, on) : null;
}

/** Ends that erase the interruption as if nothing had been asked (art. 2243 C. civ.). */
const ERASING: readonly MachineState['end'][] = ['refused', 'lapsed', 'withdrawn'];
/** What they erase; talks that failed did suspend the time, and a letter to a public body stays written. */
const ERASED: readonly LimitationEventKind[] = ['court-claim', 'payment-order-served', 'seizure', 'insolvency-filing'];

/** Acts whose effect goes on until the procedure is over; a payment order's only once an opposition made it a suit. */
const LASTING: readonly LimitationEventKind[] = [
  'court-claim',
  'insolvency-filing',
  'mediation',
  'conciliation',
  'small-claims-consent',
];

function goesOn(kind: LimitationEventKind, seen: Seen): boolean {
  return LASTING.includes(kind) || (kind === 'payment-order-served' && seen.has('opposed'));
}

/**
 * How the events act on limitation. A procedure that lapsed, was dismissed or was given up gives no interruption at all
 * (art. 2243 C. civ.); otherwise what lasts ends with the procedure.
 */
function limitationOf(machine: Machine, { stages, seen }: Walk): ProcedureLife['limitation'] {
  const { end } = stages.at(-1)!.state;
  const erases = ERASING.includes(end);
  const over = stages[stages.findLastIndex(({ state }) => state.end === null) + 1]?.since ?? null;
  return seen.events.flatMap((event) => {
    const kind = machine.events.find(({ definition }) => definition.kind === event.kind)!.definition.limitation;
    if (kind === undefined || (erases && ERASED.includes(kind))) return [];
    const until = over !== null && over > event.on && goesOn(kind, seen) ? { until: over } : {};
    return [{ kind, on: event.on, ...until }];
  });
}

function nextEvents(machine: Machine, { stages, seen }: Walk): readonly EventDefinition[] {
  const { state } = stages.at(-1)!.state;
  return machine.events
    .filter(({ definition, repeats = false }) => {
      return definition.from.includes(state) && (repeats || !seen.has(definition.kind));
    })
    .map(({ definition }) => definition);
}

/**
 * The life of a procedure on a day, recomputed from its events: state, dates, title, what may follow. Events after that
 * day are not known yet. Refuses what cannot have happened, with the event at fault, and what the law refuses.
 */
export function lifeOf(facts: ProcedureFacts, on: Day): ProcedureLife | Refused {
  const machine = machineOf(facts.kind);
  const told = walk(machine, facts, on);
  if ('refusal' in told) return told;
  const last = told.stages.at(-1)!;
  const deadlines = told.clocks.map((clock) => deadlineOf(clock, told, on)).sort(byDay);
  return {
    state: last.state.state,
    stateName: last.state.name,
    advice: last.state.advice,
    since: last.since,
    end: last.state.end,
    deadlines,
    next: nextEvents(machine, told),
    title: titleOf(machine, told, on),
    follows: last.state.follows,
    warnings: warningsOf(machine, told, deadlines, on),
    limitation: limitationOf(machine, told),
  };
}

/**
 * Why an event may not be entered: unknown, badly filled in, in the future, before the claim, or impossible after what
 * is already told. Null when it may.
 */
export function eventRefusal(
  facts: ProcedureFacts,
  event: Pick<ProcedureEvent, 'kind' | 'on' | 'values'>,
  today: Day,
): Refused | null {
  const machine = machineOf(facts.kind);
  const entered: ProcedureEvent = { ...event, eventId: '' };
  const fault = eventFault(machine, facts, entered) ?? futureFault(labelOf(machine, event.kind), event.on, today);
  if (fault !== null) return fault;
  const closed = machine.closedTo?.(facts) ?? null;
  if (closed !== null) return refused(closed.code, closed.message, { kind: facts.kind });
  const events = inOrder(machine, [...facts.events, entered]);
  const life = walk(machine, { ...facts, events }, events.at(-1)!.on);
  return 'refusal' in life ? life : null;
}
