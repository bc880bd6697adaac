import type { DebtorKind } from '@acquit/law';
import { eInvoiceStatusName } from '../einvoice/statuses.ts';
import type { ClaimFacts, Profile } from '../model/facts.ts';
import { INSOLVENCY, MISSING_ADDRESS } from '../planner/hand-over.ts';
import { PLAN_MISSED, planMissedStep } from '../planner/plan-notice.ts';
import { SUSPENSION, suspensionStep } from '../planner/suspension-notice.ts';
import { THANKS, thanksStep } from '../planner/thanks.ts';
import { defaultBook } from '../scenarios/defaults.ts';
import { SCENARIO_STOP } from '../scenarios/level.ts';
import { fr } from './typography.ts';

const STEPS: Record<string, string> = {
  ...Object.fromEntries(
    Object.values(defaultBook.latest).flatMap(({ steps }) => steps.map((step) => [step.key, step.name])),
  ),
  [SCENARIO_STOP]: 'Fin du scénario',
  [MISSING_ADDRESS]: 'Adresse à compléter',
  [INSOLVENCY]: 'Procédure collective',
  [PLAN_MISSED]: planMissedStep.name,
  [THANKS]: thanksStep.name,
  [SUSPENSION]: suspensionStep.name,
};

const PROFILES: Record<Profile, string> = {
  business: 'Professionnel',
  consumer: 'Particulier',
  public: 'Acheteur public',
};

const CLAIM_KINDS: Record<ClaimFacts['kind'], string> = {
  invoice: 'Facture',
  deposit: 'Facture d’acompte',
  corrective: 'Facture rectificative',
  'credit-note': 'Avoir',
  factored: 'Facture cédée à un factor',
};

const DEBTOR_KINDS: Record<DebtorKind, string> = {
  consumer: 'Particulier',
  trader: 'Commerçant',
  artisan: 'Artisan',
  company: 'Société',
  'civil-professional': 'Profession libérale ou autre professionnel civil',
  'public-body': 'Collectivité ou établissement public',
  'public-enterprise': 'Entreprise publique',
  'non-business': 'Non-professionnel (copropriété, association…)',
};

const OBJECTS: Record<string, string> = {
  tenant: 'organisation',
  user: 'utilisateur',
  session: 'connexion',
  calendar: 'adresse d’agenda',
  company: 'société',
  mail: 'réglages d’envoi',
  scenario: 'scénario',
  import: 'import',
  debtor: 'débiteur',
  contact: 'interlocuteur',
  case: 'dossier',
  claim: 'facture',
  einvoice: 'facture électronique',
  receipt: 'encaissement',
  line: 'ligne de banque',
  credit: 'avoir',
  action: 'acte',
  message: 'message',
  letter: 'lettre',
  outbox: 'message',
  pass: 'passe de la nuit',
  demo: 'démonstration',
  promise: 'promesse',
  dispute: 'litige',
  plan: 'échéancier',
  pause: 'pause',
  suspension: 'suspension des livraisons',
  file: 'fichier',
  reminder: 'relance',
  journal: 'journal',
  source: 'source surveillée',
  sending: 'envois',
  account: 'compte bancaire',
  reply: 'réponse',
  address: 'adresse e-mail',
  text: 'texte',
  dispatch: 'envoi suivi',
  provider: 'prestataire',
  consent: 'consentement au recommandé électronique',
  call: 'appel',
  collector: 'mandataire du recouvrement',
  partner: 'professionnel',
  handover: 'remise à un professionnel',
  procedure: 'procédure',
  limitation: 'prescription',
  alarm: 'alerte',
  irrecoverable: 'créance irrécouvrable',
  digest: 'résumé de la semaine',
  courts: 'tribunaux',
  notice: 'annonce au BODACC',
  watch: 'veille des annonces',
};

const VERBS: Record<string, string> = {
  created: 'création',
  updated: 'modification',
  saved: 'nouvelle version',
  default: 'retour au texte d’origine',
  changed: 'modification',
  merged: 'fusion avec un autre client',
  unmerged: 'fusion défaite',
  distinct: 'deux clients distincts',
  imported: 'import',
  undone: 'annulation',
  completed: 'complément',
  refused: 'refus',
  received: 'statut reçu',
  linked: 'statut rattaché',
  withdrawn: 'statut repris',
  answered: 'réponse donnée',
  deleted: 'suppression',
  removed: 'retrait',
  released: 'levée du garde-fou bancaire pour la journée',
  retired: 'mise hors d’usage',
  'used-again': 'remise en usage',
  'token-made': 'nouveau jeton',
  erased: 'effacement',
  cancelled: 'annulation',
  entered: 'saisie',
  allocated: 'imputation',
  decided: 'décision',
  planned: 'décision',
  queued: 'mise en attente d’envoi',
  confirmed: 'confirmation',
  skipped: 'renoncement',
  done: 'accomplissement',
  sent: 'envoi',
  captured: 'capture en mode test',
  printed: 'impression',
  bounced: 'retour à l’expéditeur',
  arrived: 'arrivée constatée',
  matched: 'rapprochement',
  unmatched: 'rapprochement défait',
  shown: 'confirmation par la banque',
  reversed: 'reprise par la banque',
  declined: 'proposition refusée',
  'set-aside': 'mise à l’écart',
  restored: 'remise en attente',
  'in-doubt': 'envoi douteux',
  'send-again': 'nouvel envoi demandé',
  read: 'lecture',
  attached: 'rattachement',
  paused: 'mise en pause',
  resumed: 'reprise',
  parked: 'mise de côté',
  closed: 'clôture',
  opened: 'ouverture',
  reopened: 'réouverture',
  resolved: 'réponse',
  drafted: 'établissement',
  proposed: 'proposition',
  signed: 'signature',
  proof: 'dépôt de l’original signé',
  'notice-presented': 'mise en demeure présentée',
  ended: 'fin anticipée',
  lifted: 'levée',
  'not-before': 'mise en attente',
  settled: 'règlement complet',
  tested: 'essai',
  loaded: 'chargement',
  started: 'début',
  finished: 'fin',
  anchored: 'ancrage',
  stopped: 'arrêt pour volume inhabituel',
  'let-go': 'départ autorisé',
  kept: 'envois retenus',
  'rules-changed': 'règles de choix modifiées',
  'scenario-chosen': 'choix du scénario',
  'mode-changed': 'changement de mode',
  'went-live': 'passage en envoi réel',
  'accessories-chosen': 'choix des accessoires',
  handed: 'remise à un prestataire',
  'taken-back': 'reprise au prestataire',
  numbered: 'numéro saisi',
  told: 'nouvelle consignée',
  'told-event': 'acte indiqué',
  'told-fact': 'fait indiqué',
  'told-cost': 'frais indiqués',
  'told-receipt': 'paiement indiqué',
  'told-message': 'message reçu',
  written: 'message envoyé',
  seen: 'vue',
  'page-opened': 'page ouverte',
  'link-made': 'lien donné',
  'links-withdrawn': 'liens retirés',
  'receipt-recorded': 'paiement indiqué enregistré',
  recorded: 'consignation',
  event: 'fait consigné',
  'event-withdrawn': 'fait retiré',
  cost: 'frais consignés',
  'cost-withdrawn': 'frais retirés',
  'cost-proof': 'justificatif de frais joint',
  'cost-proof-withdrawn': 'justificatif de frais retiré',
};

/** The name of a scenario step by its key; a key of a user's own scenario is its own name. */
export function stepName(key: string): string {
  return STEPS[key] ?? key;
}

export function profileName(profile: Profile): string {
  return PROFILES[profile];
}

export function kindName(kind: ClaimFacts['kind']): string {
  return CLAIM_KINDS[kind];
}

/** The name of a debtor's kind; null is said as it is, because much depends on it. */
export function debtorKindName(kind: DebtorKind | null): string {
  return kind === null ? 'Qualité à préciser' : DEBTOR_KINDS[kind];
}

/** A line of a case's story about what was said of its e-invoice: `einvoice-207`. */
const E_INVOICE = 'einvoice-';

/** Codes that are not made of an object and a verb. */
const ACTS: Record<string, string> = {
  'court-file.built': 'Dossier de procédure : constitution',
  'court-file.answered': 'Dossier de procédure : réponses',
  'court-file.exhibits': 'Dossier de procédure : ordre des pièces',
  'court-file.exhibit-added': 'Dossier de procédure : pièce ajoutée',
  'court-file.exhibit-removed': 'Dossier de procédure : pièce retirée',
  'signed-in': 'Connexion',
  'signed-out': 'Déconnexion',
  'password-changed': 'Mot de passe : changement',
  'dispatch.withdrawn': 'Envoi suivi : nouvelle effacée',
  'procedure.proof': 'Procédure : preuve jointe',
  'limitation.withdrawn': 'Prescription : fait retiré',
  'consent.withdrawn': 'Consentement au recommandé électronique : retrait',
};

/**
 * The French name of a journal code, `object.verb` or `object-verb`: « Facture : modification ». A word that the
 * catalogue does not have is shown as it is rather than hidden, for the journal is evidence.
 */
export function journalActionName(code: string): string {
  const whole = ACTS[code];
  if (whole !== undefined) return whole;
  if (code.startsWith(E_INVOICE)) {
    const name = eInvoiceStatusName(code.slice(E_INVOICE.length));
    return fr`Facture électronique : ${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  }
  const [, object = code, verb = ''] = /^([a-z]+)[.-](.+)$/.exec(code) ?? [];
  const subject = OBJECTS[object];
  if (subject === undefined) return code;
  const named = subject.charAt(0).toUpperCase() + subject.slice(1);
  return verb === '' ? named : fr`${named} : ${VERBS[verb] ?? verb}`;
}
