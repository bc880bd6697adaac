import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { RefusalView } from '@acquit/recovery';
import { html } from 'hono/html';
import { RenderRefusal } from '../../render/index.ts';
import { BlobFault, EnvironmentRefusal } from '../../store/index.ts';
import { HTTP_REFUSALS, HttpRefusal, refuse } from '../refusal.ts';
import type { AppLog } from '../services.ts';
import type { FileAnswer, FileOnDisk } from './endpoint.ts';

export function jsonAnswer(body: string, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(body, { status, headers: { 'content-type': 'application/json; charset=utf-8', ...headers } });
}

/** Bytes with the name they should be saved under, whatever letters it has (RFC 6266). */
export function fileAnswer(file: FileAnswer): Response {
  const plain = file.name.replace(/[^A-Za-z0-9._ -]/g, '_');
  const disposition = `${file.inline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${extended(file.name)}`;
  const { content } = file;
  const inMemory = content instanceof Uint8Array;
  return new Response(inMemory ? Uint8Array.from(content) : fromDisk(content), {
    headers: {
      'content-type': file.mediaType,
      'content-disposition': disposition,
      'content-length': String(inMemory ? content.byteLength : content.bytes),
    },
  });
}

/** A name as RFC 8187 writes one; what `encodeURIComponent` leaves of the marks that have a meaning there is escaped too. */
const extended = (name: string): string =>
  encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** The bytes as the client takes them; the file goes when the last one is read, or when the client hangs up. */
function fromDisk(file: FileOnDisk): ReadableStream<Uint8Array> {
  const bytes = createReadStream(file.path);
  bytes.once('close', () => void file.remove());
  return Readable.toWeb(bytes) as ReadableStream<Uint8Array>;
}

/**
 * The answer to whatever went wrong. A refusal is said as it is; anything else is a bug or the machine's trouble: it
 * is logged whole under a number, and the client learns the number and nothing of the inside.
 */
export function refusalAnswer(error: unknown, log: AppLog, request: Request): Response {
  const { status, refusal, headers } = asRefusal(error, log, {
    method: request.method,
    path: new URL(request.url).pathname,
  });
  // A document opened from a link is read by a person: a refusal must be a sentence there, not an object.
  if (request.headers.get('sec-fetch-dest') === 'document') return pageAnswer(refusal.message, status, headers);
  return jsonAnswer(JSON.stringify({ refusal }), status, { ...headers });
}

/** One sentence as a page, for who opened an address of the API in a tab. */
function pageAnswer(sentence: string, status: number, headers: Readonly<Record<string, string>>): Response {
  const page = html`<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>Acquit</title></head>
<body><p>${sentence}</p></body></html>`;
  return new Response(String(page), { status, headers: { ...headers, 'content-type': 'text/html; charset=utf-8' } });
}

function asRefusal(
  error: unknown,
  log: AppLog,
  about: { method: string; path: string },
): { status: number; refusal: RefusalView; headers: Readonly<Record<string, string>> } {
  if (error instanceof HttpRefusal) return error;
  // The texts of a document are at fault, not the program: what to shorten is said.
  if (error instanceof RenderRefusal && !error.transient)
    return {
      status: 422,
      refusal: { code: error.code, message: error.message, facts: { ...error.facts } },
      headers: {},
    };
  const incident = crypto.randomUUID();
  log.error({ err: error, incident, ...about }, 'request failed');
  if (error instanceof EnvironmentRefusal) {
    return { status: 503, refusal: { code: error.code, message: error.message, facts: { incident } }, headers: {} };
  }
  if (error instanceof BlobFault)
    return {
      status: 500,
      refusal: { code: error.code, message: HTTP_REFUSALS.Internal.message, facts: { incident } },
      headers: {},
    };
  // Statement cancelled for its time, or a lock not obtained: the machine is busy, nothing was done.
  if (isCode(error, '57014') || isCode(error, '55P03') || isCode(error, '40P01')) return refuse('Busy', { incident });
  return refuse('Internal', { incident });
}

function isCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
