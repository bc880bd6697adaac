import type { CaseView, ClaimStatementView } from '@acquit/recovery';
import { expect, test } from 'vitest';
import { newTenant, testStore } from '../testing/index.ts';
import { testApp } from './testing/app.ts';
import { makeAction, makeBook } from './testing/book.ts';
import { signedIn } from './testing/people.ts';

const { store, home } = await testStore();
const app = await testApp(store, home);

test('what a formal notice asked for is no longer shown as kept in reserve, once it left and only if it asked', async () => {
  const tenantId = await newTenant(store);
  const owner = await signedIn(app, store, tenantId);
  const book = await makeBook(store, tenantId);
  const view = async () => (await owner.get<CaseView>(`/api/cases/${book.caseId}`)).body;
  const before = await view();
  const old = ({ claims }: CaseView) => claims.find((one) => one.claimId === book.claimIds.old)!;
  const reserve = old(before).penaltyCents + old(before).indemnityCents;
  expect([reserve > 0, old(before).askedByNotice]).toEqual([true, false]);

  const actionId = await makeAction(store, tenantId, book, {
    channel: 'letter',
    status: 'done',
    outbox: 'to-print',
    step: 'mise-en-demeure',
  });
  const says = (accessories: string, state: string) =>
    store.inTenant(tenantId, async (tx) => {
      await tx.query(
        `update action set facts = facts || jsonb_build_object('tone', 'formal', 'accessories', $3::text) where tenant_id = $1 and action_id = $2`,
        [tenantId, actionId, accessories],
      );
      await tx.query('update outbox set state = $3 where tenant_id = $1 and action_id = $2', [
        tenantId,
        actionId,
        state,
      ]);
    });
  for (const [accessories, state] of [
    ['claimed', 'to-print'],
    ['mentioned', 'captured'],
  ] as const) {
    await says(accessories, state);
    expect((await view()).owed).toEqual(before.owed);
  }
  await says('claimed', 'captured');
  const after = await view();
  expect(old(after).askedByNotice).toBe(true);
  expect(after.owed.reservedCents).toBe(before.owed.reservedCents - reserve);
  expect(after.owed.claimedCents).toBe(before.owed.claimedCents + reserve);
  const statement = await owner.get<ClaimStatementView>(`/api/claims/${book.claimIds.old}/statement`);
  const { principalLeftCents, penaltyCents, indemnityCents, totalDueCents, explanation } = statement.body;
  expect(totalDueCents).toBe(principalLeftCents + penaltyCents + indemnityCents);
  expect(Number(explanation.value)).toBe(totalDueCents);
});
