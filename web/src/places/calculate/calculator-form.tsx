import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import {
  type Calculator,
  cellKey,
  type Draft,
  type FormField,
  type Group,
  isShown,
  type Rows,
  type Scalar,
} from './fields.ts';
import { words } from './words.ts';

const text = words.form;

interface Editing {
  draft: Draft;
  errors: Readonly<Record<string, string>>;
  onDraft: (draft: Draft) => void;
}

/** One field by its kind. Days are the browser's own, amounts and rates are typed with a French comma. */
function ScalarField({
  field,
  value,
  error,
  suffix,
  onValue,
}: {
  field: Scalar;
  value: string;
  error: string | undefined;
  suffix?: string | undefined;
  onValue: (value: string) => void;
}) {
  const common = {
    label: field.label,
    value,
    onValue,
    error,
    ...(field.hint ? { hint: field.hint } : {}),
    ...(field.wide ? { wide: true } : {}),
  };
  if (field.kind === 'choice') return <SelectField {...common} options={field.options ?? []} />;
  if (field.kind === 'tick')
    return (
      <label className="choice wide">
        <input
          type="checkbox"
          checked={value === text.ticked}
          onChange={(event) => onValue(event.target.checked ? text.ticked : '')}
        />
        <span>{field.label}</span>
      </label>
    );
  if (field.kind === 'day') return <TextField {...common} type="date" />;
  if (field.kind === 'money') return <TextField {...common} inputMode="decimal" autoComplete="off" suffix="€" />;
  const inputMode = field.kind === 'count' ? 'numeric' : 'decimal';
  return <TextField {...common} inputMode={inputMode} autoComplete="off" {...(suffix ? { suffix } : {})} />;
}

/** A list one adds to: each row is a line of small fields with the way to take it out. */
function RowsField({ field, draft, errors, onDraft }: Editing & { field: Rows }) {
  const rows = draft.rows[field.name] ?? [];
  const change = (next: readonly (readonly string[])[]) =>
    onDraft({ ...draft, rows: { ...draft.rows, [field.name]: next } });
  return (
    <fieldset className="calc-rows">
      <legend className="hidden-visually">{field.label}</legend>
      {rows.map((cells, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place; nothing else tells two alike apart.
        <fieldset key={row} className="calc-row" aria-label={text.rowName(field.label, row + 1)}>
          {field.columns.map((column, index) => (
            <ScalarField
              key={column.name}
              field={column}
              value={cells[index] ?? ''}
              error={errors[cellKey(field, row, column)]}
              onValue={(value) => change(rows.map((one, at) => (at === row ? one.with(index, value) : one)))}
            />
          ))}
          <Button kind="quiet" small onClick={() => change(rows.filter((_, at) => at !== row))}>
            {text.removeShort}
            <span className="hidden-visually"> {text.rowName(field.label, row + 1)}</span>
          </Button>
        </fieldset>
      ))}
      {errors[field.name] && <p className="field-error">{errors[field.name]}</p>}
      <div>
        <Button small onClick={() => change([...rows, field.columns.map(() => '')])}>
          {field.add}
        </Button>
      </div>
    </fieldset>
  );
}

function OneField({ field, draft, errors, onDraft }: Editing & { field: FormField }) {
  if (field.kind === 'rows') return <RowsField field={field} draft={draft} errors={errors} onDraft={onDraft} />;
  const onValue = (value: string) => onDraft({ ...draft, values: { ...draft.values, [field.name]: value } });
  const suffix = typeof field.suffix === 'function' ? field.suffix(draft) : field.suffix;
  return (
    <ScalarField
      field={field}
      suffix={suffix}
      value={draft.values[field.name] ?? ''}
      error={errors[field.name]}
      onValue={onValue}
    />
  );
}

/** How many things a folded group holds beyond what it starts with. */
function heldIn(group: Group, draft: Draft, today: string): number {
  return group.fields.reduce((count, field) => {
    if (field.kind === 'rows') return count + (draft.rows[field.name]?.length ?? 0);
    const value = draft.values[field.name] ?? '';
    return count + (value !== '' && value !== (field.initial?.(today) ?? '') ? 1 : 0);
  }, 0);
}

function hasError(group: Group, errors: Readonly<Record<string, string>>): boolean {
  const keys = Object.keys(errors);
  return group.fields.some(({ name }) => keys.some((key) => key === name || key.startsWith(`${name}.`)));
}

function FoldedGroup({ group, today, ...editing }: Editing & { group: Group; today: string }) {
  const held = heldIn(group, editing.draft, today);
  const [open, setOpen] = useState(held > 0);
  const wrong = hasError(group, editing.errors);
  return (
    <details className="calc-group" open={open || wrong} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {group.title} {held > 0 && <span className="count">{held}</span>}
      </summary>
      <div className="stack">
        {group.note && <p className="small soft">{group.note}</p>}
        <GroupFields group={group} {...editing} />
      </div>
    </details>
  );
}

function GroupFields({ group, ...editing }: Editing & { group: Group }) {
  return (
    <div className="calc-fields">
      {group.fields
        .filter((field) => isShown(field, editing.draft))
        .map((field) => (
          <OneField key={field.name} field={field} {...editing} />
        ))}
    </div>
  );
}

/** The form of any calculator: what is needed first, the rest folded until it serves. Enter calculates. */
export function CalculatorForm({
  calculator,
  today,
  busy,
  onSubmit,
  onClear,
  ...editing
}: Editing & { calculator: Calculator; today: string; busy: boolean; onSubmit: () => void; onClear: () => void }) {
  return (
    <form
      className="calc-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {calculator.groups.map((group) =>
        group.title === null ? (
          <GroupFields key="first" group={group} {...editing} />
        ) : (
          <FoldedGroup key={group.title} group={group} today={today} {...editing} />
        ),
      )}
      <div className="row calc-submit">
        <Button kind="primary" type="submit" busy={busy}>
          {text.submit}
        </Button>
        <Button kind="quiet" onClick={onClear}>
          {text.clear}
        </Button>
      </div>
    </form>
  );
}
