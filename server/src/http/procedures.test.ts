import { addDays, day, formatDay } from '@acquit/law';
import type {
  AheadView,
  CalendarView,
  DeadlineListView,
  LimitationListView,
  LimitationView,
  ProcedureView,
  TodayView,
  WriteOffPreview,
  WriteOffView,
} from '@acquit/recovery';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { refreshCompanyLimitations, refreshCompanyProcedures, runPass, seeDeadline } from '../jobs/index.ts';
import {
  applyProcedures,
  findProcedure,
  loadCases,
  loadCompany,
  proceduresOfCases,
  standingsOf,
  todayOf,
  touchCases,
} from '../store/index.ts';
import { newTenant, type TestStore, testStore } from '../testing/index.ts';
import { TODAY, testApp } from './testing/app.ts';
import { type Book, makeAction, makeBook } from './testing/book.ts';
import { droppedFile } from './testing/calls.ts';
import type { Client } from './testing/client.ts';
import { signedIn } from './testing/people.ts';

const { store, home, asSupervisor }: TestStore = await testStore();
const app = await testApp(store, home);
let [tenantId, owner, book] = ['', undefined as unknown as Client, undefined as unknown as Book];

beforeEach(async () => {
  tenantId = await newTenant(store);
  owner = await signedIn(app, store, tenantId);
  book = await makeBook(store, tenantId);
});

const made = async <T extends object>(path: string, body: object): Promise<T> => {
  const answer = await owner.post<T>(path, body);
  expect([path, answer.status, answer.body.refusal?.code]).toEqual([path, 200, undefined]);
  return answer.body;
};
const refusalOf = async (path: string, body: object) => (await owner.post(path, body)).body.refusal?.code;
const sql = <R extends object>(text: string, values: unknown[] = []) =>
  asSupervisor((client) => client.query<R>(text, values)).then(({ rows }) => rows);
const of = () => ({ tenantId, companyId: book.companyId });
const night = (on: string) => runPass(store, { ...of(), on: day(on), dryRun: false });
const holds = async (claimId: string) => {
  const [loaded] = await store.inTenant(tenantId, (tx) => loadCases(tx, [book.caseId]));
  return (loaded!.facts.claims.find((one) => one.claimId === claimId)?.holds ?? []).map((hold) => hold.kind);
};
const today = async () => (await owner.get<TodayView>(`/api/companies/${book.companyId}/today`)).body;
const group = async (kind: string) => (await today()).groups.find((one) => one.kind === kind)?.items ?? [];
const setDebtor = (column: string, value: string) =>
  store.inTenant(tenantId, async (tx) => {
    await tx.query(`update debtor set ${column} = $3 where tenant_id = $1 and debtor_id = $2`, [
      tenantId,
      book.debtorId,
      value,
    ]);
    await touchCases(tx, [book.caseId], TODAY);
  });

const NOTHING = { messages: 0, letters: 0, totalCents: 0 };
const open = (change: object = {}) =>
  made<ProcedureView>(`/api/cases/${book.caseId}/procedures`, {
    kind: 'injonction-de-payer',
    courtKind: 'commercial',
    claimIds: [book.claimIds.old],
    openedOn: '2026-10-05',
    ...change,
  });
const tell = (procedureId: string, kind: string, on: string, values: object = {}) =>
  made<ProcedureView>(`/api/procedures/${procedureId}/events`, { kind, on, values });

test('a procedure holds its claims alone until it is closed, and takes back what was prepared', async () => {
  const pending = await makeAction(store, tenantId, book, { status: 'to-confirm', decidedOn: TODAY });
  const procedure = await open();
  expect(procedure).toMatchObject({ amountCents: 120_000, state: 'draft', end: null, closed: null, blocked: null });
  expect([await holds(book.claimIds.old), await holds(book.claimIds.recent)]).toEqual([['procedure'], []]);
  expect(await sql('select status from action where action_id = $1', [pending])).toEqual([{ status: 'cancelled' }]);
  expect(
    await refusalOf(`/api/cases/${book.caseId}/procedures`, {
      kind: 'injonction-de-payer',
      claimIds: [book.claimIds.old],
    }),
  ).toBe('ProcedureRunning');
  await made(`/api/procedures/${procedure.procedureId}/close`, { reason: 'accord trouvé' });
  expect(await holds(book.claimIds.old)).toEqual([]);
  expect(await refusalOf(`/api/procedures/${procedure.procedureId}/events`, { kind: 'filed', on: TODAY })).toBe(
    'ProcedureClosed',
  );
  await made(`/api/procedures/${procedure.procedureId}/reopen`, {});
  expect(await holds(book.claimIds.old)).toEqual(['procedure']);
});

test('events start dates; one taken back takes its dates with it, unless a later one needs it', async () => {
  const { procedureId } = await open();
  await tell(procedureId, 'filed', '2026-10-06', { feePaid: true });
  const granted = await tell(procedureId, 'granted', '2026-10-20', { grantedCents: 120_000 });
  const serve = granted.deadlines.find((one) => one.what === 'serve')!;
  expect(serve).toMatchObject({ whose: 'ours', before: '2027-01-20', status: 'open' });
  expect(await refusalOf(`/api/procedures/${procedureId}/events`, { kind: 'served', on: '2026-11-22' })).toBe(
    'DateInFuture',
  );
  expect(await refusalOf(`/api/procedures/${procedureId}/events`, { kind: 'served', on: '2026-11-02' })).toBe(
    'MissingField',
  );
  const served = await tell(procedureId, 'served', '2026-11-02', { manner: 'person' });
  expect(served.deadlines.find((one) => one.what === 'serve')?.status).toBe('done');
  const eventOf = (kind: string) => served.events.find((one) => one.kind === kind)!.eventId;
  expect(await refusalOf(`/api/procedure-events/${eventOf('granted')}/withdraw`, {})).toBe('EventNeeded');
  const back = await made<ProcedureView>(`/api/procedure-events/${eventOf('served')}/withdraw`, { reason: 'erreur' });
  expect(back.events.find((one) => one.kind === 'served')?.withdrawn).toMatchObject({ reason: 'erreur' });
  expect(back.state).toBe(granted.state);
  expect(back.deadlines.map((one) => [one.what, one.status])).toEqual(
    granted.deadlines.map((one) => [one.what, one.status]),
  );
  expect(await refusalOf(`/api/procedure-events/${eventOf('served')}/withdraw`, {})).toBe('EventWithdrawn');
  const actions = await sql<{ action: string }>(
    `select action from journal_entry where tenant_id = $1 and action like 'procedure.%' order by seq`,
    [tenantId],
  );
  expect(actions.map((one) => one.action)).toEqual([
    'procedure.opened',
    'procedure.event',
    'procedure.changed',
    'procedure.event',
    'procedure.changed',
    'procedure.event',
    'procedure.changed',
    'procedure.event-withdrawn',
    'procedure.changed',
  ]);
});

test('a proof is kept byte for byte beside its event, and another tenant does not see it', async () => {
  const { procedureId } = await open();
  const { events } = await tell(procedureId, 'filed', '2026-10-06');
  const proved = await owner.post<ProcedureView>(
    `/api/procedure-events/${events[0]!.eventId}/proof`,
    droppedFile('requête.txt', 'Requête en injonction de payer'),
  );
  const proof = proved.body.events[0]!.proof!;
  expect(proof.name).toBe('requête.txt');
  const path = `/api/procedures/${procedureId}/files/${proof.sha256}`;
  expect((await owner.get(path)).text).toBe('Requête en injonction de payer');
  const stranger = await signedIn(app, store, await newTenant(store));
  expect((await stranger.get(path)).status).toBe(404);
});

test('an insolvent debtor is sued for nothing more, and a public body is not seized; the rest is a doubt', async () => {
  await setDebtor('kind', 'public-body');
  const path = `/api/cases/${book.caseId}/procedures`;
  expect(await refusalOf(path, { kind: 'saisie-attribution' })).toBe('DebtorUnseizable');
  await setDebtor('kind', 'company');
  await setDebtor('insolvency_opened_on', '2026-11-10');
  expect(await refusalOf(path, { kind: 'injonction-de-payer' })).toBe('InsolvencyOpened');
  await made<ProcedureView>(path, { kind: 'insolvency-claim' });
  await setDebtor('insolvency_opened_on', '2027-06-01');
  const doubted = await made<ProcedureView>(path, { kind: 'saisie-vente', claimIds: [book.claimIds.recent] });
  expect(doubted.doubts.map((one) => one.code)).toHaveLength(1);
  expect(await refusalOf(path, { kind: 'assignation', openedOn: '2026-08-30' })).toBe('DateBeforeClaim');
});

test('a settled case makes open dates moot, and the procedure waits for somebody to close it', async () => {
  const { procedureId } = await open();
  await tell(procedureId, 'filed', '2026-10-06', { feePaid: true });
  await tell(procedureId, 'granted', '2026-10-20');
  await made('/api/receipts', {
    caseId: book.caseId,
    receivedOn: '2026-11-20',
    amountCents: 120_000,
    method: 'transfer',
    claimIds: [book.claimIds.old],
  });
  const { body } = await owner.get<ProcedureView>(`/api/procedures/${procedureId}`);
  expect([body.isSettled, body.deadlines.find((one) => one.what === 'serve')?.status]).toEqual([true, 'moot']);
  expect((await group('procedure')).map((one) => [one.objectId, one.what])).toEqual([[procedureId, 'settled']]);
  await made(`/api/procedures/${procedureId}/close`, {});
  expect(await group('procedure')).toEqual([]);
});

test('dates of ours come to the worklist with what they cost, hide once seen, and a missed one stays', async () => {
  const { procedureId } = await open();
  await tell(procedureId, 'filed', '2026-10-06', { feePaid: true });
  await tell(procedureId, 'granted', '2026-10-20');
  const at = (on: string) =>
    store.inTenant(tenantId, async (tx) => {
      await applyProcedures(tx, [book.caseId], on);
      const company = (await loadCompany(tx, book.companyId))!;
      const view = await todayOf(tx, company, { on, tonight: NOTHING, reader: 'Claire' });
      const items = view.groups.find((one) => one.kind === 'deadline')?.items ?? [];
      return items.map((one) => [one.objectId, one.what, one.standing, one.totalCents]);
    });
  expect(await at('2026-12-20')).toEqual([]);
  expect(await at('2026-12-21')).toEqual([[procedureId, 'serve', 'coming', 120_000]]);
  const seen = (on: string) =>
    store.inTenant(tenantId, (tx) =>
      seeDeadline(tx, { procedureId, what: 'serve' }, { actor: 'user:claire', today: on }),
    );
  expect(await seen('2026-12-21')).toHaveProperty('procedure');
  expect(await at('2026-12-22')).toEqual([]);
  expect(await at('2027-01-05')).toHaveLength(1);
  expect((await at('2027-01-21')).map((row) => row[2])).toEqual(['late']);
  expect((await at('2027-03-30')).map((row) => row[2])).toEqual(['late']);
  expect(await seen('2027-03-30')).toHaveProperty('procedure');
  expect(await at('2027-03-31')).toEqual([]);
  const { body } = await owner.get<DeadlineListView>(`/api/companies/${book.companyId}/deadlines?days=120`);
  expect(body.items.filter((one) => one.what === 'serve')).toMatchObject([
    { procedureId, status: 'missed', seen: false },
  ]);
  await store.inTenant(tenantId, (tx) => touchCases(tx, [book.caseId], TODAY));
  const { body: now } = await owner.get<DeadlineListView>(`/api/companies/${book.companyId}/deadlines?days=120`);
  expect(now.items.filter((one) => one.what === 'serve')).toMatchObject([
    { procedureId, status: 'open', daysLeft: 60 },
  ]);
});

test('costs are asked of the debtor with a title and never before', async () => {
  const { procedureId } = await open();
  const cost = (what: string, amountCents: number, bearer: string) =>
    made<ProcedureView>(`/api/procedures/${procedureId}/costs`, { what, amountCents, on: '2026-10-06', bearer });
  await cost('Greffe', 3_023, 'suit');
  const before = await cost('Avocat', 60_000, 'creditor');
  expect(before.costTotals).toEqual({ totalCents: 63_023, askedCents: 0, keptCents: 63_023 });
  await tell(procedureId, 'filed', '2026-10-06', { feePaid: true });
  await tell(procedureId, 'granted', '2026-10-08', { grantedCents: 120_000 });
  const served = await tell(procedureId, 'served', '2026-10-12', { manner: 'person' });
  expect(served.title).toBeNull();
  const body = (await store.inTenant(tenantId, (tx) => findProcedure(tx, procedureId, day('2026-12-30'))))!;
  expect(body.title).toMatchObject({
    baseCents: 120_000,
    baseIsGranted: true,
    servedOn: '2026-10-12',
    costsCents: 3_023,
  });
  expect(body.title!.totalDueCents).toBe(120_000 + body.title!.interestLeftCents + 3_023);
  expect(body.costTotals).toEqual({ totalCents: 63_023, askedCents: 3_023, keptCents: 60_000 });
  expect(body.title!.expiresConfidence).toBe('C');
  const taken = await made<ProcedureView>(`/api/procedure-costs/${body.costs[0]!.costId}/withdraw`, {});
  expect(taken.costTotals.totalCents).toBe(60_000);
  expect(await refusalOf(`/api/procedure-costs/${body.costs[0]!.costId}/withdraw`, {})).toBe('NotFound');
});

const radar = async (within = 'all') =>
  (await owner.get<LimitationListView>(`/api/companies/${book.companyId}/limitation?within=${within}`)).body;
const dated = (claimId: string, issuedOn: string, dueOn: string) =>
  store.inTenant(tenantId, async (tx) => {
    await tx.query('update claim set issued_on = $3, due_on = $4 where tenant_id = $1 and claim_id = $2', [
      tenantId,
      claimId,
      issuedOn,
      dueOn,
    ]);
    await touchCases(tx, [book.caseId], TODAY);
  });

test('the radar is lazy, sorted by day, and opens to the tree and to what would interrupt', async () => {
  await dated(book.claimIds.old, '2021-11-20', '2021-12-20');
  expect(await radar()).toMatchObject({ page: { items: [] }, stale: 1 });
  expect(await refreshCompanyLimitations(store, { ...of(), on: day(TODAY) })).toBe(1);
  expect(await refreshCompanyLimitations(store, { ...of(), on: day(TODAY) })).toBe(0);
  const list = await radar();
  expect(list.stale).toBe(0);
  expect(list.page.items.map((row) => [row.claimId, row.expiresOn, row.stage])).toEqual([
    [book.claimIds.old, '2026-12-20', 60],
    [book.claimIds.recent, '2031-11-01', null],
    [book.claimIds.future, '2031-12-15', null],
  ]);
  expect((await radar('60')).page.items).toHaveLength(1);
  expect((await radar('15')).page.items).toHaveLength(0);
  const { body } = await owner.get<LimitationView>(`/api/claims/${book.claimIds.old}/limitation`);
  expect(body.value?.expiresOn).toBe('2026-12-20');
  expect(body.interrupts.map((one) => one.act)).toContain('Reconnaissance de dette');
  expect(body.doesNot.map((one) => one.act)).toContain('Mise en demeure');
  expect((await group('limitation')).map((one) => one.claimId)).toEqual([book.claimIds.old]);
  await made(`/api/claims/${book.claimIds.old}/limitation/seen`, {});
  expect(await group('limitation')).toEqual([]);
});

test('payments of the debtor restart it, seizures and an undone receipt do not; so do facts entered by hand', async () => {
  await dated(book.claimIds.old, '2021-11-20', '2021-12-20');
  const expires = async () =>
    (await owner.get<LimitationView>(`/api/claims/${book.claimIds.old}/limitation`)).body.row.expiresOn;
  const pay = (method: string) =>
    made<{ receiptId: string }>('/api/receipts', {
      caseId: book.caseId,
      receivedOn: '2026-11-20',
      amountCents: 10_000,
      method,
      claimIds: [book.claimIds.old],
    });
  await pay('commissaire');
  expect(await expires()).toBe('2026-12-20');
  const { receiptId } = await pay('transfer');
  expect(await expires()).toBe('2031-11-20');
  await made(`/api/receipts/${receiptId}/cancel`, {});
  expect(await expires()).toBe('2026-12-20');
  const facts = `/api/cases/${book.caseId}/limitation-facts`;
  const { eventId } = await made<{ eventId: string }>(facts, { kind: 'acknowledgement', on: '2026-11-19' });
  expect(await expires()).toBe('2031-11-19');
  await made(`/api/limitation-facts/${eventId}/withdraw`, {});
  expect(await expires()).toBe('2026-12-20');
  expect(await refusalOf(facts, { kind: 'acknowledgement', on: '2026-11-19', until: '2026-11-20' })).toBe('OneDayOnly');
  const mediation = await made<{ eventId: string }>(facts, { kind: 'mediation', on: '2026-11-10' });
  const pending = await radar();
  expect(pending.page.items.find((row) => row.claimId === book.claimIds.old)).toMatchObject({
    expiresOn: null,
    fallbackOn: '2026-12-20',
  });
  await made(`/api/limitation-facts/${mediation.eventId}/withdraw`, {});
  await owner.send('PUT', `/api/claims/${book.claimIds.old}/nature`, { claimKind: 'transport' });
  expect(await expires()).toBe('2022-11-20');
  const { body } = await owner.get<LimitationView>(`/api/claims/${book.claimIds.old}/limitation`);
  expect(body.claimKind).toBe('transport');
  expect([...body.interrupts, ...body.doesNot].map((act) => act.kind)).toContain('acknowledgement');
  expect(body.facts.map((fact) => [fact.kind, fact.withdrawn !== null])).toEqual([
    ['mediation', true],
    ['acknowledgement', true],
  ]);
});

test('an expired claim is announced nothing: the night holds it with the reason, and frees it with a new fact', async () => {
  await dated(book.claimIds.old, '2021-10-20', '2021-11-22');
  await refreshCompanyLimitations(store, { ...of(), on: day(TODAY) });
  expect(await holds(book.claimIds.old)).toEqual([]);
  await night('2026-11-23');
  expect(await holds(book.claimIds.old)).toEqual(['limitation-expired']);
  const said = await sql<{ reason: string }>(
    `select reason from claim_hold where tenant_id = $1 and kind = 'limitation-expired' and ended_at is null`,
    [tenantId],
  );
  expect(said[0]!.reason).toContain('22 novembre 2026');
  await night('2026-11-24');
  expect(await sql('select count(*)::int as n from claim_hold where tenant_id = $1', [tenantId])).toEqual([{ n: 1 }]);
  await made(`/api/cases/${book.caseId}/limitation-facts`, { kind: 'acknowledgement', on: '2026-11-20' });
  expect(await holds(book.claimIds.old)).toEqual([]);
});

test('dates of procedures and ends of limitation are in the calendar, in the feed and on the case', async () => {
  const { procedureId } = await open();
  await tell(procedureId, 'filed', '2026-11-10');
  await dated(book.claimIds.recent, '2021-11-20', '2021-12-20');
  await refreshCompanyLimitations(store, { ...of(), on: day(TODAY) });
  const calendar = await owner.get<CalendarView>(`/api/companies/${book.companyId}/calendar`);
  expect(calendar.body.dates.map((one) => [one.kind, one.on, one.procedureId])).toEqual([
    ['deadline', '2026-11-25', procedureId],
    ['limitation', '2026-12-20', null],
  ]);
  const { path } = (await owner.post<{ path: string }>(`/api/companies/${book.companyId}/calendar-feed`, {})).body;
  const feed = (await (await fetch(app.url + path)).text()).replaceAll('\r\n ', '');
  expect([...feed.matchAll(/DTSTART;VALUE=DATE:(\d+)/g)].map(([, on]) => on)).toEqual(['20261125', '20261220']);
  expect(feed).toContain(`UID:deadline-${procedureId}-pay-registry-fee-2026-11-10@acquit`);
  const ahead = await owner.get<AheadView>(`/api/cases/${book.caseId}/ahead`);
  expect(ahead.body.dates.map((one) => one.on)).toEqual(['2026-11-25', '2026-12-20']);
});

test('claims given up are asked of nobody, keep their entries as shown, and come back', async () => {
  const path = `/api/cases/${book.caseId}/write-offs`;
  const order = {
    reason: 'failed-pursuits',
    reasonOn: '2026-11-10',
    vatPoint: 'delivery',
    duplicateSentOn: '2026-11-12',
    claims: [{ claimId: book.claimIds.old, vatCents: 20_000 }],
  };
  const shown = await made<WriteOffPreview>(`${path}/preview`, order);
  expect(shown).toMatchObject({ amountCents: 120_000, warnings: [] });
  const none = await owner.get<{ writeOffs: WriteOffView[] }>(path);
  expect(none.body.writeOffs).toEqual([]);
  const given = await made<WriteOffView>(path, order);
  expect(given.accounting).toEqual(shown.accounting);
  expect(given).toMatchObject({
    amountCents: 120_000,
    accounting: { recoverableVatCents: 20_000, lostNetCents: 100_000 },
  });
  const status = () => sql('select status, open_cents::int from claim where claim_id = $1', [book.claimIds.old]);
  expect(await status()).toEqual([{ status: 'irrecoverable', open_cents: 120_000 }]);
  const owed = () => sql('select open_cents::int, open_claims from collection_case where case_id = $1', [book.caseId]);
  expect(await owed()).toEqual([{ open_cents: 130_000, open_claims: 2 }]);
  expect(await refusalOf(path, order)).toBe('ClaimNotInCase');
  expect(given.later).toBeNull();
  const late = { caseId: book.caseId, receivedOn: '2026-11-20', amountCents: 60_000, method: 'transfer' };
  expect(await refusalOf('/api/receipts', { ...late, claimIds: [book.claimIds.old] })).toBe('ClaimNotInCase');
  // A sum larger than what is still open: what nothing else takes came for what was given up.
  await made('/api/receipts', { ...late, amountCents: 190_000 });
  const [told] = (await owner.get<{ writeOffs: WriteOffView[] }>(path)).body.writeOffs;
  expect(told!.later).toEqual({ receivedCents: 60_000, vatDueAgainCents: 10_000 });
  const again = await owner.post<{ warnings: { code: string }[] }>(`${path}/preview`, { ...order, claims: [] });
  expect(again.body.refusal?.code).toBe('NothingToGiveUp');
  const undone = await made<WriteOffView>(`/api/write-offs/${given.writeOffId}/undo`, {});
  expect([given.enteredBy, undone.undone?.by]).toEqual(['Claire Martin', 'Claire Martin']);
  expect(undone.later).toBeNull();
  expect(await status()).toEqual([{ status: 'open', open_cents: 120_000 }]);
  expect(await owed()).toEqual([{ open_cents: 120_000, open_claims: 1 }]);
  expect(await refusalOf(`/api/write-offs/${given.writeOffId}/undo`, {})).toBe('NotFound');
  const unplaced = await made<WriteOffPreview>(`${path}/preview`, order);
  expect(unplaced.warnings.map(({ code }) => code)).toEqual(['MoneyUnplaced']);
});

const KINDS = ['filed', 'fee-paid', 'granted', 'served', 'opposed', 'certificate', 'hearing-set', 'rejected'];
const VALUES: Record<string, object> = { served: { manner: 'home' }, 'hearing-set': { hearingOn: '2027-02-01' } };

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('tell' as const), kind: fc.constantFrom(...KINDS), at: fc.nat(45) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('withdraw' as const), at: fc.nat(6) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('night' as const), at: fc.nat(300) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('pay' as const), at: fc.nat(30) }) },
);

test('whatever the order of events, withdrawals, payments and nights, what is kept is what is computed anew', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 9 }), async (steps) => {
      tenantId = await newTenant(store);
      owner = await signedIn(app, store, tenantId);
      book = await makeBook(store, tenantId);
      const { procedureId } = await open();
      let on = TODAY;
      for (const one of steps) {
        if (one.do === 'night') {
          on = formatDay(addDays(day(TODAY), one.at));
          await refreshCompanyProcedures(store, { ...of(), on: day(on) });
          continue;
        }
        // What somebody does is done on the day of the app: the clock goes back to it.
        on = TODAY;
        if (one.do === 'tell') {
          const event = {
            kind: one.kind,
            on: formatDay(addDays(day('2026-10-06'), one.at)),
            values: VALUES[one.kind] ?? {},
          };
          const { status } = await owner.post(`/api/procedures/${procedureId}/events`, event);
          if (status !== 200) continue;
        } else if (one.do === 'withdraw') {
          const { body } = await owner.get<ProcedureView>(`/api/procedures/${procedureId}`);
          const event = body.events[one.at];
          if (event === undefined) continue;
          await owner.post(`/api/procedure-events/${event.eventId}/withdraw`, {});
        } else {
          await owner.post('/api/receipts', {
            caseId: book.caseId,
            receivedOn: TODAY,
            amountCents: 60_000,
            method: 'transfer',
            claimIds: [book.claimIds.old],
          });
        }
      }
      await refreshCompanyProcedures(store, { ...of(), on: day(on) });
      const [fresh] = await store.inTenant(tenantId, async (tx) =>
        standingsOf(await proceduresOfCases(tx, [book.caseId]), day(on)),
      );
      if (fresh === undefined || 'refusal' in fresh.life) throw new Error('no life');
      const iso = (some: Parameters<typeof formatDay>[0] | null) => (some === null ? null : formatDay(some));
      const kept = await sql(
        `select state, state_since::text as since, ended, is_settled as settled, title_on::text as title from procedure where procedure_id = $1`,
        [procedureId],
      );
      expect(kept).toEqual([
        {
          state: fresh.life.state,
          since: iso(fresh.life.since),
          ended: fresh.life.end,
          settled: fresh.isSettled,
          title: iso(fresh.life.title?.on ?? null),
        },
      ]);
      const dates = await sql(
        `select what, before_on::text as before, not_before_on::text as opens, whose, status, done_on::text as done
           from procedure_deadline where procedure_id = $1 order by n`,
        [procedureId],
      );
      expect(dates).toEqual(
        fresh.deadlines.map((one) => ({
          what: one.what,
          before: iso(one.before),
          opens: iso(one.notBefore),
          whose: one.whose,
          status: one.status,
          done: iso(one.doneOn),
        })),
      );
    }),
    { numRuns: 12 },
  );
}, 180_000);
