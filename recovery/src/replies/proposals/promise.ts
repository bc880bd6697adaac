import { frenchDate } from '@acquit/law';
import { fr } from '../../texts/typography.ts';
import type { ReaderProposal } from '../model.ts';
import { quoteOf, type Reading, sumOf, sumSaid } from './understood.ts';

/** Words that announce a payment to come, in French and English. */
const WILL_PAY =
  /\b(?:regler(?:ai|a|ons|ont|ez)|paier(?:ai|a|ons|ont)|payer(?:ai|a|ons|ont)|solder(?:ai|a|ons|ont)|verser(?:ai|a|ons|ont)|virer(?:ai|a|ons|ont)|acquitter(?:ai|ons)|effectuer(?:ai|a|ons|ont)|procede(?:rai|rons|ra)|enverr(?:ai|ons|a)|adresser(?:ai|ons)|(?:je|nous|on|j'|vous)(?: (?:vous|le|la|les|l'|lui|procede|procedons|mets|mettons|fais|faisons|envoie|envoyons))* ?(?:regle|reglons|paye|paie|payons|solde|soldons|verse|versons|vire|virons|fais le (?:virement|necessaire|reglement|paiement)|faisons le (?:virement|necessaire|reglement|paiement)|fais un virement|faisons un virement|envoie (?:le|un) (?:cheque|reglement|virement|paiement)|envoyons (?:le|un) (?:cheque|reglement|virement|paiement)|au (?:reglement|paiement|virement)|en paiement|le virement|un virement)|va(?:is|s|ons)?(?: (?:vous|le|la|les|la|tout|donc|pouvoir|proceder au))* ?(?:regler|payer|solder|verser|virer|reglement|paiement|virement|effectuer|envoyer|faire)|(?:sera|seront|serez)(?: \S+){0,3}? (?:reglee?s?|payee?s?|soldee?s?|viree?s?|versee?s?|effectuee?s?|emise?s?|envoyee?s?)|(?:sera|seront|est|sont)(?: \S+){0,3}? (?:prevue?s?|programmee?s?|planifiee?s?|mise?s? en paiement|a l'echeance)|(?:reglement|paiement|virement|cheque)s?(?: \S+){0,4}? (?:interviendra|partira|arrivera|suivra|aura lieu|vous parviendra|tombera|prevu|programme|planifie|le|au|fin|pour|d'ici|sous|courant|cette|demain|debut|lundi|mardi|mercredi|jeudi|vendredi|la semaine)|(?:recevrez|aurez)(?: \S+){0,3}? (?:l')?(?:reglement|paiement|virement|cheque|fonds|argent|somme)|ferai?(?:ons)?(?: \S+){0,3}? (?:virement|reglement|paiement|necessaire|cheque)|(?:pense|pensons|compte|comptons|peux|pouvons|pourrai|pourrons|souhaite|souhaitons|prevois|prevoyons|m'engage a|nous engageons a)(?: \S+){0,2}? (?:regler|payer|solder|verser|virer|faire le virement|le reglement|le paiement)|(?:we|i)(?: will|'ll| shall| can| are going to| am going to| plan to| intend to)(?: \S+){0,2}? (?:pay|settle|transfer|wire|send (?:the |a )?(?:payment|transfer|cheque|check)|make (?:the |a )?(?:payment|transfer))|payment(?: \S+){0,3}? (?:will be|is scheduled|is planned|due to be|on|by|next)|will be (?:paid|settled|processed|transferred)|scheduled for payment)/;

const REFUSED =
  /\b(?:ne|n')(?: \S+){0,3}? ?(?:regler|paier|payer|solder|verser|virer|reglons|payons|paye|paie|regle|sera|seront|peux|pouvons|pourr|recevrez|ferai|ferons)\S*(?: \S+){0,3}? (?:pas|plus|rien|jamais|aucun)|\b(?:ne pas|sans) (?:regler|payer)|\b(?:will not|won't|cannot|can't|can not|unable to|refuse to) (?:pay|settle)|\brefus\S* (?:de|du) (?:regl|pay|pai)|\bimpossible de (?:regler|payer)|\b(?:ne|n')(?: \S+){0,3}? (?:avant d'avoir|tant que)/;

/** Someone asks, or sets a condition: nothing is promised. */
const CONDITION =
  /\?|^(?:si|if) |\b(?:sous reserve|a condition|des que (?:vous|nous aurons recu)|quand (?:vous|nous aurons)|lorsque vous|apres (?:reception|livraison|correction)|a reception (?:de|du) (?!la presente|ce)|once (?:you|we)|as soon as (?:you|we)|tant que|pouvez-vous|pourriez-vous|could you|pourrions-nous|pourrais-je)\b/;

const ALREADY =
  /\b(?:deja|already|a ete|ont ete|avons (?:deja )?(?:regle|paye|effectue|fait)|ai (?:deja )?(?:regle|paye|effectue|fait)|have (?:already )?paid|was paid|has been paid)\b/;

/**
 * A payment announced with its day: « je vous règle vendredi », « règlement prévu le 15 ». Without a day it is proposed
 * for a person to put one. A refusal, a question and a condition promise nothing.
 */
export function promiseIn(reading: Reading): ReaderProposal | null {
  const { folded } = reading.sentence;
  if (!WILL_PAY.test(folded) || REFUSED.test(folded) || CONDITION.test(folded) || ALREADY.test(folded)) return null;
  const days = reading.days('ahead').filter((one) => one.on >= reading.context.on);
  const precise = days.filter((one) => !one.loose);
  // « avant le 15, et au plus tard le 20 »: the later one is what is promised.
  const on =
    (precise.length > 0 ? precise : days)
      .map((one) => one.on)
      .sort((a, b) => a - b)
      .at(-1) ?? null;
  const amountCents = sumOf(reading);
  const why =
    on === null
      ? fr`Un règlement${sumSaid(amountCents)} est annoncé, sans date : indiquez-la, ou demandez-la.`
      : fr`Un règlement${sumSaid(amountCents)} est annoncé ; « ${wordsOf(reading, on)} », écrit le ${frenchDate(reading.context.on)}, est compris comme le ${frenchDate(on)}.`;
  return { kind: 'promise', amountCents, on, numbers: reading.numbers, quote: quoteOf(reading.sentence), why };
}

/** The words that were read as a day. */
export function wordsOf({ sentence, days }: Reading, on: number): string {
  const found = [...days('ahead'), ...days('behind')].find((one) => one.on === on);
  return found === undefined ? '' : sentence.text.slice(found.start, found.end).replace(/[.,]$/, '');
}
