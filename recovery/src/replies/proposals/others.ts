import { euros } from '@acquit/law';
import { fr } from '../../texts/typography.ts';
import { addressesIn } from '../kinds/signs.ts';
import type { ReaderProposal } from '../model.ts';
import { quoteOf, type Reading } from './understood.ts';

const ANOTHER =
  /\b(?:(?:merci|veuillez|priere|il faut|faut|vous pouvez|pouvez-vous|pourriez-vous|je vous (?:invite|prie|conseille|remercie)|a l'avenir|desormais|dorenavant)(?: \S+){0,6}? (?:contacter|ecrire|adresser|envoyer|transmettre|voir (?:avec|directement)|vous (?:adresser|rapprocher)|joindre|rediriger|utiliser)|(?:contactez|ecrivez|adressez|envoyez|transmettez|voyez)(?:-\w+)?(?: \S+){0,5}? (?:a|au|aupres|avec|le|la|notre|service|compta)|(?:ne (?:m'occupe|suis|gere|traite|s'occupe|sommes|fais|travaille|reponds)(?: \S+){0,2}? (?:pas|plus)(?: \S+){0,5}? (?:factur|compta|reglement|paiement|fournisseur|dossier|cela|ca|bon|bonne|interlocuteur|personne|concernee?|partie|la|ce service))|(?:mauvais|pas le bon|pas la bonne|n'est pas le bon) (?:interlocuteur|destinataire|contact|service|adresse|personne)|(?:nouvelle?|bonne|autre) (?:adresse|interlocuteur|interlocutrice|contact)(?: \S+){0,4}? (?:est|:)|(?:je )?(?:transmets|transfere|fais suivre|ai transmis|ai transfere|met en copie|mets en copie)(?: \S+){0,5}? (?:service|collegue|compta|comptabilite|direction|personne|responsable)|(?:please|kindly)(?: \S+){0,3}? (?:contact|write|send|e-?mail|forward|direct)(?: \S+){0,8}?(?:@| to | our | the )|wrong (?:person|contact|address|department)|not the right (?:person|contact|address)|no longer (?:in charge|responsible|work))/;

/** Somebody else answers for the invoices: « voyez avec compta@… ». An address alone, in a signature, says nothing. */
export function wrongContactIn(reading: Reading): ReaderProposal | null {
  const { folded, text } = reading.sentence;
  if (!ANOTHER.test(folded)) return null;
  const emails = addressesIn(text).slice(0, 5);
  const named =
    /\b(?:interlocuteur|destinataire|service|compta|collegue|adresse|personne|person|contact|department|occupe|concernee?|factur)\b|@|compta/.test(
      folded,
    );
  if (!named) return null;
  const why =
    emails.length === 0
      ? fr`Une autre personne suit les factures, sans son adresse : demandez-la.`
      : fr`Une autre adresse est donnée pour les factures : ${emails.join(', ')}.`;
  return { kind: 'wrong-contact', emails, numbers: reading.numbers, quote: quoteOf(reading.sentence), why };
}

const INSTALMENTS =
  /\b(?:echeanciers?|echelonn\w*|etaler|etalement|(?:en|de|par) (\d{1,2}|deux|trois|quatre|cinq|six|dix|douze) (?:fois|mensualites?|versements?|echeances?|paiements?|mois|virements?|reglements?)|plusieurs (?:fois|versements|mensualites|echeances|paiements)|facilites? de (?:paiement|reglement)|mensualites?|delais? de (?:paiement|reglement) (?:supplementaire|plus long)|(?:un|quelques?|du|d'un) (?:delai|report)s?(?: supplementaires?)?|par mois|chaque mois|payment plan|(?:in|by) (?:(\d{1,2}|two|three|four|six) )?(?:instal?ments?|parts?)|spread (?:the )?payments?|more time)\b/;
const ASKS =
  /\b(?:demand|souhait|voudr|aimer|possib|pouv|pourr|propos|accord|serait|convenir|solliciter|besoin|difficult|peux|peut|would like|could|can we|possible|propose|ask|need|request|regler|payer|solder|pay)\S*/;
const COUNTS: Readonly<Record<string, number>> = {
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  six: 6,
  dix: 10,
  douze: 12,
  two: 2,
  three: 3,
  four: 4,
};

/** Time or instalments asked for: « est-il possible de régler en trois fois ? » */
export function instalmentsIn(reading: Reading): ReaderProposal | null {
  const { folded } = reading.sentence;
  const found = INSTALMENTS.exec(folded);
  if (found === null || !ASKS.test(folded)) return null;
  const written = found[1] ?? found[2];
  const count = written === undefined ? null : (COUNTS[written] ?? Number(written));
  const each =
    /\b(?:par mois|mensuel\S*|mensualites? de|chaque mois|(?:versements?|echeances?|virements?) de|per month|a month|monthly)\b/.test(
      folded,
    );
  const instalmentCents = each && reading.amounts.length === 1 ? reading.amounts[0]!.cents : null;
  const detail = [
    count === null || count < 2 ? null : fr`en ${count} fois`,
    instalmentCents === null ? null : fr`par versements de ${euros(instalmentCents)}`,
  ].filter((part) => part !== null);
  return {
    kind: 'instalments',
    count: count !== null && count >= 2 ? count : null,
    instalmentCents,
    numbers: reading.numbers,
    quote: quoteOf(reading.sentence),
    why:
      detail.length === 0
        ? fr`Un délai ou un échéancier est demandé.`
        : fr`Un échéancier est demandé ${detail.join(', ')}.`,
  };
}

const COPY =
  /\b(?:(?:renvoyer|renvoyez|envoyer|envoyez|transmettre|transmettez|faire parvenir|retransmettre|adresser|fournir|joindre|obtenir|avoir|recevoir|remettre|communiquer)(?: \S+){0,6}? (?:copie|duplicata|double|factures?)\b|(?:copie|duplicata) (?:de|des|d'une) (?:la |cette |votre |ces |vos )?factures?|(?:pas|jamais|plus|aucune?|n'ai|n'avons)(?: \S+){0,5}? (?:recu|trace|retrouve|trouve|eu|en possession|connaissance)(?: \S+){0,5}? (?:cette |la |votre |vos |les |ces |de |ladite )?factures?|factures?(?: \S+){0,3}? (?:non recue|jamais recue|pas recue|introuvable|pas eu)|(?:send|resend|forward)(?: \S+){0,5}? (?:copy|invoice)|(?:did not|didn't|never|haven't) (?:receive|received|get|got)(?: \S+){0,3}? invoice|copy of the invoice)/;

/** The invoice itself was not received, or is asked for again. */
export function copyAskedIn(reading: Reading): ReaderProposal | null {
  const { folded } = reading.sentence;
  if (
    !COPY.test(folded) ||
    /\b(?:envoyez|adressez|transmettez|adresser|envoyer) (?:vos|toutes|desormais|les prochaines)|@/.test(folded)
  )
    return null;
  if (/\b(?:corrig|rectif|refai|modifi)/.test(folded)) return null;
  return {
    kind: 'copy-asked',
    numbers: reading.numbers,
    quote: quoteOf(reading.sentence),
    why: fr`La facture n’a pas été reçue ou est redemandée : renvoyez-la avant de relancer.`,
  };
}
