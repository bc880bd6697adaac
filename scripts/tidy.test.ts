import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pastRuleDoors, wrongArrows } from './tidy/arrows.ts';
import { accentedNames, brokenHabits, wrongSizes } from './tidy/habits.ts';
import { unreachable } from './tidy/reach.ts';
import { type Complaint, gitFiles, root, type Source, sources } from './tidy/sources.ts';

/**
 * The written style of the house, enforced by a test that anybody can read. Each guard comes with a canary: a sample it
 * must refuse, so that a guard that stops guarding is noticed.
 */
const files = sources();
const list = (complaints: Complaint[]) => complaints.map(({ path, line, message }) => `${path}:${line} ${message}`);
const sample = (path: string, text: string): Source => ({ path, text });

describe('arrows between rooms', () => {
  it('all point the right way and go through doors', () => {
    expect(list(wrongArrows(files))).toEqual([]);
  });

  const canaries: [string, Source][] = [
    ['the law depending on the core', sample('law/src/x.ts', "import { decide } from '@acquit/recovery';")],
    ['the law depending on a package', sample('law/src/x.ts', "import yaml from 'yaml';")],
    ['the core reading a file', sample('recovery/src/x.ts', "import { readFileSync } from 'node:fs';")],
    [
      'the core calling the server',
      sample('recovery/src/x.ts', "import { openStore } from '../../server/src/store/index.ts';"),
    ],
    [
      'the app reaching the server',
      sample('web/src/x.ts', "import { createApp } from '../../server/src/http/index.ts';"),
    ],
    [
      'a package entered past its door',
      sample('server/src/jobs/x.ts', "import { day } from '@acquit/law/src/calendar/days.ts';"),
    ],
    ['intake opening the database', sample('server/src/intake/x.ts', "import { openStore } from '../store/index.ts';")],
    [
      'a channel rendering a letter',
      sample('server/src/channels/x.ts', "export { renderLetter } from '../render/index.ts';"),
    ],
    [
      'a route past the door of the store',
      sample('server/src/http/x.ts', "import { migrate } from '../store/migrate.ts';"),
    ],
    ['a job calling a route', sample('server/src/jobs/x.ts', "const { app } = await import('../http/index.ts');")],
  ];
  it.each(canaries)('refuse %s', (_name, source) => {
    expect(wrongArrows([source])).toHaveLength(1);
  });

  it('enter the rules of the law through their index', () => {
    expect(list(pastRuleDoors(files))).toEqual([]);
    expect(
      pastRuleDoors([sample('law/src/rate/rule.ts', "import { x } from '../late-penalties/rule.ts';")]),
    ).toHaveLength(1);
  });
});

describe('habits', () => {
  it('are kept everywhere', () => {
    expect(list(brokenHabits(files))).toEqual([]);
  });

  const canaries: [string, Source][] = [
    ['a clock below the rim', sample('server/src/jobs/x.ts', 'const now = Date.now();')],
    ['a date made in the core', sample('recovery/src/x.ts', 'const d = new Date(0);')],
    ['chance', sample('recovery/src/x.ts', 'const r = Math.random();')],
    ['money as a float', sample('server/src/jobs/x.ts', 'const m = parseFloat(text);')],
    ['a silenced type', sample('web/src/x.ts', `// @ts-${'ignore'}\nconst a = 1;`)],
    ['a cast to anything', sample('server/src/x.ts', 'const a = b as any;')],
    ['a test left out', sample('law/src/x.test.ts', "it.skip('later', () => {});")],
    ['unfinished work', sample('server/src/x.ts', `// TO${'DO'} later`)],
    ['a print in the middle of the code', sample('server/src/jobs/x.ts', "console.log('here');")],
  ];
  it.each(canaries)('refuse %s', (_name, source) => {
    expect(brokenHabits([source])).toHaveLength(1);
  });
});

describe('sizes and names', () => {
  it('stay readable', () => {
    expect(list(wrongSizes(files))).toEqual([]);
    expect(list(accentedNames(files))).toEqual([]);
  });

  it('refuse a file that swallows a subject, a deep folder and an accent', () => {
    expect(wrongSizes([sample('server/src/x.ts', '\n'.repeat(501))])).not.toEqual([]);
    expect(wrongSizes([sample('server/src/a/b/c/d/e/x.ts', '')])).not.toEqual([]);
    expect(accentedNames([sample('law/src/x.ts', 'const créance = 1;')])).toHaveLength(1);
  });

  it('leave no file that nobody runs', () => {
    expect(list(unreachable(files))).toEqual([]);
    expect(unreachable([sample('server/src/jobs/alone.ts', 'export const a = 1;')])).toHaveLength(1);
  });
});

/** A tool over a whole room takes half a minute alone, and another file of tests runs beside it. */
const PATIENCE_MS = 300_000;

describe('types and format', () => {
  const bin = (name: string, ...path: string[]) => join(root, 'node_modules', name, ...path);

  // One checker: each of several reads again what the rooms share, and another file of tests has the other core. What has
  // not changed since the last run is remembered.
  it.each([
    ['law', 'law'],
    ['recovery', 'recovery'],
    ['server', 'server'],
    ['web', 'web'],
    ['.', 'house'],
  ])('tsc accepts %s', { timeout: PATIENCE_MS }, (room, name) => {
    const known = join(root, '.cache', 'types', `${name}.tsbuildinfo`);
    const run = spawnSync(
      process.execPath,
      [bin('typescript', 'bin', 'tsc'), '-p', room, '--checkers', '1', '--incremental', '--tsBuildInfoFile', known],
      { cwd: root, encoding: 'utf8' },
    );
    expect(run.stdout + run.stderr).toBe('');
  });

  it('biome finds nothing to correct', { timeout: PATIENCE_MS }, () => {
    const run = spawnSync(
      process.execPath,
      [bin('@biomejs', 'biome', 'bin', 'biome'), 'ci', '--colors=off', '--max-diagnostics=20'],
      { cwd: root, encoding: 'utf8' },
    );
    expect(run.status, run.stdout + run.stderr).toBe(0);
  });

  it('git keeps no generated or private file', () => {
    const kept = gitFiles() ?? [];
    expect(kept.filter((path) => /(^|\/)(node_modules|dist|\.acquit|\.cache)\//.test(path))).toEqual([]);
  });
});
