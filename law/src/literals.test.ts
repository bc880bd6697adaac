/**
 * A figure of law lives in law/parameters, never in code (style of the house). Numbers of the calendar and of
 * arithmetic are allowed where they belong, file by file; every other number must be 0, 1 or 2.
 */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const ROOT = new URL('.', import.meta.url);

/** Numbers that are no figure of law, with the reason why each file may hold them. */
const ALLOWED: Record<string, { readonly numbers: readonly string[] | 'any'; readonly because: string }> = {
  'calendar/civil.ts': { numbers: 'any', because: 'Gregorian calendar arithmetic' },
  'holidays/easter.ts': { numbers: 'any', because: 'computus' },
  'calendar/half-year.ts': { numbers: ['7', '1970', '130', '182.62'], because: 'July and the span of a table' },
  'holidays/holidays.ts': { numbers: ['6', '7'], because: 'Saturday and Sunday in ISO' },
  'money/euros.ts': { numbers: ['100n'], because: 'cents in a euro' },
  'money/rational.ts': { numbers: ['10n'], because: 'integer arithmetic' },
  'money/decimal.ts': { numbers: ['10', '4', '8'], because: 'decimal places' },
  'money/accrued.ts': { numbers: ['4', '100', '3'], because: 'digits of a decimal string' },
  'accrual/settle.ts': { numbers: ['100'], because: 'per cent' },
  'deadline/input.ts': { numbers: ['12', '366'], because: 'months and days in a year' },
  'explain/operations.ts': { numbers: ['100', '12'], because: 'per cent, cents in a euro, months in a year' },
  'explain/derived.ts': { numbers: ['4', '100'], because: 'digits of a decimal string' },
  'explain/render.ts': { numbers: ['39'], because: 'an HTML entity' },
  'explain/recompute.ts': { numbers: ['4', '100'], because: 'digits of a decimal string' },
  'parameters/rates.ts': { numbers: ['100'], because: 'hundredths of a point' },
  'payment-term/input.ts': { numbers: ['1_000'], because: 'limit of what is read, not of law' },
  'terms-clauses/input.ts': { numbers: ['1_000'], because: 'limit of what is read, not of law' },
  'terms-clauses/lawful.ts': { numbers: ['12'], because: 'months of the year on which a clause is tried' },
  'reading/echo.ts': { numbers: ['200'], because: 'limit of what is given back, not of law' },
  'reading/reader.ts': {
    numbers: ['10_000_000_000_000', '12.40', '200'],
    because: 'limit of what is read, not of law; the example of a decimal in a message',
  },
};

const ALWAYS = new Set(['0', '1', '2', '0n', '1n']);

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

/** The numbers of a source that are not allowed in that file: bare ones, and texts that are nothing but a number. */
function forbiddenNumbers(file: string, source: string): string[] {
  const allowed = ALLOWED[file]?.numbers ?? [];
  if (allowed === 'any') return [];
  const code = withoutComments(source);
  const texts = [...code.matchAll(/(['"`])(\d+(?:[.,]\d+)?)\1/g)].map((match) => match[2]!);
  // What remains of texts and patterns are words; numbers inside `${}` are code and stay.
  const bare = code
    .replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''")
    .replace(/`[^`]*`/g, (template) => [...template.matchAll(/\$\{([^}]*)\}/g)].map((match) => match[1]).join(' '))
    .replace(/\/(?![*/\s])(?:[^/\\\n]|\\.)+\/[a-z]*/g, '');
  const numbers = [...bare.matchAll(/(?<![\w.])\d[\d_]*(?:\.\d+)?(?:e\d+)?n?(?![\w])/g)].map((match) => match[0]);
  return [...texts, ...numbers].filter((number) => !ALWAYS.has(number) && !allowed.includes(number));
}

const files = globSync('**/*.ts', { cwd: ROOT }).filter(
  (file) => !file.endsWith('.test.ts') && !file.includes('generated'),
);

test('no figure of law is written in code', () => {
  expect(files.length).toBeGreaterThan(25);
  const found = files.map((file) => [file, forbiddenNumbers(file, readFileSync(new URL(file, ROOT), 'utf8'))] as const);
  expect(found.filter(([, numbers]) => numbers.length > 0)).toEqual([]);
});

test('every allowance is still needed by its file', () => {
  for (const [file, { because }] of Object.entries(ALLOWED)) {
    expect(files, because).toContain(file);
  }
});

test('the canaries are refused', () => {
  const file = 'late-penalties/rule.ts';
  const canaries = [
    'const points = 10;',
    'const indemnity = 4_000;',
    'const indemnityEuros = 40;',
    'const year = 365;',
    "const rate = '12.40';",
    'const rate = "8,25";',
    'return units + 800;',
    'const x = `$' + '{units * 3} %`;',
    'const share = 0.15;',
    'const floor = 3n * units;',
    'if (days > 36_500) return;',
  ];
  for (const canary of canaries) expect(forbiddenNumbers(file, canary), canary).not.toEqual([]);
  expect(forbiddenNumbers(file, '// 40 €\n/* 365 */ const a = units[0] + 1; const b = `L441-10`;')).toEqual([]);
});
