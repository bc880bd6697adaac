import type { ExhibitKind } from './facts.ts';

/** What an exhibit is called before the user names it. */
export const EXHIBIT_NAMES: Record<ExhibitKind, string> = {
  contract: 'Contrat signé',
  order: 'Commande ou devis accepté',
  delivery: 'Preuve de livraison ou d’exécution',
  terms: 'Conditions générales de vente',
  invoice: 'Facture',
  'e-invoice': 'Statuts de la facture électronique',
  reminder: 'Relance',
  'formal-notice': 'Mise en demeure',
  'notice-proof': 'Preuve de la mise en demeure',
  reply: 'Réponse du débiteur',
  acknowledgement: 'Reconnaissance de dette',
  plan: 'Échéancier signé',
  dispute: 'Pièce de la contestation',
  'amicable-attempt': 'Constat d’échec de la tentative amiable',
  cheque: 'Chèque et certificat de non-paiement',
  bill: 'Lettre de change ou billet à ordre',
  title: 'Titre exécutoire',
  register: 'Extrait du registre du débiteur',
  power: 'Pouvoir',
  'insolvency-notice': 'Avis du BODACC',
  journal: 'Extrait du journal du dossier',
  other: 'Autre pièce',
};
