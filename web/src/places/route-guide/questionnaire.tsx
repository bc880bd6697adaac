import type { RouteAnswers, RouteGuideView, RouteQuestion } from '@acquit/recovery';
import { routeGuide as text } from '../../texts/fr/route-guide.ts';
import { Question } from './question.tsx';

const GROUPS = ['parties', 'claim', 'debtor', 'estimate'] as const satisfies readonly RouteQuestion['group'][];

/** Answers with one more, one less, or one changed. */
export function answeredWith(
  answers: RouteAnswers,
  key: string,
  value: RouteQuestion['value'] | undefined,
): RouteAnswers {
  const { [key]: _, ...others } = answers;
  return value === undefined ? others : { ...others, [key]: value };
}

/** The questions of a case by subject, those that wait for an answer marked. */
export function Questionnaire({
  view,
  onAnswers,
}: {
  view: RouteGuideView;
  onAnswers: (answers: RouteAnswers) => void;
}) {
  return (
    <section className="guide-questions" aria-labelledby="guide-questions-title">
      <div className="section-head">
        <h2 id="guide-questions-title">{text.questions}</h2>
      </div>
      <p className={view.waiting > 0 ? 'guide-count' : 'soft'} role="status">
        {view.waiting > 0 ? text.waiting(view.waiting) : text.allAnswered}
      </p>
      {GROUPS.map((group) => (
        <QuestionGroup key={group} group={group} view={view} onAnswers={onAnswers} />
      ))}
    </section>
  );
}

export function QuestionGroup({
  group,
  view,
  onAnswers,
}: {
  group: RouteQuestion['group'];
  view: RouteGuideView;
  onAnswers: (answers: RouteAnswers) => void;
}) {
  const questions = view.questions.filter((question) => question.group === group);
  return (
    <fieldset className="guide-group">
      <legend>{text.groups[group]}</legend>
      <ul>
        {questions.map((question, index) => (
          <Question
            key={question.key}
            question={question}
            isRuleSaid={question.rule.text === questions[index - 1]?.rule.text}
            onAnswer={(value) => onAnswers(answeredWith(view.answers, question.key, value))}
          />
        ))}
      </ul>
    </fieldset>
  );
}
