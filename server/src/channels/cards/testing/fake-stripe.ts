import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the fake does with its next visit to be opened; the first three have opened it. */
export type StripeMood = 'cut' | 'cut-answer' | 'error' | 'refuse' | 'busy' | 'well';

/** A visit as the fake keeps it, in Stripe's own words. */
export interface FakeSession {
  id: string;
  client_reference_id: string;
  amount_total: number;
  currency: string;
  status: 'open' | 'complete' | 'expired';
  payment_status: 'unpaid' | 'paid';
  livemode: boolean;
  expires_at: number;
  success_url: string;
  cancel_url: string;
  form: URLSearchParams;
  charge: null | { created: number; amount_refunded: number; disputed: boolean };
}

/** Stripe on the loopback: it checks what the real one checks, and gives the same answer to the same key. */
export interface FakeStripe {
  readonly origin: string;
  readonly secretKey: string;
  readonly webhookSecret: string;
  readonly sessions: Map<string, FakeSession>;
  /** `METHOD /path` of every call. */
  readonly calls: string[];
  moods: StripeMood[];
  /** True: nothing answers any more. */
  down: boolean;
  /** The debtor pays on the hosted page, at an instant in seconds since 1970. */
  pay(sessionId: string, at: number): void;
  expire(sessionId: string): void;
  refund(sessionId: string, cents: number): void;
  dispute(sessionId: string): void;
  /** A call of Stripe's own as it would arrive, signed at an instant in milliseconds since 1970. */
  event(type: string, object: Record<string, unknown>, at: number): { body: string; signature: string };
  close(): Promise<void>;
}

const WEBHOOK_SECRET = 'whsec_c2VjcmV0IG9mIHRoZSB3ZWJob29r';

interface Kept {
  path: string;
  body: string;
  answer: { status: number; body: unknown };
}

export async function fakeStripe(secretKey = 'sk_live_51fakeOfOursABCDEFGH'): Promise<FakeStripe> {
  const sessions = new Map<string, FakeSession>();
  const keys = new Map<string, Kept>();
  const calls: string[] = [];
  let next = 1;
  const error = (status: number, type: string, message: string, code?: string) => ({
    status,
    body: { error: { type, message, ...(code && { code }) } },
  });
  const shown = (one: FakeSession) => ({
    id: one.id,
    object: 'checkout.session',
    client_reference_id: one.client_reference_id,
    amount_total: one.amount_total,
    currency: one.currency,
    status: one.status,
    payment_status: one.payment_status,
    livemode: one.livemode,
    expires_at: one.expires_at,
    url: one.status === 'open' ? `${origin}/c/pay/${one.id}` : null,
    payment_intent: one.charge === null ? null : { id: intentOf(one.id), latest_charge: { id: 'ch_1', ...one.charge } },
  });
  const intentOf = (id: string) => `pi_${id.slice(3)}`;

  /** What the real one refuses before it does anything: such an answer is kept under no key. */
  function faultOf(form: URLSearchParams): string | null {
    const left = Number(form.get('expires_at')) - Date.now() / 1000;
    if (form.get('mode') !== 'payment') return 'You must specify `mode`.';
    if (form.get('line_items[0][price_data][currency]') !== 'eur') return 'Invalid currency';
    if (!/^[1-9]\d{1,7}$/.test(form.get('line_items[0][price_data][unit_amount]') ?? '')) return 'Invalid integer';
    if (!form.get('line_items[0][price_data][product_data][name]')) return 'Missing required param: name.';
    if (!form.get('success_url')?.startsWith('http')) return 'Not a valid URL';
    if (left < 1_800 || left > 86_400) return 'The `expires_at` timestamp must be between 30 minutes and 24 hours.';
    return null;
  }

  function open(form: URLSearchParams): { status: number; body: unknown } {
    const live = secretKey.includes('_live_');
    const id = `cs_${live ? 'live' : 'test'}_${next++}`;
    const session: FakeSession = {
      id,
      client_reference_id: form.get('client_reference_id') ?? '',
      amount_total: Number(form.get('line_items[0][price_data][unit_amount]')),
      currency: 'eur',
      status: 'open',
      payment_status: 'unpaid',
      livemode: live,
      expires_at: Number(form.get('expires_at')),
      success_url: form.get('success_url')!,
      cancel_url: form.get('cancel_url')!,
      form,
      charge: null,
    };
    sessions.set(id, session);
    return { status: 200, body: shown(session) };
  }

  function answerTo(method: string, path: string, key: string | undefined, body: string) {
    if (path === '/v1/account')
      return { status: 200, body: { id: 'acct_1', settings: { dashboard: { display_name: 'Atelier Fontaine' } } } };
    const intent = /^\/v1\/payment_intents\/(pi_\w+)$/.exec(path)?.[1];
    if (intent) {
      const of = [...sessions.values()].find((one) => intentOf(one.id) === intent);
      if (!of) return error(404, 'invalid_request_error', 'No such payment_intent', 'resource_missing');
      const metadata = { acquit_payment: of.form.get('payment_intent_data[metadata][acquit_payment]') };
      return { status: 200, body: { id: intent, metadata } };
    }
    const [, id, verb] = /^\/v1\/checkout\/sessions(?:\/(\w+))?(?:\/(expire))?$/.exec(path) ?? [];
    if (id === undefined && method === 'GET') return { status: 200, body: { object: 'list', data: [] } };
    if (id !== undefined) {
      const session = sessions.get(id);
      if (!session) return error(404, 'invalid_request_error', 'No such checkout.session', 'resource_missing');
      if (verb === 'expire') {
        if (session.status !== 'open')
          return error(
            400,
            'invalid_request_error',
            'Only Checkout Sessions with a status in ["open"] can be expired.',
          );
        session.status = 'expired';
      }
      return { status: 200, body: shown(session) };
    }
    const kept = key === undefined ? undefined : keys.get(key);
    if (kept)
      return kept.body === body && kept.path === path
        ? { ...kept.answer, replayed: true }
        : error(400, 'idempotency_error', 'Keys for idempotent requests can only be used with the same parameters.');
    const form = new URLSearchParams(body);
    const fault = faultOf(form);
    if (fault !== null) return error(400, 'invalid_request_error', fault);
    const mood = fake.moods.shift() ?? 'well';
    if (mood === 'busy') return error(429, 'api_error', 'Too many requests', 'rate_limit');
    if (mood === 'refuse')
      return error(402, 'invalid_request_error', 'Your account cannot currently make live charges.');
    const answer = mood === 'error' ? error(500, 'api_error', 'Something went wrong') : open(form);
    if (key !== undefined) keys.set(key, { path, body, answer });
    return mood === 'well' || mood === 'error' ? answer : mood;
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { pathname } = new URL(request.url ?? '/', 'http://fake');
    const method = request.method ?? 'GET';
    calls.push(`${method} ${pathname}`);
    if (fake.down) return void request.socket.destroy();
    if (pathname.startsWith('/c/pay/')) return hosted(pathname, request, response);
    const body = Buffer.concat(chunks).toString('utf8');
    const isForm = request.headers['content-type'] === 'application/x-www-form-urlencoded';
    const answer =
      request.headers.authorization !== `Bearer ${secretKey}`
        ? error(401, 'invalid_request_error', 'Invalid API Key provided')
        : method === 'POST' && !isForm
          ? error(400, 'invalid_request_error', 'Invalid request encoding')
          : answerTo(method, pathname, request.headers['idempotency-key'] as string | undefined, body);
    if (answer === 'cut') return void request.socket.destroy();
    response.writeHead(typeof answer === 'string' ? 200 : answer.status, {
      'content-type': 'application/json',
      ...(typeof answer === 'object' && 'replayed' in answer && { 'idempotent-replayed': 'true' }),
    });
    if (typeof answer !== 'string') return void response.end(JSON.stringify(answer.body));
    response.write('{"id":');
    setTimeout(() => request.socket.destroy(), 20);
  }

  /** Stripe's own page: it pays, or goes back. */
  function hosted(pathname: string, request: IncomingMessage, response: ServerResponse): void {
    const session = sessions.get(pathname.split('/').at(-1)!);
    if (!session) return void response.writeHead(404).end();
    if (request.method === 'POST') {
      fake.pay(session.id, Math.floor(Date.now() / 1000));
      return void response.writeHead(303, { location: session.success_url }).end();
    }
    const sum = (session.amount_total / 100).toFixed(2);
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(
      `<!doctype html><title>Stripe</title><h1>${sum} EUR</h1><form method="post"><button>Pay</button></form><a href="${session.cancel_url}">Back</a>`,
    );
  }

  const server = createServer((request, response) => void serve(request, response).catch(() => response.destroy()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const at = (id: string) => sessions.get(id)!;
  const fake: FakeStripe = {
    origin,
    secretKey,
    webhookSecret: WEBHOOK_SECRET,
    sessions,
    calls,
    moods: [],
    down: false,
    pay: (id, seconds) =>
      void Object.assign(at(id), {
        status: 'complete',
        payment_status: 'paid',
        charge: { created: seconds, amount_refunded: 0, disputed: false },
      }),
    expire: (id) => void Object.assign(at(id), { status: 'expired' }),
    refund: (id, cents) => void Object.assign(at(id).charge!, { amount_refunded: cents }),
    dispute: (id) => void Object.assign(at(id).charge!, { disputed: true }),
    event(type, object, when) {
      const body = JSON.stringify({ id: `evt_${next++}`, object: 'event', type, data: { object } });
      const t = Math.floor(when / 1000);
      const v1 = createHmac('sha256', WEBHOOK_SECRET).update(`${t}.${body}`).digest('hex');
      return { body, signature: `t=${t},v1=${v1}` };
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return fake;
}
