import { courtCosts, type Explanation, type Procedure, type Route, type RouteInput, route } from '@acquit/law';
import { type Refused, refused } from '../commitments/refused.ts';
import { PROCEDURE_KINDS, type ProcedureKind } from '../procedures/model.ts';
import { enumerated, fr } from '../texts/typography.ts';
import { quoteKey, quoteOf } from './answers.ts';
import { chanceOf, type Recoverable, recoverableOf } from './chance.ts';
import { exitsOf } from './exits.ts';
import { routeTree } from './explain.ts';
import { inputOf, neededFirst, routeInputQuestions } from './input.ts';
import type { FollowUp, GuideRoute, RouteAnswers, RouteFacts, RouteGuide, RouteQuestion } from './model.ts';
import { estimateQuestions, exitQuestions } from './questions/estimate.ts';
import { durationWords, figureWords, missingName } from './words.ts';

/** Every question of a case on a day, each with the rule, what the case says, and the answer. */
export function routeQuestions(facts: RouteFacts, answers: RouteAnswers, on: string): RouteQuestion[] {
  return [...routeInputQuestions(facts, answers, on), ...estimateQuestions(answers), ...exitQuestions(facts, answers)];
}

/** What may come after a route: an opposition has a price that the request does not show. */
function followUps({ procedure, courtKind }: Route, input: RouteInput): FollowUp[] {
  if (procedure !== 'injonction-de-payer' || courtKind === null) return [];
  const { value } = courtCosts({
    procedure: 'opposition',
    amountCents: input.amountCents,
    on: input.on,
    court: courtKind,
    ...(input.debtorPostcode === undefined ? {} : { debtorPostcode: input.debtorPostcode }),
  });
  if (value === undefined) return [];
  const { costCents, costLines, unknownCosts } = value;
  return [
    { label: 'Si le débiteur forme opposition', costCents, costLines: [...costLines], unknownCosts: [...unknownCosts] },
  ];
}

function guideRoute(
  found: Route,
  input: RouteInput,
  answers: RouteAnswers,
  recoverable: Recoverable,
  successPercent: number | null,
): GuideRoute {
  const unknownCosts = found.unknownCosts.map((cost) => ({
    ...cost,
    quoteKey: quoteKey(found.procedure, cost.what),
    quoteCents: quoteOf(answers, found.procedure, cost.what),
  }));
  const quotes = unknownCosts.filter(({ quoteCents }) => quoteCents !== null);
  const lines = [
    ...found.costLines.map(({ label, cents }) => ({ label, cents })),
    ...quotes.map(({ label, quoteCents }) => ({ label: fr`${label}, devis`, cents: quoteCents! })),
  ];
  const priced = {
    costCents: lines.reduce((sum, { cents }) => sum + cents, 0),
    lines,
    isCostPartial: quotes.length < unknownCosts.length,
  };
  const { usualDuration: usual } = found;
  return {
    procedure: found.procedure,
    name: found.name,
    open: found.open,
    why: found.why,
    court: found.court,
    courtKind: found.courtKind,
    form: found.form ?? null,
    lawyer: found.lawyer,
    costCents: found.costCents,
    costLines: [...found.costLines],
    unknownCosts,
    followUps: found.open ? followUps(found, input) : [],
    usualDuration: usual === undefined ? null : { ...usual, text: durationWords(usual) },
    figures: found.figures.map((figure) => ({ ...figure, text: figureWords(figure) })),
    missing: found.missing.map((what) => ({ what, label: missingName(what) })),
    deadline: found.deadline ?? null,
    chance: found.open ? chanceOf(recoverable, priced, successPercent) : null,
  };
}

/** Steps that cost little and bring the debtor to pay by himself: their price never says that suing is not worth it. */
const AMICABLE: readonly Procedure[] = ['formal-notice', 'instalment-plan', 'conciliation', 'mediation'];

function notWorth(routes: readonly GuideRoute[], recoverableCents: number): string | null {
  const suits = routes.filter(({ open, procedure }) => open && !AMICABLE.includes(procedure));
  if (suits.length === 0) return null;
  const isWorth = ({ chance }: GuideRoute) => chance!.verdict === 'worth' || chance!.verdict === 'to-estimate';
  if (suits.some(isWorth)) return null;
  return recoverableCents === 0
    ? 'Rien n’est récupérable selon vos réponses : aucune voie ne vaut son coût. Voyez la cession ou l’abandon.'
    : 'Aucune voie ouverte ne vaut ses frais connus avec vos réponses. Voyez l’échéancier, la cession ou l’abandon.';
}

function warningsOf(facts: RouteFacts, questions: readonly RouteQuestion[]): string[] {
  const rejected = facts.eInvoices.filter(({ ground }) => ground === 'rejected').map(({ number }) => number);
  const toConfirm = questions.filter(({ waits, value }) => waits && value !== null).map(({ label }) => label);
  return [
    ...(facts.limitation?.isExpired === true
      ? [
          fr`Prescription : la créance ${facts.limitation.number} ne peut plus être demandée en justice. Retirez-la du montant ou corrigez la date.`,
        ]
      : []),
    ...(rejected.length === 0
      ? []
      : [
          fr`Rejetée par une plateforme, non émise valablement : ${enumerated(rejected)}. Corrigez et réémettez avant de poursuivre.`,
        ]),
    ...(toConfirm.length === 0 ? [] : [fr`À confirmer : ${enumerated(toConfirm)}. La lecture prudente est prise.`]),
  ];
}

/** The guide of a case, or what keeps it from being made. */
export interface MadeGuide {
  guide: RouteGuide;
  /** The law's tree of every route, for `explainedRoute`. */
  tree: Explanation;
}

/** What the case itself says of the ways that are no procedure, where nobody answered. */
const toldOf = (questions: readonly RouteQuestion[]): RouteAnswers =>
  Object.fromEntries(
    questions.filter(({ group, value }) => group === 'exits' && value !== null).map(({ key, value }) => [key, value]),
  );

const percentOf = (questions: readonly RouteQuestion[], key: string) => {
  const value = questions.find((question) => question.key === key)?.value;
  return typeof value === 'number' ? value : null;
};

/**
 * The routes of the law for a case on a day, weighed by the user's own estimates, then the ways that are no procedure.
 * Computes and shows: the user qualifies. Refuses `AnswersNeeded` while the parties or the claim are not told,
 * `NothingDue`, and what the rule `route` refuses (`DateNotServed`, `DatesOutOfOrder`…).
 */
export function routeGuide(facts: RouteFacts, answers: RouteAnswers, on: string): MadeGuide | Refused {
  const questions = routeQuestions(facts, answers, on);
  const input = inputOf(questions, on);
  if (input === null) {
    const needed = neededFirst(questions);
    const message = fr`Répondez d’abord : ${enumerated(needed.map(({ label }) => label.toLowerCase()))}.`;
    return refused('AnswersNeeded', message, { keys: needed.map(({ key }) => key) });
  }
  if (input.amountCents === 0) {
    return refused(
      'NothingDue',
      'Rien n’est échu dans ce dossier\u00a0: aucune voie n’est à chercher tant que rien n’est en retard.',
    );
  }
  const { value, explanation, refusal } = route(input);
  if (refusal !== undefined) return { refusal };
  const successPercent = percentOf(questions, 'successPercent');
  const recoverable = recoverableOf(
    {
      principalCents: input.amountCents,
      interestCents: input.interestCents ?? 0,
      indemnityCents: Number(questions.find(({ key }) => key === 'indemnityCents')?.value ?? 0),
    },
    percentOf(questions, 'recoverablePercent')!,
  );
  const routes = value.routes.map((found) => guideRoute(found, input, answers, recoverable, successPercent));
  const isOpen = (procedure: Procedure) => routes.some((found) => found.procedure === procedure && found.open);
  const exits = exitsOf({
    facts: { ...facts, principalCents: input.amountCents },
    answers: { ...answers, ...toldOf(questions) },
    recoverable,
    successPercent,
    mayAsk: isOpen('formal-notice'),
    hasTitle: isOpen('saisie-attribution'),
    on,
  });
  const guide: RouteGuide = {
    on,
    routes,
    exits,
    recoverableCents: recoverable.cents,
    successPercent,
    notWorth: notWorth(routes, recoverable.cents),
    warnings: warningsOf(facts, questions),
  };
  return { guide, tree: explanation };
}

/** The kind of procedure that a way opens once chosen; null when it is a step or a way that has no life here. */
export function procedureOpenedBy(way: string): ProcedureKind | null {
  return PROCEDURE_KINDS.find((kind) => kind === way) ?? null;
}

/** How one route is made: the conditions of the law with their articles, then what it is worth. */
export function explainedRoute({ guide, tree }: MadeGuide, procedure: Procedure): Explanation[] {
  const found = guide.routes.find((candidate) => candidate.procedure === procedure);
  const law = routeTree(tree, procedure);
  return [...(law === null ? [] : [law]), ...(found?.chance == null ? [] : [found.chance.explanation])];
}
