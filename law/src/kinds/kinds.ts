/**
 * What the rules ask of every claim: who is owed, who owes, and what for (contract §3). These facts decide the regime,
 * and a missing one is refused, never guessed.
 */
export const DEBTOR_KINDS = [
  'consumer',
  'trader',
  'artisan',
  'company',
  'civil-professional',
  'public-body',
  'public-enterprise',
  'non-business',
] as const;
export type DebtorKind = (typeof DEBTOR_KINDS)[number];

export const CLAIM_KINDS = [
  'goods',
  'services',
  'works',
  'transport',
  'telecom',
  'energy',
  'water',
  'rent',
  'commercial-rent',
  'co-ownership',
  'consumer-credit',
  'lawyer-fees',
  'medical-fees',
  'insurance-premium',
  'bill-of-exchange',
  'cheque',
  'judgment',
  'other',
] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** Where a party is, the court being in metropolitan France. */
export const PLACES = ['metropole', 'alsace-moselle', 'overseas', 'abroad'] as const;
export type Place = (typeof PLACES)[number];

/** French name of each kind of debtor, as read on a screen. */
export const DEBTOR_NAMES: Record<DebtorKind, string> = {
  consumer: 'consommateur',
  trader: 'commerçant (personne physique)',
  artisan: 'artisan',
  company: 'société commerciale',
  'civil-professional': 'professionnel civil (libéral, agriculteur, association, SCI)',
  'public-body': 'personne publique',
  'public-enterprise': 'entreprise publique',
  'non-business': 'non-professionnel',
};

/** French name of each kind of claim, as read on a screen. */
export const CLAIM_NAMES: Record<ClaimKind, string> = {
  goods: 'vente de biens',
  services: 'prestation de services',
  works: 'travaux',
  transport: 'transport de marchandises',
  telecom: 'téléphone et internet',
  energy: 'électricité ou gaz',
  water: 'eau',
  rent: 'loyer d’habitation',
  'commercial-rent': 'loyer commercial',
  'co-ownership': 'charges de copropriété',
  'consumer-credit': 'crédit à la consommation',
  'lawyer-fees': 'honoraires d’avocat',
  'medical-fees': 'soins',
  'insurance-premium': 'prime d’assurance',
  'bill-of-exchange': 'lettre de change ou billet à ordre',
  cheque: 'chèque',
  judgment: 'jugement ou autre titre',
  other: 'autre créance',
};

/** Debtors who act for a business: L441-10 C. com. speaks of « tout professionnel en situation de retard ». */
const PROFESSIONALS: readonly DebtorKind[] = ['trader', 'artisan', 'company', 'civil-professional'];

/** Whether a debtor acts for a business of his own, which is neither a consumer nor a public buyer. */
export function isProfessional(kind: DebtorKind): boolean {
  return PROFESSIONALS.includes(kind);
}
