import { type Day, formatDay } from '@acquit/law';
import {
  type CommitmentTotals,
  type KeptPromise,
  type Page,
  type PromiseChannel,
  type PromiseView,
  promiseState,
} from '@acquit/recovery';
import type { Tx } from '../../store.ts';
import { isDayText, isUuidText, PAGE_SIZE, pageOf, readCursor } from '../cursor.ts';
import { storedDay, storedDayOrNull } from '../stored-day.ts';

export interface NewPromise {
  promiseId: string;
  companyId: string;
  caseId: string;
  /** Empty: the whole account. */
  claimIds: readonly string[];
  amountCents: number;
  madeOn: string;
  promisedOn: string;
  expectedOn: string;
  untilOn: string;
  madeBy: string | null;
  channel: PromiseChannel;
  note: string | null;
  /** The reply or the act on the page it was read in. */
  causeId: string | null;
  enteredBy: string;
}

/** Records a promise. The case is for the caller to touch, which makes it hold its claims. */
export async function insertPromise(tx: Tx, promise: NewPromise): Promise<void> {
  await tx.query(
    `insert into promise (tenant_id, promise_id, company_id, case_id, amount_cents, made_on, promised_on, expected_on, until_on, made_by,
                          channel, note, cause_id, entered_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      tx.tenantId,
      promise.promiseId,
      promise.companyId,
      promise.caseId,
      promise.amountCents,
      promise.madeOn,
      promise.promisedOn,
      promise.expectedOn,
      promise.untilOn,
      promise.madeBy,
      promise.channel,
      promise.note,
      promise.causeId,
      promise.enteredBy,
    ],
  );
  if (promise.claimIds.length > 0)
    await tx.query(
      'insert into promise_claim (tenant_id, promise_id, claim_id) select $1, $2, unnest($3::uuid[]) on conflict do nothing',
      [tx.tenantId, promise.promiseId, promise.claimIds],
    );
}

/** Takes a promise back, or puts another in its place; false when it was ended before. The case is to be touched. */
export async function endPromise(
  tx: Tx,
  promiseId: string,
  ended: 'withdrawn' | 'replaced',
  by: string,
  replacedBy: string | null,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update promise set ended = $3, ended_by = $4, ended_at = now(), replaced_by = $5
      where tenant_id = $1 and promise_id = $2 and ended is null`,
    [tx.tenantId, promiseId, ended, by, replacedBy],
  );
  return rowCount === 1;
}

interface Row {
  promise_id: string;
  company_id: string;
  case_id: string;
  debtor_name: string;
  amount_cents: bigint;
  received_cents: bigint;
  made_on: string;
  promised_on: string;
  expected_on: string;
  until_on: string;
  kept_on: string | null;
  moot: boolean;
  ended: 'replaced' | 'withdrawn' | null;
  made_by: string | null;
  channel: PromiseChannel;
  note: string | null;
  entered_by: string;
  entered_on: string;
  claims: PromiseView['claims'];
  broken_before: number;
}

const SELECT = `select p.*, p.entered_at::date as entered_on, d.name as debtor_name,
    (select coalesce(json_agg(json_build_object('claimId', k.claim_id, 'number', k.number) order by k.due_on, k.number), '[]')
       from promise_claim c join claim k on k.tenant_id = c.tenant_id and k.claim_id = c.claim_id
      where c.tenant_id = p.tenant_id and c.promise_id = p.promise_id) as claims,
    (select count(*) from promise b where b.tenant_id = p.tenant_id and b.case_id = p.case_id and b.ended is null and b.kept_on is null
        and not b.moot and b.until_on < p.made_on)::int as broken_before
  from promise p
  join collection_case c on c.tenant_id = p.tenant_id and c.case_id = p.case_id
  join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
 where p.tenant_id = $1`;

function viewOf(row: Row, on: Day): PromiseView {
  return {
    promiseId: row.promise_id,
    caseId: row.case_id,
    debtorName: row.debtor_name,
    state: promiseState(
      { untilOn: storedDay(row.until_on), ended: row.ended },
      { keptOn: storedDayOrNull(row.kept_on), moot: row.moot },
      on,
    ),
    amountCents: Number(row.amount_cents),
    receivedCents: Number(row.received_cents),
    madeOn: row.made_on,
    promisedOn: row.promised_on,
    expectedOn: row.expected_on,
    untilOn: row.until_on,
    keptOn: row.kept_on,
    madeBy: row.made_by,
    channel: row.channel,
    note: row.note,
    claims: row.claims,
    brokenBefore: row.broken_before,
    enteredBy: row.entered_by,
    enteredOn: row.entered_on,
  };
}

/** A promise with the company it is made to; null when unknown. */
export async function findPromise(
  tx: Tx,
  promiseId: string,
  on: Day,
): Promise<(PromiseView & { companyId: string }) | null> {
  const { rows } = await tx.query<Row>(`${SELECT} and p.promise_id = $2`, [tx.tenantId, promiseId]);
  return rows[0] ? { ...viewOf(rows[0], on), companyId: rows[0].company_id } : null;
}

/** Promises shown on a case's page. */
const SHOWN = 100;

export async function promisesOfCase(tx: Tx, caseId: string, on: Day): Promise<PromiseView[]> {
  const { rows } = await tx.query<Row>(
    `${SELECT} and p.case_id = $2 order by p.promised_on desc, p.promise_id limit ${SHOWN}`,
    [tx.tenantId, caseId],
  );
  return rows.map((row) => viewOf(row, on));
}

export type PromiseFilter = 'running' | 'broken' | 'kept' | 'all';

const FILTERS: Record<PromiseFilter, string> = {
  all: '',
  running: 'and p.ended is null and p.kept_on is null and not p.moot and p.until_on >= $3::date',
  broken: 'and p.ended is null and p.kept_on is null and not p.moot and p.until_on < $3::date',
  kept: 'and p.ended is null and p.kept_on is not null',
};

/** One page of a company's promises: those to come by their day, the others latest first. */
export async function listPromises(
  tx: Tx,
  companyId: string,
  filter: PromiseFilter,
  cursor: string | undefined,
  on: Day,
): Promise<Page<PromiseView>> {
  const key = readCursor(cursor, 'ss');
  const valid = key !== null && isDayText(key[0]) && isUuidText(key[1]);
  const [after, way] = filter === 'running' ? ['>', ''] : ['<', 'desc'];
  const { rows } = await tx.query<Row>(
    `${SELECT} and p.company_id = $2 and $3::date is not null ${FILTERS[filter]}
      ${valid ? `and (p.promised_on, p.promise_id) ${after} ($4::date, $5::uuid)` : ''}
      order by p.promised_on ${way}, p.promise_id ${way} limit ${PAGE_SIZE + 1}`,
    [tx.tenantId, companyId, formatDay(on), ...(valid ? [key[0], key[1]] : [])],
  );
  return pageOf(
    rows,
    (row) => viewOf(row, on),
    (row) => [row.promised_on, row.promise_id],
  );
}

/** How many promises a list counts, what is still expected of them, and how many are late. */
export async function promiseTotals(
  tx: Tx,
  companyId: string,
  filter: PromiseFilter,
  on: Day,
): Promise<CommitmentTotals> {
  const { rows } = await tx.query<{ count: number; cents: bigint; late: number }>(
    `select count(*)::int as count, coalesce(sum(p.amount_cents - p.received_cents), 0)::int8 as cents,
            count(*) filter (where p.ended is null and p.kept_on is null and not p.moot and p.expected_on < $3::date)::int as late
       from promise p where p.tenant_id = $1 and p.company_id = $2 and $3::date is not null ${FILTERS[filter]}`,
    [tx.tenantId, companyId, formatDay(on)],
  );
  const { count, cents, late } = rows[0]!;
  return { count, cents: Number(cents), late };
}

/**
 * Promises of a company kept since `since` for which nobody was thanked, by case, the latest kept first. The case is
 * locked, so that two passes do not thank twice.
 */
export async function promisesToThank(
  tx: Tx,
  companyId: string,
  since: Day,
  lock: boolean,
): Promise<(KeptPromise & { caseId: string })[]> {
  const rows = await tx.arrays<[string, string, bigint, string, string]>(
    `select p.promise_id, p.case_id, p.received_cents, p.promised_on, p.kept_on
       from promise p join collection_case c on c.tenant_id = p.tenant_id and c.case_id = p.case_id
      where p.tenant_id = $1 and p.company_id = $2 and p.kept_on >= $3 and p.thanked_on is null and p.ended is null
        and p.received_cents > 0
      order by p.case_id, p.kept_on desc, p.promise_id ${lock ? 'for update of c' : ''}`,
    [tx.tenantId, companyId, formatDay(since)],
  );
  return rows.map(([promiseId, caseId, cents, promisedOn, keptOn]) => ({
    promiseId,
    caseId,
    receivedCents: Number(cents),
    promisedOn: storedDay(promisedOn),
    keptOn: storedDay(keptOn),
  }));
}

/** Notes that the debtors of these cases were thanked on a day, for all that they had kept by then. */
export async function promisesThanked(tx: Tx, caseIds: readonly string[], on: string): Promise<void> {
  await tx.query(
    `update promise set thanked_on = $3
      where tenant_id = $1 and case_id = any($2::uuid[]) and kept_on <= $3 and thanked_on is null`,
    [tx.tenantId, caseIds, on],
  );
}
