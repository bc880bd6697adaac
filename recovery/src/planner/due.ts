import { addDays, type Day } from '@acquit/law';
import type { CaseFacts, CompanySettings } from '../model/facts.ts';
import type { Scenario, Step } from '../model/scenario.ts';
import { inForce } from '../scenarios/in-force.ts';
import type { Book, Position } from './book.ts';
import { isContactDay } from './contact-days.ts';
import { isTask, nextChange, targetStep, type Walk } from './steps.ts';

/** What does not change from one day of a case to the next. */
export interface Terms {
  facts: CaseFacts;
  scenario: Scenario;
  settings: CompanySettings;
}

export type WaitCode = 'NoStepReached' | 'MinimumGap' | 'NotAContactDay' | 'UnderThreshold' | 'CreditsCover';

/** Why nothing may be done on a day although claims are open, and the first day worth looking at again. */
export interface Wait {
  code: WaitCode;
  /** The step that would have been made, if any. */
  step: Step | null;
  lookAgainOn: Day | null;
}

/** What a day asks for: at most one contact, at most one task for the creditor, and why not when none. */
export interface Due {
  contact: Step | null;
  task: Step | null;
  wait: Wait | null;
}

/** The case between two days: what the shell would store after a decision. */
export interface Standing {
  book: Book;
  positions: Position[];
  lastContactOn: Day | null;
  /** A notice before the due date is worth an e-mail, not a stamp: without an address it is not made. */
  hasEmail: boolean;
}

/** Principal that is late on a day, in cents. */
export function overdueCents(positions: Position[], on: Day): number {
  let cents = 0;
  for (const position of positions) if (position.dueOn < on) cents += position.claim.openCents;
  return cents;
}

/** The scenario as it stands for a case on a day, and what its steps are counted from. */
export function walkOn(standing: Standing, { facts, scenario, settings }: Terms, on: Day): Walk {
  let cents = overdueCents(standing.positions, on);
  if (cents === 0) for (const { claim } of standing.positions) cents += claim.openCents;
  return {
    scenario: inForce(scenario, { payerClass: facts.payerClass ?? null, debtorKind: facts.debtor.kind, cents }),
    lastContactOn: standing.lastContactOn,
    postalDelayWorkingDays: settings.postalDelayWorkingDays,
  };
}

function firstChange(walk: Walk, positions: Position[], after: Day): Day | null {
  let next: Day | null = null;
  for (const position of positions) {
    const day = nextChange(walk, position, after);
    if (day !== null && (next === null || day < next)) next = day;
  }
  return next;
}

/**
 * The heart of the planner: which step is due on a day, without a word of what it says. The contact is the highest step
 * that some claim newly reaches; what is late, and not what a claim lists, is held against the threshold and the credits.
 */
export function dueOnDay(standing: Standing, terms: Terms, on: Day): Due {
  const { scenario, settings } = terms;
  const walk = walkOn(standing, terms, on);
  const { positions, book, lastContactOn } = standing;
  const late = overdueCents(positions, on);
  const noticeAllowed = late === 0 && standing.hasEmail;
  let contact: Step | null = null;
  let task: Step | null = null;
  let asked = late;
  for (const position of positions) {
    const step = targetStep(walk, position, on, noticeAllowed);
    if (step === null) continue;
    if (late === 0) asked += position.claim.openCents;
    if (isTask(step)) task = higher(task, step);
    else contact = higher(contact, step);
  }
  const wanted = contact ?? task;
  const waits = (code: WaitCode, lookAgainOn: Day | null): Due => ({
    contact: null,
    task: null,
    wait: { code, step: wanted, lookAgainOn },
  });
  if (wanted === null) {
    const coversAll = late > 0 && book.creditCents >= late;
    return waits(coversAll ? 'CreditsCover' : 'NoStepReached', firstChange(walk, positions, on));
  }
  if (book.creditCents >= asked) return waits('CreditsCover', firstChange(walk, positions, on));
  if (asked - book.creditCents < Math.max(settings.thresholdCents, scenario.stops?.underCents ?? 0))
    return waits('UnderThreshold', firstChange(walk, positions, on));

  const contactWait = contact === null ? null : contactGate(contact, lastContactOn, terms, on);
  const taskWait = task === null ? null : dayGate(task, terms, on);
  const wait = earlier(contactWait, taskWait);
  return {
    contact: contactWait === null ? contact : null,
    task: taskWait === null ? task : null,
    // While a contact waits for its turn, a claim may still come to a task, which waits for none.
    wait:
      wait?.code === 'MinimumGap' ? earlier(wait, { ...wait, lookAgainOn: firstChange(walk, positions, on) }) : wait,
  };
}

/** Keeps two contacts of one debtor apart, and each on a day when it may be made. */
export function contactGate(step: Step, lastContactOn: Day | null, terms: Terms, on: Day): Wait | null {
  if (lastContactOn !== null) {
    const gapEnd = addDays(lastContactOn, Math.max(terms.settings.minimumGapDays, 1));
    if (gapEnd > on) return { code: 'MinimumGap', step, lookAgainOn: gapEnd };
  }
  return dayGate(step, terms, on);
}

function dayGate(step: Step, { facts, settings }: Terms, on: Day): Wait | null {
  return isContactDay(step, { profile: facts.profile, settings }, on)
    ? null
    : { code: 'NotAContactDay', step, lookAgainOn: addDays(on, 1) };
}

function earlier(a: Wait | null, b: Wait | null): Wait | null {
  if (a === null || a.lookAgainOn === null) return b ?? a;
  if (b === null || b.lookAgainOn === null) return a;
  return b.lookAgainOn < a.lookAgainOn ? b : a;
}

function higher(a: Step | null, b: Step): Step {
  return a === null || b.rank > a.rank ? b : a;
}

/**
 * The first day from `from` on which something will be done if nothing changes before, and the step. Days are not tried
 * one by one: each day that asks for nothing says when to look again. Null when nothing is to come.
 */
export function nextDue(standing: Standing, terms: Terms, from: Day): { on: Day; step: Step } | null {
  let on: Day | null = from;
  while (on !== null) {
    const due: Due = dueOnDay(standing, terms, on);
    const step = due.contact ?? due.task;
    if (step !== null) return { on, step };
    on = due.wait!.lookAgainOn;
  }
  return null;
}
