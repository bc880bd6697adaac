import { type DisputeReason, disputeReasonName, type WorkKind } from '@acquit/recovery';

/** The groups of the day, in words. */
export const TITLES: Record<WorkKind, string> = {
  'in-doubt': 'Envois incertains',
  notice: 'Annonces légales sur vos clients',
  deadline: 'Échéances de procédure',
  limitation: 'Prescriptions proches',
  opening: 'Voies qui s’ouvrent',
  procedure: 'Procédures\u00a0: choisir la suite',
  reply: 'Réponses à lire',
  'portal-act': 'Dit par vos clients sur leur page',
  partner: 'Indiqué par les professionnels',
  'to-confirm': 'À confirmer',
  'to-send': 'À envoyer par vous',
  call: 'Appels à passer',
  promise: 'Promesses à vérifier',
  plan: 'Échéances manquées',
  dispute: 'Litiges à traiter',
  decide: 'Décisions à prendre',
  'missing-address': 'Coordonnées à compléter',
  'e-invoice': 'Factures électroniques à traiter',
  absent: 'Absentes de la dernière liste',
  'to-print': 'Lettres à imprimer',
  registered: 'Recommandés à compléter',
  parked: 'Dossiers en attente de vous',
  coming: 'À venir',
};

const WORDS: Partial<Record<WorkKind, Record<string, string>>> = {
  reply: {
    human: 'Réponse à lire',
    bounce: 'Message non remis',
    absence: 'Absence annoncée',
    acknowledgement: 'Accusé de réception',
    challenge: 'Filtre à débloquer',
    receipt: 'Accusé de lecture',
    unreadable: 'Message illisible',
  },
  'portal-act': {
    paid: 'Dit avoir payé',
    promise: 'Promet de payer',
    dispute: 'Conteste',
    instalments: 'Demande un échéancier',
    'wrong-addressee': 'Indique un autre interlocuteur',
    card: 'Paiement par carte',
    'card-back': 'Paiement par carte rendu ou contesté',
  },
  promise: { expected: 'Règlement promis', broken: 'Promesse non tenue' },
  plan: { missed: 'Échéance non réglée' },
  registered: { number: 'Numéro à saisir', presentation: 'Première présentation à saisir' },
  notice: {
    opening: 'Procédure collective ouverte',
    conversion: 'Procédure collective convertie',
    closure: 'Procédure collective close',
    plan: 'Plan arrêté ou modifié',
    'claims-listed': 'État des créances déposé',
    'in-proceedings': 'Décision dans une procédure collective',
    retracted: 'Ouverture remise en cause',
    'struck-off': 'Société radiée',
    'seat-moved': 'Siège transféré',
    sale: 'Fonds de commerce vendu',
    dissolution: 'Société dissoute',
    told: 'Annonce publiée',
    none: 'Annonce corrigée',
  },
  procedure: {
    'to-check': 'À vérifier',
    settled: 'Tout est réglé, à clore',
    title: 'Titre exécutoire obtenu',
    agreed: 'Accord trouvé',
    refused: 'Demande rejetée',
    lapsed: 'Caduque',
    withdrawn: 'Désistement',
    paid: 'Payée',
    done: 'Terminée',
    stopped: 'Arrêtée',
  },
  coming: { promise: 'Règlement promis', dispute: 'Réponse à un litige', plan: 'Échéance d’un plan' },
};

/** Kinds whose lines are named by the step itself: their code is for programs alone. */
export const NAMED: readonly WorkKind[] = ['deadline', 'opening'];

/** What a line of work is, from the code that the database gives of it. */
export function workName(kind: WorkKind, what: string): string {
  return WORDS[kind]?.[what] ?? disputeReasonName(what as DisputeReason) ?? what;
}
