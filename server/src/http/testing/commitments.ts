import { insertNotices, type Store } from '../../store/index.ts';
import { type Book, makeAction, makeBook } from './book.ts';
import { droppedFile } from './calls.ts';
import type { Client } from './client.ts';

/** Something of every kind that was promised, contested, agreed or put off, in every state that a route acts on. */
export interface CommitmentRows {
  promiseId: string;
  disputeId: string;
  disputeFileSha: string;
  resolvedDisputeId: string;
  /** A draft, and a signed plan whose notice has been decided. */
  planId: string;
  noticedPlanId: string;
  pauseId: string;
  suspensionId: string;
}

/** Makes them through the owner's own client, in cases of their own, so that they hold nothing of the others. */
export async function makeCommitments(
  store: Store,
  tenantId: string,
  owner: Client,
  { companyId }: Book,
): Promise<CommitmentRows> {
  const kase = (prefix: string, debtorName: string) => makeBook(store, tenantId, { companyId, prefix, debtorName });
  const [one, two] = [await kase('FP-2026', 'Menuiserie des Tilleuls'), await kase('FQ-2026', 'Garage Ozanne')];
  const made = async <T extends object>(path: string, body: object): Promise<T> => {
    const { body: answer } = await owner.post<T>(path, body);
    if ('refusal' in answer) throw new Error(JSON.stringify(answer.refusal));
    return answer as T;
  };
  const promise = await made<{ promise: { promiseId: string } }>(`/api/cases/${one.caseId}/promises`, {
    promisedOn: '2026-11-30',
    claimIds: [one.claimIds.old],
  });
  const dispute = (claimId: string) =>
    made<{ disputeId: string }>(`/api/cases/${one.caseId}/disputes`, {
      claims: [{ claimId, contestedCents: 100 }],
      reason: 'price',
      owner: 'Claire',
      deadlineOn: '2026-12-01',
    });
  const { disputeId } = await dispute(one.claimIds.old);
  const withFile = await owner.post<{ files: { sha256: string }[] }>(
    `/api/disputes/${disputeId}/files`,
    droppedFile('bon.txt', `Bon de livraison ${disputeId}`),
  );
  const { disputeId: resolvedDisputeId } = await dispute(one.claimIds.recent);
  await made(`/api/disputes/${resolvedDisputeId}/resolve`, { outcome: 'withdrawn' });
  const plan = (caseId: string) =>
    made<{ plan: { planId: string } }>(`/api/cases/${caseId}/plans`, {
      accessories: 'reserved',
      cut: { from: '2026-12-10', count: 3, every: 'month' },
    });
  const { plan: draft } = await plan(one.caseId);
  const { plan: signed } = await plan(two.caseId);
  await made(`/api/plans/${signed.planId}/sign`, { signedOn: '2026-11-21', signedBy: 'M. Ozanne' });
  await owner.post(`/api/plans/${signed.planId}/proof`, droppedFile('signé.txt', `Original ${signed.planId}`));
  const actionId = await makeAction(store, tenantId, two, {
    status: 'done',
    channel: 'letter',
    step: 'plan-missed',
    decidedOn: '2026-11-20',
  });
  await store.inTenant(tenantId, (tx) =>
    insertNotices(tx, [{ planId: signed.planId, actionId, decidedOn: '2026-11-20', upTo: 1, expiresOn: '2026-12-05' }]),
  );
  const { pauses } = await made<{ pauses: { pauseId: string }[] }>(`/api/cases/${two.caseId}/pauses`, {
    until: '2026-12-15',
    reason: 'Congés annuels',
  });
  const suspension = await made<{ suspensionId: string }>(`/api/cases/${one.caseId}/suspensions`, {
    supply: 'goods',
    effectiveOn: '2026-12-07',
    sameContract: true,
    reason: 'Impayés',
    owner: 'Claire',
  });
  return {
    promiseId: promise.promise.promiseId,
    disputeId,
    disputeFileSha: withFile.body.files[0]!.sha256,
    resolvedDisputeId,
    planId: draft.planId,
    noticedPlanId: signed.planId,
    pauseId: pauses[0]!.pauseId,
    suspensionId: suspension.suspensionId,
  };
}
