import { randomUUID } from 'node:crypto';
import { addDays, type Day, day, formatDay } from '@acquit/law';
import { beforeEach, expect, test } from 'vitest';
import { newTenant, testStore } from '../../testing/index.ts';
import { composeMessage } from '../messages/index.ts';
import { runPass } from './index.ts';

const { store } = await testStore();
/** A Tuesday, the day after the money came. */
const ON = day('2026-11-03');

let [tenantId, companyId] = ['', ''];
beforeEach(async () => {
  [tenantId, companyId] = [await newTenant(store), randomUUID()];
});

async function company(mode: 'test' | 'live', thanks: boolean): Promise<void> {
  await store.inTenant(tenantId, (tx) =>
    tx.query(
      `insert into company (tenant_id, company_id, name, mode, settings) values ($1, $2, 'Atelier Durand', $3, $4)`,
      [tenantId, companyId, mode, { thanksForPromises: thanks }],
    ),
  );
}

/** A debtor who promised 2 400 € and paid them; with as many days late of another invoice. */
async function kept(lateDays: number | null = null): Promise<string> {
  const [debtorId, caseId] = [randomUUID(), randomUUID()];
  await store.inTenant(tenantId, async (tx) => {
    await tx.query(
      `insert into debtor (tenant_id, debtor_id, company_id, name, kind, email) values ($1, $2, $3, 'Menuiserie Morel', 'company', 'compta@morel.example')`,
      [tenantId, debtorId, companyId],
    );
    await tx.query(
      `insert into collection_case (tenant_id, case_id, company_id, debtor_id, profile, next_action_on) values ($1, $2, $3, $4, 'business', $5)`,
      [tenantId, caseId, companyId, debtorId, lateDays === null ? null : formatDay(ON)],
    );
    if (lateDays !== null)
      await tx.query(
        `insert into claim (tenant_id, claim_id, company_id, case_id, number, kind, issued_on, due_on, total_cents, amount_cents)
         values ($1, $2, $3, $4, 'F-2', 'invoice', '2026-09-01', $5, 120000, 120000)`,
        [tenantId, randomUUID(), companyId, caseId, formatDay(addDays(ON, -lateDays))],
      );
    await tx.query(
      `insert into promise (tenant_id, promise_id, company_id, case_id, amount_cents, made_on, promised_on, expected_on, until_on, channel,
                            entered_by, received_cents, kept_on)
       values ($1, $2, $3, $4, 240000, '2026-10-19', '2026-10-29', '2026-10-29', '2026-11-02', 'phone', 'user:x', 240000, '2026-11-02')`,
      [tenantId, randomUUID(), companyId, caseId],
    );
  });
  return caseId;
}

const pass = (on: Day, dryRun = false) => runPass(store, { tenantId, companyId, on, dryRun });

async function told() {
  const { rows } = await store.inTenant(tenantId, (tx) =>
    tx.query<{
      action_id: string;
      step: string;
      status: string;
      state: string;
      thanked_on: string | null;
      last: string;
    }>(
      `select a.action_id, a.step, a.status, o.state, p.thanked_on, c.last_contact_on as last
         from action a join outbox o using (tenant_id, action_id) join collection_case c using (tenant_id, case_id)
         join promise p using (tenant_id, case_id) order by a.decided_on`,
    ),
  );
  return rows;
}

test('a promise kept is thanked once, through the outbox, and counts as the contact of the day', async () => {
  await company('live', true);
  await kept();
  expect(await pass(ON, true)).toMatchObject({ messages: 1 });
  expect(await told()).toEqual([]);
  expect(await pass(ON)).toMatchObject({ messages: 1, leaving: 1 });
  expect(await pass(ON)).toMatchObject({ messages: 0 });
  const thanks = { step: 'promise-thanks', status: 'queued', state: 'due', thanked_on: '2026-11-03' };
  expect(await told()).toMatchObject([{ ...thanks, last: '2026-11-03' }]);
  // Still on its way the next day, it is the contact of that day too.
  expect(await pass(addDays(ON, 1))).toMatchObject({ messages: 0 });
  const rows = await told();
  expect(rows).toMatchObject([{ ...thanks, last: '2026-11-04' }]);
  const { text, attachments } = await store.inTenant(tenantId, (tx) =>
    composeMessage(store, tx, rows[0]!.action_id, 'email'),
  );
  expect(text).toContain('2\u202f400,00\u00a0€ le 2 novembre 2026');
  expect(text).toContain('il ne vous reste rien à faire');
  expect(text).not.toContain('IBAN');
  expect(attachments).toEqual([]);
});

test('off by default; in test mode it is captured', async () => {
  await company('live', false);
  await kept();
  expect(await pass(ON)).toMatchObject({ messages: 0 });

  [tenantId, companyId] = [await newTenant(store), randomUUID()];
  await company('test', true);
  await kept();
  expect(await pass(ON)).toMatchObject({ messages: 1, leaving: 0 });
  expect(await told()).toMatchObject([{ status: 'done', state: 'captured' }]);
});

test('who is reminded on the day, or still owes something late, is not thanked', async () => {
  await company('live', true);
  await kept(6);
  await pass(ON);
  expect((await told()).map(({ step, thanked_on }) => [step, thanked_on])).toEqual([['reminder-1', null]]);
});
