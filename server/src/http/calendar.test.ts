import type { AheadView, CalendarDayView, CalendarView, PlanView } from '@acquit/recovery';
import { beforeEach, expect, test } from 'vitest';
import { newTenant, type TestStore, testStore } from '../testing/index.ts';
import { testApp } from './testing/app.ts';
import { type Book, makeBook } from './testing/book.ts';
import type { Client } from './testing/client.ts';
import { signedIn } from './testing/people.ts';

const { store, home }: TestStore = await testStore();
const app = await testApp(store, home);
let [tenantId, owner, book] = ['', undefined as unknown as Client, undefined as unknown as Book];

beforeEach(async () => {
  tenantId = await newTenant(store);
  owner = await signedIn(app, store, tenantId);
  book = await makeBook(store, tenantId);
});

const calendar = async (days = 60) =>
  (await owner.get<CalendarView>(`/api/companies/${book.companyId}/calendar?days=${days}`)).body;

test('the calendar says of each day what the plan says, to the act and the cent', async () => {
  const { days, from, wholeUntil } = await calendar();
  const plan = (await owner.get<PlanView>(`/api/companies/${book.companyId}/plan?days=60`)).body;
  expect(plan.items.length).toBeGreaterThan(2);
  expect([from, days.length, wholeUntil]).toEqual([plan.from, 60, null]);
  for (const { on, count, byHand, channels, cents } of days) {
    const items = plan.items.filter((item) => item.on === on);
    const asked = new Map(items.map((item) => [`${item.caseId} ${item.stepName}`, item.totalCents]));
    expect([on, count, byHand, channels.reduce((sum, one) => sum + one.count, 0), cents]).toEqual([
      on,
      items.length,
      items.filter((item) => item.release !== 'automatic').length,
      items.length,
      [...asked.values()].reduce((sum, one) => sum + one, 0),
    ]);
    if (items.length === 0) continue;
    const one = (await owner.get<CalendarDayView>(`/api/companies/${book.companyId}/calendar/${on}`)).body;
    expect([one.isWhole, one.items.map((item) => item.stepName).sort()]).toEqual([
      true,
      items.map((item) => item.stepName).sort(),
    ]);
  }
  const ahead = (await owner.get<AheadView>(`/api/cases/${book.caseId}/ahead`)).body;
  const order = (items: PlanView['items']) =>
    items
      .filter((item) => item.caseId === book.caseId)
      .map((item) => JSON.stringify(item))
      .sort();
  expect(order(ahead.items)).toEqual(order(plan.items));
});

test('Sundays, public holidays and closing days say why nothing leaves, and nothing does', async () => {
  await owner.post(`/api/companies/${book.companyId}/closings`, {
    from: '2026-12-21',
    until: '2026-12-24',
    reason: 'fermeture annuelle',
  });
  const { days } = await calendar();
  const closed = new Map(days.map((one) => [one.on, one.closed]));
  expect(closed.get('2026-11-22')).toBe('dimanche');
  expect(closed.get('2026-11-23')).toBe(null);
  expect(closed.get('2026-12-22')).toContain('fermeture annuelle');
  expect(closed.get('2026-12-25')).toMatch(/no[eë]l/i);
  for (const one of days) if (one.closed) expect([one.on, one.count]).toEqual([one.on, 0]);
});

test('what was promised, contested and agreed stands in the dates of the case', async () => {
  await owner.post(`/api/cases/${book.caseId}/promises`, { promisedOn: '2026-11-30', amountCents: 4_200 });
  const { dates } = (await owner.get<AheadView>(`/api/cases/${book.caseId}/ahead`)).body;
  expect(dates).toEqual([{ on: '2026-11-30', title: 'Règlement promis', cents: 4_200 }]);
});

test('the table has one line per day and channel, and the sums of a day once', async () => {
  const { days } = await calendar(42);
  const { text } = await owner.get(`/api/companies/${book.companyId}/calendar/export`);
  const [head, ...lines] = text.replace('\u{feff}', '').trim().split('\r\n');
  expect(head).toContain('Jour;');
  expect(lines.length).toBe(days.reduce((sum, one) => sum + Math.max(1, one.channels.length), 0));
  const sums = lines.map((line) => line.split(';')[4] ?? '');
  expect(sums.reduce((sum, one) => sum + Number(one), 0)).toBe(days.reduce((sum, one) => sum + one.count, 0));
});

test('a day that is past, or beyond what is looked at, is refused', async () => {
  for (const on of ['2026-11-20', '2027-11-20'])
    expect((await owner.get(`/api/companies/${book.companyId}/calendar/${on}`)).body.refusal?.code).toBe(
      'InvalidRequest',
    );
});
