import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/**
 * Tests that say nothing about the rules: they read the sources as text, build the package, or only visit many dates.
 * A mutated source would make the first fail for being mutated.
 */
const LEFT_OUT = [
  'law/src/literals.test.ts',
  'law/src/coverage*.test.ts',
  'law/src/readme.test.ts',
  'law/src/parameters/command.test.ts',
];

/** Where the reports stay, one a folder; beside other caches, out of git. */
export const reports = join(root, '.cache', 'mutants');

/** Folders of `law/src` that hold code, and the files at its top under the name `.`. */
export function lawFolders(): string[] {
  const folders = readdirSync(join(root, 'law', 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [...folders.map(({ name }) => name).sort(), '.'];
}

/** What a run mutates: a folder of `law/src` (`.` for the files at its top), whole or one of its files. */
export interface Target {
  readonly folder: string;
  readonly file: string | null;
}

/** Reads `folder` or `folder/file`, the extension left out: `late-penalties/rates`, `./evaluate`. */
export function readTarget(name: string): Target {
  const [folder = '', file = null] = name.split('/');
  return { folder, file };
}

/** Whether there is such a folder, and such a file in it. */
export function isTarget({ folder, file }: Target): boolean {
  return lawFolders().includes(folder) && (file === null || existsSync(join(root, 'law', 'src', folder, `${file}.ts`)));
}

function mutatedFiles({ folder, file }: Target): string[] {
  const place = folder === '.' ? 'law/src' : `law/src/${folder}`;
  return [
    file !== null ? `${place}/${file}.ts` : folder === '.' ? `${place}/*.ts` : `${place}/**/*.ts`,
    '!law/src/**/*.test.ts',
    '!law/src/**/generated/**',
    '!law/src/**/index.ts',
  ];
}

/**
 * Copies `law` and the tools to a folder of their own, so that mutants never touch the working tree and only one
 * vitest is found. The folder is new at each run, so that two people can run the drill at once, and goes when the
 * process ends. Gives its path.
 */
export function makeWorkspace(): string {
  mkdirSync(reports, { recursive: true });
  const workspace = mkdtempSync(join(reports, 'run-'));
  process.once('exit', () => rmSync(workspace, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  for (const part of ['src', 'scripts', 'parameters', 'package.json']) {
    cpSync(join(root, 'law', part), join(workspace, 'law', part), { recursive: true });
  }
  for (const file of ['french-text.mjs', 'few-runs.mjs', 'near-first.mjs', 'read-once.mjs', 'package.json']) {
    cpSync(join(import.meta.dirname, file), join(workspace, file));
  }
  symlinkSync(join(import.meta.dirname, 'node_modules'), join(workspace, 'node_modules'), 'junction');
  return workspace;
}

/**
 * The tests of a folder are its own and those at the top, which run the examples of every rule: a folder must be proved
 * without the tests of its neighbours, and each mutant costs less.
 */
function vitestConfig(workspace: string, { folder }: Target): string {
  const include = ['law/src/*.test.ts', ...(folder === '.' ? [] : [`law/src/${folder}/**/*.test.ts`])];
  const fastCheck = join(import.meta.dirname, 'node_modules', 'fast-check');
  const yaml = join(import.meta.dirname, 'node_modules', 'yaml');
  const config = {
    resolve: {
      alias: {
        'whole-fast-check': fastCheck,
        'fast-check': join(workspace, 'few-runs.mjs'),
        'whole-yaml': yaml,
        yaml: join(workspace, 'read-once.mjs'),
      },
    },
    test: { include, exclude: LEFT_OUT, isolate: false, env: { LAW_SEED: '1' } },
  };
  const order = 'config.test.sequence = { sequencer: NearFirst };';
  return `import NearFirst from './near-first.mjs';\n\nconst config = ${JSON.stringify(config, null, 2)};\n${order}\nexport default config;\n`;
}

/** Writes in a copy the settings of a run over one target, which starts from a report of an earlier run when there is one. */
export function writeSettings(workspace: string, target: Target, earlier: string | null): void {
  const start = earlier !== null && existsSync(earlier) ? 'earlier.json' : null;
  if (start !== null) cpSync(earlier!, join(workspace, start));
  writeFileSync(join(workspace, 'vitest.config.mjs'), vitestConfig(workspace, target));
  const settings = {
    mutate: mutatedFiles(target),
    testRunner: 'vitest',
    vitest: { configFile: 'vitest.config.mjs', related: false },
    plugins: ['@stryker-mutator/vitest-runner', './french-text.mjs'],
    ignorers: ['french-text'],
    coverageAnalysis: 'perTest',
    // A constant computed on loading would need every test again for each of its mutants: four fifths of the time.
    ignoreStatic: true,
    warnings: { slow: false },
    concurrency: 1,
    timeoutMS: 10_000,
    reporters: ['progress-append-only', 'clear-text', 'json'],
    clearTextReporter: { allowColor: false, reportTests: false, logTests: false, reportScoreTable: false },
    jsonReporter: { fileName: 'report.json' },
    tempDirName: 'sandbox',
    ...(start === null ? {} : { incremental: true, incrementalFile: start }),
    allowConsoleColors: false,
    allowEmpty: true,
    disableTypeChecks: false,
  };
  writeFileSync(join(workspace, 'stryker.config.json'), JSON.stringify(settings, null, 2));
}

/** Whether the tools are there. */
export function hasTools(): boolean {
  return existsSync(join(import.meta.dirname, 'node_modules', '@stryker-mutator', 'core'));
}
