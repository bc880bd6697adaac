import type { MessageFacts } from '../../model/decision.ts';
import type { Words } from '../words.ts';

/** The words of one kind of message for one profile. Paragraphs come before the table of invoices, or after it. */
export interface StepText {
  subject: (words: Words) => string;
  greeting: string;
  opening: (words: Words) => string[];
  closing: (words: Words) => string[];
  /** The last line before the signature. */
  salutation: string;
}

/** The kinds of message there are; a step of a user's own scenario speaks by its objective and tone. */
export type TextKind = 'notice' | 'courteous' | 'firm' | 'formal';

export type ProfileTexts = Record<TextKind, StepText>;

export function textKind(facts: Pick<MessageFacts, 'tone' | 'objective'>): TextKind {
  if (facts.objective === 'inform') return 'notice';
  return facts.tone === 'formal' ? 'formal' : facts.tone === 'firm' || facts.tone === 'grave' ? 'firm' : 'courteous';
}

/** Says it when the sentence exists. */
export function when(sentence: string | null): string[] {
  return sentence === null ? [] : [sentence];
}
