import { z } from '@hono/zod-openapi';
import { changeSource, createSource, removeSource, replaceToken } from '../../jobs/index.ts';
import {
  companyExists,
  findSource,
  findSourceView,
  listSourceFiles,
  listSourceViews,
  type Tx,
} from '../../store/index.ts';
import { changing, empty, reading, working } from '../pipeline/endpoint.ts';
import { refuse } from '../refusal.ts';
import {
  newSource,
  sourceChange,
  sourceFile,
  sourceTrial,
  sourceTrialOutcome,
  sourceView,
  sourceWithToken,
} from '../schemas/sources.ts';
import { pageOf, uuid } from '../schemas/view.ts';
import { companyPath, done, nothing, paged } from './shared.ts';

const tag = 'Sources';
const sourcePath = z.strictObject({ sourceId: uuid });
const EVERY_MINUTES = 15;

export const sourceEndpoints = [
  reading({
    path: '/api/companies/{companyId}/sources',
    tag,
    title: 'List watched sources',
    description: 'Folders, mailboxes, SFTP servers and programs that bring files, with how they are.',
    params: companyPath,
    query: nothing,
    answer: z.array(sourceView),
    async handle({ tx, params }) {
      if (!(await companyExists(tx, params.companyId))) throw refuse('NotFound');
      return listSourceViews(tx, params.companyId);
    },
  }),
  changing('post', {
    path: '/api/companies/{companyId}/sources',
    tag,
    title: 'Watch a source',
    description:
      'Its secret is sealed with a key kept outside the database. A pushing source answers its token, this once.',
    params: companyPath,
    query: nothing,
    body: newSource,
    answer: sourceWithToken,
    async handle({ tx, params, body, services, caller }) {
      if (!(await companyExists(tx, params.companyId))) throw refuse('NotFound');
      const { sourceId, token } = await createSource(tx, services.store.secrets, caller.actor, {
        companyId: params.companyId,
        name: body.name,
        settings: body.settings,
        secret: body.secret || null,
        everyMinutes: body.everyMinutes ?? EVERY_MINUTES,
        // What pushes cannot be asked; everything else may bring the bank's latest word.
        beforeSending: body.settings.kind !== 'push' && (body.beforeSending ?? true),
        active: body.active ?? true,
      });
      return { source: await requireSource(tx, sourceId), token };
    },
  }),
  working({
    path: '/api/companies/{companyId}/sources/try',
    tag,
    title: 'Try the settings of a source',
    description: 'Opens it and counts what is there; takes nothing and keeps nothing.',
    params: companyPath,
    query: nothing,
    body: sourceTrial,
    answer: sourceTrialOutcome,
    async handle({ services, caller, params, body }) {
      await services.store.inTenant(caller.tenantId, async (tx) => {
        if (!(await companyExists(tx, params.companyId))) throw refuse('NotFound');
        if (body.sourceId && (await findSource(tx, body.sourceId)) === null) throw refuse('NotFound');
      });
      return services.trySource({ tenantId: caller.tenantId, ...body });
    },
  }),
  changing('patch', {
    path: '/api/sources/{sourceId}',
    tag,
    title: 'Change a source',
    description:
      'What is left out stays. With another host or user the kept secret is forgotten, so that it is never said to another server.',
    params: sourcePath,
    query: nothing,
    body: sourceChange,
    answer: sourceView,
    refusals: ['SourceKindFixed'],
    async handle({ tx, params, body, services, caller }) {
      await requireSource(tx, params.sourceId);
      const secret = body.secret === '' ? null : body.secret;
      const changed = await changeSource(tx, services.store.secrets, caller.actor, params.sourceId, {
        ...body,
        secret,
      });
      if (!changed) throw refuse('SourceKindFixed');
      return requireSource(tx, params.sourceId);
    },
  }),
  working({
    path: '/api/sources/{sourceId}/check',
    tag,
    title: 'Look at a source now',
    description: 'What is new is imported. What went wrong is on the answer, with what to do.',
    params: sourcePath,
    query: nothing,
    body: empty,
    answer: sourceView,
    refusals: ['SourceBusy'],
    async handle({ services, caller, params }) {
      await services.store.inTenant(caller.tenantId, (tx) => requireSource(tx, params.sourceId));
      if ((await services.checkSource(caller, params.sourceId)) === 'busy') throw refuse('SourceBusy');
      return services.store.inTenant(caller.tenantId, (tx) => requireSource(tx, params.sourceId));
    },
  }),
  working({
    path: '/api/sources/{sourceId}/try',
    tag,
    title: 'Try a source',
    description: 'With its present settings and secret; takes nothing.',
    params: sourcePath,
    query: nothing,
    body: empty,
    answer: sourceTrialOutcome,
    async handle({ services, caller, params: { sourceId } }) {
      const { settings } = await services.store.inTenant(caller.tenantId, (tx) => requireSource(tx, sourceId));
      return services.trySource({ tenantId: caller.tenantId, settings, sourceId });
    },
  }),
  changing('post', {
    path: '/api/sources/{sourceId}/token',
    tag,
    title: 'Give a pushing source a new token',
    description: 'Shown this once; the former one opens nothing from now on.',
    params: sourcePath,
    query: nothing,
    body: empty,
    answer: sourceWithToken,
    refusals: ['SourceKindFixed'],
    async handle({ tx, params, caller }) {
      await requireSource(tx, params.sourceId);
      const token = await replaceToken(tx, caller.actor, params.sourceId);
      if (token === null) throw refuse('SourceKindFixed');
      return { source: await requireSource(tx, params.sourceId), token };
    },
  }),
  changing('post', {
    path: '/api/sources/{sourceId}/remove',
    tag,
    title: 'Take a source away',
    description: 'Nothing is watched any more; its secret and token are gone, what it brought stays.',
    params: sourcePath,
    query: nothing,
    body: empty,
    answer: done,
    async handle({ tx, params, caller }) {
      if (!(await removeSource(tx, caller.actor, params.sourceId))) throw refuse('NotFound');
      return { ok: true as const };
    },
  }),
  reading({
    path: '/api/sources/{sourceId}/files',
    tag,
    title: 'Files of a source',
    description: 'What was taken, refused or left, with the reason; latest first.',
    params: sourcePath,
    query: paged,
    answer: pageOf('SourceFile', sourceFile),
    async handle({ tx, params, query }) {
      await requireSource(tx, params.sourceId);
      return listSourceFiles(tx, params.sourceId, query.cursor);
    },
  }),
];

async function requireSource(tx: Tx, sourceId: string) {
  const source = await findSourceView(tx, sourceId);
  if (source === null) throw refuse('NotFound');
  return source;
}
