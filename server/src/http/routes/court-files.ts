import { z } from '@hono/zod-openapi';
import {
  addExhibit,
  answerCourtFile,
  courtFileView,
  keepCourtFile,
  type LoadedFile,
  loadCourtFile,
  orderExhibits,
  previewCourtDocument,
  previewExhibit,
  removeExhibit,
} from '../../jobs/index.ts';
import { procedureKey, type Tx, versionFile } from '../../store/index.ts';
import { changing, empty, type FileAnswer, giving, reading, working } from '../pipeline/endpoint.ts';
import { passOn, refuse } from '../refusal.ts';
import {
  answersOrder,
  courtBundleView,
  documentName,
  exhibitKind,
  exhibitsOrder,
  procedureName,
} from '../schemas/court-files.ts';
import { isoDay, line, uuid } from '../schemas/view.ts';
import { receivePaper } from '../uploads/receive.ts';
import { nothing, onDay, requireDay } from './shared.ts';

const tag = 'Court files';
const filePath = z.strictObject({ caseId: uuid, procedure: procedureName });
const BASE = '/api/cases/{caseId}/court-files/{procedure}';

/** The file of a case for a procedure. Refuses: NotFound. */
async function required(
  tx: Tx,
  { caseId, procedure }: { caseId: string; procedure: string },
  on: string,
): Promise<LoadedFile> {
  const loaded = await loadCourtFile(tx, caseId, procedure, requireDay(on));
  if (loaded === null) throw refuse('NotFound');
  return loaded;
}

const view = async (tx: Tx, path: { caseId: string; procedure: string }, on: string) =>
  courtFileView(tx, await required(tx, path, on));

const shown = (made: { name: string; content: Uint8Array } | null): FileAnswer => {
  if (made === null) throw refuse('NotFound');
  return { ...made, mediaType: 'application/pdf', inline: true };
};

export const courtFileEndpoints = [
  reading({
    path: '/api/procedures/{procedureId}/court-file',
    tag,
    title: 'The court file of a procedure',
    description: 'What is asked, which exhibits there are, what is missing, what was built.',
    params: z.strictObject({ procedureId: uuid }),
    query: nothing,
    answer: courtBundleView,
    async handle({ tx, params, today }) {
      const key = await procedureKey(tx, params.procedureId);
      if (key === null) throw refuse('NotFound');
      return view(tx, key, today);
    },
  }),
  reading({
    path: BASE,
    tag,
    title: 'The court file of a case for a procedure',
    description:
      'The same by the name of the procedure, whether one was opened or not. `on` is the day on which the sums are stated; today when absent.',
    params: filePath,
    query: onDay,
    answer: courtBundleView,
    handle: ({ tx, params, query, today }) => view(tx, params, query.on ?? today),
  }),
  changing('put', {
    path: `${BASE}/answers`,
    tag,
    title: 'Answer what the case does not hold',
    description: 'Answers about the creditor are kept for his other cases. Nothing is sent.',
    params: filePath,
    query: nothing,
    body: answersOrder,
    answer: courtBundleView,
    async handle({ tx, params, body, today, caller }) {
      await answerCourtFile(tx, await required(tx, params, today), body.answers, caller);
      return view(tx, params, today);
    },
  }),
  changing('put', {
    path: `${BASE}/exhibits`,
    tag,
    title: 'Choose, name and order the exhibits',
    description: 'Numbers follow the order; an exhibit left out keeps its place and has no number.',
    params: filePath,
    query: nothing,
    body: exhibitsOrder,
    answer: courtBundleView,
    async handle({ tx, params, body, today, caller }) {
      await orderExhibits(tx, await required(tx, params, today), body.exhibits, caller);
      return view(tx, params, today);
    },
  }),
  working({
    path: `${BASE}/files`,
    tag,
    title: 'Add a file as an exhibit',
    description: 'One PDF, JPEG or PNG, told by its first bytes; kept whole.',
    params: filePath,
    query: z.strictObject({ kind: exhibitKind, title: line(200), on: isoDay.optional() }),
    body: z.object({ file: z.string().openapi({ format: 'binary' }) }).openapi('CourtExhibitFile'),
    rawBody: true,
    answer: courtBundleView,
    async handle({ services, caller, params, query, request, today }) {
      const file = await receivePaper(request, services.config.stagingFolder, caller.tenantId);
      return services.store.inTenant(caller.tenantId, async (tx) => {
        const loaded = await required(tx, params, today);
        const exhibit = {
          bytes: file.content,
          fileName: file.fileName,
          kind: query.kind,
          title: query.title,
          on: query.on ?? null,
        };
        const refusal = await addExhibit(tx, services.store, loaded, exhibit, caller);
        if (refusal !== null) throw passOn(409, refusal);
        return view(tx, params, today);
      });
    },
  }),
  changing('post', {
    path: `${BASE}/files/{fileId}/remove`,
    tag,
    title: 'Take an added file out',
    description: 'What was built keeps it.',
    params: filePath.extend({ fileId: uuid }),
    query: nothing,
    body: empty,
    answer: courtBundleView,
    async handle({ tx, params: { fileId, ...params }, today, caller }) {
      if (!(await removeExhibit(tx, await required(tx, params, today), fileId, caller))) throw refuse('NotFound');
      return view(tx, params, today);
    },
  }),
  working({
    path: `${BASE}/build`,
    tag,
    title: 'Build the court file',
    description:
      'One PDF with its exhibits numbered on every page, and an archive of separate files: a new version, which never changes. What is missing is said in the drafts.',
    params: filePath,
    query: onDay,
    body: empty,
    answer: courtBundleView,
    async handle({ services, caller, params, query, today }) {
      const on = query.on ?? today;
      const { store } = services;
      const loaded = await store.inTenant(caller.tenantId, (tx) => required(tx, params, on));
      const kept = await keepCourtFile(store, caller, loaded);
      if ('refusal' in kept) throw passOn(409, kept.refusal);
      return store.inTenant(caller.tenantId, (tx) => view(tx, params, on));
    },
  }),
  giving({
    path: `${BASE}/documents/{document}`,
    tag,
    title: 'A document of the file, as it would be built now',
    description: 'Drawn on the spot; kept nowhere.',
    params: filePath.extend({ document: documentName }),
    query: onDay,
    async handle({ tx, params: { document, ...params }, query, today }) {
      return shown(await previewCourtDocument(await required(tx, params, query.on ?? today), document));
    },
  }),
  giving({
    path: `${BASE}/exhibit`,
    tag,
    title: 'An exhibit, with the number it has now',
    description: 'Drawn on the spot; kept nowhere.',
    params: filePath,
    query: z.strictObject({ key: z.string().min(1).max(200) }),
    async handle({ tx, params, query, today, services, caller }) {
      return shown(await previewExhibit(services.store, caller.tenantId, await required(tx, params, today), query.key));
    },
  }),
  giving({
    path: '/api/court-bundles/{bundleId}/versions/{version}/files/{n}',
    tag,
    title: 'A file of a version that was built',
    description: 'Byte for byte as it was built.',
    params: z.strictObject({
      bundleId: uuid,
      version: z.coerce.number().int().min(1),
      n: z.coerce.number().int().min(1),
    }),
    query: nothing,
    async handle({ tx, params, services }) {
      const found = await versionFile(tx, params.bundleId, params.version, params.n);
      if (found === null) throw refuse('NotFound');
      const inline = found.mediaType === 'application/pdf';
      return { name: found.name, mediaType: found.mediaType, content: services.store.blobs.get(found.sha256), inline };
    },
  }),
];
