import { isDay } from '../../format/days.ts';
import { parseEuros } from '../../format/money.ts';
import { type Calculator, cellKey, type Draft, fieldsOf, isShown, type Scalar } from './fields.ts';
import { words } from './words.ts';

const text = words.form;

/** The form read as the input of its rule. Errors are by field name; `at` tells which field each path came from. */
export interface Reading {
  input: Record<string, unknown>;
  errors: Record<string, string>;
  at: Map<string, { key: string; label: string }>;
}

type Value = { value: unknown } | { error: string } | null;

/** A text as the rule wants it; null when nothing was typed. */
function readValue(field: Scalar, typed: string): Value {
  const given = typed.trim();
  if (given === '') return field.required ? { error: text.missing } : null;
  switch (field.kind) {
    case 'money': {
      const cents = parseEuros(given);
      return cents === null ? { error: text.moneyWrong } : { value: cents };
    }
    case 'day':
      return isDay(given) ? { value: given } : { error: text.dayWrong };
    case 'rate': {
      const decimal = given.replace(',', '.');
      return /^\d{1,4}(\.\d{1,6})?$/.test(decimal) ? { value: decimal } : { error: text.rateWrong };
    }
    case 'count':
      return /^\d{1,5}$/.test(given) ? { value: Number(given) } : { error: text.countWrong };
    case 'tick':
      return { value: given === text.ticked };
    case 'choice':
      return { value: given };
  }
}

function put(target: Record<string, unknown>, path: string, value: unknown): void {
  const [head = '', ...rest] = path.split('.');
  if (rest.length === 0) target[head] = value;
  else {
    target[head] ??= {};
    put(target[head] as Record<string, unknown>, rest.join('.'), value);
  }
}

/** Reads the whole form. Rows left empty are skipped; a row begun must be whole. */
export function readForm(calculator: Calculator, draft: Draft): Reading {
  const reading: Reading = { input: {}, errors: {}, at: new Map() };
  const take = (target: Record<string, unknown>, field: Scalar, typed: string, key: string, prefix: string) => {
    const path = typeof field.path === 'function' ? field.path(draft) : field.path;
    if (path !== null) reading.at.set(prefix + path, { key, label: field.label });
    const read = readValue(field, typed);
    if (read === null) return;
    if ('error' in read) reading.errors[key] = read.error;
    else if (path !== null) put(target, path, read.value);
  };
  for (const field of fieldsOf(calculator)) {
    if (!isShown(field, draft)) continue;
    if (field.kind !== 'rows') {
      take(reading.input, field, draft.values[field.name] ?? '', field.name, '');
      continue;
    }
    const items: Record<string, unknown>[] = [];
    (draft.rows[field.name] ?? []).forEach((cells, row) => {
      if (cells.every((cell) => cell === '')) return;
      const item: Record<string, unknown> = {};
      const prefix = `${field.path}[${items.length}].`;
      field.columns.forEach((column, index) => {
        take(item, column, cells[index] ?? '', cellKey(field, row, column), prefix);
      });
      items.push(item);
    });
    reading.at.set(field.path, { key: field.name, label: field.label });
    if (items.length > 0) reading.input[field.path] = items;
  }
  return reading;
}
