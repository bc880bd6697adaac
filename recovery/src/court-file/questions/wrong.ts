import { parseDay } from '@acquit/law';
import { fr } from '../../texts/typography.ts';
import { centsOf } from '../account.ts';
import type { CourtAnswers } from '../facts.ts';
import type { CourtQuestion } from './definition.ts';

/**
 * What is wrong with answers given by their keys, as a French sentence that says what to write instead: a question that
 * the file does not ask, a day, a sum or a choice that is none. Null when all can be kept; an empty answer always can.
 */
export function wrongAnswer(questions: readonly CourtQuestion[], answers: CourtAnswers): string | null {
  for (const [key, given] of Object.entries(answers)) {
    const question = questions.find((one) => one.key === key);
    if (question === undefined)
      return fr`Ce dossier ne pose pas la question « ${key} ». Questions : ${questions.map((one) => one.key).join(', ')}.`;
    const value = given.trim();
    const { type, label, choices } = question;
    if (value === '') continue;
    if (type === 'day' && parseDay(value) === null)
      return fr`${label} (${key}) : écrivez un jour, par exemple 2026-11-21.`;
    if (type === 'cents' && centsOf(value) === null)
      return fr`${label} (${key}) : écrivez une somme, par exemple 1200,50.`;
    if (type === 'choice' && !choices.some((choice) => choice.value === value))
      return fr`${label} (${key}) : choisissez parmi ${choices.map((choice) => choice.value).join(', ')}.`;
  }
  return null;
}
