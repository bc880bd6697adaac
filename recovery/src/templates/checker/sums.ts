import { fr } from '../../texts/typography.ts';
import { toConsumer, toPublic, type Wording } from './model.ts';

const FEES = 'article L111-8, deuxième alinéa, du code des procédures civiles d’exécution';

const SUFFICIENT = 'article 1344 du code civil';

const KINDS_OF_FEES =
  '(?:relances?|rappels?|recouvrement|dossiers?|gestion|impayes?|mise en demeure|retards?|rejets?|poursuites?|contentieux|huissiers?|commissaire(?: de justice)?|recommandee?s?|envoi|affranchissement|correspondance|traitement|secretariat|administratifs?|postaux|supplementaires|relance|intervention|tenue de compte|agence|diligences?|relances)';

/** Numbers that people write out when a sum in figures would be noticed. */
const NUMBER_WORDS =
  'cinq|dix|douze|quinze|vingt|vingt-cinq|trente|quarante|cinquante|soixante|quatre-vingts?|cent|cent cinquante|deux cents?';

/** Said by the law itself, or of who bears them: these sentences name fees and ask for none. */
const BORNE_BY_US =
  /\b(?:a (?:notre|la) charge (?:du creancier)?|a la charge du creancier|restent? a notre charge|sont a notre charge|nous incombe\w*|entrepris sans titre|reputee non ecrite|borne by us|at our expense)\b/;

/** Sums that may not be asked, or not of this reader. */
export const SUMS: readonly Wording[] = [
  {
    rule: 'sum-in-figures',
    severity: 'warn',
    patterns: [/\d+(?:[ .,]\d+)* ?(?:€|euros?\b|eur\b)|€ ?\d+/g],
    unless: /\bindemnite forfaitaire\b|\bcapital\b/,
    deniable: false,
    article: SUFFICIENT,
    message: fr`Une somme écrite en chiffres sera la même pour tous les clients, et ne s’expliquera pas.`,
    instead: fr`Écrivez {{ total }}, ou laissez le décompte la donner.`,
  },
  {
    rule: 'recovery-fees',
    severity: 'refuse',
    patterns: [
      /\b(?:couts?|timbres?|affranchissements?|debours|depenses?|honoraires? (?:de|du) (?:(?:notre|la|ce|l') ?)?(?:societe de |agence de )?(?:recouvrement|cabinet|huissier|mandataire|avocat|conseil))\b[^.]{0,60}\b(?:vous (?:incomb\w+|reviendr\w+|(?:sera|seront|serait|seraient) (?:re)?(?:factur|reclam|imput|repercut|demand)\w*)|a votre charge|de votre ressort)\b/g,
      new RegExp(`\\b(?:${NUMBER_WORDS}) euros? (?:de|pour|au titre d[a-z]*) (?:nos |ces |les )?frais\\b`, 'g'),
      /\b(?:relances?|rappels?|lettres?|courriers?|recommandee?s?)\b[^.]{0,30}\bdonn\w+ lieu a\b[^.]{0,20}\b(?:facturation|facturee?s?|frais)\b/g,
      new RegExp(`\\bfrais (?:[a-z]+ ){0,2}?(?:de |d'|du |des )?(?:la |l'|cette )?${KINDS_OF_FEES}\\b`, 'g'),
      /\b(?:honoraires?|commissions?) (?:de |d'|du )?(?:recouvrement|contentieux|relance|huissier)\b/g,
      /\b(?:relances?|rappels?|lettres?|courriers?|recommandee?s?|mises? en demeure)\b[^.]{0,50}\b(?:(?:est|sont|sera|seront|serait|etre) (?:[a-z]+ )?facture\w*|a vos frais|a votre charge)\b/g,
      /\bfactur(?:er|erons|ons) (?:[a-z'0-9, €]+ ){0,5}?(?:relances?|rappels?|lettre|courrier|mise en demeure|deplacement)\b/g,
      /\b(?:tous|l'ensemble des|l'integralite des|les) frais\b[^.]{0,40}\b(?:a votre charge|vous (?:sera|seront) (?:imputes?|factures?|reclames?|repercutes?))\b/g,
      /\b\d+(?:[,.]\d+)? ?(?:€|euros?|eur) (?:de |pour |au titre des? )frais\b|\bfrais (?:forfaitaires? )?(?:de |: )\d+/g,
      /\b(?:ajout\w*|majoree?s?|augmentee?s?|en sus|en plus|en outre|coutera|couteront|supplement)\b[^.]{0,40}?\d+(?:[,.]\d+)? ?(?:€|euros?|eur)(?![a-z])|\d+(?:[,.]\d+)? ?(?:€|euros?|eur)\b[^.]{0,30}\b(?:ajoutee?s?|en sus|en supplement|pour nos diligences|de penalite)\b/g,
      /\b(?:collection|reminder|late|administration|admin|recovery|processing|handling|dunning) (?:fees?|charges?|costs?|expenses)\b|\b(?:reminders?|letters?|notices?)\b[^.]{0,20}\b(?:charged|billed|invoiced) (?:at|to you)\b/g,
    ],
    unless:
      /\bindemnite forfaitaire\b[^.,;]{0,30}\b(?:pour|de|des|au titre des) frais de recouvrement\b|\bfrais\b[^.]{0,40}\b(?:ont (?:deja )?ete|a (?:deja )?ete) (?:regle|paye|rembourse|annule|dedui)\w*|\bfixed (?:sum|compensation) (?:of [^.]{1,12})?for recovery costs\b|\ba notre charge\b|\ba la charge du creancier\b|\bentrepris sans titre\b|\bfrais ainsi exposes\b|\b(?:borne by us|at our expense)\b/,
    stillIf:
      /\bvous (?:sera|seront|serait|devrez|devez)\b|\ba votre charge\b|\bne (?:sont|restent|resteront) (?:pas|plus)\b/,
    article: FEES,
    message: fr`Avant un titre exécutoire, les frais de recouvrement restent à la charge du créancier, et toute clause contraire est réputée non écrite.`,
    instead: fr`Retirez ces frais. Entre professionnels, la seule somme forfaitaire est l’indemnité pour frais de recouvrement, que le décompte ajoute lui-même.`,
  },
  {
    rule: 'court-costs-announced',
    severity: 'warn',
    patterns: [
      /\b(?:frais (?:de |d')(?:justice|procedure|avocat|proces)|depens|article 700)\b/g,
      /\b(?:legal|court) (?:fees|costs)\b/g,
    ],
    unless: BORNE_BY_US,
    article: 'articles 696 et 700 du code de procédure civile (références à vérifier)',
    message: fr`C’est le juge qui dit qui supporte les frais du procès : ils ne se demandent pas avant lui.`,
    instead: fr`Écrivez, s’il le faut : « nous demanderons au juge de statuer sur les frais de la procédure ».`,
  },
  {
    rule: 'indemnity-to-consumer',
    severity: 'refuse',
    when: toConsumer,
    patterns: [
      /\bindemnites? (?:forfaitaires?\b|(?:[a-z]+ ){0,2}?(?:de|pour frais de) recouvrement\b)/g,
      /\b(?:40(?:[,.]00)?|quarante) ?(?:€|euros?|eur)(?![a-z])/g,
      /€ ?40\b/g,
      /\bd ?441-5\b|\bl ?441-10\b/g,
    ],
    article: 'articles L441-10 et D441-5 du code de commerce',
    message: fr`L’indemnité forfaitaire n’existe qu’entre professionnels : elle ne se demande jamais à un particulier.`,
    instead: fr`Retirez cette somme. Après la mise en demeure, l’intérêt au taux légal court : {{ accessoires }} le dit avec son article.`,
  },
  {
    rule: 'penalties-to-consumer',
    severity: 'refuse',
    when: toConsumer,
    patterns: [
      /\bpenalites? (?:forfaitaires? |journalieres? )?(?:de|d') ?\d|\b\d+(?:[,.]\d+)? ?(?:€|euros?|eur) par (?:jour|semaine|mois)\b[^.]{0,15}\bretard\b|\bpenalites? de retard\b|\binterets? de retard\b|\binterets? moratoires?\b|\bmajorations? de retard\b/g,
      /\blate (?:payment )?(?:interest|penalt\w+)\b/g,
    ],
    article: 'article L441-10 du code de commerce ; articles 1231-6 et 1344-1 du code civil',
    message: fr`Les pénalités de retard du code de commerce n’existent qu’entre professionnels ; d’un particulier, seul l’intérêt au taux légal est dû, et seulement après la mise en demeure.`,
    instead: fr`Retirez cette phrase ; dans la mise en demeure, {{ accessoires }} dit ce qui court.`,
  },
  {
    rule: 'flat-increase',
    severity: 'warn',
    patterns: [
      /\b(?:majoree?s?|augmentee?s?|majoration) (?:[a-z]+ ){0,2}?(?:de|d') ?\d+(?:[,.]\d+)? ?%/g,
      /\bclauses? penales?\b/g,
      /\bincreased by \d+/g,
    ],
    article: 'article 1231-5 du code civil',
    message: fr`Une majoration suppose une clause pénale au contrat, et le juge peut la réduire.`,
    instead: fr`Citez la clause par son numéro, ou retirez cette phrase.`,
  },
  {
    rule: 'waiver-to-public-buyer',
    severity: 'warn',
    when: toPublic,
    patterns: [/\brenon(?:cons|cer|cerons)\b[^.]{0,60}\b(?:interets?|indemnite|penalites?)\b/g],
    article: 'articles L2192-13 et L2192-14 du code de la commande publique',
    message: fr`Les intérêts et l’indemnité d’un acheteur public sont de plein droit, et y renoncer d’avance est sans effet.`,
    instead: fr`Ne proposez pas d’y renoncer ; vous pouvez simplement ne pas les mentionner.`,
  },
];
