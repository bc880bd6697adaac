import type { Tone } from '../model/scenario.ts';
import type { Language } from '../model/subject.ts';
import type { TemplateKey, TextChannel, TextKind } from '../templates/model.ts';

const KINDS: Record<TextKind, string> = {
  notice: 'Avis d’échéance',
  reminder: 'Relance',
  'find-the-cause': 'Recherche de la cause',
  'get-a-date': 'Demande d’une date',
  'call-confirmed': 'Confirmation d’un appel',
  warning: 'Annonce de la mise en demeure',
  'formal-notice': 'Mise en demeure',
  thanks: 'Remerciement',
  'promise-broken': 'Promesse non tenue',
  'plan-missed': 'Mensualité manquée',
  suspension: 'Suspension annoncée',
};

const TONE_NAMES: Record<Tone, string> = {
  cordial: 'cordial',
  courteous: 'courtois',
  neutral: 'neutre',
  firm: 'ferme',
  grave: 'grave',
  formal: 'solennel',
};

const CHANNELS: Record<TextChannel, string> = {
  email: 'e-mail',
  letter: 'lettre',
  registered: 'lettre recommandée',
  sms: 'SMS',
};

const LANGUAGES: Record<Language, string> = { fr: 'français', en: 'anglais' };

export const toneName = (tone: Tone): string => TONE_NAMES[tone];
export const textKindName = (kind: TextKind): string => KINDS[kind];
export const textChannelName = (channel: TextChannel): string => CHANNELS[channel];
export const languageName = (language: Language): string => LANGUAGES[language];

/** « Relance, ton ferme » */
export function messageName({ kind, tone }: Pick<TemplateKey, 'kind' | 'tone'>): string {
  return tone === 'formal' ? KINDS[kind] : `${KINDS[kind]}, ton ${toneName(tone)}`;
}
