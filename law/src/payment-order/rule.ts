import { formatDay, frenchDate, type IsoDate } from '../calendar/index.ts';
import type { Step } from '../deadline/index.ts';
import { derived, type Outcome } from '../explain/index.ts';
import { reason, valueOn } from '../parameters/index.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { clocksOf } from './clocks.ts';
import { type OrderCase, type PaymentOrderInput, readCase } from './input.ts';
import { effectsOf, serviceOf } from './service.ts';
import { type PaymentOrderState, stateOf } from './state.ts';

export interface PaymentOrderValue {
  /** Prudent last day to serve the order: not extended by a week-end or a holiday. */
  readonly serveBefore: IsoDate;
  /** The same with the extension of 642 CPC, when it differs. */
  readonly serveBeforeExtended?: IsoDate;
  /** Last day for the debtor to oppose; null while no service, or no event after a service not in person, starts it. */
  readonly oppositionUntil: IsoDate | null;
  /** Last day of the ordinary month of opposition, which every service starts; null while not served. */
  readonly ordinaryOppositionUntil: IsoDate | null;
  /** First day on which enforcement may start; null while not served, when served too late, once an opposition stops it. */
  readonly enforceableFrom: IsoDate | null;
  /** By the facts alone; on the day `on` when the input gives it. */
  readonly state: PaymentOrderState;
  /** Not served in person: the debtor may still oppose after the ordinary month. */
  readonly lateOppositionPossible: boolean;
  /** Whether the opposition came in time; absent without opposition, null while no date ends the time for it. */
  readonly oppositionInTime?: boolean | null;
  /** Fee, lawyer, lapse: the clocks whose starting fact is given. */
  readonly steps: readonly Step[];
}

function regimeRefusal({ orderedOn }: OrderCase): Refusal | null {
  if (valueOn('payment-order-service', orderedOn) !== null) return null;
  const message =
    `L’ordonnance du ${frenchDate(orderedOn)} relève du régime antérieur au 1er mars 2022, qui n’est pas calculé\u00a0: ` +
    'la formule exécutoire devait être demandée au greffe dans le mois suivant le délai d’opposition, ' +
    'sinon l’ordonnance est non avenue. Vérifiez avec le greffe ou un commissaire de justice.';
  return refuse('PaymentOrderRegimeNotServed', message, { field: 'orderedOn', value: formatDay(orderedOn) });
}

/**
 * The dates of a payment order (1405 to 1425 CPC), by the regime of the day it is dated: until when to serve it, until
 * when the debtor may oppose, from when it may be enforced, and its state. Refuses a malformed input (see `readCase`)
 * and an order of before March 2022 (`PaymentOrderRegimeNotServed`).
 */
export function paymentOrder(input: PaymentOrderInput): Outcome<PaymentOrderValue> {
  const orderCase = readCase(input);
  if ('code' in orderCase) return { refusal: orderCase };
  const refusal = regimeRefusal(orderCase);
  if (refusal !== null) return { refusal };
  const service = serviceOf(orderCase);
  const effects = effectsOf(orderCase, service);
  const state = stateOf(orderCase, service, effects);
  const clocks = clocksOf(orderCase);
  const { prudent, extended } = service;
  const { opposition, ordinary, enforceable, oppositionInTime } = effects;
  const value: PaymentOrderValue = {
    serveBefore: String(prudent.value),
    ...(prudent === extended ? {} : { serveBeforeExtended: String(extended.value) }),
    oppositionUntil: opposition === null ? null : String(opposition.value),
    ordinaryOppositionUntil: ordinary === null ? null : String(ordinary.value),
    enforceableFrom: enforceable === null ? null : String(enforceable.value),
    state: state.state,
    lateOppositionPossible: state.lateOppositionPossible,
    ...(orderCase.oppositionReceivedOn === null ? {} : { oppositionInTime }),
    steps: clocks.map(({ step }) => step),
  };
  const nodes = [...new Set([prudent, extended]), ...effects.nodes, state.node, ...clocks.map(({ node }) => node)];
  const explanation = derived('list', 'Injonction de payer', 'text', [reason('payment-order-regime'), ...nodes]);
  return { value, explanation };
}
