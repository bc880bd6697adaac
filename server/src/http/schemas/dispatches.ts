import {
  CALL_OUTCOMES,
  type CallDone,
  type ConsentView,
  DISPATCH_EVENTS,
  type DispatchEventView,
  type DispatchView,
  type HandOverPreview,
  PROVIDERS,
  type ProviderAccountView,
  SERVICES,
} from '@acquit/recovery';
import { z } from '@hono/zod-openapi';
import { cents, instant, isoDay, line, text, uuid, viewSchema } from './view.ts';

const service = z.enum(SERVICES);
const provider = z.enum(PROVIDERS);
const values = z.record(z.string().max(40), z.string().max(4_000));

const dispatchEvent = viewSchema<DispatchEventView>()(
  'DispatchEvent',
  z.object({
    eventId: uuid,
    kind: z.enum(DISPATCH_EVENTS),
    name: z.string(),
    on: isoDay,
    source: z.enum(['provider', 'hand']),
    label: z.string().nullable(),
    hasProof: z.boolean(),
    toldAt: instant,
  }),
);

export const dispatchView = viewSchema<DispatchView>()(
  'Dispatch',
  z.object({
    actionId: uuid,
    caseId: uuid,
    debtorName: z.string(),
    stepName: z.string(),
    channel: z.enum(['letter', 'registered', 'sms']),
    electronic: z.boolean(),
    provider: provider.nullable(),
    providerName: z.string().nullable(),
    number: z.string().nullable(),
    priceCents: cents.nullable(),
    handedAt: instant,
    ended: z.boolean(),
    totalCents: cents,
    hasLetter: z.boolean(),
    events: z.array(dispatchEvent),
  }),
);

export const consentView = viewSchema<ConsentView>()(
  'ElectronicConsent',
  z.object({
    consentId: uuid,
    givenOn: isoDay,
    proof: z.string(),
    hasProof: z.boolean(),
    recordedBy: z.string(),
    withdrawnOn: isoDay.nullable(),
  }),
);

export const caseDispatches = z
  .object({ dispatches: z.array(dispatchView), consents: z.array(consentView) })
  .openapi('CaseDispatches');

/** A scan travels inside the request: as much of it as an acknowledgement needs. */
const PROOF_CHARACTERS = 7_000_000;
export const proofFile = z
  .strictObject({
    mediaType: z.enum(['application/pdf', 'image/jpeg', 'image/png']),
    base64: z.base64().max(PROOF_CHARACTERS),
  })
  .openapi('ProofFile');

export const dispatchEventOrder = z
  .strictObject({
    kind: z.enum(DISPATCH_EVENTS),
    on: isoDay,
    label: text(500).nullable().optional(),
    number: line(40).nullable().optional(),
    proof: proofFile.nullable().optional(),
  })
  .openapi('DispatchEventOrder');

export const numberOrder = z.strictObject({ number: line(40).nullable() }).openapi('RegisteredNumber');

export const consentOrder = z
  .strictObject({ givenOn: isoDay, proof: text(1_000).pipe(z.string().min(1)), file: proofFile.nullable().optional() })
  .openapi('ElectronicConsentOrder');

const handOver = {
  service: z.enum(['letter', 'registered', 'electronic']),
  actionIds: z.array(uuid).min(1).max(500),
};
export const handOverQuestion = z.strictObject(handOver).openapi('HandOverQuestion');
export const handOverOrder = z
  .strictObject({
    ...handOver,
    confirmed: z.literal(true).openapi({ description: 'The person has read the consequence.' }),
    code: line(20).nullable().optional(),
  })
  .openapi('HandOverOrder');
export const handOverAnswer = z.object({ handed: z.int() }).openapi('HandOverAnswer');

export const handOverPreview = viewSchema<HandOverPreview>()(
  'HandOverPreview',
  z.object({
    provider,
    providerName: z.string(),
    service,
    leaving: z.array(z.object({ actionId: uuid, debtorName: z.string(), to: z.string() })),
    staying: z.array(z.object({ actionId: uuid, debtorName: z.string(), reason: z.string() })),
    unitPriceCents: cents.nullable(),
    totalPriceCents: cents.nullable(),
    usedThisMonth: z.int(),
    monthlyLimit: z.int().nullable(),
    consequence: z.string(),
    asksCode: z.boolean(),
  }),
);

export const providerAccount = viewSchema<ProviderAccountView>()(
  'ProviderAccount',
  z.object({
    service,
    provider,
    settings: z.record(z.string(), z.string()),
    unitPriceCents: cents.nullable(),
    monthlyLimit: z.int().nullable(),
    usedThisMonth: z.int(),
  }),
);
export const providerAccounts = z.array(providerAccount);
export const providerOrder = z
  .strictObject({
    provider,
    values,
    unitPriceCents: z.int().min(0).max(100_000).nullable(),
    monthlyLimit: z.int().min(1).max(1_000_000).nullable(),
  })
  .openapi('ProviderOrder');
export const providerTest = z.object({ answer: z.string() }).openapi('ProviderTest');
export const servicePath = z.strictObject({ companyId: uuid, service });

const callNext = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('promise'), promisedOn: isoDay, amountCents: cents.nullable() }),
  z.strictObject({
    kind: z.literal('dispute'),
    reason: line(60),
    details: text(2_000).nullable(),
    owner: line(200),
    deadlineOn: isoDay,
  }),
  z.strictObject({ kind: z.literal('call-again'), on: isoDay }),
  z.strictObject({ kind: z.literal('find-number') }),
  z.strictObject({ kind: z.literal('go-on') }),
]);

export const callResult = z
  .strictObject({
    outcome: z.enum(CALL_OUTCOMES),
    spokeWith: line(200).nullable(),
    note: text(2_000).nullable(),
    next: callNext,
    confirm: z.boolean(),
  })
  .openapi('CallResult');
export const callDone = viewSchema<CallDone>()(
  'CallDone',
  z.object({ confirmationId: uuid.nullable(), nextActionId: uuid.nullable() }),
);
