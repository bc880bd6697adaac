import { euros, frenchDate, parseDay } from '@acquit/law';
import type { MessageFacts, StatedClaim } from '../model/decision.ts';
import type { CompanyFacts, DebtorFacts } from '../model/facts.ts';
import type { FirstLetter } from '../model/subject.ts';
import { enumerated } from './typography.ts';

/** Who writes to whom. */
export interface Correspondents {
  company: CompanyFacts;
  debtor: DebtorFacts;
  /** How the case is named in letters and in what the debtor answers. Absent: it is not named. */
  reference?: string;
  /** For who collects for others: the first letter of the case. Absent or null: none has left. */
  firstLetter?: FirstLetter | null;
  /** Where the debtor reads his account and answers. Absent or null: he has no page. */
  pageUrl?: string | null;
}

/** What a telephone script is made with: everything is already written in French, the caller's language. */
export interface Words {
  /** How many invoices the sentences are about. */
  count: number;
  /** « F-1 », « F-1 et F-2 »; beyond three, « 5 factures ». */
  numbers: string;
  total: string;
  /** « 21 novembre 2026 »: the oldest due date. */
  dueOn: string;
}

/** Beyond so many, invoices are counted and no longer named. */
export const NAMED_AT_MOST = 3;

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

/** The oldest due date of the claims, `YYYY-MM-DD`; null when none has one. */
export function oldestDue(claims: readonly StatedClaim[]): string | null {
  const dues = claims.map((claim) => claim.dueOn).filter((due) => due !== null);
  return dues.sort()[0] ?? null;
}

/** Gathers what the sentences of a script need. */
export function wordsOf(facts: MessageFacts): Words {
  const spoken = spokenClaims(facts);
  const oldest = oldestDue(spoken);
  return {
    count: spoken.length,
    numbers:
      spoken.length > NAMED_AT_MOST
        ? `${spoken.length}\u00a0factures`
        : enumerated(spoken.map((claim) => claim.number)),
    total: euros(facts.totalCents),
    dueOn: oldest === null ? '' : longDate(oldest),
  };
}
