import type {
  AssignmentRule,
  BacktestView,
  PastContacts,
  PlanChange,
  PlannedSend,
  Scenario,
  ScenarioPreviewView,
  ScenariosView,
  ScenarioVersionView,
  Step,
  VolumeStop,
} from '@acquit/recovery';
import { z } from '@hono/zod-openapi';
import { debtorKindsForm, payerClassesForm, scenarioForm, stepForm, sumForm } from '../../forms.ts';
import { cents, channel, isoDay, line, uuid, viewSchema } from './view.ts';

const step = viewSchema<Step>()('ScenarioStep', stepForm);
export const scenario = viewSchema<Scenario>()('Scenario', scenarioForm(step));

const rule = viewSchema<AssignmentRule>()(
  'AssignmentRule',
  z.strictObject({
    name: line(100),
    when: z.strictObject({
      payerClasses: z.exactOptional(payerClassesForm),
      debtorKinds: z.exactOptional(debtorKindsForm),
      sector: z.exactOptional(line(100).pipe(z.string().min(1))),
      leastOpenCents: z.exactOptional(sumForm),
      mostOpenCents: z.exactOptional(sumForm),
      leastTurnoverCents: z.exactOptional(sumForm),
      mostTurnoverCents: z.exactOptional(sumForm),
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
    seen: z
      .int()
      .min(0)
      .optional()
      .openapi({ description: 'The version that was changed: refused when another came since.' }),
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
