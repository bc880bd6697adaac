import { randomUUID } from 'node:crypto';
import type { RefusalView, SessionView } from '@acquit/recovery';

export interface Answer<T = unknown> {
  status: number;
  headers: Headers;
  body: T & { refusal?: RefusalView };
  text: string;
}

/** A browser of the app: keeps its cookie and its token, sends a fresh key per act. */
export class Client {
  readonly url: string;
  cookie = '';
  csrf = '';

  constructor(url: string) {
    this.url = url;
  }

  async send<T = unknown>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const isForm = body instanceof FormData;
    const changes = method !== 'GET';
    const response = await fetch(this.url + path, {
      method,
      headers: {
        ...(this.cookie !== '' && { cookie: this.cookie }),
        ...(changes && { origin: this.url, 'x-csrf-token': this.csrf, 'idempotency-key': randomUUID() }),
        ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: isForm ? body : typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json');
    const set = response.headers.get('set-cookie');
    if (set !== null) this.cookie = set.split(';')[0]!;
    return {
      status: response.status,
      headers: response.headers,
      body: isJson ? JSON.parse(text) : (null as never),
      text,
    };
  }

  get<T = unknown>(path: string, headers: Record<string, string> = {}): Promise<Answer<T>> {
    return this.send<T>('GET', path, undefined, headers);
  }

  post<T = unknown>(path: string, body: unknown = {}, headers: Record<string, string> = {}): Promise<Answer<T>> {
    return this.send<T>('POST', path, body, headers);
  }

  /** Signs in, as the first user when there is none yet. */
  async signIn(email: string, password: string, name = 'Claire Martin'): Promise<Answer<SessionView>> {
    const { body } = await this.get<SessionView>('/api/session');
    const answer =
      body.state === 'needs-first-user'
        ? await this.post<SessionView>('/api/first-user', { name, email, password })
        : await this.post<SessionView>('/api/login', { email, password });
    this.csrf = answer.body.csrfToken ?? '';
    return answer;
  }
}
