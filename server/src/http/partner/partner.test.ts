import { randomUUID } from 'node:crypto';
import { addDays, day } from '@acquit/law';
import type {
  ComparisonView,
  HandOverLinkView,
  HandOverView,
  PartnerView,
  ProcedureView,
  TodayView,
} from '@acquit/recovery';
import { beforeEach, describe, expect, test } from 'vitest';
import { partnerPath } from '../../jobs/hand-overs/link.ts';
import { openProcedure, readPartnerLink, writeLink } from '../../jobs/index.ts';
import { findProcedure } from '../../store/index.ts';
import { newTenant, testStore } from '../../testing/index.ts';
import { TODAY, testApp } from '../testing/app.ts';
import { type Book, makeBook } from '../testing/book.ts';
import type { Client } from '../testing/client.ts';
import { signedIn } from '../testing/people.ts';

const { store, home, asSupervisor } = await testStore();
const app = await testApp(store, home, { portalUrl: new URL('https://factures.example.fr') });

let tenantId = '';
let owner: Client;
let book: Book;
let partner: PartnerView;
let handOver: HandOverView;

const durand = {
  kind: 'lawyer',
  name: 'Me Durand',
  email: 'durand@avocat.example',
  addressLines: ['4 rue de la Barre'],
  postcode: '69003',
  city: 'Lyon',
};

beforeEach(async () => {
  tenantId = await newTenant(store);
  owner = await signedIn(app, store, tenantId);
  book = await makeBook(store, tenantId);
  partner = (await owner.post<PartnerView>('/api/partners', durand)).body;
  handOver = await entrust(book.caseId);
});

async function entrust(caseId: string, change: object = {}): Promise<HandOverView> {
  const answer = await owner.post<HandOverView>(`/api/cases/${caseId}/hand-overs`, {
    partnerId: partner.partnerId,
    ...change,
  });
  expect([answer.status, answer.status === 200 ? '' : answer.text]).toEqual([200, '']);
  return answer.body;
}

async function link(days = 30, of = handOver): Promise<string> {
  const made = await owner.post<HandOverLinkView>(`/api/hand-overs/${of.handOverId}/links`, { days });
  return new URL(made.body.url).pathname;
}

const open = (path: string) => fetch(app.url + path, { redirect: 'manual' });
const textOf = async (path: string) => plain(await (await open(path)).text());
const plain = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, '’')
    .replace(/\s+/g, ' ');

async function tell(path: string, fields: Record<string, string>, file?: { name: string; type: string; body: Buffer }) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  if (file) body.set('file', new File([Uint8Array.from(file.body)], file.name, { type: file.type }));
  return fetch(app.url + path, { method: 'POST', body, redirect: 'manual' });
}

const now = async () => (await owner.get<HandOverView>(`/api/hand-overs/${handOver.handOverId}`)).body;
const holds = async () =>
  (
    await asSupervisor((client) =>
      client.query<{ kind: string; ended: boolean }>(
        `select kind, ended_at is not null as ended from claim_hold where tenant_id = $1 and kind = 'handed-over' order by ended_at nulls first`,
        [tenantId],
      ),
    )
  ).rows;

describe('an entrusted case', () => {
  test('is asked for by nobody of ours until it ends, and says what became of it', async () => {
    expect((await holds()).length).toBe(3);
    expect((await holds()).every((one) => !one.ended)).toBe(true);
    const twice = await owner.post(`/api/cases/${book.caseId}/hand-overs`, { partnerId: partner.partnerId });
    expect(twice.body.refusal?.code).toBe('CaseHandedOver');
    const early = await owner.post(`/api/hand-overs/${handOver.handOverId}/end`, {
      on: '2026-11-20',
      outcome: 'paid',
    });
    expect(early.body.refusal?.code).toBe('EndBeforeStart');
    const end = { on: TODAY, outcome: 'partly-paid', note: 'Solde abandonné.' };
    const ended = await owner.post<HandOverView>(`/api/hand-overs/${handOver.handOverId}/end`, end);
    expect(ended.body.ended).toEqual({ ...end, outcomeName: 'Payé en partie' });
    expect((await holds()).every((one) => one.ended)).toBe(true);
    const again = await owner.post(`/api/hand-overs/${handOver.handOverId}/end`, end);
    expect(again.body.refusal?.code).toBe('HandOverEnded');
    expect((await entrust(book.caseId)).ended).toBeNull();
  });

  test('the draft of each kind of professional is a PDF', async () => {
    const answer = await owner.get(`/api/hand-overs/${handOver.handOverId}/mandate`);
    expect([answer.status, answer.text.slice(0, 5)]).toEqual([200, '%PDF-']);
  });
});

describe('the page', () => {
  test('shows what is owed and why, the documents and the forms, without a script, within 320 pixels and 30 KB', async () => {
    const path = await link();
    const answer = await open(path);
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.headers.get('x-robots-tag')).toContain('noindex');
    expect(html).not.toContain('<script');
    for (const words of [
      'Boulangerie Éléonore',
      'Confié à Me Durand',
      'FA-2026-001',
      'Principal',
      'Indiquer des frais',
    ])
      expect(plain(html)).toContain(words);
    const why = await textOf(`${path}/calcul/${book.claimIds.old}`);
    expect(why).toContain('L441-10');
    const copy = await open(`${path}/facture/${book.claimIds.old}`);
    expect([copy.status, copy.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    for (const paper of ['releve.pdf', 'projet.pdf'])
      expect((await (await open(`${path}/${paper}`)).text()).slice(0, 5)).toBe('%PDF-');
    expect((await now()).lastOpenedOn).toBe(TODAY);
  });

  test('takes a fact, costs, a payment and a message, each once, under his name', async () => {
    const path = await link();
    const act = randomUUID();
    const fact = { act, title: 'Mise en demeure d’avocat', on: '21/11/2026', details: 'Par lettre recommandée.' };
    const file = { name: 'lettre.pdf', type: 'application/pdf', body: Buffer.from('%PDF-1.7 essai') };
    const told = await tell(`${path}/fait`, fact, file);
    expect([told.status, told.headers.get('location')]).toEqual([303, `${path}/note/${act}`]);
    expect(await textOf(`${path}/note/${act}`)).toContain('indiqué par Me Durand');
    await tell(`${path}/fait`, fact, file);
    await tell(`${path}/frais`, { title: 'Honoraires', amount: '240,00', bearer: 'creditor', on: TODAY });
    await tell(`${path}/paiement`, { amount: '500', on: TODAY, details: 'Chèque, CARPA' });
    await tell(`${path}/message`, { details: 'Faut-il accepter dix mensualités ?' });
    const { posts, costCents, unread } = await now();
    expect(posts.map((post) => [post.kind, post.author, post.amountCents, post.fileName])).toEqual([
      ['message', 'Me Durand', null, null],
      ['receipt', 'Me Durand', 500_00, null],
      ['cost', 'Me Durand', 240_00, null],
      ['fact', 'Me Durand', null, 'lettre.pdf'],
    ]);
    expect([costCents, unread]).toEqual([240_00, 4]);
    const day = await owner.get<TodayView>(`/api/companies/${book.companyId}/today`);
    const waiting = day.body.groups.find((group) => group.kind === 'partner')!;
    expect([waiting.count, waiting.items[0]!.objectId, waiting.items[0]!.stepName]).toEqual([
      1,
      handOver.handOverId,
      'Me Durand',
    ]);
    expect(waiting.items[0]!.reasons[0]!.message).toContain('Honoraires');
    const { rows } = await asSupervisor((client) =>
      client.query<{ actor: string }>(
        `select distinct actor from journal_entry where tenant_id = $1 and action like 'handover.told-%'`,
        [tenantId],
      ),
    );
    expect(rows).toEqual([{ actor: `partner:${partner.partnerId}` }]);
  });

  test('says what is wrong beside the field and keeps nothing', async () => {
    const path = await link();
    const wrong: [string, Record<string, string>, string][] = [
      ['fait', { title: '', on: TODAY }, 'Dites en quelques mots'],
      ['fait', { title: 'Un fait', on: '2026-11-30' }, 'pas encore venue'],
      ['fait', { title: 'Un fait', on: '2026-11-01' }, 'précède le jour où le dossier a été confié'],
      ['fait', { title: 'Un fait', on: '31/02/2026' }, 'Indiquez une date'],
      ['frais', { title: 'Honoraires', amount: '-3', on: TODAY }, 'Indiquez un montant'],
      ['message', { details: ' ' }, 'Écrivez votre message'],
    ];
    for (const [page, fields, words] of wrong) {
      const answer = await tell(`${path}/${page}`, fields);
      expect([page, answer.status]).toEqual([page, 422]);
      expect(plain(await answer.text())).toContain(words);
    }
    expect((await now()).posts).toEqual([]);
  });

  test('what was told is taken back by him or by us, and stays visible', async () => {
    const path = await link();
    const [his, ours] = [randomUUID(), randomUUID()];
    await tell(`${path}/frais`, { act: his, title: 'Débours', amount: '40', on: TODAY });
    await tell(`${path}/paiement`, { act: ours, amount: '500', on: TODAY });
    expect((await tell(`${path}/retirer/${his}`, {})).status).toBe(303);
    const recorded = await owner.post(`/api/hand-over-posts/${ours}/receipt`, {});
    expect(recorded.status).toBe(200);
    const twice = await owner.post(`/api/hand-over-posts/${ours}/receipt`, {});
    expect(twice.body.refusal?.code).toBe('ReceiptRecorded');
    const kept = await owner.post(`/api/hand-over-posts/${ours}/withdraw`, { reason: 'Erreur' });
    expect(kept.body.refusal?.code).toBe('ReceiptRecorded');
    const { posts, receivedCents, costCents } = await now();
    expect([receivedCents, costCents]).toEqual([500_00, 0]);
    expect(posts.find((post) => post.postId === his)?.withdrawn?.by).toBe('Me Durand');
    expect(await textOf(path)).toContain('Retiré le');
  });

  test('what a commissaire de justice received may have been seized: it is no payment of the debtor’s own', async () => {
    await owner.post(`/api/hand-overs/${handOver.handOverId}/end`, { on: TODAY, outcome: 'taken-back', note: null });
    const order = { ...durand, kind: 'commissaire', name: 'SCP Vidal' };
    partner = (await owner.post<PartnerView>('/api/partners', order)).body;
    handOver = await entrust(book.caseId);
    const path = await link();
    const act = randomUUID();
    await tell(`${path}/paiement`, { act, amount: '500', on: TODAY });
    expect((await owner.post(`/api/hand-over-posts/${act}/receipt`, {})).status).toBe(200);
    const { rows } = await asSupervisor((client) =>
      client.query('select method, amount_cents::int as cents from receipt where tenant_id = $1', [tenantId]),
    );
    expect(rows).toEqual([{ method: 'commissaire', cents: 500_00 }]);
  });

  test('our answer is read on his page, and is not his to take back', async () => {
    const path = await link();
    const said = await owner.post<{ postId: string }>(`/api/hand-overs/${handOver.handOverId}/messages`, {
      text: 'Oui, <b>dix</b> au plus.',
    });
    const page = await (await open(path)).text();
    expect(page).toContain('Oui, &lt;b&gt;dix&lt;/b&gt; au plus.');
    expect((await tell(`${path}/retirer/${said.body.postId}`, {})).status).toBe(404);
  });
});

describe('an act of a procedure', () => {
  const runs = async (caseId = book.caseId): Promise<ProcedureView> => {
    const order = { caseId, claimIds: [], courtId: null, courtName: 'Tribunal de commerce de Lyon', caseNumber: null };
    const opened = await store.inTenant(tenantId, (tx) =>
      openProcedure(
        tx,
        {
          ...order,
          kind: 'injonction-de-payer',
          courtKind: 'commercial',
          document: null,
          territory: null,
          heldTitleOn: null,
          note: null,
          openedOn: '2026-10-01',
        },
        { actor: 'user:test', today: TODAY },
      ),
    );
    if ('refusal' in opened) throw new Error(opened.refusal.message);
    return opened.procedure;
  };
  const stateOf = (procedureId: string) =>
    store.inTenant(tenantId, (tx) => findProcedure(tx, procedureId, day(TODAY))) as Promise<ProcedureView>;

  test('is told by its own form, enters the procedure under his name, and leaves it when it is taken back', async () => {
    const { procedureId, next } = await runs();
    const first = next[0]!;
    const path = await link();
    expect(await textOf(path)).toContain('Injonction de payer');
    expect(await textOf(`${path}/acte`)).toContain(first.label);
    const act = randomUUID();
    const at = `${path}/acte/${procedureId}/${first.kind}`;
    expect((await open(at)).status).toBe(200);
    const needed = Object.fromEntries(
      first.fields
        .filter((one) => one.required)
        .map((one) => [
          `v-${one.name}`,
          { cents: '100', day: '2026-10-02', flag: 'yes', text: 'Essai', choice: one.choices?.[0]?.value ?? '' }[
            one.type
          ],
        ]),
    );
    const future = await tell(at, { ...needed, on: '2026-12-24' });
    expect(future.status).toBe(422);
    const told = await tell(at, { ...needed, act, on: '2026-10-02' });
    expect([told.status, await told.text()]).toEqual([303, '']);
    const entered = (await stateOf(procedureId)).events.find((one) => one.kind === first.kind)!;
    expect([entered.enteredBy, entered.on, entered.withdrawn]).toEqual(['indiqué par Me Durand', '2026-10-02', null]);
    expect((await tell(`${path}/retirer/${act}`, {})).status).toBe(303);
    const after = (await stateOf(procedureId)).events.find((one) => one.kind === first.kind)!;
    expect(after.withdrawn?.by).toBe('indiqué par Me Durand');
    expect((await tell(`${path}/acte/${procedureId}/sans-nom`, { on: TODAY })).status).toBe(404);
  });

  test('and its costs are counted once, with him; another case’s procedure is not his', async () => {
    const { procedureId } = await runs();
    const path = await link();
    await tell(`${path}/frais`, {
      title: 'Signification',
      amount: '73,02',
      bearer: 'suit',
      on: TODAY,
      procedure: procedureId,
    });
    expect((await stateOf(procedureId)).costTotals.totalCents).toBe(73_02);
    const { body } = await owner.get<ComparisonView>(`/api/litigation/comparison?companyId=${book.companyId}`);
    expect(body.rows.map((row) => [row.way, row.procedureKind, row.costCents])).toEqual([
      ['own', 'injonction-de-payer', 0],
      ['lawyer', null, 73_02],
    ]);
    const other = await makeBook(store, tenantId, { companyId: book.companyId, prefix: 'Y', debtorName: 'Autre' });
    const theirs = await runs(other.caseId);
    const kind = theirs.next[0]!.kind;
    expect((await tell(`${path}/acte/${theirs.procedureId}/${kind}`, { on: TODAY })).status).toBe(404);
    const limited = await entrust(other.caseId, { procedureIds: [theirs.procedureId] });
    expect(limited.procedures).toEqual([{ procedureId: theirs.procedureId, name: theirs.name }]);
    expect(limited.amountCents).toBeGreaterThan(0);
  });
});

describe('the link', () => {
  test('any altered letter, another purpose, a withdrawn, expired or ended one opens nothing', async () => {
    const path = await link(2);
    const token = path.split('/').at(-1)!;
    for (const at of [0, 3, 30, 60, 71]) {
      const other = token[at] === 'A' ? 'B' : 'A';
      const forged = token.slice(0, at) + other + token.slice(at + 1);
      expect((await open(`/confie/${forged}`)).status).toBe(404);
    }
    const until = addDays(day(TODAY), 9);
    const debtorLink = writeLink(store.secrets, { tenantId, caseId: book.caseId, until, epoch: 0, preview: false });
    expect((await open(`/confie/${debtorLink}`)).status).toBe(404);
    expect((await open(`/espace/${token}`)).status).toBe(404);
    const past = { ...readPartnerLink(store.secrets, token)!, until: addDays(day(TODAY), -1) };
    expect((await open(partnerPath(store.secrets, past))).status).toBe(410);
    await owner.post(`/api/hand-overs/${handOver.handOverId}/links/withdraw`, {});
    expect((await open(path)).status).toBe(404);
    expect((await tell(`${path}/message`, { details: 'Encore moi' })).status).toBe(404);
    const next = await link();
    expect((await open(next)).status).toBe(200);
    await owner.post(`/api/hand-overs/${handOver.handOverId}/end`, { on: TODAY, outcome: 'taken-back' });
    expect((await open(next)).status).toBe(404);
  });

  test('reads one case: no claim, file or line of another, of this tenant or of another', async () => {
    const other = await makeBook(store, tenantId, { companyId: book.companyId, prefix: 'X', debtorName: 'Autre' });
    const second = await entrust(other.caseId);
    const secondPath = await link(30, second);
    const act = randomUUID();
    const file = { name: 'secret.pdf', type: 'application/pdf', body: Buffer.from('%PDF-1.7 secret') };
    await tell(`${secondPath}/fait`, { act, title: 'Secret', on: TODAY }, file);
    const path = await link();
    for (const page of [
      `facture/${other.claimIds.old}`,
      `calcul/${other.claimIds.old}`,
      `piece/${act}`,
      `note/${act}`,
      'ailleurs',
    ])
      expect([page, (await open(`${path}/${page}`)).status]).toEqual([page, 404]);
    expect((await tell(`${path}/retirer/${act}`, {})).status).toBe(404);
    // The same hand-over, said to be of another tenant by a link of ours: nobody there has it.
    const stranger = await newTenant(store);
    const elsewhere = { ...readPartnerLink(store.secrets, path.split('/').at(-1)!)!, tenantId: stranger };
    expect((await open(partnerPath(store.secrets, elsewhere))).status).toBe(404);
    expect(await textOf(secondPath)).toContain('Secret');
  });

  test('a hostile file is kept as bytes and never run; one too large, or a form of another site, is turned away', async () => {
    const path = await link();
    const act = randomUUID();
    const evil = { name: '../../<img src=x>.html', type: 'text/html', body: Buffer.from('<script>alert(1)</script>') };
    expect((await tell(`${path}/fait`, { act, title: 'Pièce', on: TODAY }, evil)).status).toBe(303);
    const given = await open(`${path}/piece/${act}`);
    expect(given.headers.get('content-type')).toBe('application/octet-stream');
    expect(given.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(given.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await (await open(path)).text()).not.toContain('<img');
    const large = { name: 'gros.pdf', type: 'application/pdf', body: Buffer.alloc(45 * 1024 * 1024) };
    const refusedFile = await tell(`${path}/fait`, { title: 'Pièce', on: TODAY }, large);
    expect([refusedFile.status, plain(await refusedFile.text()).includes('dépasse 10 Mo')]).toEqual([422, true]);
    const cross = await fetch(`${app.url}${path}/message`, {
      method: 'POST',
      body: new URLSearchParams({ details: 'Bonjour' }),
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(cross.status).toBe(404);
    const binary = await fetch(`${app.url}${path}/message`, { method: 'POST', body: Buffer.from([0, 1, 2]) });
    expect(binary.status).toBe(415);
    expect((await now()).posts.length).toBe(1);
  });
});

describe('the comparison', () => {
  test('counts a receipt once, for who held the case that day, with what it cost', async () => {
    const path = await link();
    await tell(`${path}/frais`, { title: 'Honoraires', amount: '100', on: TODAY });
    await owner.post('/api/receipts', {
      caseId: book.caseId,
      receivedOn: TODAY,
      amountCents: 500_00,
      method: 'transfer',
    });
    await owner.post('/api/receipts', {
      caseId: book.caseId,
      receivedOn: '2026-11-01',
      amountCents: 10_00,
      method: 'transfer',
    });
    const { body } = await owner.get<ComparisonView>(`/api/litigation/comparison?companyId=${book.companyId}`);
    expect(body.rows).toEqual([
      {
        way: 'lawyer',
        procedureKind: null,
        name: 'Avocat',
        count: 1,
        running: 1,
        amountCents: handOver.amountCents,
        receivedCents: 500_00,
        costCents: 100_00,
        netCents: 400_00,
        recoveredBasisPoints: Math.round((500_00 * 10_000) / handOver.amountCents),
        days: 0,
      },
    ]);
    const stranger = await signedIn(app, store, await newTenant(store));
    const foreign = await stranger.get(`/api/litigation/comparison?companyId=${book.companyId}`);
    expect(foreign.body.refusal?.code).toBe('NotFound');
  });
});
