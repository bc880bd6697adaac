import { type DisputeReason, disputeReasonName } from '../../commitments/dispute.ts';
import { fr } from '../../texts/typography.ts';
import type { ReaderProposal } from '../model.ts';
import { quoteOf, type Reading, shareOf, sumSaid } from './understood.ts';

/** What is wrong, in the words of those who complain; the first that fits names the reason. */
const REASONS: readonly [DisputeReason, RegExp][] = [
  [
    'double-invoice',
    /\bfacturee?s? (?:deux|2) fois|\bdouble (?:facturation|facture|paiement)|\bdeja facturee?|\bfait double emploi|\bdoublon|\bbilled twice|\bduplicate invoice|\binvoiced twice/,
  ],
  [
    'goods-missing',
    /\b(?:rien|jamais|pas|n'a|n'avons|n'ont|ni)(?: \S+){0,5}? (?:livree?s?|livraison|recu (?:la |les |le |cette |ces |nos? |votre |vos )?(?:marchandise|commande|colis|livraison|materiel|produit|article|pieces?|palette)s?)|\b(?:marchandise|commande|colis|materiel|produit|article|palette|piece)s?(?: \S+){0,4}? (?:non (?:livree?|recue?)|jamais (?:livree?|recue?|arrivee?)|pas (?:livree?|recue?|arrivee?|ete livree?|ete recue?)|manquante?|manque)s?|\bnon[- ]livr|\bil (?:nous )?manqu|\b(?:never|not) (?:been )?(?:delivered|received (?:the )?(?:goods|order|delivery|parcel))|\bgoods (?:were )?(?:never|not)|\bmissing (?:goods|items|parts)|\bincomplete delivery|\blivraison partielle|\b(?:livraison|commande|colis)(?: \S+){0,6}? incomplete?/,
  ],
  [
    'goods-faulty',
    /\b(?:marchandise|produit|materiel|article|piece|machine|appareil|livraison|lot|colis|palette)s?(?: \S+){0,6}? (?:abime|endommage|defectueu|casse|non[- ]conforme|pas conforme|en panne|deteriore|avarie|inutilisable|ne (?:fonctionne|marche|correspond|convien)|hors service|perime)|\b(?:abimee?|defectueu[sx]|endommagee?|non[- ]conformite|vices? caches?|malfacon)|\b(?:n'est|ne sont|n'etait|n'etaient) pas conformes?|\b(?:damaged|defective|faulty|broken|not as ordered)\b/,
  ],
  [
    'service-not-done',
    /\b(?:prestation|travaux|chantier|intervention|service|installation|reparation|mission|maintenance|formation|pose)s?(?: \S+){0,6}? (?:non (?:realisee?|faite?|terminee?|effectuee?|conforme)|pas (?:ete )?(?:realisee?|faite?|terminee?|finie?|effectuee?|acheve|conforme)|jamais (?:ete )?(?:realisee?|faite?|effectuee?)|inachevee?|mal (?:realisee?|faite?|executee?|posee?)|incompl|bacle|insatisf|a refaire)|\b(?:jamais|pas) (?:venue?s?|intervenue?s?|passee?s?)\b|\b(?:fuite|panne|desordre|probleme)s?(?: \S+){0,3}? (?:persiste|demeure|n'est pas regle|n'a pas ete)|\breserves? (?:non levee|pas levee|n'ont pas ete levee)|\b(?:fuite|desordre)s? (?:persiste|apres votre)|\bwork (?:was )?(?:not|never) (?:done|finished|completed)|\bservice (?:was )?(?:not|never) (?:provided|rendered|performed)/,
  ],
  [
    'quantity',
    /\b(?:quantites?|nombre)(?: \S+){0,5}? (?:faux|fausse|erronee?|incorrecte?|ne correspond|ne sont pas|n'est pas|differ|facturee?s?)|\berreur (?:de|sur (?:la|les)) quantite|\b(?:seulement|que) \d+ (?:\S+ )?(?:sur|au lieu de|livre|recu)|\b\d+ (?!€|eur)(?:[a-z]+ )?au lieu de \d+(?! ?(?:€|eur|\d))|\bwrong quantity/,
  ],
  [
    'price',
    /\berreurs? (?:de|sur (?:le|les)|dans le) (?:prix|montants?|tarifs?|facturation|calcul|tva|remise|taux)|\b(?:prix|tarif|montant|remise|tva|total)s?(?: \S+){0,6}? (?:ne correspond|n'est pas|n'a pas ete|est (?:faux|errone|incorrect|trop eleve)|erronee?|incorrecte?|faux|non conforme|oubliee?|non appliquee?|superieure? (?:au|a)|different|pas celui|pas le bon)|\b(?:remise|ristourne|escompte)s?(?: \S+){0,5}? (?:oubli|manqu|non deduite?|pas (?:ete )?(?:deduite?|appliquee?))|\b(?:ne correspond|pas conforme|non conforme)(?: \S+){0,3}? (?:au|a notre|a votre|avec le|a la|aux?) (?:devis|tarif|prix|accord|bon de commande|commande|contrat)|\b(?:superieure?|differente?) (?:au|a notre|a votre) (?:devis|commande)|\b(?:wrong|incorrect) (?:price|amount|rate|vat)|\bprice (?:is|was) (?:wrong|not|higher)|\btrop (?:percu|facture)|\bsurfactur/,
  ],
  [
    'order-unknown',
    /\b(?:n'avons|n'ai|jamais|pas|aucune?)(?: \S+){0,4}? (?:commandee?|passe (?:de |cette )?commande|trace (?:de|d'une) (?:cette )?commande|commande a (?:ce|votre) nom)|\b(?:ne (?:nous|me) concerne|pas (?:pour|destinee? a) (?:nous|moi|notre societe)|ne sommes pas (?:client|concerne|debiteur)|ne connai\w* pas (?:votre|cette|vos)|inconnue? (?:chez|de) (?:nous|nos))|\bnever ordered|\bnot (?:our|my) (?:order|invoice)|\bno record of this order/,
  ],
  [
    'address-or-mentions',
    /\b(?:facture|adresse|mentions?|numero de commande|bon de commande|raison sociale|siret|libelle|entete|destinataire)(?: \S+){0,6}? (?:incorrecte?|erronee?|fausse|absente?|manquante?|manque|n'(?:est|apparait|figure) pas|ne (?:figure|comporte|porte|mentionne)|a (?:corriger|refaire|modifier|rectifier))|\b(?:libellee?|etablie?|adressee?|emise?) (?:au|a la|a) (?:mauvais|nom d'une autre|une autre)|\b(?:merci de|veuillez|il faut|pouvez-vous|pourriez-vous) (?:corriger|modifier|refaire|rectifier|reemettre|re-?editer|annuler)(?: \S+){0,4}? facture|\b(?:n'y a pas|sans|manque|absence d[eu])(?: \S+){0,3}? (?:numero|n°|ref\S*|bon) de (?:bon de )?commande|\bfacture rectificative|\bmissing (?:po|purchase order)/,
  ],
];

/** Words that contest without saying why, or that make a complaint a refusal to pay. */
const CONTESTS =
  /\b(?:contest(?:e|ons|er|ation)|litiges?|reclamation|desaccord|pas d'accord|conteste|refus(?:e|ons|er) (?:de|cette|votre|la|ce|le)|(?:ne|n')(?: \S+){0,3}? (?:dois|devons|doit)(?: plus)? rien|n'est pas due|ne (?:paierai|paierons|payerons|reglerai|reglerons|payerai)|(?:en )?attente d(?:e l'|'un |e votre |u )avoir|(?:attend(?:s|ons)|demand(?:e|ons)|souhait(?:e|ons)|faire|emettre|etablir) (?:un |l'|votre )avoir|avoir (?:a (?:faire|etablir|emettre|deduire)|non recu|promis)|mauvaise facture|facture (?:est )?(?:fausse|erronee|incorrecte|injustifiee|abusive|anormale)|(?:we|i) (?:dispute|contest|disagree|refuse)|disputed?|credit note|not due|do not owe|don't owe)\b/;

/** Said of a complaint that is over, or of none. */
const SETTLED =
  /\b(?:plus (?:de|aucun) (?:litige|contestation)|sans (?:contester|contestation)|ne contest(?:e|ons) pas|aucun litige|litige (?:est )?(?:clos|resolu|regle)|pas de litige|do not dispute|don't dispute|no dispute)\b/;

/** A complaint, with its reason and the part it is about. */
export function disputeIn(reading: Reading): ReaderProposal | null {
  const { folded } = reading.sentence;
  if (SETTLED.test(folded)) return null;
  const found = REASONS.find(([, words]) => words.test(folded));
  const contests = CONTESTS.test(folded);
  if (found === undefined && !contests) return null;
  // « Merci de corriger le bon de commande sur la prochaine » asks for nothing about what is due; a claim of money does.
  const reason = found?.[0] ?? REASONS.find(([, words]) => words.test(reading.before))?.[0] ?? 'other';
  const amountCents = contestedOf(reading);
  const what =
    amountCents === null
      ? reading.numbers.length === 0
        ? ''
        : fr` de ${reading.numbers.join(', ')}`
      : sumSaid(amountCents);
  return {
    kind: 'dispute',
    reason,
    amountCents,
    numbers: reading.numbers,
    quote: quoteOf(reading.sentence),
    why: fr`Une contestation${what} : ${disputeReasonName(reason)}.`,
  };
}

/** « à hauteur de 300 € », « 300 € de trop », « la moitié »; null: the whole. */
function contestedOf(reading: Reading): number | null {
  const { folded } = reading.sentence;
  const { amounts } = reading;
  if (
    /\b(?:a hauteur de|pour (?:un montant|la somme)|la somme de|le montant de|de trop|en trop|la ligne|une partie|partiellement|sur ces?|contest\S* (?:les? )?\d)/.test(
      folded,
    ) &&
    amounts.length === 1
  )
    return amounts[0]!.cents < Math.max(1, ...reading.context.claims.map((one) => one.openCents))
      ? amounts[0]!.cents
      : null;
  // « 1 200 € au lieu de 1 000 € »: the difference.
  if (
    amounts.length === 2 &&
    /\b(?:au lieu de|alors que|instead of|contre)\b/.test(folded.slice(amounts[0]!.end, amounts[1]!.start))
  ) {
    const difference = Math.abs(amounts[0]!.cents - amounts[1]!.cents);
    return difference > 0 ? difference : null;
  }
  return shareOf(reading);
}
