import type { LedgerRow, LedgerView } from '@acquit/recovery';
import { z } from '@hono/zod-openapi';
import { cents, isoDay, text, uuid, viewSchema } from './view.ts';

const ledgerRow = viewSchema<LedgerRow>()(
  'LedgerRow',
  z.object({
    claimId: uuid,
    caseId: uuid,
    number: z.string(),
    kindName: z.string(),
    debtorName: z.string(),
    issuedOn: isoDay.nullable(),
    dueOn: isoDay.nullable(),
    daysLate: z.int(),
    totalCents: cents,
    amountCents: cents,
    receivedCents: cents,
    creditedCents: cents,
    openCents: cents,
    status: z.enum(['open', 'settled', 'cancelled', 'not-ours', 'irrecoverable']),
    levelStepName: z.string().nullable(),
    hold: z.string().nullable(),
  }),
);

export const ledgerView = viewSchema<LedgerView>()(
  'Ledger',
  z.object({
    items: z.array(ledgerRow),
    nextCursor: z.string().nullable(),
    totals: z.object({ rows: z.int(), amountCents: cents, openCents: cents, lateCents: cents, partial: z.boolean() }),
  }),
);

const amount = z.coerce.number().pipe(z.int().min(0).max(1e13));

/** The filter of the ledger, the same for the screen and for the export. */
export const ledgerFilter = {
  q: text(200).optional().openapi({
    description:
      'Beginnings of words of the debtor’s name, account or identifier, or the beginning of an invoice number.',
  }),
  state: z.enum(['open', 'late', 'held', 'settled', 'cancelled', 'credit-note', 'irrecoverable']).optional(),
  dueFrom: isoDay.optional(),
  dueTo: isoDay.optional(),
  minCents: amount.optional().openapi({ description: 'Least amount of the invoice, in cents.' }),
  maxCents: amount.optional().openapi({ description: 'Greatest amount of the invoice, in cents.' }),
  sort: z.enum(['due', 'amount', 'recent', 'debtor']).optional(),
};
