import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Readable } from 'node:stream';
import { refuse } from './refusal.ts';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** Encodings the build may have prepared beside a file, best first. */
const PREPARED = [
  { encoding: 'br', suffix: '.br' },
  { encoding: 'gzip', suffix: '.gz' },
];

const NOT_BUILT = `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Acquit</title>
<p>L’application n’est pas encore construite sur cette machine. Lancez « npm run build », puis rechargez cette page.</p></html>`;

/**
 * The built app. A file whose name carries a hash never changes and may be kept for ever; `index.html` is asked for
 * anew each time, and stands for every address of the app that is not a file.
 */
export class StaticFiles {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  async answer(path: string, headers: Headers): Promise<Response> {
    const name = safeName(path);
    if (name === null) throw refuse('NotFound');
    if (name !== '' && extname(name) !== '') {
      const found = await this.#file(name, headers);
      if (found === null) throw refuse('NotFound');
      return found;
    }
    const page = await this.#file('index.html', headers);
    return (
      page ??
      new Response(NOT_BUILT, {
        status: 503,
        headers: { 'content-type': 'text/html; charset=utf-8', 'retry-after': '10' },
      })
    );
  }

  async #file(name: string, headers: Headers): Promise<Response | null> {
    const type = TYPES[extname(name)];
    if (type === undefined) return null;
    const path = join(this.#root, name);
    const plain = await statOf(path);
    if (plain === null) return null;
    const accepted = (headers.get('accept-encoding') ?? '').split(',').map((one) => one.trim().split(';')[0]);
    for (const { encoding, suffix } of PREPARED) {
      if (!accepted.includes(encoding)) continue;
      const prepared = await statOf(path + suffix);
      if (prepared !== null) return served(path + suffix, prepared, headersOf(name, type, encoding), headers);
    }
    return served(path, plain, headersOf(name, type, null), headers);
  }
}

/** The path below the root in plain parts, or null for anything that tries to leave it or to name a hidden file. */
function safeName(path: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return null;
  }
  const parts = decoded.split('/').filter((part) => part !== '');
  return parts.every((part) => !part.startsWith('.') && !/[\\\0]/.test(part)) ? parts.join('/') : null;
}

async function statOf(path: string): Promise<{ size: number; tag: string } | null> {
  try {
    const found = await stat(path);
    return found.isFile()
      ? { size: found.size, tag: `"${found.size.toString(36)}-${Math.trunc(found.mtimeMs).toString(36)}"` }
      : null;
  } catch {
    return null;
  }
}

function headersOf(name: string, type: string, encoding: string | null): Headers {
  const headers = new Headers({ 'content-type': type, vary: 'accept-encoding' });
  headers.set('cache-control', name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (encoding !== null) headers.set('content-encoding', encoding);
  return headers;
}

function served(path: string, found: { size: number; tag: string }, headers: Headers, asked: Headers): Response {
  headers.set('etag', found.tag);
  if (asked.get('if-none-match') === found.tag) return new Response(null, { status: 304, headers });
  headers.set('content-length', String(found.size));
  return new Response(Readable.toWeb(createReadStream(path)) as ReadableStream, { headers });
}
