import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { ensureWebBuilt } from '../../scripts/launch/web-build.mjs';

/** What a browser may be sent before it shows something to do: the design's 200 KB, packed as the server packs it. */
const BUDGET_BYTES = 200_000;

const dist = join(import.meta.dirname, '..', 'dist');
const read = (path: string): string => readFileSync(join(dist, path), 'utf8');

/** The scripts that these scripts ask for as soon as they are read, themselves included; what is fetched later is not. */
function withImports(scripts: readonly string[]): Set<string> {
  const found = new Set<string>();
  const visit = (path: string) => {
    if (found.has(path)) return;
    found.add(path);
    for (const [, name] of read(path).matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) visit(`assets/${name}`);
  };
  for (const script of scripts) visit(script);
  return found;
}

const packed = (scripts: Iterable<string>): number =>
  [...scripts].reduce((sum, path) => sum + gzipSync(readFileSync(join(dist, path))).length, 0);

describe('The scripts of the app', () => {
  let opening: Set<string>;
  beforeAll(() => {
    ensureWebBuilt();
    const named = [...read('index.html').matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, path]) => path!);
    opening = withImports(named);
  });

  test('open any place within 200 KB, packed', () => {
    expect(opening.size).toBeGreaterThan(0);
    const scripts = readdirSync(join(dist, 'assets')).filter((name) => name.endsWith('.js'));
    const places = scripts
      .map((name) => ({ name, bytes: packed(new Set([...opening, ...withImports([`assets/${name}`])])) }))
      .sort((a, b) => b.bytes - a.bytes);
    const [heaviest] = places;
    const kilobytes = (bytes: number) => `${(bytes / 1_000).toFixed(1)} KB`;
    console.log(
      `Scripts, packed: ${kilobytes(packed(opening))} to open the app, ${kilobytes(heaviest!.bytes)} with its heaviest place (${heaviest!.name}); budget ${kilobytes(BUDGET_BYTES)}.`,
    );
    expect(heaviest!.bytes).toBeLessThanOrEqual(BUDGET_BYTES);
  });
});
