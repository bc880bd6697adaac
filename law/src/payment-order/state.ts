import type { Day } from '../calendar/index.ts';
import { carried, dayValue, derived, type Explanation, flagValue, given, givenDay } from '../explain/index.ts';
import { quoted } from '../refusal.ts';
import type { OrderCase } from './input.ts';
import type { Effects, Service } from './service.ts';

/** The states of an order, as a tree says them. */
const STATE_WORDS = {
  'to-serve': 'à signifier',
  'void-not-served': 'non avenue, faute de signification dans le délai',
  'served-person': 'signifiée à personne',
  'served-other': 'signifiée autrement qu’à personne',
  opposed: 'frappée d’opposition',
  wait: 'signifiée, attente avant exécution',
  enforceable: 'exécutoire',
} as const;
export type PaymentOrderState = keyof typeof STATE_WORDS;
const STATES = Object.keys(STATE_WORDS) as readonly PaymentOrderState[];

interface Branch {
  readonly condition: Explanation;
  readonly state: PaymentOrderState;
}

function word(label: string, state: PaymentOrderState): Explanation {
  return given(label, STATE_WORDS[state], 'text');
}

/** The first state whose condition is met, as nested choices, so that the tree shows each condition tried. */
function decided(branches: readonly Branch[], otherwise: PaymentOrderState): Explanation {
  const last = word('État sinon', otherwise);
  return branches.reduceRight((no, { condition, state }, i) => {
    const tried = quoted(condition.label);
    const label = i === 0 ? 'État de l’ordonnance' : `État sinon, selon ${tried}`;
    return derived('choose', label, 'text', [condition, word(`État si ${tried}`, state), no]);
  }, last);
}

/** The state that a node of words tells. */
function stateSaid({ value }: Explanation): PaymentOrderState {
  return STATES.find((state) => STATE_WORDS[state] === value)!;
}

/** Whether a fact has happened on the day of the question, or at all when no day is asked for. */
function hasHappened(fact: Day | null, on: Day | null): boolean {
  return fact !== null && (on === null || fact <= on);
}

/** Strictly after the last day, on the day of the question; no without such a day. */
function isPast(label: string, last: Explanation, asked: Explanation | null): Explanation {
  return asked === null ? given(label, false, 'flag') : derived('before', label, 'flag', [last, asked]);
}

function unserved({ extended }: Service, asked: Explanation | null): Explanation {
  const condition = isPast('Délai de signification passé', carried(extended), asked);
  return decided([{ condition, state: 'void-not-served' }], 'to-serve');
}

function served(orderCase: OrderCase, inTime: Explanation, effects: Effects, asked: Explanation | null): Explanation {
  const isReceived = hasHappened(orderCase.oppositionReceivedOn, orderCase.on);
  const opposed = isReceived && effects.stops !== null ? carried(effects.stops) : null;
  const branches: Branch[] = [
    { condition: derived('none-of', 'Signification tardive', 'flag', [inTime]), state: 'void-not-served' },
    { condition: opposed ?? given('Opposition déjà reçue', false, 'flag'), state: 'opposed' },
  ];
  if (asked !== null && effects.waited !== null) {
    const condition = derived('at-most', 'Attente terminée', 'flag', [carried(effects.waited), asked]);
    return decided([...branches, { condition, state: 'enforceable' }], 'wait');
  }
  const inPerson = given('Remise à personne', orderCase.servedInPerson, 'flag');
  return decided([...branches, { condition: inPerson, state: 'served-person' }], 'served-other');
}

/** The state of an order and whether a late opposition remains possible. */
export interface StateFound {
  readonly state: PaymentOrderState;
  readonly lateOppositionPossible: boolean;
  readonly node: Explanation;
}

/** The state by the facts known on the day `on`, or by all the facts when no day is asked for. */
export function stateOf(orderCase: OrderCase, service: Service, effects: Effects): StateFound {
  const { on, servedOn, servedInPerson } = orderCase;
  const asked = on === null ? null : givenDay('Jour de la question', on);
  const isServed = hasHappened(servedOn, on);
  const node = isServed ? served(orderCase, service.inTime!, effects, asked) : unserved(service, asked);
  const state = stateSaid(node);
  const isLive = isServed && flagValue(service.inTime!) && state !== 'opposed';
  const end = effects.opposition;
  const isOpen = end === null || on === null || on <= dayValue(end);
  return { state, lateOppositionPossible: isLive && !servedInPerson && isOpen, node };
}
