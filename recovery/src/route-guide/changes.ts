import { fr } from '../texts/typography.ts';
import type { AnswerValue, RouteQuestion } from './model.ts';
import { answerWords } from './words.ts';

/** What the case said of each question on the day somebody answered or chose. */
export type Prefill = Readonly<Record<string, AnswerValue>>;

/** Interest grows by itself every day: that is no change of the case. */
const GROWS = new Set(['interestCents']);

/** What the case says today, to be kept beside answers and choices. */
export function prefillOf(questions: readonly RouteQuestion[]): Prefill {
  const kept = questions.filter(
    ({ key, known, status }) => !GROWS.has(key) && status !== 'optional' && known !== undefined,
  );
  return Object.fromEntries(kept.map(({ key, known }) => [key, known]));
}

/** A fact that is no longer what it was. */
export interface ChangedFact {
  key: string;
  label: string;
  was: string;
  now: string;
}

/** The facts of the case that changed since they were kept; a question that was not asked then is no change. */
export function changedSince(kept: Prefill, questions: readonly RouteQuestion[]): ChangedFact[] {
  return questions
    .filter(
      ({ key, known }) =>
        Object.hasOwn(kept, key) && !GROWS.has(key) && JSON.stringify(kept[key]) !== JSON.stringify(known),
    )
    .map((question) => ({
      key: question.key,
      label: question.label,
      was: answerWords(question, kept[question.key]!),
      now: answerWords(question, question.known),
    }));
}

/** « Principal demandé : 1 200,00 €, maintenant 800,00 € » */
export function changeSentence({ label, was, now }: ChangedFact): string {
  return fr`${label} : ${was}, maintenant ${now}`;
}
