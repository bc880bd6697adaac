import { formatDay } from '@acquit/law';
import type { CommitmentRefusal } from '@acquit/recovery';
import { z } from '@hono/zod-openapi';
import {
  enterPromise,
  openDispute,
  reassignDispute,
  reopenDispute,
  resolveDispute,
  weighPromise,
  withdrawPromise,
} from '../../jobs/index.ts';
import { companyExists, disputeTotals, listDisputes, listPromises, promiseTotals } from '../../store/index.ts';
import { changing, empty, reading } from '../pipeline/endpoint.ts';
import { passOn, refuse } from '../refusal.ts';
import {
  disputeChange,
  disputeEnd,
  disputeList,
  disputeOrder,
  disputeView,
  promiseList,
  promiseOrder,
  promisePreview,
  promiseView,
} from '../schemas/commitments.ts';
import { reason, uuid } from '../schemas/view.ts';
import { casePath, companyPath, nothing, paged, requireDay } from './shared.ts';

/** What a job gave, or its refusal on its way to the client. */
export function orRefuse<T extends object>(answer: T | { refusal: CommitmentRefusal }): T {
  if (!('refusal' in answer)) return answer as T;
  if (answer.refusal.code === 'NotFound') throw refuse('NotFound');
  throw passOn(409, answer.refusal);
}

const promisePath = z.strictObject({ promiseId: uuid });
const disputePath = z.strictObject({ disputeId: uuid });
const [promises, disputes] = ['Promises', 'Disputes'];

export const promiseEndpoints = [
  reading({
    path: '/api/companies/{companyId}/promises',
    tag: promises,
    title: 'List promises',
    description: 'Those to come by their day, the others latest first, with the sums of the whole list.',
    params: companyPath,
    query: paged.extend({ filter: z.enum(['running', 'broken', 'kept', 'all']).optional() }),
    answer: promiseList,
    async handle({ tx, params, query: { filter = 'running', cursor }, today }) {
      if (!(await companyExists(tx, params.companyId))) throw refuse('NotFound');
      const on = requireDay(today);
      return {
        page: await listPromises(tx, params.companyId, filter, cursor, on),
        totals: await promiseTotals(tx, params.companyId, filter, on),
      };
    },
  }),
  changing('post', {
    path: '/api/cases/{caseId}/promises/preview',
    tag: promises,
    title: 'What a promise would give',
    description: 'The day the money is expected, the end of the wait, and what to know. Nothing is recorded.',
    params: casePath,
    query: nothing,
    body: promiseOrder,
    answer: promisePreview,
    async handle({ tx, params, body, today, caller }) {
      const terms = orRefuse(await weighPromise(tx, { ...params, ...body }, { actor: caller.actor, today }));
      return {
        expectedOn: formatDay(terms.expectedOn),
        untilOn: formatDay(terms.untilOn),
        warnings: terms.warnings,
      };
    },
  }),
  changing('post', {
    path: '/api/cases/{caseId}/promises',
    tag: promises,
    title: 'Record a promise',
    description:
      'Its claims wait until the end of its grace; receipts alone say whether it was kept. What was prepared and has not left is taken back.',
    params: casePath,
    query: nothing,
    body: promiseOrder,
    answer: z.object({ promise: promiseView, warnings: z.array(reason) }).openapi('PromiseEntered'),
    handle: async ({ tx, params, body, today, caller }) =>
      orRefuse(await enterPromise(tx, { ...params, ...body }, { actor: caller.actor, today })),
  }),
  changing('post', {
    path: '/api/promises/{promiseId}/withdraw',
    tag: promises,
    title: 'Take a promise back',
    description: 'As if it had not been made: it holds nothing and counts for nothing. It stays visible, marked.',
    params: promisePath,
    query: nothing,
    body: empty,
    answer: promiseView,
    handle: async ({ tx, params, today, caller }) =>
      orRefuse(await withdrawPromise(tx, params.promiseId, { actor: caller.actor, today })).promise,
  }),
  reading({
    path: '/api/companies/{companyId}/disputes',
    tag: disputes,
    title: 'List disputes',
    description:
      'Open ones by deadline, after what platforms told and nobody took up; resolved ones latest first. With the sums of the whole list.',
    params: companyPath,
    query: paged.extend({ filter: z.enum(['open', 'late', 'resolved']).optional() }),
    answer: disputeList,
    async handle({ tx, params, query: { filter = 'open', cursor }, today }) {
      if (!(await companyExists(tx, params.companyId))) throw refuse('NotFound');
      const on = requireDay(today);
      return {
        page: await listDisputes(tx, params.companyId, filter, cursor, on),
        totals: await disputeTotals(tx, params.companyId, filter, on),
      };
    },
  }),
  changing('post', {
    path: '/api/cases/{caseId}/disputes',
    tag: disputes,
    title: 'Open a dispute',
    description:
      'What it contests, a part or the whole of claims, is asked of nobody; the rest goes on. A claim that its e-invoice already said to be contested is taken over.',
    params: casePath,
    query: nothing,
    body: disputeOrder,
    answer: disputeView,
    handle: async ({ tx, params, body, today, caller }) =>
      orRefuse(await openDispute(tx, { ...params, ...body }, { actor: caller.actor, today })).dispute,
  }),
  changing('patch', {
    path: '/api/disputes/{disputeId}',
    tag: disputes,
    title: 'Change who answers a dispute',
    description: 'Its owner, its deadline and its details.',
    params: disputePath,
    query: nothing,
    body: disputeChange,
    answer: disputeView,
    handle: async ({ tx, params, body, today, caller }) =>
      orRefuse(await reassignDispute(tx, params.disputeId, body, { actor: caller.actor, today })).dispute,
  }),
  changing('post', {
    path: '/api/disputes/{disputeId}/resolve',
    tag: disputes,
    title: 'End a dispute',
    description:
      'By a credit note, by our acceptance (frozen until the credit note comes), by theirs, or taken back by them.',
    params: disputePath,
    query: nothing,
    body: disputeEnd,
    answer: disputeView,
    handle: async ({ tx, params, body, today, caller }) =>
      orRefuse(await resolveDispute(tx, params.disputeId, body, { actor: caller.actor, today })).dispute,
  }),
  changing('post', {
    path: '/api/disputes/{disputeId}/reopen',
    tag: disputes,
    title: 'Open a dispute again',
    description: 'What it contests is frozen again.',
    params: disputePath,
    query: nothing,
    body: empty,
    answer: disputeView,
    handle: async ({ tx, params, today, caller }) =>
      orRefuse(await reopenDispute(tx, params.disputeId, { actor: caller.actor, today })).dispute,
  }),
];
