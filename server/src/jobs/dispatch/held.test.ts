import { randomUUID } from 'node:crypto';
import { day } from '@acquit/law';
import { afterAll, afterEach, expect, test } from 'vitest';
import { type Fake, fakeMaileva, fakeOvh } from '../../channels/providers/testing/index.ts';
import { closeRender } from '../../render/index.ts';
import { testStore } from '../../testing/index.ts';
import { alone, plantSendings, round, statesOf, TODAY, timePasses } from './fixture.ts';
import { previewHandOver } from './hand-over.ts';
import { paidAgain } from './person.ts';

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

test('a day of which too much would leave waits for an answer, but what a person let go himself', async () => {
  const fake = await started(fakeOvh());
  const sendings = await plantSendings(store, { service: 'sms', provider: 'ovh', values: fake.values, count: 2 });
  await alone(store, sendings);
  await store.inTenant(sendings.tenantId, async (tx) => {
    await tx.query(
      `insert into volume_stop (tenant_id, stop_id, company_id, on_day, reason, messages, allowed)
       values ($1, gen_random_uuid(), $2, $3, 'cap', 900, 500)`,
      [sendings.tenantId, sendings.companyId, TODAY],
    );
    await tx.query(`update action set done_by = 'user:claire' where action_id = $1`, [sendings.actionIds[1]]);
  });
  expect(await round(store)).toMatchObject({ sent: 1 });
  expect((await statesOf(store, sendings)).map(({ state }) => state)).toEqual(['due', 'sent']);
  await store.inTenant(sendings.tenantId, (tx) => tx.query(`update volume_stop set state = 'let-go'`));
  expect(await round(store)).toMatchObject({ sent: 1 });
});

test('the hours of the company and of the step hold for text messages too', async () => {
  const fake = await started(fakeOvh());
  const sendings = await plantSendings(store, { service: 'sms', provider: 'ovh', values: fake.values, count: 1 });
  await alone(store, sendings);
  const window = (range: string) =>
    store.inTenant(sendings.tenantId, (tx) => tx.query('update outbox set send_window = $1::int4multirange', [range]));
  await window('{}');
  expect(await round(store)).toMatchObject({ sent: 0 });
  await window('{[0,10080)}');
  expect(await round(store)).toMatchObject({ sent: 1 });
});

test('letters of a day that waits stay in the print queue when the others are handed over', async () => {
  const fake = await started(fakeMaileva());
  const sendings = await plantSendings(store, {
    service: 'letter',
    provider: 'maileva',
    values: fake.values,
    count: 1,
    state: 'to-print',
  });
  await store.inTenant(sendings.tenantId, (tx) =>
    tx.query(
      `insert into volume_stop (tenant_id, stop_id, company_id, on_day, reason, messages, allowed)
       values ($1, gen_random_uuid(), $2, $3, 'cap', 900, 500)`,
      [sendings.tenantId, sendings.companyId, TODAY],
    ),
  );
  const order = {
    companyId: sendings.companyId,
    service: 'letter' as const,
    actionIds: sendings.actionIds,
    today: day(TODAY),
  };
  const found = await store.inTenant(sendings.tenantId, (tx) => previewHandOver(tx, order));
  if (found.refusal !== undefined) throw new Error(found.refusal.message);
  expect(found.preview.leaving).toEqual([]);
  expect(found.preview.staying[0]?.reason).toContain('attendent votre accord');
});

test('under a mandate a text message is never the first message, and recalls the first one after it', async () => {
  const fake = await started(fakeOvh());
  const sendings = await plantSendings(store, { service: 'sms', provider: 'ovh', values: fake.values, count: 1 });
  await alone(store, sendings);
  await store.inTenant(sendings.tenantId, async (tx) => {
    await tx.query(
      `insert into collector (tenant_id, name, address_lines, postcode, city, email, iban, insurance, declared_on)
       values ($1, 'Recouvrement Dupont', '{2 place Bellecour}', '69002', 'Lyon', 'a@dupont.example', 'FR7630004000031234567890143', 'Police 42', '2025-03-03')`,
      [sendings.tenantId],
    );
    await tx.query(`update company set mandate_signed_on = '2026-01-05'`);
  });
  expect(await round(store)).toMatchObject({ refused: 1 });
  expect(fake.bought).toEqual([]);
  expect((await statesOf(store, sendings))[0]?.answer).toContain('R124-4');
  const letter = randomUUID();
  await store.inTenant(sendings.tenantId, async (tx) => {
    await tx.query(
      `insert into action (tenant_id, action_id, company_id, case_id, step, channel, mode, status, decided_on, total_cents, facts, reasons)
       select tenant_id, $2, company_id, case_id, 'reminder-1', 'email', 'live', 'done', '2026-11-02', 120000, facts, '[]' from action where action_id = $1`,
      [sendings.actionIds[0], letter],
    );
    await tx.query(
      `insert into outbox (tenant_id, action_id, company_id, channel, state) values ($1, $2, $3, 'email', 'sent')`,
      [sendings.tenantId, letter, sendings.companyId],
    );
  });
  await store.inTenant(sendings.tenantId, (tx) =>
    paidAgain(tx, { actionId: sendings.actionIds[0]!, by: 'user:claire' }),
  );
  await timePasses(store, sendings);
  expect(await round(store)).toMatchObject({ sent: 1 });
  expect(String(fake.bought[0]!.fields.message)).toContain('2 novembre 2026');
});
