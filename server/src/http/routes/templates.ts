import { z } from '@hono/zod-openapi';
import { checkText, listTexts, openText, previewText, saveText } from '../../jobs/index.ts';
import { appendJournal, findCollector, saveCollector } from '../../store/index.ts';
import { changing, reading } from '../pipeline/endpoint.ts';
import { passOn, refuse } from '../refusal.ts';
import {
  collectorChange,
  collectorView,
  findings,
  templateCheck,
  templateFilter,
  templateKey,
  templateLook,
  templatePreview,
  templateRow,
  templateSave,
  templateView,
} from '../schemas/templates.ts';
import { companyPath, nothing, requireDay } from './shared.ts';

const tag = 'Templates';
const path = '/api/companies/{companyId}/templates';

export const templateEndpoints = [
  reading({
    path,
    tag,
    title: 'List texts',
    description: 'Every text of one profile, language and channel, by kind and tone, and which are the company’s own.',
    params: companyPath,
    query: templateFilter,
    answer: z.array(templateRow),
    async handle({ tx, params, query }) {
      const rows = await listTexts(tx, params.companyId, query);
      if (rows === null) throw refuse('NotFound');
      return rows;
    },
  }),
  reading({
    path: `${path}/one`,
    tag,
    title: 'One text',
    description: 'With its variables, its history and what the checker says of it today.',
    params: companyPath,
    query: z.strictObject(templateKey),
    answer: templateView,
    async handle({ tx, params, query, today }) {
      const view = await openText(tx, params.companyId, query, requireDay(today));
      if (view === null) throw refuse('NotFound');
      return view;
    },
  }),
  changing('post', {
    path: `${path}/check`,
    tag,
    title: 'Check a text',
    description:
      'What may not be sent, each passage with its article and what to write instead. `refuse` may not be saved; `warn` is for the user to weigh. Nothing is kept.',
    params: companyPath,
    query: nothing,
    body: templateCheck,
    answer: findings,
    async handle({ tx, params, body, today }) {
      const { source, ...key } = body;
      const found = await checkText(tx, params.companyId, key, source, requireDay(today));
      if (found === null) throw refuse('NotFound');
      return found;
    },
  }),
  changing('post', {
    path: `${path}/preview`,
    tag,
    title: 'Preview a text',
    description:
      'The e-mail as it will arrive, the letter as a PDF, or the text message, for a case or for a made-up one. Nothing is kept or sent.',
    params: companyPath,
    query: nothing,
    body: templateLook,
    answer: templatePreview,
    refusals: ['TextRefused', 'NothingToPreview'],
    async handle({ tx, params, body, today }) {
      const { source, caseId, ...key } = body;
      const order = { companyId: params.companyId, key, source, caseId, on: requireDay(today) };
      const shown = await previewText(tx, order);
      if ('refusal' in shown) throw answerOf(shown.refusal);
      return shown;
    },
  }),
  changing('put', {
    path,
    tag,
    title: 'Save a text',
    description:
      'As the next version. Refused while the checker refuses anything; what it doubts is kept with the version. Null goes back to the text that comes with the software.',
    params: companyPath,
    query: nothing,
    body: templateSave,
    answer: templateView,
    refusals: ['TextRefused', 'TextChanged'],
    async handle({ tx, params, body, caller, today }) {
      const { source, after, ...key } = body;
      const on = requireDay(today);
      const saved = await saveText(tx, { companyId: params.companyId, key, source, after, actor: caller.actor, on });
      if ('refusal' in saved) throw answerOf(saved.refusal);
      return (await openText(tx, params.companyId, key, on))!;
    },
  }),
  reading({
    path: '/api/collector',
    tag,
    title: 'Who collects for others',
    description: 'Stated on every letter of a company under mandate (art. R124-4 CPCE). Null when nobody does.',
    params: nothing,
    query: nothing,
    answer: collectorView.nullable(),
    handle: ({ tx }) => findCollector(tx),
  }),
  changing('put', {
    path: '/api/collector',
    tag,
    title: 'Say who collects for others',
    description: 'Name, seat, insurance, declaration to the prosecutor and the account for creditors’ money alone.',
    params: nothing,
    query: nothing,
    body: collectorChange,
    answer: collectorView,
    async handle({ tx, body, caller }) {
      await saveCollector(tx, body);
      await appendJournal(tx, [
        {
          actor: caller.actor,
          action: 'collector.changed',
          objectKind: 'tenant',
          objectId: tx.tenantId,
          payload: body,
        },
      ]);
      return body;
    },
  }),
];

const STATUS = { NotFound: 404, TextRefused: 422, TextChanged: 409, NothingToPreview: 409 } as const;

function answerOf(refusal: { code: keyof typeof STATUS; message: string; facts: Record<string, unknown> }) {
  return passOn(STATUS[refusal.code], refusal);
}
