import type { ProcedureListView, ProcedureView } from '@acquit/recovery';
import { expect, test } from 'vitest';
import { newTenant, testStore } from '../testing/index.ts';
import { testApp } from './testing/app.ts';
import { makeBook } from './testing/book.ts';
import { signedIn } from './testing/people.ts';

const { store, home } = await testStore();
const app = await testApp(store, home);

test('procedures are found by customer, court, number and kind, and their sums follow', async () => {
  const tenantId = await newTenant(store);
  const owner = await signedIn(app, store, tenantId);
  const book = await makeBook(store, tenantId);
  const open = async (change: object) => {
    const order = { kind: 'injonction-de-payer', courtKind: 'commercial', claimIds: [book.claimIds.old], ...change };
    return (
      await owner.post<ProcedureView>(`/api/cases/${book.caseId}/procedures`, { openedOn: '2026-10-05', ...order })
    ).body;
  };
  const court = { courtName: 'Tribunal de commerce de Saint-Étienne', caseNumber: '2026J00482' };
  const { debtorName, claims } = await open(court);
  await open({ kind: 'sommation-de-payer', courtKind: null, claimIds: [book.claimIds.recent] });
  const found = async (query: string) => {
    const path = `/api/companies/${book.companyId}/procedures?${query}`;
    const { body, status } = await owner.get<ProcedureListView & { refusal?: object }>(path);
    return status === 200 ? [body.page.items.map(({ kind }) => kind), body.totals] : status;
  };
  const order = [['injonction-de-payer'], { count: 1, cents: 120_000 }];
  const both = [['sommation-de-payer', 'injonction-de-payer'], { count: 2, cents: 200_000 }];
  const none = [[], { count: 0, cents: 0 }];
  expect(await found('')).toEqual(both);
  for (const q of ['saint etienne', 'ETIENNE sai', '2026j004', claims[0]!.number])
    expect([q, await found(`q=${encodeURIComponent(q)}`)]).toEqual([q, order]);
  const name = encodeURIComponent(debtorName.slice(0, 5));
  expect(await found(`q=${name}`)).toEqual(both);
  expect(await found(`q=${name}&kind=sommation-de-payer`)).toEqual([
    ['sommation-de-payer'],
    { count: 1, cents: 80_000 },
  ]);
  expect(await found(`q=${name}&filter=closed`)).toEqual(none);
  for (const q of ['tienne', 'rouen', '%', '***', '_'.repeat(9)])
    expect([q, await found(`q=${encodeURIComponent(q)}`)]).toEqual([q, none]);
  expect(await found('kind=duel')).toBe(400);
  const stranger = await signedIn(app, store, await newTenant(store));
  const foreign = await stranger.get(`/api/companies/${book.companyId}/procedures?q=${name}`);
  expect(foreign.body.refusal?.code).toBe('NotFound');
});
