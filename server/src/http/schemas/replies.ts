import { DISPUTE_REASONS, type ReplyProposal, type ReplyRow, type ReplyView } from '@acquit/recovery';
import { z } from '@hono/zod-openapi';
import { cents, emailAddress, instant, isoDay, line, reason, uuid, viewSchema } from './view.ts';

const kind = z.enum(['human', 'bounce', 'absence', 'acknowledgement', 'challenge', 'receipt', 'unreadable']);
const rowShape = {
  replyId: uuid,
  kind,
  kindName: z.string(),
  state: z
    .enum(['to-sort', 'to-read', 'filed', 'read'])
    .openapi({ description: '`to-sort`: it belongs to no case yet. `filed`: nobody has anything to do.' }),
  caseId: uuid.nullable(),
  debtorName: z.string().nullable(),
  fromName: z.string(),
  fromAddress: z.string(),
  subject: z.string(),
  excerpt: z.string(),
  receivedAt: instant,
  on: isoDay,
  proposed: z.array(z.string()),
};
export const replyRow = viewSchema<ReplyRow>()('ReplyRow', z.object(rowShape));

const proposal = viewSchema<ReplyProposal>()(
  'ReplyProposal',
  z.object({
    n: z.int(),
    kind: z.enum(['promise', 'dispute', 'paid', 'instalments', 'wrong-contact', 'copy-asked']),
    kindName: z.string(),
    why: z.string(),
    start: z.int(),
    end: z.int(),
    quote: z.string(),
    numbers: z.array(z.string()),
    amountCents: cents.nullable(),
    on: isoDay.nullable(),
    reason: z.enum(DISPUTE_REASONS).nullable(),
    means: z.enum(['transfer', 'cheque', 'card', 'direct-debit', 'cash']).nullable(),
    count: z.int().nullable(),
    emails: z.array(z.string()),
    state: z.enum(['open', 'accepted', 'refused']),
  }),
);

export const replyView = viewSchema<ReplyView>()(
  'Reply',
  z.object({
    ...rowShape,
    why: reason,
    joined: z
      .object({
        code: z.string(),
        message: z.string(),
        by: z.enum(['thread', 'reference', 'sender', 'number', 'person']),
      })
      .nullable(),
    candidates: z.array(z.object({ caseId: uuid, debtorName: z.string() })),
    text: z.string().openapi({ description: 'Plain text, of the author alone: never HTML.' }),
    bounce: z
      .object({
        severity: z.enum(['hard', 'soft', 'blocked', 'delayed']),
        status: z.string().nullable(),
        recipients: z.array(z.string()),
        diagnostic: z.string().nullable(),
      })
      .nullable(),
    absence: z.object({ returnOn: isoDay.nullable(), gone: z.boolean(), insteadOf: z.array(z.string()) }).nullable(),
    ticket: z.string().nullable(),
    refusedAddresses: z.array(z.string()),
    files: z.array(z.object({ n: z.int(), name: z.string(), mediaType: z.string(), bytes: z.int() })),
    proposals: z.array(proposal),
    claims: z.array(z.object({ claimId: uuid, number: z.string(), dueOn: isoDay.nullable(), openCents: cents })),
    isKept: z.boolean(),
    bytes: z.int(),
    readAt: instant.nullable(),
    readBy: z.string().nullable(),
  }),
);

export const replyAttachment = z.strictObject({ caseId: uuid }).openapi('ReplyAttachment');

/** What is left out is as the reader read it. */
export const replyAcceptance = z
  .strictObject({
    claimIds: z.array(uuid).max(1_000).optional(),
    amountCents: z.int().positive().max(Number.MAX_SAFE_INTEGER).nullable().optional(),
    on: isoDay.optional(),
    reason: z.enum(DISPUTE_REASONS).optional(),
    owner: line(120).optional(),
    deadlineOn: isoDay.optional(),
    email: emailAddress.optional(),
    name: line(120).optional(),
  })
  .openapi('ReplyAcceptance');

export const replyAccepted = z
  .object({ message: z.string().openapi({ description: 'What was recorded, in French.' }), reply: replyView })
  .openapi('ReplyAccepted');
