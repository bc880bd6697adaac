import type { ClaimStatementView } from '@acquit/recovery';
import { askedByNotice, assign, owedOn } from '@acquit/recovery';
import {
  claimDocument,
  claimOnScreen,
  claimsAskedByNotice,
  type JournalEvent,
  loadCases,
  loadClaim,
  lockClaim,
  touchCases,
  updateClaim,
  withdrawActions,
} from '../../store/index.ts';
import { changing, giving, reading } from '../pipeline/endpoint.ts';
import { refuse } from '../refusal.ts';
import { claimChange, claimView as claimSchema, claimStatementView } from '../schemas/work.ts';
import { claimView } from '../views/case-view.ts';
import { claimPath, nothing, onDay, requireDay, requireTerms } from './shared.ts';

const tag = 'Claims';

export const claimEndpoints = [
  reading({
    path: '/api/claims/{claimId}/statement',
    tag,
    title: 'Why this amount',
    description: 'What the claim is worth on the day, with the tree that made the figure, down to the article of law.',
    params: claimPath,
    query: onDay,
    answer: claimStatementView,
    async handle({ tx, params, query, today }): Promise<ClaimStatementView> {
      const loaded = await loadClaim(tx, params.claimId);
      if (loaded === null) throw refuse('NotFound');
      const { company } = await requireTerms(tx, loaded.companyId);
      const on = query.on ?? today;
      const due = owedOn(loaded.claim, requireDay(on), { company, debtor: loaded.facts.debtor });
      const asked = await claimsAskedByNotice(tx, [loaded.facts.caseId]);
      const owed = asked.has(params.claimId) ? askedByNotice(due, company.settings) : due;
      return {
        claimId: params.claimId,
        number: loaded.claim.number,
        on,
        principalLeftCents: owed.principalCents,
        penaltyCents: owed.penaltyCents,
        indemnityCents: owed.indemnityCents,
        totalDueCents: owed.totalDueCents,
        explanation: owed.explanation,
        refusal: owed.refusal === null ? null : { code: owed.refusal.code, message: owed.refusal.message },
      };
    },
  }),
  giving({
    path: '/api/claims/{claimId}/document',
    tag,
    title: 'The source file',
    description:
      'The file the claim was imported from, byte for byte. Only a PDF is shown in the page; anything else is saved.',
    params: claimPath,
    query: nothing,
    async handle({ tx, params, services }) {
      const found = await claimDocument(tx, params.claimId);
      if (found === null) throw refuse('NotFound');
      const isPdf = found.mediaType === 'application/pdf';
      const mediaType = isPdf ? found.mediaType : 'application/octet-stream';
      return { name: found.fileName, mediaType, content: services.store.blobs.get(found.sha256), inline: isPdf };
    },
  }),
  changing('patch', {
    path: '/api/claims/{claimId}',
    tag,
    title: 'Change a claim',
    description:
      'The creditor’s choice about what the law adds, the due date when the document had none, or its cancellation. Each is journalled.',
    params: claimPath,
    query: nothing,
    body: claimChange,
    answer: claimSchema,
    refusals: ['ClaimNotOpen'],
    async handle({ tx, params, body, today, caller }) {
      const found = await lockClaim(tx, params.claimId);
      if (found === null) throw refuse('NotFound');
      const onlyAccessories = body.dueOn === undefined && body.status === undefined;
      if (found.status !== 'open' && !(onlyAccessories && found.status === 'settled'))
        throw refuse('ClaimNotOpen', { status: found.status });
      await updateClaim(tx, params.claimId, body);
      const withdrawn = await withdrawActions(tx, [found.caseId], 'contacts');
      const event: JournalEvent = {
        actor: caller.actor,
        action: 'claim.changed',
        objectKind: 'claim',
        objectId: params.claimId,
        payload: { caseId: found.caseId, number: found.number, ...body },
      };
      await touchCases(tx, [found.caseId], today, [event, ...withdrawn]);
      return changedClaim(tx, params.claimId, found, today);
    },
  }),
];

/** A claim that was just changed, as its screen shows it. */
export async function changedClaim(
  tx: Parameters<typeof lockClaim>[0],
  claimId: string,
  found: { caseId: string; companyId: string },
  today: string,
) {
  const [claim, [loaded]] = [await claimOnScreen(tx, claimId), await loadCases(tx, [found.caseId])];
  if (claim === null || loaded === undefined) throw new Error('A claim that was just changed must be there to show.');
  const { company, book } = await requireTerms(tx, found.companyId);
  return claimView(claim, { company, debtor: loaded.facts.debtor }, assign(book, loaded.facts, company).scenario, {
    on: requireDay(today),
    asked: await claimsAskedByNotice(tx, [found.caseId]),
  });
}
