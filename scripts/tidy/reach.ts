import { posix } from 'node:path';
import { importsOf } from './arrows.ts';
import { type Complaint, isTest, type Source } from './sources.ts';

/** Files started by a command, a worker or a tool, and so imported by nobody. */
const entries = [
  /^(law|recovery)\/src\/index\.ts$/,
  /^server\/src\/cli\/main\.ts$/,
  /^web\/(src\/main\.tsx|vite\.config\.ts)$/,
  /^web\/tests\//,
  /^(scripts|bench|drills|examples)\//,
  /^law\/scripts\//,
  /^server\/src\/testing\//,
  /^server\/src\/store\/dump-schema\.ts$/,
  /\/(child|worker)\.ts$/,
  /(^|\/)[a-z-]+-(child|process|worker)\.ts$/,
  /^vitest\.config\.ts$/,
];

/** Files that no import chain from an entry or a test reaches: code nobody runs. */
export function unreachable(files: readonly Source[]): Complaint[] {
  const code = files.filter((source) => /\.(ts|tsx)$/.test(source.path));
  const byPath = new Map(code.map((source) => [source.path, source]));
  const workspaceDoor = (target: string) => /^@acquit\/(\w+)$/.exec(target)?.[1];
  const seen = new Set<string>();
  const visit = (path: string) => {
    const source = byPath.get(path);
    if (!source || seen.has(path)) return;
    seen.add(path);
    for (const { target } of importsOf(source)) {
      const room = workspaceDoor(target);
      if (room) visit(`${room}/src/index.ts`);
      else if (target.startsWith('.')) visit(posix.normalize(posix.join(posix.dirname(path), target)));
    }
    // A file named by a URL is started as a process of its own.
    for (const match of source.text.matchAll(/['"](\.{1,2}\/[\w./-]+\.tsx?)['"]/g))
      visit(posix.normalize(posix.join(posix.dirname(path), match[1] ?? '')));
  };
  for (const { path } of code) if (isTest(path) || entries.some((entry) => entry.test(path))) visit(path);
  return code
    .filter(({ path }) => !seen.has(path) && !isTest(path))
    .map(({ path }) => ({
      path,
      line: 1,
      message: 'No command, route or test reaches this file: delete it or use it.',
    }));
}
