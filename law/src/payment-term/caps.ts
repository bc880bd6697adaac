import { civilOf } from '../calendar/index.ts';
import { derived, type Explanation } from '../explain/index.ts';
import { type ArticleKey, parameterNode, reason, type SeriesName, valueOn } from '../parameters/index.ts';
import { deliveryNode, invoiceNode, termEnd } from './counting.ts';
import type { MonthEndMethod, Sector, TermCase } from './input.ts';

/** From when a cap is counted. */
type CapStart = 'invoice' | 'delivery' | 'ten-days' | 'delivery-month';

/** The longest term that may be agreed: net, « fin de mois », or either; and the article that says so. */
export interface Cap {
  readonly why: ArticleKey;
  readonly net: SeriesName | null;
  readonly monthEnd: SeriesName | null;
  readonly start: CapStart;
  /** Days added to the cap. */
  readonly extra: SeriesName | null;
  /** Whether the text caps every term, agreed or not (L441-11 II 1° to 5°), or the agreed ones only. */
  readonly capsSilence: boolean;
}

/** A cap from the issue of the invoice on agreed terms only; each trade says what differs. */
const PLAIN = { net: null, monthEnd: null, start: 'invoice', extra: null, capsSilence: false } as const;

const NET: Cap = { ...PLAIN, why: 'payment-term-net', net: 'payment-term-cap' };
const ORDINARY: Cap = { ...NET, monthEnd: 'payment-term-cap-month-end' };
const PERIODIC: Cap = { ...PLAIN, why: 'payment-term-periodic', net: 'payment-term-cap-periodic' };

const PERISHABLE: Cap = {
  ...PLAIN,
  why: 'payment-term-sector-perishable',
  net: 'payment-term-perishable',
  start: 'delivery',
  capsSilence: true,
};

/** The caps of the trades that do not depend on the invoice (L441-11 II C. com.). */
const SECTOR_CAPS: Record<Exclude<Sector, 'perishable' | 'seasonal' | 'toys' | 'export'>, Cap> = {
  cattle: { ...PERISHABLE, why: 'payment-term-sector-cattle', net: 'payment-term-cattle' },
  spirits: {
    ...PERISHABLE,
    why: 'payment-term-sector-spirits',
    net: 'payment-term-spirits',
    start: 'delivery-month',
  },
  transport: {
    ...PLAIN,
    why: 'payment-term-sector-transport',
    net: 'payment-term-transport',
    capsSilence: true,
  },
  wine: {
    ...PLAIN,
    why: 'payment-term-sector-wine',
    net: 'payment-term-wine',
    monthEnd: 'payment-term-wine-month-end',
    capsSilence: true,
  },
  'gardening-machines': {
    ...PLAIN,
    why: 'payment-term-sector-gardening-machines',
    monthEnd: 'payment-term-gardening-month-end',
  },
  'farm-machines': { ...PLAIN, why: 'payment-term-sector-farm-machines', monthEnd: 'payment-term-farm-month-end' },
  'snow-sports': { ...ORDINARY, why: 'payment-term-sector-snow-sports', extra: 'payment-term-snow-extra' },
  leather: { ...PLAIN, why: 'payment-term-sector-leather', monthEnd: 'payment-term-leather-month-end' },
  watches: {
    ...PLAIN,
    why: 'payment-term-sector-watches',
    net: 'payment-term-watches',
    monthEnd: 'payment-term-watches-month-end',
  },
};

function generalCap({ periodic }: TermCase): Cap {
  return periodic ? PERIODIC : ORDINARY;
}

function toysCap({ issuedOn }: TermCase): Cap {
  const month = valueOn('payment-term-toys-month', issuedOn);
  const isYearEnd = month !== null && civilOf(issuedOn).month >= Number(month.value);
  return isYearEnd
    ? { ...PLAIN, why: 'payment-term-sector-toys-year-end', net: 'payment-term-toys-year-end' }
    : { ...PLAIN, why: 'payment-term-sector-toys', net: 'payment-term-toys' };
}

/** The cap of a business case: that of its trade, of a periodic invoice, or the general one (L441-10 I, L441-11 II). */
export function capOf(termCase: TermCase): Cap {
  const { sector, periodic, largeBuyer } = termCase;
  if (sector === null) return generalCap(termCase);
  if (sector === 'toys') return toysCap(termCase);
  if (sector === 'export') {
    if (largeBuyer) return generalCap(termCase);
    return { ...PLAIN, why: 'payment-term-sector-export', net: 'payment-term-export' };
  }
  if (sector === 'perishable') {
    if (!periodic) return PERISHABLE;
    return { ...PERISHABLE, why: 'payment-term-sector-perishable-periodic', start: 'ten-days' };
  }
  if (sector === 'seasonal') {
    // Without a periodic invoice the goods are paid as what they are: perishable ones.
    if (!periodic) return PERISHABLE;
    return {
      ...PERISHABLE,
      why: 'payment-term-sector-seasonal-periodic',
      net: 'payment-term-seasonal',
      start: 'delivery-month',
    };
  }
  return SECTOR_CAPS[sector];
}

/** The figures of law that a cap needs on the day of the invoice. */
export function capSeries({ net, monthEnd, extra }: Cap): readonly SeriesName[] {
  return [net, monthEnd, extra].filter((name) => name !== null);
}

function startNode(termCase: TermCase, start: CapStart): Explanation {
  if (start === 'invoice') return invoiceNode(termCase);
  const delivery = deliveryNode(termCase);
  if (start === 'delivery') return delivery;
  return start === 'ten-days'
    ? derived('ten-day-period-end', 'Fin de la décade de livraison', 'date', [delivery])
    : derived('month-end', 'Fin du mois de livraison', 'date', [delivery]);
}

/** A cap once counted: its last day, its days, and whether it is a cap « fin de mois ». */
export interface CountedCap {
  readonly end: Explanation;
  readonly days: Explanation;
  readonly isMonthEnd: boolean;
  readonly why: ArticleKey;
}

/**
 * The last lawful day. An agreed « fin de mois » is measured by the cap « fin de mois », counted as the contract counts;
 * a net one by the net cap. Where the trade has no cap of that kind the other is used, the later method when it has two.
 */
export function countCap(termCase: TermCase, cap: Cap, method: MonthEndMethod | null): CountedCap {
  const on = termCase.issuedOn;
  const isMonthEnd = cap.monthEnd !== null && (method !== null || cap.net === null);
  const days = parameterNode('Plafond', valueOn(isMonthEnd ? cap.monthEnd : cap.net!, on)!, 'days');
  const why = cap === ORDINARY && isMonthEnd ? 'payment-term-month-end' : cap.why;
  const start = derived('detail', 'Point de départ du plafond', 'date', [
    startNode(termCase, cap.start),
    reason(why, on),
    ...(termCase.sector === 'export' && termCase.largeBuyer ? [reason('payment-term-export-large', on)] : []),
  ]);
  const label = 'Dernière échéance licite';
  const counting = isMonthEnd ? (method ?? 'unknown') : null;
  if (cap.extra === null) return { end: termEnd(label, start, days, counting, on), days, isMonthEnd, why };
  const ordinary = termEnd('Plafond ordinaire', start, days, counting, on);
  const extra = parameterNode('Jours ajoutés', valueOn(cap.extra, on)!, 'days');
  return { end: derived('add-days', label, 'date', [ordinary, extra]), days, isMonthEnd, why };
}
