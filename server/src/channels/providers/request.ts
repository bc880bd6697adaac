import { type IncomingMessage, request as plainRequest } from 'node:http';
import { request as tlsRequest } from 'node:https';

/** One call to a provider. */
export interface Ask {
  method: 'GET' | 'POST' | 'DELETE';
  url: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
}

export interface AskLimits {
  /** To reach the provider, in ms. */
  connectMs: number;
  /** For the whole call, in ms. */
  wholeMs: number;
  /** Most bytes of an answer. */
  answerBytes: number;
}

export interface AskOptions {
  limits?: Partial<AskLimits>;
  /** Ends the call; what it had already sent may have been received. */
  signal?: AbortSignal;
  /** Trusted instead of the machine's authorities; for tests. */
  ca?: string;
}

/**
 * How a call ended. What matters for a paid one is whether anything may have reached the provider:
 * - `answered`: he did answer, whatever he said;
 * - `not-sent`: certainly nothing was sent, for no line could be opened to him;
 * - `unknown`: the line was open and no whole answer came back, so he may have received everything.
 */
export type Answer =
  | { kind: 'answered'; status: number; headers: IncomingMessage['headers']; body: Buffer }
  | { kind: 'not-sent'; reason: string }
  | { kind: 'unknown'; reason: string };

const LIMITS: AskLimits = { connectMs: 10_000, wholeMs: 60_000, answerBytes: 20 * 1024 * 1024 };

/** Longest body we send: a letter of many pages, twice over. */
const BODY_BYTES_AT_MOST = 40 * 1024 * 1024;

const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** Why an address may not be called; null when it may. Secrets and letters travel over TLS, except inside this machine. */
export function urlFault(url: string): string | null {
  if (!URL.canParse(url)) return 'Cette adresse n’est pas une adresse web.';
  const { protocol, hostname, username, password } = new URL(url);
  if (username !== '' || password !== '') return 'L’adresse ne doit contenir ni identifiant ni mot de passe.';
  if (protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname))) return null;
  return 'L’adresse doit commencer par https:// : rien ne part sans chiffrement.';
}

/**
 * Makes one call, on a line of its own, and never a second by itself: no retry, no redirection followed, no kept
 * connection whose end would be mistaken for an answer. Bounded in time and size. Never throws.
 */
export function ask(call: Ask, options: AskOptions = {}): Promise<Answer> {
  const limits = { ...LIMITS, ...options.limits };
  const fault = urlFault(call.url);
  if (fault !== null) return Promise.resolve({ kind: 'not-sent', reason: fault });
  const body = typeof call.body === 'string' ? Buffer.from(call.body) : call.body;
  if ((body?.byteLength ?? 0) > BODY_BYTES_AT_MOST)
    return Promise.resolve({ kind: 'not-sent', reason: 'Le document est trop lourd pour être envoyé.' });
  if (options.signal?.aborted) return Promise.resolve({ kind: 'not-sent', reason: 'L’envoi a été arrêté.' });
  return new Promise((resolve) => {
    const url = new URL(call.url);
    const secure = url.protocol === 'https:';
    let open = false;
    let settled = false;
    const end = (answer: Answer) => {
      if (settled) return;
      settled = true;
      clearTimeout(connecting);
      clearTimeout(whole);
      options.signal?.removeEventListener('abort', onAbort);
      resolve(answer);
      request.destroy();
    };
    const broken = (reason: string) => end({ kind: open ? 'unknown' : 'not-sent', reason });
    const request = (secure ? tlsRequest : plainRequest)(url, {
      method: call.method,
      // A kept connection may be closed by the provider at the very moment we write on it: each call opens its own.
      agent: false,
      headers: {
        'user-agent': 'Acquit',
        connection: 'close',
        ...call.headers,
        ...(body && { 'content-length': String(body.byteLength) }),
      },
      ...(secure && options.ca !== undefined && { ca: options.ca }),
    });
    const connecting = setTimeout(() => {
      if (!open) broken(`Aucune réponse de ${url.host}.`);
    }, limits.connectMs);
    const whole = setTimeout(() => broken(`${url.host} n’a pas répondu à temps.`), limits.wholeMs);
    const onAbort = () => broken('L’envoi a été arrêté.');
    options.signal?.addEventListener('abort', onAbort, { once: true });
    request.on('socket', (socket) => {
      socket.once(secure ? 'secureConnect' : 'connect', () => {
        open = true;
      });
    });
    request.on('error', (error: NodeJS.ErrnoException) => broken(reasonOf(error, url.host)));
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.byteLength;
        if (bytes > limits.answerBytes) broken(`La réponse de ${url.host} est trop longue.`);
        else chunks.push(chunk);
      });
      response.on('error', (error) => broken(reasonOf(error, url.host)));
      response.on('aborted', () => broken(`${url.host} a coupé sa réponse.`));
      response.on('end', () =>
        end({
          kind: 'answered',
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
        }),
      );
    });
    request.end(body);
  });
}

function reasonOf(error: NodeJS.ErrnoException, host: string): string {
  switch (error.code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `Le nom ${host} est introuvable.`;
    case 'ECONNREFUSED':
      return `${host} refuse la connexion.`;
    case 'ECONNRESET':
      return `${host} a coupé la connexion.`;
    default:
      return /CERT|SSL|TLS|SIGNED|ALTNAME/.test(error.code ?? '')
        ? `Le certificat de ${host} n’est pas valable.`
        : `La connexion à ${host} a échoué (${error.code ?? error.message}).`;
  }
}

/** The answer as JSON; null when it is none. */
export function jsonOf(answer: Answer): unknown {
  if (answer.kind !== 'answered') return null;
  try {
    return JSON.parse(answer.body.toString('utf8'));
  } catch {
    return null;
  }
}

/** A field of a JSON answer, whatever the answer is; undefined when it is not there. */
export function field(value: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<string | number, unknown>)[key] : undefined),
    value,
  );
}

/** A text of a JSON answer, numbers included; null for anything else. */
export function textField(value: unknown, ...path: (string | number)[]): string | null {
  const found = field(value, ...path);
  return typeof found === 'string' ? found : typeof found === 'number' ? String(found) : null;
}
