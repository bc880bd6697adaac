import { randomUUIDv7 } from 'node:crypto';
import { formatDay } from '@acquit/law';
import type { SessionView } from '@acquit/recovery';
import type { z } from '@hono/zod-openapi';
import { findPassword, hashPassword } from '../../jobs/index.ts';
import {
  anyUser,
  appendJournal,
  deleteSession,
  firstTenant,
  forgiveLogin,
  insertFirstUser,
  insertSession,
  keepsPassword,
  listCompanyViews,
  loginFailures,
  recordLoginFailure,
  type Tx,
  tidyTenant,
} from '../../store/index.ts';
import { readJson } from '../guards/body.ts';
import { checkOrigin } from '../guards/origin.ts';
import { jsonAnswer } from '../pipeline/answer.ts';
import { COOKIE_SECONDS, findCaller, requireCsrfToken } from '../pipeline/caller.ts';
import { parsed } from '../pipeline/run.ts';
import { type HttpRefusalCode, refuse } from '../refusal.ts';
import { credentials, newUser, sessionView } from '../schemas/company.ts';
import type { AppServices } from '../services.ts';
import { AttemptCounter, FORGET_AFTER_MS, secondsLeft } from '../session/attempts.ts';
import { hashToken, newToken, sessionCookie } from '../session/tokens.ts';

/** The doors before the door: they know nobody yet, so they do not go through the pipeline. */
export class SessionDesk {
  readonly #services: AppServices;
  readonly #byAddress = new AttemptCounter({ free: 20 });
  readonly #byStrangeEmail = new AttemptCounter();
  /** Once somebody can sign in this stays true: no need to ask the database again. */
  #hasUser = false;

  constructor(services: AppServices) {
    this.#services = services;
  }

  /** GET /api/session */
  async show(request: Request): Promise<Response> {
    const caller = await findCaller(request.headers, this.#services);
    if (caller !== null) return jsonAnswer(JSON.stringify(await this.#signedIn(caller)));
    return jsonAnswer(JSON.stringify(this.#nobody((await this.#someUser()) ? 'anonymous' : 'needs-first-user')));
  }

  /** POST /api/first-user. Refuses: UserExists, and what is wrong with the password. */
  async firstUser(request: Request): Promise<Response> {
    checkOrigin(request.headers, this.#services.config.publicUrl);
    const { name, email, password } = parsed(newUser, (await readJson(request)).value);
    if (await this.#someUser()) throw refuse('UserExists');
    const made = await hashPassword(password, email);
    if (made.fault !== undefined) throw refuse(made.fault);
    const { passwordHash } = made;
    const tenantId = await firstTenant(this.#services.store);
    const user = { userId: randomUUIDv7(), name, email, passwordHash };
    return this.#open({ tenantId, ...user }, async (tx) => {
      if (!(await insertFirstUser(tx, user))) throw refuse('UserExists');
      await appendJournal(tx, [
        {
          actor: `user:${user.userId}`,
          action: 'user-created',
          objectKind: 'user',
          objectId: user.userId,
          payload: { name, email },
        },
      ]);
    });
  }

  /** POST /api/login. Refuses: BadCredentials, TooManyAttempts. */
  async login(request: Request, address: string): Promise<Response> {
    checkOrigin(request.headers, this.#services.config.publicUrl);
    const { email, password } = parsed(credentials, (await readJson(request)).value);
    const now = this.#services.clock.now();
    slow(this.#byAddress.attempt(address, now));
    const logins = await this.#services.store.lookup.findLogin(email);
    if (logins.length === 0) slow(this.#byStrangeEmail.attempt(email, now));
    for (const { tenantId } of logins) await this.#countAttempt(tenantId, email, now);

    const login = await findPassword(logins, password);
    if (login === null) throw refuse('BadCredentials');
    this.#byAddress.forgive(address);
    return this.#open({ ...login, email }, async (tx) => {
      // Changed since it was checked: whoever knew the old one must not slip in behind the change.
      if (!(await keepsPassword(tx, login.userId, login.passwordHash))) throw refuse('BadCredentials');
      await forgiveLogin(tx, email);
      await appendJournal(tx, [
        { actor: `user:${login.userId}`, action: 'signed-in', objectKind: 'user', objectId: login.userId, payload: {} },
      ]);
    });
  }

  /** POST /api/logout. Ends the session in the database, so that a copy of its cookie is worth nothing. */
  async logout(request: Request): Promise<Response> {
    checkOrigin(request.headers, this.#services.config.publicUrl);
    const caller = await findCaller(request.headers, this.#services);
    if (caller !== null) {
      requireCsrfToken(request.headers, caller);
      await this.#services.store.inTenant(caller.tenantId, (tx) => deleteSession(tx, caller.tokenHash));
    }
    const view = this.#nobody((await this.#someUser()) ? 'anonymous' : 'needs-first-user');
    return jsonAnswer(JSON.stringify(view), 200, { 'set-cookie': sessionCookie('', this.#secure(), 0) });
  }

  /** Counts first and forgives on success, in one locked row: fifty guesses at once are fifty failures. */
  async #countAttempt(tenantId: string, email: string, now: number): Promise<void> {
    const wait = await this.#services.store.inTenant(tenantId, async (tx) => {
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 1))', [`${tenantId} login ${email}`]);
      const before = await loginFailures(tx, email);
      const left = before === null ? 0 : secondsLeft(before.failures, before.lastAt, now);
      const failures = before !== null && now - before.lastAt < FORGET_AFTER_MS ? before.failures : 0;
      if (left === 0) await recordLoginFailure(tx, email, failures + 1, now);
      return left;
    });
    slow(wait);
  }

  async #open(
    user: { tenantId: string; userId: string; name: string; email: string },
    first: (tx: Tx) => Promise<void>,
  ): Promise<Response> {
    const [token, csrfToken] = [newToken(), newToken()];
    await this.#services.store.inTenant(user.tenantId, async (tx) => {
      await first(tx);
      // Signing in is rare and regular: a good moment to throw away ended sessions and old keys.
      await tidyTenant(tx);
      await insertSession(tx, { userId: user.userId, tokenHash: hashToken(token), csrfToken });
    });
    this.#hasUser = true;
    const view = await this.#signedIn({ ...user, csrfToken });
    return jsonAnswer(JSON.stringify(view), 200, {
      'set-cookie': sessionCookie(token, this.#secure(), COOKIE_SECONDS),
    });
  }

  /** Also the answer of POST /api/demo, which adds a company to what a session shows. */
  async #signedIn(user: { tenantId: string; name: string; email: string; csrfToken: string }): Promise<SessionView> {
    const companies = await this.#services.store.inTenant(user.tenantId, (tx) => listCompanyViews(tx));
    return {
      ...this.#nobody('signed-in'),
      user: { name: user.name, email: user.email },
      csrfToken: user.csrfToken,
      companies,
    };
  }

  #nobody(state: SessionView['state']): SessionView {
    const { clock, version } = this.#services;
    return { state, user: null, csrfToken: null, companies: [], today: formatDay(clock.today()), version };
  }

  async #someUser(): Promise<boolean> {
    this.#hasUser ||= await anyUser(this.#services.store);
    return this.#hasUser;
  }

  #secure(): boolean {
    return this.#services.config.publicUrl?.protocol === 'https:';
  }
}

function slow(seconds: number): void {
  if (seconds > 0) throw refuse('TooManyAttempts', { retryAfterSeconds: seconds });
}

interface SessionRoute {
  method: 'get' | 'post';
  path: string;
  title: string;
  description: string;
  body: z.ZodType | null;
  schema: z.ZodType;
  refusals: readonly HttpRefusalCode[];
  answer(desk: SessionDesk, request: Request, address: string): Promise<Response>;
}

const body: readonly HttpRefusalCode[] = [
  'InvalidRequest',
  'InvalidJson',
  'CrossSiteRefused',
  'BodyTooLarge',
  'UnsupportedMediaType',
];

/** Routes that need no session; everything else is an endpoint of the pipeline. */
export const SESSION_ROUTES: readonly SessionRoute[] = [
  {
    method: 'get',
    path: '/api/session',
    title: 'Who is signed in',
    description: 'The state of this browser’s session, the companies it may see, and the token changing requests need.',
    body: null,
    schema: sessionView,
    refusals: [],
    answer: (desk, request) => desk.show(request),
  },
  {
    method: 'post',
    path: '/api/first-user',
    title: 'Create the first user',
    description: 'Only on an installation where nobody can sign in yet; signs him in.',
    body: newUser,
    schema: sessionView,
    refusals: [...body, 'UserExists', 'PasswordTooShort', 'PasswordTooLong', 'PasswordTooCommon'],
    answer: (desk, request) => desk.firstUser(request),
  },
  {
    method: 'post',
    path: '/api/login',
    title: 'Sign in',
    description:
      'After a few failures in a row each attempt must wait longer, by e-mail address and by network address.',
    body: credentials,
    schema: sessionView,
    refusals: [...body, 'BadCredentials', 'TooManyAttempts'],
    answer: (desk, request, address) => desk.login(request, address),
  },
  {
    method: 'post',
    path: '/api/logout',
    title: 'Sign out',
    description: 'Ends the session on the server too. Needs `X-CSRF-Token` when somebody is signed in.',
    body: null,
    schema: sessionView,
    refusals: ['CsrfTokenNeeded', 'CrossSiteRefused'],
    answer: (desk, request) => desk.logout(request),
  },
];
