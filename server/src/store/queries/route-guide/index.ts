/** The route guide: what a case says of the ways to recover it, what was answered, and what was chosen. */
export { type LoadedRoute, loadRouteFacts } from './facts.ts';
export {
  insertRouteAnswers,
  insertRouteChoice,
  type KeptAnswers,
  type KeptChoice,
  lastRouteAnswers,
  routeChoiceOf,
  withdrawRouteChoice,
} from './kept.ts';
