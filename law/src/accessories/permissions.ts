import type { Day } from '../calendar/index.ts';
import type { DebtorKind } from '../kinds/index.ts';
import { reason } from '../parameters/index.ts';
import { judge } from './judge.ts';
import type { Accessory } from './names.ts';
import { usualRegime } from './regimes.ts';

/** Whether an accessory may be asked of a debtor before any enforceable title, and the article that says so. */
export interface Permission {
  readonly allowed: boolean;
  /** French sentence. */
  readonly why: string;
  readonly article: string;
}

function permission(accessory: Accessory, debtorKind: DebtorKind, on: Day): Permission {
  const [verdict] = judge({
    debtorKind,
    regime: usualRegime(debtorKind),
    wanted: [accessory],
    hasTitle: false,
    on,
    dueOn: null,
    insolvencyOpenedOn: null,
  });
  const { label, reference } = reason(verdict!.why, on);
  return { allowed: verdict!.bar === null, why: `${label}.`, article: reference!.article };
}

/**
 * Whether a business creditor may ask this kind of debtor for late-payment penalties on a day, before a title: of
 * professionals and public buyers only (L441-10 II C. com., L2192-13 CCP). A view of the rule `accessories`.
 */
export function mayClaimLatePenalties(debtorKind: DebtorKind, on: Day): Permission {
  return permission('late-penalties', debtorKind, on);
}

/** The same for the fixed indemnity (D441-5 C. com., D2192-35 CCP). */
export function mayClaimFixedIndemnity(debtorKind: DebtorKind, on: Day): Permission {
  return permission('fixed-indemnity', debtorKind, on);
}
