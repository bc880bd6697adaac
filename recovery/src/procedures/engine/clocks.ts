import {
  type Day,
  type DeadlineProcedure,
  day,
  type Explanation,
  formatDay,
  frenchDate,
  type Outcome,
  type ProcedureDeadlinesInput,
  procedureDeadlines,
  type Refusal,
} from '@acquit/law';
import { fr } from '../../texts/typography.ts';
import type { ProcedureEvent } from '../model.ts';
import { dayOf } from './faults.ts';
import type { Clock, Closed } from './machine.ts';
import type { Seen } from './seen.ts';

/** The dates of the law, made into the clocks of a machine. Nothing here counts: the law does. */

/** What a machine adds to a date of the law: the event that starts it, whose it is, and what ends it. */
export interface ClockRule {
  /** Name of the step in the rule of the law. */
  what: string;
  startedBy: string;
  whose: Clock['whose'];
  doneBy?: readonly string[];
  mootBy?: readonly string[];
  forgivenBy?: readonly string[];
  /** Whether the case has this date; always when absent. */
  when?: (seen: Seen) => boolean;
}

/** A step as the rules of the law give it. */
interface LawStep {
  what: string;
  label: string;
  before?: string | null;
  notBefore?: string;
  prudentBefore?: string;
  article: string;
  effect: string;
  confidence: 'A' | 'B' | 'C';
}

/** The node of a tree under a label, or the tree itself: what a screen shows under the date. */
export function nodeNamed(tree: Explanation, label: string): Explanation {
  const node = findNode(
    tree,
    (found) => found.label === label && found.operation !== 'carried' && found.value !== null,
  );
  return node === null ? tree : complete(tree, node);
}

/** A node with what it carries from elsewhere in the tree, so that it can be read, and recomputed, alone. */
function complete(tree: Explanation, node: Explanation): Explanation {
  const carried = findNode(node, ({ operation }) => operation === 'carried');
  if (carried === null) return node;
  const isSource = (found: Explanation) => found.label === carried.label && found.operation !== 'carried';
  if (findNode(node, isSource) !== null) return node;
  const source = findNode(tree, isSource);
  if (source === null) return tree;
  return { label: node.label, value: null, unit: 'text', operation: 'list', inputs: [source, node] };
}

/** The first node, in reading order, that answers. */
export function findNode(tree: Explanation, answers: (node: Explanation) => boolean): Explanation | null {
  if (answers(tree)) return tree;
  for (const input of tree.inputs) {
    const found = findNode(input, answers);
    if (found !== null) return found;
  }
  return null;
}

/** The day of an event that a rule of the law has answered from: known, since the rule would not have answered else. */
function startOf(seen: Seen, kind: string): Day {
  const on = seen.on(kind);
  if (on === null) throw new Error(`no event ${kind} started this date`);
  return on;
}

/** The last days of a step: prudent and extended for what is ours, the extended one for what another must meet. */
function lastDays({ before, prudentBefore }: LawStep): Pick<Clock, 'before' | 'beforeExtended'> {
  if (before === undefined || before === null) return { before: null, beforeExtended: null };
  if (prudentBefore === undefined) return { before: day(before), beforeExtended: null };
  return { before: day(prudentBefore), beforeExtended: day(before) };
}

/** The clocks of the steps that have a rule and a day. */
export function clocksFrom(
  seen: Seen,
  rules: readonly ClockRule[],
  steps: readonly LawStep[],
  tree: Explanation,
): readonly Clock[] {
  return rules.flatMap(({ what, startedBy, whose, doneBy = [], mootBy = [], forgivenBy = [], when = () => true }) => {
    const step = steps.find((found) => found.what === what);
    if (step === undefined || !when(seen) || (step.before == null && step.notBefore === undefined)) return [];
    const { label, article, effect, confidence, notBefore } = step;
    const clock: Clock = {
      ...{ what, label, startedBy, startedOn: startOf(seen, startedBy), whose, effect, article, confidence },
      ...lastDays(step),
      notBefore: notBefore === undefined ? null : day(notBefore),
      explanation: nodeNamed(tree, label),
      ...{ doneBy, mootBy, forgivenBy },
    };
    return [clock];
  });
}

/** Which days of the machine start which events of a procedure of the law. */
export type DatedBy = Readonly<Record<string, (seen: Seen) => Day | null>>;

/** An event of the law that is an event of the machine of the same day. */
export function eventDay(kind: string): (seen: Seen) => Day | null {
  return (seen) => seen.on(kind);
}

/** The outcome of the law for the days that are known, or no clock while none is. */
export function clocksOf(
  seen: Seen,
  procedure: DeadlineProcedure,
  dates: DatedBy,
  rules: readonly ClockRule[],
  court?: ProcedureDeadlinesInput['court'],
): readonly Clock[] | Refusal {
  const known = seen.dated(Object.fromEntries(Object.entries(dates).map(([kind, read]) => [kind, read(seen)])));
  const events = Object.entries(known).map(([kind, on]) => ({ kind, on: on! }));
  if (events.length === 0) return [];
  const { debtorPlace, territory } = seen.facts;
  const outcome = procedureDeadlines({
    procedure,
    events,
    place: debtorPlace,
    ...(territory === undefined || debtorPlace !== 'overseas' ? {} : { territory }),
    ...(court === undefined ? {} : { court }),
  });
  return answered(outcome, ({ steps }, tree) => clocksFrom(seen, rules, steps, tree));
}

/** What is made of the answer of a rule, or its refusal. */
export function answered<V>(
  outcome: Outcome<V>,
  made: (value: V, tree: Explanation) => readonly Clock[],
): readonly Clock[] | Refusal {
  if (outcome.refusal !== undefined) return outcome.refusal;
  return made(outcome.value, outcome.explanation);
}

/** A date that the file itself gives, and no rule counts: a hearing. */
export function appointment(
  { startedBy, startedOn, on }: { startedBy: string; startedOn: Day; on: Day },
  says: Pick<Clock, 'what' | 'label' | 'article' | 'effect' | 'confidence'>,
  doneBy: readonly string[],
): Clock {
  const explanation: Explanation = {
    label: says.label,
    value: formatDay(on),
    unit: 'date',
    operation: 'given',
    inputs: [],
  };
  const days = { startedBy, startedOn, before: on, beforeExtended: null, notBefore: null };
  return { ...says, ...days, whose: 'ours', explanation, doneBy, mootBy: [], forgivenBy: [] };
}

/** The event that fixed the latest hearing, and its day; null while none is fixed. */
function hearingOf(seen: Seen): { fixed: ProcedureEvent; on: Day } | null {
  const fixed = seen.last('adjourned') ?? seen.last('hearing-set');
  const on = fixed === null ? null : dayOf(fixed.values, 'hearingOn');
  return fixed === null || on === null ? null : { fixed, on };
}

/** Nothing is heard nor judged before the day that was fixed for the hearing. */
export function afterHearing(seen: Seen, { on: told }: ProcedureEvent): Closed | null {
  const hearing = hearingOf(seen);
  if (hearing === null || told >= hearing.on) return null;
  const message = fr`L’audience est fixée au ${frenchDate(hearing.on)} : rien n’est plaidé ni jugé avant elle. Corrigez l’une des deux dates.`;
  return { code: 'BeforeHearing', message };
}

/** A summons served once its hearing has passed summons nobody. */
export function beforeHearing(seen: Seen, { on: told }: ProcedureEvent): Closed | null {
  const hearing = hearingOf(seen);
  if (hearing === null || told <= hearing.on) return null;
  const message = fr`L’audience du ${frenchDate(hearing.on)} est passée : notez d’abord la nouvelle date obtenue du greffe.`;
  return { code: 'HearingPassed', message };
}

/** The latest hearing that was fixed: to be there, or to ask the registry what was decided. */
export function hearingClock(
  seen: Seen,
  source: Pick<Clock, 'article' | 'confidence'>,
  doneBy: readonly string[],
): readonly Clock[] {
  const hearing = hearingOf(seen);
  if (hearing === null) return [];
  const { fixed, on } = hearing;
  const label = 'Être présent ou représenté à l’audience';
  const effect = 'Demandeur absent → demande caduque ou jugée sans lui';
  const start = { startedBy: fixed.kind, startedOn: fixed.on, on };
  return [appointment(start, { what: 'attend-hearing', label, effect, ...source }, ['heard', ...doneBy])];
}

/** The same dates told as things to verify: a fact that would make them certain is missing, and nothing lapses by them. */
export function toVerify(clocks: readonly Clock[]): readonly Clock[] {
  return clocks.map((clock) => ({ ...clock, what: `${clock.what}-to-verify`, confidence: 'C' }));
}

/** Several lists of clocks as one, or the first refusal. */
export function together(...lists: readonly (readonly Clock[] | Refusal)[]): readonly Clock[] | Refusal {
  const clocks: Clock[] = [];
  for (const list of lists) {
    if ('code' in list) return list;
    clocks.push(...list);
  }
  return clocks;
}
