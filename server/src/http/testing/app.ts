import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { noCounts } from '@acquit/recovery';
import { afterAll } from 'vitest';
import { type Clock, systemClock } from '../../clock.ts';
import { answerAbsence, undoImport } from '../../jobs/index.ts';
import { renderLetter } from '../../render/index.ts';
import type { Store } from '../../store/index.ts';
import { type AppServices, createApp, type ServiceRefusal, serve } from '../index.ts';
import { Client } from './client.ts';

/** The day every HTTP test lives on. */
export const TODAY = '2026-11-21';

/** What reached the services behind the routes, for tests that listen there. */
export interface Heard {
  imports: { files: readonly { fileName: string; bytes: number; path: string }[]; companyId: string | null }[];
  passes: { companyId: string; on: string; dryRun: boolean }[];
  mails: { companyId: string; to: string }[];
  kept: string[];
  errors: object[];
}

export interface TestApp {
  url: string;
  port: number;
  services: AppServices;
  heard: Heard;
  clock: { shiftMs: number };
  /** A browser that has never been here. */
  visitor(): Client;
}

/**
 * Serves the whole app on a free port for this test file, with the answers checked against their schemas. The
 * database is the real one of `testStore`; what lies behind the service border is small and writes down what it hears.
 */
export async function testApp(
  store: Store,
  home: string,
  changes: Partial<AppServices['config']> = {},
): Promise<TestApp> {
  const heard: Heard = { imports: [], passes: [], mails: [], kept: [], errors: [] };
  const clock = { shiftMs: 0 };
  const services = servicesOf(store, home, heard, clock, changes);
  const served = await serve(createApp(services), { port: 0 });
  afterAll(() => served.close());
  return { url: served.url, port: served.port, services, heard, clock, visitor: () => new Client(served.url) };
}

const pdf = (name: string) => ({ name, mediaType: 'application/pdf', content: Buffer.from('%PDF-1.7\n%%EOF\n') });

function servicesOf(
  store: Store,
  home: string,
  heard: Heard,
  shift: { shiftMs: number },
  changes: Partial<AppServices['config']>,
): AppServices {
  const fixed = systemClock(TODAY);
  const clock: Clock = { now: () => fixed.now() + shift.shiftMs, today: fixed.today };
  const gone: ServiceRefusal = {
    refusal: {
      code: 'MailRefused',
      message: 'Le serveur refuse : 535 authentication failed.',
      facts: { answer: '535' },
    },
  };
  return {
    store,
    clock,
    version: '0.0.0-test',
    log: { info: () => undefined, warn: () => undefined, error: (facts) => void heard.errors.push(facts) },
    config: {
      publicUrl: null,
      portalUrl: null,
      // Nobody listens there: a test that pays by card gives its own.
      stripe: { apiUrl: 'http://127.0.0.1:9', checkoutOrigin: 'http://127.0.0.1:9' },
      bodacc: { apiUrl: 'http://127.0.0.1:9' },
      proxyHops: 0,
      webRoot: join(home, 'web'),
      stagingFolder: join(home, 'uploads'),
      checkAnswers: true,
      ...changes,
    },
    async previewImport(_actor, files, options) {
      heard.imports.push({ files, companyId: options.companyId });
      return files.map((file) => ({
        uploadId: file.uploadId,
        fileName: file.fileName,
        format: 'unknown',
        status: 'ready' as const,
        proposedCompany: null,
        counts: noCounts(),
        lines: [],
        lineCount: 0,
        totalCents: 0,
        columns: null,
        doubts: [],
        refusal: null,
      }));
    },
    async applyImport(actor, file, options) {
      heard.imports.push({ files: [file], companyId: options.companyId });
      return {
        importId: randomUUID(),
        fileName: file.fileName,
        format: 'unknown',
        state: 'imported',
        progress: null,
        phase: null,
        sourceName: null,
        changes: noCounts(),
        doubts: [],
        refusals: [],
        importedAt: '2026-11-21T08:00:00Z',
        importedBy: actor.actor,
        undoneAt: null,
        canUndo: false,
        whyNotUndo: 'Cet import n’a rien changé : il n’y a rien à annuler.',
      };
    },
    undoImport,
    answerAbsence,
    checkSource: async () => 'done',
    trySource: async () => ({ ok: true, code: null, message: 'Le dossier est lisible.', files: 3, hostKey: null }),
    takePushed: async (_source, file) => {
      throw new Error(`Nobody takes ${file.fileName} here.`);
    },
    async runPass(_actor, order) {
      heard.passes.push(order);
      const counts = { casesExamined: 0, decisions: 0, messages: 0, tasks: 0, parked: 0, cpuSeconds: 0 };
      return {
        pass: { passId: randomUUID(), company: 'Essai', on: order.on, ...counts, finishedAt: null },
        decisions: [],
      };
    },
    async testMail(_actor, order) {
      heard.mails.push(order);
      return order.to.startsWith('refus') ? gone : { serverAnswer: '250 OK' };
    },
    composeMessage: async () => ({
      messageId: null,
      subject: 'Objet',
      text: 'Texte',
      html: '<p>Texte</p>',
      attachments: [{ name: 'releve.pdf', mediaType: 'application/pdf', bytes: 15 }],
    }),
    messageAttachment: async (_tx, _actionId, _channel, n) => (n === 0 ? pdf('relevé n° 1.pdf') : null),
    letterPdf: async () => pdf('lettre.pdf'),
    printQueue: async () => pdf('impression.pdf'),
    async keepPrintedLetters(_tx, actionIds) {
      heard.kept.push(...actionIds);
    },
    async resolveInDoubt(tx, order) {
      const { rowCount } = await tx.query(
        `update outbox set state = $4, settled_at = now(), settled_by = $5 where tenant_id = $1 and action_id = $2 and channel = $3 and state = 'in-doubt'`,
        [tx.tenantId, order.actionId, order.channel, order.answer === 'arrived' ? 'sent' : 'due', order.actor],
      );
      return rowCount === 1;
    },
    renderStatement: renderLetter,
    lawParameters: () => [
      {
        key: 'late-penalties',
        name: 'late-penalties',
        kind: 'value',
        unit: 'percent',
        knownUntil: null,
        expected: null,
        expectedOn: null,
        entries: [
          {
            from: '2026-07-01',
            until: null,
            value: '12.40',
            written: '12,40 %',
            reference: 'L441-10 II C. com.',
            confidence: 'A',
            verifiedOn: '2026-11-21',
          },
        ],
      },
    ],
    loadDemo: async () => ({ companyId: randomUUID() }),
  };
}
