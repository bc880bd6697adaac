import { parseDay } from '@acquit/law';
import { type Refused, refused } from '../commitments/refused.ts';
import { fr } from '../texts/typography.ts';
import type { AnswerValue, RouteAnswers, RouteQuestion } from './model.ts';

/** A quote for a cost that no table gives: `quote:assignation:lawyer`. */
const QUOTE = /^quote:[a-z-]+:[a-z-]+$/;
/** More than any claim: a thousand million euros. */
const MOST_CENTS = 100_000_000_000;
const MOST_PEOPLE = 10_000_000;
const WHOLE_PERCENT = 100;
const LONGEST_TEXT = 500;

export function quoteKey(procedure: string, what: string): string {
  return `quote:${procedure}:${what}`;
}

/** The quote given for a cost, in cents; null when none was. */
export function quoteOf(answers: RouteAnswers, procedure: string, what: string): number | null {
  const quote = answers[quoteKey(procedure, what)];
  return typeof quote === 'number' ? quote : null;
}

function isWhole(value: AnswerValue, most: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;
}

/** What is wrong with an answer, as the end of a sentence; null when it may be kept. */
function faultOf({ kind, choices, status }: RouteQuestion, value: AnswerValue): string | null {
  const isChoice = (one: unknown) => choices.some((choice) => choice.value === one);
  switch (kind) {
    case 'choice':
      return isChoice(value) ? null : 'choisissez l’une des réponses proposées';
    case 'choices':
      return Array.isArray(value) && value.every(isChoice) ? null : 'cochez parmi les réponses proposées';
    case 'flag':
      return typeof value === 'boolean' ? null : 'répondez par oui ou par non';
    case 'day':
      return value === null || (typeof value === 'string' && parseDay(value) !== null)
        ? null
        : 'écrivez une date, AAAA-MM-JJ';
    case 'text':
      return typeof value === 'string' && value.length <= LONGEST_TEXT ? null : 'écrivez un texte plus court';
    case 'percent':
      return (value === null && status === 'optional') || isWhole(value, WHOLE_PERCENT)
        ? null
        : fr`écrivez un nombre entier de 0 à 100`;
    case 'count':
      return isWhole(value, MOST_PEOPLE) ? null : 'écrivez un nombre entier';
    case 'cents':
      return isWhole(value, MOST_CENTS) ? null : 'écrivez une somme positive';
  }
}

/**
 * Answers that may be kept: each of a question of this case, in its own form, quotes besides. Refuses `UnknownAnswer`,
 * `InvalidAnswer`. An answer whose question no longer applies is refused too, so that nothing unseen is kept.
 */
export function answersRefusal(answers: RouteAnswers, questions: readonly RouteQuestion[]): Refused | null {
  const byKey = new Map(questions.map((question) => [question.key, question]));
  for (const [key, value] of Object.entries(answers)) {
    if (QUOTE.test(key)) {
      if (isWhole(value, MOST_CENTS)) continue;
      return refused('InvalidAnswer', 'Un devis est une somme positive : corrigez-le ou effacez-le.', { key });
    }
    const question = byKey.get(key);
    if (question === undefined) {
      const message = fr`La réponse « ${key} » ne correspond à aucune question de ce dossier : rechargez la page.`;
      return refused('UnknownAnswer', message, { key });
    }
    const fault = faultOf(question, value);
    if (fault === null) continue;
    return refused('InvalidAnswer', fr`${question.label} : ${fault}.`, { key, value });
  }
  return null;
}

/** The answers whose question is asked, quotes included: those of questions that went away are left out. */
export function answersStillAsked(answers: RouteAnswers, questions: readonly RouteQuestion[]): RouteAnswers {
  const asked = new Set(questions.map(({ key }) => key));
  return Object.fromEntries(Object.entries(answers).filter(([key]) => asked.has(key) || QUOTE.test(key)));
}
