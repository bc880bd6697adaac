import { day } from '@acquit/law';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { openConnector } from '../../channels/index.ts';
import { type Fake, fakeAr24, fakeHttp, fakeMaileva, fakeOvh } from '../../channels/providers/testing/index.ts';
import { closeRender } from '../../render/index.ts';
import {
  findDispatch,
  insertConsent,
  keepBlob,
  type NewDispatchEvent,
  recordDispatchEvents,
  withdrawConsent,
  withdrawDispatchEvent,
} from '../../store/index.ts';
import { testStore } from '../../testing/index.ts';
import { saveAccount } from './account.ts';
import { alone, NOON, type PlantedSendings, plantSendings, round, statesOf, TODAY, timePasses } from './fixture.ts';
import { handOverLetters, previewHandOver } from './hand-over.ts';
import { refOf } from './ledger.ts';
import { backToPrint, paidAgain, paidArrived } from './person.ts';

const { store } = await testStore();
afterAll(closeRender);
const fakes: Fake[] = [];
afterEach(async () => {
  for (const fake of fakes.splice(0)) await fake.close();
});
const started = async (fake: Promise<Fake>): Promise<Fake> => {
  fakes.push(await fake);
  return fakes.at(-1)!;
};

const noticesOf = async ({ tenantId, claimIds }: PlantedSendings) => {
  const { rows } = await store.inTenant(tenantId, (tx) =>
    tx.query<{ notice_on: string | null }>('select notice_on from claim where claim_id = any($1::uuid[])', [claimIds]),
  );
  return rows.map((row) => row.notice_on);
};
const told = (kind: NewDispatchEvent['kind'], on: string): NewDispatchEvent => ({
  kind,
  on,
  source: 'hand',
  label: null,
  proofSha256: null,
  toldBy: 'user:claire',
});
const journal = async ({ tenantId }: PlantedSendings) => {
  const { rows } = await store.inTenant(tenantId, (tx) =>
    tx.query<{ action: string }>('select action from journal_entry order by seq'),
  );
  return rows.map((row) => row.action);
};

/** One registered letter that its provider took. */
async function handed(shape: Partial<Parameters<typeof plantSendings>[1]> = {}) {
  const fake = await started(fakeMaileva());
  const sendings = await plantSendings(store, {
    service: 'registered',
    provider: 'maileva',
    values: fake.values,
    count: 1,
    ...shape,
  });
  await alone(store, sendings);
  await round(store);
  return { fake, sendings, actionId: sendings.actionIds[0]!, tenantId: sendings.tenantId };
}

describe('what becomes of a registered letter', () => {
  test('the first presentation dates the notice, and what follows it leaves it', async () => {
    const { fake, sendings, actionId, tenantId } = await handed();
    expect(await noticesOf(sendings)).toEqual([null]);
    const status = (code: string, date: string) => ({ status: code, label: code, date: `${date}T09:00:00Z` });
    fake.become(refOf(actionId), {
      registered_number: '1E00232062142',
      postage_price: 7.56,
      delivery_statuses: [status('A01', '2026-11-18'), status('P02', '2026-11-19')],
    });
    await timePasses(store, sendings);
    expect(await round(store)).toMatchObject({ told: 2 });
    expect(await noticesOf(sendings)).toEqual(['2026-11-19']);
    fake.become(refOf(actionId), {
      delivery_statuses: [status('A01', '2026-11-18'), status('P02', '2026-11-19'), status('N05', '2026-11-20')],
    });
    await timePasses(store, sendings);
    expect(await round(store)).toMatchObject({ told: 1 });
    // Refused, and the notice stands.
    expect(await noticesOf(sendings)).toEqual(['2026-11-19']);
    const view = await store.inTenant(tenantId, (tx) => findDispatch(tx, actionId));
    expect(view).toMatchObject({ number: '1E00232062142', priceCents: 756, ended: true, providerName: 'Maileva' });
    expect(view?.events.map(({ kind, hasProof }) => [kind, hasProof])).toEqual([
      ['deposited', true],
      ['first-presentation', false],
      ['refused', false],
    ]);
    expect(await journal(sendings)).toContain('claim.notice-dated');
    await timePasses(store, sendings);
    expect(await round(store)).toMatchObject({ told: 0 });
  });

  test('entered by hand, corrected by hand: the day follows, and nothing is erased', async () => {
    const { sendings, actionId, tenantId } = await handed();
    const enter = (...events: NewDispatchEvent[]) =>
      store.inTenant(tenantId, (tx) => recordDispatchEvents(tx, { actionId, today: TODAY, events }));
    expect(await enter(told('first-presentation', '2026-11-12'))).toBe(1);
    expect(await enter(told('first-presentation', '2026-11-12'))).toBe(0);
    expect(await noticesOf(sendings)).toEqual(['2026-11-12']);
    const [wrong] = (await store.inTenant(tenantId, (tx) => findDispatch(tx, actionId)))!.events;
    await store.inTenant(tenantId, (tx) =>
      withdrawDispatchEvent(tx, { eventId: wrong!.eventId, today: TODAY, by: 'user:claire' }),
    );
    expect(await noticesOf(sendings)).toEqual([null]);
    expect(
      await store.inTenant(tenantId, (tx) =>
        withdrawDispatchEvent(tx, { eventId: wrong!.eventId, today: TODAY, by: 'user:claire' }),
      ),
    ).toBeNull();
    await enter(told('first-presentation', '2026-11-13'), told('unclaimed', '2026-11-20'));
    expect(await noticesOf(sendings)).toEqual(['2026-11-13']);
    const { rows } = await store.inTenant(tenantId, (tx) =>
      tx.query('select * from dispatch_event where action_id = $1', [actionId]),
    );
    expect(rows).toHaveLength(3);
  });

  test('returned for its address it is no notice; a letter that is no formal notice dates none', async () => {
    const back = await handed();
    await store.inTenant(back.tenantId, (tx) =>
      recordDispatchEvents(tx, {
        actionId: back.actionId,
        today: TODAY,
        events: [told('first-presentation', '2026-11-12'), told('returned', '2026-11-14')],
      }),
    );
    expect(await noticesOf(back.sendings)).toEqual([null]);
    const plain = await handed({ tone: 'firm' });
    await store.inTenant(plain.tenantId, (tx) =>
      recordDispatchEvents(tx, {
        actionId: plain.actionId,
        today: TODAY,
        events: [told('first-presentation', '2026-11-12')],
      }),
    );
    expect(await noticesOf(plain.sendings)).toEqual([null]);
  });

  test('a proof that comes later joins its event', async () => {
    const { actionId, tenantId } = await handed();
    await store.inTenant(tenantId, async (tx) => {
      const events = [told('delivered', '2026-11-13')];
      await recordDispatchEvents(tx, { actionId, today: TODAY, events });
      const proofSha256 = await keepBlob(tx, store.blobs, { bytes: Buffer.from('jpeg'), mediaType: 'image/jpeg' });
      await recordDispatchEvents(tx, { actionId, today: TODAY, events: [{ ...events[0]!, proofSha256 }] });
      expect((await findDispatch(tx, actionId))?.events).toMatchObject([{ kind: 'delivered', hasProof: true }]);
    });
  });
});

describe('a person’s part', () => {
  test('nothing paid leaves in test mode, whatever was queued', async () => {
    const fake = await started(fakeMaileva());
    const sendings = await plantSendings(store, {
      service: 'registered',
      provider: 'maileva',
      values: fake.values,
      count: 2,
      mode: 'test',
    });
    await round(store);
    expect(fake.calls).toEqual([]);
    const preview = await store.inTenant(sendings.tenantId, (tx) =>
      previewHandOver(tx, {
        companyId: sendings.companyId,
        service: 'registered',
        actionIds: sendings.actionIds,
        today: day(TODAY),
      }),
    );
    expect(preview.refusal?.code).toBe('CompanyInTest');
  });

  test('letters leave when somebody hands them over, who was told what it costs', async () => {
    const fake = await started(fakeMaileva());
    const sendings = await plantSendings(store, {
      service: 'registered',
      provider: 'maileva',
      values: fake.values,
      count: 2,
      state: 'to-print',
      unitPriceCents: 690,
    });
    await alone(store, sendings);
    await round(store);
    expect(fake.calls).toEqual([]);
    const order = {
      companyId: sendings.companyId,
      service: 'registered' as const,
      actionIds: sendings.actionIds,
      today: day(TODAY),
    };
    const found = await store.inTenant(sendings.tenantId, (tx) => previewHandOver(tx, order));
    const preview = found.refusal === undefined ? found.preview : null;
    expect(preview).toMatchObject({ totalPriceCents: 1380, staying: [], asksCode: false });
    expect(preview?.consequence.replace(/[\u00a0\u202f]/g, ' ')).toBe(
      '2 lettres recommandées avec avis de réception partent réellement par Maileva, pour environ 13,80 € hors taxes, à vos frais. Un envoi accepté ne peut plus être rappelé.',
    );
    const hand = () =>
      store.inTenant(sendings.tenantId, (tx) => handOverLetters(tx, { ...order, actor: 'user:claire' }));
    expect(await hand()).toEqual({ handed: 2 });
    expect(await hand()).toEqual({ handed: 0 });
    await round(store);
    expect(fake.bought).toHaveLength(2);
    expect(fake.bought[0]!.fields).toMatchObject({
      address_line_4: '12 rue de la Paix',
      address_line_6: '75002 PARIS',
    });
  });

  test('an electronic letter goes to professionals, and to others once they have consented', async () => {
    const fake = await started(fakeAr24());
    const sendings = await plantSendings(store, {
      service: 'electronic',
      provider: 'ar24',
      values: fake.values,
      count: 1,
      state: 'to-print',
      kind: 'consumer',
    });
    await alone(store, sendings);
    const order = {
      companyId: sendings.companyId,
      service: 'electronic' as const,
      actionIds: sendings.actionIds,
      today: day(TODAY),
    };
    const ask = async () => {
      const found = await store.inTenant(sendings.tenantId, (tx) => previewHandOver(tx, order));
      return found.refusal === undefined ? found.preview : null;
    };
    expect((await ask())?.staying[0]?.reason).toMatch(/L100 et R53-3/);
    const consentId = await store.inTenant(sendings.tenantId, (tx) =>
      insertConsent(tx, {
        caseId: sendings.caseIds[0]!,
        givenOn: '2026-11-01',
        proof: 'Contrat, article 7',
        proofSha256: null,
        by: 'user:claire',
      }),
    );
    expect(await ask()).toMatchObject({ leaving: [{ to: 'client1@client.example' }], staying: [], asksCode: true });
    await store.inTenant(sendings.tenantId, (tx) => withdrawConsent(tx, consentId, TODAY));
    expect((await ask())?.leaving).toEqual([]);
    await store.inTenant(sendings.tenantId, (tx) =>
      insertConsent(tx, {
        caseId: sendings.caseIds[0]!,
        givenOn: '2026-11-19',
        proof: 'E-mail du 19 novembre',
        proofSha256: null,
        by: 'user:claire',
      }),
    );
    await store.inTenant(sendings.tenantId, (tx) => handOverLetters(tx, { ...order, actor: 'user:claire' }));
    // Without the sender's code nothing is taken, and nothing is refused for good.
    expect(await round(store)).toMatchObject({ sent: 0, postponed: 1, troubles: [{ service: 'electronic' }] });
    expect(await statesOf(store, sendings)).toMatchObject([{ state: 'due', known: false }]);
    await openConnector('ar24', 'electronic', fake.values, { now: () => NOON }).unlock?.('123456');
    const { wakeAccount } = await import('./send.ts');
    wakeAccount(sendings.companyId, 'electronic');
    await timePasses(store, sendings);
    expect(await round(store)).toMatchObject({ sent: 1 });
    expect(fake.bought[0]!.fields).toMatchObject({ dest_statut: 'particulier', to_lastname: 'Petit', eidas: '1' });
  });

  test('the month’s limit stops the next one, before anything is bought', async () => {
    const fake = await started(fakeOvh());
    const sendings = await plantSendings(store, {
      service: 'sms',
      provider: 'ovh',
      values: fake.values,
      count: 3,
      monthlyLimit: 2,
    });
    await alone(store, sendings);
    expect(await round(store)).toMatchObject({ sent: 2, postponed: 1 });
    expect(fake.bought).toHaveLength(2);
    expect((await statesOf(store, sendings)).map(({ state }) => state)).toEqual(['sent', 'sent', 'due']);
  });

  test('text messages wait for the hours of telephones', async () => {
    const fake = await started(fakeOvh());
    const sendings = await plantSendings(store, { service: 'sms', provider: 'ovh', values: fake.values, count: 1 });
    await alone(store, sendings);
    const at = (hour: number) => Date.UTC(2026, 10, 20, hour - 1, 30);
    for (const hour of [7, 8, 18, 22]) expect(await round(store, { now: at(hour) })).toMatchObject({ sent: 0 });
    expect(await round(store, { now: at(9) })).toMatchObject({ sent: 1 });
    expect(fake.bought[0]!.fields).toMatchObject({ receivers: ['+33612345601'], noStopClause: true });
    expect(String(fake.bought[0]!.fields.message)).not.toMatch(/1 ?200/);
  });

  test('a landline is refused before any call, with what to do', async () => {
    const fake = await started(fakeOvh());
    const sendings = await plantSendings(store, { service: 'sms', provider: 'ovh', values: fake.values, count: 1 });
    await alone(store, sendings);
    await store.inTenant(sendings.tenantId, (tx) => tx.query(`update debtor set phone = '01 42 68 53 00'`));
    expect(await round(store)).toMatchObject({ refused: 1 });
    expect(fake.bought).toEqual([]);
    expect((await statesOf(store, sendings))[0]?.answer).toContain('mobile');
  });

  test('a doubt is settled by whoever looked: it arrived, or it is asked for again', async () => {
    for (const [act, after, bought] of [
      [paidArrived, 'sent', 1],
      [paidAgain, 'due', 1],
    ] as const) {
      const fake = await started(fakeHttp());
      const sendings = await plantSendings(store, { service: 'sms', provider: 'http', values: fake.values, count: 1 });
      await alone(store, sendings);
      fake.moods = ['cut'];
      await round(store);
      const acts = { actionId: sendings.actionIds[0]!, by: 'user:claire' };
      expect((await statesOf(store, sendings))[0]?.state).toBe('in-doubt');
      expect((await store.inTenant(sendings.tenantId, (tx) => act(tx, acts))).refusal).toBeUndefined();
      expect((await statesOf(store, sendings))[0]?.state).toBe(after);
      expect((await store.inTenant(sendings.tenantId, (tx) => act(tx, acts))).refusal?.code).toMatch(/MessageNot/);
      expect(fake.bought).toHaveLength(bought);
      if (act === paidArrived) continue;
      await timePasses(store, sendings);
      await round(store);
      expect((await statesOf(store, sendings))[0]?.state).toBe('sent');
    }
  });

  test('a letter that its provider refuses goes back to the print queue', async () => {
    const fake = await started(fakeMaileva());
    const sendings = await plantSendings(store, {
      service: 'letter',
      provider: 'maileva',
      values: fake.values,
      count: 1,
    });
    await alone(store, sendings);
    await store.inTenant(sendings.tenantId, (tx) =>
      tx.query(`update debtor set address_lines = array[repeat('x', 60)]`),
    );
    await round(store);
    expect(await statesOf(store, sendings)).toMatchObject([{ state: 'refused', status: 'done' }]);
    const acts = { actionId: sendings.actionIds[0]!, by: 'user:claire' };
    expect(await store.inTenant(sendings.tenantId, (tx) => backToPrint(tx, acts))).toBe(true);
    expect(await statesOf(store, sendings)).toMatchObject([{ state: 'to-print', status: 'queued', known: false }]);
    expect(await store.inTenant(sendings.tenantId, (tx) => backToPrint(tx, acts))).toBe(false);
  });
});

describe('an account', () => {
  test('keeps its secrets sealed, and those left out as they were', async () => {
    const fake = await started(fakeMaileva());
    const { tenantId, companyId } = await plantSendings(store, {
      service: 'registered',
      provider: 'maileva',
      values: fake.values,
      count: 0,
    });
    const save = (values: Record<string, string>, provider: 'maileva' | 'merci-facteur' = 'maileva') =>
      store.inTenant(tenantId, (tx) =>
        saveAccount(tx, store.secrets, {
          companyId,
          service: 'registered',
          provider,
          values,
          unitPriceCents: null,
          monthlyLimit: null,
          actor: 'user:claire',
        }),
      );
    const { clientSecret: _, password: __, ...rest } = fake.values;
    expect(await save(rest)).toBeNull();
    const { rows } = await store.inTenant(tenantId, (tx) =>
      tx.query<{ settings: object; secrets_sealed: Buffer }>('select settings, secrets_sealed from provider_account'),
    );
    expect(JSON.stringify(rows[0]!.settings)).not.toContain('hush');
    expect(rows[0]!.secrets_sealed.toString('latin1')).not.toContain('hush');
    // The secrets of one provider are not those of another.
    expect((await save({ serviceId: 'public-1', idUser: '37' }, 'merci-facteur'))?.message).toContain('Secret key');
    expect((await save({ ...rest, baseUrl: 'http://maileva.example' }))?.message).toContain('https');
    expect((await save({ ...rest, other: 'x' }))?.message).toContain('other');
    expect(
      JSON.stringify(
        await store
          .inTenant(tenantId, (tx) => tx.query('select payload from journal_payload'))
          .then(({ rows: entries }) => entries),
      ),
    ).not.toContain('hush');
  });

  test('is for the services its provider renders', async () => {
    const { tenantId, companyId } = await plantSendings(store, {
      service: 'sms',
      provider: null,
      values: {},
      count: 0,
    });
    const refusal = await store.inTenant(tenantId, (tx) =>
      saveAccount(tx, store.secrets, {
        companyId,
        service: 'letter',
        provider: 'ovh',
        values: {},
        unitPriceCents: null,
        monthlyLimit: null,
        actor: 'user:claire',
      }),
    );
    expect(refusal?.code).toBe('InvalidProviderAccount');
  });
});
