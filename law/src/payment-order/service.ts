import { type Day, formatDay } from '../calendar/index.ts';
import { knownStep } from '../deadline/index.ts';
import { carried, dayValue, derived, type Explanation, flagValue, given, givenDay } from '../explain/index.ts';
import { isJourOuvrable } from '../holidays/index.ts';
import { reason } from '../parameters/index.ts';
import type { OrderCase } from './input.ts';
import { FACT_NAMES, OPPOSE, OPPOSE_LATE, SERVE, WAIT } from './specs.ts';

/** Until when the order may be served, and whether it was in time (null while not served). */
export interface Service {
  readonly prudent: Explanation;
  /** The same node as `prudent` when nothing extends it. */
  readonly extended: Explanation;
  readonly inTime: Explanation | null;
  readonly served: Explanation | null;
}

/** The last days to serve, prudent and extended (1411 and 642 CPC); distance, the debtor's, does not lengthen them. */
export function serviceOf({ orderedOn, servedOn, where }: OrderCase): Service {
  const ordered = givenDay('Date de l’ordonnance', orderedOn);
  const { ending, node } = knownStep(SERVE, ordered, where);
  const isExtended = ending.skipped.length > 0;
  const prudent = derived('detail', 'Signifier l’ordonnance au plus tard', 'date', [
    ending.beforeExtension,
    reason('payment-order-serve'),
    ...(isExtended ? [reason('payment-order-serve-prudent')] : []),
  ]);
  const extended = isExtended ? node : prudent;
  if (servedOn === null) return { prudent, extended, inTime: null, served: null };
  const served = givenDay('Signification', servedOn);
  const inTime = derived('at-most', 'Signification dans le délai', 'flag', [served, carried(extended)]);
  return { prudent, extended, inTime, served };
}

/** What the service starts: the debtor's time to oppose, and the wait before enforcement. */
export interface Effects {
  readonly ordinary: Explanation | null;
  readonly opposition: Explanation | null;
  /** First day after the wait, whatever the debtor did; `enforceable` is null once an opposition stops it. */
  readonly waited: Explanation | null;
  readonly enforceable: Explanation | null;
  readonly oppositionInTime: boolean | null;
  /** Whether the opposition received stops enforcement, as a `flag`; null without opposition. */
  readonly stops: Explanation | null;
  /** What the tree shows, in reading order. */
  readonly nodes: readonly Explanation[];
}

/** The event that starts the month of a service not in person: the first of the two that are known, or null. */
function lateStart({ firstActInPersonOn, firstSeizureNotifiedOn }: OrderCase): Explanation | null {
  const events: Explanation[] = [];
  if (firstActInPersonOn !== null) {
    events.push(givenDay('Premier acte signifié à personne', firstActInPersonOn));
  }
  if (firstSeizureNotifiedOn !== null) {
    events.push(givenDay('Première saisie notifiée au débiteur', firstSeizureNotifiedOn));
  }
  if (events.length < 2) return events[0] ?? null;
  return derived('earliest', 'Premier événement', 'date', [...events, reason('payment-order-first-event')]);
}

/** Until when the debtor may oppose (1416 CPC), or null while no date ends it. */
function oppositionOf(orderCase: OrderCase, ordinary: Explanation): Explanation | null {
  const label = 'Opposition possible jusqu’au';
  if (orderCase.servedInPerson) {
    return derived('detail', label, 'date', [ordinary, reason('payment-order-oppose-in-person')]);
  }
  const start = lateStart(orderCase);
  if (start === null) return null;
  const late = knownStep(OPPOSE_LATE, start, orderCase.where).node;
  return derived('latest', label, 'date', [ordinary, late]);
}

/** First day of enforcement (1422 CPC): the day after the wait of the regime of the order. */
function enforceableOf({ orderedOn, where }: OrderCase, served: Explanation): Explanation {
  const { node } = knownStep(WAIT, served, where, { regimeOn: orderedOn });
  const reasons = [
    ...(where.place === 'overseas' || where.place === 'abroad' ? [reason('payment-order-wait-distance')] : []),
    ...(isJourOuvrable(dayValue(node)) ? [] : [reason('payment-order-no-act-on-holiday')]),
  ];
  return derived('detail', 'Première date d’exécution, sauf opposition', 'date', [node, ...reasons]);
}

/** An opposition as received: whether it is in time (null while no day ends the time for it), and whether it stops. */
interface Opposed {
  readonly inTime: Explanation | null;
  readonly stops: Explanation;
}

/** The day of an opposition: for the debtor who posts it, the postmark; otherwise the day it was received. */
function madeOn(received: Explanation, posted: Day | null): Explanation {
  if (posted === null) return received;
  const postmark = givenDay('Opposition postée le', posted);
  return derived('earliest', 'Opposition formée le', 'date', [postmark, received, reason('payment-order-posted')]);
}

/**
 * An opposition stops enforcement when it is in time (1416 and 1420 CPC), and also when it is late but received before
 * enforcement could start, since the creditor then knows of it (1422). Later than both, it undoes nothing.
 */
function opposedBy(
  received: Explanation,
  posted: Day | null,
  opposition: Explanation | null,
  waited: Explanation,
): Opposed {
  const inTime =
    opposition === null
      ? null
      : derived(
          'at-most',
          posted === null ? 'Opposition reçue dans le délai' : 'Opposition formée dans le délai',
          'flag',
          [madeOn(received, posted), carried(opposition)],
        );
  const open = inTime ?? given('Délai d’opposition encore ouvert', true, 'flag');
  const early = derived('before', 'Opposition reçue avant la première date d’exécution', 'flag', [
    received,
    carried(waited),
  ]);
  return { inTime, stops: derived('any-of', 'Opposition qui arrête l’exécution', 'flag', [open, early]) };
}

function opposedReasons({ orderedOn }: OrderCase, { inTime, stops }: Opposed): readonly Explanation[] {
  const deed = reason('payment-order-deed-at-hearing');
  const isNewRegime = formatDay(orderedOn) >= deed.reference!.from!;
  const isLate = inTime !== null && !flagValue(inTime);
  return [
    ...(flagValue(stops) ? [reason('payment-order-opposed')] : [reason('payment-order-opposition-too-late')]),
    ...(isLate && flagValue(stops) ? [reason('payment-order-opposition-late')] : []),
    ...(isNewRegime ? [deed] : []),
  ];
}

/** What an order served in time starts; nothing while it is not served or when it was served too late. */
export function effectsOf(orderCase: OrderCase, { served, inTime }: Service): Effects {
  const { oppositionReceivedOn, isPersonKnown, servedInPerson, where } = orderCase;
  const none = { ordinary: null, opposition: null, waited: null, enforceable: null, oppositionInTime: null };
  if (served === null || inTime === null) return { ...none, stops: null, nodes: [] };
  if (!flagValue(inTime)) return { ...none, stops: null, nodes: [] };
  const ordinary = knownStep(OPPOSE, served, where).node;
  const opposition = oppositionOf(orderCase, ordinary);
  const open = opposition === null ? [reason('payment-order-oppose-open')] : [];
  const unknown = isPersonKnown || servedInPerson ? [] : [reason('payment-order-person-unknown')];
  const shown = [opposition ?? ordinary, ...open, ...unknown];
  const waited = enforceableOf(orderCase, served);
  const dates = { ordinary, opposition, waited };
  if (oppositionReceivedOn === null) {
    return { ...dates, enforceable: waited, oppositionInTime: null, stops: null, nodes: [...shown, waited] };
  }
  const received = givenDay(FACT_NAMES.oppositionReceivedOn, oppositionReceivedOn);
  const opposed = opposedBy(received, orderCase.oppositionPostedOn, opposition, waited);
  return {
    ...dates,
    enforceable: flagValue(opposed.stops) ? null : waited,
    oppositionInTime: opposed.inTime === null ? null : flagValue(opposed.inTime),
    stops: opposed.stops,
    nodes: [...shown, waited, opposed.stops, ...opposedReasons(orderCase, opposed)],
  };
}
