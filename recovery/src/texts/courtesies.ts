import type { TemplateKey } from '../templates/model.ts';
import { fr } from './typography.ts';

/** E-mails of these tones are signed as people sign to people. */
const LIGHT = new Set(['cordial', 'courteous', 'neutral', 'firm']);

const isLetter = ({ channel }: TemplateKey): boolean => channel === 'letter' || channel === 'registered';

/** How a message begins: a letter, a public office and the heavier tones are addressed in full. */
export function greetingOf(key: TemplateKey): string {
  if (key.language === 'en') return isLetter(key) || !LIGHT.has(key.tone) ? 'Dear Sir or Madam,' : 'Hello,';
  const plain = key.profile === 'consumer' ? ['cordial', 'courteous', 'neutral'] : [...LIGHT];
  if (isLetter(key) || key.profile === 'public' || !plain.includes(key.tone)) return 'Madame, Monsieur,';
  return 'Bonjour,';
}

/** How it ends: a letter never ends on the « Cordialement, » of an e-mail. */
export function salutationOf(key: TemplateKey): string {
  const heavy = !LIGHT.has(key.tone);
  if (key.language === 'en') return isLetter(key) || heavy ? 'Yours faithfully,' : 'Kind regards,';
  if (heavy) return fr`Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées.`;
  if (isLetter(key)) return fr`Nous vous prions d’agréer, Madame, Monsieur, nos salutations distinguées.`;
  return key.tone === 'cordial' ? fr`Bien cordialement,` : 'Cordialement,';
}

/** What a message calls itself. */
export function messageWord(key: TemplateKey): string {
  if (key.language === 'en') return isLetter(key) ? 'this letter' : 'this message';
  return isLetter(key) ? 'cette lettre' : 'ce message';
}
