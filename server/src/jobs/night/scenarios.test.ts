import { randomUUID } from 'node:crypto';
import { addDays, type Day, day, formatDay } from '@acquit/law';
import { defaultBook, defaultScenarios, nextVersion } from '@acquit/recovery';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  chooseScenario,
  keepBack,
  letGo,
  loadCases,
  loadScenarios,
  lockStop,
  saveAssignmentRules,
  saveScenario,
  waitingStop,
} from '../../store/index.ts';
import { newTenant, testStore } from '../../testing/index.ts';
import { takeDue } from '../outbox/take.ts';
import { runPass } from './index.ts';

const { store } = await testStore();
/** A Tuesday. */
const ON = day('2026-11-17');
const TODAY = formatDay(ON);

let [tenantId, companyId] = ['', ''];
beforeEach(async () => {
  [tenantId, companyId] = [await newTenant(store), randomUUID()];
  await company('live', {});
});

async function company(mode: 'live' | 'test', settings: Record<string, unknown>): Promise<void> {
  await store.inTenant(tenantId, (tx) =>
    tx.query(
      `insert into company (tenant_id, company_id, name, mode, settings) values ($1, $2, 'Atelier Durand', $3, $4)
       on conflict (tenant_id, company_id) do update set mode = excluded.mode, settings = excluded.settings`,
      [tenantId, companyId, mode, JSON.stringify({ bankFreshnessWorkingDays: null, ...settings })],
    ),
  );
}

interface Debt {
  late: number;
  kind?: string;
  level?: { step: string; rank: number; on: Day };
  sector?: string;
}

async function plant({ late, kind = 'company', level, sector }: Debt): Promise<string> {
  const [debtorId, caseId] = [randomUUID(), randomUUID()];
  await store.inTenant(tenantId, async (tx) => {
    await tx.query(
      `insert into debtor (tenant_id, debtor_id, company_id, name, kind, email, phone, address_lines, postcode, city, sector)
       values ($1, $2, $3, 'Menuiserie Morel', $4, 'compta@client.example', '0102030405', '{12 rue des Lilas}', '69003', 'Lyon', $5)`,
      [tenantId, debtorId, companyId, kind, sector ?? null],
    );
    await tx.query(
      `insert into collection_case (tenant_id, case_id, company_id, debtor_id, profile, next_action_on, open_claims, oldest_due_on)
       values ($1, $2, $3, $4, $5, '2026-01-01', 1, $6)`,
      [
        tenantId,
        caseId,
        companyId,
        debtorId,
        kind === 'company' ? 'business' : 'consumer',
        formatDay(addDays(ON, -late)),
      ],
    );
    await tx.query(
      `insert into claim (tenant_id, claim_id, company_id, case_id, number, kind, issued_on, due_on, total_cents, amount_cents, level, level_step, level_on)
       values ($1, $2, $3, $4, 'F-1', 'invoice', $5, $6, 120000, 120000, $7, $8, $9)`,
      [
        tenantId,
        randomUUID(),
        companyId,
        caseId,
        formatDay(addDays(ON, -late - 30)),
        formatDay(addDays(ON, -late)),
        level?.rank ?? -1,
        level?.step ?? null,
        level === undefined ? null : formatDay(level.on),
      ],
    );
  });
  return caseId;
}

const pass = (on = ON) => runPass(store, { tenantId, companyId, on, dryRun: false });

async function actions(caseId: string): Promise<string[]> {
  return store.inTenant(tenantId, async (tx) => {
    const { rows } = await tx.query<{ text: string }>(
      `select decided_on || ' ' || step || ' ' || channel || ' ' || status as text from action where case_id = $1 order by 1`,
      [caseId],
    );
    return rows.map(({ text }) => text);
  });
}

const claimOf = (caseId: string) =>
  store.inTenant(tenantId, async (tx) => (await loadCases(tx, [caseId]))[0]!.facts.claims[0]!);

describe('the scenario of a case', () => {
  it('is chosen by the first rule that holds, and kept for the name of its steps', async () => {
    const [builder, other] = [await plant({ late: 4, sector: 'Bâtiment' }), await plant({ late: 4 })];
    await store.inTenant(tenantId, (tx) =>
      saveAssignmentRules(
        tx,
        companyId,
        [{ name: 'BTP', when: { sector: 'batiment' }, scenario: 'large-account' }],
        TODAY,
      ),
    );
    await pass();
    // Large accounts are reminded five days after, the others three.
    expect(await actions(builder)).toEqual([]);
    expect(await actions(other)).toEqual([`${TODAY} reminder-1 email queued`]);
    const keys = await store.inTenant(tenantId, (tx) =>
      tx.arrays<[string, string]>('select case_id::text, scenario_key from collection_case'),
    );
    expect(new Map(keys)).toEqual(
      new Map([
        [builder, 'large-account'],
        [other, 'business'],
      ]),
    );
  });

  it('sums what was invoiced in a year only for a company whose rules ask for it', async () => {
    const caseId = await plant({ late: 4 });
    const facts = () => store.inTenant(tenantId, async (tx) => (await loadCases(tx, [caseId]))[0]!.facts);
    expect((await facts()).turnoverCents).toBeUndefined();
    const rules = [{ name: 'Gros', when: { leastTurnoverCents: 100_000 }, scenario: 'large-account' }];
    await store.inTenant(tenantId, (tx) => saveAssignmentRules(tx, companyId, rules, TODAY));
    expect((await facts()).turnoverCents).toBe(120_000);
  });

  it('may be chosen by hand, and given back to the rules', async () => {
    const caseId = await plant({ late: 4 });
    await store.inTenant(tenantId, (tx) => chooseScenario(tx, caseId, 'large-account'));
    await pass();
    expect(await actions(caseId)).toEqual([]);
    await store.inTenant(tenantId, (tx) => chooseScenario(tx, caseId, null));
    await store.inTenant(tenantId, (tx) => tx.query(`update collection_case set next_action_on = '2026-01-01'`));
    await pass();
    expect(await actions(caseId)).toHaveLength(1);
  });
});

describe('a new version of a scenario', () => {
  const business = defaultScenarios.business;
  const quicker = nextVersion(defaultBook, {
    ...business,
    steps: business.steps.map((step) => (step.key === 'reminder-2' ? { ...step, offsetDays: 12 } : step)),
  });
  const called = { step: 'call', rank: 2, on: addDays(ON, -5) };

  it.each([
    ['takes the cases on their way with it', false, 1],
    ['or leaves them the version they began with', true, 0],
  ])('%s', async (_, keep, reminded) => {
    const [running, fresh] = [await plant({ late: 13, level: called }), await plant({ late: 13 })];
    await store.inTenant(tenantId, (tx) =>
      saveScenario(tx, { companyId, scenario: quicker, before: business, keep, actor: 'user:1', today: TODAY }),
    );
    const book = await store.inTenant(tenantId, (tx) => loadScenarios(tx, companyId));
    expect([book.latest.business!.version, book.kept.map(({ version }) => version)]).toEqual([2, [1]]);
    await pass();
    expect(await actions(running)).toHaveLength(reminded);
    expect(await actions(fresh)).toEqual([`${TODAY} reminder-2 email queued`]);
  });

  it('puts its cases before the next pass', async () => {
    const caseId = await plant({ late: 13, level: called });
    await pass();
    expect(await actions(caseId)).toEqual([]);
    await store.inTenant(tenantId, (tx) =>
      saveScenario(tx, { companyId, scenario: quicker, before: business, keep: false, actor: 'user:1', today: TODAY }),
    );
    await pass();
    expect(await actions(caseId)).toEqual([`${TODAY} reminder-2 email queued`]);
  });
});

describe('a formal notice', () => {
  it('is remembered by its day, and forgotten when it is taken back', async () => {
    const caseId = await plant({ late: 40 });
    await company('live', { dailyCap: 1, volumeJump: null });
    await plant({ late: 4 });
    await pass();
    expect(await claimOf(caseId)).toMatchObject({ levelStep: 'mise-en-demeure', noticeSentOn: ON, noticeOn: null });
    const stop = await store.inTenant(tenantId, (tx) => waitingStop(tx, companyId));
    await store.inTenant(tenantId, async (tx) =>
      keepBack(tx, (await lockStop(tx, stop!.stopId))!, 'user:1', TODAY, {
        actor: 'user:1',
        action: 'sending.kept',
        objectKind: 'company',
        objectId: companyId,
        payload: {},
      }),
    );
    expect(await claimOf(caseId)).toMatchObject({ level: -1, levelStep: null, noticeSentOn: null });
  });
});

describe('what leaves in a day', () => {
  const taken = async (): Promise<number> =>
    (
      await store.inTenant(tenantId, (tx) =>
        takeDue(tx, { companyId, worker: 'test', leaseMs: 60_000, limit: 10, today: ON }),
      )
    ).length;

  it('stops over the daily limit, and leaves when somebody lets it go', async () => {
    await company('live', { dailyCap: 2, volumeJump: null });
    for (let i = 0; i < 3; i++) await plant({ late: 4 });
    expect(await pass()).toMatchObject({ messages: 3, leaving: 3 });
    const stop = await store.inTenant(tenantId, (tx) => waitingStop(tx, companyId));
    expect(stop).toMatchObject({ onDay: TODAY, reason: 'cap', messages: 3, allowed: 2 });
    expect(await taken()).toBe(0);
    await store.inTenant(tenantId, (tx) => letGo(tx, stop!.stopId, 'user:1'));
    expect(await store.inTenant(tenantId, (tx) => waitingStop(tx, companyId))).toBeNull();
    expect(await taken()).toBe(3);
  });

  it('counts the passes of a day together, and asks nothing of a company in test mode', async () => {
    await company('live', { dailyCap: 2, volumeJump: null });
    for (let i = 0; i < 2; i++) await plant({ late: 4 });
    await pass();
    expect(await store.inTenant(tenantId, (tx) => waitingStop(tx, companyId))).toBeNull();
    await plant({ late: 4 });
    await pass();
    expect(await store.inTenant(tenantId, (tx) => waitingStop(tx, companyId))).toMatchObject({ messages: 3 });
    await company('test', { dailyCap: 1, volumeJump: null });
    await plant({ late: 4 });
    expect(await pass(addDays(ON, 1))).toMatchObject({ messages: 1, leaving: 0 });
  });

  it('stops on a jump over what is usual', async () => {
    await company('live', { dailyCap: null, volumeJump: 3 });
    await store.inTenant(tenantId, (tx) =>
      tx.query(
        `insert into pass (tenant_id, pass_id, company_id, on_day, leaving)
         select $1, gen_random_uuid(), $2, date '2026-11-01' + n, 10 from generate_series(1, 5) n`,
        [tenantId, companyId],
      ),
    );
    for (let i = 0; i < 30; i++) await plant({ late: 4 });
    await pass();
    expect(await store.inTenant(tenantId, (tx) => waitingStop(tx, companyId))).toBeNull();
    await plant({ late: 4 });
    await pass();
    expect(await store.inTenant(tenantId, (tx) => waitingStop(tx, companyId))).toMatchObject({
      reason: 'jump',
      messages: 31,
      allowed: 30,
    });
  });

  it('keeps what was kept back for the next day, and asks again', async () => {
    await company('live', { dailyCap: 1, volumeJump: null });
    const [first] = [await plant({ late: 4 }), await plant({ late: 4 })];
    await pass();
    const stop = await store.inTenant(tenantId, (tx) => waitingStop(tx, companyId));
    const event = { actor: 'user:1', action: 'sending.kept', objectKind: 'company', objectId: companyId, payload: {} };
    const withdrawn = await store.inTenant(tenantId, async (tx) =>
      keepBack(tx, (await lockStop(tx, stop!.stopId))!, 'user:1', TODAY, event),
    );
    expect(withdrawn).toBe(2);
    expect(await actions(first)).toEqual([`${TODAY} reminder-1 email cancelled`]);
    // Again on the same day nothing is made twice; the day after, it is.
    await pass();
    expect(await actions(first)).toHaveLength(1);
    await pass(addDays(ON, 1));
    expect(await actions(first)).toEqual([`${TODAY} reminder-1 email cancelled`, '2026-11-18 reminder-1 email queued']);
    expect(await store.inTenant(tenantId, (tx) => waitingStop(tx, companyId))).toMatchObject({ onDay: '2026-11-18' });
  });

  it('reaches nobody outside the hours of the message', async () => {
    await company('live', {});
    await plant({ late: 4, kind: 'consumer' });
    await pass();
    const at = (range: string) =>
      store.inTenant(tenantId, (tx) =>
        tx.query(
          `update outbox set state = 'due', send_window = case $1 when 'now' then int4multirange(int4range(paris_minute(now()), paris_minute(now()) + 2))
             when 'later' then int4multirange(int4range(0, 10080)) - int4multirange(int4range(paris_minute(now()) - 1, paris_minute(now()) + 3)) end`,
          [range],
        ),
      );
    const { rows } = await store.inTenant(tenantId, (tx) =>
      tx.query<{ minutes: string }>('select send_window::text as minutes from outbox'),
    );
    // Five days, twice: Monday 10:00 is minute 600.
    expect(rows[0]!.minutes.startsWith('{[600,780),[840,1200),[2040,2220)')).toBe(true);
    expect(rows[0]!.minutes.split('),').length).toBe(10);
    await at('later');
    expect(await taken()).toBe(0);
    await at('now');
    expect(await taken()).toBe(1);
  });
});
