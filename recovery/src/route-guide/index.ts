/** The route guide: the questions of a case, the routes of the law, and what each is worth by the user's own estimate. */
export { answersRefusal, answersStillAsked } from './answers.ts';
export { type ChangedFact, changedSince, changeSentence, type Prefill, prefillOf } from './changes.ts';
export { composeRouteGuide, type RouteGuidePaper } from './document.ts';
export { explainedRoute, type MadeGuide, procedureOpenedBy, routeGuide, routeQuestions } from './guide.ts';
export {
  type AnswerValue,
  type Chance,
  EXITS,
  type Exit,
  type FollowUp,
  type GuideExit,
  type GuideRoute,
  type QuestionGroup,
  type QuestionKind,
  type RouteAnswers,
  type RouteFacts,
  type RouteGuide,
  type RouteQuestion,
  type RuleBeside,
} from './model.ts';
export { answerWords } from './words.ts';
