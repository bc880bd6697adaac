/**
 * Reads `law/parameters/*.yaml`, refuses what a table of law must never hold (a value without reference, an impossible
 * date, a gap, an overlap) and writes the text of the generated files of `law/src/parameters/generated/`. Used by the generator and by the
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

function datedFaults(value: Raw): string[] {
  const faults = referenceFaults(value);
  if (!('jorf' in value)) faults.push('jorf is missing (null when not seen)');
  if (!isDate(value.from)) faults.push('from is not a date');
  if (!isDateOrNull(value.until)) faults.push('until is not a date');
  return faults;
}

/** The brackets of a tariff must rise, and only the last one may be without upper limit. */
function tariffFaults(value: Raw): string[] {
  const faults = datedFaults(value);
  const brackets = (Array.isArray(value.brackets) ? value.brackets : []) as Raw[];
  if (brackets.length === 0) faults.push('no bracket');
  for (const [i, { up_to, value: cell }] of brackets.entries()) {
    const isLast = i === brackets.length - 1;
    const before = i === 0 ? 0 : Number(brackets[i - 1]!.up_to);
    if (typeof cell !== 'string') faults.push('a bracket value is not a quoted text');
    if (up_to === null ? !isLast : typeof up_to !== 'string' || !(Number(up_to) > before))
      faults.push('brackets do not rise');
  }
  return faults;
}

function valueFaults(value: Raw, columns: readonly string[] | null): string[] {
  const faults = datedFaults(value);
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

/** A wait before the next value is a whole number of days. */
function expectationFaults(table: Raw): string[] {
  const days = table.expected_days_before ?? 0;
  return Number.isInteger(days) && Number(days) >= 0 ? [] : ['expected_days_before is not a number of days'];
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
      report(`${file} ${name}`, [...periodFaults(values), ...expectationFaults(series)]);
    }
    for (const [name, tariff] of Object.entries((content.tariffs ?? {}) as Record<string, Raw>)) {
      const values = (tariff.values ?? []) as Raw[];
      if (values.length === 0) report(`${file} ${name}`, ['no value']);
      for (const value of values) report(`${file} ${name} ${value.from}`, tariffFaults(value));
      report(`${file} ${name}`, [...periodFaults(values), ...expectationFaults(tariff)]);
    }
    for (const [name, article] of Object.entries((content.articles ?? {}) as Record<string, Raw>)) {
      for (const version of versionsOf(article)) {
        report(`${file} ${name}`, referenceFaults(version));
        if (!isDateOrNull(version.from) || !isDateOrNull(version.until)) report(`${file} ${name}`, ['impossible date']);
      }
      if (article.versions !== undefined) report(`${file} ${name}`, periodFaults(versionsOf(article)));
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

/**
 * French typography, so that the YAML can be typed with ordinary spaces and apostrophes: a narrow no-break space before
 * `;`, `!` and `?`, a full one beside the other high signs.
 */
function typeset(text: unknown): string {
  return String(text)
    .replaceAll("'", '’')
    .replace(/ ([;!?])/g, '\u202f$1')
    .replace(/ ([:»%€])/g, '\u00a0$1')
    .replaceAll('« ', '«\u00a0');
}

/** One entry or one dated value per line: what a reader compares with the YAML. */
function printed(table: Raw): string {
  const line = (value: unknown) => JSON.stringify(value);
  const entries = Object.entries(table).map(([name, entry]) => {
    const { values, ...head } = entry as Raw;
    if (!Array.isArray(values)) return `  ${line(name)}: ${line(entry)},`;
    const rows = values.map((value) => `      ${line(value)},`).join('\n');
    return `  ${line(name)}: {\n    ...${line(head)},\n    values: [\n${rows}\n    ],\n  },`;
  });
  return `{\n${entries.join('\n')}\n}`;
}

function mostCommon(texts: readonly string[]): string {
  const count = (text: string) => texts.filter((other) => other === text).length;
  return texts.reduce((best, text) => (count(text) > count(best) ? text : best));
}

/** What is known of the next value: a French sentence, and how many days before it takes effect it should appear. */
function expectation(table: Raw): Raw {
  return {
    expected: table.expected ? typeset(table.expected) : null,
    expectedDaysBefore: table.expected_days_before ?? 0,
  };
}

function seriesTable(content: Raw): Raw {
  const table: Raw = {};
  for (const [name, series] of Object.entries((content.parameters ?? {}) as Record<string, Raw>)) {
    const columns = (series.columns ?? [null]) as (string | null)[];
    const values = series.values as Raw[];
    const article = mostCommon(values.map((value) => typeset(value.article)));
    for (const column of columns) {
      table[column === null ? name : `${name}/${column}`] = {
        description: typeset(series.description),
        unit: series.unit,
        ...expectation(series),
        article,
        values: values.map((value) => [
          value.from,
          value.until,
          column === null ? value.value : (value.value as Raw)[column],
          typeset(value.text),
          typeset(value.article) === article ? null : typeset(value.article),
          value.jorf,
          value.confidence,
          value.verified_on,
        ]),
      };
    }
  }
  return table;
}

function tariffTable(content: Raw): Raw {
  return Object.fromEntries(
    Object.entries((content.tariffs ?? {}) as Record<string, Raw>).map(([name, tariff]) => [
      name,
      {
        description: typeset(tariff.description),
        unit: tariff.unit,
        ...expectation(tariff),
        values: (tariff.values as Raw[]).map((value) => [
          value.from,
          value.until,
          (value.brackets as Raw[]).map((bracket) => [bracket.up_to, bracket.value]),
          typeset(value.text),
          typeset(value.article),
          value.jorf,
          value.confidence,
          value.verified_on,
        ]),
      },
    ]),
  );
}

/** The versions of an article, oldest first: a list in the YAML, or the entry itself when only one is known. */
function versionsOf(article: Raw): Raw[] {
  return (article.versions ?? [article]) as Raw[];
}

function articleTable(content: Raw): Raw {
  return Object.fromEntries(
    Object.entries((content.articles ?? {}) as Record<string, Raw>).map(([name, article]) => [
      name,
      {
        says: typeset(article.says),
        values: versionsOf(article).map((v) => [
          typeset(v.text),
          typeset(v.article),
          v.from,
          v.until,
          v.confidence,
          v.verified_on,
        ]),
      },
    ]),
  );
}

function holidayTable(content: Raw): Raw {
  return Object.fromEntries(
    ((content.holidays ?? []) as Raw[]).map((h) => [
      `${h.name} (${h.place})`,
      [
        h.name,
        'easter' in h ? { easter: h.easter } : { fixed: h.fixed },
        h.place,
        h.from,
        h.until,
        typeset(h.article),
        h.confidence,
        h.verified_on,
      ],
    ]),
  );
}

const HEADER =
  '// Written from law/parameters by law/scripts/generate-parameters.ts. Change the YAML, then run it again.';

const TABLES = [
  ['SERIES', 'RawSeries', seriesTable],
  ['TARIFFS', 'RawTariff', tariffTable],
  ['ARTICLES', 'RawArticle', articleTable],
  ['HOLIDAYS', 'RawHoliday', holidayTable],
] as const;

function moduleOf(content: Raw): string {
  const tables = TABLES.map(([name, type, make]) => ({ name, type, table: make(content) })).filter(
    ({ table }) => Object.keys(table).length > 0,
  );
  return [
    HEADER,
    `import type { ${tables.map(({ type }) => type).join(', ')} } from '../shapes.ts';`,
    ...tables.map(
      ({ name, type, table }) =>
        `\nexport const ${name} = ${printed(table)} as const satisfies Record<string, ${type}>;`,
    ),
    '',
  ].join('\n');
}

/** The module that joins the tables of all files, so that a name is looked up in one place. */
function joinedModule(files: ParameterFiles): string {
  const names = Object.keys(files).map((file) => file.replace('.yaml', ''));
  const variable = (name: string) => name.replaceAll('-', '_');
  return [
    HEADER,
    ...names.map((name) => `import * as ${variable(name)} from './${name}.ts';`),
    ...TABLES.flatMap(([table, , make]) => {
      const holders = names.filter((name) => Object.keys(make(files[`${name}.yaml`]!)).length > 0);
      const spread = holders.map((name) => `  ...${variable(name)}.${table},`).join('\n');
      return [`\nexport const ${table} = {\n${spread}\n};`];
    }),
    '',
  ].join('\n');
}

/**
 * The generated files of `law/src/parameters/generated/` and their text: one module per YAML file and `index.ts`. Throws
 * with every fault found, because a doubtful table must never be shipped.
 */
export function generatedFiles(files: ParameterFiles): Record<string, string> {
  const faults = parameterFaults(files);
  if (faults.length > 0) throw new Error(`law/parameters is not usable:\n${faults.join('\n')}`);
  const modules = Object.entries(files).map(([file, content]) => [file.replace('.yaml', '.ts'), moduleOf(content)]);
  return Object.fromEntries([...modules, ['index.ts', joinedModule(files)]]);
}
