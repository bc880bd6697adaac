import type { NoticeListView, NoticesImportView, NoticeView, NoticeWatchView, Representative } from '@acquit/recovery';
import { z } from '@hono/zod-openapi';
import { instant, isoDay, uuid, viewSchema } from './view.ts';

const trouble = z.object({ code: z.string(), message: z.string() });

export const representativeView = viewSchema<Representative>()(
  'Representative',
  z.object({
    role: z.enum(['liquidateur', 'mandataire judiciaire']),
    name: z.string(),
    address: z.string().nullable(),
  }),
);

export const noticeView = viewSchema<NoticeView>()(
  'Notice',
  z.object({
    matchId: uuid,
    noticeId: z.string().openapi({ example: 'A202601765232' }),
    caseId: uuid,
    debtorName: z.string(),
    name: z.string().nullable(),
    siren: z.string().nullable(),
    how: z.enum(['siren', 'name', 'correction']),
    state: z.enum(['proposed', 'applied', 'refused', 'undone']),
    reason: z.string().nullable(),
    effect: z.enum([
      'opening',
      'conversion',
      'closure',
      'plan',
      'claims-listed',
      'in-proceedings',
      'retracted',
      'struck-off',
      'seat-moved',
      'sale',
      'dissolution',
      'told',
      'none',
    ]),
    title: z.string(),
    advice: z.string(),
    publishedOn: isoDay,
    judgmentOn: isoDay.nullable(),
    court: z.string().nullable(),
    details: z.string().nullable(),
    representative: representativeView.nullable(),
    declareBefore: isoDay.nullable(),
    daysLeft: z.int().nullable(),
    procedureId: uuid.nullable(),
    trouble: trouble.nullable(),
    matchedOn: isoDay,
    decidedBy: z.string().nullable(),
    seen: z.boolean(),
  }),
);

export const noticeWatchView = viewSchema<NoticeWatchView>()(
  'NoticeWatch',
  z.object({
    active: z.boolean(),
    state: z.enum(['off', 'waiting', 'well', 'late', 'failing']),
    watched: z.int(),
    asked: z.int(),
    checkedAt: instant.nullable(),
    okAt: instant.nullable(),
    trouble: trouble.nullable(),
  }),
);

export const noticeListView = viewSchema<NoticeListView>()(
  'NoticeList',
  z.object({
    items: z.array(noticeView),
    nextCursor: z.string().nullable(),
    waiting: z.int(),
    watch: noticeWatchView,
  }),
);

export const noticesImportView = viewSchema<NoticesImportView>()(
  'NoticesImport',
  z.object({
    records: z.int(),
    unreadable: z.int(),
    matched: z.int(),
    proposed: z.int(),
    known: z.int(),
    opened: z.int(),
  }),
);
