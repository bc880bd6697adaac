import { z } from '@hono/zod-openapi';
import { companyExists, findImport, listImports, lockClaim } from '../../store/index.ts';
import { type Caller, changing, empty, reading, working } from '../pipeline/endpoint.ts';
import { passOn, refuse } from '../refusal.ts';
import { absenceAnswer, importJobView, importOrder, previewOrder, syncPreview } from '../schemas/imports.ts';
import { pageOf, uuid } from '../schemas/view.ts';
import { claimView } from '../schemas/work.ts';
import type { AppServices } from '../services.ts';
import { receiveFiles } from '../uploads/receive.ts';
import { findStaged } from '../uploads/staging.ts';
import { changedClaim } from './claims.ts';
import { claimPath, companyPath, nothing, paged } from './shared.ts';

const tag = 'Imports';

const importPath = z.strictObject({ importId: uuid });
const uploadPath = z.strictObject({ uploadId: z.string().regex(/^[0-9a-f]{64}$/) });
const files = z.object({ files: z.array(z.string().openapi({ format: 'binary' })) }).openapi('DroppedFiles');

export const importEndpoints = [
  working({
    path: '/api/companies/imports/preview',
    tag,
    title: 'Preview dropped files',
    description:
      'Reads the files in a limited child process and says what importing them would do. Nothing is stored but the files themselves, for a day.',
    params: nothing,
    query: z.strictObject({ companyId: uuid.optional() }),
    body: files,
    rawBody: true,
    answer: z.array(syncPreview),
    async handle({ services, caller, query, request, today }) {
      await checkCompany(services, caller, query.companyId);
      const staged = await receiveFiles(request, services.config.stagingFolder, caller.tenantId);
      return services.previewImport(caller, staged, { companyId: query.companyId ?? null, mapping: null, today });
    },
  }),
  working({
    path: '/api/imports/{uploadId}/preview',
    tag,
    title: 'Preview again with other columns',
    description: 'For a ledger whose columns were not all recognised.',
    params: uploadPath,
    query: nothing,
    body: previewOrder,
    answer: syncPreview,
    refusals: ['UploadGone'],
    async handle({ services, caller, params, body, today }) {
      await checkCompany(services, caller, body.companyId);
      const staged = await requireStaged(services, caller, params.uploadId);
      const [preview] = await services.previewImport(caller, [staged], {
        companyId: body.companyId ?? null,
        mapping: body.mapping,
        today,
      });
      if (preview === undefined) throw new Error('One file gives one preview.');
      return preview;
    },
  }),
  working({
    path: '/api/imports/{uploadId}/apply',
    tag,
    title: 'Import a dropped file',
    description:
      'Idempotent by content: the same bytes again are a duplicate. Whole or not at all; a long one answers as under way after two seconds.',
    params: uploadPath,
    query: nothing,
    body: importOrder,
    answer: importJobView,
    refusals: ['UploadGone'],
    async handle({ services, caller, params, body, today }) {
      await checkCompany(services, caller, body.companyId);
      const staged = await requireStaged(services, caller, params.uploadId);
      return services.applyImport(caller, staged, {
        companyId: body.companyId ?? null,
        mapping: body.mapping ?? null,
        today,
      });
    },
  }),
  reading({
    path: '/api/imports/{importId}',
    tag,
    title: 'Show an import',
    description: 'How far it is while it runs, then what it changed and whether it can be taken back.',
    params: importPath,
    query: nothing,
    answer: importJobView,
    async handle({ tx, params }) {
      const found = await findImport(tx, params.importId);
      if (found === null) throw refuse('NotFound');
      return found;
    },
  }),
  changing('post', {
    path: '/api/imports/{importId}/undo',
    tag,
    title: 'Take the last import back',
    description:
      'Everything it made or changed is as before; a claim whose message has left is cancelled instead. Refused, by name, when a later act rests on it. The same file may then be imported again.',
    params: importPath,
    query: nothing,
    body: empty,
    answer: importJobView,
    async handle({ tx, services, params, caller, today }) {
      if ((await findImport(tx, params.importId)) === null) throw refuse('NotFound');
      const refused = await services.undoImport(tx, { importId: params.importId, actor: caller.actor, today });
      if (refused !== null) throw passOn(409, refused.refusal);
      return (await findImport(tx, params.importId))!;
    },
  }),
  changing('post', {
    path: '/api/claims/{claimId}/absent',
    tag,
    title: 'Say what became of a claim that a list no longer has',
    description:
      'Ends what holds the claim back: it was paid, it is owed no more, or it is owed whatever the list says and no list holds it back again.',
    params: claimPath,
    query: nothing,
    body: absenceAnswer,
    answer: claimView,
    refusals: ['NotAbsent'],
    async handle({ tx, services, params, body, caller, today }) {
      const found = await lockClaim(tx, params.claimId);
      if (found === null) throw refuse('NotFound');
      const { claimId } = params;
      const ended = await services.answerAbsence(tx, { claimId, answer: body.answer, actor: caller.actor, today });
      if (!ended) throw refuse('NotAbsent');
      return changedClaim(tx, claimId, found, today);
    },
  }),
  reading({
    path: '/api/companies/{companyId}/imports',
    tag,
    title: 'List imports',
    description: 'Files imported, refused or set aside, latest first, with their doubts.',
    params: companyPath,
    query: paged,
    answer: pageOf('Import', importJobView),
    async handle({ tx, params, query }) {
      if (!(await companyExists(tx, params.companyId))) throw refuse('NotFound');
      return listImports(tx, params.companyId, query.cursor);
    },
  }),
];

async function requireStaged(services: AppServices, caller: Caller, uploadId: string) {
  const staged = await findStaged(services.config.stagingFolder, caller.tenantId, uploadId);
  if (staged === null) throw refuse('UploadGone');
  return staged;
}

/** A company given by the client must be one of his. Refuses: NotFound. */
async function checkCompany(
  services: AppServices,
  caller: Caller,
  companyId: string | null | undefined,
): Promise<void> {
  if (!companyId) return;
  if (!(await services.store.inTenant(caller.tenantId, (tx) => companyExists(tx, companyId)))) throw refuse('NotFound');
}
