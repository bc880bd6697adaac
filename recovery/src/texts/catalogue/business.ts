import { fr, s } from '../typography.ts';
import {
  CROSSED,
  demand,
  FORMAL_REGARDS,
  formalSubject,
  headInvoices,
  mention,
  namedInvoices,
  REGARDS,
  since,
  theInvoices,
} from './common.ts';
import { type ProfileTexts, when } from './shape.ts';

/** Between professionals: brief, exact, looking for what blocks the payment. */
export const businessTexts: ProfileTexts = {
  notice: {
    subject: (words) => fr`${headInvoices(words)} – échéance du ${words.dueOn}`,
    greeting: 'Bonjour,',
    opening: (words) => [
      fr`Sauf erreur de notre part, ${theInvoices(words)} arrive${words.count > 1 ? 'nt' : ''} à échéance le ${words.dueOn}${words.count > 1 ? ' pour la première' : ''}.`,
      fr`Vous trouverez ici tout ce qu’il faut pour la régler.`,
    ],
    closing: () => [
      fr`S’il vous manque un élément (bon de commande, référence, coordonnées bancaires), répondez à ce message : nous vous l’adresserons aussitôt.`,
      fr`Si le règlement est déjà en route, ne tenez pas compte de ce message.`,
    ],
    salutation: REGARDS,
  },
  courteous: {
    subject: (words) => fr`${headInvoices(words)} – règlement attendu depuis le ${words.dueOn}`,
    greeting: 'Bonjour,',
    opening: (words) => [
      fr`Sauf erreur ou omission de notre part, nous n’avons pas reçu le règlement de ${theInvoices(words)}, ${since(words)}.`,
      fr`Il s’agit peut-être d’un simple oubli. Pourriez-vous nous indiquer la date du règlement ou, s’il est bloqué, ce qui le retarde ?`,
    ],
    closing: () => [CROSSED],
    salutation: REGARDS,
  },
  firm: {
    subject: (words) => fr`Relance – ${namedInvoices(words)} impayée${s(words.count)}, ${words.delay} de retard`,
    greeting: 'Bonjour,',
    opening: (words) => [
      fr`Sauf erreur de notre part, ${theInvoices(words)} reste${words.count > 1 ? 'nt' : ''} impayée${s(words.count)}, avec ${words.delay} de retard${words.count > 1 ? ' pour la plus ancienne' : ''}.`,
      fr`Nous vous demandons de régler la somme de ${words.total} dès réception de ce message ou, si vous la contestez, de nous en donner le motif par retour.`,
    ],
    closing: (words) => [
      ...mention(words, fr`Nous n’en demandons pas le paiement à ce stade.`),
      fr`Sans règlement ni réponse de votre part, nous serions conduits à vous adresser une mise en demeure.`,
      CROSSED,
    ],
    salutation: REGARDS,
  },
  formal: {
    subject: formalSubject,
    greeting: 'Madame, Monsieur,',
    opening: (words) => [
      fr`Sauf erreur de notre part, ${theInvoices(words)} ${words.count > 1 ? 'sont échues et ne sont pas réglées' : 'est échue et n’est pas réglée'}.`,
      demand(words),
    ],
    closing: (words) => [
      ...when(words.accessories),
      fr`À défaut de règlement dans ce délai, nous pourrons demander à la juridiction compétente le paiement de cette somme.`,
      fr`Si vous contestez tout ou partie de cette somme, écrivez-nous le motif dans le même délai : nous y répondrons.`,
      CROSSED,
    ],
    salutation: FORMAL_REGARDS,
  },
};
