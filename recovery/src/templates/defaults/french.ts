import type { Profile } from '../../model/facts.ts';
import type { Tone } from '../../model/scenario.ts';
import type { TemplateSource, TextKind } from '../model.ts';
import { CROSSED, DIFFICULTY, frenchReminder } from './french-reminders.ts';
import { GREETING, paragraphs, SALUTATION, TABLE, type WriteDefault } from './shape.ts';

const FIRST = '{% if plusieurs %} pour la première{% endif %}';

/** Before the due date: everything needed to pay, and no demand, because nothing is due yet. */
function notice(profile: Profile): TemplateSource {
  const opening: Record<Profile, string[]> = {
    business: [
      `Sauf erreur de notre part, {{ factures }} {% if plusieurs %}arrivent{% else %}arrive{% endif %} à échéance le {{ echeance }}${FIRST}.`,
      'Vous trouverez ici tout ce qu’il faut pour la régler.',
    ],
    consumer: [
      `Nous vous rappelons que {{ factures }} {% if plusieurs %}sont{% else %}est{% endif %} à régler pour le {{ echeance }}{% if plusieurs %}, s’agissant de la première{% endif %}.`,
    ],
    public: [`Sauf erreur de notre part, le délai de paiement {{ des_factures }} s’achève le {{ echeance }}${FIRST}.`],
  };
  const closing: Record<Profile, string[]> = {
    business: [
      'S’il vous manque un élément (bon de commande, référence, coordonnées bancaires), répondez à {{ ce_message }} : nous vous l’adresserons aussitôt.',
      'Si le règlement est déjà en route, ne tenez pas compte de {{ ce_message }}.',
    ],
    consumer: [
      'Pour toute question, répondez à {{ ce_message }} : nous sommes à votre disposition.',
      'Si votre règlement est déjà parti, ne tenez pas compte de ce rappel.',
    ],
    public: [
      'S’il manque une pièce ou une référence (numéro d’engagement, code service, service fait), répondez à {{ ce_message }} : nous vous l’adresserons aussitôt.',
      'Si le paiement est déjà ordonnancé, ne tenez pas compte de {{ ce_message }}.',
    ],
  };
  return {
    subject:
      profile === 'public'
        ? '{{ objet | majuscule }} – délai de paiement jusqu’au {{ echeance }}'
        : '{{ objet | majuscule }} – échéance du {{ echeance }}',
    body: paragraphs(GREETING, ...opening[profile], TABLE, ...closing[profile], SALUTATION),
  };
}

/**
 * The demand itself: that it is a formal notice, of how much, and by when. The delay runs from reception; a date is
 * given only where the day of reception is known, which is never the case of a letter. A public buyer is not put in
 * default by the civil code, and his interest has run without any notice.
 */
function demand(profile: Profile): string {
  const under = profile === 'public' ? '' : ', au sens des articles 1344 et 1231-6 du code civil,';
  return `La présente vaut mise en demeure${under} de nous régler la somme de {{ total }} dans un délai de {{ delai }} à compter de sa réception{% if date_limite %}, soit au plus tard le {{ date_limite }}{% endif %}.`;
}

const DUE =
  'Sauf erreur de notre part, {{ factures }} {% if plusieurs %}sont échues et ne sont pas réglées{% else %}est échue et n’est pas réglée{% endif %}.';
const CONTEST = 'Si vous contestez cette somme, même en partie, écrivez-nous le motif dans ce délai.';
/** The same courtesy as in a reminder, in the one line that keeps a formal notice on its page. */
const CROSSED_NOTICE = 'Si vous avez réglé entre-temps, nous vous en remercions : ne tenez pas compte de ce courrier.';

function formalNotice(profile: Profile): TemplateSource {
  const opening: Record<Profile, string> = {
    business: DUE,
    consumer: DUE,
    public:
      'Sauf erreur de notre part, le délai de paiement {{ des_factures }} est dépassé, et le paiement ne nous est pas parvenu.',
  };
  const closing: Record<Profile, string[]> = {
    business: [
      'À défaut de règlement dans ce délai, nous pourrons demander à la juridiction compétente le paiement de cette somme.',
      CONTEST,
    ],
    consumer: [
      DIFFICULTY,
      CONTEST,
      'À défaut de règlement ou de réponse dans ce délai, nous pourrons demander au tribunal le paiement de cette somme.',
    ],
    public: [
      'À défaut, nous pourrons en demander le versement à la juridiction compétente.',
      'Si la facture a été rejetée ou le délai suspendu, indiquez-nous le motif et la date de la décision.',
    ],
  };
  return {
    subject: 'Mise en demeure de payer – {{ objet }}',
    body: paragraphs(
      GREETING,
      opening[profile],
      demand(profile),
      TABLE,
      '{% if accessoires %}{{ accessoires }}{% endif %}',
      ...closing[profile],
      CROSSED_NOTICE,
      SALUTATION,
    ),
  };
}

function thanks(tone: Tone): TemplateSource {
  const opening =
    tone === 'neutral'
      ? 'Nous accusons réception de votre règlement de {{ recu_montant }}, reçu le {{ recu_le }}.'
      : 'Nous avons bien reçu votre règlement de {{ recu_montant }} le {{ recu_le }}, et nous vous en remercions.';
  return {
    subject: 'Votre règlement est bien arrivé',
    body: paragraphs(
      GREETING,
      opening,
      'Il solde ce que nous vous avions demandé : il ne vous reste rien à faire.',
      tone === 'cordial' ? 'Au plaisir de continuer à travailler avec vous.' : '',
      SALUTATION,
    ),
  };
}

function promiseBroken(tone: Tone, profile: Profile): TemplateSource {
  const isHeavy = tone === 'firm' || tone === 'grave';
  return {
    subject: '{{ objet | majuscule }} – règlement annoncé pour le {{ promesse_date }}',
    body: paragraphs(
      GREETING,
      'Le {{ promesse_faite_le }}, vous nous avez annoncé un règlement de {{ promesse_montant }} pour le {{ promesse_date }}. Sauf erreur de notre part, il ne nous est pas parvenu.',
      isHeavy
        ? 'Nous vous demandons de régler la somme de {{ total }} dès réception de {{ ce_message }}, ou de nous dire par retour ce qui s’y oppose.'
        : 'Le virement a-t-il été fait ? Si un imprévu l’a retardé, indiquez-nous la nouvelle date : nous en prendrons note.',
      TABLE,
      profile === 'consumer' ? DIFFICULTY : '',
      tone === 'grave'
        ? 'Sans règlement ni réponse de votre part, nous serions conduits à vous adresser une mise en demeure.'
        : '',
      CROSSED,
      SALUTATION,
    ),
  };
}

/** Aims at the forfeiture clause by name, because a missed instalment does not by itself make the balance due. */
function planMissed(profile: Profile): TemplateSource {
  return {
    subject: 'Mise en demeure – versement du {{ plan_manquee_le }} non reçu',
    body: paragraphs(
      GREETING,
      'Sauf erreur de notre part, le versement prévu le {{ plan_manquee_le }} par l’échéancier signé le {{ plan_signe_le }} ne nous est pas parvenu ; il reste {{ plan_manquee }} à verser à ce titre.',
      'La présente vaut mise en demeure de verser la somme de {{ plan_manquee }} dans un délai de {{ delai }} à compter de sa réception. Elle vise la clause de déchéance du terme de cet échéancier (article 1305-4 du code civil).',
      'À défaut de ce versement dans ce délai, la clause s’appliquera : la totalité du solde, soit {{ plan_solde }}, deviendra exigible. Si vous versez cette somme à temps, l’échéancier se poursuit.',
      TABLE,
      profile === 'consumer'
        ? DIFFICULTY
        : 'Si un imprévu vous empêche de verser cette somme, écrivez-nous dans le même délai.',
      CROSSED_NOTICE,
      SALUTATION,
    ),
  };
}

function suspension(profile: Profile): TemplateSource {
  return {
    subject: 'Suspension annoncée au {{ suspension_le }} – {{ objet }}',
    body: paragraphs(
      GREETING,
      `Sauf erreur de notre part, {{ factures }} {% if plusieurs %}sont échues et restent impayées{% else %}est échue et reste impayée{% endif %}, avec {{ retard }} de retard{% if plusieurs %} pour la plus ancienne{% endif %}{% if suspension_contrat %}, au titre de {{ suspension_contrat }}{% endif %}.`,
      'En l’absence de règlement de la somme de {{ total }}, nous suspendrons {{ suspension_objet }} à partir du {{ suspension_le }}, comme l’article 1219 du code civil le permet lorsque l’inexécution est suffisamment grave. La suspension cessera dès le règlement reçu.',
      TABLE,
      profile === 'consumer' ? DIFFICULTY : '',
      'Si vous contestez cette somme, ou si cette suspension vous causait un dommage hors de proportion avec ce qui est dû, écrivez-nous avant cette date : nous y répondrons.',
      CROSSED,
      SALUTATION,
    ),
  };
}

function callConfirmed(tone: Tone): TemplateSource {
  const isHeavy = tone === 'firm' || tone === 'grave';
  return {
    subject: 'Notre échange du {{ appel_le }} – {{ objet }}',
    body: paragraphs(
      GREETING,
      `Nous vous remercions de l’échange téléphonique du {{ appel_le }}{% if appel_avec %} avec {{ appel_avec }}{% endif %}, au sujet {{ des_factures }}, pour un total de {{ total }}.`,
      '{% if appel_montant %}Il a été convenu d’un règlement de {{ appel_montant }}{% if appel_date %} le {{ appel_date }}{% endif %}.{% endif %}',
      isHeavy
        ? 'Nous vous demandons de nous confirmer ces éléments en répondant à {{ ce_message }}, ou de nous signaler sans attendre ce qui ne serait pas exact.'
        : 'Pourriez-vous nous confirmer ces éléments en répondant à {{ ce_message }}, ou nous dire ce qui ne serait pas exact ?',
      TABLE,
      CROSSED,
      SALUTATION,
    ),
  };
}

function written(kind: TextKind, tone: Tone, profile: Profile): TemplateSource {
  switch (kind) {
    case 'notice':
      return notice(profile);
    case 'formal-notice':
      return formalNotice(profile);
    case 'thanks':
      return thanks(tone);
    case 'promise-broken':
      return promiseBroken(tone, profile);
    case 'plan-missed':
      return planMissed(profile);
    case 'suspension':
      return suspension(profile);
    case 'call-confirmed':
      return callConfirmed(tone);
    default:
      return frenchReminder(kind, tone, profile);
  }
}

/** The French texts. */
export const frenchText: WriteDefault = written;
