import { type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, useId } from 'react';
import { t } from '../texts/index.ts';

interface FieldProps {
  label: string;
  hint?: ReactNode;
  error?: string | null | undefined;
  optional?: boolean;
  wide?: boolean;
}

interface Wiring {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}

/** A label, its control, its hint and its error, wired for a screen reader. */
export function Field({
  label,
  hint,
  error,
  optional = false,
  wide = false,
  children,
}: FieldProps & { children: (wiring: Wiring) => ReactNode }) {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className={wide ? 'field wide' : 'field'}>
      <label className="field-label" htmlFor={id}>
        {label} {optional && <span className="field-optional">{t.common.optional}</span>}
      </label>
      {children({
        id,
        ...(described ? { 'aria-describedby': described } : {}),
        ...(error ? { 'aria-invalid': true as const } : {}),
      })}
      {hint && (
        <span className="field-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <span className="field-error" id={`${id}-error`}>
          {error}
        </span>
      )}
    </div>
  );
}

type Control<Attributes> = FieldProps & {
  value: string;
  onValue: (value: string) => void;
} & Omit<Attributes, 'value' | 'onChange' | 'children'>;

/** One line of text (or a day, an e-mail, a password… by `type`). `suffix` is drawn inside, at the end. */
export function TextField({
  label,
  hint,
  error,
  optional,
  wide,
  value,
  onValue,
  suffix,
  ...rest
}: Control<InputHTMLAttributes<HTMLInputElement>> & { suffix?: string }) {
  const props = { label, hint, error, ...(optional ? { optional } : {}), ...(wide ? { wide } : {}) };
  return (
    <Field {...props}>
      {(wiring) => {
        const input = (
          <input
            {...rest}
            {...wiring}
            className={suffix ? 'input input-number' : 'input'}
            {...(suffix ? { style: { paddingInlineEnd: `${suffix.length * 0.55 + 1.25}em` } } : {})}
            value={value}
            onChange={(event) => onValue(event.target.value)}
          />
        );
        if (!suffix) return input;
        return (
          <span className="affix">
            {input}
            <span aria-hidden="true">{suffix}</span>
          </span>
        );
      }}
    </Field>
  );
}

export function TextAreaField({
  label,
  hint,
  error,
  optional,
  wide,
  value,
  onValue,
  rows = 3,
  maxLength,
}: FieldProps & { value: string; onValue: (value: string) => void; rows?: number; maxLength?: number }) {
  const props = { label, hint, error, ...(optional ? { optional } : {}), ...(wide ? { wide } : {}) };
  return (
    <Field {...props}>
      {(wiring) => (
        <textarea
          {...wiring}
          className="input"
          rows={rows}
          maxLength={maxLength}
          value={value}
          onChange={(event) => onValue(event.target.value)}
        />
      )}
    </Field>
  );
}

export interface Option {
  value: string;
  label: string;
}

export function SelectField({
  label,
  hint,
  error,
  optional,
  wide,
  value,
  onValue,
  options,
  ...rest
}: Control<SelectHTMLAttributes<HTMLSelectElement>> & { options: readonly Option[] }) {
  const props = { label, hint, error, ...(optional ? { optional } : {}), ...(wide ? { wide } : {}) };
  return (
    <Field {...props}>
      {(wiring) => (
        <select {...rest} {...wiring} className="input" value={value} onChange={(event) => onValue(event.target.value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** A choice among few, all readable at once, each with what it means. */
export function ChoiceField({
  legend,
  value,
  onValue,
  options,
  error,
}: {
  legend: string;
  value: string;
  onValue: (value: string) => void;
  options: readonly (Option & { hint?: string })[];
  error?: string | null;
}) {
  const name = useId();
  return (
    <fieldset {...(error && { 'aria-describedby': `${name}-error` })}>
      <legend className="field-label">{legend}</legend>
      {options.map((option) => (
        <label className="choice" key={option.value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onValue(option.value)}
          />
          <span>{option.label}</span>
          {option.hint && <span className="field-hint">{option.hint}</span>}
        </label>
      ))}
      {error && (
        <p className="field-error" id={`${name}-error`} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
