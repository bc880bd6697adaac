/** What a creditor may do about a claim, by the names that the rules give (contract §3). The order is the usual one. */
export const PROCEDURES = [
  'formal-notice',
  'instalment-plan',
  'small-claims',
  'conciliation',
  'mediation',
  'uncontested-commercial',
  'injonction-de-payer',
  'refere-provision',
  'requete',
  'assignation',
  'sommation-de-payer',
  'saisie-conservatoire',
  'cheque-title',
  'saisie-attribution',
  'saisie-des-remunerations',
  'saisie-vente',
  'european-payment-order',
  'european-small-claims',
  'foreign-lawyer',
  'administrative-claim',
  'mandatement-d-office',
  'administrative-refere',
  'administrative-suit',
  'ad-hoc-representative',
  'insolvency-claim',
  'overindebtedness',
] as const;
export type Procedure = (typeof PROCEDURES)[number];

/** What may be priced: every procedure, and what may follow or go before one. */
export const COST_STEPS = [...PROCEDURES, 'reminder-letter', 'opposition', 'appeal'] as const;
export type CostStep = (typeof COST_STEPS)[number];

/** Kinds of courts that change a cost, a form or the need of a lawyer. */
export const COURTS = [
  'commercial',
  'economic',
  'commercial-or-economic',
  'commercial-chamber',
  'mixed-commercial',
  'judicial',
  'judicial-or-local',
  'protection',
  'enforcement',
  'administrative',
  'european',
] as const;
export type CourtKind = (typeof COURTS)[number];

/** French name of each kind of court. */
export const COURT_NAMES: Record<CourtKind, string> = {
  commercial: 'tribunal de commerce',
  economic: 'tribunal des activités économiques',
  'commercial-or-economic': 'tribunal de commerce ou, dans douze villes, tribunal des activités économiques',
  'commercial-chamber': 'chambre commerciale du tribunal judiciaire',
  'mixed-commercial': 'tribunal mixte de commerce',
  judicial: 'tribunal judiciaire',
  'judicial-or-local': 'tribunal judiciaire ou tribunal de proximité',
  protection: 'juge des contentieux de la protection',
  enforcement: 'juge de l’exécution',
  administrative: 'tribunal administratif',
  european: 'juridiction désignée par le règlement (UE) n° 1215/2012',
};

/** French name of each procedure, as read on a screen. */
export const PROCEDURE_NAMES: Record<Procedure, string> = {
  'formal-notice': 'Mise en demeure',
  'instalment-plan': 'Échéancier',
  'small-claims': 'Procédure simplifiée de recouvrement des petites créances',
  conciliation: 'Conciliateur de justice',
  mediation: 'Médiation',
  'uncontested-commercial': 'Recouvrement des créances commerciales incontestées',
  'injonction-de-payer': 'Injonction de payer',
  'refere-provision': 'Référé-provision',
  requete: 'Requête au tribunal judiciaire',
  assignation: 'Assignation au fond',
  'sommation-de-payer': 'Sommation de payer',
  'saisie-conservatoire': 'Saisie conservatoire',
  'cheque-title': 'Titre exécutoire pour chèque impayé',
  'saisie-attribution': 'Saisie-attribution',
  'saisie-des-remunerations': 'Saisie des rémunérations',
  'saisie-vente': 'Saisie-vente',
  'european-payment-order': 'Injonction de payer européenne',
  'european-small-claims': 'Procédure européenne des petits litiges',
  'foreign-lawyer': 'Avocat du pays du débiteur',
  'administrative-claim': 'Réclamation écrite à l’ordonnateur',
  'mandatement-d-office': 'Mandatement d’office',
  'administrative-refere': 'Référé-provision administratif',
  'administrative-suit': 'Requête au tribunal administratif',
  'ad-hoc-representative': 'Mandataire ad hoc d’une société radiée',
  'insolvency-claim': 'Déclaration de créance',
  overindebtedness: 'Dossier de surendettement',
};

/** French name of each step that has a price. */
export const STEP_NAMES: Record<CostStep, string> = {
  ...PROCEDURE_NAMES,
  'reminder-letter': 'Lettre de relance',
  opposition: 'Suites d’une opposition',
  appeal: 'Appel',
};

const COMMERCIAL: readonly CourtKind[] = ['commercial', 'economic', 'commercial-or-economic'];
const JUDICIAL: readonly CourtKind[] = ['judicial', 'judicial-or-local', 'protection', 'commercial-chamber'];

/** Whether a court is a tribunal de commerce, whatever its name. */
export function isCommercial(court: CourtKind): boolean {
  return COMMERCIAL.includes(court);
}

/** Whether a court is a formation of the tribunal judiciaire that hears claims for payment. */
export function isJudicial(court: CourtKind): boolean {
  return JUDICIAL.includes(court);
}
