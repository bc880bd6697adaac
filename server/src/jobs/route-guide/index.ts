/** The route guide of a case: shown, answered, chosen, printed. It opens no procedure by itself. */
import { randomUUIDv7 } from 'node:crypto';
import type { Procedure } from '@acquit/law';
import {
  answersRefusal,
  caseReference,
  composeRouteGuide,
  type Exit,
  prefillOf,
  type Refused,
  type RouteAnswers,
  type RouteGuideView,
  refused,
  routeQuestions,
  type ShownWay,
} from '@acquit/recovery';
import { RenderRefusal, renderLetter } from '../../render/index.ts';
import {
  appendJournal,
  insertRouteAnswers,
  insertRouteChoice,
  type Tx,
  withdrawRouteChoice,
} from '../../store/index.ts';
import { guideView, type WorkedGuide, workGuide } from './view.ts';

/** Who answers or chooses, and on which day (`YYYY-MM-DD` in Europe/Paris). */
export interface By {
  actor: string;
  today: string;
}

type Done<T> = T | Refused;

const unknownCase = (caseId: string) => refused('NotFound', 'Ce dossier n’existe pas ou n’existe plus.', { caseId });

/**
 * The guide of a case on a day, by answers that are not kept yet or by those kept last. `explain` names the route whose
 * tree is wanted. Refuses `NotFound` and `InvalidAnswer`.
 */
export async function routeGuideOf(
  tx: Tx,
  caseId: string,
  asked: { on: string; draft: RouteAnswers | null; explain: Procedure | null },
): Promise<Done<{ view: RouteGuideView }>> {
  const worked = await workGuide(tx, caseId, asked.on, asked.draft);
  if (worked === null) return unknownCase(caseId);
  return (
    answersRefusal(worked.answers, worked.questions) ?? { view: guideView(worked, caseId, asked.on, asked.explain) }
  );
}

/** Keeps the answers of a case as a new version, and journals it. Refuses `NotFound`, `UnknownAnswer`, `InvalidAnswer`. */
export async function saveRouteAnswers(
  tx: Tx,
  caseId: string,
  answers: RouteAnswers,
  by: By,
): Promise<Done<{ view: RouteGuideView }>> {
  const worked = await workGuide(tx, caseId, by.today, answers);
  if (worked === null) return unknownCase(caseId);
  const { loaded } = worked;
  const fault = answersRefusal(answers, routeQuestions(loaded.route, answers, by.today));
  if (fault !== null) return fault;
  const answerId = randomUUIDv7();
  const prefill = prefillOf(worked.questions);
  const kept = { companyId: loaded.companyId, caseId, prefill, on: by.today, by: by.actor };
  await insertRouteAnswers(tx, { ...kept, answerId, answers });
  await appendJournal(tx, [
    {
      actor: by.actor,
      action: 'route.answered',
      objectKind: 'case',
      objectId: caseId,
      payload: { answerId, answers, prefill },
    },
  ]);
  return { view: guideView((await workGuide(tx, caseId, by.today, null))!, caseId, by.today, null) };
}

/** A way as it stands now, to be remembered with the choice; null when the guide has no such way, or when it is closed. */
function shownWay({ made }: WorkedGuide, way: string): ShownWay | null {
  if ('refusal' in made) return null;
  const { guide } = made;
  const route = guide.routes.find(({ procedure }) => procedure === way);
  const found = route ?? guide.exits.find(({ exit }) => exit === way);
  if (found === undefined || !found.open) return null;
  const { chance } = found;
  return {
    name: found.name,
    court: route?.court ?? null,
    courtKind: route?.courtKind ?? null,
    why: found.why,
    costCents: chance?.costCents ?? 0,
    isCostPartial: chance?.isCostPartial ?? true,
    expectedCents: chance?.expectedCents ?? null,
    breakEvenPercent: chance?.breakEvenPercent ?? null,
    recoverableCents: guide.recoverableCents,
    successPercent: guide.successPercent,
  };
}

/**
 * Records the way a person chose, with the figures shown to him that day: those of the answers sent with it, which are
 * kept first, or else of those kept last. It opens nothing. Refuses `NotFound`, `RouteNotOpen`, and what keeps the guide from being made.
 */
export async function chooseRoute(
  tx: Tx,
  order: { caseId: string; way: Procedure | Exit; note: string | null; answers: RouteAnswers | null },
  by: By,
): Promise<Done<{ view: RouteGuideView }>> {
  if (order.answers !== null) {
    const saved = await saveRouteAnswers(tx, order.caseId, order.answers, by);
    if ('refusal' in saved) return saved;
  }
  const worked = await workGuide(tx, order.caseId, by.today, null);
  if (worked === null) return unknownCase(order.caseId);
  if ('refusal' in worked.made) return worked.made;
  const shown = shownWay(worked, order.way);
  if (shown === null) {
    const message = 'Cette voie n’est pas ouverte aujourd’hui\u00a0: son motif est indiqué dans le guide.';
    return refused('RouteNotOpen', message, { way: order.way });
  }
  const choiceId = randomUUIDv7();
  const { companyId } = worked.loaded;
  const isProcedure = worked.made.guide.routes.some(({ procedure }) => procedure === order.way);
  const kept = { companyId, caseId: order.caseId, prefill: prefillOf(worked.questions), on: by.today, by: by.actor };
  await insertRouteChoice(tx, { ...kept, choiceId, way: order.way, isProcedure, note: order.note, shown });
  await appendJournal(tx, [
    {
      actor: by.actor,
      action: 'route.chosen',
      objectKind: 'case',
      objectId: order.caseId,
      payload: { choiceId, way: order.way, note: order.note, shown },
    },
  ]);
  const after = (await workGuide(tx, order.caseId, by.today, null))!;
  return { view: guideView(after, order.caseId, by.today, null) };
}

/** Takes back the way chosen for a case. Refuses `NotFound` and `NoRouteChosen`. */
export async function withdrawChoice(tx: Tx, caseId: string, by: By): Promise<Done<{ view: RouteGuideView }>> {
  const worked = await workGuide(tx, caseId, by.today, null);
  if (worked === null) return unknownCase(caseId);
  const { choice } = worked;
  if (choice === null || !(await withdrawRouteChoice(tx, choice.choiceId, by.actor)))
    return refused('NoRouteChosen', 'Aucune voie n’est choisie dans ce dossier.', { caseId });
  await appendJournal(tx, [
    {
      actor: by.actor,
      action: 'route.choice-withdrawn',
      objectKind: 'case',
      objectId: caseId,
      payload: { choiceId: choice.choiceId, way: choice.way },
    },
  ]);
  return { view: guideView((await workGuide(tx, caseId, by.today, null))!, caseId, by.today, null) };
}

/** The guide on paper, by answers that are not kept or by those kept last. Refuses `NotFound`, what keeps it from being made, and what the press refuses. */
export async function routeGuidePaper(
  tx: Tx,
  caseId: string,
  asked: { on: string; draft: RouteAnswers | null },
): Promise<Done<{ name: string; content: Uint8Array }>> {
  const { on } = asked;
  const worked = await workGuide(tx, caseId, on, asked.draft);
  if (worked === null) return unknownCase(caseId);
  const { made, loaded, questions, choice } = worked;
  if ('refusal' in made) return made;
  const paper = composeRouteGuide({
    company: loaded.company,
    debtor: loaded.facts.debtor,
    reference: caseReference(caseId),
    questions,
    guide: made.guide,
    choice: choice === null ? null : { name: choice.shown.name, on: choice.on },
  });
  try {
    return { name: `voies-${on}.pdf`, content: await renderLetter(paper) };
  } catch (error) {
    if (error instanceof RenderRefusal) return refused(error.code, error.message);
    throw error;
  }
}
