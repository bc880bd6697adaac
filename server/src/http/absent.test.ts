import { randomUUID } from 'node:crypto';
import type { CaseView, TodayView } from '@acquit/recovery';
import { expect, test } from 'vitest';
import { touchCases } from '../store/index.ts';
import { newTenant, testStore } from '../testing/index.ts';
import { TODAY, testApp } from './testing/app.ts';
import { makeBook } from './testing/book.ts';
import { signedIn } from './testing/people.ts';

const { store, home } = await testStore();
const app = await testApp(store, home);

test('a claim that a list no longer has waits for a person on the first screen and in its case, until he answers', async () => {
  const tenantId = await newTenant(store);
  const owner = await signedIn(app, store, tenantId);
  const book = await makeBook(store, tenantId);
  const work = async () =>
    (await owner.get<TodayView>(`/api/companies/${book.companyId}/today`)).body.groups.find(
      ({ kind }) => kind === 'absent',
    );
  const absent = async () =>
    (await owner.get<CaseView>(`/api/cases/${book.caseId}`)).body.claims
      .filter((one) => one.absent !== null)
      .map(({ claimId, absent: reason }) => [claimId, reason]);
  expect([await work(), await absent()]).toEqual([undefined, []]);

  await store.inTenant(tenantId, async (tx) => {
    await tx.query(
      `insert into claim_hold (tenant_id, hold_id, claim_id, case_id, kind, reason, since_on)
       values ($1, $2, $3, $4, 'absent-from-ledger', 'absente de la balance.', '2026-11-20')`,
      [tenantId, randomUUID(), book.claimIds.old, book.caseId],
    );
    await touchCases(tx, [book.caseId], TODAY);
  });
  expect(await work()).toMatchObject({
    count: 1,
    items: [
      {
        claimId: book.claimIds.old,
        caseId: book.caseId,
        stepName: 'Facture FA-2026-001',
        on: '2026-11-20',
        reasons: [{ message: 'Facture FA-2026-001\u00a0: absente de la balance.' }],
      },
    ],
  });
  expect(await absent()).toEqual([[book.claimIds.old, 'absente de la balance.']]);

  expect((await owner.post(`/api/claims/${book.claimIds.old}/absent`, { answer: 'resume' })).status).toBe(200);
  expect([await work(), await absent()]).toEqual([undefined, []]);
});
