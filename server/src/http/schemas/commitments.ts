import { SUPPLIES } from '@acquit/law';
import {
  type CommitmentsView,
  type CommitmentTotals,
  DISPUTE_OUTCOMES,
  DISPUTE_REASONS,
  type DisputeView,
  type InstalmentPlanPreview,
  type InstalmentPlanView,
  type PauseView,
  type PromisePreview,
  type PromiseView,
  type SuspensionView,
} from '@acquit/recovery';
import { z } from '@hono/zod-openapi';
import { cents, isoDay, line, pageOf, reason, text, uuid, viewSchema } from './view.ts';

const ofCase = { caseId: z.string(), debtorName: z.string() };
const namedClaim = z.object({ claimId: z.string(), number: z.string() });
const promiseChannel = z.enum(['phone', 'email', 'page', 'letter', 'other']);

export const promiseView = viewSchema<PromiseView>()(
  'Promise',
  z.object({
    ...ofCase,
    promiseId: z.string(),
    state: z.enum(['running', 'kept', 'broken', 'moot', 'replaced', 'withdrawn']).openapi({
      description: 'Judged from the receipts on each call. `moot`: nothing was left to pay, without its being paid.',
    }),
    amountCents: cents,
    receivedCents: cents.openapi({ description: 'Money that came for it in time.' }),
    madeOn: isoDay,
    promisedOn: isoDay,
    expectedOn: isoDay.openapi({ description: 'The day the money can come on: a working day, or a payment day.' }),
    untilOn: isoDay.openapi({ description: 'Last day we wait, grace included.' }),
    keptOn: isoDay.nullable(),
    madeBy: z.string().nullable(),
    channel: promiseChannel,
    note: z.string().nullable(),
    claims: z.array(namedClaim).openapi({ description: 'Empty: the whole account.' }),
    brokenBefore: z.int(),
    enteredBy: z.string(),
    enteredOn: isoDay,
  }),
);

export const disputeView = viewSchema<DisputeView>()(
  'Dispute',
  z.object({
    ...ofCase,
    disputeId: z.string(),
    source: z.enum(['dispute', 'e-invoice']).openapi({
      description: '`e-invoice`: told by the platform, taken up by nobody; `disputeId` is then the claim.',
    }),
    reason: z.enum(DISPUTE_REASONS).nullable(),
    reasonName: z.string(),
    details: z.string().nullable(),
    openedOn: isoDay,
    owner: z.string().nullable(),
    deadlineOn: isoDay.nullable(),
    isLate: z.boolean(),
    claims: z.array(
      z.object({
        claimId: z.string(),
        number: z.string(),
        openCents: cents,
        contestedCents: cents.nullable().openapi({ description: 'Null: all of it.' }),
      }),
    ),
    frozenCents: cents,
    creditedSinceCents: cents,
    files: z.array(z.object({ sha256: z.string(), name: z.string() })),
    outcome: z.enum(DISPUTE_OUTCOMES).nullable(),
    outcomeName: z.string().nullable(),
    outcomeNote: z.string().nullable(),
    resolvedOn: isoDay.nullable(),
    resolvedBy: z.string().nullable(),
  }),
);

const accessories = z.enum(['included', 'waived-if-kept', 'reserved']).openapi({
  description: 'Penalties and indemnities so far: paid with the plan, waived if it is kept, or kept aside.',
});

export const planView = viewSchema<InstalmentPlanView>()(
  'InstalmentPlan',
  z.object({
    ...ofCase,
    planId: z.string(),
    status: z.enum(['draft', 'proposed', 'signed', 'cancelled']),
    state: z.enum(['on-track', 'missed', 'warned', 'broken', 'kept']).nullable(),
    since: isoDay.nullable(),
    accessories,
    principalCents: cents,
    penaltyCents: cents,
    indemnityCents: cents,
    totalCents: cents,
    receivedCents: cents,
    missingCents: cents,
    clauseDays: z.int(),
    madeOn: isoDay,
    signedOn: isoDay.nullable(),
    signedBy: z.string().nullable(),
    debtorSignatory: z.string().nullable(),
    hasProof: z.boolean(),
    retentionOfTitle: z.boolean(),
    note: z.string().nullable(),
    claims: z.array(z.object({ claimId: z.string(), number: z.string(), principalCents: cents })),
    instalments: z.array(
      z.object({
        dueOn: isoDay,
        untilOn: isoDay,
        principalCents: cents,
        accessoryCents: cents,
        cents,
        paidCents: cents,
        state: z.enum(['paid', 'partly', 'coming', 'late', 'missed']),
      }),
    ),
    notices: z.array(
      z.object({
        decidedOn: isoDay,
        upTo: z.int(),
        expiresOn: isoDay.nullable(),
        presentedOn: isoDay.nullable(),
      }),
    ),
    changesOn: isoDay.nullable(),
    enteredBy: z.string(),
  }),
);

export const pauseView = viewSchema<PauseView>()(
  'Pause',
  z.object({
    pauseId: z.string(),
    caseId: z.string().nullable(),
    kind: z.enum(['pause', 'not-before', 'closing']),
    claim: namedClaim.nullable(),
    from: isoDay,
    until: isoDay.nullable(),
    reason: z.string(),
    enteredBy: z.string(),
    enteredOn: isoDay,
    isBackDated: z.boolean(),
    sentMeanwhile: z.array(z.object({ on: isoDay, stepName: z.string(), channel: z.string() })),
    endedOn: isoDay.nullable(),
    endedBy: z.string().nullable(),
    state: z.enum(['coming', 'running', 'over', 'ended']),
  }),
);

export const suspensionView = viewSchema<SuspensionView>()(
  'DeliverySuspension',
  z.object({
    ...ofCase,
    suspensionId: z.string(),
    supply: z.string(),
    supplyName: z.string(),
    mainHome: z.boolean(),
    reason: z.string(),
    owner: z.string(),
    noticeOn: isoDay,
    effectiveOn: isoDay,
    liftedOn: isoDay.nullable(),
    liftedBy: z.string().nullable(),
    letterActionId: z
      .string()
      .nullable()
      .openapi({ description: 'The message that announces it; null: still to be sent.' }),
    state: z.enum(['announced', 'suspended', 'lifted']),
  }),
);

export const commitmentsView = viewSchema<CommitmentsView>()(
  'Commitments',
  z.object({
    promises: z.array(promiseView),
    disputes: z.array(disputeView),
    plans: z.array(planView),
    pauses: z.array(pauseView),
    suspensions: z.array(suspensionView),
    promiseRate: z.object({ kept: z.int(), judged: z.int() }).nullable(),
  }),
);

const totals = viewSchema<CommitmentTotals>()('CommitmentTotals', z.object({ count: z.int(), cents, late: z.int() }));

const listed = <S extends z.ZodType>(name: string, item: S) =>
  z.object({ page: pageOf(name, item), totals }).openapi(`${name}List`);
export const promiseList = listed('Promise', promiseView);
export const disputeList = listed('Dispute', disputeView);
export const planList = listed('InstalmentPlan', planView);

export const promisePreview = viewSchema<PromisePreview>()(
  'PromisePreview',
  z.object({ expectedOn: isoDay, untilOn: isoDay, warnings: z.array(reason) }),
);

export const planPreview = viewSchema<InstalmentPlanPreview>()(
  'InstalmentPlanPreview',
  z.object({
    principalCents: cents,
    penaltyCents: cents,
    indemnityCents: cents,
    totalCents: cents,
    instalments: z.array(
      z.object({ dueOn: isoDay, untilOn: isoDay, principalCents: cents, accessoryCents: cents, cents }),
    ),
    warnings: z.array(reason),
  }),
);

const note = text(2000).nullable().default(null);
const claimIds = z.array(uuid).max(500).default([]).openapi({ description: 'Empty: the whole account.' });

export const promiseOrder = z.strictObject({
  claimIds,
  amountCents: cents.nullable().default(null).openapi({ description: 'Null: all that is left of these claims.' }),
  madeOn: isoDay.optional(),
  promisedOn: isoDay,
  madeBy: line(200).nullable().default(null),
  channel: promiseChannel.default('phone'),
  note,
  replaces: uuid.optional().openapi({ description: 'A promise that this one takes the place of.' }),
});

export const disputeOrder = z.strictObject({
  claims: z
    .array(z.strictObject({ claimId: uuid, contestedCents: cents.nullable() }))
    .min(1)
    .max(500),
  reason: z.enum(DISPUTE_REASONS),
  details: note,
  openedOn: isoDay.optional(),
  owner: line(200),
  deadlineOn: isoDay,
});

export const disputeChange = z.strictObject({ owner: line(200), deadlineOn: isoDay, details: note });
export const disputeEnd = z.strictObject({
  outcome: z.enum(DISPUTE_OUTCOMES),
  note,
  creditClaimId: uuid.optional().openapi({ description: 'The credit note that settles it.' }),
});

export const planOrder = z.strictObject({
  claimIds,
  accessories,
  clauseDays: z.int().min(1).max(90).default(8),
  cut: z.union([
    z.strictObject({
      firstPaymentCents: cents.min(0).default(0),
      from: isoDay,
      count: z.int().min(1).max(60),
      every: z.enum(['week', 'fortnight', 'month']),
    }),
    z.strictObject({
      instalments: z
        .array(z.strictObject({ dueOn: isoDay, cents }))
        .min(1)
        .max(61),
    }),
  ]),
  debtorSignatory: line(200).nullable().default(null),
  retentionOfTitle: z.boolean().default(false),
  note,
});

export const planSignature = z.strictObject({ signedOn: isoDay, signedBy: line(200) });
export const planEnd = z.strictObject({ reason: text(1000).min(1) });
export const presented = z.strictObject({ on: isoDay });

export const pauseOrder = z.strictObject({
  claimIds,
  from: isoDay.optional(),
  until: isoDay,
  reason: text(1000).min(1),
});
export const suspensionOrder = z.strictObject({
  supply: z.enum(SUPPLIES),
  mainHome: z.boolean().default(false),
  effectiveOn: isoDay,
  sameContract: z.boolean().openapi({ description: 'What is unpaid and what stops belong to one contract.' }),
  contract: line(200).nullable().default(null),
  firstNoticeOn: isoDay.nullable().default(null),
  secondNoticeOn: isoDay.nullable().default(null),
  isHelped: z.boolean().default(false).openapi({ description: 'Energy cheque, or the housing solidarity fund.' }),
  fundAskedOn: isoDay.nullable().default(null),
  minimumPowerSince: isoDay.nullable().default(null),
  reason: text(1000).min(1),
  owner: line(200),
  announce: z.boolean().default(false).openapi({ description: 'Put its announcement in the queues at once.' }),
});
export const closingOrder = z.strictObject({ from: isoDay, until: isoDay, reason: text(200).min(1) });
