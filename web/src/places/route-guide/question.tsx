import type { RouteQuestion } from '@acquit/recovery';
import { useState } from 'react';
import { shortDay } from '../../format/days.ts';
import { editableEuros, euros, integer, parseEuros, percent } from '../../format/money.ts';
import { routeGuide as text } from '../../texts/fr/route-guide.ts';
import { Badge } from '../../ui/bits.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextAreaField, TextField } from '../../ui/field.tsx';
import { useTyped } from '../../ui/typed.ts';

type Value = RouteQuestion['value'];

interface Props {
  question: RouteQuestion;
  /** Whether the rule beside it was just said, by the question before. */
  isRuleSaid?: boolean;
  /** Undefined takes the answer back. */
  onAnswer: (value: Value | undefined) => void;
}

/** A value as it is read, in a line. */
export function valueWords({ kind, choices }: RouteQuestion, value: Value): string {
  if (value === null || value === '') return text.none;
  const label = (one: string) => choices.find((choice) => choice.value === one)?.label ?? one;
  if (Array.isArray(value)) return value.length === 0 ? text.none : value.map(label).join(', ');
  if (kind === 'choice') return label(String(value));
  if (kind === 'cents') return euros(Number(value));
  if (kind === 'percent') return percent(String(value));
  if (kind === 'count') return integer(Number(value));
  if (kind === 'day') return shortDay(String(value));
  return kind === 'flag' ? (value ? text.yes : text.no) : String(value);
}

/** How a number is typed and read back; null when what is typed is none. */
const NUMBERS = {
  cents: { write: editableEuros, read: sumOrZero, suffix: '€', bad: text.badAmount },
  percent: { write: String, read: (typed: string) => whole(typed, 100), suffix: '%', bad: text.badPercent },
  count: { write: String, read: (typed: string) => whole(typed, 10_000_000), suffix: '', bad: text.badCount },
} as const;

/** A sum may be nothing here: no interest is asked for, no profit was made. */
function sumOrZero(typed: string): number | null {
  return /^0+([,.]0{1,2})?$/.test(typed.trim()) ? 0 : parseEuros(typed);
}

function whole(typed: string, most: number): number | null {
  const number = /^\d{1,8}$/.test(typed.trim()) ? Number(typed) : Number.NaN;
  return number <= most ? number : null;
}

function NumberControl({ question, onAnswer, kind }: Props & { kind: keyof typeof NUMBERS }) {
  const { write, read, suffix, bad } = NUMBERS[kind];
  const { value, label, hint, status } = question;
  const shown = typeof value === 'number' ? write(value) : '';
  const [error, setError] = useState<string | null>(null);
  const [typed, setTyped] = useTyped(shown, (entered) => {
    const number = entered === '' ? null : read(entered);
    setError(entered !== '' && number === null ? bad : null);
    if (number !== null) onAnswer(number);
    else if (entered === '' && (status === 'optional' || question.known === null)) onAnswer(undefined);
  });
  return (
    <TextField
      label={label}
      hint={hint}
      error={error}
      value={typed}
      onValue={setTyped}
      inputMode="decimal"
      {...(suffix === '' ? {} : { suffix })}
    />
  );
}

function TextControl({ question, onAnswer }: Props) {
  const { key, value, label, hint } = question;
  const [typed, setTyped] = useTyped(typeof value === 'string' ? value : '', (entered) =>
    onAnswer(entered === '' ? undefined : entered),
  );
  if (key === 'debtorStateNote')
    return <TextAreaField label={label} hint={hint} value={typed} onValue={setTyped} rows={2} maxLength={500} />;
  return <TextField label={label} hint={hint} value={typed} onValue={setTyped} />;
}

/** The control of a question, by what it asks. */
function Control({ question, onAnswer }: Props) {
  const { kind, label, hint, value, choices } = question;
  if (kind === 'cents' || kind === 'percent' || kind === 'count')
    return <NumberControl question={question} onAnswer={onAnswer} kind={kind} />;
  if (kind === 'text') return <TextControl question={question} onAnswer={onAnswer} />;
  if (kind === 'day')
    return (
      <TextField
        label={label}
        hint={hint}
        type="date"
        value={typeof value === 'string' ? value : ''}
        onValue={(day) => onAnswer(day === '' ? null : day)}
      />
    );
  if (kind === 'choices') return <Checkboxes question={question} onAnswer={onAnswer} />;
  const options =
    kind === 'flag'
      ? [
          { value: 'false', label: text.no },
          { value: 'true', label: text.yes },
        ]
      : choices;
  return (
    <SelectField
      label={label}
      hint={hint}
      value={value === null ? '' : String(value)}
      options={value === null ? [{ value: '', label: text.choose }, ...options] : options}
      onValue={(chosen) => onAnswer(chosen === '' ? undefined : kind === 'flag' ? chosen === 'true' : chosen)}
    />
  );
}

function Checkboxes({ question: { label, hint, choices, value }, onAnswer }: Props) {
  const checked = Array.isArray(value) ? value : [];
  return (
    <fieldset>
      <legend className="field-label">{label}</legend>
      {hint && <span className="field-hint">{hint}</span>}
      <div className="guide-boxes">
        {choices.map((choice) => (
          <label className="choice" key={choice.value}>
            <input
              type="checkbox"
              checked={checked.includes(choice.value)}
              onChange={({ target }) =>
                onAnswer(target.checked ? [...checked, choice.value] : checked.filter((one) => one !== choice.value))
              }
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** The rule beside the fact: what it decides, its article, and how sure it is. */
function RuleLine({ rule }: { rule: RouteQuestion['rule'] }) {
  return (
    <p className="guide-rule">
      {rule.text} <span className="faint">({rule.article ?? text.ours})</span>{' '}
      {rule.confidence === 'C' && <Badge kind="warn">{text.toVerify}</Badge>}
    </p>
  );
}

/**
 * One question: a line to read when the case knows, a field when an answer is waited for, was given, or is being
 * corrected. What the case says stays beside the answer.
 */
export function Question({ question, isRuleSaid = false, onAnswer }: Props) {
  const [opened, setOpened] = useState(false);
  const { label, waits, answered, status, from, known, value, rule } = question;
  const isField = opened || waits || answered || status === 'optional' || question.group === 'estimate';
  const source =
    answered && known !== null ? `${text.yours}. ${text.fromCase(from ?? '')}` : from && text.fromCase(from);
  return (
    <li className={waits ? 'guide-question guide-waits' : 'guide-question'} data-question={question.key}>
      {isField ? (
        <Control question={question} onAnswer={onAnswer} />
      ) : (
        <div className="guide-known">
          <span className="field-label">{label}</span>
          <span className="wrap-anywhere">{valueWords(question, value)}</span>
          <Button small kind="quiet" aria-label={text.correctWhat(label)} onClick={() => setOpened(true)}>
            {text.correct}
          </Button>
        </div>
      )}
      {source && <p className="guide-source wrap-anywhere">{source}</p>}
      {!isRuleSaid && <RuleLine rule={rule} />}
      {(waits || (answered && known !== null)) && (
        <div className="row">
          {waits && <Badge kind="warn">{value === null ? text.toAnswer : text.toConfirm}</Badge>}
          {waits && value !== null && (
            <Button small onClick={() => onAnswer(value)}>
              {text.confirm}
            </Button>
          )}
          {answered && known !== null && JSON.stringify(known) !== JSON.stringify(value) && (
            <Button
              small
              kind="quiet"
              onClick={() => {
                setOpened(false);
                onAnswer(undefined);
              }}
            >
              {text.backToCase}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
