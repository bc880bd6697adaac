import { frenchDate } from '@acquit/law';
import { fr } from '../../texts/typography.ts';
import type { PaymentMeans, ReaderProposal } from '../model.ts';
import { quoteOf, type Reading, sumOf, sumSaid } from './understood.ts';

/** Words that say a payment is made. */
const PAID =
  /\b(?:(?:j'ai|nous avons|on a|a|ai|avons|ont|avez)(?: (?:bien|deja|donc|ete|tout|en effet|effectivement|pourtant|par ailleurs|ce jour|hier|fait|effectue|envoye|emis|adresse|poste|procede|vous))* ?(?:(?:regle|paye|solde|vire|verse|acquitte)e?s?(?![a-z])|(?:effectue|fait|emis|envoye|adresse|poste|passe|lance|ordonne|realise)e?s?(?: \S+){0,3}? (?:virement|reglement|paiement|cheque)|procede au (?:reglement|paiement|virement))|(?:facture|virement|reglement|paiement|cheque|somme|montant|solde|compte|tout)s?(?: \S+){0,6}? (?:(?:a|ont|est|sont) (?:bien |deja |ete |parti )*(?:reglee?s?|payee?s?|soldee?s?|viree?s?|effectuee?s?|faits?|faites?|emise?s?|envoyee?s?|adressee?s?|parti(?:e|s|es)?|postee?s?|encaissee?s?|debitee?s?|passee?s?|acquittee?s?)|(?:effectue|emis|envoye|parti|fait|passe|debite|encaisse|poste)e?s? (?:le|ce|hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|du|au|par|depuis|aujourd'hui))|(?:vous )?avez (?:deja |bien )?(?:du recevoir (?:le|notre|mon) (?:reglement|virement|paiement|cheque)|ete payee?s?|recu (?:le|notre|mon) (?:reglement|virement|paiement|cheque)|encaisse)|(?:deja|bien) (?:reglee?s?|payee?s?|soldee?s?)|(?<!\b(?:je|on|vous|nous|il|elle|le|la|les|l'|j') ?)(?:payee?|reglee?|viree?|virement (?:fait|effectue|emis|parti))s? (?:ce (?:jour|matin|midi|soir)|hier|aujourd'hui|le \d|par|depuis|avant-hier)|(?:ci-joint|en piece jointe|voici|joins)(?: \S+){0,5}? (?:preuve|justificatif|avis|ordre|confirmation)(?: \S+){0,3}? (?:virement|paiement|reglement)|(?:we|i)(?: have|'ve)?(?: already| just)? (?:paid|settled|transferred|wired|sent (?:the |a )?(?:payment|transfer|cheque|check)|made (?:the |a )?(?:payment|transfer))|(?:was|were|has been|have been|is|already) (?:already )?(?:paid|settled|transferred))/;

const NOT_PAID =
  /\b(?:n'ai|n'avons|n'a|n'ont|n'est|ne sont|n'a pas)(?: \S+){0,3}? (?:pas|plus|jamais|rien|encore)\b|\bpas (?:encore |ete |bien )*(?:regle|paye|solde|vire)|\b(?:not|never|n't)(?: \S+){0,2}? (?:paid|settled|received|made)|\bsera(?: \S+){0,3}? (?:regle|paye|effectue)|\bune fois (?:regle|paye)|\b(?:si|if) |\bavez-vous\b|\?/;

const MEANS: readonly [PaymentMeans, RegExp, string][] = [
  ['cheque', /\bcheques?\b|\bche(?:ck|que) (?:sent|posted)|\bcheck\b/, 'par chèque'],
  ['direct-debit', /\bprelev/, 'par prélèvement'],
  ['card', /\b(?:carte|cb|card)\b/, 'par carte'],
  ['cash', /\b(?:especes?|liquide|cash)\b/, 'en espèces'],
  ['transfer', /\bvirements?\b|\bvir(?:e|ee|ees)\b|\btransfer|\bwired?\b|\bsepa\b/, 'par virement'],
];

/** A payment said to be made: « viré hier », « chèque envoyé le 3 ». It proves nothing: the bank will tell. */
export function paidIn(reading: Reading): ReaderProposal | null {
  const { folded } = reading.sentence;
  if (!PAID.test(folded) || NOT_PAID.test(folded)) return null;
  const days = reading.days('behind').filter((one) => one.on <= reading.context.on);
  const on = days.at(-1)?.on ?? null;
  const found = MEANS.find(([, words]) => words.test(folded));
  const amountCents = sumOf(reading);
  const parts = [found?.[2], on === null ? undefined : fr`le ${frenchDate(on)}`].filter((part) => part !== undefined);
  const how = parts.length === 0 ? '' : ` ${parts.join(', ')}`;
  return {
    kind: 'paid',
    amountCents,
    on,
    means: found?.[0] ?? null,
    numbers: reading.numbers,
    quote: quoteOf(reading.sentence),
    why: fr`Un règlement${sumSaid(amountCents)} est dit fait${how} : vérifiez la banque avant de relancer.`,
  };
}
