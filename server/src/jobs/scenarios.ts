import type { Day } from '@acquit/law';
import { formatDay } from '@acquit/law';
import {
  type AssignmentRule,
  actsAlike,
  type BacktestView,
  type CompanyFacts,
  nextVersion,
  placeRefusals,
  ruleRefusals,
  type Scenario,
  type ScenarioBook,
  type ScenarioPreviewView,
  type ScenarioRefusal,
  type ScenariosView,
  scenarioRefusals,
} from '@acquit/recovery';
import {
  appendJournal,
  backtestScenario,
  lastYear,
  loadScenarios,
  previewChange,
  saveAssignmentRules,
  saveScenario,
  type Tx,
} from '../store/index.ts';

/** The days that a preview looks at. */
const PREVIEW_DAYS = 30;

/** A scenario as somebody would have it, for a company on a day. */
export interface ScenarioDraft {
  company: CompanyFacts;
  book: ScenarioBook;
  scenario: Scenario;
  /** Cases on their way keep the version before. */
  keep: boolean;
  today: Day;
}

/** Why a draft may not be saved; empty when it may. */
export function draftRefusals({
  book,
  scenario,
  today,
}: Pick<ScenarioDraft, 'book' | 'scenario' | 'today'>): ScenarioRefusal[] {
  return [...scenarioRefusals(nextVersion(book, scenario), today), ...placeRefusals(book, scenario)];
}

/** What saving a draft would change in the thirty days to come, or why it may not be saved. Nothing is written. */
export async function previewScenario(tx: Tx, draft: ScenarioDraft): Promise<ScenarioPreviewView> {
  const { company, book, keep, today } = draft;
  const refusals = draftRefusals(draft);
  if (refusals.length > 0) return { ...nothingDiffers(today), refusals };
  const scenario = nextVersion(book, draft.scenario);
  const after = withScenario(book, scenario);
  const trial = { company, before: book, after, key: scenario.key, keep, from: today, days: PREVIEW_DAYS };
  return { ...(await previewChange(tx, trial)), refusals };
}

/** The same for the rules that choose scenarios, over the cases of the whole company. */
export async function previewRules(
  tx: Tx,
  company: CompanyFacts,
  book: ScenarioBook,
  rules: readonly AssignmentRule[],
  today: Day,
): Promise<ScenarioPreviewView> {
  const refusals = ruleRefusals(book, rules);
  if (refusals.length > 0) return { ...nothingDiffers(today), refusals };
  const trial = { company, before: book, after: { ...book, rules }, key: null, keep: false };
  return { ...(await previewChange(tx, { ...trial, from: today, days: PREVIEW_DAYS })), refusals };
}

/** Saves a draft as a new version, unless it acts as the latest does. Gives why not when it may not be. */
export async function keepScenario(tx: Tx, draft: ScenarioDraft, actor: string): Promise<ScenarioRefusal[]> {
  const refusals = draftRefusals(draft);
  if (refusals.length > 0) return refusals;
  const { company, book, keep, today } = draft;
  const scenario = nextVersion(book, draft.scenario);
  const before = book.latest[scenario.key] ?? null;
  if (before !== null && actsAlike(before, scenario)) return [];
  const { companyId } = company;
  await saveScenario(tx, { companyId, scenario, before, keep, actor, today: formatDay(today) });
  await appendJournal(tx, [
    { actor, action: 'scenario.changed', objectKind: 'scenario', objectId: companyId, payload: { keep, scenario } },
  ]);
  return [];
}

/** Saves the rules. Gives why not when they may not be. */
export async function keepRules(
  tx: Tx,
  companyId: string,
  book: ScenarioBook,
  rules: readonly AssignmentRule[],
  today: Day,
  actor: string,
): Promise<ScenarioRefusal[]> {
  const refusals = ruleRefusals(book, rules);
  if (refusals.length > 0) return refusals;
  await saveAssignmentRules(tx, companyId, rules, formatDay(today));
  await appendJournal(tx, [
    { actor, action: 'scenario.rules-changed', objectKind: 'scenario', objectId: companyId, payload: { rules } },
  ]);
  return [];
}

/** A scenario replayed over a past, the last year unless told otherwise; or why it could not be saved. */
export async function replayScenario(
  tx: Tx,
  draft: Omit<ScenarioDraft, 'keep'>,
  period: { from?: Day | undefined; until?: Day | undefined },
): Promise<BacktestView | { refusals: ScenarioRefusal[] }> {
  const { company, book, today } = draft;
  const scenario = nextVersion(book, draft.scenario);
  const refusals = scenarioRefusals(scenario, today);
  if (refusals.length > 0) return { refusals };
  const year = lastYear(today);
  const { from = year.from, until = year.until } = period;
  return backtestScenario(tx, { company, book, scenario, from, until });
}

/** The scenarios of a company, the profiles' own first, then the others by name. */
export async function scenariosOf(tx: Tx, companyId: string): Promise<ScenariosView> {
  const { latest, rules } = await loadScenarios(tx, companyId);
  const isOwn = ({ key, profile }: Scenario): boolean => key === profile;
  const scenarios = Object.values(latest).sort(
    (a, b) => Number(isOwn(b)) - Number(isOwn(a)) || (isOwn(a) ? 0 : a.name.localeCompare(b.name, 'fr')),
  );
  return { scenarios, rules: [...rules] };
}

/** The book once a scenario is saved: cases told to keep it still find the version before. */
function withScenario(book: ScenarioBook, scenario: Scenario): ScenarioBook {
  const before = book.latest[scenario.key];
  return {
    ...book,
    latest: { ...book.latest, [scenario.key]: scenario },
    kept: before === undefined ? book.kept : [...book.kept, before],
  };
}

function nothingDiffers(today: Day): Omit<ScenarioPreviewView, 'refusals'> {
  const none = { cases: 0, asked: 0, added: 0, removed: 0, moved: 0, changed: 0, same: 0 };
  return { ...none, changes: [], truncated: false, from: formatDay(today), days: PREVIEW_DAYS };
}
