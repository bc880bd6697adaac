/** Everything that a creditor may think of adding to the principal. A closed list: another name is refused. */
export const ACCESSORIES = [
  'reminder-fee',
  'file-opening-fee',
  'agency-fee',
  'formal-notice-fee',
  'registered-letter',
  'fixed-indemnity',
  'additional-compensation',
  'late-penalties',
  'legal-interest',
  'capitalised-interest',
  'penalty-clause',
  'cheque-costs',
  'court-fees',
  'payment-order-service',
  'lawyer-fees',
  'enforcement-costs',
  'creditor-sliding-fee',
  'small-claims-procedure-fee',
] as const;
export type Accessory = (typeof ACCESSORIES)[number];

/** French name of each accessory, as read on a screen. */
export const ACCESSORY_NAMES: Record<Accessory, string> = {
  'reminder-fee': 'Frais de relance',
  'file-opening-fee': 'Frais d’ouverture de dossier',
  'agency-fee': 'Commission d’une société de recouvrement',
  'formal-notice-fee': 'Mise en demeure par commissaire de justice, non imposée par la loi',
  'registered-letter': 'Lettre recommandée',
  'fixed-indemnity': 'Indemnité forfaitaire pour frais de recouvrement',
  'additional-compensation': 'Indemnisation complémentaire des frais de recouvrement',
  'late-penalties': 'Pénalités de retard ou intérêts moratoires',
  'legal-interest': 'Intérêt au taux légal',
  'capitalised-interest': 'Capitalisation des intérêts',
  'penalty-clause': 'Clause pénale',
  'cheque-costs': 'Frais de chèque impayé',
  'court-fees': 'Frais de greffe et contribution de justice',
  'payment-order-service': 'Signification de l’injonction de payer',
  'lawyer-fees': 'Honoraires d’avocat',
  'enforcement-costs': 'Frais d’exécution forcée',
  'creditor-sliding-fee': 'Droit proportionnel à la charge du créancier',
  'small-claims-procedure-fee': 'Frais de la procédure simplifiée des petites créances',
};
