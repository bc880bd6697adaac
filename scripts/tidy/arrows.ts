import { posix } from 'node:path';
import { type Complaint, isTest, lineAt, type Source } from './sources.ts';

/**
 * Who may import whom, and why. The direction `web → recovery → law` and `server → recovery → law` keeps the law
 * publishable alone and the core replayable; everything else follows from it.
 */
const rooms: Record<string, { may: string[]; because: string }> = {
  law: { may: [], because: 'the law must be publishable alone, without a dependency, and run in a browser' },
  recovery: { may: ['law'], because: 'the core decides from facts alone, so that every decision can be replayed' },
  server: { may: ['recovery', 'law'], because: 'effects stand at the rim; the app talks to the server over HTTP only' },
  web: { may: ['recovery', 'law'], because: 'the app knows shapes and pure functions, never the server’s insides' },
};

/** Inside the server: the four deep modules use nobody’s insides; what orchestrates uses them through their doors. */
const modules: Record<string, { may: string[]; because: string }> = {
  store: { may: [], because: 'what lasts depends on nothing that acts' },
  intake: { may: [], because: 'foreign files are parsed far from the database and the network' },
  channels: { may: [], because: 'a channel carries bytes; it does not know why' },
  render: { may: [], because: 'a page is laid out from a document and nothing else' },
  jobs: { may: ['store', 'intake', 'channels', 'render'], because: 'a job joins the four modules through their doors' },
  http: { may: ['store', 'intake', 'channels', 'render', 'jobs'], because: 'a route asks, it does not do' },
  cli: { may: ['store', 'intake', 'channels', 'render', 'jobs', 'serve'], because: 'a command asks, it does not do' },
  serve: {
    may: ['store', 'intake', 'channels', 'render', 'jobs', 'http'],
    because: 'the place where the server is put together',
  },
};

/** The store has a second door: what it is, and what it answers. */
const doors = /^server\/src\/(?:[a-z]+|store\/queries)\/index\.ts$/;

/** Node’s own modules are effects: the pure rooms and the browser have none. */
const pureRooms = new Set(['law', 'recovery', 'web']);

const importPattern =
  /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g;

export function importsOf(source: Source): { target: string; line: number }[] {
  return [...source.text.matchAll(importPattern)].map((match) => ({
    target: match[1] ?? match[2] ?? match[3] ?? '',
    line: lineAt(source.text, (match.index ?? 0) + (match[0].startsWith('\n') ? 1 : 0)),
  }));
}

const roomOf = (path: string) => /^(law|recovery|server|web)\/src\//.exec(path)?.[1];
const moduleOf = (path: string) => /^server\/src\/([a-z]+)\//.exec(path)?.[1];

/** Every import that goes against an arrow, past a door, or out of a pure room. */
export function wrongArrows(files: readonly Source[]): Complaint[] {
  const complaints: Complaint[] = [];
  for (const source of files) {
    const room = roomOf(source.path);
    if (!room || isTest(source.path)) continue;
    for (const { target, line } of importsOf(source)) {
      const complain = (message: string) => complaints.push({ path: source.path, line, message });
      const workspace = /^@acquit\/(\w+)(\/.*)?$/.exec(target);
      if (workspace) {
        const [, other = '', inside] = workspace;
        if (!rooms[room]?.may.includes(other)) complain(`${room} may not import ${other}: ${rooms[room]?.because}.`);
        if (inside) complain(`Import @acquit/${other} through its door, not ${target}.`);
        continue;
      }
      if (pureRooms.has(room) && target.startsWith('node:'))
        complain(`${room} may not import ${target}: it has no effects.`);
      if (room === 'law' && !target.startsWith('.'))
        complain(`law may not depend on ${target}: ${rooms.law?.because}.`);
      if (!target.startsWith('.')) continue;
      const reached = posix.normalize(posix.join(posix.dirname(source.path), target));
      if (roomOf(reached) !== room && !reached.startsWith(`${room}/`))
        complain(`${room} reaches out of itself to ${reached}: ${rooms[room]?.because}.`);
      const [from, to] = [moduleOf(source.path), moduleOf(reached)];
      if (from === to || to === undefined || from === undefined) continue;
      if (!modules[from]?.may.includes(to))
        complain(`server/${from} may not use server/${to}: ${modules[from]?.because}.`);
      else if (!doors.test(reached)) complain(`Use server/${to} through its door (index.ts), not ${reached}.`);
    }
  }
  return complaints;
}

/** A rule folder of the law is entered through its index.ts. */
export function pastRuleDoors(files: readonly Source[]): Complaint[] {
  return files
    .filter((source) => source.path.startsWith('law/src/') && !isTest(source.path))
    .flatMap((source) =>
      importsOf(source)
        .filter(({ target }) => target.startsWith('.'))
        .map(({ target, line }) => ({ line, reached: posix.normalize(posix.join(posix.dirname(source.path), target)) }))
        .filter(
          ({ reached }) =>
            posix.dirname(reached) !== posix.dirname(source.path) &&
            posix.dirname(reached) !== 'law/src' &&
            !reached.endsWith('/index.ts'),
        )
        .filter(({ reached }) => !reached.includes('/parameters/'))
        .map(({ line, reached }) => ({
          path: source.path,
          line,
          message: `Import ${posix.dirname(reached)} through its index.ts.`,
        })),
    );
}
