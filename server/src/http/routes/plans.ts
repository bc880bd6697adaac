import { z } from '@hono/zod-openapi';
import {
  closeCompany,
  draftPlan,
  endPlan,
  enterPause,
  noticePresented,
  recordSignature,
  sendPlan,
  stopPause,
  weighPlan,
} from '../../jobs/index.ts';
import {
  closingDays,
  commitmentsOf,
  companyExists,
  findCase,
  findPlan,
  listPlans,
  planTotals,
} from '../../store/index.ts';
import { changing, empty, reading } from '../pipeline/endpoint.ts';
import { refuse } from '../refusal.ts';
import {
  closingOrder,
  commitmentsView,
  pauseOrder,
  pauseView,
  planEnd,
  planList,
  planOrder,
  planPreview,
  planSignature,
  planView,
  presented,
} from '../schemas/commitments.ts';
import { reason, uuid } from '../schemas/view.ts';
import { orRefuse } from './promises.ts';
import { casePath, companyPath, nothing, paged, requireDay } from './shared.ts';

const planPath = z.strictObject({ planId: uuid });
const pausePath = z.strictObject({ pauseId: uuid });
const [plans, pauses] = ['Instalment plans', 'Pauses'];

export const planEndpoints = [
  reading({
    path: '/api/cases/{caseId}/commitments',
    tag: 'Cases',
    title: 'What was promised, contested, agreed or put off',
    description: 'Promises, disputes, plans, pauses and suspensions of deliveries of one case, as they stand today.',
    params: casePath,
    query: nothing,
    answer: commitmentsView,
    async handle({ tx, params, today }) {
      if ((await findCase(tx, params.caseId)) === null) throw refuse('NotFound');
      return commitmentsOf(tx, params.caseId, requireDay(today));
    },
  }),
  reading({
    path: '/api/companies/{companyId}/plans',
    tag: plans,
    title: 'List instalment plans',
    description: 'Latest first, each judged from its receipts, with the sums of the whole list.',
    params: companyPath,
    query: paged.extend({ filter: z.enum(['running', 'waiting', 'broken', 'kept', 'all']).optional() }),
    answer: planList,
    async handle({ tx, params, query: { filter = 'running', cursor }, today }) {
      if (!(await companyExists(tx, params.companyId))) throw refuse('NotFound');
      const on = requireDay(today);
      return {
        page: await listPlans(tx, params.companyId, filter, cursor, on),
        totals: await planTotals(tx, params.companyId, filter, on),
      };
    },
  }),
  reading({
    path: '/api/plans/{planId}',
    tag: plans,
    title: 'One instalment plan',
    description: 'Its instalments with what receipts cover of each, its notices and where it stands.',
    params: planPath,
    query: nothing,
    answer: planView,
    async handle({ tx, params, today }) {
      const found = await findPlan(tx, params.planId, requireDay(today));
      if (found === null) throw refuse('NotFound');
      return found;
    },
  }),
  changing('post', {
    path: '/api/cases/{caseId}/plans/preview',
    tag: plans,
    title: 'What a plan would be',
    description: 'Dates on the customer’s payment days and sums that total to the cent. Nothing is recorded.',
    params: casePath,
    query: nothing,
    body: planOrder,
    answer: planPreview,
    handle: async ({ tx, params, body, today, caller }) =>
      orRefuse(await weighPlan(tx, { ...params, ...body }, { actor: caller.actor, today })),
  }),
  changing('post', {
    path: '/api/cases/{caseId}/plans',
    tag: plans,
    title: 'Draw up a plan',
    description: 'A draft: nothing changes for the case before it is signed.',
    params: casePath,
    query: nothing,
    body: planOrder,
    answer: z.object({ plan: planView, warnings: z.array(reason) }).openapi('InstalmentPlanDrafted'),
    handle: async ({ tx, params, body, today, caller }) =>
      orRefuse(await draftPlan(tx, { ...params, ...body }, { actor: caller.actor, today })),
  }),
  changing('post', {
    path: '/api/plans/{planId}/propose',
    tag: plans,
    title: 'Mark a plan as proposed',
    description: 'It was given to the debtor.',
    params: planPath,
    query: nothing,
    body: empty,
    answer: planView,
    handle: async ({ tx, params, today, caller }) =>
      orRefuse(await sendPlan(tx, params.planId, { actor: caller.actor, today })).plan,
  }),
  changing('post', {
    path: '/api/plans/{planId}/sign',
    tag: plans,
    title: 'Record the signature of a plan',
    description: 'From that day its claims wait as long as the debtor keeps to it.',
    params: planPath,
    query: nothing,
    body: planSignature,
    answer: planView,
    handle: async ({ tx, params, body, today, caller }) =>
      orRefuse(await recordSignature(tx, params.planId, { ...body, proof: null }, { actor: caller.actor, today })).plan,
  }),
  changing('post', {
    path: '/api/plans/{planId}/cancel',
    tag: plans,
    title: 'Cancel a plan',
    description: 'Its claims are asked for again at their level.',
    params: planPath,
    query: nothing,
    body: planEnd,
    answer: planView,
    handle: async ({ tx, params, body, today, caller }) =>
      orRefuse(await endPlan(tx, params.planId, body.reason, { actor: caller.actor, today })).plan,
  }),
  changing('post', {
    path: '/api/plans/{planId}/presented',
    tag: plans,
    title: 'First presentation of a plan’s notice',
    description: 'The days of the forfeiture clause run from it.',
    params: planPath,
    query: nothing,
    body: presented,
    answer: planView,
    handle: async ({ tx, params, body, today, caller }) =>
      orRefuse(await noticePresented(tx, params.planId, body.on, { actor: caller.actor, today })).plan,
  }),
  changing('post', {
    path: '/api/cases/{caseId}/pauses',
    tag: pauses,
    title: 'Leave a case or claims alone for a time',
    description:
      'Nothing is asked from `from` to `until` included. A date in the past is allowed: what was sent meanwhile is said, not undone.',
    params: casePath,
    query: nothing,
    body: pauseOrder,
    answer: z.object({ pauses: z.array(pauseView) }).openapi('PausesEntered'),
    handle: async ({ tx, params, body, today, caller }) =>
      orRefuse(await enterPause(tx, { ...params, ...body }, { actor: caller.actor, today })),
  }),
  changing('post', {
    path: '/api/pauses/{pauseId}/end',
    tag: pauses,
    title: 'End a pause before its day',
    description: 'The next pass decides again.',
    params: pausePath,
    query: nothing,
    body: empty,
    answer: pauseView,
    handle: async ({ tx, params, today, caller }) =>
      orRefuse(await stopPause(tx, params.pauseId, { actor: caller.actor, today })).pause,
  }),
  reading({
    path: '/api/companies/{companyId}/closings',
    tag: pauses,
    title: 'Closing days of a company',
    description: 'Days on which nothing leaves in its name, latest first.',
    params: companyPath,
    query: nothing,
    answer: z.object({ closings: z.array(pauseView) }).openapi('Closings'),
    async handle({ tx, params, today }) {
      if (!(await companyExists(tx, params.companyId))) throw refuse('NotFound');
      return { closings: await closingDays(tx, params.companyId, today) };
    },
  }),
  changing('post', {
    path: '/api/companies/{companyId}/closings',
    tag: pauses,
    title: 'Close a company for some days',
    description: 'Nothing leaves in its name from `from` to `until` included; steps reached meanwhile are made after.',
    params: companyPath,
    query: nothing,
    body: closingOrder,
    answer: pauseView,
    handle: async ({ tx, params, body, today, caller }) =>
      orRefuse(await closeCompany(tx, { ...params, ...body }, { actor: caller.actor, today })).pause,
  }),
];
