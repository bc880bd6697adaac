import type { SourceFileView, SourceSettings, SourceView } from '@acquit/recovery';
import { z } from '@hono/zod-openapi';
import { instant, line, uuid, viewSchema } from './view.ts';

const port = z.int().min(1).max(65_535);
const hostName = line(253).pipe(z.string().regex(/^[A-Za-z0-9._:-]+$/u, 'host name'));
const path = line(4000).pipe(z.string().min(1));

const sourceSettings = viewSchema<SourceSettings>()(
  'SourceSettings',
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('folder'),
      path,
      subfolders: z.boolean(),
      pattern: line(500).nullable().openapi({ example: '*.pdf;*.xml' }),
    }),
    z.strictObject({
      kind: z.literal('imap'),
      host: hostName,
      port,
      security: z
        .enum(['tls', 'starttls', 'none'])
        .openapi({ description: '`none` says the password in clear: only for a server on the same machine.' }),
      username: line(254).pipe(z.string().min(1)),
      mailbox: line(500).pipe(z.string().min(1)),
      senders: z
        .array(line(254).pipe(z.string().min(1)))
        .max(200)
        .openapi({ description: 'Addresses or domains; empty: anybody.' }),
    }),
    z.strictObject({
      kind: z.literal('sftp'),
      host: hostName,
      port,
      username: line(254).pipe(z.string().min(1)),
      path,
      hostKey: z
        .string()
        .regex(/^SHA256:[A-Za-z0-9+/]{43}$/)
        .nullable()
        .openapi({ description: 'The key a person accepted; null: none yet, and the source says which one it met.' }),
    }),
    z.strictObject({ kind: z.literal('push') }),
    z.strictObject({
      kind: z.literal('replies'),
      host: hostName,
      port,
      security: z.enum(['tls', 'starttls', 'none']),
      username: line(254).pipe(z.string().min(1)),
      mailbox: line(500).pipe(z.string().min(1)),
      dedicated: z.boolean().openapi({
        description: 'Only replies come there: what belongs to no case is kept to be sorted. Else it is left alone.',
      }),
      marksRead: z.boolean().openapi({ description: 'Marks what was taken as read in the mailbox.' }),
    }),
  ]),
);

export const sourceView = viewSchema<SourceView>()(
  'Source',
  z.object({
    sourceId: uuid,
    kind: z.enum(['folder', 'imap', 'sftp', 'push', 'replies']),
    name: z.string(),
    active: z.boolean(),
    settings: sourceSettings,
    hasSecret: z.boolean(),
    everyMinutes: z.int(),
    checkedAt: instant.nullable(),
    okAt: instant.nullable(),
    lastFileAt: instant.nullable(),
    trouble: z.object({ code: z.string(), message: z.string() }).nullable(),
    state: z.enum(['never-checked', 'well', 'late', 'failing', 'paused']),
    recent: z.object({ imported: z.int(), duplicate: z.int(), refused: z.int(), setAside: z.int() }),
    beforeSending: z.boolean(),
  }),
);

export const sourceFile = viewSchema<SourceFileView>()(
  'SourceFile',
  z.object({
    key: z.string(),
    fileName: z.string(),
    seenAt: instant,
    outcome: z.enum(['imported', 'partly', 'duplicate', 'refused', 'set-aside', 'ignored']),
    importId: uuid.nullable(),
    message: z.string().nullable(),
  }),
);

const name = line(120).pipe(z.string().min(1));
const everyMinutes = z.int().min(1).max(10_080);
const secret = z.string().max(20_000).nullable().openapi({ description: 'Password, or private key for SFTP.' });

export const newSource = z
  .strictObject({
    name,
    settings: sourceSettings,
    secret: secret.optional(),
    everyMinutes: everyMinutes.optional(),
    beforeSending: z.boolean().optional(),
    active: z.boolean().optional(),
  })
  .openapi('NewSource');
export const sourceChange = z
  .strictObject({
    name: name.optional(),
    active: z.boolean().optional(),
    settings: sourceSettings.optional(),
    secret: secret.optional(),
    everyMinutes: everyMinutes.optional(),
    beforeSending: z.boolean().optional(),
  })
  .openapi('SourceChange');
export const sourceTrial = z
  .strictObject({ settings: sourceSettings, secret: secret.optional(), sourceId: uuid.optional() })
  .openapi('SourceTrial');
export const sourceTrialOutcome = z
  .object({
    ok: z.boolean(),
    code: z.string().nullable(),
    message: z.string(),
    files: z.int().nullable(),
    hostKey: z.string().nullable().openapi({ description: 'The key an SFTP server shows, for a person to accept.' }),
  })
  .openapi('SourceTrialOutcome');
export const sourceWithToken = z
  .object({
    source: sourceView,
    token: z.string().nullable().openapi({ description: 'Of a pushing source, shown this once.' }),
  })
  .openapi('SourceWithToken');
