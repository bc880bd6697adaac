import type { DebtorKind } from '@acquit/law';
import { journalActionName, profileOf } from '@acquit/recovery';
import { z } from '@hono/zod-openapi';
import {
  closeTasks,
  findCase,
  type JournalEvent,
  listCases,
  setCaseStatus,
  setProfile,
  timelineOf,
  touchCases,
  updateDebtor,
  withdrawActions,
} from '../../store/index.ts';
import { changing, empty, reading } from '../pipeline/endpoint.ts';
import { refuse } from '../refusal.ts';
import { pageOf, text } from '../schemas/view.ts';
import { caseRow, caseView, debtorChange, pause, timelineItem } from '../schemas/work.ts';
import { caseViewOf } from '../views/case-view.ts';
import { casePath, companyPath, nothing, onDay, paged, requireDay, requireTerms } from './shared.ts';

const tag = 'Cases';

const listQuery = z.strictObject({
  q: text(200).optional().openapi({
    description:
      'Beginnings of words of the debtor’s name, account or identifier, or the beginning of an invoice number.',
  }),
  filter: z.enum(['all', 'overdue', 'paused', 'parked']).optional(),
  sort: z.enum(['amount', 'age', 'name']).optional(),
  cursor: z.string().max(500).optional(),
});

export const caseEndpoints = [
  reading({
    path: '/api/companies/{companyId}/cases',
    tag,
    title: 'List cases',
    description:
      'One page of the company’s cases, in one of three orders; each order is read from the cursor on, whatever the size of the book.',
    params: companyPath,
    query: listQuery,
    answer: pageOf('CaseRow', caseRow),
    async handle({ tx, params, query, today }) {
      const { scenarios } = await requireTerms(tx, params.companyId);
      const { q = '', filter = 'all', sort = 'amount', cursor } = query;
      return listCases(tx, { companyId: params.companyId, q, filter, sort, cursor, today }, scenarios);
    },
  }),
  reading({
    path: '/api/cases/{caseId}',
    tag,
    title: 'One case',
    description: 'The debtor, what he owes on the day, his claims and receipts, and the next step with its reasons.',
    params: casePath,
    query: onDay,
    answer: caseView,
    handle: ({ tx, params, query, today }) => caseViewOf(tx, params.caseId, requireDay(query.on ?? today)),
  }),
  reading({
    path: '/api/cases/{caseId}/timeline',
    tag,
    title: 'What happened in a case',
    description: 'Acts, receipts, imports and notable facts, latest first.',
    params: casePath,
    query: paged,
    answer: pageOf('TimelineItem', timelineItem),
    async handle({ tx, params, query }) {
      if ((await findCase(tx, params.caseId)) === null) throw refuse('NotFound');
      return timelineOf(tx, params.caseId, query.cursor, journalActionName);
    },
  }),
  changing('post', {
    path: '/api/cases/{caseId}/pause',
    tag,
    title: 'Pause a case',
    description: 'Nothing is sent until the day after `until`; what was prepared and has not left is taken back.',
    params: casePath,
    query: nothing,
    body: pause,
    answer: caseView,
    refusals: ['DateInThePast', 'CaseClosed'],
    async handle({ tx, params, body, today, caller }) {
      const found = await findCase(tx, params.caseId, true);
      if (found === null) throw refuse('NotFound');
      if (found.status === 'closed') throw refuse('CaseClosed');
      if (body.until < today) throw refuse('DateInThePast');
      await setCaseStatus(tx, params.caseId, 'paused', body.until, body.reason);
      const withdrawn = await withdrawActions(tx, [params.caseId], 'contacts');
      const event: JournalEvent = {
        actor: caller.actor,
        action: 'case.paused',
        objectKind: 'case',
        objectId: params.caseId,
        payload: { ...body },
      };
      await touchCases(tx, [params.caseId], today, [event, ...withdrawn]);
      return caseViewOf(tx, params.caseId, requireDay(today));
    },
  }),
  changing('post', {
    path: '/api/cases/{caseId}/resume',
    tag,
    title: 'Resume a case',
    description: 'Sets a paused or parked case back on its way; the next pass decides again.',
    params: casePath,
    query: nothing,
    body: empty,
    answer: caseView,
    refusals: ['CaseNotPaused'],
    async handle({ tx, params, today, caller }) {
      const found = await findCase(tx, params.caseId, true);
      if (found === null) throw refuse('NotFound');
      if (found.status !== 'paused' && found.status !== 'parked') throw refuse('CaseNotPaused');
      await setCaseStatus(tx, params.caseId, 'open', null, null);
      const event: JournalEvent = {
        actor: caller.actor,
        action: 'case.resumed',
        objectKind: 'case',
        objectId: params.caseId,
        payload: { was: found.status },
      };
      await touchCases(tx, [params.caseId], today, [event]);
      return caseViewOf(tx, params.caseId, requireDay(today));
    },
  }),
  changing('patch', {
    path: '/api/cases/{caseId}/debtor',
    tag,
    title: 'Correct the debtor',
    description:
      'Address, kind, contact, insolvency. Contacts prepared on the old facts are taken back; a case that waited for this goes on.',
    params: casePath,
    query: nothing,
    body: debtorChange,
    answer: caseView,
    refusals: ['DateInTheFuture'],
    async handle({ tx, params, body, today, caller }) {
      const found = await findCase(tx, params.caseId, true);
      if (found === null) throw refuse('NotFound');
      if (body.insolvencyOpenedOn && body.insolvencyOpenedOn > today)
        throw refuse('DateInTheFuture', {}, 'Une procédure collective ne peut pas être ouverte dans l’avenir.');
      await updateDebtor(tx, found.debtor.debtorId, body);
      if (body.kind !== undefined)
        await setProfile(tx, params.caseId, profileOf(body.kind as DebtorKind | null).profile);
      // A number to call or a name to ask for changes nothing that was written.
      const onlyPhone = Object.keys(body).every((field) => field === 'phone' || field === 'contactName');
      const withdrawn = onlyPhone ? [] : await withdrawActions(tx, [params.caseId], 'contacts');
      await resumeIfFilledIn(tx, found, body, caller.actor);
      const event: JournalEvent = {
        actor: caller.actor,
        action: 'debtor.changed',
        objectKind: 'case',
        objectId: params.caseId,
        payload: { debtorId: found.debtor.debtorId, ...body },
      };
      await touchCases(tx, [params.caseId], today, [event, ...withdrawn]);
      return caseViewOf(tx, params.caseId, requireDay(today));
    },
  }),
];

type Found = NonNullable<Awaited<ReturnType<typeof findCase>>>;

/** A case parked for want of an address, or for an insolvency since denied, goes on once the facts are given. */
async function resumeIfFilledIn(
  tx: Parameters<typeof findCase>[0],
  found: Found,
  body: z.output<typeof debtorChange>,
  by: string,
): Promise<void> {
  const reached =
    Boolean(body.email) || (body.addressLines?.length ?? 0) > 0 || Boolean(body.city) || Boolean(body.postcode);
  const solvent = body.insolvencyOpenedOn === null && found.debtor.insolvencyOpenedOn !== null;
  if (reached) await closeTasks(tx, found.caseId, 'missing-address', by);
  if (solvent) await closeTasks(tx, found.caseId, 'insolvency', by);
  if (found.status === 'parked' && (reached || solvent)) await setCaseStatus(tx, found.caseId, 'open', null, null);
}
