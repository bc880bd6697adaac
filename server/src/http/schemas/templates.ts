import {
  type CollectorView,
  type Finding,
  LANGUAGES,
  TEXT_CHANNELS,
  TEXT_KINDS,
  type TemplatePreview,
  type TemplateRow,
  type TemplateView,
  TONES,
} from '@acquit/recovery';
import { z } from '@hono/zod-openapi';
import { emailAddress, instant, isoDay, line, uuid, viewSchema } from './view.ts';

const PROFILES = ['business', 'consumer', 'public'] as const;

export const templateKey = {
  kind: z.enum(TEXT_KINDS),
  tone: z.enum(TONES),
  profile: z.enum(PROFILES),
  language: z.enum(LANGUAGES),
  channel: z.enum(TEXT_CHANNELS),
};
export const templateFilter = z.strictObject({
  profile: templateKey.profile,
  language: templateKey.language,
  channel: templateKey.channel,
});

/** What a user writes. Line ends are his paragraphs; the checker says what else may not stand in it. */
const written = (longest: number) =>
  z
    .string()
    .max(longest)
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/u, 'control characters');
export const templateSource = z.strictObject({ subject: line(400), body: written(20_000) }).openapi('TemplateSource');
const storedSource = z.object({ subject: z.string(), body: z.string() });

export const finding = viewSchema<Finding>()(
  'Finding',
  z.object({
    rule: z.string().openapi({ example: 'recovery-fees' }),
    severity: z.enum(['refuse', 'warn']),
    place: z.enum(['subject', 'body', 'text']),
    passage: z.string(),
    article: z.string().nullable(),
    message: z.string(),
    instead: z.string(),
  }),
);
export const findings = z.array(finding);

export const templateRow = viewSchema<TemplateRow>()(
  'TemplateRow',
  z.object({ ...templateKey, subject: z.string(), version: z.int().nullable() }),
);

export const templateView = viewSchema<TemplateView>()(
  'Template',
  z.object({
    ...templateKey,
    source: storedSource,
    version: z.int(),
    isOwn: z.boolean(),
    defaultSource: storedSource,
    variables: z.array(z.object({ name: z.string(), meaning: z.string(), example: z.string() })),
    history: z.array(
      z.object({
        version: z.int(),
        source: storedSource.nullable(),
        keptDoubts: z.array(z.string()),
        savedBy: z.string(),
        savedAt: instant,
      }),
    ),
    findings,
  }),
);

export const templatePreview = viewSchema<TemplatePreview>()(
  'TemplatePreview',
  z.object({
    subject: z.string(),
    text: z.string(),
    html: z.string(),
    pdf: z.string().nullable().openapi({ description: 'The letter, a specimen, as a PDF in base64.' }),
    parts: z.int().nullable(),
    debtorName: z.string(),
    readerLanguage: z.enum(LANGUAGES).nullable(),
    findings,
  }),
);

export const templateCheck = z.strictObject({ ...templateKey, source: templateSource }).openapi('TemplateCheck');
export const templateSave = z
  .strictObject({
    ...templateKey,
    source: templateSource.nullable().openapi({ description: 'Null: back to the text that comes with the software.' }),
    after: z.int().min(0).openapi({ description: 'The version that was open; 0 when there was none.' }),
  })
  .openapi('TemplateSave');
export const templateLook = z
  .strictObject({ ...templateKey, source: templateSource, caseId: uuid.nullable() })
  .openapi('TemplateLook');

const collectorShape = {
  name: line(200).pipe(z.string().min(1)),
  addressLines: z.array(line(100)).max(5),
  postcode: line(12).nullable(),
  city: line(100).nullable(),
  email: emailAddress.nullable(),
  phone: line(40).nullable(),
  legalId: line(20).nullable(),
  iban: line(42).nullable(),
  bic: line(14).nullable(),
  insurance: line(200).nullable(),
  declaredOn: isoDay.nullable(),
};
export const collectorView = viewSchema<CollectorView>()('Collector', z.object(collectorShape));
export const collectorChange = z.strictObject(collectorShape).openapi('CollectorChange');
