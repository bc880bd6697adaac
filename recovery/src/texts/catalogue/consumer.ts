import { fr, s } from '../typography.ts';
import {
  CROSSED,
  demand,
  FORMAL_REGARDS,
  formalSubject,
  headInvoices,
  namedInvoices,
  REGARDS,
  since,
  theInvoices,
} from './common.ts';
import { type ProfileTexts, when } from './shape.ts';

const DIFFICULTY = fr`Si vous rencontrez une difficulté pour régler, dites-le-nous simplement : nous chercherons avec vous une solution, par exemple un paiement en plusieurs fois.`;

/**
 * To a private person, or to somebody whose quality is not known: the same facts, a gentler way in, and nothing asked
 * beyond the price before the formal notice.
 */
export const consumerTexts: ProfileTexts = {
  notice: {
    subject: (words) => fr`${headInvoices(words)} – échéance du ${words.dueOn}`,
    greeting: 'Bonjour,',
    opening: (words) => [
      fr`Nous vous rappelons que ${theInvoices(words)} ${words.count > 1 ? 'sont' : 'est'} à régler pour le ${words.dueOn}${words.count > 1 ? ', s’agissant de la première' : ''}.`,
    ],
    closing: () => [
      fr`Pour toute question, répondez à ce message : nous sommes à votre disposition.`,
      fr`Si votre règlement est déjà parti, ne tenez pas compte de ce rappel.`,
    ],
    salutation: REGARDS,
  },
  courteous: {
    subject: (words) => fr`${headInvoices(words)} – votre règlement`,
    greeting: 'Bonjour,',
    opening: (words) => [
      fr`Sauf erreur de notre part, nous n’avons pas encore reçu le règlement de ${theInvoices(words)}, ${since(words)}.`,
      fr`Il s’agit sans doute d’un oubli. Nous vous remercions de régler cette somme dès que possible, ou de nous dire quand vous pourrez le faire.`,
    ],
    closing: () => [DIFFICULTY, CROSSED],
    salutation: REGARDS,
  },
  firm: {
    subject: (words) => fr`Rappel – ${namedInvoices(words)} non réglée${s(words.count)}`,
    greeting: 'Madame, Monsieur,',
    opening: (words) => [
      fr`Sauf erreur de notre part, ${theInvoices(words)} ${words.count > 1 ? 'ne sont pas réglées' : 'n’est pas réglée'}, avec ${words.delay} de retard${words.count > 1 ? ' pour la plus ancienne' : ''}.`,
      fr`Nous vous demandons de régler la somme de ${words.total} dès réception de ce message ou, si vous la contestez, de nous en donner le motif.`,
    ],
    closing: () => [
      DIFFICULTY,
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
      DIFFICULTY,
      fr`Si vous contestez tout ou partie de cette somme, écrivez-nous le motif dans le même délai : nous y répondrons.`,
      fr`À défaut de règlement ou de réponse dans ce délai, nous pourrons demander au tribunal le paiement de cette somme.`,
      CROSSED,
    ],
    salutation: FORMAL_REGARDS,
  },
};
