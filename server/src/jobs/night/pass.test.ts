import { randomUUID } from 'node:crypto';
import { addDays, day, formatDay } from '@acquit/law';
import { beforeEach, describe, expect, it } from 'vitest';
import { verifyJournal } from '../../store/index.ts';
import { newTenant, testStore } from '../../testing/index.ts';
import { type DecisionLine, type PassOrder, runPass } from './index.ts';

const { store } = await testStore();
/** A Tuesday. */
const ON = day('2026-11-17');

let [tenantId, companyId] = ['', ''];
beforeEach(async () => {
  [tenantId, companyId] = [await newTenant(store), randomUUID()];
  await store.inTenant(tenantId, (tx) =>
    tx.query(`insert into company (tenant_id, company_id, name, mode) values ($1, $2, 'Atelier Durand', 'live')`, [
      tenantId,
      companyId,
    ]),
  );
});

interface Debt {
  /** Days late on `ON` of each claim. */
  late: number[];
  email?: string | null;
  profile?: 'business' | 'consumer';
}

/** Plants one debtor with his claims, due for a first look long ago; gives the case. */
async function plant({ late, email = 'compta@client.example', profile = 'business' }: Debt): Promise<string> {
  const [debtorId, caseId] = [randomUUID(), randomUUID()];
  await store.inTenant(tenantId, async (tx) => {
    await tx.query(
      `insert into debtor (tenant_id, debtor_id, company_id, name, kind, email, phone, address_lines, postcode, city)
       values ($1, $2, $3, 'Menuiserie Morel', $4, $5, '0102030405', '{12 rue des Lilas}', '69003', 'Lyon')`,
      [tenantId, debtorId, companyId, profile === 'business' ? 'company' : 'consumer', email],
    );
    await tx.query(
      `insert into collection_case (tenant_id, case_id, company_id, debtor_id, profile, next_action_on, open_claims)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [tenantId, caseId, companyId, debtorId, profile, '2026-01-01', late.length],
    );
    for (const [index, days] of late.entries())
      await tx.query(
        `insert into claim (tenant_id, claim_id, company_id, case_id, number, kind, issued_on, due_on, total_cents, amount_cents)
         values ($1, $2, $3, $4, $5, 'invoice', $6, $7, 120000, 120000)`,
        [
          tenantId,
          randomUUID(),
          companyId,
          caseId,
          `F-${index}`,
          formatDay(addDays(ON, -days - 30)),
          formatDay(addDays(ON, -days)),
        ],
      );
  });
  return caseId;
}

const pass = (changes: Partial<PassOrder> = {}, lines: DecisionLine[] = []) =>
  runPass(store, { tenantId, companyId, on: ON, dryRun: false, ...changes }, (line) => lines.push(line));

/** Everything the pass writes, as counts: two equal readings mean that nothing was written in between. */
async function written(): Promise<Record<string, number>> {
  return store.inTenant(tenantId, async (tx) => {
    const { rows } = await tx.query<Record<string, number>>(
      `select (select count(*) from action)::int as actions, (select count(*) from action_claim)::int as moves,
              (select count(*) from outbox)::int as outbox, (select count(*) from journal_entry)::int as journal,
              (select count(*) from pass)::int as passes, (select count(*) from claim where level >= 0)::int as moved`,
    );
    return rows[0]!;
  });
}

interface ActionRow {
  step: string;
  channel: string;
  status: string;
  mode: string;
  on: string;
  state: string | null;
}

async function actionsOf(caseId: string): Promise<ActionRow[]> {
  return store.inTenant(tenantId, async (tx) => {
    const { rows } = await tx.query<ActionRow>(
      `select a.step, a.channel, a.status, a.mode, a.decided_on as on, o.state
         from action a left join outbox o on o.tenant_id = a.tenant_id and o.action_id = a.action_id
        where a.case_id = $1 order by a.decided_on, a.channel`,
      [caseId],
    );
    return rows;
  });
}

async function caseRow(caseId: string): Promise<{ status: string; reason: string | null; next: string | null }> {
  return store.inTenant(tenantId, async (tx) => {
    const { rows } = await tx.query<{ status: string; reason: string | null; next: string | null }>(
      'select status, status_reason as reason, next_action_on as next from collection_case where case_id = $1',
      [caseId],
    );
    return rows[0]!;
  });
}

describe('a night’s pass', () => {
  it('decides each due case once and records all that follows', async () => {
    const [reminded, formal, early] = [
      await plant({ late: [4, 5] }),
      await plant({ late: [40] }),
      await plant({ late: [-30] }),
    ];
    const lines: DecisionLine[] = [];
    const result = await pass({}, lines);
    expect(result).toMatchObject({ casesExamined: 3, decisions: 3, messages: 3, tasks: 0, parked: 0 });
    expect(lines.map(({ action }) => action.step).sort()).toEqual(['mise-en-demeure', 'mise-en-demeure', 'reminder-1']);
    const live = { mode: 'live', on: '2026-11-17', status: 'queued' };
    expect(await actionsOf(reminded)).toEqual([{ step: 'reminder-1', channel: 'email', state: 'due', ...live }]);
    expect(await actionsOf(formal)).toEqual([
      { step: 'mise-en-demeure', channel: 'email', state: 'due', ...live },
      { step: 'mise-en-demeure', channel: 'registered', state: 'to-print', ...live },
    ]);
    expect(await actionsOf(early)).toEqual([]);
    expect(await written()).toEqual({ actions: 3, moves: 4, outbox: 3, journal: 3, passes: 1, moved: 3 });
    // Twelve days after the decision the notice before the due date is reached; until then nobody looks.
    expect((await caseRow(early)).next).toBe('2026-12-12');
    expect(await verifyJournal(store, tenantId)).toMatchObject({ valid: true, entries: 3 });
  });

  it('keeps every word of a decision, whatever signs it holds', async () => {
    const caseId = await plant({ late: [4] });
    const number = 'F-"42"\\n{é}, «\u202fà\u00a0payer\u202f» \u001e';
    await store.inTenant(tenantId, (tx) =>
      tx.query('update claim set number = $2 where case_id = $1', [caseId, number]),
    );
    const lines: DecisionLine[] = [];
    await pass({}, lines);
    const { rows } = await store.inTenant(tenantId, (tx) =>
      tx.query('select facts, reasons from action where case_id = $1', [caseId]),
    );
    expect(rows).toEqual([{ facts: lines[0]!.action.facts, reasons: lines[0]!.decision.reasons }]);
    expect(lines[0]!.action.facts.claims[0]!.number).toBe(number);
  });

  it('leaves one call of a case on the worklist: a later one replaces the call that nobody made', async () => {
    const caseId = await plant({ late: [10] });
    await pass();
    expect(await actionsOf(caseId)).toMatchObject([{ step: 'call', channel: 'phone', status: 'to-do' }]);
    await store.inTenant(tenantId, async (tx) => {
      await tx.query(
        `insert into claim (tenant_id, claim_id, company_id, case_id, number, kind, issued_on, due_on, total_cents, amount_cents, level, level_on)
         values ($1, $2, $3, $4, 'F-9', 'invoice', $5, $6, 120000, 120000, 1, $7)`,
        [
          tenantId,
          randomUUID(),
          companyId,
          caseId,
          formatDay(addDays(ON, -33)),
          formatDay(addDays(ON, -3)),
          formatDay(ON),
        ],
      );
      await tx.query(`update claim set level = 5, level_step = 'decide' where case_id = $1 and number = 'F-0'`, [
        caseId,
      ]);
      await tx.query(`update collection_case set next_action_on = $2 where case_id = $1`, [caseId, formatDay(ON)]);
    });
    await pass({ on: addDays(ON, 7) });
    expect((await actionsOf(caseId)).map(({ on, status }) => [on, status])).toEqual([
      ['2026-11-17', 'skipped'],
      ['2026-11-24', 'to-do'],
    ]);
  });

  it('does nothing a second time on the same day', async () => {
    await plant({ late: [4] });
    await plant({ late: [40, 12] });
    await pass();
    const before = await written();
    const lines: DecisionLine[] = [];
    expect(await pass({}, lines)).toMatchObject({ casesExamined: 0, decisions: 0 });
    expect(lines).toEqual([]);
    expect(await written()).toEqual({ ...before, passes: before.passes! + 1 });
  });

  it('catches up nights that were missed with one contact, at the level of today', async () => {
    const caseId = await plant({ late: [2] });
    await pass();
    expect(await actionsOf(caseId)).toEqual([]);
    // Nothing ran for 14 days: the first reminder and the call are past, the second reminder is due.
    const late = addDays(ON, 14);
    await pass({ on: late });
    expect((await actionsOf(caseId)).map(({ step, on }) => [step, on])).toEqual([['reminder-2', formatDay(late)]]);
    await pass({ on: addDays(late, 1) });
    // Nothing left: what waited is prepared again, and it is still one contact.
    expect((await actionsOf(caseId)).filter(({ status }) => status !== 'cancelled')).toHaveLength(1);
  });

  it('parks the case that cannot be decided, and decides the others', async () => {
    await store.inTenant(tenantId, (tx) =>
      tx.query(
        `insert into scenario (tenant_id, scenario_id, company_id, key, profile, version, name, definition)
         values ($1, $2, $3, 'consumer', 'consumer', 9, 'Cassé', '{"key": "consumer", "profile": "consumer", "steps": null}')`,
        [tenantId, randomUUID(), companyId],
      ),
    );
    const [broken, sound] = [await plant({ late: [4], profile: 'consumer' }), await plant({ late: [4] })];
    expect(await pass()).toMatchObject({ casesExamined: 2, decisions: 1, parked: 1 });
    expect(await actionsOf(sound)).toHaveLength(1);
    expect(await caseRow(broken)).toMatchObject({
      status: 'parked',
      next: null,
      reason: expect.stringContaining('n’a pas pu être décidé'),
    });
    const { rows } = await store.inTenant(tenantId, (tx) =>
      tx.query('select action from journal_entry where object_id = $1', [broken]),
    );
    expect(rows).toEqual([{ action: 'case.parked' }]);
  });

  it('makes one contact when two passes run at the same moment', async () => {
    const cases = [];
    for (let index = 0; index < 20; index += 1) cases.push(await plant({ late: [4 + index] }));
    const results = await Promise.all([pass(), pass(), pass()]);
    expect(results.reduce((sum, { casesExamined }) => sum + casesExamined, 0)).toBe(20);
    for (const caseId of cases) {
      const channels = (await actionsOf(caseId)).map(({ channel }) => channel);
      expect(channels.length).toBeGreaterThan(0);
      expect(new Set(channels).size).toBe(channels.length);
    }
    expect(await verifyJournal(store, tenantId)).toMatchObject({ valid: true });
  });

  it('leaves out what exists already, with all that would follow from it', async () => {
    const caseId = await plant({ late: [4] });
    await pass();
    const before = await written();
    // A wrong plan: the case and the claim look as if nothing had been decided on this day.
    await store.inTenant(tenantId, async (tx) => {
      await tx.query(`update collection_case set next_action_on = '2026-01-01', last_contact_on = null`);
      await tx.query('update claim set level = -1, level_on = null, level_step = null');
    });
    expect(await pass()).toMatchObject({ casesExamined: 1, decisions: 0, messages: 0 });
    expect(await actionsOf(caseId)).toHaveLength(1);
    expect(await written()).toEqual({ ...before, passes: before.passes! + 1, moved: 0 });
  });

  it('shows a dry run’s decisions and writes nothing', async () => {
    const caseId = await plant({ late: [40] });
    const [before, row] = [await written(), await caseRow(caseId)];
    const lines: DecisionLine[] = [];
    const result = await pass({ dryRun: true }, lines);
    expect(result).toMatchObject({ passId: null, decisions: 2, messages: 2 });
    expect(lines.map(({ action }) => action.channel).sort()).toEqual(['email', 'registered']);
    expect([await written(), await caseRow(caseId)]).toEqual([before, row]);
  });

  it('captures everything of a company in test mode', async () => {
    await store.inTenant(tenantId, (tx) => tx.query(`update company set mode = 'test'`));
    const caseId = await plant({ late: [40] });
    await pass();
    expect(await actionsOf(caseId)).toEqual(
      ['email', 'registered'].map((channel) => ({
        step: 'mise-en-demeure',
        channel,
        mode: 'test',
        status: 'done',
        on: '2026-11-17',
        state: 'captured',
      })),
    );
  });

  it('prepares again, for the day, a message that waited, so that two never leave together', async () => {
    const [waited, printed] = [await plant({ late: [4] }), await plant({ late: [40] })];
    await pass();
    const later = addDays(ON, 2);
    await pass({ on: later });
    const laterOn = formatDay(later);
    expect((await actionsOf(waited)).map(({ on, status, state }) => [on, status, state])).toEqual([
      ['2026-11-17', 'cancelled', 'cancelled'],
      [laterOn, 'queued', 'due'],
    ]);
    // The copy of a registered letter says what the letter says: it stays with it.
    expect((await actionsOf(printed)).map(({ on, channel, state }) => [on, channel, state])).toEqual([
      ['2026-11-17', 'email', 'due'],
      ['2026-11-17', 'registered', 'to-print'],
    ]);
    const before = await written();
    await pass({ on: later });
    expect(await written()).toEqual({ ...before, passes: before.passes! + 1 });
  });

  it('leaves alone a message that a person let go, one that was tried, and a day that waits for an answer', async () => {
    const cases = [await plant({ late: [4] }), await plant({ late: [4] }), await plant({ late: [4] })];
    await pass();
    await store.inTenant(tenantId, async (tx) => {
      await tx.query(`update action set done_by = 'user:claire' where case_id = $1`, [cases[0]]);
      await tx.query(
        `update outbox o set attempts = 1 from action a where a.action_id = o.action_id and a.case_id = $1`,
        [cases[1]],
      );
    });
    await pass({ on: addDays(ON, 1) });
    const dueOf = async (caseId: string) =>
      (await actionsOf(caseId)).filter(({ state }) => state === 'due').map(({ on }) => on);
    expect(await Promise.all(cases.map(dueOf))).toEqual([['2026-11-17'], ['2026-11-17'], ['2026-11-18']]);
    await store.inTenant(tenantId, (tx) =>
      tx.query(
        `insert into volume_stop (tenant_id, stop_id, company_id, on_day, reason, messages, allowed, state)
         values ($1, $2, $3, '2026-11-18', 'cap', 1, 0, 'waiting')`,
        [tenantId, randomUUID(), companyId],
      ),
    );
    await pass({ on: addDays(ON, 2) });
    expect(await dueOf(cases[2]!)).toEqual(['2026-11-18']);
  });

  it('goes through more cases than one batch holds', async () => {
    await store.inTenant(tenantId, async (tx) => {
      const some = 'generate_series(1, 2300) n';
      await tx.query(
        `insert into debtor (tenant_id, debtor_id, company_id, name, kind, email) select $1, md5('d' || n)::uuid, $2, 'Client ' || n, 'company', 'c@client.example' from ${some}`,
        [tenantId, companyId],
      );
      await tx.query(
        `insert into collection_case (tenant_id, case_id, company_id, debtor_id, profile, next_action_on) select $1, md5('c' || n)::uuid, $2, md5('d' || n)::uuid, 'business', date '2026-11-01' + n % 16 from ${some}`,
        [tenantId, companyId],
      );
      await tx.query(
        `insert into claim (tenant_id, claim_id, company_id, case_id, number, kind, due_on, total_cents, amount_cents)
         select $1, md5('k' || n)::uuid, $2, md5('c' || n)::uuid, 'F-' || n, 'invoice', '2026-11-13', 50000, 50000 from ${some}`,
        [tenantId, companyId],
      );
    });
    expect(await pass()).toMatchObject({ casesExamined: 2300, decisions: 2300, messages: 2300 });
    // One entry says that so many wait for somebody to let them go.
    expect(await verifyJournal(store, tenantId)).toMatchObject({ valid: true, entries: 2301 });
  });
});
