import { refuse } from '../refusal.ts';
import { problemOfJson } from './strict-json.ts';

/** No act of the app needs more than a few kilobytes; files have their own door. */
export const JSON_LIMIT_BYTES = 1024 * 1024;

/** A body that trickles in holds a connection: ten seconds are ample for a megabyte. */
const JSON_TIME_MS = 10_000;

/**
 * The request's JSON body, read under a limit of size and time whatever its headers pretend, together with its bytes
 * (for the idempotency key). An absent body reads as `{}`. Refuses: BodyTooLarge, RequestTimeout,
 * UnsupportedMediaType, InvalidJson (syntax, depth, duplicate key, key that reaches a prototype).
 */
export async function readJson(
  request: Request,
  limitBytes = JSON_LIMIT_BYTES,
): Promise<{ value: unknown; bytes: Uint8Array }> {
  const bytes = await readLimited(request, limitBytes, JSON_TIME_MS);
  if (bytes.length === 0) return { value: {}, bytes };
  // The type is asked for by name because a cross-site form can send any text, but never as application/json.
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw refuse('UnsupportedMediaType', { expected: 'application/json' });
  const text = decodeUtf8(bytes);
  const problem = problemOfJson(text);
  if (problem !== null) throw refuse('InvalidJson', { problem });
  try {
    return { value: JSON.parse(text), bytes };
  } catch {
    throw refuse('InvalidJson', { problem: 'syntax' });
  }
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    throw refuse('InvalidJson', { problem: 'encoding' });
  }
}

/** The bytes of a request under a limit of size and time. Refuses: BodyTooLarge, RequestTimeout. */
export async function readLimited(request: Request, limit: number, timeMs: number): Promise<Uint8Array> {
  return Buffer.concat(await Array.fromAsync(limitedPieces(request, limit, timeMs)));
}

/** The same piece by piece, for who keeps little of them. Refuses: BodyTooLarge, RequestTimeout. */
export async function* limitedPieces(request: Request, limit: number, timeMs: number): AsyncGenerator<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw refuse('BodyTooLarge', { limitBytes: limit });
  if (request.body === null) return;
  const reader = request.body.getReader();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(refuse('RequestTimeout')), timeMs);
  });
  late.catch(() => undefined);
  let size = 0;
  let isWhole = false;
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), late]);
      isWhole = done;
      if (done) return;
      size += value.length;
      if (size > limit) throw refuse('BodyTooLarge', { limitBytes: limit });
      yield value;
    }
  } finally {
    if (!isWhole) reader.cancel().catch(() => undefined);
    clearTimeout(timer);
  }
}
