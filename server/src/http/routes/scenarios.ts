import {
  actsAlike,
  nextVersion,
  placeRefusals,
  ruleRefusals,
  type Scenario,
  type ScenarioBook,
  type ScenarioRefusal,
  type ScenariosView,
  scenarioRefusals,
} from '@acquit/recovery';
import { z } from '@hono/zod-openapi';
import {
  appendJournal,
  backtestScenario,
  chooseScenario,
  findCase,
  lastYear,
  loadScenarios,
  previewChange,
  saveAssignmentRules,
  saveScenario,
  touchCases,
  scenarioVersions as versionsOf,
} from '../../store/index.ts';
import { changing, reading } from '../pipeline/endpoint.ts';
import { passOn, refuse } from '../refusal.ts';
import {
  backtestOrder,
  backtestView,
  previewView,
  rulesOrder,
  scenarioChoice,
  scenarioOrder,
  scenariosView,
  scenarioVersions,
} from '../schemas/scenarios.ts';
import { line, uuid } from '../schemas/view.ts';
import { casePath, companyPath, done, nothing, requireDay, requireTerms } from './shared.ts';

const tag = 'Scenarios';
const PREVIEW_DAYS = 30;
const scenarioPath = z.strictObject({ companyId: uuid, key: line(40) });

export const scenarioEndpoints = [
  reading({
    path: '/api/companies/{companyId}/scenarios',
    tag,
    title: 'Scenarios and the rules that choose them',
    description: 'The latest version of each scenario, the profiles’ own first, and the rules in their order.',
    params: companyPath,
    query: nothing,
    answer: scenariosView,
    async handle({ tx, params }) {
      return shown((await requireTerms(tx, params.companyId)).book);
    },
  }),
  reading({
    path: '/api/companies/{companyId}/scenarios/{key}/versions',
    tag,
    title: 'Versions of a scenario',
    description: 'Latest first, with who made each and when. Those that were never written down are not there.',
    params: scenarioPath,
    query: nothing,
    answer: scenarioVersions,
    async handle({ tx, params }) {
      await requireTerms(tx, params.companyId);
      return { versions: await versionsOf(tx, params.companyId, params.key) };
    },
  }),
  changing('post', {
    path: '/api/companies/{companyId}/scenarios/preview',
    tag,
    title: 'What a change would do',
    description:
      'Contacts added, removed and moved in the thirty days to come, by the night’s own planner, and why the scenario may not be saved if it may not. Nothing is written. Of a large book a sample is asked, whose size is said.',
    params: companyPath,
    query: nothing,
    body: scenarioOrder,
    answer: previewView,
    async handle({ tx, params, body, today }) {
      const { company, book } = await requireTerms(tx, params.companyId);
      const from = requireDay(today);
      const scenario = nextVersion(book, body.scenario);
      const refusals = refusalsOf(book, scenario, today);
      if (refusals.length > 0) return { ...nothingDiffers(today), refusals };
      const after = withScenario(book, scenario);
      const trial = { company, before: book, after, key: scenario.key, keep: body.keep, from, days: PREVIEW_DAYS };
      return { ...(await previewChange(tx, trial)), refusals };
    },
  }),
  changing('post', {
    path: '/api/companies/{companyId}/scenarios',
    tag,
    title: 'Save a scenario',
    description:
      'As a new version. Cases on their way keep theirs or take it, as told. The version given is not read: it follows the latest.',
    params: companyPath,
    query: nothing,
    body: scenarioOrder,
    answer: scenariosView,
    refusals: ['ScenarioRefused'],
    async handle({ tx, params, body, today, caller }) {
      const { book } = await requireTerms(tx, params.companyId);
      const scenario = nextVersion(book, body.scenario);
      requireNone(refusalsOf(book, scenario, today));
      const before = book.latest[scenario.key] ?? null;
      if (before !== null && actsAlike(before, scenario)) return shown(book);
      const { companyId } = params;
      await saveScenario(tx, { companyId, scenario, before, keep: body.keep, actor: caller.actor, today });
      await appendJournal(tx, [
        {
          actor: caller.actor,
          action: 'scenario.changed',
          objectKind: 'scenario',
          objectId: companyId,
          payload: { keep: body.keep, scenario },
        },
      ]);
      return shown(await loadScenarios(tx, companyId));
    },
  }),
  changing('post', {
    path: '/api/companies/{companyId}/scenarios/backtest',
    tag,
    title: 'Replay a scenario over the past',
    description:
      'What the scenario would have done with the company’s own invoices and money, beside what was done: contacts, their days, formal notices, and how many payers would have been chased for nothing. Days of payment stay as they were.',
    params: companyPath,
    query: nothing,
    body: backtestOrder,
    answer: backtestView,
    refusals: ['ScenarioRefused'],
    async handle({ tx, params, body, today }) {
      const { company, book } = await requireTerms(tx, params.companyId);
      const year = lastYear(requireDay(today));
      const from = body.from === undefined ? year.from : requireDay(body.from);
      const until = body.until === undefined ? year.until : requireDay(body.until);
      const scenario = nextVersion(book, body.scenario);
      requireNone(scenarioRefusals(scenario, requireDay(today)));
      return backtestScenario(tx, { company, book, scenario, from, until });
    },
  }),
  changing('post', {
    path: '/api/companies/{companyId}/scenario-rules',
    tag,
    title: 'Change the rules that choose scenarios',
    description: 'The whole list in its order: the first rule that holds chooses. Every open case is looked at again.',
    params: companyPath,
    query: nothing,
    body: rulesOrder,
    answer: scenariosView,
    refusals: ['ScenarioRefused'],
    async handle({ tx, params, body, today, caller }) {
      const { book } = await requireTerms(tx, params.companyId);
      requireNone(ruleRefusals(book, body.rules));
      await saveAssignmentRules(tx, params.companyId, body.rules, today);
      await appendJournal(tx, [
        {
          actor: caller.actor,
          action: 'scenario.rules-changed',
          objectKind: 'scenario',
          objectId: params.companyId,
          payload: { rules: body.rules },
        },
      ]);
      return shown(await loadScenarios(tx, params.companyId));
    },
  }),
  changing('post', {
    path: '/api/companies/{companyId}/scenario-rules/preview',
    tag,
    title: 'What a change of rules would do',
    description: 'As the preview of a scenario, over the cases of the whole company.',
    params: companyPath,
    query: nothing,
    body: rulesOrder,
    answer: previewView,
    async handle({ tx, params, body, today }) {
      const { company, book } = await requireTerms(tx, params.companyId);
      const refusals = ruleRefusals(book, body.rules);
      if (refusals.length > 0) return { ...nothingDiffers(today), refusals };
      const trial = { company, before: book, after: { ...book, rules: body.rules }, key: null, keep: false };
      return { ...(await previewChange(tx, { ...trial, from: requireDay(today), days: PREVIEW_DAYS })), refusals };
    },
  }),
  changing('post', {
    path: '/api/cases/{caseId}/scenario',
    tag,
    title: 'Choose the scenario of a case',
    description: 'By hand, before any rule; null gives it back to the rules. The next pass decides by it.',
    params: casePath,
    query: nothing,
    body: scenarioChoice,
    answer: done,
    refusals: ['ScenarioNotForCase'],
    async handle({ tx, params, body, today, caller }) {
      const header = await findCase(tx, params.caseId);
      if (header === null) throw refuse('NotFound');
      const { book } = await requireTerms(tx, header.companyId);
      const chosen = body.scenario === null ? null : book.latest[body.scenario];
      if (chosen === undefined || (chosen !== null && chosen.profile !== header.profile))
        throw refuse('ScenarioNotForCase', { scenario: body.scenario });
      await chooseScenario(tx, params.caseId, body.scenario);
      await touchCases(tx, [params.caseId], today, [
        {
          actor: caller.actor,
          action: 'case.scenario-chosen',
          objectKind: 'case',
          objectId: params.caseId,
          payload: { scenario: body.scenario },
        },
      ]);
      return { ok: true as const };
    },
  }),
];

/** The profiles' own scenarios first, then the others by name. */
function shown({ latest, rules }: ScenarioBook): ScenariosView {
  const isOwn = ({ key, profile }: Scenario): boolean => key === profile;
  const scenarios = Object.values(latest).sort(
    (a, b) => Number(isOwn(b)) - Number(isOwn(a)) || (isOwn(a) ? 0 : a.name.localeCompare(b.name, 'fr')),
  );
  return { scenarios, rules: [...rules] };
}

function refusalsOf(book: ScenarioBook, scenario: Scenario, today: string): ScenarioRefusal[] {
  return [...scenarioRefusals(scenario, requireDay(today)), ...placeRefusals(book, scenario)];
}

function requireNone(refusals: readonly ScenarioRefusal[]): void {
  const [first] = refusals;
  if (first === undefined) return;
  throw passOn(409, { code: 'ScenarioRefused', message: first.message, facts: { refusals } });
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

function nothingDiffers(today: string) {
  const none = {
    cases: 0,
    asked: 0,
    added: 0,
    removed: 0,
    moved: 0,
    changed: 0,
    same: 0,
    changes: [],
    truncated: false,
  };
  return { ...none, from: today, days: PREVIEW_DAYS };
}
