import { randomUUID } from 'node:crypto';
import { addDays, type Day, day, formatDay } from '@acquit/law';
import { defaultBook, defaultScenarios, nextVersion, type Scenario, scenarioRefusals } from '@acquit/recovery';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import {
  appendJournal,
  bankFreshness,
  contactedBesides,
  lockAction,
  noteContact,
  releaseAction,
  saveScenario,
  verifyJournal,
} from '../../store/index.ts';
import { testStore } from '../../testing/index.ts';
import { startSink } from '../../testing/smtp-sink.ts';
import { enterPause, enterPromise, openDispute } from '../commitments/index.ts';
import { composeReminder, type Planted, plantCompany } from '../outbox/fixture.ts';
import { sendDueOnce } from '../outbox/index.ts';
import { enterReceipt } from '../receipts.ts';
import { runPass } from './index.ts';

const { store } = await testStore();
const sink = await startSink();
afterAll(() => sink.close());

const START = day('2026-02-02');
const LENGTH = 28;
const DEBTORS = 5;

interface Life extends Planted {
  cases: string[];
  /** Contacts that really took place: `case day` → what they were. */
  contacts: Map<string, Set<string>>;
  /** What a person let go. */
  released: Set<string>;
}

/** A live company with some debtors, each with claims that come due around the beginning. */
async function begin(lateness: readonly number[], minimumGapDays: number): Promise<Life> {
  const planted = await plantCompany(store, { port: sink.port });
  const { tenantId, companyId } = planted;
  const cases: string[] = [];
  await store.inTenant(tenantId, async (tx) => {
    await tx.query('update company set settings = $3 where tenant_id = $1 and company_id = $2', [
      tenantId,
      companyId,
      JSON.stringify({ minimumGapDays, bankFreshnessWorkingDays: 3, volumeJump: null }),
    ]);
    await tx.query(
      `insert into bank_account (tenant_id, bank_account_id, company_id, account_key, label, covered_until)
       values ($1, $2, $3, 'FR76', 'Banque', $4)`,
      [tenantId, randomUUID(), companyId, formatDay(START)],
    );
    for (let n = 0; n < DEBTORS; n++) {
      const [debtorId, caseId] = [randomUUID(), randomUUID()];
      cases.push(caseId);
      await tx.query(
        `insert into debtor (tenant_id, debtor_id, company_id, name, kind, email, phone, address_lines, postcode, city)
         values ($1, $2, $3, $4, 'company', $5, '0102030405', '{12 rue des Lilas}', '69003', 'Lyon')`,
        [tenantId, debtorId, companyId, `Client ${n}`, `c${n}@client.example`],
      );
      await tx.query(
        `insert into collection_case (tenant_id, case_id, company_id, debtor_id, profile, next_action_on, open_claims, open_cents)
         values ($1, $2, $3, $4, 'business', '2026-01-01', 2, 200000)`,
        [tenantId, caseId, companyId, debtorId],
      );
      for (const k of [0, 1]) {
        const dueOn = addDays(START, -lateness[(2 * n + k) % lateness.length]!);
        await tx.query(
          `insert into claim (tenant_id, claim_id, company_id, case_id, number, kind, issued_on, due_on, total_cents, amount_cents)
           values ($1, $2, $3, $4, $5, 'invoice', $6, $7, 100000, 100000)`,
          [tenantId, randomUUID(), companyId, caseId, `F-${n}-${k}`, formatDay(addDays(dueOn, -30)), formatDay(dueOn)],
        );
      }
    }
  });
  return { ...planted, cases, contacts: new Map(), released: new Set() };
}

/** The default steps with other days, some of them waiting for a person's agreement. */
function scenarioOf(jitter: readonly number[], confirmed: readonly boolean[]): Scenario {
  const { business } = defaultScenarios;
  let least = -60;
  const steps = business.steps.map((step, i) => {
    const offsetDays =
      step.countedFrom === 'due-date' ? Math.max(step.offsetDays + jitter[i]!, least + 1) : step.offsetDays;
    if (step.countedFrom === 'due-date') least = offsetDays;
    const waits = confirmed[i]! && step.channels.every((channel) => channel === 'email');
    return { ...step, offsetDays, release: waits ? ('confirm' as const) : step.release };
  });
  return nextVersion(defaultBook, { ...business, steps });
}

const by = (on: Day) => ({ actor: 'user:claire', today: formatDay(on) });

const EVENTS = [
  'receipt',
  'promise',
  'dispute',
  'pause',
  'statement',
  'confirm',
  'call',
  'crash',
  'late',
  'off',
] as const;
interface Event {
  kind: (typeof EVENTS)[number];
  who: number;
  size: number;
}

async function happens(life: Life, { kind, who, size }: Event, on: Day): Promise<void> {
  const { tenantId, companyId } = life;
  const caseId = life.cases[who % DEBTORS]!;
  await store.inTenant(tenantId, async (tx) => {
    if (kind === 'receipt')
      await enterReceipt(tx, {
        companyId,
        caseId,
        receivedOn: formatDay(on),
        amountCents: size * 10_000,
        method: 'transfer',
        reference: null,
        claimIds: [],
        ...by(on),
      });
    const common = { caseId, claimIds: [], note: null };
    const until = formatDay(addDays(on, size));
    if (kind === 'promise')
      await enterPromise(
        tx,
        { ...common, amountCents: null, promisedOn: until, madeBy: null, channel: 'phone' },
        by(on),
      );
    if (kind === 'pause') await enterPause(tx, { caseId, claimIds: [], until, reason: 'Congés' }, by(on));
    if (kind === 'statement')
      await tx.query('update bank_account set covered_until = $3 where tenant_id = $1 and company_id = $2', [
        tenantId,
        companyId,
        formatDay(on),
      ]);
    if (kind === 'dispute') {
      const { rows } = await tx.query<{ claim_id: string }>(
        `select claim_id from claim where tenant_id = $1 and case_id = $2 and status = 'open' order by number limit 1`,
        [tenantId, caseId],
      );
      const claims = rows.map(({ claim_id }) => ({ claimId: claim_id, contestedCents: null }));
      const order = { caseId, claims, reason: 'goods-missing' as const, details: null, owner: null, deadlineOn: until };
      if (claims.length > 0) await openDispute(tx, order, by(on));
    }
    if (kind === 'confirm' || kind === 'call') await aPersonActs(life, kind, tx, on);
    if (kind === 'crash') await crash(life, tx, on, size % 2 === 0);
  });
}

type Tx = Parameters<typeof lockAction>[0];

/** A worker took the messages of the day and died: before their dots (they are due again), or right after its mark. */
async function crash(life: Life, tx: Tx, on: Day, beforeDot: boolean): Promise<void> {
  const { tenantId, companyId } = life;
  if ((await bankFreshness(tx, companyId, on)).held) return;
  const { rows } = await tx.query<{ case_id: string; step: string; decided_on: string }>(
    `update outbox o set state = $4, leased_by = 'dead', attempts = o.attempts + 1, fence = o.fence + 1, lease_until = clock_timestamp() - interval '1 second',
            message_id = case when $4 = 'ending' then '<dead@atelier-durand.example>' else o.message_id end
       from action a
      where o.tenant_id = $1 and o.company_id = $2 and o.state = 'due' and a.tenant_id = $1 and a.action_id = o.action_id and a.decided_on = $3
     returning a.case_id, a.step, a.decided_on`,
    [tenantId, companyId, formatDay(on), beforeDot ? 'reserved' : 'ending'],
  );
  if (!beforeDot) for (const row of rows) contact(life, row.case_id, formatDay(on), `${row.step} ${row.decided_on}`);
}

/** Somebody agrees to the oldest message that waits, or makes the oldest call; each as the app lets him. */
async function aPersonActs(life: Life, kind: 'confirm' | 'call', tx: Tx, on: Day): Promise<void> {
  const today = formatDay(on);
  const { rows } = await tx.query<{ action_id: string }>(
    `select action_id from action where tenant_id = $1 and company_id = $2 and status = $3 and (channel = 'phone') = $4 order by decided_on limit 1`,
    [life.tenantId, life.companyId, kind === 'call' ? 'to-do' : 'to-confirm', kind === 'call'],
  );
  const action = rows[0] && (await lockAction(tx, rows[0].action_id));
  if (!action || action.channel === 'task' || (await contactedBesides(tx, action, today))) return;
  if (kind === 'confirm') {
    await releaseAction(tx, action, 'user:claire');
    life.released.add(action.actionId);
  } else {
    await tx.query(
      `update action set status = 'done', done_by = 'user:claire', done_at = now() where tenant_id = $1 and action_id = $2`,
      [life.tenantId, action.actionId],
    );
    contact(life, action.caseId, today, `call ${action.decidedOn}`);
  }
  await noteContact(tx, action, today);
}

function contact(life: Life, caseId: string, on: string, what: string): void {
  const key = `${caseId} ${on}`;
  life.contacts.set(key, (life.contacts.get(key) ?? new Set()).add(what));
}

interface Sent {
  action_id: string;
  case_id: string;
  step: string;
  decided_on: string;
  attempts: number;
  about: boolean;
  /** Numbers of the claims asked for that are closed, promised or contested, or of a case at rest. */
  wrongly: string[];
  copy: boolean;
}

/** Sends as the worker does, then says that it was on this day; what left is judged against the day's facts. */
async function send(life: Life, on: Day): Promise<void> {
  const today = formatDay(on);
  const { tenantId, companyId } = life;
  const { held } = await store.inTenant(tenantId, (tx) => bankFreshness(tx, companyId, on));
  await store.inTenant(tenantId, (tx) =>
    tx.query('update outbox set send_window = null, try_after = now() where state = $1', ['due']),
  );
  await sendDueOnce({ store, journal: appendJournal, compose: composeReminder, today: () => on });
  const { rows } = await store.inTenant(tenantId, (tx) =>
    tx.query<Sent>(
      `with fresh as (
         update outbox set settled_at = ($3::date + time '10:00') at time zone 'Europe/Paris'
          where tenant_id = $1 and company_id = $2 and state = 'sent' and settled_at > now() - interval '1 hour'
         returning action_id, attempts)
       select a.action_id, a.case_id, a.step, a.decided_on, a.facts ? 'about' as about, f.attempts,
              exists (select from action p where p.tenant_id = $1 and p.case_id = a.case_id and p.step = a.step and p.decided_on = a.decided_on
                         and p.channel in ('letter', 'registered')) as copy,
              array(select k.number from jsonb_to_recordset(a.facts -> 'claims') as c("claimId" uuid, "group" text)
                      join claim k on k.tenant_id = $1 and k.claim_id = c."claimId"
                     where c."group" = 'main' and (k.status <> 'open'
                        or exists (select from promise p join promise_claim x using (tenant_id, promise_id)
                                    where p.tenant_id = $1 and x.claim_id = k.claim_id and p.ended is null and p.kept_on is null and p.until_on >= $3)
                        or exists (select from dispute d join dispute_claim x using (tenant_id, dispute_id)
                                    where d.tenant_id = $1 and x.claim_id = k.claim_id and d.outcome is null)
                        or exists (select from pause p where p.tenant_id = $1 and p.case_id = k.case_id and p.ended_on is null
                                    and $3 between p.from_on and p.until_on))) as wrongly
         from fresh f join action a on a.tenant_id = $1 and a.action_id = f.action_id`,
      [tenantId, companyId, today],
    ),
  );
  for (const row of rows) {
    expect(row.wrongly, `${row.step} of ${row.decided_on} left on ${today}`).toEqual([]);
    expect(held, `${row.step} left on ${today} with an old bank`).toBe(false);
    if (!life.released.has(row.action_id) && !row.about && !row.copy && row.attempts === 1)
      expect(row.decided_on).toBe(today);
    contact(life, row.case_id, today, `${row.step} ${row.decided_on}`);
  }
}

const anyEvent = fc.record({
  kind: fc.constantFrom(...EVENTS),
  who: fc.nat({ max: DEBTORS - 1 }),
  size: fc.integer({ min: 1, max: 12 }),
});

test('whatever happens, nobody is contacted twice a day, nor for what is settled or at rest, and nothing is lost', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        lateness: fc.array(fc.integer({ min: -12, max: 45 }), { minLength: 6, maxLength: 10 }),
        gap: fc.integer({ min: 0, max: 4 }),
        jitter: fc.array(fc.integer({ min: -2, max: 4 }), { minLength: 12, maxLength: 12 }),
        confirmed: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
        days: fc.array(fc.array(anyEvent, { maxLength: 3 }), { minLength: LENGTH, maxLength: LENGTH }),
      }),
      async ({ lateness, gap, jitter, confirmed, days }) => {
        const life = await begin(lateness, gap);
        const { tenantId, companyId } = life;
        const scenario = scenarioOf(jitter, confirmed);
        if (scenarioRefusals(scenario, START).length === 0)
          await store.inTenant(tenantId, (tx) =>
            saveScenario(tx, { companyId, scenario, before: defaultScenarios.business, keep: false, ...by(START) }),
          );
        for (const [i, events] of days.entries()) {
          const on = addDays(START, i);
          if (events.some(({ kind }) => kind === 'off')) continue;
          const order = { tenantId, companyId, on, dryRun: false };
          // The machine comes up: its worker looks before the pass of the day has run, and again after.
          await send(life, on);
          for (const event of events.filter(({ kind }) => kind === 'confirm')) await happens(life, event, on);
          await runPass(store, order);
          for (const event of events.filter(({ kind }) => kind !== 'confirm')) await happens(life, event, on);
          if (events.some(({ kind }) => kind === 'late')) await runPass(store, order);
          else await send(life, on);
        }
        for (const [key, contacts] of life.contacts)
          expect(contacts.size, `${key}: ${[...contacts].join(' + ')}`).toBe(1);
        await nothingLost(life);
      },
    ),
    { numRuns: 2, endOnFailure: true },
  );
}, 240_000);

/** Everything prepared has left, waits where it is listed, or was taken back with an entry in the journal. */
async function nothingLost({ tenantId, companyId }: Life): Promise<void> {
  const { rows } = await store.inTenant(tenantId, (tx) =>
    tx.query<{ step: string; status: string; state: string | null }>(
      `select a.step, a.status, o.state from action a
         left join outbox o on o.tenant_id = a.tenant_id and o.action_id = a.action_id
        where a.tenant_id = $1 and a.company_id = $2 and not case a.status
          when 'queued' then o.state in ('due', 'to-print', 'in-doubt')
          when 'done' then o.state in ('sent', 'printed') or a.done_by like 'user:%'
          when 'cancelled' then exists (select from journal_entry e where e.tenant_id = $1 and e.action = 'action.cancelled' and e.object_id = a.action_id::text)
          when 'skipped' then a.result = 'superseded'
          else a.status in ('to-confirm', 'to-do') and o.state is null end`,
      [tenantId, companyId],
    ),
  );
  expect(rows).toEqual([]);
  expect(await verifyJournal(store, tenantId)).toMatchObject({ valid: true });
}
