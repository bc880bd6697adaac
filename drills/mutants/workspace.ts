import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
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
  'law/src/parameters/watch.test.ts',
];

/** Where the reports stay, one a folder; beside other caches, out of git. */
export const reports = join(root, '.cache', 'mutants');

/** Where each run puts its copy. */
export const workspace = join(reports, 'copy');

/** Folders of `law/src` that hold code, and the files at its top under the name `.`. */
export function lawFolders(): string[] {
  const folders = readdirSync(join(root, 'law', 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [...folders.map(({ name }) => name).sort(), '.'];
}

function mutatedFiles(folder: string): string[] {
  const place = folder === '.' ? 'law/src/*.ts' : `law/src/${folder}/**/*.ts`;
  return [place, '!law/src/**/*.test.ts', '!law/src/**/generated/**', '!law/src/**/index.ts'];
}

/**
 * Copies `law` and the tools to a folder of their own, so that mutants never touch the working tree and only one
 * vitest is found. Gives the path of the copy.
 */
export function makeWorkspace(): string {
  rmSync(workspace, { recursive: true, force: true });
  mkdirSync(workspace, { recursive: true });
  for (const part of ['src', 'scripts', 'parameters', 'package.json']) {
    cpSync(join(root, 'law', part), join(workspace, 'law', part), { recursive: true });
  }
  for (const file of ['french-text.mjs', 'few-runs.mjs', 'package.json']) {
    cpSync(join(import.meta.dirname, file), join(workspace, file));
  }
  symlinkSync(join(import.meta.dirname, 'node_modules'), join(workspace, 'node_modules'), 'junction');
  return workspace;
}

/**
 * The tests of a folder are its own and those at the top, which run the examples of every rule: a folder must be proved
 * without the tests of its neighbours, and each mutant costs less.
 */
function vitestConfig(folder: string): string {
  const include = ['law/src/*.test.ts', ...(folder === '.' ? [] : [`law/src/${folder}/**/*.test.ts`])];
  const fastCheck = join(import.meta.dirname, 'node_modules', 'fast-check');
  const config = {
    resolve: {
      alias: { 'whole-fast-check': fastCheck, 'fast-check': join(workspace, 'few-runs.mjs') },
    },
    test: { include, exclude: LEFT_OUT, isolate: false, env: { LAW_SEED: '1' } },
  };
  return `export default ${JSON.stringify(config, null, 2)};\n`;
}

/** Writes the settings of a run over one folder. */
export function writeSettings(folder: string): void {
  writeFileSync(join(workspace, 'vitest.config.mjs'), vitestConfig(folder));
  const settings = {
    mutate: mutatedFiles(folder),
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
    reporters: ['clear-text', 'json'],
    clearTextReporter: { allowColor: false, reportTests: false, logTests: false, reportScoreTable: false },
    jsonReporter: { fileName: 'report.json' },
    tempDirName: 'sandbox',
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
