import { z } from '@hono/zod-openapi';
import { courtFor, courtsStatus, importCourts } from '../../jobs/index.ts';
import { type Caller, reading, working } from '../pipeline/endpoint.ts';
import { passOn, refuse } from '../refusal.ts';
import { courtAnswerView, courtImportView, courtQuery, courtsView } from '../schemas/courts.ts';
import type { AppServices } from '../services.ts';
import { receiveOne } from '../uploads/receive.ts';
import { nothing, requireDay } from './shared.ts';

const tag = 'Courts';

/** The files of courts serve every organisation: the one that the installation was made for, its oldest, loads them. */
async function mayImport(
  { store }: Pick<AppServices, 'store'>,
  { tenantId }: Pick<Caller, 'tenantId'>,
): Promise<boolean> {
  const [oldest] = await store.lookup.listTenants();
  return oldest?.tenantId === tenantId;
}

export const courtEndpoints = [
  reading({
    path: '/api/courts',
    tag,
    title: 'Show the files of courts',
    description: 'Which files are loaded, how old they are, and where to find those that are not.',
    params: nothing,
    query: nothing,
    answer: courtsView,
    async handle({ tx, today, services, caller }) {
      return { ...(await courtsStatus(tx, requireDay(today))), mayImport: await mayImport(services, caller) };
    },
  }),
  reading({
    path: '/api/courts/find',
    tag,
    title: 'Find the court of a place',
    description:
      'The court that hears a debtor, when the imported files leave one; else the list to choose from, or the official directory. Never a guess: `why` says on what it rests.',
    params: nothing,
    query: courtQuery,
    answer: courtAnswerView,
    handle: ({ tx, today, query: { court, ...place } }) =>
      courtFor(tx, { courtKind: court, on: requireDay(today), ...place }),
  }),
  working({
    path: '/api/courts/import',
    tag,
    title: 'Load a file of courts',
    description:
      'One of three layouts, known by its content: jurisdictions by commune, registries by commune and postcode, addresses. It replaces the one of its layout, whole or not at all; the same bytes again change nothing.',
    params: nothing,
    query: z.strictObject({
      evenIfShorter: z
        .enum(['true', 'false'])
        .optional()
        .openapi({ description: 'Takes an edition that lost a good part of its communes.' }),
    }),
    body: z.object({ files: z.array(z.string().openapi({ format: 'binary' })) }).openapi('DroppedCourts'),
    rawBody: true,
    answer: courtImportView,
    refusals: ['InstallationOwnerOnly'],
    async handle({ services, caller, query, request, today }) {
      if (!(await mayImport(services, caller))) throw refuse('InstallationOwnerOnly');
      const file = await receiveOne(request, services.config.stagingFolder, caller.tenantId);
      const outcome = await importCourts(services.store, {
        tenantId: caller.tenantId,
        path: file.path,
        fileName: file.fileName,
        by: caller.actor,
        today,
        evenIfShorter: query.evenIfShorter === 'true',
      });
      if ('refusal' in outcome) throw passOn(409, outcome.refusal);
      return outcome;
    },
  }),
];
