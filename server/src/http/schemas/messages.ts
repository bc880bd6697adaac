import { type MessageRow, type MessageState, type MessageView, WRITTEN_CHANNELS } from '@acquit/recovery';
import { z } from '@hono/zod-openapi';
import { cents, channel, emailAddress, instant, isoDay, messageFacts, reason, uuid, viewSchema } from './view.ts';
import { passView } from './work.ts';

const messageState = viewSchema<MessageState>()(
  'MessageState',
  z.enum([
    'waiting',
    'due',
    'reserved',
    'ending',
    'sent',
    'in-doubt',
    'refused',
    'captured',
    'to-print',
    'printed',
    'cancelled',
  ]),
);

const row = {
  actionId: uuid,
  caseId: uuid,
  debtorName: z.string(),
  channel: z.enum(WRITTEN_CHANNELS),
  state: messageState,
  stepName: z.string(),
  recipient: z.string().nullable(),
  decidedOn: isoDay,
  totalCents: cents,
  settledAt: instant.nullable(),
  serverAnswer: z.string().nullable(),
  attempts: z.int(),
};

export const messageRow = viewSchema<MessageRow>()('MessageRow', z.object(row));

export const messageView = viewSchema<MessageView>()(
  'Message',
  z.object({
    ...row,
    messageId: z.string().nullable(),
    subject: z.string(),
    text: z.string(),
    html: z.string().openapi({ description: 'Show it in a sandboxed frame only.' }),
    attachments: z.array(z.object({ name: z.string(), mediaType: z.string(), bytes: z.int(), href: z.string() })),
    reasons: z.array(reason),
    facts: messageFacts,
  }),
);

export const mailTest = z.strictObject({ to: emailAddress }).openapi('MailTest');
export const mailTestAnswer = z
  .object({ accepted: z.literal(true), serverAnswer: z.string() })
  .openapi('MailTestAnswer');

export const runOrder = z.strictObject({ on: isoDay.optional(), dryRun: z.boolean().optional() }).openapi('RunOrder');
export const runAnswer = z
  .object({
    pass: passView,
    decisions: z.array(
      z.object({ debtorName: z.string(), stepName: z.string(), channel, totalCents: cents, reasons: z.array(reason) }),
    ),
  })
  .openapi('RunAnswer');
export const printed = z.strictObject({ actionIds: z.array(uuid).min(1).max(10_000) }).openapi('Printed');
