import { type RouteInput, route } from '@acquit/law';
import type { AnswerValue, RouteAnswers, RouteFacts, RouteQuestion } from './model.ts';
import { ask } from './question.ts';
import { claimQuestions } from './questions/claim.ts';
import { debtorQuestions } from './questions/debtor.ts';
import { FOLLOW_UPS, type FollowUpName } from './questions/estimate.ts';
import { partiesQuestions } from './questions/parties.ts';

/** Without these three no route of the law may be told. */
const NEEDED = ['creditorKind', 'debtorKind', 'claimKind'] as const;

/** Facts that the rule takes as they are, besides those it needs; an absent one changes nothing. */
const OPTIONAL = [
  'interestCents',
  'debtorPostcode',
  'insolvencyOpenedOn',
  'insolvencyPublishedOn',
  'overindebtednessAdmittedOn',
  'limitationExpiresOn',
  'struckOff',
  'recoveryAtRisk',
  'evidence',
  'commercialCourtTown',
  'uncontestedDecreeSeen',
  'employees',
  'turnoverCents',
  'profitCents',
] as const;

function isTold(value: AnswerValue | undefined): boolean {
  return value !== undefined && value !== null && value !== '';
}

/** The input of the rule, from the values in use; null while one of the three facts it cannot do without is not told. */
export function inputOf(questions: readonly RouteQuestion[], on: string): RouteInput | null {
  const values = Object.fromEntries(questions.map(({ key, value }) => [key, value]));
  if (!NEEDED.every((key) => isTold(values[key]))) return null;
  const needed = ['amountCents', 'contested', 'debtorCountry', ...NEEDED];
  const given = [...needed, ...OPTIONAL].filter((key) => isTold(values[key]));
  return { ...Object.fromEntries(given.map((key) => [key, values[key]])), on } as unknown as RouteInput;
}

/** The questions still waited for without which nothing can be computed. */
export function neededFirst(questions: readonly RouteQuestion[]): RouteQuestion[] {
  return questions.filter(({ key, value }) => (NEEDED as readonly string[]).includes(key) && !isTold(value));
}

/** Whether the law admits an over-indebtedness of such a debtor: it refuses the date itself otherwise. */
function mayBeOverIndebted(questions: readonly RouteQuestion[], on: string): boolean {
  const input = inputOf(questions, on);
  if (input === null) return false;
  return route({ ...input, overindebtednessAdmittedOn: on as never }).refusal === undefined;
}

const SIZE = ['employees', 'turnoverCents', 'profitCents'] as const;

/**
 * What more is worth asking, by what the law answers without it: the town of a court whose name is not sure, the size of
 * a claimant who may owe a contribution, a decree that the user may have read.
 */
function followUps(questions: readonly RouteQuestion[], answers: RouteAnswers, on: string): FollowUpName[] {
  const input = inputOf(questions, on);
  if (input === null) return [];
  const routes = route(input).value?.routes ?? [];
  const wanted: FollowUpName[] = [];
  if (routes.some(({ open, courtKind }) => open && courtKind === 'commercial-or-economic')) {
    wanted.push('commercialCourtTown');
  }
  const waits = routes.some(
    ({ procedure, missing }) => procedure === 'uncontested-commercial' && missing.includes('decree'),
  );
  if (waits) wanted.push('uncontestedDecreeSeen');
  return [...wanted, ...sizeAsked(withTown(input, answers), answers)];
}

function withTown(input: RouteInput, { commercialCourtTown: town }: RouteAnswers): RouteInput {
  return typeof town === 'string' && town !== '' ? { ...input, commercialCourtTown: town } : input;
}

/** The size of the claimant is asked while the contribution needs one more figure of it. */
function sizeAsked(input: RouteInput, answers: RouteAnswers): FollowUpName[] {
  const owesMore = (tried: RouteInput) =>
    (route(tried).value?.routes ?? []).some(({ unknownCosts }) =>
      unknownCosts.some(({ what, estimateCents }) => what === 'tae-contribution' && estimateCents === undefined),
    );
  const asked: FollowUpName[] = [];
  let tried = input;
  for (const key of SIZE) {
    if (!owesMore(tried)) break;
    asked.push(key);
    const answer = answers[key];
    if (typeof answer !== 'number') break;
    tried = { ...tried, [key]: answer };
    // Turnover and profit say something together only.
    if (key === 'turnoverCents') tried = { ...tried, profitCents: 0 };
  }
  return asked.includes('turnoverCents') ? [...new Set([...asked, 'profitCents' as const])] : asked;
}

/** The questions that the routes depend on, with their answers; some are asked only once others are answered. */
export function routeInputQuestions(facts: RouteFacts, answers: RouteAnswers, on: string): RouteQuestion[] {
  const parties = partiesQuestions(facts, answers);
  const claim = claimQuestions(facts, answers);
  const debtor = debtorQuestions(facts, answers, mayBeOverIndebted([...parties, ...claim], on));
  const base = [...parties, ...claim, ...debtor];
  const more = followUps(base, answers, on).map((name) => ask(FOLLOW_UPS[name], answers));
  const of = (group: RouteQuestion['group']) => more.filter((question) => question.group === group);
  return [...parties, ...of('parties'), ...claim, ...of('claim'), ...debtor];
}
