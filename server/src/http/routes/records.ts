import { journalActionName } from '@acquit/recovery';
import { z } from '@hono/zod-openapi';
import { companyExists, explainProblem, listJournal, verifyJournal } from '../../store/index.ts';
import { reading } from '../pipeline/endpoint.ts';
import { refuse } from '../refusal.ts';
import { journalRow, journalVerdict, lawParameter } from '../schemas/company.ts';
import { pageOf } from '../schemas/view.ts';
import { companyPath, nothing, paged } from './shared.ts';

const tag = 'Records';

export const recordEndpoints = [
  reading({
    path: '/api/companies/{companyId}/journal',
    tag,
    title: 'The journal',
    description:
      'Who did what and when, latest first, each entry chained to the one before. The chain is the organisation’s.',
    params: companyPath,
    query: paged,
    answer: pageOf('JournalRow', journalRow),
    async handle({ tx, params, query }) {
      if (!(await companyExists(tx, params.companyId))) throw refuse('NotFound');
      return listJournal(tx, query.cursor, journalActionName);
    },
  }),
  reading({
    path: '/api/journal/verify',
    tag,
    title: 'Check the journal',
    description: 'Computes the whole chain again and holds it against its anchors.',
    params: nothing,
    query: nothing,
    answer: journalVerdict,
    async handle({ services, caller }) {
      const { valid, entries, head, problem } = await verifyJournal(services.store, caller.tenantId);
      return {
        valid,
        entries,
        head: head.seq === 0 ? null : head.hash,
        problem: problem === undefined ? null : explainProblem(problem),
      };
    },
  }),
  reading({
    path: '/api/law/parameters',
    tag,
    title: 'The figures of the law',
    description: 'Rates, amounts and lengths in force today, with their periods and their official references.',
    params: nothing,
    query: nothing,
    answer: z.array(lawParameter),
    handle: async ({ services, today }) => services.lawParameters(today),
  }),
];
