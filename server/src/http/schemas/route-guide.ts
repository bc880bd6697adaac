import { CONTESTS, COURTS, MISSING, PROCEDURES } from '@acquit/law';
import { EXITS, PROCEDURE_KINDS, type RouteGuideView } from '@acquit/recovery';
import { z } from '@hono/zod-openapi';
import { cents, explanation, isoDay, reason, reference, text, viewSchema } from './view.ts';

const LONGEST_JSON = 8_000;
const MOST_ANSWERS = 80;

const answerValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);
const answers = z.record(z.string(), answerValue);
const confidence = z.enum(['A', 'B', 'C']);
const percent = z.string().openapi({ description: 'One decimal: `8.5`.' });

/** Answers as they are sent: by question, checked against the questions of the case by the core. */
const givenAnswers = z
  .record(
    z.string().max(80),
    z.union([z.string().max(600), z.number(), z.boolean(), z.array(z.string().max(60)).max(40), z.null()]),
  )
  .refine((given) => Object.keys(given).length <= MOST_ANSWERS, 'too many answers');

/** A JSON object in the address: a guide is read, not changed, while the answers are being tried. */
const answersInAddress = z
  .string()
  .max(LONGEST_JSON)
  .transform((raw, context) => {
    try {
      return JSON.parse(raw) as unknown;
    } catch {
      context.addIssue({ code: 'custom', message: 'not JSON' });
      return z.NEVER;
    }
  })
  .pipe(givenAnswers);

export const guideQuery = z.strictObject({
  on: isoDay.optional(),
  answers: answersInAddress.optional().openapi({
    type: 'string',
    description: 'Answers to try, as JSON by question; absent: those kept last. Nothing is kept.',
    example: `{"contested":"${CONTESTS[2]}"}`,
  }),
  explain: z.enum(PROCEDURES).optional().openapi({ description: 'The route whose tree is wanted.' }),
});

export const answersOrder = z.strictObject({ answers: givenAnswers }).openapi('RouteAnswersOrder', {
  example: { answers: { evidence: ['order', 'invoice'], successPercent: 60 } },
});

export const way = z.enum([...PROCEDURES, ...EXITS]).openapi('RecoveryWay');

export const choiceOrder = z
  .strictObject({
    way,
    note: text(1_000).nullable().default(null),
    answers: givenAnswers.nullable().default(null).openapi({ description: 'Kept first, when given.' }),
  })
  .openapi('RouteChoiceOrder', { example: { way: 'injonction-de-payer', note: null } });

const question = z.object({
  key: z.string(),
  group: z.enum(['parties', 'claim', 'debtor', 'estimate', 'exits']),
  kind: z.enum(['choice', 'choices', 'cents', 'percent', 'count', 'flag', 'day', 'text']),
  label: z.string(),
  hint: z.string(),
  rule: z.object({ text: z.string(), article: z.string().nullable(), confidence }),
  choices: z.array(z.object({ value: z.string(), label: z.string() })),
  known: answerValue.openapi({ description: 'What the case says; null: nothing.' }),
  from: z.string().nullable(),
  status: z.enum(['known', 'doubtful', 'unknown', 'assumed', 'optional']),
  answered: z.boolean(),
  value: answerValue,
  waits: z.boolean(),
});

const chance = z
  .object({
    recoverableCents: cents,
    costCents: cents,
    isCostPartial: z.boolean().openapi({ description: 'A cost without a price is missing from the sum.' }),
    breakEvenPercent: percent.nullable(),
    expectedCents: cents.nullable().openapi({
      description: 'p × recoverable − cost, p being the user’s own estimate; null until he gives it.',
    }),
    verdict: z.enum(['to-estimate', 'worth', 'not-worth', 'never-worth']),
    sentence: z.string(),
    explanation,
  })
  .openapi('RouteChance');

const costLine = z.object({
  what: z.string(),
  label: z.string(),
  cents,
  article: z.string(),
  confidence,
  recoverable: z.boolean(),
});
const unknownCost = z.object({
  what: z.string(),
  label: z.string(),
  why: z.string(),
  estimateCents: z.exactOptional(z.object({ low: cents, high: cents })),
});
const courtKind = z.enum(COURTS);

const guideRoute = z.object({
  procedure: z.enum(PROCEDURES),
  name: z.string(),
  open: z.boolean(),
  why: z.string(),
  court: z.string().nullable(),
  courtKind: courtKind.nullable(),
  form: z.string().nullable(),
  lawyer: z.boolean(),
  costCents: cents,
  costLines: z.array(costLine),
  unknownCosts: z.array(unknownCost.extend({ quoteKey: z.string(), quoteCents: cents.nullable() })),
  followUps: z.array(
    z.object({ label: z.string(), costCents: cents, costLines: z.array(costLine), unknownCosts: z.array(unknownCost) }),
  ),
  usualDuration: z
    .object({
      low: z.int(),
      high: z.int(),
      unit: z.enum(['days', 'months']),
      label: z.string(),
      reference,
      text: z.string(),
    })
    .nullable(),
  figures: z.array(
    z.object({
      label: z.string(),
      value: z.number(),
      unit: z.enum(['count', 'cents']),
      reference,
      text: z.string(),
    }),
  ),
  missing: z.array(z.object({ what: z.enum(MISSING), label: z.string() })),
  deadline: isoDay.nullable(),
  chance: chance.nullable(),
});

const changedFact = z.object({ key: z.string(), label: z.string(), was: z.string(), now: z.string() });

const choiceView = z.object({
  choiceId: z.string(),
  way,
  isProcedure: z.boolean(),
  on: isoDay,
  by: z.string(),
  note: z.string().nullable(),
  shown: z.object({
    name: z.string(),
    court: z.string().nullable(),
    courtKind: courtKind.nullable(),
    why: z.string(),
    costCents: cents,
    isCostPartial: z.boolean(),
    expectedCents: cents.nullable(),
    breakEvenPercent: percent.nullable(),
    recoverableCents: cents,
    successPercent: z.int().nullable(),
  }),
  changes: z.array(changedFact),
  opens: z.enum(PROCEDURE_KINDS).nullable(),
  isOpen: z.boolean().nullable(),
});

export const routeGuideView = viewSchema<RouteGuideView>()(
  'RouteGuide',
  z.object({
    caseId: z.string(),
    companyId: z.string(),
    debtorName: z.string(),
    on: isoDay,
    questions: z.array(question),
    waiting: z.int(),
    lateClaimIds: z.array(z.string()),
    answers,
    saved: z.object({ version: z.int(), on: isoDay, by: z.string(), changes: z.array(changedFact) }).nullable(),
    guide: z
      .object({
        on: isoDay,
        routes: z.array(guideRoute).openapi({ description: 'Open ones in their order, then closed ones.' }),
        exits: z.array(
          z.object({
            exit: z.enum(EXITS),
            name: z.string(),
            open: z.boolean(),
            why: z.string(),
            article: z.string().nullable(),
            confidence,
            leadsTo: z.array(z.string()),
            missing: z.array(z.string()),
            chance: chance.nullable(),
          }),
        ),
        recoverableCents: cents,
        successPercent: z.int().nullable(),
        notWorth: z.string().nullable(),
        warnings: z.array(z.string()),
      })
      .nullable(),
    blocked: reason.nullable(),
    explained: z.object({ procedure: z.enum(PROCEDURES), trees: z.array(explanation) }).nullable(),
    choice: choiceView.nullable(),
  }),
);
