import type { MessageFacts } from '../model/decision.ts';
import type { TextTools } from '../templates/model.ts';
import { lawfulFacts } from './lawful.ts';
import { mandateWords } from './mandate.ts';
import { fr } from './typography.ts';
import type { Correspondents } from './words.ts';
import { writeText } from './write.ts';

/**
 * The words of a text message, on one line. A telephone may be shared, lost or read over a shoulder: the texts that come
 * with us never say how much is owed and, to a private person, not even that anything is. It recalls the first letter of
 * who collects for others (art. R124-4 CPCE), and has no room for what that letter says: it cannot be the first contact.
 */
export function composeSms(facts: MessageFacts, who: Correspondents, tools: TextTools): string {
  const { opening } = writeText(lawfulFacts(facts, who), who, 'sms', tools);
  const [, recall] = mandateWords(who, facts).opening;
  const isRecalled = who.company.collector && who.firstLetter?.sentOn;
  return [...opening, ...(isRecalled && recall !== undefined ? [recall] : [])].join(' ');
}

/**
 * Why no text message may leave under a mandate yet: the mentions of the first letter (art. R124-4 CPCE) do not fit in it,
 * so that it comes after an e-mail or a letter that carries them. Null when it may leave.
 */
export function smsRefusal({ company, firstLetter }: Pick<Correspondents, 'company' | 'firstLetter'>): string | null {
  if (!company.collector || firstLetter?.sentOn) return null;
  return fr`Un SMS ne peut pas être le premier message d’un recouvrement pour autrui : l’article R124-4 du code des procédures civiles d’exécution veut d’abord une lettre avec ses mentions. Envoyez un e-mail ou un courrier, puis confirmez ce SMS.`;
}
