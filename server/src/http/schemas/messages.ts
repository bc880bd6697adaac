import type { ImportPreview, ImportView, MessageRow, MessageState, MessageView } from '@acquit/recovery';
import { z } from '@hono/zod-openapi';
import {
  cents,
  channel,
  doubt,
  emailAddress,
  facts,
  instant,
  isoDay,
  messageFacts,
  reason,
  uuid,
  viewSchema,
} from './view.ts';
import { passView } from './work.ts';

const messageState = viewSchema<MessageState>()(
  'MessageState',
  z.enum(['due', 'reserved', 'ending', 'sent', 'in-doubt', 'refused', 'captured', 'to-print', 'printed', 'cancelled']),
);

const row = {
  actionId: uuid,
  caseId: uuid,
  debtorName: z.string(),
  channel: z.enum(['email', 'letter']),
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

const refusalWithFacts = z.object({ code: z.string(), message: z.string(), facts });

export const importView = viewSchema<ImportView>()(
  'Import',
  z.object({
    importId: uuid,
    fileName: z.string(),
    format: z.string(),
    status: z.enum(['imported', 'partly', 'duplicate', 'refused', 'set-aside']),
    created: z.record(z.string(), z.number()),
    doubts: z.array(doubt),
    refusals: z.array(refusalWithFacts),
    importedAt: instant,
    importedBy: z.string(),
  }),
);

export const importPreview = viewSchema<ImportPreview>()(
  'ImportPreview',
  z.object({
    uploadId: z.string(),
    fileName: z.string(),
    format: z.string(),
    status: z.enum(['ready', 'duplicate', 'refused', 'set-aside']),
    proposedCompany: z
      .object({ name: z.string(), legalId: z.string().nullable(), vat: z.string().nullable() })
      .nullable(),
    rows: z.array(
      z.object({
        number: z.string().nullable(),
        kind: z.string(),
        debtorName: z.string().nullable(),
        issuedOn: isoDay.nullable(),
        dueOn: isoDay.nullable(),
        totalCents: cents.nullable(),
        dueCents: cents.nullable(),
        currency: z.string().nullable(),
        doubts: z.array(doubt),
        known: z.boolean(),
      }),
    ),
    rowCount: z.int(),
    totalCents: cents,
    columns: z
      .array(z.object({ index: z.int(), header: z.string(), sample: z.string(), field: z.string().nullable() }))
      .nullable(),
    doubts: z.array(doubt),
    refusal: refusalWithFacts.nullable(),
  }),
);

/** Field of ours → index of the file's column. */
export const columnMapping = z
  .record(z.string().max(60), z.int().min(0).max(10_000))
  .openapi('ColumnMapping', { example: { number: 0, debtorName: 2, totalCents: 5 } });
export const importOrder = z
  .strictObject({ companyId: uuid.nullable().optional(), mapping: columnMapping.optional() })
  .openapi('ImportOrder');
export const previewOrder = z
  .strictObject({ companyId: uuid.nullable().optional(), mapping: columnMapping })
  .openapi('PreviewOrder');

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
