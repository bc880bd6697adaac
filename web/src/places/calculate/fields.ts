/** What a calculator asks: its fields, by group, and where each goes in the input of the rule. Drawn by one form. */

/** What a person typed, as text: scalars by name, and the rows of each list, cell by cell in the order of its columns. */
export interface Draft {
  values: Readonly<Record<string, string>>;
  rows: Readonly<Record<string, readonly (readonly string[])[]>>;
}

export interface Option {
  value: string;
  label: string;
}

export interface Scalar {
  /** `money` is whole cents, `rate` a decimal string, `count` a whole number, `tick` a flag. */
  kind: 'money' | 'day' | 'rate' | 'count' | 'choice' | 'tick';
  /** Its name in the address, in French. */
  name: string;
  /** Where it goes in the input, dotted; null for what only steers the form. */
  path: string | null | ((draft: Draft) => string | null);
  label: string;
  hint?: string;
  suffix?: string | ((draft: Draft) => string);
  required?: boolean;
  /** Over the whole width of the form: its words are long. */
  wide?: boolean;
  options?: readonly Option[];
  /** What the field holds before anybody touched it; `today` is the server's day. */
  initial?: (today: string) => string;
  shown?: (draft: Draft) => boolean;
}

export interface Rows {
  kind: 'rows';
  name: string;
  path: string;
  label: string;
  add: string;
  columns: readonly Scalar[];
  shown?: (draft: Draft) => boolean;
}

export type FormField = Scalar | Rows;

export interface Group {
  /** Null for what is always in sight; a titled group is folded until it holds something. */
  title: string | null;
  note?: string;
  fields: readonly FormField[];
}

export interface Calculator {
  slug: string;
  rule: string;
  title: string;
  lead: string;
  groups: readonly Group[];
  /** The field at which a refusal that names none is told, by its code. */
  refusedAt: Readonly<Record<string, string>>;
  /** A worked case, as an address. */
  example: Readonly<Record<string, string | number>>;
}

/** Every field in the order of the form. */
export function fieldsOf(calculator: Calculator): FormField[] {
  return calculator.groups.flatMap(({ fields }) => fields);
}

export function isShown(field: FormField, draft: Draft): boolean {
  return field.shown?.(draft) ?? true;
}

/** The name of a cell among the errors: `recus.0.le`. */
export function cellKey(rows: Rows, row: number, column: Scalar): string {
  return `${rows.name}.${row}.${column.name}`;
}
