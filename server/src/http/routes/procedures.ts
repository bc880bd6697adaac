import type { AttachmentDocument } from '@acquit/law';
import { PROCEDURE_KINDS } from '@acquit/recovery';
import { z } from '@hono/zod-openapi';
import {
  changeProcedure,
  closeProcedure,
  openProcedure,
  proveEvent,
  recordCost,
  recordEvent,
  reopenProcedure,
  seeDeadline,
  withdrawCost,
  withdrawCostProof,
  withdrawEvent,
} from '../../jobs/index.ts';
import {
  companyExists,
  findCase,
  findProcedure,
  keepBlob,
  listDeadlines,
  listProcedures,
  procedureProof,
  procedureTotals,
  procedureViews,
} from '../../store/index.ts';
import { changing, empty, giving, reading, working } from '../pipeline/endpoint.ts';
import { refuse } from '../refusal.ts';
import {
  closing,
  costOrder,
  deadlineList,
  eventOrder,
  procedureChange,
  procedureList,
  procedureOrder,
  procedureView,
} from '../schemas/procedures.ts';
import { line, text, uuid } from '../schemas/view.ts';
import { givenFile } from '../uploads/given.ts';
import { receivePaper } from '../uploads/receive.ts';
import { oneFile, sha256 } from './papers.ts';
import { orRefuse } from './promises.ts';
import { casePath, companyPath, nothing, paged, requireDay } from './shared.ts';

const tag = 'Procedures';
const procedurePath = z.strictObject({ procedureId: uuid });
const eventPath = z.strictObject({ eventId: uuid });
const costPath = z.strictObject({ costId: uuid });

/** How far dates are asked for when nobody says. */
const DAYS_AHEAD = 90;

export const procedureEndpoints = [
  reading({
    path: '/api/companies/{companyId}/procedures',
    tag,
    title: 'List procedures',
    description:
      'Latest first, with the sums of the whole list; `ended` is over and waits for somebody to say what follows.',
    params: companyPath,
    query: paged.extend({
      filter: z.enum(['running', 'ended', 'closed', 'all']).optional(),
      kind: z.enum(PROCEDURE_KINDS).optional(),
      q: text(200).optional().openapi({
        description: 'Words of the customer or of the court, or the beginning of an invoice’s or of a case’s number.',
      }),
    }),
    answer: procedureList,
    async handle({ tx, params, query: { filter = 'running', kind, q, cursor } }) {
      if (!(await companyExists(tx, params.companyId))) throw refuse('NotFound');
      const order = { companyId: params.companyId, filter, kind, q };
      return { page: await listProcedures(tx, order, cursor), totals: await procedureTotals(tx, order) };
    },
  }),
  reading({
    path: '/api/companies/{companyId}/deadlines',
    tag,
    title: 'Dates of procedures',
    description:
      'Those of ours that were missed, and the days to come, soonest first: what each costs if missed, with its article.',
    params: companyPath,
    query: z.strictObject({
      days: z.coerce.number().int().min(1).max(3660).optional(),
      whose: z.enum(['ours', 'all']).optional(),
    }),
    answer: deadlineList,
    async handle({ tx, params, query: { days = DAYS_AHEAD, whose = 'ours' }, today }) {
      if (!(await companyExists(tx, params.companyId))) throw refuse('NotFound');
      return listDeadlines(tx, params.companyId, { from: requireDay(today), days, whose });
    },
  }),
  reading({
    path: '/api/cases/{caseId}/procedures',
    tag,
    title: 'Procedures of a case',
    description: 'Running ones first: events, dates with their trees, what may follow, title, costs.',
    params: casePath,
    query: nothing,
    answer: z.object({ procedures: z.array(procedureView) }).openapi('CaseProcedures'),
    async handle({ tx, params, today }) {
      if ((await findCase(tx, params.caseId, false)) === null) throw refuse('NotFound');
      return { procedures: await procedureViews(tx, params.caseId, requireDay(today)) };
    },
  }),
  changing('post', {
    path: '/api/cases/{caseId}/procedures',
    tag,
    title: 'Engage a procedure',
    description:
      'Reminders stop for its claims until it is closed. What the law holds closed is recorded as a doubt; an insolvent debtor, or a seizure against a public body, is refused.',
    params: casePath,
    query: nothing,
    body: procedureOrder,
    answer: procedureView,
    handle: async ({ tx, params, body, today, caller }) =>
      orRefuse(
        await openProcedure(
          tx,
          { ...params, ...body, document: body.document as AttachmentDocument | null },
          { actor: caller.actor, today },
        ),
      ).procedure,
  }),
  reading({
    path: '/api/procedures/{procedureId}',
    tag,
    title: 'A procedure',
    description: 'As it stands today, recomputed from its events.',
    params: procedurePath,
    query: nothing,
    answer: procedureView,
    async handle({ tx, params, today }) {
      const found = await findProcedure(tx, params.procedureId, requireDay(today));
      if (found === null) throw refuse('NotFound');
      return found;
    },
  }),
  changing('patch', {
    path: '/api/procedures/{procedureId}',
    tag,
    title: 'Put a procedure right',
    description: 'The court, its case number, the sum, a title held from elsewhere, a note.',
    params: procedurePath,
    query: nothing,
    body: procedureChange,
    answer: procedureView,
    handle: async ({ tx, params, body, today, caller }) =>
      orRefuse(await changeProcedure(tx, params.procedureId, body, { actor: caller.actor, today })).procedure,
  }),
  changing('post', {
    path: '/api/procedures/{procedureId}/events',
    tag,
    title: 'Tell what happened',
    description:
      'The state and the dates follow at once. An impossible order is refused with what may be told instead.',
    params: procedurePath,
    query: nothing,
    body: eventOrder,
    answer: procedureView,
    handle: async ({ tx, params, body, today, caller }) =>
      orRefuse(await recordEvent(tx, { ...params, ...body }, { actor: caller.actor, today })).procedure,
  }),
  changing('post', {
    path: '/api/procedure-events/{eventId}/withdraw',
    tag,
    title: 'Take an event back',
    description: 'It stays, marked, and counts no more. Refused while a later event depends on it.',
    params: eventPath,
    query: nothing,
    body: closing,
    answer: procedureView,
    handle: async ({ tx, params, body, today, caller }) =>
      orRefuse(await withdrawEvent(tx, { ...params, ...body }, { actor: caller.actor, today })).procedure,
  }),
  working({
    path: '/api/procedure-events/{eventId}/proof',
    tag,
    title: 'Join the document that proves an event',
    description: 'One file, kept whole: an exhibit of the court file.',
    params: eventPath,
    query: nothing,
    body: oneFile,
    rawBody: true,
    answer: procedureView,
    async handle({ services, caller, params, request, today }) {
      const file = await receivePaper(request, services.config.stagingFolder, caller.tenantId);
      return services.store.inTenant(caller.tenantId, async (tx) => {
        const kept = await keepBlob(tx, services.store.blobs, { bytes: file.content, mediaType: file.mediaType });
        const order = { ...params, proof: { sha256: kept, name: file.fileName } };
        return orRefuse(await proveEvent(tx, order, { actor: caller.actor, today })).procedure;
      });
    },
  }),
  giving({
    path: '/api/procedures/{procedureId}/files/{sha256}',
    tag,
    title: 'A document of a procedure',
    description: 'As it was joined, byte for byte.',
    params: z.strictObject({ procedureId: uuid, sha256 }),
    query: nothing,
    async handle({ tx, params, services }) {
      const found = await procedureProof(tx, params.procedureId, params.sha256);
      if (found === null) throw refuse('NotFound');
      return givenFile(found.name, found.mediaType, services.store.blobs.get(Buffer.from(params.sha256, 'hex')));
    },
  }),
  changing('post', {
    path: '/api/procedures/{procedureId}/deadlines/{what}/seen',
    tag,
    title: 'Say that an alarm was seen',
    description: 'It comes back at its next stage; a date that was missed is told until then.',
    params: z.strictObject({ procedureId: uuid, what: line(80) }),
    query: nothing,
    body: empty,
    answer: procedureView,
    handle: async ({ tx, params, today, caller }) =>
      orRefuse(await seeDeadline(tx, params, { actor: caller.actor, today })).procedure,
  }),
  changing('post', {
    path: '/api/procedures/{procedureId}/costs',
    tag,
    title: 'Record a cost',
    description: 'With who bears it in the end; nothing is asked of the debtor before a title (art. L111-8 CPCE).',
    params: procedurePath,
    query: nothing,
    body: costOrder,
    answer: procedureView,
    handle: async ({ tx, params, body, today, caller }) =>
      orRefuse(await recordCost(tx, { ...params, ...body }, { actor: caller.actor, today })).procedure,
  }),
  changing('post', {
    path: '/api/procedure-costs/{costId}/withdraw',
    tag,
    title: 'Take a cost back',
    description: 'It stays visible, marked.',
    params: costPath,
    query: nothing,
    body: empty,
    answer: procedureView,
    handle: async ({ tx, params, today, caller }) =>
      orRefuse(await withdrawCost(tx, params.costId, { actor: caller.actor, today })).procedure,
  }),
  changing('post', {
    path: '/api/procedure-costs/{costId}/proof/withdraw',
    tag,
    title: 'Take the bill of a cost away',
    description: 'One joined by mistake: it is no exhibit any more, and the journal keeps its hash.',
    params: costPath,
    query: nothing,
    body: empty,
    answer: procedureView,
    handle: async ({ tx, params, today, caller }) =>
      orRefuse(await withdrawCostProof(tx, params.costId, { actor: caller.actor, today })).procedure,
  }),
  changing('post', {
    path: '/api/procedures/{procedureId}/close',
    tag,
    title: 'Close a procedure',
    description: 'Its open dates are moot, and its claims may be asked for again.',
    params: procedurePath,
    query: nothing,
    body: closing,
    answer: procedureView,
    handle: async ({ tx, params, body, today, caller }) =>
      orRefuse(await closeProcedure(tx, params.procedureId, body, { actor: caller.actor, today })).procedure,
  }),
  changing('post', {
    path: '/api/procedures/{procedureId}/reopen',
    tag,
    title: 'Open a procedure again',
    description: 'Closed by mistake: its dates run as if it had not been.',
    params: procedurePath,
    query: nothing,
    body: empty,
    answer: procedureView,
    handle: async ({ tx, params, today, caller }) =>
      orRefuse(await reopenProcedure(tx, params.procedureId, { actor: caller.actor, today })).procedure,
  }),
];
