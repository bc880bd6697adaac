import { addDays, type Day, formatDay } from '@acquit/law';
import {
  assign,
  Backtest,
  type BacktestView,
  type CaseFacts,
  type Channel,
  type CompanyFacts,
  comparePlans,
  inOrder,
  noDifference,
  type PastCase,
  planAhead,
  plannedSends,
  type Scenario,
  type ScenarioBook,
  type ScenarioPreviewView,
} from '@acquit/recovery';
import type { Tx } from '../store.ts';
import { loadCases, loadPastCases } from './case-facts.ts';
import { countFollowing, sampleFollowing } from './scenarios.ts';
import { storedDay } from './stored-day.ts';

/** Cases asked about at most: beyond, a sample is drawn and its size said. */
const CASES_ASKED = 2000;
const BATCH = 500;
const CHANGES_LISTED = 300;

/** What is about to change: the books before and after, and the scenario concerned (null: the rules). */
export interface Trial {
  company: CompanyFacts;
  before: ScenarioBook;
  after: ScenarioBook;
  key: string | null;
  /** True when cases on their way keep the version before. */
  keep: boolean;
  from: Day;
  days: number;
}

/** What would differ in the coming days, by the same planner as the night's, if nothing is received. Nothing is written. */
export async function previewChange(tx: Tx, trial: Trial): Promise<Omit<ScenarioPreviewView, 'refusals'>> {
  const { company, key, from, days } = trial;
  const cases = await countFollowing(tx, company.companyId, key);
  const asked = await sampleFollowing(tx, company.companyId, key, CASES_ASKED);
  const total = noDifference();
  for (let start = 0; start < asked.length; start += BATCH)
    for (const { facts } of await loadCases(tx, asked.slice(start, start + BATCH))) {
      const before = sendsOf(facts, trial, trial.before);
      comparePlans(before, sendsOf(kept(facts, trial), trial, trial.after), total);
    }
  const changes = inOrder(total.changes);
  return {
    ...total,
    changes: changes.slice(0, CHANGES_LISTED),
    truncated: changes.length > CHANGES_LISTED,
    from: formatDay(from),
    days,
    cases,
    asked: asked.length,
  };
}

function sendsOf(facts: CaseFacts, { company, from, days }: Trial, book: ScenarioBook) {
  return plannedSends(facts, planAhead(facts, company, assign(book, facts, company).scenario, from, days));
}

/** The case as saving would leave it: told to keep its version, or not. */
function kept(facts: CaseFacts, { key, keep, before }: Trial): CaseFacts {
  if (key === null) return facts;
  const version = before.latest[key]?.version;
  const { [key]: _, ...others } = facts.keptVersions ?? {};
  if (!keep || version === undefined) return { ...facts, keptVersions: others };
  return { ...facts, keptVersions: { [key]: version, ...facts.keptVersions } };
}

/**
 * A scenario replayed over the company's past, from a day to another (not included), beside what was done then. It is
 * asked of the cases that the book would give it; of many, a sample.
 */
export async function backtestScenario(
  tx: Tx,
  order: { company: CompanyFacts; book: ScenarioBook; scenario: Scenario; from: Day; until: Day; most?: number },
): Promise<BacktestView> {
  const { company, book, scenario, from, until } = order;
  const known = book.latest[scenario.key] !== undefined;
  const past = await pastCases(tx, company.companyId, scenario.profile, from, until);
  const asked = past.slice(0, order.most ?? CASES_ASKED);
  const test = new Backtest(company, scenario, from, until);
  let others = 0;
  for (let start = 0; start < asked.length; start += BATCH) {
    const ids = asked.slice(start, start + BATCH);
    const contacts = await contactsOf(tx, company, ids, from, until);
    for (const { facts } of await loadPastCases(tx, ids, formatDay(from))) {
      if (known && assign(book, facts, company).scenario.key !== scenario.key) others += 1;
      else test.add({ facts: within(facts, until), contacts: contacts.get(facts.caseId) ?? [] });
    }
  }
  return test.view(Math.max(past.length - others, 0));
}

/** Claims that fell due in the period only: what came later has nothing to compare. */
const within = (facts: CaseFacts, until: Day): CaseFacts => ({
  ...facts,
  claims: facts.claims.filter((claim) => claim.dueOn !== null && claim.dueOn < until),
});

async function pastCases(tx: Tx, companyId: string, profile: string, from: Day, until: Day): Promise<string[]> {
  const rows = await tx.arrays<[string]>(
    `select c.case_id from collection_case c
      where c.tenant_id = $1 and c.company_id = $2 and c.profile = $3
        and exists (select from claim k where k.tenant_id = c.tenant_id and k.case_id = c.case_id and k.status in ('open', 'settled')
                       and k.kind <> 'credit-note' and k.due_on >= $4 and k.due_on < $5)
      order by hashtext(c.case_id::text), c.case_id`,
    [tx.tenantId, companyId, profile, formatDay(from), formatDay(until)],
  );
  return rows.map(([caseId]) => caseId);
}

/** What was really done about some cases: of a live company, what left; in test mode, what would have. */
async function contactsOf(
  tx: Tx,
  company: CompanyFacts,
  caseIds: readonly string[],
  from: Day,
  until: Day,
): Promise<Map<string, PastCase['contacts']>> {
  const found = new Map<string, PastCase['contacts'][number][]>();
  for (const [caseId, on, channel, isNotice, claimIds] of await tx.arrays<[string, string, Channel, boolean, string[]]>(
    `select a.case_id, a.decided_on, a.channel, a.facts ->> 'graceDays' is not null and not a.facts ? 'about',
            array(select s ->> 'claimId' from jsonb_array_elements(a.facts -> 'claims') s where s ->> 'group' <> 'upcoming')
       from action a
      where a.tenant_id = $1 and a.case_id = any($2::uuid[]) and a.decided_on >= $3 and a.decided_on < $4
        and a.channel <> 'task' and a.status in ('queued', 'done') and a.mode = $5`,
    [tx.tenantId, caseIds, formatDay(from), formatDay(until), company.mode],
  )) {
    const contact = { on: storedDay(on), channel, isNotice, claimIds };
    const list = found.get(caseId);
    if (list) list.push(contact);
    else found.set(caseId, [contact]);
  }
  return found;
}

/** The year that ends on a day: what a back-test looks at unless told otherwise. */
export const lastYear = (today: Day): { from: Day; until: Day } => ({ from: addDays(today, -365), until: today });
