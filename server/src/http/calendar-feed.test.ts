import { beforeEach, expect, test } from 'vitest';
import { newTenant, type TestStore, testStore } from '../testing/index.ts';
import { testApp } from './testing/app.ts';
import { type Book, makeBook } from './testing/book.ts';
import type { Client } from './testing/client.ts';
import { signedIn } from './testing/people.ts';

const { store, home }: TestStore = await testStore();
const app = await testApp(store, home);
let [owner, book] = [undefined as unknown as Client, undefined as unknown as Book];

beforeEach(async () => {
  const tenantId = await newTenant(store);
  owner = await signedIn(app, store, tenantId);
  book = await makeBook(store, tenantId);
});

/** As a calendar program reads it: no cookie, no session. */
const fetched = async (path: string) => {
  const answer = await fetch(app.url + path);
  return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
};
const eventsOf = (text: string) =>
  text
    .replaceAll('\r\n ', '')
    .split('BEGIN:VEVENT')
    .slice(1)
    .map((event) =>
      Object.fromEntries([...event.matchAll(/^([A-Z;=-]+):(.*)\r$/gm)].map(([, key, value]) => [key, value])),
    );
const feedPath = () => `/api/companies/${book.companyId}/calendar-feed`;
const opened = async () => (await owner.post<{ path: string }>(feedPath(), {})).body.path;

test('a promise moves in the calendar under its own name, and leaves it when it is taken back', async () => {
  const promise = await owner.post<{ promise: { promiseId: string } }>(`/api/cases/${book.caseId}/promises`, {
    promisedOn: '2026-11-30',
    amountCents: 123_456,
  });
  const path = await opened();
  const { status, type, text } = await fetched(path);
  expect([status, type]).toEqual([200, 'text/calendar; charset=utf-8']);
  const [event] = eventsOf(text);
  expect(event).toMatchObject({
    UID: `promise-${promise.body.promise.promiseId}@acquit`,
    'DTSTART;VALUE=DATE': '20261130',
    'DTEND;VALUE=DATE': '20261201',
  });
  expect(event!.SUMMARY).toContain('Règlement promis');
  expect(event!.DESCRIPTION).toMatch(/1.234\\,56/);
  expect((await owner.get<{ feed: { readAt: string | null } }>(feedPath())).body.feed.readAt).not.toBeNull();
  await owner.post(`/api/promises/${promise.body.promise.promiseId}/withdraw`, {});
  expect(eventsOf((await fetched(path)).text)).toEqual([]);
});

test('an address opens nothing once another was made, once it was withdrawn, or when it is guessed', async () => {
  const [first, second] = [await opened(), await opened()];
  expect(first).toMatch(/^\/api\/calendars\/[\w-]{43}\.ics$/);
  expect([(await fetched(first)).status, (await fetched(second)).status]).toEqual([404, 200]);
  await owner.post(`${feedPath()}/revoke`, {});
  expect((await fetched(second)).status).toBe(404);
  expect((await fetched(`/api/calendars/${'a'.repeat(43)}.ics`)).status).toBe(404);
  expect((await owner.get<{ feed: null }>(feedPath())).body.feed).toBeNull();
});
