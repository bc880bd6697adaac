import { addDays, type Day, formatDay } from '@acquit/law';
import {
  assign,
  type CaseFacts,
  type Channel,
  type CompanyFacts,
  facing,
  isPostal,
  type PlanItem,
  type PlanView,
  planAhead,
  type ScenarioBook,
  type TodayView,
} from '@acquit/recovery';
import type { Tx } from '../store.ts';
import { loadCases } from './case-facts.ts';
import { lastPass } from './passes.ts';

/** Cases the planner is asked about for one screen; a larger plan says that it is cut. */
const CASES_ASKED = 250;
/** What the next pass sends is counted exactly up to this many cases, and from the stored next step above. */
const CASES_COUNTED = 250;

/** Cases that may ask for something before `until`, soonest first. */
async function casesDue(tx: Tx, companyId: string, until: Day, limit: number): Promise<string[]> {
  const { rows } = await tx.query<{ case_id: string }>(
    `select case_id from collection_case
      where tenant_id = $1 and company_id = $2 and status in ('open', 'paused') and next_action_on is not null and next_action_on < $3
      order by next_action_on, case_id limit $4`,
    [tx.tenantId, companyId, formatDay(until), limit],
  );
  return rows.map((row) => row.case_id);
}

/**
 * What will go out from `from` on, day by day, if nothing is received before: the same planner as the night's, asked
 * about the cases due in the window. `truncated` when there are more than a screen can use.
 */
export async function planOf(
  tx: Tx,
  company: CompanyFacts,
  book: ScenarioBook,
  from: Day,
  days: number,
): Promise<PlanView> {
  const due = await casesDue(tx, company.companyId, addDays(from, days), CASES_ASKED + 1);
  const items = (await loadCases(tx, due.slice(0, CASES_ASKED))).flatMap(({ facts }) =>
    planItems(facts, company, book, from, days),
  );
  items.sort((a, b) => compare(a.on, b.on) || b.totalCents - a.totalCents || compare(a.caseId, b.caseId));
  return { from: formatDay(from), days, items, truncated: due.length > CASES_ASKED };
}

/** What the planner will do about one case from `from` on, as lines of the plan: one per contact, in the order of days. */
export function planItems(
  facts: CaseFacts,
  company: CompanyFacts,
  book: ScenarioBook,
  from: Day,
  days: number,
): PlanItem[] {
  return planAhead(facts, company, assign(book, facts, company).scenario, from, days).map(
    ({ on, action, reasons }) => ({
      on: formatDay(on),
      caseId: facts.caseId,
      debtorName: facts.debtor.name,
      stepName: action.facts.stepName,
      channel: action.channel,
      recipient: recipientOf(action.channel, facing(facts.debtor, action.facts.to)),
      release: action.status === 'queued' ? 'automatic' : action.status === 'to-confirm' ? 'confirm' : 'manual',
      totalCents: action.totalCents,
      claimNumbers: action.facts.claims.map((claim) => claim.number),
      reasons,
    }),
  );
}

/**
 * What the next pass will send by itself, seen on the day `today`: that day's own pass or, once it has run, that of the
 * next day. Asked about the pass that is over, the first screen would promise a quiet night before a busy one.
 */
export async function tonightOf(
  tx: Tx,
  company: CompanyFacts,
  book: ScenarioBook,
  today: Day,
): Promise<TodayView['tonight']> {
  const last = await lastPass(tx, company.companyId);
  const on = last?.on === formatDay(today) && last.finishedAt !== null ? addDays(today, 1) : today;
  const due = await casesDue(tx, company.companyId, addDays(on, 1), CASES_COUNTED + 1);
  if (due.length > CASES_COUNTED) return estimate(tx, company.companyId, book, on);
  const tonight = { messages: 0, letters: 0, totalCents: 0 };
  for (const { facts } of await loadCases(tx, due)) {
    const sent = planAhead(facts, company, assign(book, facts, company).scenario, on, 1).filter(
      ({ action }) => action.status === 'queued',
    );
    for (const { action } of sent) {
      if (isPostal(action.channel)) tonight.letters += 1;
      else tonight.messages += 1;
    }
    // A notice that goes by e-mail and by letter asks for its total once.
    tonight.totalCents += Math.max(0, ...sent.map(({ action }) => action.totalCents));
  }
  return tonight;
}

/** For a large night: cases by the step they wait for, which the last pass stored; new ones start with a message. */
async function estimate(tx: Tx, companyId: string, book: ScenarioBook, on: Day): Promise<TodayView['tonight']> {
  const { rows } = await tx.query<{ scenario: string; next_step: string | null; cases: number; cents: bigint }>(
    `select scenario, next_step, sum(cases)::int as cases, sum(owed_cents)::int8 as cents
       from case_total where tenant_id = $1 and company_id = $2 and acts_on <= $3 group by 1, 2`,
    [tx.tenantId, companyId, formatDay(on)],
  );
  const tonight = { messages: 0, letters: 0, totalCents: 0 };
  for (const row of rows) {
    const step = book.latest[row.scenario]?.steps.find((one) => one.key === row.next_step);
    const channels: Channel[] = row.next_step === null ? ['email'] : step?.release === 'automatic' ? step.channels : [];
    if (channels.includes('email')) tonight.messages += row.cases;
    const posted = channels.some(isPostal);
    if (posted) tonight.letters += row.cases;
    if (channels.includes('email') || posted) tonight.totalCents += Number(row.cents);
  }
  return tonight;
}

function recipientOf(
  channel: PlanItem['channel'],
  debtor: {
    email: string | null;
    phone: string | null;
    address: { lines: string[]; postcode: string | null; city: string | null };
  },
): string | null {
  if (channel === 'email') return debtor.email;
  if (channel === 'phone' || channel === 'sms') return debtor.phone;
  if (channel === 'task') return null;
  const { lines, postcode, city } = debtor.address;
  return (
    [...lines, [postcode, city].filter((part) => part !== null).join(' ')].filter((part) => part !== '').join(', ') ||
    null
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
