import { z } from '@hono/zod-openapi';
import { hashPushToken } from '../../jobs/index.ts';
import { Lanes } from '../../lanes.ts';
import type { PushingSource } from '../../store/index.ts';
import { PerMinute } from '../guards/per-minute.ts';
import { jsonAnswer } from '../pipeline/answer.ts';
import { type ActKey, actKey, once, Turnstile } from '../pipeline/idempotency.ts';
import { patiently } from '../pipeline/run.ts';
import { type HttpRefusalCode, refuse } from '../refusal.ts';
import { importJobView } from '../schemas/imports.ts';
import type { AppServices, StagedFile } from '../services.ts';
import { AttemptCounter } from '../session/attempts.ts';
import { boundaryOf } from '../uploads/multipart.ts';
import { withOwnFolder } from '../uploads/own-folder.ts';
import { plainName, receiveBody, receiveFiles } from '../uploads/receive.ts';

const TOKEN = /^Bearer\s+(acquit_push_[A-Za-z0-9_-]{43})$/i;
/** Files a source may push in a minute: a program that empties its backlog waits a little, one gone wild waits a lot. */
const PER_MINUTE = 120;
const AT_ONCE = 2;

/** POST /api/push: a program hands a file over with the token of its source. No session, no cookie: nothing a browser could be made to send. */
export class PushDesk {
  readonly #services: AppServices;
  readonly #turnstile = new Turnstile();
  readonly #lanes = new Lanes(AT_ONCE);
  readonly #strangers = new AttemptCounter({ free: 20 });
  readonly #pushed = new PerMinute(PER_MINUTE);

  constructor(services: AppServices) {
    this.#services = services;
  }

  /** Refuses: PushTokenRefused, TooManyPushes, BodyTooLarge, InvalidRequest, IdempotencyKeyReused. */
  async push(request: Request, address: string): Promise<Response> {
    const source = await this.#sourceOf(request.headers, address);
    const wait = this.#pushed.wait(source.sourceId, this.#services.clock.now());
    if (wait > 0) throw refuse('TooManyPushes', { retryAfterSeconds: wait });
    return withOwnFolder(this.#services.config.stagingFolder, async (folder) => {
      const staged = await this.#receive(request, folder, source.tenantId);
      const act = this.#actOf(request, source, staged);
      const take = () => this.#lanes.run(() => this.#take(source, staged, act));
      return jsonAnswer(act === null ? await take() : await this.#turnstile.pass(act.key, take));
    });
  }

  async #sourceOf(headers: Headers, address: string): Promise<PushingSource> {
    const wait = this.#strangers.wait(address, this.#services.clock.now());
    if (wait > 0) throw refuse('TooManyAttempts', { retryAfterSeconds: wait });
    const token = TOKEN.exec(headers.get('authorization') ?? '')?.[1];
    const source = token && (await this.#services.store.lookup.findSourceToken(hashPushToken(token)));
    if (source) return source;
    this.#strangers.attempt(address, this.#services.clock.now());
    throw refuse('PushTokenRefused');
  }

  async #receive(request: Request, folder: string, tenantId: string): Promise<StagedFile> {
    const type = request.headers.get('content-type');
    if (boundaryOf(type) === null) {
      const fileName = plainName(new URL(request.url).searchParams.get('name') ?? '');
      const staged = await receiveBody(request, folder, tenantId, {
        fileName,
        mediaType: type?.split(';')[0] ?? '',
      });
      if (staged.bytes === 0) throw refuse('InvalidRequest', { problems: [{ field: 'body', problem: 'missing' }] });
      return staged;
    }
    const [staged, ...more] = await receiveFiles(request, folder, tenantId);
    if (staged === undefined || more.length > 0)
      throw refuse('InvalidRequest', { problems: [{ field: 'form', problem: 'one file per request' }] });
    return staged;
  }

  /** The client's key belongs to its source: two programs may choose the same. */
  #actOf(request: Request, source: PushingSource, staged: StagedFile): ActKey | null {
    const act = actKey(request, Buffer.from(staged.uploadId));
    return act && { ...act, key: `push ${source.sourceId} ${act.key}` };
  }

  async #take(source: PushingSource, staged: StagedFile, act: ActKey | null): Promise<string> {
    const { store, takePushed, config } = this.#services;
    const work = async () => {
      const view = await takePushed(source, { fileName: staged.fileName, path: staged.path });
      if (config.checkAnswers) importJobView.parse(view);
      return JSON.stringify(view);
    };
    if (act === null) return work();
    return store.inTenant(source.tenantId, (tx) => patiently(tx, () => once(tx, act, work)));
  }
}

/** What the API description says of it. */
export const PUSH_DESCRIPTION = {
  method: 'post',
  path: '/api/push',
  title: 'Push a file',
  description:
    'For programs: `Authorization: Bearer <token of the source>`, and one file as the body (its name in `?name=`) or in a form. ' +
    'Idempotent by content, and by `Idempotency-Key` when given. Answers what became of the file.',
  query: z.object({ name: z.string().optional().openapi({ example: 'releve.xml' }) }),
  answer: importJobView,
  refusals: [
    'PushTokenRefused',
    'TooManyPushes',
    'TooManyAttempts',
    'BodyTooLarge',
    'InvalidRequest',
    'IdempotencyKeyReused',
    'Busy',
  ] satisfies HttpRefusalCode[],
} as const;
