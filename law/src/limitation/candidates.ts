import { formatDay, frenchDate, type IsoDate } from '../calendar/index.ts';
import { dayValue, derived, type Explanation, givenDay } from '../explain/index.ts';
import { parameterNode, reason, soleValue } from '../parameters/index.ts';
import { type EventEffect, eventNode, type History, play } from './history.ts';
import type { LimitationCase } from './input.ts';
import type { LimitationEventKind } from './kinds.ts';
import { frenchLength, type Length, lengthNode, lengthOf, type Measure, runsFrom } from './lengths.ts';
import { isAdjustable, type Regime } from './regimes.ts';
import { type Start, type StartKind, setsIssueAside, startsOf } from './starts.ts';

type Confidence = 'A' | 'B' | 'C';

/** An event of the case, with what it did to the period that is kept. */
export interface EventOutcome {
  readonly kind: LimitationEventKind;
  readonly on: IsoDate;
  readonly until: IsoDate | null;
  readonly effect: EventEffect;
  readonly why: string;
  readonly article: string;
  readonly confidence: Confidence;
}

/** One plausible end of the period: one start with one length. */
export interface LimitationCandidate {
  /** The day of the case that it is counted from: due date, completion, invoice, title. */
  readonly start: StartKind;
  /** Day whose midnight opens the period: the day after it counts as the first, except for calendar years. */
  readonly startsOn: IsoDate;
  readonly length: Length;
  /** Last day on which one may act, until midnight; null while a case or a mediation going on keeps it open. */
  readonly expiresOn: IsoDate | null;
  readonly pending: boolean;
  /** While it is pending, the last day if what is going on came to nothing; null otherwise. */
  readonly fallbackOn: IsoDate | null;
  readonly article: string;
  readonly confidence: Confidence;
}

/** A candidate with its tree and what its events did. */
export interface Candidate {
  readonly value: LimitationCandidate;
  readonly events: readonly EventOutcome[];
  readonly node: Explanation;
}

const START_WORDS: Record<StartKind, string> = {
  due: 'l’échéance',
  performance: 'l’exécution',
  issue: 'l’émission',
  title: 'le titre signifié',
};

const START_LABELS: Record<StartKind, string> = {
  due: 'Échéance',
  performance: 'Exécution achevée ou livraison',
  issue: 'Émission',
  title: 'Titre exécutoire et signifié',
};

/** The day that a period is counted from, with its reasons; a cheque is counted from the end of its presentation. */
function startNode(limitationCase: LimitationCase, { start: rule }: Regime, { kind, on, why }: Start): Explanation {
  const isAside = rule === 'price' && setsIssueAside(limitationCase, startsOf(limitationCase, rule));
  const reasons = isAside ? [reason(why), reason('limitation-issue-set-aside')] : [reason(why)];
  const day = givenDay(START_LABELS[kind], on);
  if (rule !== 'presentation') return { ...day, inputs: reasons };
  const presentation = parameterNode('Délai de présentation', soleValue('limitation-cheque-presentation'), 'days');
  return derived('add-days', `Fin de la présentation, ${START_WORDS[kind]}`, 'date', [day, presentation, ...reasons]);
}

function worst(nodes: readonly Explanation[]): Confidence {
  const marks = nodes.flatMap(({ reference }) => (reference === undefined ? [] : [reference.confidence]));
  return (['C', 'B'] as const).find((mark) => marks.includes(mark)) ?? 'A';
}

function outcomes({ happenings }: History): readonly EventOutcome[] {
  return happenings.map(({ event: { kind, on, until }, effect, reasons }) => {
    const { label, reference } = reasons[0]!;
    const { article, confidence } = reference!;
    const lastOn = until === null ? null : formatDay(until);
    return { kind, on: formatDay(on), until: lastOn, effect, why: label, article, confidence };
  });
}

/** A period from one start, with its length, its events, its end and its reasons. */
function candidate(limitationCase: LimitationCase, regime: Regime, start: Start): Candidate {
  const contractYears = isAdjustable(regime, limitationCase) ? limitationCase.contractYears : null;
  const measure: Measure = { regime, contractYears };
  const from = startNode(limitationCase, regime, start);
  const startsOn = dayValue(from);
  const length = lengthNode(measure, startsOn);
  const why = reason(regime.why, startsOn);
  const { events } = limitationCase;
  const history = play(limitationCase, measure, from, events);
  // Without the cases and mediations going on, there is always a last day: the prudent one to keep in the diary.
  const settled = history.end ?? play(limitationCase, measure, from, withoutOpen(history, events)).end!;
  const written = frenchLength(lengthOf(length));
  const label = `${written} depuis ${START_WORDS[start.kind]} du ${frenchDate(start.on)} (${why.reference!.article})`;
  // Calendar years have their own reason on the way, and are not counted from day number to day number.
  const counting = regime.nature === 'quadrennial' ? [] : [reason('limitation-counting')];
  const workings = [...history.happenings.map(eventNode), why, ...counting];
  const pending = history.end === null;
  const node = pending
    ? derived('list', label, 'date', [
        derived('detail', `${label}, sans la procédure en cours`, 'date', [settled, reason('limitation-pending')]),
        ...workings,
      ])
    : derived('detail', label, 'date', [settled, ...workings]);
  const endsOn = formatDay(dayValue(settled));
  const opensOn = regime.nature === 'quadrennial' ? runsFrom(measure, from)[0].firstDay : startsOn;
  return {
    value: {
      start: start.kind,
      startsOn: formatDay(opensOn),
      length: lengthOf(length),
      expiresOn: pending ? null : endsOn,
      pending,
      fallbackOn: pending ? endsOn : null,
      article: contractYears === null ? length.reference!.article : length.inputs[0]!.reference!.article,
      confidence: worst([length, why, reason(start.why)]),
    },
    events: outcomes(history),
    node,
  };
}

function withoutOpen({ open }: History, events: LimitationCase['events']): LimitationCase['events'] {
  return events.filter((event) => !open.includes(event));
}

/** Every plausible end of a case, one per plausible period and per plausible start. */
export function candidatesOf(limitationCase: LimitationCase, regimes: readonly Regime[]): readonly Candidate[] {
  return regimes.flatMap((regime) =>
    startsOf(limitationCase, regime.start).map((start) => candidate(limitationCase, regime, start)),
  );
}
