/**
 * Wrong input: the questions of the examples are spoilt one field at a time. What is surely wrong must be refused by
 * name, in French, with the field; whatever else must be answered or refused, never thrown.
 */
import { describe, expect, test } from 'vitest';
import { answerFaults } from '../scripts/checks.ts';
import { exampleFiles } from '../scripts/examples.ts';
import { parseDay } from './calendar/index.ts';
import { type Evaluation, evaluate } from './index.ts';

const PATIENCE = 120_000;
/** Examples spoilt for each field of a rule: enough to meet a field in several company. */
const EXAMPLES_PER_FIELD = 4;

type Path = readonly (string | number)[];

/** Every field of a question, inner ones too. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [...(path.length > 0 ? [path] : []), ...inner.flatMap(([key, one]) => pathsOf(one, [...path, key]))];
}

function read(value: unknown, path: Path): unknown {
  return path.reduce((inner: unknown, key) => (inner as Record<string | number, unknown>)[key], value);
}

/** The question with one field changed; removed when `change` gives undefined. */
function changed(question: unknown, path: Path, value: unknown): unknown {
  const copy = structuredClone(question) as Record<string | number, unknown>;
  const parent = read(copy, path.slice(0, -1)) as Record<string | number, unknown>;
  const key = path.at(-1)!;
  if (value !== undefined) parent[key] = value;
  else if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete parent[key];
  return copy;
}

/** `receipts[0].on`: the field as refusals name it. */
function written(path: Path): string {
  return path.map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i > 0 ? '.' : ''}${key}`)).join('');
}

const NO_DATES = ['2026-02-30', '2026-13-01', '2026-1-1', '21/11/2026', '', 20261121, true, {}, []];
const NO_NUMBERS = [-1, Number.NaN, Number.POSITIVE_INFINITY, 0.5, 1e300, '12', true, {}, []];
const NO_TEXTS = ['', ' ', 12, true, {}, [], 'x'.repeat(10_000)];
const NO_FLAGS = ['true', 1, 0, {}, []];
const NO_LISTS = [{}, 'x', 1, true];
const NO_OBJECTS = [[], 'x', 1, true];

/** Fields that take more than one kind of value, by the contract: `contested` is a word, or yes or no. */
const SEVERAL_KINDS = new Set(['contested']);

/** Values that no reading of the field can accept. */
function surelyWrong(field: unknown, value: unknown): readonly unknown[] {
  if (SEVERAL_KINDS.has(String(field))) return [12, {}, []];
  if (typeof value === 'number') return NO_NUMBERS;
  if (typeof value === 'boolean') return NO_FLAGS;
  if (typeof value === 'string') return parseDay(value) === null ? NO_TEXTS : NO_DATES;
  return Array.isArray(value) ? NO_LISTS : NO_OBJECTS;
}

interface Spoilt {
  readonly path: Path;
  readonly input: unknown;
}

/** The fields of the examples of a rule, each with a few questions that have it. */
function spoilable(rule: string): readonly Spoilt[] {
  const all = exampleFiles()
    .filter((file) => file.rule === rule)
    .flatMap(({ examples }) => examples.filter(({ value }) => value !== undefined))
    .flatMap(({ input }) => pathsOf(input).map((path) => ({ path, input })));
  const byField = Map.groupBy(all, ({ path }) => path.map((key) => (typeof key === 'number' ? '[]' : key)).join('.'));
  return [...byField.values()].flatMap((fields) => fields.slice(0, EXAMPLES_PER_FIELD));
}

/** Whether a refusal names the field, or the object that holds it. */
function names(answer: Evaluation, path: Path): boolean {
  if (!('refusal' in answer)) return false;
  const { field } = answer.refusal.facts;
  const asked = written(path);
  return typeof field === 'string' && (asked.startsWith(field) || field.startsWith(asked));
}

function ask(rule: string, input: unknown): { answer: Evaluation | null; faults: string[] } {
  try {
    const answer = evaluate({ id: 'x', rule, input });
    return { answer, faults: answerFaults(answer) };
  } catch (error) {
    return { answer: null, faults: [`thrown: ${(error as Error).message}`] };
  }
}

const rules = [...new Set(exampleFiles().map(({ rule }) => rule))];

describe.each(rules)('%s', { timeout: PATIENCE }, (rule) => {
  const fields = spoilable(rule);

  function faultsOf(each: (spoilt: Spoilt) => string[]): string[] {
    return [...new Set(fields.flatMap((spoilt) => each(spoilt).map((fault) => `${written(spoilt.path)}: ${fault}`)))];
  }

  test('what is surely wrong is refused with its field', () => {
    const faults = faultsOf(({ path, input }) =>
      surelyWrong(path.at(-1), read(input, path)).flatMap((value) => {
        const { answer, faults: found } = ask(rule, changed(input, path, value));
        const shown = JSON.stringify(value)?.slice(0, 30);
        const refusal = answer && 'refusal' in answer ? answer.refusal : null;
        if (answer && refusal === null) return [`${shown} was accepted`];
        if (answer && !names(answer, path)) found.push(`${refusal?.code} names ${refusal?.facts.field}`);
        return found.map((fault) => `${shown} ${fault}`);
      }),
    );
    expect(faults.slice(0, 30), `${faults.length} faults`).toEqual([]);
  });

  test('an unknown field is refused by name, at every depth', () => {
    const faults = faultsOf(({ path, input }) => {
      const value = read(input, path);
      const place = typeof value === 'object' && !Array.isArray(value) ? path : path.slice(0, -1);
      if (typeof place.at(-1) === 'number' && Array.isArray(read(input, place))) return [];
      const spoilt = structuredClone(input);
      const holder = read(spoilt, place) as Record<string, unknown>;
      if (Array.isArray(holder)) return [];
      holder.amountcents = 1;
      const { answer, faults: found } = ask(rule, spoilt);
      const refusal = answer && 'refusal' in answer ? answer.refusal : null;
      if (refusal?.code !== 'UnknownField') found.push(`${refusal?.code} instead of UnknownField`);
      else if (!String(refusal.facts.field).endsWith('amountcents')) found.push(`names ${refusal.facts.field}`);
      return found;
    });
    expect(faults.slice(0, 30), `${faults.length} faults`).toEqual([]);
  });

  test('a field left out, null or in another case is answered or refused, never a guess of the machine', () => {
    const faults = faultsOf(({ path, input }) => {
      const value = read(input, path);
      const others = [undefined, null, ...(typeof value === 'string' ? [value.toUpperCase(), `${value}x`] : [])];
      return others.flatMap((other) => ask(rule, changed(input, path, other)).faults);
    });
    expect(faults.slice(0, 30), `${faults.length} faults`).toEqual([]);
  });

  test('a question without any field is refused with one', () => {
    for (const input of [{}, [], 'x', 1, true, Number.NaN, Object.create(null)]) {
      const { answer, faults } = ask(rule, input);
      expect(faults).toEqual([]);
      expect(answer).toMatchObject({ refusal: { facts: { field: expect.any(String) } } });
    }
  });
});
