import { randomUUID } from 'node:crypto';
import type { RouteGuideView } from '@acquit/recovery';
import { beforeEach, expect, test } from 'vitest';
import { newTenant, type TestStore, testStore } from '../testing/index.ts';
import { TODAY, testApp } from './testing/app.ts';
import { type Book, makeBook } from './testing/book.ts';
import type { Client } from './testing/client.ts';
import { signedIn } from './testing/people.ts';

const { store, home, asSupervisor }: TestStore = await testStore();
const app = await testApp(store, home);
let [tenantId, owner, book] = ['', undefined as unknown as Client, undefined as unknown as Book];

beforeEach(async () => {
  tenantId = await newTenant(store);
  owner = await signedIn(app, store, tenantId);
  book = await makeBook(store, tenantId);
  await sql(`update debtor set postcode = '38000', city = 'Grenoble' where tenant_id = $1 and debtor_id = $2`, [
    tenantId,
    book.debtorId,
  ]);
});

const sql = <R extends object>(text: string, values: unknown[] = []) =>
  asSupervisor((client) => client.query<R>(text, values)).then(({ rows }) => rows);
const path = (more = '') => `/api/cases/${book.caseId}/route${more}`;
const guide = async (answers?: object, more = '') => {
  const query = answers === undefined ? '' : `?answers=${encodeURIComponent(JSON.stringify(answers))}${more}`;
  return (await owner.get<RouteGuideView>(path(query))).body;
};
const questionOf = (view: RouteGuideView, key: string) => view.questions.find((question) => question.key === key);
const routeOf = (view: RouteGuideView, procedure: string) =>
  view.guide!.routes.find((route) => route.procedure === procedure)!;
const NEEDED = { creditorKind: 'company', claimKind: 'goods' };
const journalled = async () =>
  (await sql<{ action: string }>('select action from journal_entry where tenant_id = $1 order by seq', [tenantId]))
    .map((row) => row.action)
    .filter((action) => action.startsWith('route.'));

test('the case fills what it knows, says from where, and asks for the rest before any route', async () => {
  const view = await guide();
  expect(view.guide).toBeNull();
  expect(view.blocked?.code).toBe('AnswersNeeded');
  expect(questionOf(view, 'debtorKind')).toMatchObject({ value: 'company', status: 'known', waits: false });
  // What is late today: 1 200 € and 800 €; the invoice of December is not due.
  expect(questionOf(view, 'amountCents')).toMatchObject({ value: 200_000, status: 'known' });
  expect(questionOf(view, 'indemnityCents')?.value).toBe(8_000);
  expect(questionOf(view, 'evidence')).toMatchObject({
    value: ['invoice'],
    from: 'Fichier de FA-2026-001, FA-2026-002',
    waits: true,
  });
  expect(questionOf(view, 'contested')).toMatchObject({ value: 'silent', status: 'doubtful' });
  expect(view.questions.filter(({ waits }) => waits).map(({ key }) => key)).toEqual([
    'creditorKind',
    'claimKind',
    'contested',
    'evidence',
    'limitationExpiresOn',
  ]);
});

test('answers are tried without being kept, and one route is explained to the article', async () => {
  const view = await guide({ ...NEEDED, successPercent: 50 }, '&explain=injonction-de-payer');
  const order = routeOf(view, 'injonction-de-payer');
  expect(order).toMatchObject({ open: true, court: 'tribunal de commerce', costCents: 10_269 });
  const { recoverableCents, expectedCents } = order.chance!;
  expect(recoverableCents).toBe(200_000 + 8_000 + Number(questionOf(view, 'interestCents')!.value));
  expect(expectedCents).toBe(Math.round(recoverableCents / 2) - 10_269);
  expect(view.explained?.procedure).toBe('injonction-de-payer');
  expect(JSON.stringify(view.explained?.trees)).toContain('1405');
  expect((await guide()).guide).toBeNull();
  expect(await sql('select from route_answer where tenant_id = $1', [tenantId])).toEqual([]);
});

test('what is answered is checked, and kept version after version in the journal', async () => {
  const put = (answers: object) => owner.send<RouteGuideView>('PUT', path('/answers'), { answers });
  expect((await put({ contested: 'loud' })).body.refusal).toMatchObject({ code: 'InvalidAnswer' });
  expect((await put({ colour: 'red' })).body.refusal).toMatchObject({ code: 'UnknownAnswer' });
  expect((await put(NEEDED)).body.saved).toMatchObject({ version: 1, on: TODAY, changes: [] });
  const second = await put({ ...NEEDED, contested: 'serious' });
  expect(second.body.saved?.version).toBe(2);
  expect(routeOf(second.body, 'injonction-de-payer').open).toBe(false);
  expect((await guide()).answers).toEqual({ ...NEEDED, contested: 'serious' });
  expect(await journalled()).toEqual(['route.answered', 'route.answered']);
});

test('a choice keeps the figures of its day, and says what changed in the case since', async () => {
  const post = (body: object) => owner.post<RouteGuideView>(path('/choice'), body);
  expect((await post({ way: 'assignation' })).body.refusal?.code).toBe('AnswersNeeded');
  expect((await post({ way: 'small-claims', answers: NEEDED })).body.refusal?.code).toBe('RouteNotOpen');
  // A refused choice leaves nothing behind it.
  expect(await sql('select from route_answer where tenant_id = $1', [tenantId])).toEqual([]);
  const chosen = (
    await post({ way: 'injonction-de-payer', note: 'Débiteur muet', answers: { ...NEEDED, successPercent: 80 } })
  ).body;
  expect(chosen.choice).toMatchObject({
    way: 'injonction-de-payer',
    by: 'Claire Martin',
    isProcedure: true,
    on: TODAY,
    note: 'Débiteur muet',
    isOpen: true,
    changes: [],
    opens: 'injonction-de-payer',
    shown: { name: 'Injonction de payer', costCents: 10_269, successPercent: 80, courtKind: 'commercial' },
  });
  await owner.post('/api/receipts', {
    caseId: book.caseId,
    receivedOn: '2026-11-20',
    amountCents: 50_000,
    method: 'transfer',
  });
  await owner.post(`/api/cases/${book.caseId}/disputes`, {
    claims: [{ claimId: book.claimIds.recent, contestedCents: null }],
    reason: 'goods-faulty',
    owner: 'Paul',
    deadlineOn: '2026-12-15',
  });
  const after = await guide();
  expect(after.choice?.changes.map(({ key }) => key)).toEqual(['amountCents', 'contested']);
  expect(after.saved?.changes.map(({ key }) => key)).toEqual(['amountCents', 'contested']);
  expect(after.choice).toMatchObject({ isOpen: false, shown: { costCents: 10_269 } });
  const withdrawn = (await owner.post<RouteGuideView>(path('/choice/withdraw'), {})).body;
  expect(withdrawn.choice).toBeNull();
  expect((await owner.post(path('/choice/withdraw'), {})).body.refusal?.code).toBe('NoRouteChosen');
  expect(await journalled()).toEqual(['route.answered', 'route.chosen', 'route.choice-withdrawn']);
});

test('a way that is no procedure may be chosen too', async () => {
  const chosen = await owner.post<RouteGuideView>(path('/choice'), { way: 'write-off', answers: NEEDED });
  expect(chosen.body.choice).toMatchObject({ way: 'write-off', isProcedure: false, opens: null, isOpen: true });
});

test('the case speaks: an insolvency, a limitation, a title, an approved invoice, a broken plan', async () => {
  const put = (table: string, row: Record<string, unknown>) =>
    sql(
      `insert into ${table} (tenant_id, ${Object.keys(row).join(', ')}) values ($1, ${Object.keys(row)
        .map((_, n) => `$${n + 2}`)
        .join(', ')})`,
      [tenantId, ...Object.values(row)],
    );
  const of = { company_id: book.companyId };
  for (const [claimId, on] of [
    [book.claimIds.old, '2027-01-10'],
    [book.claimIds.recent, '2031-11-01'],
  ])
    await put('claim_limitation', { ...of, claim_id: claimId, expires_on: on, computed_on: TODAY });
  await put('einvoice_standing', {
    ...of,
    claim_id: book.claimIds.old,
    code: '205',
    label: 'Approuvée',
    at: '2026-10-02',
  });
  await put('limitation_event', {
    ...of,
    event_id: randomUUID(),
    case_id: book.caseId,
    kind: 'acknowledgement',
    on_day: '2026-10-20',
    entered_by: 'owner',
  });
  await put('promise', {
    ...of,
    promise_id: randomUUID(),
    case_id: book.caseId,
    amount_cents: 1000,
    made_on: '2026-10-01',
    promised_on: '2026-10-10',
    expected_on: '2026-10-12',
    until_on: '2026-10-14',
    channel: 'phone',
    entered_by: 'owner',
  });
  await sql(`update claim set claim_kind = 'goods', notice_on = '2026-11-05' where tenant_id = $1 and case_id = $2`, [
    tenantId,
    book.caseId,
  ]);
  const view = await guide({ creditorKind: 'company' });
  expect(questionOf(view, 'limitationExpiresOn')).toMatchObject({ value: '2027-01-10', status: 'known' });
  expect(questionOf(view, 'claimKind')).toMatchObject({ value: 'goods', status: 'known' });
  expect(questionOf(view, 'contested')).toMatchObject({ value: 'no', status: 'known' });
  expect(questionOf(view, 'recoveryAtRisk')).toMatchObject({ status: 'doubtful', from: '1 promesse non tenue' });
  expect(questionOf(view, 'evidence')?.value).toEqual(['invoice', 'formal-notice', 'acknowledgement']);
  // Within three months of the end of limitation the acts that interrupt it go first.
  expect(view.guide?.routes[0]).toMatchObject({ procedure: 'assignation', deadline: '2027-01-10' });
  expect(view.lateClaimIds).toEqual([book.claimIds.old, book.claimIds.recent]);
  await sql(
    `update debtor set insolvency_opened_on = '2026-11-03', insolvency_published_on = '2026-11-10', insolvency_kind = 'liquidation' where tenant_id = $1`,
    [tenantId],
  );
  const insolvent = await guide({ creditorKind: 'company' });
  expect(insolvent.guide?.routes.filter(({ open }) => open).map(({ procedure }) => procedure)).toEqual([
    'insolvency-claim',
  ]);
  expect(routeOf(insolvent, 'insolvency-claim').deadline).toBe('2027-01-10');
  expect(questionOf(insolvent, 'lossEvent')?.value).toBe('liquidation');
});

test('the paper is a PDF of the answers kept, and an unknown case is not found', async () => {
  expect((await owner.get(path('/paper'))).body.refusal?.code).toBe('AnswersNeeded');
  await owner.send('PUT', path('/answers'), { answers: NEEDED });
  const paper = await owner.get(path('/paper'));
  expect([paper.status, paper.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  expect(paper.text.startsWith('%PDF-')).toBe(true);
  const unknown = randomUUID();
  expect((await owner.get(`/api/cases/${unknown}/route`)).body.refusal?.code).toBe('NotFound');
  expect((await owner.get(path('?answers=%7B'))).body.refusal?.code).toBe('InvalidRequest');
});

test('another tenant knows nothing of the case, and changes nothing in it', async () => {
  const stranger = await signedIn(app, store, await newTenant(store));
  const calls: [string, string, object?][] = [
    ['GET', path()],
    ['PUT', path('/answers'), { answers: NEEDED }],
    ['POST', path('/choice'), { way: 'assignation', answers: NEEDED }],
    ['POST', path('/choice/withdraw'), {}],
    ['GET', path('/paper')],
  ];
  for (const [method, address, body] of calls)
    expect([address, (await stranger.send(method, address, body)).status]).toEqual([address, 404]);
  expect(await sql('select from route_answer where case_id = $1', [book.caseId])).toEqual([]);
  expect(await sql('select from route_choice where case_id = $1', [book.caseId])).toEqual([]);
});
