import {
  ATTACHMENT_DOCUMENTS,
  CLAIM_KINDS,
  COURTS,
  DEBTOR_KINDS,
  LIMITATION_EVENTS,
  type LimitationValue,
  PROCEDURES,
  TERRITORIES,
  VAT_POINTS,
} from '@acquit/law';
import {
  type DeadlineListView,
  type EventDefinition,
  type LimitationListView,
  type LimitationView,
  PROCEDURE_KINDS,
  type ProcedureListView,
  type ProcedureView,
  WRITE_OFF_REASONS,
  type WriteOffPreview,
  type WriteOffView,
} from '@acquit/recovery';
import { z } from '@hono/zod-openapi';
import { cents, explanation, isoDay, line, pageOf, reason, text, uuid, viewSchema } from './view.ts';
import { LARGEST_CENTS } from './work.ts';

const confidence = z.enum(['A', 'B', 'C']).openapi({ description: 'How sure the text is; C: to be verified.' });
const ofCase = { caseId: z.string(), debtorName: z.string() };
const proof = z.object({ sha256: z.string(), name: z.string() }).nullable();
const withdrawn = z.object({ by: z.string(), on: isoDay }).nullable();
const namedClaim = { claimId: z.string(), number: z.string() };
const actor = z.enum(['us', 'debtor', 'court', 'commissaire', 'garnishee', 'representative', 'authority']);
const values = z.record(z.string().max(60), z.union([z.string().max(2000), z.number(), z.boolean()])).readonly();
const end = z.enum(['title', 'agreed', 'refused', 'lapsed', 'withdrawn', 'paid', 'done', 'stopped']).nullable();
const bearer = z.enum(['creditor', 'suit', 'enforcement']).openapi({
  description:
    'Who bears it in the end: the creditor, the party who loses the suit, or the debtor for forced enforcement.',
});

const definition = z
  .object({
    kind: z.string(),
    label: z.string(),
    actor,
    from: z.array(z.string()).readonly(),
    to: z.string().nullable(),
    fields: z
      .array(
        z.object({
          name: z.string(),
          label: z.string(),
          type: z.enum(['cents', 'text', 'flag', 'choice', 'day']),
          required: z.boolean(),
          choices: z.exactOptional(z.array(z.object({ value: z.string(), label: z.string() }).readonly()).readonly()),
        }),
      )
      .readonly(),
    proof: z.string().nullable(),
    limitation: z.exactOptional(z.enum(LIMITATION_EVENTS)),
  })
  .openapi('ProcedureEventDefinition') satisfies z.ZodType<EventDefinition>;

const event = z.object({
  eventId: z.string(),
  kind: z.string(),
  label: z.string(),
  actor: actor.nullable(),
  on: isoDay,
  values,
  note: z.string().nullable(),
  proof,
  expectedProof: z.string().nullable(),
  enteredBy: z.string(),
  enteredOn: isoDay,
  withdrawn: z.object({ by: z.string(), on: isoDay, reason: z.string().nullable() }).nullable(),
});

const deadline = z.object({
  ...ofCase,
  procedureId: z.string(),
  procedureName: z.string(),
  what: z.string(),
  label: z.string(),
  startedBy: z.string(),
  startedOn: isoDay,
  before: isoDay.nullable().openapi({ description: 'The last day, the prudent one.' }),
  beforeExtended: isoDay.nullable().openapi({ description: 'Once a week-end or a holiday extends it.' }),
  notBefore: isoDay.nullable(),
  whose: z.enum(['ours', 'theirs', 'wait']),
  effect: z.string(),
  article: z.string(),
  confidence,
  status: z.enum(['open', 'done', 'missed', 'moot']),
  doneOn: isoDay.nullable(),
  daysLeft: z.int().nullable(),
  stage: z.int().nullable().openapi({ description: '30, 15, 7 or 2 days before; 0 once missed; null: no alarm.' }),
  seen: z.boolean(),
  totalCents: cents,
});

const cost = z.object({
  costId: z.string(),
  procedureId: z.string(),
  what: z.string(),
  amountCents: cents,
  on: isoDay,
  bearer,
  asked: z.boolean().openapi({ description: 'Whether it is asked of the debtor today: never before a title.' }),
  why: z.string(),
  invoice: z.string().nullable(),
  proof,
  enteredBy: z.string(),
  withdrawn,
});

const title = z.object({
  on: isoDay,
  servedOn: isoDay.nullable(),
  enforceableFrom: isoDay.nullable(),
  lateOppositionPossible: z.boolean(),
  baseCents: cents,
  baseIsGranted: z.boolean(),
  receivedCents: cents,
  principalLeftCents: cents,
  interestLeftCents: cents,
  costsCents: cents,
  totalDueCents: cents,
  expiresOn: isoDay.nullable(),
  expiresConfidence: confidence.nullable(),
  explanation: explanation.nullable(),
  limitationExplanation: explanation.nullable(),
  warnings: z.array(z.string()),
});

const row = {
  ...ofCase,
  procedureId: z.string(),
  kind: z.enum(PROCEDURE_KINDS),
  name: z.string(),
  courtKind: z.enum(COURTS).nullable(),
  courtName: z.string().nullable(),
  caseNumber: z.string().nullable(),
  amountCents: cents,
  openedOn: isoDay,
  state: z.string(),
  stateName: z.string(),
  since: isoDay.nullable(),
  end,
  closedOn: isoDay.nullable(),
  nextDeadline: z.object({ label: z.string(), before: isoDay }).nullable(),
  costsCents: cents,
};

export const procedureView = viewSchema<ProcedureView>()(
  'Procedure',
  z.object({
    ...row,
    companyId: z.string(),
    courtId: z.string().nullable(),
    claimKind: z.enum(CLAIM_KINDS),
    document: z.string().nullable(),
    heldTitleOn: isoDay.nullable(),
    claims: z.array(z.object({ ...namedClaim, openCents: cents, amountCents: cents })),
    doubts: z.array(reason),
    note: z.string().nullable(),
    closed: z.object({ on: isoDay, by: z.string(), reason: z.string().nullable() }).nullable(),
    isSettled: z.boolean(),
    advice: z.string(),
    events: z.array(event),
    deadlines: z.array(deadline.extend({ explanation })),
    next: z.array(definition),
    definitions: z.array(definition),
    follows: z.array(z.object({ kind: z.enum(PROCEDURES), name: z.string() })),
    warnings: z.array(z.string()),
    title: title.nullable(),
    costs: z.array(cost),
    costTotals: z.object({ totalCents: cents, askedCents: cents, keptCents: cents }),
    blocked: reason.nullable(),
  }),
);

export const procedureList = viewSchema<ProcedureListView>()(
  'ProcedureList',
  z.object({ page: pageOf('Procedure', z.object(row)), totals: z.object({ count: z.int(), cents }) }),
);

export const deadlineList = viewSchema<DeadlineListView>()(
  'DeadlineList',
  z.object({ from: isoDay, until: isoDay, items: z.array(deadline), more: z.boolean() }),
);

const limitationRow = z.object({
  ...ofCase,
  claimId: z.string(),
  number: z.string(),
  dueOn: isoDay.nullable(),
  openCents: cents,
  expiresOn: isoDay.nullable().openapi({ description: 'Null while a case or a mediation going on keeps it open.' }),
  fallbackOn: isoDay.nullable(),
  daysLeft: z.int().nullable(),
  expired: z.boolean(),
  stage: z.int().nullable().openapi({ description: '180, 60 or 15 days before; 0 once past; null: no alarm.' }),
  seen: z.boolean(),
  article: z.string().nullable(),
  confidence: confidence.nullable(),
  isTitle: z.boolean(),
  readings: z.int(),
  missing: z.array(z.string()),
  blocked: reason.nullable(),
});

export const limitationList = viewSchema<LimitationListView>()(
  'LimitationList',
  z.object({
    page: pageOf('LimitationRow', limitationRow),
    counts: z.array(z.object({ within: z.enum(['15', '60', '180', 'expired', 'all']), count: z.int(), cents })),
    stale: z.int().openapi({ description: 'Cases whose limitations are not up to date, counted up to a thousand.' }),
  }),
);

/** The value of the rule as `/api/law/limitation` gives it. */
const limitationValue = z
  .looseObject({ expiresOn: isoDay.nullable(), pending: z.boolean(), article: z.string() })
  .openapi('LimitationValue') as unknown as z.ZodType<LimitationValue>;

const act = z.object({ kind: z.enum(LIMITATION_EVENTS), act: z.string(), effect: z.string(), article: z.string() });

export const limitationView = viewSchema<LimitationView>()(
  'Limitation',
  z.object({
    row: limitationRow,
    claimKind: z.enum(CLAIM_KINDS),
    debtorKind: z.enum(DEBTOR_KINDS).nullable(),
    value: limitationValue.nullable(),
    explanation: explanation.nullable(),
    interrupts: z.array(act),
    doesNot: z.array(act),
    facts: z.array(
      z.object({
        eventId: z.string(),
        kind: z.string(),
        name: z.string(),
        on: isoDay,
        until: isoDay.nullable(),
        note: z.string().nullable(),
        proof,
        claims: z.array(z.object(namedClaim)),
        enteredBy: z.string(),
        withdrawn,
      }),
    ),
  }),
);

const accounting = z.object({
  recoverable: z.boolean(),
  recoverableVatCents: cents,
  lostNetCents: cents,
  lostVatCents: cents,
  unmet: z.array(z.string()),
  entries: z.array(
    z.object({
      label: z.string(),
      lines: z.array(z.object({ account: z.string(), debitCents: cents, creditCents: cents })),
    }),
  ),
  statements: z.array(z.object({ number: z.string(), statement: z.string() })),
  document: z.enum(['duplicate', 'summary-list']),
  explanation,
});
const lostClaim = z.object({ ...namedClaim, amountCents: cents, vatCents: cents.nullable() });

export const writeOffView = viewSchema<WriteOffView>()(
  'WriteOff',
  z.object({
    ...ofCase,
    writeOffId: z.string(),
    on: isoDay,
    reason: z.string(),
    reasonName: z.string(),
    note: z.string().nullable(),
    claims: z.array(lostClaim),
    amountCents: cents,
    accounting: accounting.nullable(),
    proof,
    enteredBy: z.string(),
    undone: withdrawn,
    later: z
      .object({ receivedCents: cents, vatDueAgainCents: cents.nullable() })
      .nullable()
      .openapi({ description: 'Money that came in since and clears no other claim, with the VAT it makes due again.' }),
  }),
);

export const writeOffPreview = viewSchema<WriteOffPreview>()(
  'WriteOffPreview',
  z.object({
    amountCents: cents,
    claims: z.array(lostClaim),
    accounting: accounting.nullable(),
    warnings: z.array(reason),
  }),
);

const sum = z.int().min(1).max(LARGEST_CENTS);
const note = text(2000).nullable().default(null);

export const procedureOrder = z
  .strictObject({
    kind: z.enum(PROCEDURE_KINDS),
    claimIds: z.array(uuid).max(2000).default([]).openapi({ description: 'Empty: every open claim.' }),
    courtKind: z.enum(COURTS).nullable().default(null),
    courtId: line(60).nullable().default(null),
    courtName: line(200).nullable().default(null),
    caseNumber: line(60).nullable().default(null),
    claimKind: z.enum(CLAIM_KINDS).optional(),
    document: z
      .enum(ATTACHMENT_DOCUMENTS as [string, ...string[]])
      .nullable()
      .default(null),
    territory: z.enum(TERRITORIES).nullable().default(null),
    amountCents: sum.optional(),
    heldTitleOn: isoDay.nullable().default(null),
    note,
    openedOn: isoDay.optional(),
  })
  .openapi('ProcedureOrder');

export const procedureChange = z
  .strictObject({
    courtKind: z.enum(COURTS).nullable().optional(),
    courtId: line(60).nullable().optional(),
    courtName: line(200).nullable().optional(),
    caseNumber: line(60).nullable().optional(),
    heldTitleOn: isoDay.nullable().optional(),
    amountCents: sum.optional(),
    note: text(2000).nullable().optional(),
  })
  .openapi('ProcedureChange');

export const eventOrder = z
  .strictObject({ kind: line(60), on: isoDay, values: values.default({}), note })
  .openapi('ProcedureEventOrder');

export const costOrder = z
  .strictObject({
    what: line(200).pipe(z.string().min(1)),
    amountCents: sum,
    on: isoDay,
    bearer,
    invoice: line(60).nullable().default(null),
  })
  .openapi('ProcedureCostOrder');

export const limitationFactOrder = z
  .strictObject({
    kind: z.enum(LIMITATION_EVENTS),
    on: isoDay,
    until: isoDay.nullable().default(null),
    registered: z.boolean().nullable().default(null),
    claimIds: z.array(uuid).max(2000).default([]).openapi({ description: 'Empty: the whole account.' }),
    note,
  })
  .openapi('LimitationFactOrder');

export const claimNature = z.strictObject({ claimKind: z.enum(CLAIM_KINDS) }).openapi('ClaimNature');

export const writeOffOrder = z
  .strictObject({
    reason: z.enum(WRITE_OFF_REASONS),
    reasonOn: isoDay.nullable().default(null),
    vatPoint: z.enum(VAT_POINTS),
    duplicateSentOn: isoDay.nullable().default(null),
    claims: z
      .array(z.strictObject({ claimId: uuid, vatCents: z.int().min(0).max(LARGEST_CENTS).nullable().default(null) }))
      .max(2000)
      .default([])
      .openapi({ description: 'Empty: every open claim. The VAT is that of the whole invoice.' }),
    note,
  })
  .openapi('WriteOffOrder');

export const closing = z.strictObject({ reason: text(500).nullable().default(null) }).openapi('ProcedureClosing');
