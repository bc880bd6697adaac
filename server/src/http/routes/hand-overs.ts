import { compareWays, type ProcedureKind, procedureName } from '@acquit/recovery';
import { z } from '@hono/zod-openapi';
import {
  amendHandOver,
  endHandOver,
  giveAccess,
  keepPartner,
  mandatePaper,
  openHandOver,
  readToldPost,
  recordToldReceipt,
  withdrawAccess,
  withdrawPost,
  writeToPartner,
} from '../../jobs/index.ts';
import {
  companyExists,
  findCase,
  findHandOver,
  handOversOfCase,
  handOverTotals,
  listHandOvers,
  listPartners,
  postFile,
  wayTotals,
} from '../../store/index.ts';
import { changing, empty, giving, reading } from '../pipeline/endpoint.ts';
import { refuse } from '../refusal.ts';
import {
  caseHandOvers,
  comparisonView,
  handOverAccess,
  handOverChange,
  handOverEnd,
  handOverLink,
  handOverList,
  handOverMessage,
  handOverOrder,
  handOverPost,
  handOverView,
  partnerList,
  partnerOrder,
  partnerView,
  postWithdrawal,
} from '../schemas/hand-overs.ts';
import { uuid } from '../schemas/view.ts';
import { givenFile } from '../uploads/given.ts';
import { orRefuse } from './promises.ts';
import { casePath, companyPath, done, nothing, paged } from './shared.ts';

const tag = 'Hand-overs';
const partnerPath = z.strictObject({ partnerId: uuid });
const handOverPath = z.strictObject({ handOverId: uuid });
const postPath = z.strictObject({ postId: uuid });

export const handOverEndpoints = [
  reading({
    path: '/api/partners',
    tag,
    title: 'List professionals',
    description: 'Lawyers, commissaires de justice and collection agencies to whom cases are entrusted, by name.',
    params: nothing,
    query: nothing,
    answer: partnerList,
    handle: async ({ tx }) => ({ items: await listPartners(tx) }),
  }),
  changing('post', {
    path: '/api/partners',
    tag,
    title: 'Add a professional',
    description: 'Kept for all the companies of the installation.',
    params: nothing,
    query: nothing,
    body: partnerOrder,
    answer: partnerView,
    handle: async ({ tx, body, today, caller }) =>
      orRefuse(await keepPartner(tx, null, body, { actor: caller.actor, today })).partner,
  }),
  changing('put', {
    path: '/api/partners/{partnerId}',
    tag,
    title: 'Change a professional',
    description: 'What he told before keeps the name he then had.',
    params: partnerPath,
    query: nothing,
    body: partnerOrder,
    answer: partnerView,
    handle: async ({ tx, params, body, today, caller }) =>
      orRefuse(await keepPartner(tx, params.partnerId, body, { actor: caller.actor, today })).partner,
  }),
  reading({
    path: '/api/companies/{companyId}/hand-overs',
    tag,
    title: 'List the cases entrusted to professionals',
    description: 'Latest first, with what came in meanwhile, what it cost, and what nobody has read.',
    params: companyPath,
    query: paged.extend({ filter: z.enum(['running', 'ended', 'all']).optional() }),
    answer: handOverList,
    async handle({ tx, params, query: { filter = 'running', cursor } }) {
      if (!(await companyExists(tx, params.companyId))) throw refuse('NotFound');
      return {
        page: await listHandOvers(tx, params.companyId, filter, cursor),
        totals: await handOverTotals(tx, params.companyId, filter),
      };
    },
  }),
  reading({
    path: '/api/cases/{caseId}/hand-overs',
    tag,
    title: 'The hand-overs of a case',
    description: 'Latest first.',
    params: casePath,
    query: nothing,
    answer: caseHandOvers,
    async handle({ tx, params }) {
      if ((await findCase(tx, params.caseId)) === null) throw refuse('NotFound');
      return { items: await handOversOfCase(tx, params.caseId) };
    },
  }),
  changing('post', {
    path: '/api/cases/{caseId}/hand-overs',
    tag,
    title: 'Entrust a case',
    description:
      'The whole case, or some of its procedures. Our own steps are silent on its claims until it ends; what was prepared and has not left is taken back.',
    params: casePath,
    query: nothing,
    body: handOverOrder,
    answer: handOverView,
    handle: async ({ tx, params, body, today, caller }) =>
      orRefuse(await openHandOver(tx, { ...params, ...body }, { actor: caller.actor, today })).handOver,
  }),
  reading({
    path: '/api/hand-overs/{handOverId}',
    tag,
    title: 'One hand-over',
    description: 'Its terms, its access, and everything told of it, latest first.',
    params: handOverPath,
    query: nothing,
    answer: handOverView,
    async handle({ tx, params }) {
      const found = await findHandOver(tx, params.handOverId);
      if (found === null) throw refuse('NotFound');
      return found;
    },
  }),
  changing('put', {
    path: '/api/hand-overs/{handOverId}',
    tag,
    title: 'Change what was agreed',
    description: 'His file number, the terms of the draft, our note.',
    params: handOverPath,
    query: nothing,
    body: handOverChange,
    answer: handOverView,
    handle: async ({ tx, params, body, today, caller }) =>
      orRefuse(await amendHandOver(tx, params.handOverId, body, { actor: caller.actor, today })).handOver,
  }),
  changing('post', {
    path: '/api/hand-overs/{handOverId}/links',
    tag,
    title: 'Make a link for the professional',
    description: 'It opens his page, of this case and no other, for the days given.',
    params: handOverPath,
    query: nothing,
    body: handOverAccess,
    answer: handOverLink,
    refusals: ['NoPortalAddress'],
    async handle({ tx, params, body, today, caller, services }) {
      const { portalUrl } = services.config;
      const by = { actor: caller.actor, today };
      const { path, until } = orRefuse(await giveAccess(tx, services.store.secrets, params.handOverId, body.days, by));
      // After the hand-over is known to be ours; refusing takes the access back with the transaction.
      if (portalUrl === null) throw refuse('NoPortalAddress');
      return { url: new URL(path, portalUrl).href, until };
    },
  }),
  changing('post', {
    path: '/api/hand-overs/{handOverId}/links/withdraw',
    tag,
    title: 'Withdraw the links of a hand-over',
    description: 'Every link given so far opens nothing any more.',
    params: handOverPath,
    query: nothing,
    body: empty,
    answer: done,
    handle: async ({ tx, params, today, caller }) =>
      orRefuse(await withdrawAccess(tx, params.handOverId, { actor: caller.actor, today })),
  }),
  changing('post', {
    path: '/api/hand-overs/{handOverId}/end',
    tag,
    title: 'End a hand-over with its result',
    description: 'Its links close; what is still owed is ours to ask for again.',
    params: handOverPath,
    query: nothing,
    body: handOverEnd,
    answer: handOverView,
    handle: async ({ tx, params, body, today, caller }) =>
      orRefuse(await endHandOver(tx, params.handOverId, body, { actor: caller.actor, today })).handOver,
  }),
  changing('post', {
    path: '/api/hand-overs/{handOverId}/messages',
    tag,
    title: 'Write to the professional',
    description: 'On the page he opens; nothing is sent by e-mail.',
    params: handOverPath,
    query: nothing,
    body: handOverMessage,
    answer: handOverPost,
    handle: async ({ tx, params, body, today, caller }) =>
      orRefuse(
        await writeToPartner(
          tx,
          params.handOverId,
          { text: body.text, author: caller.name },
          { actor: caller.actor, today },
        ),
      ).post,
  }),
  giving({
    path: '/api/hand-overs/{handOverId}/mandate',
    tag,
    title: 'The draft that goes with a hand-over',
    description: 'A mandate (R124-3 CPCE), instructions or what an engagement letter needs: to complete and sign.',
    params: handOverPath,
    query: nothing,
    async handle({ tx, params, today }) {
      const made = orRefuse(await mandatePaper(tx, params.handOverId, today));
      return { name: made.name, mediaType: 'application/pdf', content: made.content, inline: true };
    },
  }),
  changing('post', {
    path: '/api/hand-over-posts/{postId}/read',
    tag,
    title: 'Mark what a professional told as read',
    description: 'It leaves the day’s work.',
    params: postPath,
    query: nothing,
    body: empty,
    answer: handOverPost,
    handle: async ({ tx, params, today, caller }) =>
      orRefuse(await readToldPost(tx, params.postId, { actor: caller.actor, today })).post,
  }),
  changing('post', {
    path: '/api/hand-over-posts/{postId}/withdraw',
    tag,
    title: 'Take back what was told',
    description: 'It stays, struck out; the event or the cost that it became is taken back with it.',
    params: postPath,
    query: nothing,
    body: postWithdrawal,
    answer: handOverPost,
    handle: async ({ tx, params, body, today, caller }) =>
      orRefuse(
        await withdrawPost(
          tx,
          params.postId,
          { name: caller.name, reason: body.reason },
          { actor: caller.actor, today },
        ),
      ).post,
  }),
  changing('post', {
    path: '/api/hand-over-posts/{postId}/receipt',
    tag,
    title: 'Record the money a professional says he received',
    description: 'A receipt of the case on the day he told, allocated like the others.',
    params: postPath,
    query: nothing,
    body: empty,
    answer: handOverPost,
    handle: async ({ tx, params, today, caller }) =>
      orRefuse(await recordToldReceipt(tx, params.postId, { actor: caller.actor, today })).post,
  }),
  giving({
    path: '/api/hand-over-posts/{postId}/file',
    tag,
    title: 'The file of what was told',
    description: 'As it was joined, byte for byte.',
    params: postPath,
    query: nothing,
    async handle({ tx, params, services }) {
      const found = await postFile(tx, params.postId);
      if (found === null) throw refuse('NotFound');
      return givenFile(found.name, found.mediaType, services.store.blobs.get(found.sha256));
    },
  }),
  reading({
    path: '/api/litigation/comparison',
    tag,
    title: 'What each way cost and brought',
    description: 'Own procedures by kind, lawyers, commissaires, agencies: received meanwhile, costs, days, share.',
    params: nothing,
    query: z.strictObject({ companyId: uuid }),
    answer: comparisonView,
    async handle({ tx, query, today }) {
      if (!(await companyExists(tx, query.companyId))) throw refuse('NotFound');
      const totals = await wayTotals(tx, query.companyId, today);
      return { on: today, rows: compareWays(totals, (kind) => procedureName(kind as ProcedureKind)) };
    },
  }),
];
