import type { Ref } from 'react';
import { Field } from '../../ui/field.tsx';

/** The text itself; `ref` lets a variable be put where the cursor is. */
export function BodyField({
  label,
  hint,
  rows,
  value,
  onValue,
  ref,
}: {
  label: string;
  hint: string;
  rows: number;
  value: string;
  onValue: (value: string) => void;
  ref: Ref<HTMLTextAreaElement>;
}) {
  return (
    <Field label={label} hint={hint} wide>
      {(wiring) => (
        <textarea
          {...wiring}
          ref={ref}
          className="input template-body"
          rows={rows}
          maxLength={20_000}
          value={value}
          onChange={(event) => onValue(event.target.value)}
        />
      )}
    </Field>
  );
}
