/**
 * The share of invoices still unpaid so many days after their due date, told from paid and unpaid ones alike: an invoice
 * that is still open after forty days says that its delay is more than forty (product-limit estimate, Kaplan and Meier,
 * 1958). Days are whole, negative before the due date.
 */

/** One thing seen: an invoice paid `delay` days after its due date, or still unpaid at the end of that day. */
export interface Lag {
  delay: number;
  paid: boolean;
  weight: number;
}

/** Steps in the order of their days: the share still unpaid at the end of each. Before the first, everything is. */
export type Curve = readonly { readonly delay: number; readonly unpaid: number }[];

/** Share still unpaid at the end of the day. */
export function unpaidAfter(curve: Curve, delay: number): number {
  let low = 0;
  let high = curve.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (curve[middle]!.delay <= delay) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? 1 : curve[low - 1]!.unpaid;
}

/** What comparable customers did, counted as that many invoices more. */
export interface Prior {
  curve: Curve;
  weight: number;
}

/**
 * The curve of what was seen, with the prior counted as `prior.weight` more invoices spread as its curve says: little
 * history leans on the prior, and a long one outweighs it (Susarla and Van Ryzin, 1976). Nothing at all gives no step.
 */
export function curveOf(lags: readonly Lag[], prior: Prior | null): Curve {
  const sorted = [...lags].sort((a, b) => a.delay - b.delay);
  const days = new Set(sorted.filter((lag) => lag.paid).map((lag) => lag.delay));
  for (const step of prior?.curve ?? []) days.add(step.delay);
  let own = sorted.reduce((sum, lag) => sum + lag.weight, 0);
  let left = 1;
  let priorLeft = 1;
  let next = 0;
  const curve: { delay: number; unpaid: number }[] = [];
  for (const delay of [...days].sort((a, b) => a - b)) {
    // Whatever was last seen before this day is at risk no more.
    for (; next < sorted.length && sorted[next]!.delay < delay; next++) own -= sorted[next]!.weight;
    let paid = 0;
    for (let at = next; at < sorted.length && sorted[at]!.delay === delay; at++)
      if (sorted[at]!.paid) paid += sorted[at]!.weight;
    const priorAfter = prior ? unpaidAfter(prior.curve, delay) : 0;
    const weight = prior?.weight ?? 0;
    const atRisk = own + weight * priorLeft;
    if (atRisk > 0) left *= Math.max(0, 1 - (paid + weight * (priorLeft - priorAfter)) / atRisk);
    priorLeft = priorAfter;
    curve.push({ delay, unpaid: left });
  }
  return curve;
}

/**
 * The first day after `after` by whose end at least `share` of what was still unpaid then is paid; null when that share
 * was never seen paid.
 */
export function delayOfShare(curve: Curve, share: number, after: number): number | null {
  const before = unpaidAfter(curve, after);
  if (before <= 0) return null;
  for (const step of curve) {
    if (step.delay <= after) continue;
    // Shares are sums of fractions: the last digit is no reason to wait one payment more.
    if (1 - step.unpaid / before >= share - 1e-9) return step.delay;
  }
  return null;
}
