import { euros, frenchDate, frenchShortDate, parseDay } from '@acquit/law';
import { type AccountLine, disputeReasonName, fr } from '@acquit/recovery';
import type { PortalActKind } from '../../store/index.ts';
import { english } from './texts-en.ts';

/** Every word a debtor reads on his page; what is put in a sentence is already written in his language. */
export interface PortalTexts {
  lang: 'fr' | 'en';
  money(cents: number): string;
  date(iso: string): string;
  shortDate(iso: string): string;
  instant(iso: string): string;
  title(company: string): string;
  asOf(debtor: string, date: string): string;
  previewBanner: string;
  late: string;
  upcoming: string;
  accessories: string;
  credits: string;
  due: string;
  nothingDue: string;
  /** Beside the sums: what is contested or spread, taken off. */
  waiting: string;
  insolvent: string;
  invoice: string;
  kind: Record<'invoice' | 'deposit' | 'corrective' | 'credit-note' | 'factored', string>;
  dueOn: string;
  left: string;
  openCopy(number: string): string;
  waits: Record<NonNullable<AccountLine['waits']>, string>;
  notDueYet: string;
  statement: string;
  whatToDo: string;
  choices: Record<PortalChoice, { title: string; hint: string }>;
  /** What stands under « pay » where a card is taken too. */
  payHintWithCard: string;
  pay: {
    title: string;
    byTransfer: string;
    beneficiary: string;
    amount: string;
    reference: string;
    referenceHint: string;
    scan: string;
    noIban: string;
    byCard: string;
    cardHint: string;
    toCard: string;
    cardShown: string;
  };
  card: {
    item(company: string): string;
    titles: Record<CardNews, string>;
    texts: Record<CardNews, string>;
    toStripe: string;
    again: string;
  };
  form: {
    which: string;
    paidOn: string;
    means: string;
    meansOf: Record<'transfer' | 'cheque' | 'card' | 'direct-debit' | 'other', string>;
    amount: string;
    reference: string;
    optional: string;
    promiseOn: string;
    promiseHint(days: number): string;
    yourName: string;
    why: string;
    /** Stands where nothing is chosen yet. */
    choose: string;
    contested(number: string): string;
    details: string;
    file: string;
    fileHint: string;
    count: string;
    countOf(n: number): string;
    spread: string;
    firstOn: string;
    otherName: string;
    otherEmail: string;
    send: string;
    back: string;
  };
  reasons(reason: string): string;
  said: string;
  acts: Record<Exclude<PortalActKind, 'opened' | 'card-back'>, string>;
  done: { title: string; kept(at: string, reference: string): string; keep: string; effects: Record<string, string> };
  faults: Record<PortalFault, string>;
  footer: {
    from(company: string): string;
    contact: string;
    until(date: string): string;
    data(company: string): string;
  };
  closed: Record<'unknown' | 'expired' | 'busy' | 'tooMany', { title: string; text: string }>;
}

/** What a debtor may be told about a payment by card that is not, or not yet, recorded. */
export type CardNews = 'waiting' | 'cancelled' | 'busy' | 'refused' | 'too-many' | 'off' | 'shown' | 'leaving';

export type PortalChoice = 'pay' | 'paid' | 'promise' | 'contest' | 'instalments' | 'other';

/** Why a form comes back: the field it is about is said beside it. */
export type PortalFault =
  | 'no-claim'
  | 'date'
  | 'date-future'
  | 'date-past'
  | 'date-far'
  | 'amount'
  | 'amount-large'
  | 'reason'
  | 'details'
  | 'file-large'
  | 'count'
  | 'first-day'
  | 'too-long'
  | 'email'
  | 'changed';

const parisInstant = (locale: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' });

const frenchInstant = parisInstant('fr-FR');

/** An instant as a reader of France wants it. */
export const written = (format: Intl.DateTimeFormat, iso: string): string =>
  format.format(Temporal.Instant.from(iso.replace(' ', 'T')).epochMilliseconds);

const french: PortalTexts = {
  lang: 'fr',
  money: euros,
  date: (iso) => frenchDate(parseDay(iso)!),
  shortDate: (iso) => frenchShortDate(parseDay(iso)!),
  instant: (iso) => written(frenchInstant, iso),
  title: (company) => fr`Vos factures auprès de ${company}`,
  asOf: (debtor, date) => fr`${debtor} – situation au ${date}`,
  previewBanner: fr`Aperçu : c’est ce que voit votre client. Rien de ce que vous saisissez ici n’est enregistré.`,
  late: 'Échu',
  upcoming: fr`À échoir`,
  accessories: 'Pénalités et indemnités réclamées',
  credits: 'Avoirs et sommes déjà reçues',
  due: fr`À régler aujourd’hui`,
  nothingDue: fr`Rien n’est à régler aujourd’hui. Merci.`,
  waiting: 'Contesté ou échelonné, non demandé',
  insolvent: fr`Une procédure collective est ouverte : cette page ne demande aucun paiement. Les sommes nées avant son ouverture sont déclarées au mandataire judiciaire ou au liquidateur.`,
  invoice: 'Pièce',
  kind: {
    invoice: 'Facture',
    deposit: 'Acompte',
    corrective: 'Facture rectificative',
    'credit-note': 'Avoir',
    factored: 'Facture',
  },
  dueOn: 'Échéance',
  left: 'Reste dû',
  openCopy: (number) => fr`${number} (ouvrir la copie, PDF)`,
  waits: {
    checking: 'en cours de vérification',
    announced: 'règlement annoncé',
    planned: 'dans votre échéancier',
    procedure: 'procédure en cours',
    elsewhere: 'suivie par notre mandataire',
    contested: fr`contestée : nous l’examinons`,
  },
  notDueYet: 'pas encore échue',
  statement: 'Relevé de compte (PDF)',
  whatToDo: fr`Que souhaitez-vous faire ?`,
  payHintWithCard: fr`par virement, avec un code à scanner, ou par carte`,
  choices: {
    pay: { title: 'Payer maintenant', hint: 'par virement, avec un code à scanner' },
    paid: { title: fr`J’ai déjà payé`, hint: 'dites-nous quand et comment' },
    promise: { title: fr`Je paierai à une date`, hint: 'choisissez-la' },
    contest: { title: fr`Je conteste`, hint: 'toute la facture ou une partie' },
    instalments: { title: 'Je demande un échéancier', hint: 'en plusieurs fois' },
    other: { title: fr`Ce n’est pas à moi qu’il faut écrire`, hint: 'indiquez à qui' },
  },
  pay: {
    title: 'Payer maintenant',
    byTransfer: 'Par virement',
    beneficiary: 'Bénéficiaire',
    amount: 'Montant',
    reference: 'Référence à indiquer',
    referenceHint: 'Elle permet de reconnaître votre règlement sans vous écrire de nouveau.',
    scan: fr`Dans l’application de votre banque, scannez ce code : tout est rempli.`,
    noIban: fr`Les coordonnées bancaires ne sont pas en ligne : elles figurent sur vos factures.`,
    byCard: 'Par carte bancaire',
    cardHint: fr`Vous êtes conduit sur la page sécurisée de Stripe ; votre numéro de carte ne nous est pas transmis.`,
    toCard: 'Payer par carte',
    cardShown: fr`Ici, aucune page de paiement ne s’ouvre : la société est en mode essai, ou vous regardez un aperçu.`,
  },
  card: {
    item: (company) => fr`Règlement de vos factures – ${company}`,
    titles: {
      waiting: 'Paiement en attente de confirmation',
      cancelled: fr`Vous n’avez pas payé`,
      busy: 'Un instant',
      refused: fr`Le paiement par carte n’est pas possible`,
      'too-many': 'Trop de demandes',
      off: fr`Le paiement par carte n’est pas possible`,
      shown: fr`Aucun paiement n’est ouvert`,
      leaving: 'Payer par carte',
    },
    texts: {
      waiting: fr`Stripe n’a pas encore confirmé votre paiement. Ne payez pas une seconde fois : rechargez cette page dans quelques minutes.`,
      cancelled: fr`Le paiement par carte a été abandonné ; rien n’a été débité.`,
      busy: fr`Stripe ne répond pas. Si vous venez de payer, ne recommencez pas : revenez dans quelques minutes.`,
      refused: fr`Stripe ne peut pas ouvrir ce paiement. Rien n’a été débité : payez par virement, ou écrivez-nous.`,
      'too-many': 'Beaucoup de paiements ont été ouverts pour ce compte. Payez par virement, ou revenez demain.',
      off: 'Payez par virement, ou écrivez-nous.',
      shown: fr`La société est en mode essai, ou vous regardez un aperçu : rien n’est débité ni enregistré.`,
      leaving: 'Votre page de paiement est prête.',
    },
    toStripe: 'Aller à la page de paiement',
    again: fr`Revenir aux moyens de payer`,
  },
  form: {
    which: fr`Pour quelles factures ?`,
    paidOn: 'Date du règlement',
    means: 'Moyen de paiement',
    meansOf: {
      transfer: 'virement',
      cheque: 'chèque',
      card: 'carte bancaire',
      'direct-debit': 'prélèvement',
      other: 'autre',
    },
    amount: 'Montant',
    reference: 'Référence du règlement',
    optional: 'facultatif',
    promiseOn: 'Date à laquelle vous réglerez',
    promiseHint: (days) =>
      fr`Jusqu’à ${days} jours, votre date est retenue tout de suite ; au-delà, nous vous répondons.`,
    yourName: 'Votre nom',
    why: 'Motif',
    choose: 'À choisir',
    contested: (number) => fr`Somme contestée de ${number} (facultatif : toute la facture)`,
    details: 'Précisions',
    file: 'Pièce jointe',
    fileHint: 'Photo, bon de livraison, courrier… 10 Mo au plus.',
    count: 'Nombre d’échéances',
    countOf: (n) => fr`${n} mensualités`,
    spread: 'Somme à échelonner',
    firstOn: 'Première échéance le',
    otherName: 'Nom de la personne ou du service',
    otherEmail: 'Adresse e-mail',
    send: 'Envoyer',
    back: 'Retour à vos factures',
  },
  reasons: (reason) => disputeReasonName(reason as Parameters<typeof disputeReasonName>[0]),
  said: 'Ce que vous nous avez dit',
  acts: {
    paid: 'Vous avez indiqué avoir payé',
    promise: 'Vous avez annoncé un règlement',
    dispute: 'Vous avez contesté',
    instalments: 'Vous avez demandé un échéancier',
    'wrong-addressee': fr`Vous avez indiqué n’être pas le bon destinataire`,
    card: 'Vous avez payé par carte',
  },
  done: {
    title: fr`C’est enregistré`,
    kept: (at, reference) => fr`Reçu le ${at}. Référence : ${reference}.`,
    keep: 'Vous pouvez garder cette page comme preuve de ce que vous avez indiqué.',
    effects: {
      paid: 'Nous attendons votre règlement sans vous relancer pour ces factures. Merci.',
      'paid-again': fr`Un règlement avait déjà été annoncé pour ces factures et ne nous est pas parvenu : une personne va vérifier et vous répondre.`,
      promise: fr`Votre date est retenue : nous ne vous relancerons pas d’ici là.`,
      'promise-asked': fr`Nous avons noté votre date ; une personne vous répondra.`,
      dispute:
        'Nous ne vous relancerons pas pour la somme contestée tant que nous ne vous aurons pas répondu. Le reste demeure à régler.',
      instalments: fr`Votre demande est transmise ; une personne vous répondra. Un échéancier n’est conclu qu’à notre accord.`,
      'instalments-agreed': fr`Votre échéancier est accepté. Son respect suffit : nous ne vous relancerons pas tant qu’il est tenu.`,
      'wrong-addressee': 'Merci. Nous vérifions avant d’écrire de nouveau.',
      'card-paid': fr`Merci. Votre paiement est reçu : nous ne vous relancerons plus pour ces factures.`,
      card: 'Merci. Votre paiement sera confirmé par Stripe dans un instant.',
    },
  },
  faults: {
    'no-claim': 'Choisissez au moins une facture.',
    date: 'Indiquez une date, par exemple 15/12/2026.',
    'date-future': fr`Cette date est à venir : pour annoncer un règlement futur, choisissez « Je paierai à une date ».`,
    'date-past': fr`Cette date est passée : choisissez-en une à partir d’aujourd’hui.`,
    'date-far': fr`Cette date est à plus d’un an : vérifiez l’année.`,
    amount: 'Indiquez un montant, par exemple 120,00.',
    'amount-large': 'Ce montant dépasse ce qui reste dû.',
    reason: 'Choisissez un motif.',
    details: 'Dites-nous en quelques mots ce qui ne va pas.',
    'file-large': fr`Cette pièce dépasse 10 Mo : envoyez-en une plus légère.`,
    count: 'Choisissez un nombre d’échéances proposé.',
    'first-day': 'La première échéance doit tomber entre demain et dans un mois.',
    'too-long': fr`La dernière échéance tombe trop loin : choisissez moins d’échéances ou commencez plus tôt.`,
    email: 'Cette adresse e-mail n’est pas lisible.',
    changed: 'Votre compte a changé entre-temps. Relisez la page, puis recommencez.',
  },
  footer: {
    from: (company) => fr`Cette page vous est adressée par ${company}, votre créancier, et ne montre que votre compte.`,
    contact: fr`Nous joindre :`,
    until: (date) => fr`Ce lien est personnel et s’ouvre jusqu’au ${date}.`,
    data: (company) =>
      fr`${company} conserve ce que vous indiquez ici pour suivre le règlement de ces factures et le prouver. Vous pouvez demander à y accéder ou à le faire corriger.`,
  },
  closed: {
    unknown: {
      title: 'Ce lien ne s’ouvre pas',
      text: 'Il est incomplet ou n’a plus cours. Ouvrez celui du dernier message reçu, ou répondez à ce message.',
    },
    expired: {
      title: 'Ce lien a expiré',
      text: fr`Répondez au dernier message reçu : un nouveau lien vous sera envoyé.`,
    },
    busy: {
      title: 'Un instant',
      text: fr`Le service est occupé. Rien n’a été enregistré : recommencez dans une minute.`,
    },
    tooMany: {
      title: 'Trop de demandes',
      text: fr`Beaucoup de demandes viennent d’être faites pour ce compte. Rien de plus n’a été enregistré : recommencez plus tard, ou répondez au dernier message reçu.`,
    },
  },
};

const CATALOGUE: Readonly<Record<'fr' | 'en', PortalTexts>> = { fr: french, en: english };

/** The words of a language; French for any other. */
export const portalTexts = (language: string): PortalTexts => CATALOGUE[language === 'en' ? 'en' : 'fr'];
