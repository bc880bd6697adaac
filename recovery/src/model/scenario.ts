import type { Channel, Profile } from './facts.ts';

/** What a contact is for; the text and the phone script follow it. */
export type Objective = 'inform' | 'remind' | 'find-the-cause' | 'get-a-date' | 'warn' | 'decide';

/**
 * How a text speaks, from the lightest to the heaviest: a funnel, so that no message is softer than the one before it.
 * `formal` is the formal notice's own tone and nobody else's: it says « mise en demeure ».
 */
export const TONES = ['cordial', 'courteous', 'neutral', 'firm', 'grave', 'formal'] as const;
export type Tone = (typeof TONES)[number];

/** How the accessories appear in a message: not at all, said to be due by law, or added to what is claimed. */
export type AccessoryDisplay = 'none' | 'mentioned' | 'claimed';

/**
 * One step of a scenario. A claim reaches it `offsetDays` after its due date (negative: before). A step is due *on or
 * after* that day, never only on it, so a missed night is caught up; a notice before the due date lapses on that date.
 */
export interface Step {
  key: string;
  /** Place in the scenario, from 0; a claim's level is the rank of the last step it went through. */
  rank: number;
  name: string;
  offsetDays: number;
  /**
   * What the offset is counted from: the claim's due date, or the day on which the claim went through the previous
   * step. What follows a formal notice is counted from the notice, or an old debt would be "decided" unwarned.
   */
  countedFrom: 'due-date' | 'previous-step';
  /** A formal notice goes by letter and, when an address is known, by e-mail too: two channels, one contact. */
  channels: Channel[];
  tone: Tone;
  objective: Objective;
  accessories: AccessoryDisplay;
  /** 'automatic' leaves by itself (a letter waits in the print queue all the same); 'confirm' waits for a click. */
  release: 'automatic' | 'confirm';
  /** For a formal notice: days left to pay before the next stage. */
  graceDays: number | null;
}

export interface Scenario {
  profile: Profile;
  name: string;
  version: number;
  steps: Step[];
}
