/** Plants what paid sendings need, for the tests of this folder: a live company, its account, and letters that wait. */
import { randomUUID } from 'node:crypto';
import { day } from '@acquit/law';
import type { Provider, Service } from '@acquit/recovery';
import { keepBlob, type Store } from '../../store/index.ts';
import { saveAccount } from './account.ts';
import type { PaidStep } from './send.ts';
import type { PaidRound } from './worker.ts';
import { paidRound } from './worker.ts';

/** Friday 20 November 2026, 11:00 in Paris: everybody may be written to. */
export const NOON = Date.UTC(2026, 10, 20, 10, 0, 0);
export const TODAY = '2026-11-20';

export interface PlantedSendings {
  tenantId: string;
  companyId: string;
  caseIds: string[];
  claimIds: string[];
  actionIds: string[];
}

export interface SendingShape {
  service: Service;
  provider: Provider | null;
  values: Record<string, string>;
  count: number;
  mode?: 'live' | 'test';
  state?: string;
  kind?: string | null;
  tone?: string;
  monthlyLimit?: number | null;
  unitPriceCents?: number | null;
}

/** A company with an account, and `count` formal notices of one debtor each, in `state` (due at the provider unless said). */
export async function plantSendings(store: Store, shape: SendingShape): Promise<PlantedSendings> {
  const [tenantId, companyId] = [randomUUID(), randomUUID()];
  const ids = () => Array.from({ length: shape.count }, () => randomUUID());
  const [debtors, caseIds, claimIds, actionIds] = [ids(), ids(), ids(), ids()];
  const channel = shape.service === 'electronic' ? 'registered' : shape.service;
  const { mode = 'live', state = 'due', tone = 'formal' } = shape;
  await store.inTenant(tenantId, async (tx) => {
    await tx.query('insert into tenant (tenant_id, name) values ($1, $2)', [tenantId, 'Atelier Durand']);
    await tx.query(
      `insert into company (tenant_id, company_id, name, mode, address_lines, postcode, city, phone, email)
       values ($1, $2, 'Atelier Durand', $3, '{3 rue des Tanneurs}', '69001', 'LYON', '04 78 00 00 00', 'compta@durand.example')`,
      [tenantId, companyId, mode],
    );
    if (shape.provider !== null) {
      const refusal = await saveAccount(tx, store.secrets, {
        companyId,
        service: shape.service,
        provider: shape.provider,
        values: shape.values,
        unitPriceCents: shape.unitPriceCents ?? null,
        monthlyLimit: shape.monthlyLimit ?? null,
        actor: 'user:claire',
      });
      if (refusal !== null) throw new Error(refusal.message);
    }
    await tx.query(
      `insert into debtor (tenant_id, debtor_id, company_id, name, kind, email, phone, address_lines, postcode, city, contact_name)
       select $1, d, $2, 'Client ' || n, $4, 'client' || n || '@client.example', '06 12 34 56 ' || lpad(n::text, 2, '0'),
              array['12 rue de la Paix'], '75002', 'PARIS', 'Jeanne Petit' from unnest($3::uuid[]) with ordinality as t (d, n)`,
      [tenantId, companyId, debtors, shape.kind === undefined ? 'company' : shape.kind],
    );
    await tx.query(
      `insert into collection_case (tenant_id, case_id, company_id, debtor_id, profile)
       select $1, k, $2, d, 'business' from unnest($3::uuid[], $4::uuid[]) as t (k, d)`,
      [tenantId, companyId, caseIds, debtors],
    );
    await tx.query(
      `insert into claim (tenant_id, claim_id, company_id, case_id, number, kind, issued_on, due_on, total_cents, amount_cents, level, level_step, level_on)
       select $1, c, $2, k, 'F-' || n, 'invoice', '2026-09-01', '2026-10-01', 120000, 120000, 4, 'mise-en-demeure', $5
         from unnest($3::uuid[], $4::uuid[]) with ordinality as t (c, k, n)`,
      [tenantId, companyId, claimIds, caseIds, TODAY],
    );
    await tx.query(
      `insert into action (tenant_id, action_id, company_id, case_id, step, channel, mode, status, decided_on, total_cents, facts, reasons)
       select $1, a, $2, k, 'mise-en-demeure', $5, $6, 'queued', $7, 120000, f, '[]'
         from unnest($3::uuid[], $4::uuid[], $8::jsonb[]) as t (a, k, f)`,
      [
        tenantId,
        companyId,
        actionIds,
        caseIds,
        channel,
        mode,
        TODAY,
        claimIds.map((id, n) => JSON.stringify(factsOf(id, n + 1, tone))),
      ],
    );
    // The letters as they were composed: making them anew is the press's own test.
    const letter = await keepBlob(tx, store.blobs, {
      bytes: Buffer.from('%PDF-1.7 a letter'),
      mediaType: 'application/pdf',
    });
    if (channel !== 'sms')
      await tx.query('update action set document_sha256 = $2 where tenant_id = $1', [tenantId, letter]);
    await tx.query(
      `insert into action_claim (tenant_id, claim_id, step, channel, mode, action_id, open_cents)
       select $1, c, 'mise-en-demeure', $4, $5, a, 120000 from unnest($2::uuid[], $3::uuid[]) as t (c, a)`,
      [tenantId, claimIds, actionIds, channel, mode],
    );
    await tx.query(
      `insert into outbox (tenant_id, action_id, company_id, channel, state, via, try_after, decided_on, total_cents)
       select $1, t.id, $2, $4, $5, case when $5 = 'due' then $6 end, clock_timestamp() - interval '1 hour' + n * interval '1 second',
              a.decided_on, a.total_cents
         from unnest($3::uuid[]) with ordinality as t (id, n) join action a on a.tenant_id = $1 and a.action_id = t.id`,
      [tenantId, companyId, actionIds, channel, state, shape.provider],
    );
  });
  return { tenantId, companyId, caseIds, claimIds, actionIds };
}

function factsOf(claimId: string, n: number, tone: string): object {
  const claim = {
    claimId,
    number: `F-${n}`,
    issuedOn: '2026-09-01',
    dueOn: '2026-10-01',
    orderReference: null,
    amountCents: 120_000,
    openCents: 120_000,
    daysLate: 50,
    penaltyCents: 0,
    indemnityCents: 0,
    group: 'main',
    step: 'mise-en-demeure',
    rank: 4,
  };
  return {
    step: 'mise-en-demeure',
    stepName: 'Mise en demeure',
    tone,
    objective: 'warn',
    accessories: 'none',
    profile: 'business',
    regime: 'business',
    on: TODAY,
    claims: [claim],
    credits: [],
    principalCents: 120_000,
    penaltyCents: 0,
    indemnityCents: 0,
    creditCents: 0,
    totalCents: 120_000,
    rateSentence: null,
    graceDays: 8,
    payBefore: '2026-11-28',
  };
}

/** A process that dies at a step, as far as the database can tell: what was committed stays, and nothing follows. */
export class Died extends Error {}

export interface RoundOptions {
  /** Dies at this step of the `at`-th sending of the round, from 0. */
  dieAt?: PaidStep;
  at?: number;
  wholeMs?: number;
  now?: number;
}

let worker = 0;

/** One round of a process of its own; true when it died on the way. */
export async function round(store: Store, options: RoundOptions = {}): Promise<PaidRound | 'died'> {
  let passed = 0;
  worker += 1;
  try {
    return await paidRound({
      store,
      net: { now: () => options.now ?? NOON, options: { limits: { wholeMs: options.wholeMs ?? 2_000 } } },
      worker: `test:${worker}`,
      today: () => day(TODAY),
      signal: new AbortController().signal,
      atStep(step) {
        if (step === options.dieAt && passed++ === (options.at ?? 0)) throw new Died(step);
      },
    });
  } catch (error) {
    if (error instanceof Died) return 'died';
    throw error;
  }
}

/** Lets time pass: leases run out, and what waits for another attempt or question is due. */
export async function timePasses(store: Store, { tenantId }: PlantedSendings): Promise<void> {
  await store.inTenant(tenantId, async (tx) => {
    await tx.query(
      `update outbox set lease_until = clock_timestamp() - interval '1 second' where lease_until is not null`,
    );
    await tx.query(`update outbox set try_after = clock_timestamp()`);
    await tx.query(`update dispatch set poll_after = clock_timestamp() where poll_after is not null`);
  });
}

/** Only this tenant's sendings are handed over: those of other tests are set aside. */
export async function alone(store: Store, { tenantId }: PlantedSendings): Promise<void> {
  for (const other of await store.lookup.listTenants())
    if (other.tenantId !== tenantId)
      await store.inTenant(other.tenantId, (tx) => tx.query(`update company set mode = 'test'`));
}

/** Where each sending stands, in the order of the actions. */
export async function statesOf(
  store: Store,
  { tenantId, actionIds }: PlantedSendings,
): Promise<{ state: string; status: string; answer: string | null; known: boolean }[]> {
  const { rows } = await store.inTenant(tenantId, (tx) =>
    tx.query<{ state: string; status: string; answer: string | null; known: boolean }>(
      `select o.state, a.status, o.server_answer as answer, s.action_id is not null as known
         from unnest($1::uuid[]) with ordinality as u(action_id, n)
         join outbox o using (action_id) join action a using (action_id) left join dispatch s using (action_id) order by u.n`,
      [actionIds],
    ),
  );
  return rows;
}
