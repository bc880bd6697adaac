import type { WrittenChannel } from '@acquit/recovery';
import { z } from '@hono/zod-openapi';
import {
  appendJournal,
  bankFreshness,
  companyExists,
  findMessage,
  lettersToPrint,
  listMessages,
  markPrinted,
  type StoredMessage,
  type Tx,
} from '../../store/index.ts';
import { changing, empty, giving, reading } from '../pipeline/endpoint.ts';
import { refuse } from '../refusal.ts';
import { messageRow, messageView, printed } from '../schemas/messages.ts';
import { pageOf } from '../schemas/view.ts';
import { actionPath, companyPath, messagePath, nothing, requireDay } from './shared.ts';

const tag = 'Messages';

const listQuery = z.strictObject({
  state: z.enum(['captured', 'in-doubt', 'sent', 'refused', 'to-print', 'printed', 'queued']),
  cursor: z.string().max(500).optional(),
});
const attachmentPath = messagePath.extend({
  n: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number),
});

/** The two answers a person can give about a message whose fate is unknown. */
const verdict = (answer: 'arrived' | 'send-again', title: string, description: string) =>
  changing('post', {
    path: `/api/messages/{actionId}/{channel}/${answer}`,
    tag,
    title,
    description,
    params: messagePath,
    query: nothing,
    body: empty,
    answer: messageRow,
    refusals: ['MessageNotInDoubt'],
    async handle({ tx, params, services, caller }) {
      await requireMessage(tx, params.actionId, params.channel);
      const settled = await services.resolveInDoubt(tx, { ...params, answer, actor: caller.actor });
      if (!settled) throw refuse('MessageNotInDoubt');
      return (await requireMessage(tx, params.actionId, params.channel)).row;
    },
  });

export const messageEndpoints = [
  reading({
    path: '/api/companies/{companyId}/messages',
    tag,
    title: 'List messages',
    description: 'Those in one state, latest first. `queued` gathers all that is on its way.',
    params: companyPath,
    query: listQuery,
    answer: pageOf('MessageRow', messageRow),
    async handle({ tx, params, query }) {
      if (!(await companyExists(tx, params.companyId))) throw refuse('NotFound');
      return listMessages(tx, params.companyId, query.state, query.cursor);
    },
  }),
  // Named before the channel's own path, which would read « letter.pdf » as a channel.
  giving({
    path: '/api/messages/{actionId}/letter.pdf',
    tag,
    title: 'The letter',
    description: 'As a tagged PDF; a specimen in test mode.',
    params: actionPath,
    query: nothing,
    async handle({ tx, params, services }) {
      const registered = await findMessage(tx, params.actionId, 'registered');
      if (registered === null) await requireMessage(tx, params.actionId, 'letter');
      return { ...(await services.letterPdf(tx, params.actionId)), inline: true };
    },
  }),
  reading({
    path: '/api/messages/{actionId}/{channel}',
    tag,
    title: 'One message',
    description: 'Exactly what left or would leave, with its attachments and the reasons it was decided for.',
    params: messagePath,
    query: nothing,
    answer: messageView,
    async handle({ tx, params, services }) {
      const message = await requireMessage(tx, params.actionId, params.channel);
      const { attachments, messageId, ...composed } = await services.composeMessage(
        tx,
        params.actionId,
        params.channel,
      );
      const href = (n: number) => `/api/messages/${params.actionId}/${params.channel}/attachments/${n}`;
      return {
        ...message.row,
        ...composed,
        messageId: message.messageId ?? messageId,
        attachments: attachments.map((one, n) => ({ ...one, href: href(n) })),
        reasons: message.reasons,
        facts: message.facts,
      };
    },
  }),
  giving({
    path: '/api/messages/{actionId}/{channel}/attachments/{n}',
    tag,
    title: 'One attachment',
    description: 'The n-th of the message, from 0.',
    params: attachmentPath,
    query: nothing,
    async handle({ tx, params, services }) {
      await requireMessage(tx, params.actionId, params.channel);
      const file = await services.messageAttachment(tx, params.actionId, params.channel, params.n);
      if (file === null) throw refuse('NotFound');
      return { ...file, inline: file.mediaType === 'application/pdf' };
    },
  }),
  verdict(
    'arrived',
    'The doubtful message arrived',
    'The user knows that it reached the debtor: it is counted as sent.',
  ),
  verdict(
    'send-again',
    'Send the message again',
    'The user accepts that the debtor may receive it twice; also after a refusal, once the address is corrected.',
  ),
  giving({
    path: '/api/companies/{companyId}/print-queue.pdf',
    tag,
    title: 'The print queue',
    description: 'All letters that wait, in one PDF behind a cover list.',
    params: companyPath,
    query: nothing,
    async handle({ tx, params, services, today }) {
      if (!(await companyExists(tx, params.companyId))) throw refuse('NotFound');
      // A letter that is printed leaves: the same guard as for e-mails.
      const { held, message } = await bankFreshness(tx, params.companyId, requireDay(today));
      if (held) throw refuse('BankStale', {}, message ?? undefined);
      const file = await services.printQueue(tx, params.companyId);
      if (file === null) throw refuse('NotFound', {}, 'Aucune lettre n’attend d’être imprimée.');
      return { ...file, inline: true };
    },
  }),
  changing('post', {
    path: '/api/companies/{companyId}/print-queue/printed',
    tag,
    title: 'Letters are printed',
    description: 'Takes them out of the queue; those already out, or taken back meanwhile, are left as they are.',
    params: companyPath,
    query: nothing,
    body: printed,
    answer: z.object({ printed: z.int() }).openapi('PrintedAnswer'),
    async handle({ tx, params, body, caller, services }) {
      if (!(await companyExists(tx, params.companyId))) throw refuse('NotFound');
      const waiting = await lettersToPrint(tx, params.companyId, body.actionIds);
      // From here on the printed file is the proof, so it is kept before anything says that it left.
      await services.keepPrintedLetters(tx, waiting);
      const letters = await markPrinted(tx, params.companyId, waiting, caller.actor);
      await appendJournal(
        tx,
        letters.map(({ actionId, caseId }) => ({
          actor: caller.actor,
          action: 'letter.printed',
          objectKind: 'action',
          objectId: actionId,
          payload: { caseId },
        })),
      );
      return { printed: letters.length };
    },
  }),
];

async function requireMessage(tx: Tx, actionId: string, channel: WrittenChannel): Promise<StoredMessage> {
  const message = await findMessage(tx, actionId, channel);
  if (message === null) throw refuse('NotFound');
  return message;
}
