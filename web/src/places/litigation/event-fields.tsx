import type { EventField, EventValues } from '@acquit/recovery';
import { isDay } from '../../format/days.ts';
import { parseEuros } from '../../format/money.ts';
import { litigation } from '../../texts/fr/litigation.ts';
import { SelectField, TextField } from '../../ui/field.tsx';

const text = litigation.event;

/** What is typed in the form of an event, by field. */
export type TypedValues = Readonly<Record<string, string>>;

type Fault = 'missing' | 'amountWrong' | 'dayWrong';

/** What is wrong in a field as typed; null when it may go. */
export function fieldFault({ type, required }: EventField, typed: string): Fault | null {
  if (typed.trim() === '') return required ? 'missing' : null;
  if (type === 'cents' && parseEuros(typed) === null) return 'amountWrong';
  return type === 'day' && !isDay(typed) ? 'dayWrong' : null;
}

/** The values of an event from what was typed; what was left empty is not said. */
export function valuesOf(fields: readonly EventField[], typed: TypedValues): EventValues {
  const values: Record<string, string | number | boolean> = {};
  for (const { name, type } of fields) {
    const given = (typed[name] ?? '').trim();
    if (given === '') continue;
    values[name] = type === 'cents' ? (parseEuros(given) ?? 0) : type === 'flag' ? given === 'yes' : given;
  }
  return values;
}

/** The fields of an event, made from its definition. */
export function EventFields({
  fields,
  typed,
  onTyped,
  tried,
}: {
  fields: readonly EventField[];
  typed: TypedValues;
  onTyped: (typed: TypedValues) => void;
  tried: boolean;
}) {
  return fields.map((field) => {
    const { name, label, type, required, choices = [] } = field;
    const value = typed[name] ?? '';
    const fault = tried ? fieldFault(field, value) : null;
    const common = {
      label,
      value,
      optional: !required,
      error: fault && text[fault],
      onValue: (next: string) => onTyped({ ...typed, [name]: next }),
    };
    if (type === 'choice' || type === 'flag') {
      const options =
        type === 'flag'
          ? [
              { value: 'yes', label: text.yes },
              { value: 'no', label: text.no },
            ]
          : choices.map((choice) => ({ value: choice.value, label: choice.label }));
      return <SelectField key={name} {...common} options={[{ value: '', label: text.unsaid }, ...options]} />;
    }
    if (type === 'cents') return <TextField key={name} {...common} suffix="€" inputMode="decimal" />;
    return <TextField key={name} {...common} type={type === 'day' ? 'date' : 'text'} maxLength={300} />;
  });
}
