import { COURTS } from '@acquit/law';
import {
  COURT_LAYOUTS,
  type CourtAnswerView,
  type CourtFileView,
  type CourtImportView,
  type CourtsView,
  type CourtView,
} from '@acquit/recovery';
import { z } from '@hono/zod-openapi';
import { isoDay, line, viewSchema } from './view.ts';

export const courtKind = z.enum(COURTS).openapi('CourtKind');
const layout = z.enum(COURT_LAYOUTS);

const courtFileView = viewSchema<CourtFileView>()(
  'CourtFile',
  z.object({
    layout,
    name: z.string(),
    fileName: z.string(),
    edition: z.string().nullable(),
    entries: z.int(),
    importedOn: isoDay,
    ageDays: z.int(),
    doubts: z.array(z.string()),
  }),
);

export const courtsView = viewSchema<CourtsView>()(
  'Courts',
  z.object({
    files: z.array(courtFileView),
    missing: z.array(z.object({ layout, name: z.string(), where: z.string() })),
    mayImport: z.boolean(),
  }),
);

const courtView = viewSchema<CourtView>()(
  'Court',
  z.object({
    courtId: z.string(),
    kind: courtKind,
    name: z.string(),
    town: z.string(),
    address: z.string().nullable(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
  }),
);

export const courtAnswerView = viewSchema<CourtAnswerView>()(
  'CourtAnswer',
  z.object({
    status: z.enum(['found', 'choose', 'unknown']),
    courts: z.array(courtView),
    why: z.string(),
    doubts: z.array(z.string()),
    sources: z.array(courtFileView),
    help: z.string().nullable(),
  }),
);

export const courtImportView = viewSchema<CourtImportView>()(
  'CourtImport',
  z.object({
    layout,
    status: z.enum(['imported', 'unchanged']),
    entries: z.int(),
    doubts: z.array(z.string()),
  }),
);

export const courtQuery = z.strictObject({
  court: courtKind,
  postcode: line(10).optional(),
  city: line(120).optional(),
  insee: line(5).optional().openapi({ description: 'Code of the commune: surer than the postcode.' }),
  amountCents: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
});
