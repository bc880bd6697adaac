import { randomUUIDv7 } from 'node:crypto';
import { type AssignmentRule, defaultBook, type Scenario, type ScenarioBook } from '@acquit/recovery';
import type { Tx } from '../store.ts';
import { LOOK_BACK_DAYS } from './touch.ts';

/** The scenarios of a company: the latest version of each, those that cases were told to keep, and the rules. */
export async function loadScenarios(tx: Tx, companyId: string): Promise<ScenarioBook> {
  const { rows } = await tx.query<{ key: string; latest: boolean; definition: Scenario }>(
    `select key, definition, version = max(version) over (partition by key) as latest from scenario
      where tenant_id = $1 and company_id = $2 and active`,
    [tx.tenantId, companyId],
  );
  const {
    rows: [company],
  } = await tx.query<{ scenario_rules: AssignmentRule[] | null }>(
    'select scenario_rules from company where tenant_id = $1 and company_id = $2',
    [tx.tenantId, companyId],
  );
  const latest: Record<string, Scenario> = { ...defaultBook.latest };
  const kept: Scenario[] = [];
  for (const { key, latest: isLatest, definition } of rows) {
    if (isLatest) latest[key] = definition;
    else kept.push(definition);
  }
  return { latest, kept, rules: company?.scenario_rules ?? defaultBook.rules };
}

/** Every version of a scenario, the latest first, with who made it and when. */
export async function scenarioVersions(
  tx: Tx,
  companyId: string,
  key: string,
): Promise<{ scenario: Scenario; madeBy: string; madeAt: string }[]> {
  const { rows } = await tx.query<{ definition: Scenario; created_by: string; created_at: string }>(
    `select definition, created_by, created_at from scenario
      where tenant_id = $1 and company_id = $2 and key = $3 order by version desc`,
    [tx.tenantId, companyId, key],
  );
  return rows.map((row) => ({ scenario: row.definition, madeBy: row.created_by, madeAt: row.created_at }));
}

/**
 * Writes a version. With `keep`, the cases on their way under the version before go on with it until what runs is over;
 * without it they take the new one, and the next pass looks at every case that follows this scenario. The default
 * version a company never changed is written down first, for a case to keep it.
 */
export async function saveScenario(
  tx: Tx,
  order: {
    companyId: string;
    scenario: Scenario;
    before: Scenario | null;
    keep: boolean;
    actor: string;
    today: string;
  },
): Promise<void> {
  const { companyId, scenario, before, keep, actor, today } = order;
  if (before !== null) await insertVersion(tx, companyId, before, 'acquit');
  await insertVersion(tx, companyId, scenario, actor);
  if (keep && before !== null)
    await tx.query(
      `update collection_case c
          set scenario_kept = coalesce(c.scenario_kept, '{}') || jsonb_build_object($3::text, $4::int)
        where c.tenant_id = $1 and c.company_id = $2 and c.open_claims > 0 and coalesce(c.scenario_key, $3) = $3
          and not coalesce(c.scenario_kept, '{}') ? $3
          and exists (select from claim k where k.tenant_id = c.tenant_id and k.case_id = c.case_id and k.status = 'open' and k.level >= 0)`,
      [tx.tenantId, companyId, scenario.key, before.version],
    );
  else
    await tx.query(
      `update collection_case set scenario_kept = nullif(scenario_kept - $3, '{}')
        where tenant_id = $1 and company_id = $2 and scenario_kept ? $3`,
      [tx.tenantId, companyId, scenario.key],
    );
  await lookAgain(tx, companyId, today, scenario.key);
}

async function insertVersion(tx: Tx, companyId: string, scenario: Scenario, actor: string): Promise<void> {
  await tx.query(
    `insert into scenario (tenant_id, scenario_id, company_id, key, profile, version, name, definition, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (tenant_id, company_id, key, version) do nothing`,
    [
      tx.tenantId,
      randomUUIDv7(),
      companyId,
      scenario.key,
      scenario.profile,
      scenario.version,
      scenario.name,
      JSON.stringify(scenario),
      actor,
    ],
  );
}

/** Writes the default scenarios down for a new company. */
export async function insertDefaultScenarios(tx: Tx, companyId: string): Promise<void> {
  for (const scenario of Object.values(defaultBook.latest)) await insertVersion(tx, companyId, scenario, 'acquit');
}

/** Replaces the rules of assignment, and puts every open case before the next pass. */
export async function saveAssignmentRules(
  tx: Tx,
  companyId: string,
  rules: readonly AssignmentRule[],
  today: string,
): Promise<void> {
  await tx.query('update company set scenario_rules = $3 where tenant_id = $1 and company_id = $2', [
    tx.tenantId,
    companyId,
    JSON.stringify(rules),
  ]);
  await lookAgain(tx, companyId, today, null);
}

/** The scenario of one case, by hand; null gives it back to the rules. False when the case is unknown. */
export async function chooseScenario(tx: Tx, caseId: string, key: string | null): Promise<boolean> {
  const { rowCount } = await tx.query(
    'update collection_case set scenario_chosen = $3 where tenant_id = $1 and case_id = $2',
    [tx.tenantId, caseId, key],
  );
  return rowCount === 1;
}

/** Puts the cases that follow a scenario (null: all) before the next pass, whatever the day it is run for. */
async function lookAgain(tx: Tx, companyId: string, today: string, key: string | null): Promise<void> {
  await tx.query(
    `update collection_case set next_action_on = least($3::date, oldest_due_on - ${LOOK_BACK_DAYS})
      where tenant_id = $1 and company_id = $2 and open_claims > 0 and status in ('open', 'paused')
        and ($4::text is null or coalesce(scenario_key, $4) = $4)`,
    [tx.tenantId, companyId, today, key],
  );
}

/** Open cases that follow a scenario as of their last decision (null: all), and those nobody has decided yet. */
export async function countFollowing(tx: Tx, companyId: string, key: string | null): Promise<number> {
  const { rows } = await tx.query<{ cases: number }>(
    `select count(*)::int as cases from collection_case
      where tenant_id = $1 and company_id = $2 and open_claims > 0 and ($3::text is null or coalesce(scenario_key, $3) = $3)`,
    [tx.tenantId, companyId, key],
  );
  return rows[0]?.cases ?? 0;
}

/** A sample of these cases, drawn the same way each time; all of them when they are no more than `most`. */
export async function sampleFollowing(tx: Tx, companyId: string, key: string | null, most: number): Promise<string[]> {
  const rows = await tx.arrays<[string]>(
    `select case_id from collection_case
      where tenant_id = $1 and company_id = $2 and open_claims > 0 and ($3::text is null or coalesce(scenario_key, $3) = $3)
      order by hashtext(case_id::text), case_id limit $4`,
    [tx.tenantId, companyId, key, most],
  );
  return rows.map(([caseId]) => caseId);
}
