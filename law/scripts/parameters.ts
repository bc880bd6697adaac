/**
 * Reads `law/parameters/*.yaml`, refuses what a table of law must never hold (a value without reference, an impossible
 * date, a gap, an overlap) and writes the text of the generated files of `law/src/parameters/`. Used by the generator and by the
 * test that compares the written file with the YAML.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { addDays, formatDay, parseDay } from '../src/calendar/index.ts';

const FOLDER = new URL('../parameters/', import.meta.url);

type Raw = Record<string, unknown>;

export interface ParameterFiles {
  readonly [file: string]: Raw;
}

export function readParameterFiles(): ParameterFiles {
  const names = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  return Object.fromEntries(names.map((name) => [name, parse(readFileSync(new URL(name, FOLDER), 'utf8')) as Raw]));
}

function isDate(value: unknown): value is string {
  return typeof value === 'string' && parseDay(value) !== null;
}

function isDateOrNull(value: unknown): boolean {
  return value === null || isDate(value);
}

/** What is wrong with the reference of one dated value; an empty list when nothing is. */
function referenceFaults(value: Raw): string[] {
  const faults: string[] = [];
  for (const field of ['text', 'article']) {
    if (typeof value[field] !== 'string' || (value[field] as string).trim().length < 5) faults.push(`no ${field}`);
  }
  if (!['A', 'B', 'C'].includes(value.confidence as string)) faults.push('no confidence');
  if (!isDate(value.verified_on)) faults.push('verified_on is not a date');
  if ('jorf' in value && !isDateOrNull(value.jorf)) faults.push('jorf is not a date');
  return faults;
}

function valueFaults(value: Raw, columns: readonly string[] | null): string[] {
  const faults = referenceFaults(value);
  if (!('jorf' in value)) faults.push('jorf is missing (null when not seen)');
  if (!isDate(value.from)) faults.push('from is not a date');
  if (!isDateOrNull(value.until)) faults.push('until is not a date');
  const cells = columns === null ? [value.value] : columns.map((column) => (value.value as Raw)?.[column]);
  if (!cells.every((cell) => typeof cell === 'string' && cell !== '')) faults.push('value is not a quoted text');
  if (columns !== null && Object.keys(value.value as Raw).length !== columns.length) faults.push('unknown column');
  return faults;
}

/** Gaps and overlaps between the periods of a series, and an open period that is not the last. */
function periodFaults(values: readonly Raw[]): string[] {
  const faults: string[] = [];
  for (const [i, value] of values.entries()) {
    const next = values[i + 1];
    if (isDate(value.until) && (value.until as string) < (value.from as string))
      faults.push(`${value.from}: ends first`);
    if (next === undefined) continue;
    const expected = isDate(value.until) ? formatDay(addDays(parseDay(value.until)!, 1)) : null;
    if (expected === null || (next.from as string) < expected) faults.push(`${next.from}: overlap`);
    else if ((next.from as string) > expected) faults.push(`${expected}: gap until ${next.from}`);
  }
  return faults;
}

/** Every fault of the files, each with the place where it is; an empty list when the tables may be used. */
export function parameterFaults(files: ParameterFiles): string[] {
  const faults: string[] = [];
  const report = (place: string, found: string[]) => faults.push(...found.map((fault) => `${place}: ${fault}`));
  for (const [file, content] of Object.entries(files)) {
    for (const [name, series] of Object.entries((content.parameters ?? {}) as Record<string, Raw>)) {
      const values = (series.values ?? []) as Raw[];
      const columns = (series.columns ?? null) as string[] | null;
      if (values.length === 0) report(`${file} ${name}`, ['no value']);
      for (const value of values) report(`${file} ${name} ${value.from}`, valueFaults(value, columns));
      report(`${file} ${name}`, periodFaults(values));
    }
    for (const [name, article] of Object.entries((content.articles ?? {}) as Record<string, Raw>)) {
      report(`${file} ${name}`, referenceFaults(article));
      if (!isDateOrNull(article.from) || !isDateOrNull(article.until)) report(`${file} ${name}`, ['impossible date']);
      if (typeof article.says !== 'string') report(`${file} ${name}`, ['says nothing']);
    }
    for (const holiday of (content.holidays ?? []) as Raw[]) {
      report(`${file} ${holiday.name}`, referenceFaults(holiday));
      if (!isDate(holiday.from) || !isDateOrNull(holiday.until)) report(`${file} ${holiday.name}`, ['impossible date']);
      if ('easter' in holiday === 'fixed' in holiday) report(`${file} ${holiday.name}`, ['needs one rule']);
    }
  }
  return faults;
}

/** French spacing, so that the YAML can be typed with ordinary spaces: narrow before `;`, full before `:`. */
function typeset(text: unknown): string {
  return String(text).replaceAll(' ;', '\u202f;').replaceAll(' :', '\u00a0:');
}

const WIDTH = 120;

function key(name: string): string {
  return /^[a-z]+$/i.test(name) ? name : `'${name}'`;
}

function flat(value: unknown): string {
  if (typeof value === 'string') return value.includes("'") ? JSON.stringify(value) : `'${value}'`;
  if (Array.isArray(value)) return `[${value.map(flat).join(', ')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).map(([name, item]) => `${key(name)}: ${flat(item)}`);
    return `{ ${entries.join(', ')} }`;
  }
  return String(value);
}

/** Prints data as the formatter of the project would, so that the generated file is clean under its checks. */
function printed(value: unknown, indent: number, used: number): string {
  const inline = flat(value);
  const isObject = value !== null && typeof value === 'object' && !Array.isArray(value);
  const isTable = Array.isArray(value) && value.length > 1 && value.every(Array.isArray);
  const small = isObject && Object.keys(value).length === 1;
  if ((!isObject || small) && !isTable && used + inline.length + 1 <= WIDTH) return inline;
  const inner = ' '.repeat(indent + 2);
  const lines = Array.isArray(value)
    ? value.map((item) => `${inner}${printed(item, indent + 2, indent + 2)},`)
    : Object.entries(value as Raw).map(([name, item]) => {
        const start = `${inner}${key(name)}: `;
        return `${start}${printed(item, indent + 2, start.length)},`;
      });
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return `${open}\n${lines.join('\n')}\n${' '.repeat(indent)}${close}`;
}

function mostCommon(texts: readonly string[]): string {
  const count = (text: string) => texts.filter((other) => other === text).length;
  return texts.reduce((best, text) => (count(text) > count(best) ? text : best));
}

function seriesTable(files: ParameterFiles): Raw {
  const table: Raw = {};
  for (const content of Object.values(files)) {
    for (const [name, series] of Object.entries((content.parameters ?? {}) as Record<string, Raw>)) {
      const columns = (series.columns ?? [null]) as (string | null)[];
      const values = series.values as Raw[];
      const article = mostCommon(values.map((value) => value.article as string));
      for (const column of columns) {
        table[column === null ? name : `${name}/${column}`] = {
          description: series.description,
          unit: series.unit,
          expected: series.expected ? typeset(series.expected) : null,
          article,
          values: values.map((value) => [
            value.from,
            value.until,
            column === null ? value.value : (value.value as Raw)[column],
            typeset(value.text),
            value.article === article ? null : value.article,
            value.jorf,
            value.confidence,
          ]),
        };
      }
    }
  }
  return table;
}

function articleTable(files: ParameterFiles): Raw {
  const entries = Object.values(files).flatMap((content) => Object.entries((content.articles ?? {}) as Raw));
  return Object.fromEntries(
    entries.map(([name, article]) => {
      const a = article as Raw;
      return [name, [typeset(a.says), typeset(a.text), a.article, a.from, a.until, a.confidence]];
    }),
  );
}

function holidayTable(files: ParameterFiles): unknown[] {
  const holidays = Object.values(files).flatMap((content) => (content.holidays ?? []) as Raw[]);
  return holidays.map((h) => [
    h.name,
    'easter' in h ? { easter: h.easter } : { fixed: h.fixed },
    h.place,
    h.from,
    h.until,
    h.article,
    h.confidence,
  ]);
}

const HEADER =
  '// Written from law/parameters/*.yaml by law/scripts/generate-parameters.ts. Change the YAML, then run it again.';

function declared(name: string, data: unknown, type: string): string {
  const start = `export const ${name} = `;
  return `${start}${printed(data, 0, start.length)} as const satisfies ${type};\n`;
}

/**
 * The generated files of `law/src/parameters/` and their text. Throws with every fault found, because a doubtful table
 * must never be shipped.
 */
export function generatedFiles(files: ParameterFiles): Record<string, string> {
  const faults = parameterFaults(files);
  if (faults.length > 0) throw new Error(`law/parameters is not usable:\n${faults.join('\n')}`);
  return {
    'generated.ts': [
      HEADER,
      "import type { RawHoliday, RawSeries } from './shapes.ts';",
      '',
      declared('SERIES', seriesTable(files), 'Record<string, RawSeries>'),
      declared('HOLIDAYS', holidayTable(files), 'readonly RawHoliday[]'),
    ].join('\n'),
    'generated-articles.ts': [
      HEADER,
      "import type { RawArticle } from './shapes.ts';",
      '',
      declared('ARTICLES', articleTable(files), 'Record<string, RawArticle>'),
    ].join('\n'),
  };
}
