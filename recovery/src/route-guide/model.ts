import type {
  CostLine,
  CourtKind,
  Evidence,
  Explanation,
  Missing,
  Procedure,
  PublishedFigure,
  UnknownCost,
  UsualDuration,
} from '@acquit/law';
import type { Ground } from '../einvoice/statuses.ts';
import type { CompanyFacts, DebtorFacts } from '../model/facts.ts';

/**
 * The route guide: what the case already says, what only the user can say, and what the law makes of both. Amounts are
 * integer cents, days are `YYYY-MM-DD`, percentages are whole numbers from 0 to 100.
 */

/** What the case knows, as the shell reads it on a day. */
export interface RouteFacts {
  company: Pick<CompanyFacts, 'name' | 'legalForm' | 'creditorKind'>;
  debtor: Pick<DebtorFacts, 'name' | 'kind' | 'address'>;
  insolvencyOpenedOn: string | null;
  insolvencyPublishedOn: string | null;
  /** What the notice of it says; null when nobody read one. */
  insolvencyKind: 'sauvegarde' | 'redressement' | 'liquidation' | null;
  /** The day a notice says that the debtor was struck off; null: none does. */
  struckOffOn: string | null;
  /** Kinds of the open claims, each once; `other` is what was never told. */
  claimKinds: string[];
  claims: number;
  oldestIssuedOn: string | null;
  /** What is due on the day, credits taken off: principal left, interest or penalties, fixed indemnity. */
  principalCents: number;
  interestCents: number;
  indemnityCents: number;
  /** The soonest end of limitation among the open claims, and whose it is; null when it was not computed. */
  limitation: { expiresOn: string; number: string; isExpired: boolean } | null;
  /** Disputes that nobody has ended. */
  disputes: { reason: string; openedOn: string }[];
  /** Standing of the electronic invoices that say something of the debt. */
  eInvoices: { number: string; code: string; label: string; ground: Ground | null }[];
  /** Reminders that reached the debtor, and his last answer. */
  reminders: number;
  repliedOn: string | null;
  /** Documents found on file, each with where it was found. */
  papers: { evidence: Evidence; from: string }[];
  /** Signs that the debtor may not pay: sentences. */
  risks: string[];
}

/** What an answer may be; null says « non » or « aucune » where a day or a sum is asked. */
export type AnswerValue = string | number | boolean | string[] | null;
/** Answers of the user by question; a question that is not there was not answered. */
export type RouteAnswers = Readonly<Record<string, AnswerValue>>;

export type QuestionKind = 'choice' | 'choices' | 'cents' | 'percent' | 'count' | 'flag' | 'day' | 'text';
export type QuestionGroup = 'parties' | 'claim' | 'debtor' | 'estimate' | 'exits';

/** A rule shown beside a fact: what it says, by which article, how surely. `article` is null for a choice of ours. */
export interface RuleBeside {
  text: string;
  article: string | null;
  confidence: 'A' | 'B' | 'C';
}

/** One question, with what the case says of it and what the user answered. */
export interface RouteQuestion {
  key: string;
  group: QuestionGroup;
  kind: QuestionKind;
  label: string;
  /** One line of help; empty when the label is enough. */
  hint: string;
  rule: RuleBeside;
  choices: { value: string; label: string }[];
  /** What the case says, and from where; null when it says nothing. */
  known: AnswerValue;
  from: string | null;
  /**
   * `known`: the case says it. `doubtful`: the case suggests it, a person must say. `unknown`: nobody knows.
   * `assumed`: taken as `known` until somebody says otherwise. `optional`: asked for comfort only.
   */
  status: 'known' | 'doubtful' | 'unknown' | 'assumed' | 'optional';
  answered: boolean;
  /** The value used: the answer, else what the case says. */
  value: AnswerValue;
  /** Whether an answer is still waited for. */
  waits: boolean;
}

/** What a way is worth: `p × recoverable − cost`, p being the user's own estimate. */
export interface Chance {
  recoverableCents: number;
  /** Known costs and quotes. */
  costCents: number;
  /** Whether a cost that has no price is missing from it. */
  isCostPartial: boolean;
  /** The probability from which the way is worth its known cost, in percent with one decimal; null when none is. */
  breakEvenPercent: string | null;
  /** Null until the user gives his estimate. */
  expectedCents: number | null;
  verdict: 'to-estimate' | 'worth' | 'not-worth' | 'never-worth';
  sentence: string;
  explanation: Explanation;
}

/** One priced line, and one cost without a price, whatever they are for. */
export type GuideCostLine = Omit<CostLine, 'what'> & { readonly what: string };
export type GuideUnknownCost = Omit<UnknownCost, 'what'> & { readonly what: string };

/** What may follow a route and has a price of its own. */
export interface FollowUp {
  label: string;
  costCents: number;
  costLines: GuideCostLine[];
  unknownCosts: GuideUnknownCost[];
}

/** One route of the law for the case. */
export interface GuideRoute {
  procedure: Procedure;
  name: string;
  open: boolean;
  why: string;
  court: string | null;
  courtKind: CourtKind | null;
  form: string | null;
  lawyer: boolean;
  costCents: number;
  costLines: GuideCostLine[];
  unknownCosts: (GuideUnknownCost & { quoteKey: string; quoteCents: number | null })[];
  followUps: FollowUp[];
  usualDuration: (UsualDuration & { text: string }) | null;
  figures: (PublishedFigure & { text: string })[];
  missing: { what: Missing; label: string }[];
  deadline: string | null;
  /** Null for a closed route, which has no price. */
  chance: Chance | null;
}

/** Ways that are no procedure of the law: hand the case over, sell it, give it up. */
export const EXITS = ['agency', 'lawyer', 'commissaire', 'sell', 'write-off'] as const;
export type Exit = (typeof EXITS)[number];

export interface GuideExit {
  exit: Exit;
  name: string;
  open: boolean;
  why: string;
  article: string | null;
  confidence: 'A' | 'B' | 'C';
  /** What it leads to, one idea each. */
  leadsTo: string[];
  /** What has to be told or obtained first. */
  missing: string[];
  chance: Chance | null;
}

export interface RouteGuide {
  on: string;
  /** Open ones in their order, then closed ones with their reason. */
  routes: GuideRoute[];
  exits: GuideExit[];
  recoverableCents: number;
  successPercent: number | null;
  /** Set when no way before a court or a commissaire is worth its cost with these answers. */
  notWorth: string | null;
  /** What must be read before anything else. */
  warnings: string[];
}
