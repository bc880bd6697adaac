import type { DigestMessage, DigestView } from '@acquit/recovery';
import { expect, test } from 'vitest';
import { newTenant, testStore } from '../testing/index.ts';
import { testApp } from './testing/app.ts';
import { makeBook } from './testing/book.ts';
import { signedIn } from './testing/people.ts';

const { store, home } = await testStore();
const app = await testApp(store, home);

test('a person chooses the day of the digest, reads what it would say, and ends it', async () => {
  const tenantId = await newTenant(store);
  const owner = await signedIn(app, store, tenantId);
  const { companyId } = await makeBook(store, tenantId);
  const path = `/api/companies/${companyId}/digest`;
  expect((await owner.get<DigestView>(path)).body).toMatchObject({ weekday: null, last: [] });
  const chosen = await owner.send<DigestView>('PUT', path, { weekday: 5 });
  expect(chosen.body.weekday).toBe(5);
  expect(chosen.body.recipient).toContain('@');
  const preview = await owner.get<DigestMessage>(`${path}/preview?on=2026-11-23`);
  expect(preview.body.text).toContain('Restent dus');
  expect((await owner.send('PUT', path, { weekday: 8 })).body.refusal?.code).toBe('InvalidRequest');
  expect((await owner.send<DigestView>('PUT', path, { weekday: null })).body.weekday).toBeNull();
  const { rows } = await store.inTenant(tenantId, (tx) =>
    tx.query<{ action: string }>(`select action from journal_entry where action like 'digest.%' order by seq`),
  );
  expect(rows.map(({ action }) => action)).toEqual(['digest.changed', 'digest.ended']);
});
