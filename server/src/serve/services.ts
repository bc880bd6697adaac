import { setTimeout as pause } from 'node:timers/promises';
import { day, formatDay, lawParameters } from '@acquit/law';
import type { Clock } from '../clock.ts';
import type { AppServices, RunDecision } from '../http/index.ts';
import type { Readers } from '../intake/index.ts';
import {
  answerAbsence,
  beginDropped,
  checkSource,
  composeMessage,
  confirmArrived,
  keepPrintedLetters,
  letterPdf,
  loadDemo,
  paidAgain,
  paidArrived,
  previewDropped,
  printQueue,
  runNight,
  sendAgain,
  takePushed,
  tryMailAccount,
  trySource,
  undoImport,
} from '../jobs/index.ts';
import { renderLetter } from '../render/index.ts';
import { appendJournal, findImport, type Store } from '../store/index.ts';

type Wired = Pick<
  AppServices,
  | 'previewImport'
  | 'applyImport'
  | 'undoImport'
  | 'answerAbsence'
  | 'checkSource'
  | 'trySource'
  | 'takePushed'
  | 'runPass'
  | 'testMail'
  | 'composeMessage'
  | 'messageAttachment'
  | 'letterPdf'
  | 'printQueue'
  | 'keepPrintedLetters'
  | 'resolveInDoubt'
  | 'loadDemo'
  | 'renderStatement'
  | 'lawParameters'
>;

/** What the routes ask of the rest of the server, joined to the jobs that do it. */
export function wireServices(store: Store, readers: Readers, clock: Clock, wake: () => void): Wired {
  const pdf = (file: { name: string; content: Uint8Array }) => ({ ...file, mediaType: 'application/pdf' });
  return {
    previewImport: ({ tenantId, actor }, files, options) =>
      previewDropped(store, readers, { tenantId, actor, ...options }, files),
    async applyImport({ tenantId, actor }, file, options) {
      const { importId, done } = await beginDropped(store, readers, { tenantId, actor, ...options }, file);
      const underWay = async () => {
        await pause(ANSWER_AFTER_MS, undefined, { ref: false });
        const found = await store.inTenant(tenantId, (tx) => findImport(tx, importId));
        if (!found) throw new Error('An import under way is on record.');
        return found;
      };
      return Promise.race([done, underWay()]);
    },
    undoImport,
    answerAbsence,
    async checkSource({ tenantId }, sourceId) {
      const result = await checkSource({ store, readers, clock, today: formatDay(clock.today()) }, tenantId, sourceId);
      // Recent bank data may have come: what the guard held may leave.
      if (result.state === 'done') wake();
      return result.state;
    },
    trySource: (order) => trySource(store, order),
    async takePushed(source, file) {
      const done = await takePushed({ store, readers, today: formatDay(clock.today()) }, source, file);
      wake();
      return done;
    },
    async runPass({ tenantId }, { companyId, on, dryRun }) {
      const decisions: RunDecision[] = [];
      const { pass } = await runNight(
        store,
        { tenantId, companyId, on: day(on), dryRun },
        ({ debtorName, action, decision }) => {
          if (decisions.length < DECISIONS_SHOWN)
            decisions.push({
              debtorName,
              stepName: action.facts.stepName,
              channel: action.channel,
              totalCents: action.totalCents,
              reasons: decision.reasons,
            });
        },
        readers,
      );
      wake();
      return {
        pass: { ...pass, passId: pass.passId ?? '', finishedAt: dryRun ? null : new Date(clock.now()).toISOString() },
        decisions,
      };
    },
    testMail: ({ tenantId }, order) =>
      tryMailAccount(store, tenantId, { ...order, at: new Date(clock.now()).toISOString() }),
    async composeMessage(tx, actionId, channel) {
      const { attachments, ...message } = await composeMessage(store, tx, actionId, channel);
      return {
        ...message,
        // Known once it was sent; the route fills it in from the outbox.
        messageId: null,
        attachments: attachments.map(({ name, mediaType, bytes }) => ({ name, mediaType, bytes: bytes.byteLength })),
      };
    },
    async messageAttachment(tx, actionId, channel, n) {
      const file = (await composeMessage(store, tx, actionId, channel)).attachments[n];
      return file ? { name: file.name, mediaType: file.mediaType, content: file.bytes } : null;
    },
    letterPdf: async (tx, actionId) => pdf(await letterPdf(store, tx, actionId)),
    async printQueue(tx, companyId) {
      const queue = await printQueue(store, tx, companyId, formatDay(clock.today()));
      return queue && pdf(queue);
    },
    keepPrintedLetters: (tx, actionIds) => keepPrintedLetters(store, tx, actionIds),
    async resolveInDoubt(tx, { actionId, channel, answer, actor }) {
      if (channel !== 'email') {
        const paid = answer === 'arrived' ? paidArrived : paidAgain;
        return (await paid(tx, { actionId, by: actor })).refusal === undefined;
      }
      const act = answer === 'arrived' ? confirmArrived : sendAgain;
      const { refusal } = await act(tx, { actionId, by: actor, journal: appendJournal });
      if (!refusal && answer === 'send-again') wake();
      return refusal === undefined;
    },
    renderStatement: renderLetter,
    // The value in force first, then its history: what is asked most is on top.
    lawParameters: (on) =>
      lawParameters().map(({ name: key, kind, description, unit, knownUntil, expected, expectedOn, entries }) => ({
        key,
        name: description,
        kind,
        // A list and a tariff are written with their units already.
        unit: kind === 'value' ? unit : '',
        knownUntil,
        expected,
        expectedOn,
        entries: entries
          .filter((entry) => entry.from <= on)
          .map(({ from, until, value, written, reference: { confidence }, source, verifiedOn }) => ({
            from,
            until,
            value,
            written,
            reference: source,
            confidence,
            verifiedOn,
          }))
          .reverse(),
      })),
    async loadDemo({ tenantId }, on) {
      const { companyId } = await loadDemo(store, { tenantId, on: day(on), seed: 1 });
      return { companyId };
    },
  };
}

/** A screen is answered after this long, whatever the size of the file; it then asks how far the job is. */
const ANSWER_AFTER_MS = 2_000;

/** Lines of a pass sent to a screen; the counts are of the whole pass. */
const DECISIONS_SHOWN = 500;
