import { frenchDate } from '../calendar/index.ts';
import { derived, type Outcome } from '../explain/index.ts';
import { DEBTOR_NAMES } from '../kinds/index.ts';
import { reason } from '../parameters/index.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type AccessoriesCase, type AccessoriesInput, factsOf, readCase } from './input.ts';
import { judge, type Verdict } from './judge.ts';
import { ACCESSORY_NAMES, type Accessory } from './names.ts';
import { fits, REGIME_NAMES } from './regimes.ts';
import { refusalSentence } from './sentences.ts';

/** What goes with a permission: a proof, a notice, the judge's power. */
export interface AccessoryCondition {
  readonly what: Accessory;
  readonly code: string;
  /** French sentence. */
  readonly message: string;
  readonly article: string;
}

export interface AccessoriesValue {
  /** In the order in which they were wanted. */
  readonly allowed: readonly Accessory[];
  readonly forbidden: readonly { readonly what: Accessory; readonly refusal: Refusal }[];
  /** Conditions of what is allowed. */
  readonly conditions: readonly AccessoryCondition[];
  /** What the user should check, in French. */
  readonly doubts: readonly { readonly code: 'RegimeDoesNotFitDebtor'; readonly message: string }[];
}

function refusalOf({ accessory, bar, why }: Verdict, asked: AccessoriesCase): Refusal {
  const { article } = reason(why, asked.on).reference!;
  const message = refusalSentence(ACCESSORY_NAMES[accessory], bar!.code);
  return refuse(bar!.code, message, { accessory, article, ...factsOf(asked) });
}

function conditionsOf({ accessory, conditions }: Verdict, { on }: AccessoriesCase): AccessoryCondition[] {
  return conditions.map(({ code, why }) => {
    const { label, reference } = reason(why, on);
    return { what: accessory, code, message: `${label}.`, article: reference!.article };
  });
}

/** Only a debtor whom the law protects comes here with a regime that is not his: the others are refused when read. */
function doubtsOf({ regime, debtorKind }: AccessoriesCase): AccessoriesValue['doubts'] {
  if (fits(regime, debtorKind)) return [];
  const message = `Le régime indiqué (${REGIME_NAMES[regime]}) n’est pas celui de ce débiteur (${DEBTOR_NAMES[debtorKind]})\u00a0: seul ce qui peut lui être demandé est permis.`;
  return [{ code: 'RegimeDoesNotFitDebtor', message }];
}

/**
 * Which accessories may be asked of a debtor, before or after an enforceable title (L111-8 CPCE; L441-10 and D441-5
 * C. com.; L2192-13 CCP; 1231-5, 1231-6 and 1343-2 C. civ.): those allowed with their conditions, those forbidden each
 * with its refusal, and the tree. An unknown name of accessory is refused (`InvalidChoice`), like the rest of a
 * malformed input (see `readCase`) and a regime that cannot be that of the debtor (`RegimeDoesNotFitDebtor`).
 */
export function accessories(input: AccessoriesInput): Outcome<AccessoriesValue> {
  const asked = readCase(input);
  if ('code' in asked) return { refusal: asked };
  const verdicts = judge(asked);
  const allowed = verdicts.filter(({ bar }) => bar === null);
  const forbidden = verdicts.filter(({ bar }) => bar !== null);
  return {
    value: {
      allowed: allowed.map(({ accessory }) => accessory),
      forbidden: forbidden.map((verdict) => ({ what: verdict.accessory, refusal: refusalOf(verdict, asked) })),
      conditions: allowed.flatMap((verdict) => conditionsOf(verdict, asked)),
      doubts: doubtsOf(asked),
    },
    explanation: derived(
      'list',
      `Accessoires demandés au ${frenchDate(asked.on)}`,
      'text',
      verdicts.map(({ node }) => node),
    ),
  };
}
