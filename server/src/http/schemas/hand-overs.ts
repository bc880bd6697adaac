import {
  COST_BEARERS,
  type ComparisonView,
  HAND_OVER_OUTCOMES,
  HAND_OVER_POSTS,
  type HandOverLinkView,
  type HandOverList,
  type HandOverPostView,
  type HandOverRow,
  type HandOverView,
  PARTNER_KINDS,
  type PartnerView,
} from '@acquit/recovery';
import { z } from '@hono/zod-openapi';
import { cents, emailAddress, isoDay, pageOf, uuid, viewSchema } from './view.ts';

const kind = z.enum(PARTNER_KINDS);
const text = (most: number) => z.string().trim().max(most).nullable();

const terms = z
  .strictObject({
    receivesPayment: z.boolean().nullable().default(null),
    fee: text(1_000).default(null),
    remittanceDays: z.int().min(1).max(366).nullable().default(null),
    insurance: text(500).default(null),
    instructions: text(4_000).default(null),
  })
  .openapi('HandOverTerms', { description: 'Null: left blank on the draft.' });

export const partnerOrder = z
  .strictObject({
    kind,
    name: z.string().trim().min(1).max(200),
    person: text(200).default(null),
    email: emailAddress.nullable().default(null),
    phone: text(50).default(null),
    addressLines: z.array(z.string().trim().max(100)).max(4).default([]),
    postcode: text(20).default(null),
    city: text(100).default(null),
    legalId: text(30).default(null),
  })
  .openapi('PartnerOrder');

export const partnerView = viewSchema<PartnerView>()(
  'Partner',
  z.object({
    partnerId: uuid,
    kind,
    kindName: z.string(),
    name: z.string(),
    person: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    addressLines: z.array(z.string()),
    postcode: z.string().nullable(),
    city: z.string().nullable(),
    legalId: z.string().nullable(),
  }),
);

export const partnerList = z.object({ items: z.array(partnerView) }).openapi('PartnerList');

export const handOverOrder = z
  .strictObject({
    partnerId: uuid,
    reference: text(100).default(null),
    terms: terms.default({
      receivesPayment: null,
      fee: null,
      remittanceDays: null,
      insurance: null,
      instructions: null,
    }),
    note: text(2_000).default(null),
    procedureIds: z
      .array(uuid)
      .max(50)
      .default([])
      .openapi({ description: 'The procedures entrusted; none: the whole case.' }),
  })
  .openapi('HandOverOrder');

export const handOverChange = z
  .strictObject({ reference: text(100), terms, note: text(2_000) })
  .openapi('HandOverChange');

export const handOverEnd = z
  .strictObject({ on: isoDay, outcome: z.enum(HAND_OVER_OUTCOMES), note: text(2_000).default(null) })
  .openapi('HandOverEnd');

export const handOverAccess = z.strictObject({ days: z.int().min(1).max(366) }).openapi('HandOverAccess');
export const handOverMessage = z.strictObject({ text: z.string().trim().min(1).max(4_000) }).openapi('HandOverMessage');
export const postWithdrawal = z.strictObject({ reason: text(500).default(null) }).openapi('PostWithdrawal');

export const handOverPost = viewSchema<HandOverPostView>()(
  'HandOverPost',
  z.object({
    postId: uuid,
    kind: z.enum(HAND_OVER_POSTS),
    by: z.enum(['partner', 'us']),
    author: z.string(),
    on: isoDay,
    at: z.string(),
    title: z.string(),
    details: z.string().nullable(),
    amountCents: cents.nullable(),
    bearer: z.enum(COST_BEARERS).nullable(),
    fileName: z.string().nullable(),
    procedureId: uuid.nullable(),
    isRead: z.boolean(),
    withdrawn: z.object({ by: z.string(), on: isoDay, reason: z.string().nullable() }).nullable(),
    receiptId: uuid.nullable(),
  }),
);

const row = {
  handOverId: uuid,
  caseId: uuid,
  debtorName: z.string(),
  partnerName: z.string(),
  partnerKind: kind,
  partnerKindName: z.string(),
  amountCents: cents,
  openedOn: isoDay,
  receivedCents: cents,
  costCents: cents,
  unread: z.int(),
  ended: z
    .object({
      on: isoDay,
      outcome: z.enum(HAND_OVER_OUTCOMES),
      outcomeName: z.string(),
      note: z.string().nullable(),
    })
    .nullable(),
};

export const handOverRow = viewSchema<HandOverRow>()('HandOverRow', z.object(row));

export const handOverView = viewSchema<HandOverView>()(
  'HandOver',
  z.object({
    ...row,
    partner: partnerView,
    reference: z.string().nullable(),
    terms,
    note: z.string().nullable(),
    enteredBy: z.string(),
    procedures: z.array(z.object({ procedureId: uuid, name: z.string() })),
    accessUntil: isoDay.nullable(),
    lastOpenedOn: isoDay.nullable(),
    posts: z.array(handOverPost),
  }),
);

export const caseHandOvers = z.object({ items: z.array(handOverRow) }).openapi('CaseHandOvers');

export const handOverList = viewSchema<HandOverList>()(
  'HandOverList',
  z.object({
    page: pageOf('HandOverPage', handOverRow),
    totals: z.object({ count: z.int(), amountCents: cents, unread: z.int() }),
  }),
);

export const handOverLink = viewSchema<HandOverLinkView>()(
  'HandOverLink',
  z.object({ url: z.string(), until: isoDay }),
);

export const comparisonView = viewSchema<ComparisonView>()(
  'WayComparison',
  z.object({
    on: isoDay,
    rows: z.array(
      z.object({
        way: z.enum(['own', ...PARTNER_KINDS]),
        procedureKind: z.string().nullable(),
        name: z.string(),
        count: z.int(),
        running: z.int(),
        amountCents: cents,
        receivedCents: cents,
        costCents: cents,
        netCents: cents,
        recoveredBasisPoints: z.int(),
        days: z.int(),
      }),
    ),
  }),
);
