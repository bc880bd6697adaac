import type { ReplyView } from '@acquit/recovery';
import { z } from '@hono/zod-openapi';
import {
  acceptProposal,
  attachToCase,
  readMessage,
  readReply,
  refuseProposal,
  trustAddress,
} from '../../jobs/index.ts';
import { companyExists, keptReply, listReplies, replyView as loadReply, type Tx } from '../../store/index.ts';
import { changing, empty, giving, reading } from '../pipeline/endpoint.ts';
import { refuse } from '../refusal.ts';
import { replyAcceptance, replyAccepted, replyAttachment, replyRow, replyView } from '../schemas/replies.ts';
import { pageOf, uuid } from '../schemas/view.ts';
import { orRefuse } from './promises.ts';
import { companyPath, nothing, paged } from './shared.ts';

const tag = 'Replies';
const replyPath = z.strictObject({ replyId: uuid });
const place = z
  .string()
  .regex(/^\d{1,3}$/)
  .transform(Number)
  .openapi({ type: 'integer', example: 0 });
const proposalPath = z.strictObject({ replyId: uuid, n: place });

export const replyEndpoints = [
  reading({
    path: '/api/companies/{companyId}/replies',
    tag,
    title: 'List replies',
    description: 'Those that wait for somebody, oldest first; or all that came, latest first.',
    params: companyPath,
    query: paged.extend({ filter: z.enum(['waiting', 'all']).optional() }),
    answer: pageOf('Reply', replyRow),
    async handle({ tx, params, query: { filter = 'waiting', cursor } }) {
      if (!(await companyExists(tx, params.companyId))) throw refuse('NotFound');
      return listReplies(tx, params.companyId, filter, cursor);
    },
  }),
  reading({
    path: '/api/replies/{replyId}',
    tag,
    title: 'One reply',
    description: 'What its author wrote, as plain text, what it is and by which sign, and what it seems to say.',
    params: replyPath,
    query: nothing,
    answer: replyView,
    handle: ({ tx, params }) => requireReply(tx, params.replyId),
  }),
  giving({
    path: '/api/replies/{replyId}/message',
    tag,
    title: 'The message as it came',
    description: 'Byte for byte, to be opened in a mail program. Always saved, never shown in the page.',
    params: replyPath,
    query: nothing,
    async handle({ tx, params, services }) {
      const { sha256, on } = await requireKept(tx, params.replyId);
      const content = services.store.blobs.get(sha256);
      return { name: `reponse-${on}.eml`, mediaType: 'application/octet-stream', content, inline: false };
    },
  }),
  giving({
    path: '/api/replies/{replyId}/files/{n}',
    tag,
    title: 'A file that came with a reply',
    description: 'Always saved, never shown in the page: it was made by a stranger.',
    params: proposalPath,
    query: nothing,
    async handle({ tx, params, services }) {
      const { sha256 } = await requireKept(tx, params.replyId);
      const read = await readMessage(services.store.blobs.get(sha256));
      const file = 'fault' in read ? undefined : read.files[params.n];
      if (file === undefined) throw refuse('NotFound');
      return { name: file.name, mediaType: 'application/octet-stream', content: file.bytes, inline: false };
    },
  }),
  changing('post', {
    path: '/api/replies/{replyId}/read',
    tag,
    title: 'Mark a reply as read',
    description: 'Automatic messages of its case may go out again. What it proposes and nobody decided is left aside.',
    params: replyPath,
    query: nothing,
    body: empty,
    answer: replyView,
    async handle({ tx, params, caller, today }) {
      orRefuse(await readReply(tx, params.replyId, { actor: caller.actor, today }));
      return requireReply(tx, params.replyId);
    },
  }),
  changing('post', {
    path: '/api/replies/{replyId}/attach',
    tag,
    title: 'Put a reply into a case',
    description: 'Of the same company. It leaves the case it was in.',
    params: replyPath,
    query: nothing,
    body: replyAttachment,
    answer: replyView,
    async handle({ tx, params, body, caller, today }) {
      orRefuse(await attachToCase(tx, params.replyId, body.caseId, { actor: caller.actor, today }));
      return requireReply(tx, params.replyId);
    },
  }),
  changing('post', {
    path: '/api/replies/{replyId}/proposals/{n}/accept',
    tag,
    title: 'Accept what a reply seems to say',
    description:
      'As it was read, or amended. A promise, a dispute, an announced payment or a contact is recorded as if it were entered by hand.',
    params: proposalPath,
    query: nothing,
    body: replyAcceptance,
    answer: replyAccepted,
    async handle({ tx, params: { replyId, n }, body, caller, today }) {
      const by = { actor: caller.actor, name: caller.name, today };
      const { message } = orRefuse(await acceptProposal(tx, { replyId, n, amended: body }, by));
      return { message, reply: await requireReply(tx, replyId) };
    },
  }),
  changing('post', {
    path: '/api/replies/{replyId}/proposals/{n}/refuse',
    tag,
    title: 'Refuse what was read in a reply',
    description: 'Nothing is recorded; the reply still waits to be read.',
    params: proposalPath,
    query: nothing,
    body: empty,
    answer: replyView,
    async handle({ tx, params, caller, today }) {
      orRefuse(await refuseProposal(tx, params.replyId, params.n, { actor: caller.actor, today }));
      return requireReply(tx, params.replyId);
    },
  }),
  changing('post', {
    path: '/api/replies/{replyId}/trust',
    tag,
    title: 'Say that a bounced address is good',
    description: 'The addresses this bounce put out of use are written to again.',
    params: replyPath,
    query: nothing,
    body: empty,
    answer: replyView,
    async handle({ tx, params, caller, today }) {
      orRefuse(await trustAddress(tx, params.replyId, { actor: caller.actor, today }));
      return requireReply(tx, params.replyId);
    },
  }),
];

async function requireReply(tx: Tx, replyId: string): Promise<ReplyView> {
  const view = await loadReply(tx, replyId);
  if (view === null) throw refuse('NotFound');
  return view;
}

async function requireKept(tx: Tx, replyId: string) {
  const kept = await keptReply(tx, replyId);
  if (kept === null) throw refuse('NotFound');
  return kept;
}
