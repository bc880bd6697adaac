import { fr } from '../../texts/typography.ts';
import { BLACKMAIL, orAggressive, type Wording } from './model.ts';

/** Whoever is not the debtor himself, as a letter to him names them. */
const RELATIONS =
  "(?:employeurs?|patron|famille|conjointe?s?|compagne|compagnon|epoux|epouse|mari|femme|parents|enfants|voisins?|voisinage|entourage|proches|clients?|clientele|fournisseurs?|donneurs? d'ordre|collegues|confreres|concurrents|amis|bailleur|proprietaire|hierarchie|associes?|concierge|gardien|banques?|banquier|etablissements? (?:bancaires?|financiers?)|partenaires|actionnaires|salaries|travail|lieu de travail|drh|service (?:des ressources humaines|du personnel|rh))";
const YOUR = `(?:votre|vos|son|ses|a l'|aupres de l'|l') ?(?:(?:principa(?:l|ux|les?)|futurs?|propres?|autres|chers?|proches?|actuels?|nouvel|nouveaux) )?${RELATIONS}`;
const TELL =
  "(?:inform(?:er|erons|ons|erions|era)|averti(?:r|rons|ssons|rions)|preveni(?:r|ons)|previendr(?:ons|ions)|contact(?:er|erons|ons|erions)|avis(?:er|erons|ons)|alert(?:er|erons|ons)|signal(?:er|erons|ons)|sollicit(?:er|erons)|ecri(?:re|rons|vons)|telephon(?:er|erons)|appel(?:er|lerons|ons)|rapproch(?:er|erons)|adress(?:er|erons|ons)|fer(?:ons|ions) (?:savoir|part|circuler)|faire (?:savoir|part|circuler)|mettr(?:e|ons) au courant|en parl(?:er|erons)|revel(?:er|erons)|divulgu(?:er|erons)|communiqu(?:er|erons)|joindr(?:e|ons)|prendr(?:e|ons) (?:l'attache|contact)|laisser(?:ons)? (?:un |quelques )?(?:messages?|mots?)|transmett(?:re|rons)|interrog(?:er|erons)|notifi(?:er|erons))";
const PEOPLE =
  '(?:employers?|boss|famil(?:y|ies)|relatives|parents|neighbou?rs|customers|clients|suppliers|banks?|workplace|landlord|colleagues|spouse|wife|husband|partners?|friends)';

/** What tells a debt to others, or to everybody. */
export const DISCLOSURE: readonly Wording[] = [
  {
    rule: 'publication',
    severity: 'refuse',
    patterns: [
      /\blistes? noires?\b|\blistes? (?:des?|d') ?mauvais payeurs\b|\bblack ?list\w*/g,
      /\bfichiers? (?:[a-z']+ ){0,3}?(?:mauvais payeurs|incidents?|impayes|ficp|debiteurs)\b|\bfich(?:er|age|erons|ee?s?) (?:a la|aupres|comme|au ficp|par)\b|\bficp\b|\binterdi(?:t|ction) bancaire\b/g,
      /\b(?:inscri|signal|declar|fich|denonc)\w*\b[^.]{0,50}\bbanque de france\b/g,
      /\b(?:publi(?:er|erons|ons|cation de)|affich(?:er|erons|age)|diffus(?:er|erons|ion)|mentionn(?:er|erons))\b[^.]{0,40}\b(?:votre nom|vos noms|votre dette|vos dettes|impayes?|votre situation|reseaux|internet|presse|en ligne)\b/g,
      /\brend(?:re|rons) (?:[a-z']+ ){0,3}?publi(?:c|que)s?\b|\breseaux sociaux\b|\bavis negatifs?\b|\bpage google\b|\btrustpilot\b|\bavis (?:google|en ligne|public)\b|\bobtenir (?:un|aucun|de|le moindre) (?:[a-z]+ )?credits?\b/g,
      /\b(?:laiss|post|publi|depos|redig|mettr)\w*\b[^.]{0,20}\bavis\b[^.]{0,20}\bsur (?:google|internet|le web|facebook|les plateformes)\b|\b(?:linkedin|facebook|instagram|twitter|tiktok)\b/g,
      /\b(?:cotation|notation|cote)\b[^.]{0,20}\bbanque de france\b|\bregistres? (?:[a-z]+ ){0,2}?(?:debiteurs|defaillants|mauvais payeurs|impayes)\b|\b(?:debiteurs|payeurs) defaillants\b|\borganismes? de (?:notation|credit)\b[^.]{0,40}\b(?:signal|inscri|inform)|\b(?:signal|inscri|inform|transm)\w*\b[^.]{0,40}\borganismes? de (?:notation|credit)\b|\b(?:article|billet|publication|page)\b[^.]{0,40}\b(?:vos pratiques|votre cas|votre societe|votre nom)\b|\bbases? de(?:s)? (?:mauvais|debiteurs)\b/g,
      /\b(?:expos|figurer|cit|mentionn|affich|apparait)\w*\b[^.]{0,30}\b(?:notre|un|le|nos|des) sites?\b|\bconfreres\b[^.]{0,30}\b(?:alert|inform|averti|prevenu)\w*/g,
      /\bbad payers?\b|\bpublished online\b|\bname and shame\b|\b(?:post|put) your name\b|\byour name (?:will|shall|may) (?:be|appear)\b/g,
      /\bpublish\w* your\b|\bsocial (?:media|networks?)\b|\bcredit (?:bureau|agenc\w+|reference)\b/g,
    ],
    unless:
      /\b(?:suivez|retrouvez|rejoignez|follow|find)\b[^.]{0,30}\b(?:linkedin|facebook|instagram|twitter|tiktok)\b/,
    article: orAggressive(BLACKMAIL),
    message: fr`Publier une dette ou inscrire le débiteur sur une liste n’est pas un moyen de recouvrement : l’annoncer est une menace interdite.`,
    instead: fr`Retirez cette phrase.`,
  },
  {
    rule: 'third-parties',
    severity: 'refuse',
    patterns: [
      new RegExp(`\\b${TELL}\\b[^.]{0,80}?\\b${YOUR}\\b`, 'g'),
      new RegExp(`\\b${YOUR}\\b[^.]{0,80}\\bnous (?:le|la|les|l'|lui|leur|en) ?(?:leur |lui )?${TELL}\\b`, 'g'),
      new RegExp(
        `\\b${YOUR}\\b (?:[a-z']+ ){0,3}?(?:sera|seront|serait|seraient|vont etre|va etre|pourr[a-z]+ etre) (?:[a-z]+ ){0,2}?(?:inform|averti|contact|prevenu|avis|alert|sollicit|destinatair|tenue?s? (?:informe|au courant)|mis(?:e|es)? (?:au courant|en copie)|notifi|interrog)\\w*`,
        'g',
      ),
      new RegExp(
        `\\b${YOUR}\\b (?:[a-z']+ ){0,3}?(?:(?:saur|apprendr|decouvrir|recevr|connaitr)(?:a|ont|ait|aient)|appren(?:ne|nent)|decouvr(?:e|ent)|(?:pourr|devr)[a-z]+ (?:apprendre|savoir|decouvrir))\\b`,
        'g',
      ),
      new RegExp(
        `\\b${YOUR}\\b[^.]{0,30}\\b(?:merit|appreci|devr|doiv|doit|aimer)\\w*\\b[^.]{0,15}\\b(?:savoir|apprendre|decouvrir)\\b`,
        'g',
      ),
      /\b(?:inform|averti|preven|previendr|alert|signal|saisi)\w*\b[^.]{0,30}\b(?:l'ordre (?:professionnel|des)|votre ordre|la chambre (?:des|de)|votre federation|votre syndicat|la profession)\b/g,
      new RegExp(`\\b(?:copie|double)\\b[^.]{0,30}?\\b(?:a |pour |est adressee a )?(?:votre|vos) ${RELATIONS}\\b`, 'g'),
      new RegExp(
        `\\b(?:inform|tell|contact|notify|warn|call|alert|let|write to|copy)(?:ing)? (?:all (?:of )?)?your ${PEOPLE}\\b`,
        'g',
      ),
      new RegExp(
        `\\byour ${PEOPLE}\\b (?:will|shall|may|could|would|might) (?:also )?(?:be (?:informed|told|contacted|notified|warned|alerted|copied)|hear|learn|know|find out|receive)\\b`,
        'g',
      ),
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
];
