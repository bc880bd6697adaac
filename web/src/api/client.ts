import { type RefusalView, withoutTurningMarks } from '@acquit/recovery';

/**
 * The one place that talks to the server. Reading is `read`, changing is `change`: a change carries the session's
 * anti-forgery token and a key of its own, so that a repeated request (a lost answer, a double click) counts once.
 */

/** The server understood and said no, with a sentence for the person. */
export class Refused extends Error {
  readonly refusal: RefusalView;
  readonly status: number;
  constructor(refusal: RefusalView, status: number) {
    super(refusal.message);
    this.name = 'Refused';
    this.refusal = refusal;
    this.status = status;
  }
}

/** No answer came: nobody knows whether the server did it, so the same key must be used again. */
export class Unreachable extends Error {
  /** What the files sent weigh together: a line that is cut under a heavy one is not a server that is down. */
  readonly sentBytes: number;
  constructor(cause: unknown, sentBytes = 0) {
    super('Unreachable', { cause });
    this.name = 'Unreachable';
    this.sentBytes = sentBytes;
  }
}

const weightOf = (body: RequestInit['body']): number =>
  body instanceof FormData ? [...body.values()].reduce((sum, one) => sum + (one instanceof File ? one.size : 0), 0) : 0;

let csrfToken: string | null = null;
let whenSignedOut: () => void = () => {};
let ended = false;

/** Keeps the token that the session gave; every change sends it back. */
export function rememberToken(token: string | null): void {
  csrfToken = token;
  if (token !== null) ended = false;
}

/** Whether this page had a session that the server no longer knows; the sign-in then says so. */
export const sessionEnded = (): boolean => ended;

/** What to do when the server says that the session is over. */
export function onSignedOut(listener: () => void): void {
  whenSignedOut = listener;
}

/** A key for one act of the user. `randomUUID` exists on secure origins only, `getRandomValues` everywhere. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The server's answer when it did what was asked; throws what it refused. */
async function accepted(path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(`/api${path}`, { credentials: 'same-origin', ...init });
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new Unreachable(cause, weightOf(init.body));
  }
  if (response.ok) return response;
  if (response.status === 401 && path !== '/login') {
    if (csrfToken !== null) ended = true;
    whenSignedOut();
  }
  const body = parsed(await response.text().catch(() => 'null'));
  throw new Refused(refusalIn(body, response.status), response.status);
}

async function answer<T>(path: string, init: RequestInit): Promise<T> {
  const response = await accepted(path, init);
  return parsed(await response.text().catch(() => 'null')) as T;
}

/**
 * What the server wrote, without the marks that turn the order of reading round: names and words come from others' files,
 * and stand beside amounts on every screen. Null for what is no JSON.
 */
function parsed(text: string): unknown {
  try {
    return JSON.parse(withoutTurningMarks(text));
  } catch {
    return null;
  }
}

/** A proxy or a crash may answer without our shape; the code then tells the screen which sentence to show. */
function refusalIn(body: unknown, status: number): RefusalView {
  const refusal = (body as { refusal?: RefusalView } | null)?.refusal;
  if (refusal && typeof refusal.message === 'string') return refusal;
  return { code: 'NoAnswer', message: '', facts: { status } };
}

/** Reads a resource. Refuses with `Refused` or `Unreachable`. */
export function read<T>(path: string, signal?: AbortSignal): Promise<T> {
  return answer<T>(path, { headers: { accept: 'application/json' }, ...(signal ? { signal } : {}) });
}

/** Changes something. `key` names the user's act; the same key with the same body is done once. */
export function change<T>(method: 'POST' | 'PUT' | 'PATCH', path: string, body: unknown, key = newKey()): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json', 'idempotency-key': key };
  if (csrfToken) headers['x-csrf-token'] = csrfToken;
  if (body instanceof FormData) return answer<T>(path, { method, headers, body });
  headers['content-type'] = 'application/json';
  return answer<T>(path, { method, headers, body: JSON.stringify(body ?? {}) });
}

const posted = (body: unknown, signal?: AbortSignal): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
  ...(signal ? { signal } : {}),
});

/** Asks for a calculation: nothing changes on the server, so it needs neither token nor key. */
export function ask<T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> {
  return answer<T>(path, posted(body, signal));
}

/** Asks a question that only a signed-in person may ask, and that changes nothing: repeating it costs nothing. */
export function askSignedIn<T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> {
  const asked = posted(body, signal);
  return answer<T>(path, csrfToken ? { ...asked, headers: { ...asked.headers, 'x-csrf-token': csrfToken } } : asked);
}

/** Asks for a file made from what is sent, with the name the server gives it. */
export async function askFile(path: string, body: unknown): Promise<{ name: string; content: Blob }> {
  const response = await accepted(path, posted(body));
  const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  return { name: decodeURIComponent(name ?? ''), content: await response.blob() };
}

/** Builds `?a=1&b=2` from what is set. */
export function query(values: Record<string, string | number | null | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text ? `?${text}` : '';
}
