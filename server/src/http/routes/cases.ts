import { journalActionName, PAYER_CLASSES } from '@acquit/recovery';
import { z } from '@hono/zod-openapi';
import { enterPause } from '../../jobs/index.ts';
import {
  endPausesOf,
  findCase,
  type JournalEvent,
  listCases,
  setCaseStatus,
  timelineOf,
  touchCases,
} from '../../store/index.ts';
import { changing, empty, reading } from '../pipeline/endpoint.ts';
import { refuse } from '../refusal.ts';
import { pageOf, text } from '../schemas/view.ts';
import { caseRow, caseView, pause, timelineItem } from '../schemas/work.ts';
import { caseViewOf } from '../views/case-view.ts';
import { orRefuse } from './promises.ts';
import { casePath, companyPath, nothing, onDay, paged, requireDay, requireTerms } from './shared.ts';

const tag = 'Cases';

const listQuery = z.strictObject({
  q: text(200).optional().openapi({
    description:
      'Beginnings of words of the debtor’s name, account or identifier, or the beginning of an invoice number.',
  }),
  filter: z.enum(['all', 'overdue', 'paused', 'parked']).optional(),
  payerClass: z.enum(PAYER_CLASSES).optional().openapi({ description: 'Only customers who pay so.' }),
  sort: z.enum(['amount', 'age', 'name']).optional(),
  cursor: z.string().max(500).optional(),
});

export const caseEndpoints = [
  reading({
    path: '/api/companies/{companyId}/cases',
    tag,
    title: 'List cases',
    description:
      'One page of the company’s cases, in one of three orders; each order is read from the cursor on, whatever the size of the book.',
    params: companyPath,
    query: listQuery,
    answer: pageOf('CaseRow', caseRow),
    async handle({ tx, params, query, today }) {
      const { book } = await requireTerms(tx, params.companyId);
      const { q = '', filter = 'all', payerClass, sort = 'amount', cursor } = query;
      return listCases(tx, { companyId: params.companyId, q, filter, payerClass, sort, cursor, today }, book);
    },
  }),
  reading({
    path: '/api/cases/{caseId}',
    tag,
    title: 'One case',
    description: 'The debtor, what he owes on the day, his claims and receipts, and the next step with its reasons.',
    params: casePath,
    query: onDay,
    answer: caseView,
    handle: ({ tx, params, query, today }) => caseViewOf(tx, params.caseId, requireDay(query.on ?? today)),
  }),
  reading({
    path: '/api/cases/{caseId}/timeline',
    tag,
    title: 'What happened in a case',
    description: 'Acts, receipts, imports and notable facts, latest first.',
    params: casePath,
    query: paged,
    answer: pageOf('TimelineItem', timelineItem),
    async handle({ tx, params, query, today }) {
      if ((await findCase(tx, params.caseId)) === null) throw refuse('NotFound');
      return timelineOf(tx, params.caseId, query.cursor, journalActionName, today);
    },
  }),
  changing('post', {
    path: '/api/cases/{caseId}/pause',
    tag,
    title: 'Pause a case',
    description: 'Nothing is sent until the day after `until`; what was prepared and has not left is taken back.',
    params: casePath,
    query: nothing,
    body: pause,
    answer: caseView,
    refusals: ['DateInThePast', 'CaseClosed'],
    async handle({ tx, params, body, today, caller }) {
      orRefuse(await enterPause(tx, { ...params, ...body, claimIds: [] }, { actor: caller.actor, today }));
      return caseViewOf(tx, params.caseId, requireDay(today));
    },
  }),
  changing('post', {
    path: '/api/cases/{caseId}/resume',
    tag,
    title: 'Resume a case',
    description: 'Sets a paused or parked case back on its way; the next pass decides again.',
    params: casePath,
    query: nothing,
    body: empty,
    answer: caseView,
    refusals: ['CaseNotPaused'],
    async handle({ tx, params, today, caller }) {
      const found = await findCase(tx, params.caseId, true);
      if (found === null) throw refuse('NotFound');
      if (found.status !== 'paused' && found.status !== 'parked') throw refuse('CaseNotPaused');
      await setCaseStatus(tx, params.caseId, 'open', null, null);
      await endPausesOf(tx, params.caseId, today, caller.actor);
      const event: JournalEvent = {
        actor: caller.actor,
        action: 'case.resumed',
        objectKind: 'case',
        objectId: params.caseId,
        payload: { was: found.status },
      };
      await touchCases(tx, [params.caseId], today, [event]);
      return caseViewOf(tx, params.caseId, requireDay(today));
    },
  }),
];
