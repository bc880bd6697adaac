import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { euros } from '@acquit/law';
import { fr, procedureName, writeCalendar } from '@acquit/recovery';
import { z } from '@hono/zod-openapi';
import {
  appendJournal,
  companyExists,
  type FeedDate,
  feedDates,
  feedRead,
  findFeed,
  loadCompany,
  openFeed,
  revokeFeed,
} from '../../store/index.ts';
import { changing, empty, reading } from '../pipeline/endpoint.ts';
import { refuse } from '../refusal.ts';
import { instant } from '../schemas/view.ts';
import type { AppServices } from '../services.ts';
import { AttemptCounter } from '../session/attempts.ts';
import { companyPath, done, nothing } from './shared.ts';

const tag = 'Calendar feed';
const TOKEN_BYTES = 32;
const TOKEN = /^([A-Za-z0-9_-]{43})\.ics$/;

/** Where the feeds are read, outside the session: a calendar program has none. */
export const FEED_ROOT = '/api/calendars';

const hashOf = (token: string): Buffer => createHash('sha256').update(`calendar ${token}`).digest();

export const calendarFeedEndpoints = [
  reading({
    path: '/api/companies/{companyId}/calendar-feed',
    tag,
    title: 'One’s own calendar address',
    description: 'Whether there is one, since when, and when it was last read. The address itself is shown once.',
    params: companyPath,
    query: nothing,
    answer: z
      .object({ feed: z.object({ createdAt: instant, readAt: instant.nullable() }).nullable() })
      .openapi('CalendarFeed'),
    async handle({ tx, params, caller }) {
      if (!(await companyExists(tx, params.companyId))) throw refuse('NotFound');
      return { feed: await findFeed(tx, { userId: caller.userId, companyId: params.companyId }) };
    },
  }),
  changing('post', {
    path: '/api/companies/{companyId}/calendar-feed',
    tag,
    title: 'Make one’s own calendar address',
    description: 'An address nobody can guess, for a calendar program. The one before opens nothing any more.',
    params: companyPath,
    query: nothing,
    body: empty,
    answer: z.object({ path: z.string(), url: z.string().nullable() }).openapi('CalendarAddress'),
    async handle({ tx, params, caller, services }) {
      if (!(await companyExists(tx, params.companyId))) throw refuse('NotFound');
      const token = randomBytes(TOKEN_BYTES).toString('base64url');
      const { userId } = caller;
      await openFeed(tx, { feedId: randomUUID(), userId, companyId: params.companyId, tokenHash: hashOf(token) });
      await journalled(tx, caller.actor, params.companyId, 'calendar.opened');
      const path = `${FEED_ROOT}/${token}.ics`;
      const { publicUrl } = services.config;
      return { path, url: publicUrl && new URL(path, publicUrl).href };
    },
  }),
  changing('post', {
    path: '/api/companies/{companyId}/calendar-feed/revoke',
    tag,
    title: 'Withdraw one’s own calendar address',
    description: 'Programs that read it are refused from now on.',
    params: companyPath,
    query: nothing,
    body: empty,
    answer: done,
    async handle({ tx, params, caller }) {
      if (!(await companyExists(tx, params.companyId))) throw refuse('NotFound');
      if (await revokeFeed(tx, { userId: caller.userId, companyId: params.companyId }))
        await journalled(tx, caller.actor, params.companyId, 'calendar.withdrawn');
      return { ok: true as const };
    },
  }),
];

async function journalled(tx: Parameters<typeof openFeed>[0], actor: string, companyId: string, action: string) {
  await appendJournal(tx, [{ actor, action, objectKind: 'company', objectId: companyId, payload: {} }]);
}

/** GET /api/calendars/{token}.ics: the dates of a company for a calendar program, by a secret address and nothing else. */
export class FeedDesk {
  readonly #services: AppServices;
  readonly #strangers = new AttemptCounter({ free: 20 });

  constructor(services: AppServices) {
    this.#services = services;
  }

  /** Refuses: NotFound for any address that opens nothing, and TooManyAttempts for whoever tries many. */
  async read(name: string, address: string): Promise<Response> {
    const { store, clock, config } = this.#services;
    const wait = this.#strangers.wait(address, clock.now());
    if (wait > 0) throw refuse('TooManyAttempts', { retryAfterSeconds: wait });
    const token = TOKEN.exec(name)?.[1];
    const feed = token && (await store.lookup.findCalendarToken(hashOf(token)));
    if (!feed) {
      this.#strangers.attempt(address, clock.now());
      throw refuse('NotFound');
    }
    const { company, dates } = await store.inTenant(feed.tenantId, async (tx) => {
      await feedRead(tx, feed.feedId);
      return {
        company: await loadCompany(tx, feed.companyId),
        dates: await feedDates(tx, feed.companyId, clock.today()),
      };
    });
    const stamp = new Date(clock.now()).toISOString();
    const entries = dates.map((date) => entryOf(date, config.publicUrl));
    return new Response(writeCalendar(`Acquit – ${company?.name ?? ''}`, entries, stamp), {
      headers: { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, no-store' },
    });
  }
}

const TITLES: Record<FeedDate['kind'], string> = {
  promise: 'Règlement promis',
  instalment: 'Échéance de l’échéancier',
  dispute: 'Répondre au litige',
  'plan-notice': 'Fin du délai de la mise en demeure (échéancier)',
  deadline: 'Dernier jour',
  opening: 'À partir de ce jour',
  limitation: 'Prescription',
};

/** « Dernier jour (injonction de payer) : Signifier l’ordonnance », or the title of its kind. */
function titleOf({ kind, procedureKind, label }: FeedDate): string {
  if (procedureKind !== null) return fr`${TITLES[kind]}, ${procedureName(procedureKind)} : ${label ?? ''}`;
  return kind === 'limitation' ? fr`${TITLES[kind]} (${label ?? ''})` : TITLES[kind];
}

function entryOf(date: FeedDate, publicUrl: URL | null) {
  const { kind, id, on, caseId, debtorName, cents, effect, procedureId } = date;
  const path = procedureId === null ? `/dossiers/${caseId}` : `/contentieux/procedures/${procedureId}`;
  return {
    uid: `${kind}-${id}@acquit`,
    on,
    title: fr`${titleOf(date)} – ${debtorName}`,
    details: [cents === null ? '' : euros(cents), effect ?? ''].filter(Boolean).join('. '),
    url: publicUrl && new URL(path, publicUrl).href,
  };
}
