import { addDays, type Day, daysBetween, formatDay, frenchDate, isJourOuvre } from '@acquit/law';
import { paymentRunName } from '../customers/payment-run.ts';
import { days, fr, s } from '../texts/typography.ts';
import type { PaymentRun } from '../views/customers.ts';
import { type Curve, curveOf, delayOfShare, unpaidAfter } from './curve.ts';
import { habitOf, nearestPaymentDay } from './habit.ts';
import { HISTORY_LENGTH, knownOn, lagsOn } from './history.ts';
import type { PaidInvoice, Prediction, PredictionBasis, ScoreReason } from './model.ts';
import { type Peers, peerGroupName } from './peers.ts';

/** The peers count for so many invoices of the customer's own; chosen on made books other than the one published. */
const PEER_INVOICES = 2;
/** Below so many invoices of his own, the screen says that little is known. */
const THIN_HISTORY = 5;
const EARLY_SHARE = 0.1;
const MIDDLE_SHARE = 0.5;
const LATE_SHARE = 0.9;

export interface PredictionOrder {
  dueOn: Day;
  /** The day of the prediction; whatever happened after it is left out. */
  on: Day;
  /** The customer's invoices; the one predicted among them or not. */
  history: readonly PaidInvoice[];
  peers: Peers | null;
  /** The payment days a person has entered for this customer. */
  paymentRun: PaymentRun | null;
  /** True: the invoice is open on that day, which already tells something. False: as on the day it was made. */
  stillOpen: boolean;
}

/**
 * When one invoice should be paid and how likely it is to be late, from the delays of this customer's invoices known on
 * the day, leaning on comparable customers of the company where they are few; of invoices open so long, only those that
 * were still open as long count. The date is brought to the customer's payment day, or to a day when banks are open.
 */
export function predictPayment(order: PredictionOrder): Prediction {
  const { dueOn, on, peers, stillOpen } = order;
  const known = latest(knownOn(order.history, on));
  const lags = lagsOn(known, on);
  const own = lags.reduce((sum, lag) => sum + lag.weight, 0);
  if (own === 0 && peers === null) return unknown(dueOn, on, stillOpen);
  const curve = curveOf(lags, peers && { curve: peers.curve, weight: PEER_INVOICES });
  const after = stillOpen ? daysBetween(dueOn, on) - 1 : Number.NEGATIVE_INFINITY;
  const reasons = sourceReasons(known, own, peers);
  if (after >= 0) reasons.push(survivalReason(after + 1));
  const placed = placeOf(order, known);
  const raw = delayOfShare(curve, MIDDLE_SHARE, after);
  const predictedOn = raw === null ? null : placed.day(addDays(dueOn, raw));
  if (predictedOn === null) reasons.push(noEndReason());
  else if (placed.reason) reasons.push(placed.reason(daysBetween(addDays(dueOn, raw!), predictedOn)));
  const dayOf = (share: number) => {
    const delay = delayOfShare(curve, share, after);
    return delay === null ? null : placed.day(addDays(dueOn, delay));
  };
  return {
    lateProbability: lateProbability(curve, after),
    predictedOn,
    earliestOn: dayOf(EARLY_SHARE),
    latestOn: dayOf(LATE_SHARE),
    basis: basisOf(known.length, peers),
    reasons,
  };
}

/** The latest due invoices, at most as many as a habit needs. */
function latest(known: readonly PaidInvoice[]): PaidInvoice[] {
  return [...known].sort((a, b) => b.dueOn - a.dueOn).slice(0, HISTORY_LENGTH);
}

/** Paid after the due date, given that it is unpaid at the end of day `after`: certain once that day is past. */
function lateProbability(curve: Curve, after: number): number | null {
  if (after >= 0) return 1;
  const before = unpaidAfter(curve, after);
  return before <= 0 ? null : unpaidAfter(curve, 0) / before;
}

function basisOf(own: number, peers: Peers | null): PredictionBasis {
  if (own === 0) return 'peers';
  return peers === null || own >= THIN_HISTORY ? 'own' : 'mixed';
}

function unknown(dueOn: Day, on: Day, stillOpen: boolean): Prediction {
  return {
    lateProbability: stillOpen && on > dueOn ? 1 : null,
    predictedOn: null,
    earliestOn: null,
    latestOn: null,
    basis: 'none',
    reasons: [
      {
        code: 'NothingKnown',
        message: fr`Aucune facture échue de ce client, et trop peu de vos autres clients, pour prévoir un paiement.`,
        weight: fr`décisif`,
      },
    ],
  };
}

const percent = (share: number) => fr`${Math.round(share * 100)} %`;

function sourceReasons(known: readonly PaidInvoice[], own: number, peers: Peers | null): ScoreReason[] {
  const reasons: ScoreReason[] = [];
  const total = own + (peers ? PEER_INVOICES : 0);
  if (known.length > 0) {
    const late = known.filter((one) => one.settledOn === null || one.settledOn > one.dueOn).length;
    const since = frenchDate(known.at(-1)!.dueOn);
    reasons.push({
      code: 'OwnHistory',
      message: fr`${known.length} facture${s(known.length)} de ce client échue${s(known.length)} depuis le ${since}, dont ${late} payée${s(late)} ou encore due${s(late)} en retard.`,
      weight: percent(own / total),
    });
  }
  if (known.length < THIN_HISTORY)
    reasons.push({
      code: 'ThinHistory',
      message: fr`Historique court : la fourchette est large, prenez ces dates pour un ordre de grandeur.`,
      weight: fr`prudence`,
    });
  if (peers)
    reasons.push({
      code: 'Peers',
      message: fr`${peers.invoices} factures de ${peers.customers} autres clients à vous (${peerGroupName(peers.group)}).`,
      weight: percent(PEER_INVOICES / total),
    });
  return reasons;
}

function survivalReason(late: number): ScoreReason {
  return {
    code: 'StillOpen',
    message: fr`Déjà ${days(late)} de retard : seules comptent les factures restées dues aussi longtemps.`,
    weight: fr`décisif`,
  };
}

function noEndReason(): ScoreReason {
  return {
    code: 'RarelyPaid',
    message: fr`Plus de la moitié des factures restées dues aussi longtemps n’étaient toujours pas payées : aucune date n’est avancée.`,
    weight: fr`décisif`,
  };
}

/** How days are brought to those on which this customer, or any bank, pays. */
function placeOf(
  { on, paymentRun, stillOpen }: PredictionOrder,
  known: readonly PaidInvoice[],
): { day: (to: Day) => Day; reason: ((moved: number) => ScoreReason) | null } {
  const from = stillOpen ? on : (Number.MIN_SAFE_INTEGER as Day);
  const moved = (by: number) => (by === 0 ? fr`confirme` : fr`${by > 0 ? '+' : '−'} ${days(Math.abs(by))}`);
  if (paymentRun)
    return {
      day: (to) => nearestPaymentDay(paymentRun, to, from),
      reason: (by) => ({
        code: 'PaymentRun',
        message: fr`Ce client paie ${paymentRunName(paymentRun)}, d’après sa fiche.`,
        weight: moved(by),
      }),
    };
  const habit = habitOf(known);
  if (habit)
    return {
      day: (to) => nearestPaymentDay(habit.run, to, from),
      reason: (by) => ({
        code: 'PaymentHabit',
        message: fr`Ce client paie ${paymentRunName(habit.run)} : constaté ${habit.seen} jours de paiement sur ${habit.of}.`,
        weight: moved(by),
      }),
    };
  return { day: nextWorkingDay, reason: null };
}

function nextWorkingDay(on: Day): Day {
  let open = on;
  while (!isJourOuvre(open)) open = addDays(open, 1);
  return open;
}

/** The prediction as it travels: days as text. */
export function writtenPrediction(prediction: Prediction) {
  const iso = (on: Day | null) => on && formatDay(on);
  return {
    lateProbability: prediction.lateProbability,
    predictedOn: iso(prediction.predictedOn),
    earliestOn: iso(prediction.earliestOn),
    latestOn: iso(prediction.latestOn),
    basis: prediction.basis,
    reasons: prediction.reasons,
  };
}
