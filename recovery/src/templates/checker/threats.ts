import { fr } from '../../texts/typography.ts';
import { AGGRESSIVE, BLACKMAIL, orAggressive, toConsumer, toPublic, type Wording } from './model.ts';

const TITLES = 'articles L111-2 et L111-3 du code des procédures civiles d’exécution';
const HARASSMENT = 'articles 222-16 et 222-33-2-2 du code pénal (références à vérifier)';

const GOODS =
  '(?:comptes?|salaires?|biens?|meubles?|mobilier|vehicules?|voitures?|remunerations?|revenus|stocks?|materiels?|creances?|avoirs|maison|patrimoine|actifs?|machines?|ordinateurs?|loyers?|allocations?|tresorerie|paies?|chequiers?|cartes? bancaires?|moyens de paiement|locaux|equipements|logement|appartement|fonds de commerce)';
const OFFICERS =
  "(?:huissiers?|commissaires? de justice|recouvreurs?|enqueteurs?|serruriers?|detectives?|inspecteurs?|forces? publiques?|forces de l'ordre|agents? de recouvrement)";
/** What may not be announced before a title, and what may never be. */
export const THREATS: readonly Wording[] = [
  {
    rule: 'seizure',
    severity: 'refuse',
    patterns: [
      new RegExp(`\\bsaisi(?:r|rons|rions|ssons|ssions|ra|t)? (?:[a-z']+ ){0,4}?${GOODS}\\b`, 'g'),
      new RegExp(
        `\\bsaisies?[ -](?:sur (?:vos |votre |les |le |son )?${GOODS}|de (?:vos |votre |tous vos )?${GOODS}|des ${GOODS}|attribution|vente|conservatoires?|mobiliere|immobiliere|bancaire|arret|judiciaire)`,
        'g',
      ),
      new RegExp(
        `\\b${GOODS}\\b (?:[a-z']+ ){0,4}?(?:seront|sera|serait|seraient|pourront etre|pourra etre|pourraient etre|vont etre) (?:[a-z]+ )?(?:saisie?s?|bloque?e?s?|geles?|gelee?s?|vendue?s?|enlevee?s?|preleve?e?s?)\\b`,
        'g',
      ),
      new RegExp(
        `\\b(?:bloqu|gel|immobilis|confisqu|prelev|vend)(?:er|erons|ons|re|rons|age) (?:[a-z']+ ){0,3}?${GOODS}\\b`,
        'g',
      ),
      /\b(?:proced|pratiqu|engag|lanc|diligent)\w* (?:[a-z']+ ){0,4}?saisies?\b/g,
      /\b(?:voie|moyen|menace|procedure|mesures?) de saisies?\b|\bpar saisies?\b|\b(?:une|la|les|des|cette) saisies?\b(?! (?:des? |du |d')(?:[a-z']+ ){0,2}(?:coordonnees|numeros?|commandes?|donnees|adresses?|reglements?|factures?|references?|informations?|formulaires?|saisine)| informatique| en ligne)/g,
      new RegExp(
        `\\b(?:enlevement|retrait|retenue|mainmise|reprise)\\b (?:[a-z']+ ){0,5}?(?:votre|vos|votre) ${GOODS}\\b|\\b${GOODS}\\b[^.]{0,40}\\bsous scelles\\b|\\binterdire (?:[a-z']+ ){0,2}${GOODS}\\b|\\b${GOODS}\\b (?:sera|seront) (?:videe?s?|interdits?)\\b`,
        'g',
      ),
      new RegExp(
        `\\bsaisir(?:ons|ions)?\\b(?! (?:le|la|les|l'|un|une|cette|ce|votre|d'une?)? ?(?:president|tribunal|tribunaux|juridiction|juge|conciliateur|mediateur|commission|mediation|justice|occasion|bureau))[^.]{0,40}\\b(?:votre|vos) ${GOODS}\\b`,
        'g',
      ),
      /\bavant (?:toute )?(?:saisies?|execution|expulsion)\b(?! (?:du|de la|d'une?) (?:tribunal|juge|mediateur|juridiction|contrat|prestation|travaux|commande))/g,
      /\bmesures? (?:conservatoires?|d'execution|executoires?|coercitives?)\b|\bdebitee?s? d'office\b|\bopposition administrative\b/g,
      /\b(?:prendr|inscri|requerir|requerr|grever|demander|sollicit)\w*\b[^.]{0,30}\b(?:hypotheques?|nantissements?)\b|\bgages?\b[^.]{0,40}\brealisee?s?\b/g,
      /\b(?:proced|engag|poursuiv|lanc|pratiqu|fer)\w*\b[^.]{0,30}\bexecution forcee\b|\bexecution forcee (?:contre|sur|de vos)\b/g,
      /\bavis a tiers detenteur\b|\bexpuls(?:er|ion|erons)\w*|\bvente forcee\b|\bvente aux encheres (?:de|des) (?:vos|votre|biens)\b|\b(?:repris|reprises?|repren\w+|enlev\w+|recuper\w+) (?:[a-z]+ ){0,3}?de force\b/g,
      /\b(?:seiz(?:e|ure|ing)|garnish\w*|repossess\w*|freeze your)\b|\byour (?:[a-z]+ ){0,2}(?:accounts?|assets?|goods|wages|salary)\b[^.]{0,30}\b(?:frozen|blocked|taken|sold|attached|seized)\b/g,
    ],
    article: orAggressive(TITLES),
    message: fr`Sans titre exécutoire, aucune saisie n’est possible : l’annoncer est une menace que la loi ne permet pas de tenir.`,
    instead: fr`Écrivez : « nous pourrons demander à la juridiction compétente le paiement de cette somme ».`,
  },
  {
    rule: 'seizure-of-public-property',
    severity: 'refuse',
    when: toPublic,
    patterns: [
      /\bsaisies?\b(?! d[eu'] (?:la |l')?(?:facture|donnees))/g,
      /\binjonction de payer\b/g,
      /\bexecution forcee\b/g,
    ],
    article: 'article L2311-1 du code général de la propriété des personnes publiques',
    message: fr`Les biens d’un acheteur public ne se saisissent pas, et l’injonction de payer ne s’applique pas aux contrats administratifs.`,
    instead: fr`Écrivez : « nous pourrons en demander le versement à la juridiction compétente ».`,
  },
  {
    rule: 'bailiff-at-the-door',
    severity: 'refuse',
    patterns: [
      new RegExp(
        `\\b${OFFICERS}\\b[^.]{0,70}\\b(?:a votre (?:domicile|porte|adresse)|chez vous|dans vos locaux|vos bureaux|se presenter\\w*|presentera|viendra|viendront|passera|passeront|visite|sur place|se deplacera|sonner\\w*|frapper\\w*|ouvrir)`,
        'g',
      ),
      new RegExp(
        `\\b(?:a votre (?:domicile|porte)|chez vous|dans vos locaux|sur votre lieu de travail)\\b[^.]{0,70}\\b${OFFICERS}\\b`,
        'g',
      ),
      new RegExp(`\\b(?:recevrez|aurez|attendez|recevoir)\\b[^.]{0,30}\\bvisite d'une? ${OFFICERS}`, 'g'),
      /\b(?:se rendr|nous rendr|se deplacer|nous deplacer|irons|viendr|passer)\w*\b[^.]{0,30}\b(?:a votre (?:domicile|porte|bureau|travail|siege)|chez vous)\b/g,
      /\bnous (?:nous presenterons|passerons|viendrons) (?:[a-z']+ ){0,3}?(?:a votre (?:domicile|porte|travail)|chez vous|sur votre lieu de travail)/g,
      /\b(?:(?:se|nous) (?:rendr|presenter|deplacer)\w*|viendr(?:a|ont|ons)|passer(?:a|ont|ons))\b[^.]{0,50}\b(?:encaiss\w+|recuper\w+|reprendre|percevoir|notre du|la somme|le montant|evaluer|constater vos|inventori\w+)\b/g,
      /\b(?:frapp|sonn|toqu)\w* (?:a|chez) (?:votre porte|vous)\b|\bnous (?:vous )?enverrons (?:quelqu'un|nos? (?:agents?|equipes?|representants?)|une equipe)\b|\bvisites? (?:domiciliaires?|a (?:votre )?domicile|de (?:recouvrement|nos agents))\b|\b(?:enqueteurs?|detectives?|enquete (?:de solvabilite|patrimoniale|de voisinage))\b/g,
      /\b(?:call|come|turn up|knock|stop by)\w* (?:round )?(?:at|to|on) your (?:home|house|door|workplace|premises|office)\b/g,
      /\bbailiffs?\b[^.]{0,60}\b(?:visit|door|home|premises|come|call|instructed|seize)\b|\bvisit (?:you|your (?:home|workplace))\b/g,
    ],
    article: orAggressive(TITLES),
    message: fr`Sans titre exécutoire, personne ne peut se présenter pour contraindre à payer : l’annoncer est une menace.`,
    instead: fr`Retirez cette phrase ; annoncez la mise en demeure ou la demande en justice, qui sont possibles.`,
  },
  {
    rule: 'bailiff-named',
    severity: 'warn',
    patterns: [
      /\b(?:huissiers?|commissaires? de justice)\b/g,
      /\bbailiffs?\b/g,
      /\bexecution forcee\b|\benforcement officers?\b/g,
    ],
    article: TITLES,
    message: fr`Un commissaire de justice peut recouvrer à l’amiable, mais ne contraint personne sans titre. Relisez ce que le lecteur comprendra.`,
    instead: fr`Dites ce qui est exact : « nous pourrons confier ce dossier à un commissaire de justice pour un recouvrement amiable ».`,
  },
  {
    rule: 'criminal-complaint',
    severity: 'refuse',
    patterns: [
      /\b(?:depos|port)\w* (?:une )?plaintes?\b|\bdepot de plainte\b|\bplainte (?:penale|sera|aupres|contre)/g,
      /\b(?:poursuites?|action|suites?|sanctions?|responsabilite|voie|plan|procedure|dossier|tribunal|juge|code) (?:au )?penale?s?\b|\bpenalement\b/g,
      /\b(?:police(?! d'assurance| n)|gendarmerie|gendarmes|procureur|escroqu\w*|abus de confiance|prison|emprisonne\w*|garde a vue|delit|delictueu\w*|casier judiciaire|correctionnel\w*|filouterie|grivelerie|brigade|commissariat|(?:au|aupres du|par le) parquet(?! (?:de chene|flottant|massif))|urssaf|fisc|administration fiscale|services fiscaux|peines? (?:d'amende|de prison|encourues?)|impots|inspection du travail)\b/g,
      /\bpoursuivie?s? pour\b|\b(?:pour|un) vol\b(?! (?:direct|interieur|paris|pour|a destination|charter|sec|n))/g,
      /\b(?:arrested|criminal|prosecut\w+|jail|imprison\w*|fraud\w*)\b|\b(?:to|inform) the police\b/g,
    ],
    unless:
      /\b(?:tentatives? de|contre la|fraudes? (?:au|aux)|prevention de la|lutte contre la) ?(?:fraudes?|virements?|president|rib|changement|faux)?\b[^.]{0,20}|\bmefi\w+\b|\bfraud (?:attempts?|prevention)\b|\bclauses? penales?\b|\bdeclaration au procureur\b|\bpolices? de l'(?:eau|environnement|urbanisme)\b|\b(?:attestation|cotisations?|numero|agrement|credit d'impots?) (?:de l'|d')?(?:urssaf|impots?)|\b(?:cotisations|declarations?|avis d'|credit d'|service des) ?(?:urssaf|impots)/,
    article: orAggressive(BLACKMAIL),
    message: fr`Ne pas payer une facture n’est pas une infraction : menacer de plainte pour obtenir un paiement est interdit.`,
    instead: fr`Retirez cette phrase ; si vous estimez qu’une infraction a été commise, parlez-en à un avocat, pas au débiteur.`,
  },
  {
    rule: 'harassment',
    severity: 'refuse',
    patterns: [
      /\b(?:tous les jours|chaque jour|jour et nuit|plusieurs fois par jour|sans relache|sans repit|toutes les heures|a toute heure|matin,? midi et soir|chaque semaine jusqu|autant de fois)\b/g,
      /\bne cess\w+ (?:pas |jamais )?(?:de vous|d'appeler)|\bjusqu'a ce que vous (?:cediez|payiez|craquiez|regliez)\b|\bkeep (?:calling|ringing|contacting) you\b/g,
      /\bne vous (?:lacher|laisser)\w* (?:pas|plus|jamais)? ?(?:en paix|tranquille)?/g,
      /\b(?:every day|day and night|relentless\w*|will not leave you)\b/g,
    ],
    unless: /\b(?:ouverts?|joignables?|disponibles?|a votre disposition|repond\w*|open|available)\b/,
    deniable: false,
    article: orAggressive(HARASSMENT),
    message: fr`Des contacts répétés pour faire céder sont du harcèlement : ils ne s’annoncent ni ne se font.`,
    instead: fr`Dites simplement quand vous attendez une réponse.`,
  },
  {
    rule: 'insult',
    severity: 'refuse',
    patterns: [
      /\b(?:mauvais payeurs?|malhonnete\w*|escrocs?|voleurs?|voyous?|profiteurs?|parasites?|crapules?|irresponsables?|indignes?|honte\b|honteu\w+|minables?|deadbeats?|dishonest|thie(?:f|ves)|shame\w*)\b/g,
    ],
    article: orAggressive(HARASSMENT),
    message: fr`Une relance ne juge personne : ces mots exposent leur auteur, et ferment la discussion.`,
    instead: fr`Rappelez le fait : « sauf erreur de notre part, la facture reste impayée ».`,
  },
  {
    rule: 'bad-faith',
    severity: 'warn',
    patterns: [/\b(?:mauvaise foi|inadmissible|scandaleux|inacceptable|intolerable|bad faith|unacceptable)\b/g],
    unless: /\bdebiteur de mauvaise foi\b/,
    article: AGGRESSIVE,
    message: fr`Ces mots accusent sans rien apporter : un juge qui lira la lettre les retiendra contre vous.`,
    instead: fr`Rappelez les dates et les montants.`,
  },
  {
    rule: 'outcome-foretold',
    severity: 'refuse',
    deniable: false,
    patterns: [
      /\b(?:vous serez|sera|serez) (?:[a-z]+ )?condamnee?s?\b|\bvous condamnera\b|\bcondamnation (?:certaine|assuree|inevitable)\b|\bobtiendrons (?:[a-z']+ ){0,3}condamnation\b|\bcondamnation\b[^.]{0,20}\b(?:aucun doute|hors de doute)\b|\b(?:juge|tribunal) (?:nous donnera raison|tranchera en notre faveur|vous (?:forcera|obligera))\b|\bproces (?:est )?(?:gagne|perdu) d'avance\b/g,
      /\b(?:court|judge) will order you\b|\byou will be (?:ordered|condemned|sentenced)\b/g,
    ],
    article: orAggressive('article 1344 du code civil'),
    message: fr`Personne ne sait ce que le juge décidera : l’annoncer comme certain trompe le lecteur.`,
    instead: fr`Écrivez : « nous pourrons demander à la juridiction compétente le paiement de cette somme ».`,
  },
  {
    rule: 'impossible-procedure',
    severity: 'refuse',
    when: toConsumer,
    patterns: [
      /\btribunal de commerce\b|\btribunal des activites economiques\b|\b(?:redressement|liquidation) judiciaire\b|\bcommercial court\b|\bbankruptcy\b/g,
    ],
    article: AGGRESSIVE,
    message: fr`Cette procédure n’existe pas contre un particulier : l’annoncer est une menace qui ne peut pas être tenue.`,
    instead: fr`Écrivez : « nous pourrons demander au tribunal le paiement de cette somme ».`,
  },
  {
    rule: 'insolvency-as-pressure',
    severity: 'warn',
    when: (context) => !toConsumer(context),
    patterns: [
      /\b(?:redressement|liquidation) judiciaire\b|\bcessation des paiements\b|\bdepot de bilan\b|\bfaillite\b|\bradi(?:er|ation|ee?|erons)\b[^.]{0,20}\bregistre\b|\binsolvency proceedings\b/g,
    ],
    article: 'articles L631-5 et L640-5 du code de commerce (références à vérifier)',
    message: fr`L’ouverture d’une procédure collective ne se demande pas pour faire payer une facture : en menacer peut être tenu pour abusif.`,
    instead: fr`Annoncez la demande en paiement, qui est la voie ordinaire.`,
  },
  {
    rule: 'silence-is-consent',
    severity: 'refuse',
    patterns: [
      /\b(?:silence|absence de reponse|defaut de reponse|sans reponse)\b[^.]{0,60}\b(?:vaut|vaudra|constituera|equivaut|equivaudra|considere\w*)\b[^.]{0,30}\b(?:reconnaissance|acceptation|accord|aveu|acquiescement)\b/g,
      /\b(?:reputee?s?|consideree?s?|tenue?s? pour|presumee?s?)\b (?:[a-z]+ )?(?:reconnue?s?|acceptee?s?|admise?s?|acquise?s?|donnee?s?)\b/g,
      /\b(?:silence|no reply)\b[^.]{0,40}\b(?:acceptance|admission|agreement)\b/g,
    ],
    article: 'article 1120 du code civil (référence à vérifier)',
    message: fr`Le silence ne vaut pas acceptation : une absence de réponse ne reconnaît aucune dette.`,
    instead: fr`Demandez une réponse : « si vous contestez tout ou partie de cette somme, écrivez-nous le motif ».`,
  },
  {
    rule: 'limitation-interrupted',
    severity: 'refuse',
    when: (context) => !toPublic(context),
    patterns: [
      /\binterrom\w+\b[^.]{0,40}\bprescription\b/g,
      /\bprescription\b[^.]{0,30}\binterrompue?\b/g,
      /\b(?:suspend|repouss|prolong|relanc|remet|repart|allong)\w*\b[^.]{0,30}\bprescription\b|\bprescription\b[^.]{0,20}\b(?:repart\w*|a zero|suspendue)\b/g,
      /\binterrupts?\b[^.]{0,40}\blimitation\b/g,
    ],
    article: 'articles 2240, 2241 et 2244 du code civil',
    message: fr`Une lettre, même recommandée, n’interrompt pas la prescription (Com., 18 mai 2022, n° 20-23.204).`,
    instead: fr`Retirez cette phrase.`,
  },
];
