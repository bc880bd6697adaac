import type { CourtBundleView, CourtQuestion } from '@acquit/recovery';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { change } from '../../api/client.ts';
import { courtFilePath } from '../../api/court-file.ts';
import { isSumWrong } from '../../format/money.ts';
import { courtFile as text } from '../../texts/fr/court-file.ts';
import { SelectField, TextAreaField, TextField } from '../../ui/field.tsx';
import { Section } from '../../ui/page.tsx';
import { ActError } from '../../ui/states.tsx';
import { useTyped } from '../../ui/typed.ts';

type Question = CourtBundleView['questions'][number];
const GROUPS = [
  'creditor',
  'debtor',
  'court',
  'claim',
  'amicable',
  'act',
] as const satisfies readonly CourtQuestion['group'][];

/** What the case does not know; each answer is kept as it is given, and the list above follows. */
export function Questions({ view }: { view: CourtBundleView }) {
  const keep = useAct((answers: Record<string, string>, key) =>
    change<CourtBundleView>('PUT', `${courtFilePath(view)}/answers`, { answers }, key),
  );
  const later = view.questions.filter((one) => one.when === 'later');
  return (
    <Section title={text.questions}>
      <ActError error={keep.error} />
      <Groups questions={view.questions.filter((one) => one.when === 'now')} onAnswer={keep.mutate} />
      {later.length > 0 && (
        <details className="court-met">
          <summary>{text.laterQuestions(later.length)}</summary>
          <Groups questions={later} onAnswer={keep.mutate} />
        </details>
      )}
    </Section>
  );
}

function Groups({
  questions,
  onAnswer,
}: {
  questions: readonly Question[];
  onAnswer: (answers: Record<string, string>) => void;
}) {
  return GROUPS.map((group) => {
    const asked = questions.filter((question) => question.group === group);
    if (asked.length === 0) return null;
    return (
      <fieldset key={group} className="court-group">
        <legend>{text.groups[group]}</legend>
        {asked.map((question) => (
          <Control key={question.key} question={question} onAnswer={(value) => onAnswer({ [question.key]: value })} />
        ))}
      </fieldset>
    );
  });
}

function hintOf({ help, from, of, article }: Question): string | undefined {
  const parts = [help, from && text.from(from), of === 'company' ? text.kept : null, article];
  return parts.filter(Boolean).join(' · ') || undefined;
}

function Control({ question, onAnswer }: { question: Question; onAnswer: (value: string) => void }) {
  const { label, type, choices, value } = question;
  const [error, setError] = useState<string | null>(null);
  const [typed, setTyped] = useTyped(value ?? '', (entered) => {
    const wrong = type === 'cents' && isSumWrong(entered);
    setError(wrong ? text.badAmount : null);
    if (!wrong) onAnswer(entered);
  });
  const hint = hintOf(question);
  if (type === 'choice')
    return (
      <SelectField
        label={label}
        hint={hint}
        value={value ?? ''}
        options={[{ value: '', label: text.choose }, ...choices]}
        onValue={onAnswer}
      />
    );
  if (type === 'text')
    return <TextAreaField label={label} hint={hint} value={typed} onValue={setTyped} maxLength={4000} />;
  return (
    <TextField
      label={label}
      hint={hint}
      error={error}
      value={typed}
      onValue={setTyped}
      {...(type === 'day' ? { type: 'date' } : {})}
      {...(type === 'cents' ? { inputMode: 'decimal' as const, suffix: '€' } : {})}
      maxLength={type === 'line' ? 300 : undefined}
    />
  );
}
