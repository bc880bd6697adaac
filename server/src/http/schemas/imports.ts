import type { ImportJobView, ImportState, SyncCounts, SyncLine, SyncPreview } from '@acquit/recovery';
import { z } from '@hono/zod-openapi';
import type { BankMapping, LedgerMapping } from '../../intake/index.ts';
import { cents, doubt, facts, instant, isoDay, uuid, viewSchema } from './view.ts';

const refusalWithFacts = z.object({ code: z.string(), message: z.string(), facts });

const importState = viewSchema<ImportState>()(
  'ImportState',
  z.enum(['waiting', 'running', 'imported', 'partly', 'duplicate', 'refused', 'set-aside', 'undone', 'failed']),
);

const counts = viewSchema<SyncCounts>()(
  'SyncCounts',
  z.object({
    companies: z.int(),
    debtors: z.int(),
    newClaims: z.int(),
    newCreditNotes: z.int(),
    updatedClaims: z.int(),
    closedClaims: z.int(),
    receipts: z.int(),
    bankLines: z.int(),
    known: z.int(),
    conflicts: z.int(),
    absent: z.int(),
    statuses: z.int(),
  }),
);

export const importJobView = viewSchema<ImportJobView>()(
  'Import',
  z.object({
    importId: uuid,
    fileName: z.string(),
    format: z.string(),
    state: importState,
    progress: z.number().min(0).max(1).nullable(),
    phase: z.string().nullable(),
    sourceName: z.string().nullable(),
    changes: counts,
    doubts: z.array(doubt),
    refusals: z.array(refusalWithFacts),
    importedAt: instant,
    importedBy: z.string(),
    undoneAt: instant.nullable(),
    canUndo: z.boolean(),
    whyNotUndo: z.string().nullable(),
  }),
);

const syncLine = viewSchema<SyncLine>()(
  'SyncLine',
  z.object({
    action: z.enum([
      'add',
      'update',
      'close',
      'receipt',
      'credit',
      'bank-line',
      'status',
      'known',
      'conflict',
      'absent',
    ]),
    line: z.int().nullable(),
    number: z.string().nullable(),
    debtorName: z.string().nullable(),
    on: isoDay.nullable(),
    dueOn: isoDay.nullable(),
    amountCents: cents.nullable(),
    currency: z.string().nullable(),
    changes: z.array(z.string()),
    doubts: z.array(doubt),
  }),
);

export const syncPreview = viewSchema<SyncPreview>()(
  'ImportPreview',
  z.object({
    uploadId: z.string(),
    fileName: z.string(),
    format: z.string(),
    status: z.enum(['ready', 'nothing-new', 'duplicate', 'refused', 'set-aside']),
    proposedCompany: z
      .object({ name: z.string(), legalId: z.string().nullable(), vat: z.string().nullable() })
      .nullable(),
    counts,
    lines: z.array(syncLine),
    lineCount: z.int(),
    totalCents: cents,
    columns: z
      .array(z.object({ index: z.int(), header: z.string(), sample: z.string(), field: z.string().nullable() }))
      .nullable(),
    doubts: z.array(doubt),
    refusal: refusalWithFacts.nullable(),
  }),
);

/** What a column of a list of invoices or of a statement can mean; the compiler sees to it that none is forgotten. */
const MEANINGS = {
  ...asNames<keyof LedgerMapping['columns']>({
    number: true,
    kind: true,
    issuedOn: true,
    dueOn: true,
    total: true,
    due: true,
    paid: true,
    debit: true,
    credit: true,
    lettering: true,
    net: true,
    tax: true,
    currency: true,
    customerName: true,
    customerAccount: true,
    legalId: true,
    vat: true,
    email: true,
    phone: true,
    street: true,
    postcode: true,
    city: true,
    country: true,
    orderReference: true,
    paymentId: true,
    paidOn: true,
    method: true,
    status: true,
  }),
  ...asNames<keyof BankMapping['columns']>({
    on: true,
    valueOn: true,
    operationOn: true,
    label: true,
    words: true,
    amount: true,
    debit: true,
    credit: true,
    side: true,
    balance: true,
    currency: true,
    counterparty: true,
    iban: true,
    endToEnd: true,
    mandate: true,
    id: true,
    status: true,
    account: true,
    kind: true,
  }),
};

function asNames<Name extends string>(names: Record<Name, true>): Record<Name, true> {
  return names;
}

/** Meaning → index of the file's column. A meaning that does not exist is refused: its column would be left out in silence. */
const columnMapping = z
  .record(
    z.string().refine((name) => Object.hasOwn(MEANINGS, name)),
    z.int().min(0).max(10_000),
  )
  .openapi('ColumnMapping', { example: { number: 0, customerName: 2, total: 5 } });
export const importOrder = z
  .strictObject({ companyId: uuid.nullable().optional(), mapping: columnMapping.optional() })
  .openapi('ImportOrder');
export const previewOrder = z
  .strictObject({ companyId: uuid.nullable().optional(), mapping: columnMapping })
  .openapi('PreviewOrder');

/** What a person says of a claim that a complete list no longer has. */
export const absenceAnswer = z
  .strictObject({
    answer: z.enum(['paid', 'cancelled', 'resume']).openapi({
      description:
        'paid: what is open of it was received, on the day of the list; cancelled: it is owed no more; resume: it is owed, whatever the list says.',
    }),
  })
  .openapi('AbsenceAnswer');
