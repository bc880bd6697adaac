import { chooseRoute, routeGuideOf, routeGuidePaper, saveRouteAnswers, withdrawChoice } from '../../jobs/index.ts';
import { changing, empty, giving, reading } from '../pipeline/endpoint.ts';
import { answersOrder, choiceOrder, guideQuery, routeGuideView } from '../schemas/route-guide.ts';
import { givenFile } from '../uploads/given.ts';
import { orRefuse } from './promises.ts';
import { casePath, nothing } from './shared.ts';

const tag = 'Route guide';

export const routeGuideEndpoints = [
  reading({
    path: '/api/cases/{caseId}/route',
    tag,
    title: 'The route guide of a case',
    description:
      'Questions prefilled from the case with the rule beside each, then the routes of the law in their order with court, cost and worth, and the ways that are no procedure. With `answers` it is made again for answers that are not kept.',
    params: casePath,
    query: guideQuery,
    answer: routeGuideView,
    handle: async ({ tx, params, query, today }) =>
      orRefuse(
        await routeGuideOf(tx, params.caseId, {
          on: query.on ?? today,
          draft: query.answers ?? null,
          explain: query.explain ?? null,
        }),
      ).view,
  }),
  changing('put', {
    path: '/api/cases/{caseId}/route/answers',
    tag,
    title: 'Keep the answers',
    description: 'As a new version: earlier ones stay. They replace the last ones as a whole.',
    params: casePath,
    query: nothing,
    body: answersOrder,
    answer: routeGuideView,
    handle: async ({ tx, params, body, today, caller }) =>
      orRefuse(await saveRouteAnswers(tx, params.caseId, body.answers, { actor: caller.actor, today })).view,
  }),
  changing('post', {
    path: '/api/cases/{caseId}/route/choice',
    tag,
    title: 'Choose a route',
    description:
      'Recorded with its day and the figures shown. It opens no procedure: that is done apart, once the person has read what it asks.',
    params: casePath,
    query: nothing,
    body: choiceOrder,
    answer: routeGuideView,
    handle: async ({ tx, params, body, today, caller }) =>
      orRefuse(await chooseRoute(tx, { ...params, ...body }, { actor: caller.actor, today })).view,
  }),
  changing('post', {
    path: '/api/cases/{caseId}/route/choice/withdraw',
    tag,
    title: 'Take the choice back',
    description: 'It stays in the journal.',
    params: casePath,
    query: nothing,
    body: empty,
    answer: routeGuideView,
    handle: async ({ tx, params, today, caller }) =>
      orRefuse(await withdrawChoice(tx, params.caseId, { actor: caller.actor, today })).view,
  }),
  giving({
    path: '/api/cases/{caseId}/route/paper',
    tag,
    title: 'The guide on paper',
    description: 'By the answers kept last, for the file: addressed to nobody.',
    params: casePath,
    query: nothing,
    async handle({ tx, params, today }) {
      const made = orRefuse(await routeGuidePaper(tx, params.caseId, { on: today, draft: null }));
      return givenFile(made.name, 'application/pdf', made.content);
    },
  }),
];
