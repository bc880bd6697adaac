import { z } from '@hono/zod-openapi';
import { backToPrint, handOverLetters, openAccount, previewHandOver, wakeAccount } from '../../jobs/index.ts';
import {
  appendJournal,
  companyExists,
  consentsOfCase,
  dispatchesOfCase,
  findCase,
  findDispatch,
  insertConsent,
  keepBlob,
  listDispatches,
  numberDispatch,
  proofOfEvent,
  recordDispatchEvents,
  type Store,
  type Tx,
  withdrawConsent,
  withdrawDispatchEvent,
} from '../../store/index.ts';
import { changing, empty, giving, reading, working } from '../pipeline/endpoint.ts';
import { passOn, refuse } from '../refusal.ts';
import {
  caseDispatches,
  consentOrder,
  dispatchEventOrder,
  dispatchView,
  handOverAnswer,
  handOverOrder,
  handOverPreview,
  handOverQuestion,
  numberOrder,
} from '../schemas/dispatches.ts';
import { pageOf, uuid } from '../schemas/view.ts';
import { actionPath, casePath, companyPath, done, nothing, paged, requireDay } from './shared.ts';

const tag = 'Dispatches';
const eventPath = z.strictObject({ eventId: uuid });
const consentPath = z.strictObject({ consentId: uuid });

async function requireDispatch(tx: Tx, actionId: string) {
  const found = await findDispatch(tx, actionId);
  if (found === null) throw refuse('NotFound');
  return found;
}

async function kept(
  tx: Tx,
  store: Store,
  file: { mediaType: string; base64: string } | null | undefined,
): Promise<Buffer | null> {
  if (file === null || file === undefined) return null;
  return keepBlob(tx, store.blobs, { bytes: Buffer.from(file.base64, 'base64'), mediaType: file.mediaType });
}

export const dispatchEndpoints = [
  reading({
    path: '/api/companies/{companyId}/dispatches',
    tag,
    title: 'List sendings',
    description: 'Registered letters, and whatever a provider was handed, with what became of each; latest first.',
    params: companyPath,
    query: paged.extend({ filter: z.enum(['all', 'under-way', 'to-complete']).optional() }),
    answer: pageOf('Dispatch', dispatchView),
    async handle({ tx, params, query }) {
      if (!(await companyExists(tx, params.companyId))) throw refuse('NotFound');
      return listDispatches(tx, params.companyId, query.filter ?? 'all', query.cursor);
    },
  }),
  reading({
    path: '/api/cases/{caseId}/dispatches',
    tag,
    title: 'Sendings of a case',
    description: 'With the debtor’s consents to electronic registered letters.',
    params: casePath,
    query: nothing,
    answer: caseDispatches,
    async handle({ tx, params }) {
      if ((await findCase(tx, params.caseId)) === null) throw refuse('NotFound');
      return {
        dispatches: await dispatchesOfCase(tx, params.caseId),
        consents: await consentsOfCase(tx, params.caseId),
      };
    },
  }),
  changing('post', {
    path: '/api/dispatches/{actionId}/events',
    tag,
    title: 'Enter what became of a letter',
    description:
      'Its deposit, first presentation, signature, refusal or return, with its proof. The first presentation of a formal notice dates it, and what is counted from it is decided again.',
    params: actionPath,
    query: nothing,
    body: dispatchEventOrder,
    answer: dispatchView,
    async handle({ tx, params, body, caller, today, services }) {
      await requireDispatch(tx, params.actionId);
      if (requireDay(body.on) > requireDay(today))
        throw refuse(
          'InvalidRequest',
          { problems: [{ field: 'on', problem: 'in the future' }] },
          'Cette date n’est pas encore venue.',
        );
      if (body.number) await numberDispatch(tx, params.actionId, body.number);
      await recordDispatchEvents(tx, {
        actionId: params.actionId,
        today,
        events: [
          {
            kind: body.kind,
            on: body.on,
            source: 'hand',
            label: body.label ?? null,
            proofSha256: await kept(tx, services.store, body.proof),
            toldBy: caller.actor,
          },
        ],
      });
      return requireDispatch(tx, params.actionId);
    },
  }),
  changing('post', {
    path: '/api/dispatch-events/{eventId}/withdraw',
    tag,
    title: 'Take back what was entered',
    description: 'It stays on record as withdrawn; the day of the notice is set again from what is left.',
    params: eventPath,
    query: nothing,
    body: empty,
    answer: dispatchView,
    async handle({ tx, params, caller, today }) {
      const withdrawn = await withdrawDispatchEvent(tx, { eventId: params.eventId, today, by: caller.actor });
      if (withdrawn === null) throw refuse('NotFound');
      return requireDispatch(tx, withdrawn.actionId);
    },
  }),
  giving({
    path: '/api/dispatch-events/{eventId}/proof',
    tag,
    title: 'The proof of an event',
    description: 'As it was received or entered.',
    params: eventPath,
    query: nothing,
    async handle({ tx, params, services }) {
      const proof = await proofOfEvent(tx, params.eventId);
      if (proof === null) throw refuse('NotFound');
      const ending = proof.mediaType.split('/')[1] ?? 'bin';
      const content = services.store.blobs.get(proof.sha256);
      return {
        name: `preuve.${ending}`,
        mediaType: proof.mediaType,
        content,
        inline: proof.mediaType === 'application/pdf',
      };
    },
  }),
  changing('put', {
    path: '/api/dispatches/{actionId}/number',
    tag,
    title: 'Write the number of a registered letter down',
    description: 'As it stands on the slip of the post office.',
    params: actionPath,
    query: nothing,
    body: numberOrder,
    answer: dispatchView,
    async handle({ tx, params, body, caller }) {
      const { caseId } = await requireDispatch(tx, params.actionId);
      await numberDispatch(tx, params.actionId, body.number);
      const payload = { actionId: params.actionId, number: body.number };
      await appendJournal(tx, [
        { actor: caller.actor, action: 'dispatch.numbered', objectKind: 'case', objectId: caseId, payload },
      ]);
      return requireDispatch(tx, params.actionId);
    },
  }),
  changing('post', {
    path: '/api/companies/{companyId}/hand-over/preview',
    tag,
    title: 'What handing letters to the provider would do',
    description: 'Which leave, which cannot and why, what they would cost, and the sentence to confirm.',
    params: companyPath,
    query: nothing,
    body: handOverQuestion,
    answer: handOverPreview,
    async handle({ tx, params, body, today }) {
      if (!(await companyExists(tx, params.companyId))) throw refuse('NotFound');
      const found = await previewHandOver(tx, { ...params, ...body, today: requireDay(today) });
      if (found.refusal !== undefined) throw passOn(409, found.refusal);
      return found.preview;
    },
  }),
  working({
    path: '/api/companies/{companyId}/hand-over',
    tag,
    title: 'Hand letters to the provider',
    description: 'They leave and cost. The code of the account’s owner opens it first, where it asks for one.',
    params: companyPath,
    query: nothing,
    body: handOverOrder,
    answer: handOverAnswer,
    async handle({ params, body, caller, today, services }) {
      const { store, clock } = services;
      const account = await store.inTenant(caller.tenantId, async (tx) => {
        if (!(await companyExists(tx, params.companyId))) throw refuse('NotFound');
        return openAccount(tx, store.secrets, { now: clock.now }, params.companyId, body.service);
      });
      if (account !== null && body.code) {
        const { trouble = null } = (await account.connector.unlock?.(body.code)) ?? {};
        if (trouble !== null)
          throw passOn(409, { code: 'ProviderRefused', message: `Le prestataire refuse ce code : « ${trouble} ».` });
      }
      return store.inTenant(caller.tenantId, async (tx) => {
        const outcome = await handOverLetters(tx, {
          ...params,
          ...body,
          today: requireDay(today),
          actor: caller.actor,
        });
        if (outcome.refusal !== undefined) throw passOn(409, outcome.refusal);
        wakeAccount(params.companyId, body.service);
        return { handed: outcome.handed };
      });
    },
  }),
  changing('post', {
    path: '/api/messages/{actionId}/back-to-print',
    tag,
    title: 'Post a letter oneself after all',
    description: 'Takes back one that its provider has not taken, or refused, to the print queue.',
    params: actionPath,
    query: nothing,
    body: empty,
    answer: done,
    async handle({ tx, params, caller }) {
      if (!(await backToPrint(tx, { actionId: params.actionId, by: caller.actor }))) throw refuse('NotFound');
      return { ok: true as const };
    },
  }),
  changing('post', {
    path: '/api/cases/{caseId}/electronic-consents',
    tag,
    title: 'Record a consent to electronic registered letters',
    description: 'With its day and its proof; who is no professional must have given it beforehand (art. L100 CPCE).',
    params: casePath,
    query: nothing,
    body: consentOrder,
    answer: caseDispatches,
    async handle({ tx, params, body, caller, today, services }) {
      if ((await findCase(tx, params.caseId)) === null) throw refuse('NotFound');
      if (requireDay(body.givenOn) > requireDay(today))
        throw refuse(
          'InvalidRequest',
          { problems: [{ field: 'givenOn', problem: 'in the future' }] },
          'Cette date n’est pas encore venue.',
        );
      const consentId = await insertConsent(tx, {
        caseId: params.caseId,
        givenOn: body.givenOn,
        proof: body.proof,
        proofSha256: await kept(tx, services.store, body.file),
        by: caller.actor,
      });
      const payload = { consentId, givenOn: body.givenOn, proof: body.proof };
      await appendJournal(tx, [
        { actor: caller.actor, action: 'consent.recorded', objectKind: 'case', objectId: params.caseId, payload },
      ]);
      return {
        dispatches: await dispatchesOfCase(tx, params.caseId),
        consents: await consentsOfCase(tx, params.caseId),
      };
    },
  }),
  changing('post', {
    path: '/api/electronic-consents/{consentId}/withdraw',
    tag,
    title: 'End a consent',
    description: 'From today on; what was sent under it stands.',
    params: consentPath,
    query: nothing,
    body: empty,
    answer: caseDispatches,
    async handle({ tx, params, caller, today }) {
      const caseId = await withdrawConsent(tx, params.consentId, today);
      if (caseId === null) throw refuse('NotFound');
      await appendJournal(tx, [
        { actor: caller.actor, action: 'consent.withdrawn', objectKind: 'case', objectId: caseId, payload: params },
      ]);
      return { dispatches: await dispatchesOfCase(tx, caseId), consents: await consentsOfCase(tx, caseId) };
    },
  }),
];
