import type { DebtorKind } from '../kinds/index.ts';
import { type ArticleKey, reason } from '../parameters/index.ts';

/** Whether an accessory may be asked of a debtor before any enforceable title, and the article that says so. */
export interface Permission {
  readonly allowed: boolean;
  /** French sentence. */
  readonly why: string;
  readonly article: string;
}

type Regime = 'business' | 'public' | 'consumer' | 'non-business';

const REGIMES: Record<DebtorKind, Regime> = {
  consumer: 'consumer',
  trader: 'business',
  artisan: 'business',
  company: 'business',
  'civil-professional': 'business',
  'public-body': 'public',
  'public-enterprise': 'public',
  'non-business': 'non-business',
};

const PENALTIES: Record<Regime, readonly [allowed: boolean, why: ArticleKey]> = {
  business: [true, 'business-penalties'],
  public: [true, 'public-penalties'],
  consumer: [false, 'consumer-no-penalty'],
  'non-business': [false, 'non-business-no-penalty'],
};

const INDEMNITY: Record<Regime, readonly [allowed: boolean, why: ArticleKey]> = {
  ...PENALTIES,
  business: [true, 'indemnity-per-late-invoice'],
  public: [true, 'public-indemnity'],
};

function permission([allowed, why]: readonly [boolean, ArticleKey]): Permission {
  const { label, reference } = reason(why);
  return { allowed, why: `${label}.`, article: reference!.article };
}

/** Late-payment penalties may be asked of professionals and public buyers only (L441-10 II C. com., L2192-13 CCP). */
export function mayClaimLatePenalties(debtorKind: DebtorKind): Permission {
  return permission(PENALTIES[REGIMES[debtorKind]]);
}

/** The fixed indemnity may be asked of professionals and public buyers only (D441-5 C. com., D2192-35 CCP). */
export function mayClaimFixedIndemnity(debtorKind: DebtorKind): Permission {
  return permission(INDEMNITY[REGIMES[debtorKind]]);
}
