import { randomUUID } from 'node:crypto';
import { registryFile } from '../../intake/courts/testing/files.ts';
import { madeRecord } from '../../intake/notices/testing/records.ts';
import { keepNotices, type Store } from '../../store/index.ts';
import type { Book } from './book.ts';
import { droppedFile, type Named } from './calls.ts';

/** A notice that waits for a person. */
export interface NoticeRows {
  matchId: string;
}

const RECORD = madeRecord({ id: 'A202602000001', siren: null, on: '2026-11-12', name: 'BOULANGERIE ELEONORE' });

/** Makes it for the book's customer, found by his name alone. */
export async function makeNotice(
  store: Store,
  tenantId: string,
  { companyId, caseId, debtorId }: Book,
): Promise<NoticeRows> {
  const matchId = randomUUID();
  const { id: noticeId } = RECORD;
  await store.inTenant(tenantId, (tx) =>
    keepNotices(
      tx,
      'bodacc',
      [{ noticeId, publishedOn: '2026-11-12', previousId: null, record: RECORD }],
      [
        {
          ...{ matchId, companyId, caseId, debtorId, noticeId, siren: null },
          ...{ how: 'name', effect: 'opening', state: 'proposed', reason: 'Seul le nom correspond.' },
        },
      ],
    ),
  );
  return { matchId };
}

/** One call per route of courts and notices. */
export const NOTICE_CALLS: Record<string, (named: Named) => { path: string; body?: unknown }> = {
  'GET /api/courts': () => ({ path: '/api/courts' }),
  'GET /api/courts/find': () => ({ path: '/api/courts/find?court=judicial-or-local&postcode=69003&city=Lyon' }),
  'POST /api/courts/import': () => ({ path: '/api/courts/import', body: droppedFile('greffes.json', registryFile()) }),
  'GET /api/companies/{companyId}/notices': (n) => ({ path: `/api/companies/${n.companyId}/notices?waiting=true` }),
  'GET /api/cases/{caseId}/notices': (n) => ({ path: `/api/cases/${n.caseId}/notices` }),
  'POST /api/notices/{matchId}/decision': (n) => ({
    path: `/api/notices/${n.matchId}/decision`,
    body: { decision: 'confirm' },
  }),
  'POST /api/notices/import': () => ({
    path: '/api/notices/import',
    body: droppedFile('annonces.json', JSON.stringify([RECORD])),
  }),
  'PUT /api/companies/{companyId}/notices/watch': (n) => ({
    path: `/api/companies/${n.companyId}/notices/watch`,
    body: { active: true },
  }),
  'POST /api/companies/{companyId}/notices/check': (n) => ({
    path: `/api/companies/${n.companyId}/notices/check`,
    body: {},
  }),
};
