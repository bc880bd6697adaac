import { addDays, type Day, day, isJourOuvre, parseDay } from '@acquit/law';
import type { Hold } from '../model/facts.ts';
import { evidenceText, holdReason, taskOf } from './sentences.ts';
import { GROUNDS, type Ground, type Proof, ruleOf, sideOf } from './statuses.ts';

/** One status of one e-invoice, as its message gave it. Amounts are cents; times are local, `YYYY-MM-DDThh:mm:ss`. */
export interface EInvoiceStatus {
  statusId: string;
  code: string;
  label: string;
  at: string;
  /** BY, SE, WK… as written; empty when the message does not say. */
  issuerRole: string;
  reasons: readonly EInvoiceReason[];
  amountCents: number | null;
  approvedCents: number | null;
  contestedCents: number | null;
  /** Day of the payment, when the message gives it. */
  amountOn: string | null;
}

export interface EInvoiceReason {
  code?: string;
  text?: string;
  action?: string;
  actionText?: string;
  notes?: string[];
}

/** What else decides: the claim's money, the creditor's patience, and what a person has dealt with already. */
export interface EInvoiceContext {
  amountCents: number;
  receivedCents: number;
  /** Working days left to an announced payment to arrive. */
  announcedWorkingDays: number;
  /** Statuses up to this time have been dealt with by a person: they hold nothing and ask nothing. */
  settledUpTo: string | null;
}

export interface EInvoiceHold extends Hold {
  statusId: string;
  since: Day;
}

export interface EInvoiceTask {
  ground: Ground;
  statusId: string;
  title: string;
  message: string;
}

/** Where an e-invoice stands, from all its statuses. */
export interface EInvoiceStanding {
  /** The last one in the order of their times, known or not; null without statuses. */
  latest: EInvoiceStatus | null;
  holds: EInvoiceHold[];
  /** What a person has to do: the gravest ground, when one asks for something. */
  task: EInvoiceTask | null;
  /** What the statuses prove of the invoice, in their order, as French sentences for a file. */
  evidence: { statusId: string; proof: Proof; text: string }[];
  /** Money the buyer says he has sent and that has not been seen: never cash. */
  announced: { statusId: string; cents: number | null; until: Day } | null;
  /** Money that our own platform or accounting has declared received, whatever is recorded here. */
  declaredCents: number;
}

const HOLD_KINDS: Readonly<Record<Exclude<Ground, 'completed'>, Hold['kind']>> = {
  rejected: 'e-invoice-rejected',
  refused: 'e-invoice-refused',
  disputed: 'e-invoice-disputed',
  suspended: 'e-invoice-suspended',
  collected: 'receipt-to-check',
  announced: 'payment-announced',
};

/** A payment may be announced for later, but not so late that the announcement stops everything. */
const FURTHEST_PAYMENT_DAYS = 30;

/**
 * What the statuses of one e-invoice do to its claim. The order of arrival has no part in it: statuses are taken in the
 * order of their times (at the same time, the one that holds back comes last), and two copies of one event count once.
 */
export function effectOf(statuses: readonly EInvoiceStatus[], context: EInvoiceContext): EInvoiceStanding {
  const ordered = inOrder(statuses);
  const grounds = new Map<Ground, EInvoiceStatus[]>();
  const evidence: EInvoiceStanding['evidence'] = [];
  let declaredCents = 0;
  for (const status of ordered) {
    const rule = ruleOf(status.code);
    if (rule === undefined) continue;
    const mayBeSaid = sideOf(status.issuerRole) === rule.by;
    if (mayBeSaid) for (const ground of rule.ends ?? []) grounds.delete(ground);
    if (mayBeSaid && rule.proves !== undefined) {
      evidence.push({ statusId: status.statusId, proof: rule.proves, text: evidenceText(rule.proves, dayOf(status)) });
    }
    // Without an amount, « encaissée » speaks of the whole invoice.
    if (rule.raises === 'collected') declaredCents += status.amountCents ?? context.amountCents;
    if (rule.raises === undefined || isSettled(status, context)) continue;
    const earlier = rule.raises === 'collected' ? (grounds.get('collected') ?? []) : [];
    grounds.set(rule.raises, [...earlier, status]);
  }
  if (declaredCents <= context.receivedCents) grounds.delete('collected');
  const standing: EInvoiceStanding = {
    latest: ordered.at(-1) ?? null,
    holds: [],
    task: null,
    evidence,
    announced: null,
    declaredCents,
  };
  const unrecordedCents = declaredCents - context.receivedCents;
  for (const ground of GROUNDS) {
    const status = grounds.get(ground)?.at(-1);
    if (status === undefined) continue;
    standing.task ??= taskOf(ground, status, unrecordedCents);
    if (ground === 'completed') continue;
    const until = ground === 'announced' ? announcedUntil(status, context.announcedWorkingDays) : null;
    if (until !== null) standing.announced = { statusId: status.statusId, cents: status.amountCents, until };
    const reason = holdReason(ground, status, { on: dayOf(status), until, unrecordedCents });
    standing.holds.push({ kind: HOLD_KINDS[ground], statusId: status.statusId, since: dayOf(status), until, reason });
  }
  return standing;
}

/** What makes two statuses of one invoice the same event: the copy for the public portal says it again. */
export function eventKey({ code, at, issuerRole }: Pick<EInvoiceStatus, 'code' | 'at' | 'issuerRole'>): string {
  return `${at} ${code} ${issuerRole}`;
}

/** The day a status was said. */
export function dayOf({ at }: Pick<EInvoiceStatus, 'at'>): Day {
  return day(at.slice(0, 10));
}

function isSettled({ at }: EInvoiceStatus, { settledUpTo }: EInvoiceContext): boolean {
  return settledUpTo !== null && at <= settledUpTo;
}

function inOrder(statuses: readonly EInvoiceStatus[]): EInvoiceStatus[] {
  const sorted = [...statuses].sort(compare);
  // After sorting, copies stand side by side; of two that differ in their amounts the first in this order is kept.
  return sorted.filter((status, n) => n === 0 || eventKey(status) !== eventKey(sorted[n - 1]!));
}

function compare(a: EInvoiceStatus, b: EInvoiceStatus): number {
  return (
    order(a.at, b.at) ||
    order(weight(a), weight(b)) ||
    order(a.code, b.code) ||
    order(a.issuerRole, b.issuerRole) ||
    order(b.amountCents ?? -1, a.amountCents ?? -1) ||
    order(a.statusId, b.statusId)
  );
}

/** At the very same time, what holds back is taken as said last. */
function weight({ code }: EInvoiceStatus): number {
  const raises = ruleOf(code)?.raises;
  return raises === undefined ? -1 : GROUNDS.length - GROUNDS.indexOf(raises);
}

function order<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The last working day left to an announced payment, counted from the day of the payment when it is a near one. */
function announcedUntil(status: EInvoiceStatus, workingDays: number): Day {
  const said = dayOf(status);
  const paid = status.amountOn === null ? null : parseDay(status.amountOn);
  const from = paid !== null && paid > said && paid <= addDays(said, FURTHEST_PAYMENT_DAYS) ? paid : said;
  return addWorkingDays(from, workingDays);
}

/** The day that comes `count` working days (Monday to Friday, public holidays aside) after `from`. */
export function addWorkingDays(from: Day, count: number): Day {
  let on = from;
  for (let left = count; left > 0; ) {
    on = addDays(on, 1);
    if (isJourOuvre(on)) left -= 1;
  }
  return on;
}
