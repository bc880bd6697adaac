import { addDays, type Day, day, daysBetween, euros, formatDay, frenchDate } from '@acquit/law';
import { addresseeOf } from '../customers/addressee.ts';
import type { MessageFacts, Move, Reason, StatedClaim } from '../model/decision.ts';
import type { CaseFacts, ClaimFacts, CompanyFacts, DebtorFacts } from '../model/facts.ts';
import type { Scenario, Step } from '../model/scenario.ts';
import type { MessageSubject } from '../model/subject.ts';
import { netOfCredit } from '../owed/credits.ts';
import { type OwedAmounts, owedAmounts } from '../owed/owed.ts';
import { rateSentence } from '../owed/rate-sentence.ts';
import { regimeOf } from '../profile/profile.ts';
import { isFormalNotice } from '../scenarios/level.ts';
import { fr } from '../texts/typography.ts';
import { isoOrNull, type Position } from './book.ts';
import { windowOf } from './contact-days.ts';
import type { Standing, Terms } from './due.ts';
import { isTask, isWritten, targetStep, type Walk } from './steps.ts';

/** What one action says, the claims it moves, and what kept a figure out of it. */
export interface Message {
  facts: MessageFacts;
  moves: Move[];
  reasons: Reason[];
  /** Set when what would be asked is beyond what an ordinary debt can reach. */
  outOfBounds: Reason | null;
}

export interface Context {
  facts: CaseFacts;
  company: CompanyFacts;
  terms: Terms;
  /** The scenario in force on the day. */
  walk: Walk;
  on: Day;
}

/** What a claim is worth in a message that claims more than its principal. */
export type Accessories = Pick<OwedAmounts, 'principalCents' | 'penaltyCents' | 'indemnityCents'>;

/** How a claim stands in a message, and the step it goes through with it. */
export interface Place {
  group: StatedClaim['group'];
  target: Step | null;
}

/**
 * Whether a claim is listed, how, and the step it goes through. A written message covers everything late, so a claim
 * that newly reaches a lower step goes through it here and gets no message of its own; a call or a task is about the
 * claims at its step only, because nothing proves that the others were spoken of.
 */
function placeOf(position: Position, step: Step, context: Context, anyLate: boolean): Place | null {
  const late = position.dueOn < context.on;
  const target = targetStep(context.walk, position, context.on, true);
  if (target !== null && target.rank === step.rank) return { group: 'main', target };
  const covered = isWritten(step) && target !== null && target.rank < step.rank ? target : null;
  if (late) return { group: 'also', target: covered };
  const announced = anyLate && covered !== null && step.tone !== 'formal';
  return announced ? { group: 'upcoming', target: covered } : null;
}

function stated(position: Position, place: Place, amounts: Accessories | null, on: Day): StatedClaim {
  const { claim } = position;
  return {
    claimId: claim.claimId,
    number: claim.number,
    issuedOn: isoOrNull(claim.issuedOn),
    dueOn: formatDay(position.dueOn),
    orderReference: claim.orderReference,
    amountCents: claim.amountCents,
    openCents: amounts?.principalCents ?? claim.openCents,
    daysLate: Math.max(daysBetween(position.dueOn, on), 0),
    penaltyCents: amounts?.penaltyCents ?? 0,
    indemnityCents: amounts?.indemnityCents ?? 0,
    group: place.group,
    step: place.target?.key ?? null,
    rank: place.target?.rank ?? position.level,
  };
}

/**
 * What is asked of a claim with its accessories, or null when only its principal is: it has not come to the first step
 * that claims them, or a figure of the law is missing.
 */
function accessoriesOf(
  position: Position,
  rank: number,
  step: Step,
  context: Context,
  reasons: Reason[],
): Accessories | null {
  const { claim, coveredCents } = position;
  if (step.accessories !== 'claimed' || rank < firstClaimingRank(context.walk.scenario)) return null;
  const { amounts, refusal } = claimedOf(claim, coveredCents, context.on, context.company, context.facts.debtor);
  if (refusal !== null) {
    reasons.push({
      code: refusal.code,
      message: fr`Facture ${claim.number} : seul le principal est demandé. ${refusal.message}`,
    });
  }
  return amounts;
}

/**
 * A claim with what the law adds and the creditor does not keep or waive, on a day; `amounts` is null when a figure of
 * the law is missing. What open credits cover is put back in the principal: who asks takes the credits off by themselves.
 */
export function claimedOf(
  claim: ClaimFacts,
  coveredCents: number,
  on: Day,
  company: CompanyFacts,
  debtor: DebtorFacts,
): { amounts: Accessories | null; refusal: OwedAmounts['refusal'] } {
  const owed = owedAmounts(netOfCredit(claim, on, coveredCents), on, { company, debtor });
  if (owed.refusal !== null) return { amounts: null, refusal: owed.refusal };
  const keeps = company.settings.reservedAccessories === 'kept';
  const amounts = {
    principalCents: owed.principalCents + coveredCents,
    penaltyCents: asked(claim.penalties, keeps) ? owed.penaltyCents : 0,
    indemnityCents: asked(claim.indemnity, keeps) ? owed.indemnityCents : 0,
  };
  return { amounts, refusal: null };
}

/** The rank from which a scenario claims what the law adds. */
export function firstClaimingRank(scenario: Scenario): number {
  return scenario.steps.find((step) => step.accessories === 'claimed')?.rank ?? Number.POSITIVE_INFINITY;
}

function asked(choice: ClaimFacts['penalties'], keeps: boolean): boolean {
  return choice === 'claimed' || (choice === 'reserved' && !keeps);
}

/** Freezes what an action at `step` says on a day, from the claims of the case that it is about: those that `placed` keeps. */
export function messageAt(
  step: Step,
  standing: Standing,
  context: Context,
  anyLate: boolean,
  placed: (position: Position) => Place | null = (position) => placeOf(position, step, context, anyLate),
): Message {
  const lines: StatedClaim[] = [];
  const moves: Move[] = [];
  const reasons: Reason[] = [];
  let outOfBounds: Reason | null = null;
  for (const position of standing.positions) {
    const place = placed(position);
    if (place === null) continue;
    const { claim } = position;
    const amounts = accessoriesOf(position, place.target?.rank ?? position.level, step, context, reasons);
    const line = stated(position, place, amounts, context.on);
    lines.push(line);
    if (place.target !== null) {
      moves.push({
        claimId: claim.claimId,
        step: place.target.key,
        rank: place.target.rank,
        openCents: line.openCents,
        ...(isFormalNotice(place.target) && { isNotice: true }),
      });
    }
    outOfBounds ??= boundsReason(line);
  }
  const facts = freeze(step, lines, standing, context);
  const about = promiseRecalled(step, lines, standing, context);
  if (about === null) return { facts, moves, reasons, outOfBounds };
  reasons.push({
    code: 'PromiseBroken',
    message: fr`Promesse pour le ${frenchDate(day(about.promisedOn))} non tenue : ${step.channels.length > 1 ? 'ces messages la rappellent' : 'ce message la rappelle'}.`,
  });
  return { facts: { ...facts, about }, moves, reasons, outOfBounds };
}

/**
 * The promise that the first message after it was broken recalls; null when there is none, when the debtor was contacted
 * since, or when the message has words of its own: what comes before the due date, a call confirmed, a formal notice.
 */
function promiseRecalled(
  step: Step,
  lines: readonly StatedClaim[],
  { positions, lastContactOn }: Standing,
  { facts, on }: Context,
): Extract<MessageSubject, { kind: 'promise-broken' }> | null {
  const broken = facts.brokenPromise;
  if (broken === undefined || broken.brokenOn > on) return null;
  if (lastContactOn !== null && lastContactOn >= broken.brokenOn) return null;
  if (!isWritten(step) || step.tone === 'formal' || step.objective === 'inform' || step.objective === 'confirm-call')
    return null;
  const asked = new Set(lines.filter(({ group }) => group === 'main').map(({ claimId }) => claimId));
  const covered = positions.some(({ claim }) => asked.has(claim.claimId) && claim.promiseOn === broken.brokenOn);
  if (!covered) return null;
  return {
    kind: 'promise-broken',
    madeOn: formatDay(broken.madeOn),
    promisedOn: formatDay(broken.promisedOn),
    promisedCents: broken.amountCents,
  };
}

/** Freezes a task that is about every claim of the case, late or not. */
export function messageOnAll(step: Step, standing: Standing, context: Context): Message {
  const place: Place = { group: 'main', target: null };
  const lines = standing.positions.map((position) => stated(position, place, null, context.on));
  return { facts: freeze(step, lines, standing, context), moves: [], reasons: [], outOfBounds: null };
}

/**
 * A runaway figure stops here and waits for a person: no debt of an ordinary age bears more penalties than what was
 * invoiced.
 */
function boundsReason(line: StatedClaim): Reason | null {
  if (line.penaltyCents <= line.amountCents) return null;
  return {
    code: 'AmountOutOfBounds',
    message: fr`Facture ${line.number} : les pénalités (${euros(line.penaltyCents)}) dépassent le montant facturé (${euros(line.amountCents)}). Rien ne part avant que vous ayez vérifié le taux et l’échéance.`,
  };
}

function freeze(step: Step, claims: StatedClaim[], standing: Standing, context: Context): MessageFacts {
  const { facts, company, on } = context;
  const { credits, creditCents } = standing.book;
  let principalCents = 0;
  let penaltyCents = 0;
  let indemnityCents = 0;
  for (const claim of claims) {
    if (claim.group === 'upcoming') continue;
    principalCents += claim.openCents;
    penaltyCents += claim.penaltyCents;
    indemnityCents += claim.indemnityCents;
  }
  const regime = regimeOf(company.creditorKind, facts.debtor.kind);
  const to = isTask(step) ? null : addresseeOf(step, facts.debtor);
  const copyTo = step.copySalesperson && step.channels.includes('email') ? facts.debtor.salesperson : null;
  const window = windowOf(step, { profile: facts.profile, settings: company.settings }, on);
  const namesRate =
    step.accessories !== 'none' && standing.positions.some((position) => position.claim.penalties !== 'waived');
  return {
    step: step.key,
    stepName: step.name,
    tone: step.tone,
    objective: step.objective,
    accessories: step.accessories,
    profile: facts.profile,
    regime,
    on: formatDay(on),
    claims,
    credits,
    principalCents,
    penaltyCents,
    indemnityCents,
    creditCents,
    totalCents: Math.max(principalCents + penaltyCents + indemnityCents - creditCents, 0),
    rateSentence: namesRate ? rateSentence(regime, company, on) : null,
    graceDays: step.graceDays,
    payBefore: step.graceDays === null ? null : formatDay(addDays(on, step.graceDays)),
    ...(to && { to }),
    ...(copyTo && { copyTo }),
    ...(window && { window }),
  };
}
