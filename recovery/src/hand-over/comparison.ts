import type { ComparisonRow } from '../views/hand-overs.ts';
import { type PartnerKind, partnerKindName } from './model.ts';

/** All that was tried one way: sums and counts over its hand-overs or procedures. Amounts are cents. */
export interface WayTotals {
  way: 'own' | PartnerKind;
  procedureKind: string | null;
  count: number;
  running: number;
  amountCents: number;
  receivedCents: number;
  costCents: number;
  /** Days of all of them together. */
  totalDays: number;
}

const WHOLE = 10_000;
const ORDER: readonly WayTotals['way'][] = ['own', 'lawyer', 'commissaire', 'agency'];

/**
 * What each way cost and brought, our own procedures first. Money belongs to the way that ran on the day it came; it
 * says what was received meanwhile, not what caused it.
 */
export function compareWays(totals: readonly WayTotals[], nameOf: (procedureKind: string) => string): ComparisonRow[] {
  return [...totals]
    .sort((a, b) => ORDER.indexOf(a.way) - ORDER.indexOf(b.way) || b.amountCents - a.amountCents)
    .map((one) => ({
      way: one.way,
      procedureKind: one.procedureKind,
      name: one.way === 'own' ? nameOf(one.procedureKind ?? '') : partnerKindName(one.way),
      count: one.count,
      running: one.running,
      amountCents: one.amountCents,
      receivedCents: one.receivedCents,
      costCents: one.costCents,
      netCents: one.receivedCents - one.costCents,
      recoveredBasisPoints:
        one.amountCents === 0 ? 0 : Math.min(Math.round((one.receivedCents * WHOLE) / one.amountCents), WHOLE),
      days: one.count === 0 ? 0 : Math.round(one.totalDays / one.count),
    }));
}
