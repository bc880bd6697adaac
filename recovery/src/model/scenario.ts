import type { DebtorKind } from '@acquit/law';
import type { Channel, Profile } from './facts.ts';
import type { PayerClass } from './payer.ts';

/** What a contact is for; the text and the phone script follow it. */
export const OBJECTIVES = [
  'inform',
  'remind',
  'find-the-cause',
  'get-a-date',
  'confirm-call',
  'warn',
  'decide',
] as const;
export type Objective = (typeof OBJECTIVES)[number];

/**
 * How a text speaks, from the lightest to the heaviest: a funnel, so that no message is softer than the one before it.
 * `formal` is the formal notice's own tone and nobody else's: it says « mise en demeure ».
 */
export const TONES = ['cordial', 'courteous', 'neutral', 'firm', 'grave', 'formal'] as const;
export type Tone = (typeof TONES)[number];

/** How the accessories appear in a message: not at all, said to be due by law, or added to what is claimed. */
export type AccessoryDisplay = 'none' | 'mentioned' | 'claimed';

/**
 * What the days of a step are counted from. `notice` is the first presentation of the formal notice or, while nobody
 * knows it, its sending and a prudent delay of the post; `promise` is the day of a promise that was not kept;
 * `last-contact` is the last contact of the debtor, whatever it was about.
 */
export const COUNTED_FROM = ['due-date', 'previous-step', 'last-contact', 'notice', 'promise'] as const;
export type CountedFrom = (typeof COUNTED_FROM)[number];

/** A time of the day by the clock of Paris, `HH:MM`, and the one before which a contact has to be made. */
export interface Hours {
  from: string;
  until: string;
}

/**
 * When a step is for a claim. Whoever does not meet the first ones never goes through the step, which is passed over
 * as if it were not there; the days of the week and the hours only put it off. Absent: no condition.
 */
export interface StepConditions {
  /** On the principal that is late in the whole case: what a message would ask for. */
  leastCents?: number;
  mostCents?: number;
  /** On the days by which the claim itself is late. */
  leastDaysLate?: number;
  mostDaysLate?: number;
  payerClasses?: PayerClass[];
  debtorKinds?: DebtorKind[];
  /** Monday is 1. Within the company's own days. */
  weekdays?: number[];
  hours?: Hours;
}

/**
 * One step of a scenario. A claim reaches it `offsetDays` after the day it is counted from (negative: before the due
 * date). A step is due *on or after* that day, never only on it, so a missed night is caught up; a notice before the
 * due date lapses on that date.
 */
export interface Step {
  /** Names the step across the versions of its scenario: what a claim went through is remembered by it. */
  key: string;
  /** Place in the scenario, from 0; a claim's level is the rank of the last step it went through. */
  rank: number;
  name: string;
  offsetDays: number;
  /** What follows a formal notice is counted from the notice, or an old debt would be "decided" unwarned. */
  countedFrom: CountedFrom;
  /** A formal notice goes by letter and, when an address is known, by e-mail too: two channels, one contact. */
  channels: Channel[];
  tone: Tone;
  objective: Objective;
  accessories: AccessoryDisplay;
  /**
   * 'automatic' leaves by itself (a letter waits in the print queue all the same); 'confirm' waits for a click;
   * 'manual' is prepared, and somebody sends it in his own way and says so.
   */
  release: 'automatic' | 'confirm' | 'manual';
  /** For a formal notice: days left to pay before the next stage. */
  graceDays: number | null;
  conditions?: StepConditions;
  /** A copy of the e-mail goes to our salesperson in charge of this customer. Absent: no. */
  copySalesperson?: boolean;
}

/** When a scenario goes no further by itself. What suspends a case (a reply, a dispute, a promise) is no part of it. */
export interface StopRules {
  /** Key of the last step made; the claims that went through it wait for somebody. */
  afterStep?: string;
  /** Nothing is sent while the late principal of the case is under this sum. */
  underCents?: number;
}

export interface Scenario {
  /** Names the scenario across its versions. */
  key: string;
  /** For whom it is meant: a case is never assigned the scenario of another profile. */
  profile: Profile;
  name: string;
  version: number;
  steps: Step[];
  stops?: StopRules;
  /** The most that is shown of the accessories to payers of a class: the benefit of the doubt, by rule. */
  accessoriesAtMost?: Partial<Record<PayerClass, AccessoryDisplay>>;
}

/** What a customer must be for a rule of assignment to choose him. All that is present must hold. */
export interface AssignmentConditions {
  payerClasses?: PayerClass[];
  debtorKinds?: DebtorKind[];
  /** Found in the customer's sector, whatever its capitals and accents. */
  sector?: string;
  /** Open principal of the case. */
  leastOpenCents?: number;
  mostOpenCents?: number;
  /** Invoiced in the twelve months before. */
  leastTurnoverCents?: number;
  mostTurnoverCents?: number;
  /** Whether the company collects for somebody else (CPCE L124-1). */
  agency?: boolean;
}

/** One rule of assignment: the first that holds, in order, names the scenario. */
export interface AssignmentRule {
  name: string;
  when: AssignmentConditions;
  scenario: string;
}

/** All the scenarios of a company, and how one is chosen for a case. */
export interface ScenarioBook {
  /** The latest version of each, by its key. The three profiles' own keys are always there. */
  latest: Readonly<Record<string, Scenario>>;
  /** Older versions that some cases were told to keep. */
  kept: readonly Scenario[];
  rules: readonly AssignmentRule[];
}
