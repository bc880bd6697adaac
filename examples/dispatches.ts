import { type Day, day } from '@acquit/law';
import {
  type CaseFacts,
  type DispatchEventKind,
  defaultScenarios,
  dispatchEventName,
  noticeDay,
} from '@acquit/recovery';

/** What a story says of its registered letter. */
export interface StoryLetters {
  /** Tidings of the formal notice's letter: known on a day, and about an earlier one when `dated`. */
  letter?: { on: string; kind: DispatchEventKind; dated?: string }[];
}

/** Brings the notice of the claims that were put on notice in line with what is known of their letter on a day. */
export function post(story: StoryLetters, before: CaseFacts, on: Day, events: string[]): CaseFacts {
  const today = (story.letter ?? []).filter((told) => day(told.on) === on);
  if (today.length === 0) return before;
  for (const { kind } of today) {
    const name = dispatchEventName(kind, { channel: 'registered', electronic: false });
    events.push(`Lettre recommandée : ${name.charAt(0).toLowerCase()}${name.slice(1)}`);
  }
  const known = (story.letter ?? []).filter((told) => day(told.on) <= on);
  const noticeOn = noticeDay(known.map((told) => ({ kind: told.kind, on: day(told.dated ?? told.on) })));
  const formal =
    defaultScenarios[before.profile].steps.find((step) => step.tone === 'formal')?.rank ?? Number.POSITIVE_INFINITY;
  return { ...before, claims: before.claims.map((claim) => (claim.level >= formal ? { ...claim, noticeOn } : claim)) };
}
