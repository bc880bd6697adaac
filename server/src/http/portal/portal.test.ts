import { randomUUID } from 'node:crypto';
import { addDays, day } from '@acquit/law';
import type { PortalInbox, PortalLinkView, PortalView } from '@acquit/recovery';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { composeMessage, writeLink } from '../../jobs/index.ts';
import { newTenant, testStore } from '../../testing/index.ts';
import { TODAY, testApp } from '../testing/app.ts';
import { type Book, makeAction, makeBook } from '../testing/book.ts';
import type { Client } from '../testing/client.ts';
import { signedIn } from '../testing/people.ts';

const { store, home, asSupervisor } = await testStore();
const app = await testApp(store, home, { portalUrl: new URL('https://factures.example.fr') });
const today = day(TODAY);

let tenantId = '';
let owner: Client;
let book: Book;

beforeEach(async () => {
  tenantId = await newTenant(store);
  owner = await signedIn(app, store, tenantId);
  book = await makeBook(store, tenantId);
  await settings({ enabled: true });
});

afterEach(() => void vi.unstubAllEnvs());

/** Opens the page of debtors, with what they may do there. */
async function settings(portal: object): Promise<void> {
  const all = { enabled: true, validDays: 60, promiseDays: 21, instalments: null, ...portal };
  const answer = await owner.send('PATCH', `/api/companies/${book.companyId}`, {
    iban: 'FR7630006000011234567890189',
    settings: { portal: all },
  });
  expect(answer.status).toBe(200);
}

const link = async (): Promise<string> => {
  const made = await owner.post<PortalLinkView>(`/api/cases/${book.caseId}/portal/links`);
  return new URL(made.body.url).pathname;
};

/** What a browser without a script shows: no account, no cookie. */
const open = (path: string) => fetch(app.url + path, { redirect: 'manual' });
const textOf = async (path: string) => (await open(path)).text();
const plain = (html: string) =>
  html
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, '’')
    .replace(/\s+/g, ' ');

async function send(path: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  const body = new URLSearchParams(fields);
  return fetch(app.url + path, { method: 'POST', body, redirect: 'manual', headers });
}

const claim = (id: string) => ({ [`claim-${id}`]: 'on' });
const acts = async () => (await owner.get<PortalView>(`/api/cases/${book.caseId}/portal`)).body.acts;
const journalled = async () =>
  (
    await asSupervisor((client) =>
      client.query<{ action: string; actor: string }>(
        `select action, actor from journal_entry where tenant_id = $1 and action like 'portal.%' order by seq`,
        [tenantId],
      ),
    )
  ).rows.map((row) => `${row.actor === 'debtor' ? 'debtor' : 'user'} ${row.action}`);

describe('the page', () => {
  test('shows what is owed to the cent, what is not due yet, and the choices, in less than 30 KB', async () => {
    const path = await link();
    const answer = await open(path);
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('x-robots-tag')).toContain('noindex');
    expect(html).not.toContain('<script');
    const text = plain(html);
    for (const words of [
      'Vos factures auprès de Atelier Fontaine',
      'Boulangerie Éléonore',
      'FA-2026-001',
      'Échu 2\u202f000,00\u00a0€'.replace(/\s+/g, ' '),
      'À régler aujourd’hui',
      'pas encore échue',
      'Je conteste',
    ])
      expect(text).toContain(words);
    const style = await textOf('/espace/style.css');
    expect(Buffer.byteLength(html) + Buffer.byteLength(style)).toBeLessThan(30_000);
  });

  test('opens the copy of an invoice of this account, and of no other', async () => {
    const path = await link();
    const copy = await open(`${path}/facture/${book.claimIds.old}`);
    expect([copy.status, copy.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const other = await makeBook(store, tenantId, { companyId: book.companyId, prefix: 'X', debtorName: 'Autre' });
    expect((await open(`${path}/facture/${other.claimIds.old}`)).status).toBe(404);
  });

  test('gives the transfer with its code, and the statement as a PDF', async () => {
    const path = await link();
    const pay = await textOf(`${path}/payer`);
    expect(plain(pay)).toContain(
      'FR76\u00a03000\u00a06000\u00a00112\u00a03456\u00a07890\u00a0189'.replace(/\s+/g, ' '),
    );
    expect(pay).toContain('<svg');
    const statement = await open(`${path}/releve.pdf`);
    expect(
      Buffer.from(await statement.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  test('says how to reach the company, and says nothing of it when there is no way', async () => {
    const path = await link();
    expect(await textOf(path)).not.toContain('Nous joindre');
    await owner.send('PATCH', `/api/companies/${book.companyId}`, { phone: '01 98 76 54 32' });
    expect(plain(await textOf(path))).toContain('Nous joindre : 01 98 76 54 32');
  });

  test('a customer written to in English reads it in English', async () => {
    await asSupervisor((client) =>
      client.query(`update debtor set language = 'en' where tenant_id = $1 and debtor_id = $2`, [
        tenantId,
        book.debtorId,
      ]),
    );
    expect(plain(await textOf(await link()))).toContain('Your invoices from Atelier Fontaine');
  });
});

describe('the link', () => {
  test('any altered letter opens nothing', async () => {
    const path = await link();
    const token = path.split('/').at(-1)!;
    for (const at of [0, 3, 30, 60, 71]) {
      const other = token[at] === 'A' ? 'B' : 'A';
      const forged = token.slice(0, at) + other + token.slice(at + 1);
      expect((await open(`/espace/${forged}`)).status).toBe(404);
    }
  });

  test('an expired one says so, a withdrawn one is unknown, a closed page too', async () => {
    const base = { tenantId, caseId: book.caseId, epoch: 0, preview: false };
    const expired = writeLink(store.secrets, { ...base, until: addDays(today, -1) });
    expect((await open(`/espace/${expired}`)).status).toBe(410);
    const path = await link();
    await settings({ enabled: false });
    expect((await open(path)).status).toBe(404);
    await settings({ enabled: true });
    expect((await open(path)).status).toBe(200);
    await owner.post(`/api/cases/${book.caseId}/portal/withdraw`);
    expect((await open(path)).status).toBe(404);
    expect((await open(await link())).status).toBe(200);
  });

  test('one that opens nothing is refused in the language of its debtor, or of the browser when nobody can tell', async () => {
    const base = { tenantId, caseId: book.caseId, epoch: 0, preview: false };
    const expired = `/espace/${writeLink(store.secrets, { ...base, until: addDays(today, -1) })}`;
    const withdrawn = await link();
    await owner.post(`/api/cases/${book.caseId}/portal/withdraw`);
    const asked = async (path: string, languages: string) =>
      (await (await fetch(app.url + path, { headers: { 'accept-language': languages } })).text()).match(
        /lang="(..)"/,
      )?.[1];
    expect([await asked(expired, 'en'), await asked(withdrawn, 'en')]).toEqual(['fr', 'fr']);
    await asSupervisor((client) => client.query(`update debtor set language = 'en' where tenant_id = $1`, [tenantId]));
    expect([await asked(expired, 'fr'), await asked(withdrawn, 'fr')]).toEqual(['en', 'en']);
    expect(await asked(`${await link()}/nulle-part`, 'fr')).toBe('en');
    for (const [languages, spoken] of [
      ['en-GB,en;q=0.9,fr;q=0.8', 'en'],
      ['fr-FR,fr;q=0.9,en;q=0.8', 'fr'],
      ['fr,en', 'fr'],
      ['en,fr', 'en'],
      ['de-DE,de;q=0.9', 'fr'],
      ['de,en;q=0.5', 'en'],
      ['en;q=0', 'fr'],
      ['', 'fr'],
    ] as const)
      expect([languages, await asked('/espace/rien', languages)]).toEqual([languages, spoken]);
  });

  test('a link of another tenant’s case, written for ours, opens nothing', async () => {
    const theirs = await newTenant(store);
    const stranger = await makeBook(store, theirs);
    const crossed = { tenantId, caseId: stranger.caseId, until: addDays(today, 3), epoch: 0, preview: false };
    expect((await open(`/espace/${writeLink(store.secrets, crossed)}`)).status).toBe(404);
  });

  test('is typeset in its language, and its form of a dispute leaves the reason to be chosen', async () => {
    const pages = ['', '/payer', '/contester', '/promettre', '/deja-paye', '/autre-destinataire'];
    // Spaces are kept as they are: that is what is looked at.
    const words = async (path: string) => (await textOf(path)).replace(/<style[\s\S]*?<\/style>|<[^>]+>/g, '|');
    const path = await link();
    for (const page of pages) expect((await words(path + page)).match(/[^|]* [;:!?»%€][^|]*|« /g)).toBeNull();
    expect(await textOf(`${path}/contester`)).toContain('<option value="" selected>À choisir</option>');
    const said = await send(`${path}/contester`, { ...claim(book.claimIds.old), reason: '', details: 'Abîmée' });
    expect([said.status, plain(await said.text()).includes('Choisissez un motif.')]).toEqual([422, true]);
    await asSupervisor((client) =>
      client.query(`update debtor set language = 'en' where debtor_id = $1`, [book.debtorId]),
    );
    for (const page of pages) expect((await words(path + page)).match(/[^|]*[ \u00a0\u202f][;:!?][^|]*/g)).toBeNull();
  });

  test('the creditor’s preview shows the same page and keeps nothing', async () => {
    const { previewPath } = (await owner.get<PortalView>(`/api/cases/${book.caseId}/portal`)).body;
    expect(await textOf(previewPath)).toContain('Aperçu');
    const answer = await send(`${previewPath}/deja-paye`, {
      ...claim(book.claimIds.old),
      on: '2026-11-20',
      means: 'transfer',
    });
    expect(answer.status).toBe(303);
    expect(await acts()).toEqual([]);
    expect(await journalled()).toEqual([]);
  });
});

describe('messages', () => {
  const linkIn = (text: string) => /https:\/\/factures\.example\.fr(\/espace\/\S+)/.exec(text)?.[1] ?? null;

  test.each([
    ['live', true],
    ['test', false],
  ] as const)('one of the %s mode carries a link; what is typed there is kept: %s', async (mode, kept) => {
    vi.stubEnv('ACQUIT_PORTAL_URL', 'https://factures.example.fr');
    const actionId = await makeAction(store, tenantId, book, { status: 'queued', outbox: 'due', mode });
    const mail = await store.inTenant(tenantId, (tx) => composeMessage(store, tx, actionId, 'email'));
    const path = linkIn(mail.text)!;
    expect(mail.html).toContain(path);
    expect((await open(path)).status).toBe(200);
    await send(`${path}/autre-destinataire`, { name: 'Service comptable', email: '', details: '' });
    expect((await acts()).length).toBe(kept ? 1 : 0);
    await settings({ enabled: false });
    const without = await store.inTenant(tenantId, (tx) => composeMessage(store, tx, actionId, 'email'));
    expect(linkIn(without.text)).toBeNull();
  });
});

describe('what a debtor says', () => {
  test('a payment said to be made holds its invoices once; said again, a person looks', async () => {
    const path = await link();
    const form = {
      ...claim(book.claimIds.old),
      act: randomUUID(),
      on: '20/11/2026',
      means: 'transfer',
      amount: '1 200,00',
    };
    const first = await send(`${path}/deja-paye`, form);
    expect([first.status, first.headers.get('location')]).toEqual([303, `${path}/recu/${form.act}`]);
    await send(`${path}/deja-paye`, form);
    const text = plain(await textOf(`${path}/recu/${form.act}`));
    for (const words of ['C’est enregistré', 'FA-2026-001', 'virement', form.act.slice(0, 8).toUpperCase()])
      expect(text).toContain(words);
    const holds = await store.inTenant(tenantId, (tx) =>
      tx.arrays<[string, string, string]>(
        'select claim_id, until_on, reason from claim_hold where tenant_id = $1 and ended_at is null',
        [tenantId],
      ),
    );
    expect(holds).toEqual([
      [book.claimIds.old, '2026-11-27', expect.stringContaining('le client dit l’avoir payée le 20 novembre 2026')],
    ]);
    await send(`${path}/deja-paye`, { ...form, act: randomUUID() });
    const kept = await acts();
    expect(kept.map((act) => [act.kind, act.isRead])).toEqual([
      ['paid', false],
      ['paid', true],
    ]);
    expect(await journalled()).toEqual(['user portal.link-made', 'debtor portal.paid', 'debtor portal.paid']);
  });

  test('a near date is a promise at once; a second one waits for an answer', async () => {
    const path = await link();
    const form = { ...claim(book.claimIds.old), on: '2026-12-04', name: 'Paul Meunier' };
    expect((await send(`${path}/promettre`, form)).status).toBe(303);
    expect((await acts())[0]).toMatchObject({ kind: 'promise', isRead: true });
    await send(`${path}/promettre`, { ...form, on: '2026-12-11' });
    expect((await acts())[0]).toMatchObject({ kind: 'promise', isRead: false });
    expect(
      (await store.inTenant(tenantId, (tx) => tx.arrays('select 1 from promise where tenant_id = $1', [tenantId])))
        .length,
    ).toBe(1);
  });

  test('a part contested is frozen, with the file that came with it', async () => {
    const path = await link();
    const body = new FormData();
    body.set(`claim-${book.claimIds.recent}`, 'on');
    body.set(`part-${book.claimIds.recent}`, '100,00');
    body.set('reason', 'quantity');
    body.set('details', 'Il manque deux cartons <script>alert(1)</script>');
    body.set('file', new Blob(['\x89PNG'], { type: 'image/png' }), 'bon de livraison.png');
    const answer = await fetch(`${app.url}${path}/contester`, { method: 'POST', body, redirect: 'manual' });
    expect(answer.status).toBe(303);
    const [act] = await acts();
    expect(act).toMatchObject({ kind: 'dispute', isRead: false, hasFile: true });
    const done = await textOf(answer.headers.get('location')!);
    expect(done).toContain('Il manque deux cartons &lt;script&gt;');
    const frozen = await store.inTenant(tenantId, (tx) =>
      tx.arrays<[bigint]>('select contested_cents from claim where tenant_id = $1 and claim_id = $2', [
        tenantId,
        book.claimIds.recent,
      ]),
    );
    expect(frozen[0]![0]).toBe(10_000n);
    // What he contests is neither asked of him nor taken by the transfer.
    for (const page of [path, `${path}/payer`])
      expect(plain(await textOf(page))).toContain('1\u202f900,00\u00a0€'.replace(/\s+/g, ' '));
  });

  test('instalments are offered within the bounds, and proposed or agreed as the creditor wants', async () => {
    const bounds = { most: 3, days: 92, leastCents: 50_000, atOnce: false };
    const path = await link();
    expect((await open(`${path}/echelonner`)).status).toBe(404);
    await settings({ instalments: bounds });
    const form = { count: '3', on: '2026-12-05', name: 'Paul Meunier' };
    expect((await send(`${path}/echelonner`, { ...form, count: '9' })).status).toBe(422);
    expect((await send(`${path}/echelonner`, { ...form, on: '2027-03-05' })).status).toBe(422);
    expect((await send(`${path}/echelonner`, form)).status).toBe(303);
    await settings({ instalments: { ...bounds, atOnce: true } });
    expect((await send(`${path}/echelonner`, form)).status).toBe(303);
    const plans = await store.inTenant(tenantId, (tx) =>
      tx.arrays<[string, bigint]>(
        'select status, principal_cents from payment_plan where tenant_id = $1 order by entered_at',
        [tenantId],
      ),
    );
    expect(plans).toEqual([
      ['draft', 200_000n],
      ['signed', 200_000n],
    ]);
  });

  test('a second plan waits for a person, and none is made with a debtor in insolvency proceedings', async () => {
    await settings({ instalments: { most: 3, days: 92, leastCents: 50_000, atOnce: true } });
    const path = await link();
    const ask = () => send(`${path}/echelonner`, { count: '2', on: '2026-12-05', name: 'Paul Meunier' });
    await ask();
    await ask();
    expect((await acts()).map((act) => [act.kind, act.isRead])).toEqual([
      ['instalments', false],
      ['instalments', true],
    ]);
    await asSupervisor((client) =>
      client.query(`update debtor set insolvency_opened_on = '2026-11-10' where tenant_id = $1`, [tenantId]),
    );
    expect((await ask()).status).toBe(422);
    expect((await acts()).length).toBe(2);
    const text = plain(await textOf(path));
    expect(text).toContain('Une procédure collective est ouverte');
    for (const words of ['Payer maintenant', 'Je paierai', 'À régler aujourd’hui']) expect(text).not.toContain(words);
    expect((await send(`${path}/promettre`, { on: '2026-12-01', name: 'Paul Meunier' })).status).toBe(422);
    expect(plain(await textOf(`${path}/payer`))).toContain('ne demande aucun paiement');
    expect((await acts()).length).toBe(2);
  });

  test('another addressee waits for a person, who answers', async () => {
    const path = await link();
    await send(`${path}/autre-destinataire`, {
      name: 'Service comptable',
      email: 'compta@groupe.example',
      details: '',
    });
    const waiting = async () =>
      (await owner.get<PortalInbox>(`/api/companies/${book.companyId}/portal-acts`)).body.acts;
    const [act] = await waiting();
    expect(act).toMatchObject({ kind: 'wrong-addressee', debtorName: 'Boulangerie Éléonore' });
    await owner.post(`/api/portal-acts/${act!.actId}/read`);
    expect(await waiting()).toEqual([]);
  });

  test.each([
    ['deja-paye', { on: '2026-12-25', means: 'transfer' }, 'Cette date est à venir'],
    ['deja-paye', { on: '31/02/2026', means: 'transfer' }, 'Indiquez une date'],
    ['promettre', { on: '2026-11-01' }, 'Cette date est passée'],
    ['contester', { reason: 'price', details: '' }, 'Dites-nous en quelques mots'],
    ['autre-destinataire', { email: 'pas une adresse' }, 'n’est pas lisible'],
  ])('%s comes back with what is wrong beside the field, and what was typed', async (page, fields, words) => {
    const path = await link();
    const answer = await send(`${path}/${page}`, { ...claim(book.claimIds.old), ...fields });
    expect(answer.status).toBe(422);
    expect(plain(await answer.text())).toContain(words);
    expect(await acts()).toEqual([]);
  });
});

describe('abuse', () => {
  test('more acts in a day than a person makes are refused, and nothing more is kept', async () => {
    const path = await link();
    const statuses: number[] = [];
    for (let n = 0; n < 22; n++)
      statuses.push(
        (await send(`${path}/autre-destinataire`, { name: `Personne ${n}`, email: '', details: '' })).status,
      );
    expect(statuses.filter((one) => one === 303).length).toBe(20);
    expect(statuses.at(-1)).toBe(429);
  });

  test('a form of another site is not read', async () => {
    const path = await link();
    const answer = await send(`${path}/autre-destinataire`, { name: 'X' }, { 'sec-fetch-site': 'cross-site' });
    expect(answer.status).toBe(404);
    expect(await acts()).toEqual([]);
  });

  test('under the name given to debtors nothing but their pages answers', async () => {
    const headers = { host: 'factures.example.fr' };
    const { request } = await import('node:http');
    const status = (path: string) =>
      new Promise<number>((resolve, reject) => {
        request({ port: app.port, host: '127.0.0.1', path, headers }, (answer) => {
          answer.resume();
          resolve(answer.statusCode ?? 0);
        })
          .on('error', reject)
          .end();
      });
    expect(await status(await link())).toBe(200);
    expect(await status('/api/session')).toBe(421);
    expect(await status('/')).toBe(421);
  });
});
