import type { Profile } from '../../model/facts.ts';
import type { Language } from '../../model/subject.ts';
import type { TextKind } from '../model.ts';

/**
 * Text messages: who writes, about which invoice, how to answer, in the hundred and sixty characters of one message. A
 * telephone shows them to whoever looks at it: no amount is named, and nothing tells that a private person owes anything.
 */
const SHORT: Record<Language, { company: string; person: string; special: Partial<Record<TextKind, string>> }> = {
  fr: {
    company:
      '{{ societe_courte }} : {% if plusieurs %}{{ nombre }} factures, dont {{ premiere }}, semblent{% else %}la facture {{ premiere }}, échue le {{ echeance_courte }}, semble{% endif %} rester à régler. {{ repondre }}',
    person: '{{ societe_courte }} : merci de nous contacter au sujet de votre dossier {{ premiere }}. {{ repondre }}',
    special: {
      notice:
        '{{ societe_courte }} : facture {{ premiere }}, échéance le {{ echeance_courte }}. Le détail vous a été adressé. {{ repondre }}',
      thanks: '{{ societe_courte }} : nous avons bien reçu votre règlement. Merci.',
      'promise-broken':
        '{{ societe_courte }} : nous restons sans nouvelles depuis le {{ promesse_date }} au sujet de {{ premiere }}. {{ repondre }}',
      'call-confirmed': '{{ societe_courte }} : merci de notre échange du {{ appel_le }}. {{ repondre }}',
    },
  },
  en: {
    company:
      '{{ societe_courte }}: {% if plusieurs %}{{ nombre }} invoices, including {{ premiere }}, seem{% else %}invoice {{ premiere }}, due {{ echeance_courte }}, seems{% endif %} to be outstanding. {{ repondre }}',
    person: '{{ societe_courte }}: please contact us about your file {{ premiere }}. {{ repondre }}',
    special: {
      notice:
        '{{ societe_courte }}: invoice {{ premiere }} falls due on {{ echeance_courte }}. Details were sent to you. {{ repondre }}',
      thanks: '{{ societe_courte }}: your payment has arrived. Thank you.',
      'promise-broken':
        '{{ societe_courte }}: we have had no news since {{ promesse_date }} about {{ premiere }}. {{ repondre }}',
      'call-confirmed': '{{ societe_courte }}: thank you for our call of {{ appel_le }}. {{ repondre }}',
    },
  },
};

/** To a private person the words of a demand are left out: thanks, calls and broken promises name no debt. */
const UNSAID_TO_PERSONS: readonly TextKind[] = ['notice'];

/** The text message of a kind of text, for a profile. */
export function shortText(language: Language, kind: TextKind, profile: Profile): string {
  const { company, person, special } = SHORT[language];
  const isPerson = profile === 'consumer';
  const own = isPerson && UNSAID_TO_PERSONS.includes(kind) ? undefined : special[kind];
  return own ?? (isPerson ? person : company);
}
