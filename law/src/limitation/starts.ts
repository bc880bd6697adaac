import type { Day } from '../calendar/index.ts';
import type { ArticleKey } from '../parameters/index.ts';
import type { LimitationCase } from './input.ts';

/** Which day of the case starts the period. */
export type StartKind = 'due' | 'performance' | 'issue' | 'title';

export interface Start {
  readonly kind: StartKind;
  readonly on: Day;
  readonly why: ArticleKey;
}

/**
 * How a period finds its start. `price`: due date and completion side by side, the invoice only when nothing better is
 * known; `prudent-price`: the invoice always counts. The others follow one fact, and fall back on what is known.
 */
export type StartRule =
  | 'price'
  | 'prudent-price'
  | 'term'
  | 'payable'
  | 'maturity'
  | 'delivery'
  | 'assignment'
  | 'repayment'
  | 'presentation'
  | 'title';

/** The one fact that the rules of a single start follow, and the article that says so. */
const SINGLE: Record<Exclude<StartRule, 'price' | 'prudent-price'>, readonly [StartKind, ArticleKey]> = {
  term: ['due', 'limitation-start-due'],
  payable: ['due', 'limitation-start-payable'],
  maturity: ['due', 'limitation-start-maturity'],
  delivery: ['performance', 'limitation-start-delivery'],
  assignment: ['performance', 'limitation-start-assignment'],
  repayment: ['performance', 'limitation-start-repayment'],
  presentation: ['issue', 'limitation-start-presentation'],
  title: ['title', 'limitation-start-title'],
};

const PRICE: readonly (readonly [StartKind, ArticleKey])[] = [
  ['due', 'limitation-start-due'],
  ['performance', 'limitation-start-performance'],
  ['issue', 'limitation-start-issue'],
];

function dayOf({ dueOn, performedOn, issuedOn, titleOn }: LimitationCase, kind: StartKind): Day | null {
  return { due: dueOn, performance: performedOn, issue: issuedOn, title: titleOn }[kind];
}

function known(limitationCase: LimitationCase, facts: readonly (readonly [StartKind, ArticleKey])[]): Start[] {
  return facts.flatMap(([kind, why]) => {
    const on = dayOf(limitationCase, kind);
    return on === null ? [] : [{ kind, on, why }];
  });
}

/** The plausible starts of a period, at least one: the case has a day to count from. */
export function startsOf(limitationCase: LimitationCase, rule: StartRule): readonly Start[] {
  if (rule === 'prudent-price') return known(limitationCase, PRICE);
  if (rule === 'price') {
    const better = known(limitationCase, PRICE.slice(0, -1));
    return better.length > 0 ? better : known(limitationCase, PRICE);
  }
  const single = known(limitationCase, [SINGLE[rule]]);
  if (single.length > 0) return single;
  return known(
    limitationCase,
    PRICE.map(([kind]) => [kind, 'limitation-start-fallback'] as const),
  );
}

/** Whether the day of the invoice is known and does not start the period. */
export function setsIssueAside({ issuedOn }: LimitationCase, starts: readonly Start[]): boolean {
  return issuedOn !== null && starts.every(({ kind }) => kind !== 'issue');
}
