import { z } from '@hono/zod-openapi';
import {
  appendJournal,
  companyExists,
  findCustomer,
  listDoubles,
  mergeCustomers,
  previewMerge,
  setDistinct,
  undoMerge,
} from '../../store/index.ts';
import { changing, reading } from '../pipeline/endpoint.ts';
import { passOn, refuse } from '../refusal.ts';
import {
  distinctOrder,
  doublePairView,
  mergeDone,
  mergeOrder,
  mergePreview,
  unmergeOrder,
} from '../schemas/customers.ts';
import { pageOf, uuid } from '../schemas/view.ts';
import { debtorPath, customerTag as tag } from './customers.ts';
import { companyPath, done, nothing, paged } from './shared.ts';

export const mergeEndpoints = [
  reading({
    path: '/api/companies/{companyId}/doubles',
    tag,
    title: 'Customers who may be one',
    description:
      'Pairs that share a company number, a VAT number, an account, a mail domain or a name, the surest first. Two different SIREN are never proposed.',
    params: companyPath,
    query: paged,
    answer: pageOf('DoublePair', doublePairView),
    async handle({ tx, params, query }) {
      if (!(await companyExists(tx, params.companyId))) throw refuse('NotFound');
      return listDoubles(tx, params.companyId, query.cursor);
    },
  }),
  reading({
    path: '/api/debtors/{debtorId}/merge',
    tag,
    title: 'What a merge would do',
    description: 'What would move from the customer `from` to this one, and why it may not be done if so.',
    params: debtorPath,
    query: z.strictObject({ from: uuid }),
    answer: mergePreview,
    async handle({ tx, params, query }) {
      const preview = await previewMerge(tx, params.debtorId, query.from);
      if (preview === null) throw refuse('NotFound');
      return preview;
    },
  }),
  changing('post', {
    path: '/api/debtors/{debtorId}/merge',
    tag,
    title: 'Merge a customer into this one',
    description:
      'Everything of the customer `from` becomes this one’s, in one transaction: invoices with their level, receipts, matches, holds, acts, contacts, payers. His name, account and numbers stay as aliases for imports. Can be undone.',
    params: debtorPath,
    query: nothing,
    body: mergeOrder,
    answer: mergeDone,
    async handle({ tx, params, body, today, caller }) {
      const merged = await mergeCustomers(tx, {
        intoId: params.debtorId,
        fromId: body.from,
        by: caller.actor,
        today,
      });
      if (merged === null) throw refuse('NotFound');
      if (merged.refusal) throw passOn(409, merged.refusal);
      return { mergeId: merged.mergeId, debtorId: params.debtorId, caseId: merged.caseId };
    },
  }),
  changing('post', {
    path: '/api/debtors/{debtorId}/unmerge',
    tag,
    title: 'Undo a merge',
    description:
      'Makes the two customers again as they were. Refused once money was received, an invoice arrived or a message left for the two together.',
    params: debtorPath,
    query: nothing,
    body: unmergeOrder,
    answer: mergeDone,
    async handle({ tx, params, body, today, caller }) {
      const undone = await undoMerge(tx, {
        debtorId: params.debtorId,
        mergeId: body.mergeId,
        by: caller.actor,
        today,
      });
      if (undone === null) throw refuse('NotFound');
      if (undone.refusal) throw passOn(409, undone.refusal);
      return { mergeId: body.mergeId, debtorId: params.debtorId, caseId: undone.caseId };
    },
  }),
  changing('post', {
    path: '/api/debtors/{debtorId}/distinct',
    tag,
    title: 'Say that two customers are not one',
    description: 'The pair is not proposed again.',
    params: debtorPath,
    query: nothing,
    body: distinctOrder,
    answer: done,
    async handle({ tx, params, body, caller }) {
      const [one, other] = [await findCustomer(tx, params.debtorId), await findCustomer(tx, body.other)];
      if (one === null || other === null || one.companyId !== other.companyId || one.debtorId === other.debtorId)
        throw refuse('NotFound');
      await setDistinct(tx, one.debtorId, other.debtorId, caller.actor);
      await appendJournal(tx, [
        {
          actor: caller.actor,
          action: 'debtor.distinct',
          objectKind: 'case',
          objectId: one.caseId,
          payload: { debtorId: one.debtorId, other: other.debtorId },
        },
      ]);
      return { ok: true as const };
    },
  }),
];
