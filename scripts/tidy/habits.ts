import { type Complaint, isTest, lineAt, type Source, withoutComments } from './sources.ts';

/** Waiting for another process or a distant server needs a deadline, which says nothing about the case. */
const waitsForOthers = (path: string) => /^server\/src\/(store\/embedded|channels)\//.test(path);

interface Ban {
  pattern: RegExp;
  instead: string;
  /** Files where it is right, with the reason beside it in the list below. */
  except?: (path: string) => boolean;
  /** Only in these files; everywhere when absent. */
  only?: (path: string) => boolean;
}

const inPureRooms = (path: string) => /^(law|recovery)\/src\//.test(path);
const inSource = (path: string) => /^(law|recovery|server|web)\/src\//.test(path);

/** Calls that are refused, with what to use instead. */
const bans: Ban[] = [
  {
    pattern: /\bDate\.now\b|\bnew Date\(\s*\)/,
    instead: 'the Clock of server/src/clock.ts, passed down',
    only: (path) => inSource(path) && !path.startsWith('web/'),
    except: (path) => path === 'server/src/clock.ts' || waitsForOthers(path),
  },
  { pattern: /\bMath\.random\b/, instead: 'a seeded generator, or node:crypto for secrets', only: inSource },
  { pattern: /\bnew Date\b|\bTemporal\.Now\b/, instead: 'the Day given as an argument', only: inPureRooms },
  { pattern: /\bparseFloat\(/, instead: 'integer cents and exact rationals', only: inSource },
  {
    pattern: /\bconsole\.(log|info|debug)\(/,
    instead: 'the log, or the command line’s output',
    only: (path) => inSource(path),
  },
  { pattern: /\bfetch\(/, instead: 'facts given as arguments', only: inPureRooms },
  { pattern: /@ts-ignore|@ts-nocheck/, instead: 'a type that is true' },
  { pattern: /\bas any\b/, instead: 'a type that is true' },
  { pattern: /\b(describe|it|test)\.(only|skip|todo)\(/, instead: 'a test that runs' },
];

/** Marks of unfinished work; they may not land. Written in pieces so that this file does not accuse itself. */
const leftovers = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'HA' + 'CK'].join('|')})\\b`);

export function brokenHabits(files: readonly Source[]): Complaint[] {
  return files.flatMap((source) => {
    if (source.path.startsWith('scripts/tidy')) return [];
    const code = withoutComments(source.text);
    const complaints: Complaint[] = [];
    for (const ban of bans) {
      if (ban.only && !ban.only(source.path)) continue;
      if (ban.except?.(source.path) || (isTest(source.path) && ban.only)) continue;
      const found = new RegExp(ban.pattern, 'g');
      // Comments count for the marks that live in comments.
      const text = ban.pattern.source.startsWith('@ts') ? source.text : code;
      for (const match of text.matchAll(found))
        complaints.push({
          path: source.path,
          line: lineAt(text, match.index),
          message: `« ${match[0]} » is banned: use ${ban.instead}.`,
        });
    }
    const left = leftovers.exec(source.text);
    if (left)
      complaints.push({
        path: source.path,
        line: lineAt(source.text, left.index),
        message: `« ${left[0]} »: finish it or write it down in an issue.`,
      });
    return complaints;
  });
}

/** No file above 500 lines, nine in ten under 320, no folder deeper than six. */
export function wrongSizes(files: readonly Source[]): Complaint[] {
  const counted = files.filter((source) => inSource(source.path) && /\.(ts|tsx)$/.test(source.path));
  const lines = counted.map((source) => ({ source, count: source.text.split('\n').length }));
  const complaints = lines
    .filter(({ count }) => count > 500)
    .map(({ source, count }) => ({
      path: source.path,
      line: count,
      message: `${count} lines: which room is hidden in it? The most is 500.`,
    }));
  const large = lines.filter(({ count }) => count > 320);
  if (large.length * 10 > lines.length)
    complaints.push({
      path: large[0]?.source.path ?? '',
      line: 320,
      message: `${large.length} of ${lines.length} files are above 320 lines; at most one in ten.`,
    });
  for (const { source } of lines)
    if (source.path.split('/').length - 1 > 6)
      complaints.push({ path: source.path, line: 1, message: 'Deeper than six folders.' });
  return complaints;
}

/** Accents belong to strings that people read: an identifier has none, so that everybody can type it. */
export function accentedNames(files: readonly Source[]): Complaint[] {
  return files
    .filter((source) => /\.(ts|tsx)$/.test(source.path) && source.path !== 'scripts/tidy.test.ts')
    .flatMap((source) =>
      [
        ...withoutComments(source.text).matchAll(
          /\b(?:const|let|function|class|interface|type)\s+([\p{L}\p{N}_$]*[^\x00-\x7f\s][\p{L}\p{N}_$]*)/gu,
        ),
      ].map((match) => ({
        path: source.path,
        line: lineAt(source.text, match.index),
        message: `« ${match[1]} » has an accent: identifiers have none.`,
      })),
    );
}
