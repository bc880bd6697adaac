import { derived, type Explanation, flagValue } from '../explain/index.ts';
import { type ArticleKey, reason } from '../parameters/index.ts';
import type { AccessoriesCase } from './input.ts';
import { ACCESSORY_NAMES, type Accessory } from './names.ts';
import { Situation } from './situation.ts';
import { type Bar, type Condition, TABLE } from './table.ts';

/** Whether an accessory may be asked for, and the tree that says so: its value is the answer. */
export interface Verdict {
  readonly accessory: Accessory;
  /** The bar that forbids it, or null. */
  readonly bar: Bar | null;
  readonly conditions: readonly Condition[];
  readonly why: ArticleKey;
  readonly node: Explanation;
}

function verdictOn(accessory: Accessory, asked: AccessoriesCase, situation: Situation): Verdict {
  const { bars, grants, conditions } = TABLE[accessory];
  const holds = ({ fact }: { readonly fact: Bar['fact'] }) => fact === 'always' || flagValue(situation.node(fact));
  const place = bars.findIndex(holds);
  const bar = bars[place] ?? null;
  const examined = bar === null ? bars : bars.slice(0, place + 1);
  const kept = bar === null ? conditions.filter(holds) : [];
  const why = bar === null ? grants.find(holds)!.why : bar.why;
  const node = derived('none-of', `${ACCESSORY_NAMES[accessory]}, demande permise`, 'flag', [
    ...examined.map(({ fact }) => situation.node(fact)),
    reason(why, asked.on),
    ...kept.map((condition) => reason(condition.why, asked.on)),
  ]);
  return { accessory, bar, conditions: kept, why, node };
}

/** Judges each accessory wanted, in the order given. */
export function judge(asked: AccessoriesCase): readonly Verdict[] {
  const situation: Situation = new Situation(asked, () =>
    asked.wanted.includes('late-penalties') ? verdictOn('late-penalties', asked, situation).node : null,
  );
  return asked.wanted.map((accessory) => verdictOn(accessory, asked, situation));
}
