import { addDays, type Day, daysBetween, formatDay } from '@acquit/law';
import {
  DEADLINE_STAGES,
  type DeadlineListView,
  type DeadlineView,
  MISSED_STAGE,
  type ProcedureKind,
  procedureName,
  stageOf,
} from '@acquit/recovery';
import type { Tx } from '../../store.ts';
import { storedDay } from '../stored-day.ts';

/** Dates of one answer. */
const MOST_DATES = 500;

/** A date as its row is kept, with what it is about. */
export interface DeadlineRow {
  procedure_id: string;
  case_id: string;
  debtor_name: string;
  kind: ProcedureKind;
  what: string;
  label: string;
  started_by: string;
  started_on: string;
  before_on: string | null;
  extended_on: string | null;
  not_before_on: string | null;
  whose: DeadlineView['whose'];
  effect: string;
  article: string;
  confidence: DeadlineView['confidence'];
  status: DeadlineView['status'];
  done_on: string | null;
  stakes: bigint;
  seen: number[];
}

/** What somebody saw of an alarm: the stages, for its day as it is now. */
export const SEEN = (object: string, what: string, day: string) =>
  `array(select s.stage::int from alarm_seen s where s.tenant_id = $1 and s.object_id = ${object} and s.what = ${what} and s.on_day = ${day})`;

/** What is at stake in a procedure of the alias given: what is left of its claims. */
export const STAKES = (procedure: string) =>
  `(select coalesce(sum(k.open_cents), 0)::int8 from procedure_claim x join claim k on k.tenant_id = x.tenant_id and k.claim_id = x.claim_id and k.status = 'open'
     where x.tenant_id = ${procedure}.tenant_id and x.procedure_id = ${procedure}.procedure_id)`;

/** A date of ours rings until it is met; a wait rings once it is over. */
function stageOfRow({ whose, before_on, status }: DeadlineRow, daysLeft: number): number | null {
  if (whose === 'wait') return daysLeft <= 0 && status !== 'moot' ? MISSED_STAGE : null;
  const rings = whose === 'ours' && before_on !== null && (status === 'open' || status === 'missed');
  return rings ? stageOf(daysLeft, DEADLINE_STAGES) : null;
}

/** A date on a day: how far it is, and whether its alarm rings. */
export function deadlineView(row: DeadlineRow, on: Day): DeadlineView {
  const target = row.before_on ?? row.not_before_on;
  const daysLeft = target === null ? null : daysBetween(on, storedDay(target));
  const stage = daysLeft === null ? null : stageOfRow(row, daysLeft);
  return {
    procedureId: row.procedure_id,
    procedureName: procedureName(row.kind),
    caseId: row.case_id,
    debtorName: row.debtor_name,
    what: row.what,
    label: row.label,
    startedBy: row.started_by,
    startedOn: row.started_on,
    before: row.before_on,
    beforeExtended: row.extended_on,
    notBefore: row.not_before_on,
    whose: row.whose,
    effect: row.effect,
    article: row.article,
    confidence: row.confidence,
    status: row.status,
    doneOn: row.done_on,
    daysLeft,
    stage,
    seen: stage !== null && row.seen.includes(stage),
    totalCents: Number(row.stakes),
  };
}

/**
 * Dates of a company's running procedures: those of ours already missed, and every one of the days to come, soonest
 * first. `whose` narrows to ours.
 */
export async function listDeadlines(
  tx: Tx,
  companyId: string,
  { from, days, whose }: { from: Day; days: number; whose: 'ours' | 'all' },
): Promise<DeadlineListView> {
  const until = addDays(from, days);
  // Each kind of date is read in the order of its own index, and no further than the answer goes: whether its procedure
  // still runs is asked date by date, which no plan can turn into a walk through all of them.
  const soonest = (where: string, day: string) => `(
    select l.* from procedure_deadline l
     where l.tenant_id = $1 and l.company_id = $2 and ${where}
       and (select p.closed_on is null and not p.is_settled from procedure p where p.tenant_id = l.tenant_id and p.procedure_id = l.procedure_id)
     order by l.${day}, l.procedure_id, l.n limit ${MOST_DATES + 1})`;
  const { rows } = await tx.query<DeadlineRow>(
    `select l.*, p.case_id, p.kind, d.name as debtor_name, ${STAKES('l')} as stakes, ${SEEN('l.procedure_id', 'l.what', 'coalesce(l.before_on, l.not_before_on)')} as seen
       from (${soonest(
         `l.status in ('open', 'missed') and l.before_on is not null and l.before_on <= $4
          and (l.before_on >= $3 or l.whose = 'ours') and ($5 = 'all' or l.whose = 'ours')`,
         'before_on',
       )} union all ${soonest(
         `l.status = 'open' and l.before_on is null and l.not_before_on between $3 and $4 and ($5 = 'all' or l.whose = 'wait')`,
         'not_before_on',
       )}) l
       join procedure p on p.tenant_id = l.tenant_id and p.procedure_id = l.procedure_id
       join collection_case c on c.tenant_id = p.tenant_id and c.case_id = p.case_id
       join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
      order by coalesce(l.before_on, l.not_before_on), l.procedure_id, l.n limit ${MOST_DATES + 1}`,
    [tx.tenantId, companyId, formatDay(from), formatDay(until), whose],
  );
  return {
    from: formatDay(from),
    until: formatDay(until),
    items: rows.slice(0, MOST_DATES).map((row) => deadlineView(row, from)),
    more: rows.length > MOST_DATES,
  };
}

/** An alarm that somebody says he has seen. */
export interface SeenAlarm {
  objectId: string;
  what: string;
  onDay: string;
  stage: number;
  by: string;
}

/** Notes that an alarm was seen at its stage; false when it was before. */
export async function seeAlarm(tx: Tx, alarm: SeenAlarm): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into alarm_seen (tenant_id, object_id, what, on_day, stage, seen_by) values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [tx.tenantId, alarm.objectId, alarm.what, alarm.onDay, alarm.stage, alarm.by],
  );
  return rowCount === 1;
}

/** One date of ours, or one wait, of a procedure, as it is kept; null when there is none of that name. */
export async function findDeadline(tx: Tx, procedureId: string, what: string, on: Day): Promise<DeadlineView | null> {
  const { rows } = await tx.query<DeadlineRow>(
    `select l.*, p.case_id, p.kind, d.name as debtor_name, ${STAKES('p')} as stakes, ${SEEN('l.procedure_id', 'l.what', 'coalesce(l.before_on, l.not_before_on)')} as seen
       from procedure_deadline l
       join procedure p on p.tenant_id = l.tenant_id and p.procedure_id = l.procedure_id
       join collection_case c on c.tenant_id = p.tenant_id and c.case_id = p.case_id
       join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
      where l.tenant_id = $1 and l.procedure_id = $2 and l.what = $3 and l.whose in ('ours', 'wait')
      order by l.status in ('open', 'missed') desc, l.n desc limit 1`,
    [tx.tenantId, procedureId, what],
  );
  return rows[0] === undefined ? null : deadlineView(rows[0], on);
}
