import {
  type Channel,
  type Explanation,
  type MessageFacts,
  OBJECTIVES,
  type Page,
  type Reason,
  type RefusalView,
  type StatedClaim,
  TONES,
} from '@acquit/recovery';
import { z } from '@hono/zod-openapi';
import { channelForm, line, text } from '../../forms.ts';

export { line, text };

/** True only when each of two types fits where the other is expected. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/**
 * Names a schema in the API description, after the compiler has checked that it says exactly what the view type says:
 * a field added on one side alone does not compile.
 */
export function viewSchema<T>() {
  return <S extends z.ZodType>(
    name: string,
    schema: S & (Same<z.output<S>, T> extends true ? unknown : { differsFromView: T }),
  ): S => (schema as S).openapi(name) as S;
}

/** Any UUID in lower case, whatever made it: the database takes them all, and knows only its own. */
export const uuid = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)
  .openapi({ format: 'uuid', example: '0190a3c2-7d5e-4a51-9a41-0d5b6f1c2e3a' });
export const cents = z.int().openapi({ description: 'Integer cents of a euro.', example: 123456 });
export const isoDay = z.iso.date().openapi({ description: 'Calendar day in Europe/Paris.', example: '2026-11-21' });
export const instant = z.iso.datetime({ offset: true }).openapi({ example: '2026-11-21T08:30:00.000Z' });
export const emailAddress = z
  .email()
  .max(254)
  .transform((value) => value.toLowerCase());

export const pageOf = <S extends z.ZodType>(name: string, item: S) =>
  z
    .object({
      items: z.array(item),
      nextCursor: z
        .string()
        .nullable()
        .openapi({ description: 'Give it back as `cursor` for the next page; null at the end.' }),
    })
    .openapi(`${name}Page`) as z.ZodType<Page<z.output<S>>>;

export const channel = viewSchema<Channel>()('Channel', channelForm);
export const reason = viewSchema<Reason>()(
  'Reason',
  z
    .object({ code: z.string(), message: z.string() })
    .openapi({ example: { code: 'StepDue', message: 'La relance 2 est prévue 15 jours après l’échéance.' } }),
);
export const doubt = z.object({ code: z.string(), message: z.string() });
export const facts = z.record(z.string(), z.unknown());

export const refusalView = viewSchema<RefusalView>()(
  'Refusal',
  z.object({
    code: z.string(),
    message: z.string().openapi({ description: 'A French sentence that says what to do.' }),
    facts,
  }),
);
export const refusalAnswer = z.object({ refusal: refusalView }).openapi('RefusalAnswer');

export const reference = z.object({
  text: z.string(),
  article: z.string(),
  from: isoDay.nullable(),
  until: isoDay.nullable(),
  confidence: z.enum(['A', 'B', 'C']),
});

/** The tree of contract §3; it contains itself, so its type is stated rather than inferred. */
export const explanation: z.ZodType<Explanation> = z
  .lazy(() =>
    z.object({
      label: z.string(),
      value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
      unit: z.string(),
      operation: z.string(),
      inputs: z.array(explanation),
      reference: z.exactOptional(reference),
    }),
  )
  .openapi('Explanation', { type: 'object' }) as z.ZodType<Explanation>;

const statedClaim = viewSchema<StatedClaim>()(
  'StatedClaim',
  z.object({
    claimId: z.string(),
    number: z.string(),
    issuedOn: isoDay.nullable(),
    dueOn: isoDay.nullable(),
    orderReference: z.string().nullable(),
    amountCents: cents,
    openCents: cents,
    daysLate: z.int(),
    penaltyCents: cents,
    indemnityCents: cents,
    group: z.enum(['main', 'also', 'upcoming']),
    step: z.string().nullable(),
    rank: z.int(),
  }),
);

const messageSubject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('thanks'), receivedCents: cents, receivedOn: isoDay }),
  z.object({ kind: z.literal('promise-broken'), madeOn: isoDay, promisedOn: isoDay, promisedCents: cents }),
  z.object({
    kind: z.literal('plan-missed'),
    signedOn: isoDay,
    missedOn: isoDay,
    missedCents: cents,
    balanceCents: cents,
    noticeDays: z.int(),
  }),
  z.object({ kind: z.literal('suspension'), suspendedOn: isoDay, what: z.string(), contract: z.string().nullable() }),
  z.object({
    kind: z.literal('call-confirmed'),
    calledOn: isoDay,
    spokeWith: z.string().nullable(),
    promisedCents: cents.nullable(),
    promisedOn: isoDay.nullable(),
  }),
]);

export const messageFacts = viewSchema<MessageFacts>()(
  'MessageFacts',
  z.object({
    step: z.string(),
    stepName: z.string(),
    tone: z.enum(TONES),
    objective: z.enum(OBJECTIVES),
    accessories: z.enum(['none', 'mentioned', 'claimed']),
    profile: z.enum(['business', 'consumer', 'public']),
    regime: z.enum(['business', 'public', 'civil']),
    on: isoDay,
    claims: z.array(statedClaim),
    credits: z.array(z.object({ number: z.string().nullable(), cents })),
    principalCents: cents,
    penaltyCents: cents,
    indemnityCents: cents,
    creditCents: cents,
    totalCents: cents,
    rateSentence: z.string().nullable(),
    graceDays: z.int().nullable(),
    payBefore: isoDay.nullable(),
    to: z.exactOptional(
      z.object({
        contactId: z.string(),
        role: z.enum(['accounts-payable', 'buyer', 'manager', 'legal', 'other']),
        name: z.string().nullable(),
      }),
    ),
    about: z.exactOptional(messageSubject),
    plan: z.exactOptional(z.object({ planId: z.string(), upTo: z.int(), expiresOn: isoDay })),
    copyTo: z.exactOptional(z.object({ name: z.string().nullable(), email: z.string() })),
    window: z.exactOptional(
      z.object({ weekdays: z.array(z.int()), hours: z.array(z.object({ from: z.string(), until: z.string() })) }),
    ),
  }),
);
