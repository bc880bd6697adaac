import { randomUUID } from 'node:crypto';
import type { CustomerView, DoublePairView, Page, PlanView } from '@acquit/recovery';
import { beforeEach, expect, test } from 'vitest';
import { keepSharedSigns } from '../store/queries/customers/index.ts';
import { keptWrongly, newTenant, type TestStore, testStore } from '../testing/index.ts';
import { testApp } from './testing/app.ts';
import { type Book, makeAction, makeBook, makeDebtor } from './testing/book.ts';
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

const at = (rest = '', debtorId = book.debtorId) => `/api/debtors/${debtorId}${rest}`;
const customer = async (debtorId = book.debtorId) => (await owner.get<CustomerView>(at('', debtorId))).body;
const patch = (body: object) => owner.send<CustomerView>('PATCH', at(), body);

test('terms, payment days, circuit and addresses are kept, and unlawful terms refused with the article', async () => {
  const answer = await patch({
    circuit: 'Bon de commande, puis portail',
    paymentRun: { monthDays: [31, 10, 10] },
    terms: { days: 45, endOfMonth: 'A' },
    deliveryLines: ['Dépôt 4'],
    deliveryCity: 'Lyon',
    language: 'en',
  });
  expect(answer.body).toMatchObject({
    circuit: 'Bon de commande, puis portail',
    paymentRun: { monthDays: [10, 31] },
    paymentRunName: 'le 10 et le dernier jour du mois',
    nextPaymentDay: '2026-11-30',
    terms: { days: 45, endOfMonth: 'A' },
    termsName: '45\u00a0jours fin de mois',
    deliveryAddress: { lines: ['Dépôt 4'], city: 'Lyon' },
    language: 'en',
  });
  const unlawful = await patch({ terms: { days: 61 } });
  expect([unlawful.status, unlawful.body.refusal?.code]).toEqual([409, 'TermsUnlawful']);
  expect(unlawful.body.refusal?.message).toContain('L441-10');
  expect((await patch({ kind: 'public-body' })).body.refusal?.code).toBe('TermsForPublicBuyer');
  expect((await patch({ paymentRun: { monthDays: [] } })).body.refusal?.code).toBe('InvalidRequest');
  expect((await patch({ terms: null, paymentRun: null })).body).toMatchObject({ terms: null, nextPaymentDay: null });
  await makeDebtor(store, tenantId, book.companyId, 'Autre', { legal_id: '552100554' });
  expect((await patch({ legalId: '552 100 554' })).body.refusal).toMatchObject({
    code: 'LegalIdTaken',
    facts: { name: 'Autre' },
  });
});

test('contacts have one main among them, whatever is added, promoted or removed', async () => {
  const [main] = (await customer()).contacts;
  expect(main).toMatchObject({ email: 'compta@client.example', role: 'accounts-payable', isMain: true });
  const add = (body: object) => owner.post<CustomerView>(at('/contacts'), body);
  const boss = (await add({ role: 'manager', name: 'Mme Vallier', email: 'PDG@client.example' })).body.contacts[1]!;
  expect(boss).toMatchObject({ role: 'manager', email: 'pdg@client.example', isMain: false });
  expect((await add({ role: 'other', name: '  ' })).body.refusal?.code).toBe('ContactEmpty');
  const contact = (id: string) => at(`/contacts/${id}`);
  const promoted = await owner.send<CustomerView>('PATCH', contact(boss.contactId), { isMain: true, phone: '06 00' });
  expect(promoted.body.contacts).toMatchObject([
    { contactId: boss.contactId, name: 'Mme Vallier', phone: '06 00', isMain: true },
    { contactId: main!.contactId, email: 'compta@client.example', isMain: false },
  ]);
  const removed = await owner.post<CustomerView>(`${contact(boss.contactId)}/remove`);
  expect(removed.body.contacts).toMatchObject([{ contactId: main!.contactId, isMain: true }]);
  expect((await owner.post<CustomerView>(`${contact(main!.contactId)}/remove`)).body.contacts).toEqual([]);
  expect((await owner.post(`${contact(main!.contactId)}/remove`)).body.refusal?.code).toBe('NotFound');
  expect((await add({ role: 'buyer', name: 'M. Bon' })).body.contacts).toMatchObject([{ role: 'buyer', isMain: true }]);
});

test('a reminder goes to who pays, the plan says so beforehand, and confirming sends it there', async () => {
  await owner.post(at('/contacts'), {
    role: 'manager',
    name: 'Mme Vallier',
    email: 'pdg@client.example',
    isMain: true,
  });
  const plan = await owner.get<PlanView>(`/api/companies/${book.companyId}/plan?from=2026-11-21&days=60`);
  const to = plan.body.items.filter((one) => one.channel === 'email').map((one) => [one.stepName, one.recipient]);
  expect(to).toEqual(
    expect.arrayContaining([
      ['Mise en demeure', 'pdg@client.example'],
      ['Première relance', 'compta@client.example'],
    ]),
  );
  const said = plan.body.items.flatMap((one) => one.reasons).find((one) => one.code === 'WrittenTo');
  expect(said?.message).toBe('Destinataire\u00a0: comptabilité fournisseurs.');
  const accounts = (await customer()).contacts.find((one) => !one.isMain)!;
  const actionId = await makeAction(store, tenantId, book, { mode: 'live' });
  await asSupervisor((client) =>
    client.query(`update action set facts = facts || jsonb_build_object('to', $2::jsonb) where action_id = $1`, [
      actionId,
      JSON.stringify({ contactId: accounts.contactId, role: accounts.role, name: null }),
    ]),
  );
  await owner.post(`/api/actions/${actionId}/confirm`);
  const { rows } = await asSupervisor((client) =>
    client.query('select recipient from outbox where action_id = $1', [actionId]),
  );
  expect(rows).toEqual([{ recipient: 'compta@client.example' }]);
});

test('an address sets only the case that waited for one on its way', async () => {
  await asSupervisor((client) =>
    client.query(
      `update collection_case set status = 'parked', status_reason = 'Montant hors bornes' where case_id = $1`,
      [book.caseId],
    ),
  );
  const status = async () =>
    (
      await asSupervisor((client) =>
        client.query('select status from collection_case where case_id = $1', [book.caseId]),
      )
    ).rows[0].status;
  await owner.post(at('/contacts'), { role: 'legal', email: 'droit@client.example' });
  expect(await status()).toBe('parked');
  await makeAction(store, tenantId, book, { channel: 'task', status: 'to-do', step: 'missing-address' });
  await owner.post(at('/contacts'), { role: 'other', email: 'autre@client.example' });
  expect(await status()).toBe('open');
});

const doubles = async () =>
  (await owner.get<Page<DoublePairView>>(`/api/companies/${book.companyId}/doubles`)).body.items.map(
    ({ pair, reason }) => [
      pair
        .map((one) => one.name)
        .sort()
        .join(' | '),
      reason,
    ],
  );

test('doubles are found by number, account, name and mail domain, two SIREN never, and a person may say no', async () => {
  const add = (name: string, more: Record<string, string> = {}) =>
    makeDebtor(store, tenantId, book.companyId, name, more);
  await add('Vallier SARL', { legal_id: '552100554' });
  await add('Menuiserie V.', { legal_id: '55210055400013' });
  await add('Transports Rapides', { account: 'C-00012' });
  await add('T.R.', { account: 'C12' });
  await add('Garage Durand', { city: 'Lyon' });
  await add('SAS Garage Durand', { city: 'LYON' });
  const one = await add('Imprimerie Moreau');
  const other = await add('Imprimerie Morreau');
  await add('Société Hélène', { legal_id: '111111111' });
  await add('Société Hélène', { legal_id: '222222222' });
  await add('Pharmacie du Lac', { email: 'a@lac.example' });
  await add('Pharmacie Lacoste', { email: 'b@lac.example' });
  await add('Monsieur Gmail', { email: 'a@gmail.com' });
  await add('Autre Gmail', { email: 'b@gmail.com' });
  expect(await doubles()).toEqual([
    ['Menuiserie V. | Vallier SARL', 'Même SIREN'],
    ['Garage Durand | SAS Garage Durand', 'Même nom, même ville'],
    ['T.R. | Transports Rapides', 'Même compte client, écrit de deux façons'],
    ['Pharmacie Lacoste | Pharmacie du Lac', 'Même domaine d’e-mail, noms proches'],
    ['Imprimerie Moreau | Imprimerie Morreau', 'Noms très proches'],
  ]);
  expect((await customer(one)).doubles).toMatchObject([{ debtorId: other, reason: 'Noms très proches' }]);
  expect((await owner.post(at('/distinct', one), { other })).body).toEqual({ ok: true });
  expect(await doubles()).toHaveLength(4);
  expect((await customer(other)).doubles).toEqual([]);
});

test('doubles are the same whatever housekeeping has compared, and none is missed that two people enter at once', async () => {
  const add = (name: string) => makeDebtor(store, tenantId, book.companyId, name);
  const keep = () => store.inTenant(tenantId, (tx) => keepSharedSigns(tx, 0));
  await add('Garage Durand');
  await add('SAS Garage Durand');
  const found = [['Garage Durand | SAS Garage Durand', 'Même nom, à la forme juridique près']];
  expect(await doubles()).toEqual(found);
  await keep();
  expect(await doubles()).toEqual(found);

  // One is kept before the other is whole: neither has seen the other.
  const insert = `insert into debtor (tenant_id, debtor_id, company_id, name) values ($1, $2, $3, $4)`;
  const [one, other] = [randomUUID(), randomUUID()];
  await store.inTenant(tenantId, async (late) => {
    await late.query(insert, [tenantId, one, book.companyId, 'Imprimerie Moreau']);
    await store.inTenant(tenantId, (tx) => tx.query(insert, [tenantId, other, book.companyId, 'Imprimerie Moreau']));
    await keep();
  });
  const open = (debtorId: string) =>
    store.inTenant(tenantId, (tx) =>
      tx.query(
        `insert into collection_case (tenant_id, case_id, company_id, debtor_id, profile) values ($1, gen_random_uuid(), $2, $3, 'business')`,
        [tenantId, book.companyId, debtorId],
      ),
    );
  await open(one);
  await open(other);
  expect(await doubles()).toHaveLength(2);
  await keep();
  expect(await doubles()).toHaveLength(2);

  // A name that changes is compared again; one that is shared no more is forgotten.
  await store.inTenant(tenantId, (tx) =>
    tx.query(`update debtor set name = 'Pharmacie du Lac' where tenant_id = $1 and debtor_id = $2`, [tenantId, one]),
  );
  expect(await doubles()).toEqual(found);
  await add('Pharmacie du Lac');
  expect(await doubles()).toHaveLength(2);
  await keep();
  expect(await doubles()).toHaveLength(2);
  expect(await keptWrongly(store, tenantId)).toEqual([]);
});
