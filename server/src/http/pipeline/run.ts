import { formatDay } from '@acquit/law';
import { typeset } from '@acquit/recovery';
import type { z } from '@hono/zod-openapi';
import { Lanes } from '../../lanes.ts';
import type { Tx } from '../../store/index.ts';
import { readJson } from '../guards/body.ts';
import { checkOrigin } from '../guards/origin.ts';
import { refuse } from '../refusal.ts';
import type { AppServices } from '../services.ts';
import { fileAnswer, jsonAnswer } from './answer.ts';
import { requireCaller, requireCsrfToken } from './caller.ts';
import type { Asked, Endpoint, FileAnswer } from './endpoint.ts';
import { actKey, once, Turnstile } from './idempotency.ts';

/** A screen that needs longer than this is a defect; it must not hold a connection meanwhile. */
const READ_TIMEOUT_MS = 15_000;
/** Imports and passes take as long as they need, two at a time, and the rest of the app stays quick. */
const WORK_LANES = 2;

/** Runs requests against endpoints: who asks, may he, what exactly, done once. One per app. */
export class Pipeline {
  readonly #services: AppServices;
  readonly #turnstile = new Turnstile();
  readonly #lanes = new Lanes(WORK_LANES);

  constructor(services: AppServices) {
    this.#services = services;
  }

  /** Answers one request. Throws `HttpRefusal` for whatever is refused. */
  async run(endpoint: Endpoint, request: Request, rawParams: Record<string, string>): Promise<Response> {
    const services = this.#services;
    if (endpoint.kind !== 'read') checkOrigin(request.headers, services.config.publicUrl);
    const caller = await requireCaller(request.headers, services);
    if (endpoint.kind !== 'read') requireCsrfToken(request.headers, caller);

    const params = endpoint.params.safeParse(rawParams);
    // An identifier that is not even shaped like one names nothing.
    if (!params.success) throw refuse('NotFound');
    const query = parsed(endpoint.query, queryOf(request));
    const needsBody = endpoint.kind !== 'read' && !endpoint.rawBody;
    const { value, bytes } = needsBody ? await readJson(request) : { value: undefined, bytes: new Uint8Array() };
    const body = needsBody ? parsed(endpoint.body, value) : undefined;

    const asked = {
      params: params.data,
      query,
      body,
      services,
      caller,
      today: formatDay(services.clock.today()),
      request,
    };
    if (endpoint.kind === 'read') return this.#read(endpoint, asked);
    const act = actKey(request, bytes);
    const change = () => this.#change(endpoint, asked, act);
    return act === null ? change() : this.#turnstile.pass(`${caller.tenantId} ${act.key}`, change);
  }

  async #read(endpoint: Endpoint, asked: Asked<unknown, unknown, unknown>): Promise<Response> {
    const answer = await this.#services.store.inTenant(
      asked.caller.tenantId,
      async (tx) => {
        await tx.query('set transaction read only');
        return endpoint.handle({ ...asked, tx });
      },
      { timeoutMs: READ_TIMEOUT_MS, prepared: endpoint.prepared ?? false },
    );
    return endpoint.answer === 'file'
      ? fileAnswer(answer as FileAnswer)
      : jsonAnswer(this.#written(endpoint.answer, answer));
  }

  async #change(
    endpoint: Endpoint,
    asked: Asked<unknown, unknown, unknown>,
    act: ReturnType<typeof actKey>,
  ): Promise<Response> {
    const { store } = this.#services;
    const { tenantId } = asked.caller;
    const written = async (tx: Tx | null) => this.#written(endpoint.answer, await endpoint.handle({ ...asked, tx }));
    if (endpoint.kind === 'change') {
      return jsonAnswer(await store.inTenant(tenantId, (tx) => once(tx, act, () => written(tx))));
    }
    return this.#lanes.run(async () => {
      if (act === null) return jsonAnswer(await written(null));
      const reserved = (tx: Tx) => once(tx, act, () => written(null));
      return jsonAnswer(await store.inTenant(tenantId, (tx) => patiently(tx, reserved)));
    });
  }

  #written(schema: z.ZodType | 'file', answer: unknown): string {
    if (this.#services.config.checkAnswers && schema !== 'file') schema.parse(answer);
    return JSON.stringify(answer);
  }
}

/** The key's transaction only waits while the service works: the guard against forgotten transactions must let it. */
export async function patiently<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  await tx.query('set local idle_in_transaction_session_timeout = 0');
  return work(tx);
}

/** How many faults are named at most. */
const MOST_PROBLEMS = 20;

/** Refuses InvalidRequest, naming each field and what is wrong with it; a name that the schema does not know is said first. */
export function parsed<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const unkept = unkeptIn(value, []);
  if (unkept.length > 0) throw refuse('InvalidRequest', { problems: unkept.slice(0, MOST_PROBLEMS) });
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issues = result.error.issues.slice(0, MOST_PROBLEMS);
  const problems = issues.map((issue) => ({
    field: issue.path.join('.'),
    problem: issue.code,
    ...('keys' in issue && { keys: issue.keys }),
  }));
  const unknown = issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [...issue.path, key].join('.'));
    return issue.code === 'invalid_key' ? [issue.path.join('.')] : [];
  });
  throw refuse('InvalidRequest', { problems }, unknown.length === 0 ? undefined : unknownNames(unknown));
}

function unknownNames(names: readonly string[]): string {
  const shown = names.map((name) => `« ${name.slice(0, 80)} »`).join(', ');
  return typeset(
    `${names.length > 1 ? 'Champs inconnus' : 'Champ inconnu'} : ${shown}. Vérifiez l’orthographe, ou retirez-le${names.length > 1 ? 's' : ''} : rien n’a été enregistré.`,
  );
}

/** Names and texts that the database cannot keep, wherever they stand: with a NUL, or half of a character. */
function unkeptIn(value: unknown, path: readonly string[]): { field: string; problem: 'character' }[] {
  if (typeof value === 'string') return isKept(value) ? [] : [{ field: path.join('.'), problem: 'character' }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    isKept(key) ? unkeptIn(one, [...path, key]) : [{ field: path.join('.'), problem: 'character' as const }],
  );
}

const isKept = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

/** The query string as one object. A name given twice has two readings, so it is refused. */
function queryOf(request: Request): Record<string, string> {
  const query: Record<string, string> = Object.create(null);
  for (const [name, value] of new URL(request.url).searchParams) {
    if (name in query) throw refuse('InvalidRequest', { problems: [{ field: name, problem: 'duplicate' }] });
    query[name] = value;
  }
  return { ...query };
}
