/** What the tests of limitation ask, and what they compare of an answer. */
import { day } from '../src/calendar/index.ts';
import { type LimitationInput, limitation } from '../src/limitation/index.ts';
import type { LimitationEventKind } from '../src/limitation/kinds.ts';
import { type ArticleKey, reason } from '../src/parameters/index.ts';
import { answered } from './checks.ts';

export type Facts = Partial<LimitationInput>;
export type Event = NonNullable<LimitationInput['events']>[number];

/** The answer to some facts, its tree, the nodes of it and the reasons it gives. Throws when it is refused. */
export function answer(facts: Facts) {
  const { value, explanation, nodes, reasons } = answered(limitation(facts as LimitationInput));
  return { ...value, nodes, tree: explanation, said: new Set(reasons) };
}

/** Acts that go on for a time. */
export const LASTING = [
  'mediation',
  'conciliation',
  'small-claims-consent',
  'expertise',
  'insolvency-filing',
  'court-claim',
];

/** What an act of 3 February 2025 does to a claim; one that lasts ends on 4 March. */
export function happened(kind: LimitationEventKind, facts: Facts, more: Partial<Event> = {}) {
  const until = LASTING.includes(kind) ? { until: '2025-03-04' } : {};
  const { events } = answer({ ...facts, events: [{ kind, on: AFTER, ...until, ...more }] });
  return events[0]!;
}

/** The day of those acts. */
export const AFTER = '2025-02-03';
export const TODAY = day('2026-11-21');
export const label = (key: ArticleKey): string => reason(key, TODAY).label;
