import type { Day } from '@acquit/law';
import type { Profile } from '../model/facts.ts';
import { type Curve, curveOf } from './curve.ts';
import { knownOn, lagsOn } from './history.ts';
import type { PaidInvoice } from './model.ts';

/** How large a customer is for the company that invoices him. */
type PayerSize = 'small' | 'middle' | 'large';

/** Invoiced to a customer over twelve months: bounds that part a company's customers, chosen here and told on screen. */
const SIZE_BOUNDS_CENTS: readonly (readonly [PayerSize, number])[] = [
  ['small', 500_000],
  ['middle', 5_000_000],
];

function sizeOf(billedCents: number): PayerSize {
  return SIZE_BOUNDS_CENTS.find(([, below]) => billedCents < below)?.[0] ?? 'large';
}

/** Customers of one kind and one size pay alike: `business/small`. */
export type PeerGroup = `${Profile}/${PayerSize}`;

export function peerGroupOf(profile: Profile, billedCents: number): PeerGroup {
  return `${profile}/${sizeOf(billedCents)}`;
}

/** What the company's other customers of a group do. */
export interface Peers {
  group: PeerGroup | 'all';
  customers: number;
  invoices: number;
  curve: Curve;
}

/** Fewest invoices that make a group: below it, all the company's customers stand for it. */
const LEAST_INVOICES = 30;

/** What customers of some group did, known on a day; null when they are too few to tell. */
export function peersOf(group: Peers['group'], histories: readonly (readonly PaidInvoice[])[], on: Day): Peers | null {
  const lags = histories.map((invoices) => lagsOn(knownOn(invoices, on), on)).filter((one) => one.length > 0);
  const invoices = lags.reduce((sum, one) => sum + one.length, 0);
  if (invoices < LEAST_INVOICES) return null;
  return { group, customers: lags.length, invoices, curve: curveOf(lags.flat(), null) };
}

const PROFILE_NAMES: Record<Profile, string> = {
  business: 'professionnels',
  consumer: 'particuliers',
  public: 'acheteurs publics',
};
const SIZE_NAMES: Record<PayerSize, string> = {
  small: 'moins de 5 000 € par an',
  middle: 'de 5 000 à 50 000 € par an',
  large: '50 000 € par an et plus',
};

/** « professionnels, moins de 5 000 € par an » */
export function peerGroupName(group: Peers['group']): string {
  if (group === 'all') return 'tous vos clients';
  const [profile, size] = group.split('/') as [Profile, PayerSize];
  return `${PROFILE_NAMES[profile]}, ${SIZE_NAMES[size]}`;
}
