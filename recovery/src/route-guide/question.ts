import { typeset } from '../texts/typography.ts';
import type { AnswerValue, QuestionGroup, QuestionKind, RouteAnswers, RouteQuestion, RuleBeside } from './model.ts';

/** What a question is made from; what is left out is empty or unknown. */
export interface Asked {
  key: string;
  group: QuestionGroup;
  kind: QuestionKind;
  label: string;
  hint?: string;
  rule: RuleBeside;
  choices?: { value: string; label: string }[];
  known?: AnswerValue;
  from?: string;
  status: RouteQuestion['status'];
}

/** A rule with its article. */
export function rule(text: string, article: string | null, confidence: RuleBeside['confidence'] = 'A'): RuleBeside {
  return { text: typeset(text), article, confidence };
}

/** The question with the user's answer: what waits is what nobody knows, or what the case only suggests. */
export function ask(asked: Asked, answers: RouteAnswers): RouteQuestion {
  const { known = null, status } = asked;
  const answered = Object.hasOwn(answers, asked.key);
  return {
    key: asked.key,
    group: asked.group,
    kind: asked.kind,
    label: typeset(asked.label),
    hint: typeset(asked.hint ?? ''),
    rule: asked.rule,
    choices: asked.choices ?? [],
    known,
    from: asked.from ?? null,
    status,
    answered,
    value: answered ? answers[asked.key]! : known,
    waits: !answered && (status === 'unknown' || status === 'doubtful'),
  };
}

/** Choices of a question from the words of each value. */
export function choicesOf<T extends string>(
  values: readonly T[],
  words: Readonly<Record<T, string>>,
): { value: string; label: string }[] {
  return values.map((value) => ({ value, label: capital(words[value]) }));
}

/** A phrase with a capital. */
export function capital(words: string): string {
  return words === '' ? '' : `${words[0]!.toUpperCase()}${words.slice(1)}`;
}
