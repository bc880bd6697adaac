import { z } from '@hono/zod-openapi';
import { decideNotice, importNotices, switchNoticeWatch, watchCompany } from '../../jobs/index.ts';
import {
  companyExists,
  countWaitingNotices,
  findCase,
  listNotices,
  noticesOfCase,
  noticeWatch,
} from '../../store/index.ts';
import { changing, empty, reading, working } from '../pipeline/endpoint.ts';
import { passOn, refuse } from '../refusal.ts';
import { noticeListView, noticesImportView, noticeView, noticeWatchView } from '../schemas/notices.ts';
import { uuid } from '../schemas/view.ts';
import { receiveOne } from '../uploads/receive.ts';
import { casePath, companyPath, nothing, paged, requireDay } from './shared.ts';

const tag = 'Notices';
const matchPath = z.strictObject({ matchId: uuid });

export const noticeEndpoints = [
  reading({
    path: '/api/companies/{companyId}/notices',
    tag,
    title: 'List the notices about a company’s customers',
    description:
      'Notices of the BODACC matched to customers, the last first, with what each does, the days left, and the watch.',
    params: companyPath,
    query: paged.extend({
      waiting: z
        .enum(['true', 'false'])
        .optional()
        .openapi({ description: 'Only those that ask something of somebody.' }),
    }),
    answer: noticeListView,
    async handle({ tx, params: { companyId }, query, today }) {
      if (!(await companyExists(tx, companyId))) throw refuse('NotFound');
      const order = { waiting: query.waiting === 'true', cursor: query.cursor, today: requireDay(today) };
      return {
        ...(await listNotices(tx, companyId, order)),
        waiting: await countWaitingNotices(tx, companyId),
        watch: await noticeWatch(tx, companyId, today),
      };
    },
  }),
  reading({
    path: '/api/cases/{caseId}/notices',
    tag,
    title: 'List the notices about one customer',
    description: 'The last published first, whatever their state.',
    params: casePath,
    query: nothing,
    answer: z.array(noticeView),
    async handle({ tx, params: { caseId }, today }) {
      if ((await findCase(tx, caseId)) === null) throw refuse('NotFound');
      return noticesOfCase(tx, caseId, requireDay(today));
    },
  }),
  working({
    path: '/api/notices/{matchId}/decision',
    tag,
    title: 'Answer a notice',
    description:
      'It counts (`confirm`), it is about somebody else (`refuse`), it was counted wrongly (`undo`), or it was read (`seen`). Reminders stop or go on, the declaration is engaged or closed.',
    params: matchPath,
    query: nothing,
    body: z.strictObject({ decision: z.enum(['confirm', 'refuse', 'undo', 'seen']) }),
    answer: noticeView,
    async handle({ services, caller, params, body, today }) {
      const by = { actor: caller.actor, today };
      const outcome = await decideNotice(services.store, caller.tenantId, { ...params, ...body }, by);
      if ('refusal' in outcome) {
        if (outcome.refusal.code === 'NotFound') throw refuse('NotFound');
        throw passOn(409, outcome.refusal);
      }
      return outcome.notice;
    },
  }),
  working({
    path: '/api/notices/import',
    tag,
    title: 'Import an export of notices',
    description:
      'The dataset `annonces-commerciales` of the BODACC’s open data, in JSON or CSV. Matched by company number; a name alone is proposed. Importing again changes nothing.',
    params: nothing,
    query: nothing,
    body: z.object({ files: z.array(z.string().openapi({ format: 'binary' })) }).openapi('DroppedNotices'),
    rawBody: true,
    answer: noticesImportView,
    async handle({ services, caller, request, today }) {
      const file = await receiveOne(request, services.config.stagingFolder, caller.tenantId);
      const order = { tenantId: caller.tenantId, path: file.path };
      const outcome = await importNotices(services.store, order, { actor: caller.actor, today });
      if ('refusal' in outcome)
        throw passOn(409, { ...outcome.refusal, facts: { ...outcome.refusal.facts, before: outcome.before } });
      return outcome;
    },
  }),
  changing('put', {
    path: '/api/companies/{companyId}/notices/watch',
    tag,
    title: 'Switch the nightly watch of notices',
    description: 'Each night the BODACC’s open data is asked about the company numbers of customers who owe.',
    params: companyPath,
    query: nothing,
    body: z.strictObject({ active: z.boolean() }),
    answer: noticeWatchView,
    async handle({ tx, params: { companyId }, body, caller, today }) {
      const refusal = await switchNoticeWatch(tx, { companyId, ...body }, { actor: caller.actor, today });
      if (refusal !== null) throw refuse('NotFound');
      return noticeWatch(tx, companyId, today);
    },
  }),
  working({
    path: '/api/companies/{companyId}/notices/check',
    tag,
    title: 'Ask for notices now',
    description: 'Looks at once when the watch is on; what it met is on the watch.',
    params: companyPath,
    query: nothing,
    body: empty,
    answer: noticeWatchView,
    async handle({ services, caller, params: { companyId }, today }) {
      const { store } = services;
      const { tenantId } = caller;
      if (!(await store.inTenant(tenantId, (tx) => companyExists(tx, companyId)))) throw refuse('NotFound');
      await watchCompany({ store, net: services.config.bodacc, today }, tenantId, companyId);
      return store.inTenant(tenantId, (tx) => noticeWatch(tx, companyId, today));
    },
  }),
];
