import { fr } from '../../texts/typography.ts';
import { isFormal, toConsumer, type Wording } from './model.ts';

const LOOKALIKE = 'article 433-13 du code pénal';
const ACTS =
  '(?:commandement|sommation|assignation|signification|injonction|citation|exploit|ordonnance|jugement|saisie|saisine|denonciation|convocation)';
const AGGRESSIVE = 'articles L121-6, L121-7 et L132-11 du code de la consommation';

/** What a letter may not look like, whom it may not shame, and when its delay begins. */
export const APPEARANCE: readonly Wording[] = [
  {
    rule: 'court-document',
    severity: 'refuse',
    patterns: [
      new RegExp(
        `\\b(?:la presente|cette lettre|ce courrier|le present (?:courrier|acte|avis|document))\\b[^.]{0,30}\\b(?:vaut|vaudra|constitue|tient lieu de|emporte)\\b[^.]{0,20}\\b${ACTS}\\b`,
        'g',
      ),
      /\bcommandement de payer\b|\bsommation (?:de payer|interpellative)\b|\bau nom du peuple francais\b|\brepublique francaise\b|\bliberte,? egalite,? fraternite\b|\bformule executoire\b|\bmandons et ordonnons\b|\bacte d'huissier\b|\bofficier (?:ministeriel|public)\b|\bministere de la justice\b|\b(?:par|sur) ordre (?:du|de la|d'un) (?:tribunal|juge|justice|cour)\b|\bavant poursuites\b|\b(?:derniere|premiere|nouvelle|ultime|presente|cette) sommation\b|\bcommandement de regler\b|\bacte de (?:sommation|saisie|poursuites?|signification)\b|\bpar decision (?:de justice|du tribunal|du juge)\b|\b(?:fait|faisons) commandement\b|^ ?(?:sommation|assignation|commandement|injonction|signification|citation)\b/g,
      /\bavis d'execution\b|\bexecution immediate\b|\bcellule (?:d')?execution\b|\bcontentieux judiciaire\b|\b(?:est|sera) signifiee?\b|\bsignifi\w+ a (?:personne|domicile|etude)\b|\bproces-? ?verbal de (?:carence|saisie|difficulte|recolement)\b|\bforce executoire\b|\b(?:vaut|valant) titre\b|\btitre executoire n|^ ?titre executoire\b|^ ?vu (?:le code|l'ordonnance|le jugement|les articles)\b|\betude (?:de )?(?:maitre|me|huissiers?)\b|\bservice des (?:saisies|huissiers)\b/g,
      /\bthis (?:letter|notice) (?:is|constitutes) a (?:court|summons|writ|subpoena|judg)\w*|\b(?:writ of|subpoena|court order)\b/g,
    ],
    unless: /\bcommissaire de justice\b[^.]{0,60}\b(?:pourra|peut)\b[^.]{0,40}\bcommandement\b/,
    article: LOOKALIKE,
    message: fr`Une lettre ne peut ni se présenter comme un acte de justice, ni en avoir l’apparence.`,
    instead: fr`Gardez les mots de la lettre : « relance », « rappel » ou « mise en demeure ».`,
  },
  {
    rule: 'court-document',
    severity: 'refuse',
    place: 'subject',
    patterns: [new RegExp(`\\b(?:${ACTS}|avis de poursuites?|tribunal|greffe|summons|writ|court)\\b`, 'g')],
    article: LOOKALIKE,
    message: fr`L’objet d’une lettre ne doit pas la faire prendre pour un acte de justice.`,
    instead: fr`Écrivez par exemple : « Mise en demeure de payer – {{ objet }} ».`,
  },
  {
    rule: 'seen-by-others',
    severity: 'refuse',
    when: (context) => toConsumer(context) && context.key.channel === 'sms',
    patterns: [
      /\b(?:dettes?|impayee?s?|doit|devez|regler|reglement|paiement|payer|debt|owe|unpaid|overdue)\b/g,
      /\d ?€|€ ?\d/g,
    ],
    unless: /\brecu\b[^.]{0,20}\breglement\b|\breglement\b[^.]{0,30}\barrive\b|\bpayment has arrived\b/,
    article: 'article 5 du règlement (UE) 2016/679 (RGPD)',
    message: fr`Un SMS se lit par-dessus l’épaule : il ne dit pas à un particulier qu’il doit quelque chose, ni combien.`,
    instead: fr`Écrivez : « merci de nous contacter au sujet de votre dossier {{ premiere }}. {{ repondre }} ».`,
  },
  {
    rule: 'seen-by-others',
    severity: 'refuse',
    place: 'subject',
    when: toConsumer,
    patterns: [/\b(?:dettes?|recouvrement|contentieux|surendettement|huissier|debts?|debt collection|arrears)\b/g],
    article: 'article 5 du règlement (UE) 2016/679 (RGPD)',
    message: fr`L’objet se lit sans ouvrir le message : il ne dit pas à tous qu’un particulier a une dette.`,
    instead: fr`Écrivez : « {{ objet }} – votre règlement ».`,
  },
  {
    rule: 'private-life',
    severity: 'refuse',
    patterns: [
      /\b(?:votre|vos|sa|son) (?:[a-z]+ )?(?:etat de sante|sante|maladie|hospitalisation|grossesse|divorce|separation|deuil|handicap|depression|licenciement|situation familiale|vie privee|religion|cancer|alcoolisme|addiction|cure|traitement medical|psychologi\w*|conjugal\w*)\b|\b(?:problemes?|difficultes|soucis|ennuis) (?:[a-z]+ )?(?:psychologiques?|de sante|familiaux|familiales|conjugaux|conjugales|psychiatriques?|d'alcool)\b|\belevez (?:seule?|vos enfants)\b/g,
      /\b(?:your|his|her) (?:illness|health|pregnancy|divorce|disability|depression|religion|dismissal|bereavement)\b/g,
    ],
    deniable: false,
    article: 'article 5 du règlement (UE) 2016/679 (RGPD)',
    message: fr`La santé, la famille et la vie privée n’ont pas leur place dans un courrier de recouvrement.`,
    instead: fr`Écrivez : « si vous rencontrez une difficulté pour régler, dites-le-nous simplement ».`,
  },
  {
    rule: 'delay-from-today',
    severity: 'refuse',
    when: isFormal,
    patterns: [
      /\ba (?:compter|partir|dater) (?:de ce jour|d'aujourd'hui|du jour|de la date (?:de|du|d'|des|figurant)|de l'envoi|de son envoi|de la presente(?! notification)|des presentes|du present courrier|de ce courrier|de cette lettre)\b(?![^.]{0,25}reception)/g,
      /\b(?:jours?|semaines?|heures) (?:[a-z]+ )?(?:de la presente|de ce jour|de la date d'envoi|des presentes)\b/g,
      /\bfrom (?:today|the date of (?:this|the) (?:letter|notice))\b|\bof the date of this letter\b/g,
    ],
    deniable: false,
    article: 'articles 1344 et 1231-6 du code civil',
    message: fr`Le délai d’une mise en demeure court de sa réception : compté de son envoi, il peut être échu avant d’être lu.`,
    instead: fr`Écrivez : « dans un délai de {{ delai }} à compter de sa réception ».`,
  },
  {
    rule: 'delay-too-short',
    severity: 'warn',
    when: isFormal,
    patterns: [
      /\b(?:24|48|72|vingt-quatre|quarante-huit) ?(?:h\b|heures?)/g,
      /\b(?:immediatement|sans delai|sur-le-champ|dans l'heure)\b/g,
      /\b(?:immediately|within (?:24|48) hours)\b/g,
    ],
    article: 'article 1231 du code civil',
    message: fr`Le délai d’une mise en demeure doit être raisonnable.`,
    instead: fr`Écrivez : « dans un délai de {{ delai }} à compter de sa réception ».`,
  },
  {
    rule: 'balance-due-at-once',
    severity: 'refuse',
    when: ({ key }) => key.kind === 'plan-missed',
    patterns: [
      /\b(?:est|devient|sont|deviennent) (?:[a-z']+ ){0,3}?(?:immediatement|de plein droit|des a present|d'ores et deja|aussitot) (?:exigibles?|due?s?)\b/g,
      /\b(?:is|becomes) (?:now |immediately )+due\b/g,
    ],
    article: 'article 1305-4 du code civil',
    message: fr`Une mensualité manquée ne rend pas le solde exigible : il faut la clause, et le délai de la mise en demeure qui la vise.`,
    instead: fr`Écrivez : « à défaut de ce versement dans ce délai, la clause s’appliquera : la totalité du solde, soit {{ plan_solde }}, deviendra exigible ».`,
  },
  {
    rule: 'demand-before-due',
    severity: 'refuse',
    when: ({ key }) => key.kind === 'notice',
    patterns: [
      /\b(?:impayee?s?|en retard|retard de paiement|mise en demeure|penalites?|relance|dernier rappel|overdue|unpaid|formal notice|penalt\w+)\b/g,
    ],
    article: 'article L441-10 du code de commerce',
    message: fr`Avant l’échéance rien n’est dû : un avis ne parle ni de retard, ni de pénalités, ni de mise en demeure.`,
    instead: fr`Rappelez la date : « {{ factures }} arrive à échéance le {{ echeance }} ».`,
  },
  {
    rule: 'essential-service-cut',
    severity: 'refuse',
    patterns: [
      /\b(?:coup|interromp|suspend|redui|ferm)\w*\b[^.]{0,40}\b(?:l'eau|d'eau|eau potable|votre eau|debit d'eau)\b/g,
      /\b(?:l'eau|alimentation en eau|votre eau|arrivee d'eau)\b[^.]{0,60}\b(?:coupee|interrompue|suspendue|reduite|fermee)\b/g,
      /\b(?:cut|turn|shut)\w* off (?:your |the )?water\b/g,
    ],
    article: 'article L115-3 du code de l’action sociale et des familles',
    message: fr`L’eau d’une résidence principale ne se coupe pas et son débit ne se réduit pas, toute l’année.`,
    instead: fr`Retirez cette phrase ; la somme peut être réclamée par les voies ordinaires.`,
  },
  {
    rule: 'energy-cut',
    severity: 'warn',
    when: toConsumer,
    patterns: [/\b(?:coup|interromp|suspend|redui)\w*\b[^.]{0,40}\b(?:electricite|courant|gaz|chauffage|energie)\b/g],
    article: 'article L115-3 du code de l’action sociale et des familles',
    message: fr`Aucune coupure d’électricité, de gaz ou de chaleur dans une résidence principale du 1er novembre au 31 mars, et hors de cette période deux lettres et des délais.`,
    instead: fr`Suivez la procédure de votre secteur ; le délai et le Fonds de solidarité pour le logement doivent être mentionnés.`,
  },
  {
    rule: 'pressure',
    severity: 'warn',
    when: toConsumer,
    patterns: [
      /\b(?:derniere chance|vous n'avez plus le choix|il est trop tard|consequences graves|graves consequences|last chance|serious consequences)\b/g,
    ],
    article: AGGRESSIVE,
    message: fr`Cette formule presse sans informer.`,
    instead: fr`Dites l’étape suivante telle qu’elle est : une mise en demeure, ou une demande au tribunal.`,
  },
];
