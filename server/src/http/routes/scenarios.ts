import type { ScenarioRefusal } from '@acquit/recovery';
import { z } from '@hono/zod-openapi';
import {
  keepRules,
  keepScenario,
  previewRules,
  previewScenario,
  replayScenario,
  scenariosOf,
} from '../../jobs/index.ts';
import { chooseScenario, findCase, touchCases, scenarioVersions as versionsOf } from '../../store/index.ts';
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
      await requireTerms(tx, params.companyId);
      return scenariosOf(tx, params.companyId);
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
      const terms = await requireTerms(tx, params.companyId);
      return previewScenario(tx, { ...terms, ...body, today: requireDay(today) });
    },
  }),
  changing('post', {
    path: '/api/companies/{companyId}/scenarios',
    tag,
    title: 'Save a scenario',
    description:
      'As a new version. Cases on their way keep theirs or take it, as told. It follows the latest, and `seen` guards against a change made meanwhile.',
    params: companyPath,
    query: nothing,
    body: scenarioOrder,
    answer: scenariosView,
    refusals: ['ScenarioRefused', 'ScenarioChanged'],
    async handle({ tx, params, body: { seen, ...body }, today, caller }) {
      const terms = await requireTerms(tx, params.companyId);
      const { version } = terms.book.latest[body.scenario.key] ?? { version: 0 };
      if (seen !== undefined && seen !== version) throw refuse('ScenarioChanged', { version });
      requireNone(await keepScenario(tx, { ...terms, ...body, today: requireDay(today) }, caller.actor));
      return scenariosOf(tx, params.companyId);
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
      const terms = await requireTerms(tx, params.companyId);
      const replayed = await replayScenario(
        tx,
        { ...terms, scenario: body.scenario, today: requireDay(today) },
        {
          from: body.from === undefined ? undefined : requireDay(body.from),
          until: body.until === undefined ? undefined : requireDay(body.until),
        },
      );
      if ('refusals' in replayed) requireNone(replayed.refusals);
      return replayed as Exclude<typeof replayed, { refusals: unknown }>;
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
      requireNone(await keepRules(tx, params.companyId, book, body.rules, requireDay(today), caller.actor));
      return scenariosOf(tx, params.companyId);
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
      return previewRules(tx, company, book, body.rules, requireDay(today));
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

/** A refused scenario names every fault at once; the sentence is the first one's. */
function requireNone(refusals: readonly ScenarioRefusal[]): void {
  const [first] = refusals;
  if (first === undefined) return;
  throw passOn(409, { code: 'ScenarioRefused', message: first.message, facts: { refusals } });
}
