import type { ClaimKind } from '../kinds/index.ts';
import type { ArticleKey, SeriesName } from '../parameters/index.ts';
import type { LimitationCase, LimitationInput } from './input.ts';
import type { StartRule } from './starts.ts';

/**
 * What kind of period it is, which decides what interrupts or suspends it: ordinary limitation, forfeiture, the
 * four calendar years of public debtors, a title.
 */
type Nature = 'prescription' | 'forfeiture' | 'quadrennial' | 'title';

/** One plausible period of a claim. */
export interface Regime {
  readonly length: SeriesName;
  readonly unit: 'years' | 'months';
  readonly nature: Nature;
  readonly start: StartRule;
  readonly why: ArticleKey;
  /** Whether a contract may change it (2254 C. civ.). */
  readonly isAdjustable: boolean;
  /** Insurance has its own interruptive letter (L114-2 C. assur.). */
  readonly isInsurance: boolean;
}

function regime(length: SeriesName, why: ArticleKey, start: StartRule, more: Partial<Regime> = {}): Regime {
  const usual = { unit: 'years', nature: 'prescription', isAdjustable: false, isInsurance: false } as const;
  return { length, why, start, ...usual, ...more };
}

const ADJUSTABLE = { isAdjustable: true } as const;
const CIVIL = regime('limitation-civil', 'limitation-why-civil', 'price', ADJUSTABLE);
const COMMERCIAL = regime('limitation-commercial', 'limitation-why-commercial', 'price', ADJUSTABLE);
const NON_BUSINESS = regime('limitation-civil', 'limitation-why-non-business', 'price', ADJUSTABLE);
const CONSUMER = regime('limitation-consumer', 'limitation-why-consumer', 'prudent-price');
const OTHER_CONSUMER = regime('limitation-consumer', 'limitation-why-other-consumer', 'prudent-price');
const PUBLIC_DEBTOR = regime('limitation-public-debtor', 'limitation-why-public-debtor', 'prudent-price', {
  nature: 'quadrennial',
});
const PUBLIC_ENTERPRISE: Regime = { ...PUBLIC_DEBTOR, why: 'limitation-why-public-enterprise' };
const PUBLIC_WATER = regime('limitation-public-water', 'limitation-why-public-water', 'prudent-price');
const TITLE = regime('limitation-title', 'limitation-why-title', 'title', { nature: 'title' });
const TRANSPORT = regime('limitation-transport', 'limitation-why-transport', 'delivery');
const TELECOM = regime('limitation-telecom', 'limitation-why-telecom', 'payable');
const BILL_ACCEPTOR = regime('limitation-bill-acceptor', 'limitation-why-bill-acceptor', 'maturity');
const BILL_HOLDER = regime('limitation-bill-holder', 'limitation-why-bill-holder', 'maturity');
const BILL_RECOURSE = regime('limitation-bill-recourse', 'limitation-why-bill-recourse', 'repayment', {
  unit: 'months',
});
const CHEQUE_DRAWEE = regime('limitation-cheque-drawee', 'limitation-why-cheque-drawee', 'presentation');
const CHEQUE_DRAWER = regime('limitation-cheque-drawer', 'limitation-why-cheque-drawer', 'presentation', {
  unit: 'months',
});

/** Claims whose own period is shorter than the four years of public debtors: both run side by side. */
const SHORT: Partial<Record<ClaimKind, Regime>> = {
  transport: TRANSPORT,
  telecom: TELECOM,
  rent: regime('limitation-rent', 'limitation-why-rent', 'term'),
  'insurance-premium': regime('limitation-insurance', 'limitation-why-insurance', 'term', { isInsurance: true }),
  'consumer-credit': regime('limitation-consumer-credit', 'limitation-why-consumer-credit', 'term', {
    nature: 'forfeiture',
  }),
};

/** Claims whose own period gives way to the four years of public debtors. */
const LONG: Partial<Record<ClaimKind, Regime>> = {
  'commercial-rent': regime('limitation-civil', 'limitation-why-civil', 'term'),
  'co-ownership': regime('limitation-co-ownership', 'limitation-why-co-ownership', 'term'),
};

/** Supplies paid by the month or the quarter: a contract may not change their period (2254, last paragraph). */
const PERIODIC: readonly (ClaimKind | null)[] = ['energy', 'water'];

/** What the creditor could tell to leave fewer plausible periods. */
export type MissingFact = keyof Pick<
  LimitationInput,
  'claimKind' | 'debtorKind' | 'against' | 'waterBilledBy' | 'publicAccountant'
>;

/** The plausible periods of a case, and the facts that would settle which one it is. */
export interface Plausible {
  readonly regimes: readonly Regime[];
  readonly missing: readonly MissingFact[];
}

function settled(...regimes: readonly Regime[]): Plausible {
  return { regimes, missing: [] };
}

function both(a: Plausible, b: Plausible): Plausible {
  return { regimes: [...a.regimes, ...b.regimes], missing: [...new Set([...a.missing, ...b.missing])] };
}

/** The four years of public debtors, when the debtor is or may be one of them. */
function publicPart({ debtorKind, publicAccountant }: LimitationCase): Plausible {
  if (debtorKind === 'public-body') return settled(PUBLIC_DEBTOR);
  if (debtorKind !== 'public-enterprise' || publicAccountant === false) return settled();
  if (publicAccountant) return settled(PUBLIC_DEBTOR);
  return { regimes: [PUBLIC_ENTERPRISE], missing: ['publicAccountant'] };
}

/** The period of a price that no text of its own governs, by the quality of the debtor. */
function byDebtor(limitationCase: LimitationCase): Plausible {
  const { debtorKind, publicAccountant } = limitationCase;
  switch (debtorKind) {
    case 'consumer':
      return settled(CONSUMER);
    case 'trader':
    case 'artisan':
    case 'company':
      return settled(COMMERCIAL);
    case 'civil-professional':
      return settled(CIVIL);
    case 'non-business':
      return settled(NON_BUSINESS);
    case 'public-body':
      return publicPart(limitationCase);
    case 'public-enterprise':
      return publicAccountant ? publicPart(limitationCase) : both(publicPart(limitationCase), settled(COMMERCIAL));
    default:
      return { regimes: [CONSUMER, PUBLIC_DEBTOR, COMMERCIAL], missing: ['debtorKind'] };
  }
}

/** Who owes the price of a bill is its acceptor or maker: the signatories before him are named by `against`. */
function ofBill({ against }: LimitationCase): Plausible {
  if (against === null) return { regimes: [BILL_ACCEPTOR], missing: ['against'] };
  if (against === 'acceptor') return settled(BILL_ACCEPTOR);
  return settled(against === 'recourse' ? BILL_RECOURSE : BILL_HOLDER);
}

function ofCheque({ against }: LimitationCase): Plausible {
  if (against === null) return { regimes: [CHEQUE_DRAWER, CHEQUE_DRAWEE], missing: ['against'] };
  return settled(against === 'drawee' ? CHEQUE_DRAWEE : CHEQUE_DRAWER);
}

function ofWater(limitationCase: LimitationCase): Plausible {
  const { waterBilledBy } = limitationCase;
  if (waterBilledBy === 'public-body') return both(settled(PUBLIC_WATER), publicPart(limitationCase));
  if (waterBilledBy === 'company') return byDebtor(limitationCase);
  return both(byDebtor(limitationCase), { regimes: [PUBLIC_WATER], missing: ['waterBilledBy'] });
}

function ofLawyer(limitationCase: LimitationCase): Plausible {
  const { regimes, missing } = byDebtor(limitationCase);
  return { regimes: regimes.map((known): Regime => ({ ...known, start: 'assignment' })), missing };
}

/** Every plausible period of a claim, by its kind, its debtor and its signatory (money and procedure rules). */
export function plausibleRegimes(limitationCase: LimitationCase): Plausible {
  const { claimKind, debtorKind, titleOn } = limitationCase;
  if (titleOn !== null) return settled(TITLE);
  if (claimKind === null) {
    return both({ regimes: [TRANSPORT, TELECOM], missing: ['claimKind'] }, byDebtor(limitationCase));
  }
  const short = SHORT[claimKind];
  if (short !== undefined) return both(settled(short), publicPart(limitationCase));
  const long = LONG[claimKind];
  if (long !== undefined) {
    const ofPublic = publicPart(limitationCase);
    return ofPublic.missing.length === 0 && ofPublic.regimes.length > 0 ? ofPublic : both(settled(long), ofPublic);
  }
  switch (claimKind) {
    case 'bill-of-exchange':
      return both(ofBill(limitationCase), publicPart(limitationCase));
    case 'cheque':
      return both(ofCheque(limitationCase), publicPart(limitationCase));
    case 'water':
      return ofWater(limitationCase);
    case 'lawyer-fees':
      return ofLawyer(limitationCase);
    case 'medical-fees':
      // A patient is a natural person: the shorter period is the prudent one.
      return debtorKind === 'non-business' ? settled(CONSUMER) : byDebtor(limitationCase);
    case 'other':
      return debtorKind === 'consumer' ? settled(OTHER_CONSUMER, CIVIL) : byDebtor(limitationCase);
    default:
      return byDebtor(limitationCase);
  }
}

/** Whether the contract of a case may change a period: never against a consumer nor for a periodic sum (2254). */
export function isAdjustable({ isAdjustable: byNature }: Regime, limitationCase: LimitationCase): boolean {
  const { claimKind, debtorKind, periodic } = limitationCase;
  return byNature && !periodic && debtorKind !== 'consumer' && !PERIODIC.includes(claimKind);
}
