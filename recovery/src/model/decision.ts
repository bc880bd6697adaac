import type { Day } from '@acquit/law';
import type { ContactRole } from '../views/customers.ts';
import type { Channel, Profile, Regime, Salesperson } from './facts.ts';
import type { AccessoryDisplay, Hours, Objective, Tone } from './scenario.ts';
import type { MessageSubject } from './subject.ts';

/** Why something was decided, in a stable code and a French sentence. */
export interface Reason {
  code: string;
  message: string;
}

/** One claim as a message states it, frozen on the day of the decision. */
export interface StatedClaim {
  claimId: string;
  number: string;
  issuedOn: string | null;
  dueOn: string | null;
  /** The buyer's own reference, without which many buyers cannot find the invoice. */
  orderReference: string | null;
  amountCents: number;
  /** Principal still due; over the claims that are not 'upcoming' it sums to the message's `principalCents`. */
  openCents: number;
  daysLate: number;
  penaltyCents: number;
  indemnityCents: number;
  /** 'main': at this message's step; 'also': overdue, at a lower or already passed step; 'upcoming': not due yet. */
  group: 'main' | 'also' | 'upcoming';
  /** The step this claim goes through with this message, if any. */
  step: string | null;
  rank: number;
}

/** Everything a message says. The text is made from this and from who writes to whom, and from nothing else. */
export interface MessageFacts {
  step: string;
  stepName: string;
  tone: Tone;
  objective: Objective;
  accessories: AccessoryDisplay;
  profile: Profile;
  /** The rules the accessories were computed under; if the debtor turns out to be something else, they are dropped. */
  regime: Regime;
  on: string;
  claims: StatedClaim[];
  /** Credit notes by their number, and money received that clears no claim (number null). */
  credits: { number: string | null; cents: number }[];
  principalCents: number;
  penaltyCents: number;
  indemnityCents: number;
  creditCents: number;
  /** What the message asks for. */
  totalCents: number;
  /** One sentence that names the rate in force and its article; null when none may be asked. */
  rateSentence: string | null;
  /** Days left to pay from the reception of a formal notice. */
  graceDays: number | null;
  /** Last day to pay before the next stage, for a formal notice that arrives on the day of the decision. */
  payBefore: string | null;
  /** Whom it goes to when that is not the main contact; absent: the main contact. */
  to?: Addressee;
  /** Our salesperson, who is sent a copy of the e-mail that the debtor sees; absent: nobody. */
  copyTo?: Salesperson;
  /** When it may reach the debtor; absent: at any hour. */
  window?: ContactWindow;
  /** What it is about when it is no ordinary step of a scenario; absent: the step itself. */
  about?: MessageSubject;
  /** The plan that a notice is about, and up to which instalment; absent: no plan. */
  plan?: PlanAddressed;
}

/** What a notice of a missed instalment aims at: the shell keeps it, and the plan is judged by it. */
export interface PlanAddressed {
  planId: string;
  /** Number of instalments, from the first, to be made good. */
  upTo: number;
  /** Last day to answer, as long as the day of its first presentation is not known. */
  expiresOn: string;
}

/** Days of the week (Monday is 1) and hours of Paris between which a debtor may be reached. */
export interface ContactWindow {
  weekdays: number[];
  hours: Hours[];
}

/** A contact as a message names him, whatever becomes of him later. */
export interface Addressee {
  contactId: string;
  role: ContactRole;
  name: string | null;
}

/** A claim that goes through a step. */
export interface Move {
  claimId: string;
  step: string;
  rank: number;
  openCents: number;
  /** Set when the step is a formal notice: what follows one is counted from it. */
  isNotice?: true;
}

export interface PlannedAction {
  step: string;
  rank: number;
  channel: Channel;
  status: 'queued' | 'to-confirm' | 'to-do';
  totalCents: number;
  facts: MessageFacts;
  /** The claims that this action takes through a step; the two channels of a formal notice share theirs. */
  moves: Move[];
}

/** What the planner decides for one case on one day. Nothing here has happened yet. */
export interface Decision {
  caseId: string;
  on: Day;
  actions: PlannedAction[];
  /** True when an action reaches the debtor: the shell then sets the case's last contact to this day. Tasks do not. */
  contact: boolean;
  /** True when a pause has ended: the shell sets the case back to open. */
  resumes: boolean;
  /** Claims that change level with the actions of the day, each once. */
  moves: Move[];
  /** Next day on which this case must be looked at; null when nothing is to come. */
  nextActionOn: Day | null;
  nextStep: string | null;
  /** Why this action, or why none: exclusions say their reason where they stand. */
  reasons: Reason[];
  /**
   * Set when the case cannot be decided safely and waits for a person: the shell sets the case to parked, with this
   * reason. A task may come with it (a missing address, an insolvency); parking keeps it from being made again.
   */
  parked: Reason | null;
}
