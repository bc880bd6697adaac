import { z } from '@hono/zod-openapi';
import { recordCall, smsHeldBack, smsProvider } from '../../jobs/index.ts';
import {
  appendJournal,
  closeAction,
  contactedBesides,
  keepBack,
  letGo,
  lockAction,
  lockStop,
  noteContact,
  planOf,
  releaseAction,
  type Tx,
  todayOf,
  tonightOf,
  touchCases,
  undoAction,
} from '../../store/index.ts';
import { changing, empty, reading, working } from '../pipeline/endpoint.ts';
import { passOn, refuse } from '../refusal.ts';
import { callDone, callResult } from '../schemas/dispatches.ts';
import { runAnswer, runOrder } from '../schemas/messages.ts';
import { volumeAnswer } from '../schemas/scenarios.ts';
import { isoDay } from '../schemas/view.ts';
import { actionResult, planView, todayView } from '../schemas/work.ts';
import { actionPath, companyPath, done, nothing, onDay, requireDay, requireTerms, stopPath } from './shared.ts';

const tag = 'Work';

const LONGEST_PLAN_DAYS = 60;
const planQuery = z.strictObject({
  from: isoDay.optional(),
  days: z
    .string()
    .regex(/^\d{1,2}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(LONGEST_PLAN_DAYS))
    .optional()
    .openapi({ type: 'integer', example: 14 }),
});

export const workEndpoints = [
  reading({
    path: '/api/companies/{companyId}/today',
    tag,
    title: 'What to do now',
    description:
      'Totals, everything that waits for a person grouped by what there is to do, and what the next pass will send by itself.',
    params: companyPath,
    query: onDay,
    prepared: true,
    answer: todayView,
    async handle({ tx, params, query, today, caller }) {
      const { company, book } = await requireTerms(tx, params.companyId);
      const on = query.on ?? today;
      const tonight = await tonightOf(tx, company, book, requireDay(on));
      return todayOf(tx, company, { on, tonight, reader: caller.name });
    },
  }),
  reading({
    path: '/api/companies/{companyId}/plan',
    tag,
    title: 'What will go out',
    description:
      'Day by day, if nothing is received before: to whom, by which channel, why, and whether it waits for a click.',
    params: companyPath,
    query: planQuery,
    answer: planView,
    async handle({ tx, params, query, today }) {
      const { company, book } = await requireTerms(tx, params.companyId);
      return planOf(tx, company, book, requireDay(query.from ?? today), query.days ?? 14);
    },
  }),
  working({
    path: '/api/companies/{companyId}/run',
    tag,
    title: 'Run the night’s pass now',
    description: 'For the given day, or to see what it would decide. A second run of the same day does nothing.',
    params: companyPath,
    query: nothing,
    body: runOrder,
    answer: runAnswer,
    async handle({ services, caller, params, body, today }) {
      await services.store.inTenant(caller.tenantId, (tx) => requireTerms(tx, params.companyId));
      const outcome = await services.runPass(caller, {
        companyId: params.companyId,
        on: body.on ?? today,
        dryRun: body.dryRun ?? false,
      });
      if ('refusal' in outcome) throw passOn(409, outcome.refusal);
      return outcome;
    },
  }),
  changing('post', {
    path: '/api/volume-stops/{stopId}/let-go',
    tag,
    title: 'Let a large day leave',
    description: 'The messages of a day that was stopped because they are many leave after all.',
    params: stopPath,
    query: nothing,
    body: empty,
    answer: volumeAnswer,
    refusals: ['VolumeAnswered'],
    async handle({ tx, params, caller }) {
      const stop = await requireStop(tx, params.stopId);
      await letGo(tx, stop.stopId, caller.actor);
      await appendJournal(tx, [stopEvent(stop, caller.actor, 'sending.let-go')]);
      return { messages: stop.messages };
    },
  }),
  changing('post', {
    path: '/api/volume-stops/{stopId}/keep',
    tag,
    title: 'Keep a large day back',
    description:
      'What has not left of that day is withdrawn and counts for nothing; the next pass prepares again what is then still due.',
    params: stopPath,
    query: nothing,
    body: empty,
    answer: volumeAnswer,
    refusals: ['VolumeAnswered'],
    async handle({ tx, params, caller, today }) {
      const stop = await requireStop(tx, params.stopId);
      const event = stopEvent(stop, caller.actor, 'sending.kept');
      return { messages: await keepBack(tx, stop, caller.actor, today, event) };
    },
  }),
  changing('post', {
    path: '/api/actions/{actionId}/confirm',
    tag,
    title: 'Confirm a message',
    description:
      'Lets a prepared message go: the e-mail to the outbox, the letter to the print queue, in test mode to the screen only.',
    params: actionPath,
    query: nothing,
    body: empty,
    answer: done,
    refusals: ['ActionNotOpen', 'ProviderMissing', 'ContactedToday'],
    async handle({ tx, params, caller, today }) {
      const action = await requireOpen(tx, params.actionId, ['to-confirm']);
      if (await contactedBesides(tx, action, today)) throw refuse('ContactedToday');
      const isPaid = action.channel === 'sms' && action.mode === 'live';
      const via = isPaid ? await smsProvider(tx, action.companyId) : null;
      if (isPaid && via === null) throw refuse('ProviderMissing');
      const heldBack = isPaid ? await smsHeldBack(tx, action) : null;
      if (heldBack !== null) throw passOn(409, { code: 'FirstLetterMissing', message: heldBack, facts: {} });
      await releaseAction(tx, action, caller.actor, via);
      await noteContact(tx, action, today);
      return journalled(tx, caller.actor, 'action.confirmed', action, {});
    },
  }),
  changing('post', {
    path: '/api/actions/{actionId}/skip',
    tag,
    title: 'Skip an act',
    description: 'The step counts as passed without anything having been sent; the case goes on with the next one.',
    params: actionPath,
    query: nothing,
    body: empty,
    answer: done,
    refusals: ['ActionNotOpen'],
    async handle({ tx, params, caller, today }) {
      const action = await requireOpen(tx, params.actionId, ['to-confirm', 'to-do']);
      await closeAction(tx, action.actionId, 'skipped', caller.actor, null, null);
      await touchCases(tx, [action.caseId], today);
      return journalled(tx, caller.actor, 'action.skipped', action, {});
    },
  }),
  changing('post', {
    path: '/api/actions/{actionId}/done',
    tag,
    title: 'Note that a call or a task is done',
    description: 'With its result in a few words, and a note for the case.',
    params: actionPath,
    query: nothing,
    body: actionResult,
    answer: done,
    refusals: ['ActionNotOpen'],
    async handle({ tx, params, body, caller, today }) {
      const action = await requireOpen(tx, params.actionId, ['to-do']);
      await closeAction(tx, action.actionId, 'done', caller.actor, body.result, body.note ?? null);
      if (action.channel === 'phone') await noteContact(tx, action, today);
      await touchCases(tx, [action.caseId], today);
      return journalled(tx, caller.actor, 'action.done', action, { result: body.result, note: body.note ?? null });
    },
  }),
  changing('post', {
    path: '/api/actions/{actionId}/undo',
    tag,
    title: 'Take back what was last done with an act',
    description:
      'A message confirmed that has not begun to leave, a step skipped, a task marked as done. The act waits again as before.',
    params: actionPath,
    query: nothing,
    body: empty,
    answer: done,
    refusals: ['TooLateToUndo'],
    async handle({ tx, params, caller }) {
      if ((await lockAction(tx, params.actionId)) === null) throw refuse('NotFound');
      if ((await undoAction(tx, { actionId: params.actionId, by: caller.actor })) === null)
        throw refuse('TooLateToUndo');
      return { ok: true as const };
    },
  }),
  changing('post', {
    path: '/api/actions/{actionId}/call',
    tag,
    title: 'Report a call',
    description:
      'How it ended and what it leads to: a promise, a dispute, another call, a number to find, or the next step. Sends the confirming e-mail of the same day when asked to.',
    params: actionPath,
    query: nothing,
    body: callResult,
    answer: callDone,
    refusals: ['ActionNotOpen'],
    async handle({ tx, params, body, caller, today }) {
      const action = await requireOpen(tx, params.actionId, ['to-do']);
      if (action.channel !== 'phone') throw refuse('ActionNotOpen', { channel: action.channel });
      const outcome = await recordCall(tx, { action, result: body, today, actor: caller.actor });
      if ('refusal' in outcome) throw passOn(409, outcome.refusal);
      return outcome;
    },
  }),
];

type Stop = NonNullable<Awaited<ReturnType<typeof lockStop>>>;

async function requireStop(tx: Tx, stopId: string): Promise<Stop> {
  const stop = await lockStop(tx, stopId);
  if (stop === null) throw refuse('NotFound');
  if (!stop.isWaiting) throw refuse('VolumeAnswered');
  return stop;
}

const stopEvent = (stop: Stop, actor: string, action: string) => ({
  actor,
  action,
  objectKind: 'company',
  objectId: stop.companyId,
  payload: { on: stop.onDay, messages: stop.messages, allowed: stop.allowed, reason: stop.reason },
});

type Action = NonNullable<Awaited<ReturnType<typeof lockAction>>>;

async function requireOpen(tx: Tx, actionId: string, statuses: readonly string[]): Promise<Action> {
  const action = await lockAction(tx, actionId);
  if (action === null) throw refuse('NotFound');
  if (!statuses.includes(action.status)) throw refuse('ActionNotOpen', { status: action.status });
  return action;
}

async function journalled(tx: Tx, actor: string, action: string, on: Action, more: object): Promise<{ ok: true }> {
  await appendJournal(tx, [
    {
      actor,
      action,
      objectKind: 'action',
      objectId: on.actionId,
      payload: { caseId: on.caseId, step: on.step, channel: on.channel, mode: on.mode, ...more },
    },
  ]);
  return { ok: true };
}
