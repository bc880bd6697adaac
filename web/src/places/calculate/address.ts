import { type Calculator, type Draft, fieldsOf } from './fields.ts';

/**
 * The form in the address, so that a calculation can be kept, sent and found again. Rows are joined by `*` and their
 * cells by `_`, which no day, amount or code contains.
 */

const ROW = '*';
const CELL = '_';

export type Address = Record<string, string | number>;

/** What the address says of the form; fields it does not name have their initial value. */
export function readDraft(calculator: Calculator, address: Readonly<Record<string, unknown>>, today: string): Draft {
  const values: Record<string, string> = {};
  const rows: Record<string, string[][]> = {};
  for (const field of fieldsOf(calculator)) {
    const given = address[field.name];
    const text = typeof given === 'string' || typeof given === 'number' ? String(given) : null;
    if (field.kind === 'rows') {
      rows[field.name] = (text ?? '')
        .split(ROW)
        .filter((row) => row !== '')
        .map((row) => {
          const cells = row.split(CELL);
          return field.columns.map((_, index) => cells[index] ?? '');
        });
    } else values[field.name] = text ?? field.initial?.(today) ?? '';
  }
  return { values, rows };
}

/**
 * The shortest address that says the same, empty for a form as it begins; a day is named even when it is today's, so
 * that the page means the same tomorrow.
 */
export function addressOf(calculator: Calculator, draft: Draft, today: string): Address {
  const address: Address = {};
  let isTouched = false;
  for (const field of fieldsOf(calculator)) {
    if (field.kind === 'rows') {
      const filled = (draft.rows[field.name] ?? []).filter((row) => row.some((cell) => cell !== ''));
      if (filled.length === 0) continue;
      isTouched = true;
      address[field.name] = filled.map((row) => row.join(CELL)).join(ROW);
      continue;
    }
    const value = (draft.values[field.name] ?? '').trim();
    const isInitial = value === (field.initial?.(today) ?? '');
    isTouched ||= !isInitial;
    if (value === '' || (isInitial && field.kind !== 'day')) continue;
    // A bare number would be quoted as a text by the router.
    address[field.name] = /^\d{1,9}$/.test(value) ? Number(value) : value;
  }
  return isTouched ? address : {};
}

/** Whether an address says anything of a calculation. */
export function isBlank(calculator: Calculator, address: Readonly<Record<string, unknown>>): boolean {
  return fieldsOf(calculator).every(({ name }) => address[name] === undefined);
}
