/**
 * What is published is what is tried here: the archive is built, unpacked far from the house, and used as strangers would
 * use it: by an older Node, by a browser, by a compiler. No network.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findOrInstallChromium } from '../../scripts/launch/chromium.ts';
import { type Published, publishLaw } from './published.ts';
import { workedExamples } from './readme.ts';

const tsc = join(import.meta.dirname, '..', '..', 'node_modules', 'typescript', 'bin', 'tsc');
const SLOW = 120_000;
/** The published shape promises to run from this one on. */
const OLDEST_MAJOR = 20;

const QUESTION = {
  id: 'a',
  rule: 'late-penalties',
  input: { amountCents: 1_200_000, dueOn: '2026-04-30', until: '2026-09-20' },
};
const ANSWER = { penaltyCents: 57_796, indemnityCents: 4_000 };

let folder: string;
let place: string;
let published: Published;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'acquit-law-'));
  published = publishLaw(folder);
  place = join(folder, 'node_modules', '@acquit', 'law');
  mkdirSync(place, { recursive: true });
  const untar = spawnSync('tar', ['-xzf', published.tarball, '--strip-components=1', '-C', place], {
    encoding: 'utf8',
  });
  expect(untar.stderr).toBe('');
  writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}');
}, SLOW);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The oldest Node of this machine that the package promises to run on; the one running this test at worst. */
function oldestNode(): string {
  const found = (process.env.PATH ?? '')
    .split(delimiter)
    .map((path) => join(path, process.platform === 'win32' ? 'node.exe' : 'node'))
    .filter((path) => existsSync(path))
    .map((path) => ({ path, major: Number(/^v(\d+)/.exec(spawnSync(path, ['-v'], { encoding: 'utf8' }).stdout)?.[1]) }))
    .filter(({ major }) => major >= OLDEST_MAJOR)
    .sort((a, b) => a.major - b.major);
  return found[0]?.path ?? process.execPath;
}

/** Runs a module as a stranger would: no option, no loader, the package found in node_modules. */
function runOutside(code: string): string {
  const file = join(folder, 'main.js');
  writeFileSync(file, code);
  const env = { PATH: dirname(process.execPath) };
  const done = spawnSync(oldestNode(), [file], { cwd: folder, encoding: 'utf8', env });
  expect(done.stderr).toBe('');
  return done.stdout;
}

describe('the archive of @acquit/law', () => {
  test('holds built modules, types, the README and the licence, and asks for nothing', () => {
    const manifest = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'));
    expect(Object.keys(manifest).filter((key) => /dependencies|scripts|bin/i.test(key))).toEqual([]);
    expect(manifest).toMatchObject({ name: '@acquit/law', type: 'module', license: 'MIT', sideEffects: false });
    for (const target of Object.values<string>(manifest.exports['.']))
      expect(existsSync(join(place, target))).toBe(true);
    for (const file of ['README.md', 'LICENSE']) expect(existsSync(join(place, file))).toBe(true);
    const links = readFileSync(join(place, 'README.md'), 'utf8').matchAll(/\]\((?!https?:)([^)#]+)\)/g);
    for (const [, link] of links) expect(existsSync(join(place, link!)), link).toBe(true);
    const { tarballBytes, moduleBytes, compressedBytes } = published;
    console.info(`@acquit/law: ${tarballBytes} bytes, modules ${moduleBytes}, compressed ${compressedBytes}`);
  });

  test('imports its own modules only, by names that exist', () => {
    const modules = globSync('dist/**/*.{js,d.ts}', { cwd: place });
    expect(modules.length).toBeGreaterThan(100);
    for (const path of modules) {
      const text = readFileSync(join(place, path), 'utf8');
      for (const [, target] of text.matchAll(/\b(?:from |import |import\()['"]([^'"\n]+)['"]/g)) {
        expect(target, path).toMatch(/^\.{1,2}\/.*\.js$/);
        expect(existsSync(join(place, dirname(path), target!)), `${path}: ${target}`).toBe(true);
      }
    }
    expect(modules.filter((path) => path.includes('.test.'))).toEqual([]);
  });
});

describe('outside the house', () => {
  test('an older Node runs it without help', () => {
    const code = `import { evaluate } from '@acquit/law';
      console.log(JSON.stringify(evaluate(${JSON.stringify(QUESTION)})));`;
    expect(JSON.parse(runOutside(code))).toMatchObject({ id: 'a', value: ANSWER, explanation: { unit: 'cents' } });
  });

  test('the examples of the README print what they say', () => {
    for (const { title, code, printed } of workedExamples()) expect(runOutside(code), title).toBe(printed);
  });

  test(
    'a strict compiler accepts its types and refuses a wrong field',
    () => {
      const good = `import { latePenalties, type LatePenaltiesValue } from '@acquit/law';
      const result = latePenalties({ amountCents: 1, dueOn: '2026-04-30', until: '2026-09-20' });
      export const value: LatePenaltiesValue | undefined = result.value;
      export const cents: number = result.refusal ? 0 : result.value.penaltyCents;\n`;
      const bad = `import { latePenalties } from '@acquit/law';
      latePenalties({ amount: 1, dueOn: '2026-04-30', until: '2026-09-20' });\n`;
      const strict = { strict: true, exactOptionalPropertyTypes: true, noEmit: true, skipLibCheck: false, types: [] };
      const check = (source: string, moduleResolution: string) => {
        writeFileSync(join(folder, 'consumer.ts'), source);
        const module = moduleResolution === 'bundler' ? 'esnext' : 'nodenext';
        const compilerOptions = { ...strict, target: 'es2022', lib: ['es2022'], module, moduleResolution };
        writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['consumer.ts'] }));
        return spawnSync(process.execPath, [tsc, '-p', folder], { cwd: folder, encoding: 'utf8' }).stdout;
      };
      for (const resolution of ['nodenext', 'bundler']) {
        expect(check(good, resolution), resolution).toBe('');
        expect(check(bad, resolution), resolution).toMatch(/'amount' does not exist/);
      }
    },
    SLOW,
  );
});

/** A server of files and nothing more: what a browser needs to load modules. */
async function servesFiles(): Promise<{ server: Server; address: string }> {
  const types: Record<string, string> = { js: 'text/javascript', html: 'text/html' };
  const server = createServer((request, response) => {
    const path = join(folder, decodeURIComponent(request.url ?? '/'));
    const type = types[path.split('.').at(-1)!];
    if (!path.startsWith(folder) || type === undefined || !existsSync(path)) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(readFileSync(path));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

test(
  'a browser loads it as plain modules and finds the same figures',
  async () => {
    const page = `<!doctype html><html lang="fr"><title>law</title><link rel="icon" href="data:,">
    <script type="importmap">{"imports":{"@acquit/law":"/node_modules/@acquit/law/dist/index.js"}}</script>
    <script type="module">
      import { evaluate } from '@acquit/law';
      document.body.textContent = JSON.stringify(evaluate(${JSON.stringify(QUESTION)}));
      document.body.id = 'done';
    </script>`;
    writeFileSync(join(folder, 'index.html'), page);
    const { server, address } = await servesFiles();
    const browser = await chromium.launch({ executablePath: findOrInstallChromium(), args: ['--no-sandbox'] });
    try {
      const tab = await browser.newPage();
      const faults: string[] = [];
      tab.on('pageerror', (error) => faults.push(error.message));
      tab.on('requestfailed', (request) => faults.push(request.url()));
      await tab.goto(`${address}/index.html`);
      await tab.waitForSelector('#done', { timeout: SLOW }).catch(() => faults.push('no answer'));
      expect(faults).toEqual([]);
      const shown = JSON.parse((await tab.textContent('body'))!);
      expect(shown).toMatchObject({ id: 'a', value: ANSWER });
    } finally {
      await browser.close();
      server.close();
    }
  },
  SLOW,
);
