import type { MessageFacts } from '../model/decision.ts';
import { writingOf } from './language.ts';
import { addressLines, collectorAddress, statedName } from './parties.ts';
import { fr } from './typography.ts';
import { type Correspondents, spokenClaims } from './words.ts';

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

/** What is due and must be paid, with its basis: the invoices; nothing is yet before the due date. */
function demandOf(facts: MessageFacts, english: boolean): string[] {
  if (facts.objective === 'inform' || facts.totalCents <= 0) return [];
  const { money, list } = writingOf(english ? 'en' : 'fr');
  const numbers = list(spokenClaims(facts).map((claim) => claim.number));
  const sum = money(facts.totalCents);
  return [
    english
      ? `You are asked to pay the sum of ${sum}, due under ${numbers}, by transfer to the account given below; what it is made of is set out in the table.`
      : fr`Nous vous demandons de payer la somme de ${sum}, due au titre des pièces suivantes : ${numbers}, par virement sur le compte indiqué ci-dessous ; le tableau en donne le détail.`,
  ];
}

/**
 * The mentions of art. R124-4 CPCE, for a company whose money somebody else collects. Until a first letter has left, every
 * message carries them all; later ones recall its reference and its date.
 */
export function mandateWords(who: Correspondents, facts: MessageFacts): MandateWords {
  const { company, debtor, reference, firstLetter } = who;
  const { collector } = company;
  if (!collector) return NONE;
  const english = debtor.language === 'en';
  const { longDate } = writingOf(debtor.language);
  const creditor = [statedName(company), ...addressLines(company.address)].join(', ');
  const seat = addressLines(collectorAddress(collector)).join(', ');
  const opening = english
    ? `${collector.name}, ${seat}, carries out amicable debt collection and writes to you on behalf of ${creditor}.`
    : fr`${collector.name}, ${seat}, exerce une activité de recouvrement amiable et vous écrit pour le compte de son mandant, ${creditor}.`;
  if (firstLetter?.sentOn) {
    const recall = english
      ? `This follows our first letter of ${longDate(firstLetter.sentOn)}, reference ${firstLetter.reference}.`
      : fr`Nous faisons suite à notre première lettre du ${longDate(firstLetter.sentOn)}, référence ${firstLetter.reference}.`;
    return { opening: [opening, recall], closing: [] };
  }
  const named = reference ? [english ? `Our reference: ${reference}.` : fr`Notre référence : ${reference}.`] : [];
  const text = english
    ? 'Article L111-8, paragraphs 2 and 3, of the French Code of Civil Enforcement Procedures (in French, as the law requires):'
    : fr`Article L111-8, deuxième et troisième alinéas, du code des procédures civiles d’exécution :`;
  return {
    opening: [[opening, ...named].join(' '), ...demandOf(facts, english)],
    closing: [text, ...REPRODUCED],
  };
}
