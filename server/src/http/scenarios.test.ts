import {
  type BacktestView,
  type CaseView,
  defaultScenarios,
  type RefusalView,
  type ScenarioPreviewView,
  type ScenariosView,
  type Step,
  type TodayView,
} from '@acquit/recovery';
import { beforeAll, expect, test } from 'vitest';
import { touchCases } from '../store/index.ts';
import { newTenant, testStore } from '../testing/index.ts';
import { TODAY, testApp } from './testing/app.ts';
import { type Book, makeBook } from './testing/book.ts';
import type { Client } from './testing/client.ts';
import { signedIn } from './testing/people.ts';

const { store, home } = await testStore();
const app = await testApp(store, home);
const business = defaultScenarios.business;

let [tenantId, owner, book] = ['', null as unknown as Client, null as unknown as Book];
beforeAll(async () => {
  tenantId = await newTenant(store);
  owner = await signedIn(app, store, tenantId);
  book = await makeBook(store, tenantId);
  await store.inTenant(tenantId, (tx) => touchCases(tx, [book.caseId], TODAY));
});

const changed = (key: string, change: Partial<Step>) => ({
  ...business,
  steps: business.steps.map((step) => (step.key === key ? { ...step, ...change } : step)),
});
const path = (rest = '') => `/api/companies/${book.companyId}/scenarios${rest}`;

test('a change is shown before it is saved, refused by name, and saved as a version', async () => {
  const before = await owner.get<ScenariosView>(path());
  expect(before.body.scenarios.map(({ key }) => key)).toEqual([
    'business',
    'consumer',
    'public',
    'good-payer',
    'large-account',
  ]);
  // The formal notice of the oldest invoice, today, becomes one the day after the second reminder would.
  const later = changed('mise-en-demeure', { offsetDays: 80 });
  const preview = await owner.post<ScenarioPreviewView>(path('/preview'), { scenario: later, keep: false });
  expect(preview.body).toMatchObject({ days: 30, cases: 1, asked: 1, refusals: [] });
  expect(preview.body.changes.map(({ kind }) => kind)).toContain('removed');
  const same = await owner.post<ScenarioPreviewView>(path('/preview'), { scenario: business, keep: false });
  expect(same.body).toMatchObject({ added: 0, removed: 0, moved: 0, changed: 0, changes: [] });
  expect(same.body.same).toBeGreaterThan(0);

  const wrong = changed('call', { offsetDays: 2 });
  const refused = await owner.post<ScenarioPreviewView>(path('/preview'), { scenario: wrong, keep: false });
  expect(refused.body.refusals.map(({ code, step }) => [code, step])).toEqual([['OffsetsMustGrow', 'call']]);
  const unsaved = await owner.post<{ refusal: RefusalView }>(path(), { scenario: wrong, keep: false });
  expect([unsaved.status, unsaved.body.refusal.code]).toEqual([409, 'ScenarioRefused']);

  const saved = await owner.post<ScenariosView>(path(), { scenario: later, keep: false });
  expect(saved.body.scenarios[0]!.version).toBe(2);
  const again = await owner.post<ScenariosView>(path(), { scenario: later, keep: false });
  expect(again.body.scenarios[0]!.version).toBe(2);
  // Two tabs on the same scenario: the second to save does not wipe out what the first saved.
  const late = await owner.post<{ refusal: RefusalView }>(path(), { scenario: business, keep: false, seen: 1 });
  expect([late.status, late.body.refusal]).toEqual([
    409,
    expect.objectContaining({ code: 'ScenarioChanged', facts: { version: 2 } }),
  ]);
  const { body } = await owner.get<{ versions: { madeBy: string }[] }>(path('/business/versions'));
  expect(body.versions).toHaveLength(2);
});

test('a case says its scenario and who chose it, and may be given another of its own kind', async () => {
  const caseOf = async () => (await owner.get<CaseView>(`/api/cases/${book.caseId}`)).body.scenario;
  expect(await caseOf()).toMatchObject({ key: 'business', by: 'profile', choices: expect.any(Array) });
  const choose = (scenario: string | null) =>
    owner.post<{ refusal?: RefusalView }>(`/api/cases/${book.caseId}/scenario`, { scenario });
  expect((await choose('consumer')).body.refusal?.code).toBe('ScenarioNotForCase');
  expect((await choose('large-account')).status).toBe(200);
  expect(await caseOf()).toMatchObject({ key: 'large-account', by: 'hand' });
  await choose(null);
  const rules = [{ name: 'Tout le monde dès un euro', when: { leastOpenCents: 100 }, scenario: 'good-payer' }];
  const preview = await owner.post<ScenarioPreviewView>(`/api/companies/${book.companyId}/scenario-rules/preview`, {
    rules,
  });
  expect(preview.body.refusals).toEqual([]);
  expect((await owner.post(`/api/companies/${book.companyId}/scenario-rules`, { rules })).status).toBe(200);
  expect(await caseOf()).toMatchObject({ key: 'good-payer', by: 'rule' });
  await owner.post(`/api/companies/${book.companyId}/scenario-rules`, { rules: [] });
});

test('a scenario is replayed over the past beside what was done', async () => {
  const { body } = await owner.post<BacktestView>(path('/backtest'), { scenario: business, until: '2026-11-20' });
  // Two invoices were due by then, on 1 October and 1 November; nobody wrote about them, the scenario would have.
  expect(body).toMatchObject({ cases: 1, asked: 1, claims: 2, done: { contacts: 0 } });
  expect(body.replayed.contacts).toBeGreaterThan(2);
  expect(body.replayed.formalNotices).toBe(1);
  expect(body.notes[0]).toContain('jours de paiement');
});

test('a day that would send too much waits on the first screen until somebody says', async () => {
  const stop = async (onDay: string) =>
    store.inTenant(tenantId, async (tx) => {
      const { rows } = await tx.query<{ stop_id: string }>(
        `insert into volume_stop (tenant_id, stop_id, company_id, on_day, reason, messages, allowed)
         values ($1, gen_random_uuid(), $2, $3, 'cap', 600, 500) returning stop_id`,
        [tenantId, book.companyId, onDay],
      );
      return rows[0]!.stop_id;
    });
  const waiting = async () => (await owner.get<TodayView>(`/api/companies/${book.companyId}/today`)).body.volumeStop;
  const first = await stop('2026-11-20');
  expect(await waiting()).toMatchObject({ stopId: first, messages: 600, allowed: 500 });
  expect((await owner.post<{ messages: number }>(`/api/volume-stops/${first}/let-go`, {})).body.messages).toBe(600);
  expect(await waiting()).toBeNull();
  const again = await owner.post<{ refusal: RefusalView }>(`/api/volume-stops/${first}/keep`, {});
  expect(again.body.refusal.code).toBe('VolumeAnswered');
  const second = await stop('2026-11-21');
  expect((await owner.post(`/api/volume-stops/${second}/keep`, {})).status).toBe(200);
  expect(await waiting()).toBeNull();
});

test('a customer has a sector and a salesperson of ours', async () => {
  const salesperson = { sector: 'Bâtiment', salespersonName: 'Paul Berger', salespersonEmail: 'Paul@atelier.example' };
  const changed = await owner.send<Record<string, unknown>>('PATCH', `/api/debtors/${book.debtorId}`, salesperson);
  expect(changed.body).toMatchObject({ ...salesperson, salespersonEmail: 'paul@atelier.example' });
});
