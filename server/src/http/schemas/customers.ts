import type {
  ContactView,
  CustomerTerms,
  CustomerView,
  DoublePairView,
  MergeDone,
  MergePreview,
  PaymentRun,
} from '@acquit/recovery';
import { z } from '@hono/zod-openapi';
import { cents, emailAddress, facts, isoDay, line, text, uuid, viewSchema } from './view.ts';
import { debtorKind } from './work.ts';

const contactRole = z.enum(['accounts-payable', 'buyer', 'manager', 'legal', 'other']);

const contactView = viewSchema<ContactView>()(
  'Contact',
  z.object({
    contactId: uuid,
    role: contactRole,
    name: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    note: z.string().nullable(),
    refused: z
      .object({ on: isoDay, replyId: uuid })
      .nullable()
      .openapi({ description: 'Its server refused the address on that day, as that message said.' }),
    isMain: z.boolean(),
  }),
);

const paymentRun = viewSchema<PaymentRun>()(
  'PaymentRun',
  z.union([
    z.strictObject({
      monthDays: z
        .array(z.int().min(1).max(31))
        .min(1)
        .max(31)
        .transform(inOrder)
        .openapi({ description: 'Days of the month; 31 is its last day.' }),
    }),
    z.strictObject({
      weekDays: z
        .array(z.int().min(1).max(7))
        .min(1)
        .max(7)
        .transform(inOrder)
        .openapi({ description: 'Days of the week, 1 for Monday.' }),
    }),
  ]),
);

function inOrder(days: number[]): number[] {
  return [...new Set(days)].sort((a, b) => a - b);
}

/** Nobody agrees on more: a bigger number is a slip of the keyboard. */
const MOST_TERM_DAYS = 365;

const customerTerms = viewSchema<CustomerTerms>()(
  'CustomerTerms',
  z.strictObject({
    days: z.int().min(0).max(MOST_TERM_DAYS),
    endOfMonth: z.exactOptional(z.enum(['A', 'B'])),
  }),
);

const postal = z.object({
  lines: z.array(z.string()),
  postcode: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string(),
});

export const customerView = viewSchema<CustomerView>()(
  'Customer',
  z.object({
    debtorId: uuid,
    caseId: uuid,
    name: z.string(),
    contacts: z.array(contactView),
    language: z.enum(['fr', 'en']),
    circuit: z.string().nullable(),
    sector: z.string().nullable(),
    salespersonName: z.string().nullable(),
    salespersonEmail: z.string().nullable(),
    paymentRun: paymentRun.nullable(),
    nextPaymentDay: isoDay.nullable(),
    terms: customerTerms.nullable(),
    deliveryAddress: postal.nullable(),
    paymentRunName: z.string().nullable(),
    termsName: z.string().nullable(),
    payers: z.array(z.object({ key: z.string(), times: z.int() })),
    aliases: z.array(z.object({ kind: z.enum(['legal-id', 'vat', 'account', 'name']), value: z.string() })),
    doubles: z.array(
      z.object({
        debtorId: uuid,
        caseId: uuid,
        name: z.string(),
        legalId: z.string().nullable(),
        openCents: cents,
        reason: z.string(),
        confidence: z.int(),
      }),
    ),
    merges: z.array(z.object({ mergeId: uuid, name: z.string(), mergedOn: isoDay, blocked: z.string().nullable() })),
  }),
);

const doubleSide = z.object({
  debtorId: uuid,
  caseId: uuid,
  name: z.string(),
  legalId: z.string().nullable(),
  account: z.string().nullable(),
  city: z.string().nullable(),
  openCents: cents,
  openClaims: z.int(),
});

export const doublePairView = viewSchema<DoublePairView>()(
  'DoublePair',
  z.object({ pair: z.tuple([doubleSide, doubleSide]), reason: z.string(), confidence: z.int() }),
);

export const mergePreview = viewSchema<MergePreview>()(
  'MergePreview',
  z.object({
    into: doubleSide,
    from: doubleSide,
    claims: z.int(),
    receipts: z.int(),
    acts: z.int(),
    contacts: z.int(),
    sameClaims: z.array(z.string()),
    fills: z.array(z.string()),
    refusal: z.object({ code: z.string(), message: z.string(), facts }).nullable(),
  }),
);

export const mergeDone = viewSchema<MergeDone>()(
  'MergeDone',
  z.object({ mergeId: uuid, debtorId: uuid, caseId: uuid }),
);

const written = (longest: number) => line(longest).transform((value) => (value === '' ? null : value));

/** A number of a company without the blanks people type in it. */
const companyNumber = line(24).transform((value) => value.replace(/[\s.]/g, '').toUpperCase() || null);

export const customerChange = z
  .strictObject({
    kind: debtorKind.nullable().optional(),
    legalId: companyNumber.nullable().optional(),
    vat: companyNumber.nullable().optional(),
    addressLines: z.array(line(100)).max(5).optional(),
    postcode: line(12).nullable().optional(),
    city: line(100).nullable().optional(),
    insolvencyOpenedOn: isoDay.nullable().optional(),
    language: z.enum(['fr', 'en']).optional(),
    circuit: text(500).nullable().optional(),
    sector: line(100).nullable().optional(),
    salespersonName: line(100).nullable().optional(),
    salespersonEmail: emailAddress.nullable().optional(),
    paymentRun: paymentRun.nullable().optional(),
    terms: customerTerms.nullable().optional(),
    deliveryLines: z.array(line(100)).max(5).optional(),
    deliveryPostcode: line(12).nullable().optional(),
    deliveryCity: line(100).nullable().optional(),
  })
  .openapi('CustomerChange');

const contactFields = {
  role: contactRole,
  name: written(120).nullable(),
  email: emailAddress.nullable(),
  phone: written(40).nullable(),
  note: text(500).nullable(),
};

export const newContact = z
  .strictObject({
    role: contactFields.role,
    name: contactFields.name.optional(),
    email: contactFields.email.optional(),
    phone: contactFields.phone.optional(),
    note: contactFields.note.optional(),
    isMain: z.boolean().optional(),
  })
  .openapi('NewContact');

export const contactChange = z
  .strictObject({
    role: contactFields.role.optional(),
    name: contactFields.name.optional(),
    email: contactFields.email.optional(),
    phone: contactFields.phone.optional(),
    note: contactFields.note.optional(),
    isMain: z
      .literal(true)
      .optional()
      .openapi({ description: 'Makes it the main contact; the one before stays a contact.' }),
  })
  .openapi('ContactChange');

export const mergeOrder = z.strictObject({ from: uuid }).openapi('MergeOrder');
export const unmergeOrder = z.strictObject({ mergeId: uuid }).openapi('UnmergeOrder');
export const distinctOrder = z.strictObject({ other: uuid }).openapi('DistinctOrder');
