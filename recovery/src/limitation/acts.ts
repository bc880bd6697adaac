import { type Day, day, frenchDate, LIMITATION_EVENT_NAMES, type LimitationEventKind } from '@acquit/law';
import { fr } from '../texts/typography.ts';
import type { LimitationAct } from '../views/procedures.ts';
import { type LimitationFacts, limitationOf } from './limitation.ts';

/** The acts somebody thinks of, the usual one first; the traps are among them on purpose. */
const ACTS = [
  'acknowledgement',
  'part-payment',
  'plan-signed',
  'payment-order-served',
  'court-claim',
  'seizure',
  'written-claim',
  'mediation',
  'conciliation',
  'small-claims-consent',
  'formal-notice',
  'reminder',
  'payment-order-filed',
] as const satisfies readonly LimitationEventKind[];

/** What each act would do to a limitation if it were done today: what would move its last day, and what would not. */
export interface LimitationActs {
  interrupts: LimitationAct[];
  doesNot: LimitationAct[];
}

/**
 * Tries each act on the rule `limitation` itself, as if it were done on the day: the sentences, the articles and the new
 * last day are the rule's. Nothing for a claim the rule refuses.
 */
export function limitationActs(facts: LimitationFacts, on: Day): LimitationActs {
  const found: LimitationActs = { interrupts: [], doesNot: [] };
  for (const kind of ACTS) {
    const outcome = limitationOf({ ...facts, events: [...facts.events, { kind, on }] }, on);
    if (outcome.refusal !== undefined) continue;
    const { value } = outcome;
    const done = value.events.filter((event) => event.kind === kind).at(-1);
    if (done === undefined) continue;
    const moves = done.effect === 'interrupts' || done.effect === 'suspends';
    const until = value.expiresOn;
    const after =
      !moves || until === null ? '' : fr` Dernier jour s’il avait lieu aujourd’hui : ${frenchDate(day(until))}.`;
    const told = {
      kind,
      act: LIMITATION_EVENT_NAMES[kind],
      effect: fr`${done.why}.${after}`,
      article: done.article,
    };
    (moves ? found.interrupts : found.doesNot).push(told);
  }
  return found;
}
