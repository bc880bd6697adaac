import type { RefusalView } from '@acquit/recovery';
import { PASSWORD_FAULTS } from '../jobs/index.ts';

/**
 * A refusal on its way to the client: thrown inside a request so that its transaction rolls back and nothing of a
 * refused act remains. It is a value in disguise, never a bug: the pipeline turns it into `{refusal}` and logs nothing.
 */
export class HttpRefusal extends Error {
  readonly status: number;
  readonly refusal: RefusalView;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, refusal: RefusalView, headers: Record<string, string> = {}) {
    super(refusal.message);
    this.name = 'HttpRefusal';
    this.status = status;
    this.refusal = refusal;
    this.headers = headers;
  }
}

/**
 * Makes a refusal from the closed list below. The list is the API's reference of refusals: the OpenAPI description
 * and the documentation are drawn from it.
 */
export function refuse(code: HttpRefusalCode, facts: Record<string, unknown> = {}, message?: string): HttpRefusal {
  const known = HTTP_REFUSALS[code];
  const headers: Record<string, string> = {};
  if (typeof facts.retryAfterSeconds === 'number') headers['retry-after'] = String(facts.retryAfterSeconds);
  return new HttpRefusal(known.status, { code, message: message ?? known.message, facts }, headers);
}

/** A refusal decided below HTTP (law, recovery, importing…), answered with the given status. */
export function passOn(
  status: number,
  refusal: { code: string; message: string; facts?: Record<string, unknown> },
): HttpRefusal {
  return new HttpRefusal(status, { code: refusal.code, message: refusal.message, facts: refusal.facts ?? {} });
}

export type HttpRefusalCode = keyof typeof HTTP_REFUSALS;

/** Every refusal the HTTP layer itself can pronounce: status and French sentence that says what to do. */
export const HTTP_REFUSALS = {
  InvalidRequest: {
    status: 400,
    message: 'La demande contient une valeur que l’application ne peut pas lire. Corrigez les champs indiqués.',
  },
  InvalidJson: { status: 400, message: 'Le contenu envoyé n’est pas un document JSON acceptable.' },
  SignInNeeded: { status: 401, message: 'Votre session a pris fin. Identifiez-vous pour continuer.' },
  BadCredentials: {
    status: 401,
    message: 'Cette adresse et ce mot de passe ne vont pas ensemble. Vérifiez-les et recommencez.',
  },
  CsrfTokenNeeded: { status: 403, message: 'La page n’est plus à jour. Rechargez-la, puis recommencez.' },
  CrossSiteRefused: { status: 403, message: 'Cette demande vient d’un autre site : elle n’a pas été exécutée.' },
  InstallationOwnerOnly: {
    status: 403,
    message:
      'Ces fichiers servent à toutes les organisations de cette installation : seule celle qui l’a ouverte peut les charger.',
  },
  UnknownHost: {
    status: 421,
    message:
      'Ce nom de machine n’est pas celui de l’application. Ouvrez-la à son adresse habituelle ou déclarez la nouvelle dans ACQUIT_PUBLIC_URL.',
  },
  NotFound: { status: 404, message: 'Cet élément n’existe pas ou n’existe plus.' },
  MethodNotAllowed: { status: 405, message: 'Cette adresse n’accepte pas cette opération.' },
  RequestTimeout: { status: 408, message: 'L’envoi a duré trop longtemps : il a été interrompu. Recommencez.' },
  UserExists: { status: 409, message: 'Un compte existe déjà sur cette installation. Identifiez-vous.' },
  DemoExists: { status: 409, message: 'La société de démonstration est déjà chargée.' },
  CompanyExists: { status: 409, message: 'Une société porte déjà ce numéro d’entreprise.' },
  ConfirmationMismatch: {
    status: 409,
    message: 'Le nom recopié n’est pas exactement celui de la société. Rien n’a été changé.',
  },
  NotReadyForLive: {
    status: 409,
    message: 'La société ne peut pas encore envoyer pour de vrai. Complétez ce qui manque.',
  },
  IdempotencyKeyReused: {
    status: 409,
    message: 'Cette clé a déjà servi pour une autre demande. Rien n’a été exécuté.',
  },
  CaseClosed: { status: 409, message: 'Ce dossier est clos : il n’y a plus rien à relancer.' },
  ContactedToday: {
    status: 409,
    message:
      'Ce client a déjà été contacté aujourd’hui, et il ne l’est qu’une fois par jour. Confirmez ce message demain, ou passez-le.',
  },
  CaseNotPaused: { status: 409, message: 'Ce dossier n’est ni en pause ni en attente : il suit déjà son cours.' },
  DateInThePast: { status: 409, message: 'La date de fin de la pause doit être à venir.' },
  DateInTheFuture: { status: 409, message: 'Un encaissement ne peut pas être daté de l’avenir.' },
  LegalIdTaken: {
    status: 409,
    message:
      'Un autre client porte déjà ce numéro d’entreprise. Si c’est le même, fusionnez les deux fiches ; sinon, vérifiez le numéro.',
  },
  ContactEmpty: {
    status: 409,
    message: 'Donnez au moins un nom, une adresse e-mail ou un numéro de téléphone à cet interlocuteur.',
  },
  ClaimNotInCase: {
    status: 409,
    message: 'L’une des créances indiquées n’appartient pas à ce dossier ou n’est plus ouverte.',
  },
  ClaimNotOpen: { status: 409, message: 'Cette créance n’est plus ouverte : elle ne peut plus être modifiée.' },
  EInvoiceSilent: {
    status: 409,
    message: 'Aucune plateforme n’a encore rien dit de cette facture : il n’y a rien à régler.',
  },
  NothingDeclared: {
    status: 409,
    message: 'Aucun encaissement déclaré à la plateforme ne manque ici pour cette facture.',
  },
  NotAbsent: {
    status: 409,
    message: 'Aucune liste ne met cette créance en doute, ou elle n’est plus ouverte : il n’y a rien à répondre.',
  },
  CardNotSet: {
    status: 409,
    message: 'Aucune clé Stripe n’est enregistrée : saisissez-la dans « Page du client », puis recommencez.',
  },
  NoPortalAddress: {
    status: 409,
    message:
      'Cette installation n’a pas d’adresse publique : vos clients ne peuvent pas ouvrir leur page. Indiquez-la dans ACQUIT_PORTAL_URL.',
  },
  PortalOff: {
    status: 409,
    message: 'La page de vos clients est fermée pour cette société. Ouvrez-la dans les réglages.',
  },
  ReceiptCancelled: { status: 409, message: 'Cet encaissement est déjà annulé.' },
  MatchOutOfDate: {
    status: 409,
    message:
      'Ces factures ou cet encaissement ont changé depuis la proposition. Rechargez la ligne, puis choisissez à nouveau.',
  },
  MatchDecided: { status: 409, message: 'Cette proposition n’attend plus de décision.' },
  LineDecided: { status: 409, message: 'Cette ligne est déjà rapprochée ou mise de côté. Annulez d’abord ce choix.' },
  LineNotCredit: { status: 409, message: 'Cette ligne est une sortie d’argent : elle ne règle aucune facture.' },
  PartsTooLarge: {
    status: 409,
    message: 'Les montants choisis dépassent ce que la ligne apporte ou ce qui reste dû. Corrigez-les.',
  },
  TooLateToUndo: {
    status: 409,
    message:
      'Il est trop tard pour revenir en arrière : le message part ou est parti, ou la suite a été décidée depuis.',
  },
  ActionNotOpen: { status: 409, message: 'Cet acte n’attend plus de décision.' },
  ProviderMissing: {
    status: 409,
    message: 'Aucun prestataire n’est réglé pour cet envoi. Renseignez-le dans Réglages, puis Prestataires.',
  },
  ActionOutOfDate: {
    status: 409,
    message:
      'Les créances ont changé depuis que cet acte a été préparé. Il est retiré ; le prochain passage en proposera un autre.',
  },
  MessageNotInDoubt: { status: 409, message: 'Cet envoi n’attend pas de décision.' },
  BankStale: {
    status: 409,
    message:
      'Les données de la banque sont trop anciennes : importez un relevé récent, ou choisissez « Envoyer quand même » sur la page du jour.',
  },
  SourceKindFixed: {
    status: 409,
    message: 'Une source ne change pas de nature. Retirez-la, puis ajoutez-en une autre.',
  },
  SourceBusy: { status: 409, message: 'Cette source est en train d’être relevée. Regardez à nouveau dans un instant.' },
  PushTokenRefused: {
    status: 401,
    message:
      'Ce jeton n’ouvre aucune source. Créez-en un nouveau dans « Sources », puis mettez-le dans votre programme.',
  },
  TooManyPushes: { status: 429, message: 'Trop de fichiers en peu de temps. Attendez, puis reprenez l’envoi.' },
  TextChanged: { status: 409, message: 'Ce texte a été modifié entre-temps. Rouvrez-le.' },
  NothingToPreview: {
    status: 409,
    message: 'Ce dossier n’a rien dont ce texte puisse parler. Choisissez-en un autre.',
  },
  ScenarioRefused: { status: 409, message: 'Ce scénario ne peut pas être enregistré. Corrigez ce qui est indiqué.' },
  ScenarioChanged: {
    status: 409,
    message:
      'Ce scénario a été enregistré entre-temps, par quelqu’un d’autre ou dans un autre onglet : rien n’a été remplacé. Rouvrez-le, puis refaites vos changements sur sa dernière version.',
  },
  ScenarioNotForCase: {
    status: 409,
    message: 'Ce scénario n’est pas fait pour ce débiteur : choisissez-en un de la même qualité.',
  },
  VolumeAnswered: { status: 409, message: 'Cette journée d’envoi n’attend plus de réponse.' },
  MailNotSet: { status: 409, message: 'Le courrier de cette société n’est pas encore réglé.' },
  UploadGone: { status: 410, message: 'Ce fichier déposé n’est plus disponible. Déposez-le à nouveau.' },
  BodyTooLarge: { status: 413, message: 'L’envoi est trop volumineux pour cette opération.' },
  UnsupportedMediaType: { status: 415, message: 'Ce type de contenu n’est pas accepté ici.' },
  TextRefused: { status: 422, message: 'Ce texte ne peut pas être enregistré : corrigez les passages signalés.' },
  PasswordTooShort: { status: 422, message: PASSWORD_FAULTS.PasswordTooShort },
  PasswordTooLong: { status: 422, message: PASSWORD_FAULTS.PasswordTooLong },
  PasswordTooCommon: { status: 422, message: PASSWORD_FAULTS.PasswordTooCommon },
  TooManyAttempts: { status: 429, message: 'Trop d’essais manqués. Attendez un peu avant de recommencer.' },
  Busy: { status: 503, message: 'L’application termine un autre travail long. Recommencez dans un instant.' },
  Internal: {
    status: 500,
    message: 'Une erreur inattendue s’est produite. Rien n’a été modifié par cette demande ; l’incident est noté.',
  },
} as const satisfies Record<string, { status: number; message: string }>;
