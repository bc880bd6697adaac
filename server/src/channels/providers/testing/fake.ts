import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a fake provider does with its next paid call. Each takes the sending first, except the last two. */
export type Mood =
  /** Answers as it should. */
  | 'well'
  /** Takes it and cuts the line without a word. */
  | 'cut'
  /** Takes it and cuts in the middle of its answer. */
  | 'cut-answer'
  /** Takes it and answers 500. */
  | 'error'
  /** Takes it and never answers. */
  | 'silent'
  /** Refuses it. */
  | 'refuse'
  /** Is too busy to take it. */
  | 'busy';

export interface FakeCall {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

export interface FakeAnswer {
  status: number;
  body: unknown;
  type?: string;
}

/** One sending that a fake provider took, and would have charged for. */
export interface Bought {
  ref: string;
  /** What it received, by its own names. */
  fields: Record<string, unknown>;
}

/** A fake provider on the loopback: it checks what the real one checks, and remembers what it took. */
export interface Fake {
  /** What opens its account, by the names of the provider's form. */
  values: Record<string, string>;
  readonly bought: readonly Bought[];
  readonly calls: readonly string[];
  /** Moods of the next paid calls, first to last; then it is well again. */
  moods: Mood[];
  /** Called while a paid call is at the provider, before its answer. */
  atPaid: (() => void) | null;
  /** Makes something of a taken sending, in the provider's own words. */
  become(ref: string, what: Record<string, unknown>): void;
  close(): Promise<void>;
}

export interface Desk {
  bought: Bought[];
  /** What became of each sending. */
  fates: Map<string, Record<string, unknown>>;
  /** Says what the real provider would, for the one call that costs: takes the sending, then answers by its mood. */
  paid: (take: () => FakeAnswer, refused: FakeAnswer) => FakeAnswer | 'cut' | 'cut-answer' | 'silent';
}

/** Starts a fake: `answer` is the provider; what it does on `desk.paid` is what costs. */
export async function startFake(
  values: (origin: string) => Record<string, string>,
  answer: (call: FakeCall, desk: Desk) => FakeAnswer | 'cut' | 'cut-answer' | 'silent',
): Promise<Fake> {
  const bought: Bought[] = [];
  const fates = new Map<string, Record<string, unknown>>();
  const calls: string[] = [];
  const fake = { moods: [] as Mood[], atPaid: null as (() => void) | null };
  const desk: Desk = {
    bought,
    fates,
    paid(take, refused) {
      const mood = fake.moods.shift() ?? 'well';
      if (mood === 'refuse') return refused;
      if (mood === 'busy') return { status: 429, body: { message: 'too many requests' } };
      const taken = take();
      fake.atPaid?.();
      if (mood === 'error') return { status: 500, body: { message: 'internal error' } };
      return mood === 'well' ? taken : mood;
    },
  };
  const server = createServer((request, response) => void serve(request, response));
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(chunk as Buffer);
    } catch {
      return;
    }
    const url = new URL(request.url ?? '/', 'http://fake');
    const { method = 'GET', headers } = request;
    calls.push(`${method} ${url.pathname}`);
    const said = answer(
      { method, path: url.pathname, query: url.searchParams, headers, body: Buffer.concat(chunks) },
      desk,
    );
    if (said === 'silent') return;
    if (said === 'cut') return void request.socket.destroy();
    if (said === 'cut-answer') {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
      response.write('{"id":');
      setTimeout(() => request.socket.destroy(), 20);
      return;
    }
    const body = Buffer.isBuffer(said.body) || typeof said.body === 'string' ? said.body : JSON.stringify(said.body);
    response.writeHead(said.status, { 'content-type': said.type ?? 'application/json' }).end(body);
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(fake, {
    values: values(origin),
    bought,
    calls,
    become: (ref: string, what: Record<string, unknown>) => void fates.set(ref, { ...fates.get(ref), ...what }),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

export const json = (body: Buffer): Record<string, unknown> => {
  try {
    return JSON.parse(body.toString('utf8')) as Record<string, unknown>;
  } catch {
    return {};
  }
};

export const problem = (status: number, message: string): FakeAnswer => ({ status, body: { message } });

/** The fields and files of a form with files. */
export function readForm(call: FakeCall): { fields: Record<string, string>; files: Record<string, Buffer> } {
  const boundary = /boundary=(.+)$/.exec(call.headers['content-type'] ?? '')?.[1] ?? '';
  const fields: Record<string, string> = {};
  const files: Record<string, Buffer> = {};
  for (const part of call.body.toString('latin1').split(`--${boundary}`)) {
    const at = part.indexOf('\r\n\r\n');
    const name = /name="([^"]*)"/.exec(part.slice(0, at))?.[1];
    if (name === undefined) continue;
    const content = Buffer.from(part.slice(at + 4, -2), 'latin1');
    if (/filename=/.test(part.slice(0, at))) files[name] = content;
    else fields[name] = content.toString('utf8');
  }
  return { fields, files };
}
