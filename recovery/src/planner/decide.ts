import { addDays, type Day } from '@acquit/law';
import { addresseeOf, addresseeReason, copyReason, facing } from '../customers/addressee.ts';
import type { Decision, Move, PlannedAction, Reason } from '../model/decision.ts';
import type { CaseFacts, Channel, CompanyFacts } from '../model/facts.ts';
import type { Scenario, Step } from '../model/scenario.ts';
import { levelIn } from '../scenarios/level.ts';
import { fr } from '../texts/typography.ts';
import { applyDecision } from './apply.ts';
import { openBook } from './book.ts';
import { hasEmail, routeOf } from './channels.ts';
import { dueOnDay, nextDue, overdueCents, type Standing, type Terms, walkOn } from './due.ts';
import { type HandOver, insolvencyStep, insolvencyTask, missingAddressTask } from './hand-over.ts';
import { type Context, type Message, messageAt, messageOnAll } from './message.ts';
import { PLAN_MISSED, planMissedStep, planNotice, planNoticeDue } from './plan-notice.ts';
import { reasonsOf, waitReason } from './reasons.ts';
import { isInsolvent, isOver, suspension } from './suspension.ts';

/**
 * Decides what to do for one case on one day: at most one contact of the debtor and one task for the creditor, the
 * claims that move, the next day worth looking at, and why. It does nothing itself and asks for nothing but its
 * arguments, so the same facts give the same decision on any machine, however often and however late it is asked.
 */
export function decide(facts: CaseFacts, company: CompanyFacts, scenario: Scenario, on: Day): Decision {
  const terms: Terms = { facts, scenario, settings: company.settings };
  const standing = standingOf(facts, scenario, on);
  const context: Context = { facts, company, terms, walk: walkOn(standing, terms, on), on };
  const decision: Decision = {
    caseId: facts.caseId,
    on,
    actions: [],
    contact: false,
    resumes: false,
    moves: [],
    nextActionOn: null,
    nextStep: null,
    reasons: [],
    parked: null,
  };
  if (isInsolvent(facts, on) && !isOver(facts)) {
    stopForInsolvency(decision, standing, context);
  } else {
    const stop = suspension(facts, on);
    if (stop === null) {
      decision.resumes = facts.status === 'paused';
      decideOpen(decision, standing, context);
    } else {
      decision.reasons.push(stop.reason);
      if (stop.endsOn !== null) lookAhead(decision, standing, context, stop.endsOn);
    }
  }
  decision.reasons.push(...standing.book.exclusions);
  return decision;
}

/**
 * The first day from `from` on which a case will ask for something if nothing changes before, for the shell to store
 * when an event (a receipt, a new invoice, an address) has changed the case. Null when nothing is to come.
 */
export function nextLook(
  facts: CaseFacts,
  company: CompanyFacts,
  scenario: Scenario,
  from: Day,
): { on: Day; step: string } | null {
  if (isOver(facts)) return null;
  const terms: Terms = { facts, scenario, settings: company.settings };
  const standing = standingOf(facts, scenario, from);
  if (isInsolvent(facts, from)) {
    return standing.positions.length === 0 ? null : { on: from, step: insolvencyStep.key };
  }
  const stop = suspension(facts, from);
  if (stop !== null && stop.endsOn === null) return null;
  const next = firstOf(standing, terms, stop?.endsOn ?? from);
  const { resumesOn } = standing.book;
  if (resumesOn !== null && (next === null || resumesOn < next.on))
    return nextLook(facts, company, scenario, resumesOn);
  return next === null ? null : { on: next.on, step: next.step.key };
}

/** What comes first: a step of the scenario, or the notice of a plan that has been missed. */
function firstOf(standing: Standing, terms: Terms, from: Day): { on: Day; step: Step } | null {
  const next = nextDue(standing, terms, from);
  const notice = planNoticeDue(terms, standing.lastContactOn, from);
  return notice === null || (next !== null && next.on < notice.on) ? next : notice;
}

/** What comes before the due date goes to whoever pays, by e-mail. */
const ORDINARY = { tone: 'courteous', channels: ['email'] } as const satisfies Partial<Step>;

/** Where a case stands before a day is decided. Against an insolvent debtor everything is declared, held back or not. */
export function standingOf(facts: CaseFacts, scenario: Scenario, on: Day): Standing {
  const book = openBook(facts, isInsolvent(facts, on) ? null : on);
  for (const position of book.positions) position.level = levelIn(scenario, position.claim);
  return {
    book,
    positions: book.positions,
    lastContactOn: facts.lastContactOn,
    hasEmail: hasEmail(facing(facts.debtor, addresseeOf(ORDINARY, facts.debtor))),
  };
}

/** Where it stands once the moves of the day are made. */
function standingAfter(standing: Standing, moves: Move[], contact: boolean, on: Day): Standing {
  if (moves.length === 0) return standing;
  const positions = standing.positions.map((position) => {
    const move = moves.find((candidate) => candidate.claimId === position.claim.claimId);
    if (move === undefined) return position;
    const claim = move.isNotice ? { ...position.claim, noticeSentOn: on } : position.claim;
    return { ...position, claim, level: move.rank, levelOn: on };
  });
  return { ...standing, positions, lastContactOn: contact ? on : standing.lastContactOn };
}

function decideOpen(decision: Decision, standing: Standing, context: Context): void {
  const { facts, terms, on } = context;
  const notice = planNotice(context, standing);
  if (notice !== null) {
    giveNotice(notice, decision, context);
    return;
  }
  const due = dueOnDay(standing, terms, on);
  const anyLate = overdueCents(standing.positions, on) > 0;
  if (due.contact !== null) contactAt(due.contact, decision, standing, context, anyLate);
  if (due.task !== null && decision.parked === null) {
    const message = messageAt(due.task, standing, context, anyLate);
    carryOut(decision, message, due.task, ['task'], context);
  }
  if (decision.parked !== null) return;
  lookAhead(decision, standingAfter(standing, decision.moves, decision.contact, on), context, addDays(on, 1));
  if (decision.actions.length > 0) return;
  decision.reasons.push(
    standing.positions.length === 0
      ? { code: 'NothingToChase', message: fr`Aucune facture à relancer dans ce dossier.` }
      : waitReason(due.wait!, facts, decision.nextActionOn),
  );
}

/** A plan's notice comes before the steps of the scenario: one contact a day, and it is the one with a period to run. */
function giveNotice(
  { facts, reason }: NonNullable<ReturnType<typeof planNotice>>,
  decision: Decision,
  context: Context,
) {
  const { terms, on } = context;
  const route = routeOf(planMissedStep, facing(context.facts.debtor, facts.to));
  if (route === null) {
    handOver(decision, missingAddressTask(facts, planMissedStep));
    return;
  }
  const totalCents = facts.about?.kind === 'plan-missed' ? facts.about.missedCents : facts.totalCents;
  for (const channel of route.channels)
    decision.actions.push({ step: PLAN_MISSED, rank: -1, channel, status: 'queued', totalCents, facts, moves: [] });
  decision.reasons.push(reason);
  if (route.reason !== null) decision.reasons.push(route.reason);
  decision.contact = true;
  const after = applyDecision(context.facts, decision);
  const tomorrow = addDays(on, 1);
  lookAhead(
    decision,
    standingOf(after, terms.scenario, tomorrow),
    { ...context, terms: { ...terms, facts: after } },
    tomorrow,
  );
}

function contactAt(step: Step, decision: Decision, standing: Standing, context: Context, anyLate: boolean): void {
  const message = messageAt(step, standing, context, anyLate);
  if (message.outOfBounds !== null) {
    decision.parked = message.outOfBounds;
    decision.reasons.push(message.outOfBounds);
    return;
  }
  const { to } = message.facts;
  const route = routeOf(step, facing(context.facts.debtor, to));
  if (route === null) {
    handOver(decision, missingAddressTask(message.facts, step));
    return;
  }
  carryOut(decision, message, step, route.channels, context);
  if (to) decision.reasons.push(addresseeReason(to));
  if (step.copySalesperson) decision.reasons.push(copyReason(message.facts.copyTo, route.channels));
  if (route.reason !== null) decision.reasons.push(route.reason);
  decision.contact = true;
}

/** Puts an action on each channel, all saying the same, and the moves they make. */
function carryOut(decision: Decision, message: Message, step: Step, channels: Channel[], context: Context): void {
  for (const channel of channels) {
    decision.actions.push({
      step: step.key,
      rank: step.rank,
      channel,
      status: statusOf(step, channel),
      totalCents: message.facts.totalCents,
      facts: message.facts,
      moves: message.moves,
    });
  }
  decision.moves.push(...message.moves);
  decision.reasons.push(...reasonsOf(message, step, context));
}

function statusOf(step: Step, channel: Channel): PlannedAction['status'] {
  if (channel === 'phone' || channel === 'task' || step.release === 'manual') return 'to-do';
  // A text message costs and cannot be taken back: a person lets it go, whatever the scenario says. Letters wait in the
  // print queue, where handing them to a provider is such an act too.
  if (channel === 'sms') return 'to-confirm';
  return step.release === 'confirm' ? 'to-confirm' : 'queued';
}

/** Gives a task to the creditor and leaves the case to him. */
function handOver(decision: Decision, { action, parked }: HandOver): void {
  decision.actions.push(action);
  decision.parked = parked;
  decision.reasons.push(parked);
}

function stopForInsolvency(decision: Decision, standing: Standing, context: Context): void {
  const openedOn = context.facts.debtor.insolvencyOpenedOn!;
  if (standing.positions.length === 0) {
    const message = fr`Procédure collective ouverte : aucune créance ouverte à déclarer dans ce dossier.`;
    decision.reasons.push({ code: 'InsolvencyOpened', message } satisfies Reason);
    return;
  }
  const message = messageOnAll(insolvencyStep, standing, context);
  handOver(decision, insolvencyTask(message.facts, context.facts, openedOn));
}

function lookAhead(decision: Decision, standing: Standing, context: Context, from: Day): void {
  const next = firstOf(standing, context.terms, from);
  const { resumesOn } = standing.book;
  const resumesFirst = resumesOn !== null && (next === null || resumesOn < next.on);
  decision.nextActionOn = resumesFirst ? resumesOn : (next?.on ?? null);
  decision.nextStep = resumesFirst ? null : (next?.step.key ?? null);
}
