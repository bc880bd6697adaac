import { z } from '@hono/zod-openapi';
import {
  previewWriteOff,
  recordLimitationFact,
  refreshCompanyLimitations,
  restoreClaims,
  seeLimitation,
  setNature,
  withdrawFact,
  writeOff,
} from '../../jobs/index.ts';
import {
  companyExists,
  findCase,
  limitationView as findLimitation,
  listLimitations,
  writeOffsOfCase,
} from '../../store/index.ts';
import { changing, empty, reading, working } from '../pipeline/endpoint.ts';
import { refuse } from '../refusal.ts';
import {
  claimNature,
  limitationFactOrder,
  limitationList,
  limitationView,
  writeOffOrder,
  writeOffPreview,
  writeOffView,
} from '../schemas/procedures.ts';
import { uuid } from '../schemas/view.ts';
import { orRefuse } from './promises.ts';
import { casePath, claimPath, companyPath, nothing, paged, requireDay } from './shared.ts';

const tag = 'Limitation';
const factPath = z.strictObject({ eventId: uuid });
const writeOffPath = z.strictObject({ writeOffId: uuid });

export const limitationEndpoints = [
  reading({
    path: '/api/companies/{companyId}/limitation',
    tag,
    title: 'The radar of limitation',
    description:
      'Open claims by the last day on which they may be sued for, soonest first, with how many are how close.',
    params: companyPath,
    query: paged.extend({ within: z.enum(['15', '60', '180', 'expired', 'all']).optional() }),
    answer: limitationList,
    async handle({ tx, params, query: { within = 'all', cursor }, today }) {
      if (!(await companyExists(tx, params.companyId))) throw refuse('NotFound');
      return listLimitations(tx, params.companyId, { filter: within, on: requireDay(today), cursor });
    },
  }),
  working({
    path: '/api/companies/{companyId}/limitation/refresh',
    tag,
    title: 'Compute limitations that are not up to date',
    description: 'As the night does, at once: after an import, or a change of many customers.',
    params: companyPath,
    query: nothing,
    body: empty,
    answer: z.object({ cases: z.int() }).openapi('LimitationsRefreshed'),
    async handle({ params, caller, services, today }) {
      const { store } = services;
      if (!(await store.inTenant(caller.tenantId, (tx) => companyExists(tx, params.companyId))))
        throw refuse('NotFound');
      const of = { tenantId: caller.tenantId, companyId: params.companyId, on: requireDay(today) };
      return { cases: await refreshCompanyLimitations(store, of) };
    },
  }),
  reading({
    path: '/api/claims/{claimId}/limitation',
    tag,
    title: 'The limitation of a claim',
    description: 'Computed anew, with its tree, what would interrupt it, what would not, and why.',
    params: claimPath,
    query: nothing,
    answer: limitationView,
    async handle({ tx, params, today }) {
      const found = await findLimitation(tx, params.claimId, requireDay(today));
      if (found === null) throw refuse('NotFound');
      return found;
    },
  }),
  changing('post', {
    path: '/api/claims/{claimId}/limitation/seen',
    tag,
    title: 'Say that an alarm was seen',
    description: 'It comes back at its next stage, and on the day after the last.',
    params: claimPath,
    query: nothing,
    body: empty,
    answer: limitationView,
    handle: async ({ tx, params, today, caller }) =>
      orRefuse(await seeLimitation(tx, params.claimId, { actor: caller.actor, today })).view,
  }),
  changing('put', {
    path: '/api/claims/{claimId}/nature',
    tag,
    title: 'Say what a claim is of',
    description: 'Goods, works, carriage, rent…: it decides the period, and the court.',
    params: claimPath,
    query: nothing,
    body: claimNature,
    answer: limitationView,
    handle: async ({ tx, params, body, today, caller }) =>
      orRefuse(await setNature(tx, { ...params, ...body }, { actor: caller.actor, today })).view,
  }),
  changing('post', {
    path: '/api/cases/{caseId}/limitation-facts',
    tag,
    title: 'Record a fact that limitation knows',
    description:
      'A written acknowledgement, a claim in writing to a public body, a mediation: what no other screen records.',
    params: casePath,
    query: nothing,
    body: limitationFactOrder,
    answer: z.object({ eventId: z.string() }).openapi('LimitationFactEntered'),
    handle: async ({ tx, params, body, today, caller }) =>
      orRefuse(await recordLimitationFact(tx, { ...params, ...body }, { actor: caller.actor, today })),
  }),
  changing('post', {
    path: '/api/limitation-facts/{eventId}/withdraw',
    tag,
    title: 'Take such a fact back',
    description: 'It stays, marked, and counts no more.',
    params: factPath,
    query: nothing,
    body: empty,
    answer: z.object({ caseId: z.string() }).openapi('LimitationFactWithdrawn'),
    handle: async ({ tx, params, today, caller }) =>
      orRefuse(await withdrawFact(tx, params.eventId, { actor: caller.actor, today })),
  }),
  reading({
    path: '/api/cases/{caseId}/write-offs',
    tag: 'Write-offs',
    title: 'Claims given up in a case',
    description: 'The latest first, those taken back included.',
    params: casePath,
    query: nothing,
    answer: z.object({ writeOffs: z.array(writeOffView) }).openapi('CaseWriteOffs'),
    async handle({ tx, params }) {
      if ((await findCase(tx, params.caseId, false)) === null) throw refuse('NotFound');
      return { writeOffs: await writeOffsOfCase(tx, params.caseId) };
    },
  }),
  changing('post', {
    path: '/api/cases/{caseId}/write-offs/preview',
    tag: 'Write-offs',
    title: 'What giving claims up would do',
    description: 'VAT, entries, the statutory sentence of the duplicate, what is missing. Nothing is recorded.',
    params: casePath,
    query: nothing,
    body: writeOffOrder,
    answer: writeOffPreview,
    handle: async ({ tx, params, body, today, caller }) =>
      orRefuse(await previewWriteOff(tx, { ...params, ...body }, { actor: caller.actor, today })),
  }),
  changing('post', {
    path: '/api/cases/{caseId}/write-offs',
    tag: 'Write-offs',
    title: 'Give claims up as irrecoverable',
    description:
      'They are asked of nobody any more; what the law says of their VAT is kept as it was shown. It may be undone.',
    params: casePath,
    query: nothing,
    body: writeOffOrder,
    answer: writeOffView,
    handle: async ({ tx, params, body, today, caller }) =>
      orRefuse(await writeOff(tx, { ...params, ...body }, { actor: caller.actor, today })).writeOff,
  }),
  changing('post', {
    path: '/api/write-offs/{writeOffId}/undo',
    tag: 'Write-offs',
    title: 'Take a write-off back',
    description: 'Its claims are open again.',
    params: writeOffPath,
    query: nothing,
    body: empty,
    answer: writeOffView,
    handle: async ({ tx, params, today, caller }) =>
      orRefuse(await restoreClaims(tx, params.writeOffId, { actor: caller.actor, today })).writeOff,
  }),
];
