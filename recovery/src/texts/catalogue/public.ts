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

const WHERE = fr`Pourriez-vous nous indiquer où en est le traitement (service fait, mandatement, mise en paiement) et la date de paiement prévue ?`;

/** To a public buyer: what blocks is usually a step of his own chain, so the messages ask which one. */
export const publicTexts: ProfileTexts = {
  notice: {
    subject: (words) => fr`${headInvoices(words)} – délai de paiement jusqu’au ${words.dueOn}`,
    greeting: 'Madame, Monsieur,',
    opening: (words) => [
      fr`Sauf erreur de notre part, le délai de paiement de ${theInvoices(words)} s’achève le ${words.dueOn}${words.count > 1 ? ' pour la première' : ''}.`,
    ],
    closing: () => [
      fr`S’il manque une pièce ou une référence (numéro d’engagement, code service, service fait), répondez à ce message : nous vous l’adresserons aussitôt.`,
      fr`Si le paiement est déjà ordonnancé, ne tenez pas compte de ce message.`,
    ],
    salutation: REGARDS,
  },
  courteous: {
    subject: (words) => fr`${headInvoices(words)} – paiement attendu depuis le ${words.dueOn}`,
    greeting: 'Madame, Monsieur,',
    opening: (words) => [
      fr`Sauf erreur de notre part, nous n’avons pas reçu le paiement de ${theInvoices(words)}, ${since(words)}.`,
      WHERE,
    ],
    closing: () => [CROSSED],
    salutation: REGARDS,
  },
  firm: {
    subject: (words) => fr`Relance – ${namedInvoices(words)} impayée${s(words.count)}, ${words.delay} de retard`,
    greeting: 'Madame, Monsieur,',
    opening: (words) => [
      fr`Sauf erreur de notre part, ${theInvoices(words)} reste${words.count > 1 ? 'nt' : ''} impayée${s(words.count)}, avec ${words.delay} de retard${words.count > 1 ? ' pour la plus ancienne' : ''}.`,
      fr`Nous vous demandons de faire procéder au paiement de la somme de ${words.total}. ${WHERE}`,
    ],
    closing: (words) => [
      ...mention(words, fr`Ils ne sont pas compris dans la somme ci-dessus.`),
      fr`Sans paiement ni réponse de votre part, nous serions conduits à vous adresser une mise en demeure.`,
      CROSSED,
    ],
    salutation: REGARDS,
  },
  formal: {
    subject: formalSubject,
    greeting: 'Madame, Monsieur,',
    opening: (words) => [
      fr`Sauf erreur de notre part, le délai de paiement de ${theInvoices(words)} est dépassé, et le paiement ne nous est pas parvenu.`,
      demand(words, true),
    ],
    closing: (words) => [
      ...when(words.accessories),
      fr`À défaut de paiement dans ce délai, nous pourrons en demander le versement à la juridiction compétente.`,
      fr`Si la facture a été rejetée ou le délai suspendu, indiquez-nous le motif et la date de la décision : nous y répondrons dans les meilleurs délais.`,
      CROSSED,
    ],
    salutation: FORMAL_REGARDS,
  },
};
