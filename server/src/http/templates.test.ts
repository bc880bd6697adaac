import type { CollectorView, CompanyView, Finding, TemplatePreview, TemplateRow, TemplateView } from '@acquit/recovery';
import { beforeEach, expect, test } from 'vitest';
import { newTenant, type TestStore, testStore } from '../testing/index.ts';
import { testApp } from './testing/app.ts';
import { type Book, makeBook } from './testing/book.ts';
import type { Client } from './testing/client.ts';
import { signedIn } from './testing/people.ts';

const { store, home }: TestStore = await testStore();
const app = await testApp(store, home);
let [tenantId, owner, book] = ['', undefined as unknown as Client, undefined as unknown as Book];

const KEY = { kind: 'reminder', tone: 'firm', profile: 'business', language: 'fr', channel: 'email' };
const body = (sentence: string) =>
  `{{ appel }}\n\n${sentence}\n\n{{ tableau }}\n\nSi vous avez réglé entre-temps, merci.\n\n{{ salutation }}`;
const source = (sentence: string) => ({ subject: '{{ objet | majuscule }} – votre règlement', body: body(sentence) });

beforeEach(async () => {
  tenantId = await newTenant(store);
  owner = await signedIn(app, store, tenantId);
  book = await makeBook(store, tenantId);
});

const path = () => `/api/companies/${book.companyId}/templates`;
const open = (key: Record<string, string> = KEY) =>
  owner.get<TemplateView>(`${path()}/one?${new URLSearchParams(key)}`).then((answer) => answer.body);
const list = () =>
  owner.get<TemplateRow[]>(`${path()}?profile=business&language=fr&channel=email`).then((answer) => answer.body);

test('a text is opened, written, kept in versions, and given back', async () => {
  const before = await open();
  expect(before).toMatchObject({ version: 0, isOwn: false, findings: [], history: [] });
  expect(before.variables.map(({ name }) => name)).toContain('total');
  expect((await list()).every(({ version }) => version === null)).toBe(true);

  const saved = await owner.send<TemplateView>('PUT', path(), {
    ...KEY,
    source: source('Merci de nous répondre.'),
    after: 0,
  });
  expect(saved.body).toMatchObject({ version: 1, isOwn: true, findings: [] });
  const again = await owner.send<TemplateView>('PUT', path(), { ...KEY, source: source('Merci de régler.'), after: 1 });
  expect(again.body.history.map(({ version }) => version)).toEqual([2, 1]);
  expect((await list()).filter(({ version }) => version !== null)).toMatchObject([
    { kind: 'reminder', tone: 'firm', version: 2 },
  ]);

  const crossed = await owner.send<TemplateView>('PUT', path(), { ...KEY, source: source('Autre chose.'), after: 1 });
  expect([crossed.status, crossed.body.refusal?.code]).toEqual([409, 'TextChanged']);
  const back = await owner.send<TemplateView>('PUT', path(), { ...KEY, source: null, after: 2 });
  expect(back.body).toMatchObject({ version: 3, isOwn: false, source: before.source });
  expect(back.body.history[0]).toMatchObject({ version: 3, source: null });
});

test('a text that threatens is not saved, and is told why with its article', async () => {
  const threat = source('Nous saisirons vos comptes bancaires.');
  const refused = await owner.send<TemplateView>('PUT', path(), { ...KEY, source: threat, after: 0 });
  expect([refused.status, refused.body.refusal?.code]).toEqual([422, 'TextRefused']);
  expect(refused.body.refusal?.facts.findings).toMatchObject([
    { rule: 'seizure', passage: 'saisirons vos comptes', article: expect.stringContaining('L111-3') },
  ]);
  expect((await open()).version).toBe(0);
  const checked = await owner.post<Finding[]>(`${path()}/check`, { ...KEY, source: threat });
  expect(checked.body.map(({ severity }) => severity)).toContain('refuse');
  const doubted = source('Un commissaire de justice peut recouvrer à l’amiable.');
  const kept = await owner.send<TemplateView>('PUT', path(), { ...KEY, source: doubted, after: 0 });
  expect(kept.body.history[0]?.keptDoubts).toEqual(['bailiff-named']);
});

test('a text is previewed on a real case: the e-mail, the letter, the text message', async () => {
  const look = (channel: string, text = source('Bonjour à {{ client }}, {{ total }}.')) =>
    owner.post<TemplatePreview>(`${path()}/preview`, { ...KEY, channel, source: text, caseId: book.caseId });
  const email = await look('email');
  expect(email.body.text).toContain(`Bonjour à ${email.body.debtorName}`);
  expect(email.body.html).toContain('<table');
  const letter = await look('letter');
  expect(Buffer.from(letter.body.pdf!, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
  const sms = await look('sms', { subject: '', body: '{{ societe_courte }} : merci de nous répondre. {{ repondre }}' });
  expect(sms.body.parts).toBe(1);
  const example = await owner.post<TemplatePreview>(`${path()}/preview`, { ...KEY, source: source('x'), caseId: null });
  expect(example.body.debtorName).toContain('Fournier');
  const broken = await look('email', source('{{ inconnue }}'));
  expect([broken.status, broken.body.refusal?.code]).toEqual([422, 'TextRefused']);
});

test('who collects for others is stated on the letters of a company under mandate', async () => {
  const collector: CollectorView = {
    name: 'Recouvrement Dupont',
    addressLines: ['2 place Bellecour'],
    postcode: '69002',
    city: 'Lyon',
    email: null,
    phone: null,
    legalId: '552100554',
    iban: null,
    bic: null,
    insurance: 'Assureur, police 42',
    declaredOn: '2025-03-03',
  };
  expect((await owner.get<CollectorView | null>('/api/collector')).body).toBeNull();
  expect((await owner.send<CollectorView>('PUT', '/api/collector', collector)).body).toEqual(collector);
  const changed = await owner.send<CompanyView>('PATCH', `/api/companies/${book.companyId}`, {
    mandateSignedOn: '2026-01-05',
    rcsCity: 'Lyon',
    capitalCents: 1_000_000,
  });
  expect(changed.body).toMatchObject({ mandateSignedOn: '2026-01-05', rcsCity: 'Lyon', capitalCents: 1_000_000 });
  const letter = await owner.post<TemplatePreview>(`${path()}/preview`, {
    ...KEY,
    channel: 'letter',
    source: (await open()).source,
    caseId: book.caseId,
  });
  expect(letter.body.text).toContain(
    'Recouvrement Dupont, 2 place Bellecour, 69002 Lyon, exerce une activité de recouvrement amiable',
  );
  expect(letter.body.text).toContain('restent à la charge du créancier');
});
