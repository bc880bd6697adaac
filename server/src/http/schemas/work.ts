import { DEBTOR_KINDS } from '@acquit/law';
import type {
  CaseRow,
  CaseView,
  ClaimStatementView,
  ClaimView,
  DebtorView,
  EInvoiceView,
  OwedView,
  PassView,
  PlanItem,
  PlanView,
  ReceiptView,
  TimelineItem,
  TodayView,
  WorkItem,
} from '@acquit/recovery';
import { z } from '@hono/zod-openapi';
import { bankFreshnessView } from './freshness.ts';
import { volumeStop } from './scenarios.ts';
import { cents, channel, doubt, explanation, instant, isoDay, line, reason, text, uuid, viewSchema } from './view.ts';

const profile = z.enum(['business', 'consumer', 'public']);
const caseStatus = z.enum(['open', 'paused', 'parked', 'closed']);
const accessoryChoice = z.enum(['claimed', 'reserved', 'waived']);
export const debtorKind = z.enum(DEBTOR_KINDS);

export const passView = viewSchema<PassView>()(
  'Pass',
  z.object({
    passId: z.string(),
    company: z.string(),
    on: isoDay,
    casesExamined: z.int(),
    decisions: z.int(),
    messages: z.int(),
    tasks: z.int(),
    parked: z.int(),
    cpuSeconds: z.number(),
    finishedAt: instant.nullable(),
  }),
);

const standing = z.enum(['late', 'today', 'coming']);
const counter = z.object({ count: z.int(), cents });

const workItem = viewSchema<WorkItem>()(
  'WorkItem',
  z.object({
    actionId: uuid.nullable(),
    caseId: uuid,
    claimId: uuid.nullable().openapi({ description: 'The one claim the work is about.' }),
    objectId: uuid
      .nullable()
      .openapi({ description: 'The reply, act, promise, dispute or plan, by the kind of work.' }),
    debtorName: z.string(),
    stepName: z.string(),
    what: z.string().nullable(),
    channel,
    on: isoDay,
    standing,
    totalCents: cents,
    oldestDueOn: isoDay.nullable(),
    reasons: z.array(reason),
    phone: z.string().nullable(),
    owner: z.string().nullable(),
    mine: z.boolean(),
    script: z.array(z.string()),
  }),
);

export const todayView = viewSchema<TodayView>()(
  'Today',
  z.object({
    on: isoDay,
    totals: z.object({
      openCents: cents,
      overdueCents: cents,
      openClaims: z.int(),
      overdueClaims: z.int(),
      debtors: z.int(),
      receivedThisMonthCents: cents,
    }),
    counters: z.object({ late: counter, today: counter, coming: counter, comingDays: z.int() }),
    groups: z.array(
      z.object({
        kind: z.enum([
          'in-doubt',
          'deadline',
          'limitation',
          'notice',
          'opening',
          'procedure',
          'reply',
          'portal-act',
          'partner',
          'to-confirm',
          'to-send',
          'call',
          'promise',
          'plan',
          'dispute',
          'decide',
          'missing-address',
          'e-invoice',
          'absent',
          'to-print',
          'registered',
          'parked',
          'coming',
        ]),
        title: z.string(),
        items: z.array(workItem),
        count: z.int(),
        late: z.int(),
      }),
    ),
    tonight: z.object({ messages: z.int(), letters: z.int(), totalCents: cents }),
    volumeStop: volumeStop.nullable().openapi({ description: 'A day whose messages wait because they are many.' }),
    repliesToSort: z.int(),
    lastPass: passView.nullable(),
    capturedCount: z.int(),
    inDoubtCount: z.int(),
    toPrintCount: z.int(),
    importDoubtCount: z.int(),
    bank: bankFreshnessView,
  }),
);

export const caseRow = viewSchema<CaseRow>()(
  'CaseRow',
  z.object({
    caseId: uuid,
    debtorName: z.string(),
    profile,
    status: caseStatus,
    openCents: cents,
    openClaims: z.int(),
    oldestDueOn: isoDay.nullable(),
    daysLate: z.int(),
    nextActionOn: isoDay.nullable(),
    nextStepName: z.string().nullable(),
    lastContactOn: isoDay.nullable(),
  }),
);

const debtorView = viewSchema<DebtorView>()(
  'Debtor',
  z.object({
    debtorId: uuid,
    name: z.string(),
    kind: z.string().nullable(),
    kindName: z.string(),
    legalId: z.string().nullable(),
    vat: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    contactName: z.string().nullable(),
    addressLines: z.array(z.string()),
    postcode: z.string().nullable(),
    city: z.string().nullable(),
    country: z.string(),
    insolvencyOpenedOn: isoDay.nullable(),
  }),
);

const owedView = viewSchema<OwedView>()(
  'Owed',
  z.object({
    principalCents: cents,
    penaltyCents: cents,
    indemnityCents: cents,
    creditCents: cents,
    claimedCents: cents,
    reservedCents: cents,
    notes: z.array(z.string()),
  }),
);

const eInvoiceView = viewSchema<EInvoiceView>()(
  'EInvoice',
  z.object({
    status: z.string().openapi({ description: 'Code of the last status (XP Z12-012).', example: '205' }),
    label: z.string(),
    at: z.string().openapi({ description: 'Local time of the status, without zone.', example: '2026-03-15T09:30:00' }),
    task: z.object({ ground: z.string(), title: z.string(), message: z.string() }).nullable(),
    unrecordedCents: cents,
    evidence: z.array(z.string()),
  }),
);

/** What a person says of an e-invoice that waits for him. */
export const eInvoiceAnswer = z
  .strictObject({
    answer: z.enum(['settled', 'record-receipt']).openapi({
      description:
        'settled: the matter is dealt with, the claim may be asked for again. record-receipt: the money declared to the platform is recorded.',
    }),
    note: line(500).optional(),
  })
  .openapi('EInvoiceAnswer');

export const claimView = viewSchema<ClaimView>()(
  'Claim',
  z.object({
    claimId: uuid,
    number: z.string(),
    kind: z.enum(['invoice', 'deposit', 'corrective', 'credit-note', 'factored']),
    kindName: z.string(),
    issuedOn: isoDay.nullable(),
    dueOn: isoDay.nullable(),
    dueOnSource: z.enum(['document', 'customer-terms', 'terms', 'law', 'user']),
    daysLate: z.int(),
    totalCents: cents,
    amountCents: cents,
    openCents: cents,
    receivedCents: cents,
    creditedCents: cents,
    penaltyCents: cents,
    indemnityCents: cents,
    penalties: accessoryChoice,
    indemnity: accessoryChoice,
    askedByNotice: z.boolean(),
    status: z.enum(['open', 'settled', 'cancelled', 'not-ours', 'irrecoverable']),
    levelStepName: z.string().nullable(),
    levelOn: isoDay.nullable(),
    doubts: z.array(doubt),
    hasDocument: z.boolean(),
    eInvoice: eInvoiceView.nullable(),
    absent: z.string().nullable().openapi({
      description: 'Why a list casts doubt on it; answered with POST /api/claims/{claimId}/absent.',
    }),
  }),
);

export const receiptView = viewSchema<ReceiptView>()(
  'Receipt',
  z.object({
    receiptId: uuid,
    caseId: uuid,
    debtorName: z.string(),
    receivedOn: isoDay,
    amountCents: cents,
    method: z.string(),
    reference: z.string().nullable(),
    allocations: z.array(z.object({ claimId: uuid, number: z.string(), amountCents: cents })),
    unallocatedCents: cents,
    decidedBy: z.string(),
    cancelledAt: instant.nullable(),
  }),
);

export const caseView = viewSchema<CaseView>()(
  'Case',
  z.object({
    caseId: uuid,
    profile,
    status: caseStatus,
    statusReason: z.string().nullable(),
    pausedUntil: isoDay.nullable(),
    debtor: debtorView,
    on: isoDay,
    owed: owedView,
    oldestDueOn: isoDay.nullable(),
    nextActionOn: isoDay.nullable(),
    nextStepName: z.string().nullable(),
    nextReasons: z.array(reason),
    scenario: z.object({
      key: z.string(),
      name: z.string(),
      version: z.int(),
      by: z.enum(['hand', 'rule', 'profile']),
      why: z.string(),
      choices: z.array(z.object({ key: z.string(), name: z.string() })),
    }),
    claims: z.array(claimView),
    receipts: z.array(receiptView),
  }),
);

export const claimStatementView = viewSchema<ClaimStatementView>()(
  'ClaimStatement',
  z.object({
    claimId: uuid,
    number: z.string(),
    on: isoDay,
    principalLeftCents: cents,
    penaltyCents: cents,
    indemnityCents: cents,
    totalDueCents: cents,
    explanation,
    refusal: doubt.nullable(),
  }),
);

export const timelineItem = viewSchema<TimelineItem>()(
  'TimelineItem',
  z.object({
    id: z.string(),
    at: instant,
    on: isoDay,
    side: z.enum(['left', 'right', 'center']),
    kind: z.string(),
    title: z.string(),
    detail: z.string().nullable(),
    amountCents: cents.nullable(),
    actionId: uuid.nullable(),
    mode: z.enum(['test', 'live']).nullable(),
    reasons: z.array(reason),
    match: z
      .object({ rule: z.string(), confidence: z.int(), by: z.string().nullable() })
      .nullable()
      .openapi({ description: 'How money was found on a bank line; `by` is the person who decided, null: by itself.' }),
    exhibits: z.array(z.object({ name: z.string(), href: z.string() })),
  }),
);

export const planItem = viewSchema<PlanItem>()(
  'PlanItem',
  z.object({
    on: isoDay,
    caseId: uuid,
    debtorName: z.string(),
    stepName: z.string(),
    channel,
    recipient: z.string().nullable(),
    release: z.enum(['automatic', 'confirm', 'manual']),
    totalCents: cents,
    claimNumbers: z.array(z.string()),
    reasons: z.array(reason),
  }),
);

export const planView = viewSchema<PlanView>()(
  'Plan',
  z.object({
    from: isoDay,
    days: z.int(),
    items: z.array(planItem),
    truncated: z.boolean(),
  }),
);

export const pause = z.strictObject({ until: isoDay, reason: text(500) }).openapi('Pause');
export const claimChange = z
  .strictObject({
    penalties: accessoryChoice.optional(),
    indemnity: accessoryChoice.optional(),
    dueOn: isoDay.optional(),
    status: z.literal('cancelled').optional(),
  })
  .openapi('ClaimChange');
/** Ten thousand million euros: above, a slip of the keyboard. */
export const LARGEST_CENTS = 1_000_000_000_000;
export const newReceipt = z
  .strictObject({
    caseId: uuid,
    receivedOn: isoDay,
    amountCents: z.int().min(1).max(LARGEST_CENTS),
    method: z.enum(['transfer', 'card', 'cheque', 'cash', 'direct-debit', 'commissaire', 'other']),
    reference: line(140).nullable().optional(),
    claimIds: z
      .array(uuid)
      .min(1)
      .max(500)
      .optional()
      .openapi({ description: 'What the debtor said he pays (art. 1342-10 C. civ.); absent: the legal order.' }),
  })
  .openapi('NewReceipt');
export const actionResult = z
  .strictObject({ result: line(100).pipe(z.string().min(1)), note: text(2000).nullable().optional() })
  .openapi('ActionResult');
