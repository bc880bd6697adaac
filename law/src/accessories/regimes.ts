import { type DebtorKind, isProfessional } from '../kinds/index.ts';

/**
 * The rules under which a claim bears accessories: L441-10 C. com. between professionals, the public procurement code,
 * the protection of consumers, or the civil code alone (a private creditor, a debtor without a business).
 */
export const REGIMES = ['business', 'public', 'consumer', 'civil'] as const;
export type AccessoryRegime = (typeof REGIMES)[number];

/** French name of each regime. */
export const REGIME_NAMES: Record<AccessoryRegime, string> = {
  business: 'entre professionnels',
  public: 'commande publique',
  consumer: 'consommation',
  civil: 'droit civil commun',
};

/** The regime of a debtor of that kind whose creditor acts for a business. */
export function usualRegime(kind: DebtorKind): AccessoryRegime {
  if (isProfessional(kind)) return 'business';
  if (kind === 'consumer') return 'consumer';
  return kind === 'non-business' ? 'civil' : 'public';
}

/** Regimes that a debtor may have besides his usual one; the civil code alone is open to all. */
const OTHERS: Partial<Record<DebtorKind, readonly AccessoryRegime[]>> = {
  'public-enterprise': ['business'],
  'non-business': ['consumer'],
};

/** Whether a debtor of a kind may owe under a regime: his usual one, the civil code, or one of his others. */
export function fits(regime: AccessoryRegime, kind: DebtorKind): boolean {
  return regime === usualRegime(kind) || regime === 'civil' || (OTHERS[kind] ?? []).includes(regime);
}

/**
 * Whether the law protects the debtor whatever regime is named: what a professional or a public buyer owes is then
 * simply not owed, and the question has an answer even when the regime is a mistake.
 */
export function isProtected(kind: DebtorKind): boolean {
  return kind === 'consumer' || kind === 'non-business';
}
