import type { BankLinesView, BankLineView, MatchableClaim, MatchView } from '@acquit/recovery';
import { z } from '@hono/zod-openapi';
import { cents, instant, isoDay, line, reason, uuid, viewSchema } from './view.ts';

const differenceKind = z.enum(['bank-fee', 'tolerance']).nullable();

const matchView = viewSchema<MatchView>()(
  'BankMatch',
  z.object({
    matchId: uuid,
    state: z.enum(['proposed', 'applied', 'undone', 'declined']),
    rule: z.string().openapi({ description: 'The rule that found it; `user` when a person chose.' }),
    confidence: z.int().min(0).max(100),
    reasons: z.array(reason),
    parts: z.array(
      z.object({
        claimId: uuid,
        caseId: uuid,
        number: z.string(),
        debtorName: z.string(),
        dueOn: isoDay.nullable(),
        openCents: cents,
        amountCents: cents,
        differenceCents: cents,
        differenceKind,
      }),
    ),
    leftCents: cents.openapi({ description: 'What clears no claim and stays to the debtor’s credit.' }),
    decidedBy: z.string().nullable(),
    decidedAt: instant.nullable(),
    reverses: z
      .object({ receiptId: uuid, receivedOn: isoDay, amountCents: cents, claimNumbers: z.array(z.string()) })
      .nullable()
      .openapi({ description: 'For a reject or a return: the receipt it takes back.' }),
  }),
);

export const bankLineView = viewSchema<BankLineView>()(
  'BankLine',
  z.object({
    lineId: uuid,
    accountLabel: z.string(),
    bookedOn: isoDay,
    valueOn: isoDay.nullable(),
    amountCents: cents,
    label: z.string(),
    counterparty: z.string().nullable(),
    counterpartyIban: z.string().nullable(),
    endToEndId: z.string().nullable(),
    remittance: z.array(z.string()),
    isReversal: z.boolean(),
    rejectReason: z.string().nullable(),
    state: z.enum(['to-match', 'proposed', 'matched', 'set-aside', 'outgoing']),
    setAsideReason: z.string().nullable(),
    matches: z.array(matchView),
  }),
);

export const bankLinesView = viewSchema<BankLinesView>()(
  'BankLines',
  z.object({
    items: z.array(bankLineView),
    nextCursor: z.string().nullable(),
    counts: z.object({ waiting: z.int(), proposed: z.int(), matched: z.int(), setAside: z.int() }),
  }),
);

const matchableClaim = viewSchema<MatchableClaim>()(
  'MatchableClaim',
  z.object({
    claimId: uuid,
    caseId: uuid,
    number: z.string(),
    debtorName: z.string(),
    dueOn: isoDay.nullable(),
    openCents: cents,
    fits: z.boolean().openapi({ description: 'The amount is the line’s, to the cent.' }),
  }),
);
export const matchableClaims = z.object({ items: z.array(matchableClaim) }).openapi('MatchableClaims');

const positive = cents.min(1).max(Number.MAX_SAFE_INTEGER);
export const chosenParts = z
  .strictObject({
    parts: z
      .array(
        z.strictObject({ claimId: uuid, amountCents: positive, differenceCents: cents.min(0).max(100_000).optional() }),
      )
      .min(1)
      .max(200),
  })
  .openapi('ChosenParts');
export const setAside = z
  .strictObject({ reason: line(200).pipe(z.string().min(1)).openapi({ example: 'virement interne' }) })
  .openapi('SetAside');
