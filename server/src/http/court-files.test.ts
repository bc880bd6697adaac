import { createHash } from 'node:crypto';
import type { CourtBundleView, ProcedureView } from '@acquit/recovery';
import { expect, test } from 'vitest';
import { pdfFacts } from '../render/pdf-facts.ts';
import { newTenant, testStore } from '../testing/index.ts';
import { testApp } from './testing/app.ts';
import { makeAction, makeBook } from './testing/book.ts';
import { COURT_FILE_CALLS, makeCourtFile } from './testing/court-files.ts';
import { signedIn } from './testing/people.ts';
import { makeReplies } from './testing/replies.ts';

const { store, home, asSupervisor } = await testStore();
const app = await testApp(store, home);

async function opened() {
  const tenantId = await newTenant(store);
  const owner = await signedIn(app, store, tenantId);
  const book = await makeBook(store, tenantId);
  await store.inTenant(tenantId, async (tx) => {
    await tx.query(
      `update company set legal_form = 'SARL', legal_id = '732829320', address_lines = '{12 rue des Tanneurs}', postcode = '69002', city = 'Lyon' where tenant_id = $1`,
      [tenantId],
    );
    await tx.query(
      `update debtor set address_lines = '{3 quai Perrière}', postcode = '38000', city = 'Grenoble', legal_id = '552100554' where tenant_id = $1`,
      [tenantId],
    );
  });
  const base = `/api/cases/${book.caseId}/court-files/injonction-de-payer`;
  return { tenantId, owner, book, base };
}

const plain = (text: string) => text.replace(/[\s\u00a0\u202f]+/g, ' ');

function file(name: string, bytes: Uint8Array): FormData {
  const form = new FormData();
  form.append('file', new Blob([bytes as Uint8Array<ArrayBuffer>]), name);
  return form;
}

const ANSWERS = {
  creditorBody: 'son gérant, M. Paul Béranger',
  debtorForm: 'SAS',
  claimKind: 'goods',
  claimBasis: 'Vente de bois livrée le 3 septembre 2026',
  courtName: 'Tribunal de commerce de Grenoble',
  courtAddress: 'Place Firmin-Gautier\n38000 Grenoble',
};

test('from nothing to a file ready to be signed, with its exhibits numbered and its hashes kept', async () => {
  const { owner, base, tenantId } = await opened();
  const start = (await owner.get<CourtBundleView>(base)).body;
  expect(start.completeness.ready).toBe(false);
  expect(start.exhibits.map((exhibit) => exhibit.kind)).toEqual(['invoice', 'invoice', 'invoice', 'journal']);
  expect(start.questions.find((one) => one.key === 'creditorBody')).toMatchObject({ value: null, of: 'company' });

  await owner.send('PUT', `${base}/answers`, { answers: ANSWERS });
  const document = await owner.get(`${base}/documents/statement`);
  expect(document.status).toBe(200);
  const order = await fetch(`${owner.url}${base}/documents/statement`, { headers: { cookie: owner.cookie } });
  const contract = new Uint8Array(await order.arrayBuffer());
  const added = await owner.post<CourtBundleView>(
    `${base}/files?kind=order&title=Commande%2042&on=2026-08-20`,
    file('commande.pdf', contract),
  );
  expect(added.status, added.text).toBe(200);
  expect(added.body.exhibits[0]).toMatchObject({ kind: 'order', title: 'Commande 42', number: 1 });
  expect(added.body.completeness.lines.filter((one) => one.mandatory && one.state === 'missing')).toEqual([]);

  const exhibits = added.body.exhibits.map(({ key }) => ({ key, title: null, included: true }));
  const last = exhibits.at(-1)!;
  const moved = await owner.send<CourtBundleView>('PUT', `${base}/exhibits`, {
    exhibits: [
      { ...last, title: 'Journal du dossier' },
      ...exhibits.slice(0, -1).map((one, n) => ({ ...one, included: n !== 3 })),
    ],
  });
  expect(moved.body.exhibits.map((one) => [one.title, one.number]).slice(0, 2)).toEqual([
    ['Journal du dossier', 1],
    ['Commande 42', 2],
  ]);

  const built = await owner.post<CourtBundleView>(`${base}/build`);
  expect(built.status, built.text).toBe(200);
  const [version] = built.body.versions;
  expect(version).toMatchObject({ version: 1, ready: true, missing: 0, totalCents: built.body.account.totalCents });
  const bytesOf = async (n: number) => {
    const path = `/api/court-bundles/${version!.bundleId}/versions/1/files/${n}`;
    return new Uint8Array(await (await fetch(owner.url + path, { headers: { cookie: owner.cookie } })).arrayBuffer());
  };
  for (const one of version!.files)
    expect(
      createHash('sha256')
        .update(await bytesOf(one.n))
        .digest('hex'),
    ).toBe(one.sha256);
  const merged = await pdfFacts(await bytesOf(version!.files.find((one) => one.role === 'merged')!.n));
  const stamped = version!.files.filter((one) => one.role === 'exhibit');
  expect(merged.bookmarks.map((one) => one.title)).toEqual([
    'Requête',
    'Décompte des sommes dues',
    'Bordereau des pièces',
    ...stamped.map((one) => one.title),
  ]);
  const total = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2 }).format(
    built.body.account.totalCents / 100,
  );
  const [request, statement] = merged.bookmarks.map(({ page }, n) =>
    plain(merged.pages.slice(page - 1, (merged.bookmarks[n + 1]?.page ?? merged.pages.length + 1) - 1).join(' ')),
  );
  for (const words of [...Object.values(ANSWERS).slice(0, 2), 'Vente de bois', plain(total)])
    expect(request).toContain(plain(words));
  expect(statement).toContain(plain(total));
  for (const [n, exhibit] of stamped.entries()) {
    const from = merged.bookmarks.find((one) => one.title === exhibit.title)!.page;
    for (let page = 0; page < exhibit.pages!; page++)
      expect(plain(merged.pages[from - 1 + page]!)).toContain(`Pièce n° ${n + 1} — page ${page + 1}/${exhibit.pages}`);
  }
  // A file that is no PDF whatever it says is announced on a page, and goes beside as it came.
  expect(version!.files.filter((one) => one.role === 'original')).toHaveLength(2);
  const again = await owner.post<CourtBundleView>(`${base}/build`);
  expect(again.body.versions.map((one) => one.version)).toEqual([2, 1]);
  const journal = await store.inTenant(tenantId, (tx) =>
    tx.arrays<[string]>(
      `select action from journal_entry where tenant_id = $1 and action like 'court-file.%' order by seq`,
      [tenantId],
    ),
  );
  expect(journal.flat()).toEqual([
    'court-file.answered',
    'court-file.exhibit-added',
    'court-file.exhibits',
    'court-file.built',
    'court-file.built',
  ]);
});

test('what the debtor wrote goes as he sent it, a bill of costs with its procedure, and old reminders wait to be chosen', async () => {
  const { owner, base, tenantId, book } = await opened();
  for (const [n, decidedOn] of ['2026-10-10', '2026-10-20', '2026-10-30'].entries())
    await makeAction(store, tenantId, book, {
      channel: 'letter',
      status: 'done',
      mode: 'live',
      outbox: 'printed',
      step: `reminder-${n + 1}`,
      decidedOn,
    });
  await store.inTenant(tenantId, (tx) =>
    tx.query(
      `update outbox set settled_at = (select decided_on + interval '12 hours' from action a where a.tenant_id = outbox.tenant_id and a.action_id = outbox.action_id)
               where tenant_id = $1`,
      [tenantId],
    ),
  );
  const { replyToAccept } = await makeReplies(store, tenantId, book);
  const procedure = await owner.post<ProcedureView>(`/api/cases/${book.caseId}/procedures`, {
    kind: 'injonction-de-payer',
    courtKind: 'commercial',
    claimIds: [book.claimIds.old],
    openedOn: '2026-11-02',
  });
  const cost = (what: string, bearer: string) =>
    owner.post<ProcedureView>(`/api/procedures/${procedure.body.procedureId}/costs`, {
      what,
      amountCents: 3_023,
      on: '2026-11-03',
      bearer,
    });
  await cost('Greffe', 'suit');
  const { costs } = (await cost('Honoraires', 'creditor')).body;
  const bytesAt = async (path: string) =>
    new Uint8Array(await (await fetch(owner.url + path, { headers: { cookie: owner.cookie } })).arrayBuffer());
  const bill = await bytesAt(`${base}/documents/exhibit-list`);
  for (const { costId, what } of costs) {
    const proved = await owner.post<ProcedureView>(`/api/procedure-costs/${costId}/proof`, file(`${what}.pdf`, bill));
    expect([proved.status, proved.body.costs.find((one) => one.costId === costId)?.proof?.name]).toEqual([
      200,
      `${what}.pdf`,
    ]);
  }
  const unknown = await owner.post(`/api/procedure-costs/${book.caseId}/proof`, file('x.pdf', bill));
  expect([unknown.status, unknown.body.refusal?.code]).toEqual([404, 'NotFound']);

  const view = (await owner.get<CourtBundleView>(base)).body;
  expect(view.exhibits.filter((one) => one.kind === 'reminder').map((one) => [one.on, one.included])).toEqual([
    ['2026-10-10', false],
    ['2026-10-20', true],
    ['2026-10-30', true],
  ]);
  expect(view.exhibits.filter((one) => one.kind === 'other').map((one) => one.title)).toEqual([
    'Justificatif de frais\u00a0: Greffe',
  ]);
  // A bill joined by mistake is taken away, and no page of the file has it any more; the journal keeps its hash.
  const { costId } = costs.find((one) => one.what === 'Greffe')!;
  const withdrawProof = () => owner.post<ProcedureView>(`/api/procedure-costs/${costId}/proof/withdraw`, {});
  expect((await withdrawProof()).body.costs.find((one) => one.costId === costId)?.proof).toBeNull();
  expect((await withdrawProof()).body.refusal?.code).toBe('NoProof');
  const { rows: journalled } = await asSupervisor((client) =>
    client.query<{ payload: object }>(
      `select payload from journal_entry join journal_payload using (tenant_id, seq)
        where tenant_id = $1 and action = 'procedure.cost-proof-withdrawn'`,
      [tenantId],
    ),
  );
  expect(journalled).toMatchObject([{ payload: { costId, before: expect.stringMatching(/^[0-9a-f]{64}$/) } }]);
  expect((await owner.get<CourtBundleView>(base)).body.exhibits.filter((one) => one.kind === 'other')).toEqual([]);
  const statement = await pdfFacts(await bytesAt(`${base}/documents/statement`));
  expect(plain(statement.pages.join(' '))).toContain('Greffe 3 nov. 2026 Dépens (art. 695 CPC) 30,23 €');

  const reply = view.exhibits.find((one) => one.key === `reply:${replyToAccept}`)!;
  const others = view.exhibits.filter((one) => one !== reply);
  const chosen = [reply, ...others].map(({ key }) => ({ key, title: null, included: key === reply.key }));
  await owner.send('PUT', `${base}/exhibits`, { exhibits: chosen });
  const [version] = (await owner.post<CourtBundleView>(`${base}/build`)).body.versions;
  const [original, ...more] = version!.files.filter((one) => one.role === 'original');
  expect([original?.fileName, more]).toEqual(['piece-01-original.eml', []]);
  const kept = await owner.get(`/api/court-bundles/${version!.bundleId}/versions/1/files/${original!.n}`);
  expect(kept.text).toContain('Je vous règle le 20 décembre.');
  expect(kept.text).toMatch(/^From: Paul <paul@client1\.example>\r\n/);
  const exhibit = version!.files.find((one) => one.role === 'exhibit')!;
  const printed = await pdfFacts(
    await bytesAt(`/api/court-bundles/${version!.bundleId}/versions/1/files/${exhibit.n}`),
  );
  expect(printed.pages.join('').replace(/[\s\u200b]/g, '')).toContain(original!.sha256);
});

test('answers about the creditor follow him to his other cases; an emptied one goes', async () => {
  const { owner, base, tenantId, book } = await opened();
  await owner.send('PUT', `${base}/answers`, { answers: { creditorBody: 'son gérant', courtName: 'tribunal X' } });
  const other = await makeBook(store, tenantId, { companyId: book.companyId, prefix: 'B', debtorName: 'Autre' });
  const view = await owner.get<CourtBundleView>(`/api/cases/${other.caseId}/court-files/assignation`);
  const value = (key: string) => view.body.questions.find((one) => one.key === key)?.value;
  expect([value('creditorBody'), value('courtName')]).toEqual(['son gérant', null]);
  const emptied = await owner.send<CourtBundleView>('PUT', `${base}/answers`, { answers: { creditorBody: '' } });
  expect(emptied.body.questions.find((one) => one.key === 'creditorBody')?.value).toBeNull();
});

test('what is no PDF nor picture is refused by its bytes, and an unknown route has no file', async () => {
  const { owner, base, book } = await opened();
  const refused = await owner.post(
    `${base}/files?kind=contract&title=Contrat`,
    file('contrat.pdf', Buffer.from('PK\u0003\u0004')),
  );
  expect([refused.status, refused.body.refusal?.code]).toEqual([409, 'ExhibitTypeRefused']);
  expect((await owner.get(`/api/cases/${book.caseId}/court-files/no-such-route`)).status).toBe(404);
  expect((await owner.get(`${base}/documents/insolvency-declaration`)).status).toBe(404);
});

test('each route does its work for its owner, and another organisation knows nothing of it', async () => {
  const { owner, tenantId, book } = await opened();
  const intruder = await signedIn(app, store, await newTenant(store));
  const named = { ...book, ...(await makeCourtFile(store, tenantId, book)) };
  for (const [route, call] of Object.entries(COURT_FILE_CALLS)) {
    const method = route.split(' ')[0]!;
    const { path, body } = call(named);
    const foreign = await intruder.send(method, path, body);
    expect([route, foreign.status, foreign.body.refusal?.code]).toEqual([route, 404, 'NotFound']);
    const own = await owner.send(method, path, call(named).body);
    expect([route, own.status, own.status === 200 ? '' : own.text]).toEqual([route, 200, '']);
  }
  expect(app.heard.errors).toEqual([]);
});
