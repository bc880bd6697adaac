import { addDays, type Day, day, formatDay, holidayName, isJourOuvrable } from '@acquit/law';
import {
  type AheadView,
  type CalendarDay,
  type CalendarDayView,
  type CalendarView,
  type Channel,
  type CompanyFacts,
  fr,
  type PlanItem,
  procedureName,
  type ScenarioBook,
  WRITTEN_CHANNELS,
} from '@acquit/recovery';
import type { Tx } from '../store.ts';
import { loadCases } from './case-facts.ts';
import { feedDates } from './feed.ts';
import { planItems } from './plan.ts';

/** Cases the planner is asked about for one calendar, and at a time; beyond, the calendar says up to which day it is whole. */
const CASES_ASKED = 2_000;
const SLICE = 250;

interface Sends {
  items: PlanItem[];
  /** The last day that no case left out can change; null: none was left out. */
  wholeUntil: Day | null;
}

/**
 * What will go out from `from` on, if nothing is received: the planner of the night asked about every case due, soonest
 * first. A case left out asks for nothing before its own next day, so that the days before it are whole.
 */
async function sendsOf(tx: Tx, company: CompanyFacts, book: ScenarioBook, from: Day, days: number): Promise<Sends> {
  const due = await tx.arrays<[string, string]>(
    `select case_id, next_action_on from collection_case
      where tenant_id = $1 and company_id = $2 and status in ('open', 'paused') and next_action_on is not null and next_action_on < $3
      order by next_action_on, case_id limit ${CASES_ASKED + 1}`,
    [tx.tenantId, company.companyId, formatDay(addDays(from, days))],
  );
  const items: PlanItem[] = [];
  for (let at = 0; at < Math.min(due.length, CASES_ASKED); at += SLICE) {
    const ids = due.slice(at, Math.min(at + SLICE, CASES_ASKED)).map(([caseId]) => caseId);
    for (const { facts } of await loadCases(tx, ids)) items.push(...planItems(facts, company, book, from, days));
  }
  const left = due[CASES_ASKED];
  return { items, wholeUntil: left === undefined ? null : addDays(day(left[1]), -1) };
}

/** The days of a calendar with what leaves on each, by channel, and the days on which nothing may. */
export async function calendarOf(
  tx: Tx,
  company: CompanyFacts,
  book: ScenarioBook,
  from: Day,
  days: number,
): Promise<CalendarView> {
  const { items, wholeUntil } = await sendsOf(tx, company, book, from, days);
  const byDay = Map.groupBy(items, (item) => item.on);
  const closings = await closingsBetween(tx, company.companyId, from, addDays(from, days - 1));
  const until = addDays(from, days - 1);
  return {
    from: formatDay(from),
    days: Array.from({ length: days }, (_, n) => {
      const on = addDays(from, n);
      return dayOf(on, byDay.get(formatDay(on)) ?? [], closedBecause(on, closings));
    }),
    wholeUntil: wholeUntil && formatDay(wholeUntil),
    dates: (await feedDates(tx, company.companyId, from)).flatMap(
      ({ kind, on, caseId, debtorName, cents, label, procedureId, procedureKind }) =>
        on >= formatDay(from) &&
        on <= formatDay(until) &&
        (kind === 'deadline' || kind === 'opening' || kind === 'limitation')
          ? [
              {
                kind,
                on,
                caseId,
                debtorName,
                cents,
                label: label ?? '',
                procedureId,
                procedureName: procedureKind && procedureName(procedureKind),
              },
            ]
          : [],
    ),
  };
}

/** What leaves on one day, as seen from `from`: the largest sums first. */
export async function calendarDayOf(
  tx: Tx,
  company: CompanyFacts,
  book: ScenarioBook,
  from: Day,
  on: Day,
): Promise<CalendarDayView> {
  const { items, wholeUntil } = await sendsOf(tx, company, book, from, on - from + 1);
  const name = formatDay(on);
  return {
    on: name,
    items: items.filter((item) => item.on === name).sort((a, b) => b.totalCents - a.totalCents),
    isWhole: wholeUntil === null || on <= wholeUntil,
  };
}

/** What will be asked in one case, and what was agreed to fall due in it. */
export async function caseAhead(
  tx: Tx,
  company: CompanyFacts,
  book: ScenarioBook,
  order: { caseId: string; from: Day; days: number },
): Promise<AheadView> {
  const [loaded] = await loadCases(tx, [order.caseId]);
  const items = loaded ? planItems(loaded.facts, company, book, order.from, order.days) : [];
  return { items, dates: await datesOf(tx, order.caseId, order.from, addDays(order.from, order.days)) };
}

async function datesOf(tx: Tx, caseId: string, from: Day, until: Day): Promise<AheadView['dates']> {
  const rows = await tx.arrays<[string, string, bigint | null]>(
    `select on_day, title, cents::int8 from (
       select expected_on as on_day, 'Règlement promis' as title, amount_cents - received_cents as cents from promise
        where tenant_id = $1 and case_id = $2 and ended is null and kept_on is null and not moot
       union all select deadline_on, 'Réponse à un litige', null from dispute where tenant_id = $1 and case_id = $2 and outcome is null
       union all select i.due_on, 'Échéance d’un plan', i.principal_cents + i.accessory_cents
         from payment_plan p join plan_instalment i on i.tenant_id = p.tenant_id and i.plan_id = p.plan_id
        where p.tenant_id = $1 and p.case_id = $2 and p.status = 'signed' and p.kept_on is null and p.broken_on is null
     union all
       select coalesce(l.before_on, l.not_before_on), l.label, null
         from procedure_deadline l join procedure p on p.tenant_id = l.tenant_id and p.procedure_id = l.procedure_id
        where p.tenant_id = $1 and p.case_id = $2 and p.closed_on is null and not p.is_settled and l.status = 'open'
     union all
       select l.expires_on, concat('Prescription de la facture ', k.number), k.open_cents
         from claim_limitation l join claim k on k.tenant_id = l.tenant_id and k.claim_id = l.claim_id and k.status = 'open'
        where k.tenant_id = $1 and k.case_id = $2
     ) d where on_day >= $3 and on_day < $4 order by on_day, title limit 100`,
    [tx.tenantId, caseId, formatDay(from), formatDay(until)],
  );
  return rows.map(([on, title, cents]) => ({ on, title, cents: cents === null ? null : Number(cents) }));
}

interface Closing {
  from: Day;
  until: Day;
  reason: string;
}

async function closingsBetween(tx: Tx, companyId: string, from: Day, until: Day): Promise<Closing[]> {
  const rows = await tx.arrays<[string, string, string]>(
    `select from_on, until_on, reason from pause
      where tenant_id = $1 and company_id = $2 and case_id is null and ended_at is null and from_on <= $4 and until_on >= $3`,
    [tx.tenantId, companyId, formatDay(from), formatDay(until)],
  );
  return rows.map(([begin, end, reason]) => ({ from: day(begin), until: day(end), reason }));
}

/** Why nothing is sent on a day; null when something may be. On a Saturday only what needs nobody leaves. */
function closedBecause(on: Day, closings: readonly Closing[]): string | null {
  const closing = closings.find(({ from, until }) => from <= on && on <= until);
  if (closing) return fr`fermé : ${closing.reason}`;
  return isJourOuvrable(on) ? null : (holidayName(on) ?? 'dimanche');
}

function dayOf(on: Day, items: readonly PlanItem[], closed: string | null): CalendarDay {
  const counts = new Map<Channel, number>();
  for (const { channel } of items) counts.set(channel, (counts.get(channel) ?? 0) + 1);
  const asked = new Map(items.map((item) => [`${item.caseId} ${item.stepName}`, item.totalCents]));
  return {
    on: formatDay(on),
    closed,
    channels: [...WRITTEN_CHANNELS, 'phone' as const, 'task' as const].flatMap((channel) => {
      const count = counts.get(channel);
      return count === undefined ? [] : [{ channel, count }];
    }),
    count: items.length,
    byHand: items.filter((item) => item.release !== 'automatic').length,
    cents: [...asked.values()].reduce((sum, cents) => sum + cents, 0),
  };
}
