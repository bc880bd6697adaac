import { day, euros, frenchDate, mayClaimFixedIndemnity, parseDay } from '@acquit/law';
import type { MessageFacts, StatedClaim } from '../model/decision.ts';
import type { CompanyFacts, DebtorFacts, Regime } from '../model/facts.ts';
import { citation } from './citation.ts';
import { days, enumerated, fr } from './typography.ts';

/** Who writes to whom. */
export interface Correspondents {
  company: CompanyFacts;
  debtor: DebtorFacts;
}

/** What the catalogue's sentences are made with: everything is already written in French. */
export interface Words {
  /** How many invoices the sentences are about. */
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

/** Claims listed in a reminder that are further on than it: what was said of them before still stands. */
export function furtherClaims(facts: MessageFacts): StatedClaim[] {
  if (facts.tone === 'formal') return [];
  const rank = Math.max(-1, ...mainClaims(facts).map((claim) => claim.rank));
  return facts.claims.filter((claim) => claim.group === 'also' && claim.rank > rank);
}

/** The claims that the sentences of a message speak of: all those it asks for, but not those that are further on. */
export function spokenClaims(facts: MessageFacts): StatedClaim[] {
  const further = furtherClaims(facts);
  return facts.claims.filter((claim) => claim.group !== 'upcoming' && !further.includes(claim));
}

export function invoiceNumbers(claims: readonly StatedClaim[]): string {
  if (claims.length > NAMED_AT_MOST) return `${claims.length}\u00a0factures`;
  return enumerated(claims.map((claim) => claim.number));
}

/** The rate and its article; with them, when an indemnity is asked, the article it rests on. */
function accessoriesSentence(facts: MessageFacts, who: Correspondents): string | null {
  if (facts.rateSentence === null || facts.indemnityCents === 0 || who.debtor.kind === null) return facts.rateSentence;
  const article = citation(mayClaimFixedIndemnity(who.debtor.kind, day(facts.on)).article);
  return fr`${facts.rateSentence} Une indemnité forfaitaire pour frais de recouvrement est due pour chaque facture payée en retard (${article}).`;
}

/** Gathers what the sentences of a message need. */
export function wordsOf(facts: MessageFacts, who: Correspondents): Words {
  const spoken = spokenClaims(facts);
  const dues = spoken.map((claim) => claim.dueOn).filter((due) => due !== null);
  const oldest = dues.sort()[0];
  return {
    count: spoken.length,
    numbers: invoiceNumbers(spoken),
    total: euros(facts.totalCents),
    dueOn: oldest === undefined ? '' : longDate(oldest),
    delay: days(Math.max(0, ...spoken.map((claim) => claim.daysLate))),
    company: who.company.name,
    grace: facts.graceDays === null ? '' : days(facts.graceDays),
    payBefore: facts.payBefore === null ? null : longDate(facts.payBefore),
    accessories: accessoriesSentence(facts, who),
    principalOnly: facts.penaltyCents + facts.indemnityCents === 0,
  };
}
