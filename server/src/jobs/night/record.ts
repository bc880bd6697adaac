import { randomUUIDv7 } from 'node:crypto';
import { addDays, formatDay } from '@acquit/law';
import { type CaseFacts, type Decision, facing, isPostal, type PlannedAction } from '@acquit/recovery';
import { appendJournal, joinJson, jsonList, prepareEvents, type Tx } from '../../store/index.ts';
import { recordPlans } from './commitments.ts';

/** One decision with the case it was taken on. */
export interface Decided {
  facts: CaseFacts;
  decision: Decision;
  /** The scenario that decided. */
  scenarioKey: string;
  /** It is an older version that the case keeps as long as something runs. */
  isKept: boolean;
}

/** An act as it was written. */
export interface ActionRow {
  actionId: string;
  decided: Decided;
  action: PlannedAction;
}

/**
 * Writes a batch of decisions in a handful of statements: actions, the claims they cover, what will leave, the journal,
 * then the cases and claims themselves. Everything or nothing: it runs in the transaction that read the facts.
 *
 * The unique keys of the tables are the last guard: a contact that exists already is left out together with all that
 * would follow from it, so even a wrong plan cannot send twice. Gives the number of actions written.
 */
export async function recordDecisions(
  tx: Tx,
  tenantId: string,
  companyId: string,
  mode: 'test' | 'live',
  batch: readonly Decided[],
): Promise<ActionRow[]> {
  const wanted = batch.flatMap((decided) =>
    decided.decision.actions.map((action): ActionRow => ({ actionId: randomUUIDv7(), decided, action })),
  );
  const written = wanted.length === 0 ? [] : await insertActions(tx, tenantId, companyId, mode, wanted);
  await recordPlans(tx, batch, written);
  await supersedeOpenTasks(tx, tenantId, written);
  const moved = updateCases(tx, tenantId, mode, batch, new Set(written.map((row) => row.decided.facts.caseId)));
  // The entries are worked out while the database is at work on the cases.
  const [journal] = await Promise.all([
    soon(() => prepareEvents([...written.map(journalOf(mode)), ...parkedEntries(batch)])),
    moved,
  ]);
  await appendJournal(tx, journal);
  return written;
}

/** Does it once what was asked of the database has been sent. */
async function soon<T>(work: () => T): Promise<T> {
  await new Promise(setImmediate);
  return work();
}

async function insertActions(
  tx: Tx,
  tenantId: string,
  companyId: string,
  mode: 'test' | 'live',
  rows: readonly ActionRow[],
): Promise<ActionRow[]> {
  const inserted = await tx.query<{ action_id: string }>(
    `insert into action (tenant_id, action_id, company_id, case_id, step, channel, mode, status, decided_on, total_cents, facts, reasons)
     select $1, u.action_id, $2, u.case_id, u.step, u.channel, $3, u.status, u.decided_on, u.total_cents, u.facts::jsonb, u.reasons::jsonb
       from unnest($4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::date[], $10::bigint[], ${jsonList('$11')}, ${jsonList('$12')})
         as u(action_id, case_id, step, channel, status, decided_on, total_cents, facts, reasons)
     on conflict do nothing
     returning action_id`,
    [
      tenantId,
      companyId,
      mode,
      rows.map((row) => row.actionId),
      rows.map((row) => row.decided.facts.caseId),
      rows.map((row) => row.action.step),
      rows.map((row) => row.action.channel),
      // In test mode a message is done as soon as it is captured: nothing will ever carry it away.
      rows.map((row) => (row.action.status === 'queued' && mode === 'test' ? 'done' : row.action.status)),
      rows.map((row) => formatDay(row.decided.decision.on)),
      rows.map((row) => row.action.totalCents),
      joinJson(rows.map((row) => JSON.stringify(row.action.facts))),
      joinJson(rows.map((row) => JSON.stringify(row.decided.decision.reasons))),
    ],
  );
  const ids = new Set(inserted.rows.map((row) => row.action_id));
  const written = ids.size === rows.length ? [...rows] : rows.filter((row) => ids.has(row.actionId));
  const moves = written.flatMap((row) => row.action.moves.map((move) => ({ row, move })));
  if (moves.length > 0)
    await tx.query(
      `insert into action_claim (tenant_id, claim_id, step, channel, mode, action_id, open_cents)
       select $1, u.claim_id, u.step, u.channel, $2, u.action_id, u.open_cents
         from unnest($3::uuid[], $4::text[], $5::text[], $6::uuid[], $7::bigint[]) as u(claim_id, step, channel, action_id, open_cents)
       on conflict do nothing`,
      [
        tenantId,
        mode,
        moves.map(({ move }) => move.claimId),
        moves.map(({ move }) => move.step),
        moves.map(({ row }) => row.action.channel),
        moves.map(({ row }) => row.actionId),
        moves.map(({ move }) => move.openCents),
      ],
    );
  const leaving = written.filter((row) => row.action.status === 'queued');
  if (leaving.length > 0)
    await tx.query(
      `insert into outbox (tenant_id, action_id, company_id, channel, state, recipient, send_window, decided_on, total_cents)
       select $1, u.action_id, $2, u.channel, u.state, u.recipient, week_minutes(u.send_window::jsonb), u.decided_on, u.total_cents
         from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::date[], $9::bigint[])
           as u(action_id, channel, state, recipient, send_window, decided_on, total_cents)`,
      [
        tenantId,
        companyId,
        leaving.map((row) => row.actionId),
        leaving.map((row) => row.action.channel),
        leaving.map((row) => (mode === 'test' ? 'captured' : row.action.channel === 'email' ? 'due' : 'to-print')),
        leaving.map((row) =>
          row.action.channel === 'email' ? facing(row.decided.facts.debtor, row.action.facts.to).email : null,
        ),
        leaving.map((row) => windowText(row.action)),
        leaving.map((row) => formatDay(row.decided.decision.on)),
        leaving.map((row) => row.action.totalCents),
      ],
    );
  return written;
}

/** A letter has no hour; anything else keeps those of its step. */
function windowText({ channel, facts }: PlannedAction): string | null {
  return facts.window === undefined || isPostal(channel) ? null : JSON.stringify(facts.window);
}

/**
 * A call or a decision that nobody made is out of date when the next one of its case comes, for that one says all that
 * is late: the old one leaves the worklist as passed over. Its claims keep the level they reached with it.
 */
async function supersedeOpenTasks(tx: Tx, tenantId: string, written: readonly ActionRow[]): Promise<void> {
  const tasks = written.filter((row) => row.action.channel === 'phone' || row.action.channel === 'task');
  if (tasks.length === 0) return;
  await tx.query(
    `update action a set status = 'skipped', result = 'superseded', done_at = now(), done_by = 'acquit'
       from unnest($2::uuid[], $3::date[], $4::text[]) as u(case_id, decided_on, channel)
      where a.tenant_id = $1 and a.case_id = u.case_id and a.status = 'to-do' and a.channel = u.channel
        and a.decided_on < u.decided_on`,
    [
      tenantId,
      tasks.map((row) => row.decided.facts.caseId),
      tasks.map((row) => formatDay(row.decided.decision.on)),
      tasks.map((row) => row.action.channel),
    ],
  );
}

async function updateCases(
  tx: Tx,
  tenantId: string,
  mode: 'test' | 'live',
  batch: readonly Decided[],
  contacted: ReadonlySet<string>,
): Promise<void> {
  if (batch.length === 0) return;
  await tx.query(
    `update collection_case c
        set next_action_on = u.next_action_on, next_step = u.next_step, scenario_key = u.scenario_key,
            -- Told to keep a version, with nothing running any more: what begins from now on takes the newest.
            scenario_kept = case when c.scenario_kept is null or u.is_kept then c.scenario_kept
                                 else nullif(c.scenario_kept - u.scenario_key, '{}') end,
            status = case when u.parked is not null then 'parked' when u.resumes then 'open' else c.status end,
            status_reason = case when u.parked is not null then u.parked when u.resumes then null else c.status_reason end,
            paused_until = case when u.resumes then null else c.paused_until end,
            last_contact_on = coalesce(u.contact_on, c.last_contact_on),
            last_contact_live = case when u.contact_on is not null then $2 else c.last_contact_live end
       from unnest($3::uuid[], $4::date[], $5::text[], $6::text[], $7::date[], $8::bool[], $9::text[], $10::bool[])
         as u(case_id, next_action_on, next_step, parked, contact_on, resumes, scenario_key, is_kept)
      where c.tenant_id = $1 and c.case_id = u.case_id`,
    [
      tenantId,
      mode === 'live',
      batch.map(({ facts }) => facts.caseId),
      batch.map((decided) => nextLookOf(decided, contacted)),
      batch.map(({ decision }) => decision.nextStep),
      batch.map(({ decision }) => decision.parked?.message ?? null),
      batch.map(({ facts, decision }) =>
        decision.contact && contacted.has(facts.caseId) ? formatDay(decision.on) : null,
      ),
      batch.map(({ decision }) => decision.resumes),
      batch.map(({ scenarioKey }) => scenarioKey),
      batch.map(({ isKept }) => isKept),
    ],
  );
  const moves = batch
    .filter(({ facts }) => contacted.has(facts.caseId))
    .flatMap(({ decision }) => decision.moves.map((move) => ({ move, on: formatDay(decision.on) })));
  if (moves.length === 0) return;
  await tx.query(
    // The key tells more than the rank: in another version a later step may stand lower.
    `update claim k set level = u.rank, level_step = u.step, level_on = u.on_day,
            notice_sent_on = case when u.is_notice then u.on_day else k.notice_sent_on end
       from unnest($2::uuid[], $3::smallint[], $4::text[], $5::date[], $6::bool[]) as u(claim_id, rank, step, on_day, is_notice)
      where k.tenant_id = $1 and k.claim_id = u.claim_id and (k.level < u.rank or k.level_step is distinct from u.step)`,
    [
      tenantId,
      moves.map(({ move }) => move.claimId),
      moves.map(({ move }) => move.rank),
      moves.map(({ move }) => move.step),
      moves.map(({ on }) => on),
      moves.map(({ move }) => move.isNotice ?? false),
    ],
  );
}

/**
 * When to look again. An act that was left out, because one of that day was made and taken back, changes nothing: the
 * case is asked again the day after, or what should have been done would be lost.
 */
function nextLookOf({ facts, decision }: Decided, contacted: ReadonlySet<string>): string | null {
  if (decision.actions.length > 0 && decision.parked === null && !contacted.has(facts.caseId))
    return formatDay(addDays(decision.on, 1));
  return decision.nextActionOn === null ? null : formatDay(decision.nextActionOn);
}

const journalOf =
  (mode: 'test' | 'live') =>
  ({ actionId, decided, action }: ActionRow) => ({
    actor: 'pass',
    action: 'action.decided',
    objectKind: 'case',
    objectId: decided.facts.caseId,
    payload: {
      actionId,
      mode,
      on: formatDay(decided.decision.on),
      step: action.step,
      channel: action.channel,
      status: action.status,
      totalCents: action.totalCents,
      claims: action.moves.map((move) => move.claimId),
      reasons: decided.decision.reasons.map((reason) => reason.code),
    },
  });

const parkedEntries = (batch: readonly Decided[]) =>
  batch
    .filter(({ decision }) => decision.parked !== null)
    .map(({ facts, decision }) => ({
      actor: 'pass',
      action: 'case.parked',
      objectKind: 'case',
      objectId: facts.caseId,
      payload: { on: formatDay(decision.on), code: decision.parked?.code, message: decision.parked?.message },
    }));
