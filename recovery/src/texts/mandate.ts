import { writingOf } from './language.ts';
import { addressLines, collectorAddress, statedName } from './parties.ts';
import { fr } from './typography.ts';
import type { Correspondents } from './words.ts';

/**
 * Paragraphs 2 and 3 of art. L111-8 CPCE, as in force since 19 March 2014: art. R124-4 wants them reproduced in the first
 * letter of who collects for others, word for word, so they are in French whatever the letter is written in.
 */
const REPRODUCED = [
  fr`« Les frais de recouvrement entrepris sans titre exécutoire restent à la charge du créancier, sauf s’ils concernent un acte dont l’accomplissement est prescrit par la loi au créancier. Toute stipulation contraire est réputée non écrite, sauf disposition législative contraire.`,
  fr`Cependant, le créancier qui justifie du caractère nécessaire des démarches entreprises pour recouvrer sa créance peut demander au juge de l’exécution de laisser tout ou partie des frais ainsi exposés à la charge du débiteur de mauvaise foi. »`,
];

/** What a collector's message adds to the text of its step. */
export interface MandateWords {
  /** Who writes, for whom, and that this is amicable collection; said before anything else. */
  opening: string[];
  /** The texts that the first letter reproduces. */
  closing: string[];
}

const NONE: MandateWords = { opening: [], closing: [] };

/**
 * The mentions of art. R124-4 CPCE, for a company whose money somebody else collects. Until a first letter has left, every
 * message carries them all; later ones recall its reference and its date.
 */
export function mandateWords({ company, debtor, reference, firstLetter }: Correspondents): MandateWords {
  const { collector } = company;
  if (!collector) return NONE;
  const english = debtor.language === 'en';
  const { longDate } = writingOf(debtor.language);
  const creditor = [statedName(company), ...addressLines(company.address)].join(', ');
  const seat = addressLines(collectorAddress(collector)).join(', ');
  const opening = english
    ? `${collector.name}, ${seat}, carries out amicable debt collection and writes to you on behalf of ${creditor}.`
    : fr`${collector.name}, ${seat}, exerce une activité de recouvrement amiable et vous écrit pour le compte de ${creditor}.`;
  if (firstLetter?.sentOn) {
    const recall = english
      ? `This message follows our first letter of ${longDate(firstLetter.sentOn)}, reference ${firstLetter.reference}.`
      : fr`Ce message fait suite à notre première lettre du ${longDate(firstLetter.sentOn)}, référence ${firstLetter.reference}.`;
    return { opening: [opening, recall], closing: [] };
  }
  const named =
    reference === undefined || reference === ''
      ? []
      : [english ? `Reference of this letter: ${reference}.` : fr`Référence de cette lettre : ${reference}.`];
  const text = english
    ? fr`Article L111-8, paragraphs 2 and 3, of the French Code of Civil Enforcement Procedures (in French, as the law requires):`
    : fr`Article L111-8, deuxième et troisième alinéas, du code des procédures civiles d’exécution :`;
  return { opening: [opening, ...named], closing: [text, ...REPRODUCED] };
}
