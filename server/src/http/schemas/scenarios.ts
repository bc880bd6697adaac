import { DEBTOR_KINDS } from '@acquit/law';
import {
  type AssignmentRule,
  type BacktestView,
  COUNTED_FROM,
  OBJECTIVES,
  PAYER_CLASSES,
  type PastContacts,
  type PlanChange,
  type PlannedSend,
  type Scenario,
  type ScenarioPreviewView,
  type ScenariosView,
  type ScenarioVersionView,
  type Step,
  TONES,
  type VolumeStop,
} from '@acquit/recovery';
import { z } from '@hono/zod-openapi';
import { hoursShape } from './company.ts';
import { cents, channel, isoDay, line, uuid, viewSchema } from './view.ts';

const profile = z.enum(['business', 'consumer', 'public']);
const display = z.enum(['none', 'mentioned', 'claimed']);
const sum = z.int().min(0).max(1_000_000_000_00);
const daysLate = z.int().min(0).max(3650);
const payerClasses = z.array(z.enum(PAYER_CLASSES)).max(PAYER_CLASSES.length);
const debtorKinds = z.array(z.enum(DEBTOR_KINDS)).max(DEBTOR_KINDS.length);

const conditions = z.strictObject({
  leastCents: z.exactOptional(sum),
  mostCents: z.exactOptional(sum),
  leastDaysLate: z.exactOptional(daysLate),
  mostDaysLate: z.exactOptional(daysLate),
  payerClasses: z.exactOptional(payerClasses),
  debtorKinds: z.exactOptional(debtorKinds),
  weekdays: z.exactOptional(z.array(z.int().min(1).max(7)).max(7)),
  hours: z.exactOptional(hoursShape),
});

/** What a scenario may say is checked by the core, which answers with a sentence; here only its form is. */
const step = viewSchema<Step>()(
  'ScenarioStep',
  z.strictObject({
    key: line(40),
    rank: z.int().min(0),
    name: line(200),
    offsetDays: z.int().min(-3650).max(3650),
    countedFrom: z.enum(COUNTED_FROM),
    channels: z.array(channel).max(6),
    tone: z.enum(TONES),
    objective: z.enum(OBJECTIVES),
    accessories: display,
    release: z.enum(['automatic', 'confirm', 'manual']),
    graceDays: z.int().min(0).max(3650).nullable(),
    conditions: z.exactOptional(conditions),
    copySalesperson: z.exactOptional(z.boolean()),
  }),
);

export const scenario = viewSchema<Scenario>()(
  'Scenario',
  z.strictObject({
    key: line(40),
    profile,
    name: line(200),
    version: z.int().min(0),
    steps: z.array(step).max(100),
    stops: z.exactOptional(z.strictObject({ afterStep: z.exactOptional(line(40)), underCents: z.exactOptional(sum) })),
    accessoriesAtMost: z.exactOptional(
      z.strictObject({
        'good-payer': z.exactOptional(display),
        ordinary: z.exactOptional(display),
        'at-risk': z.exactOptional(display),
        'large-account': z.exactOptional(display),
        consumer: z.exactOptional(display),
        'public-body': z.exactOptional(display),
      }),
    ),
  }),
);

const rule = viewSchema<AssignmentRule>()(
  'AssignmentRule',
  z.strictObject({
    name: line(100),
    when: z.strictObject({
      payerClasses: z.exactOptional(payerClasses),
      debtorKinds: z.exactOptional(debtorKinds),
      sector: z.exactOptional(line(100).pipe(z.string().min(1))),
      leastOpenCents: z.exactOptional(sum),
      mostOpenCents: z.exactOptional(sum),
      leastTurnoverCents: z.exactOptional(sum),
      mostTurnoverCents: z.exactOptional(sum),
      agency: z.exactOptional(z.boolean()),
    }),
    scenario: line(40),
  }),
);

export const scenariosView = viewSchema<ScenariosView>()(
  'Scenarios',
  z.object({ scenarios: z.array(scenario), rules: z.array(rule) }),
);

export const scenarioVersions = z
  .object({
    versions: z.array(
      viewSchema<ScenarioVersionView>()(
        'ScenarioVersion',
        z.object({ scenario, madeBy: z.string(), madeAt: z.string() }),
      ),
    ),
  })
  .openapi('ScenarioVersions');

const send = viewSchema<PlannedSend>()(
  'PlannedSend',
  z.object({
    on: isoDay,
    caseId: uuid,
    debtorName: z.string(),
    step: z.string(),
    stepName: z.string(),
    channel,
    totalCents: cents,
  }),
);

const change = viewSchema<PlanChange>()(
  'PlanChange',
  z.object({
    kind: z.enum(['added', 'removed', 'moved', 'changed']),
    before: send.nullable(),
    after: send.nullable(),
  }),
);

const refusal = z.object({ code: z.string(), message: z.string(), step: z.string().nullable() });

export const previewView = viewSchema<ScenarioPreviewView>()(
  'ScenarioPreview',
  z.object({
    from: isoDay,
    days: z.int(),
    cases: z.int(),
    asked: z.int(),
    added: z.int(),
    removed: z.int(),
    moved: z.int(),
    changed: z.int(),
    same: z.int(),
    changes: z.array(change),
    truncated: z.boolean(),
    refusals: z.array(refusal),
  }),
);

const contacts = viewSchema<PastContacts>()(
  'PastContacts',
  z.object({
    contacts: z.int(),
    emails: z.int(),
    letters: z.int(),
    texts: z.int(),
    calls: z.int(),
    formalNotices: z.int(),
    perClaim: z.number(),
  }),
);

export const backtestView = viewSchema<BacktestView>()(
  'Backtest',
  z.object({
    from: isoDay,
    until: isoDay,
    cases: z.int(),
    asked: z.int(),
    claims: z.int(),
    paidClaims: z.int(),
    averageDaysToPay: z.number().nullable(),
    done: contacts,
    replayed: contacts,
    selfPaid: z.object({ claims: z.int(), chased: z.int() }),
    firstContact: z.object({
      sooner: z.int(),
      later: z.int(),
      same: z.int(),
      medianDays: z.number().nullable(),
    }),
    notes: z.array(z.string()),
  }),
);

export const scenarioOrder = z
  .strictObject({
    scenario,
    keep: z.boolean().openapi({ description: 'Cases on their way keep the version before until what runs is over.' }),
  })
  .openapi('ScenarioOrder');
export const rulesOrder = z.strictObject({ rules: z.array(rule).max(100) }).openapi('AssignmentRules');
export const backtestOrder = z
  .strictObject({ scenario, from: isoDay.optional(), until: isoDay.optional() })
  .openapi('BacktestOrder');
export const scenarioChoice = z
  .strictObject({ scenario: line(40).nullable().openapi({ description: 'Null gives the case back to the rules.' }) })
  .openapi('ScenarioChoice');

export const volumeStop = viewSchema<VolumeStop>()(
  'VolumeStop',
  z.object({
    stopId: uuid,
    onDay: isoDay,
    reason: z.enum(['cap', 'jump']),
    messages: z.int(),
    allowed: z.int(),
  }),
);
export const volumeAnswer = z.object({ messages: z.int() }).openapi('VolumeAnswer');

/** A scenario of a file: its form is checked here, what it says by the core. */
export function readScenario(value: unknown): { scenario: Scenario } | { problem: string } {
  const read = scenario.safeParse(value);
  if (read.success) return { scenario: read.data };
  const [issue] = read.error.issues;
  return { problem: `${issue?.path.join('.') ?? ''} : ${issue?.message ?? ''}` };
}
