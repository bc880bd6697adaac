/**
 * The events that a creditor may tell of, and the persons a bill or a cheque may be enforced against (contract §3). The
 * traps are among the events on purpose: an act that does nothing is accepted and explained.
 */
export const EVENT_KINDS = [
  'part-payment',
  'acknowledgement',
  'plan-signed',
  'court-claim',
  'claim-withdrawn',
  'payment-order-filed',
  'payment-order-served',
  'seizure',
  'insolvency-filing',
  'formal-notice',
  'reminder',
  'written-claim',
  'mediation',
  'conciliation',
  'small-claims-consent',
  'expertise',
] as const;
export type LimitationEventKind = (typeof EVENT_KINDS)[number];

/** Who is sued on a bill or a cheque. `recourse` is a signatory who paid, against the others. */
export const SIGNATORIES = ['acceptor', 'endorser', 'drawer', 'recourse', 'drawee'] as const;
export type Signatory = (typeof SIGNATORIES)[number];

/** The acts that a contract may make interruptive although the law does not (2254 C. civ.). */
export const CONTRACT_CAUSES = ['formal-notice', 'reminder', 'written-claim'] as const;
export type ContractCause = (typeof CONTRACT_CAUSES)[number];

/** French name of each event, as read in a tree. */
export const EVENT_NAMES: Record<LimitationEventKind, string> = {
  'part-payment': 'Paiement partiel',
  acknowledgement: 'Reconnaissance de dette',
  'plan-signed': 'Échéancier signé',
  'court-claim': 'Demande en justice',
  'claim-withdrawn': 'Désistement de la demande',
  'payment-order-filed': 'Requête en injonction de payer',
  'payment-order-served': 'Signification de l’injonction de payer',
  seizure: 'Saisie',
  'insolvency-filing': 'Déclaration de créance',
  'formal-notice': 'Mise en demeure',
  reminder: 'Relance',
  'written-claim': 'Réclamation écrite',
  mediation: 'Médiation',
  conciliation: 'Conciliation',
  'small-claims-consent': 'Accord à la procédure simplifiée',
  expertise: 'Expertise',
};

/** Events that last: those alone may have a last day. */
const LASTING: readonly LimitationEventKind[] = [
  'court-claim',
  'payment-order-served',
  'seizure',
  'insolvency-filing',
  'mediation',
  'conciliation',
  'small-claims-consent',
  'expertise',
];

/**
 * Lasting events whose effect is still going on as long as no last day is told. The service of a payment order and a
 * seizure are acts of one day unless a case follows them.
 */
const OPEN_ENDED: readonly LimitationEventKind[] = LASTING.filter(
  (kind) => kind !== 'payment-order-served' && kind !== 'seizure',
);

/** Whether an event of this kind may have a last day. */
export function mayLast(kind: LimitationEventKind): boolean {
  return LASTING.includes(kind);
}

/** Whether an event of this kind goes on until its last day is told. */
export function isOpenEnded(kind: LimitationEventKind): boolean {
  return OPEN_ENDED.includes(kind);
}
