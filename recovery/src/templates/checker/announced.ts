import { fr } from '../../texts/typography.ts';
import type { Wording } from './model.ts';

/** Acts that a letter may announce, or that are no consequence at all: to write, to answer, to ask a court. */
const ORDINARY =
  '(?:adress|envoy|repond|respond|transmett|communiqu|precis|confirm|prend|prendr|not|cherch|examin|etudi|revien|reviendr|remerci|rest|ser|aur|pourr|souhait|demand|saisi|propos|attend|appliqu|deviendr|poursuiv|continu|trouver|joindr|mettr|tien|reprendr|suspend|cess|verr|fer|connait|permett|suff|arriv|seront|convien|conviendr|recevr|recev|facilit|accept|accompagn|aider|tiendr|effectu|inform|indiqu|regl|pai|pay|dever|devr|ecri|parler|livr|expedi|rappel|considerer|apport|rectifi|corriger|emett|etabli|calcul|expliqu|figur|prolong|accord|consentir|consentiron|confier|engager|conseil|rappr|constat|tra[i]?ter|trait|correspond|compter|renouvel|garder|conserv|intervien|viendr|donner|laisser|tromp|remplac|rembours|credit|dedui|import|contest|existe|agir|dir|voud|rencontr|apprecier|clo|finali|honor|maintien|maintiendr|modifi|passer|poserons|reglera|report|signal|signer|soumett|sort|tarder|utilis|valid|vers|esper|prepar|declar|assur|prefer|compar|ignor|desir|attir|retir|entr|montr|ouvr|offr|couvr|recour|propos|tourn|proced)';

/**
 * What a text announces that nobody has looked at: a future, addressed to the reader or to what is his, by a verb that is
 * not among the acts of every letter. It proves nothing; it asks a person to read the sentence again.
 */
export const ANNOUNCED: readonly Wording[] = [
  {
    rule: 'announced-consequence',
    severity: 'warn',
    patterns: [
      new RegExp(
        `\\b(?:nous|on) (?:vous |nous |le |la |les |lui |leur |en |y |n'|l'|ne )*(?!${ORDINARY})[a-z]{2,}(?:rons|rions)\\b`,
        'g',
      ),
      new RegExp(`\\bvous (?:ne |n'|en |y |vous |le |la |les )*(?!${ORDINARY})[a-z]{2,}(?:rez)\\b`, 'g'),
      new RegExp(
        `\\b(?:votre|vos) (?:[a-z'-]+ ){1,3}?(?:ne )?(?:(?:sera|seront) (?!(?:[a-z]+ )?(?:traitee?s?|examinee?s?|repris|accepte|adresse|prise?s?|bienvenue?s?|recue?s?|credite|rembours|expedi|livree?s?|mis en pause))[a-z]+|(?!${ORDINARY})[a-z]{3,}(?:ra|ront))\\b`,
        'g',
      ),
      /\b(?:vous (?:encourez|risquez|vous exposez|perdrez)|a vos risques|prenez garde|gare a|sous peine|malheur|regretter\w*|you will (?:lose|regret|face)|at your own risk)\b/g,
      /\b(?:menac\w+|represailles|sanctions?|poursuites?|contentieux|coercit\w+|contrain(?:dre|te|drons)|forcer(?:ons)?|obliger(?:ons)?)\b/g,
      /\b(?:greffe|assign\w+|proces\b|prescription|mains? courantes?|reconnaissez (?:cette|la|votre) dette|organismes? de credit|la profession|vos parents|votre gardien|assermentee?s?|indemnite de recouvrement|un vol\b|punie?s?|scrupul\w+|liquidites|aux encheres|signalement)\b/g,
    ],
    article: 'articles L121-6 et L121-7 du code de la consommation',
    message: fr`Cette phrase annonce une conséquence ou presse le lecteur : elle n’est permise que si ce qu’elle annonce est possible en droit.`,
    instead: fr`Annoncez ce qui est possible : une mise en demeure, ou une demande à la juridiction compétente.`,
  },
];
