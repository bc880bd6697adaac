import { day, formatDay, type IsoDate } from '../calendar/index.ts';
import { type Explanation, given } from '../explain/index.ts';
import { insolvencyClaim } from '../insolvency-claim/index.ts';
import type { RouteCase } from './input.ts';

/** What ends the time for a procedure: the limitation period, or the period to declare in an insolvency. */
export type LastDayKind = 'limitation' | 'declaration';

interface LastDay {
  readonly on: IsoDate;
  readonly node: Explanation;
}

/**
 * The last day to declare the claim (R622-24 C. com.), not extended by a week-end; null without the day of publication.
 * The creditor is taken to be in metropolitan France: elsewhere the period is longer, never shorter.
 */
function declarationDay({ insolvencyOpenedOn: opened, insolvencyPublishedOn: published }: RouteCase): LastDay | null {
  if (opened === null || published === null) return null;
  const { value, explanation } = insolvencyClaim({ openedOn: formatDay(opened), publishedOn: formatDay(published) });
  return { on: value!.declareBeforePrudent ?? value!.declareBefore, node: explanation! };
}

/** The last day for a procedure, with the node that gives it; null when no fact of the case sets one. */
export function lastDayOf(kind: LastDayKind | undefined, routeCase: RouteCase): LastDay | null {
  if (kind === 'declaration') return declarationDay(routeCase);
  const { limitationExpiresOn } = routeCase;
  if (kind === undefined || limitationExpiresOn === null) return null;
  const on = formatDay(limitationExpiresOn);
  return { on, node: given('Dernier jour pour interrompre la prescription', on, 'date') };
}

/** Whether the period to declare has ended. */
export function isDeclarationLate(routeCase: RouteCase): boolean {
  const last = declarationDay(routeCase);
  return last !== null && day(last.on) < routeCase.on;
}
