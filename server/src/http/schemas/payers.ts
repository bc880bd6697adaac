import type { AuditView, ExposureView, LateCostView, PayerRow, PayerView, ScoreReason } from '@acquit/recovery';
import { PAYER_CLASSES } from '@acquit/recovery';
import { z } from '@hono/zod-openapi';
import { cents, explanation, isoDay, uuid, viewSchema } from './view.ts';

export const payerClass = z.enum(PAYER_CLASSES).openapi('PayerClass');

const scoreReason = viewSchema<ScoreReason>()(
  'ScoreReason',
  z.object({
    code: z.string(),
    message: z.string(),
    weight: z.string().openapi({ description: 'How much it weighs, as it is shown.', example: '82 %' }),
  }),
);

const exposure = viewSchema<ExposureView>()(
  'Exposure',
  z.object({
    limitCents: cents.nullable(),
    exposureCents: cents,
    overCents: cents,
    alert: z.string().nullable(),
  }),
);

export const payerView = viewSchema<PayerView>()(
  'Payer',
  z.object({
    debtorId: uuid,
    payerClass,
    payerClassName: z.string(),
    byHand: z.boolean(),
    computedClassName: z.string(),
    reasons: z.array(scoreReason),
    source: z.string(),
    predictions: z.array(
      z.object({
        claimId: uuid,
        number: z.string(),
        dueOn: isoDay,
        openCents: cents,
        lateProbability: z.number().min(0).max(1).nullable(),
        predictedOn: isoDay.nullable(),
        earliestOn: isoDay.nullable(),
        latestOn: isoDay.nullable(),
        basis: z.enum(['own', 'mixed', 'peers', 'none']),
        reasons: z.array(scoreReason),
      }),
    ),
    exposure,
  }),
);

/** Nobody lends a customer more than this: a bigger number is a slip of the keyboard. */
const MOST_LIMIT_CENTS = 1_000_000_000_00;

export const payerChange = z
  .strictObject({
    payerClass: payerClass.nullable().optional().openapi({ description: 'Null: what his history says.' }),
    creditLimitCents: z.int().min(0).max(MOST_LIMIT_CENTS).nullable().optional(),
  })
  .openapi('PayerChange');

export const lateCostView = viewSchema<LateCostView>()(
  'LateCost',
  z.object({
    from: isoDay,
    until: isoDay,
    rate: z.string().nullable(),
    carryingCents: cents.nullable(),
    unclaimedCents: cents,
    invoices: z.int(),
    explanation: explanation.nullable(),
  }),
);

export const payerRow = viewSchema<PayerRow>()(
  'PayerRow',
  z.object({
    debtorId: uuid,
    caseId: uuid,
    name: z.string(),
    payerClass,
    payerClassName: z.string(),
    byHand: z.boolean(),
    openCents: cents,
    limitCents: cents.nullable(),
    overCents: cents,
    lateCostCents: cents.nullable(),
    computedOn: isoDay,
  }),
);

const mention = z.enum([
  'due-date',
  'discount',
  'penalty-rate',
  'fixed-indemnity',
  'billing-address',
  'order-number',
  'customer-siren',
  'delivery-address',
  'operation-nature',
  'vat-on-debits',
  'penalty-rate-unread',
  'fixed-indemnity-unread',
  'kind-unknown',
  'not-checked',
]);
const article = z.string().nullable();

export const auditView = viewSchema<AuditView>()(
  'Audit',
  z.object({
    since: isoDay,
    checked: z.int(),
    faultless: z.int(),
    unread: z.int(),
    faults: z.array(
      z.object({
        mention,
        problem: z.enum(['missing', 'wrong', 'forbidden', 'unseen']),
        why: z.string(),
        article,
        suggestion: z.string().nullable(),
        name: z.string(),
        invoices: z.int(),
        totalCents: cents,
        examples: z.array(z.object({ claimId: uuid, caseId: uuid, number: z.string(), debtorName: z.string() })),
      }),
    ),
    terms: z.object({
      faults: z.array(z.object({ code: z.string(), message: z.string(), article })),
      clauses: z.array(
        z.object({ key: z.string(), title: z.string(), text: z.string(), articles: z.array(z.string()) }),
      ),
      text: z.string(),
    }),
    issuerSizeKnown: z.boolean(),
    unseen: z.array(z.string()),
  }),
);
