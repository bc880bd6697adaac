import {
  type CourtKind,
  type Day,
  day,
  type Explanation,
  type Outcome,
  type PaymentOrderValue,
  paymentOrder,
  type Refusal,
} from '@acquit/law';
import {
  answered,
  appointment,
  type ClockRule,
  clocksFrom,
  clocksOf,
  eventDay,
  findNode,
  hearingClock,
  nodeNamed,
  together,
  toVerify,
} from '../engine/clocks.ts';
import { dayOf } from '../engine/faults.ts';
import type { Clock } from '../engine/machine.ts';
import type { Seen } from '../engine/seen.ts';
import { JUDGMENT_CLOCKS, JUDGMENT_DATES } from './judgment.ts';

/** The dates of a payment order, all from the rules of the law. */

const COMMERCIAL: readonly CourtKind[] = ['commercial', 'economic', 'commercial-or-economic', 'mixed-commercial'];

/** Whether the fee of art. 1425 CPC is due: before a commercial court, and nowhere else for certain. */
export function paysFee(court: CourtKind | null): boolean {
  return court !== null && COMMERCIAL.includes(court);
}

/** The answers of the law to the same events, asked by the dates, the state, the title and the doubts of one life. */
const answers = new WeakMap<Seen, Outcome<PaymentOrderValue>>();

/** What the law says of the order by the events told. Null before any order. */
export function orderDates(seen: Seen): Outcome<PaymentOrderValue> | null {
  const kept = answers.get(seen);
  if (kept !== undefined) return kept;
  const outcome = askOrder(seen, {});
  if (outcome !== null) answers.set(seen, outcome);
  return outcome;
}

/** The postmark of the opposition, when it was noted. */
function postedOn(seen: Seen): Day | null {
  const opposed = seen.last('opposed');
  return opposed === null ? null : dayOf(opposed.values, 'postedOn');
}

/** The same on a day, or as if nobody had opposed the order. */
export function askOrder(
  seen: Seen,
  { withoutOpposition = false, on = null }: { withoutOpposition?: boolean; on?: Day | null },
): Outcome<PaymentOrderValue> | null {
  const orderedOn = seen.firstOn(['granted', 'partly-granted']);
  if (orderedOn === null) return null;
  const { debtorPlace, territory } = seen.facts;
  const isFree = withoutOpposition || seen.has('opposition-withdrawn');
  const known = seen.dated({
    servedOn: seen.on('served'),
    firstActInPersonOn: seen.on('act-in-person'),
    firstSeizureNotifiedOn: seen.on('seizure-notified'),
    oppositionReceivedOn: isFree ? null : seen.on('opposed'),
    oppositionPostedOn: isFree ? null : postedOn(seen),
    feeLetterPostedOn: seen.on('opposition-fee-asked'),
    oppositionNotifiedOn: seen.on('lawyer-asked'),
    on,
  });
  return paymentOrder({
    orderedOn: seen.dated({ orderedOn }).orderedOn!,
    ...known,
    ...(seen.has('served') ? { servedInPerson: seen.text('served', 'manner') === 'person' } : {}),
    place: debtorPlace,
    ...(territory === undefined || debtorPlace !== 'overseas' ? {} : { territory }),
  });
}

/** A date told by a tree of the law rather than by a list of steps: its figure, its article and its effect are there. */
function clockOf(
  tree: Explanation,
  label: string,
  clock: Omit<Clock, 'label' | 'effect' | 'article' | 'confidence' | 'explanation' | 'beforeExtended'> & {
    beforeExtended?: Clock['beforeExtended'];
  },
): Clock {
  const explanation = nodeNamed(tree, label);
  const reference = findNode(explanation, ({ operation }) => operation === 'parameter')!.reference!;
  const effect = explanation.inputs.find(({ operation }) => operation === 'because');
  const { article, confidence } = reference;
  return { beforeExtended: null, ...clock, label, effect: effect!.label, article, confidence, explanation };
}

/** Which of the acts after a service not made in person came first: it starts the late month. */
function lateStart(seen: Seen): string {
  return seen.events.find(({ kind }) => kind === 'act-in-person' || kind === 'seizure-notified')!.kind;
}

/** The service, the opposition and the wait: the dates that the order itself and its service start. */
function mainClocks(seen: Seen, value: PaymentOrderValue, tree: Explanation): readonly Clock[] {
  const ordered = seen.last('granted') ?? seen.last('partly-granted')!;
  const served = seen.on('served');
  const clocks: Clock[] = [
    {
      ...clockOf(tree, 'Signifier l’ordonnance au plus tard', {
        what: 'serve',
        startedBy: ordered.kind,
        startedOn: ordered.on,
        before: day(value.serveBefore),
        beforeExtended: value.serveBeforeExtended === undefined ? null : day(value.serveBeforeExtended),
        notBefore: null,
        whose: 'ours',
        doneBy: ['served'],
        mootBy: ['partial-abandoned'],
        forgivenBy: [],
      }),
      label: 'Signifier l’ordonnance au débiteur',
    },
  ];
  if (served === null) return clocks;
  const fromService = { startedBy: 'served', startedOn: served };
  const until = {
    notBefore: null,
    whose: 'theirs',
    doneBy: ['opposed'],
    madeOn: postedOn(seen),
    mootBy: [],
    forgivenBy: [],
  } as const;
  if (value.ordinaryOppositionUntil !== null) {
    const before = day(value.ordinaryOppositionUntil);
    const label = 'Opposition dans le mois de la signification';
    clocks.push(clockOf(tree, label, { what: 'oppose', ...fromService, before, ...until }));
  }
  if (value.oppositionUntil !== null && seen.text('served', 'manner') !== 'person') {
    const startedBy = lateStart(seen);
    const label = 'Opposition après le premier acte à personne ou la première saisie';
    const start = { startedBy, startedOn: seen.on(startedBy)! };
    clocks.push(clockOf(tree, label, { what: 'oppose-late', ...start, before: day(value.oppositionUntil), ...until }));
  }
  if (value.enforceableFrom !== null) {
    const notBefore = day(value.enforceableFrom);
    const wait = {
      what: 'wait',
      whose: 'wait',
      before: null,
      notBefore,
      doneBy: [],
      mootBy: [],
      forgivenBy: [],
    } as const;
    clocks.push(clockOf(tree, 'Attente avant exécution', { ...fromService, ...wait }));
  }
  return clocks;
}

const SUIT_RULES: readonly ClockRule[] = [
  {
    what: 'pay-opposition-fee',
    startedBy: 'opposition-fee-asked',
    whose: 'ours',
    doneBy: ['opposition-fee-paid'],
    mootBy: ['opposition-withdrawn'],
    forgivenBy: ['lapse-lifted'],
  },
  {
    what: 'appoint-lawyer',
    startedBy: 'lawyer-asked',
    whose: 'ours',
    doneBy: ['lawyer-appointed'],
    mootBy: ['opposition-withdrawn'],
  },
  {
    what: 'opposition-notice',
    startedBy: 'opposed',
    whose: 'theirs',
    doneBy: ['opposition-notice'],
    mootBy: ['hearing-set', 'lawyer-asked'],
    when: (seen) => seen.facts.court !== null && !paysFee(seen.facts.court),
  },
];

/** The deed of service is due at the hearing for the orders that the law says so of: the tree holds that reason. */
function deedClock(seen: Seen, tree: Explanation): readonly Clock[] {
  const reason = findNode(tree, ({ reference }) => reference?.article === '1418 CPC');
  const fixed = seen.last('hearing-set');
  if (reason === null || fixed === null) return [];
  const says = { what: 'file-deed', label: 'Produire l’acte de signification à l’audience' };
  const { article, confidence } = reason.reference!;
  const start = { startedBy: 'hearing-set', startedOn: fixed.on, on: dayOf(fixed.values, 'hearingOn')! };
  const effect = 'Acte de signification non produit à l’audience → demandes irrecevables';
  return [appointment(start, { ...says, article, confidence, effect }, ['deed-filed'])];
}

/** The fee of the request; where it is not certain that one is due, the date is only shown. */
function requestClocks(seen: Seen): readonly Clock[] | Refusal {
  const { court } = seen.facts;
  const isDue = paysFee(court);
  const fee: ClockRule = {
    what: 'pay-registry-fee',
    startedBy: 'filed',
    whose: 'ours',
    doneBy: seen.flag('filed', 'feePaid') ? ['filed'] : ['fee-paid'],
    mootBy: ['granted', 'partly-granted', 'rejected'],
    forgivenBy: ['lapse-lifted'],
    when: () => isDue || court === null || court === 'commercial-chamber',
  };
  const relief: ClockRule = {
    what: 'ask-lapse-relief',
    startedBy: 'lapse-decided',
    whose: 'ours',
    doneBy: ['relief-asked'],
    mootBy: ['lapse-lifted'],
  };
  const dates = { filed: eventDay('filed'), 'lapse-decided': eventDay('lapse-decided') };
  const clocks = clocksOf(seen, 'payment-order-request', dates, [fee, relief]);
  if ('code' in clocks || isDue) return clocks;
  const fees = clocks.filter(({ what }) => what === 'pay-registry-fee');
  return [...toVerify(fees), ...clocks.filter((clock) => !fees.includes(clock))];
}

/** Every date of a payment order that the events have started. */
export function orderClocks(seen: Seen): readonly Clock[] | Refusal {
  const outcome = orderDates(seen);
  const ofOrder =
    outcome === null
      ? []
      : answered(outcome, (value, tree) => [
          ...mainClocks(seen, value, tree),
          ...clocksFrom(seen, SUIT_RULES, value.steps, tree),
          ...deedClock(seen, tree),
        ]);
  return together(
    requestClocks(seen),
    ofOrder,
    hearingClock(seen, { article: '1419 CPC', confidence: 'A' }, [
      'judgment',
      'nobody-appeared',
      'opposition-withdrawn',
    ]),
    clocksOf(seen, 'assignation', JUDGMENT_DATES, JUDGMENT_CLOCKS),
  );
}
