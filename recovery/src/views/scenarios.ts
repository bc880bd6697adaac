import type { Channel } from '../model/facts.ts';
import type { AssignmentRule, Scenario } from '../model/scenario.ts';
import type { ScenarioRefusal } from '../scenarios/refused.ts';

/** A day on which more would leave than is usual or allowed, and which waits for somebody to say. */
export interface VolumeStop {
  stopId: string;
  onDay: string;
  reason: 'cap' | 'jump';
  /** Messages that the day would send. */
  messages: number;
  allowed: number;
}

/** The scenarios of a company, and the rules that choose one for a case. */
export interface ScenariosView {
  /** The latest version of each, the profiles' own first. */
  scenarios: Scenario[];
  rules: AssignmentRule[];
}

export interface ScenarioVersionView {
  scenario: Scenario;
  /** Who made it; 'acquit' for the one a company starts with. */
  madeBy: string;
  madeAt: string;
}

/** One contact of a plan, as a comparison shows it. */
export interface PlannedSend {
  on: string;
  caseId: string;
  debtorName: string;
  step: string;
  stepName: string;
  channel: Channel;
  totalCents: number;
}

/** What becomes of one contact when a plan changes. */
export interface PlanChange {
  kind: 'added' | 'removed' | 'moved' | 'changed';
  before: PlannedSend | null;
  after: PlannedSend | null;
}

export interface PlanDifference {
  added: number;
  removed: number;
  moved: number;
  changed: number;
  same: number;
  changes: PlanChange[];
}

/** What would differ in the coming days if a scenario were saved. */
export interface ScenarioPreviewView extends PlanDifference {
  from: string;
  days: number;
  /** Cases that follow this scenario, and how many of them were asked about. */
  cases: number;
  asked: number;
  /** True when more changes are counted than listed. */
  truncated: boolean;
  /** Why it may not be saved; empty when it may. */
  refusals: ScenarioRefusal[];
}

/** Contacts of a past, as they were or as a scenario would have made them. */
export interface PastContacts {
  contacts: number;
  emails: number;
  letters: number;
  texts: number;
  calls: number;
  formalNotices: number;
  /** Contacts per invoice that had one, with one decimal. */
  perClaim: number;
}

/** A scenario replayed over a company's own past, beside what was done. */
export interface BacktestView {
  from: string;
  until: string;
  /** Cases of this past, and how many of them were replayed. */
  cases: number;
  asked: number;
  claims: number;
  paidClaims: number;
  /** Days from the due date to the payment as they were; no scenario can change them here. Null: nothing was paid. */
  averageDaysToPay: number | null;
  done: PastContacts;
  replayed: PastContacts;
  /** Invoices paid before anybody was contacted about them, and how many of them the scenario would have chased. */
  selfPaid: { claims: number; chased: number };
  /** Of the invoices contacted both ways: how many sooner, later, on the same day, and by how many days in the middle. */
  firstContact: { sooner: number; later: number; same: number; medianDays: number | null };
  /** What is compared and what is not, in French. */
  notes: string[];
}
