import { COURT_DOCUMENTS, type CourtBundleView, EXHIBIT_KINDS } from '@acquit/recovery';
import { z } from '@hono/zod-openapi';
import { cents, instant, isoDay, line, uuid, viewSchema } from './view.ts';

const kind = z.enum(EXHIBIT_KINDS);
const key = z.string().min(1).max(200);

/** A key that is a name of ours, never a path nor a word of a database. */
export const procedureName = z
  .string()
  .regex(/^[a-z]+(-[a-z]+)*$/)
  .max(60);
export const documentName = z.enum(COURT_DOCUMENTS);
export const exhibitKind = kind;

const questionSchema = z.object({
  key: z.string(),
  label: z.string(),
  help: z.string().nullable(),
  type: z.enum(['line', 'text', 'day', 'cents', 'choice', 'flag']),
  choices: z.array(z.object({ value: z.string(), label: z.string() })),
  of: z.enum(['company', 'case']),
  article: z.string().nullable(),
  group: z.enum(['creditor', 'debtor', 'court', 'claim', 'amicable', 'act']),
  value: z.string().nullable(),
  from: z.string().nullable(),
  when: z.enum(['now', 'later']),
});

const completeness = z.object({
  ready: z.boolean(),
  lines: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      state: z.enum(['met', 'missing', 'doubtful']),
      mandatory: z.boolean(),
      article: z.string().nullable(),
      todo: z.string().nullable(),
    }),
  ),
});

const version = z.object({
  bundleId: uuid,
  version: z.int(),
  on: isoDay,
  totalCents: cents,
  ready: z.boolean(),
  missing: z.int(),
  builtAt: instant,
  builtBy: z.string(),
  files: z.array(
    z.object({
      n: z.int(),
      role: z.enum(['merged', 'archive', 'document', 'later', 'exhibit', 'original']),
      title: z.string(),
      fileName: z.string(),
      bytes: z.int(),
      pages: z.int().nullable(),
      sha256: z.string(),
    }),
  ),
});

export const courtBundleView = viewSchema<CourtBundleView>()(
  'CourtBundle',
  z.object({
    caseId: uuid,
    companyId: uuid,
    debtorName: z.string(),
    reference: z.string(),
    procedure: z.string(),
    procedureName: z.string(),
    procedureId: uuid.nullable(),
    on: isoDay,
    account: z.object({
      principalCents: cents,
      interestName: z.string(),
      penaltyCents: cents,
      indemnityCents: cents,
      penaltyClauseCents: cents,
      creditCents: cents,
      costsCents: cents,
      toFallDueCents: cents,
      totalCents: cents,
    }),
    questions: z.array(questionSchema),
    documents: z.array(z.object({ key: documentName, name: z.string(), when: z.enum(['now', 'later']) })),
    exhibits: z.array(
      z.object({
        key: z.string(),
        kind,
        kindName: z.string(),
        title: z.string(),
        on: isoDay.nullable(),
        included: z.boolean(),
        number: z.int().nullable(),
        fileId: uuid.nullable(),
      }),
    ),
    completeness,
    route: z
      .object({
        open: z.boolean(),
        why: z.string(),
        court: z.string().nullable(),
        form: z.string().nullable(),
        lawyer: z.boolean(),
      })
      .nullable(),
    versions: z.array(version),
  }),
);

export const answersOrder = z
  .strictObject({
    answers: z.record(z.string().max(60), z.string().max(4_000)).openapi({
      description: 'By the key of the question; an empty text takes the answer back.',
    }),
  })
  .openapi('CourtFileAnswers');

export const exhibitsOrder = z
  .strictObject({
    exhibits: z
      .array(z.strictObject({ key, title: line(200).nullable(), included: z.boolean() }))
      .max(500)
      .openapi({ description: 'All of them, in the order in which they are numbered.' }),
  })
  .openapi('CourtFileExhibits');
