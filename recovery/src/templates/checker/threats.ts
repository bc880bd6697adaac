import { fr } from '../../texts/typography.ts';
import { type CheckContext, toConsumer, toPublic, type Wording } from './model.ts';

const AGGRESSIVE = 'articles L121-6, L121-7 et L132-11 du code de la consommation';
const TITLES = 'articles L111-2 et L111-3 du code des procédures civiles d’exécution';
const BLACKMAIL = 'article 312-10 du code pénal (référence à vérifier)';
const HARASSMENT = 'articles 222-16 et 222-33-2-2 du code pénal (références à vérifier)';

/** To a consumer a threat that the law does not allow is an aggressive practice; to others it rests on the text itself. */
const orAggressive =
  (other: string) =>
  (context: CheckContext): string =>
    toConsumer(context) ? `${AGGRESSIVE} ; ${other}` : other;

const GOODS =
  '(?:comptes?|salaires?|biens?|meubles?|mobilier|vehicules?|voitures?|remunerations?|revenus|stocks?|materiels?|creances?|avoirs|maison|patrimoine|actifs?|machines?|ordinateurs?|loyers?|allocations?|tresorerie|paies?|chequiers?|moyens de paiement|locaux)';
const OFFICERS =
  "(?:huissiers?|commissaires? de justice|recouvreurs?|enqueteurs?|serruriers?|forces? publiques?|forces de l'ordre|agents? de recouvrement)";
const RELATIONS =
  '(?:employeurs?|patron|famille|conjointe?s?|epoux|epouse|mari|femme|parents|enfants|voisins?|voisinage|entourage|proches|clients?|clientele|fournisseurs?|collegues|confreres|concurrents|amis|bailleur|proprietaire|hierarchie|associes?|concierge|gardien|banques?|banquier|partenaires|actionnaires|salaries)';
const TELL =
  '(?:inform(?:er|erons|ons|erions|era)|averti(?:r|rons|ssons|rions)|preveni(?:r|ons)|previendr(?:ons|ions)|contact(?:er|erons|ons|erions)|avis(?:er|erons|ons)|alert(?:er|erons|ons)|signal(?:er|erons|ons)|sollicit(?:er|erons)|ecri(?:re|rons|vons)|telephon(?:er|erons)|appel(?:er|lerons|ons)|rapproch(?:er|erons)|adress(?:er|erons|ons)|fer(?:ons|ions) savoir|faire savoir|mettr(?:e|ons) au courant|en parl(?:er|erons)|revel(?:er|erons)|divulgu(?:er|erons)|communiqu(?:er|erons))';

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
      /\bavis a tiers detenteur\b|\bexpuls(?:er|ion|erons)\w*|\bvente (?:forcee|aux encheres)\b/g,
      /\b(?:seiz(?:e|ure|ing)|garnish\w*|repossess\w*|freeze your)\b/g,
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
      /\bbailiffs?\b[^.]{0,60}\b(?:visit|door|home|premises|come|call)\b|\bvisit (?:you|your (?:home|workplace))\b/g,
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
      /\b(?:police(?! d'assurance| n)|gendarmerie|gendarmes|procureur|escroqu\w*|abus de confiance|prison|emprisonne\w*|garde a vue|delit|delictueu\w*|casier judiciaire|correctionnel\w*|filouterie|grivelerie|brigade|commissariat|(?:au|aupres du|par le) parquet(?! (?:de chene|flottant|massif))|urssaf|fisc|administration fiscale|impots|inspection du travail)\b/g,
      /\b(?:criminal|prosecut\w+|jail|imprison\w*|fraud\w*)\b|\b(?:to|inform) the police\b/g,
    ],
    unless:
      /\bclauses? penales?\b|\bdeclaration au procureur\b|\bpolices? de l'(?:eau|environnement|urbanisme)\b|\b(?:attestation|cotisations?|numero|agrement|credit d'impots?) (?:de l'|d')?(?:urssaf|impots?)|\b(?:cotisations|declarations?|avis d'|credit d'|service des) ?(?:urssaf|impots)/,
    article: orAggressive(BLACKMAIL),
    message: fr`Ne pas payer une facture n’est pas une infraction : menacer de plainte pour obtenir un paiement est interdit.`,
    instead: fr`Retirez cette phrase ; si vous estimez qu’une infraction a été commise, parlez-en à un avocat, pas au débiteur.`,
  },
  {
    rule: 'publication',
    severity: 'refuse',
    patterns: [
      /\blistes? noires?\b|\blistes? (?:des?|d') ?mauvais payeurs\b|\bblack ?list\w*/g,
      /\bfichiers? (?:[a-z']+ ){0,3}?(?:mauvais payeurs|incidents?|impayes|ficp|debiteurs)\b|\bfich(?:er|age|erons|ee?s?) (?:a la|aupres|comme|au ficp|par)\b|\bficp\b|\binterdi(?:t|ction) bancaire\b/g,
      /\b(?:inscri|signal|declar|fich|denonc)\w*\b[^.]{0,50}\bbanque de france\b/g,
      /\b(?:publi(?:er|erons|ons|cation de)|affich(?:er|erons|age)|diffus(?:er|erons|ion)|mentionn(?:er|erons))\b[^.]{0,40}\b(?:votre nom|vos noms|votre dette|vos dettes|impayes?|votre situation|reseaux|internet|presse|en ligne)\b/g,
      /\brend(?:re|rons) (?:[a-z']+ ){0,3}?publi(?:c|que)s?\b|\breseaux sociaux\b|\bavis negatifs?\b|\bpage google\b|\btrustpilot\b|\bavis (?:google|en ligne|public)\b|\bobtenir (?:un|aucun|de|le moindre) (?:[a-z]+ )?credits?\b/g,
      /\bpublish\w* your\b|\bsocial (?:media|networks?)\b|\bcredit (?:bureau|agenc\w+|reference)\b/g,
    ],
    article: orAggressive(BLACKMAIL),
    message: fr`Publier une dette ou inscrire le débiteur sur une liste n’est pas un moyen de recouvrement : l’annoncer est une menace interdite.`,
    instead: fr`Retirez cette phrase.`,
  },
  {
    rule: 'third-parties',
    severity: 'refuse',
    patterns: [
      new RegExp(`\\b${TELL}\\b[^.]{0,60}?\\b(?:votre|vos|son|ses|a l'|aupres de l'|l') ?${RELATIONS}\\b`, 'g'),
      new RegExp(
        `\\b(?:votre|vos) ${RELATIONS}\\b (?:[a-z']+ ){0,2}?(?:sera|seront|serait|seraient|vont etre|va etre) (?:[a-z]+ )?(?:inform|averti|contact|prevenu|avis|alert|sollicit)\\w*`,
        'g',
      ),
      new RegExp(
        `\\b(?:votre|vos) ${RELATIONS}\\b (?:[a-z']+ ){0,3}?(?:saur|apprendr|decouvrir|recevr)(?:a|ont)\\b`,
        'g',
      ),
      new RegExp(`\\b(?:copie|double)\\b[^.]{0,30}?\\b(?:a |pour |est adressee a )?(?:votre|vos) ${RELATIONS}\\b`, 'g'),
      /\b(?:inform|tell|contact|notify|warn|call|alert)(?:ing)? (?:all )?your (?:employers?|famil(?:y|ies)|relatives|neighbours|neighbors|customers|clients|suppliers|bank|landlord|colleagues|spouse|wife|husband)\b/g,
      /\b(?:mention|inscri\w+|marqu\w+|indiqu\w+)\b[^.]{0,40}\bsur l'enveloppe\b|\bcarte postale\b/g,
    ],
    unless:
      /\b(?:vous pouvez|pouvez-?vous|veuillez|nous vous invitons a|nous vous conseillons de|si vous souhaitez|vous permettra d|you can|you may|please)\b[^.]{0,40}(?:inform|contact|prevenir|avis|appel|tell)/,
    article: orAggressive(
      'article 5 du règlement (UE) 2016/679 (RGPD) ; article 9 du code civil (référence à vérifier)',
    ),
    message: fr`Une dette ne se révèle à personne d’autre : ni employeur, ni famille, ni voisins, ni clients, ni banque.`,
    instead: fr`Retirez cette phrase, et n’écrivez qu’au débiteur.`,
  },
  {
    rule: 'credit-insurer',
    severity: 'warn',
    patterns: [/\bassureurs?[ -]credit\b|\bassurance[ -]credit\b|\bcredit insur\w+/g],
    article: 'article 5 du règlement (UE) 2016/679 (RGPD)',
    message: fr`Déclarer un impayé à votre propre assureur-crédit est possible si votre police le prévoit ; en faire un moyen de pression ne l’est pas.`,
    instead: fr`Gardez cette phrase seulement si la déclaration est une obligation de votre contrat, et dites-le simplement.`,
  },
  {
    rule: 'harassment',
    severity: 'refuse',
    patterns: [
      /\b(?:tous les jours|chaque jour|jour et nuit|plusieurs fois par jour|sans relache|sans repit|toutes les heures|a toute heure|matin,? midi et soir|chaque semaine jusqu|autant de fois)\b/g,
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
      /\b(?:redressement|liquidation) judiciaire\b|\bcessation des paiements\b|\bdepot de bilan\b|\bfaillite\b|\binsolvency proceedings\b/g,
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
      /\b(?:reputee?|consideree?|tenue pour)\b (?:[a-z]+ )?(?:reconnue?|acceptee?|admise?)\b/g,
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
      /\binterrupts?\b[^.]{0,40}\blimitation\b/g,
    ],
    article: 'articles 2240, 2241 et 2244 du code civil',
    message: fr`Une lettre, même recommandée, n’interrompt pas la prescription (Com., 18 mai 2022, n° 20-23.204).`,
    instead: fr`Retirez cette phrase.`,
  },
];
