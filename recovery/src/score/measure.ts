import { addDays, type Day, daysBetween, formatDay, parseDay } from '@acquit/law';
import type { Profile } from '../model/facts.ts';
import type { PaymentRun } from '../views/customers.ts';
import type { PaidInvoice } from './model.ts';
import { type PeerGroup, type Peers, peerGroupOf, peersOf } from './peers.ts';
import { predictPayment } from './predict.ts';

/** A customer of a book that is measured, with all the invoices he ever had. */
export interface MeasuredCustomer {
  profile: Profile;
  paymentRun: PaymentRun | null;
  invoices: readonly PaidInvoice[];
}

/** How right one way of predicting was. */
export interface Accuracy {
  /** Mean squared gap between the probability told and what came (1 late, 0 not): 0 is perfect, 0.25 is a tossed coin. */
  brier: number;
  /** Mean gap in days between the day told and the day of payment, over the invoices that every way gives a day for. */
  errorDays: number;
}

/** Of the invoices told to be late with about this probability, how many were. */
export interface ReliabilityBand {
  from: number;
  to: number;
  invoices: number;
  told: number;
  seen: number;
}

/** The prediction beside two plain ones, on the company's own past; null figures when there is nothing to measure. */
export interface ScoreMeasure {
  from: string;
  until: string;
  /** Invoices that came due in the period, and those of them paid since. */
  invoices: number;
  paid: number;
  /** Invoices compared by date: paid, and given a day by all three ways. */
  dated: number;
  model: Accuracy | null;
  /** Due date and mean delay of all the company's customers. */
  companyMean: Accuracy | null;
  /** Due date and mean delay of the customer, of the company where he has none. */
  customerMean: Accuracy | null;
  reliability: ReliabilityBand[];
  /** Share of payments that fell within the interval said to hold eight in ten. */
  within: number | null;
  /** False when too few invoices came due for the figures to mean much. */
  enough: boolean;
}

/** Fewest invoices that a measure is worth reading from. */
const LEAST_INVOICES = 100;
/** Customers whose habits stand for their group: more change nothing and cost. */
export const PEER_CUSTOMERS = 400;
const YEAR_DAYS = 365;
const BANDS = 10;

/** Delays of what had come due and share of it late, as a person with a pocket calculator would have it. */
interface Plain {
  delaySum: number;
  paid: number;
  late: number;
  due: number;
}

/** What is known of the whole company at the start of a month: a little less than on a day of it, never more. */
interface MonthKnowledge {
  plain: Plain;
  peers: (profile: Profile, invoices: readonly PaidInvoice[]) => Peers | null;
}

/**
 * Predicts each invoice that came due in the period from what was known on its due date of all others, as if it had just
 * been made, and compares with what came: lateness for all of them, the day for those paid since. At most `most`
 * invoices, the latest due.
 */
export function measureScore(
  customers: readonly MeasuredCustomer[],
  period: { from: Day; until: Day },
  most: number,
): ScoreMeasure {
  const judged = customers
    .flatMap((customer) => customer.invoices.map((invoice) => ({ customer, invoice })))
    .filter(({ invoice }) => invoice.dueOn >= period.from && invoice.dueOn < period.until)
    .sort((a, b) => b.invoice.dueOn - a.invoice.dueOn)
    .slice(0, most);
  const months = new Map<string, MonthKnowledge>();
  const tally = new Tally();
  for (const { customer, invoice } of judged) {
    const month = formatDay(invoice.dueOn).slice(0, 7);
    const knowledge = months.get(month) ?? knowledgeAt(customers, parseDay(`${month}-01`)!);
    months.set(month, knowledge);
    tally.add(customer, invoice, knowledge, period.until);
  }
  return tally.result(period);
}

function knowledgeAt(customers: readonly MeasuredCustomer[], on: Day): MonthKnowledge {
  const groups = new Map<PeerGroup, (readonly PaidInvoice[])[]>();
  const all: (readonly PaidInvoice[])[] = [];
  const plain: Plain = { delaySum: 0, paid: 0, late: 0, due: 0 };
  for (const { profile, invoices } of customers) {
    addPlain(plain, invoices, on);
    const group = peerGroupOf(profile, billedBefore(invoices, on));
    const members = groups.get(group) ?? [];
    groups.set(group, members);
    if (members.length < PEER_CUSTOMERS) members.push(invoices);
    if (all.length < PEER_CUSTOMERS) all.push(invoices);
  }
  const known = new Map<PeerGroup, Peers | null>();
  let everybody: Peers | null | undefined;
  return {
    plain,
    peers(profile, invoices) {
      const group = peerGroupOf(profile, billedBefore(invoices, on));
      if (!known.has(group)) known.set(group, peersOf(group, groups.get(group) ?? [], on));
      if (everybody === undefined) everybody = peersOf('all', all, on);
      return known.get(group) ?? everybody;
    },
  };
}

function billedBefore(invoices: readonly PaidInvoice[], on: Day): number {
  const start = addDays(on, -YEAR_DAYS);
  return invoices.reduce((sum, one) => (one.dueOn >= start && one.dueOn < on ? sum + one.amountCents : sum), 0);
}

function addPlain(plain: Plain, invoices: readonly PaidInvoice[], on: Day, except?: PaidInvoice): void {
  for (const one of invoices) {
    if (one.dueOn > on || one === except) continue;
    plain.due += 1;
    const paid = one.settledOn !== null && one.settledOn <= on;
    if (paid) {
      plain.paid += 1;
      plain.delaySum += daysBetween(one.dueOn, one.settledOn!);
    }
    if (paid ? one.settledOn! > one.dueOn : one.dueOn < on) plain.late += 1;
  }
}

const WAYS = ['model', 'companyMean', 'customerMean'] as const;
type Way = (typeof WAYS)[number];

/** One way's answer for one invoice. */
interface Told {
  late: number | null;
  delay: number | null;
}

class Tally {
  #invoices = 0;
  #paid = 0;
  #scored = 0;
  #dated = 0;
  #within = 0;
  #bounded = 0;
  readonly #squares: Record<Way, number> = { model: 0, companyMean: 0, customerMean: 0 };
  readonly #errors: Record<Way, number> = { model: 0, companyMean: 0, customerMean: 0 };
  readonly #bands = Array.from({ length: BANDS }, () => ({ invoices: 0, told: 0, seen: 0 }));

  add(customer: MeasuredCustomer, invoice: PaidInvoice, { plain, peers }: MonthKnowledge, until: Day): void {
    const { dueOn: on } = invoice;
    const settledOn = invoice.settledOn !== null && invoice.settledOn <= until ? invoice.settledOn : null;
    this.#invoices += 1;
    if (settledOn !== null) this.#paid += 1;
    const history = customer.invoices.filter((one) => one !== invoice);
    const prediction = predictPayment({
      dueOn: on,
      on,
      history,
      peers: peers(customer.profile, history),
      paymentRun: customer.paymentRun,
      stillOpen: false,
    });
    const own: Plain = { delaySum: 0, paid: 0, late: 0, due: 0 };
    addPlain(own, history, on);
    const company = plainly(plain);
    const his = plainly(own);
    const told: Record<Way, Told> = {
      model: {
        late: prediction.lateProbability,
        delay: prediction.predictedOn === null ? null : daysBetween(on, prediction.predictedOn),
      },
      companyMean: company,
      customerMean: { late: his.late ?? company.late, delay: his.delay ?? company.delay },
    };
    this.#lateness(told, settledOn === null || settledOn > on);
    if (settledOn === null) return;
    this.#date(told, daysBetween(on, settledOn));
    const { earliestOn, latestOn } = prediction;
    if (earliestOn === null) return;
    this.#bounded += 1;
    if (earliestOn <= settledOn && (latestOn === null || settledOn <= latestOn)) this.#within += 1;
  }

  #lateness(told: Record<Way, Told>, late: boolean): void {
    if (WAYS.some((way) => told[way].late === null)) return;
    this.#scored += 1;
    const came = late ? 1 : 0;
    for (const way of WAYS) this.#squares[way] += (told[way].late! - came) ** 2;
    const probability = told.model.late!;
    const band = this.#bands[Math.min(Math.floor(probability * BANDS), BANDS - 1)]!;
    band.invoices += 1;
    band.told += probability;
    band.seen += came;
  }

  #date(told: Record<Way, Told>, delay: number): void {
    if (WAYS.some((way) => told[way].delay === null)) return;
    this.#dated += 1;
    for (const way of WAYS) this.#errors[way] += Math.abs(told[way].delay! - delay);
  }

  result({ from, until }: { from: Day; until: Day }): ScoreMeasure {
    const accuracy = (way: Way): Accuracy | null =>
      this.#scored === 0 || this.#dated === 0
        ? null
        : { brier: this.#squares[way] / this.#scored, errorDays: this.#errors[way] / this.#dated };
    return {
      from: formatDay(from),
      until: formatDay(until),
      invoices: this.#invoices,
      paid: this.#paid,
      dated: this.#dated,
      model: accuracy('model'),
      companyMean: accuracy('companyMean'),
      customerMean: accuracy('customerMean'),
      reliability: this.#bands.flatMap((band, index) =>
        band.invoices === 0
          ? []
          : [
              {
                from: index / BANDS,
                to: (index + 1) / BANDS,
                invoices: band.invoices,
                told: band.told / band.invoices,
                seen: band.seen / band.invoices,
              },
            ],
      ),
      within: this.#bounded === 0 ? null : this.#within / this.#bounded,
      enough: this.#scored >= LEAST_INVOICES,
    };
  }
}

function plainly({ delaySum, paid, late, due }: Plain): Told {
  return { late: due === 0 ? null : late / due, delay: paid === 0 ? null : Math.round(delaySum / paid) };
}
