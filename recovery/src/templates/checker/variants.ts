import type { TemplateKey, TemplateSource, TemplateValues } from '../model.ts';
import { choicesIn } from '../parse.ts';
import { type Variable, variablesOf } from '../variables.ts';

/** Beyond so many ways of reading, nobody could say what a text says. */
export const VARIANTS_AT_MOST = 512;

/** The values of the examples, as `{{ … }}` shows them in a preview without a case. */
export function exampleValues(key: TemplateKey): TemplateValues {
  return Object.fromEntries(variablesOf(key.kind).map(({ name, example }) => [name, example]));
}

/** What a variable may be for each wording it chooses to appear: its example, its absence, and both sides of a number. */
function choicesOf(variable: Variable, source: string): (string | number | boolean)[] {
  const { name, example, also = [] } = variable;
  if (typeof example === 'number') {
    const compared = [...source.matchAll(new RegExp(`\\b${name}\\s*[=!<>]=?\\s*(\\d{1,4})`, 'g'))].map((match) =>
      Number(match[1]),
    );
    return [...new Set([example, ...also.map(Number), ...compared.flatMap((n) => [n - 1, n, n + 1])])].filter(
      (n) => n >= 0,
    );
  }
  return typeof example === 'boolean' ? [true, false] : [...new Set([example, ...also, ''])];
}

/**
 * Every set of values under which a text reads differently, so that no wording escapes by standing in a branch. Null
 * when there are more than a person could read.
 */
export function variantsOf({ subject, body }: TemplateSource, key: TemplateKey): TemplateValues[] | null {
  const source = `${subject}\n${body}`;
  const chosen = new Set(choicesIn(source));
  const axes = variablesOf(key.kind)
    .filter(({ name, also }) => chosen.has(name) || (also?.includes('') && source.includes(name)))
    .map((variable) => ({ name: variable.name, values: choicesOf(variable, source) }));
  const count = axes.reduce((product, { values }) => product * values.length, 1);
  if (count > VARIANTS_AT_MOST) return null;
  return axes.reduce<TemplateValues[]>(
    (sets, { name, values }) => sets.flatMap((set) => values.map((value) => ({ ...set, [name]: value }))),
    [exampleValues(key)],
  );
}
