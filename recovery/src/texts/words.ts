import { euros, frenchDate, parseDay } from '@acquit/law';
import type { MessageFacts, StatedClaim } from '../model/decision.ts';
import type { CompanyFacts, DebtorFacts, Regime } from '../model/facts.ts';
import { days, enumerated } from './typography.ts';

/** Who writes to whom. */
export interface Correspondents {
  company: CompanyFacts;
  debtor: DebtorFacts;
}

/** What the catalogue's sentences are made with: everything is already written in French. */
export interface Words {
  /** How many invoices the message is about. */
  count: number;
  /** « F-1 », « F-1 et F-2 »; beyond three, « 5 factures ». */
  numbers: string;
  total: string;
  /** « 21 novembre 2026 »: the oldest due date the message is about. */
  dueOn: string;
  /** « 30 jours »: the longest delay. */
  delay: string;
  company: string;
  grace: string;
  payBefore: string | null;
  /** The sentence that names the accessories the debtor owes by law, or null when none may be named. */
  accessories: string | null;
  /** True when the total holds nothing but principal. */
  principalOnly: boolean;
}

const NAMED_AT_MOST = 3;

export const PENALTY_NAMES: Record<Regime, string> = {
  business: 'Pénalités de retard',
  public: 'Intérêts moratoires',
  civil: 'Intérêts au taux légal',
};

/** « 21 novembre 2026 » from a day of the facts. */
export function longDate(iso: string): string {
  return frenchDate(parseDay(iso)!);
}

export function mainClaims(facts: MessageFacts): StatedClaim[] {
  return facts.claims.filter((claim) => claim.group === 'main');
}

export function invoiceNumbers(claims: readonly StatedClaim[]): string {
  if (claims.length > NAMED_AT_MOST) return `${claims.length}\u00a0factures`;
  return enumerated(claims.map((claim) => claim.number));
}

/** Gathers what the sentences of a message need. */
export function wordsOf(facts: MessageFacts, who: Correspondents): Words {
  const main = mainClaims(facts);
  const dues = main.map((claim) => claim.dueOn).filter((due) => due !== null);
  const oldest = dues.sort()[0];
  return {
    count: main.length,
    numbers: invoiceNumbers(main),
    total: euros(facts.totalCents),
    dueOn: oldest === undefined ? '' : longDate(oldest),
    delay: days(Math.max(0, ...main.map((claim) => claim.daysLate))),
    company: who.company.name,
    grace: facts.graceDays === null ? '' : days(facts.graceDays),
    payBefore: facts.payBefore === null ? null : longDate(facts.payBefore),
    accessories: facts.rateSentence,
    principalOnly: facts.penaltyCents + facts.indemnityCents === 0,
  };
}
