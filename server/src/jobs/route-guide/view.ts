import { day, type Procedure } from '@acquit/law';
import {
  answersStillAsked,
  changedSince,
  type Exit,
  explainedRoute,
  type MadeGuide,
  procedureOpenedBy,
  type RouteAnswers,
  type RouteChoiceView,
  type RouteGuideView,
  type RouteQuestion,
  routeGuide,
  routeQuestions,
} from '@acquit/recovery';
import {
  type KeptAnswers,
  type KeptChoice,
  type LoadedRoute,
  lastRouteAnswers,
  loadRouteFacts,
  routeChoiceOf,
  type Tx,
} from '../../store/index.ts';

/** A guide with what it was made from, for whoever keeps or prints it. */
export interface WorkedGuide {
  loaded: LoadedRoute;
  questions: RouteQuestion[];
  answers: RouteAnswers;
  made: ReturnType<typeof routeGuide>;
  saved: KeptAnswers | null;
  choice: KeptChoice | null;
}

/**
 * The guide of a case on a day, by the answers given, or by those kept last; null when there is no such case. Answers to
 * questions that went away are left out.
 */
export async function workGuide(
  tx: Tx,
  caseId: string,
  on: string,
  draft: RouteAnswers | null,
): Promise<WorkedGuide | null> {
  const loaded = await loadRouteFacts(tx, caseId, day(on));
  if (loaded === null) return null;
  const saved = await lastRouteAnswers(tx, caseId);
  const given = draft ?? saved?.answers ?? {};
  const answers = answersStillAsked(given, routeQuestions(loaded.route, given, on));
  return {
    loaded,
    questions: routeQuestions(loaded.route, answers, on),
    answers,
    made: routeGuide(loaded.route, answers, on),
    saved,
    choice: await routeChoiceOf(tx, caseId),
  };
}

/** The guide as its screen shows it; one route is explained when asked. */
export function guideView(worked: WorkedGuide, caseId: string, on: string, explain: Procedure | null): RouteGuideView {
  const { loaded, questions, answers, made, saved, choice } = worked;
  const found = 'refusal' in made ? null : made;
  return {
    caseId,
    companyId: loaded.companyId,
    debtorName: loaded.facts.debtor.name,
    on,
    questions,
    waiting: questions.filter(({ waits }) => waits).length,
    lateClaimIds: loaded.lateClaimIds,
    answers,
    saved:
      saved === null
        ? null
        : { version: saved.version, on: saved.on, by: saved.by, changes: changedSince(saved.prefill, questions) },
    guide: found === null ? null : found.guide,
    blocked: 'refusal' in made ? { code: made.refusal.code, message: made.refusal.message } : null,
    explained:
      found === null || explain === null ? null : { procedure: explain, trees: explainedRoute(found, explain) },
    choice: choice === null ? null : choiceView(choice, questions, found),
  };
}

function choiceView(choice: KeptChoice, questions: readonly RouteQuestion[], made: MadeGuide | null): RouteChoiceView {
  const { choiceId, way, isProcedure, on, by, note, shown, prefill } = choice;
  const ways = made === null ? [] : [...made.guide.routes, ...made.guide.exits];
  const found = ways.find((one) => ('procedure' in one ? one.procedure : one.exit) === way);
  return {
    choiceId,
    way: way as Procedure | Exit,
    isProcedure,
    on,
    by,
    note,
    shown,
    changes: changedSince(prefill, questions),
    opens: procedureOpenedBy(way),
    isOpen: found?.open ?? null,
  };
}
